"""How an act chooses what it acts on: by number, the same for the same newsroom, so that a run can be repeated."""

from typing import Any

from django.db.models import QuerySet

from nashra.stories.models import Story


class NothingToActOn(LookupError):
    """The newsroom has nothing an act like this could be done to now."""


def one_of(found: Any, number: int) -> Any:
    """The row, or the item, at a place that ``number`` names; raises ``NothingToActOn`` when there is none."""
    rows = found.order_by("pk") if isinstance(found, QuerySet) else found
    count = rows.count() if isinstance(rows, QuerySet) else len(rows)
    if not count:
        raise NothingToActOn
    return rows[number % count]


def opened(story: Story) -> Any:
    """A story as an editor finds it in the desk: its latest draft, as its own kind."""
    return story.specific.get_latest_revision_as_object()


def live_story(number: int, **facts: object) -> Any:
    """One of the published stories, opened in the desk."""
    return opened(one_of(Story.objects.live().filter(**facts), number))


def blocks_of(story: Any) -> list[dict[str, Any]]:
    """A body in its stored form, to be added to."""
    return [{"type": block["type"], "value": block["value"]} for block in story.body.raw_data]


def listed(*stories: int) -> list[dict[str, Any]]:
    """Chosen stories in the stored form of a list of them."""
    return [{"type": "item", "id": f"story-{pk}", "value": pk} for pk in stories]


def publish(story: Any) -> None:
    """Publish a story's present state; what hangs on it gets its order as the desk's form writes it."""
    for name in ("story_topics", "story_bylines", "related_stories", "pictures"):
        if hasattr(story, name):
            rows = list(getattr(story, name).all())
            for place, row in enumerate(rows):
                row.sort_order = place
            setattr(story, name, rows)
    story.save_revision().publish()
