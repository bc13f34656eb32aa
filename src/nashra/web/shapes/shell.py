"""What stands around every page: head, masthead, menu, ticker, footer."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from nashra.web.shapes.pictures import PictureShape
from nashra.web.shapes.words import LinkShape, MomentShape


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionShape:
    """The edition a page belongs to.

    ``digits`` is its CLDR numbering system. ``theme`` is the address of its colours (``nashra.web.theme``), empty for the
    standard ones. ``logo`` stands in the masthead's place, ``logo_dark`` in its own on dark. ``share_picture`` is an absolute address, shown elsewhere when a page has no picture of its own.
    """

    code: str
    language: str
    dir: str
    masthead: str
    url: str
    slogan: str = ""
    digits: str = "latn"
    theme: str = ""
    logo: PictureShape | None = None
    logo_dark: PictureShape | None = None
    share_picture: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SwitchShape:
    """Another edition: ``url`` is the counterpart of this page where there is one (``is_counterpart``), else its front."""

    name: str
    url: str
    lang: str
    dir: str
    is_current: bool = False
    is_counterpart: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class MenuItemShape:
    """A section in the menu. ``is_current``: this very page; ``is_open``: this page or one under it."""

    text: str
    url: str
    is_current: bool = False
    is_open: bool = False
    children: "tuple[MenuItemShape, ...]" = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class BulletinShape:
    """One line of the ticker; ``level`` is normal, breaking or urgent. ``url`` may be empty."""

    text: str
    url: str = ""
    level: str = "breaking"
    sent: MomentShape | None = None
    lang: str = ""
    dir: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TickerShape:
    """The breaking ticker. ``fragment`` is the address of its bulletins alone, renewed by script; empty: as they stand."""

    bulletins: tuple[BulletinShape, ...] = ()
    fragment: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AlternateShape:
    """The same page in another language (hreflang, RFC 5646) at an absolute address; ``x-default`` counts as one."""

    lang: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedShape:
    """A feed of what this page shows."""

    title: str
    url: str
    type: str = "application/rss+xml"


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadShape:
    """What machines are told: absolute ``canonical`` and picture addresses, alternates, feeds, schema.org as plain values."""

    title: str
    description: str = ""
    canonical: str = ""
    robots: str = "max-image-preview:large"
    type: str = "website"
    name: str = ""
    picture: str = ""
    picture_alt: str = ""
    published: str = ""
    modified: str = ""
    alternates: tuple[AlternateShape, ...] = ()
    feeds: tuple[FeedShape, ...] = ()
    manifest: str = ""
    json_ld: tuple[Mapping[str, Any], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FooterShape:
    """The foot of every page. ``sections`` are those of the menu; ``pages`` about, contact, privacy; ``lists`` authors, archive …"""

    pages: tuple[LinkShape, ...] = ()
    lists: tuple[LinkShape, ...] = ()
    statement: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LatestShape:
    """The edition's latest stories: ``fragment`` is the address of the list alone, brought by script; ``url`` leads to
    all stories."""

    url: str
    fragment: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PageShell:
    """Everything around a page. ``live`` leads to the live channel; ``search`` is the address of the search page."""

    edition: EditionShape
    head: HeadShape
    switcher: tuple[SwitchShape, ...] = ()
    menu: tuple[MenuItemShape, ...] = ()
    regions: tuple[MenuItemShape, ...] = ()
    social: tuple[LinkShape, ...] = ()
    live: LinkShape | None = None
    search: str = ""
    ticker: TickerShape = TickerShape()
    latest: LatestShape | None = None
    footer: FooterShape = FooterShape()
    is_front: bool = False
    is_preview: bool = False
