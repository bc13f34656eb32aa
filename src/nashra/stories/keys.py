"""The surrogate keys of stories and places: what pages carry (said in ``web``), and what each change purges.

Three rules keep a change from touching more pages than it alters. A story's card has a key of its own beside its page's, purged
only when the card looks different. A list's key is purged only when the story stands in it otherwise than before. And
lists that a new story merely lengthens at the end, such as the older leaves of a topic, have a second key that an ordinary
publication leaves alone.
"""

from collections.abc import Iterator
from datetime import date
from zoneinfo import ZoneInfo

from django.db.models import Q

from nashra.base.dates import month_span
from nashra.stories.facts import Facts
from nashra.stories.kinds import Kind
from nashra.stories.models.story import Story, StoryByline
from nashra.stories.querysets import StoryQuerySet

FILMS = (Kind.VIDEO, Kind.EPISODE)
# How many older stories a story's page may look at for what to read next, and a film's for other films.
NEIGHBOURS = 8
# Lists that go on in numbered leaves, oldest first.
_IN_LEAVES = ("month:", "region:", "topic-list:", "author-list:")


def keys_of_change(before: Facts | None, after: Facts | None) -> set[str]:
    """Every key to purge when a story goes from ``before`` to ``after``; None stands for a story nobody can read."""
    facts = after or before
    if facts is None:
        return set()
    keys = {f"story:{facts.pk}"}
    if before is None or after is None or before.differs(after, "card", "url_path", "section"):
        keys.add(f"card:{facts.pk}")
    if before is None or after is None or before.differs(after, "url_path", "link_key"):
        keys |= {key for each in (before, after) if each for key in _keys_of_address(each)}
    return (
        keys
        | _keys_of_lists(before, after)
        | _keys_of_indexes(before, after)
        | _keys_of_younger(before, after)
    )


def _keys_of_address(facts: Facts) -> Iterator[str]:
    """Its counterparts' switchers, links inside other texts, pages that say nothing is there."""
    yield from (f"link:{facts.link_key}", f"address:{facts.pk}", f"absent:{facts.edition}")


def _keys_of_lists(before: Facts | None, after: Facts | None) -> set[str]:
    """The lists in which the story stands otherwise; their leaves too, unless it only comes last of all."""
    old, new = (dict(_lists_of(facts)) if facts else {} for facts in (before, after))
    keys = {key for key in old.keys() | new.keys() if old.get(key) != new.get(key)}
    if any(key in old for key in keys) or (keys and after and _after(after).exists()):
        keys |= {f"{key}:leaves" for key in keys if key.startswith(_IN_LEAVES)}
    return keys


def _lists_of(facts: Facts) -> Iterator[tuple[str, object]]:
    """The lists a story stands in, with what decides its place in them."""
    moment = facts.published_at
    # Slots of a front may take some kinds only.
    yield f"latest:{facts.edition}", (moment, facts.kind)
    yield from ((f"month:{place}:{month:%Y-%m}", moment) for place, month in _months_of(facts))
    yield from ((f"section:{pk}", moment) for pk in _sections_of(facts))
    if facts.region:
        yield f"region:{facts.edition}:{facts.region}", moment
    if facts.coverage:
        yield f"coverage:{facts.coverage}", moment
    if facts.show:
        yield f"show:{facts.show}", facts.place_in_show
        yield f"shows:{facts.edition}", facts.show
    yield from ((f"topic-list:{facts.edition}:{pk}", moment) for pk in facts.topics)
    yield from ((f"author-list:{facts.edition}:{pk}", moment) for pk in facts.bylines)


def _sections_of(facts: Facts) -> list[int]:
    return [pk for pk in dict.fromkeys((facts.section, facts.top_section)) if pk is not None]


def _months_of(facts: Facts) -> set[tuple[str | int, date]]:
    """The archives it is in, its edition's and its sections', each with the month."""
    places: list[str | int] = [facts.edition, *_sections_of(facts)]
    return {(place, facts.month) for place in places}


def _keys_of_indexes(before: Facts | None, after: Facts | None) -> set[str]:
    """Indexes change with the first and the last story of a month, and of an author."""
    keys = set()
    for facts, other in ((before, after), (after, before)):
        if facts is None:
            continue
        others = Story.objects.live().filter(edition__code=facts.edition).exclude(pk=facts.pk)
        of_month = others.published_between(*month_span(facts.month, ZoneInfo(facts.zone)))
        for place, _month in _months_of(facts) - (_months_of(other) if other else set()):
            in_place = Q() if isinstance(place, str) else Q(section=place) | Q(top_section=place)
            if not of_month.filter(in_place).exists():
                keys.add(f"archive:{place}")
        of_theirs = {*facts.bylines} - (
            {*other.bylines} if other and other.edition == facts.edition else set()
        )
        known = StoryByline.objects.filter(story__in=others, byline__in=of_theirs)
        if of_theirs and of_theirs - set(known.values_list("byline", flat=True)):
            keys.add(f"authors:{facts.edition}")
    return keys


def _keys_of_younger(before: Facts | None, after: Facts | None) -> set[str]:
    """Pages that look back at older stories see another row of them when this one comes, goes or moves among them.

    A story that is the newest has nobody after it: an ordinary publication purges nothing here.
    """
    if before and after and not before.differs(after, "edition", "section", "published_at"):
        return set()
    younger: set[int] = set()
    for facts in (before, after):
        if facts is not None:
            rows = [_after(facts).filter(section=facts.section)]
            if facts.kind in FILMS:
                rows.append(_after(facts).filter(kind__in=FILMS))
            younger |= {
                pk for row in rows for pk in row.oldest_first().values_list("pk", flat=True)[:NEIGHBOURS]
            }
    return {f"story:{pk}" for pk in younger}


def _after(facts: Facts) -> StoryQuerySet:
    """What has been published in the edition after the story."""
    later = Q(published_at__gt=facts.published_at) | Q(published_at=facts.published_at, pk__gt=facts.pk)
    found: StoryQuerySet = (
        Story.objects.live().filter(later, edition__code=facts.edition).exclude(pk=facts.pk)
    )
    return found
