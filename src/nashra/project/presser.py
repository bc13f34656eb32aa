"""The presser of this machine: a process that keeps its finished pages true, with makers that render side by side."""

import contextlib
import logging
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import active_children, get_context
from multiprocessing.connection import wait

from nashra.press.service import run_presser
from nashra.project.tether import die_with_parent, start_tethered

log = logging.getLogger(__name__)

# More would only wait for each other: a newsroom's changes come one at a time, and readers want the processor too.
_MOST_MAKERS = 4
_GRACE_SECONDS = 8.0
_FAREWELLS = frozenset({signal.SIGINT, signal.SIGTERM})
_FIRST_PAUSE = 0.5
_LONGEST_PAUSE = 30.0
_STEADY_SECONDS = 60.0


class MakerLost(RuntimeError):
    """A process that renders pages has ended. What is to be done stands in the store: start the presser again."""


def press_pages() -> None:
    """Press pages until told to stop (SIGTERM, SIGINT); ``django.setup()`` comes first, connections are not yet open.

    Ends within eight seconds of being told. Raises ``MakerLost`` when one of the makers was killed.
    """
    stop, asked = threading.Event(), threading.Event()
    # A thread waits for the signals: a handler would interrupt this one anywhere, in the middle of a lock too.
    signal.pthread_sigmask(signal.SIG_BLOCK, _FAREWELLS)
    makers = _open_makers()
    threading.Thread(target=_close_when_asked, args=(stop, asked), name="nashra-asked", daemon=True).start()
    threading.Thread(target=_stop_without_makers, args=(stop,), name="nashra-makers", daemon=True).start()
    run_presser(stop, makers)
    if not asked.is_set():
        raise MakerLost(MakerLost.__doc__)


def _close_when_asked(stop: threading.Event, asked: threading.Event) -> None:
    signal.sigwait(_FAREWELLS)
    asked.set()
    stop.set()
    # Whatever is under way is done again by the next presser; waiting for it must not keep that one from its seat.
    last = threading.Timer(_GRACE_SECONDS, os._exit, [1])
    last.daemon = True
    last.start()


def _stop_without_makers(stop: threading.Event) -> None:
    wait([child.sentinel for child in active_children()])
    stop.set()


def _open_makers() -> ProcessPoolExecutor:
    # Forked while there are no threads and no connections, each has Django in memory shared with this process.
    makers = ProcessPoolExecutor(
        min(os.cpu_count() or 1, _MOST_MAKERS),
        mp_context=get_context("fork"),
        initializer=_become_maker,
        initargs=(os.getpid(),),
    )
    makers.submit(os.getpid).result()  # the first piece of work starts all of them
    return makers


def _become_maker(presser: int) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the presser decides when to stop
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, _FAREWELLS)
    die_with_parent(presser, signal.SIGTERM)


@contextlib.contextmanager
def presser_beside() -> Iterator[None]:
    """Keep a presser running as a process beside this one while the block lasts; call it from the main thread."""
    keeper = _Keeper()
    keeper.start()
    try:
        yield
    finally:
        keeper.stop()


class _Keeper(threading.Thread):
    """Waits for the presser to end and starts it again, after a pause that doubles while it keeps falling."""

    def __init__(self) -> None:
        super().__init__(name="nashra-presser-keeper", daemon=True)
        # The first one is started here, by the main thread: its caller may fork next, and must not fork a fork.
        self._process = _start_presser()
        self._stopping = threading.Event()

    def run(self) -> None:
        pause = _FIRST_PAUSE
        while True:
            began = time.monotonic()
            code = self._process.wait()
            if time.monotonic() - began > _STEADY_SECONDS:
                pause = _FIRST_PAUSE
            if self._stopping.wait(pause):
                return
            log.warning("The presser ended (%d); starting it again.", code)
            pause = min(pause * 2, _LONGEST_PAUSE)
            self._process = _start_presser()

    def stop(self) -> None:
        """End the presser, with what it has under way."""
        self._stopping.set()
        self._process.terminate()
        try:
            self._process.wait(_GRACE_SECONDS + 2)
        except subprocess.TimeoutExpired:
            self._process.kill()


def _start_presser() -> subprocess.Popen[bytes]:
    return start_tethered([sys.executable, "-m", "nashra.cli", "press", "run"])
