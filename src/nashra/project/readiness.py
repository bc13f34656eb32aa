"""Which parts of the newsroom are up: each part is a name and a question that raises when the answer is no."""

import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

import psycopg
from django.conf import settings

from nashra.press import service

_WORKER_SILENT_SECONDS = 30
_CONNECT_SECONDS = 3

type Connection = psycopg.AsyncConnection[tuple[object, ...]]
type Question = Callable[[Connection], Awaitable[None]]


class WorkerSilent(Exception):
    """No worker has been heard of for half a minute. Start one with "nashra worker"."""


class BusDeaf(Exception):
    """A notice sent over the database did not come back."""


@dataclass(frozen=True, slots=True)
class Readiness:
    """Each part, up or down, and how many events of the journal this machine has still to apply; None: not known."""

    parts: dict[str, str]
    events_behind: int | None

    @property
    def ready(self) -> bool:
        """Whether all parts are up."""
        return all(state == "up" for state in self.parts.values())


async def ask_database(connection: Connection) -> None:
    """Raise unless the database answers."""
    await connection.execute("SELECT 1")


async def ask_worker(connection: Connection) -> None:
    """Raise ``WorkerSilent`` unless a worker has shown itself lately."""
    heard = await connection.execute(
        "SELECT 1 FROM procrastinate_workers WHERE last_heartbeat > now() - make_interval(secs => %s) LIMIT 1",
        [_WORKER_SILENT_SECONDS],
    )
    if await heard.fetchone() is None:
        raise WorkerSilent(WorkerSilent.__doc__)


async def ask_bus(connection: Connection) -> None:
    """Raise ``BusDeaf`` unless a NOTIFY comes back over LISTEN."""
    await connection.execute("LISTEN nashra_readiness")
    await connection.execute("NOTIFY nashra_readiness")
    async for _notice in connection.notifies(timeout=2, stop_after=1):
        return
    raise BusDeaf(BusDeaf.__doc__)


# A room that adds a part of the running newsroom adds its question here.
PARTS: dict[str, Question] = {
    "database": ask_database,
    "worker": ask_worker,
    "bus": ask_bus,
}


async def look(following: bool) -> Readiness:
    """Ask every part. ``following``: whether this process is connected to the journal of changes, the bus's other end."""
    # A connection of its own: Django's pool waits long when the database is gone, and this answer must not.
    try:
        connection = await psycopg.AsyncConnection.connect(
            settings.ENVIRONMENT.database_url, autocommit=True, connect_timeout=_CONNECT_SECONDS
        )
    except psycopg.Error:
        return Readiness(dict.fromkeys(PARTS, "down"), None)
    async with connection:
        parts = {name: await _ask(question, connection) for name, question in PARTS.items()}
        if not following:
            parts["bus"] = "down"
        return Readiness(parts, await _events_behind(connection))


def told(found: Readiness) -> tuple[int, bytes]:
    """Status and JSON body of /readyz: 200 when all parts are up, else 503. Why one is down stays out, for anyone may
    ask."""
    said = {"ready": found.ready, "parts": found.parts, "events_behind": found.events_behind}
    return (200 if found.ready else 503), json.dumps(said).encode()


async def _ask(question: Question, connection: Connection) -> str:
    try:
        await question(connection)
    except (psycopg.Error, WorkerSilent, BusDeaf):
        return "down"
    return "up"


async def _events_behind(connection: Connection) -> int | None:
    try:
        rows = await connection.execute("SELECT max(position) FROM press_event")
        newest = await rows.fetchone()
    except psycopg.Error:
        return None
    applied = service.store().anchor().position
    return (
        max(int(str(newest[0])) - applied, 0) if newest and newest[0] is not None and applied >= 0 else None
    )
