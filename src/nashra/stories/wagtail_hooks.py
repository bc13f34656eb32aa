"""The stories room in the desk: topics, packages, and marks for passages in another language."""

from babel import Locale
from django.utils.functional import lazy
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel
from wagtail.admin.rich_text.converters.html_to_contentstate import InlineStyleElementHandler
from wagtail.admin.rich_text.editors.draftail.features import InlineStyleFeature
from wagtail.rich_text.feature_registry import FeatureRegistry
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from nashra.editions.panels import names_panel
from nashra.editions.viewsets import EditionSnippetViewSet, NamedSnippetViewSet
from nashra.stories.choosers import keep_to_edition
from nashra.stories.departures import (
    close_deleted_editions,
    refuse_deletion,
    refuse_in_bulk,
    refuse_withdrawal,
)
from nashra.stories.languages import MARKED_LANGUAGES, mark_attributes
from nashra.stories.models import Coverage, Show, Topic
from nashra.stories.siblings import wait_to_create
from nashra.stories.versions import notice_newer_version


class TopicViewSet(NamedSnippetViewSet):
    """What stories are about."""

    model = Topic
    icon = "tag"
    list_display = ["__str__", "key", "concept"]
    panels = [
        FieldRowPanel([FieldPanel("key"), FieldPanel("concept")]),
        names_panel(),
    ]


class CoverageViewSet(EditionSnippetViewSet):
    """Stories on one running event."""

    model = Coverage
    icon = "folder-open-inverse"
    list_display = ["title", "edition", "is_running"]
    list_filter = ["edition", "is_running"]
    panels = [
        FieldPanel("edition"),
        FieldPanel("title"),
        FieldPanel("slug"),
        FieldPanel("standfirst"),
        FieldPanel("picture"),
        FieldRowPanel([FieldPanel("look"), FieldPanel("is_running")]),
        InlinePanel("leads", label=_("Story"), heading=_("Leading stories"), panels=[FieldPanel("story")]),
    ]


class ShowViewSet(EditionSnippetViewSet):
    """Television shows and digital series."""

    model = Show
    icon = "media"
    list_display = ["title", "edition", "form"]
    list_filter = ["edition", "form"]
    panels = [FieldPanel(name) for name in ("edition", "form", "title", "slug", "standfirst", "picture")]


class PackagesGroup(SnippetViewSetGroup):
    """One entry in the desk's menu for what binds stories together."""

    menu_label = _("Topics and packages")
    menu_icon = "tag"
    menu_order = 300
    items = (TopicViewSet, CoverageViewSet, ShowViewSet)


register_snippet(PackagesGroup)

hooks.register("construct_page_chooser_queryset", keep_to_edition)
hooks.register("before_create_page", wait_to_create)
hooks.register("before_edit_page", notice_newer_version)
hooks.register("before_delete_snippet", close_deleted_editions)
hooks.register("before_delete_page", refuse_deletion)
hooks.register("before_unpublish_page", refuse_withdrawal)
hooks.register("before_bulk_action", refuse_in_bulk)


@hooks.register("register_rich_text_features")
def register_language_marks(features: FeatureRegistry) -> None:
    """A button for each language: the marked words carry ``lang`` and ``dir``."""
    for tag in MARKED_LANGUAGES:
        style = f"LANG_{tag.upper()}"
        attributes = mark_attributes(tag)
        control = {
            "type": style,
            "label": tag,
            "description": lazy(_in_language, str)(tag),
            "style": {"unicodeBidi": "isolate"},
        }
        features.register_editor_plugin("draftail", f"lang-{tag}", InlineStyleFeature(control))
        features.register_converter_rule(
            "contentstate",
            f"lang-{tag}",
            {
                "from_database_format": {f'span[lang="{tag}"]': InlineStyleElementHandler(style)},
                "to_database_format": {"style_map": {style: {"element": "span", "props": attributes}}},
            },
        )


def _in_language(tag: str) -> str:
    name = Locale.parse(get_language() or "en", sep="-").languages.get(tag, tag)
    return str(_("In another language: %(language)s") % {"language": name})
