"""Changes of stories: purged by what readers see of them before and after."""

from typing import Any

from django.db.models import Q
from django.db.models.signals import post_delete, post_save, pre_delete, pre_save
from django.dispatch import receiver
from wagtail.contrib.redirects.models import Redirect
from wagtail.documents import get_document_model
from wagtail.models import Page
from wagtail.signals import page_slug_changed, page_unpublished, post_page_move

from nashra.editions.models import Edition
from nashra.media.models import Video
from nashra.press.journal import purge, takedown
from nashra.stories.actions.settle_branch import settle_branch
from nashra.stories.facts import Facts, facts_of
from nashra.stories.keys import keys_of_change
from nashra.stories.models import Story
from nashra.stories.signals import story_saved, story_saving


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


@receiver(pre_save, sender=Video)
def remember_length(instance: Video, **kwargs: Any) -> None:
    """Keep how long the film was until now."""
    instance.length_before = _length_of(instance)


@receiver(post_save, sender=Video)
def purge_cards_of_film(instance: Video, **kwargs: Any) -> None:
    """A film's length stands on the cards of its stories; all else of it where it is played."""
    if _length_of(instance) != getattr(instance, "length_before", None):
        shown = Story.objects.live().filter(Q(videostory__video=instance) | Q(episode__video=instance))
        purge(*(f"card:{pk}" for pk in shown.values_list("pk", flat=True)))


def _length_of(film: Video) -> int | None:
    return Video.objects.filter(pk=film.pk).values_list("duration_seconds", flat=True).first()


@receiver(post_page_move)
def settle_moved_page(instance: Page, url_path_before: str, url_path_after: str, **kwargs: Any) -> None:
    """A moved story belongs to its new section, a moved section's stories to its new place."""
    settle_branch(instance)
    match instance.specific:
        case Story() as story if url_path_before != url_path_after:
            # The row had its new address before the story was saved: nobody else has seen it change.
            purge(f"link:{story.link_key}", f"address:{story.pk}")
    _purge_absent(instance)


@receiver(page_slug_changed)
def purge_renamed_page(instance: Page, **kwargs: Any) -> None:
    """The old address, absent a moment ago, now leads to the new one."""
    _purge_absent(instance)


@receiver([post_save, post_delete], sender=Redirect)
def purge_redirects(**kwargs: Any) -> None:
    """A redirect set by hand takes effect where a page was absent."""
    purge("redirects", *(f"absent:{code}" for code in Edition.objects.values_list("code", flat=True)))


@receiver([post_save, post_delete], sender=get_document_model())
def purge_document(instance: Any, **kwargs: Any) -> None:
    """A document's name, size and address, wherever a text leads to it."""
    purge(f"document:{instance.pk}")


def _purge_absent(page: Page) -> None:
    specific = page.specific
    if code := getattr(getattr(specific, "edition", None), "code", ""):
        purge("redirects", f"absent:{code}")
