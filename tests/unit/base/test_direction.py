import pytest

from nashra.base.direction import direction_of, is_language_tag


@pytest.mark.parametrize(
    "language", ["ar", "he", "fa", "ur", "ckb", "yi", "dv", "sd", "nqo", "az-Arab", "pa-PK", "ff-Adlm"]
)
def test_languages_of_right_to_left_scripts_run_right_to_left(language: str) -> None:
    assert direction_of(language) == "rtl"


@pytest.mark.parametrize(
    "language", ["en", "es", "fr", "az", "ku", "zh-Hant", "hi", "ar-Latn", "fa-Cyrl", "xx"]
)
def test_other_languages_run_left_to_right(language: str) -> None:
    assert direction_of(language) == "ltr"


def test_script_subtag_of_an_extension_is_not_a_script() -> None:
    assert direction_of("en-x-arab") == "ltr"


@pytest.mark.parametrize(
    "tag", ["ar", "es-419", "zh-Hans-CN", "sl-rozaj-biske", "de-CH-1996", "en-x-private", "ar-u-nu-latn"]
)
def test_well_formed_tags_are_language_tags(tag: str) -> None:
    assert is_language_tag(tag)


@pytest.mark.parametrize(
    "tag", ["", "x", "a b", "en-", "ar_EG", "en\n", "арабский", 'en" onload="', "toolonglanguage"]
)
def test_anything_else_is_no_language_tag(tag: str) -> None:
    assert not is_language_tag(tag)
