"""What caches further out have still to be told: noted with the event itself, kept until each of them has taken it.

A taken-down page is no longer there to be asked for its address, so the addresses are written down before it goes.
"""

import json
import sqlite3
from collections.abc import Iterable, Mapping
from typing import Literal

from nashra.press import _statements as sql
from nashra.press._rows import all_rows, run, run_many
from nashra.press.events import Debt, Event

type Caches = Mapping[str, Literal["keys", "addresses"]]
"""The caches further out by name, and what each of them is told."""


def owe_keys(db: sqlite3.Connection, caches: Caches, event: Event) -> None:
    """Note the keys of an event for the caches that know keys."""
    run_many(db, sql.OWE_KEYS, _each(caches, "keys", event, keys=json.dumps(event.keys)))


def owe_carriers(db: sqlite3.Connection, caches: Caches, event: Event) -> None:
    """Note the pages that carry a key of an event for the caches that know addresses, while the pages are there."""
    run_many(db, sql.OWE_CARRIERS, _each(caches, "addresses", event, keys=json.dumps(event.keys)))


def owe_these(db: sqlite3.Connection, caches: Caches, pages: Iterable[int], event: Event) -> None:
    """Note some pages, by their numbers, for the caches that know addresses."""
    run_many(db, sql.OWE_THESE, _each(caches, "addresses", event, pages=json.dumps(list(pages))))


def _each(caches: Caches, kind: str, event: Event, **more: str) -> list[dict[str, object]]:
    values = {"takedown": int(event.takedown), "position": event.position, **more}
    return [{"cache": name, **values} for name, told in caches.items() if told == kind]


def list_debts(db: sqlite3.Connection, cache: str, position: int, most: int) -> list[Debt]:
    """What a cache may be told now: takedowns at once, all else once it has been made anew up to ``position``."""
    return [Debt(row[0], bool(row[1]), row[2]) for row in all_rows(db, sql.OWED, (cache, position, most))]


def strike_off(db: sqlite3.Connection, cache: str, debts: Iterable[Debt]) -> None:
    """A cache has taken these; what was noted again meanwhile stays."""
    run_many(db, sql.PAID, [(cache, debt.name, int(debt.at_once), debt.position) for debt in debts])


def forgive_others(db: sqlite3.Connection, caches: Iterable[str]) -> None:
    """Forget what was noted for caches that are none any more."""
    run(db, sql.FORGIVE_OTHERS, (json.dumps(list(caches)),))
