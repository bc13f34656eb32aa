"""Long lists in leaves that do not shift: leaf 1 holds the oldest stories, for ever; what is new goes to the last.

The list's own address shows the latest; the numbered leaves hold everything once, so that a link to one stays right.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import Http404

from nashra.stories.querysets import StoryQuerySet

LEAF = 30


@dataclass(frozen=True, slots=True)
class Leaf:
    """The ids of some stories of a list, newest first. ``older`` and ``newer`` are numbers of leaves; 0 is the list's own address."""

    stories: Sequence[int]
    older: int | None = None
    newer: int | None = None

    def key(self, list_key: str) -> str:
        """The key this leaf carries: what is published next touches the list's own address and its youngest leaf only."""
        return f"{list_key}:leaves" if self.newer else list_key


def leaf_of(stories: StoryQuerySet, number: int | None) -> Leaf:
    """The latest stories, or the numbered leaf; raises ``Http404`` for a number there is no leaf of."""
    stories = stories.filter(published_at__isnull=False)
    if number is None:
        latest = _ids(stories.by_recency()[: LEAF + 1])
        full = (stories.count() // LEAF) if len(latest) > LEAF else 0
        return Leaf(latest[:LEAF], older=full or None)
    start = (number - 1) * LEAF
    if number < 1 or start > 10_000_000:
        raise Http404
    found = _ids(stories.oldest_first()[start : start + LEAF + 1])
    # An unfinished leaf would still change: its stories are on the list's own address.
    if len(found) < LEAF:
        raise Http404
    return Leaf(
        found[LEAF - 1 :: -1],
        older=number - 1 or None,
        newer=number + 1 if _is_full(stories, number + 1) else 0,
    )


def _ids(stories: StoryQuerySet) -> list[int]:
    return list(stories.values_list("pk", flat=True))


def _is_full(stories: StoryQuerySet, number: int) -> bool:
    last = number * LEAF - 1
    return bool(stories.oldest_first().values("pk")[last : last + 1])
