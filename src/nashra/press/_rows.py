"""Small steps inside a transaction of the page store."""

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from nashra.press import _statements as sql

type Values = Sequence[object] | Mapping[str, object]


def first_row(db: sqlite3.Connection, statement: str, values: Values = ()) -> tuple[Any, ...] | None:
    """The first row of an answer; None when there is none."""
    row: tuple[Any, ...] | None = db.execute(statement, values).fetchone()
    return row


def all_rows(db: sqlite3.Connection, statement: str, values: Values = ()) -> list[tuple[Any, ...]]:
    """Every row of an answer."""
    return db.execute(statement, values).fetchall()


def run(db: sqlite3.Connection, statement: str, values: Values = ()) -> int:
    """Change rows; returns how many."""
    return max(db.execute(statement, values).rowcount, 0)


def run_many(db: sqlite3.Connection, statement: str, rows: Iterable[Values]) -> None:
    """The same change for many rows of values."""
    db.executemany(statement, rows)


def read_number(db: sqlite3.Connection, name: str) -> int:
    """A number noted beside the pages; -1 when it was never written."""
    row = first_row(db, "SELECT value FROM meta WHERE name = ?", (name,))
    return int(row[0]) if row else -1


def note(db: sqlite3.Connection, /, **values: object) -> None:
    """Write small facts beside the pages."""
    run_many(db, sql.SET, [(name, str(value)) for name, value in values.items()])


def count(db: sqlite3.Connection, /, **amounts: float) -> None:
    """Add to the counters."""
    run_many(db, sql.COUNT, [(name, amount) for name, amount in amounts.items() if amount])
