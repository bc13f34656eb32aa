"""Long lists in leaves that do not shift: leaf 1 holds the oldest stories, for ever; what is new goes to the last.

The list's own address shows the latest; the numbered leaves hold everything once, so that a link to one stays right.
"""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial

from django.db.models import F, Q, Window
from django.db.models.functions import Mod, RowNumber
from django.http import Http404

from nashra.press.keys import carry
from nashra.press.standing import part
from nashra.stories.querysets import StoryQuerySet

LEAF = 30
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_TICK = timedelta(microseconds=1)


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
class _Foliation:
    """Where each leaf of a list begins: the time of publication (in microseconds) and the id of its first story.

    Sixteen bytes a leaf, so that each of thirty thousand is reached at once, and none by passing those before it.
    """

    moments: array[int]
    ids: array[int]

    def __len__(self) -> int:
        return len(self.ids)

    def since(self, leaf: int) -> Q:
        """The stories from the first of a leaf on; the first condition is one an index answers."""
        moment, pk = _EPOCH + self.moments[leaf - 1] * _TICK, self.ids[leaf - 1]
        return Q(published_at__gte=moment) & (Q(published_at__gt=moment) | Q(pk__gte=pk))


def leaf_of(stories: StoryQuerySet, number: int | None, old_key: str) -> Leaf:
    """The latest stories, or the numbered leaf; raises ``Http404`` for a number there is no leaf of.

    ``old_key`` is purged whenever anything but a new last story comes, goes or changes its place in the list.
    """
    stories = stories.filter(published_at__isnull=False)
    latest = _ids(stories.by_recency()[: LEAF + 1]) if number is None else []
    if number is None and len(latest) <= LEAF:
        return Leaf(latest)
    known = part(("foliation", old_key), partial(_foliate, stories, old_key))
    if not len(known):
        raise Http404
    # What has come since is counted from the last leaf that was known.
    count = (len(known) - 1) * LEAF + stories.filter(known.since(len(known))).count()
    if number is None:
        return Leaf(latest[:LEAF], older=count // LEAF)
    # An unfinished leaf would still change: its stories are on the list's own address.
    if not 1 <= number <= count // LEAF:
        raise Http404
    return Leaf(
        _filling(stories, number, known),
        older=number - 1 or None,
        newer=number + 1 if count >= (number + 1) * LEAF else 0,
    )


def _foliate(stories: StoryQuerySet, old_key: str) -> _Foliation:
    """Go through a list once, be it a million stories long."""
    carry(old_key)
    place = Window(RowNumber(), order_by=[F("published_at").asc(), F("pk").asc()])
    firsts = (
        stories.order_by().alias(in_leaf=Mod(place, LEAF)).filter(in_leaf=1).order_by("published_at", "pk")
    )
    moments, ids = array("q"), array("q")
    for moment, pk in firsts.values_list("published_at", "pk").iterator():
        moments.append((moment - _EPOCH) // _TICK)
        ids.append(pk)
    return _Foliation(moments, ids)


def _filling(stories: StoryQuerySet, number: int, known: _Foliation) -> list[int]:
    """The stories of a full leaf, newest first."""
    nearest = min(number, len(known))
    start = (number - nearest) * LEAF
    return _ids(stories.filter(known.since(nearest)).oldest_first()[start : start + LEAF])[::-1]


def _ids(stories: StoryQuerySet) -> list[int]:
    return list(stories.values_list("pk", flat=True))
