"""What has to be there before readers see a story, and what is settled when they do."""

from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from nashra.media.models import Picture
from nashra.stories.models import Article, GalleryStory, SectionPage, Story
from tests.factories.editions import make_edition, make_section
from tests.factories.media import make_picture
from tests.factories.stories import add_story, draft_story, paragraph, publish, publish_story

pytestmark = pytest.mark.django_db


def refusal(story: Story) -> str:
    with pytest.raises(ValidationError) as refused:
        publish(story)
    return str(refused.value)


@pytest.mark.parametrize(
    ("word", "said"), [("credit", "credit"), ("caption", "caption"), ("alt_text", "cannot see")]
)
def test_picture_without_a_word_is_refused_by_name(word: str, said: str) -> None:
    lacking: dict[str, Any] = {word: ""}
    story = draft_story(make_edition("en"), lead_picture=make_picture(**lacking))
    message = refusal(story)
    assert "Harbour" in message
    assert said in message


def test_refused_story_stays_a_draft() -> None:
    story = draft_story(make_edition("en"), lead_picture=make_picture(credit=""))
    refusal(story)
    assert not Story.objects.get(pk=story.pk).live


def test_picture_described_in_another_language_is_refused() -> None:
    story = draft_story(make_edition("ar"), lead_picture=make_picture(language="en"))
    assert "(ar)" in refusal(story)


def test_caption_written_on_the_story_will_do() -> None:
    story = draft_story(
        make_edition("en"), lead_picture=make_picture(caption=""), lead_caption="At the quay."
    )
    publish(story)
    assert Story.objects.get(pk=story.pk).live


def test_picture_inside_the_body_needs_its_words_too() -> None:
    block = {
        "type": "picture",
        "value": {"picture": make_picture(credit="").pk, "caption": "", "alt_text": ""},
    }
    assert "credit" in refusal(draft_story(make_edition("en"), body=[block]))


def test_gallery_needs_two_pictures() -> None:
    assert "two pictures" in refusal(add_story(GalleryStory, make_edition("en"), "Boats", live=False))


def test_first_publication_sets_the_date_and_later_ones_the_update() -> None:
    story = publish_story(make_edition("en"))
    assert story.updated_at is None
    first = story.published_at
    story.title = "The harbour has opened"
    publish(story)
    again = Article.objects.get(pk=story.pk)
    assert again.published_at == first
    assert again.updated_at is not None


def test_minor_edit_is_no_update() -> None:
    story = publish_story(make_edition("en"))
    story.is_minor_edit = True
    publish(story)
    assert Article.objects.get(pk=story.pk).updated_at is None


def test_publication_date_cannot_lie_ahead() -> None:
    story = draft_story(make_edition("en"), published_at=timezone.now() + timedelta(days=1))
    assert "schedule" in refusal(story)


def test_story_knows_its_edition_and_sections() -> None:
    edition = make_edition("en")
    news = make_section(edition)
    politics = make_section(edition, "Politics", below=news)
    story = publish_story(edition, section=politics)
    assert (story.edition, story.section, story.top_section) == (edition, politics, news)


def test_moved_story_belongs_to_its_new_section() -> None:
    edition = make_edition("en")
    story = publish_story(edition)
    sport = make_section(edition, "Sport")
    story.move(sport, pos="last-child")
    assert Article.objects.get(pk=story.pk).section == sport


def test_stories_of_a_moved_section_belong_to_its_new_parent() -> None:
    edition = make_edition("en")
    news, articles = make_section(edition), make_section(edition, "Articles")
    politics = make_section(edition, "Politics", below=news)
    story = publish_story(edition, section=politics)
    politics.refresh_from_db()
    politics.move(articles, pos="last-child")
    assert Article.objects.get(pk=story.pk).top_section == articles


def test_reading_time_follows_the_script() -> None:
    words = " ".join(["كلمة"] * 600)
    arabic = publish_story(make_edition("ar"), "قصة", body=[paragraph(words)])
    english = publish_story(make_edition("en"), body=[paragraph(" ".join(["word"] * 600))])
    assert arabic.reading_minutes > english.reading_minutes > 0


def test_counterparts_share_a_link_key() -> None:
    story = publish_story(make_edition("en"))
    linked = publish_story(make_edition("ar"), "يفتح الميناء", counterpart=Story.objects.get(pk=story.pk))
    assert linked.link_key == story.link_key


def test_counterpart_in_the_same_edition_is_refused() -> None:
    edition = make_edition("en")
    story = publish_story(edition)
    with pytest.raises(ValidationError, match="same edition"):
        draft_story(edition, "Another", counterpart=Story.objects.get(pk=story.pk))


def test_second_counterpart_in_an_edition_is_refused() -> None:
    story = Story.objects.get(pk=publish_story(make_edition("en")).pk)
    arabic = make_edition("ar")
    draft_story(arabic, "الأولى", counterpart=story)
    with pytest.raises(ValidationError, match="already"):
        draft_story(arabic, "الثانية", counterpart=story)


def test_missing_picture_file_is_no_reason_to_refuse() -> None:
    picture: Picture = make_picture()
    story = draft_story(make_edition("en"), lead_picture=picture)
    picture.file.delete(save=False)
    publish(story)
    assert Story.objects.get(pk=story.pk).live


@pytest.mark.parametrize("withdrawn", ["Books", "Culture"])
def test_a_story_in_a_section_nobody_can_read_is_refused_by_its_name(withdrawn: str) -> None:
    edition = make_edition("en")
    outer = make_section(edition, "Culture")
    story = draft_story(edition, section=make_section(edition, "Books", below=outer))
    SectionPage.objects.get(edition=edition, title=withdrawn).unpublish()
    message = refusal(story)
    assert withdrawn in message
    assert "move the story" in message
