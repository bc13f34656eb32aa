"""Styles, scripts and fonts as browsers get them."""

import gzip
from pathlib import Path

import brotli
import pytest

from nashra.project.static_answers import StaticAnswers, is_named_by_content
from nashra.project.static_files import compress
from tests.unit.project.requests import Answer, ask

STYLE = "front.0123456789ab.css"
CSS = b"body { color: canvastext }\n" * 200


@pytest.fixture
def answers(tmp_path: Path) -> StaticAnswers:
    """Answers over a folder with one collected, compressed style and one plain file; another is not collected yet."""
    root = tmp_path / "collected"
    root.mkdir()
    (root / STYLE).write_bytes(CSS)
    (root / "plain.css").write_bytes(CSS)
    compress(root)
    (tmp_path / "new.js").write_text("export {}")
    known = {"new.js": str(tmp_path / "new.js")}
    return StaticAnswers(root, lambda name: known.get(name, [None]))


def fetch(answers: StaticAnswers, name: str, method: str = "GET", **headers: str) -> Answer:
    """Ask for a static file."""
    return ask(lambda scope, send: answers(scope, send, name), method, **headers)


@pytest.mark.parametrize(
    ("accepted", "encoding"),
    [
        ("gzip, deflate, br", "br"),
        ("gzip", "gzip"),
        ("identity", None),
        ("br;q=0, gzip;q=0.5", "gzip"),
        ("", None),
    ],
)
def test_a_collected_file_comes_in_the_best_packing_the_browser_takes(
    answers: StaticAnswers, accepted: str, encoding: str | None
) -> None:
    answer = fetch(answers, STYLE, accept_encoding=accepted)
    unpack = {"br": brotli.decompress, "gzip": gzip.decompress, None: bytes}[encoding]
    assert answer.headers.get("content-encoding") == encoding
    assert unpack(answer.body) == CSS
    assert answer.headers["content-length"] == str(len(answer.body))
    assert answer.headers["content-type"] == "text/css; charset=utf-8"
    assert answer.headers["vary"] == "Accept-Encoding"
    assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"


def test_each_packing_has_a_mark_of_its_own(answers: StaticAnswers) -> None:
    marks = {fetch(answers, STYLE, accept_encoding=way).headers["etag"] for way in ("br", "gzip", "identity")}
    assert len(marks) == 3
    assert fetch(answers, STYLE, accept_encoding="br", if_none_match=marks.pop()).status in {200, 304}


def test_a_file_the_browser_has_is_not_sent_again(answers: StaticAnswers) -> None:
    mark = fetch(answers, STYLE, accept_encoding="br").headers["etag"]
    answer = fetch(answers, STYLE, accept_encoding="br", if_none_match=mark)
    assert (answer.status, answer.body) == (304, b"")


@pytest.mark.parametrize("name", ["plain.css", "new.js"])
def test_a_file_without_its_content_in_its_name_is_asked_for_again(answers: StaticAnswers, name: str) -> None:
    answer = fetch(answers, name)
    assert answer.status == 200
    assert answer.headers["cache-control"] == "no-cache"


@pytest.mark.parametrize("name", ["gone.css", "../new.js", f"../collected/{STYLE}", "", "a\0b", ".collected"])
def test_what_is_not_there_is_not_found(answers: StaticAnswers, name: str) -> None:
    assert fetch(answers, name).status == 404


def test_head_has_no_body_and_post_is_refused(answers: StaticAnswers) -> None:
    head = fetch(answers, STYLE, "HEAD")
    assert (head.status, head.body, head.headers["content-length"]) == (200, b"", str(len(CSS)))
    assert fetch(answers, STYLE, "POST").status == 405


@pytest.mark.parametrize(
    ("name", "whether"),
    [
        ("a.0123456789ab.css", True),
        ("LICENSE.0123456789ab", True),
        ("a.css", False),
        ("a.0123456789.css", False),
    ],
)
def test_a_name_with_its_content_in_it_is_recognised(name: str, whether: bool) -> None:
    assert is_named_by_content(name) is whether
