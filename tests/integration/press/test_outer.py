"""Caches further out are purged by key and by URL, and one that does not answer stops nothing."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from nashra.press.events import Event
from nashra.press.outer import purge_outer
from nashra.press.pages import Address
from nashra.press.render import Printer
from tests.integration.press.conftest import headline


class Cache(BaseHTTPRequestHandler):
    """Notes what it is told to purge."""

    told: list[tuple[str, str, str | None]] = []

    def do_PURGE(self) -> None:
        type(self).told.append(
            (self.headers["Host"].partition(":")[0], self.path, self.headers.get("xkey-purge"))
        )
        self.send_response(200)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def cache() -> Iterator[str]:
    Cache.told = []
    server = ThreadingHTTPServer(("127.0.0.1", 0), Cache)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


EVENT = Event(5, "t", ("story:1", "card:1"))


def test_a_cache_that_knows_keys_is_told_the_keys(
    printer: Printer, cache: str, settings: pytest.FixtureRequest
) -> None:
    settings.PRESS_PURGE_BY_KEY = [{"url": f"{cache}/", "header": "xkey-purge"}]  # type: ignore[attr-defined] # pytest-django's settings
    purge_outer(printer.store, [EVENT])
    assert Cache.told == [("127.0.0.1", "/", "card:1 story:1")]


def test_other_caches_are_told_the_urls_of_the_pages_concerned(
    printer: Printer, cache: str, settings: pytest.FixtureRequest
) -> None:
    settings.WAGTAILADMIN_BASE_URL = "http://news.example.org"  # type: ignore[attr-defined] # pytest-django's settings
    settings.WAGTAILFRONTENDCACHE = {  # type: ignore[attr-defined] # pytest-django's settings
        "varnish": {"BACKEND": "wagtail.contrib.frontend_cache.backends.HTTPBackend", "LOCATION": cache}
    }
    headline(1, "Harbour opens")
    for path in ("/", "/story/1/", "/archive/"):
        printer.press(Address("", path))
    purge_outer(printer.store, [EVENT])
    assert sorted(Cache.told) == [("news.example.org", "/", None), ("news.example.org", "/story/1/", None)]


def test_a_cache_that_does_not_answer_stops_nothing(
    printer: Printer, settings: pytest.FixtureRequest, caplog: pytest.LogCaptureFixture
) -> None:
    settings.PRESS_PURGE_BY_KEY = [{"url": "http://127.0.0.1:9/"}, {"url": "file:///etc/passwd"}]  # type: ignore[attr-defined] # pytest-django's settings
    purge_outer(printer.store, [EVENT])
    assert "could not be purged" in caplog.text
    assert "not an HTTP address" in caplog.text
