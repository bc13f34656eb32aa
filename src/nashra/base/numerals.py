"""Numbers as a reader of an edition expects them: grouping by CLDR, digits by the edition's numbering
system.
"""

from functools import lru_cache

from babel import Locale
from babel.numbers import format_compact_decimal, format_decimal, format_percent

from nashra.base.cldr import locale_of

# First digit of each numbering system of CLDR whose digits follow one another in Unicode.
_ZEROS = {
    "latn": 0x0030,
    "arab": 0x0660,
    "arabext": 0x06F0,
    "nkoo": 0x07C0,
    "deva": 0x0966,
    "beng": 0x09E6,
    "guru": 0x0A66,
    "gujr": 0x0AE6,
    "orya": 0x0B66,
    "tamldec": 0x0BE6,
    "telu": 0x0C66,
    "knda": 0x0CE6,
    "mlym": 0x0D66,
    "thai": 0x0E50,
    "laoo": 0x0ED0,
    "tibt": 0x0F20,
    "mymr": 0x1040,
    "khmr": 0x17E0,
    "mong": 0x1810,
    "olck": 0x1C50,
    "cakm": 0x11136,
    "rohg": 0x10D30,
    "adlm": 0x1E950,
}

NUMBERING_SYSTEMS = tuple(_ZEROS)
"""The numbering systems an edition may choose, by their CLDR names."""


@lru_cache(maxsize=64)
def _table(digits: str) -> dict[int, int]:
    zero = _ZEROS.get(digits)
    if zero is None:
        raise UnknownNumberingSystem(digits)
    return {ord("0") + value: zero + value for value in range(10)}


class UnknownNumberingSystem(ValueError):
    """There is no numbering system of this name; the names are CLDR's, such as latn, arab, arabext or deva."""

    def __init__(self, digits: str) -> None:
        super().__init__(f"“{digits}” is not a numbering system. Use one of: {', '.join(NUMBERING_SYSTEMS)}.")


def default_digits(language: str) -> str:
    """The numbering system CLDR takes as the usual one for a language tag (`ar-EG` gives `arab`, `ar-MA`
    `latn`).
    """
    usual = locale_of(language).default_numbering_system
    return usual if usual in _ZEROS else "latn"


def with_digits(text: str, digits: str) -> str:
    """`text` with its ASCII digits replaced by those of a numbering system; all else untouched."""
    return text if digits == "latn" else text.translate(_table(digits))


def format_number(number: float, language: str, digits: str = "latn") -> str:
    """A number with the language's grouping and decimal marks, in the digits asked for."""
    locale = locale_of(language)
    return with_digits(
        format_decimal(number, locale=locale, numbering_system=_symbols(locale, digits)), digits
    )


def format_share(share: float, language: str, digits: str = "latn", *, decimals: int = 0) -> str:
    """A share of one (0.25) as a percentage (25%), written as the language writes it."""
    locale = locale_of(language)
    system = _symbols(locale, digits)
    pattern = locale.percent_formats[None].pattern
    if decimals:
        pattern = pattern.replace("#,##0", "#,##0." + "#" * decimals)
    text = format_percent(share, pattern, locale=locale, numbering_system=system)
    sign = locale.number_symbols.get(system, {}).get("percentSign", "%")
    return with_digits(text.replace("%", sign), digits)


def format_compact(number: float, language: str, digits: str = "latn") -> str:
    """A large number in few characters: 1.2K, 3M, ٣٫٤ ألف."""
    locale = locale_of(language)
    text = format_compact_decimal(
        number, locale=locale, fraction_digits=1, numbering_system=_symbols(locale, digits)
    )
    return with_digits(text, digits)


def _symbols(locale: Locale, digits: str) -> str:
    """Marks that belong to the digits if the locale has them, else the locale's Latin ones."""
    if digits not in _ZEROS:
        raise UnknownNumberingSystem(digits)
    return digits if digits in locale.number_symbols else "latn"
