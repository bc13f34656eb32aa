"""Who decides on what reporters submit: the editors of the edition, in a workflow of its own."""

from django.contrib.auth.models import Group
from django.utils.translation import gettext, override
from wagtail.models import GroupApprovalTask, Page, Workflow, WorkflowPage, WorkflowTask

from nashra.people.roles import Role, group_name

_DECIDE = (Role.EDITOR, Role.CHIEF_EDITOR, Role.ADMINISTRATOR)


def open_approval(code: str, language: str, branch: Page) -> None:
    """Give the branch a workflow that ends with one of its edition's editors, unless it has one already."""
    if WorkflowPage.objects.filter(page=branch).exists():
        return
    with override(language.split("-")[0]):
        # Seen on the button reporters press: “Submit to the editors (en)”.
        name = f"{gettext('the editors')} {_mark(code)}"
    task = GroupApprovalTask.objects.create(name=name)
    task.groups.set(Group.objects.filter(name__in=[group_name(code, role) for role in _DECIDE]))
    workflow = Workflow.objects.create(name=name)
    WorkflowTask.objects.create(workflow=workflow, task=task)
    WorkflowPage.objects.create(workflow=workflow, page=branch)


def rename_approval(old: str, new: str, branch: Page) -> None:
    """Let the workflow of an edition follow its code."""
    for workflow in _opened_for(old, branch):
        for named in (workflow, *(step.task for step in workflow.workflow_tasks.all())):
            named.name = named.name.replace(_mark(old), _mark(new))
            named.save()


def close_approval(code: str, branch: Page) -> None:
    """Delete what ``open_approval`` made; what a newsroom has set up itself stays."""
    for workflow in _opened_for(code, branch):
        tasks = [step.task for step in workflow.workflow_tasks.all()]
        workflow.delete()
        for task in tasks:
            task.delete()


def delete_samples() -> None:
    """Delete what Wagtail brings along: groups with rights in every edition, and a workflow nobody of an edition decides in."""
    Workflow.objects.filter(name="Moderators approval").delete()
    GroupApprovalTask.objects.filter(name="Moderators approval").delete()
    Group.objects.filter(name__in=("Editors", "Moderators"), user=None).delete()


def _opened_for(code: str, branch: Page) -> "list[Workflow]":
    return list(Workflow.objects.filter(workflow_pages__page=branch, name__endswith=_mark(code)))


def _mark(code: str) -> str:
    return f"({code})"
