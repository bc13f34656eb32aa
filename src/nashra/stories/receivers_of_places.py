"""Changes of what stories stand in: editions, fronts, sections, footers, channels."""

from typing import Any

from django.db.models.signals import post_delete, post_save, pre_save
from django.dispatch import receiver
from wagtail.models import Page
from wagtail.signals import post_page_move, pre_page_move

from nashra.editions.models import Edition, SocialAccount
from nashra.media.models import Channel
from nashra.press.journal import purge, takedown
from nashra.stories.actions.open_edition import open_edition
from nashra.stories.models import HomePage, PlainPage, SectionPage
from nashra.stories.models.tree import OF_THE_DESK, NewsroomPage

# What every edition's switcher says of an edition; all else is seen on its own pages only.
_SWITCHER_FACTS = ("code", "language", "name", "host")
# What menus and footers say of a page; arranging a front changes none of it.
_MENU_FACTS = ("title", "url_path", "live", "show_in_menus")
# What other editions say of it: where a switcher leads, and the section over a card.
_FACTS_ELSEWHERE = ("title", "url_path", "live", "key")


@receiver(pre_save, sender=Edition)
def remember_edition(instance: Edition, **kwargs: Any) -> None:
    """Keep what the other editions said of this one until now."""
    instance.said_before = _said_of(instance)


@receiver(post_save, sender=Edition)
def open_saved_edition(instance: Edition, raw: bool = False, **kwargs: Any) -> None:
    """An edition can be published as soon as it is saved, whoever saved it."""
    if not raw:
        open_edition(instance)
        purge(
            f"edition:{instance.code}", *([] if _said_of(instance) == instance.said_before else ["editions"])
        )


def _said_of(edition: Edition) -> dict[str, Any]:
    """What switchers say of it, and where it stands among the others."""
    facts = Edition.objects.filter(pk=edition.pk).values(*_SWITCHER_FACTS).first()
    return {**(facts or {}), "order": list(Edition.objects.values_list("code", flat=True))}


@receiver(pre_save, sender=SectionPage)
@receiver(pre_save, sender=PlainPage)
@receiver(pre_save, sender=HomePage)
def remember_place(instance: NewsroomPage, **kwargs: Any) -> None:
    """Keep what was said of a page until now."""
    rows = type(instance)._default_manager.filter(pk=instance.pk)
    instance.said_before = rows.first()


@receiver([post_save, post_delete], sender=SectionPage)
@receiver([post_save, post_delete], sender=PlainPage)
def purge_place(instance: SectionPage | PlainPage, **kwargs: Any) -> None:
    """A place's own page; where its name or place changes, every page of the edition, and where nothing was."""
    if _is_a_draft(kwargs):
        return
    code = instance.edition.code
    keys = {f"front:{instance.pk}", f"page:{instance.pk}"}
    if _differs(instance, kwargs["signal"], _MENU_FACTS):
        keys |= {f"edition:{code}", f"absent:{code}"}
    if _differs(instance, kwargs["signal"], ("live", "url_path")):
        keys.add(f"address:{instance.pk}")
    if _is_known_elsewhere(instance) and _differs(instance, kwargs["signal"], _FACTS_ELSEWHERE):
        keys.add(f"places:{code}")
    if _differs(instance, kwargs["signal"], ("layout",)):
        # The front above gives it another kind of slot.
        keys.add(f"section:{instance.pk}")
    if _is_withdrawn(instance, kwargs["signal"]):
        takedown(f"front:{instance.pk}", f"page:{instance.pk}")
    purge(*keys)


@receiver([post_save, post_delete], sender=HomePage)
def purge_home(instance: HomePage, **kwargs: Any) -> None:
    """The front's arrangement; where the edition comes or goes, every switcher."""
    if _is_a_draft(kwargs):
        return
    keys = {f"front:{instance.pk}"}
    if _differs(instance, kwargs["signal"], ("live", "url_path")):
        keys |= {"editions", f"address:{instance.pk}"}
    if _is_withdrawn(instance, kwargs["signal"]):
        takedown(f"edition:{instance.edition.code}")  # without its front nothing of an edition can be read
    purge(*keys)


@receiver([pre_page_move, post_page_move])
def purge_moved_place(instance: Page, url_path_before: str, url_path_after: str, **kwargs: Any) -> None:
    """The menu's order, and the addresses of all that stands below: the tree is rewritten past every page's saving.

    Asked before and after, for a section may leave its edition.
    """
    match instance.specific:
        case SectionPage() | PlainPage() as place:
            code = place.edition.code
            purge(f"edition:{code}")
            if url_path_before != url_path_after:
                purge(f"places:{code}", f"address:{place.pk}", f"absent:{code}")


@receiver([post_save, post_delete], sender=SocialAccount)
def purge_accounts(instance: SocialAccount, **kwargs: Any) -> None:
    """Accounts stand on every page of the edition."""
    purge(f"edition:{instance.edition.code}")


@receiver([post_save, post_delete], sender=Channel)
def purge_way_to_channel(instance: Channel, created: bool = False, **kwargs: Any) -> None:
    """Every page of an edition that has a channel leads to it."""
    if created or kwargs["signal"] is post_delete:
        purge(f"edition:{instance.edition.code}", f"absent:{instance.edition.code}")


def _is_a_draft(told: dict[str, Any]) -> bool:
    """Whether only what the desk keeps for itself has been written."""
    written = told.get("update_fields") or ()
    return bool(written) and OF_THE_DESK.issuperset(written)


def _is_known_elsewhere(page: NewsroomPage) -> bool:
    """A section has stories below it; a section or footer page with a key, now or before, a namesake in another edition."""
    if isinstance(page, SectionPage) and page.said_before is not None:
        return True
    return bool(getattr(page, "key", "") or getattr(page.said_before, "key", ""))


def _is_withdrawn(page: NewsroomPage, signal: Any) -> bool:
    """Whether readers have had the page until now."""
    had_it = page.live if signal is post_delete else getattr(page.said_before, "live", False)
    return bool(had_it) and (signal is post_delete or not page.live)


def _differs(page: NewsroomPage, signal: Any, facts: tuple[str, ...]) -> bool:
    before = page.said_before
    if signal is post_delete or before is None:
        return True
    return any(getattr(before, fact, None) != getattr(page, fact, None) for fact in facts)
