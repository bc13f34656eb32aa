"""Roles in an edition: groups with rights on the edition's branch of the page tree, on its collection and on the shared one."""

from django.contrib.auth.models import Group, Permission
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Page


class Role(models.TextChoices):
    """From the least rights to the most; each has the rights of the one before."""

    REPORTER = "reporter", _("Reporter")
    EDITOR = "editor", _("Editor")
    CHIEF_EDITOR = "chief", _("Chief editor")
    ADMINISTRATOR = "administrator", _("Administrator")


_ALL_PAGE_RIGHTS = (
    "add_page",
    "change_page",
    "publish_page",
    "lock_page",
    "unlock_page",
    "bulk_delete_page",
)
# A reporter's own stories: Wagtail's "add" lets them edit what they own, and publish nothing.
_PAGE_RIGHTS = {
    Role.REPORTER: ("add_page",),
    Role.EDITOR: ("add_page", "change_page", "publish_page", "lock_page"),
    Role.CHIEF_EDITOR: _ALL_PAGE_RIGHTS,
    Role.ADMINISTRATOR: _ALL_PAGE_RIGHTS,
}
_COLLECTION_RIGHTS = {
    Role.REPORTER: ("add_image", "choose_image", "add_document", "choose_document"),
    Role.EDITOR: (
        "add_image",
        "change_image",
        "choose_image",
        "add_document",
        "change_document",
        "choose_document",
    ),
}
_SHARED_RIGHTS = {
    Role.REPORTER: ("choose_image", "choose_document"),
    Role.EDITOR: ("change_image", "choose_image", "change_document", "choose_document"),
}
"""In the collection of all editions: editors write their language's words there, chief editors put things into it."""
_EDITOR_MODELS = ("byline", "topic", "coverage", "show", "video")
_CHIEF_MODELS = (*_EDITOR_MODELS, "region", "channel", "categorymapping")
_ADMINISTRATOR_MODELS = (*_CHIEF_MODELS, "edition", "redirect", "user")


def group_name(code: str, role: Role) -> str:
    """The name of the group for ``role`` in the edition ``code``, as the settings screen lists it."""
    return f"{code} · {role.value}"


def open_roles(code: str, branch: Page, collection: Collection, shared: Collection) -> dict[Role, Group]:
    """Make the four groups of an edition, or bring them back to their rights; people in them stay."""
    groups = {role: _open_role(code, role, branch) for role in Role}
    full = _COLLECTION_RIGHTS[Role.EDITOR]
    for role, group in groups.items():
        _give(group, collection, _COLLECTION_RIGHTS.get(role, full))
        _give(group, shared, _SHARED_RIGHTS.get(role, full))
    return groups


def rename_roles(old: str, new: str) -> None:
    """Let the groups of an edition follow its code; people in them stay, and keep their rights."""
    for role in Role:
        Group.objects.filter(name=group_name(old, role)).update(name=group_name(new, role))


def _open_role(code: str, role: Role, branch: Page) -> Group:
    group, _created = Group.objects.get_or_create(name=group_name(code, role))
    group.permissions.add(
        Permission.objects.get(content_type__app_label="wagtailadmin", codename="access_admin")
    )
    group.permissions.add(*Permission.objects.filter(codename__in=_model_rights(role)))
    for codename in _PAGE_RIGHTS[role]:
        GroupPagePermission.objects.get_or_create(
            group=group, page=branch, permission=_page_permission(codename)
        )
    return group


def _give(group: Group, collection: Collection, codenames: tuple[str, ...]) -> None:
    for permission in Permission.objects.filter(codename__in=codenames):
        GroupCollectionPermission.objects.get_or_create(
            group=group, collection=collection, permission=permission
        )


def _page_permission(codename: str) -> Permission:
    return Permission.objects.get(content_type__app_label="wagtailcore", codename=codename)


def _model_rights(role: Role) -> list[str]:
    models_of = {
        Role.REPORTER: (),
        Role.EDITOR: _EDITOR_MODELS,
        Role.CHIEF_EDITOR: _CHIEF_MODELS,
        Role.ADMINISTRATOR: _ADMINISTRATOR_MODELS,
    }[role]
    return [f"{act}_{model}" for model in models_of for act in ("add", "change", "delete", "view")]
