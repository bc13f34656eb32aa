"""The page front: an ASGI application that answers readers from the store, and asks for a page once when it must."""

import asyncio
import contextlib
import json
import logging
import sqlite3
import time
from collections import Counter
from collections.abc import Awaitable, Callable, MutableMapping
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Protocol

from nashra.press.front.answers import NO_CONTENT, Answer, build_answer
from nashra.press.front.conditional import choose, encodings_wanted, has_it
from nashra.press.front.memory import DEFAULT_LIMIT, Held, Memory
from nashra.press.front.rules import STAFF_COOKIE, Rules, clean_host
from nashra.press.front.turnstile import Turnstile
from nashra.press.pages import Address, Page
from nashra.press.store import PageStore

log = logging.getLogger(__name__)

type Scope = MutableMapping[str, Any]
type Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
type Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]
type Application = Callable[[Scope, Receive, Send], Awaitable[None]]

PATIENCE_SECONDS = 15.0
FLUSH_SECONDS = 15.0
MOST_WAITING = 256
MOST_REMEMBERED = 2048
MOST_HEADERS = 16
# Headers longer than any browser's are read anew each time: what is remembered must not grow with what strangers invent.
LONGEST_REMEMBERED = 200


class PressedPage(Protocol):
    """What the front needs to know of a page that was just made."""

    @property
    def address(self) -> Address: ...
    @property
    def page(self) -> Page: ...
    @property
    def storable(self) -> bool: ...
    @property
    def stored(self) -> bool: ...


type Press = Callable[[Address], PressedPage | None]
"""Makes a page and stores it, in a thread; None when it is stored already; raises when it cannot."""


class Front:
    """Serves finished pages; ``inner`` gets what is not a stored page, ``press`` makes pages that are missing."""

    def __init__(
        self,
        store: PageStore,
        inner: Application,
        press: Press,
        rules: Rules | None = None,
        *,
        memory_limit: int = DEFAULT_LIMIT,
        threads: int = 2,
    ) -> None:
        """``threads``: how many known pages are made at once, and, apart from them, how many never heard of."""
        self.rules = rules or Rules()
        self.memory = Memory(store, self.rules, memory_limit)
        self.counts: Counter[str] = Counter()
        self._store = store
        self._inner = inner
        self._press = press
        # Invented addresses wait for each other, never in front of a real page.
        self._makers = {
            known: ThreadPoolExecutor(threads, f"nashra-front-{'known' if known else 'unknown'}")
            for known in (True, False)
        }
        self._flights: dict[Address, asyncio.Future[PressedPage | None]] = {}
        self._live: dict[Address, None] = {}
        self._hosts: frozenset[str] = frozenset()
        self._hosts_read_at = 0.0
        self._is_complete = False
        self._unknown = Turnstile(self.rules.unknown_per_second, 3 * self.rules.unknown_per_second)
        self._through = Turnstile(self.rules.through_per_second, 2 * self.rules.through_per_second)
        self._host_of: dict[bytes | str, str] = {}
        self._wanted_by: dict[bytes | str, tuple[str, ...]] = {}
        self._paths: dict[tuple[bytes | str, str], Held] = {}
        self._flushing: asyncio.TimerHandle | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request (ASGI 3)."""
        if scope["type"] != "http":
            await self._inner(scope, receive, send)
            return
        host = accept_encoding = b""
        cookie: bytes | None = None
        if_none_match = if_modified_since = None
        for name, value in scope["headers"]:
            if name == b"host":
                host = value
            elif name == b"accept-encoding":
                accept_encoding = value
            elif name == b"cookie":
                cookie = value
            elif name == b"if-none-match":
                if_none_match = value
            elif name == b"if-modified-since":
                if_modified_since = value
        path, query = scope["path"], scope["query_string"]
        answer = None
        if scope["method"] in ("GET", "HEAD"):
            answer = self.at_once(host, path, query, accept_encoding, cookie) or await self._find(
                host, path, query.decode("latin-1"), accept_encoding, cookie
            )
        if answer is None and not self._may_pass(path, cookie):
            answer = self._refuse(path)
        if answer is None:
            self.counts["through"] += 1
            await self._inner(scope, receive, send)
        elif answer.status == 200 and has_it(answer, if_none_match, if_modified_since):
            await send(answer.start_304)
            await send(NO_CONTENT)
        else:
            await send(answer.start)
            await send(NO_CONTENT if scope["method"] == "HEAD" else answer.content)

    def at_once(
        self,
        host: bytes | str,
        path: str,
        query: bytes | str,
        accept_encoding: bytes | str,
        cookie: bytes | str | None,
    ) -> Answer | None:
        """The answer to a request like one that was answered before, if the page is still the stored one."""
        if query or (cookie is not None and STAFF_COOKIE in (_text(cookie) or "")):
            return None
        held = self._paths.get((host, path))
        if held is None:
            return None
        try:
            if not self.memory.is_current(held):
                return None
        except (sqlite3.Error, OSError):
            return None
        answer = held.by_header.get(accept_encoding)
        if answer is not None:
            self.memory.use(held)
            self.counts["hit"] += 1
        return answer

    async def _find(
        self,
        host: bytes | str,
        path: str,
        query: str,
        accept_encoding: bytes | str,
        cookie: bytes | str | None,
    ) -> Answer | None:
        """The answer to any request for a page, made if need be; None when the application has to answer."""
        if self.rules.is_desk(path, _text(cookie)) or self.rules.is_live(query):
            return None
        try:
            address = self.rules.address(self._host(host), path, query)
            answer = await self._stored_or_made(address, self._wanted(accept_encoding))
        except (sqlite3.Error, OSError):
            log.exception("The page store cannot be read; the application answers in its place.")
            return None
        held = self.memory.held(address)
        if held is not None and answer is not None and answer in held.answers.values() and not query:
            if len(self._paths) >= MOST_REMEMBERED:
                self._paths.clear()
            if len(host) <= LONGEST_REMEMBERED:
                self._paths[host, path] = held
            if len(held.by_header) < MOST_HEADERS and len(accept_encoding) <= LONGEST_REMEMBERED:
                held.by_header[accept_encoding] = answer
        return answer

    def _may_pass(self, path: str, cookie: bytes | str | None) -> bool:
        """Whether the application is asked: always for the desk, for readers so often a second."""
        return self.rules.is_desk(path, _text(cookie)) or self._through.admits()

    def _refuse(self, path: str) -> Answer:
        self.counts["refused"] += 1
        return _unavailable(self.rules, path)

    async def _stored_or_made(self, address: Address, wanted: tuple[str, ...]) -> Answer | None:
        """The answer for an address, made if need be; None when the application has to answer itself."""
        if self._flushing is None:
            self._flushing = asyncio.get_running_loop().call_later(FLUSH_SECONDS, self._flush)
        answer = self._ready(address, wanted)
        if answer is None and address.query:
            answer = self._ready(self._without_undeclared(address), wanted)
        if answer is not None:
            self.counts["hit"] += 1
            return answer
        if address in self._live or not address.storable:
            return None
        return await self._made(address, wanted)

    def _ready(self, address: Address, wanted: tuple[str, ...]) -> Answer | None:
        held = self.memory.find(address)
        if held is None or not held.stored.fresh(time.time()):
            return None
        return self.memory.answer(address, held, wanted)

    def _without_undeclared(self, address: Address) -> Address:
        """The plain page, if it is known and does not differ by these parameters; else the address as it was."""
        plain = address._replace(query="")
        held = self.memory.find(plain)
        return plain if held is not None and not held.stored.page.parameters else address

    async def _made(self, address: Address, wanted: tuple[str, ...]) -> Answer | None:
        old = self._store.read(address)
        known = old is not None and not old.page.absent
        # A store that has every live page knows nothing of this one: most likely it is invented.
        if not known and self._is_complete and address not in self._flights and not self._unknown.admits():
            return self._refuse(address.path)
        self.counts["miss"] += 1
        joins = address in self._flights
        try:
            pressed = await self._flight(address, known=known)
            if joins and pressed and pressed.storable and self._ready(pressed.address, wanted) is None:
                # It set off before this request came, and what it brings has been purged or taken down since.
                pressed = await self._flight(address, known=known)
        except TooManyMissing:
            return self._refuse(address.path)
        except Exception as error:  # noqa: BLE001 - whatever went wrong in making it, readers get the last one
            log.warning("No fresh page for %s: %s", address, error)
            return self._last_resort(address, wanted)
        if pressed is None:
            return self._ready(address, wanted) or self._last_resort(address, wanted)
        if not pressed.storable:
            if len(self._live) >= MOST_REMEMBERED:
                self._live.clear()
            self._live[address] = None
            return None
        encoding = choose(wanted, pressed.page.bodies)
        state = "miss" if pressed.stored else "unstored"
        body = pressed.page.bodies[encoding]
        return build_answer(pressed.page, body, encoding, time.time(), self.rules, state)

    async def _flight(self, address: Address, *, known: bool) -> PressedPage | None:
        """Make a page once, however many readers of this process ask for it."""
        flight = self._flights.get(address)
        if flight is None:
            if len(self._flights) >= MOST_WAITING:
                raise TooManyMissing(TooManyMissing.__doc__)
            flight = asyncio.get_running_loop().run_in_executor(self._makers[known], self._press, address)
            self._flights[address] = flight
            flight.add_done_callback(lambda done: self._landed(address, done))
        return await asyncio.wait_for(asyncio.shield(flight), PATIENCE_SECONDS)

    def _landed(self, address: Address, flight: asyncio.Future[PressedPage | None]) -> None:
        self._flights.pop(address, None)
        if not flight.cancelled():
            flight.exception()  # seen, so that a failure nobody waited for is not reported twice

    def _last_resort(self, address: Address, wanted: tuple[str, ...]) -> Answer:
        """The newest page there is, be it spoiled; it cannot be one that was taken down, for that has been deleted."""
        held = self.memory.find(address)
        answer = (
            self.memory.answer(address, held, wanted)
            if held is not None and not held.stored.page.absent
            else None
        )
        if held is None or answer is None:
            self.counts["unavailable"] += 1
            return _unavailable(self.rules, address.path)
        self.counts["stale"] += 1
        encoding = choose(wanted, held.stored.encodings)
        return build_answer(held.stored.page, answer.body, encoding, answer.changed_at, self.rules, "stale")

    def _host(self, header: bytes | str) -> str:
        """The host an address is kept under: one that has pages of its own, or "" for the main one."""
        if time.monotonic() - self._hosts_read_at > 1:
            self._hosts_read_at = time.monotonic()
            complete = json.loads(self._store.note("complete") or "null")
            self._is_complete = bool(complete) and not complete["no_room"] and self._store.presser_works()
            hosts = frozenset(json.loads(self._store.note("hosts") or "[]"))
            if hosts != self._hosts:
                self._hosts, self._host_of = hosts, {}
        known = self._host_of.get(header)
        if known is None:
            host = clean_host(_text(header) or "")
            known = host if host in self._hosts else ""
            if len(self._host_of) >= MOST_REMEMBERED:
                self._host_of.clear()
            if len(header) <= LONGEST_REMEMBERED:
                self._host_of[header] = known
        return known

    def _wanted(self, accept_encoding: bytes | str) -> tuple[str, ...]:
        wanted = self._wanted_by.get(accept_encoding)
        if wanted is None:
            if len(self._wanted_by) >= MOST_REMEMBERED:
                self._wanted_by.clear()
            wanted = encodings_wanted(_text(accept_encoding) or "")
            if len(accept_encoding) <= LONGEST_REMEMBERED:
                self._wanted_by[accept_encoding] = wanted
        return wanted

    def close(self) -> None:
        """Let the threads that make pages end."""
        for makers in self._makers.values():
            makers.shutdown()

    def _flush(self) -> None:
        """Write down what was read and how often, for eviction and the figures; in a thread, off the readers' way."""
        self._flushing = None
        counts, self.counts = self.counts, Counter()
        self._makers[False].submit(self._write_down, counts, self.memory.touched())

    def _write_down(self, counts: Counter[str], touched: list[Address]) -> None:
        # Figures are not worth an error: a full disk or a busy store loses them.
        with contextlib.suppress(Exception):
            self._store.add_counts(counts)
            self._store.mark_read(touched, time.time())


class TooManyMissing(RuntimeError):
    """Too many pages that are not in the store are being asked for at once; ask again in a moment."""


def _text(header: bytes | str | None) -> str | None:
    return header.decode("latin-1") if isinstance(header, bytes) else header


def _unavailable(rules: Rules, path: str) -> Answer:
    page = Page(503, (("content-type", "text/html; charset=utf-8"), ("retry-after", "5")), "", (), (), {})
    return build_answer(page, rules.unavailable_at(path), "identity", time.time(), rules, "unstored")
