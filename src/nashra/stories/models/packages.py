"""Stories that belong together: a running coverage, a show or digital series."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.models import Orderable

from nashra.base.slugs import free_slug


class Package(ClusterableModel):
    """What a coverage and a show share: an edition, a name, an address, a picture."""

    edition = models.ForeignKey("editions.Edition", on_delete=models.CASCADE, verbose_name=_("edition"))
    title = models.CharField(_("title"), max_length=160)
    slug = models.SlugField(
        _("address"), max_length=160, allow_unicode=True, blank=True, help_text=_("Empty: made of the title.")
    )
    standfirst = models.TextField(_("standfirst"), blank=True)
    picture = models.ForeignKey(
        "media.Picture",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("picture"),
    )

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self.title} ({self.edition.code})"

    def save(self, *args: Any, **kwargs: Any) -> None:
        others = type(self)._default_manager.filter(edition=self.edition).exclude(pk=self.pk)
        self.slug = self.slug or free_slug(
            self.title, type(self).__name__.lower(), lambda slug: others.filter(slug=slug).exists()
        )
        super().save(*args, **kwargs)


class Coverage(Package):
    """A package of stories on one running event, with its own page, order and look."""

    class Look(models.TextChoices):
        PLAIN = "plain", _("Plain")
        STRONG = "strong", _("Strong, for the great story of the day")

    look = models.CharField(_("look"), max_length=10, choices=Look.choices, default=Look.PLAIN)
    is_running = models.BooleanField(
        _("running"), default=True, help_text=_("Running coverages are shown on fronts.")
    )

    class Meta:
        verbose_name = _("coverage")
        verbose_name_plural = _("coverages")
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(fields=["edition", "slug"], name="coverage_slug_is_unique_in_edition")
        ]


class CoverageLead(Orderable):
    """A story set at the top of a coverage by hand; the others follow, newest first."""

    coverage = ParentalKey(Coverage, on_delete=models.CASCADE, related_name="leads")
    story = models.ForeignKey(
        "stories.Story", on_delete=models.CASCADE, related_name="+", verbose_name=_("story")
    )

    class Meta(Orderable.Meta):
        verbose_name = _("leading story")
        verbose_name_plural = _("leading stories")


class Show(Package):
    """A television show or a digital series: what episodes belong to."""

    class Form(models.TextChoices):
        SHOW = "show", _("TV show")
        SERIES = "series", _("Digital series")

    form = models.CharField(_("form"), max_length=10, choices=Form.choices, default=Form.SHOW)

    class Meta:
        verbose_name = _("show or series")
        verbose_name_plural = _("shows and series")
        ordering = ["title"]
        constraints = [
            models.UniqueConstraint(fields=["edition", "slug"], name="show_slug_is_unique_in_edition")
        ]
