"""The bylines' screens in the desk, what is done to many accounts at once, and the failed sign-ins."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.permissions import register_permission_policy
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from nashra.editions.panels import names_panel
from nashra.editions.viewsets import NamedSnippetViewSet
from nashra.people.account_screens import AssignOwnRole, DeleteKept, SetStateOfKept
from nashra.people.models import Attempt, Byline


class BylineViewSet(NamedSnippetViewSet):
    """Who readers know by name."""

    model = Byline
    icon = "user"
    menu_label = _("Bylines")
    menu_order = 310
    add_to_admin_menu = True
    list_display = ["__str__", "key"]
    panels = [
        FieldPanel("key"),
        FieldPanel("portrait"),
        names_panel("names", "name", "role", "bio", "expertise"),
        InlinePanel("links", label=_("Link"), heading=_("Links")),
        FieldPanel("user"),
    ]


class SeenAndDeleted(ModelPermissionPolicy):
    """For what nobody writes by hand."""

    def user_has_permission(self, user: Any, action: str) -> bool:
        """Whether the right is one of these two, and the user has it."""
        return action in {"view", "delete"} and bool(super().user_has_permission(user, action))


class AttemptViewSet(SnippetViewSet):
    """Failed sign-ins of the last day; deleting them ends the wait for whoever is refused because of them."""

    model = Attempt
    icon = "lock"
    menu_order = 620
    add_to_settings_menu = True
    list_display = ["account", "kind", "network", "at"]
    list_filter = ["kind", "account", "network"]
    panels = [FieldPanel("kind", read_only=True)]


register_snippet(BylineViewSet)
register_permission_policy(Attempt, SeenAndDeleted(Attempt))
register_snippet(AttemptViewSet)

for action in (AssignOwnRole, DeleteKept, SetStateOfKept):
    # After Wagtail's own, whose places they take: they have the same names.
    hooks.register("register_bulk_action", action, order=100)
