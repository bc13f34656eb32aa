"""What a body is made of. Each block names the template it is set with."""

from dataclasses import dataclass
from typing import ClassVar

from django.utils.safestring import SafeString

from nashra.web.shapes.cards import CardShape
from nashra.web.shapes.pictures import PictureShape
from nashra.web.shapes.videos import VideoShape
from nashra.web.shapes.words import MomentShape


@dataclass(frozen=True, slots=True, kw_only=True)
class ParagraphShape:
    """Running text: harmless HTML of whole paragraphs and lists, with ``lang`` and ``dir`` on passages in another language."""

    html: SafeString
    template: ClassVar[str] = "nashra/blocks/paragraph.html"


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadingShape:
    """A heading inside the text; ``anchor`` is its place on the page, unique there, or empty."""

    text: str
    anchor: str = ""
    template: ClassVar[str] = "nashra/blocks/heading.html"


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteShape:
    """Somebody's words, and whose."""

    text: str
    speaker: str = ""
    role: str = ""
    lang: str = ""
    dir: str = ""
    template: ClassVar[str] = "nashra/blocks/quote.html"


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureBlockShape:
    """A picture in the text."""

    picture: PictureShape
    template: ClassVar[str] = "nashra/blocks/picture.html"


@dataclass(frozen=True, slots=True, kw_only=True)
class GalleryBlockShape:
    """Several pictures in a row that is gone through by keyboard, by finger or without scripts.

    ``anchor`` is unique on the page; each picture gets a place of its own under it. ``counts`` has one phrase for each
    picture, such as “3 of 12”, in the edition's digits.
    """

    pictures: tuple[PictureShape, ...]
    counts: tuple[str, ...]
    anchor: str
    title: str = ""
    template: ClassVar[str] = "nashra/blocks/gallery.html"

    @property
    def frames(self) -> tuple[tuple[PictureShape, str], ...]:
        """Each picture with its count."""
        return tuple(zip(self.pictures, self.counts, strict=True))


@dataclass(frozen=True, slots=True, kw_only=True)
class VideoBlockShape:
    """A film in the text."""

    video: VideoShape
    template: ClassVar[str] = "nashra/blocks/video.html"


@dataclass(frozen=True, slots=True, kw_only=True)
class EmbedShape:
    """Something of another site: a link, and on a click its frame. Nothing is asked of that site before the click.

    ``frame`` is the https address of the frame, empty where there is only a link; ``ratio`` is wide (16:9), square or tall.
    """

    provider: str
    title: str
    url: str
    frame: str = ""
    ratio: str = "wide"
    template: ClassVar[str] = "nashra/blocks/embed.html"


@dataclass(frozen=True, slots=True, kw_only=True)
class FactBoxShape:
    """Background set apart from the text; ``html`` is harmless."""

    title: str
    html: SafeString
    template: ClassVar[str] = "nashra/blocks/fact_box.html"


@dataclass(frozen=True, slots=True, kw_only=True)
class TableShape:
    """Rows under a head; ``numbers`` are the positions of columns set as figures. The first cell of a row heads it."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    anchor: str
    numbers: tuple[int, ...] = ()
    template: ClassVar[str] = "nashra/blocks/table.html"


@dataclass(frozen=True, slots=True, kw_only=True)
class RelatedShape:
    """Stories set inside the text."""

    cards: tuple[CardShape, ...]
    template: ClassVar[str] = "nashra/blocks/related.html"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadMoreShape:
    """One line that leads to another story."""

    card: CardShape
    template: ClassVar[str] = "nashra/blocks/read_more.html"


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentShape:
    """A file to take away: ``form`` is its kind (“PDF”), ``size`` in the edition's digits (“1.2 MB”)."""

    title: str
    url: str
    form: str = ""
    size: str = ""
    template: ClassVar[str] = "nashra/blocks/document.html"


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionShape:
    """What was wrong, said openly; ``html`` is harmless."""

    html: SafeString
    corrected: MomentShape
    template: ClassVar[str] = "nashra/blocks/correction.html"


type BlockShape = (
    ParagraphShape
    | HeadingShape
    | QuoteShape
    | PictureBlockShape
    | GalleryBlockShape
    | VideoBlockShape
    | EmbedShape
    | FactBoxShape
    | TableShape
    | RelatedShape
    | ReadMoreShape
    | DocumentShape
    | CorrectionShape
)
