"""Which parts of the newsroom are up: each part is a name and a question that raises when the answer is no."""

import json
from collections.abc import Awaitable, Callable

import psycopg
from django.conf import settings

_WORKER_SILENT_SECONDS = 30
_CONNECT_SECONDS = 3

type Connection = psycopg.AsyncConnection[tuple[object, ...]]


class WorkerSilent(Exception):
    """No worker has been heard of for half a minute. Start one with "nashra worker"."""


class BusDeaf(Exception):
    """A notice sent over the database did not come back."""


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
PARTS: dict[str, Callable[[Connection], Awaitable[None]]] = {
    "database": ask_database,
    "worker": ask_worker,
    "bus": ask_bus,
}


async def readiness() -> tuple[int, bytes]:
    """Status and JSON body of /readyz: 200 when all parts are up, else 503. Why one is down stays out, for anyone may
    ask."""
    parts = await _ask_all()
    everything_up = all(state == "up" for state in parts.values())
    return (200 if everything_up else 503), json.dumps({"ready": everything_up, "parts": parts}).encode()


async def _ask_all() -> dict[str, str]:
    # A connection of its own: Django's pool waits long when the database is gone, and this answer must not.
    try:
        connection = await psycopg.AsyncConnection.connect(
            settings.ENVIRONMENT.database_url, autocommit=True, connect_timeout=_CONNECT_SECONDS
        )
    except psycopg.Error:
        return dict.fromkeys(PARTS, "down")
    async with connection:
        return {name: await _ask(question, connection) for name, question in PARTS.items()}


async def _ask(question: Callable[[Connection], Awaitable[None]], connection: Connection) -> str:
    try:
        await question(connection)
    except (psycopg.Error, WorkerSilent, BusDeaf):
        return "down"
    return "up"
