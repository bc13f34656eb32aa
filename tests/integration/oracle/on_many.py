"""Acts on several stories at once, as lists of the desk offer them, and those that take two people."""

from wagtail.admin.views.pages.bulk_actions.delete import DeleteBulkAction
from wagtail.admin.views.pages.bulk_actions.move import MoveBulkAction
from wagtail.admin.views.pages.bulk_actions.unpublish import UnpublishBulkAction
from wagtail.models import Page
from wagtail.users.models import UserProfile

from nashra.desk.bulk import PublishWhatIsFit
from nashra.people.roles import Role
from nashra.stories.models import SectionPage, Story
from tests.factories.people import make_user
from tests.integration.oracle.choosing import NothingToActOn, one_of, opened


def _rows(which: int, how: int, **facts: object) -> list[Page]:
    """One to three stories as lists hold them: bare rows of the tree."""
    numbers = list(Story.objects.filter(**facts).order_by("pk").values_list("pk", flat=True))
    if not numbers:
        raise NothingToActOn
    chosen = {numbers[(which + step) % len(numbers)] for step in range(1 + how % 3)}
    return list(Page.objects.filter(pk__in=chosen).order_by("pk"))


def publish_many(which: int, how: int) -> None:
    PublishWhatIsFit.execute_action(_rows(which, how, live=False), refused=[])


def publish_changes_of_many(which: int, how: int) -> None:
    PublishWhatIsFit.execute_action(_rows(which, how, live=True), refused=[])


def unpublish_many(which: int, how: int) -> None:
    UnpublishBulkAction.execute_action(_rows(which, how, live=True))


def delete_many(which: int, how: int) -> None:
    DeleteBulkAction.execute_action(_rows(which, how))


def move_many(which: int, how: int) -> None:
    """To a section of their edition."""
    rows = _rows(which, how, live=True)
    edition = Story.objects.get(pk=rows[0].pk).edition
    section = one_of(SectionPage.objects.live().filter(edition=edition), how)
    theirs = set(Story.objects.filter(edition=edition).exclude(section=section).values_list("pk", flat=True))
    MoveBulkAction.execute_action([row for row in rows if row.pk in theirs], destination=section)


def submit_and_approve(which: int, how: int) -> None:
    """A reporter submits what was written, an editor approves it, and it is published."""
    story = opened(one_of(Story.objects.all(), which))
    code, number = story.edition.code, Story.objects.count() * 1000 + how
    reporter, editor = (
        make_user(f"{role.value}-{number}-{which}", role, code) for role in (Role.REPORTER, Role.EDITOR)
    )
    for user in (reporter, editor):  # letters are no part of this
        UserProfile.objects.create(user=user, submitted_notifications=False, approved_notifications=False)
    story.title = f"{story.title[:100]} approved"
    story.save_revision(user=reporter)
    workflow = story.get_workflow()
    if workflow is None or story.workflow_in_progress:
        raise NothingToActOn
    state = workflow.start(story, reporter)
    state.current_task_state.approve(user=editor)
