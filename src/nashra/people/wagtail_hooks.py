"""The bylines' screens in the desk, and what is done to many accounts at once."""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel
from wagtail.snippets.models import register_snippet

from nashra.editions.languages import LanguageSelect
from nashra.editions.viewsets import NamedSnippetViewSet
from nashra.people.account_screens import AssignOwnRole, DeleteKept, SetStateOfKept
from nashra.people.models import Byline


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
        InlinePanel(
            "names",
            label=_("Name"),
            heading=_("Names, one for each language"),
            min_num=1,
            panels=[
                FieldRowPanel([FieldPanel("language", widget=LanguageSelect), FieldPanel("name")]),
                FieldPanel("role"),
                FieldPanel("bio"),
                FieldPanel("expertise"),
                FieldPanel("slug"),
            ],
        ),
        InlinePanel("links", label=_("Link"), heading=_("Links")),
        FieldPanel("user"),
    ]


register_snippet(BylineViewSet)

for action in (AssignOwnRole, DeleteKept, SetStateOfKept):
    # After Wagtail's own, whose places they take: they have the same names.
    hooks.register("register_bulk_action", action, order=100)
