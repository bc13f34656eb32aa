"""A newsroom on this machine, whole or its front alone: PostgreSQL, migrations, web, presser and worker under one
supervisor."""

import contextlib
import http.client
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass

from nashra.project.data_folder import open_data_folder, sole_use
from nashra.project.database import require_answer, running_database
from nashra.project.environment import Environment
from nashra.project.errors import PreparationFailed
from nashra.project.port import require_free_port
from nashra.project.postgres import EmbeddedPostgres
from nashra.project.supervisor import Part, Say, Stopped, Supervisor
from nashra.project.tether import start_tethered

type Program = Callable[[], subprocess.Popen[bytes]]


@dataclass(frozen=True, slots=True)
class Newsroom:
    """A newsroom as its environment describes it, and who is told what happens."""

    environment: Environment
    say: Say

    def run(self, opened: Callable[[], None], before: Callable[[Supervisor], None] | None = None) -> None:
        """Run until SIGINT or SIGTERM. ``before`` may run programs once the database answers, ``opened`` is called
        when the first reader can come. Raises a ``CannotStart``, with everything stopped again."""
        open_data_folder(self.environment.data_dir)
        with (
            sole_use(self.environment.data_dir),
            contextlib.suppress(Stopped),
            Supervisor(self.say) as supervisor,
        ):
            require_free_port(self.environment.host, self.environment.port)
            self._open_database(supervisor)
            if before:
                before(supervisor)
            self._open_front(supervisor, migrating=True)
            supervisor.start(self._part("worker"))
            opened()
            supervisor.watch()
            self.say("Closing.")

    def run_front(self, *, migrating: bool) -> None:
        """Run what readers and the desk need of this machine, for a newsroom on several; ends as ``run`` does."""
        require_free_port(self.environment.host, self.environment.port)
        open_data_folder(self.environment.data_dir)
        with (
            running_database(self.environment) if self.environment.embedded else contextlib.nullcontext(),
            contextlib.suppress(Stopped),
            Supervisor(self.say) as supervisor,
        ):
            self._open_front(supervisor, migrating=migrating)
            supervisor.watch()

    def program(self, *words: str) -> Program:
        """A way to start ``nashra WORDS`` in this newsroom's environment."""
        environment = self.environment
        variables = os.environ | {
            "DATABASE_URL": self._database_url,
            "NASHRA_DATA_DIR": str(environment.data_dir),
            "NASHRA_HOST": environment.host,
            "NASHRA_PORT": str(environment.port),
        }
        command = [sys.executable, "-m", "nashra.cli", *words]
        return lambda: start_tethered(command, environment=variables)

    def run_program(self, supervisor: Supervisor, *words: str) -> None:
        """Run ``nashra WORDS`` to its end; raises ``PreparationFailed`` if it fails."""
        if supervisor.run_to_end(words[0], self.program(*words)) != 0:
            raise PreparationFailed

    @property
    def _database_url(self) -> str:
        return self.environment.database_url

    def _open_database(self, supervisor: Supervisor) -> None:
        if not self.environment.embedded:
            require_answer(self._database_url)
            return
        server = EmbeddedPostgres(self.environment.data_dir)
        server.make()
        part = Part(
            "database",
            server.spawn,
            server.ready,
            farewell=signal.SIGINT,
            last_resort=signal.SIGQUIT,
            grace=60,
            patience=600,  # after a crash it reads its journal again, and that must not be cut short
            complaint=server.complaint,
        )
        supervisor.start(part)
        supervisor.wait_until_ready(part)

    def _open_front(self, supervisor: Supervisor, *, migrating: bool) -> None:
        # Only the first start migrates: a web process that fell must come back with the database down, too.
        starts = iter([("web", "--alone", "--migrate")] if migrating else [])
        web = Part(
            "web",
            lambda: self.program(*next(starts, ("web", "--alone")))(),
            self._answers,
            patience=3600,  # migrations of a large newsroom are part of it
        )
        supervisor.start(web)
        supervisor.wait_until_ready(web)
        supervisor.start(self._part("presser", "press", "run"))

    def _part(self, name: str, *words: str) -> Part:
        return Part(name, self.program(*(words or (name,))), ready=lambda: True)

    def _answers(self) -> bool:
        host = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(self.environment.host, self.environment.host)  # noqa: S104 - compared, not bound to
        asked = http.client.HTTPConnection(host, self.environment.port, timeout=2)
        try:
            asked.request("GET", "/healthz")
            return asked.getresponse().status == 200
        except (OSError, http.client.HTTPException):
            return False
        finally:
            asked.close()
