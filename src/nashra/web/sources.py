"""Which addresses exist, said to the press: all of them for the warmer and the mirror, the hot ones after a change."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from urllib.parse import unquote

from django.db.models import Exists, OuterRef

from nashra.editions.addresses import list_path, path_to
from nashra.editions.labels import language_matches
from nashra.editions.models import Edition, RegionLabel
from nashra.media.models import Channel
from nashra.people.models import Byline
from nashra.press.keys import Place
from nashra.stories.addresses import below_front
from nashra.stories.archives import PAGE_SIZE, months_of, stories_of_month
from nashra.stories.models import (
    Coverage,
    HomePage,
    PlainPage,
    SectionPage,
    Show,
    Story,
    StoryByline,
    StoryTopic,
    TopicLabel,
)
from nashra.stories.querysets import StoryQuerySet
from nashra.web.build.paging import LEAF

# An archive that comes in changes thousands of cards; its lists are named by keys of their own.
FEW = 5


def list_pages() -> Iterator[Place]:
    """Every live address of every edition: the fronts first, the stories last, newest before older."""
    editions = list(Edition.objects.filter(home_page__live=True))
    yield ("", "/")
    for edition in editions:
        yield from (_place(edition, rest) for rest in _fronts(edition))
    for edition in editions:
        yield from (_place(edition, rest) for rest in _lists(edition))
    for edition in editions:
        yield from (_place(edition, rest) for rest in _stories(edition))


def list_hosts() -> Iterator[str]:
    """The hosts editions have of their own."""
    yield from Edition.objects.exclude(host="").values_list("host", flat=True)


def list_hot_pages(keys: frozenset[str]) -> Iterator[Place]:
    """Where a change is looked for first: the story itself, the fronts and lists it stands on."""
    named: dict[str, list[str]] = defaultdict(list)
    for key in keys:
        name, _separator, rest = key.partition(":")
        named[name].append(rest)
    stories = Story.objects.live().filter(pk__in=_numbers(named["story"])).select_related("edition")
    # With its card the story itself has changed; without, only what its page looks back at.
    changed = sorted(stories, key=lambda story: str(story.pk) not in named["card"])
    yield from (_place(story.edition, below_front(story)) for story in changed)
    cards = Story.objects.live().filter(pk__in=_numbers(named["card"])[:FEW]).select_related("edition")
    yield from _where_listed(cards.select_related("section", "top_section", "region"))
    for home in HomePage.objects.live().filter(edition__code__in=named["latest"]).select_related("edition"):
        yield _place(home.edition, "")
        yield _place(home.edition, list_path("latest"))
    for section in (
        SectionPage.objects.live().filter(pk__in=_numbers(named["section"])).select_related("edition")
    ):
        yield _place(section.edition, below_front(section))
    yield from _hot_lists(named)


def _where_listed(stories: Iterable[Story]) -> Iterator[Place]:
    """The fronts and lists on which a story is looked for first."""
    for story in stories:
        edition = story.edition
        yield _place(edition, "")
        yield from (
            _place(edition, below_front(section)) for section in (story.section, story.top_section) if section
        )
        yield _place(edition, list_path("latest"))
        if story.region and (region := story.region.label_in(edition.language)):
            yield _place(edition, list_path("region", slug=region.slug))
        labels = TopicLabel.objects.filter(
            language__in=language_matches(edition.language), topic__in=story.story_topics.values("topic")
        )
        yield from (_place(edition, list_path("topic", slug=label.slug)) for label in labels)


def _hot_lists(named: dict[str, list[str]]) -> Iterator[Place]:
    editions = {edition.code: edition for edition in Edition.objects.filter(home_page__live=True)}
    for name, model in (("topic-list", TopicLabel), ("region", RegionLabel)):
        for rest in named[name]:
            code, _separator, pk = rest.partition(":")
            if (edition := editions.get(code)) and pk.isdecimal():
                owner = "topic" if model is TopicLabel else "region"
                labels = model._default_manager.filter(language__in=language_matches(edition.language))
                for label in labels.filter(**{owner: int(pk)}):
                    yield _place(edition, list_path(owner, slug=label.slug))
    for coverage in Coverage.objects.filter(pk__in=_numbers(named["coverage"])).select_related("edition"):
        yield _place(coverage.edition, list_path("coverage", slug=coverage.slug))


def _numbers(texts: Iterable[str]) -> list[int]:
    return [int(text) for text in texts if text.isdecimal()]


def _place(edition: Edition, rest: str) -> Place:
    # As requests bring it: the press keeps pages under decoded paths.
    return edition.host, unquote(path_to(edition, rest))


def _fronts(edition: Edition) -> Iterator[str]:
    yield ""
    yield list_path("theme")
    yield list_path("latest")
    for section in SectionPage.objects.live().filter(edition=edition).order_by("depth", "path"):
        yield below_front(section)


def _lists(edition: Edition) -> Iterator[str]:
    yield from (list_path("authors"), list_path("shows"))
    yield from (below_front(page) for page in PlainPage.objects.live().filter(edition=edition))
    if Channel.objects.filter(edition=edition).exists():
        yield list_path("channel")
    live = Story.objects.live().in_edition(edition).filter(published_at__isnull=False)
    tags = language_matches(edition.language)
    for label in TopicLabel.objects.filter(language__in=tags).filter(
        Exists(StoryTopic.objects.filter(topic=OuterRef("topic"), story__in=live))
    ):
        yield from _leaves(list_path("topic", slug=label.slug), live.about(label.topic))
    for region in RegionLabel.objects.filter(language__in=tags).select_related("region"):
        yield from _leaves(list_path("region", slug=region.slug), live.in_region(region.region))
    for coverage in Coverage.objects.filter(edition=edition):
        yield from _leaves(list_path("coverage", slug=coverage.slug), live.in_coverage(coverage))
    for byline in Byline.objects.filter(
        Exists(StoryByline.objects.filter(byline=OuterRef("pk"), story__in=live))
    ).prefetch_related("names"):
        if name := byline.name_in(edition.language):
            yield from _leaves(list_path("author", slug=name.slug), live.by_author(byline))
    for show in Show.objects.filter(edition=edition):
        yield list_path("show", slug=show.slug)
    yield from _archive(edition, None)
    for section in SectionPage.objects.live().filter(edition=edition):
        yield from _archive(edition, section)


def _leaves(rest: str, stories: StoryQuerySet) -> Iterator[str]:
    yield rest
    count = stories.count()
    if count > LEAF:
        yield from (f"{rest}page/{number}/" for number in range(1, count // LEAF + 1))


def _archive(edition: Edition, section: SectionPage | None) -> Iterator[str]:
    rest = f"{below_front(section)}archive/" if section else "archive/"
    yield rest
    for month in months_of(edition, section):
        yield f"{rest}{month:%Y/%m}/"
        yield from (
            f"{rest}{month:%Y/%m}/{page}/" for page in range(2, _pages_of(edition, section, month) + 1)
        )


def _pages_of(edition: Edition, section: SectionPage | None, month: date) -> int:
    return -(-stories_of_month(edition, section, month).count() // PAGE_SIZE)


def _stories(edition: Edition) -> Iterator[str]:
    stories = Story.objects.live().in_edition(edition).by_recency().values_list("url_path", flat=True)
    for url_path in stories.iterator(chunk_size=2000):
        yield url_path.split("/", 3)[3]
