"""The two values everything in the press is about: where a page lives, and what is sent for it."""

import hashlib
import re
import zlib
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import NamedTuple

import brotli
import zstandard

ENCODINGS = ("identity", "gzip", "br", "zstd")
LEAST_BYTES_WORTH_PACKING = 256
_PACKABLE = re.compile(
    r"text/|application/(?:json|javascript|xml|[a-z.-]+\+(?:json|xml))|image/svg\+xml", re.ASCII
)
_NOT_IN_AN_ADDRESS = re.compile(r"[\x00-\x20\x7f?#]")
LONGEST_ADDRESS = 2000
EVERY_PAGE = "every-page"
"""The key by which a cache further out is told to ask again for everything it has of us."""

_packers = ThreadPoolExecutor(3, "nashra-pack")


class Address(NamedTuple):
    """One page: host ("" is the newsroom's main host), decoded path, and the declared query parameters in order."""

    host: str
    path: str
    query: str = ""

    def __str__(self) -> str:
        """The form stored and shown: ``host/path?query``."""
        return f"{self.host}{self.path}?{self.query}" if self.query else f"{self.host}{self.path}"

    @property
    def storable(self) -> bool:
        """Whether a page may be kept under this address: no blanks, control characters or endless paths."""
        return len(self.path) <= LONGEST_ADDRESS and not _NOT_IN_AN_ADDRESS.search(self.path)


def read_address(text: str) -> Address:
    """The address written as ``host/path?query``; the inverse of ``str(address)``."""
    place, _, query = text.partition("?")
    host, slash, path = place.partition("/")
    return Address(host, slash + path, query)


@dataclass(frozen=True, slots=True)
class Page:
    """A finished page. ``headers`` exclude what differs by encoding; ``bodies`` holds each encoding prepared."""

    status: int
    headers: tuple[tuple[str, str], ...]
    etag: str
    keys: tuple[str, ...]
    parameters: tuple[str, ...]
    bodies: Mapping[str, bytes]

    @property
    def absent(self) -> bool:
        """Whether this says that there is no page here: not found, gone, or moved."""
        return self.status != 200


def pack(
    status: int,
    headers: Iterable[tuple[str, str]],
    body: bytes,
    *,
    keys: Iterable[str] = (),
    parameters: Iterable[str] = (),
) -> Page:
    """Prepare everything readers may ask for: entity tag and the body in each encoding that makes it smaller."""
    kept = tuple((name.lower(), value) for name, value in headers)
    digest = hashlib.blake2b(repr((status, sorted(kept))).encode(), digest_size=9)
    digest.update(body)
    return Page(
        status=status,
        headers=kept,
        etag=digest.hexdigest(),
        keys=tuple(sorted(set(keys))),
        parameters=tuple(sorted(set(parameters))),
        bodies=_encoded(body, dict(kept).get("content-type", "")),
    )


def _encoded(body: bytes, content_type: str) -> dict[str, bytes]:
    bodies = {"identity": body}
    if len(body) >= LEAST_BYTES_WORTH_PACKING and _PACKABLE.match(content_type):
        # The three libraries let go of the interpreter while they work, so this takes as long as the slowest.
        waiting = {name: _packers.submit(packer, body) for name, packer in _PACKERS.items()}
        packed = {name: future.result() for name, future in waiting.items()}
        bodies |= {name: smaller for name, smaller in packed.items() if len(smaller) < len(body)}
    return bodies


def _gzip(body: bytes) -> bytes:
    # 31 asks zlib for a gzip wrapper without a time in it: equal pages give equal bytes.
    packer = zlib.compressobj(6, zlib.DEFLATED, 31)
    return packer.compress(body) + packer.flush()


def _brotli(body: bytes) -> bytes:
    packed: bytes = brotli.compress(body, mode=brotli.MODE_TEXT, quality=5)
    return packed


def _zstd(body: bytes) -> bytes:
    return zstandard.ZstdCompressor(level=9).compress(body)


_PACKERS = {"gzip": _gzip, "br": _brotli, "zstd": _zstd}
