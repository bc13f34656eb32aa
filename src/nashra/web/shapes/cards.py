"""A story as lists show it."""

from dataclasses import dataclass

from nashra.web.shapes.people import BylineShape
from nashra.web.shapes.pictures import PictureShape
from nashra.web.shapes.words import LengthShape, LinkShape, MomentShape


@dataclass(frozen=True, slots=True, kw_only=True)
class CardShape:
    """A story in a list; what a place has no room for, its template leaves out.

    ``kind`` is the word of ``nashra.stories.kinds``. ``kicker`` is the newsroom's own word above the headline; without it
    the section stands there. ``reading_time`` (“4 min read”) and ``count`` (“12 pictures”) are whole phrases in the
    edition's digits, or empty. ``lang`` and ``dir`` are set only when the story is in another language than the page.
    """

    url: str
    headline: str
    kind: str = "news"
    standfirst: str = ""
    kicker: str = ""
    section: LinkShape | None = None
    picture: PictureShape | None = None
    bylines: tuple[BylineShape, ...] = ()
    published: MomentShape | None = None
    updated: MomentShape | None = None
    reading_time: str = ""
    length: LengthShape | None = None
    count: str = ""
    is_live: bool = False
    lang: str = ""
    dir: str = ""

    @property
    def portrait(self) -> PictureShape | None:
        """The first author's portrait, for opinion."""
        return self.bylines[0].portrait if self.bylines else None

    @property
    def is_film(self) -> bool:
        """Whether the picture gets the sign of a film."""
        return self.kind in ("video", "episode")


@dataclass(frozen=True, slots=True, kw_only=True)
class MostReadShape:
    """The most read stories of an edition or section; ``fragment`` is the address of the list alone, renewed by script."""

    cards: tuple[CardShape, ...] = ()
    heading: str = ""
    fragment: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverageShape:
    """A running coverage in brief: shown beside a story of it and on fronts. ``look`` is plain or strong."""

    title: str
    url: str
    standfirst: str = ""
    look: str = "plain"
    picture: PictureShape | None = None
    cards: tuple[CardShape, ...] = ()
