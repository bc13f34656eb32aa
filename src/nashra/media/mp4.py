"""Length, size and codec of an MP4 file, read from its boxes (ISO/IEC 14496-12) without decoding anything."""

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

_CONTAINERS = frozenset({b"moov", b"trak", b"mdia", b"minf", b"stbl"})
# A film has a few dozen boxes at the levels read here; a file with thousands is built to waste time.
_MOST_BOXES = 4000
_MOST_BYTES_OF_A_FACT = 64 * 1024


class NotMp4(ValueError):
    """The file does not begin as an MP4 file does."""


class BrokenMp4(ValueError):
    """The file's boxes contradict each other, or the file ends before they do."""


@dataclass(frozen=True, slots=True)
class Film:
    """What an MP4 file says about itself. Seconds; pixels as shown, after rotation; the codec's four letters."""

    duration: float
    width: int
    height: int
    codec: str


@dataclass(frozen=True, slots=True)
class _Box:
    kind: bytes
    start: int
    end: int


@dataclass(slots=True)
class _Track:
    handler: bytes = b""
    width: int = 0
    height: int = 0
    codec: bytes = b""


def read_film(file: BinaryIO) -> Film:
    """Read length, size and codec of the first picture track.

    Raises NotMp4 for another kind of file and BrokenMp4 for one that is cut short, or has no index. A film without a picture has an empty codec.
    """
    file.seek(0, 2)
    length = file.tell()
    file.seek(4)
    if length < 16 or file.read(4) != b"ftyp":
        raise NotMp4("no ftyp box at the start")
    duration: float | None = None
    tracks: list[_Track] = []
    for box in _boxes(file, 0, length):
        if box.kind == b"trak":
            tracks.append(_Track())
        elif box.kind == b"mvhd":
            duration = _duration(_content(file, box))
        elif tracks:
            _describe(
                tracks[-1],
                box,
                _content(file, box) if box.kind in {b"tkhd", b"hdlr", b"stsd"} else b"",
            )
    if duration is None:
        raise BrokenMp4("no index (moov)")
    picture = next(
        (track for track in tracks if track.handler == b"vide" and track.codec),
        _Track(),
    )
    return Film(duration, picture.width, picture.height, picture.codec.decode("latin-1"))


def _boxes(file: BinaryIO, start: int, end: int) -> Iterator[_Box]:
    """All boxes between two places, those inside containers after their container."""
    stack = [(start, end)]
    seen = 0
    while stack:
        place, limit = stack.pop()
        if place == limit:
            continue
        seen += 1
        if limit - place < 8 or seen > _MOST_BOXES:
            raise BrokenMp4("boxes do not fit")
        file.seek(place)
        size, kind = struct.unpack(">I4s", file.read(8))
        header = 8
        if size == 1:
            long_size = file.read(8)
            if len(long_size) < 8:
                raise BrokenMp4("a box's size is missing")
            size, header = struct.unpack(">Q", long_size)[0], 16
        elif size == 0:
            size = limit - place
        if size < header or place + size > limit:
            raise BrokenMp4(f"box {kind!r} is cut short")
        stack.append((place + size, limit))
        yield _Box(kind, place + header, place + size)
        if kind in _CONTAINERS:
            stack.append((place + header, place + size))


def _content(file: BinaryIO, box: _Box) -> bytes:
    file.seek(box.start)
    return file.read(min(box.end - box.start, _MOST_BYTES_OF_A_FACT))


def _unpack(layout: str, content: bytes, place: int) -> tuple[int, ...]:
    try:
        return struct.unpack_from(layout, content, place)
    except struct.error as error:
        raise BrokenMp4("a box is too short") from error


def _duration(mvhd: bytes) -> float:
    version = mvhd[:1]
    scale, length = _unpack(">IQ", mvhd, 20) if version == b"\x01" else _unpack(">II", mvhd, 12)
    if not scale:
        raise BrokenMp4("no time scale")
    return length / scale


def _describe(track: _Track, box: _Box, content: bytes) -> None:
    if box.kind == b"hdlr" and not track.handler:
        track.handler = content[8:12]
    elif box.kind == b"stsd":
        track.codec = content[12:16]
    elif box.kind == b"tkhd":
        matrix = 52 if content[:1] == b"\x01" else 40
        a, _b, _u, _c, d = _unpack(">5i", content, matrix)
        width, height = (value >> 16 for value in _unpack(">II", content, matrix + 36))
        # A telephone held upright writes a turned picture and a matrix that turns it back.
        track.width, track.height = (height, width) if a == 0 and d == 0 else (width, height)
