"""What stands on a page once does not stand there again."""

import pytest
from django.test import Client
from lxml import html

from nashra.media.models import Video
from nashra.stories.addresses import path_of
from nashra.stories.models import Coverage, Episode, RelatedStory, Show, StoryByline
from tests.factories.editions import make_edition
from tests.factories.media import make_picture
from tests.factories.people import make_byline
from tests.factories.stories import add_story, draft_story, publish, publish_story

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


def test_a_storys_page_shows_every_other_story_once(client: Client) -> None:
    edition = make_edition("en")
    coverage = Coverage.objects.create(edition=edition, title="The storm", slug="the-storm")
    others = [publish_story(edition, f"Story {number}", coverage=coverage) for number in range(8)]
    story = draft_story(edition, "Who pays", coverage=coverage, read_next=others[1])
    story.body = [{"type": "related", "value": {"stories": [others[0].pk, others[2].pk]}}]
    story.related_stories = [
        RelatedStory(related=other, sort_order=place)
        for place, other in enumerate((others[0], others[1], others[3]))
    ]
    publish(story)
    page = html.document_fromstring(client.get(path_of(story, edition)).content.decode())
    shown = page.xpath("//main//*[contains(@class, 'card-title')]/a/text()")
    assert sorted(shown) == [f"Story {number}" for number in range(8)]
    assert page.xpath("//section[@aria-labelledby='read-next']//h3/a/text()")[0] == "Story 1"
    assert page.xpath("//aside//section[.//h2[text()='Related stories']]//h3/a/text()") == ["Story 3"]


def test_a_films_page_shows_every_other_film_once(client: Client) -> None:
    edition = make_edition("en")
    show = Show.objects.create(edition=edition, title="The Quay", slug="the-quay")
    film = Video.objects.create(title="Film", file="videos/film.mp4", duration_seconds=90)
    episodes = [
        add_story(
            Episode, edition, f"Part {number}", show=show, season=1, number=number, video=film, live=False
        )
        for number in range(1, 8)
    ]
    for episode in episodes:
        publish(episode)
    page = html.document_fromstring(client.get(path_of(episodes[-1], edition)).content.decode())
    shown = page.xpath("//main//*[contains(@class, 'card-title')]/a/text()")
    assert shown[0] == "Part 6"
    assert len(shown) == len(set(shown)) == 5
    assert not page.xpath("//section[@aria-labelledby='read-next']")
