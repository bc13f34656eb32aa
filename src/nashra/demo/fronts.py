"""The demo's fronts, footer pages and the channel's programme."""

from datetime import timedelta
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from nashra.demo.bodies import body_of
from nashra.demo.reading import read_part
from nashra.demo.stories import Desk
from nashra.media.models import Channel, Programme
from nashra.stories.models import HomePage, PlainPage, SectionPage, Story

_DAYS = 3


def arrange_fronts(desk: Desk, stories: dict[str, Story]) -> None:
    """Set each front's slots as the edition's editors have them."""
    for key, slots in dict(read_part(desk.edition.code, "fronts") or {}).items():
        if key == "home":
            front: HomePage | SectionPage = HomePage.objects.get(edition=desk.edition)
        elif key in desk.sections:
            front = SectionPage.objects.get(pk=desk.sections[key].pk)
        else:
            continue
        front.slots = [
            {
                "type": slot["slot"],
                "value": _slot(slot, desk, stories),
                "id": str(uuid5(NAMESPACE_URL, f"{key}/{place}")),
            }
            for place, slot in enumerate(slots)
            if _has_its_place(slot, desk)
        ]
        front.save_revision(user=desk.editor, log_action=False).publish(user=desk.editor, log_action=False)


def add_footer_pages(desk: Desk) -> None:
    """About, contact, privacy, corrections."""
    for row in read_part(desk.edition.code, "pages"):
        page = PlainPage(
            title=row["title"],
            slug=row["slug"],
            key=row["key"],
            standfirst=row["standfirst"],
            show_in_menus=True,
        )
        page.body = body_of(row["body"], desk.shelf)
        HomePage.objects.get(edition=desk.edition).add_child(instance=page)


def open_channel(desk: Desk, playlist: str) -> None:
    """The live channel with its schedule, the same programme each day."""
    plan = read_part(desk.edition.code, "schedule")
    if not plan:
        return
    channel = Channel.objects.create(
        edition=desk.edition,
        name=plan["channel"]["name"],
        description=plan["channel"]["description"],
        playlist=playlist,
        live=bool(playlist),
        poster=desk.shelf.pictures.get("quay-studio") or desk.shelf.pictures.get("harbour-dawn"),
        fallback_video=desk.shelf.videos.get("clip-harbour"),
    )
    midnight = desk.now.astimezone(desk.edition.zone).replace(hour=0, minute=0, second=0, microsecond=0)
    Programme.objects.bulk_create(
        _programme(channel, row, midnight + timedelta(days=day), desk)
        for day in range(_DAYS)
        for row in plan["programmes"]
    )


def _programme(channel: Channel, row: dict[str, Any], midnight: Any, desk: Desk) -> Programme:
    hour, minute = (int(part) for part in row["start"].split(":"))
    starts = midnight.replace(hour=hour, minute=minute)
    return Programme(
        channel=channel,
        starts_at=starts,
        ends_at=starts + timedelta(minutes=row["minutes"]),
        title=row["title"],
        description=row["description"],
        show=desk.shows.get(row.get("show") or ""),
    )


def _slot(slot: dict[str, Any], desk: Desk, stories: dict[str, Story]) -> dict[str, Any]:
    picks = [stories[key].pk for key in slot.get("picks", []) if key in stories]
    value: dict[str, Any] = {
        "heading": slot.get("heading") or "",
        "picks": [{"type": "item", "value": pk, "id": str(uuid5(NAMESPACE_URL, str(pk)))} for pk in picks],
        "count": slot.get("count", 4),
        "fill": slot.get("fill", True),
    }
    if slot["slot"] == "coverage":
        value["coverage"] = desk.coverages[slot["coverage"]].pk
    elif slot["slot"] == "region":
        value["region"] = desk.regions[slot["region"]].code
    else:
        section = desk.sections.get(slot.get("section") or "")
        value["section"] = section.pk if section else None
    return value


def _has_its_place(slot: dict[str, Any], desk: Desk) -> bool:
    if slot["slot"] == "coverage":
        return slot.get("coverage") in desk.coverages
    if slot["slot"] == "region":
        return slot.get("region") in desk.regions
    return slot["slot"] in ("lead", "secondary", "rail", "opinion", "videos", "galleries")
