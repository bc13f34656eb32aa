"""An edition's code changes: addresses, roles and pictures follow, old addresses lead to the new ones."""

import pytest
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Collection

from nashra.editions.models import Edition
from nashra.people.models import User
from nashra.people.roles import Role, group_name
from nashra.press.keys import recording
from nashra.press.models import PressEvent
from nashra.stories.addresses import path_of
from nashra.stories.models import HomePage, Story
from tests.factories.editions import make_edition, make_section
from tests.factories.people import make_user
from tests.factories.stories import publish_story

pytestmark = pytest.mark.django_db


def rename(edition: Edition, code: str) -> Edition:
    edition = Edition.objects.get(pk=edition.pk)
    edition.code = code
    edition.save()
    return edition


def test_stories_stand_under_the_new_code(client: Client) -> None:
    edition = make_edition("en")
    story = publish_story(edition)
    renamed = rename(edition, "english")
    path = path_of(Story.objects.get(pk=story.pk), renamed)
    assert path == "/english/news/the-harbour-opens/"
    assert client.get(path).status_code == 200


@pytest.mark.parametrize(
    "rest", ["", "news/", "news/the-harbour-opens/", "archive/", "theme.css", "news/?page=2"]
)
def test_old_addresses_lead_to_the_new_ones(client: Client, rest: str) -> None:
    edition = make_edition("en")
    publish_story(edition)
    rename(edition, "english")
    answer = client.get(f"/en/{rest}")
    assert (answer.status_code, answer["Location"]) == (301, f"/english/{rest}")


def test_address_of_two_codes_ago_leads_to_the_newest(client: Client) -> None:
    edition = make_edition("en")
    rename(edition, "english")
    rename(edition, "world")
    assert client.get("/en/")["Location"] == "/world/"
    assert client.get("/english/")["Location"] == "/world/"


def test_code_taken_back_is_the_edition_s_again(client: Client) -> None:
    edition = make_edition("en")
    rename(edition, "english")
    rename(edition, "en")
    assert client.get("/en/").status_code == 200
    assert client.get("/english/")["Location"] == "/en/"


def test_another_edition_that_takes_the_code_has_its_addresses(client: Client) -> None:
    rename(make_edition("en"), "english")
    make_edition("en", masthead="The Other Paper")
    answer = client.get("/en/")
    assert answer.status_code == 200
    assert "The Other Paper" in answer.content.decode()


def test_address_a_story_left_before_the_renaming_still_leads_to_it(client: Client) -> None:
    edition = make_edition("en")
    story = publish_story(edition)
    sport = make_section(edition, "Sport")
    Story.objects.get(pk=story.pk).move(sport, pos="last-child")
    rename(edition, "english")
    answer = client.get("/en/news/the-harbour-opens/", follow=True)
    assert answer.redirect_chain[-1][0].endswith("/english/sport/the-harbour-opens/")
    assert answer.status_code == 200


def test_renaming_leaves_one_rule_and_not_a_redirect_for_each_story() -> None:
    edition = make_edition("en")
    publish_story(edition)
    rename(edition, "english")
    assert not Redirect.objects.exists()


def test_renaming_asks_no_more_of_a_long_archive() -> None:
    edition = make_edition("en")
    publish_story(edition, "First")
    with CaptureQueriesContext(connection) as few:
        rename(edition, "english")
    for number in range(6):
        publish_story(edition, f"Story {number}")
    with CaptureQueriesContext(connection) as many:
        rename(edition, "world")
    assert len(many) == len(few)
    assert Story.objects.filter(url_path__startswith="/newsroom/world/").count() == 7


def test_people_keep_their_roles_and_rights() -> None:
    edition = make_edition("en")
    editor = make_user(role=Role.EDITOR)
    story = publish_story(edition)
    rename(edition, "english")
    assert {group.name for group in editor.groups.all()} == {group_name("english", Role.EDITOR)}
    assert Group.objects.filter(name__startswith="en ·").count() == 0
    user = User.objects.get(pk=editor.pk)
    assert Story.objects.get(pk=story.pk).permissions_for_user(user).can_publish()


def test_collection_keeps_its_pictures_under_the_new_name() -> None:
    edition = make_edition("en")
    collection = Collection.objects.get(name="en")
    rename(edition, "english")
    assert Collection.objects.get(pk=collection.pk).name == "english"
    assert not Collection.objects.filter(name="en").exists()


def test_pages_stored_under_the_old_code_are_spoiled(client: Client) -> None:
    edition = make_edition("en")
    with recording() as recorded:
        client.get("/en/")
    before = PressEvent.objects.count()
    rename(edition, "english")
    purged = {key for event in PressEvent.objects.order_by("pk")[before:] for key in event.keys}
    assert "edition:en" in purged & recorded.keys


def test_draft_of_the_front_from_before_keeps_the_new_address() -> None:
    edition = make_edition("en")
    HomePage.objects.get(edition=edition).save_revision()
    rename(edition, "english")
    HomePage.objects.get(edition=edition).get_latest_revision().publish()
    assert HomePage.objects.get(edition=edition).slug == "english"


def test_desk_renames_an_edition(client: Client) -> None:
    edition = make_edition("en")
    client.force_login(User.objects.create_superuser("chief", password="x"))
    url = reverse("wagtailsnippets_editions_edition:edit", args=[edition.pk])
    form = client.get(url).context["form"]
    values = {name: value for name, value in form.initial.items() if value is not None}
    managed = {"social_accounts-TOTAL_FORMS": 0, "social_accounts-INITIAL_FORMS": 0}
    assert client.post(url, values | managed | {"code": "english"}).status_code == 302
    assert client.get("/english/").status_code == 200


@pytest.mark.parametrize("code", ["admin", "static", "media"])
def test_code_nashra_itself_uses_is_refused(code: str) -> None:
    edition = make_edition("en")
    edition.code = code
    with pytest.raises(ValidationError, match="Nashra itself uses"):
        edition.full_clean()
