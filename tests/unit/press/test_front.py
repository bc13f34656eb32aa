"""The front: what readers are sent, and what never reaches the store or the application."""

import asyncio
import gzip
import re
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import brotli
import httpx
import pytest
import zstandard

from nashra.press.events import Anchor, Event
from nashra.press.front.app import Front, Receive, Scope, Send
from nashra.press.front.rules import STAFF_COOKIE, Rules, make_staff_mark
from nashra.press.pages import Address, Page, pack
from nashra.press.store import PageStore

WORDS = "نشرة الأخبار. The harbour bridge opened this morning. " * 30
HTML = (("content-type", "text/html; charset=utf-8"),)
SECRET = b"a long secret"


class Made(NamedTuple):
    address: Address
    page: Page
    storable: bool = True
    stored: bool = True


class World:
    """A front over a store, an application that says what it was asked, and a maker of pages that can be told to fail."""

    def __init__(self, directory: Path) -> None:
        self.store = PageStore(directory)
        self.store.adopt(Anchor(1, "one"))
        self.made: list[Address] = []
        self.make: Callable[[Address], Made | None] = self.print_page
        rules = Rules(staff_secret=SECRET, live_parameters=frozenset({"q"}))
        self.front = Front(self.store, self.application, self.press, rules)

    def press(self, address: Address) -> Made | None:
        self.made.append(address)
        return self.make(address)

    def print_page(self, address: Address) -> Made:
        page = pack(200, HTML, f"{address} {WORDS}".encode(), keys=["story:1", "edition:en"])
        home = address._replace(query="")
        self.store.put(home, page, 1)
        return Made(home, page)

    async def application(self, scope: Scope, receive: Receive, send: Send) -> None:
        body = f"application: {scope['method']} {scope['path']}?{scope['query_string'].decode()}".encode()
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": body})

    def ask(
        self, path: str, method: str = "GET", host: str = "news.example.org", **headers: str
    ) -> httpx.Response:
        return asyncio.run(self.ask_many([path], method, host, **headers))[0]

    async def ask_many(
        self, paths: list[str], method: str = "GET", host: str = "news.example.org", **headers: str
    ) -> list[httpx.Response]:
        transport = httpx.ASGITransport(self.front)
        sent = {"accept-encoding": "identity"} | {
            name.replace("_", "-"): value for name, value in headers.items()
        }
        async with httpx.AsyncClient(transport=transport, base_url=f"http://{host}") as client:
            return await asyncio.gather(*(client.request(method, path, headers=sent) for path in paths))


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    world = World(tmp_path)
    yield world
    for makers in world.front._makers.values():
        makers.shutdown()
    world.store.close()


def raw(world: World, path: str, accept_encoding: str) -> tuple[dict[str, str], bytes]:
    """Ask without a client that unpacks what it gets."""
    sent: list[dict[str, object]] = []

    async def receive() -> dict[str, object]:
        return {"type": "http.request"}

    async def send(message: object) -> None:
        sent.append(dict(message))  # type: ignore[call-overload] # an ASGI message

    headers = [(b"host", b"news.example.org"), (b"accept-encoding", accept_encoding.encode())]
    scope = {"type": "http", "method": "GET", "path": path, "query_string": b"", "headers": headers}
    asyncio.run(world.front(scope, receive, send))
    start, content = sent
    fields = {name.decode(): value.decode() for name, value in start["headers"]}  # type: ignore[attr-defined] # ASGI headers
    return fields, content["body"]  # type: ignore[return-value] # ASGI body


def test_a_missing_page_is_made_once_and_then_served_from_the_store(world: World) -> None:
    first, second = world.ask("/en/"), world.ask("/en/")
    assert first.text == second.text == f"/en/ {WORDS}"
    assert (first.headers["cache-status"], second.headers["cache-status"]) == (
        "nashra; fwd=uri-miss; stored",
        "nashra; hit",
    )
    assert world.made == [Address("", "/en/")]


def test_many_readers_of_a_missing_page_have_it_made_once(world: World) -> None:
    def slowly(address: Address) -> Made:
        time.sleep(0.1)
        return world.print_page(address)

    world.make = slowly
    answers = asyncio.run(world.ask_many(["/en/"] * 40))
    assert {answer.status_code for answer in answers} == {200}
    assert world.made == [Address("", "/en/")]


def test_who_asks_after_a_takedown_does_not_get_what_was_made_before_it(world: World) -> None:
    stored, taken_down = threading.Event(), threading.Event()

    def make(address: Address) -> Made:
        if len(world.made) > 1:
            raise RuntimeError("There is no such story.")
        made = world.print_page(address)
        stored.set()
        assert taken_down.wait(10)
        return made

    async def scene() -> httpx.Response:
        before = asyncio.create_task(world.ask_many(["/en/"]))
        assert await asyncio.to_thread(stored.wait, 10)
        await asyncio.to_thread(world.store.apply, [Event(2, "two", ("story:1",), takedown=True)], grace=0)
        after = asyncio.create_task(world.ask_many(["/en/"]))
        while world.front.counts["miss"] < 2:  # noqa: ASYNC110 - the front announces no such moment
            await asyncio.sleep(0.01)
        taken_down.set()
        await before
        return (await after)[0]

    world.make = make
    assert asyncio.run(scene()).status_code == 503


@pytest.mark.parametrize(
    ("accepted", "encoding", "unpack"),
    [
        ("gzip, deflate, br, zstd", "br", brotli.decompress),
        ("gzip", "gzip", gzip.decompress),
        ("br;q=0.5, zstd;q=0.9", "zstd", lambda body: zstandard.ZstdDecompressor().decompress(body)),
        ("br;q=0, *", "zstd", lambda body: zstandard.ZstdDecompressor().decompress(body)),
        ("x-gzip;q=0.1, identity;q=0", "gzip", gzip.decompress),
        ("gzip;q=0.5, identity", None, bytes),
        ("", None, bytes),
        ("gzip;q=nonsense", None, bytes),
    ],
)
def test_the_encoding_sent_is_the_one_the_reader_likes_best(
    world: World, accepted: str, encoding: str | None, unpack: Callable[[bytes], bytes]
) -> None:
    world.ask("/en/")
    headers, body = raw(world, "/en/", accepted)
    assert headers.get("content-encoding") == encoding
    assert headers["content-length"] == str(len(body))
    assert headers["vary"] == "accept-encoding"
    assert unpack(body).decode() == f"/en/ {WORDS}"


def test_each_encoding_has_its_own_entity_tag(world: World) -> None:
    world.ask("/en/")
    tags = {raw(world, "/en/", encoding)[0]["etag"] for encoding in ("identity", "gzip", "br", "zstd")}
    assert len(tags) == 4


@pytest.mark.parametrize("form", ["{}", "W/{}", '"other", {}', "*"])
def test_a_reader_who_has_the_page_is_told_so_without_a_body(world: World, form: str) -> None:
    tag = world.ask("/en/").headers["etag"]
    again = world.ask("/en/", if_none_match=form.format(tag))
    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)


def test_an_outdated_entity_tag_gets_the_page_whatever_its_date(world: World) -> None:
    modified = world.ask("/en/").headers["last-modified"]
    answer = world.ask("/en/", if_none_match='"old"', if_modified_since=modified)
    assert answer.status_code == 200


def test_a_date_alone_is_enough_for_not_modified(world: World) -> None:
    world.ask("/en/")
    modified = world.ask("/en/").headers["last-modified"]
    assert world.ask("/en/", if_modified_since=modified).status_code == 304
    assert world.ask("/en/", if_modified_since="Mon, 01 Jan 2001 00:00:00 GMT").status_code == 200
    assert world.ask("/en/", if_modified_since="yesterday").status_code == 200


def test_head_has_the_headers_of_get_and_no_body(world: World) -> None:
    got, headed = world.ask("/en/"), world.ask("/en/", "HEAD")
    assert headed.content == b""
    assert headed.headers["content-length"] == got.headers["content-length"]
    assert headed.headers["etag"] == got.headers["etag"]


@pytest.mark.parametrize(
    "query", ["utm_source=x", "fbclid=1&gclid=2", "page=0", "page=12345678", "%00=1", "page=2"]
)
def test_a_query_that_means_nothing_does_not_go_round_the_store(world: World, query: str) -> None:
    world.ask("/en/")
    assert world.ask(f"/en/?{query}").headers["cache-status"] == "nashra; hit"
    assert world.made == [Address("", "/en/")]


def test_a_declared_parameter_has_a_page_of_its_own(world: World) -> None:
    def paged(address: Address) -> Made:
        page = pack(200, HTML, str(address).encode(), parameters=["page"])
        world.store.put(address, page, 1)
        return Made(address, page)

    world.make = paged
    assert [world.ask(path).text for path in ("/a/", "/a/?page=2&x=1", "/a/?page=2", "/a/?page=3")] == [
        "/a/",
        "/a/?page=2",
        "/a/?page=2",
        "/a/?page=3",
    ]
    assert len(world.made) == 3


@pytest.mark.parametrize(
    ("method", "path"),
    [("GET", "/admin/pages/"), ("GET", "/en/search/?q=harbour"), ("POST", "/en/"), ("DELETE", "/en/")],
)
def test_what_is_not_a_stored_page_goes_to_the_application_as_it_came(
    world: World, method: str, path: str
) -> None:
    world.ask("/en/")
    assert world.ask(path, method).text == f"application: {method} {path}{'' if '?' in path else '?'}"


def test_signed_in_staff_get_the_application_and_an_invented_cookie_does_not(world: World) -> None:
    world.ask("/en/")
    mark = make_staff_mark(SECRET, time.time() + 60)
    over = make_staff_mark(SECRET, time.time() - 1)
    assert world.ask("/en/", cookie=f"a=b; {STAFF_COOKIE}={mark}").text.startswith("application")
    for invented in (over, make_staff_mark(b"guess", time.time() + 60), "", "x.y", f"{10**10}.{'0' * 64}"):
        assert world.ask("/en/", cookie=f"{STAFF_COOKIE}={invented}").headers["cache-status"] == "nashra; hit"


def test_an_unknown_host_is_answered_as_the_main_one_and_stores_nothing_new(world: World) -> None:
    world.ask("/en/")
    for host in ("evil.example", "news.example.org:8000", "xn--mgbh0fb.example"):
        assert world.ask("/en/", host=host).headers["cache-status"] == "nashra; hit"
    assert len(world.made) == 1


def test_a_host_with_pages_of_its_own_has_its_own_address(world: World) -> None:
    world.store.write_note("hosts", '["ar.example.org"]')
    assert world.ask("/", host="AR.example.org.").text.startswith("ar.example.org/ ")


def test_a_purge_is_seen_at_the_next_request_although_the_page_was_in_memory(world: World) -> None:
    world.ask("/en/")
    assert world.ask("/en/").headers["cache-status"] == "nashra; hit"
    other = PageStore(world.store.directory)
    other.apply([Event(2, "two", ("story:1",))], grace=0)
    other.close()
    world.ask("/en/")
    assert len(world.made) == 2


def test_a_spoiled_page_is_served_when_no_new_one_can_be_made(world: World) -> None:
    world.ask("/en/")
    world.store.apply([Event(2, "two", ("story:1",))], grace=0)
    world.make = lambda address: 1 / 0  # type: ignore[assignment, return-value] # the failure is the point
    answer = world.ask("/en/")
    assert answer.status_code == 200
    assert answer.text == f"/en/ {WORDS}"
    assert "stale-on-error" in answer.headers["cache-status"]


def test_a_taken_down_page_is_never_the_last_resort(world: World) -> None:
    world.ask("/en/")
    world.store.apply([Event(2, "two", ("story:1",), takedown=True)], grace=5)
    world.make = lambda address: 1 / 0  # type: ignore[assignment, return-value] # the failure is the point
    answer = world.ask("/en/")
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "5")
    assert answer.headers["cache-control"] == "no-store"


def test_a_takedown_that_the_full_disk_cannot_take_is_kept_from_readers_all_the_same(world: World) -> None:
    world.ask("/en/")
    world.store.denied = frozenset({"story:1"})
    world.make = lambda address: 1 / 0  # type: ignore[assignment, return-value] # the failure is the point
    assert world.ask("/en/").status_code == 503


def test_a_personal_page_is_left_to_the_application_and_made_no_second_time(world: World) -> None:
    world.make = lambda address: Made(address, pack(200, HTML, b"personal"), storable=False, stored=False)
    assert world.ask("/en/account/").text.startswith("application")
    assert world.ask("/en/account/").text.startswith("application")
    assert len(world.made) == 1


def test_headers_tell_caches_further_out_what_they_need(world: World) -> None:
    world.ask("/en/")
    headers = world.ask("/en/").headers
    assert headers["surrogate-key"] == "every-page edition:en story:1"
    assert headers["cache-tag"] == "every-page,edition:en,story:1"
    assert re.search(r"max-age=0.*stale-while-revalidate=\d+.*stale-if-error=\d+", headers["cache-control"])
    assert "set-cookie" not in headers


def test_memory_stays_within_its_limit(tmp_path: Path) -> None:
    world = World(tmp_path)
    world.front.memory._limit = 200_000
    for number in range(100):
        world.ask(f"/en/{number}/")
        world.ask(f"/en/{number}/")
    assert world.front.memory.size <= 200_000
    assert 0 < len(world.front.memory) < 100
    for makers in world.front._makers.values():
        makers.shutdown()
    world.store.close()


def test_invented_addresses_wait_for_each_other_and_not_in_front_of_a_real_page(world: World) -> None:
    world.ask("/en/")
    world.store.apply([Event(2, "two", ("story:1",))], grace=0)
    order: list[str] = []

    def slowly(address: Address) -> Made:
        time.sleep(0.05 if "invented" in address.path else 0)
        order.append(address.path)
        page = pack(404 if "invented" in address.path else 200, HTML, b"x")
        return Made(address, page, stored=False)

    world.make = slowly
    asyncio.run(world.ask_many([*(f"/invented/{number}/" for number in range(20)), "/en/"]))
    assert order.index("/en/") < 4


def test_when_too_many_pages_are_missing_readers_are_asked_to_come_back(world: World) -> None:
    def slowly(address: Address) -> Made:
        time.sleep(0.002)
        return Made(address, pack(404, HTML, b"x"), stored=False)

    world.make = slowly
    answers = asyncio.run(world.ask_many([f"/invented/{number}/" for number in range(400)]))
    codes = [answer.status_code for answer in answers]
    assert set(codes) == {404, 503}
    assert codes.count(404) >= 256
