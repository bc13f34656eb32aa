"""Questions asked again and again: their SQL is composed once, as a line of type that is kept for the next page.

Composing a query over a dozen tables takes Django longer (some 3 ms) than PostgreSQL takes to answer it. What is kept here is
what Django has composed; rows become models by Django's own hand, so an answer is the same as without.
"""

from collections.abc import Callable, Sequence
from copy import copy
from datetime import UTC, datetime, timedelta
from typing import Any

from django.db import connections
from django.db.models import QuerySet
from django.db.models.sql.compiler import SQLCompiler

type Value = int | str | datetime


class Composed[Row]:
    """A question with places left for values; safe to ask from several threads."""

    def __init__(self, compose: Callable[[Sequence[Any]], QuerySet[Any, Row]]) -> None:
        """``compose(values)`` gives the question for these values. It must have the same form for all values of the same
        number and kinds: no condition may depend on what they are, and each may only be compared with."""
        self._compose = compose
        self._forms: dict[tuple[type, ...], _Form[Row]] = {}

    def ask(self, *values: Value) -> list[Row]:
        """The rows for these values."""
        kinds = tuple(map(type, values))
        form = self._forms.get(kinds)
        if form is None:
            form = self._forms[kinds] = _Form(self._compose, kinds)
        return form.ask(values)


class _Form[Row]:
    """A question for so many values of such kinds."""

    def __init__(self, compose: Callable[[Sequence[Any]], QuerySet[Any, Row]], kinds: Sequence[type]) -> None:
        places = [_place(number, kind) for number, kind in enumerate(kinds)]
        self._asked = compose(places)
        self._compiler: SQLCompiler = self._asked.query.get_compiler(self._asked.db)
        self._sql, found = self._compiler.as_sql()
        self._values = tuple(found)
        number_of = {place: number for number, place in enumerate(places)}
        self._numbers = [(at, number_of[value]) for at, value in enumerate(found) if value in number_of]

    def ask(self, values: Sequence[Value]) -> list[Row]:
        """The rows for these values."""
        filled = list(self._values)
        for at, number in self._numbers:
            filled[at] = values[number]
        asked = self._asked.all()
        compiler = copy(self._compiler)
        compiler.connection = connections[asked.db]  # each thread has its own
        compiler.as_sql = lambda *_args, **_kwargs: (self._sql, tuple(filled))  # type: ignore[method-assign] # decision 25
        asked.query.get_compiler = lambda *_args, **_kwargs: compiler  # type: ignore[method-assign] # decision 25
        return list(asked)


def _place(number: int, kind: type) -> Value:
    """What stands in a value's place while the question is composed; nothing real is equal to it."""
    if issubclass(kind, str):
        return f"\N{ASTERISM}{number}"
    if issubclass(kind, datetime):
        return datetime(1, 1, 2, tzinfo=UTC) + timedelta(days=number)
    return -(2**31) + 1 + number
