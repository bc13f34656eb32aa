"""A purge and a takedown of a key that very many pages carry: how long they take, and how long others wait meanwhile."""

import argparse
import json
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path

from bench._machine import machine
from nashra.press.events import Anchor, Event
from nashra.press.pages import Address, Page
from nashra.press.store import PageStore

BODY = b"<!doctype html><title>A page</title><p>Words of a page." * 4


def main(arguments: list[str]) -> int:
    """Fill a store, purge it whole and take all of it down, with another writer and a reader at work."""
    parser = argparse.ArgumentParser(prog="python -m bench purge", description=__doc__)
    parser.add_argument("--pages", type=int, default=200_000)
    parser.add_argument("--json", action="store_true")
    chosen = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="nashra-bench-") as name:
        store, other = PageStore(Path(name)), PageStore(Path(name))
        _fill(store, chosen.pages)
        result = machine() | {"pages": str(chosen.pages)}
        result |= _with_others("purge", other, lambda: _purge(store, result))
        result["pages due after the purge"] = str(store.tally()["due"])
        began = time.perf_counter()
        store.due(20)
        result["next pages to press, ms"] = f"{1000 * (time.perf_counter() - began):.1f}"
        result |= _with_others("takedown", other, lambda: store.apply([_event(3, takedown=True)], grace=5.0))
        result["pages left after the takedown"] = str(store.tally()["pages"])
        store.close()
        other.close()
    print(
        json.dumps(result, indent=2)
        if chosen.json
        else "\n".join(f"{name:>50}  {value}" for name, value in result.items())
    )
    return 0


def _purge(store: PageStore, result: dict[str, str]) -> None:
    began = time.perf_counter()
    store.apply([_event(2)], grace=5.0)
    result["purge counts for every page after, ms"] = f"{1000 * (time.perf_counter() - began):.1f}"
    while store.spread():
        pass


def _event(position: int, *, takedown: bool = False) -> Event:
    return Event(position, f"token-{position}", ("edition:en",), takedown)


def _fill(store: PageStore, pages: int) -> None:
    store.adopt(Anchor(1, "token-1"))
    for number in range(pages):
        keys = ("edition:en", f"story:{number}", *(f"card:{number + beside}" for beside in range(8)))
        page = Page(200, (("content-type", "text/html"),), f"{number}", keys, (), {"identity": BODY})
        store.put(_place(number), page, 1)


def _place(number: int) -> Address:
    return Address("", f"/en/news/story-{number}/")


def _with_others(what: str, other: PageStore, act: Callable[[], None]) -> dict[str, str]:
    """Time ``act`` while another process's writes and reads go on; the longest of each is told."""
    over = threading.Event()
    waits: dict[str, list[float]] = {"write": [], "read": []}

    def go_on(name: str, step: Callable[[], object]) -> None:
        while not over.is_set():
            began = time.perf_counter()
            step()
            waits[name].append(time.perf_counter() - began)
            time.sleep(0.002)

    steps: dict[str, Callable[[], object]] = {
        "write": lambda: other.add_counts({"hit": 1}),
        "read": lambda: other.read(_place(7)),
    }
    threads = [threading.Thread(target=go_on, args=item) for item in steps.items()]
    for thread in threads:
        thread.start()
    time.sleep(0.2)
    began = time.perf_counter()
    act()
    took = time.perf_counter() - began
    time.sleep(0.2)
    over.set()
    for thread in threads:
        thread.join()
    return {f"{what}, seconds": f"{took:.2f}"} | {
        f"longest {name} of others during the {what}, ms": f"{1000 * max(found):.0f}"
        for name, found in waits.items()
    }
