"""The words as people say them: real processes on a real data folder."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

type Nashra = Callable[..., subprocess.CompletedProcess[str]]

GOOD = {
    "uri": "urn:a",
    "version": "1",
    "language": "en",
    "headline": "Harbour opens",
    "body_html": "<p>It did.</p>",
}


@pytest.fixture(scope="module")
def nashra(tmp_path_factory: pytest.TempPathFactory) -> Nashra:
    """The command, on a data folder with an English edition."""
    folder = tmp_path_factory.mktemp("newsroom")

    def say(*words: str, given: str = "") -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "nashra.cli", *words]
        environment = {"PATH": "/usr/bin:/bin", "NASHRA_DATA_DIR": str(folder / "data"), "HOME": str(folder)}
        return subprocess.run(
            command,
            input=given,
            capture_output=True,
            text=True,
            check=False,
            cwd=folder,
            env=environment,
            timeout=180,
        )

    assert say("manage", "migrate", "--verbosity", "0").returncode == 0
    opened = say("manage", "addedition", "en", "--section", "News")
    assert opened.returncode == 0, opened.stderr
    return say


def _import(nashra: Nashra, given: str, *more: str) -> subprocess.CompletedProcess[str]:
    return nashra("import", "ninjs", "-", "--edition", "en", "--section", "news", *more, given=given)


def test_archive_goes_in_once_and_comes_out_again(nashra: Nashra, tmp_path: Path) -> None:
    lines = json.dumps(GOOD) + "\nrubbish\n"
    first = _import(nashra, lines, "--publish")
    second = _import(nashra, lines, "--publish")
    out = nashra("export", "ninjs", "--edition", "en", str(tmp_path / "en.jsonl"))

    assert first.returncode == second.returncode == out.returncode == 0, (
        first.stderr + second.stderr + out.stderr
    )
    assert first.stdout == "Imported into en: 1 added, 1 refused.\n"
    assert "standard input line 2: refused. It is not valid JSON" in first.stderr
    assert second.stdout == "Imported into en: 1 already there, 1 refused.\n"
    assert json.loads((tmp_path / "en.jsonl").read_text("utf-8"))["uri"] == "urn:a"


def test_dry_run_says_so(nashra: Nashra) -> None:
    said = _import(nashra, json.dumps(GOOD | {"uri": "urn:dry"}), "--dry-run")
    assert said.stdout == "Would import into en: 1 added.\n"


def test_nothing_but_refusals_is_a_failure(nashra: Nashra) -> None:
    assert _import(nashra, "<xml/>").returncode == 1


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("-", "--edition", "xx", "--section", "news"), "There is no edition “xx”. There are: en."),
        (("-", "--edition", "en", "--section", "nowhere"), "has no section “nowhere”. There are: news."),
        (
            ("absent.json", "--edition", "en", "--section", "news"),
            "There is no file or folder “absent.json”.",
        ),
    ],
)
def test_mistake_is_named_with_its_remedy(nashra: Nashra, words: tuple[str, ...], sentence: str) -> None:
    said = nashra("import", "ninjs", *words)
    assert said.returncode == 1
    assert sentence in said.stderr
    assert "Traceback" not in said.stderr
