"""Lines of a stream of bytes, unpacked if gzipped, never more of it in memory than is allowed."""

import gzip
import io
import zlib
from collections.abc import Callable
from typing import BinaryIO, cast

_GZIP_MAGIC = b"\x1f\x8b"
_CHUNK = 64 * 1024
_SUSPECT_FROM = 64 * 1024 * 1024
_HIGHEST_RATIO = 200  # news text packs to a fifth; a thousandth is an attack


type Heard = Callable[[int], None]
"""Told of every piece of the source that was read, in bytes as they lie there."""


class UnreadableStream(Exception):
    """The bytes cannot be read further; the message says why."""


class Lines:
    """Lines one after the other. `number` is that of the last line given, `too_long` whether it was over the
    limit and is cut.
    """

    def __init__(self, stream: BinaryIO, heard: Heard | None = None) -> None:
        self._packed = _Counted(stream, heard)
        buffered = io.BufferedReader(cast(io.RawIOBase, self._packed), _CHUNK)
        self.is_gzip = buffered.peek(2)[:2] == _GZIP_MAGIC
        unpacked = gzip.GzipFile(fileobj=buffered) if self.is_gzip else buffered
        self._stream = io.BufferedReader(cast(io.RawIOBase, unpacked), _CHUNK) if self.is_gzip else buffered
        self._given = 0
        self.number = 0
        self.too_long = False

    def next_filled(self, limit: int) -> bytes | None:
        """The next line with something in it, or None at the end."""
        while (line := self.next_any(limit)) is not None:
            if line.strip():
                return line
        return None

    def next_any(self, limit: int) -> bytes | None:
        """The next line with its line break, or None at the end; of a line over the limit only the
        beginning. Raises UnreadableStream.
        """
        line = self._readline(limit + 1)
        if not line:
            return None
        self.number += 1
        self.too_long = len(line) > limit
        if self.too_long:
            while (rest := self._readline(_CHUNK)) and not rest.endswith(b"\n"):
                pass
        return line

    def rest(self, limit: int) -> bytes:
        """All that is left, at most a byte more than the limit. Raises UnreadableStream."""
        try:
            return self._stream.read(limit + 1)
        except (OSError, EOFError, zlib.error) as error:
            raise UnreadableStream(_why(error)) from error

    def _readline(self, limit: int) -> bytes:
        try:
            line = self._stream.readline(limit)
        except (OSError, EOFError, zlib.error) as error:
            raise UnreadableStream(_why(error)) from error
        self._given += len(line)
        if self.is_gzip and self._given > _SUSPECT_FROM and self._given > _HIGHEST_RATIO * self._packed.count:
            raise UnreadableStream("it unpacks to far more than any text does, so it was left unread")
        return line


class _Counted(io.RawIOBase):
    """A stream that counts what was read of it."""

    def __init__(self, stream: BinaryIO, heard: Heard | None) -> None:
        super().__init__()
        self._inner = stream
        self._heard = heard
        self.count = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        view = memoryview(cast(bytearray, buffer))
        data = self._inner.read(len(view))
        view[: len(data)] = data
        self.count += len(data)
        if self._heard:
            self._heard(len(data))
        return len(data)


def _why(error: Exception) -> str:
    if isinstance(error, EOFError):
        return "the gzip file ends too soon"
    if isinstance(error, gzip.BadGzipFile | zlib.error):
        return "the gzip file is damaged"
    return str(error) or type(error).__name__
