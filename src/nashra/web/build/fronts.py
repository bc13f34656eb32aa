"""Fronts: the arrangement's stories as cards, slot by slot."""

from collections.abc import Mapping

from django.utils.translation import gettext as _

from nashra.editions.addresses import list_path, path_to
from nashra.editions.models import Region
from nashra.press.keys import carry
from nashra.stories.addresses import path_of
from nashra.stories.fronts import FilledSlot, Front, arrange, picked_for
from nashra.stories.models import Coverage, SectionPage
from nashra.web.build.cards import deal
from nashra.web.build.pictures import Album, collect
from nashra.web.build.voice import Voice
from nashra.web.routing import Scene
from nashra.web.shapes.cards import CardShape, CoverageShape
from nashra.web.shapes.fronts import SlotShape


def build_slots(scene: Scene, front: Front) -> tuple[SlotShape, ...]:
    """The slots of a front that have something in them."""
    voice = Voice(scene.edition)
    carry(f"front:{front.pk}", *(f"card:{pk}" for pk in picked_for(front)))
    slots = arrange(front)
    _carry_sources(scene, slots)
    hand = deal(voice, [pk for slot in slots for pk in slot.stories])
    covers = [slot.plan.place.picture for slot in slots if isinstance(slot.plan.place, Coverage)]
    album = collect(voice, [*covers, *hand.pictures])
    cards = hand.cards(album)
    filled = (_slot(scene, slot, cards, album, front) for slot in slots)
    return tuple(slot for slot in filled if slot.cards)


def _carry_sources(scene: Scene, slots: list[FilledSlot]) -> None:
    for slot in slots:
        match slot.plan.place:
            case SectionPage() as section:
                carry(f"section:{section.pk}")
            case Region() as region:
                carry(f"region:{scene.edition.code}:{region.pk}")
            case Coverage() as coverage:
                carry(f"coverage:{coverage.pk}", f"coverage-front:{coverage.pk}")
            case _:
                carry(f"latest:{scene.edition.code}")


def _slot(
    scene: Scene, slot: FilledSlot, by_id: Mapping[int, CardShape], album: Album, front: Front
) -> SlotShape:
    heading, url, known, coverage = slot.plan.heading, "", "", None
    cards = tuple(by_id[pk] for pk in slot.stories if pk in by_id)
    match slot.plan.place:
        case SectionPage(pk=front.pk) as section:
            # More of the section whose front this is: its name is the page's, and its link would lead nowhere else.
            heading, known = heading or _("More stories"), section.title
        case SectionPage() as section:
            heading, url = heading or section.title, path_of(section, scene.edition)
        case Region() as region:
            if label := region.label_in(scene.edition.language):
                heading, url = (
                    heading or label.label,
                    path_to(scene.edition, list_path("region", slug=label.slug)),
                )
        case Coverage() as package:
            url = path_to(scene.edition, list_path("coverage", slug=package.slug))
            heading = heading or package.title
            coverage = CoverageShape(
                title=package.title,
                url=url,
                standfirst=package.standfirst,
                look=package.look,
                picture=album.get(package.picture),
                cards=cards,
            )
    # The lead speaks for the whole page; a heading would only repeat the masthead.
    heading = "" if slot.plan.name in ("lead", "secondary") and not slot.plan.heading else heading
    return SlotShape(
        name=slot.plan.name,
        heading=heading,
        url=url,
        known=known or heading or front.title,
        cards=cards,
        coverage=coverage,
    )
