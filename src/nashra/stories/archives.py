"""The archive: months that hold something, and a month's stories in pages that never shift."""

from collections.abc import Sequence
from datetime import date, datetime

from django.db import connection
from psycopg import sql

from nashra.base.dates import month_span
from nashra.editions.models import Edition
from nashra.stories.models import SectionPage, Story
from nashra.stories.querysets import StoryQuerySet

PAGE_SIZE = 60


def months_of(edition: Edition, section: SectionPage | None = None) -> list[date]:
    """The first days of the months in which something was published, newest first.

    Steps from one month to the newest story before it, through the index: as many steps as months, be there a million stories.
    """
    column, key = _place(edition, section)
    # Months begin at midnight of the edition's zone.
    query = sql.SQL(
        "WITH RECURSIVE month (first) AS ("
        " SELECT 'infinity'::timestamp UNION ALL"
        " SELECT (SELECT date_trunc('month', s.published_at AT TIME ZONE %(zone)s)"
        "  FROM stories_story s JOIN wagtailcore_page p ON p.id = s.page_ptr_id"
        "  WHERE p.live AND s.{column} = %(key)s AND s.published_at < month.first AT TIME ZONE %(zone)s"
        "  ORDER BY s.published_at DESC LIMIT 1)"
        " FROM month WHERE month.first IS NOT NULL"
        ") SELECT first FROM month WHERE first < 'infinity' ORDER BY first DESC"
    ).format(column=sql.Identifier(column))
    with connection.cursor() as cursor:
        cursor.execute(query, {"zone": edition.time_zone, "key": key})
        return [row[0].date() for row in cursor.fetchall()]


def stories_of_month(edition: Edition, section: SectionPage | None, first: date) -> StoryQuerySet:
    """What was published in a month of the edition's calendar, in the order it was: new stories come last."""
    start, end = month_span(first, edition.zone)
    found: StoryQuerySet = _stories(edition, section).published_between(start, end).oldest_first()
    return found


def page_of(stories: StoryQuerySet, number: int) -> tuple[Sequence[tuple[int, datetime]], bool]:
    """The stories of a numbered page as ids and times of publication, and whether there is a page after it.

    Page 1 holds the oldest.
    """
    start = (number - 1) * PAGE_SIZE
    found = list(stories.values_list("pk", "published_at")[start : start + PAGE_SIZE + 1])
    return found[:PAGE_SIZE], len(found) > PAGE_SIZE


def _stories(edition: Edition, section: SectionPage | None) -> StoryQuerySet:
    stories = Story.objects.live().filter(published_at__isnull=False)
    return stories.in_section(section) if section else stories.in_edition(edition)


def _place(edition: Edition, section: SectionPage | None) -> tuple[str, int]:
    if section is None:
        return "edition_id", edition.pk
    return ("top_section_id" if section.is_top else "section_id"), section.pk
