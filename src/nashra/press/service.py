"""The press put together from Django's settings, for whoever assembles the newsroom's processes.

Settings read: ``PRESS_DIRECTORY``, ``PRESS_DISK_MEGABYTES``, ``PRESS_MEMORY_MEGABYTES``, ``PRESS_ABSENT_PAGES``,
``PRESS_SHARED_SECONDS`` (each with a default), ``WAGTAILADMIN_BASE_URL`` for the main host, ``SECRET_KEY``.
"""

import asyncio
import threading
from collections.abc import Sequence
from concurrent.futures import Executor
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

from django.conf import settings

from nashra.press import journal
from nashra.press.events import Event
from nashra.press.follower import Follower
from nashra.press.front.app import Application, Front
from nashra.press.front.rules import Rules
from nashra.press.keys import failure_pages
from nashra.press.outer import OuterCaches, caches_told
from nashra.press.pages import Address
from nashra.press.render import Printer
from nashra.press.store import DEFAULT_ABSENT_LIMIT, PageStore
from nashra.press.worker import Presser

MEGABYTE = 1024 * 1024


@cache
def store() -> PageStore:
    """The store of this machine."""
    directory = getattr(settings, "PRESS_DIRECTORY", None) or Path(settings.DATA_DIR) / "press"
    return PageStore(
        directory,
        disk_limit=getattr(settings, "PRESS_DISK_MEGABYTES", 4096) * MEGABYTE,
        absent_limit=getattr(settings, "PRESS_ABSENT_PAGES", DEFAULT_ABSENT_LIMIT),
        caches=caches_told(),
    )


def leave_store() -> None:
    """Close this machine's store in this process, so that it may fork: SQLite's connections must not be inherited."""
    store().close()
    store.cache_clear()


@cache
def printer() -> Printer:
    """The printer of this process, over the machine's store."""
    main = urlsplit(settings.WAGTAILADMIN_BASE_URL)
    return Printer(store(), main_host=main.netloc, https=main.scheme == "https")


def rules() -> Rules:
    """The front's rules for this newsroom."""
    failures = dict(failure_pages.every())
    return Rules(
        unavailable=failures.get("", Rules().unavailable),
        unavailable_below=failures,
        live_parameters=frozenset(getattr(settings, "PRESS_LIVE_PARAMETERS", ("q",))),
        live_prefixes=("/admin/", "/documents/", settings.STATIC_URL, settings.MEDIA_URL),
        staff_secret=settings.SECRET_KEY.encode(),
        shared_seconds=getattr(settings, "PRESS_SHARED_SECONDS", 1),
    )


class WebPress:
    """The front of one web process: call it as an ASGI application, ``start`` it once and ``stop`` it at the end."""

    def __init__(self, inner: Application) -> None:
        """``inner`` is Django: it gets what is not a stored page."""
        memory = getattr(settings, "PRESS_MEMORY_MEGABYTES", 64) * MEGABYTE
        self.front = Front(store(), inner, printer().press, rules(), memory_limit=memory)
        self._loop: asyncio.AbstractEventLoop | None = None
        self._follower: Follower | None = None

    @property
    def following(self) -> bool:
        """Whether this process is connected to the journal and hears of changes."""
        return self._follower is not None and self._follower.connected.is_set()

    async def start(self) -> None:
        """Begin to follow the journal; what happened while nobody did is applied before this returns.

        Waits no longer than two seconds for a database: without one, what is stored is served as it is.
        """
        self._loop = asyncio.get_running_loop()
        self._follower = Follower(store(), journal.connection_parameters(), self._let_go)
        self._follower.start()
        await asyncio.to_thread(self._follower.connected.wait, 2)

    async def stop(self) -> None:
        """Stop following."""
        if self._follower is not None:
            await asyncio.to_thread(self._follower.stop)

    def _let_go(self, events: Sequence[Event]) -> None:
        """A taken-down page leaves this process's memory too, not only the store that vouches for it."""
        keys = {key for event in events if event.takedown for key in event.keys}
        if keys and self._loop is not None:
            memory = self.front.memory
            self._loop.call_soon_threadsafe(lambda: memory.forget(memory.carrying(keys)))


def press_ahead(address: Address) -> None:
    """Press one page into the machine's store; for a presser's makers, each a process with Django."""
    printer().press_ahead(address)


def run_presser(stop: threading.Event, makers: Executor) -> None:
    """Press pages on this machine until ``stop`` is set; ``makers`` render them, see ``press_ahead``."""
    outer = OuterCaches(store())
    outer.start()
    try:
        Presser(store(), press_ahead, makers=makers, on_pressed=outer.hear).run(stop)
    finally:
        outer.stop()
