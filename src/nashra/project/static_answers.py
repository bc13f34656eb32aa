"""Styles, scripts and fonts as browsers get them: for ever where the name says the content, else asked for again."""

import functools
import hashlib
import mimetypes
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from nashra.project.files import (
    FileAnswer,
    Scope,
    Send,
    answer,
    answer_file,
    answer_plainly,
    find_inside,
    request_header,
)

_FOR_EVER = "public, max-age=31536000, immutable"
_ASK_AGAIN = "no-cache"
_NAMED_BY_CONTENT = re.compile(r".+\.[0-9a-f]{12}(\.[^./]+)?")
_BIGGEST_IN_MEMORY = 512 * 1024

_TYPES = mimetypes.MimeTypes()
for _ending, _type in {
    ".js": "text/javascript",
    ".mjs": "text/javascript",
    ".woff2": "font/woff2",
    ".webmanifest": "application/manifest+json",
    ".avif": "image/avif",
    ".webp": "image/webp",
    ".svg": "image/svg+xml",
}.items():
    _TYPES.add_type(_type, _ending)


def is_named_by_content(name: str) -> bool:
    """Whether a file of this name can never change: Django wrote its content's hash into it."""
    return _NAMED_BY_CONTENT.fullmatch(name) is not None


@dataclass(frozen=True, slots=True)
class _Finished:
    body: bytes
    headers: tuple[tuple[str, str], ...]


class StaticAnswers:
    """Answers for the files of ``root``, and for those ``find`` knows that have not been collected into it."""

    def __init__(self, root: Path, find: Callable[[str], object]) -> None:
        self._root = root
        self._find = find
        self._finished = functools.lru_cache(maxsize=1024)(self._finish)

    async def __call__(self, scope: Scope, send: Send, name: str) -> None:
        """Answer a request for the static file ``name``."""
        path = find_inside(self._root, name)
        if path is not None and is_named_by_content(path.name) and path.stat().st_size <= _BIGGEST_IN_MEMORY:
            await self._answer_finished(scope, send, path)
            return
        found = path or self._uncollected(name)
        if found is None:
            await answer_plainly(send, 404, "There is no such file.")
            return
        keep = _FOR_EVER if path and is_named_by_content(path.name) else _ASK_AGAIN
        headers = {"Cache-Control": keep, "Access-Control-Allow-Origin": "*"}
        await answer_file(scope, send, FileAnswer(found, content_type(found), headers))

    def _uncollected(self, name: str) -> Path | None:
        if "\0" in name or ".." in name.split("/"):
            return None
        found = self._find(name)
        # Django's finders answer with a list of nothing when they find nothing.
        return Path(found) if isinstance(found, str) else None

    async def _answer_finished(self, scope: Scope, send: Send, path: Path) -> None:
        if scope["method"] not in {"GET", "HEAD"}:
            await answer(send, 405, [("Allow", "GET, HEAD"), ("Content-Length", "0")])
            return
        file = self._finished(path, _best_packing(request_header(scope, b"accept-encoding")))
        headers = dict(file.headers)
        if headers["ETag"] in request_header(scope, b"if-none-match"):
            await answer(send, 304, file.headers)
            return
        body = b"" if scope["method"] == "HEAD" else file.body
        await answer(send, 200, [*file.headers, ("Content-Length", str(len(file.body)))], body)

    def _finish(self, path: Path, packing: str) -> _Finished:
        headers = {
            "Content-Type": content_type(path),
            "Cache-Control": _FOR_EVER,
            "Access-Control-Allow-Origin": "*",
            "X-Content-Type-Options": "nosniff",
            "Vary": "Accept-Encoding",
        }
        packed = path.with_name(f"{path.name}.{packing}")
        if packing and packed.exists():
            headers["Content-Encoding"] = {"br": "br", "gz": "gzip"}[packing]
            path = packed
        body = path.read_bytes()
        headers["ETag"] = f'"{hashlib.sha256(body).hexdigest()[:20]}"'
        return _Finished(body, tuple(headers.items()))


def content_type(path: Path) -> str:
    """The media type of a static file by its name, with the character set where it is text."""
    kind = _TYPES.guess_type(path.name)[0] or "application/octet-stream"
    return f"{kind}; charset=utf-8" if kind.startswith("text/") or kind.endswith(("json", "xml")) else kind


def _best_packing(accepted: str) -> str:
    offers = {}
    for offer in accepted.split(","):
        name, _, quality = offer.partition(";")
        offers[name.strip().lower()] = quality.replace(" ", "") not in {"q=0", "q=0.0", "q=0.00", "q=0.000"}
    return "br" if offers.get("br") else "gz" if offers.get("gzip") else ""
