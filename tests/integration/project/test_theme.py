"""A newsroom changes the look by a folder and the settings, never by editing the package."""

import urllib.error
import urllib.request
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from tests.integration.project.newsrooms import RunningNewsroom, nashra, newsroom


@pytest.fixture
def theme(tmp_path: Path) -> Path:
    """A theme with one template, one static file and one translation of its own."""
    folder = tmp_path / "theme"
    write(folder / "templates/nashra/layouts/footer.html", b"<footer>Printed by the sea</footer>")
    write(
        folder / "static/nashra/icon.svg",
        b"<svg xmlns='http://www.w3.org/2000/svg'><title>Wave</title></svg>",
    )
    catalog = Catalog(locale="en")
    catalog.add("Page not found", "This page has sailed")
    compiled = BytesIO()
    write_mo(compiled, catalog)
    write(folder / "locale/en/LC_MESSAGES/django.mo", compiled.getvalue())
    return folder


def test_a_theme_replaces_templates_static_files_and_words(data_dir: Path, theme: Path) -> None:
    opened = nashra(
        *("manage", "--data-dir", str(data_dir), "addedition", "en", "--section", "News"),
        NASHRA_NAME="The Coast",
    )
    assert opened.returncode == 0, opened.stderr
    with newsroom(data_dir, NASHRA_THEME_DIR=str(theme), NASHRA_NAME="The Coast") as running:
        running.wait_until_ready()
        front, missing = read(running, "/en/"), read(running, "/en/no-such-page/")
        assert "<footer>Printed by the sea</footer>" in front
        assert "The Coast" in front
        assert "This page has sailed" in missing
        assert "<title>Wave</title>" in read(running, "/static/nashra/icon.svg")
        assert running.stop() == 0
    # Pages stored under the old look are not shown again.
    write(theme / "templates/nashra/layouts/footer.html", b"<footer>Printed on the hill</footer>")
    with newsroom(data_dir, NASHRA_THEME_DIR=str(theme), NASHRA_NAME="The Coast") as running:
        running.wait_until_ready()
        assert "<footer>Printed on the hill</footer>" in read(running, "/en/")


def read(running: RunningNewsroom, path: str) -> str:
    """The page at ``path``, an error's page too."""
    try:
        with urllib.request.urlopen(f"{running.url}{path}", timeout=20) as answer:
            body: bytes = answer.read()
    except urllib.error.HTTPError as error:
        body = error.read()
    return body.decode()


def write(file: Path, content: bytes) -> None:
    """Put a file into a folder that may not be there yet."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)
