"""Long lists in leaves that do not shift: leaf 1 holds the oldest stories, for ever; what is new goes to the last.

The list's own address shows the latest; the numbered leaves hold everything once, so that a link to one stays right.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial

from django.db.models import Q
from django.http import Http404

from nashra.press.keys import carry
from nashra.press.standing import part
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


@dataclass(frozen=True, slots=True)
class _Counted:
    """How many stories a list held up to ``last``, its newest when they were counted (time of publication and id)."""

    count: int
    last: tuple[datetime, int]

    @property
    def later(self) -> Q:
        """What has been published since; the first condition is one an index answers."""
        moment, pk = self.last
        return Q(published_at__gte=moment) & (Q(published_at__gt=moment) | Q(pk__gt=pk))

    @property
    def until_then(self) -> Q:
        """What was counted."""
        moment, pk = self.last
        return Q(published_at__lte=moment) & (Q(published_at__lt=moment) | Q(pk__lte=pk))


def leaf_of(stories: StoryQuerySet, number: int | None, old_key: str) -> Leaf:
    """The latest stories, or the numbered leaf; raises ``Http404`` for a number there is no leaf of.

    ``old_key`` is purged whenever anything but a new last story comes, goes or changes its place in the list.
    """
    stories = stories.filter(published_at__isnull=False)
    latest = _ids(stories.by_recency()[: LEAF + 1]) if number is None else []
    if number is None and len(latest) <= LEAF:
        return Leaf(latest)
    counted = part(("counted", old_key), partial(_count, stories, old_key))
    count = counted.count + stories.filter(counted.later).count() if counted else 0
    if number is None:
        return Leaf(latest[:LEAF], older=count // LEAF)
    # An unfinished leaf would still change: its stories are on the list's own address.
    if not counted or not 1 <= number <= count // LEAF:
        raise Http404
    return Leaf(
        _filling(stories, number, counted),
        older=number - 1 or None,
        newer=number + 1 if count >= (number + 1) * LEAF else 0,
    )


def _count(stories: StoryQuerySet, old_key: str) -> _Counted | None:
    """Counts a list once, be it a million stories long; those that come after are counted by themselves."""
    carry(old_key)
    last = stories.by_recency().values_list("published_at", "pk").first()
    if last is None or last[0] is None:
        return None
    counted = _Counted(0, (last[0], last[1]))
    return replace(counted, count=stories.filter(counted.until_then).count())


def _filling(stories: StoryQuerySet, number: int, counted: _Counted) -> list[int]:
    """The stories of a full leaf, newest first, reached from the nearer end of the list."""
    start, end = (number - 1) * LEAF, number * LEAF
    if counted.count // 2 < start and end <= counted.count:
        old = stories.filter(counted.until_then).by_recency()
        return _ids(old[counted.count - end : counted.count - start])
    return _ids(stories.oldest_first()[start:end])[::-1]


def _ids(stories: StoryQuerySet) -> list[int]:
    return list(stories.values_list("pk", flat=True))
