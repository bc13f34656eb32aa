"""Standing type: parts of pages that stay set between renders of one process, true by the same keys as pages.

A menu, an edition's facts, a story's card are on hundreds of pages. Printers kept such type standing; so does this. A part
is made once, with the keys it carries recorded, and used again until the journal purges one of them. Before a render
reads anything it reads the journal on, so what stands is never older than what the render would read itself.
"""

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any

from nashra.press.events import NOWHERE, Anchor, Event
from nashra.press.keys import carry, declare, recording

MOST_PARTS = 5000
PURGES_REMEMBERED = 20_000

type Name = Hashable
type Since = Callable[[Anchor], list[Event] | None]


@dataclass(frozen=True, slots=True)
class _Part:
    value: Any
    keys: frozenset[str]
    parameters: frozenset[str]


class StandingType:
    """The parts that stand in one process; safe to use from several threads."""

    def __init__(self, most: int = MOST_PARTS) -> None:
        """``most`` parts stand at once; those not used for longest are dropped first."""
        self._most = most
        self._lock = threading.Lock()
        self._anchor = NOWHERE
        self._parts: OrderedDict[Name, _Part] = OrderedDict()
        self._carriers: dict[str, set[Name]] = {}
        self._purged: OrderedDict[str, int] = OrderedDict()
        self._floor = NOWHERE.position

    def __len__(self) -> int:
        return len(self._parts)

    def catch_up(self, events_from: Since, newest: Callable[[], Anchor]) -> int:
        """Drop what the journal has purged since the last call; returns the position read up to.

        ``events_from(anchor)`` gives the events from ``anchor`` on, that one first, or None when they are too many;
        ``newest()`` the journal's end. A journal that does not know the anchor is another one: then nothing stands.
        """
        known = self._anchor
        events = events_from(known) if known.position >= 0 else None
        if not events or (events[0].position, events[0].token) != (known.position, known.token):
            return self._begin_anew(newest())
        with self._lock:
            for event in events[1:]:
                self._purge(event)
            last = events[-1]
            if last.position > self._anchor.position:
                self._anchor = Anchor(last.position, last.token)
            return last.position

    def recall(self, name: Name) -> Any:
        """The part that stands under a name, its keys carried by the page being rendered; None when there is none."""
        with self._lock:
            part = self._parts.get(name)
            if part is None:
                return None
            self._parts.move_to_end(name)
        carry(*part.keys)
        declare(*part.parameters)
        return part.value

    def keep(self, name: Name, part: _Part, as_of: int) -> None:
        """Let a part stand that was made from content as of a journal position, unless it has been purged since."""
        with self._lock:
            newest = max((self._purged.get(key, -1) for key in part.keys), default=-1)
            if as_of < max(newest, self._floor):
                return
            self._drop(name)
            self._parts[name] = part
            for key in part.keys:
                self._carriers.setdefault(key, set()).add(name)
            while len(self._parts) > self._most:
                self._drop(next(iter(self._parts)))

    def _purge(self, event: Event) -> None:
        for key in event.keys:
            for name in list(self._carriers.get(key, ())):
                self._drop(name)
            if event.position > self._purged.get(key, -1):
                self._purged[key] = event.position
                self._purged.move_to_end(key)
        while len(self._purged) > PURGES_REMEMBERED:
            self._floor = max(self._floor, self._purged.popitem(last=False)[1])

    def _begin_anew(self, anchor: Anchor) -> int:
        with self._lock:
            self._parts.clear()
            self._carriers.clear()
            self._purged.clear()
            self._anchor, self._floor = anchor, anchor.position
        return anchor.position

    def _drop(self, name: Name) -> None:
        part = self._parts.pop(name, None)
        for key in part.keys if part else ():
            carriers = self._carriers[key]
            carriers.discard(name)
            if not carriers:
                del self._carriers[key]


@dataclass(frozen=True, slots=True)
class _InUse:
    standing: StandingType
    as_of: int


_in_use: ContextVar[_InUse | None] = ContextVar("nashra_press_standing", default=None)


@contextmanager
def standing_type(standing: StandingType | None, as_of: int) -> Iterator[None]:
    """Let ``part`` use and keep standing type inside the block, for content as of a journal position."""
    token = _in_use.set(_InUse(standing, as_of) if standing is not None else None)
    try:
        yield
    finally:
        _in_use.reset(token)


@contextmanager
def standing_for_one_page() -> Iterator[None]:
    """Outside the press: let what is made inside the block stand for its length, so that no part is made twice."""
    if _in_use.get() is not None:
        yield
        return
    with standing_type(StandingType(), 0):
        yield


def part[T](name: Name, make: Callable[[], T]) -> T:
    """A part of the page being rendered: the one that stands, or made now and kept.

    ``make`` must carry the key of everything the part shows, whatever else the page carries. None is not kept, and
    what is kept is shared: nobody may change it. Outside the press, and for previews, it is simply made.
    """
    in_use = _in_use.get()
    if in_use is None:
        return make()
    found: T | None = in_use.standing.recall(name)
    if found is not None:
        return found
    with recording() as recorded:
        made = make()
    if made is not None:
        kept = _Part(made, frozenset(recorded.keys), frozenset(recorded.parameters))
        in_use.standing.keep(name, kept, in_use.as_of)
    return made


def recall[N: Hashable](names: Iterable[N]) -> dict[N, Any]:
    """Those of the named parts that stand, their keys carried."""
    in_use = _in_use.get()
    if in_use is None:
        return {}
    found = {name: in_use.standing.recall(name) for name in names}
    return {name: value for name, value in found.items() if value is not None}
