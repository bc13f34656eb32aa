"""The data folder: one user at a time, never from a newer Nashra, with a key of its own."""

import errno
import os
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest

from nashra.project.data_folder import holder, not_writable, open_data_folder, sole_use
from nashra.project.errors import (
    DataFolderFromNewerNashra,
    DataFolderInUse,
    DataFolderMarkerBroken,
    DataFolderNotWritable,
)


def test_a_new_folder_gets_a_marker_and_a_key_only_we_can_read(tmp_path: Path) -> None:
    folder = tmp_path / "a" / "b"
    open_data_folder(folder)
    key = folder / "secret_key"
    assert (folder / "nashra.version").read_text().strip() == version("nashra")
    assert len(key.read_text().strip()) > 50
    assert key.stat().st_mode & 0o777 == 0o600
    assert {path.name for path in folder.iterdir()} == {"nashra.version", "secret_key"}


def test_the_key_stays_when_the_folder_is_opened_again(tmp_path: Path) -> None:
    open_data_folder(tmp_path)
    before = (tmp_path / "secret_key").read_text()
    open_data_folder(tmp_path)
    assert (tmp_path / "secret_key").read_text() == before


def test_a_folder_from_a_newer_nashra_is_refused_untouched(tmp_path: Path) -> None:
    (tmp_path / "nashra.version").write_text("99.0.0\n")
    with pytest.raises(DataFolderFromNewerNashra, match=r"written by Nashra 99\.0\.0"):
        open_data_folder(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["nashra.version"]


def test_a_correction_of_the_same_version_is_not_newer(tmp_path: Path) -> None:
    major, minor = version("nashra").split(".")[:2]
    (tmp_path / "nashra.version").write_text(f"{major}.{minor}.999\n")
    open_data_folder(tmp_path)


def test_a_marker_that_says_nothing_is_refused(tmp_path: Path) -> None:
    (tmp_path / "nashra.version").write_text("")
    with pytest.raises(DataFolderMarkerBroken, match=r"nashra\.version"):
        open_data_folder(tmp_path)


def test_a_file_in_the_folders_place_is_refused(tmp_path: Path) -> None:
    (tmp_path / "data").touch()
    with pytest.raises(DataFolderNotWritable):
        open_data_folder(tmp_path / "data")


def test_a_folder_in_use_is_refused_with_the_users_number(tmp_path: Path) -> None:
    with sole_use(tmp_path):
        assert holder(tmp_path) == os.getpid()
        with pytest.raises(DataFolderInUse, match=f"process {os.getpid()}"), sole_use(tmp_path):
            pass
    with sole_use(tmp_path):
        pass
    assert holder(tmp_path) is None


def test_a_killed_user_leaves_no_lock(tmp_path: Path) -> None:
    program = (
        "import os, pathlib, signal, sys; from nashra.project.data_folder import sole_use\n"
        "with sole_use(pathlib.Path(sys.argv[1])): os.kill(os.getpid(), signal.SIGKILL)"
    )
    subprocess.run([sys.executable, "-c", program, str(tmp_path)], check=False)
    assert holder(tmp_path) is not None
    with sole_use(tmp_path):
        assert holder(tmp_path) == os.getpid()


def test_a_full_disk_is_told_from_a_folder_that_is_closed(tmp_path: Path) -> None:
    full = not_writable(tmp_path, OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)))
    assert str(full).startswith(f"The disk of the data folder {tmp_path} is full. Make room on it")
    closed = not_writable(tmp_path, OSError(errno.EROFS, os.strerror(errno.EROFS)))
    assert "(read-only file system). Make it writable" in str(closed)
