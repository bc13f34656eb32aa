"""Who may change whose account: an administrator of an edition gives its roles, and no more than they have themselves."""

from typing import Any

from django.contrib.auth.models import Group, Permission
from django.db.models import QuerySet

from nashra.editions.rights import EditionPermissionPolicy, groups_inside
from nashra.people.models import User


def roles_given_by(giver: User) -> "QuerySet[Group]":
    """The groups ``giver`` may put people into: of the editions whose accounts they keep, none with a right they lack."""
    groups = Group.objects.order_by("name")
    if giver.is_superuser:
        return groups
    editions = EditionPermissionPolicy(User).editions_for(giver, ["change"])
    if editions is not None:
        groups = groups.filter(pk__in=groups_inside(editions))
    lacking = Permission.objects.exclude(group__user=giver).exclude(user=giver)
    return groups.exclude(permissions__in=lacking)


def may_keep(keeper: User, account: Any) -> bool:
    """Whether ``keeper`` may change all of ``account``, its password included: whoever can, can act as its owner."""
    if keeper.is_superuser:
        return True
    if account.is_superuser or account.user_permissions.exists():
        return False
    return not account.groups.exclude(pk__in=roles_given_by(keeper)).exists()


def may_give_roles(giver: User, account: Any) -> bool:
    """Whether ``giver`` may put ``account`` into roles of their own editions; it may have others elsewhere."""
    return giver.is_superuser or not account.is_superuser
