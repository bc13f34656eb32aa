"""The database this process talks to: yours by DATABASE_URL, else the embedded one, started if nobody runs it."""

import contextlib
import fcntl
import time
from collections.abc import Iterator
from pathlib import Path

import psycopg

from nashra.project.data_folder import holder, open_data_folder, sole_use
from nashra.project.environment import Environment
from nashra.project.errors import (
    DatabaseBusy,
    DatabaseNotUnicode,
    DatabaseTooOld,
    DatabaseUnreachable,
    DataFolderInUse,
)
from nashra.project.postgres import EmbeddedPostgres, answers

OLDEST_POSTGRES = 16
_GUESTS = "nashra.guests"


@contextlib.contextmanager
def running_database(environment: Environment, patience: float = 60) -> Iterator[None]:
    """See to it that ``environment.database_url`` answers for the length of the block.

    The embedded server is shared: the first command starts it and, before stopping it, waits for the commands that
    came later; under a running ``nashra up`` every command is such a guest. Raises a ``CannotStart``.
    """
    if not environment.embedded:
        require_answer(environment.database_url)
        yield
        return
    with contextlib.ExitStack() as stack:
        _enter(environment, stack, time.monotonic() + patience)
        yield


def require_answer(url: str) -> None:
    """Raise ``DatabaseUnreachable`` with the client's reason unless a database answers at ``url``, and another
    ``CannotStart`` if it is none that Nashra can use."""
    try:
        connection = psycopg.connect(url, connect_timeout=10)
    except psycopg.Error as error:
        reason = " ".join(str(error).split())
        raise DatabaseUnreachable(address=_address(url), reason=reason) from None
    with connection:
        version = connection.info.server_version // 10_000
        encoding = connection.info.parameter_status("server_encoding")
    refuse_unsuitable(_address(url), version=version, encoding=encoding)


def refuse_unsuitable(address: str, *, version: int, encoding: str | None) -> None:
    """Raise ``DatabaseTooOld`` or ``DatabaseNotUnicode`` for a server that would fail us later, in the middle of work."""
    if version < OLDEST_POSTGRES:
        raise DatabaseTooOld(address=address, theirs=version, needed=OLDEST_POSTGRES)
    if encoding != "UTF8":
        raise DatabaseNotUnicode(address=address, encoding=encoding)


def _enter(environment: Environment, stack: contextlib.ExitStack, deadline: float) -> None:
    folder = environment.data_dir
    open_data_folder(folder)
    while True:
        try:
            stack.enter_context(_as_host(folder))
            return
        except DataFolderInUse:
            stack.enter_context(_as_guest(folder))
        if answers(environment.database_url):
            return
        # The host is still starting, or has just left: stay outside while we wait, so that it can go.
        stack.pop_all().close()
        if time.monotonic() > deadline:
            raise DatabaseBusy(pid=holder(folder) or "?", folder=folder)
        time.sleep(0.2)


@contextlib.contextmanager
def _as_host(folder: Path) -> Iterator[None]:
    with sole_use(folder):
        server = EmbeddedPostgres(folder)
        server.start()
        try:
            yield
        finally:
            with (folder / _GUESTS).open("a") as guests:
                fcntl.flock(guests, fcntl.LOCK_EX)
                server.stop()


@contextlib.contextmanager
def _as_guest(folder: Path) -> Iterator[None]:
    with (folder / _GUESTS).open("a") as guests:
        fcntl.flock(guests, fcntl.LOCK_SH)
        yield


def _address(url: str) -> str:
    parts = psycopg.conninfo.conninfo_to_dict(url)
    place = parts.get("host") or "this computer"
    return f"{place}:{parts['port']}" if parts.get("port") else str(place)
