"""The worker process: background jobs from PostgreSQL, a few side by side, and the presser of this machine."""

import asyncio
import logging
import threading

from procrastinate import App
from procrastinate.contrib.django import app
from procrastinate.contrib.django.django_connector import DjangoConnector

from nashra.press.service import run_presser

_GRACE_SECONDS = 15.0


def work(jobs: int) -> None:
    """Carry out jobs until told to stop (SIGTERM, SIGINT); jobs under way get 15 seconds to finish, and those that do
    not are carried out again at the next start. ``django.setup()`` comes first."""
    logging.getLogger("procrastinate").setLevel(logging.WARNING)
    connector = app.connector
    if not isinstance(connector, DjangoConnector):
        raise TypeError("The worker wants Procrastinate's Django connector.")
    stop = threading.Event()
    presser = threading.Thread(target=run_presser, args=(stop,), name="nashra-presser")
    presser.start()
    try:
        with app.replace_connector(connector.get_worker_connector()) as worker_app:
            asyncio.run(_work(worker_app, jobs))
    finally:
        stop.set()
        presser.join(_GRACE_SECONDS)


async def _work(worker_app: App, jobs: int) -> None:
    async with worker_app.open_async():
        await worker_app.run_worker_async(
            concurrency=jobs,
            shutdown_graceful_timeout=_GRACE_SECONDS,
            delete_jobs="successful",
            install_signal_handlers=True,
        )
