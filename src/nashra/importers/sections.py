"""Which section a story goes to, by what its sender filed it under."""

from collections import Counter
from collections.abc import Iterator

from nashra.base.newsitem import NewsItem
from nashra.base.slugs import slug_of
from nashra.editions.models import Edition
from nashra.importers.models import CategoryMapping
from nashra.stories.models import SectionPage

_FILED_UNDER = {"category", "partof", "classifies", "section"}


class NoSuchSection(LookupError):
    """The edition has no section of this address; write its slug, or `news/politics` for one below another."""


class Sorting:
    """The newsroom's table of categories for one run, and a count of the categories it has no section for."""

    def __init__(self, edition: Edition, default: SectionPage) -> None:
        self.default = default
        self.unmapped: Counter[str] = Counter()
        mappings = CategoryMapping.objects.filter(edition=edition).select_related("section")
        self._by_category: dict[str, SectionPage] = {
            mapping.category.strip().casefold(): mapping.section for mapping in mappings
        }
        self._by_key: dict[str, SectionPage] = {
            section.key: section for section in SectionPage.objects.filter(edition=edition) if section.key
        }

    def section_for(self, item: NewsItem) -> SectionPage:
        """The section of the first category that has one: by the table, else by a section's key; else the
        default.
        """
        names = list(_categories(item))
        for name in names:
            if section := self._by_category.get(name.casefold()):
                return section
        for name in names:
            if section := self._by_key.get(slug_of(name, "-")):
                return section
        if names:
            self.unmapped[names[0]] += 1
        return self.default


def _categories(item: NewsItem) -> Iterator[str]:
    """Names, codes and addresses of what an item is filed under, then of all its subjects."""
    subjects = item.of_kind("subject")
    filed = [subject for subject in subjects if subject.rel.lower() in _FILED_UNDER]
    for subject in [*filed, *(subject for subject in subjects if subject not in filed)]:
        yield from filter(None, (subject.name, subject.code, subject.uri))


def section_at(edition: Edition, address: str) -> SectionPage:
    """The section with this slug, key, or path of slugs below the edition's front. Raises NoSuchSection with
    the sections there are.
    """
    sections: list[SectionPage] = list(SectionPage.objects.filter(edition=edition).order_by("path"))
    home = f"/{edition.code}/"
    by_address: dict[str, SectionPage] = {
        section.url_path.partition(home)[2].strip("/"): section for section in sections
    }
    wanted = address.strip("/")
    if found := by_address.get(wanted):
        return found
    for section in sections:
        if wanted in {section.slug, section.key}:
            return section
    there_are = ", ".join(by_address) or "none yet; add one in the admin"
    raise NoSuchSection(f"The edition “{edition.code}” has no section “{address}”. There are: {there_are}.")
