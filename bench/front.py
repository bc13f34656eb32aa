"""A stored page from Nashra's front against the same bytes from nginx with gzip_static, in turns on the same machine."""

import argparse
import gzip
import json
import os
import random
import re
import shutil
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.metadata import version
from pathlib import Path
from urllib.request import Request, urlopen

from bench._machine import machine
from nashra.press.events import Anchor
from nashra.press.pages import Address, pack
from nashra.press.store import PageStore

GZIP_BYTES = 23_000
NGINX = """
{user} worker_processes 2; pid {folder}/nginx.pid; error_log {folder}/error.log; daemon off;
events {{ worker_connections 1024; }}
http {{
    access_log off; sendfile on; tcp_nopush on; keepalive_requests 1000000; types {{ text/html html; }}
    client_body_temp_path {folder}/t1; proxy_temp_path {folder}/t2; fastcgi_temp_path {folder}/t3;
    uwsgi_temp_path {folder}/t4; scgi_temp_path {folder}/t5;
    {file_cache}
    server {{ listen 127.0.0.1:{port} backlog=2048; root {folder}/site; gzip_static on; index index.html; }}
}}
"""
GRANIAN = [sys.executable, "-m", "granian", "--host", "127.0.0.1", "--workers", "2", "--backlog", "2048"]
GRANIAN += ["--log-level", "error"]
DOORS = {"nashra": ("rsgi", "door"), "nashra, ASGI door": ("asgi", "application")}
FILE_CACHE = "open_file_cache max=1000 inactive=60s; open_file_cache_valid 60s;"


def main(arguments: list[str]) -> int:
    """Measure in turns and print requests per second (median of the rounds) and the ratios."""
    parser = argparse.ArgumentParser(prog="python -m bench front", description=__doc__)
    parser.add_argument("--seconds", type=int, default=5, help="how long each turn lasts")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--json", action="store_true")
    chosen = parser.parse_args(arguments)
    if not shutil.which("wrk"):
        sys.exit("wrk is missing; it asks for the pages. On Debian: apt install wrk.")
    result = machine() | {
        "granian": version("granian"),
        "nginx": _nginx_version(),
        "load before": str(os.getloadavg()[0]),
    }
    result |= _measure(chosen.seconds, chosen.rounds)
    if chosen.json:
        print(json.dumps(result, indent=2))
    else:
        print("\n".join(f"{name:>34}  {value}" for name, value in result.items()))
    return 0


def _measure(seconds: int, rounds: int) -> dict[str, str]:
    with tempfile.TemporaryDirectory(prefix="nashra-bench-") as name, _servers(Path(name)) as ports:
        bodies = {server: _fetch(port) for server, port in ports.items()}
        if len(set(bodies.values())) != 1:
            sys.exit("The servers do not send the same bytes; the comparison would be worth nothing.")
        turns = [{server: _ask(port, seconds) for server, port in ports.items()} for _ in range(rounds)]
    rates = {server: statistics.median(turn[server] for turn in turns) for server in turns[0]}
    ours = rates["nashra"]
    return (
        {"bytes (gzip)": str(len(bodies["nashra"]))}
        | {f"{server}, requests/s": f"{rate:.0f}" for server, rate in rates.items()}
        | {f"nashra / {server}": f"{ours / rate:.2f}" for server, rate in rates.items() if server != "nashra"}
    )


def _nginx_version() -> str:
    if not shutil.which("nginx"):
        return "missing: there is nothing to compare with"
    return subprocess.run(["nginx", "-v"], capture_output=True, text=True, check=False).stderr.strip()


@contextmanager
def _servers(folder: Path) -> Iterator[dict[str, int]]:
    body = _page_of(GZIP_BYTES)
    page = pack(200, [("content-type", "text/html")], body, keys=["story:1", "edition:en"])
    store = PageStore(folder / "store")
    store.adopt(Anchor(0, ""))
    store.put(Address("", "/"), page, 0)
    store.close()
    (folder / "site").mkdir()
    (folder / "site" / "index.html").write_bytes(body)
    (folder / "site" / "index.html.gz").write_bytes(page.bodies["gzip"])
    ports = {name: free_port() for name in DOORS}
    environment = {**os.environ, "BENCH_STORE": str(folder / "store")}
    running = [
        subprocess.Popen(
            [*GRANIAN, "--interface", interface, "--port", str(ports[name]), f"bench._front_door:{target}"],
            env=environment,
        )
        for name, (interface, target) in DOORS.items()
    ]
    if shutil.which("nginx"):
        for server, file_cache in (("nginx", ""), ("nginx with open_file_cache", FILE_CACHE)):
            ports[server] = free_port()
            own = folder / server.replace(" ", "-")
            own.mkdir()
            (own / "site").symlink_to(folder / "site")
            (own / "nginx.conf").write_text(
                NGINX.format(
                    user="user root;" if os.getuid() == 0 else "",
                    folder=own,
                    port=ports[server],
                    file_cache=file_cache,
                )
            )
            running.append(subprocess.Popen(["nginx", "-p", str(own), "-c", str(own / "nginx.conf")]))
    try:
        for port in ports.values():
            _wait_for(port)
        yield ports
    finally:
        for process in running:
            process.send_signal(signal.SIGTERM)
        for process in running:
            process.wait(20)


def _page_of(gzip_bytes: int) -> bytes:
    words = random.Random(1)
    alphabet = "abcdefghijklmnopqrstuvwxyz"
    vocabulary = ["".join(words.choices(alphabet, k=words.randint(2, 10))) for _ in range(4000)]
    body = b"<!doctype html><title>Bench</title>"
    while len(gzip.compress(body, 6)) < gzip_bytes:
        body += f"<p>{' '.join(words.choices(vocabulary, k=60))}</p>\n".encode()
    return body


def _fetch(port: int) -> bytes:
    request = Request(f"http://127.0.0.1:{port}/", headers={"Accept-Encoding": "gzip"})
    with urlopen(request, timeout=10) as response:
        if response.headers["Content-Encoding"] != "gzip":
            sys.exit(f"Port {port} does not answer with gzip.")
        return bytes(response.read())


def _ask(port: int, seconds: int) -> float:
    command = [
        "wrk",
        "-t2",
        "-c64",
        f"-d{seconds}s",
        "-H",
        "Accept-Encoding: gzip",
        f"http://127.0.0.1:{port}/",
    ]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    if "Non-2xx" in said:
        sys.exit(f"Some answers were errors:\n{said}")
    found = re.search(r"Requests/sec:\s+([\d.]+)", said)
    return float(found.group(1)) if found else 0.0


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_for(port: int) -> None:
    give_up = time.monotonic() + 20
    while time.monotonic() < give_up:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    sys.exit(f"Nothing came up on port {port}.")
