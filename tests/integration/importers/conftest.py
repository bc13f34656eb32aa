from collections.abc import Callable

import pytest

from nashra.base.newsitem import NewsItem, Paragraph
from nashra.editions.models import Edition
from nashra.importers.reading import Found
from nashra.importers.run import Arrival, Run, import_items
from nashra.stories.actions.add_section import add_section
from nashra.stories.models import SectionPage

type OpenEdition = Callable[[str], Edition]


@pytest.fixture
def open_edition(db: None) -> OpenEdition:
    """Opens an edition in a language, with a section `news` and below it `politics`."""

    def opened(code: str) -> Edition:
        edition = Edition.objects.create(code=code, language=code, name=code, masthead=code, desk_byline=code)
        news = add_section(edition, "News", slug="news", key="news")
        add_section(edition, "Politics", slug="politics", key="politics", below=news)
        return edition

    return opened


@pytest.fixture
def edition(open_edition: OpenEdition) -> Edition:
    return open_edition("en")


def section_of(edition: Edition, slug: str = "news") -> SectionPage:
    section: SectionPage = SectionPage.objects.get(edition=edition, slug=slug)
    return section


def bring_in(
    edition: Edition, *items: NewsItem, publish: bool = True, dry: bool = False, batch: int = 100
) -> list[Arrival]:
    """Import items into the edition's news section."""
    run = Run(edition, section_of(edition), publish=publish, dry=dry, batch=batch)
    return list(import_items(run, (Found(f"line {place}", item) for place, item in enumerate(items, 1))))


def news(uri: str = "urn:a", **changes: object) -> NewsItem:
    """A plain news item."""
    given: dict[str, object] = {
        "version": "1",
        "language": "en",
        "headline": "Harbour opens",
        "standfirst": "After nine years.",
        "body": (Paragraph("The <b>harbour</b> opened."),),
    }
    return NewsItem(uri=uri, **(given | changes))  # type: ignore[arg-type] # tests name the fields they mean
