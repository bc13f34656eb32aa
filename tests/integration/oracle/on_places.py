"""Acts on what stories stand in: fronts, menus, footers, editions, regions."""

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page

from nashra.base import clock
from nashra.editions.models import Edition, Numbering, Region, RegionLabel, SocialAccount
from nashra.media.days import turn_days
from nashra.media.models import Channel, Programme
from nashra.stories.actions.add_section import add_section
from nashra.stories.models import Coverage, HomePage, PlainPage, SectionPage, Story
from tests.factories.stories import paragraph
from tests.integration.oracle.choosing import NothingToActOn, listed, one_of

ZONES = ("UTC", "Africa/Cairo", "America/Bogota", "Pacific/Auckland")


def _front(which: int) -> Any:
    homes = list(HomePage.objects.order_by("pk"))
    fronts = [*homes, *SectionPage.objects.live().order_by("pk")]
    return one_of(fronts, which).get_latest_revision_as_object()


def _section(which: int) -> Any:
    return one_of(SectionPage.objects.all(), which).get_latest_revision_as_object()


def _publish(page: Any) -> None:
    page.save_revision().publish()


def _slot(kind: str, how: int, count: int, **more: object) -> dict[str, Any]:
    return {
        "type": kind,
        "value": {"heading": "", "picks": [], "count": count, "fill": bool(how % 5), **more},
    }


def arrange_a_front(which: int, how: int) -> None:
    """Pick stories for it, published or not, and say where the rest comes from."""
    front = _front(which)
    stories = list(Story.objects.filter(edition=front.edition).order_by("pk").values_list("pk", flat=True))
    picks = listed(*(one_of(stories, how + step) for step in range(how % 3)))
    section = one_of(SectionPage.objects.filter(edition=front.edition), how)
    slots = [_slot("lead", how, 1 + how % 2, picks=picks, section=None if how % 2 else section.pk)]
    slots.append(_slot(("rail", "opinion", "videos", "galleries")[how % 4], how, 3, section=None))
    if coverage := Coverage.objects.filter(edition=front.edition).order_by("pk").first():
        slots.append(_slot("coverage", how, 3, coverage=str(coverage.pk)))
    slots.append(_slot("region", how, 2, region=one_of(Region.objects.all(), how).code))
    front.slots = slots[: 1 + how % 4] if how % 7 else []
    _publish(front)


def pick_for_a_front(which: int, how: int) -> None:
    front = _front(which)
    if not front.slots.raw_data:
        raise NothingToActOn
    slots = [{"type": block["type"], "value": dict(block["value"])} for block in front.slots.raw_data]
    picked = one_of(Story.objects.filter(edition=front.edition), how).pk
    slots[0]["value"]["picks"] = listed(picked)
    front.slots = slots
    _publish(front)


def go_on_arranging_unpublished(which: int, how: int) -> None:
    front = _front(which)
    front.slots = [_slot("rail", how, 2, section=None)]
    front.save_revision()


def rename_a_section(which: int, how: int) -> None:
    section = _section(which)
    section.title = f"Section {how}"
    _publish(section)


def readdress_a_section(which: int, how: int) -> None:
    section = _section(which)
    section.slug = f"section-{how}-{section.pk}"
    _publish(section)


def describe_a_section(which: int, how: int) -> None:
    section = _section(which)
    section.description = f"All about {how}."
    _publish(section)


def lay_out_a_section(which: int, how: int) -> None:
    section = _section(which)
    section.layout = one_of(SectionPage.Layout.values, how)
    _publish(section)


def key_a_section(which: int, how: int) -> None:
    """The word by which readers who switch editions stay in their section."""
    section = _section(which)
    section.key = f"key-{how % 3}"
    if SectionPage.objects.filter(edition=section.edition, key=section.key).exists():
        section.key = ""
    _publish(section)


def reorder_the_menu(which: int, how: int) -> None:
    _swap(list(one_of(SectionPage.objects.all(), which).get_siblings().type(SectionPage)), how)


def show_or_hide_in_the_menu(which: int, how: int) -> None:
    page = one_of(Page.objects.type(SectionPage, PlainPage), which).specific.get_latest_revision_as_object()
    page.show_in_menus = not page.show_in_menus
    _publish(page)


def reorder_the_footer(which: int, how: int) -> None:
    _swap(list(one_of(PlainPage.objects.all(), which).get_siblings().type(PlainPage)), how)


def _swap(siblings: list[Page], how: int) -> None:
    """One of these pages goes before the one before it."""
    if len(siblings) < 2:
        raise NothingToActOn
    place = 1 + how % (len(siblings) - 1)
    Page.objects.get(pk=siblings[place].pk).move(Page.objects.get(pk=siblings[place - 1].pk), pos="left")


def move_a_section_to_another_edition(which: int, how: int) -> None:
    section = one_of(SectionPage.objects.filter(depth=5), which)
    keys = Story.objects.filter(section=section).values("link_key")
    home = one_of(HomePage.objects.exclude(edition=section.edition), how)
    if Story.objects.filter(edition=home.edition, link_key__in=keys).exists() or section.key:
        raise NothingToActOn
    Page.objects.get(pk=section.pk).move(home, pos="last-child")


def open_a_section(which: int, how: int) -> None:
    edition = one_of(Edition.objects.all(), which)
    top = SectionPage.objects.filter(edition=edition, depth=4)
    below = one_of(top, how) if how % 2 else None
    number = SectionPage.objects.count()
    add_section(edition, f"New section {number}", slug=f"new-{how}-{number}", below=below)


def close_an_empty_section(which: int, how: int) -> None:
    one_of(SectionPage.objects.filter(numchild=0), which).delete()


def withdraw_a_section_or_publish_it_again(which: int, how: int) -> None:
    section = one_of(SectionPage.objects.all(), which)
    if not section.live:
        _publish(section.get_latest_revision_as_object())
        return
    if Story.objects.descendant_of(section).exists():
        raise NothingToActOn  # the desk refuses it where stories are published
    section.unpublish()


def lead_an_address_elsewhere(which: int, how: int) -> None:
    """A redirect made by hand, or one taken away again."""
    if how % 3 == 0:
        one_of(Redirect.objects.all(), which).delete()
        return
    code = one_of(Edition.objects.all(), which).code
    # Where readers have found nothing, as the oracle's do.
    path = Redirect.normalise_path(f"/{code}/nothing-{how % 4}/")
    link = f"/{code}/" if how % 2 else ""
    target = None if link else one_of(Page.objects.live().type(SectionPage), how)
    Redirect.objects.update_or_create(
        old_path=path, defaults={"redirect_link": link, "redirect_page": target, "is_permanent": True}
    )


def move_a_section(which: int, how: int) -> None:
    """Below another one, or up into the menu's first level."""
    section = one_of(SectionPage.objects.filter(depth=5), which)
    places = SectionPage.objects.filter(edition=section.edition, depth=4).exclude(pk=section.get_parent().pk)
    home = HomePage.objects.get(edition=section.edition)
    Page.objects.get(pk=section.pk).move(one_of([home, *places.order_by("pk")], how), pos="last-child")


def edit_the_footer(which: int, how: int) -> None:
    page = one_of(PlainPage.objects.live(), which).get_latest_revision_as_object()
    page.body = [paragraph(f"Who we are, {how}.")]
    if how % 3 == 0:
        page.title = f"About {how}"
    if how % 5 == 0:
        page.slug = f"about-{how}-{page.pk}"
    _publish(page)


def add_to_the_footer(which: int, how: int) -> None:
    home = one_of(HomePage.objects.all(), which)
    linked = one_of(Story.objects.all(), how)
    body = [paragraph(f'We <a linktype="page" id="{linked.pk}">wrote</a>.')]
    page = PlainPage(
        title=f"Page {how}",
        slug=f"page-{how}-{Page.objects.count()}",
        body=body,
        edition=home.edition,
        show_in_menus=True,
        live=False,
    )
    home.add_child(instance=page)
    page.save_revision().publish()


def take_from_the_footer(which: int, how: int) -> None:
    page = one_of(PlainPage.objects.all(), which)
    page.unpublish() if page.live and how % 2 else page.delete()


def change_an_edition(which: int, how: int) -> None:
    """One of the things a newsroom sets for an edition."""
    edition = one_of(Edition.objects.all(), which)
    changes: list[dict[str, Any]] = [
        {"slogan": f"Every day, {how}"},
        {"accent": f"#10{how % 90 + 10}20"},
        {"time_zone": one_of(ZONES, how // 9)},
        {"name": f"{edition.name[:30]} {how}"},
        {"masthead": f"The Bulletin {how}"},
        {"numbering": one_of(Numbering.values, how // 9)},
        {"desk_byline": f"Desk {how}"},
        {"description": f"News of {how}."},
        {"position": how % 4},
        {"code": f"{edition.language}{how}"},
        {"host": "" if edition.host else f"{edition.language}.example.org"},
    ]
    for name, value in changes[how % len(changes)].items():
        setattr(edition, name, value)
    edition.save()


def change_the_accounts(which: int, how: int) -> None:
    edition = one_of(Edition.objects.all(), which)
    edition.social_accounts.add(SocialAccount(network=f"Net {how}", url=f"https://example.org/{how}"))
    edition.save()


def name_a_region(which: int, how: int) -> None:
    label = one_of(RegionLabel.objects.all(), which)
    label.label = f"Region {how}"
    if how % 3 == 0:
        label.slug = f"region-{how}-{label.pk}"
    label.save()


def reorder_the_regions(which: int, how: int) -> None:
    region = one_of(Region.objects.all(), which)
    region.position = how % 5
    region.save()


def change_the_channel(which: int, how: int) -> None:
    channel = one_of(Channel.objects.all(), which)
    channel.name = f"Channel {how}"
    if how % 3 == 0:
        channel.playlist, channel.live = "/media/live/index.m3u8", not channel.live
    channel.save()


def let_a_night_pass(which: int, how: int) -> None:
    """The clock goes on by a day, and what the worker does at midnight is done."""
    clock.now = partial(_later, clock.now, timedelta(days=1))
    turn_days()


def _later(now: Callable[[], datetime], by: timedelta) -> datetime:
    return now() + by


def open_or_close_a_channel(which: int, how: int) -> None:
    edition = one_of(Edition.objects.all(), which)
    if channel := Channel.objects.filter(edition=edition).first():
        channel.delete()
    else:
        Channel.objects.create(edition=edition, name=f"Channel {how}")


def change_the_programme(which: int, how: int) -> None:
    channel = one_of(Channel.objects.all(), which)
    hour = timezone.now().replace(hour=how % 23, minute=how % 60, second=0, microsecond=0)
    programmes = list(channel.programmes.order_by("pk"))
    if programmes and how % 3:
        programme = one_of(programmes, how)
        programme.title = f"Programme {how}"
        programme.save()
    elif programmes and how % 2:
        one_of(programmes, how).delete()
    else:
        Programme.objects.create(
            channel=channel, title=f"Programme {how}", starts_at=hour, ends_at=hour + timedelta(minutes=40)
        )
