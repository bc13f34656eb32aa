"""Files as HTTP answers: whole, in part (video), or "you have it already" (RFC 9110, sections 13 and 14). No Django."""

import asyncio
import hashlib
import os
import re
from collections.abc import Awaitable, Callable, Iterable, MutableMapping
from dataclasses import dataclass, field
from email.utils import formatdate, parsedate_to_datetime
from pathlib import Path
from typing import Any, BinaryIO

type Scope = MutableMapping[str, Any]
type Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]

_CHUNK = 256 * 1024
# More digits than any file has bytes are not worth turning into a number.
_RANGE = re.compile(r"bytes=(\d{0,18})-(\d{0,18})", re.ASCII)


@dataclass(frozen=True, slots=True)
class FileAnswer:
    """A file and what is said about it; ``headers`` come on top of length, date and ETag."""

    path: Path
    content_type: str
    headers: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Facts:
    size: int
    modified: int
    etag: str


def request_header(scope: Scope, name: bytes) -> str:
    """The value of a request's header, "" if it has none."""
    return next((value.decode("latin-1") for key, value in scope["headers"] if key == name), "")


def find_inside(root: Path, name: str) -> Path | None:
    """The file called ``name`` (a path with slashes) in ``root``; None if there is none, it is hidden, or it lies
    outside."""
    if "\0" in name or any(part.startswith(".") for part in name.split("/")):
        return None
    path = (root / name.lstrip("/")).resolve()
    return path if path.is_relative_to(root.resolve()) and path.is_file() else None


async def answer(send: Send, status: int, headers: Iterable[tuple[str, str]], body: bytes = b"") -> None:
    """Send a whole answer."""
    packed = [(name.lower().encode(), value.encode("latin-1")) for name, value in headers]
    await send({"type": "http.response.start", "status": status, "headers": packed})
    await send({"type": "http.response.body", "body": body})


async def answer_plainly(send: Send, status: int, text: str) -> None:
    """Send one sentence of plain text."""
    body = f"{text}\n".encode()
    headers = [
        ("Content-Type", "text/plain; charset=utf-8"),
        ("Content-Length", str(len(body))),
        ("Cache-Control", "no-store"),
    ]
    await answer(send, status, headers, body)


async def answer_file(scope: Scope, send: Send, file: FileAnswer) -> None:
    """Answer a GET or HEAD with ``file``: 200, 206, 304, 404, 405 or 416."""
    if scope["method"] not in {"GET", "HEAD"}:
        await answer(send, 405, [("Allow", "GET, HEAD"), ("Content-Length", "0")])
        return
    try:
        stream = await asyncio.to_thread(file.path.open, "rb")
    except OSError:
        await answer_plainly(send, 404, "There is no such file.")
        return
    with stream:
        facts = _look_at(stream)
        headers = {
            "Content-Type": file.content_type,
            "ETag": facts.etag,
            "Last-Modified": formatdate(facts.modified, usegmt=True),
            "Accept-Ranges": "bytes",
            "X-Content-Type-Options": "nosniff",
            **file.headers,
        }
        if _has_it_already(scope, facts):
            await answer(send, 304, [(k, v) for k, v in headers.items() if k != "Content-Type"])
            return
        part = _wanted_part(scope, facts)
        if part is None:
            headers["Content-Range"] = f"bytes */{facts.size}"
            await answer(send, 416, [*headers.items(), ("Content-Length", "0")])
            return
        start, end, status = part
        if status == 206:
            headers["Content-Range"] = f"bytes {start}-{end - 1}/{facts.size}"
        headers["Content-Length"] = str(end - start)
        await _stream(scope, send, stream, status, headers, start, end)


async def _stream(
    scope: Scope, send: Send, stream: BinaryIO, status: int, headers: dict[str, str], start: int, end: int
) -> None:
    packed = [(name.lower().encode(), value.encode("latin-1")) for name, value in headers.items()]
    await send({"type": "http.response.start", "status": status, "headers": packed})
    left = 0 if scope["method"] == "HEAD" else end - start
    stream.seek(start)
    while left > 0:
        chunk = await asyncio.to_thread(stream.read, min(_CHUNK, left))
        if not chunk:  # cut short under our hands; the client sees it by the length
            break
        left -= len(chunk)
        await send({"type": "http.response.body", "body": chunk, "more_body": True})
    await send({"type": "http.response.body", "body": b""})


def _look_at(stream: BinaryIO) -> _Facts:
    facts = os.fstat(stream.fileno())
    mark = hashlib.sha256(f"{facts.st_size}-{facts.st_mtime_ns}-{facts.st_ino}".encode()).hexdigest()[:20]
    return _Facts(facts.st_size, int(facts.st_mtime), f'"{mark}"')


def _has_it_already(scope: Scope, facts: _Facts) -> bool:
    if marks := request_header(scope, b"if-none-match"):
        return marks == "*" or facts.etag in [mark.strip().removeprefix("W/") for mark in marks.split(",")]
    if since := request_header(scope, b"if-modified-since"):
        try:
            return facts.modified <= parsedate_to_datetime(since).timestamp()
        except ValueError:
            return False
    return False


def _range_asked(scope: Scope, facts: _Facts) -> str:
    """The range asked for, unless it is of another version of the file (If-Range)."""
    condition = request_header(scope, b"if-range")
    if condition and condition not in {facts.etag, formatdate(facts.modified, usegmt=True)}:
        return ""
    return request_header(scope, b"range")


def _wanted_part(scope: Scope, facts: _Facts) -> tuple[int, int, int] | None:
    """First byte, the one after the last, and the status: 206, or 200 with the whole file when several or strange
    ranges are asked for (which RFC 9110 allows); None when the range begins behind the end."""
    whole = 0, facts.size, 200
    found = _RANGE.fullmatch(_range_asked(scope, facts).replace(" ", ""))
    if not found or found.groups() == ("", ""):
        return whole
    first, last = found.groups()
    if not first:  # the last N bytes
        return (max(0, facts.size - int(last)), facts.size, 206) if int(last) and facts.size else None
    if int(first) >= facts.size:
        return None
    end = min(int(last) + 1, facts.size) if last else facts.size
    return (int(first), end, 206) if end > int(first) else whole
