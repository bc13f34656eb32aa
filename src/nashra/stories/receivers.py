"""What the stories room listens to."""

from typing import Any

from django.db.models.signals import post_save
from django.dispatch import receiver

from nashra.editions.models import Edition
from nashra.stories.actions.open_edition import open_edition


@receiver(post_save, sender=Edition)
def open_saved_edition(instance: Edition, raw: bool = False, **kwargs: Any) -> None:
    """An edition can be published as soon as it is saved, whoever saved it."""
    if not raw:
        open_edition(instance)
