"""How long a story takes to read, fair to each script.

Rates are those of Trauzettel-Klosinski and Dietz for the IReST study group, "Standardized Assessment of
Reading Performance: The New International Reading Speed Texts IReST", Investigative Ophthalmology & Visual
Science 53(9), 2012, 5452-5461: the same texts read in 17 languages. An Arabic word says more than an English
one and takes longer (138 words a minute against 228), so one rate for all would flatter Arabic stories.
Chinese and Japanese are counted in characters, for they do not part words by spaces.
"""

import math
import re

from nashra.base.direction import script_of

_WORDS_A_MINUTE = {
    "ar": 138,
    "de": 179,
    "en": 228,
    "es": 218,
    "fi": 161,
    "fr": 195,
    "he": 187,
    "it": 188,
    "nl": 202,
    "pl": 166,
    "pt": 181,
    "ru": 184,
    "sl": 180,
    "sv": 199,
    "tr": 166,
}
_USUAL_WORDS_A_MINUTE = 184  # the mean of the study, for languages it did not test
_HAN_A_MINUTE = 255  # Chinese, characters
_KANA_A_MINUTE = 357  # Japanese, characters; taken for Hangul syllables too, which the study did not test

# These are about how words are parted, not about which scripts are welcome: whatever is not listed is
# counted by its spaces.
_KANA = re.compile(r"[\u3041-\u309f\u30a0-\u30fa\u30fc-\u30ff\uff66-\uff9f]")
_HAN = re.compile(r"[\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003347f]")
_HANGUL = re.compile(r"[\uac00-\ud7a3]")
# Thai, Lao, Burmese and Khmer part sentences, not words. Letters only: their vowel signs are not counted.
_UNSPACED = re.compile(r"[\u0e01-\u0e2e\u0e81-\u0eae\u1000-\u102a\u1780-\u17b3]")
_UNPARTED = re.compile(
    r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"
    r"\u3005\u3007\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003347f]+"
)
# Quick to search for; finds more than is meant, never less.
_SOME_UNPARTED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\uffff\U00010000-\U0003347f]")

_HAN_A_WORD = 255 / 158
_KANA_A_WORD = 357 / 193
_UNSPACED_A_WORD = 3.5

_SCRIPTS = {
    "Arab": re.compile(r"[\u0620-\u064a\u066e-\u06d3\u06fa-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc]"),
    "Hebr": re.compile(r"[\u05d0-\u05ea]"),
    "Cyrl": re.compile(r"[\u0400-\u052f]"),
    "Latn": re.compile(r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff]"),
}
_SCRIPT_RATES = {"Arab": 138, "Hebr": 187, "Cyrl": 184, "Latn": 184}

# A dash parts words, a hyphen joins them. Marks inside a word (tashkeel) never part it.
_GAP = re.compile(r"[\s\u200b\u2012-\u2015\u2e3a\u2e3b/…|·•]+")
_LETTER_OR_DIGIT = re.compile(r"[^\W_]")


def count_words(text: str) -> int:
    """Words of a plain text, as a person would count them.

    Runs between spaces and dashes that hold a letter or digit; Arabic particles written as one with a word
    (و، ب، ال) are part of it. Chinese, Japanese, Thai, Lao, Burmese and Khmer are estimated from the number
    of their characters.
    """
    han, kana, unspaced = _unparted(text)
    estimate = han / _HAN_A_WORD + kana / _KANA_A_WORD + unspaced / _UNSPACED_A_WORD
    return len(_spaced_words(text)) + math.ceil(estimate)


def reading_seconds(text: str, language: str) -> float:
    """Seconds an adult takes for a plain text mainly in `language` (BCP 47).

    Words in the script of the language count at its rate, words in another at a usual rate of that script.
    """
    han, kana, unspaced = _unparted(text)
    minutes = _minutes_of(_spaced_words(text), text, language)
    japanese = kana > 0 or language.lower().startswith("ja")
    minutes += han / (_KANA_A_MINUTE if japanese else _HAN_A_MINUTE) + kana / _KANA_A_MINUTE
    minutes += unspaced / _UNSPACED_A_WORD / _USUAL_WORDS_A_MINUTE
    return minutes * 60


def reading_minutes(text: str, language: str) -> int:
    """Whole minutes to read a plain text, at least one."""
    return max(1, round(reading_seconds(text, language) / 60))


def _unparted(text: str) -> tuple[int, int, int]:
    """How many Han, kana and South-East Asian letters there are in a text."""
    if not _SOME_UNPARTED.search(text):
        return 0, 0, 0
    return len(_HAN.findall(text)), len(_KANA.findall(text)), len(_UNSPACED.findall(text))


def _spaced_words(text: str) -> list[str]:
    if _SOME_UNPARTED.search(text):
        text = _UNPARTED.sub(" ", text)
    return [word for word in _GAP.split(text) if word.isalnum() or _LETTER_OR_DIGIT.search(word)]


def _minutes_of(words: list[str], text: str, language: str) -> float:
    """Minutes for words that are parted by spaces; scripts that do not occur in the text cost nothing to
    look for.
    """
    own_rate = _WORDS_A_MINUTE.get(language.partition("-")[0].lower(), _USUAL_WORDS_A_MINUTE)
    own_script = script_of(language)
    left, minutes = len(words), 0.0
    if syllables := len(_HANGUL.findall(text)):
        left -= sum(1 for word in words if _HANGUL.search(word))
        minutes += syllables / _KANA_A_MINUTE
    for script, letters in _SCRIPTS.items():
        if script != own_script and letters.search(text):
            foreign = min(left, sum(1 for word in words if letters.search(word)))
            left -= foreign
            minutes += foreign / _SCRIPT_RATES[script]
    return minutes + left / own_rate
