"""What readers see of a story from outside its own page: where it is listed, and how its card looks."""

import hashlib
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import Any
from zoneinfo import ZoneInfo

from django.contrib.postgres.expressions import ArraySubquery
from django.db import connection
from django.db.models import OuterRef

from nashra.stories.models.story import Story, StoryByline, StoryTopic
from nashra.stories.querysets import count_of_pictures

# What a card shows; a change to anything else leaves lists as they are.
_CARD_FIELDS = (
    "title",
    "short_headline",
    "standfirst",
    "kicker",
    "kind",
    "lead_picture_id",
    "published_at",
    "reading_minutes",
    "videostory__video__duration_seconds",
    "episode__video__duration_seconds",
    "liveblog__ended_at",
    "picture_count",
)
_FIELDS = (
    *_CARD_FIELDS,
    "pk",
    "edition__code",
    "edition__time_zone",
    "link_key",
    "url_path",
    "section_id",
    "top_section_id",
    "region_id",
    "coverage_id",
    "episode__show_id",
    "episode__season",
    "episode__number",
    "bylines",
    "roles",
    "topics",
)
# Stands for the story's number while the question is composed; no row has it.
_ANY_STORY = -(2**31) + 1


@dataclass(frozen=True, slots=True)
class Facts:
    """A live story as lists know it. A story nobody can read has none."""

    pk: int
    edition: str
    zone: str
    link_key: str
    url_path: str
    published_at: datetime
    kind: str
    section: int | None
    top_section: int | None
    region: int | None
    coverage: int | None
    show: int | None
    place_in_show: tuple[int, int] | None
    topics: frozenset[int]
    bylines: tuple[int, ...]
    card: str

    @property
    def month(self) -> date:
        """The first day of the month it was published in, by the edition's calendar."""
        return self.published_at.astimezone(ZoneInfo(self.zone)).date().replace(day=1)

    def differs(self, other: "Facts", *names: str) -> bool:
        """Whether any of these facts is another in ``other``."""
        return any(getattr(self, name) != getattr(other, name) for name in names)


def facts_of(pk: int | None, *, withdrawn: bool = False) -> Facts | None:
    """The facts of a story as the database has them now; None when it is not live, or not there.

    ``withdrawn`` asks for a story that has just stopped being live.
    """
    if pk is None:
        return None
    sql, values = _question(live=not withdrawn)
    with connection.cursor() as cursor:
        cursor.execute(sql, [pk if value == _ANY_STORY else value for value in values])
        row = cursor.fetchone()
    return _facts(dict(zip(_FIELDS, row, strict=True))) if row else None


@cache
def _question(*, live: bool) -> tuple[str, tuple[Any, ...]]:
    """The SQL for any story and its values. Asked twice with each change: composing it anew takes ten times as long."""
    bylines = StoryByline.objects.filter(story=OuterRef("pk")).order_by("sort_order", "pk")
    topics = StoryTopic.objects.filter(story=OuterRef("pk")).order_by("topic_id")
    asked = (
        Story.objects.filter(live=live, pk=_ANY_STORY, published_at__isnull=False)
        .annotate(
            picture_count=count_of_pictures(),
            bylines=ArraySubquery(bylines.values("byline_id")),
            roles=ArraySubquery(bylines.values("role")),
            topics=ArraySubquery(topics.values("topic_id")),
        )
        .order_by()
        .values_list(*_FIELDS)
    )
    sql, values = asked.query.sql_with_params()
    return sql, tuple(values)


def _facts(row: dict[str, Any]) -> Facts:
    signed = list(zip(row["bylines"], row["roles"], strict=True))
    card = repr([row[name] for name in _CARD_FIELDS] + signed)
    return Facts(
        pk=row["pk"],
        edition=row["edition__code"],
        zone=row["edition__time_zone"],
        link_key=str(row["link_key"]),
        url_path=row["url_path"],
        published_at=row["published_at"],
        kind=row["kind"],
        section=row["section_id"],
        top_section=row["top_section_id"],
        region=row["region_id"],
        coverage=row["coverage_id"],
        show=row["episode__show_id"],
        place_in_show=(row["episode__season"], row["episode__number"]) if row["episode__show_id"] else None,
        topics=frozenset(row["topics"]),
        bylines=tuple(row["bylines"]),
        card=hashlib.sha256(card.encode()).hexdigest(),
    )
