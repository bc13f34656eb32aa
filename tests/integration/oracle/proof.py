"""What has to hold after each act, and what the act cost: the machine's store beside a fresh render of everything."""

import time
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from nashra.press import journal
from nashra.press.keys import page_sources
from nashra.press.pages import Address
from nashra.press.render import Printer
from nashra.press.store import PageStore
from nashra.press.verify import every_address
from tests.integration.oracle.inputs import Inputs

PATIENCE = 20.0


@dataclass(slots=True)
class Costs:
    """How many acts of a kind there were, how many pages they had made anew, how many of those came out otherwise."""

    acts: int = 0
    pressed: int = 0
    changed: int = 0

    @property
    def ratio(self) -> float:
        """Pages made anew for each page that changed."""
        return self.pressed / max(self.changed, 1)


@dataclass(slots=True)
class Ledger:
    """What a run did, kind of act by kind of act."""

    by_act: dict[str, Costs] = field(default_factory=lambda: defaultdict(Costs))
    compared: int = 0
    rendered: int = 0

    def total(self) -> Costs:
        """All acts together."""
        costs = self.by_act.values()
        return Costs(
            sum(each.acts for each in costs),
            sum(each.pressed for each in costs),
            sum(each.changed for each in costs),
        )

    def told(self) -> Iterator[str]:
        """The ledger as lines for people, the most wasteful acts first."""
        for name, costs in sorted(self.by_act.items(), key=lambda pair: pair[1].changed - pair[1].pressed):
            yield f"{name:34} {costs.acts:5} acts {costs.pressed:6} pressed {costs.changed:6} changed"
        total = self.total()
        yield (
            f"{total.acts} acts, {self.compared} pages compared ({self.rendered} rendered for it); over-purge ratio {total.ratio:.2f} "
            f"({total.pressed} pressed, {total.changed} changed)"
        )


class Stale(AssertionError):
    """A stored page that the store takes for fresh is not what Django says now."""


@dataclass(slots=True)
class Proof:
    """Follows a store through a newsroom's changes.

    ``printer`` presses as the machine's pressers do, with type that stands from one page to the next; ``afresh`` renders for
    comparison, and keeps nothing.
    """

    store: PageStore
    printer: Printer
    afresh: Printer
    ledger: Ledger
    inputs: Inputs
    known: dict[Address, str] = field(default_factory=dict)

    def begin(self) -> None:
        """Take note of what is stored before the first act."""
        self.known = self._tags()

    def settle(self) -> None:
        """Wait until this machine has applied everything that has been committed."""
        newest, give_up = journal.anchor().position, time.monotonic() + PATIENCE
        while self.store.anchor().position < newest:
            assert time.monotonic() < give_up, "the follower does not follow"
            time.sleep(0.002)

    def account(self, act: str) -> set[Address]:
        """Press what the act has spoiled, as the presser does, and what is new; returns what was pressed."""
        self.settle()
        due = set(self.store.due(100_000))
        gone = {address for address in self.known if self.store.read(address) is None}
        for address in sorted(due | gone):
            self.press(address)
        live = {Address(*place) for place in page_sources.every()}
        new = {
            address
            for address in live
            if not ((kept := self.store.read(address)) and kept.fresh(time.time()))
        }
        for address in sorted(new):
            self.press(address)
        now = self._tags()
        costs = self.ledger.by_act[act]
        costs.acts += 1
        costs.pressed += len(due | gone)
        costs.changed += sum(self.known.get(address) != now.get(address) for address in due | gone)
        self.known = now
        return due | gone | new

    def ask(self, path: str) -> None:
        """A reader asks for an address, live or not; what comes of it is stored."""
        address = Address("", path)
        self.press(address)
        self.known = self._tags(address)

    def press(self, address: Address) -> None:
        """Have an address rendered and stored."""
        self.printer.press(address)
        self._compare(address)

    def check(self, pressed: set[Address], *, everything: bool = False) -> None:
        """Whatever the store would serve is what a fresh render gives; every live address is there and answers 200."""
        self.inputs.forget(set(self.inputs.asked) - set(self.known))
        suspects = self.inputs.changed()
        for address in sorted(set(self.known) if everything else suspects - pressed):
            self._compare(address)
        self.ledger.compared += len(self.known)
        for place in page_sources.every():
            stored = self.store.read(Address(*place))
            assert stored is not None, f"{place} is live and not in the store"
            # The newsroom's own address leads on to an edition.
            answers = 302 if place == ("", "/") else 200
            assert stored.page.status == answers, (
                f"{place} is listed as live and answers {stored.page.status}"
            )

    def _compare(self, address: Address) -> None:
        with self.inputs.noted(address):
            fresh, _ = self.afresh.render(address)
        self.ledger.rendered += 1
        stored = self.store.read(address)
        if stored is None or not stored.fresh(time.time()):
            return
        if stored.page.etag != fresh.page.etag:
            kept = self.store.body(stored, "identity") or b""
            raise Stale(
                f"{address} carries {stored.page.keys}\n{_difference(kept, fresh.page.bodies['identity'])}"
            )
        if missing := set(fresh.page.keys) - set(stored.page.keys):
            raise Stale(f"{address} is the same, but lacks {sorted(missing)}: it would miss the next change")

    def _tags(self, *more: Address) -> dict[Address, str]:
        addresses = {*every_address(self.store), *self.known, *more}
        stored = {address: self.store.read(address) for address in addresses}
        return {address: kept.page.etag for address, kept in stored.items() if kept is not None}


def _difference(kept: bytes, fresh: bytes) -> str:
    import difflib

    lines = difflib.unified_diff(
        kept.decode(errors="replace").splitlines(),
        fresh.decode(errors="replace").splitlines(),
        "stored",
        "fresh",
        n=0,
    )
    return "\n".join(line[:300] for line in list(lines)[:12])
