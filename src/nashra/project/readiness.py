"""Which parts of the newsroom are up: each part is a name and a question that raises when the answer is no."""

import json
from collections.abc import Callable

from asgiref.sync import sync_to_async
from django.db import connection

_WORKER_SILENT_SECONDS = 30


class WorkerSilent(Exception):
    """No worker has been heard of for half a minute. Start one with "nashra worker"."""


class BusDeaf(Exception):
    """A notice sent over the database did not come back."""


def ask_database() -> None:
    """Raise unless the database answers."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")


def ask_worker() -> None:
    """Raise ``WorkerSilent`` unless a worker has shown itself lately."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM procrastinate_workers WHERE last_heartbeat > now() - make_interval(secs => %s)",
            [_WORKER_SILENT_SECONDS],
        )
        if cursor.fetchone() == (0,):
            raise WorkerSilent(WorkerSilent.__doc__)


def ask_bus() -> None:
    """Raise ``BusDeaf`` unless a NOTIFY comes back over LISTEN."""
    with connection.cursor() as cursor:
        cursor.execute("LISTEN nashra_readiness")
        cursor.execute("NOTIFY nashra_readiness")
        heard = any(True for _ in cursor.connection.notifies(timeout=2, stop_after=1))
        cursor.execute("UNLISTEN nashra_readiness")
    if not heard:
        raise BusDeaf(BusDeaf.__doc__)


# A room that adds a part of the running newsroom adds its question here.
PARTS: dict[str, Callable[[], None]] = {"database": ask_database, "worker": ask_worker, "bus": ask_bus}


def ask_all() -> dict[str, str]:
    """Each part's name with "up" or "down"; reasons stay out, for anyone may ask."""
    found = {}
    try:
        for name, question in PARTS.items():
            try:
                question()
            except Exception:  # noqa: BLE001 - whatever it is, the part is down
                found[name] = "down"
            else:
                found[name] = "up"
    finally:
        connection.close()
    return found


async def readiness() -> tuple[int, bytes]:
    """Status and JSON body of /readyz: 200 when all parts are up, else 503."""
    parts = await sync_to_async(ask_all)()
    everything_up = all(state == "up" for state in parts.values())
    return (200 if everything_up else 503), json.dumps({"ready": everything_up, "parts": parts}).encode()
