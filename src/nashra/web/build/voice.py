"""How an edition says dates, numbers and lengths: its language, zone, digits and calendar names in one hand."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from nashra.base.dates import (
    format_date,
    format_datetime,
    format_month,
    format_pattern,
    format_span,
    format_time,
    machine_time,
)
from nashra.base.direction import direction_of
from nashra.base.lists import join_list
from nashra.base.numerals import format_number, with_digits
from nashra.editions.models import Edition
from nashra.web.shapes.words import LengthShape, MomentShape


@dataclass(frozen=True, slots=True)
class Voice:
    """An edition's way of putting things. Sentences are in the active translation, which is the edition's."""

    edition: Edition
    _others: dict[int, Edition] = field(default_factory=dict, compare=False, repr=False)

    def edition_numbered(self, pk: int) -> Edition:
        """The edition with this id: mostly our own; another is asked for once."""
        if pk == self.edition.pk:
            return self.edition
        if pk not in self._others:
            self._others[pk] = Edition.objects.get(pk=pk)
        return self._others[pk]

    def number(self, number: float) -> str:
        """A number, grouped and in the edition's digits."""
        return format_number(number, self.edition.language, self.edition.numbering)

    def digits(self, text: str) -> str:
        """``text`` with its digits turned into the edition's."""
        return with_digits(text, self.edition.numbering)

    def listed(self, items: list[str]) -> str:
        """Items as one phrase: “A, B and C”."""
        return join_list(items, self.edition.language)

    def moment(self, when: datetime) -> MomentShape:
        """Day and time in the edition's zone."""
        edition = self.edition
        text = format_datetime(
            when,
            edition.language,
            length="long",
            digits=edition.numbering,
            zone=edition.time_zone,
            calendar_names=edition.calendar_locale,
        )
        return self._moment(when, text)

    def day(self, when: datetime) -> MomentShape:
        """The day alone, in the edition's zone."""
        edition = self.edition
        text = format_date(
            when,
            edition.language,
            digits=edition.numbering,
            zone=edition.time_zone,
            calendar_names=edition.calendar_locale,
        )
        return self._moment(when, text)

    def short_day(self, when: datetime) -> MomentShape:
        """The day with its month cut short where the language does so: for places with little room."""
        edition = self.edition
        text = format_pattern(
            when,
            "yMMMd",
            edition.language,
            digits=edition.numbering,
            zone=edition.time_zone,
            calendar_names=edition.calendar_locale,
        )
        return self._moment(when, text)

    def time(self, when: datetime) -> MomentShape:
        """The time of day alone, in the edition's zone."""
        edition = self.edition
        return self._moment(
            when, format_time(when, edition.language, digits=edition.numbering, zone=edition.time_zone)
        )

    def month(self, first: date) -> str:
        """A month and its year: “November 2026”."""
        edition = self.edition
        return format_pattern(
            first, "yMMMM", edition.language, digits=edition.numbering, calendar_names=edition.calendar_locale
        )

    def month_name(self, first: date) -> str:
        """A month under the heading of its year: “November”."""
        return format_month(first, self.edition.language, calendar_names=self.edition.calendar_locale)

    def length(self, seconds: int) -> LengthShape:
        """A film's length."""
        minutes, rest = divmod(seconds, 60)
        hours, minutes = divmod(minutes, 60)
        clock = f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
        spoken = format_span(timedelta(seconds=seconds), self.edition.language, digits=self.edition.numbering)
        return LengthShape(iso=f"PT{hours}H{minutes}M{rest}S", text=self.digits(clock), spoken=spoken)

    def reading_time(self, minutes: int) -> str:
        """How long a story takes to read, as a phrase; empty when nothing is read."""
        if not minutes:
            return ""
        return ngettext("%(count)s-minute read", "%(count)s-minute read", minutes) % {
            "count": self.number(minutes)
        }

    def picture_count(self, count: int) -> str:
        """How many pictures a gallery has, as a phrase."""
        return ngettext("%(count)s picture", "%(count)s pictures", count) % {"count": self.number(count)}

    def episode_count(self, count: int) -> str:
        """How many episodes a show has, as a phrase."""
        return ngettext("%(count)s episode", "%(count)s episodes", count) % {"count": self.number(count)}

    def place_in_row(self, place: int, count: int) -> str:
        """The place of one among several: “3 of 12”."""
        return _("%(place)s of %(count)s") % {"place": self.number(place), "count": self.number(count)}

    def other_language(self, language: str) -> tuple[str, str]:
        """``lang`` and ``dir`` for words in ``language``; empty when it is the page's own."""
        if not language or language.split("-")[0] == self.edition.language.split("-")[0]:
            return "", ""
        return language, direction_of(language)

    def _moment(self, when: datetime, text: str) -> MomentShape:
        return MomentShape(iso=machine_time(when, self.edition.time_zone), text=text)
