"""A flood of invented addresses, queries, hosts and methods at the front over a complete store: what it costs, what stays."""

import argparse
import asyncio
import json
import os
import random
import statistics
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import Any, NamedTuple

from bench._machine import machine
from nashra.press.events import Anchor
from nashra.press.front.app import Front, Receive, Scope, Send
from nashra.press.front.rules import Rules
from nashra.press.pages import Address, Page, pack
from nashra.press.store import PageStore

PAGE_BYTES = 60_000
TOGETHER = 100
RENDER_SECONDS = 0.02
HTML = (("content-type", "text/html; charset=utf-8"),)


class Made(NamedTuple):
    """A page as the front wants to be told of it."""

    address: Address
    page: Page
    storable: bool = True
    stored: bool = True


class World:
    """A front over a complete store; what stands for Django takes as long as Django would for a missing page."""

    def __init__(self, directory: Path, pages: int) -> None:
        self.store = PageStore(directory, disk_limit=1 << 30)
        self.store.adopt(Anchor(1, "one"))
        self.paths = [f"/en/news/story-{number}/" for number in range(pages)]
        words = random.Random(1)
        for path in self.paths:
            body = f"<!doctype html><title>{path}</title>{words.randbytes(PAGE_BYTES // 2).hex()}".encode()
            self.store.put(Address("", path), pack(200, HTML, body, keys=["edition:en"]), 1)
        self.store.write_note("complete", json.dumps({"live": pages, "no_room": 0, "at": time.time()}))
        self.asked: Counter[str] = Counter()
        rules = Rules(live_parameters=frozenset({"q"}), staff_secret=b"only for this measurement")
        self.front = Front(self.store, self._application, self._press, rules)

    def _press(self, address: Address) -> Made:
        self.asked["pages looked for"] += 1
        time.sleep(RENDER_SECONDS)
        page = pack(404, HTML, b"Not found. " * 800, keys=["absent:en"])
        self.store.put(address, page, 1)
        return Made(address, page)

    async def _application(self, scope: Scope, receive: Receive, send: Send) -> None:
        self.asked["passed through"] += 1
        await send({"type": "http.response.start", "status": 404, "headers": []})
        await send({"type": "http.response.body", "body": b""})

    async def ask(self, path: str, query: str = "", method: str = "GET", host: str = "") -> tuple[int, float]:
        """Status and seconds of one answer."""
        status = 0

        async def receive() -> dict[str, Any]:
            return {"type": "http.request", "body": b"", "more_body": False}

        async def send(message: Any) -> None:
            nonlocal status
            status = message.get("status", status)

        headers = [(b"host", (host or "news.example").encode()), (b"accept-encoding", b"gzip, br")]
        scope = {
            "type": "http",
            "method": method,
            "path": path,
            "query_string": query.encode(),
            "headers": headers,
        }
        began = time.perf_counter()
        await self.front(scope, receive, send)
        return status, time.perf_counter() - began


def main(arguments: list[str]) -> int:
    """Send the flood and print what was asked of the application, and memory, disk and pages before and after."""
    parser = argparse.ArgumentParser(prog="python -m bench flood", description=__doc__)
    parser.add_argument("--requests", type=int, default=100_000)
    parser.add_argument("--pages", type=int, default=1000, help="how many real pages the store has")
    parser.add_argument("--json", action="store_true")
    chosen = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="nashra-bench-") as name:
        world = World(Path(name), chosen.pages)
        with world.store.presser_seat():
            result = machine() | asyncio.run(_measure(world, chosen.requests))
        world.front.close()
        world.store.close()
    if chosen.json:
        print(json.dumps(result, indent=2))
    else:
        print("\n".join(f"{name:>44}  {value}" for name, value in result.items()))
    return 0


async def _measure(world: World, requests: int) -> dict[str, str]:
    await _read_all(world)
    before = _state(world)
    chance, codes, refused = random.Random(2), Counter[int](), 0
    took: list[float] = []
    began = time.monotonic()
    for _ in range(requests // TOGETHER):
        answers = await asyncio.gather(*(world.ask(**_invented(world, chance)) for _ in range(TOGETHER)))
        codes.update(status for status, _ in answers)
        # One reader in the middle of it.
        status, seconds = await world.ask(chance.choice(world.paths))
        took.append(seconds)
        refused += status != 200
    seconds = time.monotonic() - began
    after, lost = _state(world), await _read_all(world)
    return (
        {
            "requests": str(requests),
            "seconds": f"{seconds:.1f}",
            "requests/s through one front": f"{requests / seconds:.0f}",
            "answers": ", ".join(f"{count} × {code}" for code, count in sorted(codes.items())),
            "readers of real pages refused": f"{refused} of {len(took)}",
            "real page during the flood, median": f"{statistics.median(took) * 1e6:.0f} µs",
            "real page during the flood, p99": f"{sorted(took)[len(took) * 99 // 100] * 1e6:.0f} µs",
            "real pages not at once afterwards": str(lost),
        }
        | {f"{what} a second": f"{count / seconds:.1f}" for what, count in sorted(world.asked.items())}
        | {f"{name}, before → after": f"{value} → {after[name]}" for name, value in before.items()}
    )


async def _read_all(world: World) -> int:
    """Ask for each real page; returns how many had to be made."""
    asked = world.asked.total()
    for path in world.paths:
        await world.ask(path)
    return world.asked.total() - asked


def _invented(world: World, chance: random.Random) -> dict[str, str]:
    noise = f"{chance.getrandbits(64):x}"
    real = chance.choice(world.paths)
    return chance.choice(
        [
            {"path": f"/{noise}/"},
            {"path": f"/en/news/{noise}/"},
            {"path": f"{real}{noise}/"},
            {"path": f"/en/{noise} {noise}/"},
            {"path": f"/{noise}/", "query": f"page={chance.randrange(1, 9999)}"},
            {"path": real, "query": f"{noise}={noise}"},
            {"path": real, "query": f"page={chance.randrange(1, 9999)}"},
            {"path": real, "query": f"q={noise}"},
            {"path": real, "host": f"{noise}.example"},
            {"path": f"/{noise}/", "method": "POST"},
            {"path": real, "method": chance.choice(["POST", "DELETE", "BREW"])},
        ]
    )


def _state(world: World) -> dict[str, str]:
    tally = world.store.tally()
    files = sum(file.stat().st_size for file in world.store.directory.glob("pages.sqlite3*"))
    pages = Path("/proc/self/statm").read_text().split()[1]
    return {
        "memory (RSS), MB": f"{int(pages) * os.sysconf('SC_PAGE_SIZE') / 1e6:.0f}",
        "store files, MB": f"{files / 1e6:.1f}",
        "pages stored": str(tally["pages"]),
        "absent answers stored": str(tally["absent"]),
        "pages in memory": str(len(world.front.memory)),
    }
