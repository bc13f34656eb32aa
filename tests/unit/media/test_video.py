"""Films, captions and playlists at the door."""

import struct
from pathlib import Path

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile

from nashra.media import captions, video
from nashra.media.captions import count_cues
from nashra.media.channel import check_playlist_address
from nashra.media.errors import (
    CaptionsEmpty,
    CaptionsKindRefused,
    CaptionsTooHeavy,
    CaptionsUnreadable,
    CaptionsWrong,
    VideoBroken,
    VideoKindRefused,
    VideoTooHeavy,
    VideoUnplayable,
)
from nashra.media.video import measure_video
from tests.real_input import real_input


def box(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I4s", len(content) + 8, kind) + content


def film(
    *, codec: bytes = b"avc1", turned: bool = False, handler: bytes = b"vide", seconds: int = 9
) -> bytes:
    matrix = (
        (0, 65536, 0, -65536, 0, 0, 0, 0, 1 << 30) if turned else (65536, 0, 0, 0, 65536, 0, 0, 0, 1 << 30)
    )
    tkhd = bytes(40) + struct.pack(">9i", *matrix) + struct.pack(">II", 1280 << 16, 720 << 16)
    mvhd = bytes(12) + struct.pack(">II", 1000, seconds * 1000) + bytes(80)
    stsd = bytes(4) + struct.pack(">I", 1) + box(codec, bytes(20))
    media = box(
        b"mdia", box(b"hdlr", bytes(8) + handler + bytes(12)) + box(b"minf", box(b"stbl", box(b"stsd", stsd)))
    )
    moov = box(b"moov", box(b"mvhd", mvhd) + box(b"trak", box(b"tkhd", tkhd) + media))
    return box(b"ftyp", b"isom\x00\x00\x02\x00isomavc1") + box(b"mdat", bytes(100)) + moov


def file_of(content: bytes, name: str = "film.mp4") -> ContentFile[bytes]:
    return ContentFile(content, name=name)


def real_film() -> Path:
    return real_input("media", "video", "this_week_nasa.mp4")


def test_a_real_film_is_measured() -> None:
    measured = measure_video(file_of(real_film().read_bytes()))
    assert (measured.width, measured.height, measured.codec) == (480, 270, "avc1")
    assert measured.duration == pytest.approx(10.2, abs=0.1)


def test_a_film_turned_upright_is_measured_as_seen() -> None:
    measured = measure_video(file_of(film(turned=True)))
    assert (measured.width, measured.height, measured.duration) == (720, 1280, 9.0)


@pytest.mark.parametrize("length", [20, 40, 100, 160, 300])
def test_a_film_cut_short_is_refused(length: int) -> None:
    with pytest.raises(VideoBroken):
        measure_video(file_of(film()[:length]))


def test_a_real_film_cut_in_the_middle_is_refused() -> None:
    with pytest.raises(VideoBroken):
        measure_video(file_of(real_film().read_bytes()[:400_000]))


@pytest.mark.parametrize(
    "content", [b"", b"ID3\x04" + bytes(100), b"RIFF\x00\x00\x00\x00AVI " + bytes(50), b"<html>" * 20]
)
def test_what_is_no_mp4_is_refused(content: bytes) -> None:
    with pytest.raises(VideoKindRefused, match="MP4"):
        measure_video(file_of(content))


@pytest.mark.parametrize("made", [film(codec=b"mp4v"), film(codec=b"hvc1"), film(handler=b"soun")])
def test_a_film_browsers_cannot_play_is_refused(made: bytes) -> None:
    with pytest.raises(VideoUnplayable, match=r"H\.264"):
        measure_video(file_of(made))


def test_a_box_that_claims_more_than_the_file_is_refused() -> None:
    with pytest.raises(VideoBroken):
        measure_video(file_of(film() + struct.pack(">I4sQ", 1, b"mdat", 2**62)))


def test_a_thousand_empty_boxes_are_not_walked_for_ever() -> None:
    with pytest.raises(VideoBroken):
        measure_video(file_of(film() + box(b"free", b"") * 10_000))


def test_a_heavy_film_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(video, "MAX_VIDEO_MEGABYTES", 0)
    with pytest.raises(VideoTooHeavy):
        measure_video(file_of(film()))


CAPTIONS = """WEBVTT - نشرة

NOTE 00:00 --> is no cue here

1
00:01.000 --> 00:04.000 line:0
مرحبا

00:00:04.000 --> 01:00:05.250
<v Speaker>More
"""


def vtt(text: str) -> ContentFile[bytes]:
    return ContentFile(text.encode(), name="captions.vtt")


def test_captions_are_counted() -> None:
    assert count_cues(vtt(CAPTIONS)) == 2


@pytest.mark.parametrize("line_end", ["\r\n", "\r"])
def test_captions_may_end_lines_in_any_way(line_end: str) -> None:
    assert count_cues(vtt("\ufeff" + CAPTIONS.replace("\n", line_end))) == 2


@pytest.mark.parametrize(
    "times",
    [
        "00:01,000 --> 00:02,000",
        "00:02.000 --> 00:01.000",
        "00:75.000 --> 00:76.000",
        "1 --> 2",
        "00:01.000-->00:02.000",
    ],
)
def test_a_wrong_cue_is_refused_with_its_line(times: str) -> None:
    with pytest.raises(CaptionsWrong, match="line 3"):
        count_cues(vtt(f"WEBVTT\n\n{times}\nHello\n"))


def test_a_cue_out_of_order_is_refused() -> None:
    with pytest.raises(CaptionsWrong, match="line 6"):
        count_cues(vtt("WEBVTT\n\n00:05.000 --> 00:06.000\nB\n\n00:01.000 --> 00:02.000\nA\n"))


def test_subrip_is_refused() -> None:
    with pytest.raises(CaptionsKindRefused, match="WEBVTT"):
        count_cues(vtt("1\n00:00:01,000 --> 00:00:02,000\nHello\n"))


def test_captions_without_a_cue_are_refused() -> None:
    with pytest.raises(CaptionsEmpty):
        count_cues(vtt("WEBVTT\n\nNOTE nothing\n"))


def test_captions_in_another_encoding_are_refused() -> None:
    with pytest.raises(CaptionsUnreadable, match="UTF-8"):
        count_cues(ContentFile(CAPTIONS.encode("cp1256", "replace") + b"\xff", name="captions.vtt"))


def test_captions_too_large_for_words_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(captions, "_MOST_BYTES", 10)
    with pytest.raises(CaptionsTooHeavy):
        count_cues(vtt(CAPTIONS))


@pytest.mark.parametrize("address", ["/media/live/en.m3u8", "https://live.example.org/ar/index.m3u8?key=1"])
def test_a_playlist_may_be_here_or_elsewhere(address: str) -> None:
    check_playlist_address(address)


@pytest.mark.parametrize(
    "address",
    [
        "http://live.example.org/a.m3u8",
        "//live.example.org/a.m3u8",
        "live/en.m3u8",
        "/live/en.mp4",
        "javascript:alert(1)//.m3u8",
        "/\\evil.example/a.m3u8",
        "https://user:pw@live.example.org/a.m3u8",
        "/live/e n.m3u8",
        "https://[/a.m3u8",
    ],
)
def test_what_is_no_playlist_address_is_refused(address: str) -> None:
    with pytest.raises(ValidationError, match="m3u8"):
        check_playlist_address(address)
