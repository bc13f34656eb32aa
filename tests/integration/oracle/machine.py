"""The machine that invents acts: hypothesis chooses which, and on what; after each, the proof is asked for."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import cached_property
from types import ModuleType
from typing import ClassVar

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import ProtectedError
from hypothesis import note
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule

from nashra.base import clock
from nashra.media.orders import recent_orders
from nashra.press.pages import Address
from nashra.stories.models import Story
from tests.integration.oracle import on_many, on_names, on_places, on_stories
from tests.integration.oracle.choosing import NothingToActOn, one_of
from tests.integration.oracle.conftest import Copies
from tests.integration.oracle.proof import Ledger, Proof

type Act = Callable[[int, int], None]

NUMBERS = st.integers(min_value=0, max_value=999)


def acts_in(module: ModuleType) -> list[Act]:
    """The acts a module tells of: its own public functions of two numbers."""
    return [
        found
        for name, found in vars(module).items()
        if callable(found)
        and getattr(found, "__module__", "") == module.__name__
        and not name.startswith("_")
        and list(getattr(found, "__annotations__", ())) == ["which", "how", "return"]
    ]


ACTS = [act for module in (on_stories, on_many, on_places, on_names) for act in acts_in(module)]


class Newsroom(RuleBasedStateMachine):
    """A newsroom in which anything may happen next, and readers in between."""

    copies: ClassVar[Copies]
    ledger: ClassVar[Ledger]
    budget: ClassVar[int]
    has_failed: ClassVar[bool] = False

    def __init__(self) -> None:
        super().__init__()
        self.stack = ExitStack()
        self.left: list[Address] = []
        self.is_true = True

    @cached_property
    def proof(self) -> Proof:
        """A copy of the newsroom, all of it pressed; opened when something is done with it."""
        recent_orders.forget()
        patch = self.stack.enter_context(pytest.MonkeyPatch.context())
        patch.setattr(clock, "now", clock.now)  # nights may pass in this newsroom; they end with it
        proof: Proof = self.stack.enter_context(self.copies.one(self.ledger))
        return proof

    def teardown(self) -> None:
        """Compare everything once more, whatever it was made of, and drop the copy."""
        with self.stack, self.watched():
            if "proof" in vars(self) and self.is_true:
                self.proof.check(set(), everything=True)

    def carry_out(self, act: Act, which: int, how: int) -> None:
        """One act in a transaction of its own, as a request of the desk is; then everything has to be true again."""
        # What fails is done again, to find the shortest way there, whatever has been spent.
        if self.ledger.total().acts >= self.budget and not self.has_failed:
            return
        with self.watched():
            proof = self.proof
            before = set(Story.objects.live().values_list("pk", flat=True))
            try:
                with transaction.atomic():
                    act(which, how)
            except (NothingToActOn, ProtectedError, ValidationError) as refusal:
                note(f"{act.__name__}: refused ({type(refusal).__name__})")
                return
            self._nothing_withdrawn_is_stored(before)
            known = set(proof.known)
            proof.check(proof.account(act.__name__))
            self.left += sorted(known - set(proof.known))

    @contextmanager
    def watched(self) -> Iterator[None]:
        """Note that something failed inside the block."""
        try:
            yield
        except BaseException:
            self.is_true, type(self).has_failed = False, True
            raise

    def _nothing_withdrawn_is_stored(self, before: set[int]) -> None:
        """The act has returned: no stored page, fresh or spoiled, is of a story that is gone."""
        gone = before - set(Story.objects.live().values_list("pk", flat=True))
        for pk in sorted(gone):
            for key in (f"story:{pk}", f"card:{pk}"):
                held = self.proof.store.carrying(key)
                assert not held, f"{key} has been withdrawn, and is still stored on {held}"

    @rule(how=NUMBERS)
    def ask_for_nothing_there(self, how: int) -> None:
        """A reader asks for an invented address."""
        if "proof" not in vars(self):
            return
        places = (
            *("/en/nothing-{}/", "/ar/nothing-{}/", "/ar/news/{}/", "/es/topics/{}/", "/{}/"),
            "/en/archive/2026/{}/",
        )
        self.proof.ask(places[how % len(places)].format(how % 4))

    @rule(which=NUMBERS)
    def ask_for_an_old_address(self, which: int) -> None:
        """A reader follows an old link."""
        if self.left and "proof" in vars(self):
            address = one_of(self.left, which)
            self.proof.ask(address.path)

    @rule(which=NUMBERS)
    def ask_without_a_slash(self, which: int) -> None:
        """A reader leaves the last slash off."""
        if "proof" not in vars(self):
            return
        address = one_of(sorted(self.proof.known), which)
        self.proof.ask(address.path.rstrip("/") or "/")


def _rule_of(act: Act) -> Callable[..., None]:
    def carry_out(self: Newsroom, which: int, how: int) -> None:
        self.carry_out(act, which, how)

    carry_out.__name__, carry_out.__doc__ = act.__name__, act.__doc__
    return rule(which=NUMBERS, how=NUMBERS)(carry_out)


for _act in ACTS:
    setattr(Newsroom, _act.__name__, _rule_of(_act))
