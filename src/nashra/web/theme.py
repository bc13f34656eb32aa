"""An edition's colours as a small style sheet of its own, made readable whatever colour the newsroom has chosen."""

import colorsys

READABLE = 4.5
"""The contrast WCAG 2.2 asks of text (1.4.3)."""

# The lightest and darkest grounds on which the accent stands as text: the tokens paper-opinion and paper-tint.
_LIGHT_GROUND = "#f7f4ee"
_DARK_GROUND = "#241d13"
_WHITE, _INK = "#ffffff", "#17140f"


def theme_sheet(accent: str, accent_dark: str) -> str:
    """The sheet for an accent on light and one on dark, as ``#rrggbb``. Too pale or too dark ones are made to be read."""
    light, dark = readable_on(_LIGHT_GROUND, accent), readable_on(_DARK_GROUND, accent_dark)
    # For screens: on paper the print sheet has the last word, which an unlayered sheet such as this would take from it.
    return (
        f"@media screen{{:root{{{_tokens(light)}}}}}"
        f"@media screen and (prefers-color-scheme:dark){{:root{{{_tokens(dark)}}}}}\n"
    )


def readable_on(ground: str, colour: str) -> str:
    """``colour``, moved away from ``ground`` in lightness just far enough for a contrast of 4.5 : 1."""
    hue, lightness, saturation = colorsys.rgb_to_hls(*_channels(colour))
    step = -0.01 if luminance(ground) > 0.18 else 0.01
    while contrast(ground, colour) < READABLE and 0 <= lightness <= 1:
        lightness += step
        colour = _hex(colorsys.hls_to_rgb(hue, min(1.0, max(0.0, lightness)), saturation))
    return colour


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours (WCAG 2.2), from 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    """The relative luminance of a colour (WCAG 2.2), from 0 to 1."""
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in _channels(colour)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _tokens(accent: str) -> str:
    on_accent = max((_WHITE, _INK), key=lambda ink: contrast(accent, ink))
    return f"--accent:{accent};--on-accent:{on_accent}"


def _channels(colour: str) -> tuple[float, float, float]:
    digits = colour.lstrip("#")
    red, green, blue = (int(digits[place : place + 2], 16) / 255 for place in (0, 2, 4))
    return red, green, blue


def _hex(channels: tuple[float, float, float]) -> str:
    return "#" + "".join(f"{round(part * 255):02x}" for part in channels)
