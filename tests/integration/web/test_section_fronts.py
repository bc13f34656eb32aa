"""A section's front and its archive: what readers have read above is not said again, and they are told where they are."""

from datetime import UTC, datetime

import pytest
from django.test import Client
from lxml import html

from nashra.editions.models import Edition
from nashra.stories import archives
from nashra.stories.models import SectionPage
from tests.factories.editions import make_edition, make_section
from tests.factories.stories import publish_story, section_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def edition() -> Edition:
    return make_edition("en")


def page_at(client: Client, path: str) -> html.HtmlElement:
    return html.document_fromstring(client.get(path).content.decode())


def with_more_of_itself(section: SectionPage) -> SectionPage:
    slot = {"heading": "", "picks": [], "count": 4, "fill": True, "section": section.pk}
    section.slots = [
        {"type": "lead", "value": {**slot, "count": 1, "section": None}},
        {"type": "rail", "value": slot},
    ]
    section.save_revision().publish()
    return section


def test_more_of_a_section_on_its_own_front_does_not_link_to_itself(client: Client, edition: Edition) -> None:
    section = with_more_of_itself(section_of(edition))
    for headline in ("One", "Two", "Three"):
        publish_story(edition, headline)
    heads = page_at(client, f"/en/{section.slug}/").xpath("//main//div[@class='slot-head']/h2")
    assert [(head.text_content(), len(head.xpath(".//a"))) for head in heads] == [("More stories", 0)]


def test_no_card_says_the_name_of_the_section_it_stands_under(client: Client, edition: Edition) -> None:
    section = with_more_of_itself(section_of(edition))
    publish_story(edition, "One")
    publish_story(edition, "Two")
    publish_story(edition, "Three", kicker="At sea")
    page = page_at(client, f"/en/{section.slug}/")
    assert page.xpath("//main//article//p[@class='kicker']/text()") == ["At sea"]


def test_archive_of_a_section_shows_the_section_as_open(client: Client, edition: Edition) -> None:
    parent = section_of(edition)
    section = make_section(edition, "Economy", below=parent)
    publish_story(edition, "One", section=section)
    page = page_at(client, f"/en/{parent.slug}/{section.slug}/archive/")
    assert page.xpath("//*[contains(@class, 'strip-list')]//a[@aria-current]/text()") == ["Economy"]


def test_later_in_the_month_lies_onward_and_earlier_lies_back(
    client: Client, edition: Edition, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archives, "PAGE_SIZE", 1)
    for day in (3, 4, 5):
        publish_story(edition, f"On day {day}", published_at=datetime(2025, 5, day, tzinfo=UTC))
    links = page_at(client, "/en/archive/2025/05/2/").xpath("//nav[@class='pager']//a")
    assert [(link.get("rel"), link.text_content().strip()) for link in links] == [
        ("prev", "Earlier in the month"),
        ("next", "Later in the month"),
    ]
