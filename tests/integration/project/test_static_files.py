"""Static files: collected once, named by their content, compressed."""

import re
import socket
import time
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.contrib.staticfiles.storage import ManifestStaticFilesStorage

from nashra.project.static_files import NamedByContent, collect_static
from tests.integration.project.newsrooms import RunningNewsroom

CSS = "body { background: url(wave.svg) }\n" * 50


@pytest.fixture
def theme(tmp_path: Path, settings: Any) -> Path:
    """A theme's folder of static files, and an empty place to collect into."""
    folder = tmp_path / "theme"
    folder.mkdir()
    (folder / "coast.css").write_text(CSS)
    (folder / "wave.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>")
    settings.STATICFILES_DIRS = [folder]
    settings.STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.FileSystemFinder"]
    settings.STATIC_ROOT = tmp_path / "collected"
    return folder


def test_a_collected_style_is_named_by_its_content_and_names_others_so(theme: Path, settings: Any) -> None:
    assert collect_static()
    name = NamedByContent().stored_name("coast.css")
    assert re.fullmatch(r"coast\.[0-9a-f]{12}\.css", name)
    assert re.search(r"url\(\"?wave\.[0-9a-f]{12}\.svg", (settings.STATIC_ROOT / name).read_text())
    assert (settings.STATIC_ROOT / f"{name}.br").stat().st_size < len(CSS) / 4
    assert (settings.STATIC_ROOT / f"{name}.gz").exists()


def test_nothing_is_collected_twice_until_something_changes(theme: Path, settings: Any) -> None:
    assert collect_static()
    assert not collect_static()
    before = NamedByContent().stored_name("coast.css")
    (theme / "coast.css").write_text(CSS + "a { color: linktext }")
    assert collect_static()
    assert NamedByContent().stored_name("coast.css") != before
    assert (settings.STATIC_ROOT / before).exists(), "pages made before still name it"


def test_a_style_that_names_a_missing_file_closes_nothing(theme: Path, settings: Any) -> None:
    (theme / "wave.svg").unlink()
    assert collect_static()
    assert "url(" in (settings.STATIC_ROOT / NamedByContent().stored_name("coast.css")).read_text()


def test_before_the_collection_names_are_plain(theme: Path) -> None:
    assert NamedByContent().url("coast.css") == "/static/coast.css"
    assert NamedByContent().url("gone.css") == "/static/gone.css"
    assert issubclass(NamedByContent, ManifestStaticFilesStorage)


def test_a_reader_who_leaves_in_the_middle_of_a_film_is_nothing_to_report(
    open_newsroom: RunningNewsroom,
) -> None:
    films = open_newsroom.data_dir / "media" / "films"
    films.mkdir(parents=True)
    (films / "storm.mp4").write_bytes(bytes(32 * 1024 * 1024))
    address = urlsplit(open_newsroom.url)
    for _ in range(3):
        with socket.create_connection((address.hostname, address.port), timeout=30) as reader:
            reader.sendall(b"GET /media/films/storm.mp4 HTTP/1.1\r\nHost: localhost\r\n\r\n")
            assert reader.recv(15) == b"HTTP/1.1 200 OK"
    time.sleep(1)  # for what would be written in the log now
    assert open_newsroom.status("/healthz") == 200
    assert "Traceback" not in open_newsroom.log
