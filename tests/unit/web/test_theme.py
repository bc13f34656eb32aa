"""An edition's colours."""

import pytest

from nashra.web.theme import READABLE, contrast, readable_on, theme_sheet


def test_black_on_white_has_the_greatest_contrast() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


def test_a_colour_that_reads_well_is_left_as_it_is() -> None:
    assert readable_on("#ffffff", "#9b1c1c") == "#9b1c1c"


@pytest.mark.parametrize("accent", ["#ffe100", "#ffffff", "#7fd1ff"])
def test_a_pale_accent_is_darkened_until_it_reads(accent: str) -> None:
    assert contrast(readable_on("#f7f4ee", accent), "#f7f4ee") >= READABLE


@pytest.mark.parametrize("accent", ["#000000", "#101040", "#9b1c1c"])
def test_a_dark_accent_is_lightened_for_the_dark_scheme(accent: str) -> None:
    assert contrast(readable_on("#241d13", accent), "#241d13") >= READABLE


def test_the_sheet_has_both_schemes_and_words_that_read_on_the_accent() -> None:
    sheet = theme_sheet("#0b5d3b", "#8fe0b8")
    assert sheet.startswith("@media screen{:root{--accent:#0b5d3b;--on-accent:#ffffff}}")
    dark = "(prefers-color-scheme:dark){:root{--accent:#8fe0b8;--on-accent:#17140f}}"
    assert dark in sheet


def test_colours_are_for_screens_so_that_paper_stays_black_on_white() -> None:
    sheet = theme_sheet("#0b5d3b", "#8fe0b8")
    assert sheet.count("@media") == sheet.count("@media screen") == 2
