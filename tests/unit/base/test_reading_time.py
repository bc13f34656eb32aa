import pytest

from nashra.base.reading_time import count_words, reading_minutes, reading_seconds


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Hello world", 2),
        ("Hello world—it's well-known", 4),
        ("كَتَبَ الولدُ وبالدرس — اليوم", 4),
        ("שָׁלוֹם עולם", 2),
        ("1,200 … — !", 1),
        ("", 0),
    ],
)
def test_words_are_counted_as_a_person_counts_them(text: str, words: int) -> None:
    assert count_words(text) == words


def test_unspaced_scripts_are_estimated_from_their_characters() -> None:
    assert 4 <= count_words("你好世界今天新闻") <= 6
    assert 3 <= count_words("ภาษาไทยเป็นภาษาที่มีเสียงวรรณยุกต์") <= 12


def test_arabic_words_take_longer_than_english_ones() -> None:
    assert reading_minutes("كلمة " * 414, "ar") == 3
    assert reading_minutes("word " * 414, "en") == 2


def test_foreign_words_count_at_the_rate_of_their_script() -> None:
    arabic = reading_seconds("كلمة " * 100, "ar")
    mixed = reading_seconds("كلمة " * 50 + "word " * 50, "ar")
    assert mixed < arabic


def test_chinese_is_timed_by_its_characters() -> None:
    assert reading_minutes("新" * 765, "zh") == 3


def test_korean_is_timed_by_its_syllables() -> None:
    assert reading_minutes("한국어 뉴스 " * 214, "ko") == 3


def test_nothing_takes_a_minute() -> None:
    assert reading_minutes("", "en") == 1
