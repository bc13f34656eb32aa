"""The logo in the masthead: the newspaper's name for those who do not see it, light and dark, and no query more."""

from io import BytesIO
from typing import Any

import pytest
from django.test import Client
from lxml import html
from PIL import Image

from nashra.media.images import add_picture
from nashra.media.making import prepare_renditions
from nashra.media.models import Picture
from nashra.press.keys import recording
from tests.factories.editions import make_edition
from tests.factories.media import make_picture
from tests.integration.web.test_queries import queries

pytestmark = pytest.mark.django_db


def make_logo(width: int = 640, height: int = 160, *, ready: bool = True) -> Picture:
    output = BytesIO()
    Image.new("RGBA", (width, height), (0, 0, 0, 0)).save(output, "PNG")
    picture = add_picture(output.getvalue(), "logo.png", title="Logo")
    if ready:
        prepare_renditions(picture, ["whole"])
    return picture


def plate(client: Client, path: str = "/en/") -> Any:
    tree: Any = html.fromstring(client.get(path).content.decode())
    return tree.xpath("//*[contains(@class, 'masthead')]//*[contains(@class, 'plate')]")[0]


def test_masthead_stands_in_words_where_there_is_no_logo(client: Client) -> None:
    make_edition("en")
    assert plate(client).text_content().strip() == "The Bulletin"


def test_logo_bears_the_masthead_s_name_and_its_size(client: Client) -> None:
    make_edition("en", logo=make_logo())
    image = plate(client).find(".//img")
    assert image.get("alt") == "The Bulletin"
    assert (image.get("width"), image.get("height")) == ("288", "72")
    assert image.get("src").endswith(".webp")


def test_wide_logo_is_held_to_the_width_of_a_telephone(client: Client) -> None:
    make_edition("en", logo=make_logo(1600, 100))
    assert int(plate(client).find(".//img").get("width")) <= 320


def test_logo_without_one_for_dark_keeps_a_light_ground(client: Client) -> None:
    make_edition("en", logo=make_logo())
    assert plate(client).find(".//img").get("class") == "on-light"
    assert plate(client).find(".//source") is None


def test_logo_on_dark_is_chosen_by_the_reader_s_browser(client: Client) -> None:
    make_edition("en", logo=make_logo(), logo_dark=make_logo(320, 80))
    source = plate(client).find(".//source")
    assert source.get("media") == "(prefers-color-scheme: dark)"
    assert plate(client).find(".//img").get("class") is None


def test_name_stands_in_until_the_logo_is_ready(client: Client) -> None:
    make_edition("en", logo=make_logo(ready=False))
    assert plate(client).text_content().strip() == "The Bulletin"


def test_logo_takes_no_query_of_its_own(client: Client) -> None:
    edition = make_edition("en")
    without = queries("/en/")
    edition.logo = make_logo()
    edition.save()
    assert queries("/en/") == without


def test_pages_are_made_anew_when_the_logo_changes() -> None:
    logo = make_picture()
    make_edition("en", logo=logo)
    with recording() as recorded:
        Client().get("/en/")
    assert f"picture:{logo.pk}" in recorded.keys
