"""What pages say of themselves to search engines (schema.org), and to those who show a link to them."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from lxml import html

from nashra.editions.models import SocialAccount
from nashra.media.making import prepare_renditions
from nashra.media.models import Video
from nashra.stories.addresses import path_of
from nashra.stories.models import (
    Correction,
    GalleryPicture,
    GalleryStory,
    HomePage,
    LiveBlog,
    LiveBlogEntry,
    PlainPage,
    Story,
    StoryByline,
    VideoStory,
)
from tests.factories.editions import make_edition
from tests.factories.media import make_picture
from tests.factories.people import make_byline
from tests.factories.stories import add_story, publish, publish_story

CLIP = Path(__file__).parents[3] / "src/nashra/demo/media/video/clip-harbour.mp4"

pytestmark = pytest.mark.django_db


def head_of(path: str) -> Any:
    return html.document_fromstring(Client().get(path).content.decode()).find("head")


def said_on(path: str) -> dict[str, Any]:
    (script,) = head_of(path).xpath('.//script[@type="application/ld+json"]')
    said: dict[str, Any] = json.loads(script.text)
    return said


def at(hour: int) -> datetime:
    return datetime(2026, 11, 14, hour, tzinfo=UTC)


def test_front_presents_the_newspaper_with_its_promises_and_accounts() -> None:
    edition = make_edition("en", slogan="The coast")
    account = {"network": "mastodon", "url": "https://social.example/@nashra"}
    SocialAccount.objects.create(edition=edition, **account)
    home = HomePage.objects.get(edition=edition)
    home.add_child(
        instance=PlainPage(title="Corrections policy", slug="corrections-policy", key="corrections")
    )
    said = said_on("/en/")
    assert (said["@type"], said["slogan"]) == ("NewsMediaOrganization", "The coast")
    assert said["sameAs"] == ["https://social.example/@nashra"]
    assert said["correctionsPolicy"].endswith("/en/corrections-policy/")
    assert said["masthead"].endswith("/en/authors/")


def test_story_gives_its_picture_in_three_shapes_wide_enough() -> None:
    edition, picture = make_edition("en"), make_picture(2000, 1500)
    prepare_renditions(picture, ["whole", "share", "square", "classic", "wide"])
    story = publish_story(edition, lead_picture=picture)
    images = said_on(path_of(story, edition))["image"]
    assert [(image["width"], image["height"]) for image in images] == [(1200, 1200), (1200, 900), (1200, 675)]
    assert all(image["contentUrl"].startswith("http") and image["creditText"] for image in images)


def test_link_to_a_story_is_shown_by_others_with_a_picture_cut_for_it() -> None:
    edition, picture = make_edition("en"), make_picture(2000, 1500)
    prepare_renditions(picture, ["whole", "share"])
    story = publish_story(edition, lead_picture=picture)
    (address,) = head_of(path_of(story, edition)).xpath('.//meta[@property="og:image"]/@content')
    assert "1200x630" in address


def test_link_shown_by_others_bears_the_headline_alone() -> None:
    edition = make_edition("en", masthead="The Coast")
    story = publish_story(edition, "Ships come in")
    head = head_of(path_of(story, edition))
    assert head.xpath('.//meta[@property="og:title"]/@content') == ["Ships come in"]
    assert head.findtext("title") == "Ships come in | The Coast"


def test_live_blog_tells_when_it_runs_and_every_entry_newest_first() -> None:
    edition = make_edition("en", time_zone="UTC")
    story = add_story(LiveBlog, edition, "The debate", live=False, started_at=at(9), ended_at=at(12))
    story.story_bylines = [StoryByline(byline=make_byline())]
    story.entries = [
        LiveBlogEntry(posted_at=at(10), title="It begins", text="<p>The <b>House</b> sits.</p>"),
        LiveBlogEntry(posted_at=at(11), text="<p>A vote.</p>"),
    ]
    publish(story)
    path = path_of(Story.objects.get(pk=story.pk), edition)
    said = said_on(path)
    assert said["@type"] == "LiveBlogPosting"
    assert (said["coverageStartTime"], said["coverageEndTime"]) == (
        "2026-11-14T09:00:00+00:00",
        "2026-11-14T12:00:00+00:00",
    )
    assert said["dateModified"] >= "2026-11-14T11:00:00+00:00"
    newest, first = said["liveBlogUpdate"]
    assert (newest["headline"], newest["articleBody"]) == ("A vote.", "A vote.")
    assert (first["headline"], first["articleBody"]) == ("It begins", "The House sits.")
    assert first["datePublished"] == "2026-11-14T10:00:00+00:00"
    assert path + "#entry-" in first["url"]
    assert first["author"][0]["@type"] == "Person"


def test_video_story_gives_its_film() -> None:
    edition = make_edition("en")
    clip = Video(title="clip", file=ContentFile(CLIP.read_bytes(), name="clip.mp4"), transcript="Wind.")
    clip.poster = make_picture()
    clip.save()
    story = add_story(VideoStory, edition, "The crane", live=False, video=clip)
    publish(story)
    page = Client().get(path_of(Story.objects.get(pk=story.pk), edition)).content.decode()
    said = said_on(path_of(Story.objects.get(pk=story.pk), edition))["video"]
    assert (said["@type"], said["name"], said["duration"]) == ("VideoObject", "The crane", "PT0H0M15S")
    assert said["thumbnailUrl"]
    assert said["contentUrl"].startswith("http")
    assert said["uploadDate"]
    assert said["transcript"] == "Wind."
    assert 'aria-label="The crane"' in page


def test_gallery_gives_every_picture() -> None:
    edition = make_edition("en")
    story = add_story(GalleryStory, edition, "Boats", live=False)
    shown = make_picture()
    story.pictures = [GalleryPicture(picture=shown, sort_order=place) for place in range(3)]
    publish(story)
    assert len(said_on(path_of(Story.objects.get(pk=story.pk), edition))["image"]) == 3


def test_linked_stories_name_each_other_as_translations() -> None:
    english, arabic = make_edition("en"), make_edition("ar")
    story = publish_story(english)
    other = publish_story(arabic, "الميناء يفتح", link_key=story.link_key)
    (named,) = said_on(path_of(story, english))["workTranslation"]
    assert named["inLanguage"] == "ar"
    assert path_of(other, arabic) in named["url"]


def test_corrections_are_told_in_words() -> None:
    edition = make_edition("en")
    story = publish_story(edition)
    story.corrections = [Correction(text="<p>It was <i>nine</i>.</p>", corrected_at=at(9))]
    publish(story)
    (correction,) = said_on(path_of(story, edition))["correction"]
    assert (correction["@type"], correction["text"]) == ("CorrectionComment", "It was nine.")


def test_author_s_page_says_who_it_is_about() -> None:
    edition, byline = make_edition("en"), make_byline()
    story = publish_story(edition)
    story.story_bylines = [StoryByline(byline=byline)]
    publish(story)
    name = byline.names.get(language="en")
    said = said_on(f"/en/authors/{name.slug}/")
    assert (said["@type"], said["mainEntity"]["@type"], said["mainEntity"]["name"]) == (
        "ProfilePage",
        "Person",
        name.name,
    )
