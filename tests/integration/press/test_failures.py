"""Real processes: two web processes that are killed, a database that goes away, a store that is cut, a flood."""

import contextlib
import os
import selectors
import signal
import socket
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest
from django.contrib.auth.models import Group
from django.db import connection, connections, transaction

from nashra.press.journal import anchor, takedown
from nashra.press.keys import page_sources
from nashra.press.pages import Address
from nashra.press.render import Printer
from nashra.press.store import PageStore
from nashra.press.worker import Presser
from tests.integration.press.conftest import eventually, headline

ROOT = Path(__file__).parents[3]


class Gate(threading.Thread):
    """Stands between the web processes and PostgreSQL, so that a test can shut the database off and on again."""

    def __init__(self, folder: Path) -> None:
        super().__init__(daemon=True)
        self.folder = folder
        self._host, self._port = (
            str(connection.settings_dict["HOST"]),
            str(connection.settings_dict["PORT"] or 5432),
        )
        self._pairs: dict[socket.socket, socket.socket] = {}
        self._selector = selectors.DefaultSelector()
        self._listener = socket.socket(socket.AF_UNIX)
        self._listener.bind(str(folder / ".s.PGSQL.5432"))
        self._listener.listen(50)
        self.open, self.done = True, False

    def run(self) -> None:
        self._selector.register(self._listener, selectors.EVENT_READ)
        while not self.done:
            for key, _ in self._selector.select(0.05):
                if key.fileobj is self._listener:
                    self._accept()
                else:
                    self._pass_on(key.fileobj)  # type: ignore[arg-type] # only sockets are registered
            if not self.open:
                for one in list(self._pairs):
                    self._close(one)
        for one in list(self._pairs):
            self._close(one)
        self._listener.close()
        self._selector.close()

    def _accept(self) -> None:
        client, _ = self._listener.accept()
        if not self.open:
            client.close()
            return
        if self._host.startswith("/"):
            server = socket.socket(socket.AF_UNIX)
            server.connect(f"{self._host}/.s.PGSQL.{self._port}")
        else:
            server = socket.create_connection((self._host or "127.0.0.1", int(self._port)))
        for one, other in ((client, server), (server, client)):
            self._pairs[one] = other
            self._selector.register(one, selectors.EVENT_READ)

    def _pass_on(self, one: socket.socket) -> None:
        if one not in self._pairs:
            return
        try:
            data = one.recv(65536)
            if data:
                self._pairs[one].sendall(data)
                return
        except OSError:
            pass
        self._close(one)

    def _close(self, one: socket.socket) -> None:
        for each in (one, self._pairs.pop(one, one)):
            self._pairs.pop(each, None)
            if each.fileno() >= 0:
                self._selector.unregister(each)
                each.close()


class Site:
    """Two web processes over one store, asked as readers ask."""

    def __init__(self, folder: Path, gate: Gate) -> None:
        self.folder, self.gate = folder, gate
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        environment = {
            **os.environ,
            "PRESS_TEST_FOLDER": str(folder),
            "PRESS_TEST_DATABASE": str(connection.settings_dict["NAME"]),
            "PRESS_TEST_HOST": str(gate.folder),
        }
        command = [
            sys.executable,
            "-m",
            "granian",
            "--interface",
            "rsgi",
            "--host",
            "127.0.0.1",
            "--port",
            str(self.port),
        ]
        command += [
            "--workers",
            "2",
            "--workers-kill-timeout",
            "3",
            "--respawn-failed-workers",
            "--respawn-interval",
            "0.1",
            "--log-level",
            "warning",
        ]
        self.process = subprocess.Popen(
            [*command, "tests.integration.press.site:door"], env=environment, cwd=ROOT
        )
        self.client = httpx.Client(base_url=f"http://127.0.0.1:{self.port}", timeout=20)
        if not eventually(lambda: self.status("/archive/") == 200, 60):
            self.stop()
            raise AssertionError("The web processes did not start within a minute.")

    def status(self, path: str) -> int:
        try:
            return self.client.get(path, headers={"connection": "close"}).status_code
        except httpx.TransportError:
            return 0

    def text(self, path: str) -> str:
        try:
            return self.client.get(path, headers={"connection": "close"}).text
        except httpx.TransportError:  # the process that was asked has been killed
            return ""

    def workers(self) -> list[int]:
        found = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text()
        return [int(pid) for pid in found.split() if _is_worker(Path(f"/proc/{pid}/cmdline"))]

    def stop(self) -> None:
        self.client.close()
        workers = self.workers()
        self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(15)
        except subprocess.TimeoutExpired:
            for pid in (self.process.pid, *workers):
                with contextlib.suppress(ProcessLookupError):
                    os.kill(pid, signal.SIGKILL)
            self.process.wait()


def _is_worker(command: Path) -> bool:
    try:
        name = command.read_bytes()
    except (FileNotFoundError, ProcessLookupError):
        return False  # it has ended since it was listed
    return b"spawn_main" in name or b"granian" in name


@pytest.fixture
def gate(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Gate]:
    gate = Gate(tmp_path_factory.mktemp("g"))
    gate.start()
    yield gate
    gate.done = True
    gate.join()


@pytest.fixture
def site(tmp_path: Path, gate: Gate) -> Iterator[Site]:
    headline(1, "Harbour opens")
    site = Site(tmp_path, gate)
    yield site
    site.stop()


@pytest.fixture
def store(site: Site) -> Iterator[PageStore]:
    store = PageStore(site.folder / "press")
    yield store
    store.close()


@pytest.fixture
def pressing(store: PageStore) -> Iterator[Callable[[], None]]:
    """Start a presser on the site's machine; ended with the test."""
    stop, threads = threading.Event(), []

    def run() -> None:
        try:
            Presser(store, Printer(store, main_host="news.example.org").press_ahead).run(stop)
        finally:
            connections.close_all()

    def start() -> None:
        threads.append(threading.Thread(target=run))
        threads[-1].start()
        assert eventually(store.presser_works)

    yield start
    stop.set()
    for thread in threads:
        thread.join(10)


def test_with_the_database_gone_stored_pages_answer_and_purged_ones_too(site: Site, store: PageStore) -> None:
    assert "Harbour opens" in site.text("/story/1/")
    headline(1, "Harbour closes")
    assert eventually(lambda: store.anchor() == anchor())
    site.gate.open = False
    assert [site.status("/story/1/") for _ in range(10)] == [200] * 10
    assert site.status("/story/99/") == 503
    site.gate.open = True
    assert eventually(lambda: "Harbour closes" in site.text("/story/1/"))


def test_pages_nobody_ever_asked_for_answer_without_a_database_while_every_process_is_killed_in_turn(
    site: Site, store: PageStore, pressing: Callable[[], None]
) -> None:
    for number in range(2, 20):
        headline(number, f"Story {number}")
    paths = ["/", *(f"/story/{number}/" for number in range(1, 20))]
    page_sources.register(lambda: [("", path) for path in paths])
    pressing()
    assert eventually(lambda: all(store.read(Address("", path)) for path in paths), 60)
    site.gate.open = False
    done, answers = threading.Event(), Counter[int]()

    def read() -> None:
        while not done.is_set():
            answers.update(site.status(path) for path in paths)

    readers = [threading.Thread(target=read) for _ in range(3)]
    for reader in readers:
        reader.start()
    killed: set[int] = set()
    while len(killed) < 2:
        pid = next(pid for pid in site.workers() if pid not in killed)
        os.kill(pid, signal.SIGKILL)
        killed.add(pid)
        assert eventually(lambda: len([one for one in site.workers() if one not in killed]) >= 2, 30)
    assert eventually(lambda: {site.status(path) for path in paths} == {200}, 30)
    done.set()
    for reader in readers:
        reader.join()
    # 0: the connection was cut with the process that held it.
    assert set(answers) <= {200, 0}


def test_a_taken_down_page_stays_away_when_the_database_dies_and_processes_are_killed(
    site: Site, store: PageStore
) -> None:
    assert site.status("/story/1/") == 200
    with transaction.atomic():
        Group.objects.all().delete()
        under_way = takedown("story:1")
    assert under_way.unconfirmed == []
    site.gate.open = False
    assert {site.status("/story/1/") for _ in range(6)} == {503}
    for pid in site.workers():
        os.kill(pid, signal.SIGKILL)
    assert eventually(lambda: site.status("/archive/") == 200, 30)
    assert {site.status("/story/1/") for _ in range(6)} == {503}


def test_killed_web_processes_come_back_with_every_page(site: Site) -> None:
    before = site.text("/story/1/")
    assert len(site.workers()) >= 2
    for pid in site.workers():
        os.kill(pid, signal.SIGKILL)
    assert eventually(lambda: site.status("/story/1/") == 200, 30)
    assert site.text("/story/1/") == before


@pytest.mark.parametrize("kept", [0, 3_000, 40_000])
def test_a_store_cut_short_under_running_processes_heals_without_one_bad_answer(
    site: Site, store: PageStore, kept: int
) -> None:
    paths = ["/", "/story/1/", "/archive/"]
    assert [site.status(path) for path in paths] == [200] * 3
    os.truncate(site.folder / "press" / "pages.sqlite3", kept)
    assert [site.status(path) for path in paths * 5] == [200] * 15
    headline(1, "Harbour closes")
    assert eventually(lambda: "Harbour closes" in site.text("/story/1/"))


def test_a_flood_of_invented_addresses_leaves_the_real_pages_in_the_store(
    site: Site, store: PageStore
) -> None:
    assert [site.status(path) for path in ("/", "/story/1/")] == [200, 200]
    for number in range(300):
        site.client.get(f"/invented/{number}/?{number}={number}")
        site.client.get(f"/?{number}={number}")
    assert store.tally()["pages"] <= 3
    for path in ("/", "/story/1/"):
        assert site.client.get(path).headers["cache-status"] == "nashra; hit"


def test_readers_never_get_a_mixture_or_an_old_page_after_the_new_one(
    site: Site, pressing: Callable[[], None]
) -> None:
    """Many readers in both processes while the headline is counted up: whole pages only, and never backwards."""
    pressing()
    headline(1, "Edition 0")
    faults: list[str] = []
    done = threading.Event()

    def read() -> None:
        last = -1
        with httpx.Client(base_url=f"http://127.0.0.1:{site.port}", timeout=20) as client:
            while not done.is_set():
                answer = client.get("/story/1/")
                title = answer.text.partition("<title>")[2].partition("</title>")[0]
                heading = answer.text.partition("<h1>")[2].partition("</h1>")[0]
                number = int(title.removeprefix("Edition ")) if title.startswith("Edition") else -1
                if answer.status_code != 200 or title != heading or number < last:
                    faults.append(f"{answer.status_code} {title} / {heading} after {last}")
                last = max(last, number)

    assert eventually(lambda: "Edition 0" in site.text("/story/1/"))
    readers = [threading.Thread(target=read) for _ in range(6)]
    for reader in readers:
        reader.start()
    for number in range(1, 25):
        headline(1, f"Edition {number}")
        time.sleep(0.1)
    assert eventually(lambda: "Edition 24" in site.text("/story/1/"))
    done.set()
    for reader in readers:
        reader.join()
    assert faults == []
