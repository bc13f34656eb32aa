"""Language tags at the desk: checked, and chosen from the languages the newsroom publishes in."""

from typing import Any

from babel import Locale, UnknownLocaleError
from django import forms
from django.apps import apps
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from nashra.base.direction import is_language_tag


def check_language(value: str) -> None:
    """Refuse what is no BCP 47 language tag known to CLDR."""
    if not is_language_tag(value) or value.split("-")[0].lower() not in Locale("en").languages:
        raise ValidationError(
            _("“%(tag)s” is not a language tag CLDR knows; write one such as ar, es or pt-BR."),
            params={"tag": value},
        )


def name_of_language(tag: str) -> str:
    """A language by the name it gives itself, with its tag: “العربية (ar)”."""
    try:
        own_name = Locale.parse(tag, sep="-").get_display_name()
    except (UnknownLocaleError, ValueError):
        own_name = None
    return f"{own_name} ({tag})" if own_name else tag


class LanguageSelect(forms.Select):
    """Offers the editions' languages, and whatever has been chosen before."""

    def optgroups(self, name: str, value: list[str], attrs: dict[str, Any] | None = None) -> Any:
        """Asked anew for each form: editions come while the site runs."""
        editions = apps.get_model("editions", "Edition")._default_manager.order_by("position", "code")
        tags = dict.fromkeys([*editions.values_list("language", flat=True), *(tag for tag in value if tag)])
        self.choices = [("", "—"), *((tag, name_of_language(tag)) for tag in tags)]
        return super().optgroups(name, value, attrs)
