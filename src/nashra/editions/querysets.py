"""Questions about editions."""

from typing import Any, Self

from django.db import models


class EditionQuerySet(models.QuerySet[Any]):
    """How rooms ask for editions."""

    def for_host(self, host: str) -> Self:
        """Editions that have this host of their own."""
        return self.filter(host=host.lower()).exclude(host="")
