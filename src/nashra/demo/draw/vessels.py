# mypy: allow-redefinition-new, local-partial-types
"""Boats, ships and the things of a harbour."""

from nashra.demo.draw.canvas import Sheet, along, polygon, smooth
from nashra.demo.draw.colour import darker, fade, lighter, mix


def fishing_boat(
    sheet: Sheet,
    x: float,
    y: float,
    size: float,
    hull: str,
    trim: str,
    flip: bool = False,
    light: str = "#ffd9a0",
    wire: str = "#2a2530",
) -> None:
    """A small wooden boat with a wheelhouse and a mast, waterline at y, `size` its length."""

    def draw() -> None:
        with sheet.at(x, y, size / 200, flip=flip):
            sheet.line([(10, -40), (14, -128)], wire, 3.4)
            sheet.line([(14, -122), (96, -36)], wire, 1.3)
            sheet.line([(14, -122), (-92, -26)], wire, 1.3)
            sheet.line([(12, -60), (62, -104)], wire, 2.6)
            house = box_of(-58, -74, 46, 44)
            sheet.area(house, (lighter(trim, 0.3), darker(trim, 0.12)))
            sheet.box(-64, -80, 60, 8, darker(hull, 0.2), 3)
            for left in (-53, -35):
                sheet.box(left, -66, 13, 15, along((left, -66), (left + 13, -51), ("#2b3a48", "#86a1aa")), 2)
            sheet.oval(48, -30, 17, 8, darker(trim, 0.35))
            sheet.oval(30, -31, 12, 6, mix(trim, "#c2562d", 0.5))
            body = smooth_hull()
            sheet.shape(body, (lighter(hull, 0.16), hull, darker(hull, 0.45)))
            with sheet.inside(body):
                sheet.line([(-104, -30), (-40, -19), (30, -19), (112, -46)], trim, 7, soft=True)
                sheet.line([(-104, -12), (0, -4), (110, -22)], fade(darker(hull, 0.6), 0.5), 3, soft=True)
                sheet.box(-120, -5, 260, 14, darker(mix(hull, "#7c2f22", 0.6), 0.3))

    sheet.lit(draw, rim=light, shift=(-2.4 if not flip else 2.4, -2))


def box_of(x: float, y: float, width: float, height: float) -> list[tuple[float, float]]:
    """The corners of a rectangle."""
    return [(x, y), (x + width, y), (x + width, y + height), (x, y + height)]


def smooth_hull() -> object:
    """The outline of a small boat's hull, bow to the right."""
    return smooth(
        [
            (-104, -36),
            (-60, -27),
            (-10, -24),
            (50, -29),
            (96, -44),
            (124, -62),
            (114, -34),
            (88, 0),
            (30, 8),
            (-50, 8),
            (-90, 3),
            (-101, -14),
        ]
    )


def sail_boat(
    sheet: Sheet, x: float, y: float, size: float, sail: str, hull: str, flip: bool = False
) -> None:
    """A lateen-rigged boat under sail."""
    with sheet.at(x, y, size / 200, flip=flip):
        sheet.line([(-10, -10), (-4, -150)], darker(hull, 0.4), 4)
        canvas = smooth([(-78, -46), (-30, -140), (62, -236), (58, -140), (76, -40), (0, -34)])
        sheet.shape(canvas, along((-70, 0), (80, -60), (lighter(sail, 0.35), sail, darker(sail, 0.22))))
        with sheet.inside(canvas):
            for seam in range(-60, 90, 24):
                sheet.line([(seam, -30), (seam + 16, -240)], fade(darker(sail, 0.5), 0.25), 1.6)
        sheet.line([(-84, -40), (66, -240)], darker(hull, 0.35), 4.5)
        sheet.blob(
            [(-96, -28), (0, -16), (100, -36), (80, 4), (0, 10), (-80, 5)],
            (lighter(hull, 0.1), darker(hull, 0.4)),
        )


def cargo_ship(
    sheet: Sheet,
    x: float,
    y: float,
    size: float,
    hull: str,
    crates: tuple[str, ...],
    haze: str | None = None,
    flip: bool = False,
) -> None:
    """A container ship seen from the side, waterline at y."""

    def draw() -> None:
        with sheet.at(x, y, size / 600, flip=flip):
            sheet.box(-268, -150, 62, 100, ("#f3ead9", "#b9ac9c"))
            sheet.box(-274, -160, 74, 14, "#e6dac6")
            sheet.box(-262, -144, 56, 9, "#31404c")
            for row in range(4):
                for column in range(6):
                    sheet.box(-262 + column * 9, -126 + row * 16, 5, 6, "#4c5c66")
            sheet.box(-230, -190, 18, 32, hull)
            for column in range(11):
                stack = 2 + (column * 7 + 3) % 4
                for row in range(stack):
                    tint = crates[(column * 3 + row * 5) % len(crates)]
                    left, top = -190 + column * 39, -70 - row * 21
                    sheet.box(left, top, 37, 20, (lighter(tint, 0.12), darker(tint, 0.18)))
                    for groove in range(1, 6):
                        sheet.line(
                            [(left + groove * 6, top + 2), (left + groove * 6, top + 18)],
                            fade(darker(tint, 0.5), 0.35),
                            1,
                        )
            sheet.area(
                [(-292, -52), (-200, -50), (240, -50), (304, -72), (272, 4), (-278, 4)],
                (lighter(hull, 0.14), darker(hull, 0.3)),
            )
            sheet.area([(-281, -8), (276, -8), (271, 5), (-278, 5)], "#8c3a2b")

    sheet.lit(draw, rim="#ffe4b8aa", shift=(-2, -2), shade=fade(haze, 0.45) if haze else None)


def lighthouse(
    sheet: Sheet, x: float, y: float, height: float, wall: str, band: str, lamp: str, shadow: str
) -> None:
    """A banded lighthouse standing at x, y."""
    unit = height / 100

    def draw() -> None:
        with sheet.at(x, y, unit):
            tower = polygon([(-13, 0), (13, 0), (8.4, -76), (-8.4, -76)])
            sheet.shape(tower, wall)
            with sheet.inside(tower):
                for low in (-16, -48):
                    sheet.box(-20, low - 16, 40, 16, band)
                sheet.area(
                    [(2, 2), (30, 2), (30, -90), (1, -90)],
                    along((0, 0), (14, 0), (fade(shadow, 0.15), fade(shadow, 0.75))),
                )
                for window in (-26, -58):
                    sheet.box(-1.8, window, 3.6, 6, darker(shadow, 0.3), 1.6)
            sheet.box(-12, -79, 24, 3.2, darker(band, 0.3))
            for post in range(-11, 12, 4):
                sheet.line([(post, -79), (post, -84)], darker(band, 0.4), 0.6)
            sheet.line([(-11.5, -84), (11.5, -84)], darker(band, 0.4), 0.8)
            sheet.box(-6, -91, 12, 12, (lighter(lamp, 0.6), lamp))
            for post in (-6, -2, 2, 6):
                sheet.line([(post, -79), (post, -91)], darker(band, 0.5), 0.7)
            sheet.blob([(-8, -91), (-5, -96.5), (0, -99), (5, -96.5), (8, -91)], darker(band, 0.25))
            sheet.line([(0, -98), (0, -103)], darker(band, 0.4), 0.8)

    sheet.lit(draw, rim=fade(lamp, 0.8), shift=(-2, -1))


def beam(
    sheet: Sheet,
    x: float,
    y: float,
    to: tuple[float, float],
    spread: float,
    colour: str,
    strength: float = 0.6,
) -> None:
    """The beam of a lamp through damp air."""
    across = ((y - to[1]), (to[0] - x))
    length = (across[0] ** 2 + across[1] ** 2) ** 0.5 or 1
    side = (across[0] / length * spread, across[1] / length * spread)
    with sheet.layer(blend="Screen", blur=5):
        sheet.area(
            [(x, y), (to[0] + side[0], to[1] + side[1]), (to[0] - side[0], to[1] - side[1])],
            along(
                (x, y),
                to,
                (fade(colour, strength), fade(colour, strength * 0.3), fade(colour, 0)),
                (0, 0.4, 1),
            ),
        )


def crane(sheet: Sheet, x: float, y: float, height: float, colour: str, flip: bool = False) -> None:
    """A quay crane."""
    with sheet.at(x, y, height / 200, flip=flip):
        for leg in (-30, 30):
            sheet.line([(leg, 0), (leg * 0.8, -120)], colour, 7)
        sheet.line([(-28, -50), (28, -50)], colour, 5)
        sheet.line([(-28, -50), (25, -118)], colour, 3)
        sheet.line([(-130, -120), (150, -120)], colour, 8)
        sheet.line([(0, -120), (0, -190)], colour, 6)
        sheet.line([(0, -188), (-124, -122)], colour, 2.4)
        sheet.line([(0, -188), (144, -122)], colour, 2.4)
        sheet.line([(0, -188), (70, -122)], colour, 2)
        sheet.box(-22, -118, 26, 18, colour, 2)
        sheet.line([(92, -120), (92, -70)], colour, 1.6)
        sheet.box(78, -72, 28, 12, colour)
