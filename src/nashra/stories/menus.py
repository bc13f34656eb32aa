"""An edition's places, read off the tree in one query: what the menu shows and what addresses mean."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from wagtail.models import Page

from nashra.stories.models import HomePage, PlainPage, SectionPage


@dataclass(slots=True)
class Place:
    """A section or footer page as menus and addresses need it; ``children`` in menu order."""

    pk: int
    title: str
    slug: str
    url_path: str
    depth: int
    in_menu: bool
    is_section: bool
    children: list["Place"] = field(default_factory=list)

    @property
    def below_front(self) -> str:
        """The address below the edition's front."""
        return self.url_path.split("/", 3)[3]


def places_of(home: HomePage) -> list[Place]:
    """The live sections and footer pages of an edition, those of the second level inside those of the first."""
    pages = (
        Page.objects.live()
        .type(SectionPage, PlainPage)
        .filter(path__startswith=home.path, depth__in=(home.depth + 1, home.depth + 2))
        .order_by("path")
        .values("pk", "title", "slug", "url_path", "depth", "path", "show_in_menus", "content_type__model")
    )
    top: list[Place] = []
    parents: dict[str, Place] = {}
    for page in pages:
        place = _place(page)
        if place.depth == home.depth + 1:
            parents[page["path"]] = place
            top.append(place)
        elif above := parents.get(page["path"][: -home.steplen]):
            above.children.append(place)
    return top


def find_place(places: Sequence[Place], slugs: Sequence[str]) -> tuple[list[Place], list[str]]:
    """Follow ``slugs`` down the places: the places met, and the slugs left over."""
    met: list[Place] = []
    for number, slug in enumerate(slugs):
        found = next((place for place in places if place.slug == slug), None)
        if found is None:
            return met, list(slugs[number:])
        met.append(found)
        places = found.children
    return met, []


def _place(page: dict[str, Any]) -> Place:
    return Place(
        pk=page["pk"],
        title=page["title"],
        slug=page["slug"],
        url_path=page["url_path"],
        depth=page["depth"],
        in_menu=page["show_in_menus"],
        is_section=page["content_type__model"] == SectionPage._meta.model_name,
    )
