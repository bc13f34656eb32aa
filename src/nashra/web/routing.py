"""What an address means: one query for the edition, one for its places, one for the story.

Wagtail's own routing asks for every step of the tree twice; a cold story page has twelve queries in all.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any
from urllib.parse import unquote

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, OuterRef, Q
from django.db.models.functions import JSONObject
from django.http import HttpRequest, HttpResponse
from django.urls import Resolver404, resolve
from wagtail.contrib.redirects.middleware import get_redirect
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page

from nashra.editions.addresses import EDITION_URLCONF
from nashra.editions.models import Edition, SocialAccount
from nashra.media.models import Channel
from nashra.press.keys import carry
from nashra.press.standing import part, recall
from nashra.stories.composed import Composed
from nashra.stories.menus import Place, find_place, places_of
from nashra.stories.models import HomePage, PlainPage, SectionPage, Story
from nashra.stories.withdrawn import was_withdrawn
from nashra.web.logo import Logos, build_logos, logo_files


@dataclass(frozen=True, slots=True)
class Scene:
    """The edition a request is in, and what stands around every page of it. Shared by pages: not to be changed."""

    edition: Edition
    front: int
    places: Sequence[Place]
    accounts: Sequence[Mapping[str, str]]
    has_channel: bool
    logos: Logos

    def line_to(self, pk: int) -> list[Place]:
        """The places from the menu's first level down to a section, itself the last; empty where the menu has it not."""
        return _line(self.places, pk)


def _line(places: Sequence[Place], pk: int) -> list[Place]:
    for place in places:
        if place.pk == pk:
            return [place]
        if below := _line(place.children, pk):
            return [place, *below]
    return []


@dataclass(frozen=True, slots=True)
class Located:
    """What was asked for: a page of the tree, or one of the lists, with the parts of its address."""

    scene: Scene
    page: Page = None
    view: Callable[..., HttpResponse] | None = None
    parts: dict[str, Any] = field(default_factory=dict)


class NothingThere(LookupError):
    """No page has this address; ``scene`` is the edition it would have been in, if any."""

    def __init__(self, scene: Scene | None = None) -> None:
        super().__init__(self.__doc__)
        self.scene = scene


class Withdrawn(NothingThere):
    """A story stood at this address and was taken down; ``place`` is the section it stood in, if that is still there."""

    def __init__(self, scene: Scene, place: Place | None) -> None:
        super().__init__(scene)
        self.place = place


def locate(host: str, path: str) -> Located:
    """Find what ``path`` (as received, leading slash and all) means on ``host``; raises ``NothingThere``."""
    slugs = [unquote(part) for part in path.split("/") if part]
    scene = _scene_at(host.lower(), slugs)
    if scene is None:
        raise NothingThere
    rest = slugs if scene.edition.host else slugs[1:]
    if not rest:
        home = HomePage.objects.get(pk=scene.front)
        home.edition = scene.edition
        return Located(scene, page=home)
    found = _among_lists(scene, rest) or _among_places(scene, rest)
    if found is None:
        raise _absence(scene, rest)
    return found


def _absence(scene: Scene, slugs: list[str]) -> NothingThere:
    """Why there is nothing: never was, or no more."""
    if not was_withdrawn(scene.edition, "/".join(slugs) + "/"):
        return NothingThere(scene)
    met, _left = find_place(scene.places, slugs)
    sections = [place for place in met if place.is_section]
    return Withdrawn(scene, sections[-1] if sections else None)


def leads_on(request: HttpRequest) -> bool:
    """Whether the newsroom has said where readers of this address shall go; Wagtail sends them there from a 404."""
    return get_redirect(request, Redirect.normalise_path(request.path, decode_unicode=False)) is not None


def scene_of(edition: Edition) -> Scene:
    """The scene for an edition whose page is already at hand, as in a preview."""
    return _build_scene(_homes().get(edition=edition))


def _scene_at(host: str, slugs: list[str]) -> Scene | None:
    """The edition whose own host this is, else the one the address begins with."""
    slug = slugs[0] if slugs else ""
    standing = recall([("scene", host, ""), ("scene", "", slug)])
    if standing:
        return next(iter(standing.values()))
    home = _home_at(host, slug)
    if home is None:
        return None
    name = ("scene", home.edition.host, "" if home.edition.host else slug)
    return part(name, partial(_build_scene, home))


def _build_scene(home: Any) -> Scene:
    edition = home.edition
    carry("editions", f"edition:{edition.code}")
    logos = build_logos(edition, home.logos)
    return Scene(edition, home.pk, places_of(home), home.accounts, home.has_channel, logos)


def _homes() -> Any:
    """Fronts with their editions and, in the same query, the accounts every page names."""
    accounts = SocialAccount.objects.filter(edition=OuterRef("edition")).order_by("sort_order", "pk")
    shown = ArraySubquery(accounts.values(shown=JSONObject(text="network", url="url")))
    channel = Channel.objects.filter(edition=OuterRef("edition"))
    return HomePage.objects.select_related("edition").annotate(
        accounts=shown, has_channel=Exists(channel), logos=logo_files()
    )


def _home_at(host: str, slug: str) -> HomePage | None:
    by_path = Q(edition__host="", slug=slug) if slug else Q(pk__in=[])
    homes = list(_homes().filter(live=True).filter(Q(edition__host=host) & ~Q(edition__host="") | by_path))
    return next((home for home in homes if home.edition.host), homes[0] if homes else None)


def _among_lists(scene: Scene, slugs: list[str], section: Place | None = None) -> Located | None:
    # A file's address ends with its name, a page's with a slash.
    address = "/" + "/".join(slugs) + ("" if "." in slugs[-1] else "/")
    try:
        match = resolve(address, urlconf=EDITION_URLCONF)
    except Resolver404:
        return None
    parts = dict(match.kwargs)
    if section is not None:
        parts["section"] = SectionPage.objects.get(pk=section.pk)
    return Located(scene, view=match.func, parts=parts)


def _among_places(scene: Scene, slugs: list[str]) -> Located | None:
    met, left = find_place(scene.places, slugs)
    if not met:
        return None
    place = met[-1]
    if not left:
        page = (SectionPage if place.is_section else PlainPage).objects.get(pk=place.pk)
        page.edition = scene.edition
        return Located(scene, page=page)
    if place.is_section and left[0] == "archive" and (found := _among_lists(scene, left, place)):
        return found
    if place.is_section and len(left) == 1 and (story := _story_at(scene, place, left[0])):
        return Located(scene, page=story)
    return None


_LIVE_STORY: Composed[Story] = Composed(
    lambda at: Story.objects.live().filter(section_id=at[0], slug=at[1]).for_page().order_by()[:1]
)


def _story_at(scene: Scene, place: Place, slug: str) -> Story | None:
    for story in _LIVE_STORY.ask(place.pk, slug):
        shown = story.as_its_kind()
        shown.edition = scene.edition
        return shown
    return None
