"""What stands around every page of an edition."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from nashra.base.direction import direction_of
from nashra.editions.addresses import absolute, link, list_path, origin, path_to
from nashra.editions.labels import language_matches
from nashra.editions.models import Edition, RegionLabel
from nashra.press.keys import carry
from nashra.press.standing import part
from nashra.stories.menus import Place
from nashra.stories.models import PlainPage, SectionPage, Story
from nashra.web.routing import Scene
from nashra.web.shapes.shell import (
    AlternateShape,
    EditionShape,
    FooterShape,
    HeadShape,
    LatestShape,
    MenuItemShape,
    PageShell,
    SwitchShape,
    TickerShape,
)
from nashra.web.shapes.words import LinkShape


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """Which page the shell stands around.

    ``rest`` is its address below the edition's front; ``link_key`` a story's, ``section_key`` a section's, ``page_key`` a
    footer page's: what finds the counterpart in other editions. ``trail`` are the places it lies in, the menu's first level first.
    """

    rest: str = ""
    trail: Sequence[int] = ()
    link_key: object = None
    section_key: str = ""
    page_key: str = ""
    region: str = ""
    is_front: bool = False
    same_in_all: bool = False


@dataclass(frozen=True, slots=True)
class Head:
    """What the page says of itself to machines; ``title`` without the masthead."""

    title: str
    description: str = ""
    type: str = "website"
    picture: str = ""
    picture_alt: str = ""
    published: str = ""
    modified: str = ""
    robots: str = "max-image-preview:large"
    json_ld: tuple[dict[str, object], ...] = field(default=())


def build_shell(scene: Scene, head: Head, where: Whereabouts, *, is_preview: bool = False) -> PageShell:
    """The shell of one page: two queries, for the editions with the page's counterparts and for regions."""
    edition = scene.edition
    carry("editions", f"edition:{edition.code}")
    switcher = _switcher(edition, where)
    return PageShell(
        edition=_edition_shape(scene),
        head=_head_shape(edition, head, where, switcher),
        switcher=switcher,
        menu=_menu(edition, scene.places, where.trail),
        regions=_regions(edition, where.region),
        social=tuple(LinkShape(**account) for account in scene.accounts),
        live=_live_link(edition) if scene.has_channel else None,
        search="",
        ticker=TickerShape(),
        latest=_latest(edition),
        footer=_footer(edition, scene.places),
        is_front=where.is_front,
        is_preview=is_preview,
    )


def _latest(edition: Edition) -> LatestShape:
    """Only the way to the latest stories: were they on the page, every publication would spoil every page."""
    return LatestShape(
        url=path_to(edition, list_path("archive")), fragment=path_to(edition, list_path("latest"))
    )


def _live_link(edition: Edition) -> LinkShape:
    return LinkShape(text=pgettext("happening now", "Live"), url=path_to(edition, list_path("channel")))


def _edition_shape(scene: Scene) -> EditionShape:
    edition = scene.edition
    logo, logo_dark = scene.logos
    return EditionShape(
        logo=logo,
        logo_dark=logo_dark,
        code=edition.code,
        language=edition.language,
        dir=edition.direction,
        digits=edition.numbering,
        masthead=edition.masthead,
        url=path_to(edition),
        slogan=edition.slogan,
        theme=path_to(edition, list_path("theme")),
    )


def _menu(edition: Edition, places: Sequence[Place], trail: Sequence[int]) -> tuple[MenuItemShape, ...]:
    return tuple(
        MenuItemShape(
            text=place.title,
            url=path_to(edition, place.below_front),
            is_current=bool(trail) and place.pk == trail[-1],
            is_open=place.pk in trail,
            children=_menu(edition, place.children, trail),
        )
        for place in places
        if place.in_menu and place.is_section
    )


def regions_of(edition: Edition) -> Sequence[RegionLabel]:
    """The regions as the edition calls them, in their order."""
    return part(("regions", edition.pk), partial(_regions_of, edition))


def _regions_of(edition: Edition) -> tuple[RegionLabel, ...]:
    carry(f"regions:{edition.code}", f"edition:{edition.code}")
    tags = language_matches(edition.language)
    labels = (
        RegionLabel.objects.filter(language__in=tags)
        .select_related("region")
        .order_by("region__position", "region__code")
    )
    best = {
        label.region.code: label for label in sorted(labels, key=lambda found: -tags.index(found.language))
    }
    return tuple(best[code] for code in dict.fromkeys(label.region.code for label in labels))


def _regions(edition: Edition, current: str) -> tuple[MenuItemShape, ...]:
    return tuple(
        MenuItemShape(
            text=label.label,
            url=path_to(edition, list_path("region", slug=label.slug)),
            is_current=label.region.code == current,
        )
        for label in regions_of(edition)
    )


def _footer(edition: Edition, places: Sequence[Place]) -> FooterShape:
    pages = [place for place in places if place.in_menu and not place.is_section]
    lists = [(_("Authors"), "authors"), (_("Archive"), "archive"), (_("Shows"), "shows")]
    return FooterShape(
        pages=tuple(LinkShape(text=page.title, url=path_to(edition, page.below_front)) for page in pages),
        lists=tuple(LinkShape(text=text, url=path_to(edition, list_path(name))) for text, name in lists),
        statement=edition.description,
    )


def _switcher(edition: Edition, where: Whereabouts) -> tuple[SwitchShape, ...]:
    """Every edition; where this page has a counterpart, the way leads there."""
    if where.link_key:
        carry(f"link:{where.link_key}")
    editions = part("editions", _live_editions)
    counterparts = _counterparts(edition, where) if len(editions) > 1 else {}
    # Where a switch leads into the other edition's tree; to a section's namesake also when it is still to come.
    led_to = [
        other.code for other in editions if where.section_key or where.page_key or other.pk in counterparts
    ]
    carry(*(f"places:{code}" for code in led_to if code != edition.code))
    return tuple(_switch(edition, other, where, counterparts.get(other.pk, "")) for other in editions)


def _live_editions() -> tuple[Edition, ...]:
    carry("editions")
    return tuple(Edition.objects.filter(home_page__live=True))


def _counterparts(edition: Edition, where: Whereabouts) -> dict[int, str]:
    """Where the page's counterparts stand in their trees, by edition."""
    if where.link_key:
        pages = Story.objects.live().linked_to(where.link_key)
    elif where.section_key:
        pages = SectionPage.objects.live().filter(key=where.section_key)
    elif where.page_key:
        pages = PlainPage.objects.live().filter(key=where.page_key)
    else:
        return {}
    return dict(pages.exclude(edition=edition).values_list("edition", "url_path"))


def _switch(edition: Edition, other: Edition, where: Whereabouts, counterpart: str) -> SwitchShape:
    rest = (
        counterpart.split("/", 3)[3]
        if counterpart
        else where.rest
        if other == edition or where.same_in_all
        else ""
    )
    return SwitchShape(
        name=other.name,
        url=link(other, rest, edition),
        lang=other.language,
        dir=direction_of(other.language),
        is_current=other == edition,
        is_counterpart=(bool(rest) and other != edition) or where.is_front,
    )


def _head_shape(
    edition: Edition, head: Head, where: Whereabouts, switcher: tuple[SwitchShape, ...]
) -> HeadShape:
    canonical = absolute(edition, where.rest)
    alternates = [
        AlternateShape(
            lang=switch.lang, url=canonical if switch.is_current else _absolute(edition, switch.url)
        )
        for switch in switcher
        if switch.is_current or switch.is_counterpart
    ]
    if where.is_front and switcher:
        default = str(settings.WAGTAILADMIN_BASE_URL).rstrip("/") + "/"
        alternates.append(AlternateShape(lang="x-default", url=default))
    return HeadShape(
        title=head.title
        if where.is_front
        else _("%(title)s | %(masthead)s") % {"title": head.title, "masthead": edition.masthead},
        name=head.title,
        description=head.description,
        canonical=canonical,
        robots=head.robots,
        type=head.type,
        picture=_absolute(edition, head.picture) if head.picture else "",
        picture_alt=head.picture_alt,
        published=head.published,
        modified=head.modified,
        alternates=tuple(alternates) if len(alternates) > 1 else (),
        json_ld=head.json_ld,
    )


def _absolute(edition: Edition, url: str) -> str:
    return url if "://" in url else origin(edition) + url


def without_alternates(shell: PageShell) -> PageShell:
    """The same shell for a page that has no address of its own to be found by, such as a 404."""
    return replace(shell, head=replace(shell.head, canonical="", alternates=(), robots="noindex"))
