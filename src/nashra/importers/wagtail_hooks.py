"""The table of categories, in the desk's settings."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.snippets.models import register_snippet

from nashra.editions.viewsets import EditionSnippetViewSet
from nashra.importers.models import CategoryMapping


class CategoryMappingViewSet(EditionSnippetViewSet):
    """Which section a sender's category goes to."""

    model = CategoryMapping
    icon = "download"
    menu_label = _("Imported categories")
    add_to_settings_menu = True
    list_display = ["category", "section", "edition"]
    list_filter = ["edition"]
    search_fields = ["category"]
    panels = [
        FieldPanel("edition"),
        FieldPanel("category"),
        FieldPanel("section"),
    ]


register_snippet(CategoryMappingViewSet)
