"""The addresses told to the press are those that readers' requests bring."""

from urllib.parse import quote

import pytest
from django.test import Client

from nashra.stories.models import Story, StoryByline
from nashra.web.sources import list_hot_pages, list_pages
from tests.factories.editions import make_edition, make_region, make_section
from tests.factories.people import make_byline
from tests.factories.stories import make_topic, publish_story

pytestmark = pytest.mark.django_db


@pytest.fixture
def story() -> Story:
    edition = make_edition("ar")
    topic, byline, region = make_topic(), make_byline(), make_region()
    topic.labels.create(language="ar", label="عواصف", slug="عواصف")
    section = make_section(edition, "ثقافة", slug="ثقافة")
    story = publish_story(edition, "افتتاح الميناء", slug="افتتاح-الميناء", section=section, region=region)
    story.story_topics.create(topic=topic)
    story.story_bylines = [StoryByline(byline=byline)]
    story.save_revision().publish()
    return Story.objects.get(pk=story.pk)


def test_every_live_address_is_the_path_a_reader_asks_for(story: Story) -> None:
    paths = [path for _host, path in list_pages()]
    assert "/ar/ثقافة/افتتاح-الميناء/" in paths
    assert "/ar/topics/عواصف/" in paths
    assert "/ar/ثقافة/archive/" in paths
    for path in paths:
        answer = Client().get(quote(path))
        assert (answer.wsgi_request.path, answer.status_code in (200, 302)) == (path, True)


def test_what_is_pressed_after_a_change_is_among_the_live_addresses(story: Story) -> None:
    keys = frozenset(
        {
            f"story:{story.pk}",
            "latest:ar",
            f"section:{story.section_id}",
            f"topic-list:ar:{story.story_topics.get().topic_id}",
            f"region:ar:{story.region_id}",
        }
    )
    hot = set(list_hot_pages(keys))
    assert ("", "/ar/ثقافة/افتتاح-الميناء/") in hot
    assert ("", "/ar/topics/عواصف/") in hot
    assert hot <= set(list_pages())


def test_a_changed_card_is_looked_for_on_the_fronts_and_lists_its_story_stands_on() -> None:
    edition = make_edition("en")
    topic, region = make_topic(), make_region()
    story = publish_story(edition, "Changed", region=region)
    story.story_topics.create(topic=topic)
    story.save_revision().publish()
    found = [path for _host, path in list_hot_pages(frozenset({f"card:{story.pk}", f"story:{story.pk}"}))]
    places = {
        "/en/",
        "/en/news/",
        "/en/fragments/latest/",
        f"/en/topics/{topic.labels.get(language='en').slug}/",
        f"/en/regions/{region.labels.get(language='en').slug}/",
    }
    assert found[0] == "/en/news/changed/"
    assert set(found) >= places
