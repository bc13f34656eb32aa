"""Real processes on a disk that fills up: every page keeps answering, nothing stale, nothing taken down, and it heals."""

import contextlib
import os
import signal
import subprocess
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from django.contrib.auth.models import Group
from django.db import transaction

from nashra.press.journal import anchor, takedown
from nashra.press.keys import page_sources
from nashra.press.pages import Address
from nashra.press.store import PageStore
from tests.integration.press.conftest import eventually, headline
from tests.integration.press.test_failures import Gate, Site, gate, pressing, store  # noqa: F401 - fixtures

STORIES = range(1, 9)


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A real file system of 24 MB."""
    folder = tmp_path / "disk"
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=24m", "tmpfs", str(folder)]
    if os.getuid() != 0 or subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("mounting a small disk needs root")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


@pytest.fixture
def site(disk: Path, gate: Gate) -> Iterator[Site]:  # noqa: F811 - the fixture, by its name
    for number in STORIES:
        headline(number, f"Story {number} as it was")
    site = Site(disk, gate)
    yield site
    site.stop()


def fill(disk: Path) -> Path:
    """Leave not one byte."""
    filler = disk / "filler"
    with contextlib.suppress(OSError), filler.open("ab", buffering=0) as file:
        for size in (65536, 4096, 512, 1):
            with contextlib.suppress(OSError):
                while True:
                    file.write(bytes(size))
    return filler


def fresh_everywhere(site: Site, words: str) -> bool:
    return all(words in site.text(f"/story/{number}/") for number in STORIES)


@pytest.fixture
def pressed(site: Site, store: PageStore, pressing: Callable[[], None]) -> PageStore:  # noqa: F811
    """All pages are in the store, asked for or not."""
    page_sources.register(lambda: [("", "/"), *(("", f"/story/{number}/") for number in STORIES)])
    pressing()
    assert eventually(lambda: all(store.read(Address("", path)) for path in PATHS), 60)
    return store


PATHS = ["/", *(f"/story/{number}/" for number in STORIES)]


def test_on_a_full_disk_every_page_answers_and_every_change_is_seen_until_there_is_room_again(
    site: Site, pressed: PageStore, disk: Path
) -> None:
    filler = fill(disk)
    assert {site.status(path) for path in PATHS} == {200}
    for number in STORIES:
        headline(number, f"Corrected {number}")
    assert eventually(lambda: fresh_everywhere(site, "Corrected"))
    site.gate.open = False
    assert {site.status(path) for path in PATHS} == {200}
    site.gate.open = True
    filler.unlink()
    assert eventually(lambda: pressed.anchor() == anchor())
    assert eventually(lambda: site.client.get("/story/1/").headers["cache-status"] == "nashra; hit")
    assert fresh_everywhere(site, "Corrected")


@pytest.mark.usefixtures("pressed")
def test_a_takedown_behind_changes_that_do_not_fit_is_carried_out_on_a_full_disk(
    site: Site, disk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("nashra.press.journal.TAKEDOWN_PATIENCE", 60)
    monkeypatch.setattr("nashra.press.journal.SILENCE_BEFORE_DOUBT", timedelta(minutes=1))
    fill(disk)
    for version in range(20):
        for number in STORIES:
            headline(number, f"Version {version} of {number}")
    assert eventually(lambda: fresh_everywhere(site, "Version 19 of"))
    with transaction.atomic():
        Group.objects.filter(pk=1).delete()
        under_way = takedown("story:1", "card:1")
    assert under_way.unconfirmed == []
    site.gate.open = False
    assert {site.status("/story/1/") for _ in range(6)} == {503}


@pytest.mark.usefixtures("pressed")
def test_web_processes_killed_on_a_full_disk_come_back_with_every_page(site: Site, disk: Path) -> None:
    fill(disk)
    for pid in site.workers():
        os.kill(pid, signal.SIGKILL)
    assert eventually(lambda: site.status("/") == 200, 30)
    site.gate.open = False
    assert {site.status(path) for path in PATHS} == {200}
