"""The presser of this machine: a process that keeps its finished pages true, with makers that render side by side."""

import gc
import os
import signal
import threading
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import active_children, get_context
from multiprocessing.connection import wait

from nashra.press.service import run_presser
from nashra.project.tether import die_with_parent

# More would only wait for each other: a newsroom's changes come one at a time, and readers want the processor too.
_MOST_MAKERS = 4
_GRACE_SECONDS = 8.0
_FAREWELLS = frozenset({signal.SIGINT, signal.SIGTERM})


class MakerLost(RuntimeError):
    """A process that renders pages has ended. What is to be done stands in the store: start the presser again."""


def press_pages() -> None:
    """Press pages until told to stop (SIGTERM, SIGINT); ``django.setup()`` comes first, connections are not yet open.

    Ends within eight seconds of being told. Raises ``MakerLost`` when one of the makers was killed, as soon.
    """
    stop, asked = threading.Event(), threading.Event()
    # A thread waits for the signals: a handler would interrupt this one anywhere, in the middle of a lock too.
    signal.pthread_sigmask(signal.SIG_BLOCK, _FAREWELLS)
    makers = _open_makers()
    sentinels = [child.sentinel for child in active_children()]

    def wait_to_be_asked() -> None:
        signal.sigwait(_FAREWELLS)
        asked.set()

    for wait_for_it in (wait_to_be_asked, lambda: wait(sentinels)):
        threading.Thread(target=_stop_after, args=(wait_for_it, stop), daemon=True).start()
    run_presser(stop, makers)
    if not asked.is_set():
        raise MakerLost(MakerLost.__doc__)


def _stop_after(wait_for_it: Callable[[], object], stop: threading.Event) -> None:
    wait_for_it()
    stop.set()
    # Whatever is under way is done again by the next presser; waiting for it must not keep that one from its seat.
    last = threading.Timer(_GRACE_SECONDS, os._exit, [1])
    last.daemon = True
    last.start()


def _open_makers() -> ProcessPoolExecutor:
    # Forked while there are no threads and no connections, each has Django in memory shared with this process; what stays
    # for good is not looked through for garbage in the middle of a page.
    gc.collect()
    gc.freeze()
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
