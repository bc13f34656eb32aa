"""Editions for tests, in three languages."""

from typing import Any

from nashra.editions.models import Edition, Region, RegionLabel
from nashra.stories.actions.add_section import add_section
from nashra.stories.models import SectionPage

_EDITIONS: dict[str, dict[str, Any]] = {
    "en": {"name": "English", "masthead": "The Bulletin", "desk_byline": "Bulletin desk"},
    "ar": {"name": "العربية", "masthead": "النشرة", "desk_byline": "فريق النشرة", "numbering": "arab"},
    "es": {"name": "Español", "masthead": "El Boletín", "desk_byline": "Redacción"},
    "fr": {"name": "Français", "masthead": "Le Bulletin", "desk_byline": "La rédaction"},
}
_SECTIONS = {"en": "News", "ar": "أخبار", "es": "Noticias", "fr": "Actualités"}
_REGIONS = {"en": "Africa", "ar": "أفريقيا", "es": "África", "fr": "Afrique"}


def make_edition(code: str = "en", **facts: Any) -> Edition:
    """An open edition of the language ``code``."""
    values = {
        "language": code,
        "time_zone": "UTC",
        **_EDITIONS.get(code, {"name": code, "masthead": code}),
        **facts,
    }
    return Edition.objects.create(code=code, **values)


def make_section(edition: Edition, title: str = "", **place: Any) -> SectionPage:
    """A live section of the menu, named News in the edition's language unless said otherwise."""
    return add_section(edition, title or _SECTIONS.get(edition.code, "News"), **place)


def make_region(code: str = "africa") -> Region:
    """A region with a name in each language."""
    region = Region.objects.create(code=code)
    for language, label in _REGIONS.items():
        RegionLabel.objects.create(region=region, language=language, label=label)
    return region
