"""The guard at the door, against files made to get past it."""

import time
from io import BytesIO
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from PIL import Image

from nashra.media import checking, decoding
from nashra.media.checking import check_picture
from nashra.media.errors import (
    PictureBroken,
    PictureDisguised,
    PictureEmpty,
    PictureIsDrawingCode,
    PictureKindRefused,
    PictureMisnamed,
    PictureRefused,
    PictureTooHeavy,
    PictureTooLarge,
    PictureTooSlow,
)
from nashra.media.kinds import PNG, open_picture
from tests.real_input import real_input


def file_of(path: Path) -> ContentFile[bytes]:
    return ContentFile(path.read_bytes(), name=path.name)


def drawn(kind: str = "JPEG", size: tuple[int, int] = (60, 40)) -> bytes:
    output = BytesIO()
    Image.effect_noise(size, 60).convert("RGB").save(output, kind)
    return output.getvalue()


@pytest.mark.parametrize("ending", ["jpg", "png", "webp", "avif", "gif"])
def test_each_accepted_kind_comes_in(ending: str) -> None:
    kind = "JPEG" if ending == "jpg" else ending.upper()
    checked = check_picture(ContentFile(drawn(kind), name=f"harbour.{ending}"))
    assert (checked.kind.name, checked.width, checked.height) == (kind, 60, 40)


@pytest.mark.parametrize(
    ("name", "kind", "size"),
    [
        ("avif-exif.avif", "AVIF", (512, 512)),
        ("avif-hopper.avif", "AVIF", (128, 128)),
        ("dispose_bgnd.gif", "GIF", (100, 100)),
        ("exif_gps.jpg", "JPEG", (8, 8)),
        ("flower.webp", "WEBP", (480, 360)),
        ("hopper_orientation_6.webp", "WEBP", (128, 128)),
        ("iptc.jpg", "JPEG", (640, 480)),
        ("orientation_rectangle.jpg", "JPEG", (1, 2)),
    ],
)
def test_rare_kinds_come_in_with_their_size_as_seen(name: str, kind: str, size: tuple[int, int]) -> None:
    checked = check_picture(file_of(real_input("media", "kinds", name)))
    assert (checked.kind.name, (checked.width, checked.height)) == (kind, size)


@pytest.mark.parametrize("name", ["landscape_1.jpg", "landscape_3.jpg", "landscape_6.jpg", "landscape_8.jpg"])
def test_a_turned_photograph_is_measured_upright(name: str) -> None:
    checked = check_picture(file_of(real_input("media", "orientation", name)))
    assert (checked.width, checked.height) == (600, 450)


def test_every_broken_file_is_refused_or_whole_and_none_takes_long() -> None:
    """Pictures whose metadata alone is damaged may come in; what cannot be decoded to its end may not."""
    refused = {}
    for path in sorted(real_input("media", "broken").iterdir()):
        started = time.monotonic()
        try:
            checked = check_picture(file_of(path))
        except PictureRefused as refusal:
            refused[path.name] = refusal.messages[0]
        else:
            with path.open("rb") as file, open_picture(file, checked.kind) as image:
                image.load()
        assert time.monotonic() - started < 10, path.name
    assert refused
    assert [name for name, sentence in refused.items() if name not in sentence] == []


@pytest.mark.parametrize(
    ("name", "refusal"),
    [
        ("truncated_jpeg.jpg", PictureBroken),
        ("decompression_bomb.gif", PictureTooLarge),
        ("sugarshack_no_data.mpo", PictureMisnamed),
        ("negative_size.ppm", PictureKindRefused),
        ("png-suite-c-3625f98e00148cdc136c53bdcd2d2e1e.png", PictureBroken),
    ],
)
def test_a_broken_file_is_refused_for_what_is_wrong_with_it(name: str, refusal: type[PictureRefused]) -> None:
    with pytest.raises(refusal):
        check_picture(file_of(real_input("media", "broken", name)))


@pytest.mark.parametrize("pattern", ["timeout-*", "crash-*"])
def test_files_that_hang_or_crash_decoders_are_never_decoded(
    pattern: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(checking, "decode_apart", lambda *_: pytest.fail("it was decoded"))
    paths = list(real_input("media", "broken").glob(pattern))
    assert paths
    for path in paths:
        with pytest.raises(PictureKindRefused):
            check_picture(file_of(path))


def test_a_pixel_flood_is_refused_before_it_is_decoded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checking, "decode_apart", lambda *_: pytest.fail("it was decoded"))
    with pytest.raises(PictureTooLarge, match="64 million pixels"):
        check_picture(file_of(real_input("security", "uploads", "pixel-flood-12000x12000.png")))


def test_drawing_code_is_refused_whatever_it_holds() -> None:
    paths = list(real_input("security", "uploads").glob("*.svg"))
    assert paths
    for path in paths:
        with pytest.raises(PictureIsDrawingCode, match="PNG"):
            check_picture(file_of(path))


def test_drawing_code_named_like_a_photograph_is_refused() -> None:
    svg = real_input("security", "uploads", "SVG_XSS1.svg").read_bytes()
    with pytest.raises(PictureIsDrawingCode):
        check_picture(ContentFile(svg, name="harbour.jpg"))


def test_a_web_page_is_refused() -> None:
    with pytest.raises(PictureKindRefused):
        check_picture(file_of(real_input("security", "uploads", "xss.xhtml")))


def test_a_picture_followed_by_a_web_page_is_refused() -> None:
    with pytest.raises(PictureDisguised):
        check_picture(file_of(real_input("security", "uploads", "gif-with-html-tail.gif")))


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "GIF", "AVIF"])
@pytest.mark.parametrize(
    "tail", [b"<script>alert(1)</script>", b"\n<!DOCTYPE html>", b"<?php echo 1;", b"%PDF-1.7"]
)
def test_markup_behind_any_kind_of_picture_is_found(kind: str, tail: bytes) -> None:
    ending = {"JPEG": "jpg"}.get(kind, kind.lower())
    with pytest.raises(PictureDisguised):
        check_picture(ContentFile(drawn(kind) + tail, name=f"harbour.{ending}"))


def test_a_second_picture_behind_the_first_is_no_disguise() -> None:
    checked = check_picture(ContentFile(drawn() + drawn(), name="telephone.jpg"))
    assert checked.kind.name == "JPEG"


def test_script_in_metadata_does_not_keep_a_picture_out() -> None:
    path = real_input("security", "uploads", "payload_in_all_known_metadata.jpg")
    assert check_picture(file_of(path)).kind.name == "JPEG"


def test_a_name_that_lies_about_the_kind_is_refused() -> None:
    with pytest.raises(PictureMisnamed, match="PNG"):
        check_picture(ContentFile(drawn("PNG"), name="harbour.jpg"))


def test_an_empty_file_is_refused() -> None:
    with pytest.raises(PictureEmpty):
        check_picture(ContentFile(b"", name="harbour.jpg"))


def test_a_heavy_file_is_refused_unread(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checking, "MAX_PICTURE_MEGABYTES", 0)
    with pytest.raises(PictureTooHeavy):
        check_picture(ContentFile(drawn(), name="harbour.jpg"))


def test_a_picture_that_takes_too_long_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(decoding, "SECONDS", -4.99)
    with pytest.raises(PictureTooSlow):
        check_picture(ContentFile(drawn(), name="harbour.jpg"))


def test_a_crashing_decoder_takes_nothing_down_with_it() -> None:
    with pytest.raises(decoding.Undecodable):
        decoding.decode_apart(b"\x89PNG\r\n\x1a\nnothing", PNG)


def test_the_refusal_names_the_file_without_its_folders() -> None:
    with pytest.raises(PictureEmpty) as refused:
        check_picture(ContentFile(b"", name="C:\\fakepath\\harbour.jpg"))
    assert "“harbour.jpg”" in refused.value.messages[0]


def test_the_file_is_left_at_its_start() -> None:
    file = ContentFile(drawn(), name="harbour.jpg")
    check_picture(file)
    assert file.tell() == 0
