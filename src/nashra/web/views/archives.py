"""The archive of an edition or a section: its months, and what a month held."""

from collections.abc import Sequence
from datetime import date, datetime
from itertools import groupby

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from nashra.editions.addresses import path_to
from nashra.press.keys import carry
from nashra.stories.addresses import below_front
from nashra.stories.archives import months_of, page_of, stories_of_month
from nashra.stories.models import SectionPage
from nashra.web.build.cards import Cut, cards_by_id
from nashra.web.build.shell import Head, Whereabouts, build_shell
from nashra.web.build.voice import Voice
from nashra.web.routing import Scene
from nashra.web.shapes.lists import ArchiveDayShape, ArchiveMonthPage, ArchivePage, ArchiveYearShape
from nashra.web.shapes.words import LinkShape
from nashra.web.views.rendering import render_page


def show_archive(request: HttpRequest, scene: Scene, section: SectionPage | None = None) -> HttpResponse:
    """All months in which something was published."""
    edition, voice = scene.edition, Voice(scene.edition)
    carry(f"archive:{section.pk if section else edition.code}")
    rest = _rest(section)
    years = tuple(
        ArchiveYearShape(
            text=voice.digits(str(year)),
            months=tuple(
                LinkShape(text=voice.month_name(month), url=path_to(edition, f"{rest}{month:%Y/%m}/"))
                for month in months
            ),
        )
        for year, months in groupby(months_of(edition, section), key=lambda month: month.year)
    )
    shell = build_shell(
        scene,
        Head(title=_title(section)),
        Whereabouts(rest=rest, trail=_trail(scene, section), same_in_all=section is None),
    )
    return render_page(
        request,
        ArchivePage(shell=shell, title=_title(section), years=years, section=_section_link(scene, section)),
    )


def show_month(
    request: HttpRequest,
    scene: Scene,
    year: int,
    month: int,
    page: int = 1,
    section: SectionPage | None = None,
) -> HttpResponse:
    """A month, day by day from its first; what is published next comes last and shifts nothing."""
    edition, voice = scene.edition, Voice(scene.edition)
    if not (1 <= month <= 12 and 1900 <= year <= 2200 and 1 <= page <= 100_000):
        raise Http404
    first = date(year, month, 1)
    stories, has_more = page_of(stories_of_month(edition, section, first), page)
    # What is published next touches the month's last page only.
    carry(f"month:{section.pk if section else edition.code}:{first:%Y-%m}{':leaves' if has_more else ''}")
    if not stories:
        raise Http404
    rest = f"{_rest(section)}{first:%Y/%m}/"
    title = f"{_title(section)}: {voice.month(first)}"
    where = Whereabouts(rest=rest if page == 1 else f"{rest}{page}/", trail=_trail(scene, section))
    answer = ArchiveMonthPage(
        shell=build_shell(scene, Head(title=title), where),
        title=title,
        days=_days(voice, stories),
        section=_section_link(scene, section),
        archive=LinkShape(text=_("Archive"), url=path_to(edition, _rest(section))),
        older=_leaf(scene, rest, page - 1, _("Earlier in the month")) if page > 1 else None,
        newer=_leaf(scene, rest, page + 1, _("Later in the month")) if has_more else None,
    )
    return render_page(request, answer)


def _days(voice: Voice, stories: Sequence[tuple[int, datetime]]) -> tuple[ArchiveDayShape, ...]:
    cards = cards_by_id(voice, [pk for pk, _when in stories], Cut.WORDS)
    days = []
    for _day, group in groupby(stories, key=lambda pair: pair[1].astimezone(voice.edition.zone).date()):
        found = list(group)
        days.append(
            ArchiveDayShape(
                day=voice.day(found[0][1]), cards=tuple(cards[pk] for pk, _when in found if pk in cards)
            )
        )
    return tuple(days)


def _leaf(scene: Scene, rest: str, number: int, text: str) -> LinkShape:
    return LinkShape(text=text, url=path_to(scene.edition, rest if number == 1 else f"{rest}{number}/"))


def _rest(section: SectionPage | None) -> str:
    return f"{below_front(section)}archive/" if section else "archive/"


def _title(section: SectionPage | None) -> str:
    return _("Archive of %(section)s") % {"section": section.title} if section else _("Archive")


def _trail(scene: Scene, section: SectionPage | None) -> list[int]:
    return [place.pk for place in scene.line_to(section.pk)] if section else []


def _section_link(scene: Scene, section: SectionPage | None) -> LinkShape | None:
    return (
        LinkShape(text=section.title, url=path_to(scene.edition, below_front(section))) if section else None
    )
