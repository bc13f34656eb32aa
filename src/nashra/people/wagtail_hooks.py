"""The bylines' screens in the desk."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from nashra.people.models import Byline


class BylineViewSet(SnippetViewSet):
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
        InlinePanel("names", label=_("Name"), heading=_("Names, one for each language"), min_num=1),
        InlinePanel("links", label=_("Link"), heading=_("Links")),
        FieldPanel("user"),
    ]


register_snippet(BylineViewSet)
