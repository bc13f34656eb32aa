"""Footer pages and sections know their namesakes in the other editions."""

from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from lxml import html

from nashra.editions.models import Edition
from nashra.press.keys import recording
from nashra.press.models import PressEvent
from nashra.stories.models import HomePage, PlainPage, SectionPage
from tests.factories.editions import make_edition

pytestmark = pytest.mark.django_db


def add_page(edition: Edition, title: str, slug: str, key: str = "about") -> PlainPage:
    page = PlainPage(title=title, slug=slug, key=key)
    HomePage.objects.get(edition=edition).add_child(instance=page)
    return page


def read(client: Client, path: str) -> Any:
    return html.fromstring(client.get(path).content.decode())


def alternates(client: Client, path: str) -> dict[str, str]:
    links = read(client, path).xpath("//link[@rel='alternate'][@hreflang]")
    return {link.get("hreflang"): link.get("href").partition("//")[2].partition("/")[2] for link in links}


def test_switcher_leads_to_the_namesake_in_the_other_edition(client: Client) -> None:
    add_page(make_edition("en"), "About us", "about-us")
    add_page(make_edition("es"), "Quiénes somos", "quienes-somos")
    links = read(client, "/en/about-us/").xpath("//ul[@class='switcher']//a/@href")
    assert "/es/quienes-somos/" in links


def test_namesakes_name_each_other_as_alternates(client: Client) -> None:
    add_page(make_edition("en"), "About us", "about-us")
    add_page(make_edition("es"), "Quiénes somos", "quienes-somos")
    both = {"en": "en/about-us/", "es": "es/quienes-somos/"}
    assert alternates(client, "/en/about-us/") == both
    assert alternates(client, "/es/quienes-somos/") == both


def test_page_without_a_namesake_has_no_alternate(client: Client) -> None:
    add_page(make_edition("en"), "About us", "about-us")
    add_page(make_edition("es"), "Contacto", "contacto", key="contact")
    assert alternates(client, "/en/about-us/") == {}


def test_page_hears_when_its_namesake_comes(client: Client) -> None:
    add_page(make_edition("en"), "About us", "about-us")
    spanish = make_edition("es")
    with recording() as recorded:
        client.get("/en/about-us/")
    before = PressEvent.objects.count()
    add_page(spanish, "Quiénes somos", "quienes-somos")
    purged = {key for event in PressEvent.objects.order_by("pk")[before:] for key in event.keys}
    assert purged & recorded.keys


@pytest.mark.parametrize("model", [PlainPage, SectionPage])
def test_key_of_another_page_is_refused(model: type[PlainPage] | type[SectionPage]) -> None:
    home = HomePage.objects.get(edition=make_edition("en"))
    home.add_child(instance=model(title="One", slug="one", key="about"))
    home.refresh_from_db()
    with pytest.raises(ValidationError, match="key of another page"):
        home.add_child(instance=model(title="Two", slug="two", key="about"))
