"""Pages of one story, one shape for each type."""

from dataclasses import dataclass
from typing import ClassVar

from django.utils.safestring import SafeString

from nashra.web.shapes.blocks import BlockShape, CorrectionShape, TableShape
from nashra.web.shapes.cards import CardShape, CoverageShape, MostReadShape
from nashra.web.shapes.people import AuthorShape, BylineShape
from nashra.web.shapes.pictures import PictureShape
from nashra.web.shapes.shell import PageShell, SwitchShape
from nashra.web.shapes.videos import VideoShape
from nashra.web.shapes.words import LinkShape, MomentShape


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareLinkShape:
    """A network a story can be passed on to by a plain link."""

    network: str
    name: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareShape:
    """How a story is passed on; ``url`` is its absolute address, ``count`` a whole phrase or empty."""

    url: str
    links: tuple[ShareLinkShape, ...] = ()
    count: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryPage:
    """A story of text: news, opinion, analysis, blog, feature, explainer (``kind``).

    ``desk`` is the edition's own byline, shown when nobody is named. ``updated`` is set only when readers are to be told.
    ``sections`` lead from the menu's first level to the story's section. ``counterparts`` are the same story in other
    editions. ``authors`` are for the box under an opinion. ``lang`` and ``dir`` as in cards.
    """

    shell: PageShell
    kind: str
    headline: str
    share: ShareShape
    kind_label: str = ""
    standfirst: str = ""
    kicker: str = ""
    sections: tuple[LinkShape, ...] = ()
    bylines: tuple[BylineShape, ...] = ()
    desk: str = ""
    source: str = ""
    location: str = ""
    published: MomentShape | None = None
    updated: MomentShape | None = None
    reading_time: str = ""
    lead_picture: PictureShape | None = None
    body: tuple[BlockShape, ...] = ()
    corrections: tuple[CorrectionShape, ...] = ()
    topics: tuple[LinkShape, ...] = ()
    regions: tuple[LinkShape, ...] = ()
    coverage: CoverageShape | None = None
    counterparts: tuple[SwitchShape, ...] = ()
    authors: tuple[AuthorShape, ...] = ()
    related: tuple[CardShape, ...] = ()
    read_next: tuple[CardShape, ...] = ()
    most_read: MostReadShape | None = None
    lang: str = ""
    dir: str = ""
    template: ClassVar[str] = "nashra/pages/story.html"

    @property
    def section(self) -> LinkShape | None:
        """The nearest section."""
        return self.sections[-1] if self.sections else None


@dataclass(frozen=True, slots=True, kw_only=True)
class VideoPage(StoryPage):
    """A film with its story; ``more`` are other films."""

    video: VideoShape
    more: tuple[CardShape, ...] = ()
    template: ClassVar[str] = "nashra/pages/video.html"


@dataclass(frozen=True, slots=True, kw_only=True)
class EpisodePage(VideoPage):
    """A film that belongs to a show; ``number`` is a whole phrase such as “Season 2, episode 5”."""

    show: LinkShape
    number: str = ""
    previous: CardShape | None = None
    following: CardShape | None = None
    template: ClassVar[str] = "nashra/pages/episode.html"


@dataclass(frozen=True, slots=True, kw_only=True)
class GalleryPage(StoryPage):
    """Pictures first. ``counts`` has one phrase for each picture, such as “3 of 12”."""

    pictures: tuple[PictureShape, ...]
    counts: tuple[str, ...]
    template: ClassVar[str] = "nashra/pages/gallery.html"

    @property
    def frames(self) -> tuple[tuple[PictureShape, str], ...]:
        """Each picture with its count."""
        return tuple(zip(self.pictures, self.counts, strict=True))


@dataclass(frozen=True, slots=True, kw_only=True)
class InfographicPage(StoryPage):
    """A drawing (the lead picture) and all it says in words: harmless HTML, and its figures as a table."""

    text_alternative: SafeString
    figures: TableShape | None = None
    template: ClassVar[str] = "nashra/pages/infographic.html"


@dataclass(frozen=True, slots=True, kw_only=True)
class LiveEntryShape:
    """One entry of a live blog; ``anchor`` is its place on the page, ``url`` its own absolute address.

    ``posted`` is day and time, ``day`` and ``time`` each alone.
    """

    anchor: str
    url: str
    posted: MomentShape
    day: MomentShape
    time: MomentShape
    html: SafeString
    title: str = ""
    is_key_event: bool = False
    updated: MomentShape | None = None
    bylines: tuple[BylineShape, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LiveBlogPage(StoryPage):
    """A story told while it happens: entries newest first."""

    entries: tuple[LiveEntryShape, ...] = ()
    is_running: bool = True
    started: MomentShape | None = None
    ended: MomentShape | None = None
    template: ClassVar[str] = "nashra/pages/liveblog.html"

    @property
    def is_of_one_day(self) -> bool:
        """Whether all entries are of one day, so that a time alone tells when."""
        return len({entry.day.text for entry in self.entries}) < 2

    @property
    def key_events(self) -> tuple[LiveEntryShape, ...]:
        """The entries that tell the story in short."""
        return tuple(entry for entry in self.entries if entry.is_key_event)
