"""The front's second door: Granian's own interface for pages in memory, and everything else as ASGI behind it.

Answering through it saves the two message dictionaries and the two sends of ASGI for each page, which is a good part
of what a page in memory costs.
"""

import asyncio
import contextlib
from collections.abc import Iterable, MutableMapping
from typing import Any, Protocol

from granian.rsgi import ProtocolClosed  # type: ignore[attr-defined] # named so in the documentation of RSGI

from nashra.press.front.app import Application, Front
from nashra.press.front.conditional import has_it


class RSGIHeaders(Protocol):
    """Granian's request headers."""

    def get(self, key: str, default: str | None = None) -> str | None: ...
    def items(self) -> Iterable[tuple[str, str]]: ...


class RSGIScope(Protocol):
    """Granian's description of a request (RSGI 1.5)."""

    proto: str
    http_version: str
    server: str
    client: str
    scheme: str
    method: str
    path: str
    query_string: str
    authority: str | None
    headers: RSGIHeaders


class RSGIStream(Protocol):
    """A response under way."""

    async def send_bytes(self, data: bytes) -> None: ...


class RSGIProtocol(Protocol):
    """Granian's way to read a request's body and to answer it."""

    async def __call__(self) -> bytes: ...
    async def client_disconnect(self) -> None: ...
    def response_empty(self, status: int, headers: list[tuple[str, str]]) -> None: ...
    def response_bytes(self, status: int, headers: list[tuple[str, str]], body: bytes) -> None: ...
    def response_stream(self, status: int, headers: list[tuple[str, str]]) -> RSGIStream: ...


class Door:
    """An RSGI application: pages that ``front`` has in memory at once, the rest through ``application`` (ASGI)."""

    def __init__(self, front: Front, application: Application) -> None:
        self._front = front
        self._application = application
        self._life: _Lifespan | None = None

    def __rsgi_init__(self, loop: asyncio.AbstractEventLoop) -> None:
        """Start the application, as ASGI's lifespan does."""
        self._life = _Lifespan(self._application)
        loop.run_until_complete(self._life.start())

    def __rsgi_del__(self, loop: asyncio.AbstractEventLoop) -> None:
        """Let the application end in order."""
        if self._life is not None:
            loop.run_until_complete(self._life.stop())

    async def __rsgi__(self, scope: RSGIScope, protocol: RSGIProtocol) -> None:
        """Answer one request."""
        method = scope.method
        if method in ("GET", "HEAD"):
            header = scope.headers.get
            host = header("host") or scope.authority or ""
            answer = self._front.at_once(
                host, scope.path, scope.query_string, header("accept-encoding") or "", header("cookie")
            )
            if answer is not None:
                tags, date = header("if-none-match"), header("if-modified-since")
                if (tags or date) and answer.status == 200 and has_it(answer, tags, date):
                    protocol.response_empty(304, answer.headers_304)
                elif method == "HEAD":
                    protocol.response_empty(answer.status, answer.headers)
                else:
                    protocol.response_bytes(answer.status, answer.headers, answer.body)
                return
        # Who leaves in the middle of a film is no fault of anybody's.
        with contextlib.suppress(ProtocolClosed):
            await _through_asgi(self._application, scope, protocol)


async def _through_asgi(application: Application, scope: RSGIScope, protocol: RSGIProtocol) -> None:
    read_to_its_end = False
    stream: RSGIStream | None = None
    start: MutableMapping[str, Any] = {}

    async def receive() -> MutableMapping[str, Any]:
        nonlocal read_to_its_end
        if not read_to_its_end:
            read_to_its_end = True
            # Whole: Granian's stream of parts cannot be asked again once it has ended, as ASGI's may.
            return {"type": "http.request", "body": await protocol(), "more_body": False}
        await protocol.client_disconnect()
        return {"type": "http.disconnect"}

    async def send(message: MutableMapping[str, Any]) -> None:
        nonlocal stream
        if message["type"] == "http.response.start":
            start.update(message)
            return
        if message["type"] != "http.response.body":
            return
        data, more = message.get("body", b""), message.get("more_body", False)
        if stream is None:
            fields = [
                (name.decode("latin-1"), value.decode("latin-1")) for name, value in start.get("headers", ())
            ]
            if not more:
                protocol.response_bytes(start["status"], fields, bytes(data))
                return
            stream = protocol.response_stream(start["status"], fields)
        if data:
            await stream.send_bytes(bytes(data))

    await application(_asgi_scope(scope), receive, send)


def _asgi_scope(scope: RSGIScope) -> MutableMapping[str, Any]:
    headers = [
        (name.lower().encode("latin-1"), value.encode("latin-1")) for name, value in scope.headers.items()
    ]
    if scope.authority and not any(name == b"host" for name, _ in headers):
        headers.append((b"host", scope.authority.encode("latin-1")))
    return {
        "type": "http",
        "asgi": {"version": "3.0", "spec_version": "2.3"},
        "http_version": scope.http_version,
        "method": scope.method,
        "scheme": scope.scheme,
        "path": scope.path,
        "raw_path": None,
        "query_string": scope.query_string.encode("latin-1"),
        "root_path": "",
        "headers": headers,
        "server": _pair(scope.server),
        "client": _pair(scope.client),
        "extensions": {},
        "state": {},
    }


def _pair(address: str) -> tuple[str, int] | None:
    host, _, port = address.rpartition(":")
    return (host.strip("[]"), int(port)) if port.isdecimal() else None


class _Lifespan:
    """Runs ASGI's lifespan beside the server's own loop of life."""

    def __init__(self, application: Application) -> None:
        self._application = application
        self._to: asyncio.Queue[MutableMapping[str, Any]] = asyncio.Queue()
        self._from: asyncio.Queue[MutableMapping[str, Any]] = asyncio.Queue()
        self._task: asyncio.Future[None] | None = None

    async def start(self) -> None:
        scope: MutableMapping[str, Any] = {"type": "lifespan", "asgi": {"version": "3.0"}, "state": {}}
        self._task = asyncio.ensure_future(self._application(scope, self._to.get, self._from.put))
        await self._say("startup")

    async def stop(self) -> None:
        await self._say("shutdown")

    async def _say(self, word: str) -> None:
        await self._to.put({"type": f"lifespan.{word}"})
        answered = asyncio.ensure_future(self._from.get())
        waiting: set[asyncio.Future[Any]] = {answered, *([self._task] if self._task else [])}
        await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
        answered.cancel()
