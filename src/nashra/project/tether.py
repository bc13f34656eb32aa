"""Programs that do not outlive the one that started them."""

import ctypes
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import IO

_PR_SET_PDEATHSIG = 1
_STDERR = 2
# Loaded before any fork: loading a library between fork and exec may hang.
_libc = ctypes.CDLL(None, use_errno=True) if sys.platform == "linux" else None


def die_with_parent(parent: int, farewell: signal.Signals) -> None:
    """Ask the kernel to send this process ``farewell`` when its parent ends, even by SIGKILL (Linux only)."""
    if _libc is None:
        return
    _libc.prctl(_PR_SET_PDEATHSIG, int(farewell), 0, 0, 0)
    if os.getppid() != parent:  # it ended before we asked
        os.kill(os.getpid(), farewell)


def tethered(farewell: signal.Signals) -> Callable[[], None]:
    """What a child runs between fork and exec to be tied to the process that calls this."""
    parent = os.getpid()
    return lambda: die_with_parent(parent, farewell)


def tether_forks(farewell: signal.Signals) -> None:
    """Tie every process this one forks from now on to it: for servers that fork their own workers."""
    parent = forker = os.getpid()

    def note_forker() -> None:
        nonlocal forker
        forker = os.getpid()

    def tie() -> None:
        # A fork of a fork belongs to its own parent. Ours may have ended already, so the system is not asked who it is.
        if forker == parent:
            # Until it says otherwise, a worker ends when asked to. It has inherited the handlers of its parent, which
            # would note the wish for a loop that runs over there, and nobody would ever end this process.
            for number in (signal.SIGINT, signal.SIGTERM):
                signal.signal(number, signal.SIG_DFL)
            die_with_parent(parent, farewell)

    os.register_at_fork(before=note_forker, after_in_child=tie)


def start_tethered(
    command: Sequence[str | Path],
    *,
    farewell: signal.Signals = signal.SIGTERM,
    environment: Mapping[str, str] | None = None,
    output: IO[bytes] | int | None = None,
    account: tuple[int, int] | None = None,
) -> subprocess.Popen[bytes]:
    """Start ``command`` in a process group of its own, tied to this process; call it from the main thread.

    Its own group keeps a Ctrl-C at the terminal from reaching it before we decide the order of stopping.
    ``account`` is the user and group id to run as. Output and errors go to ``output``, else to our stderr.
    """
    user, group = account or (None, None)
    return subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=_STDERR if output is None else output,
        stderr=output if output is not None else None,
        env=environment,
        user=user,
        group=group,
        extra_groups=[] if account else None,
        process_group=0,
        # The kernel forgets the tether when the account changes, so it is asked for after that.
        preexec_fn=tethered(farewell),
    )
