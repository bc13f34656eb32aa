"""Editions, the regions of the world, and what a newsroom may set for each of them."""

import re
from typing import Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, available_timezones

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.models import Orderable

from nashra.base.direction import direction_of
from nashra.editions.labels import Label, Labelled
from nashra.editions.languages import check_language
from nashra.editions.querysets import EditionQuerySet


def check_time_zone(value: str) -> None:
    """Refuse what is no IANA time zone."""
    if value not in available_timezones():
        raise ValidationError(
            _("“%(zone)s” is not an IANA time zone; write one such as Africa/Cairo."), params={"zone": value}
        )


check_colour = RegexValidator(r"^#[0-9a-fA-F]{6}$", _("Write a colour as # and six hexadecimal digits."))
check_code = RegexValidator(r"^[a-z][a-z0-9-]{0,19}$", _("Use small Latin letters, digits and hyphens."))
# First parts of addresses that are no edition's.
RESERVED_CODES = frozenset({"admin", "documents", "healthz", "media", "metrics", "readyz", "static"})


def check_free_code(value: str) -> None:
    """Refuse a code under which readers would never find the edition."""
    if value in RESERVED_CODES:
        raise ValidationError(
            _("“%(code)s” is an address Nashra itself uses; choose another."), params={"code": value}
        )


def check_host(value: str) -> None:
    """Refuse what no browser could ask for: host names as in RFC 1123, a port that exists."""
    host, _colon, port = value.partition(":")
    named = len(host) <= 253 and all(_HOST_PART.fullmatch(part) for part in host.split("."))
    if not named or (_colon and not (port.isascii() and port.isdecimal() and 0 < int(port) < 65536)):
        raise ValidationError(_("Write the host alone, without https:// and without a path."))


_HOST_PART = re.compile(r"[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?")


class Numbering(models.TextChoices):
    """Digits readers see; the values are CLDR numbering systems."""

    LATIN = "latn", "0123456789"
    ARABIC = "arab", "٠١٢٣٤٥٦٧٨٩"
    EXTENDED_ARABIC = "arabext", "۰۱۲۳۴۵۶۷۸۹"
    DEVANAGARI = "deva", "०१२३४५६७८९"
    BENGALI = "beng", "০১২৩৪৫৬৭৮৯"


class Edition(ClusterableModel):
    """One language's newspaper: data, never code."""

    code = models.CharField(
        _("code"),
        max_length=20,
        unique=True,
        validators=[check_code, check_free_code],
        help_text=_(
            "The first part of every address of this edition: /en/…; when it changes, old addresses lead to the new ones."
        ),
    )
    language = models.CharField(_("language"), max_length=35, validators=[check_language])
    name = models.CharField(
        _("name"), max_length=80, help_text=_("As readers see it in the edition switcher.")
    )
    masthead = models.CharField(_("masthead"), max_length=80)
    slogan = models.CharField(_("slogan"), max_length=160, blank=True)
    description = models.TextField(
        _("description"), blank=True, help_text=_("For search engines and shared links.")
    )
    desk_byline = models.CharField(
        _("desk byline"),
        max_length=80,
        help_text=_("Shown when a story names no person, such as “Nashra desk”."),
    )
    time_zone = models.CharField(_("time zone"), max_length=60, default="UTC", validators=[check_time_zone])
    numbering = models.CharField(
        _("digits"), max_length=10, choices=Numbering.choices, default=Numbering.LATIN
    )
    calendar_locale = models.CharField(
        _("calendar names"),
        max_length=35,
        blank=True,
        validators=[check_language],
        help_text=_("Where month names come from when not from the language itself: ar-EG, ar-LB, ar-MA …"),
    )
    accent = models.CharField(
        _("colour on light"), max_length=7, default="#9b1c1c", validators=[check_colour]
    )
    accent_dark = models.CharField(
        _("colour on dark"), max_length=7, default="#ff9d8f", validators=[check_colour]
    )
    host = models.CharField(
        _("host"),
        max_length=120,
        blank=True,
        validators=[check_host],
        help_text=_("A host of its own, such as ar.example.org; empty: addresses begin with the code."),
    )
    logo = models.ForeignKey(
        "media.Picture",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("logo"),
        help_text=_(
            "Stands in the masthead’s place at the top of each page; PNG or WebP with a transparent ground."
        ),
    )
    logo_dark = models.ForeignKey(
        "media.Picture",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("logo on dark"),
        help_text=_("Empty: the logo above, on a light ground."),
    )
    position = models.PositiveSmallIntegerField(_("position in the switcher"), default=0)

    objects = EditionQuerySet.as_manager()

    said_before: dict[str, Any] | None = None

    class Meta:
        verbose_name = _("edition")
        verbose_name_plural = _("editions")
        ordering = ["position", "code"]
        constraints = [
            models.UniqueConstraint(
                fields=["host"], condition=~models.Q(host=""), name="edition_host_is_unique"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.masthead} ({self.code})"

    def clean(self) -> None:
        super().clean()
        own = urlsplit(str(settings.WAGTAILADMIN_BASE_URL))
        if self.host and self.host in {own.netloc, own.hostname, "localhost", "127.0.0.1"}:
            raise ValidationError(
                {"host": _("“%(host)s” is the newsroom’s own address; choose another.") % {"host": self.host}}
            )

    @property
    def direction(self) -> str:
        """``ltr`` or ``rtl``, from CLDR."""
        return direction_of(self.language)

    @property
    def zone(self) -> ZoneInfo:
        """The time zone readers' dates are shown in."""
        return ZoneInfo(self.time_zone)

    @property
    def months_locale(self) -> str:
        """The CLDR locale month and day names are taken from."""
        return self.calendar_locale or self.language


class FormerCode(models.Model):
    """A code an edition had: its old addresses lead to the new ones for ever, or until another edition takes the code."""

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="former_codes")
    code = models.CharField(max_length=20, unique=True)

    def __str__(self) -> str:
        return self.code


class SocialAccount(Orderable):
    """Where the edition speaks elsewhere."""

    edition = ParentalKey(Edition, on_delete=models.CASCADE, related_name="social_accounts")
    network = models.CharField(
        _("network"), max_length=40, help_text=_("As readers see it, such as Mastodon.")
    )
    url = models.URLField(_("address"))

    class Meta(Orderable.Meta):
        verbose_name = _("social account")
        verbose_name_plural = _("social accounts")


class Region(Labelled):
    """A part of the world, with one identity and a label in each language."""

    code = models.CharField(_("code"), max_length=40, unique=True, validators=[check_code])
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    class Meta:
        verbose_name = _("region")
        verbose_name_plural = _("regions")
        ordering = ["position", "code"]

    @property
    def known_as(self) -> str:
        """Its code."""
        return self.code


class RegionLabel(Label):
    """A region's name in one language."""

    region = ParentalKey(Region, on_delete=models.CASCADE, related_name="labels")

    class Meta:
        verbose_name = _("label")
        verbose_name_plural = _("labels")
        ordering = ["language"]
        constraints = [
            models.UniqueConstraint(fields=["region", "language"], name="region_has_one_label_per_language"),
            models.UniqueConstraint(fields=["language", "slug"], name="region_slug_is_unique_in_language"),
        ]
