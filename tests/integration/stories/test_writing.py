"""Writing at the desk: a draft may lack what a published story may not, and a refusal says all that is missing."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.users.models import UserProfile

from nashra.editions.models import Edition
from nashra.people.models import User
from nashra.stories.models import Article, Story
from tests.factories.editions import make_edition, make_section
from tests.factories.media import make_picture
from tests.factories.stories import publish_story
from tests.integration.web.test_preview import form

pytestmark = pytest.mark.django_db


@pytest.fixture
def edition() -> Edition:
    return make_edition("en")


@pytest.fixture
def desk(client: Client) -> Client:
    client.force_login(User.objects.create_superuser("chief", password="x"))
    return client


def write(desk: Client, edition: Edition, **fields: str) -> Any:
    url = reverse("wagtailadmin_pages:add", args=["stories", "article", make_section(edition).pk])
    return desk.post(url, form(title="The ferry sails", slug="ferry", **fields))


def unfit_picture() -> str:
    return str(make_picture(credit="").pk)


def test_new_story_with_an_unfit_picture_is_kept_as_a_draft(desk: Client, edition: Edition) -> None:
    assert write(desk, edition, lead_picture=unfit_picture()).status_code == 302
    assert not Story.objects.get().live


def test_live_story_may_have_an_unfit_draft(desk: Client, edition: Edition) -> None:
    story = publish_story(edition)
    url = reverse("wagtailadmin_pages:edit", args=[story.pk])
    answer = desk.post(url, form(title="Changed", slug="ferry", lead_picture=unfit_picture()))
    assert answer.status_code == 302
    assert Article.objects.get().title == "The harbour opens"
    assert Article.objects.get().get_latest_revision_as_object().title == "Changed"


def test_refusal_says_everything_that_is_missing(desk: Client, edition: Edition) -> None:
    answer = write(desk, edition, lead_picture=unfit_picture(), **{"action-publish": "1"})
    page = answer.content.decode()
    assert "has no credit" in page
    assert "Write the sentence under the headline." in page
    assert not Story.objects.filter(live=True).exists()


def test_unfit_change_of_a_live_story_is_not_published(desk: Client, edition: Edition) -> None:
    story = publish_story(edition)
    url = reverse("wagtailadmin_pages:edit", args=[story.pk])
    fields = form(title="Changed", slug="ferry", standfirst="So.", lead_picture=unfit_picture())
    assert "has no credit" in desk.post(url, fields | {"action-publish": "1"}).content.decode()
    assert Article.objects.get().title == "The harbour opens"


def test_schedule_names_the_time_zone_it_is_written_in(desk: Client, edition: Edition) -> None:
    UserProfile.objects.create(user=User.objects.get(), current_time_zone="Asia/Beirut")
    page = desk.get(reverse("wagtailadmin_pages:edit", args=[publish_story(edition).pk]))
    assert "On your clock (Asia/Beirut)" in page.context["form"].fields["go_live_at"].help_text
    assert page.content.decode().count("On your clock (Asia/Beirut)") == 3
