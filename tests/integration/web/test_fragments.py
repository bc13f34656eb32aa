"""The latest stories as a page of their own: true at once, and no burden for the pages that show them."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from lxml import html

from nashra.editions.models import Edition
from nashra.press.keys import recording
from nashra.press.models import PressEvent
from nashra.stories.addresses import path_of
from nashra.web.sources import list_hot_pages, list_pages
from nashra.web.views.fragments import LATEST_SHOWN
from tests.factories.editions import make_edition
from tests.factories.stories import draft_story, publish_story
from tests.integration.web.pressing import JOURNAL, pressing

pytestmark = pytest.mark.django_db

FRAGMENT = "/en/fragments/latest/"


@pytest.fixture
def edition() -> Edition:
    edition = make_edition("en")
    for number in range(LATEST_SHOWN + 2):
        published = timezone.now() - timedelta(hours=number + 1)
        publish_story(edition, f"Story {number}", published_at=published)
    return edition


def headlines() -> list[str]:
    answer = Client().get(FRAGMENT)
    assert answer.status_code == 200
    tree = html.fragment_fromstring(answer.content.decode(), create_parent="div")
    return [link.text for link in tree.xpath("//li//h3/a")]


def purged() -> Iterator[str]:
    for event in PressEvent.objects.order_by("pk"):
        yield from event.keys


def test_the_newest_stand_first_and_drafts_do_not_stand_at_all(edition: Edition) -> None:
    draft_story(edition, "Not yet")
    assert headlines() == [f"Story {number}" for number in range(LATEST_SHOWN)]
    publish_story(edition, "Just now")
    assert headlines() == ["Just now", *(f"Story {number}" for number in range(LATEST_SHOWN - 1))]


def test_it_is_a_list_and_nothing_else_and_not_to_be_found_by_itself(edition: Edition) -> None:
    answer = Client().get(FRAGMENT)
    assert answer["X-Robots-Tag"] == "noindex"
    assert answer["Content-Language"] == "en"
    text = answer.content.decode()
    assert [tag for tag in ("<html", "<head", "<script", "<img") if tag in text] == []
    assert len(html.fragments_fromstring(text)) == 1


def test_a_page_shows_the_way_to_the_latest_and_does_not_depend_on_them(edition: Edition) -> None:
    story = publish_story(edition, "The page", published_at=timezone.now() - timedelta(days=30))
    with recording() as recorded:
        answer = Client().get(path_of(story, edition))
    tree = html.document_fromstring(answer.content.decode())
    assert tree.xpath("//aside//nashra-fragment/@data-src") == [FRAGMENT]
    assert tree.xpath("//aside[.//nashra-fragment]//a/@href") == ["/en/archive/"]
    assert "latest:en" not in recorded.keys


def test_the_fragment_carries_what_it_shows(edition: Edition) -> None:
    with recording() as recorded:
        Client().get(FRAGMENT)
    assert {"latest:en", "edition:en"} < recorded.keys
    assert sum(key.startswith("card:") for key in recorded.keys) == LATEST_SHOWN


def test_publishing_purges_the_fragment_and_has_it_pressed_at_once(edition: Edition) -> None:
    PressEvent.objects.all().delete()
    publish_story(edition, "Just now")
    keys = frozenset(purged())
    assert "latest:en" in keys
    assert ("", FRAGMENT) in set(list_hot_pages(keys))


def test_the_warmer_and_the_mirror_know_the_fragment_of_each_edition(edition: Edition) -> None:
    make_edition("ar", host="ar.news.example")
    places = set(list_pages())
    assert {("", FRAGMENT), ("ar.news.example", "/fragments/latest/")} <= places


def test_pressed_again_the_fragment_takes_two_queries_the_journals_included(
    edition: Edition,
) -> None:
    with pressing():
        Client().get(FRAGMENT)
        with CaptureQueriesContext(connection) as asked:
            Client().get(FRAGMENT)
    assert len(asked) + JOURNAL <= 2
