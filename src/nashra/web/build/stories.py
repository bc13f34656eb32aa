"""The page of one story: every kind's shape, from one set of queries."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any
from urllib.parse import quote, urlencode

from django.db.models import F, FilteredRelation, OuterRef, Q, QuerySet, Subquery
from django.utils.html import linebreaks
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from nashra.base import clock
from nashra.base.dates import machine_time
from nashra.base.safe_html import clean_blocks
from nashra.editions.addresses import absolute, link, list_path, path_to
from nashra.editions.labels import language_matches
from nashra.media.models import Picture
from nashra.press.keys import carry
from nashra.stories.addresses import below_front
from nashra.stories.composed import Composed
from nashra.stories.keys import FILMS, NEIGHBOURS
from nashra.stories.kinds import Kind
from nashra.stories.models import Episode, RelatedStory, Story, StoryByline, StoryTopic, VideoStory
from nashra.web.build.bodies import Stock, build_body, describe, pictures_of_body, safe_html, stories_named_in
from nashra.web.build.cards import Cut, author_url, byline_shape, deal
from nashra.web.build.pictures import Album, collect
from nashra.web.build.schema import describe_story
from nashra.web.build.shell import Head, Whereabouts, build_shell, regions_of
from nashra.web.build.voice import Voice
from nashra.web.routing import Scene
from nashra.web.shapes.blocks import CorrectionShape
from nashra.web.shapes.cards import CardShape, CoverageShape
from nashra.web.shapes.people import AuthorShape
from nashra.web.shapes.stories import ShareLinkShape, ShareShape, StoryPage
from nashra.web.shapes.words import LinkShape

READ_NEXT = 4
IN_COVERAGE = 5


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The ids of stories around a story: those its text points to, those chosen beside it, its coverage's, what to read next."""

    named: list[int]
    related: list[int]
    coverage: list[int]
    next: list[int]


@dataclass(frozen=True, slots=True)
class Told:
    """A story with all that its page needs, fetched."""

    scene: Scene
    story: Any
    voice: Voice
    bylines: list[StoryByline]
    around: Surroundings
    cards: dict[int, CardShape]
    album: Album


def gather(scene: Scene, story: Story) -> Told:
    """Fetch everything a story's page shows."""
    carry(f"story:{story.pk}")
    voice = Voice(scene.edition)
    bylines = list(story.story_bylines.select_related("byline__portrait").prefetch_related("byline__names"))
    carry(*(f"author:{item.byline_id}" for item in bylines))
    around = _surroundings(story)
    hand = deal(voice, [*around.named, *around.related, *around.coverage, *around.next], Cut.UNSIGNED)
    album = collect(voice, [*_own_pictures(story, bylines), *hand.pictures], known_by=story.lead_picture)
    return Told(scene, story, voice, bylines, around, hand.cards(album), album)


def common_parts(
    told: Told, *, is_preview: bool = False, says: Mapping[str, Any] | None = None
) -> dict[str, Any]:
    """What the shapes of all kinds have in common, by the names of their fields; ``says`` is what a kind adds for machines."""
    story, voice, edition = told.story, told.voice, told.scene.edition
    published = story.published_at or story.first_published_at
    lead = told.album.get(story.lead_picture, story.lead_caption)
    authors = tuple(_author(voice, item, told.album) for item in told.bylines)
    parts: dict[str, Any] = {
        "kind": story.kind,
        "kind_label": story.get_kind_display(),
        "headline": story.headline,
        "standfirst": story.standfirst,
        "kicker": story.kicker,
        "sections": _sections(told),
        "bylines": tuple(byline_shape(voice, item, told.album, portrayed=True) for item in told.bylines),
        "desk": edition.desk_byline,
        "source": story.source,
        "location": story.location,
        "published": voice.moment(published) if published else None,
        "updated": voice.moment(story.updated_at) if story.updated_at else None,
        "reading_time": "" if story.kind in FILMS else voice.reading_time(story.reading_minutes),
        "lead_picture": lead,
        "body": build_body(story.body, Stock(voice, told.album, told.cards)),
        "corrections": _corrections(told),
        "topics": _topics(told),
        "regions": _region(told),
        "coverage": _coverage(told),
        "authors": authors if story.kind in (Kind.OPINION, Kind.BLOG, Kind.ANALYSIS) else (),
        "related": _cards(told, told.around.related),
        "read_next": _cards(told, told.around.next),
        "share": _share(story, edition),
    }
    shared = told.album.shared
    head = Head(
        title=story.seo_title or story.headline,
        description=story.search_description or describe(story.standfirst, story.body),
        type="article",
        picture=shared.src if shared else (lead.url or lead.src) if lead else "",
        picture_alt=lead.alt if lead else "",
        published=machine_time(published, edition.time_zone) if published else "",
        modified=machine_time(story.updated_at or published, edition.time_zone) if published else "",
    )
    shell = build_shell(told.scene, head, _whereabouts(story), is_preview=is_preview)
    counterparts = tuple(item for item in shell.switcher if item.is_counterpart)
    said = [
        {**article, **(says or {})}
        for article in describe_story(edition, story, parts, told.album.cuts, counterparts)
    ]
    shell = replace(shell, head=replace(shell.head, json_ld=tuple(said)))
    return {**parts, "shell": shell, "counterparts": counterparts}


def build_story(scene: Scene, story: Story, *, is_preview: bool = False) -> StoryPage:
    """The page of a story of text."""
    return StoryPage(**common_parts(gather(scene, story), is_preview=is_preview))


def _whereabouts(story: Story) -> Whereabouts:
    trail = [pk for pk in dict.fromkeys((story.top_section_id, story.section_id)) if pk]
    return Whereabouts(rest=below_front(story) if story.path else "", trail=trail, link_key=story.link_key)


def _own_pictures(story: Any, bylines: Sequence[StoryByline]) -> list[Picture | None]:
    pictures = [
        story.lead_picture,
        *pictures_of_body(story.body),
        *(item.byline.portrait for item in bylines),
    ]
    if isinstance(story, VideoStory | Episode) and story.video:
        pictures.append(story.video.poster)
    if hasattr(story, "pictures"):
        pictures += [item.picture for item in story.pictures.select_related("picture")]
    return pictures


def _around(values: Sequence[Any], *, packaged: bool) -> QuerySet[Story, Any]:
    """All stories a page may show beside its own: the question for its number, section and moment, its coverage where it
    is ``packaged``, and the numbers of those it names."""
    pk, section, moment, *rest = values
    coverage = rest.pop(0) if packaged else None
    peers = Story.objects.live().filter(published_at__isnull=False).exclude(pk=pk)
    # Looking back only: what is published next then changes nothing on the pages there are.
    older = Q(published_at__lt=moment) | Q(published_at=moment, pk__lt=pk)
    latest = peers.filter(older, section=section).by_recency().values("pk")[:NEIGHBOURS]
    beside = RelatedStory.objects.filter(story=pk)
    # As one list of numbers: four questions joined by OR would be answered by going through all stories.
    wanted = [latest, beside.order_by().values("related")]
    if packaged:
        wanted.append(peers.filter(coverage=coverage).by_recency().values("pk")[: 2 * IN_COVERAGE])
    if rest:
        wanted.append(Story.objects.filter(pk__in=rest).order_by().values("pk"))
    numbers = wanted[0].union(*wanted[1:], all=True)
    place = beside.filter(related=OuterRef("pk")).values("sort_order")[:1]
    return (
        Story.objects.filter(pk__in=numbers)
        .exclude(pk=pk)
        .annotate(beside=Subquery(place))
        .order_by(F("published_at").desc(nulls_last=True), "-pk")
        .values_list("pk", "live", "published_at", "section_id", "coverage_id", "beside", named=True)
    )


_AROUND = {packaged: Composed(partial(_around, packaged=packaged)) for packaged in (True, False)}


def _surroundings(story: Story) -> Surroundings:
    """Everything around a story in one query, told apart afterwards."""
    named = stories_named_in(story.body.raw_data)
    moment = story.published_at or clock.now()
    pointed_to = [*named, *([story.read_next_id] if story.read_next_id else [])]
    package = [story.coverage_id] if story.coverage_id else []
    known = _AROUND[bool(package)].ask(story.pk or 0, story.section_id or 0, moment, *package, *pointed_to)
    # One that is not published is shown as soon as it is.
    carry(*(f"card:{item.pk}" for item in known if not item.live))
    found = [item for item in known if item.live]
    # A story stands once on a page: in the text, else where it was put by hand, else in its coverage, else after it.
    first = [item.pk for item in found if item.pk == story.read_next_id and item.pk not in named]
    chosen = sorted((item for item in found if item.beside is not None), key=lambda item: item.beside)
    related = [item.pk for item in chosen if item.pk not in named and item.pk not in first]
    met = {*named, *first, *related}
    rest = (item for item in found if item.coverage_id == story.coverage_id and item.pk not in met)
    coverage = [item.pk for item in rest][:IN_COVERAGE] if story.coverage_id else []
    others = [
        item.pk
        for item in found
        if item.section_id == story.section_id and item.published_at and item.published_at <= moment
    ]
    taken = met.union(coverage)
    after = [*first, *(pk for pk in others if pk not in taken)]
    if story.coverage_id:
        carry(f"coverage:{story.coverage_id}")
    return Surroundings(named, related, coverage, after[:READ_NEXT])


def _cards(told: Told, ids: Sequence[int]) -> tuple[CardShape, ...]:
    return tuple(told.cards[pk] for pk in ids if pk in told.cards)


def _sections(told: Told) -> tuple[LinkShape, ...]:
    story, edition = told.story, told.scene.edition
    met, places = [], told.scene.places
    for pk in dict.fromkeys((story.top_section_id, story.section_id)):
        place = next((place for place in places if place.pk == pk), None)
        if place is None:
            break
        met.append(LinkShape(text=place.title, url=path_to(edition, place.below_front)))
        places = place.children
    return tuple(met)


def _corrections(told: Told) -> tuple[CorrectionShape, ...]:
    if not told.story.is_corrected:
        return ()
    return tuple(
        CorrectionShape(html=safe_html(item.text), corrected=told.voice.moment(item.corrected_at))
        for item in told.story.corrections.all()
    )


def _topics(told: Told) -> tuple[LinkShape, ...]:
    edition = told.scene.edition
    tags = language_matches(edition.language)
    rows = (
        StoryTopic.objects.filter(story=told.story.pk)
        .annotate(
            named=FilteredRelation("topic__labels", condition=Q(topic__labels__language__in=tags)),
        )
        .order_by("sort_order", "pk")
        .values_list("topic", "named__language", "named__label", "named__slug")
    )
    # Also of one without a name in this language: it may get one.
    carry(*(f"topic:{edition.code}:{topic}" for topic, *_name in rows))
    best: dict[int, tuple[str, str]] = {}
    for topic, language, label, slug in sorted(rows, key=lambda row: tags.index(row[1]) if row[1] else 0):
        if language:
            best.setdefault(topic, (label, slug))
    ordered = dict.fromkeys(topic for topic, *_name in rows if topic in best)
    return tuple(
        LinkShape(text=best[topic][0], url=path_to(edition, list_path("topic", slug=best[topic][1])))
        for topic in ordered
    )


def _region(told: Told) -> tuple[LinkShape, ...]:
    edition = told.scene.edition
    return tuple(
        LinkShape(text=label.label, url=path_to(edition, list_path("region", slug=label.slug)))
        for label in regions_of(edition)
        if label.region_id == told.story.region_id
    )


def _coverage(told: Told) -> CoverageShape | None:
    coverage = told.story.coverage
    if coverage is None:
        return None
    return CoverageShape(
        title=coverage.title,
        url=link(told.story.edition, list_path("coverage", slug=coverage.slug), told.scene.edition),
        standfirst=coverage.standfirst,
        look=coverage.look,
        cards=_cards(told, told.around.coverage),
    )


def _author(voice: Voice, item: StoryByline, album: Album) -> AuthorShape:
    shown = byline_shape(voice, item, album, portrayed=True)
    name = item.byline.name_in(voice.edition.language)
    bio = (
        mark_safe(clean_blocks(linebreaks(name.bio, autoescape=True))) if name and name.bio else mark_safe("")
    )
    return AuthorShape(
        name=shown.name,
        url=author_url(voice.edition, item.byline),
        role=shown.role,
        portrait=shown.portrait,
        bio=bio,
        lang=shown.lang,
        dir=shown.dir,
    )


def _share(story: Story, edition: Any) -> ShareShape:
    url = absolute(edition, below_front(story)) if story.path else ""
    pairs = {"url": url, "text": story.headline}
    links = (
        (
            "whatsapp",
            "WhatsApp",
            "https://api.whatsapp.com/send?" + urlencode({"text": f"{story.headline} {url}"}),
        ),
        ("x", "X", "https://x.com/intent/post?" + urlencode(pairs)),
        ("facebook", "Facebook", "https://www.facebook.com/sharer/sharer.php?" + urlencode({"u": url})),
        ("telegram", "Telegram", "https://t.me/share/url?" + urlencode(pairs)),
        ("email", _("E-mail"), f"mailto:?subject={quote(story.headline)}&body={quote(url)}"),
    )
    return ShareShape(
        url=url,
        links=tuple(ShareLinkShape(network=network, name=name, url=to) for network, name, to in links),
    )
