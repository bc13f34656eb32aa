"""Browsers people have signed in with: they are let try again whatever strangers do with the same name.

A signed cookie says which accounts a browser has been signed in to. It opens nothing: a password is still asked for.
"""

import secrets
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from datetime import timedelta

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

COOKIE = "nashra_browser"
_KEPT_FOR = timedelta(days=180)
_MOST_ACCOUNTS = 10
_SALT = "nashra.people.browsers"


@dataclass(frozen=True, slots=True)
class Browser:
    """One browser, and the ids of the accounts it has been signed in to, the latest first."""

    name: str
    accounts: tuple[int, ...] = ()

    def knows(self, account: int) -> bool:
        """Whether somebody has signed in to the account here."""
        return account in self.accounts

    def having_known(self, account: int) -> "Browser":
        """The same after a sign-in to the account."""
        others = [known for known in self.accounts if known != account]
        return replace(self, accounts=(account, *others)[:_MOST_ACCOUNTS])


def browser_of(request: HttpRequest) -> Browser:
    """The browser a request comes from; a new one where its cookie is missing, too old or not ours."""
    try:
        said = signing.loads(request.COOKIES.get(COOKIE, ""), salt=_SALT, max_age=_KEPT_FOR)
        return Browser(said["name"], tuple(said["accounts"]))
    except signing.BadSignature:
        return Browser(secrets.token_hex(16))


def remember_sign_in(request: HttpRequest, account: int) -> None:
    """Have the answer to this request tell the browser that it was signed in to the account."""
    request.browser_to_remember = browser_of(request).having_known(account)  # type: ignore[attr-defined] # ours, for the middleware below


class RememberedBrowsers:
    """Middleware: hands the cookie out after a sign-in."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer as ever."""
        response = self._get_response(request)
        browser: Browser | None = getattr(request, "browser_to_remember", None)
        if browser is not None:
            response.set_cookie(
                COOKIE,
                signing.dumps(asdict(browser), salt=_SALT),
                max_age=_KEPT_FOR,
                path=reverse("wagtailadmin_home"),
                secure=settings.SESSION_COOKIE_SECURE,
                httponly=True,
                samesite="Lax",
            )
        return response
