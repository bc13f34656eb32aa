"""An edition with a long past: a thousand stories loaded as an archive is, then multiplied in the database."""

import io
from typing import Any

_ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"  # treebeard's, for the steps of a path
SEED = 1000
_TOPICS, _REGIONS = 20, 5

type Cursor = Any


def open_edition() -> None:
    """Make the edition ``en`` with a section, topics and regions, and a thousand live stories loaded as an archive is."""
    from django.core.management import call_command

    from bench.import_ import _made_up as made_up
    from nashra.importers.reading import items_in_stream
    from nashra.importers.run import Run, import_items
    from nashra.stories.models import SectionPage

    call_command("addedition", "en", masthead="Bench", section=["News"], verbosity=0)
    section = SectionPage.objects.get(edition__code="en", slug="news")
    run = Run(section.edition, section, publish=True)
    for _arrival in import_items(run, items_in_stream(io.BytesIO(made_up(SEED)), "made up")):
        pass
    _add_places()


def multiply(stories: int) -> None:
    """Bring the edition to ``stories`` live stories, each a minute older than the one before."""
    from django.db import connection, transaction

    from nashra.stories.models import SectionPage

    section = SectionPage.objects.get(edition__code="en", slug="news")
    with transaction.atomic(), connection.cursor() as cursor:
        for begin in range(SEED, stories, 50_000):
            _multiply(cursor, section.pk, begin, min(begin + 50_000, stories))
        SectionPage.objects.filter(pk=section.pk).update(numchild=max(stories, SEED))
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _add_places() -> None:
    from nashra.editions.models import Region, RegionLabel
    from nashra.stories.models import Story, StoryTopic, Topic, TopicLabel

    topics = [Topic.objects.create(key=f"topic-{n}") for n in range(_TOPICS)]
    for n, topic in enumerate(topics):
        TopicLabel.objects.create(topic=topic, language="en", label=f"Topic {n}", slug=f"topic-{n}")
    regions = [Region.objects.create(code=f"region-{n}", position=n) for n in range(_REGIONS)]
    for n, region in enumerate(regions):
        RegionLabel.objects.create(region=region, language="en", label=f"Region {n}", slug=f"region-{n}")
    stories = list(Story.objects.order_by("pk").values_list("pk", flat=True))
    for n, region in enumerate(regions):
        Story.objects.filter(pk__in=stories[n::_REGIONS]).update(region=region)
    StoryTopic.objects.bulk_create(
        StoryTopic(story_id=pk, topic=topics[n % _TOPICS], sort_order=0) for n, pk in enumerate(stories)
    )


def _multiply(cursor: Cursor, section: int, begin: int, end: int) -> None:
    """Copy the seed's rows under new numbers ``begin`` to ``end``; the tree's paths go on where they ended."""
    cursor.execute("DROP TABLE IF EXISTS twin")
    cursor.execute(
        """
        CREATE TEMP TABLE twin AS
        SELECT old.id AS old, nextval('wagtailcore_page_id_seq') AS new, number
        FROM generate_series(%s, %s - 1) AS number
        JOIN (SELECT id, row_number() OVER (ORDER BY path) - 1 AS place FROM wagtailcore_page
              WHERE id IN (SELECT page_ptr_id FROM stories_story WHERE section_id = %s)
              ORDER BY path LIMIT %s) AS old ON old.place = number %% %s
        """,
        [begin, end, section, SEED, SEED],
    )
    step = " || ".join(f"substr('{_ALPHABET}', (number + 1) / {36**n} % 36 + 1, 1)" for n in (3, 2, 1, 0))
    _copy(
        cursor,
        "wagtailcore_page",
        "id",
        id="new",
        path=f"left(t.path, -4) || {step}",
        slug="t.slug || '-' || number",
        url_path="rtrim(t.url_path, '/') || '-' || number || '/'",
        translation_key="gen_random_uuid()",
        latest_revision_id="NULL",
        live_revision_id="NULL",
    )
    _copy(
        cursor,
        "stories_story",
        "page_ptr_id",
        page_ptr_id="new",
        link_key="gen_random_uuid()",
        published_at="t.published_at - number * interval '1 minute'",
    )
    _copy(cursor, "stories_article", "story_ptr_id", story_ptr_id="new")
    _copy(cursor, "stories_storytopic", "story_id", story_id="new", id="nextval('stories_storytopic_id_seq')")
    _copy(
        cursor,
        "wagtailsearch_indexentry",
        "object_id",
        object_id="new::text",
        id="nextval('wagtailsearch_indexentry_id_seq')",
    )


def _copy(cursor: Cursor, table: str, key: str, **others: str) -> None:
    cursor.execute(
        "SELECT array_agg(column_name::text) FROM information_schema.columns WHERE table_name = %s"
        " AND is_generated = 'NEVER'",
        [table],
    )
    names = cursor.fetchone()[0]
    shown = ", ".join(others.get(name, f't."{name}"') for name in names)
    listed = ", ".join(f'"{name}"' for name in names)
    old = "twin.old::text" if key == "object_id" else "twin.old"
    cursor.execute(
        f"INSERT INTO {table} ({listed}) SELECT {shown} FROM twin JOIN {table} AS t ON t.{key} = {old}"
    )
