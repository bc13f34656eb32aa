"""Topics: tags with one identity in all languages."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.search import index

from nashra.editions.labels import Label, Labelled


class Topic(index.Indexed, Labelled):
    """What a story is about."""

    key = models.SlugField(_("key"), max_length=120, unique=True, allow_unicode=True)
    concept = models.CharField(
        _("concept"),
        max_length=120,
        blank=True,
        help_text=_("IPTC Media Topic or other concept, such as medtop:11000000."),
    )

    search_fields = [
        index.SearchField("key"),
        index.AutocompleteField("key"),
        index.RelatedFields("labels", [index.SearchField("label"), index.AutocompleteField("label")]),
    ]

    class Meta:
        verbose_name = _("topic")
        verbose_name_plural = _("topics")
        ordering = ["key"]

    @property
    def known_as(self) -> str:
        """Its key."""
        return self.key


class TopicLabel(Label):
    """A topic's name in one language."""

    topic = ParentalKey(Topic, on_delete=models.CASCADE, related_name="labels")

    class Meta:
        verbose_name = _("label")
        verbose_name_plural = _("labels")
        ordering = ["language"]
        constraints = [
            models.UniqueConstraint(fields=["topic", "language"], name="topic_has_one_label_per_language"),
            models.UniqueConstraint(fields=["language", "slug"], name="topic_slug_is_unique_in_language"),
        ]
