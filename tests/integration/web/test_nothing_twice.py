"""What stands on a page once does not stand there again."""

import pytest
from django.test import Client
from lxml import html

from nashra.stories.addresses import path_of
from nashra.stories.models import Coverage, RelatedStory, StoryByline
from tests.factories.editions import make_edition
from tests.factories.media import make_picture
from tests.factories.people import make_byline
from tests.factories.stories import draft_story, publish, publish_story

pytestmark = pytest.mark.django_db


def test_a_related_story_is_left_out_of_the_coverage_beside_it(client: Client) -> None:
    edition = make_edition("en")
    coverage = Coverage.objects.create(edition=edition, title="The storm", slug="the-storm")
    chosen = publish_story(edition, "The wall fell", coverage=coverage)
    publish_story(edition, "The wall rises", coverage=coverage)
    story = draft_story(edition, "Who pays", coverage=coverage)
    story.related_stories = [RelatedStory(related=chosen)]
    publish(story)
    page = html.document_fromstring(client.get(path_of(story, edition)).content.decode())
    beside = page.xpath("//aside//h3/a/text()")
    assert sorted(beside) == ["The wall fell", "The wall rises"]


def test_an_authors_page_shows_the_portrait_once(client: Client) -> None:
    edition = make_edition("en")
    byline = make_byline()
    byline.portrait = make_picture()
    byline.save()
    for headline, picture in (("A column", byline.portrait), ("A report", make_picture(1600, 1000))):
        story = draft_story(edition, headline)
        story.story_bylines = [StoryByline(byline=byline)]
        story.lead_picture = picture
        publish(story)
    page = html.document_fromstring(client.get("/en/authors/layla-haddad/").content.decode())
    with_picture = page.xpath("//main//article[.//img]//h2/a/text()")
    assert with_picture == ["A report"]
    assert len(page.xpath("//main//article")) == 2
