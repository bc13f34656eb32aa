"""Marks for a passage in another language, so that it is read aloud and laid out right (WCAG 3.1.2)."""

from nashra.base.direction import direction_of

# One button each in the editor; a language that is not here can be added by its tag.
MARKED_LANGUAGES = (
    "ar",
    "en",
    "es",
    "fr",
    "de",
    "fa",
    "he",
    "hi",
    "it",
    "ja",
    "ku",
    "pt",
    "ru",
    "sw",
    "tr",
    "uk",
    "ur",
    "zh",
)
LANGUAGE_MARKS = [f"lang-{tag}" for tag in MARKED_LANGUAGES]


def mark_attributes(tag: str) -> dict[str, str]:
    """The ``lang`` and ``dir`` attributes of a passage in ``tag``."""
    return {"lang": tag, "dir": direction_of(tag)}
