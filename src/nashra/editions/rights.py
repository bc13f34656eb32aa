"""In which editions somebody of the staff may do what: what belongs to an edition is its staff's alone."""

from collections.abc import Iterable
from typing import Any

from django.contrib.auth.models import Group
from django.db import models
from django.db.models import Q
from wagtail.models import GroupPagePermission
from wagtail.permission_policies import ModelPermissionPolicy

from nashra.editions.models import Edition

_REMEMBERED = "_nashra_editions"


def editions_of(user: Any) -> models.QuerySet[Edition]:
    """The editions in whose part of the page tree ``user`` may do anything at all."""
    groups = Group.objects.filter(user=user)
    reached = None if user.is_superuser else _reached_by(groups)
    editions = Edition.objects.filter(home_page__isnull=False)
    return editions if reached is None else editions.filter(pk__in=reached)


class EditionPermissionPolicy(ModelPermissionPolicy):
    """Rights on what belongs to an edition: those a role gives hold in the editions the role stands in.

    Rights given to a person, or by a group that stands in no part of the tree, hold everywhere. What belongs to no
    edition is everybody's who has the right anywhere.
    """

    def __init__(self, model: Any, edition: str = "edition") -> None:
        """``edition`` names the field that leads to the edition; ``pk`` for editions themselves."""
        super().__init__(model)
        self._edition = edition

    def user_has_permission_for_instance(self, user: Any, action: str, instance: Any) -> bool:
        """Whether ``user`` may do ``action`` (add, change, delete, view) to this one."""
        return self.user_has_any_permission_for_instance(user, [action], instance)

    def user_has_any_permission_for_instance(self, user: Any, actions: Iterable[str], instance: Any) -> bool:
        """Whether ``user`` may do any of ``actions`` to this one."""
        actions = list(actions)
        if not self.user_has_any_permission(user, actions):
            return False
        edition = instance.pk if self._edition == "pk" else getattr(instance, f"{self._edition}_id")
        reached = self.editions_for(user, actions)
        return edition is None or reached is None or edition in reached

    def instances_user_has_any_permission_for(self, user: Any, actions: Iterable[str]) -> Any:
        """All that ``user`` may do any of ``actions`` to."""
        actions = list(actions)
        found = super().instances_user_has_any_permission_for(user, actions)
        reached = self.editions_for(user, actions)
        if reached is None:
            return found
        return found.filter(Q(**{f"{self._edition}__in": reached}) | Q(**{f"{self._edition}__isnull": True}))

    def editions_for(self, user: Any, actions: Iterable[str]) -> frozenset[int] | None:
        """The ids of the editions where ``user`` may do any of ``actions``; None: in all of them."""
        codenames = frozenset(self._get_permission_codenames(actions))
        # Asked for every row of a listing; an account object lives no longer than its request.
        remembered = user.__dict__.setdefault(_REMEMBERED, {})
        key = (self.app_label, codenames)
        if key not in remembered:
            remembered[key] = self._find_editions(user, codenames)
        found: frozenset[int] | None = remembered[key]
        return found

    def _find_editions(self, user: Any, codenames: frozenset[str]) -> frozenset[int] | None:
        given = {"content_type__app_label": self.app_label, "codename__in": codenames}
        if user.is_superuser or user.user_permissions.filter(**given).exists():
            return None
        permissions = {f"permissions__{name}": value for name, value in given.items()}
        return _reached_by(Group.objects.filter(user=user, **permissions).distinct())


def groups_inside(editions: Iterable[int]) -> models.QuerySet[Group]:
    """The groups that stand in the branches of these editions and nowhere else in the tree."""
    homes = Edition.objects.filter(pk__in=list(editions)).values_list("home_page__path", flat=True)
    inside = Q(pk__in=[])
    for path in homes:
        inside |= Q(page__path__startswith=path)
    held = GroupPagePermission.objects
    return Group.objects.filter(pk__in=held.filter(inside).values("group")).exclude(
        pk__in=held.exclude(inside).values("group")
    )


def _reached_by(groups: "models.QuerySet[Group]") -> frozenset[int] | None:
    """The editions whose branch of the tree these groups stand in; None when one of them stands in no branch."""
    paths: dict[int, list[str]] = {pk: [] for pk in groups.values_list("pk", flat=True)}
    for group, path in GroupPagePermission.objects.filter(group__in=paths).values_list("group", "page__path"):
        paths[group].append(path)
    if any(not held for held in paths.values()):
        return None
    homes = list(Edition.objects.filter(home_page__isnull=False).values_list("pk", "home_page__path"))
    return frozenset(
        pk
        for pk, home in homes
        for held in paths.values()
        if any(home.startswith(path) or path.startswith(home) for path in held)
    )
