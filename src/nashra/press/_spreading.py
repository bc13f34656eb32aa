"""How a purge reaches the pages that carry its keys: at once, or, where they are very many, some pages at a time.

From the moment a large one has begun, every page it concerns is read as what it will be (see ``READ``): a spoiled page, or none.
What is left to do stands in the store, so whoever is killed in the middle is replaced by any other process.
"""

import json
import sqlite3
import time
from collections.abc import Sequence

from nashra.press import _statements as sql
from nashra.press._owed import Caches, owe_these
from nashra.press._rows import count, run
from nashra.press.events import Event

HOT_AT_ONCE = 100
PAGES_AT_ONCE = 1000
PAGES_TAKEN_DOWN_AT_ONCE = 200


def count_carriers(db: sqlite3.Connection, event: Event, most: int) -> int:
    """How many pages carry a key of ``event``, counted up to ``most``."""
    values = {"keys": json.dumps(event.keys), "most": most}
    return int(db.execute(sql.CARRIERS, values).fetchone()[0])


def spoil(db: sqlite3.Connection, event: Event, grace: float) -> None:
    """Spoil every page that carries a key of ``event``; the most read stay in use for ``grace`` seconds."""
    values = _values(event, grace)
    if grace:
        run(db, sql.KEEP_IN_USE, values)
    count(db, dropped=run(db, sql.DROP, values))


def take_down(db: sqlite3.Connection, event: Event) -> None:
    """Delete every page that carries a key of ``event``."""
    values = {"keys": json.dumps(event.keys), "position": event.position}
    count(db, taken_down=run(db, sql.TAKE_DOWN, values))


def begin(db: sqlite3.Connection, event: Event, grace: float) -> None:
    """From here on, the pages that carry a key of ``event`` are spoiled, or gone if it is a takedown."""
    if grace and not event.takedown:
        run(db, sql.KEEP_MOST_READ_IN_USE, _values(event, grace))
    _begin(db, json.dumps(event.keys), event.position, takedown=event.takedown)


def begin_everywhere(db: sqlite3.Connection, taken_down: Sequence[str]) -> None:
    """From here on, every page there is now is spoiled, whatever it was made from; those taken down are gone."""
    db.execute("DELETE FROM spreading WHERE NOT takedown")
    if taken_down:
        _begin(db, json.dumps(taken_down), 2**63 - 1, takedown=True)
    _begin(db, json.dumps([sql.EVERY_KEY]), 2**63 - 1, takedown=False)


def _begin(db: sqlite3.Connection, keys: str, position: int, *, takedown: bool) -> None:
    values = {"keys": keys, "position": position, "takedown": int(takedown)}
    db.execute(sql.OVERTAKE, values)
    db.execute(sql.BEGIN_SPREADING, values)


def go_on(db: sqlite3.Connection, caches: Caches, *, takedowns_only: bool) -> int | None:
    """Reach the next pages, those to be taken down first; returns how many were changed, None when all is done.

    ``caches`` further out will be told of them.
    """
    changed, left = 0, PAGES_AT_ONCE
    begun = db.execute(sql.NEXT_SPREADING, (int(takedowns_only),)).fetchone()
    if begun is None:
        return None
    while begun is not None and left > 0:
        key, position, takedown, last_page, done_page = begun
        most = min(left, PAGES_TAKEN_DOWN_AT_ONCE) if takedown else left
        pages = _next_pages(db, key, done_page, last_page, most)
        # What an unknown journal has spoiled is made anew whenever it is asked for: no position to wait for.
        reached = Event(0 if key == sql.EVERY_KEY else position, "", (key,), takedown=bool(takedown))
        owe_these(db, caches, pages, reached)
        changed += _change(db, key, position, pages, takedown=bool(takedown))
        if len(pages) < most:
            db.execute(sql.END_SPREADING, (key, position))
        else:
            db.execute(sql.NOTE_SPREADING, (pages[-1], key, position))
        # A taken-down page is overwritten, which takes longer than a mark.
        left -= len(pages) * (PAGES_AT_ONCE // PAGES_TAKEN_DOWN_AT_ONCE if takedown else 1) + 1
        begun = db.execute(sql.NEXT_SPREADING, (int(takedowns_only),)).fetchone()
    return changed


def _next_pages(db: sqlite3.Connection, key: str, after: int, last: int, most: int) -> list[int]:
    if key == sql.EVERY_KEY:
        return [row[0] for row in db.execute(sql.NEXT_PAGES, (after, last, most))]
    return [row[0] for row in db.execute(sql.NEXT_CARRIERS, (key, after, last, most))]


def _change(db: sqlite3.Connection, key: str, position: int, pages: list[int], *, takedown: bool) -> int:
    values = {
        "pages": json.dumps(pages),
        "position": position,
        "now": time.time(),
        "reason": f"{position}: {key}",
    }
    statement = (
        sql.TAKE_THESE_DOWN if takedown else sql.SPOIL_THESE if key == sql.EVERY_KEY else sql.DROP_THESE
    )
    changed = run(db, statement, values)
    count(db, **{"taken_down" if takedown else "dropped": changed})
    return changed


def _values(event: Event, grace: float) -> dict[str, object]:
    now = time.time()
    return {
        "keys": json.dumps(event.keys),
        "position": event.position,
        "now": now,
        "until": now + grace,
        "reason": f"{event.position}: {' '.join(event.keys)}"[:400],
        "most": HOT_AT_ONCE,
    }
