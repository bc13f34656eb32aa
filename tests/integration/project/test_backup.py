"""A backup as docs/howto/backup-and-restore.md has it: written while the newsroom works, restored into a new folder."""

from pathlib import Path

from tests.integration.project.newsrooms import nashra


def test_a_dump_becomes_a_newsroom_in_another_folder(data_dir: Path, tmp_path: Path) -> None:
    dump, restored = tmp_path / "nashra.dump", tmp_path / "restored"
    opened = nashra("--data-dir", str(data_dir), "manage", "addedition", "sw", "--section", "Habari")
    assert opened.returncode == 0, opened.stderr
    for folder, *words in (
        (data_dir, "pg_dump", "--format=custom", f"--file={dump}"),
        (restored, "pg_restore", "--no-owner", "--exit-on-error", str(dump)),
    ):
        done = nashra("--data-dir", str(folder), "postgres", *words)
        assert done.returncode == 0, done.stderr
    asked = nashra(
        "postgres", "psql", "-Atc", "SELECT code FROM editions_edition", NASHRA_DATA_DIR=str(restored)
    )
    assert asked.stdout == "sw\n"
    assert nashra("--data-dir", str(restored), "check").returncode == 0


def test_a_program_that_fails_gives_its_own_exit_code(data_dir: Path) -> None:
    failed = nashra("--data-dir", str(data_dir), "postgres", "psql", "-c", "SELECT wrong")
    assert failed.returncode == 1
    assert 'column "wrong" does not exist' in failed.stderr
