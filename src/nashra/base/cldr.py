"""From a BCP 47 language tag to the nearest locale in CLDR."""

from functools import lru_cache

from babel import Locale, UnknownLocaleError


@lru_cache(maxsize=512)
def locale_of(language: str) -> Locale:
    """The CLDR locale nearest to a BCP 47 tag.

    Subtags that CLDR has no data for are dropped from the right (`ar-XB` gives Arabic, RFC 4647 lookup);
    a language it does not know at all gives English, so that a page is never left without dates.
    """
    subtags = language.replace("_", "-").split("-")
    while subtags:
        try:
            return Locale.parse("-".join(subtags), sep="-")
        except (UnknownLocaleError, ValueError):
            subtags.pop()
    return Locale("en")
