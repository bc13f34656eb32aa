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
        """The focal point's place across, in steps of 25 per cent; empty for the middle."""
        return _step(self.focal[0])

    @property
    def focal_down(self) -> str:
        """The focal point's place down, in steps of 25 per cent; empty for the middle."""
        return _step(self.focal[1])


def _step(per_cent: int) -> str:
    step = min(100, max(0, round(per_cent / 25) * 25))
    return "" if step == 50 else str(step)
