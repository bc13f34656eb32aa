"""What signed-in staff need from the press: their way past the store, and word of a takedown still in doubt."""

import time
from collections.abc import Callable, Sequence
from contextvars import ContextVar

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import override

from nashra.base.lists import join_list
from nashra.press.front.rules import STAFF_COOKIE, make_staff_mark
from nashra.press.journal import takedown_unconfirmed

MARK_SECONDS = 12 * 3600
_in_doubt: ContextVar[list[tuple[str, str]] | None] = ContextVar("nashra_press_in_doubt", default=None)


class StaffMark:
    """Gives staff a signed cookie by which the front lets them see pages fresh from Django, and takes it back."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer, setting or removing the mark when the sign-in has changed."""
        response = self._get_response(request)
        if request.META.get("nashra.pressing"):
            return response
        marked = STAFF_COOKIE in request.COOKIES
        # A request with neither cookie is a reader's: nothing is looked up for it.
        if not marked and settings.SESSION_COOKIE_NAME not in request.COOKIES | response.cookies:
            return response
        signed_in = request.user.is_authenticated
        if signed_in and not marked:
            mark = make_staff_mark(settings.SECRET_KEY.encode(), time.time() + MARK_SECONDS)
            response.set_cookie(
                STAFF_COOKIE,
                mark,
                max_age=MARK_SECONDS,
                httponly=True,
                samesite="Lax",
                secure=settings.SESSION_COOKIE_SECURE,
            )
        elif marked and not signed_in:
            response.delete_cookie(STAFF_COOKIE, samesite="Lax")
        return response


class TakedownReport:
    """Names to the editor, in the very answer to the click, the machines that have not confirmed a takedown."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer, with a warning among the messages if there is need."""
        token = _in_doubt.set([])
        try:
            response = self._get_response(request)
            in_doubt = _in_doubt.get()
        finally:
            _in_doubt.reset(token)
        if in_doubt:
            # The desk's language is the editor's only inside its own views.
            language = in_doubt[0][1]
            with override(language):
                warning = _(
                    "The page has been taken down, but these machines have not confirmed it and may still show it: %(machines)s. "
                    "Switch them off or connect them to the database again."
                )
                names = join_list(sorted({name for name, _language in in_doubt}), language)
                messages.warning(request, warning % {"machines": names})
        return response


def _remember(machines: Sequence[str], language: str | None, **_kwargs: object) -> None:
    in_doubt = _in_doubt.get()
    if in_doubt is not None:
        in_doubt.extend((name, language or settings.LANGUAGE_CODE) for name in machines)


takedown_unconfirmed.connect(_remember, dispatch_uid="nashra.press.middleware")
