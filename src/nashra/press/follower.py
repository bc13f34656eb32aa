"""Follows the purge journal for one process: hears of a commit, applies it to the machine's store, says so.

Every process of a machine follows, so that no purge depends on another process being alive; the store applies each
event once. A lost connection, a restarted database or an hour asleep only delay: the journal is read on from the
position that the store itself remembers.
"""

import logging
import threading
import time
from collections.abc import Callable, Mapping, Sequence

import psycopg

from nashra.press.events import EVENTS_FROM, MOST_EVENTS_AT_ONCE, Anchor, Event
from nashra.press.store import LONGEST_GRACE, PageStore, StoreFull

log = logging.getLogger(__name__)

HEARTBEAT_SECONDS = 2.0

_NEWEST = (
    "SELECT position, token::text FROM press_event WHERE position IS NOT NULL ORDER BY position DESC LIMIT 1"
)
_TAKEN_DOWN = "SELECT DISTINCT unnest(keys) FROM press_event WHERE takedown"
_CONFIRM = """
INSERT INTO press_machine (store, name, position, heard_at) VALUES (%s, %s, %s, now())
ON CONFLICT (store) DO UPDATE SET position = greatest(press_machine.position, excluded.position), heard_at = now(),
    name = excluded.name
"""
_ADOPTED = "UPDATE press_machine SET position = %s WHERE store = %s"

_BEFORE_ALL = Anchor(0, "")

type Hearing = Callable[[Sequence[Event]], None]


class Follower(threading.Thread):
    """A thread that keeps the store as new as the journal until ``stop`` is called.

    ``connect_with`` are psycopg connection parameters; ``on_events`` is called with each batch after it was applied.
    """

    def __init__(
        self, store: PageStore, connect_with: Mapping[str, object], on_events: Hearing | None = None
    ) -> None:
        super().__init__(name="nashra-press-follower", daemon=True)
        self.store = store
        self.connected = threading.Event()
        self._connect_with = dict(connect_with)
        self._on_events = on_events
        # From here on this process hears everything, also what another process of the machine applies first.
        self._heard = store.anchor()
        self._is_full = False
        self._stopping = threading.Event()

    def run(self) -> None:
        """Follow until told to stop, connecting again as often as needed."""
        pause = 0.1
        while not self._stopping.is_set():
            try:
                with psycopg.connect(**self._connect_with, autocommit=True) as connection:  # type: ignore[arg-type] # psycopg checks them
                    connection.execute("LISTEN nashra_press")
                    # A confirmation that a crash of the database loses is given again.
                    connection.execute("SET synchronous_commit = off")
                    pause = 0.1
                    self._follow(connection)
            except psycopg.Error as error:
                log.warning("The press does not hear the database (%s); it tries again.", str(error).strip())
            except Exception:
                log.exception("Following the journal failed; it is tried again.")
            self.connected.clear()
            self._stopping.wait(pause)
            pause = min(pause * 2, HEARTBEAT_SECONDS)

    def stop(self) -> None:
        """End the thread and wait for it, at most one heartbeat long."""
        self._stopping.set()
        self.join(HEARTBEAT_SECONDS + 1)

    def _follow(self, connection: psycopg.Connection) -> None:
        while not self._stopping.is_set():
            self.catch_up(connection)
            self.connected.set()
            if self.store.spread():
                continue  # a large purge is still under way; new events come before more of it
            heartbeat = time.monotonic() + HEARTBEAT_SECONDS
            while not self._stopping.is_set() and time.monotonic() < heartbeat:
                # A short wait keeps `stop` prompt; a notification ends it at once.
                if any(True for _ in connection.notifies(timeout=0.2, stop_after=1)):
                    break

    def catch_up(self, connection: psycopg.Connection) -> None:
        """Apply everything that is visible in the journal now, and confirm it for this machine."""
        confirmed = False
        while events := self._next_events(connection):
            # Readers who were sent a new page while the disk was full must not be sent the old one again.
            grace = LONGEST_GRACE if self.store.presser_works() and not self._is_full else 0
            try:
                self.store.apply(events, grace=grace)
            except StoreFull:
                if self._keep_in_mind(connection, events) and self.store.give_up_ballast():
                    continue
                return
            if self._on_events:
                self._on_events(events)
            self._confirm(connection)
            confirmed = True
            self._heard = Anchor(events[-1].position, events[-1].token)
        self._is_full = False
        if not confirmed:
            self._confirm(connection)  # also a sign of life

    def _keep_in_mind(self, connection: psycopg.Connection, events: list[Event]) -> bool:
        """No reader of this process gets what these events and all after them concern, unless there is nothing better.

        Returns whether something is to be taken down.
        """
        takedown = False
        if not self._is_full:
            self._is_full = True
            log.critical(
                "The disk of the page store is full: changes cannot be written to it, and the pages they concern are made "
                "anew for every reader. Make room."
            )
        while events:
            self.store.keep_in_mind(events)
            takedown |= any(event.takedown for event in events)
            events = self._events_from(connection, events[-1].position)[1:]
        return takedown

    def _next_events(self, connection: psycopg.Connection) -> list[Event]:
        after = min(self._heard, self.store.anchor(), key=lambda anchor: anchor.position)
        events = self._events_from(connection, after.position)
        if events and (events[0].position, events[0].token) == (after.position, after.token):
            return events[1:]
        if not events and after == _BEFORE_ALL:
            return []
        self._adopt(connection)
        return []

    def _events_from(self, connection: psycopg.Connection, position: int) -> list[Event]:
        rows = connection.execute(EVENTS_FROM, (position, MOST_EVENTS_AT_ONCE)).fetchall()
        return [Event(row[0], row[1], tuple(row[2]), row[3], row[4]) for row in rows]

    def _adopt(self, connection: psycopg.Connection) -> None:
        """The journal does not contain what the store remembers: another database, or too long an absence."""
        newest = connection.execute(_NEWEST).fetchone()
        anchor = Anchor(newest[0], newest[1]) if newest else _BEFORE_ALL
        taken_down = [row[0] for row in connection.execute(_TAKEN_DOWN)]
        self.store.adopt(anchor, taken_down)
        self._heard = anchor
        connection.execute(_ADOPTED, (anchor.position, self.store.note("store")))

    def _confirm(self, connection: psycopg.Connection) -> None:
        position = self.store.settled()
        connection.execute(_CONFIRM, (self.store.note("store"), self.store.note("name"), position))
