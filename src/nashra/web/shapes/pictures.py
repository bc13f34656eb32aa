"""Pictures as a page shows them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceShape:
    """One format of a picture: a MIME type (``image/avif``) and a ``srcset`` with widths (``a.avif 320w, b.avif 640w``)."""

    type: str
    srcset: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CutShape:
    """A picture cut to one shape for those who pass a story on, such as search engines: the file and its size."""

    src: str
    width: int
    height: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureShape:
    """A picture in every format and size it is kept in, uncut, with the words that go with it.

    ``sources`` come best first (AVIF, WebP); ``src`` and ``srcset`` are the JPEG that every browser reads. ``width`` and
    ``height`` are those of ``src``. Templates cut to the shape a place wants around ``focal``: per cent from the physical
    left and the top, for what is in a picture does not turn round with the script. How wide a place is (``sizes``) is the
    template's to say. ``url`` is the whole picture, to be opened alone. ``caption_lang`` and ``caption_dir`` are set only
    when the words are in another language than the page.
    """

    src: str
    width: int
    height: int
    alt: str
    srcset: str = ""
    sources: tuple[SourceShape, ...] = ()
    caption: str = ""
    credit: str = ""
    caption_lang: str = ""
    caption_dir: str = ""
    focal: tuple[int, int] = (50, 50)
    url: str = ""

    @property
    def is_tall(self) -> bool:
        """Whether it is taller than wide."""
        return self.height > self.width

    @property
    def focal_across(self) -> str:
        """Which part of a narrower cut is kept, in steps of 25 per cent from the left; empty for the middle."""
        return _step(self.focal[0], self.height / self.width)

    @property
    def focal_down(self) -> str:
        """Which part of a lower cut is kept, in steps of 25 per cent from the top; empty for the middle."""
        ratio = self.width / self.height
        return _step(self.focal[1], ratio / WIDE if ratio < WIDE else ratio / FILM)


# The shapes most places want; one as wide as the first is cut for the second only.
WIDE, FILM = 3 / 2, 16 / 9


def _step(focal: int, kept: float) -> str:
    """The step that brings the focal point as near the middle of a cut as it goes, where ``kept`` is the share of the picture."""
    spare = 1 - kept
    place = (focal / 100 - kept / 2) / spare if spare > 0 else focal / 100
    step = min(100, max(0, round(place * 4) * 25))
    return "" if step == 50 else str(step)
