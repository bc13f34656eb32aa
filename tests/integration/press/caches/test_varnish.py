"""The Varnish configuration in deploy/, run as it is but for the lines marked CHANGE."""

import contextlib
import re
import shutil
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from http.server import ThreadingHTTPServer
from pathlib import Path

import httpx
import pytest

from nashra.press.outer import ByKey
from tests.integration.press.caches.conftest import Newsroom, changed, free_port
from tests.integration.press.conftest import eventually

FILE = Path(__file__).parents[4] / "deploy" / "varnish" / "nashra.vcl"
VARNISHD = shutil.which("varnishd") or shutil.which("/usr/sbin/varnishd")
pytestmark = pytest.mark.skipif(not VARNISHD, reason="Varnish is not installed")


@pytest.fixture
def run_varnish(newsroom: ThreadingHTTPServer, tmp_path: Path) -> Iterator[Callable[..., str]]:
    """Start Varnish with the configuration; returns its address."""
    Newsroom.kept_seconds = 3600
    running: list[subprocess.Popen[bytes]] = []

    def start(**changes: str) -> str:
        port = free_port()
        text = changed(FILE.read_text(), {'"8000"': f'"{newsroom.server_port}"', **changes})
        (tmp_path / "nashra.vcl").write_text(text)
        tmp_path.chmod(0o755)
        folder = tmp_path / "varnish"
        command = [str(VARNISHD), "-F", "-n", str(folder), "-a", f"127.0.0.1:{port}", "-s", "malloc,16m"]
        # Without a jail it runs in a container too, and as anybody.
        running.append(subprocess.Popen([*command, "-j", "none", "-f", str(tmp_path / "nashra.vcl")]))

        def is_up() -> bool:
            with contextlib.suppress(httpx.TransportError):
                return httpx.get(f"http://127.0.0.1:{port}/up/").status_code == 200
            return False

        assert eventually(is_up, 60), "Varnish did not start within a minute."
        return f"http://127.0.0.1:{port}"

    yield start
    for process in running:
        process.send_signal(signal.SIGTERM)
        process.wait(20)


@pytest.fixture
def front(run_varnish: Callable[..., str]) -> str:
    return run_varnish()


def test_a_page_is_kept_until_one_of_its_keys_is_purged(front: str) -> None:
    before = [httpx.get(f"{front}/en/").text for _ in range(3)]
    other = httpx.get(f"{front}/en/other/").text
    assert len(set(before)) == 1
    ByKey({"url": f"{front}/"}).tell(["card:9", "story:4"])  # /en/ carries story:4
    assert httpx.get(f"{front}/en/").text not in before
    assert httpx.get(f"{front}/en/other/").text == other
    ByKey({"url": f"{front}/"}).tell(["every-page"])
    assert httpx.get(f"{front}/en/other/").text != other


def test_a_key_is_not_taken_for_a_longer_one(front: str) -> None:
    before = httpx.get(f"{front}/en/eleven/").text  # carries story:11
    ByKey({"url": f"{front}/"}).tell(["story:1"])
    assert httpx.get(f"{front}/en/eleven/").text == before


@pytest.mark.parametrize("keys", ["", '.*" || true', "story:1)|(.*"])
def test_what_is_no_list_of_keys_is_refused(front: str, keys: str) -> None:
    assert httpx.request("PURGE", f"{front}/", headers={"surrogate-key": keys}).status_code == 400


def test_strangers_may_not_purge(run_varnish: Callable[..., str]) -> None:
    front = run_varnish(**{'    "127.0.0.1";': '    "192.0.2.1";', '"::1";': '"2001:db8::1";'})
    answer = httpx.request("PURGE", f"{front}/", headers={"surrogate-key": "story:4"})
    assert answer.status_code == 403


def test_signed_in_staff_always_reach_the_newsroom(front: str) -> None:
    Newsroom.asked.clear()
    for _ in range(3):
        httpx.get(f"{front}/en/", headers={"cookie": "nashra_desk=mark"})
    assert [line.split()[0] for line in Newsroom.asked] == ["/en/"] * 3


def test_the_last_page_is_served_while_the_newsroom_fails(run_varnish: Callable[..., str]) -> None:
    front = run_varnish(
        **{"    # What fails is not kept": "    set beresp.ttl = 1s;\n    # What fails is not kept"}
    )
    first = httpx.get(f"{front}/en/").text
    Newsroom.failing = True
    time.sleep(6)  # until the probe has noticed, and the page is past its time
    answers = [httpx.get(f"{front}/en/") for _ in range(5)]
    assert {(answer.status_code, answer.text) for answer in answers} == {(200, first)}


def test_a_purged_page_does_not_come_back_when_the_newsroom_fails(front: str) -> None:
    httpx.get(f"{front}/en/")
    ByKey({"url": f"{front}/"}).tell(["story:4"])
    Newsroom.failing = True
    assert [httpx.get(f"{front}/en/").status_code for _ in range(3)] == [503] * 3


def test_surrogate_keys_stay_inside(front: str) -> None:
    assert "surrogate-key" not in httpx.get(f"{front}/en/").headers


def test_every_line_to_be_changed_is_marked() -> None:
    for line in FILE.read_text().splitlines():
        if re.search(r'127\.0\.0\.1"|8000"', line) and not line.startswith("#"):
            assert "CHANGE" in line
