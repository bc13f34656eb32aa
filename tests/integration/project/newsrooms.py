"""Real newsrooms for the tests: ``nashra`` started as people start it, and what it leaves behind."""

import contextlib
import fcntl
import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

PATIENCE = 120.0


def free_port() -> int:
    """A port nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def wait_for(what: Callable[[], bool], patience: float = PATIENCE) -> None:
    """Wait until ``what()`` is true; fails the test when it does not come true."""
    deadline = time.monotonic() + patience
    while not what():
        assert time.monotonic() < deadline, f"waited {patience:.0f} s in vain for {what}"
        time.sleep(0.05)


def outside(**variables: str) -> dict[str, str]:
    """The test's environment without its own Nashra settings."""
    # Without compiled modules every start takes seconds longer.
    ours = {"DATABASE_URL", "DJANGO_SETTINGS_MODULE", "PYTHONDONTWRITEBYTECODE"}
    kept = {n: v for n, v in os.environ.items() if n not in ours and not n.startswith("NASHRA_")}
    return kept | variables


def nashra(*words: str, prefix: tuple[str, ...] = (), **variables: str) -> subprocess.CompletedProcess[str]:
    """Run ``nashra WORDS`` to its end."""
    return subprocess.run(
        [*prefix, sys.executable, "-m", "nashra.cli", *words],
        env=outside(**variables),
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )


@dataclass
class RunningNewsroom:
    """A ``nashra up`` under way."""

    data_dir: Path
    process: subprocess.Popen[str]
    url: str
    mark: str

    def wait_until_ready(self, patience: float = PATIENCE) -> None:
        """Wait for /healthz."""

        def ready() -> bool:
            if self.process.poll() is not None:
                raise AssertionError(f"nashra ended: {self.log}")
            return self.status("/healthz") == 200

        wait_for(ready, patience)

    def status(self, path: str) -> int:
        """The status of an answer, 0 when nobody answers."""
        try:
            with urllib.request.urlopen(f"{self.url}{path}", timeout=30) as answer:
                return int(answer.status)
        except urllib.error.HTTPError as error:
            return error.code
        except OSError:
            return 0

    def parts(self) -> dict[str, str]:
        """What /readyz says of each part; nothing while nobody answers."""
        try:
            with urllib.request.urlopen(f"{self.url}/readyz", timeout=30) as answer:
                body = answer.read()
        except urllib.error.HTTPError as error:
            body = error.read()
        except OSError:
            return {}
        found: dict[str, str] = json.loads(body)["parts"]
        return found

    def everything_up(self) -> bool:
        """Whether each part is up."""
        return set(self.parts().values()) == {"up"}

    def kill(self, *pids: int) -> None:
        """End processes without asking them."""
        for pid in pids:
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)

    def pids(self, *words: str) -> set[int]:
        """The processes of this newsroom whose command line has all of ``words``."""
        return {pid for pid in self.processes() if all(word in command_line(pid) for word in words)}

    def web(self) -> set[int]:
        """Granian and the processes it forked."""
        return self.pids("nashra.cli", "web")

    def worker(self) -> int:
        """The worker, 0 while there is none."""
        return next(iter(self.pids("nashra.cli", "worker")), 0)

    def presser(self) -> int:
        """The presser itself, 0 while there is none."""
        pressing = self.pids("nashra.cli", "press", "run")
        return next((pid for pid in pressing if parent_of(pid) == self.process.pid), 0)

    def makers(self) -> set[int]:
        """The presser's makers."""
        presser = self.presser()
        return {
            pid for pid in self.pids("nashra.cli", "press", "run") if presser and parent_of(pid) == presser
        }

    def web_parent(self) -> int:
        """Granian itself, 0 while there is none."""
        return next((pid for pid in self.web() if parent_of(pid) == self.process.pid), 0)

    def postmaster(self) -> int:
        """The first process of PostgreSQL, 0 while there is none."""
        return next(
            (pid for pid in self.processes() if parent_of(pid) == self.process.pid and _is_postgres(pid)), 0
        )

    def processes(self) -> set[int]:
        """Every process that belongs to this newsroom: by our mark in its environment, or at work in its folder."""
        found = set()
        for folder in Path("/proc").glob("[0-9]*"):
            with contextlib.suppress(OSError):
                ours = self.mark.encode() in (folder / "environ").read_bytes()
                ours = ours or (folder / "cwd").resolve(strict=True).is_relative_to(self.data_dir)
                if ours and "\nState:\tZ" not in (folder / "status").read_text():
                    found.add(int(folder.name))
        return found

    def stop(self, farewell: signal.Signals = signal.SIGTERM) -> int:
        """Ask it to stop; gives its exit code."""
        self.process.send_signal(farewell)
        return self.process.wait(PATIENCE)

    @property
    def log(self) -> str:
        """What it has said."""
        return (self.data_dir / "up.log").read_text()


@contextlib.contextmanager
def newsroom(
    data_dir: Path,
    prefix: tuple[str, ...] = (),
    python: Path = Path(sys.executable),
    word: str = "up",
    **variables: str,
) -> Iterator[RunningNewsroom]:
    """Run ``nashra up`` (or another ``word``) over ``data_dir`` until the end of the block, ready or not."""
    port, mark = free_port(), f"mark-{uuid.uuid4()}"
    data_dir.mkdir(exist_ok=True)
    words = ["-m", "nashra.cli", word, "--data-dir", str(data_dir), "--port", str(port)]
    with (data_dir / "up.log").open("w") as log:
        process = subprocess.Popen(
            [*prefix, str(python), *words],
            cwd=data_dir,
            env=outside(NASHRA_WEB_PROCESSES="2", TEST_MARK=mark, **variables),
            stdout=log,
            stderr=log,
            text=True,
            process_group=0,
        )
    running = RunningNewsroom(data_dir, process, f"http://127.0.0.1:{port}", mark)
    try:
        yield running
    finally:
        if process.poll() is None:
            process.terminate()
            process.wait(PATIENCE)
        running.kill(*running.processes())


def lock_is_free(data_dir: Path) -> bool:
    """Whether nobody holds the data folder."""
    with (data_dir / "nashra.lock").open() as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True


def command_line(pid: int) -> str:
    """The command line of a process, "" when it is gone."""
    with contextlib.suppress(OSError):
        return Path(f"/proc/{pid}/cmdline").read_text().replace("\0", " ")
    return ""


def parent_of(pid: int) -> int:
    """The parent of a process, 0 when it is gone."""
    with contextlib.suppress(OSError, IndexError, ValueError):
        return int(Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[1])
    return 0


def _is_postgres(pid: int) -> bool:
    return "bin/postgres" in command_line(pid)
