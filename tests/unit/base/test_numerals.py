import pytest

from nashra.base.numerals import (
    NUMBERING_SYSTEMS,
    UnknownNumberingSystem,
    default_digits,
    format_compact,
    format_number,
    format_share,
    with_digits,
)


def test_arabic_digits_come_with_arabic_marks() -> None:
    assert format_number(1234567.5, "ar", "arab") == "١٬٢٣٤٬٥٦٧٫٥"


def test_arabic_with_latin_digits_keeps_latin_marks() -> None:
    assert format_number(1234567.5, "ar", "latn") == "1,234,567.5"


def test_grouping_is_the_languages_own() -> None:
    assert format_number(1234567.5, "es") == "1.234.567,5"


def test_share_in_arabic_digits_has_the_arabic_percent_sign() -> None:
    assert format_share(0.12, "ar", "arab").startswith("١٢٪")


def test_share_shows_decimals_when_asked() -> None:
    assert format_share(0.1234, "en", decimals=1) == "12.3%"


def test_compact_number_is_short() -> None:
    assert format_compact(1_234_567, "en") == "1.2M"


def test_usual_digits_depend_on_the_country() -> None:
    assert (default_digits("ar-EG"), default_digits("ar-MA"), default_digits("fa")) == (
        "arab",
        "latn",
        "arabext",
    )


@pytest.mark.parametrize("digits", NUMBERING_SYSTEMS)
def test_every_numbering_system_has_ten_decimal_digits_in_order(digits: str) -> None:
    assert [int(digit) for digit in with_digits("0123456789", digits)] == list(range(10))


def test_unknown_numbering_system_is_refused_by_name() -> None:
    with pytest.raises(UnknownNumberingSystem, match="roman"):
        format_number(1, "en", "roman")
