"""The forms at the desk's door: signing in, and asking for a new password. Wagtail's own, with a wait after too many tries."""

from datetime import timedelta
from math import ceil
from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.debug import sensitive_variables
from wagtail.admin.forms.auth import LoginForm, PasswordResetForm

from nashra.people.browsers import browser_of, remember_sign_in
from nashra.people.models import Attempt, User
from nashra.people.networks import network_of
from nashra.people.throttle import count, forgive, kept_secret, wait_before


class SignInForm(LoginForm):
    """Refuses without looking at the password when too many sign-ins have failed; says the same of names nobody has."""

    request: HttpRequest

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # Wagtail takes it from the field's name, which is English.
        self.fields["password"].label = _("Password")

    @sensitive_variables()
    def clean(self) -> dict[str, Any]:
        """Ask for the wait first, then what Wagtail asks."""
        name = self.cleaned_data.get("username")
        if not name or not self.cleaned_data.get("password"):
            return self._clean_as_ever()
        attempt = sign_in_of(self.request, name)
        if wait := wait_before(attempt):
            raise ValidationError(_refusal(wait), code="too_many")
        try:
            cleaned = self._clean_as_ever()
        except ValidationError:
            count(attempt)
            raise
        forgive(attempt)
        remember_sign_in(self.request, self.get_user().pk)
        return cleaned

    def _clean_as_ever(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean()
        return cleaned


def sign_in_of(request: HttpRequest, name: str) -> Attempt:
    """The attempt a request is, not yet counted.

    A new password begins a new count: whoever has made one by mail is not kept out by guesses at the old one.
    """
    account = User.objects.filter(username=name).first()
    browser = browser_of(request)
    return Attempt(
        kind=Attempt.Kind.SIGN_IN,
        name=kept_secret(name, account.password if account else ""),
        account=account,
        network=network_of(request),
        browser=browser.name if account and browser.knows(account.pk) else "",
    )


class NewPasswordForm(PasswordResetForm):
    """Sends a few letters an hour to one address, and for one network; the answer is always the same."""

    def save(self, *args: Any, request: HttpRequest, **kwargs: Any) -> None:
        """Send the letter, unless enough have been sent."""
        address = self.cleaned_data["email"]
        attempt = Attempt(
            kind=Attempt.Kind.LETTER,
            name=kept_secret(address.casefold()),
            account=User.objects.filter(email__iexact=address).first(),
            network=network_of(request),
        )
        if not wait_before(attempt):
            count(attempt)
            super().save(*args, request=request, **kwargs)


def _refusal(wait: timedelta) -> str:
    minutes = ceil(wait.total_seconds() / 60)
    return ngettext(
        "Too many sign-ins have failed. Try again in %(minutes)d minute, or use a browser you have signed in with before. "
        "Whoever runs the newsroom can end the wait.",
        "Too many sign-ins have failed. Try again in %(minutes)d minutes, or use a browser you have signed in with before. "
        "Whoever runs the newsroom can end the wait.",
        minutes,
    ) % {"minutes": minutes}
