"""The editions' screens in the desk."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
    TabbedInterface,
)
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from nashra.editions.models import Edition, Region
from nashra.editions.panels import names_panel
from nashra.editions.second_saves import FirstComeForm
from nashra.editions.spoken import choose_pages_by_name
from nashra.editions.viewsets import EditionSnippetViewSet, NamedSnippetViewSet, SpokenChooserViewSet


class EditionViewSet(EditionSnippetViewSet):
    """Open an edition, change its facts."""

    model = Edition
    edition_field = "pk"
    chooser_viewset_class = SpokenChooserViewSet
    icon = "site"
    list_display = ["masthead", "code", "language", "host"]
    edit_handler = TabbedInterface(
        [
            ObjectList(
                [
                    FieldRowPanel([FieldPanel("code"), FieldPanel("language")]),
                    FieldPanel("name"),
                    FieldPanel("masthead"),
                    FieldPanel("slogan"),
                    FieldPanel("description"),
                    FieldPanel("desk_byline"),
                    FieldPanel("host"),
                    FieldPanel("position"),
                ],
                heading=_("Newspaper"),
            ),
            ObjectList(
                [
                    FieldPanel("time_zone"),
                    FieldRowPanel([FieldPanel("numbering"), FieldPanel("calendar_locale")]),
                ],
                heading=_("Dates and digits"),
            ),
            ObjectList(
                [
                    FieldRowPanel([FieldPanel("logo"), FieldPanel("logo_dark")]),
                    MultiFieldPanel(
                        [FieldRowPanel([FieldPanel("accent"), FieldPanel("accent_dark")])],
                        heading=_("Colours"),
                    ),
                    InlinePanel("social_accounts", label=_("Account"), heading=_("Social accounts")),
                ],
                heading=_("Look"),
            ),
        ],
        base_form_class=FirstComeForm,
    )


class RegionViewSet(NamedSnippetViewSet):
    """The regions of the world and their names."""

    model = Region
    icon = "globe"
    list_display = ["__str__", "code", "position"]
    panels = [
        FieldRowPanel([FieldPanel("code"), FieldPanel("position")]),
        names_panel(),
    ]


class EditionsGroup(SnippetViewSetGroup):
    """One entry in the desk's menu for all that editions are."""

    menu_label = _("Editions")
    menu_icon = "site"
    menu_order = 800
    items = (EditionViewSet, RegionViewSet)


register_snippet(EditionsGroup)
choose_pages_by_name()
