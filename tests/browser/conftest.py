"""The demo newsroom, started as a newcomer starts it, and a real browser before it."""

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.integration.project.newsrooms import free_port, outside, wait_for

ROOT = Path(__file__).resolve().parents[2]
CHECKERS = ROOT / ".tools" / "page-checkers" / "node_modules"
SET_UP_PATIENCE = 900.0

# One address of each page type, by what its path looks like or what its page says it is.
_LISTS = {
    "topic": r"/topics/[^/]+/$",
    "region": r"/regions/[^/]+/$",
    "author": r"/authors/[^/]+/$",
    "authors": r"^/\w+/authors/$",
    "coverage": r"/coverage/[^/]+/$",
    "show": r"/shows/[^/]+/$",
    "shows": r"^/\w+/shows/$",
    "channel": r"^/\w+/live/$",
    "archive": r"^/\w+/archive/$",
    "month": r"^/\w+/archive/\d+/\d+/$",
    "front": r"^/\w+/$",
}
_TYPES_QUERY = """
import json
from nashra.editions.models import Edition
from nashra.stories.addresses import path_of
from nashra.stories.models import PlainPage, SectionPage, Story
from nashra.web.sources import list_pages
sections = {}
found = {"": [path for _host, path in list_pages()]}
for edition in Edition.objects.all():
    types = {}
    for story in Story.objects.live().filter(edition=edition).order_by("pk"):
        types.setdefault(story.kind, path_of(story, edition))
    types["section"] = path_of(SectionPage.objects.filter(edition=edition).first(), edition)
    types["plain"] = path_of(PlainPage.objects.filter(edition=edition).first(), edition)
    found[edition.code] = types
    below = SectionPage.objects.filter(edition=edition, depth=5).order_by("path")
    sections[edition.code] = [[path_of(section, edition), section.pk] for section in below]
found["sections"] = sections
print("FOUND" + json.dumps(found))
"""


@dataclass(frozen=True)
class Demo:
    """A demo newsroom under way."""

    url: str
    data_dir: Path
    username: str
    password: str
    types: dict[str, dict[str, str]]
    paths: list[str]
    sections: dict[str, list[tuple[str, int]]]

    def get(self, path: str) -> tuple[int, dict[str, str], str]:
        """Status, headers and text of an answer."""
        url = self.url + quote(path, safe="/%?=&")
        try:
            with urllib.request.urlopen(url, timeout=60) as answer:
                return (
                    answer.status,
                    {k.lower(): v for k, v in answer.headers.items()},
                    answer.read().decode(),
                )
        except HTTPError as refusal:
            return refusal.code, {k.lower(): v for k, v in refusal.headers.items()}, refusal.read().decode()


@pytest.fixture(scope="session")
def demo() -> Iterator[Demo]:
    """``nashra demo`` in a folder of its own; stopped at the end as Ctrl-C would."""
    # Outside pytest's own folder, which is closed to PostgreSQL's account whenever another pytest starts.
    data_dir, port = Path(tempfile.mkdtemp(prefix="nashra-demo-")), free_port()
    log = (data_dir / "log.txt").open("w")
    process = subprocess.Popen(
        [sys.executable, "-m", "nashra.cli", "demo", "--data-dir", str(data_dir), "--port", str(port)],
        env=outside(),
        stdout=log,
        stderr=log,
    )
    try:
        url = f"http://127.0.0.1:{port}"
        wait_for(lambda: _is_ready(process, url, data_dir), SET_UP_PATIENCE)
        told = json.loads((data_dir / "demo.json").read_text())
        types, paths, sections = _page_types(data_dir)
        yield Demo(url, data_dir, told["username"], told["password"], types, paths, sections)
    finally:
        process.terminate()
        process.wait(timeout=60)
        log.close()
        _tell_of_failures((data_dir / "log.txt").read_text())
        shutil.rmtree(data_dir, ignore_errors=True)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's Chromium."""
    executable = os.environ.get("CHROMIUM") or shutil.which("chromium")
    if executable is None:
        pytest.skip("There is no Chromium; script/test installs one.")
    arguments = [
        "--disable-gpu",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
    ]
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=executable, args=[*arguments, "--no-sandbox"] if os.geteuid() == 0 else arguments
        )
        yield chromium
        chromium.close()


@pytest.fixture
def page(browser: Browser, demo: Demo) -> Iterator[Page]:
    """A fresh window on the demo; what it asks of other hosts fails the test."""
    context = browser.new_context(base_url=demo.url)
    foreign: list[str] = []
    context.on(
        "request", lambda request: foreign.append(request.url) if not _is_ours(request.url, demo) else None
    )
    window = context.new_page()
    yield window
    context.close()
    assert foreign == []


def _is_ours(url: str, demo: Demo) -> bool:
    return url.startswith((demo.url, "data:", "blob:", "about:"))


def _tell_of_failures(log: str) -> None:
    """What went wrong in the newsroom while it was tested; the tests see no more of it than a page that says so."""
    before, trace, after = log.partition("Traceback")
    if trace:
        print(f"\nThe demo's log has:\n{before[-500:]}{trace}{after[:8000]}", file=sys.__stderr__)


def _is_ready(process: subprocess.Popen[Any], url: str, data_dir: Path) -> bool:
    if process.poll() is not None:
        raise AssertionError((data_dir / "log.txt").read_text())
    try:
        with urllib.request.urlopen(f"{url}/healthz", timeout=5) as answer:
            # The login is told once everything is up.
            return answer.status == 200 and (data_dir / "demo.json").exists()
    except OSError:
        return False


type Sections = dict[str, list[tuple[str, int]]]


def _page_types(data_dir: Path) -> tuple[dict[str, dict[str, str]], list[str], Sections]:
    command = [
        sys.executable,
        "-m",
        "nashra.cli",
        "manage",
        "--data-dir",
        str(data_dir),
        "shell",
        "-v0",
        "-c",
        _TYPES_QUERY,
    ]
    said = subprocess.run(command, env=outside(), capture_output=True, text=True, timeout=300, check=False)
    if "FOUND" not in said.stdout:
        raise AssertionError(said.stderr)
    found = json.loads(said.stdout.partition("FOUND")[2])
    paths: list[str] = found.pop("")
    sections: Sections = found.pop("sections")
    for code, types in found.items():
        own = [path for path in paths if path.startswith(f"/{code}/")]
        for name, pattern in _LISTS.items():
            types[name] = next(path for path in own if re.search(pattern, path))
    return found, paths, sections
