"""The uses a picture may be cut for: an allow-list, in code, so that nobody can ask for a size from outside."""

from dataclasses import dataclass
from functools import lru_cache

from nashra.media.kinds import AVIF, JPEG, WEBP, Kind

_ALL_KINDS = (AVIF, WEBP, JPEG)
_FORMAT = {AVIF.name: "avif", WEBP.name: "webp", JPEG.name: "jpeg"}


@dataclass(frozen=True, slots=True)
class Use:
    """A place pictures are shown in: its widths in pixels, its shape (None: uncut), the kinds of file, best first."""

    name: str
    widths: tuple[int, ...]
    ratio: tuple[int, int] | None = None
    kinds: tuple[Kind, ...] = _ALL_KINDS


@dataclass(frozen=True, slots=True)
class Size:
    """One file of a use: the spec it is kept under, its kind, its width."""

    spec: str
    kind: Kind
    width: int


WHOLE = Use("whole", (240, 400, 640, 960, 1280, 1920))
LEAD = Use("lead", (480, 800, 1200, 1600), (16, 9))
CARD = Use("card", (240, 400, 640, 960), (3, 2))
PORTRAIT = Use("portrait", (96, 192, 384), (1, 1))
SHARE = Use("share", (1200,), (1200, 630), (JPEG,))
SQUARE = Use("square", (1200,), (1, 1), (JPEG,))
CLASSIC = Use("classic", (1200,), (4, 3), (JPEG,))
WIDE = Use("wide", (1200,), (16, 9), (JPEG,))
USES = {use.name: use for use in (WHOLE, LEAD, CARD, PORTRAIT, SHARE, SQUARE, CLASSIC, WIDE)}
"""By name. ``share`` is for links shown by other sites; square, classic and wide for search engines."""

STAND_IN_WIDTH = 960
"""The one size that is made first and shown, cut by the style sheet, until a use's own files are ready."""


class UnknownUse(KeyError):
    """There is no use of this name; the list is in ``nashra.media.uses.USES``."""


def use_named(name: str) -> Use:
    """The use of this name. Raises UnknownUse."""
    try:
        return USES[name]
    except KeyError:
        raise UnknownUse(name) from None


@lru_cache(maxsize=8192)
def sizes_of(use: Use, width: int, height: int) -> tuple[Size, ...]:
    """The files a picture of this size gets for a use, narrowest first in each kind; a picture is never blown up."""
    widest = _widest(use, width, height)
    widths = [each for each in use.widths if each <= widest] or [widest]
    return tuple(Size(_spec(use, each, kind), kind, each) for kind in use.kinds for each in widths)


def stand_in_of(width: int, height: int) -> Size:
    """The uncut JPEG that stands in for every use."""
    jpegs = [size for size in sizes_of(WHOLE, width, height) if size.kind is JPEG]
    return max(
        (size for size in jpegs if size.width <= STAND_IN_WIDTH),
        key=lambda size: size.width,
        default=jpegs[0],
    )


def _widest(use: Use, width: int, height: int) -> int:
    if use.ratio is None:
        return max(1, width)
    across, down = use.ratio
    return max(1, min(width, height * across // down))


def _spec(use: Use, width: int, kind: Kind) -> str:
    name = _FORMAT[kind.name]
    if use.ratio is None:
        return f"width-{width}|format-{name}"
    across, down = use.ratio
    return f"fill-{width}x{max(1, round(width * down / across))}|format-{name}"
