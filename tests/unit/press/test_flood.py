"""A flood of invented addresses: the front refuses most of it by itself, and keeps every real page ready."""

import asyncio
import json
import random
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from nashra.press.events import Anchor
from nashra.press.front.app import (
    LONGEST_REMEMBERED,
    MOST_HEADERS,
    MOST_REMEMBERED,
    Front,
    Receive,
    Scope,
    Send,
)
from nashra.press.front.rules import STAFF_COOKIE, Rules
from nashra.press.front.turnstile import Turnstile
from nashra.press.pages import Address, Page, pack
from nashra.press.store import PageStore

HTML = (("content-type", "text/html; charset=utf-8"),)
REQUESTS = 20_000
REAL = [f"/en/news/{number}/" for number in range(150)]
MEMORY, DISK, ABSENT = 400_000, 6_000_000, 100


class Made:
    def __init__(self, address: Address, page: Page) -> None:
        self.address, self.page, self.storable, self.stored = address, page, True, True


class Flooded:
    """A front over a complete store of real pages; the application and the maker of pages count what reaches them."""

    def __init__(self, directory: Path) -> None:
        self.store = PageStore(directory, disk_limit=DISK, absent_limit=ABSENT)
        self.store.adopt(Anchor(1, "one"))
        words = random.Random(1)
        for path in REAL:
            body = f"{path} {words.randbytes(3000).hex()}".encode()
            self.store.put(Address("", path), pack(200, HTML, body, keys=["edition:en"]), 1)
        self.complete(no_room=0)
        self.asked: Counter[str] = Counter()
        rules = Rules(live_parameters=frozenset({"q"}), staff_secret=b"a long secret")
        self.front = Front(self.store, self.application, self.press, rules, memory_limit=MEMORY)

    def complete(self, no_room: int) -> None:
        self.store.write_note("complete", json.dumps({"live": len(REAL), "no_room": no_room, "at": 0}))

    def press(self, address: Address) -> Made:
        self.asked["pages"] += 1
        page = pack(404, HTML, b"Not found. " * 50, keys=["absent:en"])
        self.store.put(address, page, 1)
        return Made(address, page)

    async def application(self, scope: Scope, receive: Receive, send: Send) -> None:
        self.asked["application"] += 1
        await send({"type": "http.response.start", "status": 404, "headers": []})
        await send({"type": "http.response.body", "body": b""})

    async def ask(self, path: str, query: str = "", method: str = "GET", **headers: str) -> tuple[int, str]:
        """Status and Cache-Status of an answer."""
        started: list[dict[str, object]] = []

        async def receive() -> dict[str, object]:
            return {"type": "http.request", "body": b"", "more_body": False}

        async def send(message: object) -> None:
            started.append(dict(message))  # type: ignore[call-overload] # an ASGI message

        fields = {"host": "news.example.org", "accept-encoding": "gzip"} | headers
        packed = [(name.replace("_", "-").encode(), value.encode()) for name, value in fields.items()]
        scope = {
            "type": "http",
            "method": method,
            "path": path,
            "query_string": query.encode(),
            "headers": packed,
        }
        await self.front(scope, receive, send)
        headers_sent: list[tuple[bytes, bytes]] = started[0]["headers"]  # type: ignore[assignment] # ASGI headers
        return int(str(started[0]["status"])), dict(headers_sent).get(b"cache-status", b"").decode()


@pytest.fixture
def flooded(tmp_path: Path) -> Iterator[Flooded]:
    flooded = Flooded(tmp_path)
    with flooded.store.presser_seat() as seat:
        assert seat
        yield flooded
    flooded.front.close()
    flooded.store.close()


def invented(chance: random.Random) -> dict[str, str]:
    """One request of a flood: an address, host, query, method or header that nobody has ever published."""
    noise = f"{chance.getrandbits(64):x}"
    real = chance.choice(REAL)
    return chance.choice(
        [
            {"path": f"/{noise}/"},
            {"path": f"/en/news/{noise}/"},
            {"path": f"{real}{noise}/"},
            {"path": f"/{noise * 130}/"},
            {"path": f"/en/{noise} \x01/"},
            {"path": real, "query": f"{noise}={noise}&page={chance.randrange(10**6)}"},
            {"path": f"/{noise}/", "query": f"page={chance.randrange(1, 9999)}"},
            {"path": real, "query": f"q={noise}"},
            {"path": real, "host": f"{noise}.example"},
            {"path": f"/{noise}/", "host": noise * 100},
            {"path": real, "accept_encoding": f"gzip, {noise}"},
            {"path": real, "accept_encoding": f"gzip, {noise * 100}"},
            {"path": real, "cookie": f"{STAFF_COOKIE}=9999999999.{noise}"},
            {"path": real, "method": chance.choice(["POST", "PUT", "OPTIONS", "BREW"])},
            {"path": f"/{noise}/", "method": "POST"},
            {"path": f"/{noise}/", "method": "HEAD"},
        ]
    )


async def flood(flooded: Flooded, requests: int, seed: int) -> tuple[Counter[int], float]:
    chance = random.Random(seed)
    codes: Counter[int] = Counter()
    began = time.monotonic()
    for _ in range(requests // 50):
        answers = await asyncio.gather(*(flooded.ask(**invented(chance)) for _ in range(50)))
        codes.update(status for status, _ in answers)
    return codes, time.monotonic() - began


def test_a_flood_reaches_django_rarely_and_leaves_every_real_page_ready(flooded: Flooded) -> None:
    async def flood_and_read() -> tuple[Counter[int], float, list[tuple[int, str]]]:
        codes, seconds = await flood(flooded, REQUESTS, seed=1)
        return codes, seconds, [await flooded.ask(path) for path in REAL]

    codes, seconds, answers = asyncio.run(flood_and_read())
    rules = flooded.front.rules
    most_pages = rules.unknown_per_second * (3 + seconds)
    most_passed_on = rules.through_per_second * (2 + seconds)
    assert flooded.asked["pages"] <= most_pages
    assert flooded.asked["application"] <= most_passed_on
    assert codes[200] > 0.2 * REQUESTS
    # The longer it takes, the more may pass; all others were sent away.
    assert codes[503] > 0.6 * REQUESTS - most_pages - most_passed_on
    assert answers == [(200, "nashra; hit")] * len(REAL)


def test_a_flood_leaves_memory_and_disk_within_their_limits(flooded: Flooded) -> None:
    asyncio.run(flood(flooded, REQUESTS // 4, seed=2))
    front, tally = flooded.front, flooded.store.tally()
    assert tally["pages"] == len(REAL)
    assert tally["absent"] <= ABSENT
    assert tally["bytes"] + tally["absent_bytes"] <= DISK
    assert front.memory.size <= MEMORY
    for remembered in (front._host_of, front._wanted_by, front._paths, front._live):
        assert len(remembered) <= MOST_REMEMBERED
    assert all(len(header) <= LONGEST_REMEMBERED for header in (*front._host_of, *front._wanted_by))
    for held in front.memory._pages.values():
        assert len(held.by_header) <= MOST_HEADERS
        assert all(len(header) <= LONGEST_REMEMBERED for header in held.by_header)


def test_a_store_that_is_not_complete_has_every_unknown_address_looked_for(flooded: Flooded) -> None:
    flooded.complete(no_room=3)

    async def ask() -> list[tuple[int, str]]:
        return [await flooded.ask(f"/en/news/more/{number}/") for number in range(150)]

    assert {status for status, _ in asyncio.run(ask())} == {404}
    assert flooded.asked["pages"] == 150


def test_the_desk_is_never_refused(flooded: Flooded) -> None:
    async def ask() -> list[tuple[int, str]]:
        await flood(flooded, 1000, seed=3)
        return [await flooded.ask("/admin/pages/", method="POST") for _ in range(300)]

    assert {status for status, _ in asyncio.run(ask())} == {404}


def test_what_is_refused_may_be_asked_for_again(flooded: Flooded) -> None:
    clock = [0.0]
    flooded.front._unknown = Turnstile(20, 60, clock=lambda: clock[0])

    async def ask(name: str, times: int) -> Counter[int]:
        return Counter([(await flooded.ask(f"/{name}-{number}/"))[0] for number in range(times)])

    assert asyncio.run(ask("first", 100)) == {404: 60, 503: 40}
    clock[0] = 1.0
    assert asyncio.run(ask("second", 100)) == {404: 20, 503: 80}


def test_a_turnstile_admits_no_more_than_it_says_in_any_span() -> None:
    clock = [0.0]
    turnstile = Turnstile(10, 5, clock=lambda: clock[0])
    admitted = 0
    for _ in range(1000):
        clock[0] += 0.01
        admitted += turnstile.admits()
    assert 5 + 10 * 10 - 2 <= admitted <= 5 + 10 * 10
