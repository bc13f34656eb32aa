"""What the purge journal says, as values: events in the order in which their changes became visible."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Event:
    """One line of the journal. ``happened_at`` is Unix time by the database's clock."""

    position: int
    token: str
    keys: tuple[str, ...]
    takedown: bool = False
    happened_at: float = 0.0


@dataclass(frozen=True, slots=True)
class Anchor:
    """How far someone has followed the journal: a position, and the token that proves which journal it was."""

    position: int
    token: str


@dataclass(frozen=True, slots=True)
class Debt:
    """What a cache further out has still to be told: a key, or the address of a page. A takedown is told ``at_once``."""

    name: str
    at_once: bool
    position: int


NOWHERE = Anchor(-1, "")
"""Has not begun to follow any journal."""

MOST_EVENTS_AT_ONCE = 500

EVENTS_FROM = """
SELECT position, token::text, keys, takedown, extract(epoch FROM happened_at)::float8
FROM press_event WHERE position >= %s ORDER BY position LIMIT %s
"""
"""The journal from a position on, for whoever remembers how far it was read."""
