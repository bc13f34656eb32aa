"""The words as people say them: real processes on a real data folder."""

import json
import os
import re
import signal
import subprocess
import sys
import threading
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
def nashra_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("newsroom")


@pytest.fixture(scope="module")
def nashra(nashra_folder: Path) -> Nashra:
    """The command, on a data folder with an English edition."""
    folder = nashra_folder

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


def _start(nashra_folder: Path, *words: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [
            sys.executable,
            "-m",
            "nashra.cli",
            "import",
            "ninjs",
            *words,
            "--edition",
            "en",
            "--section",
            "news",
        ],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={
            "PATH": "/usr/bin:/bin",
            "NASHRA_DATA_DIR": str(nashra_folder / "data"),
            "HOME": str(nashra_folder),
        },
        process_group=0,
    )


def _wait_for_refusal(importing: subprocess.Popen[str]) -> None:
    assert importing.stderr is not None
    patience = threading.Timer(60, importing.kill)
    patience.start()
    for line in importing.stderr:
        if "refused" in line:
            break
    patience.cancel()


def _stories(kind: str, number: int) -> str:
    lines = (json.dumps(GOOD | {"uri": f"urn:{kind}:{index}"}) + "\n" for index in range(number))
    return "".join(lines)


def _count_whole(nashra: Nashra, kind: str) -> int:
    """How many stories of this kind are in with all that belongs to them: row, place in the tree, search entry."""
    counting = (
        "from nashra.importers.models import ImportedItem; from nashra.stories.models import Article; "
        f"ids = ImportedItem.objects.filter(uri__startswith='urn:{kind}:').values('story'); "
        "print(Article.objects.filter(pk__in=ids, section__isnull=False, index_entries__isnull=False).count())"
    )
    return int(nashra("manage", "shell", "--no-imports", "-c", counting).stdout)


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_stopped_import_says_how_far_it_came_and_goes_on_from_there(
    nashra: Nashra, nashra_folder: Path, tmp_path: Path, number: signal.Signals, code: int
) -> None:
    kind, wanted = f"stopped-by-{number.name.lower()}", 3000
    archive = tmp_path / "archive.jsonl"
    # A refusal after the first batch says when it is under way.
    archive.write_text(_stories(kind, 600) + "rubbish\n" + _stories(kind, wanted).split("\n", 600)[600])
    importing = _start(nashra_folder, str(archive))
    _wait_for_refusal(importing)
    # As a terminal does it: to the whole group.
    os.killpg(importing.pid, number)
    out, err = importing.communicate(timeout=60)

    assert importing.returncode == code, err
    added = int(re.fullmatch(r"Imported into en: (\d+) added, 1 refused\.\n", out)[1])  # type: ignore[index] # as asserted
    assert 0 < added < wanted
    assert "Stopped before the end." in err
    assert "Run the same command again" in err
    assert "Abort" not in err
    assert "Traceback" not in err
    assert _count_whole(nashra, kind) == added
    again = nashra("import", "ninjs", str(archive), "--edition", "en", "--section", "news").stdout
    assert again == f"Imported into en: {wanted - added} added, {added} already there, 1 refused.\n"


def test_import_that_waits_for_its_input_is_stopped_at_once(nashra: Nashra, nashra_folder: Path) -> None:
    importing = _start(nashra_folder, "-")
    assert importing.stdin is not None
    importing.stdin.write(json.dumps(GOOD | {"uri": "urn:waiting"}) + "\nrubbish\n")
    importing.stdin.flush()
    _wait_for_refusal(importing)
    os.killpg(importing.pid, signal.SIGINT)
    assert importing.wait(30) == 130
    out, err = importing.communicate()
    assert out == "Imported into en: 1 refused.\n"
    assert "Fatal" not in err
