"""Which host names the site answers to: those set from outside and those of the editions."""

import time
from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest
from django.http.request import split_domain_port, validate_host
from wagtail.models import Site

_REMEMBERED_SECONDS = 10.0


class KnownHosts:
    """Refuses a request for a host that is neither set nor an edition's.

    Django's own check reads a list fixed at start; an edition's host is added in the desk and counts at once.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response
        # Django's test client adds its own name to ALLOWED_HOSTS; "*" there only means that we decide.
        self._set = [*settings.NASHRA_HOSTS, *(name for name in settings.ALLOWED_HOSTS if name != "*")]
        self._of_editions: frozenset[str] = frozenset()
        self._read_at = float("-inf")

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Let the request pass, or answer 400."""
        host, _ = split_domain_port(request.META.get("HTTP_HOST", request.META.get("SERVER_NAME", "")))
        if validate_host(host, self._set) or self._is_of_an_edition(host):
            return self._get_response(request)
        return HttpResponseBadRequest(
            "This site does not answer to that host name. Whoever runs it can add it to NASHRA_HOSTS.\n",
            content_type="text/plain; charset=utf-8",
        )

    def _is_of_an_edition(self, host: str) -> bool:
        if host not in self._of_editions and time.monotonic() - self._read_at > _REMEMBERED_SECONDS:
            self._of_editions = frozenset(Site.objects.values_list("hostname", flat=True))
            self._read_at = time.monotonic()
        return bool(host) and host in self._of_editions
