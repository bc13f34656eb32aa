"""The pages in use, kept ready in this process: a bounded copy that never answers without asking the store first."""

import asyncio
from collections import OrderedDict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from nashra.press.front.answers import Answer, build_answer
from nashra.press.front.conditional import choose
from nashra.press.front.rules import Rules
from nashra.press.pages import Address
from nashra.press.store import PageStore, Stored

DEFAULT_LIMIT = 64 * 1024 * 1024
# What a prepared answer takes beside its body: headers in two shapes and the objects around them.
_OVERHEAD = 4096
_LET_GO = ("let go",)


@dataclass(slots=True)
class Held:
    """One page in memory, and the version of the store at which it was last known to be the stored one."""

    address: Address
    stored: Stored
    version: tuple[object, ...]
    answers: dict[str, Answer] = field(default_factory=dict)
    by_header: dict[bytes | str, Answer] = field(default_factory=dict)
    """The same answers by the Accept-Encoding headers that have led to them."""
    size: int = 0
    touched: bool = False


class Memory:
    """Least recently used pages leave first; used by the event loop's thread only."""

    def __init__(self, store: PageStore, rules: Rules, limit: int = DEFAULT_LIMIT) -> None:
        """``limit`` in bytes of prepared answers."""
        self._store = store
        self._rules = rules
        self._limit = limit
        self._pages: OrderedDict[Address, Held] = OrderedDict()
        self._version: tuple[object, ...] | None = None
        self.size = 0

    def version(self) -> tuple[object, ...]:
        """The store's version, asked once for all requests that were waiting together.

        They had all arrived before it was asked, for an event loop runs what was ready when its turn began. So an
        answer is never older than its request, and a page taken down before a request came is not sent for it.
        """
        if self._version is None:
            self._version = self._store.version()
            asyncio.get_running_loop().call_soon(self._ask_again)
        return self._version

    def _ask_again(self) -> None:
        self._version = None

    def is_current(self, held: Held) -> bool:
        """Whether a page held earlier is still the stored one, and may be sent without another look."""
        return held.version == self.version() and held.stored.good_until is None and not held.stored.outdated

    def held(self, address: Address) -> Held | None:
        """What is in memory for an address, without asking whether it is still the stored page."""
        return self._pages.get(address)

    def use(self, held: Held) -> None:
        """Note that a page was asked for: it leaves last."""
        held.touched = True
        self._pages.move_to_end(held.address)

    def find(self, address: Address) -> Held | None:
        """The stored page of an address as it is at this moment, fresh or not; None when there is none."""
        version = self.version()
        held = self._pages.get(address)
        if held is not None and held.version == version:
            self.use(held)
            return held
        stored = self._store.read(address)
        if stored is None:
            self._drop(address)
            return None
        if held is not None and held.stored.id == stored.id:
            held.stored, held.version = stored, version
        else:
            self._drop(address)
            held = self._pages[address] = Held(address, stored, version)
        self.use(held)
        return held

    def answer(self, address: Address, held: Held, wanted: Collection[str]) -> Answer | None:
        """The answer in the best wanted encoding; None when the page was replaced or damaged a moment ago."""
        encoding = choose(wanted, held.stored.encodings)
        answer = held.answers.get(encoding)
        if answer is None:
            body = self._store.body(held.stored, encoding)
            if body is None:
                self._drop(address)
                return None
            answer = build_answer(held.stored.page, body, encoding, held.stored.changed_at, self._rules)
            held.answers[encoding] = answer
            held.size += len(body) + _OVERHEAD
            self.size += len(body) + _OVERHEAD
            self._keep_within_limit(address)
        return answer

    def forget(self, addresses: Iterable[Address]) -> None:
        """Let go of pages at once, bytes and all."""
        for address in addresses:
            self._drop(address)

    def carrying(self, keys: Collection[str]) -> list[Address]:
        """Pages in memory that carry one of these keys."""
        return [
            address
            for address, held in self._pages.items()
            if not set(keys).isdisjoint(held.stored.page.keys)
        ]

    def touched(self) -> list[Address]:
        """The pages asked for since the last call."""
        found = [address for address, held in self._pages.items() if held.touched]
        for address in found:
            self._pages[address].touched = False
        return found

    def __len__(self) -> int:
        return len(self._pages)

    def _drop(self, address: Address) -> None:
        held = self._pages.pop(address, None)
        if held is not None:
            self.size -= held.size
            held.version = _LET_GO
            held.answers.clear()
            held.by_header.clear()

    def _keep_within_limit(self, but: Address) -> None:
        while self.size > self._limit and len(self._pages) > 1:
            oldest = next(iter(self._pages))
            if oldest == but:
                self._pages.move_to_end(but)
                continue
            self._drop(oldest)
