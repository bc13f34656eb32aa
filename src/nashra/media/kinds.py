"""Which kind of picture some bytes are, and where the picture in them ends. Nothing is decoded here."""

import re
import struct
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import BinaryIO

from PIL import (
    AvifImagePlugin,
    GifImagePlugin,
    Image,
    JpegImagePlugin,
    PngImagePlugin,
    WebPImagePlugin,
)

# Pillow learns a format when its module is imported; only these few are ever opened.
_LEARNT = (AvifImagePlugin, GifImagePlugin, JpegImagePlugin, PngImagePlugin, WebPImagePlugin)


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of picture the newsroom accepts: Pillow's name, its MIME type, the file name endings it may have."""

    name: str
    mime: str
    endings: frozenset[str]


JPEG = Kind("JPEG", "image/jpeg", frozenset({"jpg", "jpeg", "jpe", "jfif"}))
PNG = Kind("PNG", "image/png", frozenset({"png"}))
GIF = Kind("GIF", "image/gif", frozenset({"gif"}))
WEBP = Kind("WEBP", "image/webp", frozenset({"webp"}))
AVIF = Kind("AVIF", "image/avif", frozenset({"avif"}))
KINDS = (JPEG, PNG, GIF, WEBP, AVIF)

_PNG_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_NEXT_MARKER = re.compile(rb"\xff+([^\x00\xff\xd0-\xd7])", re.DOTALL)
# Long enough that the noise of a second picture behind the first (as telephones write) is not taken for markup.
_MARKUP = re.compile(
    rb"<!doctype|<html|<head[\s>]|<body|<script|<iframe|<object|<embed[\s>]|<style|<meta\s|<svg[\s>/]|<img[\s/]|<\?php|<\?xml\s"
    rb"|javascript:|%PDF-|PK\x03\x04",
    re.IGNORECASE,
)


def named(name: str) -> Kind:
    """The kind Pillow calls by this name. Raises KeyError for any other."""
    return {kind.name: kind for kind in KINDS}[name]


def kind_of(content: bytes) -> Kind | None:
    """The kind of picture these bytes begin as, or None."""
    if content.startswith(b"\xff\xd8\xff"):
        return JPEG
    if content.startswith(_PNG_SIGNATURE):
        return PNG
    if content.startswith((b"GIF87a", b"GIF89a")):
        return GIF
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return WEBP
    if content[4:8] == b"ftyp":
        (size,) = struct.unpack(">I", content[:4])
        brands = content[8 : min(size, 256)]
        return AVIF if b"avif" in brands else None
    return None


@contextmanager
def open_picture(file: BinaryIO, kind: Kind | None = None) -> Iterator[Image.Image]:
    """Open a picture of a given kind, or of any accepted kind, reading its head only; Pillow's warnings are not passed on.

    Raises what Pillow raises for a file that is none of them.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with Image.open(file, formats=[each.name for each in ([kind] if kind else KINDS)]) as image:
            yield image


def is_drawing_code(content: bytes) -> bool:
    """Whether these bytes are an SVG or another drawing in XML, in any encoding a browser would guess."""
    head = content[:4096].replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").lower()
    return b"<svg" in head or b"http://www.w3.org/2000/svg" in head


def hides_markup(content: bytes, kind: Kind) -> bool:
    """Whether something a browser or server could run follows the end of the picture."""
    return _MARKUP.search(content, _end_of_picture(content, kind)) is not None


def _end_of_picture(content: bytes, kind: Kind) -> int:
    """The place after the picture's last byte; the whole length where its structure leads nowhere (decoding will tell)."""
    try:
        return _END[kind.name](content)
    except (IndexError, struct.error):
        return len(content)


def _end_of_jpeg(content: bytes) -> int:
    place = 2
    while found := _NEXT_MARKER.search(content, place):
        place = found.end()
        if found[1] == b"\xd9":
            return place
        if found[1] not in b"\x01\xd8":
            # A segment's length counts itself; coded data after a scan holds no marker, so the search passes over it.
            place += struct.unpack_from(">H", content, place)[0]
    return len(content)


def _end_of_png(content: bytes) -> int:
    place = len(_PNG_SIGNATURE)
    while place < len(content):
        length, name = _chunk(content, place)
        place += length + 12
        if name == b"IEND":
            return place
    return len(content)


def _chunk(content: bytes, place: int) -> tuple[int, bytes]:
    length, name = struct.unpack_from(">I4s", content, place)
    return int(length), bytes(name)


def _end_of_gif(content: bytes) -> int:
    place = 13 + _palette(content[10])
    while content[place] != 0x3B:
        if content[place] == 0x21:
            place += 2
        elif content[place] == 0x2C:
            place += 11 + _palette(content[place + 9])
        else:
            return len(content)
        while content[place]:
            place += content[place] + 1
        place += 1
    return place + 1


def _palette(flags: int) -> int:
    return 3 * 2 ** ((flags & 7) + 1) if flags & 0x80 else 0


def _end_of_webp(content: bytes) -> int:
    size: int = struct.unpack_from("<I", content, 4)[0]
    return 8 + size + size % 2


def _end_of_avif(content: bytes) -> int:
    place = 0
    while place < len(content):
        size, name = _chunk(content, place)
        if size == 1:
            (size,) = struct.unpack_from(">Q", content, place + 8)
        # Boxes that a still picture is not made of end it: what follows is not the picture's.
        if size < 8 or name not in {b"ftyp", b"meta", b"mdat", b"moov", b"free", b"skip", b"uuid"}:
            return place
        place += size
    return len(content)


_END = {
    JPEG.name: _end_of_jpeg,
    PNG.name: _end_of_png,
    GIF.name: _end_of_gif,
    WEBP.name: _end_of_webp,
    AVIF.name: _end_of_avif,
}
