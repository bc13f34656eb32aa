"""The guard at the door: a picture is what it says, whole, and of a bearable size, or it does not come in."""

from dataclasses import dataclass
from io import BytesIO
from typing import Any

from django.core.files import File
from PIL import Image

from nashra.media.decoding import Unaffordable, Undecodable, decode_apart
from nashra.media.errors import (
    PictureBroken,
    PictureDisguised,
    PictureEmpty,
    PictureIsDrawingCode,
    PictureKindRefused,
    PictureMisnamed,
    PictureTooHeavy,
    PictureTooLarge,
    PictureTooSlow,
)
from nashra.media.fields import size_as_seen
from nashra.media.kinds import Kind, hides_markup, is_drawing_code, kind_of, open_picture

MEGABYTE = 1024 * 1024
MAX_PICTURE_MEGABYTES = 40
MAX_MILLION_PIXELS = 64


@dataclass(frozen=True, slots=True)
class CheckedPicture:
    """A picture that may come in: its kind, and width and height as seen, in pixels."""

    kind: Kind
    width: int
    height: int


def check_picture(file: "File[Any]") -> CheckedPicture:
    """Decide whether a file may become a picture of the newsroom; JPEG, PNG, WebP, AVIF and GIF (its first frame) may.

    It is fully decoded once, in a process of its own with limits of time and memory. Raises a PictureRefused, whose sentence names
    the cause and the remedy. The file is left at its start; nothing is written.
    """
    name = (file.name or "").replace("\\", "/").rsplit("/", 1)[-1][-100:]
    if not file.size:
        raise PictureEmpty(name=name)
    if file.size > MAX_PICTURE_MEGABYTES * MEGABYTE:
        raise PictureTooHeavy(name=name, megabytes=file.size // MEGABYTE, limit=MAX_PICTURE_MEGABYTES)
    file.seek(0)
    content = file.read()
    file.seek(0)
    kind = _kind(content, name)
    width, height = _measure(content, kind, name)
    try:
        decode_apart(content, kind)
    except Undecodable:
        raise PictureBroken(name=name) from None
    except Unaffordable:
        raise PictureTooSlow(name=name) from None
    return CheckedPicture(kind, width, height)


def _kind(content: bytes, name: str) -> Kind:
    kind = kind_of(content)
    if kind is None:
        raise PictureIsDrawingCode(name=name) if is_drawing_code(content) else PictureKindRefused(name=name)
    if name.rpartition(".")[2].lower() not in kind.endings:
        raise PictureMisnamed(name=name, kind=kind.name)
    if hides_markup(content, kind):
        raise PictureDisguised(name=name)
    return kind


def _measure(content: bytes, kind: Kind, name: str) -> tuple[int, int]:
    """Width and height from the file's head, before anything is decoded."""
    try:
        with open_picture(BytesIO(content), kind) as image:
            width, height = size_as_seen(image)
    except Image.DecompressionBombError:
        raise PictureTooLarge(name=name, limit=MAX_MILLION_PIXELS) from None
    except Exception:  # noqa: BLE001 - a head no decoder understands, whatever the decoder calls it
        raise PictureBroken(name=name) from None
    if width * height > MAX_MILLION_PIXELS * 1_000_000:
        raise PictureTooLarge(name=name, limit=MAX_MILLION_PIXELS)
    return width, height
