"""The language of the desk's door: nobody has said yet who they are, but their browser says what they read."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import get_language_from_request, override


class DoorInTheirLanguage:
    """Middleware: whoever has not signed in reads the desk's pages in the language their browser asks for.

    After that the account's own setting holds. Readers' pages have their edition's language.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer in that language."""
        if not request.path.startswith(reverse("wagtailadmin_home")) or request.user.is_authenticated:
            return self._get_response(request)
        with override(get_language_from_request(request)):
            return self._get_response(request)
