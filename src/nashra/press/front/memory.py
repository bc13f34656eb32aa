"""The pages in use, kept ready in this process: a bounded copy that never answers without asking the store first."""

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


@dataclass(slots=True)
class Held:
    """One page in memory, and the version of the store at which it was last known to be the stored one."""

    stored: Stored
    version: tuple[object, ...]
    answers: dict[str, Answer] = field(default_factory=dict)
    size: int = 0


class Memory:
    """Least recently used pages leave first; used by the event loop's thread only."""

    def __init__(self, store: PageStore, rules: Rules, limit: int = DEFAULT_LIMIT) -> None:
        """``limit`` in bytes of prepared answers."""
        self._store = store
        self._rules = rules
        self._limit = limit
        self._pages: OrderedDict[Address, Held] = OrderedDict()
        self.size = 0
        self.touched: set[Address] = set()
        """Pages asked for since whoever writes that down last emptied this."""

    def find(self, address: Address) -> Held | None:
        """The stored page of an address as it is at this moment, fresh or not; None when there is none."""
        version = self._store.version()
        self.touched.add(address)
        held = self._pages.get(address)
        if held is not None and held.version == version:
            self._pages.move_to_end(address)
            return held
        stored = self._store.read(address)
        if stored is None:
            self._drop(address)
            return None
        if held is not None and held.stored.id == stored.id:
            held.stored, held.version = stored, version
        else:
            self._drop(address)
            held = self._pages[address] = Held(stored, version)
        self._pages.move_to_end(address)
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

    def __len__(self) -> int:
        return len(self._pages)

    def _drop(self, address: Address) -> None:
        held = self._pages.pop(address, None)
        if held is not None:
            self.size -= held.size

    def _keep_within_limit(self, but: Address) -> None:
        while self.size > self._limit and len(self._pages) > 1:
            oldest = next(iter(self._pages))
            if oldest == but:
                self._pages.move_to_end(but)
                continue
            self._drop(oldest)
