"""A gallery's card says how many pictures there are to be seen."""

import pytest
from django.test import Client
from django.utils import translation
from lxml import html

from nashra.editions.models import Edition
from nashra.press.keys import recording
from nashra.press.models import PressEvent
from nashra.stories.models import GalleryPicture, GalleryStory
from nashra.web.build.voice import Voice
from tests.factories.editions import make_edition
from tests.factories.media import make_picture
from tests.factories.stories import add_story, publish, publish_story

pytestmark = pytest.mark.django_db


def publish_gallery(edition: Edition, pictures: int) -> GalleryStory:
    story = add_story(GalleryStory, edition, "Boats", live=False)
    shown = make_picture(language=edition.language)
    story.pictures = [GalleryPicture(picture=shown, sort_order=place) for place in range(pictures)]
    publish(story)
    return GalleryStory.objects.get(pk=story.pk)


def badges(client: Client, path: str) -> list[str]:
    tree = html.fromstring(client.get(path).content.decode())
    return [
        " ".join(badge.text_content().split())
        for badge in tree.xpath("//*[@data-kind='gallery']//p[@class='badge']")
    ]


def test_card_of_a_gallery_says_how_many_pictures_it_has(client: Client) -> None:
    edition = make_edition("en")
    gallery = publish_gallery(edition, 3)
    gallery.lead_picture = make_picture()
    publish(gallery)
    assert badges(client, "/en/news/") == ["3 pictures"]


@pytest.mark.parametrize(("count", "said"), [(2, "صورتان"), (3, "٣ صور"), (11, "١١ صورة"), (100, "١٠٠ صورة")])
def test_number_is_in_the_edition_s_digits_and_plural(count: int, said: str) -> None:
    edition = make_edition("ar")
    with translation.override("ar"):
        assert Voice(edition).picture_count(count) == said


def test_lists_are_made_anew_when_a_picture_is_added(client: Client) -> None:
    gallery = publish_gallery(make_edition("en"), 2)
    with recording() as recorded:
        client.get("/en/news/")
    before = PressEvent.objects.count()
    gallery.pictures = [*gallery.pictures.all(), GalleryPicture(picture=make_picture(), sort_order=9)]
    publish(gallery)
    purged = {key for event in PressEvent.objects.order_by("pk")[before:] for key in event.keys}
    assert f"card:{gallery.pk}" in purged & recorded.keys


def test_other_kinds_have_no_number(client: Client) -> None:
    publish_story(make_edition("en"), lead_picture=make_picture())
    assert "pictures" not in client.get("/en/news/").content.decode()
