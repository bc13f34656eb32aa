"""The panel in which things get a name in each language."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel

from nashra.editions.languages import LanguageSelect


def names_panel(relation: str = "labels", name: str = "label", *more: str) -> InlinePanel:
    """One row for each language: the language, the name, ``more`` fields, the address made of the name."""
    return InlinePanel(
        relation,
        label=_("Name"),
        heading=_("Names, one for each language"),
        min_num=1,
        panels=[
            FieldRowPanel([FieldPanel("language", widget=LanguageSelect), FieldPanel(name)]),
            *(FieldPanel(field) for field in (*more, "slug")),
        ],
    )
