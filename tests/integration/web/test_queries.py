"""Pages from nothing in few queries, however much they show."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from nashra.editions.models import Edition
from nashra.media.making import prepare_renditions
from nashra.media.models import Picture
from nashra.media.uses import USES
from nashra.stories.addresses import path_of
from nashra.stories.models import HomePage, Story, StoryByline
from tests.factories.editions import make_edition, make_region, make_section
from tests.factories.media import make_picture
from tests.factories.people import make_byline
from tests.factories.stories import make_topic, paragraph, publish_story
from tests.integration.web.pressing import JOURNAL, pressing

pytestmark = pytest.mark.django_db

STORY_QUERIES = 12
STORY_AGAIN = 9
FRONT_QUERIES = 15
FRONT_AGAIN = 5


def queries(path: str) -> int:
    """How many queries a cold page takes, when its pictures are ready and the process is warm."""
    client = Client()
    assert client.get(path).status_code == 200
    with CaptureQueriesContext(connection) as asked:
        client.get(path)
    return len(asked)


def ready_picture() -> Picture:
    """A picture with all its files, so that no page has any to order."""
    picture = make_picture()
    prepare_renditions(picture, USES)
    return picture


def full_story(edition: Edition) -> Story:
    """A story with everything a story has, among others."""
    topic, byline, region, picture = make_topic(), make_byline(), make_region(), ready_picture()
    for number in range(6):
        moment = timezone.now() - timedelta(days=number + 1)
        shown = ready_picture() if number == 0 else None
        publish_story(edition, f"Older {number}", published_at=moment, lead_picture=shown)
    story = publish_story(
        edition, "The whole story", region=region, lead_picture=picture, body=[paragraph("Words.")]
    )
    story.story_topics.create(topic=topic)
    story.story_bylines = [StoryByline(byline=byline)]
    story.save_revision().publish()
    return Story.objects.get(pk=story.pk)


def test_cold_story_page_takes_twelve_queries_at_most() -> None:
    edition = make_edition("en")
    make_edition("ar")
    story = full_story(edition)
    with pressing():
        Client().get("/en/authors/")  # what stands around every page
        with CaptureQueriesContext(connection) as asked:
            assert Client().get(path_of(story, edition)).status_code == 200
    assert len(asked) + JOURNAL <= STORY_QUERIES


def test_a_story_page_changed_again_takes_nine_queries_at_most() -> None:
    edition = make_edition("en")
    make_edition("ar")
    story = full_story(edition)
    with pressing():
        assert queries(path_of(story, edition)) + JOURNAL <= STORY_AGAIN


def test_a_front_changed_again_asks_nothing_for_cards_that_are_as_they_were() -> None:
    edition = make_edition("en")
    full_story(edition)
    with pressing():
        assert queries("/en/") + JOURNAL <= FRONT_AGAIN


def test_a_story_page_outside_the_press_takes_thirteen_queries_at_most() -> None:
    edition = make_edition("en")
    make_edition("ar")
    assert queries(path_of(full_story(edition), edition)) <= 13


def test_cold_front_of_forty_slots_takes_fifteen_queries_at_most() -> None:
    edition = make_edition("en")
    sections = [make_section(edition, f"Section {number}") for number in range(40)]
    for section in sections[:20]:
        publish_story(edition, f"Story of {section.title}", section=section, lead_picture=None)
    home = HomePage.objects.get(edition=edition)
    home.slots = [
        {
            "type": "rail",
            "value": {"heading": "", "picks": [], "count": 3, "fill": True, "section": section.pk},
        }
        for section in sections
    ]
    home.save()
    assert queries("/en/") <= FRONT_QUERIES


def test_more_stories_on_a_list_mean_no_more_queries() -> None:
    edition, topic = make_edition("en"), make_topic()
    story = publish_story(edition, "First")
    story.story_topics.create(topic=topic)
    story.save_revision().publish()
    few = queries("/en/topics/storms/")
    for number in range(8):
        other = publish_story(edition, f"Another {number}")
        other.story_topics.create(topic=topic)
        other.save_revision().publish()
    assert queries("/en/topics/storms/") == few
