"""Fronts of editions and sections, and the footer's pages."""

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from nashra.editions.addresses import path_to
from nashra.press.keys import carry
from nashra.stories.addresses import below_front
from nashra.stories.menus import Place
from nashra.stories.models import HomePage, PlainPage, SectionPage
from nashra.stories.serving import shows
from nashra.web.build.bodies import Stock, build_body, describe, pictures_of_body
from nashra.web.build.fronts import build_slots
from nashra.web.build.pictures import collect
from nashra.web.build.schema import describe_newspaper
from nashra.web.build.shell import Head, Whereabouts, build_shell
from nashra.web.build.voice import Voice
from nashra.web.routing import Scene, scene_of
from nashra.web.shapes import plain as shapes
from nashra.web.shapes.fronts import FrontPage, SectionFrontPage, SlotShape
from nashra.web.shapes.shell import MenuItemShape
from nashra.web.shapes.words import LinkShape
from nashra.web.views.rendering import is_preview, render_page


@shows(HomePage)
def show_front(request: HttpRequest, home: HomePage) -> HttpResponse:
    """An edition's home page."""
    scene = _scene(request, home)
    edition = scene.edition
    title = f"{edition.masthead} — {edition.slogan}" if edition.slogan else edition.masthead
    slots = build_slots(scene, home)
    head = Head(
        title=home.seo_title or title,
        description=home.search_description or edition.description,
        picture=_face(slots),
        json_ld=(_newspaper(scene),),
    )
    shell = build_shell(scene, head, Whereabouts(is_front=True), is_preview=is_preview(request))
    return render_page(request, FrontPage(shell=shell, title=title, slots=slots))


@shows(SectionPage)
def show_section(request: HttpRequest, section: SectionPage) -> HttpResponse:
    """A section's front."""
    scene = _scene(request, section)
    edition = scene.edition
    carry(f"section:{section.pk}")
    trail = scene.line_to(section.pk)
    where = Whereabouts(
        rest=below_front(section), trail=[place.pk for place in trail], section_key=section.key
    )
    slots = build_slots(scene, section)
    head = Head(
        title=section.seo_title or section.title,
        description=section.search_description or section.description,
        picture=_face(slots),
    )
    page = SectionFrontPage(
        shell=build_shell(scene, head, where, is_preview=is_preview(request)),
        title=section.title,
        slots=slots,
        description=section.description,
        parents=tuple(
            LinkShape(text=place.title, url=path_to(edition, place.below_front)) for place in trail[:-1]
        ),
        subsections=_subsections(scene, trail),
        archive=LinkShape(text=_("Archive"), url=path_to(edition, below_front(section) + "archive/")),
    )
    return render_page(request, page)


@shows(PlainPage)
def show_plain(request: HttpRequest, plain: PlainPage) -> HttpResponse:
    """About, contact, privacy."""
    scene = _scene(request, plain)
    carry(f"page:{plain.pk}")
    voice = Voice(scene.edition)
    stock = Stock(voice, collect(voice, pictures_of_body(plain.body)), {})
    head = Head(
        title=plain.seo_title or plain.title,
        description=plain.search_description or describe(plain.standfirst, plain.body),
    )
    where = Whereabouts(rest=below_front(plain), page_key=plain.key)
    page = shapes.PlainPage(
        shell=build_shell(scene, head, where, is_preview=is_preview(request)),
        title=plain.title,
        standfirst=plain.standfirst,
        body=build_body(plain.body, stock),
    )
    return render_page(request, page)


def _face(slots: Sequence[SlotShape]) -> str:
    """The picture a front is known by elsewhere: the first there is on it."""
    pictures = (card.picture for slot in slots for card in slot.cards if card.picture)
    return next((picture.url or picture.src for picture in pictures), "")


def _newspaper(scene: Scene) -> dict[str, Any]:
    policies = list(PlainPage.objects.live().filter(edition=scene.edition).exclude(key=""))
    carry(*(f"page:{page.pk}" for page in policies))
    return describe_newspaper(scene.edition, policies, [account["url"] for account in scene.accounts])


def _scene(request: HttpRequest, page: Any) -> Scene:
    scene = getattr(request, "scene", None)
    return scene if isinstance(scene, Scene) else scene_of(page.edition)


def _subsections(scene: Scene, trail: list[Place]) -> tuple[MenuItemShape, ...]:
    """The sections under this one, or those beside it when it has none."""
    if not trail:
        return ()
    shown = trail[-1].children or (trail[-2].children if len(trail) > 1 else [])
    return tuple(
        MenuItemShape(
            text=place.title,
            url=path_to(scene.edition, place.below_front),
            is_current=place.pk == trail[-1].pk,
        )
        for place in shown
        if place.in_menu
    )
