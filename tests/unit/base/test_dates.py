import subprocess
import sys
from datetime import UTC, date, datetime, timedelta

import pytest

from nashra.base.dates import (
    UnknownTimeZone,
    format_date,
    format_datetime,
    format_month,
    format_pattern,
    format_relative,
    format_span,
    format_time,
    machine_time,
)

MOMENT = datetime(2026, 1, 5, 22, 30, tzinfo=UTC)


def test_day_is_that_of_the_zone() -> None:
    assert format_date(MOMENT, "en", zone="Asia/Beirut") == "January 6, 2026"


def test_levantine_month_names_when_the_edition_takes_them() -> None:
    assert format_date(MOMENT, "ar", digits="arab", calendar_names="ar-LB") == "٥ كانون الثاني ٢٠٢٦"


def test_egyptian_month_names_when_the_edition_takes_them() -> None:
    assert format_date(MOMENT, "ar", digits="latn", calendar_names="ar-EG") == "5 يناير 2026"


def test_date_without_time_is_not_moved_by_a_zone() -> None:
    assert format_date(date(2026, 1, 5), "es", zone="Pacific/Auckland") == "5 de enero de 2026"


def test_datetime_names_minutes_and_no_seconds() -> None:
    text = format_datetime(MOMENT, "es", length="long", zone="UTC")
    assert "5 de enero de 2026" in text
    assert "22:30" in text
    assert "22:30:00" not in text


def test_time_follows_the_language() -> None:
    assert format_time(MOMENT, "es") == "22:30"
    assert "10:30" in format_time(MOMENT, "en")


@pytest.mark.parametrize(
    ("language", "digits", "said"),
    [("en", "latn", "3 minutes ago"), ("es", "latn", "hace 3 minutos"), ("ar", "arab", "قبل ٣ دقائق")],
)
def test_past_moment_is_said_as_time_ago(language: str, digits: str, said: str) -> None:
    assert format_relative(MOMENT, language, digits=digits, since=MOMENT + timedelta(minutes=3)) == said


def test_arabic_dual_is_a_form_of_its_own() -> None:
    assert format_span(timedelta(hours=2), "ar") == "ساعتان"


def test_pattern_gives_month_and_year() -> None:
    assert format_pattern(MOMENT, "yMMMM", "en") == "January 2026"


def test_machine_time_carries_the_offset_of_the_day() -> None:
    assert machine_time(datetime(2026, 7, 1, tzinfo=UTC), "Europe/Madrid") == "2026-07-01T02:00:00+02:00"


def test_moment_without_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        format_datetime(datetime(2026, 1, 5), "en")  # noqa: DTZ001 - that it has no zone is the point


@pytest.mark.parametrize("zone", ["Mars/Olympus", "../etc/passwd", ""])
def test_unknown_zone_is_refused_by_name(zone: str) -> None:
    with pytest.raises(UnknownTimeZone):
        format_time(MOMENT, "en", zone=zone)


@pytest.mark.parametrize(
    ("language", "calendar_names", "name"),
    [("en", "", "November"), ("es", "", "noviembre"), ("ar", "", "نوفمبر"), ("ar", "ar-LB", "تشرين الثاني")],
)
def test_a_month_by_itself_has_its_name_without_a_year(language: str, calendar_names: str, name: str) -> None:
    assert format_month(date(2026, 11, 1), language, calendar_names=calendar_names) == name


def test_a_country_keeps_its_month_names_after_the_whole_language_was_asked() -> None:
    november = date(2026, 11, 1)
    program = (
        "from datetime import date; from nashra.base.dates import format_month as say; day = date(2026, 11, 1);"
        "say(day, 'ar'); print(say(day, 'ar', calendar_names='ar-LB'))"
    )
    # In a process of its own: what Babel has read once it never reads again.
    said = subprocess.run([sys.executable, "-c", program], capture_output=True, encoding="utf-8", check=True)
    assert said.stdout.strip() == format_month(november, "ar", calendar_names="ar-LB") == "تشرين الثاني"
