"""What a change purges: what it alters, and no more."""

from datetime import timedelta

import pytest
from django.utils import timezone

from nashra.media.models import Video
from nashra.press.models import PressEvent
from nashra.stories.models import Episode, HomePage, SectionPage, Show, Story
from tests.factories.editions import make_edition, make_section
from tests.factories.stories import add_story, draft_story, make_topic, paragraph, publish, publish_story

pytestmark = pytest.mark.django_db


class Journal:
    """The keys purged since it was opened."""

    def __init__(self) -> None:
        self.start = PressEvent.objects.order_by("-pk").values_list("pk", flat=True).first() or 0

    def events(self) -> list[PressEvent]:
        return list(PressEvent.objects.filter(pk__gt=self.start))

    def purged(self) -> set[str]:
        return {key for event in self.events() for key in event.keys}

    def taken_down(self) -> set[str]:
        return {key for event in self.events() if event.takedown for key in event.keys}


def test_publication_purges_the_lists_the_story_enters() -> None:
    edition = make_edition("en")
    news = make_section(edition)
    politics = make_section(edition, "Politics", below=news)
    story = draft_story(edition, section=politics)
    journal = Journal()
    publish(story)
    wanted = {f"story:{story.pk}", "latest:en", f"section:{politics.pk}", f"section:{news.pk}", "absent:en"}
    assert wanted <= journal.purged()


def test_draft_purges_nothing() -> None:
    edition = make_edition("en")
    make_section(edition)
    journal = Journal()
    draft_story(edition).save_revision()
    assert journal.purged() == set()


def test_new_body_leaves_lists_and_cards_alone() -> None:
    story = publish_story(make_edition("en"))
    journal = Journal()
    story.body = [paragraph("One more ship.")]
    publish(story)
    assert journal.purged() == {f"story:{story.pk}"}


def test_new_headline_purges_cards_but_no_list() -> None:
    story = publish_story(make_edition("en"))
    journal = Journal()
    story.title = "The harbour is open"
    publish(story)
    assert journal.purged() == {f"story:{story.pk}", f"card:{story.pk}"}


def test_newest_story_leaves_the_pages_of_older_ones_alone() -> None:
    edition = make_edition("en")
    older = publish_story(edition, "Older")
    journal = Journal()
    publish_story(edition, "Newer")
    assert f"story:{older.pk}" not in journal.purged()


def test_backdated_story_purges_the_pages_that_look_back_at_it() -> None:
    edition = make_edition("en")
    younger = publish_story(edition, "Younger")
    journal = Journal()
    publish_story(edition, "Backdated", published_at=timezone.now() - timedelta(days=2))
    assert f"story:{younger.pk}" in journal.purged()
    assert any(key.endswith(":leaves") for key in journal.purged())


def test_topic_added_purges_its_list() -> None:
    edition, topic = make_edition("en"), make_topic()
    story = publish_story(edition)
    journal = Journal()
    story.story_topics.create(topic=topic)
    publish(story)
    assert f"topic-list:en:{topic.pk}" in journal.purged()


def test_withdrawn_story_is_taken_down_with_its_cards() -> None:
    story = publish_story(make_edition("en"))
    journal = Journal()
    story.unpublish()
    assert {f"story:{story.pk}", f"card:{story.pk}"} <= journal.taken_down()


def test_deleted_story_is_taken_down() -> None:
    story = publish_story(make_edition("en"))
    journal = Journal()
    Story.objects.get(pk=story.pk).delete()
    assert f"story:{story.pk}" in journal.taken_down()


def test_linking_purges_the_counterparts_switcher() -> None:
    story = publish_story(make_edition("en"))
    journal = Journal()
    publish_story(make_edition("ar"), "يفتح الميناء", counterpart=Story.objects.get(pk=story.pk))
    assert f"link:{story.link_key}" in journal.purged()


def test_arranging_a_front_purges_that_front_only() -> None:
    edition = make_edition("en")
    section = make_section(edition)
    for front in (HomePage.objects.get(edition=edition), SectionPage.objects.get(pk=section.pk)):
        journal = Journal()
        front.slots = [
            {"type": "rail", "value": {"heading": "", "picks": [], "count": 3, "fill": True, "section": None}}
        ]
        front.save_revision().publish()
        assert f"front:{front.pk}" in journal.purged()
        assert not {"editions", "edition:en"} & journal.purged()


def test_slogan_purges_its_own_edition_only() -> None:
    edition = make_edition("en")
    make_edition("ar")
    journal = Journal()
    edition.slogan = "Every day"
    edition.save()
    assert "edition:en" in journal.purged()
    assert "editions" not in journal.purged()


def test_new_name_purges_every_editions_switcher() -> None:
    edition = make_edition("en")
    journal = Journal()
    edition.name = "International"
    edition.save()
    assert "editions" in journal.purged()


def test_renamed_section_purges_every_page_of_its_edition() -> None:
    edition = make_edition("en")
    section = make_section(edition)
    journal = Journal()
    section.title = "The news"
    section.save()
    assert "edition:en" in journal.purged()


def test_new_topic_leaves_the_other_lists_alone() -> None:
    edition, topic = make_edition("en"), make_topic()
    story = publish_story(edition)
    journal = Journal()
    story.story_topics.create(topic=topic)
    publish(story)
    lists = {key for key in journal.purged() if not key.endswith(":leaves")}
    assert lists == {f"story:{story.pk}", f"topic-list:en:{topic.pk}"}


def test_new_kind_purges_what_fronts_take_from_the_whole_edition() -> None:
    story = publish_story(make_edition("en"))
    journal = Journal()
    story.kind = "opinion"
    publish(story)
    assert journal.purged() == {f"story:{story.pk}", f"card:{story.pk}", "latest:en"}


def test_withdrawal_of_the_newest_story_purges_the_leaves_before_it() -> None:
    edition, topic = make_edition("en"), make_topic()
    story = publish_story(edition)
    story.story_topics.create(topic=topic)
    publish(story)
    journal = Journal()
    story.unpublish()
    assert f"topic-list:en:{topic.pk}:leaves" in journal.purged()


def test_older_story_that_is_the_newest_of_its_section_purges_leaves() -> None:
    edition, topic = make_edition("en"), make_topic()
    publish_story(edition, "Newest", section=make_section(edition))
    story = draft_story(
        edition,
        "Older",
        section=make_section(edition, "Culture"),
        published_at=timezone.now() - timedelta(days=2),
    )
    story.story_topics.create(topic=topic)
    journal = Journal()
    publish(story)
    assert f"topic-list:en:{topic.pk}:leaves" in journal.purged()


def test_renumbered_episode_purges_its_show() -> None:
    edition = make_edition("en")
    make_section(edition)
    show = Show.objects.create(edition=edition, title="Harbour hour")
    film = Video.objects.create(title="Film", file="videos/film.mp4", duration_seconds=90)
    episode = add_story(Episode, edition, "One", show=show, video=film, live=False)
    publish(episode)
    journal = Journal()
    episode.number = 2
    publish(episode)
    assert f"show:{show.pk}" in journal.purged()
