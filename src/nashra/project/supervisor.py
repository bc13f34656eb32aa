"""The parts of a newsroom on one machine: started in order, watched, replaced when they fall, stopped in order."""

import contextlib
import os
import select
import signal
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from types import FrameType

from nashra.project.errors import CannotStart, PartDidNotStart

type Say = Callable[[str], None]

_FIRST_PAUSE = 0.5
_LONGEST_PAUSE = 30.0
_STEADY_SECONDS = 60.0


@dataclass(frozen=True, slots=True)
class Part:
    """One program of the newsroom: how it is started, when it is ready, how it is asked to stop, and what is said
    when it does not start."""

    name: str
    start: Callable[[], subprocess.Popen[bytes]]
    ready: Callable[[], bool]
    farewell: signal.Signals = signal.SIGTERM
    last_resort: signal.Signals = signal.SIGKILL
    grace: float = 20.0
    patience: float = 60.0
    complaint: Callable[[], CannotStart] | None = None


@dataclass(slots=True)
class _Running:
    part: Part
    process: subprocess.Popen[bytes]
    started: float = field(default_factory=time.monotonic)
    pause: float = _FIRST_PAUSE
    restart_at: float | None = None

    def end_code(self) -> int | None:
        """How its first process ended, None while it runs. Until ``bury`` no other program can have its number."""
        if self.process.returncode is not None:
            return self.process.returncode
        ended = os.waitid(os.P_PID, self.process.pid, os.WEXITED | os.WNOHANG | os.WNOWAIT)
        if ended is None:
            return None
        return ended.si_status if ended.si_code == os.CLD_EXITED else -ended.si_status

    def force(self) -> None:
        """End it without asking, and wait until its first process has ended."""
        self._signal_group(self.part.last_resort)
        os.waitid(os.P_PID, self.process.pid, os.WEXITED | os.WNOWAIT)

    def bury(self) -> int:
        """End what its first process has left behind, which would hold its port or its seat; gives that one's code."""
        if self.process.returncode is None:
            self._signal_group(signal.SIGKILL)
        return self.process.wait()

    def _signal_group(self, number: signal.Signals) -> None:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.process.pid, number)


class Stopped(Exception):
    """Somebody asked us to stop while the parts were starting."""


class Supervisor:
    """Runs parts until a signal or ``stop`` ends it. Use it in the main thread, as ``with Supervisor(say) as it:``;
    leaving the block stops every part that was started, in the opposite order."""

    def __init__(self, say: Say) -> None:
        self._say = say
        self._running: list[_Running] = []
        self._signals = 0
        self._stack = contextlib.ExitStack()
        self._bell: socket.socket | None = None

    def __enter__(self) -> "Supervisor":
        self._bell = self._stack.enter_context(_signals_as_bell(self._on_signal))
        return self

    def __exit__(self, *_: object) -> None:
        try:
            self._stop_all()
        finally:
            self._stack.close()

    def start(self, part: Part) -> None:
        """Start ``part`` without waiting for it."""
        self._refuse_if_stopped()
        self._running.append(_Running(part, part.start()))

    def wait_until_ready(self, part: Part) -> None:
        """Wait for ``part``; raises ``PartDidNotStart`` when it ends or stays silent, ``Stopped`` when asked to stop."""
        running = next(r for r in self._running if r.part is part)
        deadline = time.monotonic() + part.patience
        while not part.ready():
            self._refuse_if_stopped()
            if running.end_code() is not None or time.monotonic() > deadline:
                raise part.complaint() if part.complaint else PartDidNotStart(part=part.name)
            self._sleep(0.05)

    def run_to_end(self, name: str, start: Callable[[], subprocess.Popen[bytes]]) -> int:
        """Run a program that ends by itself; gives its exit code, raises ``Stopped`` when asked to stop meanwhile."""
        running = _Running(Part(name, start, ready=lambda: True), start())
        self._running.append(running)
        while running.end_code() is None:
            self._refuse_if_stopped()
            self._sleep(1.0)
        self._running.remove(running)
        return running.bury()

    def watch(self) -> None:
        """Replace parts that end, each after a pause that doubles while it keeps falling; returns when asked to stop."""
        while not self._signals:
            now = time.monotonic()
            for running in self._running:
                self._look_after(running, now)
            due = [r.restart_at for r in self._running if r.restart_at is not None]
            self._sleep(min(due) - now if due else 5.0)

    def _look_after(self, running: _Running, now: float) -> None:
        if running.restart_at is None:
            code = running.end_code()
            if code is None:
                return
            if now - running.started > _STEADY_SECONDS:
                running.pause = _FIRST_PAUSE
            running.restart_at = now + running.pause
            self._say(
                f"The {running.part.name} ended ({_end(code)}); starting it again in {running.pause:g} s."
            )
            running.pause = min(running.pause * 2, _LONGEST_PAUSE)
        elif now >= running.restart_at:
            self._start_again(running, now)

    def _start_again(self, running: _Running, now: float) -> None:
        running.bury()
        try:
            running.process = running.part.start()
        except (OSError, CannotStart) as refusal:
            self._say(
                f"The {running.part.name} cannot be started ({refusal}); trying again in {running.pause:g} s."
            )
            running.restart_at = time.monotonic() + running.pause
            running.pause = min(running.pause * 2, _LONGEST_PAUSE)
        else:
            running.started, running.restart_at = now, None

    def _stop_all(self) -> None:
        while self._running:
            running = self._running.pop()
            if running.end_code() is None:
                os.kill(running.process.pid, running.part.farewell)
                self._wait_for_end(running)
            if running.end_code() is None:
                self._say(f"The {running.part.name} does not stop by itself; ending it.")
                running.force()
            running.bury()

    def _wait_for_end(self, running: _Running) -> None:
        deadline, signals_before = time.monotonic() + running.part.grace, self._signals
        while running.end_code() is None and time.monotonic() < deadline:
            if self._signals > max(1, signals_before):  # asked twice: no more patience
                return
            self._sleep(0.2)

    def _sleep(self, seconds: float) -> None:
        """Sleep, but wake at any signal, the end of a child included."""
        if self._bell is None:
            raise RuntimeError("A supervisor works inside its with block.")
        readable, _, _ = select.select([self._bell], [], [], max(0.0, seconds))
        if readable:
            with contextlib.suppress(BlockingIOError):
                self._bell.recv(4096)

    def _on_signal(self, _number: int, _frame: FrameType | None) -> None:
        self._signals += 1

    def _refuse_if_stopped(self) -> None:
        if self._signals:
            raise Stopped


@contextlib.contextmanager
def _signals_as_bell(stop: Callable[[int, FrameType | None], None]) -> Iterator[socket.socket]:
    """A socket that becomes readable at each signal; SIGINT, SIGTERM and SIGHUP call ``stop``."""
    ours, theirs = socket.socketpair()
    ours.setblocking(False)
    theirs.setblocking(False)
    bell_before = signal.set_wakeup_fd(theirs.fileno(), warn_on_full_buffer=False)
    before = {
        number: signal.signal(number, stop) for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
    }
    before[signal.SIGCHLD] = signal.signal(signal.SIGCHLD, lambda *_: None)
    try:
        yield ours
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
        signal.set_wakeup_fd(bell_before)
        ours.close()
        theirs.close()


def _end(code: int) -> str:
    return f"killed by {signal.Signals(-code).name}" if code < 0 else f"exit code {code}"
