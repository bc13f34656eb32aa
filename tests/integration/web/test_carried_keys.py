"""What pages carry: also what they do not show yet, and would have to show at once."""

import pytest
from django.conf import settings
from django.test import Client

from nashra.press.keys import recording
from nashra.stories.addresses import path_of
from nashra.stories.models import Coverage, CoverageLead, HomePage, RelatedStory, Story, StoryTopic
from tests.factories.editions import make_edition, make_section
from tests.factories.people import make_byline
from tests.factories.stories import draft_story, make_topic, paragraph, publish, publish_story

pytestmark = pytest.mark.django_db


def carried(path: str) -> set[str]:
    """The keys of the page at an address."""
    with recording() as recorded:
        assert Client().get(path).status_code == 200
    return recorded.keys


def test_front_carries_a_pick_that_is_not_published() -> None:
    edition = make_edition("en")
    make_section(edition)
    draft = draft_story(edition)
    home = HomePage.objects.get(edition=edition)
    picks = [{"type": "item", "id": "1", "value": draft.pk}]
    slot = {"heading": "", "picks": picks, "count": 1, "fill": False, "section": None}
    home.slots = [{"type": "lead", "value": slot}]
    home.save_revision().publish()
    assert f"card:{draft.pk}" in carried("/en/")


def test_story_carries_a_related_story_that_is_not_published() -> None:
    edition = make_edition("en")
    story, draft = publish_story(edition), draft_story(edition, "Not yet")
    story.related_stories = [RelatedStory(related=draft, sort_order=0)]
    publish(story)
    assert f"card:{draft.pk}" in carried(path_of(story, edition))


def test_coverage_carries_a_leading_story_that_is_not_published() -> None:
    edition = make_edition("en")
    make_section(edition)
    draft = draft_story(edition)
    coverage = Coverage.objects.create(edition=edition, title="The flood")
    CoverageLead.objects.create(coverage=coverage, story=draft, sort_order=0)
    assert f"card:{draft.pk}" in carried("/en/coverage/the-flood/")


def test_story_carries_a_topic_without_a_name_in_its_language() -> None:
    edition, topic = make_edition("en"), make_topic(ar="عواصف")
    story = publish_story(edition)
    story.story_topics = [StoryTopic(topic=topic, sort_order=0)]
    publish(story)
    assert f"topic:en:{topic.pk}" in carried(path_of(story, edition))


def test_text_carries_the_pages_and_documents_it_leads_to() -> None:
    edition = make_edition("en")
    other = publish_story(edition, "The other")
    words = f'As <a linktype="page" id="{other.pk}">we said</a>, <a linktype="document" id="7">see</a>.'
    story = publish_story(edition, "The one", body=[paragraph(words)])
    assert {f"address:{other.pk}", "places:en", "document:7"} <= carried(path_of(story, edition))


def test_text_leads_to_no_page_that_is_not_published() -> None:
    edition = make_edition("en")
    other = draft_story(edition, "The other")
    words = f'As <a linktype="page" id="{other.pk}">we said</a>.'
    story = publish_story(edition, "The one", body=[paragraph(words)])
    answer = Client().get(path_of(story, edition)).content.decode()
    assert "we said" in answer
    assert "the-other" not in answer


def test_text_leads_to_the_newsrooms_own_address_where_an_edition_has_a_host() -> None:
    edition = make_edition("en")
    arabic = make_edition("ar", host="ar.example.org")
    here, there = publish_story(edition, "Here"), publish_story(arabic, "There")
    words = f'<a linktype="page" id="{here.pk}">one</a>, <a linktype="page" id="{there.pk}">two</a>.'
    story = publish_story(edition, "The one", body=[paragraph(words)])
    answer = Client().get(path_of(story, edition)).content.decode()
    assert f'href="{settings.WAGTAILADMIN_BASE_URL}/en/news/here/"' in answer
    assert 'href="http://ar.example.org/' in answer


def test_section_carries_the_places_of_editions_that_may_have_its_namesake() -> None:
    english, arabic = make_edition("en"), make_edition("ar")
    make_section(english, "News", key="news")
    make_section(arabic, "أخبار", key="sport")
    assert "places:ar" in carried("/en/news/")


def test_story_carries_the_places_its_counterpart_stands_in() -> None:
    english, arabic = make_edition("en"), make_edition("ar")
    story = publish_story(english)
    assert "places:ar" not in carried(path_of(story, english))
    publish_story(arabic, "يفتح الميناء", counterpart=Story.objects.get(pk=story.pk))
    assert "places:ar" in carried(path_of(story, english))


def test_card_carries_the_name_over_it_and_not_all_that_is_told_of_the_author() -> None:
    edition, byline = make_edition("en"), make_byline()
    story = publish_story(edition)
    story.story_bylines.create(byline=byline)
    publish(story)
    keys = carried("/en/")
    assert f"byline:en:{byline.pk}" in keys
    assert f"author:{byline.pk}" not in keys
