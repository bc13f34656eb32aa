"""Addresses stories were taken down from: what stood there is said to be gone, not never to have been."""

from typing import Any

from django.db.models.signals import pre_delete
from django.dispatch import receiver

from nashra.base import clock
from nashra.editions.models import Edition
from nashra.stories.addresses import below_front
from nashra.stories.models import FormerAddress, Story

LONGEST = 700


def was_withdrawn(edition: Edition, address: str) -> bool:
    """Whether a published story stood at ``address``, below the edition's front, and nothing does now.

    One that is scheduled to come back is no such story: until then nobody is to hear of it.
    """
    if len(address) > LONGEST:
        return False
    slug = address.strip("/").rpartition("/")[2]
    drafts = Story.objects.filter(edition=edition, slug=slug, live=False, first_published_at__isnull=False)
    coming = drafts.exclude(go_live_at__gt=clock.now()) if slug else drafts.none()
    return (
        FormerAddress.objects.filter(edition=edition, address=address).exists()
        or coming.filter(url_path__endswith=f"/{address}").exists()
    )


@receiver(pre_delete, sender=Story)
def remember_address(instance: Story, **kwargs: Any) -> None:
    """Keep where a story that readers have seen stood, before it is deleted."""
    if instance.first_published_at is not None and len(address := below_front(instance)) <= LONGEST:
        FormerAddress.objects.get_or_create(edition=instance.edition, address=address)
