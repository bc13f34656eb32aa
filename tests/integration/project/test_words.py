"""The words of the command beside ``up``: check, manage, and what they say."""

from pathlib import Path

import psycopg

from nashra.project.environment import setting_names
from nashra.project.postgres import embedded_url
from tests.integration.project.newsrooms import RunningNewsroom, lock_is_free, nashra


def test_check_finds_everything_right_and_closes_again(data_dir: Path) -> None:
    checked = nashra("check", "--data-dir", str(data_dir))
    assert checked.returncode == 0, checked.stderr
    assert checked.stdout.splitlines()[-1] == "Settings, database and migrations are right."
    assert lock_is_free(data_dir)
    assert not (data_dir / "postgres" / "postmaster.pid").exists()


def test_check_says_that_migrations_are_missing(tmp_path: Path) -> None:
    checked = nashra("check", "--data-dir", str(tmp_path / "data"))
    assert checked.returncode == 1
    assert "database steps are missing" in checked.stderr
    assert "Run: nashra manage migrate" in checked.stderr


def test_check_lists_every_setting_and_hides_secrets(tmp_path: Path) -> None:
    listed = nashra(
        *("check", "--settings", "--data-dir", str(tmp_path)),
        DATABASE_URL="postgresql://desk:open-sesame@db.example/news",
        NASHRA_SECRET_KEY="k" * 40,
    )
    assert listed.returncode == 0, listed.stderr
    assert all(f"{name}=" in listed.stdout for name in setting_names())
    assert "DATABASE_URL=postgresql://desk:***@db.example/news  (the environment)" in listed.stdout
    assert "NASHRA_SECRET_KEY=***  (the environment)" in listed.stdout
    assert "open-sesame" not in listed.stdout
    assert list(tmp_path.iterdir()) == []


def test_a_file_beside_the_data_sets_what_the_environment_does_not(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text('NASHRA_NAME="صوت الساحل"\nNASHRA_PORT=8100\n')
    listed = nashra("check", "--settings", "--data-dir", str(tmp_path), NASHRA_PORT="8200")
    assert f"NASHRA_NAME=صوت الساحل  ({tmp_path}/.env)" in listed.stdout
    assert "NASHRA_PORT=8200  (the environment)" in listed.stdout


def test_manage_works_beside_a_running_newsroom_and_leaves_it_running(open_newsroom: RunningNewsroom) -> None:
    folder = open_newsroom.data_dir
    managed = nashra("manage", "--data-dir", str(folder), "showmigrations", "stories")
    assert managed.returncode == 0, managed.stderr
    assert "[X] 0001" in managed.stdout
    with psycopg.connect(embedded_url(folder)) as connection:
        assert connection.execute("SELECT 1").fetchone() == (1,)


def test_manage_passes_on_the_exit_code(data_dir: Path) -> None:
    assert nashra("manage", "--data-dir", str(data_dir), "nosuchword").returncode != 0


def test_the_version_and_the_words_are_told_without_a_data_folder(tmp_path: Path) -> None:
    told = nashra("--help", NASHRA_DATA_DIR=str(tmp_path / "none"))
    assert told.returncode == 0
    assert all(f"\n  {word} " in told.stdout for word in ("check", "manage", "up", "web", "worker"))
    assert not (tmp_path / "none").exists()
