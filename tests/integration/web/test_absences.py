"""What a reader is told where nothing stands: never was, no more, or our machine has failed."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client, RequestFactory
from django.utils import timezone
from lxml import html
from wagtail.contrib.redirects.models import Redirect

from nashra.editions.models import Edition
from nashra.press.service import rules
from nashra.stories.addresses import path_of
from nashra.stories.models import Story
from nashra.web.failure import failure_page
from nashra.web.views.refusals import server_error
from tests.factories.editions import make_edition, make_section
from tests.factories.stories import draft_story, publish, publish_story

pytestmark = pytest.mark.django_db


def gone_story(edition: Edition, headline: str = "The harbour opens", **fields: Any) -> str:
    story = publish_story(edition, headline, **fields)
    story.unpublish()
    return path_of(story, edition)


def test_address_of_a_withdrawn_story_is_gone_in_the_edition_s_language(client: Client) -> None:
    answer = client.get(gone_story(make_edition("ar"), "يفتح الميناء"))
    assert (answer.status_code, answer["Content-Language"]) == (410, "ar")
    page = html.fromstring(answer.content.decode())
    assert page.get("dir") == "rtl"
    assert "يفتح الميناء" not in answer.content.decode()


def test_gone_page_leads_to_the_section_its_archive_and_its_latest(client: Client) -> None:
    edition = make_edition("en")
    sport = make_section(edition, "Sport")
    publish_story(edition, "Elsewhere", section=make_section(edition))
    publish_story(edition, "The cup final", section=sport)
    page = html.fromstring(client.get(gone_story(edition, section=sport)).content.decode())
    main = page.get_element_by_id("content")
    links = {link.get("href") for link in main.iter("a")}
    assert {"/en/sport/", "/en/sport/archive/", "/en/sport/the-cup-final/"} <= links
    assert "Elsewhere" not in main.text_content()


def test_address_of_a_deleted_story_is_gone(client: Client) -> None:
    edition = make_edition("en")
    story = publish_story(edition)
    path = path_of(story, edition)
    story.delete()
    assert client.get(path).status_code == 410


def test_story_that_never_came_out_is_not_found(client: Client) -> None:
    edition = make_edition("en")
    draft = draft_story(edition)
    path = path_of(draft, edition)
    assert client.get(path).status_code == 404
    draft.delete()
    assert client.get(path).status_code == 404


def test_story_scheduled_to_come_back_is_not_said_to_be_gone(client: Client) -> None:
    edition = make_edition("en")
    path = gone_story(edition)
    Story.objects.update(go_live_at=timezone.now() + timedelta(hours=1))
    assert client.get(path).status_code == 404


def test_story_published_again_is_there(client: Client) -> None:
    edition = make_edition("en")
    path = gone_story(edition)
    publish(Story.objects.get().specific)
    assert client.get(path).status_code == 200


def test_redirect_from_a_gone_address_leads_on(client: Client) -> None:
    edition = make_edition("en")
    path = gone_story(edition)
    Redirect.objects.create(old_path=path.rstrip("/"), redirect_link="/en/")
    answer = client.get(path)
    assert (answer.status_code, answer["Location"]) == (301, "/en/")


def test_other_addresses_are_not_found_as_ever(client: Client) -> None:
    edition = make_edition("en")
    gone_story(edition)
    for path in ("/en/news/never-was/", "/en/never/was/", "/en/" + "x" * 900 + "/"):
        assert client.get(path).status_code == 404


def test_failure_is_told_in_the_language_of_the_address(
    rf: RequestFactory, django_assert_num_queries: Any
) -> None:
    with django_assert_num_queries(0):
        answers = {code: server_error(rf.get(f"/{code}/news/")) for code in ("en", "ar", "es", "xx")}
    assert {code: answer.status_code for code, answer in answers.items()} == dict.fromkeys(answers, 500)
    pages = {code: html.fromstring(answer.content.decode()) for code, answer in answers.items()}
    assert [(page.get("lang"), page.get("dir")) for page in pages.values()] == [
        ("en", "ltr"),
        ("ar", "rtl"),
        ("es", "ltr"),
        ("en", "ltr"),
    ]
    assert "nashra.css" in answers["en"].content.decode() or "nashra." in answers["en"].content.decode()


def test_front_has_the_failure_page_of_each_language() -> None:
    front = rules()
    assert front.unavailable_at("/ar/news/") == failure_page("ar")
    assert front.unavailable_at("/anything/") == failure_page("en")


def test_failing_template_leaves_plain_words(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_args: object) -> str:
        raise RuntimeError

    monkeypatch.setattr("nashra.web.failure.render_to_string", fail)
    failure_page.cache_clear()
    assert b"Please try again" in failure_page("en")
    failure_page.cache_clear()
