"""Staff accounts, and the bylines readers see."""

from django.conf import settings
from django.contrib.auth.models import AbstractUser
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.models import Orderable
from wagtail.search import index

from nashra.base.safe_html import is_safe_link
from nashra.base.slugs import free_slug
from nashra.editions.labels import language_matches
from nashra.editions.languages import check_language


def check_link(value: str) -> None:
    """Refuse an address that could run a script or leads nowhere from outside."""
    if not value.startswith(("https://", "http://", "mailto:")) or not is_safe_link(value):
        raise ValidationError(_("Write a web address (https://…) or a mail address (mailto:…)."))


class User(AbstractUser):  # type: ignore[django-manager-missing] # its pictures and bylines have managers of untyped Wagtail
    """Someone who works in the newsroom. What they may do is set by their groups: one role per edition."""

    class Meta:
        verbose_name = _("staff member")
        verbose_name_plural = _("staff")


class Attempt(models.Model):
    """A sign-in that failed, or a letter with a new password that was asked for: what the waits at the door are counted by.

    Deleted after a day, or by whoever ends the wait.
    """

    class Kind(models.TextChoices):
        """What was tried."""

        SIGN_IN = "sign-in", _("Failed sign-in")
        LETTER = "letter", _("Letter with a new password")

    kind = models.CharField(_("what"), max_length=10, choices=Kind.choices)
    # Not the name as it was written: people write passwords into the wrong field.
    name = models.CharField(max_length=64, editable=False)
    account = models.ForeignKey(
        User,
        on_delete=models.CASCADE,
        null=True,
        editable=False,
        related_name="attempts",
        verbose_name=_("account"),
    )
    network = models.CharField(_("network address"), max_length=43, blank=True, editable=False)
    browser = models.CharField(max_length=32, blank=True, editable=False)
    at = models.DateTimeField(_("time"), editable=False)

    class Meta:
        verbose_name = _("failed sign-in")
        verbose_name_plural = _("failed sign-ins")
        ordering = ["-at"]
        indexes = [
            models.Index(fields=["name", "at"], name="attempts_by_name"),
            models.Index(fields=["network", "at"], name="attempts_by_network"),
            models.Index(fields=["at"], name="attempts_by_time"),
        ]

    def __str__(self) -> str:
        whose = str(self.account) if self.account else gettext("a name that is nobody’s")
        return f"{self.get_kind_display()}: {whose} ({self.network})"


class Byline(index.Indexed, ClusterableModel):
    """A person readers know by name, with a name in each language they are read in."""

    key = models.SlugField(_("short name"), max_length=80, unique=True, help_text=_("For the newsroom only."))
    portrait = models.ForeignKey(
        "media.Picture",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("portrait"),
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="bylines",
        verbose_name=_("account"),
    )

    search_fields = [
        index.SearchField("key"),
        index.AutocompleteField("key"),
        index.RelatedFields("names", [index.SearchField("name"), index.AutocompleteField("name")]),
    ]

    class Meta:
        verbose_name = _("byline")
        verbose_name_plural = _("bylines")
        ordering = ["key"]

    def __str__(self) -> str:
        name = self.name_in(get_language() or "")
        return name.name if name else self.key

    def name_in(self, language: str) -> "BylineName | None":
        """The name for readers of ``language``; where there is none, the first name there is, in its own language."""
        names = list(self.names.all())
        by_language = {name.language: name for name in names}
        wanted = next((by_language[tag] for tag in language_matches(language) if tag in by_language), None)
        return wanted or (names[0] if names else None)


class BylineName(models.Model):
    """A byline's name, role and biography in one language."""

    byline = ParentalKey(Byline, on_delete=models.CASCADE, related_name="names")
    language = models.CharField(_("language"), max_length=35, validators=[check_language])
    name = models.CharField(_("name"), max_length=120)
    slug = models.SlugField(
        _("address"), max_length=120, allow_unicode=True, blank=True, help_text=_("Empty: made of the name.")
    )
    role = models.CharField(
        _("role"), max_length=120, blank=True, help_text=_("Such as “Science correspondent”.")
    )
    bio = models.TextField(_("biography"), blank=True)
    expertise = models.CharField(_("expertise"), max_length=250, blank=True)

    class Meta:
        verbose_name = _("name")
        verbose_name_plural = _("names")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["byline", "language"], name="byline_has_one_name_per_language"),
            models.UniqueConstraint(fields=["language", "slug"], name="byline_slug_is_unique_in_language"),
        ]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: object, **kwargs: object) -> None:
        others = BylineName.objects.filter(language=self.language).exclude(pk=self.pk)
        # Two people may have one name, and each needs an address.
        self.slug = self.slug or free_slug(
            self.name, f"author-{self.byline_id}", lambda slug: others.filter(slug=slug).exists()
        )
        super().save(*args, **kwargs)  # type: ignore[arg-type] # Django's own arguments, passed on


class BylineLink(Orderable):
    """Where else a byline can be found or reached."""

    byline = ParentalKey(Byline, on_delete=models.CASCADE, related_name="links")
    label = models.CharField(_("label"), max_length=60)
    url = models.CharField(
        _("address"), max_length=250, validators=[check_link], help_text=_("https://… or mailto:…")
    )

    class Meta(Orderable.Meta):
        verbose_name = _("link")
        verbose_name_plural = _("links")
