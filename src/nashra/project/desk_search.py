"""The desk's search index (Wagtail's, in PostgreSQL), kept at the same price however long the archive is.

For ranking, each entry has the weight of its title: the average length of titles by its own. Wagtail's backend goes
through all entries for that average whenever one changes, and through them again for those that have no weight yet. With a
million stories that is seconds of work after each publication. Here the average is that of the latest entries, and only
what has changed is weighed; rebuilding the index weighs all of it, as ever.
"""

from collections.abc import Iterable
from typing import override

from django.db.models import Avg, F, Model
from django.db.models.functions import Length
from modelsearch.backends.database.postgres.postgres import PostgresIndex, PostgresSearchBackend
from modelsearch.utils import get_content_type_pk

_LATEST = 1000


class _Index(PostgresIndex):
    @override
    def add_items(self, model: type[Model], objs: Iterable[Model]) -> None:
        """Enter objects of a model, or what has changed of them, and weigh their titles."""
        objects = list(objs)
        super().add_items(model, objects)
        changed = self.entries.filter(
            content_type_id=get_content_type_pk(model), object_id__in=[str(item.pk) for item in objects]
        )
        changed.alias(length=Length("title")).filter(length__gt=0).update(
            title_norm=self._average_length() / F("length")
        )

    def _average_length(self) -> float:
        latest = self.entries.alias(length=Length("title")).filter(length__gt=0).order_by("-pk")[:_LATEST]
        return float(latest.aggregate(average=Avg(Length("title")))["average"] or 1)

    @override
    def _refresh_title_norms(self, full: bool = False) -> None:
        if full:
            super()._refresh_title_norms(full=True)


class SearchBackend(PostgresSearchBackend):
    """What ``WAGTAILSEARCH_BACKENDS`` names, by the module."""

    index_class = _Index
