"""The SQLite file behind the page store: connections, transactions, and starting afresh when it is damaged or gone."""

import contextlib
import fcntl
import logging
import os
import shutil
import socket
import sqlite3
import threading
import uuid
from collections import deque
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Concatenate, NamedTuple

from nashra.press import _statements as sql

log = logging.getLogger(__name__)

BALLAST = 8 * 1024 * 1024
ROOM_TO_OPEN = 256 * 1024
BUSY_SECONDS = 10
# SQLite says by these words that the file, not the moment, is at fault.
_BROKEN = (
    "malformed",
    "not a database",
    "disk i/o error",
    "no such table",
    "no such column",
    "unable to open",
)


class StoreFull(OSError):
    """The page store could not be written: the disk is full. Pages are still served; make room on the disk."""


class _Open(NamedTuple):
    db: sqlite3.Connection
    inode: int


class StoreFile:
    """Connections to the machine's store, lent to one thread at a time, and transactions that outlive a damaged file."""

    def __init__(self, directory: Path) -> None:
        self.directory = directory
        (directory / "locks").mkdir(parents=True, exist_ok=True)
        self._path = directory / "pages.sqlite3"
        self._ballast = directory / "ballast"
        self._idle: deque[_Open] = deque()
        self._watcher: _Open | None = None
        self._watchers = 0
        self._closed = 0
        self._lay_ballast()

    def read[**P, T](
        self, work: Callable[Concatenate[sqlite3.Connection, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """Run ``work(connection, …)`` without a transaction; a damaged file is emptied first and read again."""
        try:
            return self._lend(work, *args, **kwargs)
        except sqlite3.DatabaseError as error:
            self._start_afresh_if_broken(error)
            return self._lend(work, *args, **kwargs)

    def write[**P, T](
        self, work: Callable[Concatenate[sqlite3.Connection, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """Run ``work(connection, …)`` in a transaction; ``StoreFull`` when it does not fit on the disk."""

        def the_work(db: sqlite3.Connection) -> T:
            return work(db, *args, **kwargs)

        try:
            return self._lend(_in_transaction, the_work)
        except sqlite3.DatabaseError as error:
            if "full" in str(error):
                raise StoreFull(StoreFull.__doc__) from error
            self._start_afresh_if_broken(error)
            return self._lend(_in_transaction, the_work)

    def write_even_if_full[**P, T](
        self, work: Callable[Concatenate[sqlite3.Connection, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """Like ``write``, but the log has reached the disk when it returns; gives up the ballast when the disk is full."""
        try:
            result = self.write(work, *args, **kwargs)
        except StoreFull:
            self.give_up_ballast()
            result = self.write(work, *args, **kwargs)
        with contextlib.suppress(FileNotFoundError), open(f"{self._path}-wal", "rb") as log_file:  # noqa: PTH123 - fsync needs a descriptor
            os.fsync(log_file.fileno())
        return result

    def give_up_ballast(self) -> bool:
        """Let go of the room kept aside; False when there was none."""
        try:
            self._ballast.unlink()
        except FileNotFoundError:
            return False
        return True

    def version(self) -> tuple[int, int]:
        """Changes whenever anything in the store has changed; for one thread of each process (the event loop's)."""
        watcher = self._watcher
        if watcher is None or not self._is_current(watcher):
            self._leave_watch()
            watcher = self._watcher = self._open()
            self._watchers += 1
        try:
            return self._watchers, watcher.db.execute("PRAGMA data_version").fetchone()[0]
        except sqlite3.DatabaseError as error:
            self._leave_watch()
            self._start_afresh_if_broken(error)
            return self.version()

    def empty_log(self) -> None:
        """Move what the write-ahead log holds into the file and cut the log, so that nothing deleted is left in it."""
        with contextlib.suppress(sqlite3.Error):
            self._lend(_run_pragma, "wal_checkpoint(TRUNCATE)")

    def shrink(self) -> None:
        """Give free pages of the file back to the disk, some at a time, and lay the ballast again."""
        with contextlib.suppress(sqlite3.Error):
            self._lend(_run_pragma, "incremental_vacuum(256)")
        self._lay_ballast()

    def close(self) -> None:
        """Close every connection, those lent out when they come back; the store may be used again afterwards."""
        self._closed += 1
        while self._idle:
            self._idle.pop().db.close()
        self._leave_watch()

    def _leave_watch(self) -> None:
        if self._watcher is not None:
            self._watcher.db.close()
            self._watcher = None

    def _lend[**P, T](
        self, work: Callable[Concatenate[sqlite3.Connection, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        closed = self._closed
        try:
            borrowed = self._idle.pop()
        except IndexError:
            borrowed = self._open()
        else:
            if not self._is_current(borrowed):
                borrowed.db.close()
                borrowed = self._open()
        try:
            result = work(borrowed.db, *args, **kwargs)
        except BaseException:
            borrowed.db.close()
            raise
        if closed == self._closed:
            self._idle.append(borrowed)
        else:
            borrowed.db.close()
        return result

    def _is_current(self, held: _Open) -> bool:
        """Whether a connection is to the file that now has the name; the number is not reused while it is held."""
        try:
            return os.stat(self._path).st_ino == held.inode  # noqa: PTH116 - asked at each request, twice as fast
        except FileNotFoundError:
            return False

    def _open(self) -> _Open:
        if not self._has_bytes():
            with self._alone():
                if not self._has_bytes():
                    self._make_anew()
        if not self._is_of_this_version():
            with self._alone():
                if not self._is_of_this_version():
                    log.warning("The page store was made by another version; it is emptied and filled anew.")
                    self._make_anew()
        return self._connect()

    def _is_of_this_version(self) -> bool:
        with contextlib.closing(self._connect().db) as db:
            return bool(db.execute("PRAGMA user_version").fetchone()[0] == sql.VERSION)

    def _has_bytes(self) -> bool:
        # SQLite takes an empty file for a new database of the old kind and would wait for everybody to leave it.
        return self._path.exists() and self._path.stat().st_size > 0

    def _connect(self) -> _Open:
        db = sqlite3.connect(self._path, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False)
        try:
            db.executescript(
                "PRAGMA synchronous = NORMAL; PRAGMA secure_delete = ON; PRAGMA journal_size_limit = 33554432;"
            )
        except BaseException:
            db.close()
            raise
        return _Open(db, self._path.stat().st_ino)

    def _make_anew(self) -> None:
        for name in ("pages.sqlite3", "pages.sqlite3-wal", "pages.sqlite3-shm"):
            (self.directory / name).unlink(missing_ok=True)
        db = sqlite3.connect(self._path, timeout=BUSY_SECONDS, isolation_level=None)
        try:
            db.executescript(
                f"PRAGMA auto_vacuum = INCREMENTAL; PRAGMA journal_mode = WAL; BEGIN IMMEDIATE; {sql.SCHEMA}"
                f"PRAGMA user_version = {sql.VERSION};"
            )
            db.execute(
                "INSERT INTO meta VALUES ('store', ?), ('name', ?)", (str(uuid.uuid4()), socket.gethostname())
            )
            db.execute("COMMIT")
        finally:
            db.close()

    def _start_afresh_if_broken(self, error: sqlite3.DatabaseError) -> None:
        if not any(sign in str(error).lower() for sign in _BROKEN):
            raise error
        with self._alone():
            if self._is_sound():
                return  # another thread or process has mended it while this one waited
            if not self._has_room():
                # Nothing is wrong with the file: SQLite needs some room beside it even to read.
                if self.give_up_ballast() and self._is_sound():
                    return
                raise StoreFull(StoreFull.__doc__) from error
            log.error("The page store is damaged (%s); it is emptied and filled anew.", error)
            self._make_anew()

    def _is_sound(self) -> bool:
        if not self._has_bytes():
            return False
        with contextlib.suppress(sqlite3.DatabaseError), contextlib.closing(self._connect().db) as db:
            made_in_full = db.execute("SELECT 1 FROM sqlite_master WHERE name = 'page_removed'").fetchone()
            return bool(made_in_full and db.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok")
        return False

    def _has_room(self) -> bool:
        """Whether the disk takes as much as SQLite needs beside the file to open it."""
        probe = self.directory / f"probe.{os.getpid()}.{threading.get_ident()}"
        try:
            probe.write_bytes(bytes(ROOM_TO_OPEN))
        except OSError:
            return False
        finally:
            probe.unlink(missing_ok=True)
        return True

    @contextlib.contextmanager
    def _alone(self) -> Iterator[None]:
        (self.directory / "locks").mkdir(parents=True, exist_ok=True)
        with open(self.directory / "locks" / "heal", "ab") as file:  # noqa: PTH123 - flock needs a real file
            fcntl.flock(file, fcntl.LOCK_EX)
            yield

    def _lay_ballast(self) -> None:
        """Keep some room on the disk that a takedown may use when all other room is gone; not the last room there is."""
        with contextlib.suppress(OSError):
            if self._ballast.exists() and self._ballast.stat().st_size >= BALLAST:
                return
            if shutil.disk_usage(self.directory).free > 2 * BALLAST:
                self._ballast.write_bytes(os.urandom(BALLAST))


def _in_transaction[T](db: sqlite3.Connection, work: Callable[[sqlite3.Connection], T]) -> T:
    db.execute("BEGIN IMMEDIATE")
    try:
        result = work(db)
        db.execute("COMMIT")
    except BaseException:
        with contextlib.suppress(sqlite3.Error):
            db.execute("ROLLBACK")
        raise
    return result


def _run_pragma(db: sqlite3.Connection, pragma: str) -> None:
    db.execute(f"PRAGMA {pragma}").fetchall()
