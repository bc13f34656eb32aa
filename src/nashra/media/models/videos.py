"""Videos the newsroom serves itself, and the captions that go with them."""

from typing import TYPE_CHECKING, Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.search import index

from nashra.editions.languages import check_language
from nashra.media.captions import check_captions
from nashra.media.video import check_video, measure_video

if TYPE_CHECKING:
    from django.db.models.manager import Manager


class Video(index.Indexed, ClusterableModel):
    """A film as one MP4 file. Its length and size are read from the file."""

    edition = models.ForeignKey(
        "editions.Edition",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="videos",
        verbose_name=_("edition"),
        help_text=_("Empty: for every edition."),
    )
    title = models.CharField(_("title"), max_length=255)
    file = models.FileField(
        _("MP4 file"),
        upload_to="videos/%Y/%m",
        max_length=255,
        validators=[check_video],
    )
    poster = models.ForeignKey(
        "media.Picture",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("poster"),
        help_text=_("The still picture shown before the film is played."),
    )
    duration_seconds = models.PositiveIntegerField(_("seconds"), default=0, editable=False)
    width = models.PositiveIntegerField(_("width"), default=0, editable=False)
    height = models.PositiveIntegerField(_("height"), default=0, editable=False)
    credit = models.CharField(_("credit"), max_length=255, blank=True)
    transcript = models.TextField(
        _("transcript"),
        blank=True,
        help_text=_("All that is said and shown, in words."),
    )
    language = models.CharField(_("language spoken"), max_length=35, blank=True, validators=[check_language])
    uploaded_at = models.DateTimeField(_("uploaded"), auto_now_add=True)

    search_fields = [
        index.SearchField("title", boost=10),
        index.AutocompleteField("title"),
        index.SearchField("transcript"),
        index.SearchField("credit"),
        index.FilterField("edition"),
        index.FilterField("language"),
    ]

    if TYPE_CHECKING:
        captions: "Manager[VideoCaptions]"

    class Meta:
        verbose_name = _("video")
        verbose_name_plural = _("videos")
        ordering = ["-uploaded_at"]

    def __str__(self) -> str:
        return self.title

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save, measuring a new file. Raises VideoRefused for one that is no playable film, with nothing stored."""
        if self.file and not getattr(self.file, "_committed", True):
            film = measure_video(self.file)
            self.duration_seconds = round(film.duration)
            self.width, self.height = film.width, film.height
        super().save(*args, **kwargs)


class VideoCaptions(models.Model):
    """What is said, in writing, along with the film."""

    class Kind(models.TextChoices):
        """As the ``kind`` attribute of HTML's ``track``."""

        CAPTIONS = (
            "captions",
            _("Captions: speech and sounds, for those who do not hear"),
        )
        SUBTITLES = (
            "subtitles",
            _("Subtitles: speech, for those who do not know the language"),
        )

    video = ParentalKey(Video, on_delete=models.CASCADE, related_name="captions")
    language = models.CharField(_("language"), max_length=35, validators=[check_language])
    kind = models.CharField(_("kind"), max_length=10, choices=Kind.choices, default=Kind.CAPTIONS)
    file = models.FileField(
        _("WebVTT file"),
        upload_to="captions/%Y/%m",
        max_length=255,
        validators=[check_captions],
    )

    class Meta:
        verbose_name = _("captions")
        verbose_name_plural = _("captions")
        ordering = ["language", "kind"]
        constraints = [
            models.UniqueConstraint(
                fields=["video", "language", "kind"],
                name="video_has_one_captions_file_per_language_and_kind",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} ({self.language})"
