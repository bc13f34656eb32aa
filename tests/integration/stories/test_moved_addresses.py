"""Old addresses lead to the new ones, on the host and scheme readers know."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoCaptureOnCommitCallbacks

from nashra.editions.models import Edition
from nashra.stories.addresses import path_of
from nashra.stories.models import Article, SectionPage
from tests.factories.editions import make_edition, make_section
from tests.factories.stories import publish, publish_story

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def base(settings: Any) -> str:
    settings.WAGTAILADMIN_BASE_URL = "https://news.example"
    settings.NASHRA_HOSTS = [*settings.NASHRA_HOSTS, "news.example"]
    return str(settings.WAGTAILADMIN_BASE_URL)


@pytest.fixture
def renamed(django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks) -> Callable[..., str]:
    """Publishes a story and renames it, some times over; gives the address it had first."""

    def rename(edition: Edition, *slugs: str) -> str:
        story = publish_story(edition)
        before = path_of(story, edition)
        for slug in slugs:
            changed = Article.objects.get(pk=story.pk)
            changed.slug = slug
            # Wagtail makes its redirects once the change is committed.
            with django_capture_on_commit_callbacks(execute=True):
                publish(changed)
        return before

    return rename


def where_it_leads(client: Client, path: str, host: str) -> tuple[int, str]:
    answer = client.get(path, headers={"host": host})
    return answer.status_code, answer.get("Location", "")


def test_another_edition_s_host_does_not_lead_readers_astray(
    client: Client, renamed: Callable[..., str]
) -> None:
    make_edition("ar", host="ar.news.example")
    before = renamed(make_edition("en"), "second")
    assert where_it_leads(client, before, "news.example") == (301, "https://news.example/en/news/second/")


def test_edition_with_a_host_keeps_its_host_and_the_newsroom_s_scheme(
    client: Client, renamed: Callable[..., str]
) -> None:
    before = renamed(make_edition("ar", host="ar.news.example"), "second")
    status, address = where_it_leads(client, before, "ar.news.example")
    assert status == 301
    assert address.removeprefix("https://ar.news.example").endswith("/second/")


def test_many_renamings_are_one_step(client: Client, renamed: Callable[..., str]) -> None:
    before = renamed(make_edition("en"), "second", "third", "عنوان-جديد")
    status, address = where_it_leads(client, before, "news.example")
    assert status == 301
    assert client.get(address, headers={"host": "news.example"}).status_code == 200


def test_name_taken_back_is_no_loop(client: Client, renamed: Callable[..., str]) -> None:
    before = renamed(make_edition("en"), "second", "the-harbour-opens")
    assert where_it_leads(client, before, "news.example") == (200, "")


def test_story_moved_there_and_back_is_found_at_every_address(client: Client) -> None:
    edition = make_edition("en")
    story = publish_story(edition)
    first, other = story.get_parent().pk, make_section(edition, "Culture")
    for place in (other.pk, first):
        Article.objects.get(pk=story.pk).move(SectionPage.objects.get(pk=place), pos="last-child")
    status, address = where_it_leads(client, f"/en/{other.slug}/the-harbour-opens/", "news.example")
    assert status == 301
    assert client.get(address, headers={"host": "news.example"}).status_code == 200
