"""Which plural form a number takes in a language (CLDR plural rules: six of them in Arabic)."""

from collections.abc import Mapping
from typing import Literal, cast

from nashra.base.cldr import locale_of

PluralForm = Literal["zero", "one", "two", "few", "many", "other"]


def plural_form(number: float, language: str) -> PluralForm:
    """The CLDR plural category of a number: in Arabic 3 is `few`, 11 `many`, 100 `other`."""
    return cast(PluralForm, locale_of(language).plural_form(abs(number)))


def choose_plural(number: float, forms: Mapping[PluralForm, str], language: str) -> str:
    """The form of a word that goes with a number; a missing form falls back to `other`, which must be there."""
    return forms.get(plural_form(number, language), forms["other"])
