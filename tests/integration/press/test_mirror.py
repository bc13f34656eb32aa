"""The mirror: the stored pages as files, kept true, and nothing in it that was taken down."""

import gzip
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.db import connections, transaction

from nashra.press.journal import anchor, purge, takedown
from nashra.press.keys import page_sources
from nashra.press.mirror import Mirror, check
from nashra.press.pages import Address
from nashra.press.render import Printer
from nashra.press.worker import Presser
from tests.integration.press.conftest import eventually, headline


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "mirror"


@pytest.fixture
def mirror(
    printer: Printer, folder: Path, settings: pytest.FixtureRequest, tmp_path: Path
) -> Iterator[Mirror]:
    settings.STATIC_URL, settings.STATIC_ROOT = "/static/", tmp_path / "static"  # type: ignore[attr-defined] # pytest-django's settings
    settings.MEDIA_URL, settings.MEDIA_ROOT = "/media/", tmp_path / "media"  # type: ignore[attr-defined] # pytest-django's settings
    settings.WAGTAILADMIN_BASE_URL = "https://news.example.org"  # type: ignore[attr-defined] # pytest-django's settings
    (tmp_path / "static").mkdir()
    (tmp_path / "static" / "site.css").write_text("body {}")
    page_sources.register(
        lambda: [("", "/"), ("", "/moved/"), *(("", f"/story/{story.pk}/") for story in Group.objects.all())]
    )
    headline(1, "Harbour opens")
    mirror = Mirror(printer, folder)
    yield mirror
    mirror.close()


@pytest.fixture
def in_background(printer: Printer) -> Iterator[Callable[[Callable[[threading.Event], None]], None]]:
    """Run something until the end of the test."""
    stop, threads = threading.Event(), []

    def start(work: Callable[[threading.Event], None]) -> None:
        def run() -> None:
            try:
                work(stop)
            finally:
                connections.close_all()

        threads.append(threading.Thread(target=run))
        threads[-1].start()

    yield start
    stop.set()
    for thread in threads:
        thread.join(10)


def test_every_page_is_a_file_with_its_packed_siblings(mirror: Mirror, folder: Path) -> None:
    assert mirror.write_all() == {"written": 3, "unchanged": 0, "removed": 0, "failed": 0}
    plain = (folder / "story/1/index.html").read_bytes()
    assert b"Harbour opens" in plain
    assert gzip.decompress((folder / "story/1/index.html.gz").read_bytes()) == plain
    assert {file.suffix for file in (folder / "story/1").iterdir()} == {".html", ".gz", ".br", ".zst"}
    assert (folder / "static/site.css").exists()


def test_a_second_round_writes_only_what_changed(mirror: Mirror, folder: Path) -> None:
    mirror.write_all()
    before = (folder / "index.html").stat().st_ino
    assert mirror.write_all()["unchanged"] == 3
    assert (folder / "index.html").stat().st_ino == before


def test_pages_that_are_gone_leave_the_mirror(mirror: Mirror, folder: Path, printer: Printer) -> None:
    mirror.write_all()
    with transaction.atomic():
        Group.objects.all().delete()
        takedown("story:1", "card:1")
    counts = mirror.write_all()
    assert counts["removed"] == 1
    assert not (folder / "story/1").exists()
    assert b"Harbour" not in b"".join(file.read_bytes() for file in folder.rglob("*.html"))


def test_a_redirect_becomes_a_page_that_leads_on(mirror: Mirror, folder: Path) -> None:
    mirror.write_all()
    assert b'content="0; url=/story/1/"' in (folder / "moved/index.html").read_bytes()


def test_the_newsrooms_own_address_is_replaced_by_the_mirrors(
    printer: Printer, mirror: Mirror, folder: Path
) -> None:
    headline(2, "See https://news.example.org/story/1/")
    elsewhere = Mirror(printer, folder, base_url="https://mirror.example/")
    elsewhere.write_all()
    elsewhere.close()
    text = (folder / "story/2/index.html").read_text()
    assert "https://mirror.example/story/1/" in text
    assert "news.example.org" not in text


def test_the_check_names_a_link_that_leads_nowhere(mirror: Mirror, folder: Path) -> None:
    mirror.write_all()
    assert list(check(mirror)) == []
    (folder / "story/1/index.html").unlink()
    assert list(check(mirror)) == [
        "index.html links to /story/1/, which is not in the mirror.",
        "moved/index.html links to /story/1/, which is not in the mirror.",
    ]


def test_a_watched_mirror_follows_changes_and_takedowns(
    mirror: Mirror,
    folder: Path,
    printer: Printer,
    in_background: Callable[[Callable[[threading.Event], None]], None],
) -> None:
    in_background(Presser(printer.store, printer.press_ahead).run)
    mirror.write_all()
    in_background(mirror.watch)
    headline(1, "Harbour closes")
    assert eventually(lambda: b"closes" in (folder / "story/1/index.html").read_bytes())
    assert eventually(lambda: b"closes" in (folder / "index.html").read_bytes())
    with transaction.atomic():
        Group.objects.all().delete()
        takedown("story:1", "card:1")
    assert eventually(lambda: not (folder / "story/1").exists())


def test_another_base_url_is_written_into_every_page(printer: Printer, mirror: Mirror, folder: Path) -> None:
    headline(2, "See https://news.example.org/story/1/")
    mirror.write_all()
    elsewhere = Mirror(printer, folder, base_url="https://mirror.example/")
    assert elsewhere.write_all()["written"] == 4
    assert elsewhere.write_all()["unchanged"] == 4
    elsewhere.close()
    assert "news.example.org" not in (folder / "story/2/index.html").read_text()


def test_pictures_no_page_shows_any_more_leave_the_mirror(
    mirror: Mirror, folder: Path, settings: Any
) -> None:
    media = Path(settings.MEDIA_ROOT)
    media.mkdir()
    for name in ("Harbour", "Bridge", "Shared"):
        (media / f"{name}.jpg").write_bytes(name.encode())
    headline(1, "Harbour")
    headline(2, "Shared")
    page_sources.register(lambda: [("", f"/pictured/{story.pk}/") for story in Group.objects.all()])
    mirror.write_all()
    assert {file.name for file in (folder / "media").iterdir()} == {"Harbour.jpg", "Shared.jpg"}
    headline(1, "Bridge")
    mirror.write_all()
    assert {file.name for file in (folder / "media").iterdir()} == {"Bridge.jpg", "Shared.jpg"}
    with transaction.atomic():
        Group.objects.filter(pk=1).delete()
        takedown("story:1", "card:1")
    mirror.remove_what_is_gone()
    assert {file.name for file in (folder / "media").iterdir()} == {"Shared.jpg"}


def test_a_name_too_long_for_a_file_is_named_and_holds_up_no_other_page(
    mirror: Mirror, folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """Two bytes a letter: an address may have 255 letters, the name of a file 255 bytes."""
    page_sources.register(lambda: [("", f"/named/{'خبر' * 30}/"), ("", f"/named/{'خبر' * 60}/")])
    counts = mirror.write_all()
    assert (counts["written"], counts["failed"]) == (4, 1)
    assert "too long for the name of a file" in caplog.text
    assert (folder / "named" / ("خبر" * 30) / "index.html").exists()
    assert mirror.write_all()["failed"] == 1


def test_what_a_killed_mirror_was_writing_goes_with_the_next_round(mirror: Mirror, folder: Path) -> None:
    mirror.write_all()
    half = folder / "story/1" / ".index.html.12345"
    half.write_text("half a pa")
    mirror.write_all()
    assert not half.exists()


def test_a_page_written_by_a_mirror_that_was_killed_then_is_taken_out_when_it_is_gone(
    mirror: Mirror, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Killed(BaseException):
        """As SIGKILL ends a process: nothing after this line is done."""

    def killed(*_: object) -> None:
        raise Killed

    with monkeypatch.context() as dying:
        dying.setattr(mirror, "_bring_along", killed)
        with pytest.raises(Killed):
            mirror.write_all()
    assert (folder / "index.html").exists()
    page_sources._functions.clear()
    assert mirror.write_all()["removed"] == 1
    assert not (folder / "index.html").exists()


def test_a_page_swapped_and_spoiled_again_before_it_was_looked_at_reaches_the_mirror(
    mirror: Mirror, folder: Path, printer: Printer
) -> None:
    mirror.write_all()
    mirror.write_swapped()
    headline(1, "Harbour closes")
    assert eventually(lambda: printer.store.anchor() == anchor())
    printer.press(Address("", "/story/1/"))
    purge("story:1")  # which changes nothing of it
    assert eventually(lambda: printer.store.anchor() == anchor())
    printer.press(Address("", "/archive/"))
    mirror.write_swapped()
    printer.press(Address("", "/story/1/"))
    mirror.write_swapped()
    assert "closes" in (folder / "story/1/index.html").read_text()


def test_a_store_made_anew_is_followed_from_its_beginning(
    mirror: Mirror, folder: Path, printer: Printer
) -> None:
    for number in range(20):
        headline(1, f"Harbour {number}")
        assert eventually(lambda: printer.store.anchor() == anchor())
        printer.press(Address("", "/story/1/"))
    mirror.write_all()
    mirror.write_swapped()
    for name in ("pages.sqlite3", "pages.sqlite3-wal", "pages.sqlite3-shm"):
        (printer.store.directory / name).unlink(missing_ok=True)
    assert eventually(lambda: printer.store.anchor() == anchor())
    headline(1, "Harbour after the flood")
    assert eventually(lambda: printer.store.anchor() == anchor())
    printer.press(Address("", "/story/1/"))
    mirror.write_swapped()
    assert "after the flood" in (folder / "story/1/index.html").read_text()
