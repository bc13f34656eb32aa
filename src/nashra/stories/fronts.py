"""Fronts: which story stands where. Hand-picked first, then filled by rule, no story twice on a page."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any

from django.db.models import IntegerField, QuerySet, Value

from nashra.editions.models import Edition, Region
from nashra.stories.composed import Composed
from nashra.stories.kinds import Kind
from nashra.stories.models import Coverage, HomePage, SectionPage, Story
from nashra.stories.querysets import StoryQuerySet

type Front = HomePage | SectionPage
type Place = SectionPage | Region | Coverage | None


@dataclass(frozen=True, slots=True)
class SlotPlan:
    """A slot as the editor set it: what was picked, how many are wanted, where the rest comes from."""

    name: str
    heading: str = ""
    picks: tuple[int, ...] = ()
    count: int = 4
    fill: bool = True
    place: Place = None
    kinds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FilledSlot:
    """A slot with the ids of its stories, in order."""

    plan: SlotPlan
    stories: list[int] = field(default_factory=list)


_KINDS_OF_SLOT = {
    "opinion": (Kind.OPINION,),
    "videos": (Kind.VIDEO, Kind.EPISODE),
    "galleries": (Kind.GALLERY,),
}


def arrange(front: Front) -> list[FilledSlot]:
    """Fill the slots of a front, in a handful of queries, however many slots there are."""
    plans = _without_withdrawn(list(_plans_of(front)), front.edition) or default_plans(front)
    chosen = _choose(plans, _candidates(plans, front))
    return [FilledSlot(plan, ids) for plan, ids in zip(plans, chosen, strict=True)]


def picked_for(front: Front) -> set[int]:
    """The ids of all stories picked by hand for a front, published or not; asks the database nothing."""
    blocks = [block["value"] for block in front.slots.raw_data]
    return {item["value"] for value in blocks for item in value.get("picks") or [] if item.get("value")}


def _without_withdrawn(plans: list[SlotPlan], edition: Edition) -> list[SlotPlan]:
    """A picked story that is no longer published leaves its place to be filled."""
    picked = {pk for plan in plans for pk in plan.picks}
    live = (
        set(Story.objects.live().in_edition(edition).filter(pk__in=picked).values_list("pk", flat=True))
        if picked
        else picked
    )
    return [replace(plan, picks=tuple(pk for pk in plan.picks if pk in live)) for plan in plans]


def default_plans(front: Front) -> list[SlotPlan]:
    """The arrangement of a front nobody has arranged yet: the latest, then a rail for each section under it."""
    below = list(SectionPage.objects.live().child_of(front).in_menu().order_by("path"))
    place = front if isinstance(front, SectionPage) else None
    lead = [SlotPlan("lead", count=1, place=place), SlotPlan("secondary", count=6, place=place)]
    if below:
        return lead + [
            SlotPlan(_slot_for(section), heading=section.title, place=section) for section in below
        ]
    return [*lead, SlotPlan("rail", count=24, place=place)]


def _slot_for(section: SectionPage) -> str:
    layouts = {
        SectionPage.Layout.OPINION: "opinion",
        SectionPage.Layout.VIDEO: "videos",
        SectionPage.Layout.GALLERY: "galleries",
    }
    return layouts.get(SectionPage.Layout(section.layout), "rail")


def _plans_of(front: Front) -> Iterator[SlotPlan]:
    """Read the stored slots without asking the database for each story they name."""
    raw = list(front.slots.raw_data)
    places = _places(block["value"] for block in raw)
    for block in raw:
        value = block["value"]
        place = next((places[key] for key in _place_keys(value) if key in places), None)
        picks = [item["value"] for item in value.get("picks") or [] if item.get("value")]
        if isinstance(place, Coverage):
            # After the front's own picks the coverage's leading stories, in its order.
            leads = [lead.story_id for lead in place.leads.all()]
            picks = list(dict.fromkeys([*picks, *leads]))[: value.get("count") or 0]
        yield SlotPlan(
            name=block["type"],
            heading=value.get("heading") or "",
            picks=tuple(picks),
            count=value.get("count") or 0,
            fill=bool(value.get("fill")),
            place=place,
            # A section of its own already says what belongs there.
            kinds=() if isinstance(place, SectionPage) else _KINDS_OF_SLOT.get(block["type"], ()),
        )


def _place_keys(value: dict[str, Any]) -> Iterator[tuple[str, str]]:
    return ((name, str(value[name])) for name in ("section", "region", "coverage") if value.get(name))


def _places(values: Iterable[dict[str, Any]]) -> dict[tuple[str, str], Place]:
    wanted: dict[str, set[str]] = defaultdict(set)
    for value in values:
        for name, key in _place_keys(value):
            wanted[name].add(key)
    places: dict[tuple[str, str], Place] = {}
    if wanted["section"]:
        places |= {
            ("section", str(s.pk)): s for s in SectionPage.objects.live().filter(pk__in=wanted["section"])
        }
    if wanted["region"]:
        places |= {("region", r.code): r for r in Region.with_labels().filter(code__in=wanted["region"])}
    if wanted["coverage"]:
        found = Coverage.objects.filter(pk__in=wanted["coverage"]).prefetch_related("leads")
        places |= {("coverage", str(c.pk)): c for c in found}
    return places


@dataclass(frozen=True, slots=True)
class _Search:
    """Where a slot looks for the latest, but for which section, region or coverage: fronts of one form ask alike."""

    slot: int
    most: int
    kinds: tuple[str, ...]
    place: type | None
    depth: int = 0

    def latest(self, edition: int, place: int) -> StoryQuerySet:
        """The newest stories that belong in the slot."""
        stories = Story.objects.live().filter(published_at__isnull=False)
        if self.place is SectionPage:
            stories = stories.in_section(SectionPage(pk=place, depth=self.depth))
        else:
            stories = stories.in_edition(Edition(pk=edition))
        if self.place is Region:
            stories = stories.in_region(Region(pk=place))
        elif self.place is Coverage:
            stories = stories.in_coverage(Coverage(pk=place))
        stories = (stories.of_kind(*self.kinds) if self.kinds else stories).by_recency()
        return stories.annotate(slot=Value(self.slot, IntegerField()))


def _candidates(plans: list[SlotPlan], front: Front) -> dict[int, list[int]]:
    """For each slot that is filled by rule, enough of the latest to choose from: one query for all of them."""
    searches, places, placed = [], [], 0
    for number, plan in enumerate(plans):
        missing = plan.count - len(plan.picks)
        if plan.fill and missing > 0:
            # Everything placed before might be among the latest here too.
            depth = plan.place.depth if isinstance(plan.place, SectionPage) else 0
            kind = type(plan.place) if plan.place else None
            searches.append(_Search(number, plan.count + placed, plan.kinds, kind, depth))
            places.append(plan.place.pk if plan.place else 0)
        placed += plan.count
    if not searches:
        return {}
    rows = _question(tuple(searches)).ask(front.edition_id, *places)
    found: dict[int, list[int]] = defaultdict(list)
    for slot, _published, pk in sorted(rows, key=lambda row: (row[1], row[2]), reverse=True):
        found[slot].append(pk)
    return found


@lru_cache(maxsize=200)
def _question(searches: tuple[_Search, ...]) -> Composed[tuple[Any, ...]]:
    """What all fronts of one form ask: the edition's number first, then each slot's place."""

    def compose(values: Sequence[Any]) -> QuerySet[Any, tuple[Any, ...]]:
        edition, *places = values
        first, *others = (
            search.latest(edition, place).values_list("slot", "published_at", "pk")[: search.most]
            for search, place in zip(searches, places, strict=True)
        )
        return first.union(*others, all=True) if others else first

    return Composed(compose)


def _choose(plans: list[SlotPlan], candidates: dict[int, list[int]]) -> list[list[int]]:
    """No story twice: hand-picked places win over filled ones, earlier slots over later."""
    picked = {pk for plan in plans for pk in plan.picks}
    used: set[int] = set()
    chosen = []
    for number, plan in enumerate(plans):
        ids = [pk for pk in dict.fromkeys(plan.picks) if pk not in used]
        rest = (pk for pk in candidates.get(number, []) if pk not in used and pk not in picked)
        ids += [pk for pk, _place in zip(rest, range(max(0, plan.count - len(ids))), strict=False)]
        used.update(ids)
        chosen.append(ids)
    return chosen
