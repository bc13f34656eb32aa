"""The nginx configurations in deploy/, run as they are but for the lines marked CHANGE."""

import os
import re
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from http.server import ThreadingHTTPServer
from pathlib import Path

import httpx
import pytest

from tests.integration.press.caches.conftest import Newsroom, changed, free_port

DEPLOY = Path(__file__).parents[4] / "deploy" / "nginx"
pytestmark = pytest.mark.skipif(not shutil.which("nginx"), reason="nginx is not installed")

type Run = Callable[[str, dict[str, str]], str]


@pytest.fixture
def run_nginx(tmp_path: Path) -> Iterator[Run]:
    """Start nginx with a configuration of ours; returns its address."""
    running: list[subprocess.Popen[bytes]] = []

    def start(name: str, changes: dict[str, str]) -> str:
        port = free_port()
        text = changed((DEPLOY / name).read_text(), {"listen 80;": f"listen 127.0.0.1:{port};", **changes})
        user = "user root;" if os.getuid() == 0 else ""
        temporary = "".join(
            f"{kind}_temp_path {tmp_path}/{kind};"
            for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
        )
        whole = f"{user} daemon off; pid {tmp_path}/pid; error_log {tmp_path}/error.log; events {{}} http {{ types {{ text/html html; }} access_log off; {temporary} {text} }}"
        (tmp_path / "nginx.conf").write_text(whole)
        running.append(subprocess.Popen(["nginx", "-p", str(tmp_path), "-c", str(tmp_path / "nginx.conf")]))
        give_up = time.monotonic() + 10
        while time.monotonic() < give_up:
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    return f"http://127.0.0.1:{port}"
            time.sleep(0.02)
        raise AssertionError((tmp_path / "error.log").read_text())

    yield start
    for process in running:
        process.send_signal(signal.SIGTERM)
        process.wait(10)


@pytest.fixture
def front(run_nginx: Run, newsroom: ThreadingHTTPServer, tmp_path: Path) -> str:
    return run_nginx(
        "front.conf",
        {
            "127.0.0.1:8000": f"127.0.0.1:{newsroom.server_port}",
            "/var/cache/nginx/nashra": f"{tmp_path}/cache",
        },
    )


def test_readers_of_one_second_cost_one_question(front: str) -> None:
    answers = [httpx.get(f"{front}/en/").text for _ in range(20)]
    assert answers.count("page 1") >= 1
    assert len(Newsroom.asked) <= 3


def test_encodings_are_told_apart_and_no_finer(front: str) -> None:
    for accepted in ("gzip, deflate, br", "br", "gzip", "gzip;q=0.8", "identity"):
        httpx.get(f"{front}/en/", headers={"accept-encoding": accepted})
    assert sorted({line.partition(" ")[2] for line in Newsroom.asked}) == ["", "br", "gzip"]


def test_signed_in_staff_always_reach_the_newsroom(front: str) -> None:
    for _ in range(3):
        httpx.get(f"{front}/en/", headers={"cookie": "nashra_desk=mark"})
    assert len(Newsroom.asked) == 3


def test_the_last_page_is_served_while_the_newsroom_does_not_answer(
    front: str, newsroom: ThreadingHTTPServer
) -> None:
    httpx.get(f"{front}/en/")
    newsroom.shutdown()
    newsroom.server_close()
    time.sleep(1.2)
    answers = [httpx.get(f"{front}/en/") for _ in range(5)]
    assert {(answer.status_code, answer.text) for answer in answers} == {(200, "page 1")}


def test_the_last_page_is_served_while_the_newsroom_fails(front: str) -> None:
    httpx.get(f"{front}/en/")
    Newsroom.failing = True
    time.sleep(1.2)
    answers = [httpx.get(f"{front}/en/") for _ in range(5)]
    assert {(answer.status_code, answer.text) for answer in answers} == {(200, "page 1")}


def test_a_page_taken_down_and_asked_for_once_does_not_come_back_when_the_newsroom_fails(front: str) -> None:
    httpx.get(f"{front}/en/")
    Newsroom.gone = True
    time.sleep(2.2)
    httpx.get(f"{front}/en/")  # it is past its time: nginx asks while it answers, or before
    time.sleep(0.5)
    Newsroom.failing = True
    time.sleep(1.2)
    assert [httpx.get(f"{front}/en/").status_code for _ in range(3)] == [410] * 3


def test_a_change_is_seen_through_nginx_within_two_seconds(front: str) -> None:
    first = httpx.get(f"{front}/en/").text
    time.sleep(2.1)
    httpx.get(f"{front}/en/")
    time.sleep(0.3)
    assert httpx.get(f"{front}/en/").text != first


def test_surrogate_keys_stay_inside(front: str) -> None:
    assert "surrogate-key" not in httpx.get(f"{front}/en/").headers


def test_the_mirror_is_served_with_its_packed_siblings_and_nothing_hidden(
    run_nginx: Run, tmp_path: Path
) -> None:
    page = tmp_path / "mirror" / "en"
    page.mkdir(parents=True)
    (page / "index.html").write_text("plain")
    (page / "index.html.gz").write_bytes(b"packed bytes, sent as they are")
    (tmp_path / "mirror" / ".nashra-mirror.sqlite3").write_text("memory")
    address = run_nginx("mirror.conf", {"/srv/nashra-mirror": str(tmp_path / "mirror")})
    with httpx.stream("GET", f"{address}/en/", headers={"accept-encoding": "gzip"}) as answer:
        assert answer.headers["content-encoding"] == "gzip"
        assert b"".join(answer.iter_raw()) == b"packed bytes, sent as they are"
    assert httpx.get(f"{address}/en/", headers={"accept-encoding": "identity"}).text == "plain"
    assert httpx.get(f"{address}/.nashra-mirror.sqlite3").status_code == 404
    (page / "index.html").unlink()
    (page / "index.html.gz").unlink()
    assert httpx.get(f"{address}/en/").status_code in (403, 404)


def test_every_line_to_be_changed_is_marked() -> None:
    for name in ("front.conf", "mirror.conf"):
        text = (DEPLOY / name).read_text()
        assert re.findall(r"^.*(?:example\.org|/var/cache|/srv/|127\.0\.0\.1:8000).*$", text, re.MULTILINE)
        for line in text.splitlines():
            if re.search(r"example\.org|/srv/|127\.0\.0\.1:8000", line) and not line.startswith("#"):
                assert "CHANGE" in line
