"""Whose collections of pictures and documents are: they can be called anything."""

from django.db import models
from django.db.models import Q
from wagtail.models import Collection


class KeptFor(models.Model):
    """Says of a collection which edition it is kept for, or that it is kept for all of them (``edition`` is empty)."""

    edition = models.OneToOneField(
        "editions.Edition", on_delete=models.CASCADE, null=True, related_name="kept_in"
    )
    collection = models.OneToOneField(Collection, on_delete=models.CASCADE, related_name="kept_for")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                models.Value(1), condition=Q(edition=None), name="one_collection_is_kept_for_all_editions"
            ),
        ]

    def __str__(self) -> str:
        return str(self.collection)
