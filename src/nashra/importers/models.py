"""What an edition remembers of its imports."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _


class CategoryMapping(models.Model):
    """Which section stories of a sender's category go to."""

    edition = models.ForeignKey(
        "editions.Edition",
        on_delete=models.CASCADE,
        related_name="category_mappings",
        verbose_name=_("edition"),
    )
    category = models.CharField(
        _("category"),
        max_length=200,
        help_text=_("As the sender writes it, name or code; capitals do not matter."),
    )
    section = models.ForeignKey(
        "stories.SectionPage", on_delete=models.CASCADE, related_name="+", verbose_name=_("section")
    )

    class Meta:
        verbose_name = _("category of imported stories")
        verbose_name_plural = _("categories of imported stories")
        ordering = ["edition", "category"]
        constraints = [
            models.UniqueConstraint(
                models.F("edition"),
                Lower("category"),
                name="category_has_one_section_per_edition",
            )
        ]

    def __str__(self) -> str:
        return f"{self.category} → {self.section}"

    def clean(self) -> None:
        self.category = self.category.strip()
        if self.section_id and self.edition_id and self.section.edition_id != self.edition_id:
            raise ValidationError(
                {"section": _("This section is in another edition; choose one of this edition.")}
            )


class ImportedItem(models.Model):
    """A piece of news that came in: its identity at the sender's, and the story it became.

    The story is empty for what never became one (cancelled before it came) and for what an editor has
    deleted since; either way it is not brought in again. `digest` is that of the story as it was brought in,
    to tell whether an editor has changed it.
    """

    edition = models.ForeignKey("editions.Edition", on_delete=models.CASCADE, related_name="+")
    uri = models.CharField(max_length=500)
    version = models.CharField(max_length=100, blank=True)
    version_created = models.DateTimeField(null=True)
    story = models.ForeignKey(
        "stories.Story", on_delete=models.SET_NULL, null=True, related_name="imported_from"
    )
    digest = models.CharField(max_length=64, blank=True)
    imported_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["edition", "uri"], name="item_is_imported_once_per_edition")
        ]

    def __str__(self) -> str:
        return f"{self.uri} ({self.version})"
