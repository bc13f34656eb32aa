"""``nashra up``: opens, closes, and puts back what falls."""

import contextlib
import signal
from collections.abc import Callable
from pathlib import Path

import psycopg
import pytest

from nashra.project.postgres import embedded_url, postgres_for_tests
from tests.integration.project.newsrooms import (
    RunningNewsroom,
    free_port,
    lock_is_free,
    nashra,
    newsroom,
    wait_for,
)


def test_a_new_folder_becomes_a_newsroom_with_a_desk_and_a_key_of_its_own(
    open_newsroom: RunningNewsroom,
) -> None:
    key = open_newsroom.data_dir / "secret_key"
    assert len(key.read_text().strip()) > 50
    assert key.stat().st_mode & 0o077 == 0
    assert open_newsroom.status("/admin/login/") == 200
    assert open_newsroom.status("/static/nashra/icon.svg") == 200
    assert open_newsroom.status("/static/nashra/gone.css") == 404


@pytest.mark.parametrize("farewell", [signal.SIGTERM, signal.SIGINT])
def test_a_newsroom_that_is_asked_to_stop_leaves_nothing_behind(
    data_dir: Path, farewell: signal.Signals
) -> None:
    with newsroom(data_dir) as running:
        running.wait_until_ready()
        assert running.stop(farewell) == 0
        assert running.processes() == set()
    assert lock_is_free(data_dir)
    assert not (data_dir / "postgres" / "postmaster.pid").exists()
    assert "shut down" in (data_dir / "postgres.log").read_text().splitlines()[-1]


def test_a_ctrl_c_while_it_starts_leaves_nothing_behind(data_dir: Path) -> None:
    with newsroom(data_dir) as running:
        wait_for(lambda: running.postmaster() != 0)
        assert running.stop(signal.SIGINT) == 0
        assert running.processes() == set()
    assert lock_is_free(data_dir)


def test_killed_parts_come_back(data_dir: Path) -> None:
    with newsroom(data_dir) as running:
        running.wait_until_ready()
        wait_for(running.everything_up)

        before = running.web()
        running.kill(max(before - {running.web_parent()}))
        wait_for(lambda: len(running.web()) == 3 and running.web() != before)

        # The new one is still starting when its parent is killed, and must not keep the port.
        _kill_and_wait_for_another(running, running.web_parent)
        wait_for(lambda: running.status("/healthz") == 200)
        _kill_and_wait_for_another(running, running.worker)
        wait_for(lambda: running.makers() != set())
        _kill_and_wait_for_another(running, running.presser)
        wait_for(lambda: running.makers() != set())
        presser = running.presser()
        running.kill(max(running.makers()))
        wait_for(lambda: running.presser() not in {0, presser})
        wait_for(lambda: running.makers() != set())
        _kill_and_wait_for_another(running, running.postmaster)
        wait_for(lambda: running.parts().get("database") == "up")

        assert "killed by SIGKILL" in running.log
        assert running.stop() == 0
        assert running.processes() == set()


def test_the_front_alone_keeps_a_presser_and_leaves_nothing_behind(data_dir: Path) -> None:
    with newsroom(data_dir, word="web") as running:
        running.wait_until_ready()
        wait_for(lambda: running.makers() != set())
        assert running.worker() == 0
        _kill_and_wait_for_another(running, running.presser)
        _kill_and_wait_for_another(running, running.web_parent)
        wait_for(lambda: running.status("/healthz") == 200)
        assert running.stop() == 0
        assert running.processes() == set()
    assert lock_is_free(data_dir)


def test_the_parts_end_when_the_supervisor_is_killed(data_dir: Path) -> None:
    with newsroom(data_dir) as running:
        running.wait_until_ready()
        assert len(running.processes()) > 5
        running.stop(signal.SIGKILL)
        wait_for(lambda: running.processes() == set(), patience=30)
    assert lock_is_free(data_dir)


def test_what_was_committed_survives_the_killing_of_everything(data_dir: Path) -> None:
    with newsroom(data_dir) as running:
        running.wait_until_ready()
        with psycopg.connect(embedded_url(data_dir), autocommit=True) as connection:
            connection.execute("CREATE TABLE kept (words text)")
            connection.execute("INSERT INTO kept VALUES ('not lost')")
        running.kill(*running.processes())
        running.process.wait(10)
    with newsroom(data_dir) as running:
        running.wait_until_ready()
        with psycopg.connect(embedded_url(data_dir)) as connection:
            assert connection.execute("SELECT words FROM kept").fetchall() == [("not lost",)]


def test_a_port_in_use_is_one_sentence_and_starts_nothing(
    open_newsroom: RunningNewsroom, tmp_path: Path
) -> None:
    port = open_newsroom.url.rpartition(":")[2]
    refused = nashra("up", "--data-dir", str(tmp_path / "other"), "--port", port)
    assert refused.returncode == 1
    assert refused.stderr == (
        f"nashra: Another program is already listening on 127.0.0.1:{port}. "
        "Stop it, or choose another port with --port.\n"
    )
    assert not (tmp_path / "other" / "postgres").exists()


def test_a_second_newsroom_in_the_same_folder_is_told_who_is_there(open_newsroom: RunningNewsroom) -> None:
    folder = open_newsroom.data_dir
    refused = nashra("up", "--data-dir", str(folder), "--port", str(free_port()))
    assert refused.returncode == 1
    assert (
        f"Another nashra (process {open_newsroom.process.pid}) is using the data folder {folder}."
        in refused.stderr
    )
    assert open_newsroom.status("/healthz") == 200


def test_a_newsroom_on_a_database_of_its_own_starts_no_other(data_dir: Path, tmp_path: Path) -> None:
    with (
        postgres_for_tests(data_dir) as url,
        newsroom(tmp_path / "office", DATABASE_URL=url) as running,
    ):
        running.wait_until_ready()
        wait_for(running.everything_up)
        assert not (tmp_path / "office" / "postgres").exists()
        assert running.stop() == 0
        with psycopg.connect(url) as connection:
            assert connection.execute(
                "SELECT count(*) FROM django_migrations WHERE app = 'stories'"
            ).fetchone() != (0,)


def test_a_database_that_goes_and_comes_back_is_used_again(data_dir: Path, tmp_path: Path) -> None:
    with contextlib.ExitStack() as first:
        url = first.enter_context(postgres_for_tests(data_dir))
        with newsroom(tmp_path / "office", DATABASE_URL=url) as running:
            running.wait_until_ready()
            first.close()
            wait_for(lambda: running.parts().get("database") == "down")
            assert running.status("/healthz") == 200
            with postgres_for_tests(data_dir):
                wait_for(lambda: running.parts().get("database") == "up")
                assert running.stop() == 0


def _kill_and_wait_for_another(running: RunningNewsroom, which: Callable[[], int]) -> None:
    """Kill a part once it is there, and wait until there is a new one in its place."""
    wait_for(lambda: which() != 0)
    old = which()
    running.kill(old)
    wait_for(lambda: which() not in {0, old})
