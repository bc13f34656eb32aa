"""Purging caches further out, after the pages here have been swapped: by key where the cache knows keys, else by URL.

``PRESS_PURGE_BY_KEY``: a list of ``{"url": …, "method": "PURGE", "header": "Surrogate-Key", "headers": {…}}``, one for
each Varnish (``xkey-purge``), Fastly service or other cache that purges by key. ``WAGTAILFRONTENDCACHE``: Wagtail's own
setting; its backends (HTTP, Cloudflare, CloudFront, Azure) get the URLs of the pages concerned.
"""

import logging
from collections.abc import Iterator, Mapping, Sequence
from urllib.error import URLError
from urllib.parse import quote, urlsplit
from urllib.request import Request, urlopen

from django.conf import settings

from nashra.press.events import Event
from nashra.press.pages import Address
from nashra.press.store import PageStore

log = logging.getLogger(__name__)

KEYS_AT_ONCE = 200
TIMEOUT_SECONDS = 5.0


def purge_outer(store: PageStore, events: Sequence[Event]) -> None:
    """Have caches further out ask again for whatever these events concern; a failure is logged, never raised.

    Such a cache keeps a page unasked for no longer than ``PRESS_SHARED_SECONDS``, so a purge that fails is made good
    by time.
    """
    keys = sorted({key for event in events for key in event.keys})
    for target in getattr(settings, "PRESS_PURGE_BY_KEY", ()):
        for start in range(0, len(keys), KEYS_AT_ONCE):
            _purge_keys(target, keys[start : start + KEYS_AT_ONCE])
    if getattr(settings, "WAGTAILFRONTENDCACHE", None):
        from wagtail.contrib.frontend_cache.utils import purge_urls_from_cache

        purge_urls_from_cache(list(_urls(store, keys)))


def _purge_keys(target: Mapping[str, object], keys: Sequence[str]) -> None:
    url = str(target["url"])
    if urlsplit(url).scheme not in ("http", "https"):
        log.error("PRESS_PURGE_BY_KEY names %s, which is not an HTTP address.", url)
        return
    given = target.get("headers")
    headers = {str(target.get("header", "Surrogate-Key")): " ".join(keys)}
    headers |= given if isinstance(given, dict) else {}
    request = Request(url, method=str(target.get("method", "PURGE")), headers=headers)  # noqa: S310 - checked above
    try:
        with urlopen(request, timeout=TIMEOUT_SECONDS):  # noqa: S310 - checked above
            pass
    except (URLError, OSError) as error:
        log.error(
            "The cache at %s could not be purged (%s); it shows old pages until they expire there.",
            url,
            error,
        )


def _urls(store: PageStore, keys: Sequence[str]) -> Iterator[str]:
    main = settings.WAGTAILADMIN_BASE_URL.rstrip("/")
    scheme = urlsplit(main).scheme
    concerned: set[Address] = {address for key in keys for address in store.carrying(key)}
    for address in sorted(concerned):
        base = f"{scheme}://{address.host}" if address.host else main
        yield f"{base}{quote(address.path)}{'?' if address.query else ''}{address.query}"
