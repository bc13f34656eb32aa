"""Two machines of two web processes each, over one database, hammered by readers while editors publish and withdraw."""

import contextlib
import gzip
import itertools
import os
import random
import signal
import threading
import time
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import brotli
import httpx
import pytest
import zstandard
from django.contrib.auth.models import Group
from django.db import connections, transaction

from nashra.press.front.rules import STAFF_COOKIE, make_staff_mark
from nashra.press.journal import takedown
from nashra.press.render import Printer
from nashra.press.store import PageStore
from nashra.press.worker import Presser
from tests.integration.press.conftest import eventually, headline
from tests.integration.press.newsroom import NOTES
from tests.integration.press.test_failures import Gate, Site

SECONDS = 15.0
SECRET = b"only for tests, only for tests, only for tests"
ENCODINGS = (
    "gzip",
    "br",
    "zstd",
    "identity",
    "br;q=0.5, gzip",
    "gzip, deflate, br, zstd",
    "zstd;q=0.1, *;q=0",
)
UNPACKED = {
    "identity": bytes,
    "gzip": gzip.decompress,
    "br": brotli.decompress,
    "zstd": lambda data: zstandard.ZstdDecompressor().decompress(data),
}


class Machine:
    """A machine with its own disk, its web processes and its presser."""

    def __init__(self, folder: Path, gate: Gate) -> None:
        folder.mkdir()
        self.site = Site(folder, gate)
        self.store = PageStore(folder / "press")
        self.newest: defaultdict[str, int] = defaultdict(int)
        """The newest version of each page that any reader of this machine has got."""
        self._stop = threading.Event()
        self._presser = threading.Thread(target=self._press)
        self._presser.start()

    def _press(self) -> None:
        try:
            Presser(self.store, Printer(self.store, main_host="news.example.org").press_ahead).run(self._stop)
        finally:
            connections.close_all()

    def stop(self) -> None:
        self._stop.set()
        self._presser.join(10)
        self.site.stop()
        self.store.close()


@pytest.fixture
def machines(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[Machine]]:
    headline(1, "Edition 0")
    headline(2, "Withdrawn 0")
    gate = Gate(tmp_path_factory.mktemp("g"))
    gate.start()
    found = [Machine(tmp_path / name, gate) for name in ("one", "two")]
    yield found
    for machine in found:
        machine.stop()
    gate.done = True
    gate.join()


class Newsroom:
    """What the editors have done, as far as it has been confirmed to them."""

    def __init__(self) -> None:
        self.done = threading.Event()
        self.withdrawn: int | None = (
            None  # the number of the takedown that has been confirmed and still holds
        )
        self.faults: list[str] = []
        self.answers = itertools.count()


class Reader(threading.Thread):
    """Asks one machine again and again over one connection, and looks closely at every answer."""

    def __init__(self, newsroom: Newsroom, machine: Machine, number: int) -> None:
        super().__init__()
        self.newsroom, self.machine = newsroom, machine
        self.chance = random.Random(number)
        self.is_staff = number % 4 == 0
        self.last: defaultdict[str, int] = defaultdict(int)

    def run(self) -> None:
        base = f"http://127.0.0.1:{self.machine.site.port}"
        with httpx.Client(base_url=base, timeout=20) as client:
            while not self.newsroom.done.is_set():
                with contextlib.suppress(httpx.TransportError):  # a process was killed under it
                    self.ask(client)

    def ask(self, client: httpx.Client) -> None:
        path = self.chance.choice(["/story/1/", "/noted/1/", "/story/2/", "/"])
        headers = {"accept-encoding": self.chance.choice(ENCODINGS)}
        if self.is_staff:
            headers["cookie"] = f"{STAFF_COOKIE}={make_staff_mark(SECRET, time.time() + 600)}"
        newest, withdrawn = self.machine.newest[path], self.newsroom.withdrawn
        with client.stream("GET", path, headers=headers) as answer:
            data = b"".join(answer.iter_raw())
        next(self.newsroom.answers)
        if path == "/story/2/":
            if answer.status_code == 200 and withdrawn is not None and withdrawn == self.newsroom.withdrawn:
                self.fault(f"{path}: taken down, and here it is: {data[:60]!r}")
            return
        if path == "/":
            return
        self.look(path, answer, data, max(self.last[path], 0 if self.is_staff else newest))

    def look(self, path: str, answer: httpx.Response, data: bytes, newest: int) -> None:
        encoding = answer.headers.get("content-encoding", "identity")
        wanted = answer.request.headers["accept-encoding"]
        if encoding != "identity" and encoding not in wanted:
            self.fault(f"{path}: {encoding} for {wanted}")
        if int(answer.headers["content-length"]) != len(data):
            self.fault(f"{path}: {len(data)} bytes of {answer.headers['content-length']}")
        text = UNPACKED[encoding](data).decode()
        title = text.partition("<title>")[2].partition("</title>")[0]
        heading = text.partition("<h1>")[2].partition("</h1>")[0]
        if answer.status_code != 200 or title != heading or not text.endswith("<p>Text.</p>"):
            self.fault(f"{path}: {answer.status_code} {title!r} over {heading!r}")
            return
        version = int(title.removeprefix("Edition "))
        if version < newest:
            self.fault(f"{path}: version {version} after {newest}")
        if (NOTES in text) != (self.is_staff and path == "/noted/1/"):
            self.fault(f"{path}: the desk's notes for {'staff' if self.is_staff else 'a reader'}")
        self.last[path] = max(self.last[path], version)
        # Staff see the database itself, readers the store: they are not compared with each other.
        if not self.is_staff:
            self.machine.newest[path] = max(self.machine.newest[path], version)

    def fault(self, sentence: str) -> None:
        self.newsroom.faults.append(sentence)


def withdraw_and_bring_back(newsroom: Newsroom, number: int) -> None:
    with transaction.atomic():
        Group.objects.filter(pk=2).delete()
        under_way = takedown("story:2", "card:2")
    if under_way.unconfirmed:
        newsroom.faults.append(f"takedown {number} was not confirmed by {under_way.unconfirmed}")
    newsroom.withdrawn = number
    time.sleep(0.3)
    newsroom.withdrawn = None
    headline(2, f"Withdrawn {number}")


def test_readers_of_two_machines_get_whole_true_pages_while_editors_publish_and_processes_die(
    machines: list[Machine], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("nashra.press.journal.TAKEDOWN_PATIENCE", 20)
    newsroom = Newsroom()
    readers = [Reader(newsroom, machine, number) for machine in machines for number in range(4)]
    for reader in readers:
        reader.start()
    give_up, version, killed = time.monotonic() + SECONDS, 0, 0
    while time.monotonic() < give_up:
        version += 1
        headline(1, f"Edition {version}")
        time.sleep(0.05)
        if version % 4 == 0:
            withdraw_and_bring_back(newsroom, version)
        if version % 15 == 0:
            os.kill(machines[killed % 2].site.workers()[0], signal.SIGKILL)
            killed += 1
    for machine in machines:
        assert eventually(lambda machine=machine: f"Edition {version}<" in machine.site.text("/story/1/"))  # type: ignore[misc] # bound now
    newsroom.done.set()
    for reader in readers:
        reader.join()
    assert newsroom.faults == []
    assert killed
    assert next(newsroom.answers) > 200
