"""What changes of names and pictures purge: the editions whose readers see others, and no more of their pages than show them."""

import pytest

from nashra.editions.models import Region, RegionLabel
from nashra.media.models import PictureText, Video
from nashra.people.models import BylineLink, BylineName
from nashra.stories.models import Coverage, CoverageLead, TopicLabel, VideoStory
from tests.factories.editions import make_edition, make_region, make_section
from tests.factories.media import make_picture
from tests.factories.people import make_byline
from tests.factories.stories import add_story, make_topic, publish, publish_story
from tests.integration.stories.test_keys import Journal

pytestmark = pytest.mark.django_db


def test_name_of_a_region_purges_the_editions_that_say_it() -> None:
    make_edition("en")
    make_edition("ar")
    region = make_region()
    journal = Journal()
    label = RegionLabel.objects.get(region=region, language="ar")
    label.label = "القارة"
    label.save()
    assert journal.purged() == {"regions:ar"}


def test_region_saved_in_its_place_purges_nothing() -> None:
    make_edition("en")
    region = make_region()
    Region.objects.create(code="asia", position=5)
    journal = Journal()
    region.position = 2
    region.save()
    assert journal.purged() == set()


def test_region_that_takes_anothers_place_purges_every_edition() -> None:
    make_edition("en")
    region = make_region()
    Region.objects.create(code="asia", position=5)
    journal = Journal()
    region.position = 7
    region.save()
    assert journal.purged() == {"regions:en"}


def test_name_of_a_topic_purges_the_editions_that_say_it() -> None:
    make_edition("en")
    make_edition("ar")
    topic = make_topic()
    journal = Journal()
    label = TopicLabel.objects.get(topic=topic, language="en")
    label.label = "Great storms"
    label.save()
    assert f"topic:en:{topic.pk}" in journal.purged()
    assert f"topic:ar:{topic.pk}" not in journal.purged()


def test_label_saved_as_it_was_purges_nothing() -> None:
    make_edition("en")
    topic = make_topic()
    journal = Journal()
    TopicLabel.objects.get(topic=topic, language="en").save()
    assert journal.purged() == set()


def test_biography_leaves_the_name_over_stories_alone() -> None:
    make_edition("en")
    byline = make_byline()
    journal = Journal()
    name = BylineName.objects.get(byline=byline, language="en")
    name.bio = "Writes about the sea."
    name.save()
    assert f"author:{byline.pk}" in journal.purged()
    assert f"byline:en:{byline.pk}" not in journal.purged()


def test_byline_saved_as_it_was_purges_nothing() -> None:
    make_edition("en")
    byline = make_byline()
    journal = Journal()
    byline.save()
    assert journal.purged() == set()


def test_portrait_purges_wherever_it_may_be_shown() -> None:
    make_edition("en")
    byline = make_byline()
    journal = Journal()
    byline.portrait = make_picture()
    byline.save()
    assert f"portrait:{byline.pk}" in journal.purged()
    assert f"byline:en:{byline.pk}" not in journal.purged()


def test_link_of_an_author_leaves_their_stories_alone() -> None:
    byline = make_byline()
    journal = Journal()
    BylineLink.objects.create(byline=byline, label="Site", url="https://example.org/")
    assert journal.purged() == {f"author-links:{byline.pk}"}


def test_name_purges_the_editions_that_fall_back_to_it() -> None:
    make_edition("en")
    make_edition("ar")
    byline = make_byline(en="Layla Haddad")
    journal = Journal()
    name = BylineName.objects.get(byline=byline)
    name.name = "Layla H."
    name.save()
    assert {f"byline:en:{byline.pk}", f"byline:ar:{byline.pk}"} <= journal.purged()


def test_name_with_the_address_of_another_author_purges_that_ones_page() -> None:
    make_edition("en")
    other = make_byline("other", ar="Layla Haddad")
    byline = make_byline("layla", ar="ليلى")
    journal = Journal()
    BylineName.objects.create(byline=byline, language="en", name="Layla Haddad")
    assert f"author:{other.pk}" in journal.purged()


def test_order_of_a_coverage_leaves_its_stories_alone() -> None:
    edition = make_edition("en")
    story = publish_story(edition)
    coverage = Coverage.objects.create(edition=edition, title="The flood")
    journal = Journal()
    CoverageLead.objects.create(coverage=coverage, story_id=story.pk, sort_order=0)
    assert journal.purged() == {f"coverage-front:{coverage.pk}"}


def test_length_of_a_film_purges_the_cards_of_its_stories_and_its_title_does_not() -> None:
    edition = make_edition("en")
    make_section(edition)
    film = Video.objects.create(title="Film", file="videos/film.mp4", duration_seconds=90)
    story = add_story(VideoStory, edition, "Boats", video=film, live=False)
    publish(story)
    journal = Journal()
    film.title = "The film"
    film.save()
    assert f"card:{story.pk}" not in journal.purged()
    film.duration_seconds = 95
    film.save()
    assert f"card:{story.pk}" in journal.purged()


def test_words_of_a_picture_purge_the_editions_in_their_language() -> None:
    make_edition("en")
    make_edition("ar")
    picture = make_picture()
    journal = Journal()
    PictureText.objects.create(picture=picture, language="ar", caption="قوارب", alt_text="ثلاثة قوارب")
    assert journal.purged() == {f"picture:{picture.pk}:ar"}
