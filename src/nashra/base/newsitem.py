"""`NewsItem`: one piece of news, whoever sent it and in whatever format.

Importers and wires turn bytes into it; feeds, the interface for machines and exports make bytes of it. The
words are those of IPTC's ninjs (1.x, 2.x and 3.x) and NewsML-G2, whose properties map to it one to one;
where the two differ the docstring says so. Nothing here knows a database. All HTML in it is already
harmless: readers of formats pass it through `nashra.base.safe_html`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType


class PubStatus(StrEnum):
    """Whether an item may be published (IPTC NewsCodes `pubstatusg2`)."""

    USABLE = "usable"
    WITHHELD = "withheld"
    CANCELED = "canceled"


@dataclass(frozen=True, slots=True)
class Byline:
    """One person named as author; `role` is free text ("Photo", "Correspondent"), `uri` an address or id of
    the person.
    """

    name: str
    role: str = ""
    uri: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """Whose reporting it is: an agency, an outlet. ninjs `infosources`, NewsML-G2 `infoSource`."""

    name: str
    uri: str = ""
    role: str = ""


@dataclass(frozen=True, slots=True)
class Concept:
    """A term the item is about or filed under: subject, place, person, organisation, genre.

    `code` is the term's code in a `scheme` (a vocabulary's address or alias), `uri` its full address where
    there is one, such as `http://cv.iptc.org/newscodes/mediatopic/20000822`. `rel` says how it is meant:
    `about`, `category`, `mentions`, …. `kind` is `subject`, `place`, `person`, `organisation`, `event`,
    `object` or `genre`.
    """

    name: str = ""
    code: str = ""
    scheme: str = ""
    uri: str = ""
    rel: str = ""
    kind: str = "subject"


@dataclass(frozen=True, slots=True)
class AlternateId:
    """Another identifier of the same item. `same-story` is shared by its versions in other languages; `web`
    is its address.
    """

    role: str
    value: str


@dataclass(frozen=True, slots=True)
class Rendition:
    """One file of a picture, video or sound. Width and height in pixels, duration in seconds, 0 where not
    known.
    """

    href: str
    name: str = ""
    mimetype: str = ""
    width: int = 0
    height: int = 0
    duration: float = 0.0


@dataclass(frozen=True, slots=True)
class Association:
    """Something that comes with the item: a picture, a video, a related story. `name` is its role, such as
    `mainpic`.

    `kind` is ninjs `type`: `picture`, `video`, `audio`, `graphic`, `text`, …. `credit` is what to print
    beside a picture, `rights` the copyright notice, `usage_terms` what may be done with it.
    """

    name: str
    kind: str = "picture"
    uri: str = ""
    headline: str = ""
    caption: str = ""
    credit: str = ""
    alt: str = ""
    language: str = ""
    rights: str = ""
    usage_terms: str = ""
    renditions: tuple[Rendition, ...] = ()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text; `html` is inline HTML."""

    html: str


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside the body; `level` 2 to 4 (1 is the headline)."""

    text: str
    level: int = 2


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation set apart; `html` is inline HTML, `attribution` (who said it) and `role` (who they are) plain text."""

    html: str
    attribution: str = ""
    role: str = ""


@dataclass(frozen=True, slots=True)
class ItemList:
    """A list; each item is inline HTML."""

    items: tuple[str, ...]
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table of inline HTML; the first row is a heading row if `has_header`."""

    rows: tuple[tuple[str, ...], ...]
    caption: str = ""
    has_header: bool = False


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture in the text. `association` names one of the item's associations; without it `href` is the
    file's address.
    """

    href: str = ""
    association: str = ""
    caption: str = ""
    credit: str = ""
    alt: str = ""


@dataclass(frozen=True, slots=True)
class Embed:
    """Something on another site (video, post): its address and what to call it. Never markup."""

    href: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class FactBox:
    """Background set apart from the text, under a title of its own."""

    title: str
    text: tuple[Paragraph | ItemList, ...]


type Block = Paragraph | Heading | Quote | ItemList | Table | Picture | Embed | FactBox
"""One part of a body, in reading order."""

_NOTHING: Mapping[str, object] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class NewsItem:
    """One version of one piece of news.

    Identity is `uri` and `version`: a later version of the same `uri` replaces an earlier one (NewsML-G2
    `guid`/`version`, ninjs `uri`/`version`). `version` is kept as written; `version_created` orders versions
    whose names are not numbers. Times are aware. `language` is a BCP 47 tag, empty if the sender gave none.
    `embargoed` means: not before; `expires`: not after. `sent_as` names the format and version it came in;
    `extras` keeps what has no place here, untouched.
    """

    uri: str
    version: str = ""
    version_created: datetime | None = None
    first_created: datetime | None = None
    content_created: datetime | None = None
    pubstatus: PubStatus = PubStatus.USABLE
    kind: str = "text"
    language: str = ""
    headline: str = ""
    short_headline: str = ""
    slugline: str = ""
    standfirst: str = ""
    body: tuple[Block, ...] = ()
    byline_text: str = ""
    bylines: tuple[Byline, ...] = ()
    sources: tuple[Source, ...] = ()
    credit: str = ""
    dateline: str = ""
    urgency: int | None = None
    concepts: tuple[Concept, ...] = ()
    embargoed: datetime | None = None
    expires: datetime | None = None
    copyright_holder: str = ""
    copyright_notice: str = ""
    usage_terms: str = ""
    editor_note: str = ""
    alternate_ids: tuple[AlternateId, ...] = ()
    associations: tuple[Association, ...] = ()
    sent_as: str = ""
    extras: Mapping[str, object] = field(default=_NOTHING, hash=False)

    def of_kind(self, kind: str) -> tuple[Concept, ...]:
        """The concepts of one kind: `subject`, `place`, `person`, `organisation`, `event`, `object` or
        `genre`.
        """
        return tuple(concept for concept in self.concepts if concept.kind == kind)

    def alternate_id(self, role: str) -> str:
        """The first other identifier with this role, or an empty string."""
        return next((other.value for other in self.alternate_ids if other.role == role), "")
