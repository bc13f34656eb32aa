"""The desk's screens for accounts: Wagtail's own, kept within the editions of whoever looks after them."""

from typing import Any

from django import forms
from django.contrib.auth.models import Group
from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext_lazy as _
from wagtail.admin.views.generic import CopyView
from wagtail.users.forms import UserCreationForm, UserEditForm
from wagtail.users.views.bulk_actions import AssignRoleBulkAction, DeleteBulkAction, SetActiveStateBulkAction
from wagtail.users.views.users import CreateView, DeleteView, EditView, UserViewSet

from nashra.people.accounts import may_give_roles, may_keep, roles_given_by
from nashra.people.models import User


class _GivesOwnRoles:
    """For forms of accounts: offers the roles ``keeper`` may give; those given elsewhere stay as they are."""

    fields: dict[str, Any]
    instance: User
    cleaned_data: dict[str, Any]

    def __init__(self, *args: Any, keeper: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._given = roles_given_by(keeper)
        self.fields["groups"].queryset = self._given
        if not keeper.is_superuser and "is_superuser" in self.fields:
            self._hold("is_superuser")
            self.fields["is_superuser"].help_text = _(
                "Every right in every edition; given only by somebody who has it."
            )
        if self.instance.pk and not may_keep(keeper, self.instance):
            for name in self.fields.keys() - {"groups"}:
                self._hold(name)
            self.fields["groups"].help_text = _(
                "This account has rights beyond your editions, so you can give and take only the roles listed here."
            )

    def _hold(self, name: str) -> None:
        # Django takes the value there was, whatever is sent for a disabled field.
        self.fields[name].disabled = True
        self.fields[name].required = False

    def clean_groups(self) -> "list[Group]":
        """What was chosen, with the roles that were not on offer."""
        others = (
            self.instance.groups.exclude(pk__in=self._given) if self.instance.pk else Group.objects.none()
        )
        return [*self.cleaned_data["groups"], *others]


class AccountForm(_GivesOwnRoles, UserCreationForm):
    """A new account."""


class AccountChangeForm(_GivesOwnRoles, UserEditForm):
    """An account there is."""


class _TellsTheFormWhoAsks:
    request: Any

    def get_form_kwargs(self) -> dict[str, Any]:
        kwargs: dict[str, Any] = super().get_form_kwargs()  # type: ignore[misc] # Wagtail's view stands behind it
        return {**kwargs, "keeper": self.request.user}


class _Add(_TellsTheFormWhoAsks, CreateView):
    pass


class _Edit(_TellsTheFormWhoAsks, EditView):
    def get_object(self, *args: Any, **kwargs: Any) -> Any:
        account = super().get_object(*args, **kwargs)
        if not may_give_roles(self.request.user, account):
            raise PermissionDenied
        return account


class _Delete(DeleteView):
    def get_object(self, *args: Any, **kwargs: Any) -> Any:
        account = super().get_object(*args, **kwargs)
        if not may_keep(self.request.user, account):
            raise PermissionDenied
        return account


class _Copy(_TellsTheFormWhoAsks, CopyView):
    pass


class AccountViewSet(UserViewSet):
    """Accounts, within the editions of whoever looks after them."""

    add_view_class = _Add
    edit_view_class = _Edit
    delete_view_class = _Delete
    copy_view_class = _Copy

    def get_form_class(self, for_update: bool = False) -> type[forms.ModelForm[User]]:
        """The form for a new account, or for one there is."""
        return AccountChangeForm if for_update else AccountForm


class AssignOwnRole(AssignRoleBulkAction):
    """Puts many accounts into one role of one's own editions."""

    def check_perm(self, obj: Any) -> bool:
        """Whether the role may be given to this account."""
        return bool(super().check_perm(obj)) and may_give_roles(self.request.user, obj)

    def get_form(self, *args: Any, **kwargs: Any) -> Any:
        """The choice of roles."""
        form = super().get_form(*args, **kwargs)
        form.fields["role"].queryset = roles_given_by(self.request.user)
        return form


class _OfKeptAccounts:
    request: Any

    def check_perm(self, obj: Any) -> bool:
        return bool(super().check_perm(obj)) and may_keep(self.request.user, obj)  # type: ignore[misc] # as above


class DeleteKept(_OfKeptAccounts, DeleteBulkAction):
    """Deletes many accounts."""


class SetStateOfKept(_OfKeptAccounts, SetActiveStateBulkAction):
    """Lets many accounts sign in, or no longer."""
