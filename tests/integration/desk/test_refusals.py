"""What is not fit for readers is refused in words, whatever way it was to be published."""

import json
import logging
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Page

from nashra.desk.schedule import carry_out_schedule
from nashra.editions.models import Edition
from nashra.media.models import Picture
from nashra.people.models import User
from nashra.people.roles import Role
from nashra.stories.models import Coverage, SectionPage, Story
from tests.factories.editions import make_edition, make_section
from tests.factories.media import make_picture
from tests.factories.people import make_user
from tests.factories.stories import draft_story, publish_story, section_of
from tests.integration.desk.test_schedule import schedule

pytestmark = pytest.mark.django_db


@pytest.fixture
def edition() -> Edition:
    return make_edition("en")


@pytest.fixture
def desk(client: Client) -> Client:
    client.force_login(User.objects.create_superuser("chief", password="x"))
    return client


def unfit(edition: Edition, headline: str = "No credit here") -> Story:
    return draft_story(edition, headline, lead_picture=make_picture(credit=""))


def said(answer: Any) -> str:
    return " ".join(str(message) for message in answer.context["messages"])


def publish_all(desk: Client, *pages: Page, **form: Any) -> Any:
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    ids = "&".join(f"id={page.pk}" for page in pages)
    home = reverse("wagtailadmin_home")
    return desk.post(f"{url}?{ids}&next={home}", form, follow=True)


def is_live(story: Page) -> bool:
    return Page.objects.get(pk=story.pk).live


def test_bulk_publication_publishes_the_fit_and_names_the_unfit(desk: Client, edition: Edition) -> None:
    bad, good = unfit(edition), draft_story(edition, "In order")
    answer = publish_all(desk, bad, good)
    assert answer.status_code == 200
    assert (is_live(bad), is_live(good)) == (False, True)
    assert "“No credit here” was left as it was." in said(answer)
    assert "has no credit" in said(answer)
    assert "1 page has been published" in said(answer)


def test_bulk_publication_of_a_section_names_the_unfit_below_it(desk: Client, edition: Edition) -> None:
    bad, good = unfit(edition), draft_story(edition, "In order")
    answer = publish_all(desk, section_of(edition), include_descendants="on")
    assert (is_live(bad), is_live(good)) == (False, True)
    assert "No credit here" in said(answer)
    assert "1 child page" in said(answer)


def test_bulk_publication_of_the_unfit_alone_claims_nothing(desk: Client, edition: Edition) -> None:
    answer = publish_all(desk, unfit(edition))
    assert "has been published" not in said(answer)
    assert "pages have been" not in said(answer)


def test_title_with_markup_is_said_as_text(desk: Client, edition: Edition) -> None:
    answer = publish_all(desk, unfit(edition, "A <b>bold</b> harbour"))
    assert "<b>bold</b>" not in said(answer)


def submit(story: Story) -> Any:
    story.save_revision()
    return story.get_workflow().start(story, make_user("reporter", Role.REPORTER)).current_task_state


@pytest.mark.parametrize("asked_by_script", [False, True])
def test_approval_of_an_unfit_story_is_refused_in_words(
    client: Client, edition: Edition, asked_by_script: bool
) -> None:
    story = unfit(edition)
    state = submit(story)
    client.force_login(make_user("chief", Role.CHIEF_EDITOR))
    url = reverse("wagtailadmin_pages:workflow_action", args=[story.pk, "approve", state.pk])
    headers = {"x-requested-with": "XMLHttpRequest"} if asked_by_script else {}
    answer = client.post(url, {"comment": ""}, headers=headers)
    editor = reverse("wagtailadmin_pages:edit", args=[story.pk])
    if asked_by_script:
        assert json.loads(answer.content) == {"step": "success", "redirect": editor}
    else:
        assert answer["Location"] == editor
    assert "has no credit" in said(client.get(editor))
    assert not is_live(story)


# Wagtail still asks Django for its mail connection the old way.
@pytest.mark.filterwarnings("ignore::django.utils.deprecation.RemovedInDjango2028Warning")
def test_refused_approval_leaves_the_story_in_moderation(client: Client, edition: Edition) -> None:
    story = unfit(edition)
    state = submit(story)
    client.force_login(make_user("chief", Role.CHIEF_EDITOR))
    url = reverse("wagtailadmin_pages:workflow_action", args=[story.pk, "approve", state.pk])
    client.post(url, {"comment": ""})
    state.refresh_from_db()
    assert state.status == state.STATUS_IN_PROGRESS
    Picture.objects.update(credit="Layla Haddad")
    client.post(url, {"comment": ""})
    assert is_live(story)


def copy(desk: Client, page: Page, parent: Page, **form: Any) -> Any:
    values = {"new_title": page.title, "new_slug": f"{page.slug}-2", "new_parent_page": parent.pk, **form}
    return desk.post(reverse("wagtailadmin_pages:copy", args=[page.pk]), values, follow=True)


def test_story_is_copied_as_a_story_of_its_own(desk: Client, edition: Edition) -> None:
    story = publish_story(edition)
    copy(desk, story, section_of(edition), publish_copies="on")
    twin = Story.objects.get(slug=f"{story.slug}-2")
    assert twin.live
    assert twin.link_key != story.link_key


def test_copy_that_would_come_before_readers_unfit_is_refused_in_words(
    desk: Client, edition: Edition
) -> None:
    story = publish_story(edition, "Words in English alone", lead_picture=make_picture())
    arabic = make_section(make_edition("ar"))
    answer = copy(desk, story, arabic, publish_copies="on")
    assert "“Words in English alone” was left as it was." in said(answer)
    assert Story.objects.count() == 1
    copy(desk, story, arabic)
    assert Story.objects.filter(edition__code="ar", live=False).count() == 1


def test_copy_of_a_section_asks_for_every_story_in_it(desk: Client, edition: Edition) -> None:
    picture = make_picture()
    publish_story(edition, "Once in order", lead_picture=picture)
    Picture.objects.filter(pk=picture.pk).update(credit="")
    answer = copy(desk, section_of(edition), edition.home_page, copy_subpages="on", publish_copies="on")
    assert "Once in order" in said(answer)
    assert SectionPage.objects.count() == 1


def test_section_copied_to_another_edition_belongs_there(desk: Client, edition: Edition) -> None:
    arabic = make_edition("ar")
    copy(desk, make_section(edition, key="news"), arabic.home_page)
    assert SectionPage.objects.filter(edition=arabic, key="").count() == 1


def test_copy_in_another_edition_leaves_the_coverage_behind(desk: Client, edition: Edition) -> None:
    story = publish_story(edition, coverage=Coverage.objects.create(edition=edition, title="Floods"))
    copy(desk, story, make_section(make_edition("ar")))
    assert Story.objects.get(edition__code="ar").coverage is None


def test_front_cannot_be_made_or_copied_without_its_edition(desk: Client, edition: Edition) -> None:
    newsroom = edition.home_page.get_parent()
    adding = desk.get(reverse("wagtailadmin_pages:add", args=["stories", "homepage", newsroom.pk]))
    assert adding.status_code in (302, 403)
    answer = copy(desk, edition.home_page, newsroom)
    assert "open an edition" in said(answer)


def test_scheduled_story_that_is_refused_is_named_once_in_the_log(
    edition: Edition, caplog: pytest.LogCaptureFixture
) -> None:
    picture = make_picture()
    story = draft_story(edition, "Too late", lead_picture=picture)
    schedule(story, minutes=-1)
    Picture.objects.filter(pk=picture.pk).update(credit="")
    with caplog.at_level(logging.WARNING, "nashra.desk.schedule"):
        carry_out_schedule()
        carry_out_schedule()
    assert len(caplog.messages) == 1
    assert "“Too late” was left as it was." in caplog.messages[0]


def test_desk_s_first_screen_says_what_is_late_and_why(client: Client, edition: Edition) -> None:
    picture = make_picture()
    story = draft_story(edition, "Too late", lead_picture=picture)
    schedule(story, minutes=-1)
    Picture.objects.filter(pk=picture.pk).update(credit="")
    client.force_login(make_user(role=Role.EDITOR))
    page = client.get(reverse("wagtailadmin_home")).content.decode()
    assert "Due, and not published" in page
    assert "has no credit" in page


def test_what_is_late_elsewhere_is_not_shown(client: Client, edition: Edition) -> None:
    picture = make_picture(language="ar")
    story = draft_story(make_edition("ar"), "متأخر", lead_picture=picture)
    schedule(story, minutes=-1)
    Picture.objects.filter(pk=picture.pk).update(credit="")
    client.force_login(make_user(role=Role.EDITOR))
    assert "Due, and not published" not in client.get(reverse("wagtailadmin_home")).content.decode()
