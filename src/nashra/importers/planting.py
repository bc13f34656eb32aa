"""Many stories at once into the page tree, indexes included, as if each had been added by itself.

Wagtail adds a page with some thirty queries. Here a batch takes about a dozen: paths are worked out under a
lock of the parent, rows of the three tables of an article go in together, and the search and reference
indexes are written for the whole batch.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import Any, cast
from uuid import UUID

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import F
from django.db.models.sql import InsertQuery
from wagtail.models import Locale, Page, ReferenceIndex
from wagtail.search.backends import get_search_backends

from nashra.base.slugs import slug_of
from nashra.importers.indexing import SearchEntry, reference_rows
from nashra.importers.keys import keys_of_batch
from nashra.importers.seedlings import Seedling
from nashra.press.journal import purge
from nashra.stories.models import Article, SectionPage, Story, StoryByline, StoryTopic

_SLUG_CHARACTERS = 255
_ROLE_CHARACTERS = 80


@transaction.atomic
def plant(seedlings: Sequence[Seedling]) -> None:
    """Add the articles to their sections, last in order, with unique addresses; they have their ids when
    this returns.
    """
    if not seedlings:
        return
    by_section: dict[int, list[Seedling]] = defaultdict(list)
    for seedling in seedlings:
        by_section[seedling.section.pk].append(seedling)
    # In order of id, so that two imports at the same time wait for each other and never for ever.
    parents = Page.objects.select_for_update().filter(pk__in=by_section).order_by("pk")
    for parent in list(parents):
        _give_places(parent, by_section[parent.pk])
    articles = [seedling.article for seedling in seedlings]
    _give_own_link_keys(articles)
    _insert_rows(articles)
    _insert_children(seedlings)
    _index(seedlings)
    purge(*keys_of_batch(seedlings))


def _give_places(parent: Page, seedlings: list[Seedling]) -> None:
    """Paths after the last child, addresses no other child has, and the parent's count of children."""
    children = Page.objects.filter(path__startswith=parent.path, depth=parent.depth + 1)
    last = children.order_by("-path").values_list("path", flat=True).first()
    step = Page._str2int(last[-Page.steplen :]) if last else 0  # noqa: SLF001 - treebeard offers no public form
    slugs = _free_slugs(children, seedlings)
    locale, content_type = Locale.get_default(), ContentType.objects.get_for_model(Article)
    top = parent.path[: 4 * Page.steplen]
    sections = {section.path: section for section in SectionPage.objects.filter(path__in=[top, parent.path])}
    for place, seedling in enumerate(seedlings, step + 1):
        article = seedling.article
        article.path = Page._get_path(parent.path, parent.depth + 1, place)  # noqa: SLF001 - treebeard offers no public form
        article.depth, article.numchild = parent.depth + 1, 0
        article.slug = slugs[id(seedling)]
        article.url_path = f"{parent.url_path}{article.slug}/"
        article.locale, article.content_type = locale, content_type
        article.section, article.top_section = sections[parent.path], sections[top]
    Page.objects.filter(pk=parent.pk).update(numchild=F("numchild") + len(seedlings))


def _free_slugs(children: Any, seedlings: list[Seedling]) -> dict[int, str]:
    wanted = {id(seedling): slug_of(seedling.article.title, seedling.name) for seedling in seedlings}
    times = Counter(wanted.values())
    taken = set(children.filter(slug__in=list(times)).values_list("slug", flat=True))
    return {
        id(seedling): f"{slug[: _SLUG_CHARACTERS - len(seedling.name) - 1]}-{seedling.name}"
        if (slug := wanted[id(seedling)]) in taken or times[slug] > 1
        else slug
        for seedling in seedlings
    }


def _give_own_link_keys(articles: list[Article]) -> None:
    """A story that claims to be the version of one this edition has already gets a key of its own."""
    edition = articles[0].edition
    keys = [article.link_key for article in articles]
    taken: set[UUID] = set(
        Story.objects.filter(edition=edition, link_key__in=keys).values_list("link_key", flat=True)
    )
    for article in articles:
        if article.link_key in taken:
            article.link_key = cast(UUID, Story._meta.get_field("link_key").get_default())
        taken.add(article.link_key)


def _insert_rows(articles: list[Article]) -> None:
    """Rows of the three tables an article is made of. Django's own bulk_create does not go along
    inheritance; its insert does.
    """
    columns = [column for column in Page._meta.concrete_fields if not column.primary_key]
    for article, row in zip(articles, _insert(Page, articles, columns, [Page._meta.pk]), strict=True):
        article.pk = article.id = article.page_ptr_id = article.story_ptr_id = row[0]
    for model in (Story, Article):
        _insert(model, articles, model._meta.local_concrete_fields, [])
    for article in articles:
        article._state.adding = False
        article._state.db = Page.objects.db


def _insert(
    model: type[Page], articles: list[Article], columns: list[Any], wanted: list[Any]
) -> list[tuple[Any, ...]]:
    statement = InsertQuery(model)
    statement.insert_values(columns, list(articles))
    return list(statement.get_compiler(using=Page.objects.db).execute_sql(wanted))


def _insert_children(seedlings: Iterable[Seedling]) -> None:
    bylines, topics = [], []
    for seedling in seedlings:
        pk = seedling.article.pk
        bylines += [
            StoryByline(story_id=pk, byline_id=byline, role=role[:_ROLE_CHARACTERS], sort_order=place)
            for place, (byline, role) in enumerate(seedling.bylines.items())
        ]
        topics += [
            StoryTopic(story_id=pk, topic_id=topic, sort_order=place)
            for place, topic in enumerate(seedling.topics)
        ]
    StoryByline.objects.bulk_create(bylines)
    StoryTopic.objects.bulk_create(topics)
    hanging: dict[int, list[StoryByline | StoryTopic]] = defaultdict(list)
    children: list[StoryByline | StoryTopic] = [*bylines, *topics]
    for child in children:
        hanging[child.story_id].append(child)
    rows = [
        row
        for seedling in seedlings
        for row in reference_rows(seedling.article, hanging[seedling.article.pk])
    ]
    ReferenceIndex.objects.bulk_create(rows, ignore_conflicts=True)


def _index(seedlings: Sequence[Seedling]) -> None:
    entries = [SearchEntry(seedling.article, seedling.text) for seedling in seedlings]
    for backend in get_search_backends(with_auto_update=True):
        backend.add_bulk(Article, entries)
