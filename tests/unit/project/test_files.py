"""Files as HTTP answers."""

import os
from functools import partial
from pathlib import Path

import pytest

from nashra.project.files import FileAnswer, answer_file, find_inside
from tests.unit.project.requests import Answer, ask

CONTENT = bytes(range(256)) * 4000


@pytest.fixture
def film(tmp_path: Path) -> Path:
    """A file of a million bytes."""
    path = tmp_path / "film.mp4"
    path.write_bytes(CONTENT)
    return path


def fetch(path: Path, method: str = "GET", **headers: str) -> Answer:
    """Ask for ``path``."""
    file = FileAnswer(path, "video/mp4", {"Cache-Control": "public"})
    return ask(partial(_answer, file), method, **headers)


async def _answer(file: FileAnswer, scope: object, send: object) -> None:
    await answer_file(scope, send, file)  # type: ignore[arg-type] # as ``ask`` gives them


def test_a_file_comes_whole_with_its_type_and_length(film: Path) -> None:
    answer = fetch(film)
    assert (answer.status, answer.body) == (200, CONTENT)
    assert answer.headers["content-type"] == "video/mp4"
    assert answer.headers["content-length"] == str(len(CONTENT))
    assert answer.headers["accept-ranges"] == "bytes"
    assert answer.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize(
    ("asked", "start", "end"),
    [
        ("bytes=0-0", 0, 1),
        ("bytes=10-19", 10, 20),
        ("bytes=1000000-", 1000000, len(CONTENT)),
        ("bytes=-7", len(CONTENT) - 7, len(CONTENT)),
        ("bytes=5-99999999", 5, len(CONTENT)),
        (f"bytes=-{len(CONTENT) + 9}", 0, len(CONTENT)),
        ("bytes=0-", 0, len(CONTENT)),
    ],
)
def test_a_part_comes_alone_and_says_which_it_is(film: Path, asked: str, start: int, end: int) -> None:
    answer = fetch(film, range=asked)
    assert answer.status == 206
    assert answer.body == CONTENT[start:end]
    assert answer.headers["content-range"] == f"bytes {start}-{end - 1}/{len(CONTENT)}"
    assert answer.headers["content-length"] == str(end - start)


@pytest.mark.parametrize("asked", [f"bytes={len(CONTENT)}-", "bytes=99999999-", "bytes=-0"])
def test_a_part_behind_the_end_is_refused_with_the_length(film: Path, asked: str) -> None:
    answer = fetch(film, range=asked)
    assert (answer.status, answer.body) == (416, b"")
    assert answer.headers["content-range"] == f"bytes */{len(CONTENT)}"


@pytest.mark.parametrize("asked", ["bytes=1-2,5-6", "bytes=9-3", "lines=1-2", "bytes=-", "bytes=x-y"])
def test_what_is_no_single_part_gets_the_whole_file(film: Path, asked: str) -> None:
    assert fetch(film, range=asked).status == 200


def test_a_part_of_another_version_gets_the_whole_file(film: Path) -> None:
    etag = fetch(film).headers["etag"]
    assert fetch(film, range="bytes=0-9", if_range=etag).status == 206
    film.write_bytes(CONTENT + b"more")
    assert fetch(film, range="bytes=0-9", if_range=etag).status == 200


def test_a_file_the_browser_has_is_not_sent_again(film: Path) -> None:
    headers = fetch(film).headers
    for known in ({"if_none_match": headers["etag"]}, {"if_modified_since": headers["last-modified"]}):
        answer = fetch(film, **known)
        assert (answer.status, answer.body) == (304, b"")
        assert answer.headers["etag"] == headers["etag"]
    os.utime(film, (2_000_000_000, 2_000_000_000))
    assert fetch(film, if_none_match=headers["etag"]).status == 200


def test_head_says_what_get_would_without_the_body(film: Path) -> None:
    answer = fetch(film, "HEAD")
    assert (answer.status, answer.body) == (200, b"")
    assert answer.headers["content-length"] == str(len(CONTENT))


def test_a_file_cannot_be_posted_to(film: Path) -> None:
    answer = fetch(film, "POST")
    assert (answer.status, answer.headers["allow"]) == (405, "GET, HEAD")


def test_an_empty_file_is_an_answer_too(tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.touch()
    assert fetch(empty).status == 200
    assert fetch(empty, range="bytes=0-").status == 416


@pytest.mark.parametrize(
    "name",
    [
        "../secret",
        "a/../../secret",
        "/../secret",
        ".hidden",
        "a/.hidden/b",
        "a\0b",
        "",
        "a",
        "gone.txt",
        "link",
    ],
)
def test_nothing_outside_hidden_or_missing_is_found(tmp_path: Path, name: str) -> None:
    root = tmp_path / "root"
    (root / "a" / ".hidden").mkdir(parents=True)
    for path in (tmp_path / "secret", root / ".hidden", root / "a" / ".hidden" / "b"):
        path.write_text("no")
    (root / "link").symlink_to(tmp_path / "secret")
    assert find_inside(root, name) is None


def test_a_file_inside_is_found_by_its_name_in_any_script(tmp_path: Path) -> None:
    (tmp_path / "صور").mkdir()
    (tmp_path / "صور" / "ميناء.webp").write_bytes(b"x")
    assert find_inside(tmp_path, "صور/ميناء.webp") == tmp_path / "صور" / "ميناء.webp"
