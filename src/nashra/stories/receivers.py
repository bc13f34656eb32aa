"""What the stories room listens to: every change that alters what readers see purges its keys, in its own transaction."""

from typing import Any

from django.db.models.signals import post_delete, post_save, pre_delete, pre_save
from django.dispatch import receiver
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page
from wagtail.signals import page_slug_changed, page_unpublished, post_page_move

from nashra.editions.models import Edition, Region, RegionLabel, SocialAccount
from nashra.media.models import Channel
from nashra.people.models import Byline, BylineLink, BylineName
from nashra.press.journal import purge, takedown
from nashra.stories.actions.open_edition import open_edition
from nashra.stories.actions.settle_branch import settle_branch
from nashra.stories.facts import Facts, facts_of
from nashra.stories.keys import keys_of_change
from nashra.stories.models import (
    Coverage,
    CoverageLead,
    HomePage,
    PlainPage,
    SectionPage,
    Show,
    Story,
    Topic,
    TopicLabel,
)
from nashra.stories.models.tree import NewsroomPage
from nashra.stories.signals import story_saved, story_saving

# What every edition's switcher says of an edition; all else is seen on its own pages only.
_SWITCHER_FACTS = ("code", "language", "name", "host", "position")


@receiver(pre_save, sender=Edition)
def remember_edition(instance: Edition, **kwargs: Any) -> None:
    """Keep what the other editions said of this one until now."""
    instance.said_before = Edition.objects.filter(pk=instance.pk).values(*_SWITCHER_FACTS).first()


@receiver(post_save, sender=Edition)
def open_saved_edition(instance: Edition, raw: bool = False, **kwargs: Any) -> None:
    """An edition can be published as soon as it is saved, whoever saved it."""
    if not raw:
        open_edition(instance)
        said = {fact: getattr(instance, fact) for fact in _SWITCHER_FACTS}
        purge(f"edition:{instance.code}", *([] if said == instance.said_before else ["editions"]))


@receiver(story_saving)
def remember_facts(story: Story, **kwargs: Any) -> None:
    """Keep what readers saw until now."""
    story.facts_before = facts_of(story.pk)


@receiver(story_saved)
def purge_saved_story(story: Story, **kwargs: Any) -> None:
    """Have every page that shows something of the change made anew; what is withdrawn is taken down."""
    announce_change(story.facts_before, facts_of(story.pk))


@receiver(page_unpublished)
def purge_withdrawn_page(instance: Page, **kwargs: Any) -> None:
    """Wagtail withdraws expired pages as bare rows of the tree, past the story's own saving."""
    if getattr(instance, "facts_before", None) is None:
        announce_change(facts_of(instance.pk, withdrawn=True), None)


@receiver(pre_delete, sender=Story)
def purge_deleted_story(instance: Story, **kwargs: Any) -> None:
    """A deleted story is taken down like a withdrawn one."""
    announce_change(facts_of(instance.pk), None)


def announce_change(before: Facts | None, after: Facts | None) -> None:
    """Purge what a change from ``before`` to ``after`` alters; take down what readers may no longer see."""
    keys = keys_of_change(before, after)
    if before and after is None:
        withdrawn = {f"story:{before.pk}", f"card:{before.pk}"}
        takedown(*withdrawn)
        keys -= withdrawn
    purge(*keys)


@receiver(post_page_move)
def settle_moved_page(instance: Page, **kwargs: Any) -> None:
    """A moved story belongs to its new section, a moved section's stories to its new place."""
    settle_branch(instance)
    _purge_absent(instance)


@receiver(page_slug_changed)
def purge_renamed_page(instance: Page, **kwargs: Any) -> None:
    """The old address, absent a moment ago, now leads to the new one."""
    _purge_absent(instance)


@receiver([post_save, post_delete], sender=Redirect)
def purge_redirects(**kwargs: Any) -> None:
    """A redirect set by hand takes effect where a page was absent."""
    purge("redirects", *(f"absent:{code}" for code in Edition.objects.values_list("code", flat=True)))


# What menus, footers and switchers say of a page; arranging a front changes none of it.
_MENU_FACTS = ("title", "url_path", "live", "show_in_menus", "path")


@receiver(pre_save, sender=SectionPage)
@receiver(pre_save, sender=PlainPage)
@receiver(pre_save, sender=HomePage)
def remember_place(instance: NewsroomPage, **kwargs: Any) -> None:
    """Keep what menus said of a page until now."""
    instance.said_before = Page.objects.filter(pk=instance.pk).values(*_MENU_FACTS).first()


@receiver([post_save, post_delete], sender=SectionPage)
@receiver([post_save, post_delete], sender=PlainPage)
def purge_place(instance: SectionPage | PlainPage, **kwargs: Any) -> None:
    """A place's own page; where its name or place changes, every page of the edition, and where nothing was."""
    code = instance.edition.code
    purge(f"front:{instance.pk}", f"section:{instance.pk}", f"page:{instance.pk}")
    if _is_said_anew(instance, kwargs["signal"]):
        purge(f"edition:{code}", f"absent:{code}")


@receiver([post_save, post_delete], sender=HomePage)
def purge_home(instance: HomePage, **kwargs: Any) -> None:
    """The front's arrangement; where the edition comes or goes, every switcher."""
    purge(f"front:{instance.pk}")
    if _is_said_anew(instance, kwargs["signal"]):
        purge("editions")


def _is_said_anew(page: NewsroomPage, signal: Any) -> bool:
    return signal is post_delete or page.said_before != {fact: getattr(page, fact) for fact in _MENU_FACTS}


@receiver([post_save, post_delete], sender=Region)
@receiver([post_save, post_delete], sender=RegionLabel)
def purge_regions(**kwargs: Any) -> None:
    """Regions stand in every edition's head."""
    purge("regions")


@receiver([post_save, post_delete], sender=SocialAccount)
def purge_accounts(instance: SocialAccount, **kwargs: Any) -> None:
    """Accounts stand on every page of the edition."""
    purge(f"edition:{instance.edition.code}")


@receiver([post_save, post_delete], sender=Channel)
def purge_channel_link(instance: Channel, **kwargs: Any) -> None:
    """Every page of an edition that has a channel leads to it."""
    purge(f"edition:{instance.edition.code}", f"absent:{instance.edition.code}")


@receiver([post_save, post_delete], sender=Topic)
@receiver([post_save, post_delete], sender=TopicLabel)
def purge_topic(instance: Topic | TopicLabel, **kwargs: Any) -> None:
    """A topic's name and address, on its page and under stories."""
    topic = instance.pk if isinstance(instance, Topic) else instance.topic_id
    purge(f"topic:{topic}", *_absent_everywhere())


@receiver([post_save, post_delete], sender=Byline)
@receiver([post_save, post_delete], sender=BylineName)
@receiver([post_save, post_delete], sender=BylineLink)
def purge_byline(instance: Byline | BylineName | BylineLink, **kwargs: Any) -> None:
    """A byline's names, portrait and links, wherever they stand."""
    byline = instance.pk if isinstance(instance, Byline) else instance.byline_id
    purge(f"author:{byline}", *_absent_everywhere())


@receiver([post_save, post_delete], sender=Coverage)
@receiver([post_save, post_delete], sender=CoverageLead)
def purge_coverage(instance: Coverage | CoverageLead, **kwargs: Any) -> None:
    """A coverage's name, look and order."""
    coverage = instance.pk if isinstance(instance, Coverage) else instance.coverage_id
    purge(f"coverage:{coverage}", *_absent_everywhere())


@receiver([post_save, post_delete], sender=Show)
def purge_show(instance: Show, **kwargs: Any) -> None:
    """A show's page, its episodes, the list of shows."""
    purge(f"show:{instance.pk}", f"shows:{instance.edition.code}", f"absent:{instance.edition.code}")


def _purge_absent(page: Page) -> None:
    specific = page.specific
    if code := getattr(getattr(specific, "edition", None), "code", ""):
        purge("redirects", f"absent:{code}")


def _absent_everywhere() -> list[str]:
    return [f"absent:{code}" for code in Edition.objects.values_list("code", flat=True)]
