"""What pages are made of: the questions a render asked of the database, and the answers.

A page is a function of those answers and nothing else. Asking the same questions again tells, at a tenth of the cost of a
render, which pages cannot have changed; only the others need to be rendered for comparison.
"""

import contextlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from django.db import connection

from nashra.press.pages import Address

# What is written while a page is rendered, and the journal itself, are no content.
_NOT_CONTENT = ('"press_', "procrastinate_", "INSERT ", "SAVEPOINT")


@dataclass(frozen=True, slots=True)
class Question:
    """A statement with its values; two are the same when they read the same."""

    text: str
    statement: Any = field(compare=False)
    values: Any = field(compare=False)

    def answer(self) -> list[tuple[Any, ...]]:
        """What the database says now."""
        with connection.cursor() as cursor:
            cursor.execute(self.statement, self.values)
            return cursor.fetchall()


@dataclass(slots=True)
class Inputs:
    """The questions behind each page, and the answers as they were last time."""

    asked: dict[Address, set[Question]] = field(default_factory=dict)
    answers: dict[Question, list[tuple[Any, ...]]] = field(default_factory=dict)

    def copy(self) -> "Inputs":
        """As it stands now, to go on from."""
        return Inputs(dict(self.asked), dict(self.answers))

    @contextlib.contextmanager
    def noted(self, address: Address) -> Iterator[None]:
        """Note what is asked inside the block as what this page is made of."""
        questions: set[Question] = set()

        def note(execute: Callable[..., Any], statement: Any, values: Any, many: bool, context: Any) -> Any:
            text = statement if isinstance(statement, str) else repr(statement)
            if "SELECT" in text and not any(name in text for name in _NOT_CONTENT):
                questions.add(Question(f"{text} {values!r}", statement, values))
            return execute(statement, values, many, context)

        with connection.execute_wrapper(note):
            yield
        self.asked[address] = questions

    def forget(self, gone: Iterable[Address]) -> None:
        """Nothing is asked for these any more."""
        for address in gone:
            self.asked.pop(address, None)

    def changed(self) -> set[Address]:
        """The pages of which some question is answered otherwise than last time."""
        in_use = set().union(*self.asked.values()) if self.asked else set()
        now = {question: question.answer() for question in in_use}
        differing = {question for question, rows in now.items() if self.answers.get(question, rows) != rows}
        self.answers = now
        return {address for address, questions in self.asked.items() if not differing.isdisjoint(questions)}
