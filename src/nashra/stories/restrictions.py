"""Nothing is private by halves: what is published is there for everybody, so a mark that says otherwise is refused.

Wagtail keeps such marks (view restrictions) for pages and collections and asks them where it serves pages itself. Finished
pages, the mirror, feeds and files are served without asking, so a page or document marked private would not be.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from django.apps import AppConfig
from django.core import checks
from django.core.exceptions import ValidationError
from django.db import DatabaseError
from django.db.models.signals import pre_save
from django.dispatch import receiver
from django.utils.translation import gettext as _
from wagtail.models import CollectionViewRestriction, PageViewRestriction


@receiver(pre_save, sender=PageViewRestriction)
def refuse_private_page(instance: Any, **_kwargs: Any) -> None:
    """Refuse the mark, however it was to be made."""
    raise ValidationError(
        _(
            "“%(name)s” cannot be made private: every published page is there for everybody. Unpublish what readers shall "
            "not see; drafts are seen by staff alone."
        )
        % {"name": instance.page.specific_deferred.get_admin_display_title()}
    )


@receiver(pre_save, sender=CollectionViewRestriction)
def refuse_private_collection(instance: Any, **_kwargs: Any) -> None:
    """The same for pictures and documents."""
    raise ValidationError(
        _(
            "“%(name)s” cannot be made private: pictures and documents are there for everybody who knows their address. "
            "Keep elsewhere what readers shall not see."
        )
        % {"name": instance.collection.name}
    )


@checks.register(checks.Tags.database)
def find_restrictions(
    app_configs: Sequence[AppConfig] | None, databases: Sequence[str] | None = None, **_kwargs: Any
) -> list[checks.CheckMessage]:
    """Name the marks that came in beside all this, as by SQL: they hold nothing back."""
    if not databases:
        return []
    try:
        return list(_found())
    except DatabaseError:  # before the first migration
        return []


def _found() -> Iterator[checks.CheckMessage]:
    for restriction in PageViewRestriction.objects.select_related("page"):
        yield _warning(f"page “{restriction.page.title}”", "Unpublish it, or delete the mark.", "001")
    for restriction in CollectionViewRestriction.objects.select_related("collection"):
        yield _warning(
            f"collection “{restriction.collection.name}”",
            "Move what is in it elsewhere, or delete the mark.",
            "002",
        )


def _warning(what: str, remedy: str, number: str) -> checks.CheckMessage:
    return checks.Warning(
        f"The {what} is marked private, and everybody can see it all the same.",
        hint=remedy,
        id=f"nashra.W{number}",
    )
