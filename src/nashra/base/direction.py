"""Which way a language is written, and what counts as a language tag."""

import re
from functools import lru_cache
from typing import Literal

from babel.core import get_global

Direction = Literal["ltr", "rtl"]

# Scripts whose metadata in CLDR says right to left. A script is never told from ranges of characters.
_RIGHT_TO_LEFT_SCRIPTS = frozenset(
    {
        "Adlm",
        "Arab",
        "Aran",
        "Armi",
        "Avst",
        "Chrs",
        "Cprt",
        "Elym",
        "Gara",
        "Hatr",
        "Hebr",
        "Hung",
        "Khar",
        "Lydi",
    }
    | {
        "Mand",
        "Mani",
        "Mend",
        "Merc",
        "Mero",
        "Narb",
        "Nbat",
        "Nkoo",
        "Orkh",
        "Ougr",
        "Palm",
        "Phli",
        "Phlp",
        "Phnx",
    }
    | {
        "Prti",
        "Rohg",
        "Samr",
        "Sarb",
        "Sidt",
        "Sogd",
        "Sogo",
        "Syrc",
        "Syre",
        "Syrj",
        "Syrn",
        "Thaa",
        "Todr",
        "Yezi",
    }
)

# The grammar of RFC 5646 section 2.1, without the grandfathered tags.
_LANGUAGE_TAG = re.compile(
    r"""
    (?: [a-z]{2,3} (?:-[a-z]{3}){0,3} | [a-z]{4,8} )      # language, extended language
    (?: - [a-z]{4} )?                                      # script
    (?: - (?: [a-z]{2} | [0-9]{3} ) )?                     # region
    (?: - (?: [a-z0-9]{5,8} | [0-9][a-z0-9]{3} ) )*        # variants
    (?: - [0-9a-wy-z] (?: - [a-z0-9]{2,8} )+ )*            # extensions
    (?: - x (?: - [a-z0-9]{1,8} )+ )?                      # private use
    """,
    re.VERBOSE | re.IGNORECASE,
)


def is_language_tag(tag: str) -> bool:
    """Whether `tag` is a well-formed BCP 47 language tag (RFC 5646), such as `ar`, `es-419` or `zh-Hans`."""
    return tag.isascii() and _LANGUAGE_TAG.fullmatch(tag) is not None


def script_of(language: str) -> str:
    """The ISO 15924 code of the script a language tag is written in, by its own subtag or CLDR's likely
    subtags.
    """
    subtags = language.replace("_", "-").split("-")
    tongue = subtags[0].lower()
    region = ""
    for subtag in subtags[1:]:
        if len(subtag) == 1:
            break
        if len(subtag) == 4 and subtag.isalpha():
            return subtag.title()
        if (len(subtag) == 2 and subtag.isalpha()) or (len(subtag) == 3 and subtag.isdigit()):
            region = subtag.upper()
    likely = get_global("likely_subtags")
    full = likely.get(f"{tongue}_{region}") or likely.get(tongue) or ""
    parts = str(full).split("_")
    return parts[1] if len(parts) > 1 else "Latn"


@lru_cache(maxsize=512)
def direction_of(language: str) -> Direction:
    """`"rtl"` or `"ltr"` for a BCP 47 tag, as the `dir` attribute wants it.

    A script subtag decides (`ar-Latn` is left to right, `az-Arab` right to left); otherwise the script CLDR
    holds likely for the language and region. An unknown language is left to right.
    """
    return "rtl" if script_of(language) in _RIGHT_TO_LEFT_SCRIPTS else "ltr"
