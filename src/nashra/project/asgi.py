"""Where the front and Django meet: the one ASGI application a web process serves."""

import asyncio
import gc
import os
from collections.abc import Awaitable, Callable, MutableMapping
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles import finders
from django.core.asgi import get_asgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "nashra.project.settings")

from nashra.press.front.rsgi import Door
from nashra.press.service import WebPress
from nashra.project.files import Scope, Send, answer, answer_file, answer_plainly
from nashra.project.media_answers import media_answer
from nashra.project.metrics import CONTENT_TYPE, figures, may_read
from nashra.project.readiness import look, told
from nashra.project.static_answers import StaticAnswers

type Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]

newsroom = get_asgi_application()
"""Django: the desk, and readers' pages that nobody has stored."""

press = WebPress(newsroom)  # type: ignore[arg-type] # Django's own names for the same shapes
"""The page front: finished pages from the store, everything else by Django."""

_static = StaticAnswers(Path(settings.STATIC_ROOT), finders.find)


async def application(scope: Scope, receive: Receive, send: Send) -> None:
    """Answer one connection: readiness, figures, static files and media here, pages by the front, the rest by Django."""
    if scope["type"] == "lifespan":
        await _live(receive, send)
        return
    path: str = scope["path"]
    if path in {"/healthz", "/readyz"}:
        await _answer_readiness(path, send)
    elif path == "/metrics":
        await _answer_metrics(scope, send)
    elif path.startswith(settings.STATIC_URL):
        await _static(scope, send, path.removeprefix(settings.STATIC_URL))
    elif path.startswith(settings.MEDIA_URL):
        await _answer_media(scope, send, path.removeprefix(settings.MEDIA_URL))
    else:
        await press.front(scope, receive, send)


door = Door(press.front, application)
"""The same through Granian's own interface, quicker for pages in memory."""


async def _live(receive: Receive, send: Send) -> None:
    while True:
        message = await receive()
        if message["type"] == "lifespan.startup":
            await press.start()
            # What stays for good is not looked through for garbage while a reader waits.
            gc.collect()
            gc.freeze()
        else:
            await press.stop()
        await send({"type": f"{message['type']}.complete"})
        if message["type"] == "lifespan.shutdown":
            return


async def _answer_readiness(path: str, send: Send) -> None:
    # Loading Django came before this line can run, so the process is ready to serve.
    status, body = (200, b'{"ready": true}') if path == "/healthz" else told(await look(press.following))
    await _answer_machine(send, status, "application/json", body)


async def _answer_metrics(scope: Scope, send: Send) -> None:
    # To anybody else, there is nothing here.
    if scope["method"] != "GET" or not may_read(scope, settings.ENVIRONMENT.metrics_from):
        await answer_plainly(send, 404, "There is no such page.")
        return
    await _answer_machine(send, 200, CONTENT_TYPE, await figures(await look(press.following)))


async def _answer_machine(send: Send, status: int, content_type: str, body: bytes) -> None:
    headers = [
        ("Content-Type", content_type),
        ("Content-Length", str(len(body))),
        ("Cache-Control", "no-store"),
    ]
    await answer(send, status, headers, body)


async def _answer_media(scope: Scope, send: Send, name: str) -> None:
    file = await asyncio.to_thread(media_answer, Path(settings.MEDIA_ROOT), name)
    if file is None:
        await answer_plainly(send, 404, "There is no such file.")
    else:
        await answer_file(scope, send, file)
