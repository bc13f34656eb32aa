"""Dates and times as a reader of an edition expects them.

Names and order come from CLDR through Babel. Three settings of an edition take part: its language, its
digits (a CLDR numbering system) and its calendar names, which is a locale to take the words from: `ar-LB`
has the Levantine names of the months (كانون الثاني), `ar-EG` the Egyptian ones (يناير). Without it the
language's own names are used. The calendar is the Gregorian one.
"""

from datetime import date, datetime, timedelta, tzinfo
from functools import lru_cache
from typing import Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from babel import Locale
from babel import dates as cldr_dates

from nashra.base import clock
from nashra.base.cldr import locale_of
from nashra.base.numerals import with_digits

Length = Literal["full", "long", "medium", "short"]


class UnknownTimeZone(ValueError):
    """There is no time zone of this name; the names are those of the IANA database, such as Asia/Beirut."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"“{name}” is not a time zone. Use a name such as Asia/Beirut, Europe/Madrid or UTC."
        )


@lru_cache(maxsize=512)
def zone_of(name: str) -> ZoneInfo:
    """The IANA time zone of this name. Raises UnknownTimeZone."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise UnknownTimeZone(name) from error


def format_date(
    day: date | datetime,
    language: str,
    *,
    length: Length = "long",
    digits: str = "latn",
    zone: str = "UTC",
    calendar_names: str = "",
) -> str:
    """A day in words. An aware datetime is first brought into the zone, for the day may differ there."""
    if isinstance(day, datetime):
        day = _local(day, zone).date()
    return with_digits(
        cldr_dates.format_date(day, length, locale=locale_of(calendar_names or language)), digits
    )


def format_time(
    moment: datetime, language: str, *, length: Length = "short", digits: str = "latn", zone: str = "UTC"
) -> str:
    """The time of day in the zone, by 12 or 24 hours as the language has it."""
    text = cldr_dates.format_time(
        _local(moment, zone).timetz(), length, tzinfo=zone_of(zone), locale=locale_of(language)
    )
    return with_digits(text, digits)


def format_datetime(
    moment: datetime,
    language: str,
    *,
    length: Length = "medium",
    digits: str = "latn",
    zone: str = "UTC",
    calendar_names: str = "",
) -> str:
    """A day and a time of day in the zone; seconds are not shown.

    The time is short whatever the length, for a newspaper names minutes; the joining words are CLDR's.
    """
    locale = locale_of(calendar_names or language)
    local = _local(moment, zone)
    joint = cldr_dates.get_datetime_format(length, locale=locale)
    text = (
        str(joint)
        .replace("'", "")
        .replace("{1}", cldr_dates.format_date(local.date(), length, locale=locale))
        .replace("{0}", cldr_dates.format_time(local, "short", tzinfo=local.tzinfo, locale=locale))
    )
    return with_digits(text, digits)


def format_pattern(
    moment: date | datetime,
    skeleton: str,
    language: str,
    *,
    digits: str = "latn",
    zone: str = "UTC",
    calendar_names: str = "",
) -> str:
    """A date by a CLDR skeleton, such as `MMMMd` (3 May), `yMMMM` (May 2026) or `EEEE` (Sunday)."""
    local = _local(moment, zone) if isinstance(moment, datetime) else moment
    locale = locale_of(calendar_names or language)
    zoned = local.tzinfo if isinstance(local, datetime) else None
    text = cldr_dates.format_skeleton(skeleton, _at_midnight(local), tzinfo=zoned, locale=locale)
    return with_digits(text, digits)


def format_relative(
    moment: datetime,
    language: str,
    *,
    digits: str = "latn",
    since: datetime | None = None,
    short: bool = False,
) -> str:
    """How long ago (or ahead) a moment is, in one unit: "3 minutes ago", «قبل ٣ دقائق».

    `since` is the moment to count from (now, unless given). `short` abbreviates the units.
    """
    return format_span(moment - (since or clock.now()), language, digits=digits, directed=True, short=short)


def format_span(
    span: timedelta, language: str, *, digits: str = "latn", directed: bool = False, short: bool = False
) -> str:
    """A length of time in one unit ("2 hours"); `directed` makes it "2 hours ago" or "in 2 hours"."""
    text = cldr_dates.format_timedelta(
        span,
        granularity="second",
        threshold=1.0,
        add_direction=directed,
        format="narrow" if short and not directed else "short" if short else "long",
        locale=locale_of(language),
    )
    return with_digits(text, digits)


def machine_time(moment: datetime, zone: str = "UTC") -> str:
    """The moment as RFC 3339 with the zone's offset, for `datetime` attributes and structured data."""
    return _local(moment, zone).isoformat(timespec="seconds")


def format_month(first: date, language: str, *, calendar_names: str = "") -> str:
    """The name a month has by itself: “November”, in Levantine Arabic تشرين الثاني."""
    locale = locale_of(calendar_names or language)
    whole = locale_of(locale.language)
    # Where a language has no names of their own for months that stand alone, Babel may give a country's calendar those
    # of the whole language, if that was asked first.
    context = "format" if _months(whole, "format") == _months(whole, "stand-alone") else "stand-alone"
    return _months(locale, context)[first.month]


def _months(locale: Locale, context: str) -> dict[int, str]:
    return {number: str(locale.months[context]["wide"][number]) for number in range(1, 13)}


def month_span(first: date, zone: ZoneInfo) -> tuple[datetime, datetime]:
    """The half-open span of a month that begins on ``first``, from midnight to midnight in the zone."""
    start = datetime(first.year, first.month, 1, tzinfo=zone)
    return start, start.replace(year=start.year + start.month // 12, month=start.month % 12 + 1)


def _local(moment: datetime, zone: str) -> datetime:
    if moment.tzinfo is None:
        raise ValueError("A moment without a time zone cannot be shown: give an aware datetime.")
    return moment.astimezone(zone_of(zone))


def _at_midnight(day: date) -> datetime:
    if isinstance(day, datetime):
        return day
    naive_midnight: tzinfo | None = None
    return datetime(day.year, day.month, day.day, tzinfo=naive_midnight)
