import json

import pytest
from django.core.validators import validate_unicode_slug
from hypothesis import given
from hypothesis import strategies as st

from nashra.base.slugs import MAX_LENGTH, slug_of
from tests.real_input import real_input


@pytest.mark.parametrize(
    ("headline", "slug"),
    [
        ("Hello, World! Don't stop", "hello-world-dont-stop"),
        ("L'Assemblée d’État", "l-assemblée-d-état"),
        ("مُحَمَّدٌ يـــزور القاهرة ٢٠٢٦", "محمد-يزور-القاهرة-2026"),
        ("می‌خواهم", "می-خواهم"),
        ("שָׁלוֹם עולם", "שלום-עולם"),
        ("Київ за́мок", "київ-замок"),
        ("日本語のニュース", "日本語のニュース"),
        ("İstanbul'da", "istanbulda"),
        ("a_b / c", "a-b-c"),
        ("\u202eevil\u202c", "evil"),
    ],
)
def test_headline_in_any_script_gives_a_readable_slug(headline: str, slug: str) -> None:
    assert slug_of(headline, "story-1") == slug


@pytest.mark.parametrize("headline", ["हिन्दी में ख़बर", "ข่าวภาษาไทย", "தமிழ் செய்தி"])
def test_scripts_with_necessary_vowel_signs_come_out_in_latin_letters(headline: str) -> None:
    assert slug_of(headline, "story-1").isascii()
    assert slug_of(headline, "story-1") != "story-1"


@pytest.mark.parametrize("headline", ["", "🔥🔥", "---", "؟!", "\u200f"])
def test_headline_without_letters_falls_back_to_the_id(headline: str) -> None:
    assert slug_of(headline, "story-12") == "story-12"


def test_long_slug_ends_at_a_word() -> None:
    slug = slug_of("seventeen letters " * 20, "x", max_length=40)
    assert slug == "seventeen-letters-seventeen-letters"


def test_one_endless_word_is_cut() -> None:
    assert len(slug_of("x" * 500, "id")) == MAX_LENGTH


@given(st.text())
def test_any_text_gives_a_slug_that_django_accepts(text: str) -> None:
    slug = slug_of(text, "story-1")
    validate_unicode_slug(slug)
    assert 0 < len(slug) <= MAX_LENGTH


def test_naughty_strings_give_slugs_that_django_accepts() -> None:
    for text in json.loads(real_input("security", "lists", "naughty-strings.json").read_text("utf-8")):
        validate_unicode_slug(slug_of(text, "story-1"))
