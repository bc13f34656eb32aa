"""Colours as `#rrggbb` or `#rrggbbaa` text, and the few sums done with them."""

from collections.abc import Sequence


def channels(colour: str) -> tuple[int, int, int, int]:
    """Red, green, blue and opacity of a colour, each 0 to 255."""
    digits = colour.removeprefix("#")
    if len(digits) == 6:
        digits += "ff"
    red, green, blue, alpha = (int(digits[at : at + 2], 16) for at in (0, 2, 4, 6))
    return red, green, blue, alpha


def mix(first: str, second: str, share: float) -> str:
    """The colour between two: `share` 0 gives the first, 1 the second."""
    share = min(1.0, max(0.0, share))
    pairs = zip(channels(first), channels(second), strict=True)
    return "#" + "".join(f"{round(one + (two - one) * share):02x}" for one, two in pairs)


def fade(colour: str, opacity: float) -> str:
    """The same colour at an opacity of 0 to 1."""
    red, green, blue, _ = channels(colour)
    return f"#{red:02x}{green:02x}{blue:02x}{round(255 * min(1.0, max(0.0, opacity))):02x}"


def lighter(colour: str, share: float = 0.2) -> str:
    """The colour moved towards a warm white."""
    return mix(colour, fade("#fff6e6", channels(colour)[3] / 255), share)


def darker(colour: str, share: float = 0.2) -> str:
    """The colour moved towards a deep blue black."""
    return mix(colour, fade("#0b1020", channels(colour)[3] / 255), share)


def ramp(colours: Sequence[str], share: float) -> str:
    """The colour at `share` (0 to 1) along evenly spaced colours."""
    place = min(1.0, max(0.0, share)) * (len(colours) - 1)
    index = min(int(place), len(colours) - 2)
    return mix(colours[index], colours[index + 1], place - index)
