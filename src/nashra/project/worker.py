"""The worker process: background jobs from PostgreSQL, a few side by side."""

import asyncio
import contextlib
import logging
import os
import signal
import threading

from procrastinate import App
from procrastinate.contrib.django import app
from procrastinate.contrib.django.django_connector import DjangoConnector

_GRACE_SECONDS = 12.0
# Less than the supervisor's patience. A worker whose database has gone would otherwise wait for it to say goodbye.
_LAST_SECONDS = 18.0


def work(jobs: int) -> None:
    """Carry out jobs until told to stop (SIGTERM, SIGINT); jobs under way get 12 seconds to finish, and those that do
    not are carried out again at the next start. Whatever happens, it ends within 18 seconds. ``django.setup()`` comes
    first."""
    logging.getLogger("procrastinate").setLevel(logging.WARNING)
    connector = app.connector
    if not isinstance(connector, DjangoConnector):
        raise TypeError("The worker wants Procrastinate's Django connector.")
    with app.replace_connector(connector.get_worker_connector()) as worker_app:
        asyncio.run(_work(worker_app, jobs))


async def _work(worker_app: App, jobs: int) -> None:
    carrying_out = asyncio.create_task(_carry_out(worker_app, jobs))

    def close() -> None:
        carrying_out.cancel()
        last = threading.Timer(_LAST_SECONDS, os._exit, [1])
        last.daemon = True
        last.start()

    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, close)
    with contextlib.suppress(asyncio.CancelledError):
        await carrying_out


async def _carry_out(worker_app: App, jobs: int) -> None:
    async with worker_app.open_async():
        await worker_app.run_worker_async(
            concurrency=jobs,
            shutdown_graceful_timeout=_GRACE_SECONDS,
            delete_jobs="successful",
            install_signal_handlers=False,
        )
