"""What the newsroom uploaded, as browsers get it."""

from pathlib import Path

import pytest

from nashra.project.media_answers import media_answer


def put(root: Path, name: str) -> Path:
    """Put an uploaded file into ``root``."""
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("<script>alert(1)</script>")
    return path


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("images/port.webp", "image/webp"),
        ("images/PORT.JPG", "image/jpeg"),
        ("videos/2026/01/ferry.mp4", "video/mp4"),
        ("captions/2026/01/ferry.vtt", "text/vtt; charset=utf-8"),
    ],
)
def test_pictures_and_films_are_shown(tmp_path: Path, name: str, kind: str) -> None:
    put(tmp_path, name)
    answer = media_answer(tmp_path, name)
    assert answer is not None
    assert answer.content_type == kind
    assert "Content-Disposition" not in answer.headers


@pytest.mark.parametrize(
    "name", ["x.html", "x.svg", "x.xhtml", "x.xml", "x.js", "x.pdf", "x", "x.webp.html", "x.swf"]
)
def test_whatever_could_carry_a_program_is_downloaded_and_may_run_nothing(tmp_path: Path, name: str) -> None:
    put(tmp_path, f"images/{name}")
    answer = media_answer(tmp_path, f"images/{name}")
    assert answer is not None
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert "html" not in answer.content_type
    assert "sandbox" in answer.headers["Content-Security-Policy"]
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]


@pytest.mark.parametrize(
    "name", ["original_images/port.jpg", "documents/budget.pdf", "../secret_key", ".env"]
)
def test_what_readers_may_not_have_is_not_there(tmp_path: Path, name: str) -> None:
    root = tmp_path / "media"
    root.mkdir()
    put(root, name)
    assert media_answer(root, name) is None


def test_a_rendition_is_kept_for_ever_and_a_live_playlist_for_a_second(tmp_path: Path) -> None:
    put(tmp_path, "images/port.width-800.webp")
    put(tmp_path, "live/channel.m3u8")
    rendition, playlist = (
        media_answer(tmp_path, "images/port.width-800.webp"),
        media_answer(tmp_path, "live/channel.m3u8"),
    )
    assert rendition is not None
    assert playlist is not None
    assert "immutable" in rendition.headers["Cache-Control"]
    assert playlist.headers["Cache-Control"] == "public, max-age=1"
