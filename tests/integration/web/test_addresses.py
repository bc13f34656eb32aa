"""What an address means: editions by path and by host, old addresses, absent pages."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from lxml import html
from pytest_django import DjangoCaptureOnCommitCallbacks

from nashra.stories.addresses import path_of
from nashra.stories.models import PlainPage, SectionPage, Story
from nashra.web.build.paging import LEAF
from tests.factories.editions import make_edition, make_section
from tests.factories.people import make_byline
from tests.factories.stories import draft_story, make_topic, publish, publish_story

pytestmark = pytest.mark.django_db


def test_story_is_found_below_its_section_by_its_unicode_address(client: Client) -> None:
    edition = make_edition("ar")
    story = publish_story(edition, "يفتح الميناء")
    answer = client.get(path_of(story, edition))
    assert answer.status_code == 200
    assert answer["Content-Language"] == "ar"


def test_draft_is_found_nowhere(client: Client) -> None:
    edition = make_edition("en")
    story = draft_story(edition)
    assert client.get(path_of(story, edition)).status_code == 404


def test_edition_with_a_host_is_found_there_and_not_under_a_path(client: Client) -> None:
    edition = make_edition("ar", host="ar.example.org")
    publish_story(edition, "يفتح الميناء")
    assert client.get("/", headers={"host": "ar.example.org"}).status_code == 200
    assert client.get("/ar/", headers={"host": "testserver"}).status_code == 404


def test_switcher_leads_to_another_host_by_its_whole_address(client: Client) -> None:
    make_edition("en")
    make_edition("ar", host="ar.example.org")
    text = client.get("/en/").content.decode()
    assert 'href="http://ar.example.org/"' in text or 'href="https://ar.example.org/"' in text


def test_newsroom_address_leads_to_the_first_edition(client: Client) -> None:
    make_edition("es", position=2)
    make_edition("ar", position=1)
    assert client.get("/")["Location"] == "/ar/"


def test_address_without_its_slash_is_completed(client: Client) -> None:
    make_edition("en")
    answer = client.get("/en")
    assert (answer.status_code, answer["Location"]) == (301, "/en/")


def test_absent_page_is_said_in_the_editions_language(client: Client) -> None:
    make_edition("en")
    make_edition("ar")
    answer = client.get("/ar/لا-شيء/")
    assert answer.status_code == 404
    assert html.document_fromstring(answer.content.decode()).get("dir") == "rtl"


def test_renamed_story_is_found_from_its_old_address(
    client: Client, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    edition = make_edition("en")
    story = publish_story(edition)
    old = path_of(story, edition)
    story.slug = "the-harbour-has-opened"
    with django_capture_on_commit_callbacks(execute=True):
        publish(story)
    answer = client.get(old)
    assert answer.status_code == 301
    assert answer["Location"].endswith("/the-harbour-has-opened/")


def test_moved_story_is_found_from_its_old_address(client: Client) -> None:
    edition = make_edition("en")
    story = publish_story(edition)
    old = path_of(story, edition)
    Story.objects.get(pk=story.pk).specific.move(make_section(edition, "Sport"), pos="last-child")
    assert "/sport/" in client.get(old)["Location"]


def test_counterparts_name_each_other(client: Client) -> None:
    english, arabic = make_edition("en"), make_edition("ar")
    story = publish_story(english)
    linked = publish_story(arabic, "يفتح الميناء", counterpart=Story.objects.get(pk=story.pk))
    for page, edition in ((story, english), (linked, arabic)):
        tree = html.document_fromstring(client.get(path_of(page, edition)).content.decode())
        found = {link.get("hreflang"): link.get("href") for link in tree.xpath("//link[@hreflang]")}
        assert found["en"].endswith(path_of(story, english))
        assert found["ar"].endswith(path_of(linked, arabic))


def test_section_keeps_its_place_across_editions(client: Client) -> None:
    for code in ("en", "ar"):
        make_section(make_edition(code), key="news")
    tree = html.document_fromstring(client.get("/en/news/").content.decode())
    assert any("/ar/%D8%A3" in link.get("href") for link in tree.xpath("//a[@hreflang or @lang]"))


def test_section_cannot_take_an_address_of_the_editions_lists() -> None:
    edition = make_edition("en")
    with pytest.raises(Exception, match="itself uses"):
        make_section(edition, "Topics", slug="topics")


def test_older_leaves_of_a_list_never_shift(client: Client) -> None:
    edition, byline = make_edition("en"), make_byline()
    start = timezone.now() - timedelta(days=100)
    for number in range(LEAF + 2):
        story = draft_story(edition, f"Story {number}", published_at=start + timedelta(hours=number))
        story.story_bylines.create(byline=byline)
        publish(story)
    path = "/en/authors/layla-haddad/page/1/"
    before = html.document_fromstring(client.get(path).content.decode()).xpath("//main//a/@href")
    story = draft_story(edition, "Newest")
    story.story_bylines.create(byline=byline)
    publish(story)
    assert html.document_fromstring(client.get(path).content.decode()).xpath("//main//a/@href") == before


def test_unfinished_leaf_is_not_there(client: Client) -> None:
    edition, byline = make_edition("en"), make_byline()
    story = draft_story(edition)
    story.story_bylines.create(byline=byline)
    publish(story)
    assert client.get("/en/authors/layla-haddad/page/1/").status_code == 404
    assert client.get("/en/authors/layla-haddad/page/99999999999/").status_code == 404


def test_month_of_the_archive_holds_what_was_published_in_it(client: Client) -> None:
    edition = make_edition("en")
    publish_story(edition, "In May", published_at=timezone.now().replace(year=2025, month=5, day=3))
    assert "In May" in client.get("/en/archive/2025/05/").content.decode()
    assert client.get("/en/archive/2025/06/").status_code == 404
    assert "2025/05" in client.get("/en/archive/").content.decode()


def test_topic_is_found_by_its_name_in_the_editions_language(client: Client) -> None:
    edition, topic = make_edition("ar"), make_topic(ar="عواصف")
    story = draft_story(edition, "قصة")
    story.story_topics.create(topic=topic)
    publish(story)
    assert client.get("/ar/topics/عواصف/").status_code == 200


def test_footer_page_answers(client: Client) -> None:
    edition = make_edition("en")
    edition.home_page.add_child(instance=PlainPage(title="About us", slug="about", show_in_menus=True))
    text = client.get("/en/").content.decode()
    assert "/en/about/" in text
    assert client.get("/en/about/").status_code == 200
    assert SectionPage.objects.count() == 0
