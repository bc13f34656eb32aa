"""Pages that list stories, people, months, programmes."""

from dataclasses import dataclass
from typing import ClassVar

from nashra.web.shapes.cards import CardShape, CoverageShape, MostReadShape
from nashra.web.shapes.people import AuthorShape
from nashra.web.shapes.pictures import PictureShape
from nashra.web.shapes.shell import PageShell
from nashra.web.shapes.videos import ChannelShape, ScheduleDayShape
from nashra.web.shapes.words import LinkShape, MomentShape


@dataclass(frozen=True, slots=True, kw_only=True)
class ListPage:
    """Stories under one name, newest first. ``older`` and ``newer`` lead through pages that do not shift."""

    shell: PageShell
    title: str
    cards: tuple[CardShape, ...]
    description: str = ""
    older: LinkShape | None = None
    newer: LinkShape | None = None
    most_read: MostReadShape | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicPage(ListPage):
    """Stories on a topic; ``neighbours`` are topics often met with it."""

    neighbours: tuple[LinkShape, ...] = ()
    template: ClassVar[str] = "nashra/pages/topic.html"


@dataclass(frozen=True, slots=True, kw_only=True)
class RegionPage(ListPage):
    """Stories from a region."""

    template: ClassVar[str] = "nashra/pages/region.html"


@dataclass(frozen=True, slots=True, kw_only=True)
class AuthorPage(ListPage):
    """What somebody wrote."""

    author: AuthorShape
    template: ClassVar[str] = "nashra/pages/author.html"


@dataclass(frozen=True, slots=True, kw_only=True)
class CoveragePage(ListPage):
    """A running coverage: ``leads`` in the newsroom's order, ``cards`` newest first."""

    coverage: CoverageShape
    leads: tuple[CardShape, ...] = ()
    is_running: bool = True
    template: ClassVar[str] = "nashra/pages/coverage.html"


@dataclass(frozen=True, slots=True, kw_only=True)
class SeasonShape:
    """Episodes of one season; ``title`` may be empty where there are no seasons."""

    title: str
    cards: tuple[CardShape, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowPage:
    """A show or digital series (``form`` is show or series) with its episodes."""

    shell: PageShell
    title: str
    standfirst: str = ""
    form: str = "show"
    picture: PictureShape | None = None
    seasons: tuple[SeasonShape, ...] = ()
    template: ClassVar[str] = "nashra/pages/show.html"


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowShape:
    """A show in the index of shows; ``count`` is a whole phrase such as “14 episodes”."""

    title: str
    url: str
    standfirst: str = ""
    form: str = "show"
    picture: PictureShape | None = None
    count: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowsPage:
    """All shows and series."""

    shell: PageShell
    title: str
    shows: tuple[ShowShape, ...]
    template: ClassVar[str] = "nashra/pages/shows.html"


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexPage:
    """A plain index of links with a word on each: topics, regions, coverages."""

    shell: PageShell
    title: str
    links: tuple[LinkShape, ...]
    description: str = ""
    template: ClassVar[str] = "nashra/pages/index.html"


@dataclass(frozen=True, slots=True, kw_only=True)
class AuthorsPage:
    """Everybody who writes, in the order of the language's alphabet."""

    shell: PageShell
    title: str
    authors: tuple[AuthorShape, ...]
    description: str = ""
    template: ClassVar[str] = "nashra/pages/authors.html"


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchiveYearShape:
    """A year of the archive; each month's ``count`` stands in its link's text or is left out."""

    text: str
    months: tuple[LinkShape, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchivePage:
    """All months of an edition or section, newest first."""

    shell: PageShell
    title: str
    years: tuple[ArchiveYearShape, ...]
    section: LinkShape | None = None
    template: ClassVar[str] = "nashra/pages/archive.html"


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchiveDayShape:
    """The stories of one day; ``day`` reads as a date."""

    day: MomentShape
    cards: tuple[CardShape, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchiveMonthPage:
    """One month of the archive, day by day. A page of it never shifts once the month is over."""

    shell: PageShell
    title: str
    days: tuple[ArchiveDayShape, ...]
    section: LinkShape | None = None
    archive: LinkShape | None = None
    older: LinkShape | None = None
    newer: LinkShape | None = None
    template: ClassVar[str] = "nashra/pages/archive_month.html"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChannelPage:
    """The live channel and its schedule."""

    shell: PageShell
    channel: ChannelShape
    schedule: tuple[ScheduleDayShape, ...] = ()
    zone: str = ""
    shows: tuple[ShowShape, ...] = ()
    template: ClassVar[str] = "nashra/pages/channel.html"


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchPage:
    """The search page; ``summary`` is a whole sentence such as “12 stories found”, ``latest`` stands there before a question."""

    shell: PageShell
    action: str
    query: str = ""
    summary: str = ""
    cards: tuple[CardShape, ...] = ()
    latest: tuple[CardShape, ...] = ()
    older: LinkShape | None = None
    newer: LinkShape | None = None
    template: ClassVar[str] = "nashra/pages/search.html"
