"""Editions, fronts and sections are not taken away from under their stories."""

from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse
from wagtail.models import Collection, Page, Site

from nashra.editions.models import Edition
from nashra.people.models import User
from nashra.stories.actions.add_section import add_section
from nashra.stories.models import HomePage, SectionPage, Story
from tests.factories.editions import make_edition, make_section
from tests.factories.media import make_picture
from tests.factories.stories import draft_story, publish_story, section_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client: Client) -> Client:
    client.force_login(User.objects.create_superuser("chief", password="x"))
    return client


def said(answer: Any) -> str:
    return " ".join(str(message) for message in answer.context["messages"])


def delete_edition(desk: Client, edition: Edition) -> Any:
    return desk.post(reverse("wagtailsnippets_editions_edition:delete", args=[edition.pk]), follow=True)


def test_edition_with_stories_is_not_deleted(desk: Client) -> None:
    edition = make_edition("en")
    draft_story(edition)
    assert "“The Bulletin” holds 1 story" in said(delete_edition(desk, edition))
    assert Edition.objects.exists()


def test_empty_edition_goes_with_its_front_sections_and_roles(desk: Client) -> None:
    edition = make_edition("en", host="en.example.org")
    make_section(edition)
    answer = delete_edition(desk, edition)
    assert "closed" in said(answer)
    assert not Edition.objects.exists()
    assert not HomePage.objects.exists()
    assert not SectionPage.objects.exists()
    assert not Group.objects.filter(name__startswith="en ·").exists()
    assert not Collection.objects.filter(name="en").exists()
    assert not Site.objects.filter(hostname="en.example.org").exists()


def test_pictures_of_a_closed_edition_stay(desk: Client) -> None:
    edition = make_edition("en")
    picture = make_picture()
    picture.collection = Collection.objects.get(name="en")
    picture.save()
    delete_edition(desk, edition)
    assert Collection.objects.filter(name="en").exists()
    picture.refresh_from_db()


def test_editions_deleted_together_stay_together(desk: Client) -> None:
    english, arabic = make_edition("en"), make_edition("ar")
    draft_story(arabic)
    url = reverse("wagtail_bulk_action", args=["editions", "edition", "delete"])
    desk.post(f"{url}?id={english.pk}&id={arabic.pk}")
    assert Edition.objects.count() == 2


def delete_page(desk: Client, page: Page) -> Any:
    return desk.post(reverse("wagtailadmin_pages:delete", args=[page.pk]), follow=True)


def test_front_is_not_deleted_as_a_page(desk: Client) -> None:
    edition = make_edition("en")
    assert "delete the edition instead" in said(delete_page(desk, edition.home_page))
    assert HomePage.objects.exists()


def test_section_with_stories_below_it_is_not_deleted(desk: Client) -> None:
    edition = make_edition("en")
    news = make_section(edition)
    draft_story(edition, section=add_section(edition, "Politics", below=news))
    assert "“News” holds 1 story" in said(delete_page(desk, news))
    assert Story.objects.exists()


def test_empty_section_is_deleted(desk: Client) -> None:
    delete_page(desk, make_section(make_edition("en")))
    assert not SectionPage.objects.exists()


def test_story_is_deleted(desk: Client) -> None:
    delete_page(desk, publish_story(make_edition("en")))
    assert not Story.objects.exists()


def test_sections_deleted_together_stay_together(desk: Client) -> None:
    edition = make_edition("en")
    draft_story(edition)
    empty = make_section(edition, "Sport")
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "delete"])
    desk.post(f"{url}?id={section_of(edition).pk}&id={empty.pk}")
    assert SectionPage.objects.count() == 2


@pytest.mark.parametrize("in_bulk", [False, True])
def test_front_stays_open_while_anything_is_published(desk: Client, in_bulk: bool) -> None:
    edition = make_edition("en")
    story = publish_story(edition)
    home = edition.home_page
    url = reverse("wagtailadmin_pages:unpublish", args=[home.pk])
    if in_bulk:
        url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "unpublish"]) + f"?id={home.pk}"
    desk.post(url)
    assert HomePage.objects.get().live
    story.unpublish()
    desk.post(url)
    assert not HomePage.objects.get().live


@pytest.mark.parametrize("in_bulk", [False, True])
def test_section_stays_open_while_anything_is_published_in_it(desk: Client, in_bulk: bool) -> None:
    edition = make_edition("en")
    story = publish_story(edition)
    section = section_of(edition)
    url = reverse("wagtailadmin_pages:unpublish", args=[section.pk])
    if in_bulk:
        url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "unpublish"]) + f"?id={section.pk}"
    desk.post(url)
    assert SectionPage.objects.get(pk=section.pk).live
    story.unpublish()
    desk.post(url)
    assert not SectionPage.objects.get(pk=section.pk).live
