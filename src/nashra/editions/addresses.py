"""Where an edition's pages are found: under a path of the newsroom's host, or at a host of their own."""

from urllib.parse import quote

from django.conf import settings
from django.urls import reverse

from nashra.editions.models import Edition

# The addresses under an edition that are no pages of the tree; named, so that this room need not know the views.
EDITION_URLCONF = "nashra.web.edition_urls"


def root_path(edition: Edition) -> str:
    """The path of the edition's front on its host: ``/ar/``, or ``/`` where it has a host of its own."""
    return "/" if edition.host else f"/{edition.code}/"


def origin(edition: Edition) -> str:
    """Scheme and host of the edition, without a slash at the end."""
    base = str(settings.WAGTAILADMIN_BASE_URL).rstrip("/")
    return f"{base.partition('://')[0]}://{edition.host}" if edition.host else base


def path_to(edition: Edition, rest: str = "") -> str:
    """The percent-encoded path (RFC 3986) of ``rest``, an address below the edition's front."""
    return root_path(edition) + quote(rest.lstrip("/"), safe="/-_.~%")


def absolute(edition: Edition, rest: str = "") -> str:
    """The whole address of ``rest``, for canonical links, feeds and other editions."""
    return origin(edition) + path_to(edition, rest)


def link(edition: Edition, rest: str, seen_from: Edition) -> str:
    """The shortest address that leads from a page of ``seen_from`` to ``rest`` of ``edition``."""
    return path_to(edition, rest) if origin(edition) == origin(seen_from) else absolute(edition, rest)


def list_path(name: str, **parts: object) -> str:
    """The address, below an edition's front, of one of its lists: ``list_path("topic", slug="…")``."""
    return reverse(name, urlconf=EDITION_URLCONF, kwargs=parts or None).lstrip("/")
