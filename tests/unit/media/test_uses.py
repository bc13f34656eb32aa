"""The sizes a picture is cut to."""

import pytest

from nashra.media.uses import CARD, SHARE, USES, WHOLE, UnknownUse, sizes_of, stand_in_of, use_named


def test_a_picture_is_never_blown_up() -> None:
    assert {size.width for size in sizes_of(WHOLE, 700, 400)} == {240, 400, 640}


def test_a_picture_smaller_than_every_size_keeps_its_own() -> None:
    assert {size.width for size in sizes_of(WHOLE, 120, 90)} == {120}


def test_a_tall_picture_is_cut_no_wider_than_it_is() -> None:
    assert {size.width for size in sizes_of(CARD, 500, 2000)} == {240, 400}


def test_a_flat_picture_is_cut_no_wider_than_its_height_allows() -> None:
    assert {size.width for size in sizes_of(CARD, 4000, 200)} == {240}


def test_the_best_kind_comes_first() -> None:
    mimes = list(dict.fromkeys(size.kind.mime for size in sizes_of(WHOLE, 2000, 2000)))
    assert mimes == ["image/avif", "image/webp", "image/jpeg"]


def test_other_sites_get_one_jpeg_of_the_shape_they_show() -> None:
    assert [size.spec for size in sizes_of(SHARE, 2000, 2000)] == ["fill-1200x630|format-jpeg"]


@pytest.mark.parametrize(("width", "expected"), [(3000, 960), (500, 400), (100, 100)])
def test_the_stand_in_is_one_of_the_whole_picture_s_files(width: int, expected: int) -> None:
    stand_in = stand_in_of(width, width)
    assert stand_in.width == expected
    assert stand_in in sizes_of(WHOLE, width, width)


def test_a_use_nobody_allowed_is_refused() -> None:
    with pytest.raises(UnknownUse):
        use_named("fill-99999x99999")


def test_no_use_asks_for_more_than_a_screen_needs() -> None:
    assert max(max(use.widths) for use in USES.values()) <= 1920
