"""What is made ready before the web processes are forked."""

from pathlib import Path

import pytest

from nashra.press import service
from nashra.project.preparation import renew_pages


@pytest.fixture
def own_store(tmp_path: Path, settings: pytest.FixtureRequest) -> Path:
    settings.PRESS_DIRECTORY = tmp_path / "press"  # type: ignore[attr-defined] # pytest-django's settings
    service.store.cache_clear()
    return tmp_path / "press"


def test_no_connection_to_the_page_store_is_left_for_a_fork_to_inherit(own_store: Path) -> None:
    assert renew_pages()
    held = [fd.readlink() for fd in Path("/proc/self/fd").iterdir() if fd.is_symlink()]
    assert not [file for file in held if file.is_relative_to(own_store)]
    service.store.cache_clear()


def test_pages_of_today_s_making_are_kept(own_store: Path) -> None:
    renew_pages()
    assert not renew_pages()
    service.store.cache_clear()
