"""The kinds of story that add something of their own."""

from typing import ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel
from wagtail.blocks import CharBlock
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Orderable

from nashra.stories.kinds import Kind
from nashra.stories.models.story import Story
from nashra.stories.panels import story_editor

VIDEO = "media.Video"


class Article(Story):
    """Text first: news, opinion, analysis, blog, feature, explainer."""

    edit_handler = story_editor(kinds=True)

    class Meta:
        verbose_name = _("article")
        verbose_name_plural = _("articles")


class VideoStory(Story):
    """A film with its story."""

    default_kind: ClassVar[str] = Kind.VIDEO

    video = models.ForeignKey(
        VIDEO, on_delete=models.PROTECT, null=True, related_name="+", verbose_name=_("video")
    )

    edit_handler = story_editor(FieldPanel("video"))

    class Meta:
        verbose_name = _("video story")
        verbose_name_plural = _("video stories")


class Episode(Story):
    """One film of a show or a digital series."""

    default_kind: ClassVar[str] = Kind.EPISODE

    video = models.ForeignKey(
        VIDEO, on_delete=models.PROTECT, null=True, related_name="+", verbose_name=_("video")
    )
    show = models.ForeignKey(
        "stories.Show", on_delete=models.PROTECT, related_name="+", verbose_name=_("show or series")
    )
    season = models.PositiveSmallIntegerField(_("season"), default=1)
    number = models.PositiveSmallIntegerField(_("episode"), default=1)

    edit_handler = story_editor(
        FieldPanel("video"), FieldPanel("show"), FieldRowPanel([FieldPanel("season"), FieldPanel("number")])
    )

    class Meta:
        verbose_name = _("episode")
        verbose_name_plural = _("episodes")

    def _check_connections(self) -> None:
        super()._check_connections()
        if self.show_id and self.show.edition_id != self.edition_id:
            raise ValidationError(
                {
                    "show": _("“%(title)s” is a show of another edition; choose one of this edition.")
                    % {"title": self.show.title}
                }
            )


class GalleryStory(Story):
    """Pictures first."""

    default_kind: ClassVar[str] = Kind.GALLERY

    edit_handler = story_editor(InlinePanel("pictures", label=_("Picture"), heading=_("Pictures")))

    class Meta:
        verbose_name = _("picture gallery")
        verbose_name_plural = _("picture galleries")


class GalleryPicture(Orderable):
    """One picture of a gallery, with a caption of its own where the story needs one."""

    gallery = ParentalKey(GalleryStory, on_delete=models.CASCADE, related_name="pictures")
    picture = models.ForeignKey(
        "media.Picture", on_delete=models.PROTECT, related_name="+", verbose_name=_("picture")
    )
    caption = models.CharField(_("caption here"), max_length=500, blank=True)

    class Meta(Orderable.Meta):
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")


class Infographic(Story):
    """A drawing of facts; its text alternative says all that the drawing says."""

    default_kind: ClassVar[str] = Kind.INFOGRAPHIC

    text_alternative = RichTextField(
        _("text alternative"),
        features=["bold", "ul", "ol", "link"],
        help_text=_("All that the drawing says, in words."),
    )
    figures = StreamField(
        [("table", TypedTableBlock([("text", CharBlock(required=False))], label=_("Figures")))],
        blank=True,
        max_num=1,
        verbose_name=_("figures"),
    )

    edit_handler = story_editor(FieldPanel("text_alternative"), FieldPanel("figures"))

    class Meta:
        verbose_name = _("infographic")
        verbose_name_plural = _("infographics")


class LiveBlog(Story):
    """A story told while it happens."""

    default_kind: ClassVar[str] = Kind.LIVEBLOG

    started_at = models.DateTimeField(_("started"), null=True, blank=True)
    ended_at = models.DateTimeField(_("ended"), null=True, blank=True)

    edit_handler = story_editor(
        FieldRowPanel([FieldPanel("started_at"), FieldPanel("ended_at")]),
        InlinePanel("entries", label=_("Entry"), heading=_("Entries")),
    )

    class Meta:
        verbose_name = _("live blog")
        verbose_name_plural = _("live blogs")

    @property
    def is_running(self) -> bool:
        """Whether more entries are to be expected."""
        return self.ended_at is None


class LiveBlogEntry(models.Model):
    """One entry of a live blog."""

    liveblog = ParentalKey(LiveBlog, on_delete=models.CASCADE, related_name="entries")
    posted_at = models.DateTimeField(_("posted"))
    title = models.CharField(_("title"), max_length=200, blank=True)
    text = RichTextField(_("text"), features=["bold", "italic", "link", "ul", "ol"])
    is_key_event = models.BooleanField(_("key event"), default=False)

    class Meta:
        verbose_name = _("entry")
        verbose_name_plural = _("entries")
        ordering = ["-posted_at", "-pk"]
