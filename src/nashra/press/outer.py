"""Purging caches further out, after the pages here have been swapped: by key where the cache knows keys, else by URL.

``PRESS_PURGE_BY_KEY``: a list of ``{"url": …, "method": "PURGE", "header": "Surrogate-Key", "headers": {…}}``, one for
each Varnish, Fastly service or other cache that purges by key; with ``"json": "tags"`` the keys go in a body instead, as
Cloudflare wants them. ``WAGTAILFRONTENDCACHE``: Wagtail's own setting; its backends (HTTP, Cloudflare, CloudFront, Azure)
get the URLs of the pages concerned.

What is to be told stands in the store until the cache has taken it: neither a cache that is away nor a presser that is
killed loses a purge.
"""

import contextlib
import json
import logging
import threading
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate
from typing import Any
from urllib.parse import quote, urlsplit
from urllib.request import Request, urlopen

from django.conf import settings

from nashra.press._owed import Caches
from nashra.press.events import Debt, Event
from nashra.press.pages import read_address
from nashra.press.store import LONGEST_GRACE, PageStore

log = logging.getLogger(__name__)

KEYS_AT_ONCE = 200
# Varnish reads no header of more than eight thousand.
MOST_CHARACTERS = 6000
TIMEOUT_SECONDS = 10.0
FIRST_PAUSE, LONGEST_PAUSE = 1.0, 60.0


class PurgeRefused(RuntimeError):
    """A cache further out could not be told what has changed."""


class ByKey:
    """A cache that is told keys: one of ``PRESS_PURGE_BY_KEY``."""

    def __init__(self, target: Mapping[str, Any]) -> None:
        self.name = str(target["url"])
        if urlsplit(self.name).scheme not in ("http", "https"):
            raise ValueError(f"PRESS_PURGE_BY_KEY names {self.name}, which is not an HTTP address.")
        self._in_body = target.get("json")
        self._method = str(target.get("method", "POST" if self._in_body else "PURGE"))
        self._header = str(target.get("header", "Surrogate-Key"))
        self._headers = {str(name): str(value) for name, value in (target.get("headers") or {}).items()}
        self.at_once = int(target.get("at_once", 30 if self._in_body else KEYS_AT_ONCE))

    def tell(self, names: Sequence[str]) -> None:
        """Have it ask again for whatever carries one of these keys; raises ``OSError`` when it cannot be told."""
        headers, body = dict(self._headers), None
        if self._in_body:
            headers["Content-Type"] = "application/json"
            body = json.dumps({self._in_body: list(names)}).encode()
        else:
            headers[self._header] = " ".join(names)
        request = Request(self.name, data=body, method=self._method, headers=headers)  # noqa: S310 - checked above
        with urlopen(request, timeout=TIMEOUT_SECONDS):  # noqa: S310 - checked above
            pass


class ByAddress:
    """A cache that is told URLs: one of ``WAGTAILFRONTENDCACHE``."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.at_once = KEYS_AT_ONCE

    def tell(self, names: Sequence[str]) -> None:
        """Have it ask again for these addresses; raises ``PurgeRefused`` when it cannot be told."""
        from wagtail.contrib.frontend_cache.utils import get_backends

        (backend,) = get_backends(backends=[self.name]).values()
        urls = [url for url in map(_url_of, names) if backend.invalidates_hostname(urlsplit(url).netloc)]
        with _complaints() as complaints:
            if urls:
                backend.purge_batch(urls)
        if complaints:
            raise PurgeRefused(complaints[0])


type Cache = ByKey | ByAddress


class Teller(threading.Thread):
    """Tells one cache further out what it is owed, and again until it has taken it."""

    def __init__(self, store: PageStore, cache: Cache) -> None:
        super().__init__(name=f"nashra-press-tells-{cache.name}", daemon=True)
        self._store = store
        self._cache = cache
        self._swapped_up_to = -1
        self._pause = 0.0
        self._wake = threading.Event()
        self._stopping = threading.Event()

    def hear(self, position: int) -> None:
        """All pages up to a position of the journal have been made anew: others may ask for them."""
        self._swapped_up_to = max(self._swapped_up_to, position)
        self._wake.set()

    def run(self) -> None:
        """Go on until told to stop."""
        before = self._store.anchor().position
        self._wake.wait(LONGEST_GRACE)  # what an earlier presser has left may still be in use here
        self._swapped_up_to = max(self._swapped_up_to, before)
        while not self._stopping.is_set():
            self._wake.clear()
            try:
                self.settle()
            except Exception as error:  # noqa: BLE001 - whatever a cache or a backend does, it is told again
                self._put_off(error)
            if self._pause:
                self._stopping.wait(self._pause)
            else:
                self._wake.wait(LONGEST_PAUSE)

    def settle(self) -> None:
        """Tell the cache all that it may be told now; raises what went wrong."""
        while debts := self._store.owed(self._cache.name, self._swapped_up_to, self._cache.at_once):
            told = _within(debts, MOST_CHARACTERS)
            self._cache.tell([debt.name for debt in told])
            self._store.strike_off(self._cache.name, told)
            if self._pause:
                log.warning("The cache %s takes purges again.", self._cache.name)
                self._pause = 0.0

    def stop(self) -> None:
        """End the thread soon; what is left to be told stands in the store."""
        self._stopping.set()
        self._wake.set()

    def _put_off(self, error: Exception) -> None:
        if not self._pause:
            log.error(
                "The cache %s could not be purged (%s). It may show old pages; it is told again until it answers.",
                self._cache.name,
                error,
            )
        self._pause = min(max(2 * self._pause, FIRST_PAUSE), LONGEST_PAUSE)


class OuterCaches:
    """All caches further out, each told by a thread of its own: one that is away keeps no other waiting."""

    def __init__(self, store: PageStore) -> None:
        """The caches are those of the settings, see above."""
        self._tellers = [Teller(store, cache) for cache in _configured()]
        store.forgive_others()

    def start(self) -> None:
        """Begin to tell."""
        for teller in self._tellers:
            teller.start()

    def hear(self, events: Sequence[Event]) -> None:
        """The pages of these events have been made anew. Takedowns are told whatever is heard, or nothing."""
        for teller in self._tellers:
            teller.hear(max((event.position for event in events), default=-1))

    def stop(self) -> None:
        """End; what is left to be told is told after the next start."""
        for teller in self._tellers:
            teller.stop()


def caches_told() -> Caches:
    """The caches of the settings by name, and what each is told, for the store to note."""
    return {cache.name: "keys" if isinstance(cache, ByKey) else "addresses" for cache in _configured()}


def _configured() -> Iterator[Cache]:
    yield from (ByKey(target) for target in getattr(settings, "PRESS_PURGE_BY_KEY", None) or ())
    yield from (ByAddress(name) for name in getattr(settings, "WAGTAILFRONTENDCACHE", None) or ())


def _within(debts: Sequence[Debt], characters: int) -> Sequence[Debt]:
    """As many of the first debts as fit into a header; always one."""
    lengths = accumulate(len(debt.name) + 1 for debt in debts)
    return debts[: max(1, sum(length <= characters for length in lengths))]


def _url_of(name: str) -> str:
    address = read_address(name)
    main = settings.WAGTAILADMIN_BASE_URL.rstrip("/")
    base = f"{urlsplit(main).scheme}://{address.host}" if address.host else main
    return f"{base}{quote(address.path)}{'?' if address.query else ''}{address.query}"


@contextlib.contextmanager
def _complaints() -> Iterator[list[str]]:
    """What this thread logs as an error inside the block: Wagtail's backends raise nothing."""
    found: list[str] = []
    thread = threading.get_ident()

    class Listener(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            if record.thread == thread:
                found.append(record.getMessage())

    listener = Listener(logging.ERROR)
    loggers = (logging.getLogger(), logging.getLogger("wagtail.frontendcache"))
    for logger in loggers:
        logger.addHandler(listener)
    try:
        yield found
    finally:
        for logger in loggers:
            logger.removeHandler(listener)
