"""The demo's pictures, clips and channel are all there, well-formed and small enough to ship."""

import re
import struct
from pathlib import Path

import pytest
from PIL import Image

from nashra.demo.draw.album import MEDIA, keys, write_pictures
from nashra.demo.draw.captions import CAPTIONS
from nashra.demo.draw.clips import CLIPS
from nashra.demo.draw.finish import CREDIT

PICTURES, FILMS, CHANNEL = MEDIA / "pictures", MEDIA / "video", MEDIA / "channel"
LANGUAGES = ("en", "ar", "es")
CUE = re.compile(r"(\d\d):(\d\d):(\d\d\.\d{3}) --> (\d\d):(\d\d):(\d\d\.\d{3})")


def boxes_of(film: Path) -> list[str]:
    """The names of an MP4's outermost boxes, in order."""
    data, at, names = film.read_bytes(), 0, []
    while at < len(data):
        size, name = struct.unpack(">I4s", data[at : at + 8])
        names.append(name.decode())
        at += size
    return names


def test_each_key_has_its_picture_and_no_picture_is_left_over() -> None:
    assert {path.stem for path in PICTURES.glob("*.jpg")} == set(keys())


@pytest.mark.parametrize("key", keys())
def test_picture_has_the_shape_of_its_use(key: str) -> None:
    with Image.open(PICTURES / f"{key}.jpg") as picture:
        assert picture.size == ((800, 800) if key.startswith("portrait-") else (1440, 960))
        assert picture.mode == "RGB"


@pytest.mark.parametrize("key", keys())
def test_picture_carries_its_credit_and_licence(key: str) -> None:
    start = (PICTURES / f"{key}.jpg").read_bytes()[:8000]
    assert f'photoshop:Credit="{CREDIT}"'.encode() in start
    assert b"publicdomain/zero/1.0" in start
    assert b"\x1c\x02\x6e" + struct.pack(">H", len(CREDIT)) + CREDIT.encode() in start


def test_pictures_together_stay_below_nine_megabytes() -> None:
    assert sum(path.stat().st_size for path in PICTURES.glob("*.jpg")) <= 9_000_000


def test_same_code_draws_the_same_picture(tmp_path: Path) -> None:
    first = write_pictures(["portrait-mona-tarrab", "poll-chart"], tmp_path / "first")
    second = write_pictures(["portrait-mona-tarrab", "poll-chart"], tmp_path / "second")
    assert first == second
    for key in first:
        assert (tmp_path / "first" / f"{key}.jpg").read_bytes() == (
            tmp_path / "second" / f"{key}.jpg"
        ).read_bytes()


@pytest.mark.parametrize("key", CLIPS)
def test_clip_starts_at_once_and_is_small(key: str) -> None:
    film = FILMS / f"{key}.mp4"
    names = boxes_of(film)
    assert names.index("moov") < names.index("mdat")
    assert film.stat().st_size <= 900_000


@pytest.mark.parametrize("key", CLIPS)
def test_clip_has_a_poster_among_the_pictures(key: str) -> None:
    assert (PICTURES / f"{CLIPS[key].poster}.jpg").is_file()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", CLIPS)
def test_captions_run_forwards_and_end_with_the_clip(key: str, language: str) -> None:
    text = (FILMS / f"{key}.{language}.vtt").read_text(encoding="utf-8")
    assert text.startswith("WEBVTT\n\n")
    moments: list[float] = []
    for match in CUE.finditer(text):
        moments += [int(match[2]) * 60 + float(match[3]), int(match[5]) * 60 + float(match[6])]
    assert len(moments) == 2 * len(CAPTIONS[key])
    assert moments == sorted(moments)
    assert moments[-1] <= CLIPS[key].seconds


def test_channel_offers_two_sizes_with_codecs_and_bandwidth() -> None:
    master = (CHANNEL / "master.m3u8").read_text()
    assert master.startswith("#EXTM3U")
    offers = re.findall(r"#EXT-X-STREAM-INF:([^\n]+)\n([^\n]+)", master)
    assert len(offers) == 2
    for described, address in offers:
        peak = max(path.stat().st_size * 8 / 4 for path in CHANNEL.glob(f"{Path(address).stem}-*.ts"))
        told = re.search(r"(?<!AVERAGE-)BANDWIDTH=(\d+)", described)
        assert told
        assert int(told[1]) >= peak
        assert re.search(r'CODECS="avc1\.[^"]+,mp4a\.40\.2"', described)
        assert (CHANNEL / address).is_file()


@pytest.mark.parametrize("size", ["540p", "360p"])
def test_channel_playlist_names_segments_that_exist_and_keeps_its_target_duration(size: str) -> None:
    playlist = (CHANNEL / f"{size}.m3u8").read_text()
    target = int(re.findall(r"#EXT-X-TARGETDURATION:(\d+)", playlist)[0])
    lengths = [float(length) for length in re.findall(r"#EXTINF:([\d.]+)", playlist)]
    segments = re.findall(r"^[^#\n].*\.ts$", playlist, re.MULTILINE)
    assert len(lengths) == len(segments) >= 10
    assert all(round(length) <= target for length in lengths)
    assert all((CHANNEL / segment).is_file() for segment in segments)
    assert playlist.rstrip().endswith("#EXT-X-ENDLIST")


def test_channel_stays_below_four_megabytes() -> None:
    assert sum(path.stat().st_size for path in CHANNEL.iterdir()) <= 4_000_000
