"""The desk's search index: what is changed is weighed, and nothing else is gone through."""

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from modelsearch.backends import get_search_backend
from wagtail.search.models import IndexEntry

from nashra.stories.models import Article
from tests.factories.editions import make_edition
from tests.factories.stories import publish_story

pytestmark = pytest.mark.django_db


def weights() -> list[float]:
    return [
        round(weight, 3) for weight in IndexEntry.objects.order_by("pk").values_list("title_norm", flat=True)
    ]


def enter(*stories: Article) -> None:
    get_search_backend().add_bulk(Article, stories)


def test_a_short_title_weighs_more_than_a_long_one() -> None:
    edition = make_edition()
    short, long = publish_story(edition, "Harbour"), publish_story(edition, "Harbour wall gives way")
    IndexEntry.objects.all().delete()
    enter(short, long)
    assert weights() == [2.5, 0.625]


def test_what_is_not_changed_keeps_its_weight() -> None:
    edition = make_edition()
    first = publish_story(edition, "Harbour")
    IndexEntry.objects.all().delete()
    enter(first)
    IndexEntry.objects.update(title_norm=1.0)
    enter(publish_story(edition, "Harbour wall gives way"))
    assert weights()[0] == 1.0


def test_entering_a_story_asks_of_the_latest_entries_only() -> None:
    story = publish_story(make_edition())
    with CaptureQueriesContext(connection) as asked:
        enter(story)
    averages = [query["sql"] for query in asked if "AVG(" in query["sql"]]
    assert len(averages) == 1
    assert "LIMIT 1000" in averages[0]


def test_rebuilding_the_index_weighs_all_of_it() -> None:
    edition = make_edition()
    publish_story(edition, "Harbour")
    publish_story(edition, "Harbour wall gives way")
    IndexEntry.objects.update(title_norm=1.0)
    call_command("update_index", verbosity=0)
    assert 1.0 not in weights()
