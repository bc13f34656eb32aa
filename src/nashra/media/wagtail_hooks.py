"""The media room in the desk: films and the live channel."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from nashra.editions.viewsets import EditionSnippetViewSet
from nashra.media.models import Channel, Video


class VideoViewSet(EditionSnippetViewSet):
    """Films, with their captions in each language."""

    model = Video
    icon = "media"
    list_display = ["title", "edition", "language", "duration_seconds", "uploaded_at"]
    list_filter = ["edition", "language"]
    ordering = "-uploaded_at"
    panels = [
        FieldPanel("title"),
        FieldPanel("file"),
        FieldPanel("poster"),
        FieldRowPanel([FieldPanel("edition"), FieldPanel("language")]),
        FieldPanel("credit"),
        FieldPanel("transcript"),
        InlinePanel(
            "captions",
            label=_("Captions"),
            heading=_("Captions and subtitles"),
            panels=[FieldRowPanel([FieldPanel("language"), FieldPanel("kind")]), FieldPanel("file")],
        ),
    ]


class ChannelViewSet(EditionSnippetViewSet):
    """The live channel of each edition, with its schedule."""

    model = Channel
    icon = "view"
    list_display = ["name", "edition", "live"]
    panels = [
        FieldRowPanel([FieldPanel("edition"), FieldPanel("live")]),
        FieldPanel("name"),
        FieldPanel("playlist"),
        FieldPanel("description"),
        MultiFieldPanel([FieldPanel("poster"), FieldPanel("fallback_video")], heading=_("When off air")),
        InlinePanel(
            "programmes",
            label=_("Programme"),
            heading=_("Schedule"),
            panels=[
                FieldRowPanel([FieldPanel("starts_at"), FieldPanel("ends_at")]),
                FieldPanel("title"),
                FieldPanel("description"),
                FieldPanel("show"),
            ],
        ),
    ]


class VideosGroup(SnippetViewSetGroup):
    """One entry in the desk's menu for moving pictures."""

    menu_label = _("Video and live")
    menu_icon = "media"
    menu_order = 250
    items = (VideoViewSet, ChannelViewSet)


register_snippet(VideosGroup)
