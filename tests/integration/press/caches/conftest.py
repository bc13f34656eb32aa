"""A stand-in for the newsroom, behind caches that are run for real."""

import socket
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest


@pytest.fixture(autouse=True)
def transactional_db() -> None:
    """These tests need no database."""


@pytest.fixture(autouse=True)
def tiny_newsroom() -> None:
    """Nor a newsroom."""


class Newsroom(BaseHTTPRequestHandler):
    """Answers as the front does, and can be told to fail."""

    asked: list[str] = []
    failing = False
    gone = False
    kept_seconds = 1

    def do_GET(self) -> None:
        if self.path != "/healthz":
            self.asked.append(f"{self.path} {self.headers.get('Accept-Encoding', '')}".strip())
        self.send_response(503 if self.failing else 410 if self.gone else 200)
        body = b"failed" if self.failing else f"page {len(self.asked)}".encode()
        self.send_header("Content-Length", str(len(body)))
        caching = f"public, max-age=0, s-maxage={self.kept_seconds}, stale-while-revalidate=1, stale-if-error=604800"
        self.send_header("Cache-Control", "no-store" if self.failing else caching)
        self.send_header("Surrogate-Key", f"every-page edition:en story:{len(self.path)}")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def newsroom() -> Iterator[ThreadingHTTPServer]:
    """The stand-in, listening, as if nobody had asked it anything yet."""
    Newsroom.asked, Newsroom.failing, Newsroom.gone, Newsroom.kept_seconds = [], False, False, 1
    server = ThreadingHTTPServer(("127.0.0.1", 0), Newsroom)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


def free_port() -> int:
    """A port nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def changed(text: str, changes: dict[str, str]) -> str:
    """A configuration with its marked lines changed; each has to be there."""
    for old, new in changes.items():
        assert old in text
        text = text.replace(old, new)
    return text
