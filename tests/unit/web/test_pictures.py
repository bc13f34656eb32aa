"""Where a picture is cut: the focal point comes as near the middle of what is kept as it can."""

import pytest

from nashra.web.shapes.pictures import PictureShape


def picture(width: int, height: int, focal: tuple[int, int]) -> PictureShape:
    return PictureShape(src="a.jpg", width=width, height=height, alt="", focal=focal)


@pytest.mark.parametrize(
    ("size", "focal", "across", "down"),
    [
        # A portrait's face is above the middle: its wide cut must not go through the hair.
        ((800, 800), (50, 34), "", "0"),
        ((800, 800), (50, 42), "", "25"),
        ((800, 800), (50, 50), "", ""),
        ((800, 800), (50, 90), "", "100"),
        ((600, 1000), (50, 30), "", "25"),
        # A picture of the usual shape is cut at its sides for a square, above and below for a film.
        ((1200, 800), (80, 50), "100", ""),
        ((1200, 800), (40, 45), "25", "25"),
        # Too wide for all of them: nothing is cut off above or below.
        ((2000, 800), (50, 20), "", "25"),
    ],
)
def test_cut_keeps_what_the_eye_should_rest_on(
    size: tuple[int, int], focal: tuple[int, int], across: str, down: str
) -> None:
    shape = picture(*size, focal)
    assert (shape.focal_across, shape.focal_down) == (across, down)
