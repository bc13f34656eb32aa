"""The live channel of an edition, and what it shows when."""

from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel

from nashra.media.channel import check_playlist_address

if TYPE_CHECKING:
    from django.db.models.manager import Manager


class Channel(ClusterableModel):
    """An edition's television: one HLS stream, with a film to show when it is off."""

    edition = models.OneToOneField(
        "editions.Edition",
        on_delete=models.CASCADE,
        related_name="channel",
        verbose_name=_("edition"),
    )
    name = models.CharField(_("name"), max_length=120)
    playlist = models.CharField(
        _("playlist"),
        max_length=500,
        blank=True,
        validators=[check_playlist_address],
        help_text=_("The HLS playlist (.m3u8): a path on this site beginning with /, or an https address."),
    )
    poster = models.ForeignKey(
        "media.Picture",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("poster"),
    )
    fallback_video = models.ForeignKey(
        "media.Video",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("video when off air"),
        help_text=_("Shown when the channel is off air, and to browsers that cannot play the stream."),
    )
    description = models.TextField(_("description"), blank=True)
    live = models.BooleanField(_("on air"), default=False)
    # The edition's day its page was last pressed for: the schedule begins with the day.
    day = models.DateField(null=True, editable=False)

    if TYPE_CHECKING:
        programmes: "Manager[Programme]"

    class Meta:
        verbose_name = _("channel")
        verbose_name_plural = _("channels")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        if self.live and not self.playlist:
            raise ValidationError(
                {"playlist": _("A channel on air needs a playlist; write its address, or take it off air.")}
            )


class Programme(models.Model):
    """One entry of a channel's schedule."""

    channel = ParentalKey(Channel, on_delete=models.CASCADE, related_name="programmes")
    starts_at = models.DateTimeField(_("starts"))
    ends_at = models.DateTimeField(_("ends"))
    title = models.CharField(_("title"), max_length=255)
    description = models.TextField(_("description"), blank=True)
    show = models.ForeignKey(
        "stories.Show",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="programmes",
        verbose_name=_("show"),
    )

    class Meta:
        verbose_name = _("programme")
        verbose_name_plural = _("programmes")
        ordering = ["starts_at"]
        indexes = [models.Index(fields=["channel", "starts_at"], name="programme_by_time")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends_at__gt=models.F("starts_at")),
                name="programme_ends_after_it_starts",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def clean(self) -> None:
        starts_at, ends_at = self.__dict__.get("starts_at"), self.__dict__.get("ends_at")
        if starts_at and ends_at and ends_at <= starts_at:
            raise ValidationError(
                {"ends_at": _("A programme has to end after it starts; correct one of the two times.")}
            )
