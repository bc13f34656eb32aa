"""Caches further out are told what has changed, by key and by URL, and again until they have taken it."""

import json
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.db import transaction

from nashra.press.figures import prometheus
from nashra.press.follower import Follower
from nashra.press.journal import anchor, takedown
from nashra.press.outer import MOST_CHARACTERS, OuterCaches, Teller, caches_told
from nashra.press.pages import Address
from nashra.press.render import Printer
from nashra.press.store import PageStore
from nashra.press.worker import Presser
from tests.integration.press.conftest import Opener, eventually, headline

HTTP_BACKEND = "wagtail.contrib.frontend_cache.backends.HTTPBackend"


class Cache(BaseHTTPRequestHandler):
    """Notes what it is told to purge, and can be told to refuse."""

    told: list[tuple[str, str, str | None]] = []
    status = 200

    def do_PURGE(self) -> None:
        self._answer(self.headers.get("xkey-purge"))

    def do_POST(self) -> None:
        self._answer(self.rfile.read(int(self.headers["Content-Length"])).decode())

    def _answer(self, what: str | None) -> None:
        if self.status == 200:
            type(self).told.append((self.headers["Host"].partition(":")[0], self.path, what))
        self.send_response(self.status)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def cache() -> Iterator[str]:
    Cache.told, Cache.status = [], 200
    server = ThreadingHTTPServer(("127.0.0.1", 0), Cache)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def by_key(cache: str, settings: Any) -> None:
    settings.PRESS_PURGE_BY_KEY = [{"url": f"{cache}/", "header": "xkey-purge"}]


@pytest.fixture
def by_address(cache: str, settings: Any) -> None:
    settings.WAGTAILADMIN_BASE_URL = "http://news.example.org"
    settings.WAGTAILFRONTENDCACHE = {"varnish": {"BACKEND": HTTP_BACKEND, "LOCATION": cache}}


type Publisher = Callable[[], PageStore]


@pytest.fixture
def publishing(
    opened: Opener, follow: Callable[..., Follower], monkeypatch: pytest.MonkeyPatch
) -> Iterator[Publisher]:
    """A machine with a presser that tells the caches of the settings; "Harbour opens" is on its front."""
    monkeypatch.setattr("nashra.press.outer.LONGEST_GRACE", 0.1)
    monkeypatch.setattr("nashra.press.outer.FIRST_PAUSE", 0.2)
    stop, threads, outers = threading.Event(), [], []

    def start() -> PageStore:
        store = opened(caches=caches_told())
        follow(store)
        headline(1, "Harbour opens")
        assert eventually(lambda: store.anchor() == anchor())
        printer = Printer(store, main_host="news.example.org")
        for path in ("/", "/story/1/", "/archive/"):
            printer.press(Address("", path))
        outers.append(OuterCaches(store))
        outers[0].start()
        presser = Presser(store, printer.press_ahead, on_pressed=outers[0].hear)
        threads.append(threading.Thread(target=presser.run, args=(stop,)))
        threads[0].start()
        assert eventually(store.presser_works)
        assert eventually(lambda: not store.count_owed() or Cache.status != 200)
        Cache.told.clear()
        return store

    yield start
    stop.set()
    for thread in threads:
        thread.join(10)
    for outer in outers:
        outer.stop()


def withdraw() -> None:
    with transaction.atomic():
        Group.objects.all().delete()
        takedown("story:1", "card:1")


@pytest.mark.usefixtures("by_key")
def test_a_cache_that_knows_keys_is_told_the_keys(publishing: Publisher) -> None:
    publishing()
    headline(1, "Harbour closes")
    assert eventually(lambda: ("127.0.0.1", "/", "card:1 story:1") in Cache.told)


@pytest.mark.usefixtures("by_address")
def test_other_caches_are_told_the_addresses_of_the_pages_concerned(publishing: Publisher) -> None:
    store = publishing()
    headline(1, "Harbour closes")
    assert eventually(lambda: len(Cache.told) == 2 and not store.count_owed())
    assert sorted(Cache.told) == [("news.example.org", "/", None), ("news.example.org", "/story/1/", None)]


@pytest.mark.usefixtures("by_address")
def test_a_cache_is_told_the_address_of_a_page_that_was_taken_down(publishing: Publisher) -> None:
    publishing()
    withdraw()
    assert eventually(lambda: ("news.example.org", "/story/1/", None) in Cache.told)


@pytest.mark.parametrize("kind", ["by_key", "by_address"])
def test_a_cache_that_refuses_is_told_again_until_it_has_taken_it(
    kind: str, request: pytest.FixtureRequest, publishing: Publisher, caplog: pytest.LogCaptureFixture
) -> None:
    request.getfixturevalue(kind)
    store = publishing()
    Cache.status = 503
    withdraw()
    assert eventually(lambda: "told again until it answers" in caplog.text)
    assert store.count_owed()
    Cache.status = 200
    assert eventually(lambda: not store.count_owed())
    assert any("card:1" in (what or "") or path == "/story/1/" for _, path, what in Cache.told)
    assert "takes purges again" in caplog.text


@pytest.mark.usefixtures("by_key")
def test_what_a_killed_presser_had_not_told_is_told_by_the_next(
    opened: Opener, follow: Callable[..., Follower], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("nashra.press.outer.LONGEST_GRACE", 0.1)
    store = opened(caches=caches_told())
    follow(store)
    headline(1, "Harbour opens")
    assert eventually(lambda: store.anchor() == anchor())
    assert Cache.told == []
    outer = OuterCaches(store)
    outer.start()
    assert eventually(lambda: any("story:1" in (what or "") for _, _, what in Cache.told))
    outer.stop()


def test_a_purge_is_told_only_after_the_pages_here_are_new_and_a_takedown_at_once(
    opened: Opener, follow: Callable[..., Follower], settings: Any
) -> None:
    settings.PRESS_PURGE_BY_KEY = [{"url": "http://127.0.0.1:9/"}]
    (name,) = caches_told()
    store = opened(caches=caches_told())
    follow(store)
    headline(1, "Harbour opens")
    with transaction.atomic():
        takedown("story:2")
    assert eventually(lambda: store.anchor() == anchor())
    assert [debt.name for debt in store.owed(name, -1, 10)] == ["story:2"]
    told = {debt.name for debt in store.owed(name, store.anchor().position, 10)}
    assert told >= {"front:1", "story:1", "story:2"}


def test_keys_may_go_in_a_body(printer: Printer, cache: str, settings: Any) -> None:
    target = {"url": f"{cache}/purge_cache", "json": "tags", "headers": {"Authorization": "Bearer sesame"}}
    settings.PRESS_PURGE_BY_KEY = [target]
    (outer,) = OuterCaches(printer.store)._tellers
    outer._cache.tell(["card:1", "story:1"])
    (_host, _path, body) = Cache.told[0]
    assert json.loads(body or "") == {"tags": ["card:1", "story:1"]}


@pytest.mark.usefixtures("by_key")
def test_no_header_is_longer_than_caches_read(
    cache: str, opened: Opener, follow: Callable[..., Follower]
) -> None:
    store = opened(caches=caches_told())
    follow(store)
    names = [f"story:{'x' * 100}{number}" for number in range(150)]
    with transaction.atomic():
        takedown(*names)
    (teller,) = OuterCaches(store)._tellers
    assert isinstance(teller, Teller)
    teller.hear(store.anchor().position)
    teller.settle()
    headers = [what or "" for _, _, what in Cache.told]
    assert max(map(len, headers)) <= MOST_CHARACTERS
    assert sorted(" ".join(headers).split()) == sorted([*names, "every-page"])
    assert not store.count_owed()


def test_what_is_owed_is_among_the_figures(
    opened: Opener, follow: Callable[..., Follower], settings: Any
) -> None:
    settings.PRESS_PURGE_BY_KEY = [{"url": "http://127.0.0.1:9/"}]
    store = opened(caches=caches_told())
    follow(store)
    headline(1, "Harbour opens")
    assert eventually(lambda: store.anchor() == anchor())
    assert "nashra_press_store_owed 3\n" in prometheus(store)


def test_a_cache_that_is_none_any_more_is_owed_nothing(
    opened: Opener, follow: Callable[..., Follower], settings: Any
) -> None:
    settings.PRESS_PURGE_BY_KEY = [{"url": "http://127.0.0.1:9/"}]
    follow(opened(caches=caches_told()))
    headline(1, "Harbour opens")
    settings.PRESS_PURGE_BY_KEY = []
    store = opened(caches=caches_told())
    assert eventually(lambda: store.anchor() == anchor())
    OuterCaches(store)
    assert store.count_owed() == {}


def test_a_wrong_address_of_a_cache_is_refused_at_start(printer: Printer, settings: Any) -> None:
    settings.PRESS_PURGE_BY_KEY = [{"url": "file:///etc/passwd"}]
    with pytest.raises(ValueError, match="not an HTTP address"):
        OuterCaches(printer.store)


@pytest.mark.usefixtures("by_key")
def test_an_unknown_journal_has_the_caches_ask_again_for_every_page(
    opened: Opener, follow: Callable[..., Follower]
) -> None:
    store = opened(caches=caches_told())
    follow(store)  # it has followed none until now
    (name,) = caches_told()
    assert eventually(lambda: "every-page" in {debt.name for debt in store.owed(name, 0, 10)})
