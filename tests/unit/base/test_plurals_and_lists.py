import pytest

from nashra.base.lists import join_list
from nashra.base.plurals import choose_plural, plural_form


def test_arabic_has_six_plural_forms() -> None:
    assert [plural_form(n, "ar") for n in (0, 1, 2, 3, 11, 100)] == [
        "zero",
        "one",
        "two",
        "few",
        "many",
        "other",
    ]


def test_missing_form_falls_back_to_other() -> None:
    assert choose_plural(3, {"one": "story", "other": "stories"}, "ar") == "stories"


@pytest.mark.parametrize(
    ("language", "joined"),
    [("en", "A, B, and C"), ("es", "A, B y C"), ("ar", "A وB وC"), ("fr", "A, B et C")],
)
def test_items_are_joined_as_the_language_joins_them(language: str, joined: str) -> None:
    assert join_list(["A", "B", "C"], language) == joined


def test_empty_items_are_left_out_of_a_list() -> None:
    assert join_list(["A", "", "B"], "en") == "A and B"


def test_no_items_give_no_text() -> None:
    assert join_list([], "ar") == ""
