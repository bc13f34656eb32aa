"""What Nashra refuses to start on: one sentence with cause and remedy, exit code 1, nothing changed."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import psycopg
import pytest

from nashra.project.database import refuse_unsuitable
from nashra.project.errors import DatabaseTooOld
from nashra.project.postgres import postgres_for_tests
from tests.integration.project.newsrooms import free_port, lock_is_free, nashra, newsroom

# Any account but root; reading everything, so that it can run this Python wherever it is installed.
_SOMEBODY = (
    "setpriv",
    *("--reuid=65534", "--regid=65534", "--clear-groups"),
    *("--inh-caps=+dac_read_search", "--ambient-caps=+dac_read_search"),
)


def somebody() -> tuple[str, ...]:
    """What to put before a command so that it does not run as root."""
    if os.geteuid() != 0:
        return ()
    if subprocess.run([*_SOMEBODY, sys.executable, "-c", ""], check=False, capture_output=True).returncode:
        pytest.skip("This computer's root may not run programs as somebody else (setpriv with a capability).")
    return _SOMEBODY


def test_a_data_folder_from_a_newer_nashra(changed: Callable[[str, str], Path]) -> None:
    folder = changed("nashra.version", "99.1.0\n")
    refused = nashra("up", "--data-dir", str(folder), "--port", str(free_port()))
    assert refused.returncode == 1
    assert refused.stderr.startswith(f"nashra: The data folder {folder} was written by Nashra 99.1.0")
    assert "Install Nashra 99.1.0 or newer" in refused.stderr
    assert refused.stderr.count("\n") == 1
    assert (folder / "nashra.version").read_text() == "99.1.0\n"


def test_a_database_of_a_newer_postgresql(changed: Callable[[str, str], Path]) -> None:
    folder = changed("postgres/PG_VERSION", "99\n")
    refused = nashra("up", "--data-dir", str(folder), "--port", str(free_port()))
    assert refused.returncode == 1
    assert "was made by PostgreSQL 99, and this Nashra carries PostgreSQL 18." in refused.stderr
    assert refused.stderr.count("\n") == 1
    assert lock_is_free(folder)


def test_a_database_that_a_newer_nashra_has_used(data_dir: Path) -> None:
    step = "INSERT INTO django_migrations (app, name, applied) VALUES ('stories', '9999_the_future', now())"
    written = nashra("manage", "--data-dir", str(data_dir), "shell", "-c", _sql(step))
    assert written.returncode == 0, written.stderr
    with newsroom(data_dir) as running:
        assert running.process.wait(60) == 1
        assert "it knows the step stories.9999_the_future" in running.log
        assert running.processes() == set()


def test_a_folder_nothing_can_be_written_to(tmp_path: Path) -> None:
    prefix = somebody()
    folder = tmp_path / "sealed"
    folder.mkdir(mode=0o555)
    tmp_path.chmod(0o755)
    refused = nashra("up", "--data-dir", str(folder), "--port", str(free_port()), prefix=prefix)
    assert refused.returncode == 1
    assert refused.stderr.startswith(
        f"nashra: Nothing can be written to the data folder {folder} (permission denied)."
    )
    assert list(folder.iterdir()) == []


def test_a_database_of_another_account(data_dir: Path) -> None:
    if os.geteuid() != 0:
        pytest.skip("Only root can make a folder that belongs to somebody else.")
    prefix = somebody()
    for place in (data_dir, *data_dir.iterdir()):
        if place.name != "postgres":
            os.chown(place, 65534, 65534)
    data_dir.parent.chmod(0o755)
    refused = nashra("up", "--data-dir", str(data_dir), "--port", str(free_port()), prefix=prefix)
    assert refused.returncode == 1
    assert "Run nashra as that account or as root" in refused.stderr


def test_a_database_that_does_not_answer_without_its_password(tmp_path: Path) -> None:
    address = f"postgresql://desk:open-sesame@127.0.0.1:{free_port()}/news"
    refused = nashra("up", "--data-dir", str(tmp_path), "--port", str(free_port()), DATABASE_URL=address)
    assert refused.returncode == 1
    assert "does not answer" in refused.stderr
    assert "correct DATABASE_URL" in refused.stderr
    assert "open-sesame" not in refused.stderr


@pytest.fixture(scope="module")
def own_postgres() -> Iterator[str]:
    """The address of a PostgreSQL that a newsroom has of its own."""
    with (
        tempfile.TemporaryDirectory(prefix="nashra-test-") as folder,
        postgres_for_tests(Path(folder)) as url,
    ):
        with psycopg.connect(url, autocommit=True) as connection:
            connection.execute("CREATE DATABASE latin ENCODING 'LATIN1' LOCALE 'C' TEMPLATE template0")
            connection.execute("CREATE DATABASE empty")
            connection.execute("CREATE ROLE guest LOGIN")
        yield url


def test_a_database_that_cannot_hold_every_language(own_postgres: str, tmp_path: Path) -> None:
    refused = nashra(
        "up", "--data-dir", str(tmp_path), DATABASE_URL=own_postgres.replace("/nashra?", "/latin?")
    )
    assert refused.returncode == 1
    assert "keeps text as LATIN1, which cannot hold every language" in refused.stderr
    assert refused.stderr.count("\n") == 1


def test_a_database_that_has_not_been_brought_to_this_version(own_postgres: str, tmp_path: Path) -> None:
    empty = own_postgres.replace("/nashra?", "/empty?")
    for words in (
        ("worker",),
        ("export", "ninjs", "--edition", "en"),
        ("web", "--alone", "--port", str(free_port())),
    ):
        refused = nashra(*words, NASHRA_DATA_DIR=str(tmp_path), DATABASE_URL=empty)
        assert refused.returncode == 1
        assert 'Run "nashra manage migrate", or start with "nashra up"' in refused.stderr
        assert refused.stderr.count("\n") == 1


def test_an_account_that_may_not_make_tables(own_postgres: str, tmp_path: Path) -> None:
    weak = own_postgres.replace("postgres@/nashra?", "guest@/empty?")
    refused = nashra(
        "web",
        "--alone",
        "--migrate",
        "--port",
        str(free_port()),
        NASHRA_DATA_DIR=str(tmp_path),
        DATABASE_URL=weak,
    )
    assert refused.returncode == 1
    assert "may not make what Nashra needs (permission denied for schema public)" in refused.stderr
    assert refused.stderr.count("\n") == 1


def test_a_postgresql_that_is_too_old() -> None:
    with pytest.raises(DatabaseTooOld, match="is PostgreSQL 15, and Nashra needs 16 or newer"):
        refuse_unsuitable("db.example", version=15, encoding="UTF8")


def test_a_wrong_setting_by_its_name(tmp_path: Path) -> None:
    refused = nashra("up", "--data-dir", str(tmp_path / "data"), NASHRA_WEB_PROCESSES="many")
    assert refused.returncode == 1
    assert refused.stderr.startswith('nashra: NASHRA_WEB_PROCESSES is wrong (the environment): "many" is not')
    assert not (tmp_path / "data").exists()


def test_a_setting_that_does_not_exist_by_its_nearest_name(tmp_path: Path) -> None:
    refused = nashra("up", "--data-dir", str(tmp_path / "data"), NASHRA_THEMEDIR="/themes/sea")
    assert refused.returncode == 1
    assert (
        "NASHRA_THEMEDIR is not a setting of Nashra (the environment). Did you mean NASHRA_THEME_DIR?"
        in refused.stderr
    )


def test_a_newsroom_run_by_somebody_who_is_not_root(tmp_path: Path) -> None:
    prefix = somebody()
    folder = tmp_path / "data"
    folder.mkdir()
    tmp_path.chmod(0o755)
    if prefix:
        os.chown(folder, 65534, 65534)
    asked = nashra(
        "manage", "--data-dir", str(folder), "shell", "-c", _sql("CREATE TABLE mine (n int)"), prefix=prefix
    )
    assert asked.returncode == 0, asked.stderr
    assert (folder / "postgres").stat().st_uid == folder.stat().st_uid
    assert lock_is_free(folder)


def _sql(statement: str) -> str:
    return f"from django.db import connection; connection.cursor().execute({statement!r})"
