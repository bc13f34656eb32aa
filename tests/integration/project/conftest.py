"""A data folder that has been opened once, copied for each test: making one takes seconds, copying it does not."""

import contextlib
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.integration.project.newsrooms import RunningNewsroom, newsroom, wait_for


@pytest.fixture
def tmp_path() -> Iterator[Path]:
    """A folder outside pytest's own: that one is closed to PostgreSQL's account whenever another pytest starts."""
    with _scratch() as folder:
        yield folder


@pytest.fixture(scope="session")
def opened_once() -> Iterator[Path]:
    """The data folder of a newsroom that has been opened, with every part up, and closed."""
    with _scratch() as folder, newsroom(folder / "data") as running:
        running.wait_until_ready(patience=300)  # all migrations, on a busy machine
        wait_for(running.everything_up)
        assert running.stop() == 0
        yield folder / "data"


@pytest.fixture
def data_dir(opened_once: Path, tmp_path: Path) -> Path:
    """A copy of it, for one test alone."""
    return copied(opened_once, tmp_path / "data")


def copied(source: Path, target: Path) -> Path:
    """Copy a data folder with its owners, which PostgreSQL insists on."""
    subprocess.run(["cp", "-a", str(source), str(target)], check=True)
    return target


@pytest.fixture(scope="session")
def open_newsroom(opened_once: Path) -> Iterator[RunningNewsroom]:
    """A newsroom that is open for every test that only looks at it."""
    with _scratch() as folder, newsroom(copied(opened_once, folder / "data")) as running:
        running.wait_until_ready()
        yield running


@pytest.fixture
def changed(data_dir: Path) -> Callable[[str, str], Path]:
    """The data folder with the text of one of its files replaced."""

    def change(name: str, text: str) -> Path:
        (data_dir / name).write_text(text)
        return data_dir

    return change


@contextlib.contextmanager
def _scratch() -> Iterator[Path]:
    folder = Path(tempfile.mkdtemp(prefix="nashra-test-"))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
