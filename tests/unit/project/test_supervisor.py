"""The supervisor, over programs small enough to watch."""

import errno
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


# A server whose forked child has the port and does not listen when it is asked to go.
LISTENS_IN_A_DEAF_CHILD = """
import os, signal, socket, sys, time
port = socket.socket(socket.AF_UNIX)
port.bind("\\0" + sys.argv[1])
port.listen()
if os.fork():
    time.sleep(60)
signal.signal(signal.SIGTERM, signal.SIG_IGN)
with open(sys.argv[1], "a") as started: print(os.getpid(), file=started)
os.kill(os.getppid(), signal.SIGKILL)
time.sleep(60)
"""


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


def stop_when(what: Callable[[], bool]) -> None:
    """Send this process a SIGTERM once ``what()`` is true, or after ten seconds."""

    def wait() -> None:
        deadline = time.monotonic() + 10
        while not what() and time.monotonic() < deadline:
            time.sleep(0.02)
        if signal.getsignal(signal.SIGTERM) is not signal.SIG_DFL:  # a supervisor is still there to hear it
            os.kill(os.getpid(), signal.SIGTERM)

    threading.Thread(target=wait).start()


def no_room() -> subprocess.Popen[bytes]:
    """A start that the system refuses."""
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def lines_of(file: Path) -> list[str]:
    """The lines of a file, none while it is not there."""
    return file.read_text().splitlines() if file.exists() else []


def ended(pid: int) -> bool:
    """Whether a process is gone, or waits for its parent to take notice."""
    state = Path(f"/proc/{pid}/stat")
    try:
        return state.read_text().rpartition(")")[2].split()[0] == "Z"
    except (FileNotFoundError, ProcessLookupError):
        return True


def wait_for_end(pid: int) -> None:
    """Wait until a process has ended; fails the test when it does not."""
    deadline = time.monotonic() + 10
    while not ended(pid):
        assert time.monotonic() < deadline
        time.sleep(0.02)


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


def test_a_fallen_part_leaves_nobody_on_its_port(
    supervisor: Supervisor, said: list[str], tmp_path: Path
) -> None:
    started = tmp_path / "started"
    supervisor.start(Part("web", program(LISTENS_IN_A_DEAF_CHILD, str(started)), ready=lambda: True))
    stop_when(lambda: len(lines_of(started)) == 2)
    supervisor.watch()
    first, second = (int(line) for line in lines_of(started))
    assert ended(first)
    assert first != second
    assert said[0] == "The web ended (killed by SIGKILL); starting it again in 0.5 s."


def test_a_part_that_cannot_be_started_again_is_tried_again(supervisor: Supervisor, said: list[str]) -> None:
    outcomes: list[Callable[[], subprocess.Popen[bytes]]] = [
        program("raise SystemExit(1)"),
        no_room,
        program(SLEEPS),
    ]
    supervisor.start(Part("database", lambda: outcomes.pop(0)(), ready=lambda: True))
    stop_when(lambda: not outcomes)
    supervisor.watch()
    assert (
        said[1] == "The database cannot be started ([Errno 28] No space left on device); trying again in 1 s."
    )


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
    wait_for_end(int(number.read_text()))


@pytest.mark.skipif(sys.platform != "linux", reason="The kernel's tether exists on Linux only.")
def test_a_forked_worker_that_is_still_starting_ends_with_its_parent(tmp_path: Path) -> None:
    number = tmp_path / "number"
    # As Granian does: the parent notes the wish to stop for its own loop, and its workers inherit that handler.
    parent = (
        "import os, pathlib, signal, sys, time; from nashra.project.tether import tether_forks\n"
        "wishes = []; signal.signal(signal.SIGTERM, lambda *_: wishes.append(1)); tether_forks(signal.SIGTERM)\n"
        "if not (child := os.fork()):\n"
        "    while True: time.sleep(1)\n"
        "pathlib.Path(sys.argv[1]).write_text(str(child)); os.kill(os.getpid(), signal.SIGKILL)"
    )
    subprocess.run([sys.executable, "-c", parent, str(number)], check=False)
    wait_for_end(int(number.read_text()))
