"""What a reporter submits comes to the editors of the same edition, and to nobody else."""

from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse
from wagtail.models import GroupApprovalTask, Page, Workflow, WorkflowPage
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield
from wagtail.users.models import UserProfile

from nashra.editions.models import Edition
from nashra.people.models import User
from nashra.people.roles import Role, group_name
from nashra.stories.models import Story
from tests.factories.editions import make_edition
from tests.factories.people import make_user
from tests.factories.stories import draft_story, section_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def edition() -> Edition:
    return make_edition("en")


def desk_of(role: Role, code: str = "en") -> Client:
    client = Client()
    client.force_login(make_user(f"{code}-{role.value}", role, code))
    return client


def submitted_story(edition: Edition) -> Story:
    """A story a reporter has written and submitted."""
    story = draft_story(edition, "The harbour opens")
    reporter = make_user(role=Role.REPORTER, code=edition.code)
    UserProfile.objects.create(user=reporter, approved_notifications=False)
    story.owner = reporter
    story.save()
    story.save_revision(user=reporter)
    story.get_workflow().start(story, reporter)
    return story


def decide(desk: Client, story: Story, action: str) -> Any:
    state = story.current_workflow_task_state
    return desk.post(
        reverse("wagtailadmin_pages:workflow_action", args=[story.pk, action, state.pk]), {"comment": ""}
    )


def test_editor_of_the_edition_approves_and_the_story_is_published(edition: Edition) -> None:
    story = submitted_story(edition)
    decide(desk_of(Role.EDITOR), story, "approve")
    assert Page.objects.get(pk=story.pk).live


def test_editor_sees_what_waits_on_the_first_screen(edition: Edition) -> None:
    submitted_story(edition)
    assert "The harbour opens" in desk_of(Role.EDITOR).get(reverse("wagtailadmin_home")).content.decode()


def test_editor_of_another_edition_neither_sees_nor_decides(edition: Edition) -> None:
    make_edition("ar")
    story = submitted_story(edition)
    desk = desk_of(Role.EDITOR, "ar")
    assert "The harbour opens" not in desk.get(reverse("wagtailadmin_home")).content.decode()
    decide(desk, story, "approve")
    assert not Page.objects.get(pk=story.pk).live


def test_reporter_does_not_decide(edition: Edition) -> None:
    story = submitted_story(edition)
    decide(desk_of(Role.REPORTER), story, "approve")
    assert not Page.objects.get(pk=story.pk).live


def test_button_names_the_editors_in_the_language_of_the_edition() -> None:
    make_edition("ar")
    section = section_of(Edition.objects.get(code="ar"))
    page = desk_of(Role.REPORTER, "ar").get(
        reverse("wagtailadmin_pages:add", args=["stories", "article", section.pk])
    )
    assert "المحررين" in page.content.decode()


def test_saved_edition_keeps_the_workflow_it_has(edition: Edition) -> None:
    edition.save()
    assert WorkflowPage.objects.filter(page=edition.home_page).count() == 1
    assert Workflow.objects.count() == 1


def test_renamed_edition_keeps_its_deciders(edition: Edition) -> None:
    edition.code = "english"
    edition.save()
    names = set(GroupApprovalTask.objects.get().groups.values_list("name", flat=True))
    assert group_name("english", Role.EDITOR) in names
    assert Workflow.objects.get().name == "the editors (english)"


def test_closed_edition_leaves_no_workflow(client: Client, edition: Edition) -> None:
    client.force_login(User.objects.create_superuser("owner", password="x"))
    client.post(reverse("wagtailsnippets_editions_edition:delete", args=[edition.pk]))
    assert not Workflow.objects.exists()
    assert not GroupApprovalTask.objects.exists()


def test_new_newsroom_has_no_group_outside_its_editions(edition: Edition) -> None:
    assert set(Group.objects.values_list("name", flat=True)) == {group_name("en", role) for role in Role}


def test_submission_of_an_unfit_story_is_refused_by_name(edition: Edition) -> None:
    section = section_of(edition)
    desk = desk_of(Role.REPORTER)
    form = nested_form_data(
        {
            "title": "No standfirst",
            "slug": "no-standfirst",
            "kind": "news",
            "body": streamfield([("paragraph", rich_text("<p>Text.</p>"))]),
            **{
                name: {"TOTAL_FORMS": 0, "INITIAL_FORMS": 0, "MIN_NUM_FORMS": 0, "MAX_NUM_FORMS": 1000}
                for name in ("story_bylines", "corrections", "story_topics", "related_stories", "comments")
            },
            "action-submit": "on",
        }
    )
    answer = desk.post(reverse("wagtailadmin_pages:add", args=["stories", "article", section.pk]), form)
    assert "Write the sentence under the headline." in answer.content.decode()
