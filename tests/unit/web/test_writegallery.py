"""The gallery as files."""

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.test.utils import override_settings


def test_pages_and_what_they_load_are_written(tmp_path: Path) -> None:
    out = StringIO()
    with override_settings(DATA_DIR=tmp_path / "data"):
        call_command("writegallery", tmp_path / "gallery", stdout=out)
    assert (tmp_path / "gallery/ar-front.html").read_text("utf-8").startswith("<!doctype html>")
    assert (tmp_path / "gallery/static/nashra/nashra.css").is_file()
    assert (tmp_path / "gallery/static/nashra/fonts/markazi-bold.woff2").is_file()
    assert "81 pages" in out.getvalue()


def test_a_file_in_the_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    taken = tmp_path / "taken"
    taken.write_text("mine")
    with pytest.raises(CommandError, match="name a folder"):
        call_command("writegallery", taken)
    assert taken.read_text() == "mine"
