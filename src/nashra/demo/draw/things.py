# mypy: allow-redefinition-new, local-partial-types
"""Small things found in many scenes: stones, lamps, wires, sacks, vehicles."""

import math
from typing import Any

from nashra.demo.draw.canvas import Point, Sheet, along, box, polygon
from nashra.demo.draw.colour import darker, fade, lighter, mix


def stone(sheet: Sheet, x: float, y: float, size: float, colour: str, light: str, flat: float = 0.7) -> None:
    """A boulder with a lit top, its foot at y."""
    chance = sheet.chance
    turns = [math.tau * (index + chance.uniform(-0.3, 0.3)) / 7 for index in range(7)]
    points = [
        (
            x + math.cos(turn) * size * chance.uniform(0.8, 1.1),
            y - size * flat * 0.7 + math.sin(turn) * size * flat * chance.uniform(0.8, 1.1),
        )
        for turn in turns
    ]
    body = polygon(points)
    tone = mix(colour, darker(colour, 0.3), chance.random())
    sheet.shape(body, (tone, darker(tone, 0.35)))
    with sheet.inside(body):
        top = [
            (x - size * 1.3, y - size * flat * 2),
            (x + size * 0.9, y - size * flat * 2),
            (x + size * chance.uniform(0, 0.4), y - size * flat * 0.9),
            (x - size * chance.uniform(0.2, 0.6), y - size * flat * 0.6),
            (x - size * 1.3, y - size * flat * 0.9),
        ]
        sheet.area(top, fade(mix(tone, light, 0.6), 0.9))


def rubble(
    sheet: Sheet,
    left: Point,
    right: Point,
    size: float,
    colour: str,
    light: str,
    rows: int = 3,
    count: int = 26,
) -> None:
    """A bank of boulders between two points, back row first."""
    for row in range(rows):
        for index in range(count):
            share = (index + sheet.chance.uniform(-0.4, 0.4)) / count
            x = left[0] + (right[0] - left[0]) * share
            y = left[1] + (right[1] - left[1]) * share + row * size * 0.75
            stone(sheet, x, y, size * sheet.chance.uniform(0.6, 1.05), colour, light)


def block(sheet: Sheet, x: float, y: float, size: float, turn: float, colour: str, light: str) -> None:
    """A concrete cube lying tilted."""
    with sheet.at(x, y, size / 100, turn):
        sheet.area([(-50, -40), (10, -60), (60, -36), (0, -14)], mix(colour, light, 0.75))
        sheet.area([(-50, -40), (0, -14), (2, 50), (-48, 22)], (mix(colour, light, 0.25), colour))
        sheet.area([(60, -36), (0, -14), (2, 50), (60, 24)], (darker(colour, 0.25), darker(colour, 0.5)))
        sheet.oval(-22, 2, 5, 7, darker(colour, 0.45))


def street_lamp(
    sheet: Sheet,
    x: float,
    y: float,
    height: float,
    metal: str,
    lamp: str | None = None,
    strength: float = 0.7,
) -> None:
    """A street lamp, burning if a light is given."""
    sheet.line([(x, y), (x, y - height)], metal, max(2, height * 0.026))
    sheet.line(
        [(x, y - height), (x + height * 0.1, y - height * 1.05), (x + height * 0.2, y - height * 1.02)],
        metal,
        max(1.6, height * 0.018),
        soft=True,
    )
    sheet.box(x + height * 0.14, y - height * 1.03, height * 0.12, height * 0.03, metal, 2)
    if lamp:
        sheet.oval(x + height * 0.2, y - height * 0.99, height * 0.045, height * 0.02, lighter(lamp, 0.6))
        sheet.glow(x + height * 0.2, y - height * 0.98, height * 0.7, lamp, strength)


def digger(
    sheet: Sheet, x: float, y: float, size: float, colour: str, flip: bool = False, rim: str = "#ffe9b8"
) -> None:
    """An excavator on tracks."""

    def draw() -> None:
        with sheet.at(x, y, size / 200, flip=flip):
            sheet.line([(20, -60), (70, -140), (140, -110)], colour, 13)
            sheet.line([(140, -110), (150, -50)], darker(colour, 0.1), 9)
            sheet.area([(138, -54), (166, -48), (160, -20), (132, -26), (126, -40)], "#3a3f48")
            sheet.line([(34, -60), (90, -112)], "#525a62", 4)
            sheet.box(-60, -74, 84, 44, (lighter(colour, 0.2), darker(colour, 0.15)), 5)
            sheet.area([(-16, -74), (-12, -112), (26, -112), (34, -74)], lighter(colour, 0.1))
            sheet.area([(-8, -78), (-5, -106), (20, -106), (26, -78)], ("#cfe0e4", "#5d7683"))
            sheet.box(-64, -30, 100, 28, "#2b2d33", 14)
            for wheel in range(5):
                sheet.oval(-50 + wheel * 18, -16, 7, 7, "#595d63")

    sheet.lit(draw, rim=rim, shift=(-2.4 if not flip else 2.4, -2))


def pylon(sheet: Sheet, x: float, y: float, height: float, colour: str) -> list[Point]:
    """A lattice pylon; gives the points its wires hang from."""
    unit = height / 100
    width = max(1.0, unit * 1.1)
    legs = [((-12, 0), (-3, -70)), ((12, 0), (3, -70)), ((-3, -70), (-2, -100)), ((3, -70), (2, -100))]
    for start, end in legs:
        sheet.line(
            [(x + start[0] * unit, y + start[1] * unit), (x + end[0] * unit, y + end[1] * unit)],
            colour,
            width,
        )
    for level in range(7):
        low, high = level * 10, level * 10 + 10
        wide, thin = 12 - 9 * low / 70, 12 - 9 * high / 70
        sheet.line(
            [(x - wide * unit, y - low * unit), (x + thin * unit, y - high * unit)], colour, width * 0.6
        )
        sheet.line(
            [(x + wide * unit, y - low * unit), (x - thin * unit, y - high * unit)], colour, width * 0.6
        )
    hooks = []
    for level, reach in ((66, 22), (80, 17), (94, 12)):
        sheet.line(
            [
                (x - reach * unit, y - level * unit),
                (x, y - (level + 5) * unit),
                (x + reach * unit, y - level * unit),
            ],
            colour,
            width * 0.8,
        )
        for side in (-1, 1):
            end = (x + side * reach * unit, y - level * unit)
            sheet.line([end, (end[0], end[1] + 4 * unit)], colour, width * 0.6)
            hooks.append((end[0], end[1] + 4 * unit))
    return hooks


def wire(sheet: Sheet, start: Point, end: Point, sag: float, colour: str, width: float = 1.4) -> None:
    """A hanging wire."""
    points = [
        (
            start[0] + (end[0] - start[0]) * share / 12,
            start[1] + (end[1] - start[1]) * share / 12 + sag * 4 * (share / 12) * (1 - share / 12),
        )
        for share in range(13)
    ]
    sheet.line(points, colour, width, soft=True)


def turbine(sheet: Sheet, x: float, y: float, height: float, turn: float, colour: str, shade: str) -> None:
    """A wind turbine seen from the front, its rotor turned by degrees."""
    hub = (x, y - height)
    sheet.area(
        [
            (x - height * 0.02, y),
            (x + height * 0.02, y),
            (x + height * 0.009, y - height),
            (x - height * 0.009, y - height),
        ],
        along((x - height * 0.02, 0), (x + height * 0.02, 0), (lighter(colour, 0.3), shade)),
    )
    for blade in range(3):
        with sheet.at(*hub, height / 100, turn + blade * 120):
            sheet.blob(
                [(0, -2), (3.4, -12), (2, -34), (0.3, -58), (-0.6, -58), (-1.2, -30), (-1.6, -10)],
                along((-2, 0), (3, 0), (lighter(colour, 0.3), mix(colour, shade, 0.7))),
            )
    sheet.oval(*hub, height * 0.024, height * 0.024, mix(colour, shade, 0.4))


def tram(
    sheet: Sheet,
    x: float,
    y: float,
    length: float,
    colour: str,
    lamp: str = "#ffe2a0",
    flip: bool = False,
    heads: int = 7,
) -> None:
    """A tram from the side, its wheels on y, lit inside."""
    with sheet.at(x, y, length / 400, flip=flip):
        body = box(-200, -108, 400, 96, 20)
        sheet.shape(body, (lighter(colour, 0.3), colour, darker(colour, 0.3)))
        with sheet.inside(body):
            sheet.box(-200, -40, 400, 7, "#f6efdd")
            sheet.box(-200, -24, 400, 30, darker(colour, 0.55))
        for window in range(7):
            left = -188 + window * 50
            sheet.box(left, -96, 44, 46, (lamp, lighter(lamp, 0.5)), 5)
            if window < heads:
                head = left + sheet.chance.uniform(10, 32)
                sheet.oval(head, -68, 6, 7, "#3b2d33")
                sheet.box(head - 9, -61, 18, 11, mix(colour, "#2a2a44", sheet.chance.uniform(0.5, 1)), 5)
        for door in (-92, 60):
            sheet.box(door, -98, 2.4, 84, darker(colour, 0.5))
        sheet.box(168, -94, 26, 50, ("#dff0f2", "#86a4b4"), 6)
        sheet.oval(194, -30, 5, 6, "#fff6d8")
        for wheel in (-150, -110, 110, 150):
            sheet.oval(wheel, -8, 12, 12, "#20202a")
        sheet.line([(-20, -108), (10, -134), (-16, -150)], darker(colour, 0.6), 3)


def bus(
    sheet: Sheet,
    x: float,
    y: float,
    length: float,
    colour: str,
    glass: tuple[str, str] = ("#ffe7ac", "#fff4d4"),
    flip: bool = False,
) -> None:
    """A town bus from the side."""
    with sheet.at(x, y, length / 300, flip=flip):
        sheet.box(-150, -104, 300, 92, (lighter(colour, 0.24), colour, darker(colour, 0.3)), 14)
        sheet.box(-150, -42, 300, 7, lighter(colour, 0.6))
        for window in range(5):
            sheet.box(-140 + window * 46, -92, 42, 42, glass, 4)
        sheet.box(94, -92, 22, 76, glass, 3)
        sheet.box(122, -94, 26, 48, glass, 6)
        sheet.oval(146, -26, 4, 6, "#fff4cf")
        for wheel in (-90, 90):
            sheet.oval(wheel, -12, 19, 19, "#1d1d26")
            sheet.oval(wheel, -12, 9, 9, "#6d6f76")


def lorry(
    sheet: Sheet, x: float, y: float, length: float, colour: str, load: str, flip: bool = False
) -> None:
    """A lorry with a covered load."""
    with sheet.at(x, y, length / 260, flip=flip):
        sheet.blob(
            [(-126, -30), (-128, -100), (-60, -112), (40, -108), (58, -96), (58, -30)],
            (lighter(load, 0.2), darker(load, 0.25)),
        )
        sheet.box(-130, -36, 190, 14, darker(colour, 0.5))
        sheet.area(
            [(66, -24), (66, -92), (106, -92), (124, -58), (130, -54), (130, -24)],
            (lighter(colour, 0.2), darker(colour, 0.15)),
        )
        sheet.area([(76, -60), (76, -84), (101, -84), (112, -60)], ("#cfdfe2", "#6c8592"))
        for wheel in (-96, -58, 96):
            sheet.oval(wheel, -15, 17, 17, "#22222a")
            sheet.oval(wheel, -15, 7, 7, "#77787c")


def bicycle(sheet: Sheet, x: float, y: float, size: float, colour: str, flip: bool = False) -> None:
    """A bicycle from the side."""
    with sheet.at(x, y, size / 100, flip=flip):
        for wheel in (-30, 30):
            _ring(sheet, wheel, -20, 20, colour)
            for spoke in range(6):
                turn = spoke * math.pi / 6
                sheet.line(
                    [
                        (wheel - 19 * math.cos(turn), -20 - 19 * math.sin(turn)),
                        (wheel + 19 * math.cos(turn), -20 + 19 * math.sin(turn)),
                    ],
                    fade(colour, 0.5),
                    0.6,
                )
        for start, end in (
            ((-30, -20), (-14, -50)),
            ((-14, -50), (22, -50)),
            ((22, -50), (-2, -20)),
            ((-2, -20), (-30, -20)),
            ((-2, -20), (-16, -56)),
            ((30, -20), (20, -60)),
        ):
            sheet.line([start, end], colour, 3)
        sheet.line([(20, -60), (30, -62)], colour, 3)
        sheet.line([(-24, -57), (-8, -57)], darker(colour, 0.4), 5)


def _ring(sheet: Sheet, x: float, y: float, radius: float, colour: str) -> None:
    path: Any = box(x - radius, y - radius, radius * 2, radius * 2, radius)
    sheet.stroke(path, colour, 2.6)


def pot(sheet: Sheet, x: float, y: float, size: float, clay: str, leaf: str, light: str) -> None:
    """A flower pot with a bushy plant."""
    for _ in range(16):
        turn, far = sheet.chance.uniform(math.pi, math.tau), sheet.chance.uniform(0.3, 1)
        sheet.oval(
            x + math.cos(turn) * size * 0.6 * far,
            y - size * 0.7 + math.sin(turn) * size * 0.7 * far,
            size * 0.16,
            size * 0.12,
            mix(leaf, light, sheet.chance.random()),
        )
    sheet.area(
        [
            (x - size * 0.34, y - size * 0.6),
            (x + size * 0.34, y - size * 0.6),
            (x + size * 0.24, y),
            (x - size * 0.24, y),
        ],
        along((x - size * 0.3, 0), (x + size * 0.3, 0), (lighter(clay, 0.2), darker(clay, 0.3))),
    )


def stars(sheet: Sheet, down_to: float, count: int = 260, colour: str = "#fff6e0") -> None:
    """A starry sky."""
    for _ in range(count):
        size = abs(sheet.chance.gauss(0, 1)) * 0.9 + 0.5
        spot = (sheet.chance.uniform(0, sheet.width), down_to * sheet.chance.random() ** 1.2)
        sheet.oval(*spot, size, size, fade(colour, sheet.chance.uniform(0.35, 1)))
        if size > 2.2:
            sheet.glow(*spot, size * 7, colour, 0.5)
