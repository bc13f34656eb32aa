"""Questions about editions."""

from typing import TYPE_CHECKING

from django.db import models

if TYPE_CHECKING:
    from nashra.editions.models import Edition  # noqa: F401 - the type the queryset speaks of


class EditionQuerySet(models.QuerySet["Edition"]):
    """How rooms ask for editions."""

    def for_host(self, host: str) -> "EditionQuerySet":
        """Editions that have this host of their own."""
        return self.filter(host=host.lower()).exclude(host="")
