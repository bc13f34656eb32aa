"""From pressing Publish to the new headline on all its surfaces: a whole newsroom, idle and under readers."""

import argparse
import contextlib
import json
import os
import random
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path
from typing import Any

from bench._archive import multiply, open_edition
from bench._machine import machine
from bench.front import free_port

NASHRA = [sys.executable, "-m", "nashra.cli"]
PATIENCE = 30.0
REST = 180.0
# Looking more often would take from the newsroom the processor it is measured on.
LOOK_AGAIN_SECONDS = 0.005
# Time for the worker to bring the search index up to date, a second after a publication: idle means that nothing else is going on.
BETWEEN_SECONDS = 2.0


def main(arguments: list[str]) -> int:
    """Measure and print; returns the exit code."""
    parser = argparse.ArgumentParser(prog="python -m bench publish", description=__doc__)
    parser.add_argument("--stories", type=int, default=1000)
    parser.add_argument(
        "--times", type=int, default=40, help="how often to publish, idle and again under readers"
    )
    parser.add_argument("--json", action="store_true")
    chosen = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="nashra-bench-") as name, _newsroom(Path(name)) as port:
        from nashra.cli.opening import open_newsroom

        with open_newsroom():
            _fill(chosen.stories)
            _wait_for_warm_surfaces(port)
            result = machine() | {
                "stories": str(chosen.stories),
                "surfaces": "story, front, section, region, topic, latest",
                "load before": f"{os.getloadavg()[0]:.1f}",
            }
            result |= _measure(port, chosen.times)
    print(
        json.dumps(result, indent=2) if chosen.json else "\n".join(f"{n:>34}  {v}" for n, v in result.items())
    )
    return 0


@contextlib.contextmanager
def _newsroom(folder: Path) -> Iterator[int]:
    port = free_port()
    environment = {**os.environ, "NASHRA_DATA_DIR": str(folder / "data")}
    process = subprocess.Popen([*NASHRA, "up", "--port", str(port)], env=environment)
    os.environ["NASHRA_DATA_DIR"] = str(folder / "data")
    try:
        give_up = time.monotonic() + 120
        while time.monotonic() < give_up and process.poll() is None:
            with contextlib.suppress(OSError):
                if _get(port, "/healthz")[0] == 200:
                    break
            time.sleep(0.2)
        else:
            sys.exit("The newsroom did not start.")
        yield port
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(60)


def _fill(stories: int) -> None:
    open_edition()
    multiply(stories)


def _wait_for_warm_surfaces(port: int) -> None:
    """Ask for each surface once, and let the presser come to rest where the archive is small enough for that."""
    for story in _newest():
        for path in _surfaces(story):
            _get(port, path)
    give_up = time.monotonic() + REST
    while time.monotonic() < give_up and os.getloadavg()[0] > 0.5:
        time.sleep(1)


def _newest() -> list[Any]:
    from nashra.stories.models import Article

    return list(Article.objects.live().by_recency()[:5])


def _surfaces(story: Any) -> list[str]:
    region = story.region.labels.get(language="en")
    topic = story.story_topics.get().topic.labels.get(language="en")
    return [
        story.get_url(),
        "/en/",
        story.get_parent().get_url(),
        f"/en/regions/{region.slug}/",
        f"/en/topics/{topic.slug}/",
        "/en/fragments/latest/",
    ]


def _measure(port: int, times: int) -> dict[str, str]:
    idle, calls = _publish(port, times)
    result = _figures("idle", idle)
    result["of which the publish call itself"] = f"{statistics.median(calls) * 1000:.0f} ms"
    if not shutil.which("wrk"):
        return result | {"under readers": "not measured: wrk is missing"}
    seconds = int(times * (statistics.median(idle) * 8 + BETWEEN_SECONDS) + 20)
    readers = subprocess.Popen(
        ["wrk", "-t1", "-c16", f"-d{seconds}s", f"http://127.0.0.1:{port}/en/"], stdout=subprocess.DEVNULL
    )
    try:
        return result | _figures("under 16 readers", _publish(port, times)[0])
    finally:
        readers.kill()
        readers.wait()


def _publish(port: int, times: int) -> tuple[list[float], list[float]]:
    """Seconds from the call that publishes to the moment the last surface shows the new headline, and to its return."""
    chance = random.Random(7)
    newest = _newest()
    taken, calls = [], []
    for number in range(times):
        story = chance.choice(newest).specific
        story.refresh_from_db()
        mark = f"Headline {number} of {time.time_ns()}"
        surfaces = _surfaces(story)
        story.title = mark
        began = time.perf_counter()
        story.save_revision().publish()
        calls.append(time.perf_counter() - began)
        for path in surfaces:
            give_up = time.monotonic() + PATIENCE
            while mark.encode() not in _get(port, path)[1]:
                if time.monotonic() > give_up:
                    sys.exit(f"{path} did not show the change within {PATIENCE:.0f} s.")
                time.sleep(LOOK_AGAIN_SECONDS)
        taken.append(time.perf_counter() - began)
        time.sleep(BETWEEN_SECONDS)
    return taken, calls


def _figures(name: str, seconds: list[float]) -> dict[str, str]:
    ordered = sorted(seconds)
    return {
        f"{name}, median": f"{statistics.median(ordered) * 1000:.0f} ms",
        f"{name}, p95": f"{ordered[int(len(ordered) * 0.95) - 1] * 1000:.0f} ms",
        f"{name}, slowest": f"{ordered[-1] * 1000:.0f} ms",
    }


def _get(port: int, path: str) -> tuple[int, bytes]:
    connection = HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    try:
        connection.request("GET", path, headers={"Host": f"localhost:{port}"})
        answer = connection.getresponse()
        return answer.status, answer.read()
    finally:
        connection.close()
