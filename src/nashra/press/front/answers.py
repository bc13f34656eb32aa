"""A stored page as finished answers: every header decided once, so that a request is a look-up and two sends."""

from dataclasses import dataclass

from nashra.press.front.conditional import entity_tag, http_date
from nashra.press.front.rules import Rules
from nashra.press.pages import EVERY_PAGE, Page

type Message = dict[str, object]
_TAG_BYTES = 8000


@dataclass(frozen=True, slots=True, eq=False)
class Answer:
    """One representation of one page, ready to send through either door of the server."""

    status: int
    tag: str
    changed_at: float
    headers: list[tuple[str, str]]
    headers_304: list[tuple[str, str]]
    body: bytes
    start: Message
    start_304: Message
    content: Message


def build_answer(
    page: Page, body: bytes, encoding: str, changed_at: float, rules: Rules, state: str = "hit"
) -> Answer:
    """Prepare the answer for one encoding; ``state`` is said in Cache-Status (RFC 9211)."""
    tag = entity_tag(page.etag, encoding)
    keeping = [
        ("etag", tag),
        ("vary", "accept-encoding"),
        ("cache-control", rules.cache_control if state != "unstored" else "no-store"),
        ("last-modified", http_date(changed_at)),
        ("cache-status", _CACHE_STATUS[state]),
    ]
    if page.keys:
        keys = (EVERY_PAGE, *page.keys)
        keeping += [("surrogate-key", _joined(keys, " ")), ("cache-tag", _joined(keys, ","))]
    own = {name for name, _ in keeping}
    headers = [(name, value) for name, value in page.headers if name not in own] + keeping
    headers.append(("content-length", str(len(body))))
    if encoding != "identity":
        headers.append(("content-encoding", encoding))
    return Answer(
        status=page.status,
        tag=tag,
        changed_at=changed_at,
        headers=headers,
        headers_304=keeping,
        body=body,
        start=_start(page.status, headers),
        start_304=_start(304, keeping),
        content={"type": "http.response.body", "body": body},
    )


NO_CONTENT: Message = {"type": "http.response.body", "body": b""}
_CACHE_STATUS = {
    "hit": "nashra; hit",
    "miss": "nashra; fwd=uri-miss; stored",
    "unstored": "nashra; fwd=uri-miss",
    "stale": "nashra; hit; detail=stale-on-error",
}


def _start(status: int, headers: list[tuple[str, str]]) -> Message:
    encoded = [(name.encode("latin-1"), value.encode("latin-1")) for name, value in headers]
    return {"type": "http.response.start", "status": status, "headers": encoded}


def _joined(keys: tuple[str, ...], separator: str) -> str:
    """Keys as a header; what a cache could not read anyway (over 8,000 bytes) is left off whole."""
    text = separator.join(keys)
    return text if len(text) <= _TAG_BYTES else text[:_TAG_BYTES].rpartition(separator)[0]
