"""The page store of one machine: every finished page, and how far the journal has been applied to them.

One SQLite file shared by the machine's processes. It is the authority for all of them: a page purged or taken down here
is purged or taken down in each process, because none answers from memory without asking `version` first. The file is a
copy of what can be rendered again; a damaged one is emptied and filled anew.
"""

import contextlib
import fcntl
import json
import logging
import sqlite3
import time
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from nashra.press import _owed as owed
from nashra.press import _spreading as spreading
from nashra.press import _statements as sql
from nashra.press._rows import all_rows, count, first_row, note, read_number, run, run_many
from nashra.press._storefile import StoreFile, StoreFull
from nashra.press.events import Anchor, Debt, Event
from nashra.press.pages import ENCODINGS, EVERY_PAGE, Address, Page, read_address

__all__ = ["PageStore", "StoreFull", "Stored"]

log = logging.getLogger(__name__)

DEFAULT_DISK_LIMIT = 4096 * 1024 * 1024
DEFAULT_ABSENT_LIMIT = 1000
EVICTIONS_AT_ONCE = 10
SPREAD_SECONDS = 0.1
PURGES_REMEMBERED = 20_000
FLIGHT_LOCKS = 1024
LONGEST_GRACE = 5.0


@dataclass(frozen=True, slots=True)
class Stored:
    """What the store knows of one address; ``page.bodies`` is empty, ask ``PageStore.body`` for them."""

    id: int
    page: Page
    encodings: tuple[str, ...]
    as_of: int
    pressed_at: float
    changed_at: float
    good_until: float | None
    spoiled_by: str | None
    outdated: bool = False

    def fresh(self, moment: float) -> bool:
        """Whether this may be sent at ``moment`` (Unix seconds) without asking for a new one first.

        A grace that would last longer than any is one given before the clock was put back.
        """
        if self.outdated or self.good_until is None:
            return not self.outdated
        return moment < self.good_until <= moment + LONGEST_GRACE


class PageStore:
    """Finished pages on this machine's disk; safe to use from many threads and many processes at once."""

    def __init__(
        self,
        directory: Path | str,
        *,
        disk_limit: int = DEFAULT_DISK_LIMIT,
        absent_limit: int = DEFAULT_ABSENT_LIMIT,
        caches: owed.Caches | None = None,
    ) -> None:
        """Open or create the store in ``directory``; ``disk_limit`` in bytes of pages, ``absent_limit`` in pages.

        ``caches`` further out are those that have to be told what changes: for each name, its "keys" or its "addresses".
        """
        self.caches = dict(caches or {})
        self.disk_limit = disk_limit
        self.absent_limit = absent_limit
        self.directory = Path(directory)
        self._file = StoreFile(self.directory)
        # Events that could not be written here, kept in mind by each process: the last defence on a full disk.
        self.denied: frozenset[str] = frozenset()
        self.doubted: frozenset[str] = frozenset()
        self._in_mind_up_to = -1

    def version(self) -> tuple[object, ...]:
        """Differs whenever anything in the store has changed; for one thread of each process (the event loop's)."""
        return (*self._file.version(), self.denied, self.doubted)

    # --- reading -----------------------------------------------------------------------------------------------------

    def read(self, address: Address) -> Stored | None:
        """What is stored under an address, fresh or not, without its bodies; None when there is nothing."""
        row = self._file.read(first_row, sql.READ, (str(address),))
        if row is None:
            return None
        number, absent, as_of, pressed_at, changed_at, good_until, spoiled_by, head, applied, coming = row
        page, encodings = _page_of(head)
        if self.denied and not self.denied.isdisjoint(page.keys):
            return None
        if coming == sql.TAKEDOWN_COMING:
            return None
        # Any change may have created what was absent, so "absent" is believed only until the next event.
        outdated = (bool(absent) and as_of < applied) or coming == sql.ALL_SPOILT_COMING
        outdated |= coming == sql.SPOIL_COMING and good_until is None
        outdated |= bool(self.doubted) and (bool(absent) or not self.doubted.isdisjoint(page.keys))
        return Stored(
            number, page, encodings, as_of, pressed_at, changed_at, good_until, spoiled_by, outdated
        )

    def body(self, stored: Stored, encoding: str) -> bytes | None:
        """The body in one encoding; None when the page has been replaced meanwhile, lacks it, or was damaged."""
        row = self._file.read(
            first_row, "SELECT crc, data FROM body WHERE id = ?", (_body_id(stored.id, encoding),)
        )
        if row is None:
            return None
        data: bytes = row[1]
        if zlib.crc32(data) != row[0]:
            log.error("The page store held altered bytes; the page is dropped and will be rendered again.")
            self._file.write(run, "DELETE FROM page WHERE id = ?", (stored.id,))
            return None
        return data

    def anchor(self) -> Anchor:
        """How far the journal has been applied here."""
        found = dict(
            self._file.read(all_rows, "SELECT name, value FROM meta WHERE name IN ('position', 'token')")
        )
        return Anchor(int(found["position"]), found["token"])

    def settled(self) -> int:
        """The position of the journal up to which nothing is left to be taken down."""
        return int(self._file.read(all_rows, sql.SETTLED)[0][0])

    def note(self, name: str) -> str | None:
        """A small fact kept beside the pages (``store``, ``hosts``); None when it was never written."""
        row = self._file.read(first_row, "SELECT value FROM meta WHERE name = ?", (name,))
        return None if row is None else str(row[0])

    def due(self, limit: int) -> list[Address]:
        """Pages that a change has spoiled, those still in use and the most read first: what to press next."""
        return self._listed(sql.DUE, limit)

    def addresses(self, after: str = "", limit: int = 1000) -> list[Address]:
        """Stored pages (not the absent ones) in order of address, from the one after ``after``."""
        return self._listed(sql.ADDRESSES, after, limit)

    def swapped_since(self, number: int, limit: int = 200) -> list[tuple[int, Address]]:
        """Pages whose bytes came into the store after the page numbered ``number``, with their numbers, in order."""
        rows = self._file.read(all_rows, sql.SWAPPED_SINCE, (number, limit))
        return [(row[0], read_address(row[1])) for row in rows]

    def carrying(self, key: str) -> list[Address]:
        """The stored pages that carry a key."""
        return self._listed(sql.CARRYING, key)

    def tally(self) -> dict[str, int]:
        """Counts: ``pages``, ``bytes``, ``absent``, ``absent_bytes``, ``due`` (spoiled and not yet pressed), and
        ``owed`` (what caches further out have not taken yet).
        """
        kinds = {
            row[0]: row[1:] for row in self._file.read(all_rows, "SELECT absent, pages, bytes FROM tally")
        }
        due = self._file.read(first_row, sql.COUNT_DUE)
        return {
            "pages": kinds[0][0],
            "bytes": kinds[0][1],
            "absent": kinds[1][0],
            "absent_bytes": kinds[1][1],
            "due": due[0] if due else 0,
            "owed": sum(self.count_owed().values()),
        }

    def owed(self, cache: str, position: int, most: int) -> list[Debt]:
        """What a cache further out may be told now: takedowns, and what has been made anew up to ``position``."""
        return self._file.read(owed.list_debts, cache, position, most)

    def count_owed(self) -> dict[str, int]:
        """How much each cache further out has still to be told."""
        return dict(self._file.read(all_rows, sql.COUNT_OWED))

    def counts(self) -> dict[str, float]:
        """The machine's counters since the store was made."""
        return dict(self._file.read(all_rows, "SELECT name, value FROM counter"))

    # --- writing -----------------------------------------------------------------------------------------------------

    def put(self, address: Address, page: Page, as_of: int) -> bool:
        """Swap a finished page in, rendered from the content as of a journal position.

        False when a purge of something it shows is younger than that: the page is then not stored, render it again.
        """
        return self._file.write(self._put, address, page, as_of)

    def apply(self, events: Sequence[Event], *, grace: float) -> None:
        """Follow the journal: spoil or remove every page that carries a purged key, and remember how far this went.

        The most read of the spoiled pages stay in use for ``grace`` seconds, to be swapped rather than missed. Events
        already applied by another process are passed over. Raises ``StoreFull`` when the disk has no room at all.
        """
        takedowns = [event for event in events if event.takedown]
        write = self._file.write_even_if_full if takedowns else self._file.write
        left = list(events)
        try:
            while left:
                left = write(self._apply, left, grace)
            if takedowns:
                self._finish_takedowns()
        except StoreFull:
            self.keep_in_mind(events)
            raise
        if events and events[-1].position >= self._in_mind_up_to:
            self.denied = self.doubted = frozenset()
        if takedowns:
            # Deleted bytes are overwritten in the file (secure_delete); the log must not keep them either.
            self._file.empty_log()

    def keep_in_mind(self, events: Sequence[Event]) -> None:
        """Treat these events as applied, in this process alone, until they can be: the disk has no room for them."""
        self.doubted |= frozenset(key for event in events for key in event.keys)
        self.denied |= frozenset(key for event in events if event.takedown for key in event.keys)
        self._in_mind_up_to = max([self._in_mind_up_to, *(event.position for event in events)])

    def give_up_ballast(self) -> bool:
        """Make the room that is kept aside for takedowns free; False when it was given up before."""
        return self._file.give_up_ballast()

    def spread(self) -> bool:
        """Go on for a tenth of a second with a purge that has very many pages to reach; False when nothing is left.

        One process of the machine does this at a time, and leaves others as much time to write as it takes.
        """
        if not self._file.read(all_rows, "SELECT 1 FROM spreading LIMIT 1"):
            return False
        with self._turn("spread") as mine:
            give_up = time.monotonic() + SPREAD_SECONDS
            while mine and time.monotonic() < give_up:
                began = time.monotonic()
                if self._file.write(spreading.go_on, self.caches, takedowns_only=False) is None:
                    self._file.empty_log()
                    return False
                time.sleep(time.monotonic() - began)
            return mine

    def _finish_takedowns(self) -> None:
        """What could not be deleted with the event itself is hidden from then on; it is deleted before anybody is told."""
        while True:
            began = time.monotonic()
            if self._file.write(spreading.go_on, self.caches, takedowns_only=True) is None:
                return
            time.sleep(time.monotonic() - began)

    def adopt(self, anchor: Anchor, taken_down: Sequence[str] = ()) -> None:
        """Start anew from a journal whose history is unknown here: every page is spoiled until it is pressed again.

        Pages that carry a key that was ever ``taken_down`` are deleted: they must not be anybody's last resort.
        """
        self._file.write(self._adopt, anchor, taken_down)
        if taken_down:
            self._finish_takedowns()
            self._file.empty_log()
        self.spread()

    def renew(self, made_by: str) -> bool:
        """Spoil every page unless all were made by ``made_by``, whatever renders them; True when they were not."""
        if self.note("made_by") == made_by:
            return False
        self.adopt(self.anchor())
        self.write_note("made_by", made_by)
        return True

    def write_note(self, name: str, value: str) -> None:
        """Keep a small fact beside the pages."""
        self._file.write(note, **{name: value})

    def forget(self, addresses: Iterable[Address]) -> None:
        """Drop pages: they will be rendered again when asked for."""
        self._file.write(
            run_many, "DELETE FROM page WHERE address = ?", [(str(address),) for address in addresses]
        )

    def mark_read(self, addresses: Iterable[Address], moment: float) -> None:
        """Remember when pages were last asked for; the least wanted leave first when the disk limit is reached."""
        self._file.write(
            run_many,
            "UPDATE page SET read_at = ? WHERE address = ?",
            [(int(moment), str(address)) for address in addresses],
        )

    def add_counts(self, counts: Mapping[str, float]) -> None:
        """Add to the machine's counters, shared by all its processes."""
        self._file.write(count, **counts)

    def strike_off(self, cache: str, debts: Sequence[Debt]) -> None:
        """A cache further out has taken these."""
        self._file.write(owed.strike_off, cache, debts)

    def forgive_others(self) -> None:
        """Forget what was noted for caches further out that are none any more."""
        self._file.write(owed.forgive_others, self.caches)

    def shrink(self) -> None:
        """Give room no longer needed back to the disk, a little at a time."""
        self._file.shrink()

    def close(self) -> None:
        """Close the files that are not in use."""
        self._file.close()

    # --- one at a time, across the processes of the machine ----------------------------------------------------------

    @contextlib.contextmanager
    def flight(self, address: Address) -> Iterator[None]:
        """Hold the machine-wide right to render one address; others wait. Freed by the system if the holder dies."""
        slot = zlib.crc32(str(address).encode()) % FLIGHT_LOCKS
        with open(self.directory / "locks" / f"{slot:03x}", "ab") as file:  # noqa: PTH123 - flock needs a real file
            fcntl.flock(file, fcntl.LOCK_EX)
            yield

    @contextlib.contextmanager
    def presser_seat(self) -> Iterator[bool]:
        """Take the machine's one place for a presser: True while held, False when another process has it."""
        with self._turn("presser") as mine:
            yield mine

    @contextlib.contextmanager
    def _turn(self, name: str) -> Iterator[bool]:
        with open(self.directory / "locks" / name, "ab") as file:  # noqa: PTH123 - flock needs a real file
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError:
                yield False
                return
            yield True

    def presser_works(self) -> bool:
        """Whether some process of this machine is pressing spoiled pages."""
        with open(self.directory / "locks" / "presser", "ab") as file:  # noqa: PTH123 - flock needs a real file
            try:
                fcntl.flock(
                    file, fcntl.LOCK_SH | fcntl.LOCK_NB
                )  # shared: those who ask do not disturb each other
            except OSError:
                return True
            return False

    # --- inside transactions -----------------------------------------------------------------------------------------

    def _put(self, db: sqlite3.Connection, address: Address, page: Page, as_of: int) -> bool:
        if read_number(db, "position") < 0 or as_of < max(
            read_number(db, "floor"), _newest_purge(db, page.keys)
        ):
            return False
        old = first_row(db, "SELECT id, as_of, head FROM page WHERE address = ?", (str(address),))
        if old and old[1] > as_of and not first_row(db, sql.OF_UNKNOWN_JOURNAL, (old[0],)):
            return True
        if old and old[2] == _head_of(page):
            run(
                db,
                sql.STILL_GOOD,
                (as_of, time.time(), old[0]),
            )
            count(db, unchanged=1)
            return True
        _swap(db, address, page, as_of)
        count(db, stored=1)
        self._make_room(db)
        return True

    def _apply(self, db: sqlite3.Connection, events: Sequence[Event], grace: float) -> list[Event]:
        """Apply as many events as one transaction should; returns those left for the next."""
        applied = read_number(db, "position")
        events = [event for event in events if event.position > applied]
        room, done = spreading.PAGES_AT_ONCE, 0
        for event in events:
            carriers = spreading.count_carriers(db, event, spreading.PAGES_AT_ONCE + 1)
            if done and carriers > room:
                break
            owed.owe_keys(db, self.caches, event)
            if carriers <= spreading.PAGES_AT_ONCE:
                owed.owe_carriers(db, self.caches, event)
            if carriers > spreading.PAGES_AT_ONCE:
                spreading.begin(db, event, grace)
            elif event.takedown:
                spreading.take_down(db, event)
            else:
                spreading.spoil(db, event, grace)
            done, room = done + 1, room - carriers
            run_many(
                db,
                sql.NOTE_PURGE,
                [(key, event.position) for key in event.keys],
            )
            applied = event.position
            note(db, position=applied, token=event.token)
            count(db, events=1)
        floor = applied - PURGES_REMEMBERED
        if floor > read_number(db, "floor"):
            run(db, "DELETE FROM purged WHERE position <= ?", (floor,))
            note(db, floor=floor)
        return events[done:]

    def _adopt(self, db: sqlite3.Connection, anchor: Anchor, taken_down: Sequence[str] = ()) -> None:
        owed.owe_keys(db, self.caches, Event(0, "", (EVERY_PAGE,)))
        spreading.begin_everywhere(db, taken_down)
        spreading.go_on(db, self.caches, takedowns_only=False)
        run(db, "DELETE FROM purged")
        note(db, position=anchor.position, token=anchor.token, floor=anchor.position)

    def _make_room(self, db: sqlite3.Connection) -> None:
        absent = all_rows(db, "SELECT pages FROM tally WHERE absent = 1")[0][0]
        if absent > self.absent_limit:
            run(db, sql.FORGET_OLDEST_ABSENT, (absent - self.absent_limit * 19 // 20,))
        # A limit that was lowered is reached little by little: others want to write, too.
        for _ in range(EVICTIONS_AT_ONCE):
            if all_rows(db, "SELECT sum(bytes) FROM tally")[0][0] <= self.disk_limit:
                break
            count(db, evicted=run(db, sql.EVICT_LEAST_WANTED))

    def _listed(self, statement: str, *values: object) -> list[Address]:
        return [read_address(row[0]) for row in self._file.read(all_rows, statement, values)]


def _newest_purge(db: sqlite3.Connection, keys: Sequence[str]) -> int:
    row = first_row(db, sql.NEWEST_PURGE, (json.dumps(keys),))
    return -1 if row is None or row[0] is None else int(row[0])


def _swap(db: sqlite3.Connection, address: Address, page: Page, as_of: int) -> None:
    read_at = first_row(db, "SELECT read_at FROM page WHERE address = ?", (str(address),)) or (0,)
    run(db, "DELETE FROM page WHERE address = ?", (str(address),))
    size, now = sum(map(len, page.bodies.values())), time.time()
    run(
        db,
        sql.ADD_PAGE,
        (str(address), page.absent, as_of, now, now, read_at[0], size, _head_of(page)),
    )
    number = all_rows(db, "SELECT last_insert_rowid()")[0][0]
    bodies = [(_body_id(number, name), zlib.crc32(data), data) for name, data in page.bodies.items()]
    run_many(db, "INSERT INTO body VALUES (?, ?, ?)", bodies)
    run_many(db, "INSERT INTO page_key VALUES (?, ?)", [(key, number) for key in page.keys])


def _body_id(page_number: int, encoding: str) -> int:
    return page_number * len(ENCODINGS) + ENCODINGS.index(encoding)


def _head_of(page: Page) -> str:
    encodings = [name for name in ENCODINGS if name in page.bodies]
    return json.dumps([page.status, page.headers, page.etag, page.keys, page.parameters, encodings])


def _page_of(head: str) -> tuple[Page, tuple[str, ...]]:
    status, headers, etag, keys, parameters, encodings = json.loads(head)
    fields = tuple((name, value) for name, value in headers)
    return Page(status, fields, etag, tuple(keys), tuple(parameters), {}), tuple(encodings)
