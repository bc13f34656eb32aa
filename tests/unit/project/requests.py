"""Asking an ASGI answer directly, without a server."""

import asyncio
from collections.abc import Awaitable, Callable, MutableMapping
from dataclasses import dataclass
from typing import Any

from nashra.project.files import Scope, Send


@dataclass
class Answer:
    """What came back."""

    status: int
    headers: dict[str, str]
    body: bytes


def ask(answering: Callable[[Scope, Send], Awaitable[None]], method: str = "GET", **headers: str) -> Answer:
    """The answer to a request with these headers (``if_range`` stands for If-Range)."""
    sent: list[MutableMapping[str, Any]] = []

    async def send(message: MutableMapping[str, Any]) -> None:
        sent.append(message)

    packed = [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]
    scope: Scope = {"type": "http", "method": method, "headers": packed}
    asyncio.run(_call(answering, scope, send))
    start, *bodies = sent
    return Answer(
        start["status"],
        {name.decode(): value.decode("latin-1") for name, value in start["headers"]},
        b"".join(message.get("body", b"") for message in bodies),
    )


async def _call(answering: Callable[[Scope, Send], Awaitable[None]], scope: Scope, send: Send) -> None:
    await answering(scope, send)
