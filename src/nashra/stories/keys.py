"""The surrogate keys of stories and places: what pages carry (said in ``web``), and what each change purges.

Two rules keep a change from touching more pages than it alters. A story's card has a key of its own beside its page's, purged
only when the card looks different. And lists that a new story merely lengthens at the end, such as the older leaves of a topic,
have a second key that an ordinary publication leaves alone.
"""

from collections.abc import Iterator
from zoneinfo import ZoneInfo

from django.db.models import Q

from nashra.base.dates import month_span
from nashra.stories.facts import Facts
from nashra.stories.kinds import Kind
from nashra.stories.models.story import Story, StoryByline

FILMS = (Kind.VIDEO, Kind.EPISODE)
# How many older stories a story's page may look at for what to read next, and a film's for other films.
NEIGHBOURS = 8


def keys_of_change(before: Facts | None, after: Facts | None) -> set[str]:
    """Every key to purge when a story goes from ``before`` to ``after``; None stands for a story nobody can read."""
    facts = after or before
    if facts is None:
        return set()
    keys = {f"story:{facts.pk}"}
    if before is None or after is None:
        return keys | {f"card:{facts.pk}"} | set(_keys_of_lists(facts)) | set(_keys_of_appearance(facts))
    if before.card != after.card:
        keys.add(f"card:{facts.pk}")
    if before.differs(after, "url_path", "link_key"):
        keys |= {
            f"link:{before.link_key}",
            f"link:{after.link_key}",
            f"absent:{after.edition}",
            f"absent:{before.edition}",
        }
    placed = (
        "edition",
        "section",
        "top_section",
        "region",
        "coverage",
        "show",
        "topics",
        "bylines",
        "kind",
        "published_at",
    )
    if before.differs(after, *placed):
        for facts in (before, after):
            keys |= {*_keys_of_lists(facts), *_keys_of_shift(facts), *_keys_of_indexes(facts)}
    return keys


def _keys_of_lists(facts: Facts) -> Iterator[str]:
    """The lists a story stands in."""
    yield f"latest:{facts.edition}"
    yield from (f"month:{place}:{facts.month:%Y-%m}" for place in _places(facts))
    yield from (f"section:{pk}" for pk in _places(facts) if isinstance(pk, int))
    if facts.region:
        yield f"region:{facts.edition}:{facts.region}"
    if facts.coverage:
        yield f"coverage:{facts.coverage}"
    if facts.show:
        yield from (f"show:{facts.show}", f"shows:{facts.edition}")
    yield from (f"topic-list:{facts.edition}:{pk}" for pk in facts.topics)
    yield from (f"author-list:{facts.edition}:{pk}" for pk in facts.bylines)


def _places(facts: Facts) -> list[str | int]:
    """What has an archive the story is in: its edition and its sections."""
    return [
        place
        for place in dict.fromkeys((facts.edition, facts.section, facts.top_section))
        if place is not None
    ]


def _keys_of_appearance(facts: Facts) -> Iterator[str]:
    """What changes only when a story comes or goes: its counterparts' switchers, absent pages, its younger neighbours."""
    yield from (f"link:{facts.link_key}", f"absent:{facts.edition}")
    yield from _keys_of_indexes(facts)
    yield from _keys_of_shift(facts)


def _keys_of_indexes(facts: Facts) -> Iterator[str]:
    """Indexes change with the first and the last story of a month, and of an author."""
    others = Story.objects.live().filter(edition__code=facts.edition).exclude(pk=facts.pk)
    start, end = month_span(facts.month, ZoneInfo(facts.zone))
    of_month = others.published_between(start, end)
    for place in _places(facts):
        found = (
            of_month if isinstance(place, str) else of_month.filter(Q(section=place) | Q(top_section=place))
        )
        if not found.exists():
            yield f"archive:{place}"
    known = set(
        StoryByline.objects.filter(story__in=others, byline__in=facts.bylines).values_list(
            "byline", flat=True
        )
    )
    if set(facts.bylines) - known:
        yield f"authors:{facts.edition}"


def _keys_of_shift(facts: Facts) -> set[str]:
    """Pages that look back at older stories see another row of them when this one comes or goes.

    A story that is the newest has nobody after it: an ordinary publication purges nothing here.
    """
    after = Story.objects.live().filter(
        Q(published_at__gt=facts.published_at) | Q(published_at=facts.published_at, pk__gt=facts.pk)
    )
    younger = set(
        after.filter(section=facts.section)
        .order_by("published_at", "pk")
        .values_list("pk", flat=True)[:NEIGHBOURS]
    )
    if facts.kind in FILMS:
        films = after.filter(edition__code=facts.edition, kind__in=FILMS).order_by("published_at", "pk")
        younger |= set(films.values_list("pk", flat=True)[:NEIGHBOURS])
    keys = {f"story:{pk}" for pk in younger}
    if younger:
        keys |= {f"{key}:leaves" for key in _keys_of_lists(facts)}
    return keys
