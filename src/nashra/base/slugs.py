"""The readable last part of an address, in whatever script the headline is written."""

import re
import unicodedata
from collections.abc import Callable
from itertools import count

from anyascii import anyascii

_NOT_IN_SLUG = re.compile(r"[^\w]+|_+")
_APOSTROPHES = "'\u2018\u2019\u02bc\uff07"
# English endings belong to their word (don't); what is elided in French or Italian is a word of its own
# (l'eau).
_ENDING = re.compile(rf"(?<=\w)[{_APOSTROPHES}](?=\w{{1,2}}\b)")
_JOINERS = re.compile("[\u200d\u200b\u2060\ufeff\u00ad\u0640]")
_DIRECTIONAL = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")

MAX_LENGTH = 90
"""Characters. Arabic takes six bytes a character once an address is percent-encoded."""


def slug_of(text: str, fallback: str, *, max_length: int = MAX_LENGTH) -> str:
    """A slug for a headline in any script; `fallback` (an id) where nothing in it can be written in an
    address.

    Letters of every script stay as they are, in lower case, so the reader can read the address. Digits
    become ASCII ones. Vowel signs that are optional in writing (Arabic tashkeel, Hebrew niqqud, stress
    accents) and the tatweel are left out. A word of a script whose vowel signs are part of the spelling
    (Hindi, Thai) is put into Latin letters, because those signs are not accepted in slugs by Django. The
    result passes Django's `validate_unicode_slug`, and is cut at a word border.
    """
    text = unicodedata.normalize("NFKC", text)
    text = _DIRECTIONAL.sub("", _JOINERS.sub("", text))
    text = _ENDING.sub("", text).lower()
    words = [word for part in text.split() for word in _NOT_IN_SLUG.split(_spelled(part)) if word]
    return _cut("-".join(words), max_length) or _cut(fallback.lower(), max_length)


def free_slug(text: str, fallback: str, is_taken: Callable[[str], bool]) -> str:
    """A slug nobody has yet: the first is the plain one, then ``name-2``, ``name-3`` and so on."""
    slug = slug_of(text, fallback, max_length=MAX_LENGTH - 6)
    candidates = (slug if number == 1 else f"{slug}-{number}" for number in count(1))
    return next(candidate for candidate in candidates if not is_taken(candidate))


def _spelled(word: str) -> str:
    if word.isascii():
        return word
    word = "".join(letter for letter in word if not _is_optional_mark(letter))
    if any(unicodedata.category(letter).startswith("M") for letter in word):
        word = re.sub(r"\W", "", anyascii(word)).lower()
    return "".join(str(unicodedata.decimal(letter, letter)) for letter in word)


def _is_optional_mark(letter: str) -> bool:
    """Told by the mark's combining class: spelling marks have 0, 7 to 9 or one of the fixed classes of
    South-East Asia.
    """
    place = unicodedata.combining(letter)
    return 10 <= place < 84 or place >= 200


def _cut(slug: str, max_length: int) -> str:
    if len(slug) <= max_length:
        return slug
    head = slug[: max_length + 1]
    border = head.rfind("-")
    return (head[:border] if border > 0 else slug[:max_length]).strip("-")
