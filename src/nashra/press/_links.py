"""Finding what a page refers to: the links a mirror has to resolve and the files it has to bring along."""

from collections.abc import Iterator
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

from lxml import html

_ATTRIBUTES = ("href", "src", "poster", "data-src", "data-fragment")


def media_in(body: bytes, content_type: str, media_url: str) -> Iterator[str]:
    """Names of the files below ``media_url`` that an HTML page refers to."""
    if content_type.startswith("text/html"):
        for link in _references(body):
            path = unquote(urlsplit(link).path)
            if path.startswith(media_url):
                yield path.removeprefix(media_url)


def internal_links(body: bytes, own_origins: set[str], page_path: str) -> Iterator[str]:
    """Paths on this site that an HTML page leads to, without query and fragment, each once."""
    seen: set[str] = set()
    for link in _references(body):
        parts = urlsplit(urldefrag(link).url)
        if parts.scheme not in ("", "http", "https") or parts.query:
            continue
        if parts.netloc and f"{parts.scheme}://{parts.netloc}" not in own_origins:
            continue
        path = unquote(urljoin(page_path, parts.path)) if parts.path else page_path
        if path not in seen:
            seen.add(path)
            yield path


def page_path(file: str) -> str:
    """The path under which a mirror's file is asked for."""
    parts = file.split("/")
    return "/" + "/".join(parts[2:] if parts[0] == "_hosts" else parts).removesuffix("index.html")


def _references(body: bytes) -> Iterator[str]:
    if not body.strip():
        return
    for element in html.document_fromstring(body).iter():
        if not isinstance(element.tag, str) or element.get("rel") == "preconnect":
            continue
        for name in _ATTRIBUTES:
            if value := element.get(name):
                yield value.strip()
        for candidate in (element.get("srcset") or element.get("imagesrcset") or "").split(","):
            if words := candidate.split():
                yield words[0]
