"""The supervisor, over programs small enough to watch."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from nashra.project.errors import PartDidNotStart
from nashra.project.supervisor import Part, Stopped, Supervisor
from nashra.project.tether import start_tethered

SLEEPS = "import time; time.sleep(60)"
WRITES_DOWN_ITS_END = """
import pathlib, signal, sys, time
def end(*_):
    with open(sys.argv[1], "a") as book: book.write(sys.argv[2] + "\\n")
    sys.exit()
signal.signal(signal.SIGTERM, end)
pathlib.Path(sys.argv[1] + "." + sys.argv[2]).touch()
time.sleep(60)
"""
DEAF = "import pathlib, signal, sys, time; signal.signal(15, signal.SIG_IGN); pathlib.Path(sys.argv[1]).touch(); time.sleep(60)"


@pytest.fixture
def said() -> list[str]:
    """What the supervisor has said."""
    return []


@pytest.fixture
def supervisor(said: list[str]) -> Iterator[Supervisor]:
    """A supervisor for the length of a test."""
    with Supervisor(said.append) as it:
        yield it


def program(code: str, *arguments: str) -> Callable[[], subprocess.Popen[bytes]]:
    """A way to start a Python program."""
    return lambda: start_tethered([sys.executable, "-c", code, *arguments])


def stop_in(seconds: float) -> None:
    """Send this process a SIGTERM, later."""
    threading.Timer(seconds, os.kill, [os.getpid(), signal.SIGTERM]).start()


def test_parts_are_stopped_in_the_opposite_order(tmp_path: Path) -> None:
    book = tmp_path / "book"
    with Supervisor(print) as supervisor:
        for name in ("database", "worker", "web"):
            ready = Path(f"{book}.{name}").exists
            part = Part(name, program(WRITES_DOWN_ITS_END, str(book), name), ready)
            supervisor.start(part)
            supervisor.wait_until_ready(part)
    assert book.read_text().split() == ["web", "worker", "database"]


def test_a_part_that_ends_before_it_is_ready_is_named(supervisor: Supervisor) -> None:
    part = Part("web", program("raise SystemExit(3)"), ready=lambda: False)
    supervisor.start(part)
    with pytest.raises(PartDidNotStart, match="The web did not start"):
        supervisor.wait_until_ready(part)


def test_a_part_that_is_never_ready_is_given_up(supervisor: Supervisor) -> None:
    part = Part("web", program(SLEEPS), ready=lambda: False, patience=0.2)
    supervisor.start(part)
    with pytest.raises(PartDidNotStart):
        supervisor.wait_until_ready(part)


def test_a_fallen_part_is_started_again_after_pauses_that_grow(
    supervisor: Supervisor, said: list[str], tmp_path: Path
) -> None:
    starts: list[float] = []

    def start() -> subprocess.Popen[bytes]:
        starts.append(time.monotonic())
        return program("raise SystemExit(1)")()

    supervisor.start(Part("worker", start, ready=lambda: True))
    stop_in(2.5)
    supervisor.watch()
    assert len(starts) >= 2
    assert starts[1] - starts[0] >= 0.5
    assert said[0] == "The worker ended (exit code 1); starting it again in 0.5 s."
    assert any("starting it again in 1 s." in sentence for sentence in said)


def test_a_signal_ends_the_watch_at_once(supervisor: Supervisor) -> None:
    supervisor.start(Part("web", program(SLEEPS), ready=lambda: True))
    stop_in(0.2)
    started = time.monotonic()
    supervisor.watch()
    assert time.monotonic() - started < 3


def test_a_signal_while_something_starts_is_heard(supervisor: Supervisor) -> None:
    part = Part("web", program(SLEEPS), ready=lambda: False)
    supervisor.start(part)
    stop_in(0.2)
    with pytest.raises(Stopped):
        supervisor.wait_until_ready(part)


def test_a_program_run_to_its_end_gives_its_exit_code(supervisor: Supervisor) -> None:
    assert supervisor.run_to_end("set-up", program("raise SystemExit(4)")) == 4


def test_a_deaf_part_is_ended_when_its_grace_is_over(tmp_path: Path, said: list[str]) -> None:
    with Supervisor(said.append) as supervisor:
        part = Part("worker", program(DEAF, str(tmp_path / "up")), (tmp_path / "up").exists, grace=0.3)
        supervisor.start(part)
        supervisor.wait_until_ready(part)
    assert said == ["The worker does not stop by itself; ending it."]


def test_signals_are_as_before_when_it_is_over() -> None:
    before = {
        number: signal.getsignal(number)
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGCHLD)
    }
    with Supervisor(print):
        assert signal.getsignal(signal.SIGTERM) != before[signal.SIGTERM]
    assert {number: signal.getsignal(number) for number in before} == before


@pytest.mark.skipif(sys.platform != "linux", reason="The kernel's tether exists on Linux only.")
def test_a_tethered_program_ends_with_the_one_that_started_it(tmp_path: Path) -> None:
    number = tmp_path / "number"
    parent = (
        "import os, pathlib, signal, sys; from nashra.project.tether import start_tethered\n"
        "child = start_tethered([sys.executable, '-c', 'import time; time.sleep(60)'])\n"
        "pathlib.Path(sys.argv[1]).write_text(str(child.pid)); os.kill(os.getpid(), signal.SIGKILL)"
    )
    subprocess.run([sys.executable, "-c", parent, str(number)], check=False)
    state = Path(f"/proc/{number.read_text()}/stat")
    deadline = time.monotonic() + 10
    while state.exists() and state.read_text().rpartition(")")[2].split()[0] != "Z":
        assert time.monotonic() < deadline
        time.sleep(0.02)
