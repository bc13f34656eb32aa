"""Two people at one story: nobody's words are lost, and whoever is second knows."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from nashra.editions.models import Edition
from nashra.people.models import User
from nashra.people.roles import Role
from nashra.stories.models import Article, SectionPage
from tests.factories.editions import make_edition
from tests.factories.people import make_user
from tests.factories.stories import publish_story, section_of
from tests.integration.web.test_preview import form

pytestmark = pytest.mark.django_db
PUBLISH = {"action-publish": "1"}


@pytest.fixture
def edition() -> Edition:
    return make_edition("en")


@pytest.fixture
def story(edition: Edition) -> Article:
    story = publish_story(edition)
    story.save_revision()
    return Article.objects.get()


def desk_of(name: str) -> Client:
    user = make_user(name, Role.EDITOR)
    user.first_name, user.last_name = name.title(), "Haddad"
    user.save()
    client = Client()
    client.force_login(user)
    return client


def opened(page: Any) -> dict[str, str]:
    """What the form of somebody who opens the page now will send."""
    latest = type(page).objects.get(pk=page.pk).latest_revision
    return {"loaded_revision_id": str(latest.pk), "loaded_revision_created_at": latest.created_at.isoformat()}


def save(desk: Client, story: Article, title: str, *more: dict[str, str]) -> Any:
    fields = form(title=title, slug="the-harbour-opens", standfirst="So.")
    for some in more:
        fields |= some
    return desk.post(reverse("wagtailadmin_pages:edit", args=[story.pk]), fields)


def test_first_to_publish_is_published(story: Article) -> None:
    assert save(desk_of("layla"), story, "First", opened(story), PUBLISH).status_code == 302
    assert Article.objects.get().title == "First"


@pytest.mark.parametrize("way", [{}, PUBLISH])
def test_second_is_told_who_was_first_and_keeps_their_words(story: Article, way: dict[str, str]) -> None:
    as_second = opened(story)
    save(desk_of("layla"), story, "First", opened(story), PUBLISH)
    answer = save(desk_of("sami"), story, "Second", as_second, way)
    page = answer.content.decode()
    assert "Layla Haddad saved another version at" in page
    assert 'value="Second"' in page
    assert Article.objects.get().title == "First"
    assert Article.objects.get().get_latest_revision_as_object().title == "First"


def test_second_who_has_been_told_may_save_and_the_first_stays_in_the_history(story: Article) -> None:
    as_second, sami = opened(story), desk_of("sami")
    save(desk_of("layla"), story, "First", opened(story))
    refusal = save(sami, story, "Second", as_second, PUBLISH)
    told = refusal.context["page"].latest_revision
    again = {"loaded_revision_id": str(told.pk), "loaded_revision_created_at": told.created_at.isoformat()}
    assert save(sami, story, "Second", again, PUBLISH).status_code == 302
    assert Article.objects.get().title == "Second"
    assert "First" in [revision.content["title"] for revision in Article.objects.get().revisions.all()]


def test_draft_saved_by_itself_counts_as_a_version(story: Article) -> None:
    as_second = opened(story)
    desk = desk_of("layla")
    fields = form(title="First", slug="the-harbour-opens", standfirst="So.") | opened(story)
    url = reverse("wagtailadmin_pages:edit", args=[story.pk])
    assert desk.post(url, fields, headers={"accept": "application/json"}).json()["success"] is True
    assert "Layla Haddad saved" in save(desk_of("sami"), story, "Second", as_second).content.decode()


def test_own_drafts_saved_meanwhile_are_no_reason_to_refuse(story: Article) -> None:
    desk, as_opened = desk_of("layla"), opened(story)
    url = reverse("wagtailadmin_pages:edit", args=[story.pk])
    fields = form(title="Draft", slug="the-harbour-opens", standfirst="So.") | as_opened
    draft = desk.post(url, fields, headers={"accept": "application/json"}).json()
    own = as_opened | {"overwrite_revision_id": str(draft["revision_id"])}
    assert save(desk, story, "Done", own, PUBLISH).status_code == 302
    assert Article.objects.get().title == "Done"


def test_own_draft_still_on_its_way_is_no_reason_to_refuse(story: Article) -> None:
    desk, as_opened = desk_of("layla"), opened(story)
    save(desk, story, "Draft", as_opened)
    assert save(desk, story, "Done", as_opened, PUBLISH).status_code == 302
    assert Article.objects.get().title == "Done"


@pytest.mark.parametrize("moment", ["yesterday", "2026-13-45T00:00:00+00:00", "2026-01-01T00:00:00"])
def test_moment_that_is_none_is_no_server_error(story: Article, moment: str) -> None:
    odd = {"loaded_revision_id": "x", "loaded_revision_created_at": moment}
    assert save(desk_of("layla"), story, "Done", odd).status_code == 302


def test_second_may_look_at_the_preview(story: Article) -> None:
    as_second = opened(story)
    save(desk_of("layla"), story, "First", opened(story))
    fields = form(title="Second", slug="the-harbour-opens", standfirst="So.") | as_second
    answer = desk_of("sami").post(reverse("wagtailadmin_pages:preview_on_edit", args=[story.pk]), fields)
    assert answer.json()["is_valid"] is True


def test_section_is_kept_from_being_saved_over_too(client: Client, edition: Edition) -> None:
    publish_story(edition)
    section = section_of(edition)
    section.save_revision()
    as_second = opened(SectionPage.objects.get(pk=section.pk))
    SectionPage.objects.get(pk=section.pk).save_revision()
    client.force_login(User.objects.create_superuser("chief", password="x"))
    fields = {"title": "News", "slug": "news", "layout": "news", "slots-count": "0", **as_second}
    answer = client.post(reverse("wagtailadmin_pages:edit", args=[section.pk]), fields)
    assert "Somebody saved another version" in answer.content.decode()
