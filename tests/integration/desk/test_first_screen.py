"""The desk's first screen: nobody is lost, and nobody sees what is not theirs."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from nashra.editions.models import Edition
from nashra.people.models import User
from nashra.people.roles import Role
from nashra.stories.models import Article, Story
from tests.factories.editions import make_edition
from tests.factories.people import make_user
from tests.factories.stories import add_story, draft_story, section_of
from tests.integration.desk.test_schedule import schedule

pytestmark = pytest.mark.django_db


@pytest.fixture
def editions() -> dict[str, Edition]:
    return {
        "en": make_edition("en", time_zone="Africa/Cairo"),
        "ar": make_edition("ar", masthead="النشرة"),
    }


def first_screen(role: Role = Role.EDITOR) -> str:
    client = Client()
    client.force_login(make_user(f"en-{role.value}", role))
    return client.get(reverse("wagtailadmin_home")).content.decode()


def changed(story: Story, title: str, by: Any = None) -> Story:
    story.title = title
    story.save_revision(user=by, log_action=True)
    return story


def test_every_section_of_the_edition_is_one_click_from_a_new_story(editions: dict[str, Edition]) -> None:
    section = section_of(editions["en"])
    assert reverse("wagtailadmin_pages:add_subpage", args=[section.pk]) in first_screen(Role.REPORTER)


def test_front_is_offered_to_those_who_may_arrange_it(editions: dict[str, Edition]) -> None:
    address = reverse("wagtailadmin_pages:edit", args=[editions["en"].home_page.pk])
    assert address in first_screen(Role.EDITOR)
    assert address not in first_screen(Role.REPORTER)


def test_edition_of_others_is_not_offered(editions: dict[str, Edition]) -> None:
    section_of(editions["ar"])
    assert "النشرة" not in first_screen()


def test_imported_story_that_was_unpublished_is_under_way_too(editions: dict[str, Edition]) -> None:
    """It has never been saved at the desk: nobody has changed it last."""
    add_story(Article, editions["en"], "From the archive").unpublish()
    assert "From the archive" in first_screen()


def test_story_under_way_is_shown_with_who_changed_it_last(editions: dict[str, Edition]) -> None:
    changed(draft_story(editions["en"]), "The night ferry", make_user("sami"))
    page = first_screen()
    assert "The night ferry" in page
    assert "sami" in page


def test_story_under_way_elsewhere_is_not_shown(editions: dict[str, Edition]) -> None:
    changed(draft_story(editions["ar"]), "The night ferry")
    assert "The night ferry" not in first_screen()


def test_reporter_is_shown_their_own_stories_alone(editions: dict[str, Edition]) -> None:
    changed(draft_story(editions["en"]), "The night ferry")
    assert "The night ferry" not in first_screen(Role.REPORTER)


def test_scheduled_story_is_shown_on_the_clock_of_its_readers_and_on_ones_own(
    editions: dict[str, Edition],
) -> None:
    story = draft_story(editions["en"], "The night ferry")
    schedule(story, minutes=60)
    page = first_screen()
    assert "Comes out later" in page
    assert "(Africa/Cairo)" in page
    assert "on your clock" in page


def test_story_scheduled_elsewhere_is_not_shown(editions: dict[str, Edition]) -> None:
    schedule(draft_story(editions["ar"], "The night ferry"), minutes=60)
    assert "The night ferry" not in first_screen()


def test_many_stories_cost_no_more_questions_than_few(editions: dict[str, Edition]) -> None:
    def ask() -> int:
        with CaptureQueriesContext(connection) as asked:
            client.get(reverse("wagtailadmin_home"))
        return len(asked)

    client = Client()
    client.force_login(make_user(role=Role.EDITOR))
    for number in range(2):
        changed(draft_story(editions["en"], f"Story {number}"), "Changed")
    ask()
    few = ask()
    for number in range(2, 8):
        changed(draft_story(editions["en"], f"Story {number}"), "Changed")
        schedule(draft_story(editions["en"], f"Later {number}"), minutes=60)
    assert ask() <= few + 1


def test_newsroom_without_an_edition_is_led_to_its_first(client: Client) -> None:
    client.force_login(User.objects.create_superuser("owner", password="x"))
    page = client.get(reverse("wagtailadmin_home")).content.decode()
    assert reverse("wagtailsnippets_editions_edition:add") in page
    assert "There is none yet." in page
