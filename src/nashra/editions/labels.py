"""Things with one identity and a name in each language: regions, topics."""

from typing import TYPE_CHECKING, Any, Self

from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from modelcluster.models import ClusterableModel

from nashra.base.slugs import free_slug
from nashra.editions.languages import check_language

if TYPE_CHECKING:
    from django.db.models.manager import Manager


def language_matches(wanted: str) -> list[str]:
    """The tags that serve a reader of ``wanted``, best first: the tag itself, then its language (RFC 4647 lookup)."""
    tags, parts = [], wanted.split("-")
    while parts:
        tags.append("-".join(parts))
        parts.pop()
    return tags


class Label(models.Model):
    """A name and the address made of it, in one language."""

    language = models.CharField(_("language"), max_length=35, validators=[check_language])
    label = models.CharField(_("label"), max_length=120)
    slug = models.SlugField(
        _("address"), max_length=120, allow_unicode=True, blank=True, help_text=_("Empty: made of the name.")
    )

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.label

    def save(self, *args: Any, **kwargs: Any) -> None:
        others = type(self)._default_manager.filter(language=self.language).exclude(pk=self.pk)
        self.slug = self.slug or free_slug(
            self.label, f"{self.language}-label", lambda slug: others.filter(slug=slug).exists()
        )
        super().save(*args, **kwargs)


class Labelled(ClusterableModel):
    """Something readers of each language know under a name of their own."""

    if TYPE_CHECKING:
        labels: "Manager[Any]"

    class Meta:
        abstract = True

    def __str__(self) -> str:
        """Its name for whoever reads the desk, in their language where it has one; ask ``with_labels()`` for many."""
        names = list(self.labels.all())
        label = self.label_in(get_language() or "") or (names[0] if names else None)
        return label.label if label else self.known_as

    @property
    def known_as(self) -> str:
        """What the newsroom calls it where it has no name yet."""
        raise NotImplementedError

    def label_in(self, language: str) -> Any | None:
        """The label for readers of ``language`` (an exact tag before its parent), or None where it has none."""
        by_language = {label.language: label for label in self.labels.all()}
        return next((by_language[tag] for tag in language_matches(language) if tag in by_language), None)

    @classmethod
    def with_labels(cls) -> "models.QuerySet[Self]":
        """All, with their labels fetched in one more query."""
        return cls._default_manager.prefetch_related("labels")
