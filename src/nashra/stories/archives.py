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

    Asks for each month whether there is anything, instead of counting what there is: the same at a million stories.
    """
    stories = _stories(edition, section)
    span = stories.oldest_first().values_list("published_at", flat=True)
    first, last = span.first(), span.last()
    if first is None or last is None:
        return []
    column, key = _place(edition, section)
    # Months begin at midnight of the edition's zone (the four-argument generate_series is PostgreSQL 16's).
    query = sql.SQL(
        "SELECT month AT TIME ZONE %(zone)s FROM generate_series("
        " date_trunc('month', %(first)s::timestamptz, %(zone)s), %(last)s::timestamptz, '1 month', %(zone)s) AS month"
        " WHERE EXISTS (SELECT FROM stories_story s JOIN wagtailcore_page p ON p.id = s.page_ptr_id"
        " WHERE p.live AND s.{column} = %(key)s AND s.published_at >= month"
        " AND s.published_at < date_add(month, '1 month', %(zone)s)) ORDER BY month DESC"
    ).format(column=sql.Identifier(column))
    with connection.cursor() as cursor:
        cursor.execute(query, {"zone": edition.time_zone, "first": first, "last": last, "key": key})
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
