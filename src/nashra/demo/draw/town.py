# mypy: allow-redefinition-new, local-partial-types
"""Houses, towers, domes and streets of a warm coast."""

from collections.abc import Sequence
from typing import Any

import skia

from nashra.demo.draw.canvas import Fill, Sheet, along, box, polygon, smooth
from nashra.demo.draw.colour import darker, fade, lighter, mix


def window(
    sheet: Sheet,
    x: float,
    y: float,
    width: float,
    height: float,
    glass: Fill,
    frame: str,
    arched: bool = False,
    shutter: str | None = None,
) -> None:
    """A window, arched and shuttered if asked."""
    outline = arch(x, y, width, height) if arched else box(x, y, width, height, 1)
    sheet.shape(outline, glass)
    sheet.stroke(outline, frame, max(1, width * 0.08))
    if shutter:
        for left in (x - width * 0.52, x + width * 1.02):
            sheet.box(left, y, width * 0.5, height, (lighter(shutter, 0.1), darker(shutter, 0.15)), 1)
            for slat in range(1, 6):
                level = y + height * slat / 6
                sheet.line(
                    [(left + 1, level), (left + width * 0.48, level)], fade(darker(shutter, 0.5), 0.5), 1
                )


def arch(x: float, y: float, width: float, height: float, pointed: bool = False) -> Any:
    """A round- or point-headed opening."""
    half = width / 2
    if pointed:
        return smooth_arch(x, y, width, height)
    path = skia.Path()
    path.moveTo(x, y + height)
    path.lineTo(x, y + half)
    path.arcTo(skia.Rect.MakeXYWH(x, y, width, width), 180, 180, False)
    path.lineTo(x + width, y + height)
    path.close()
    return path


def smooth_arch(x: float, y: float, width: float, height: float) -> Any:
    """A pointed arch."""
    return polygon(
        [
            (x, y + height),
            (x, y + width * 0.62),
            (x + width * 0.16, y + width * 0.26),
            (x + width / 2, y),
            (x + width * 0.84, y + width * 0.26),
            (x + width, y + width * 0.62),
            (x + width, y + height),
        ]
    )


def house(
    sheet: Sheet,
    x: float,
    y: float,
    width: float,
    height: float,
    wall: str,
    roof: str | None = None,
    glass: str = "#33445a",
    lamp: str | None = None,
    lit_share: float = 0.0,
    columns: int = 3,
    floors: int = 3,
    shutter: str | None = None,
    arched: bool = False,
    shade: str = "#2c2a4a",
    shade_from: float = 0.62,
) -> None:
    """A house front with its foot at y; a strip of its right side lies in shade."""
    chance = sheet.chance
    front = box(x, y - height, width, height)
    sheet.shape(front, (lighter(wall, 0.16), wall, darker(wall, 0.14)))
    with sheet.inside(front):
        for _ in range(5):
            left, top = x + chance.random() * width, y - chance.random() * height
            sheet.oval(left, top, width * 0.3, height * 0.08, fade(darker(wall, 0.3), 0.12), blur=8)
        wide, tall = width / columns, height / floors
        for floor in range(floors):
            for column in range(columns):
                burning = lamp is not None and chance.random() < lit_share
                pane: Fill = (
                    (lamp, lighter(lamp, 0.4))
                    if burning and lamp
                    else (darker(glass, 0.2), lighter(glass, 0.15))
                )
                size = (wide * 0.34, tall * 0.5)
                left, top = x + wide * (column + 0.33), y - height + tall * (floor + 0.26)
                window(sheet, left, top, *size, pane, lighter(wall, 0.35), arched, shutter)
                sheet.box(
                    left - wide * 0.04, top + size[1], size[0] + wide * 0.08, tall * 0.05, lighter(wall, 0.3)
                )
                if burning and lamp:
                    sheet.glow(left + size[0] / 2, top + size[1] / 2, wide * 0.8, lamp, 0.4)
        edge = x + width * shade_from
        sheet.area(
            [(edge, y), (edge + width * 0.06, y - height), (x + width + 2, y - height), (x + width + 2, y)],
            fade(shade, 0.34),
        )
        sheet.box(x, y - height, width, height * 0.03, fade(shade, 0.35))
    if roof:
        lip = width * 0.05
        rise = min(width * 0.22, height * 0.26)
        sheet.area(
            [
                (x - lip, y - height + 3),
                (x + width * 0.16, y - height - rise),
                (x + width * 0.84, y - height - rise),
                (x + width + lip, y - height + 3),
            ],
            (lighter(roof, 0.2), darker(roof, 0.12)),
        )
        for tile in range(1, 10):
            foot = x - lip + (width + 2 * lip) * tile / 10
            head = x + width * (0.16 + 0.68 * tile / 10)
            sheet.line(
                [(foot, y - height + 2), (head, y - height - rise)], fade(darker(roof, 0.4), 0.35), 1.4
            )
    else:
        sheet.box(x - 2, y - height - 5, width + 4, 8, lighter(wall, 0.25))


def dome(
    sheet: Sheet, x: float, y: float, across: float, colour: str, light: str, shade: str, lantern: bool = True
) -> None:
    """A ribbed dome on a drum, its springing at y."""
    half = across / 2

    def draw() -> None:
        sheet.box(
            x - half * 0.94,
            y - half * 0.3,
            half * 1.88,
            half * 0.32,
            (lighter(colour, 0.28), darker(colour, 0.1)),
        )
        for pillar in range(11):
            left = x - half * 0.88 + pillar * half * 0.166
            sheet.box(left, y - half * 0.26, half * 0.07, half * 0.24, darker(shade, 0.1), 3)
        shell = smooth(
            [
                (x - half, y - half * 0.3),
                (x - half * 0.93, y - half * 0.8),
                (x - half * 0.6, y - half * 1.22),
                (x, y - half * 1.42),
                (x + half * 0.6, y - half * 1.22),
                (x + half * 0.93, y - half * 0.8),
                (x + half, y - half * 0.3),
            ]
        )
        with sheet.inside(box(x - across, y - across * 2, across * 2, across * 2 - half * 0.3)):
            sheet.shape(
                shell, along((x - half, 0), (x + half, 0), (light, colour, shade), (0.05, 0.45, 0.95))
            )
            with sheet.inside(shell):
                for rib in (-0.8, -0.5, -0.18, 0.18, 0.5, 0.8):
                    sheet.line(
                        [
                            (x + half * rib * 1.06, y - half * 0.3),
                            (x + half * rib * 0.85, y - half * 0.9),
                            (x, y - half * 1.46),
                        ],
                        fade(darker(shade, 0.2), 0.4),
                        half * 0.022,
                        soft=True,
                    )
                    sheet.line(
                        [
                            (x + half * (rib - 0.03) * 1.06, y - half * 0.3),
                            (x + half * (rib - 0.03) * 0.85, y - half * 0.9),
                            (x, y - half * 1.46),
                        ],
                        fade(lighter(light, 0.3), 0.3),
                        half * 0.016,
                        soft=True,
                    )
        if lantern:
            sheet.box(
                x - half * 0.13,
                y - half * 1.66,
                half * 0.26,
                half * 0.28,
                (lighter(colour, 0.3), darker(colour, 0.1)),
            )
            for slit in (-0.06, 0.02):
                sheet.box(x + half * slit, y - half * 1.6, half * 0.05, half * 0.2, shade)
            sheet.blob(
                [
                    (x - half * 0.16, y - half * 1.65),
                    (x - half * 0.1, y - half * 1.8),
                    (x, y - half * 1.88),
                    (x + half * 0.1, y - half * 1.8),
                    (x + half * 0.16, y - half * 1.65),
                ],
                colour,
            )
            sheet.line([(x, y - half * 1.86), (x, y - half * 2.04)], shade, half * 0.03)

    sheet.lit(draw, rim=fade(light, 0.8), shift=(-3, -2))


def colonnade(
    sheet: Sheet,
    x: float,
    y: float,
    width: float,
    height: float,
    count: int,
    stone: str,
    shade: str,
    light: str,
) -> None:
    """A row of columns under an entablature, foot at y."""
    sheet.box(x, y - height, width, height, (darker(shade, 0.1), darker(shade, 0.35)))
    gap = width / count
    for index in range(count):
        left = x + gap * (index + 0.28)
        wide = gap * 0.44
        sheet.box(
            left,
            y - height * 0.86,
            wide,
            height * 0.82,
            along((left, 0), (left + wide, 0), (light, stone, darker(stone, 0.2), shade), (0, 0.35, 0.75, 1)),
        )
        sheet.box(left - wide * 0.16, y - height * 0.9, wide * 1.32, height * 0.06, lighter(stone, 0.2))
        sheet.box(left - wide * 0.16, y - height * 0.06, wide * 1.32, height * 0.06, stone)
    sheet.box(
        x - gap * 0.2,
        y - height * 1.1,
        width + gap * 0.4,
        height * 0.22,
        (lighter(stone, 0.28), darker(stone, 0.06)),
    )
    sheet.box(x - gap * 0.32, y - height * 1.14, width + gap * 0.64, height * 0.06, lighter(stone, 0.3))


def steps(
    sheet: Sheet, x: float, y: float, width: float, count: int, rise: float, stone: str, shade: str
) -> None:
    """A flight of steps falling towards the viewer from y."""
    for index in range(count):
        grow = index * rise * 0.9
        sheet.box(
            x - grow,
            y + index * rise,
            width + grow * 2,
            rise + 1,
            (lighter(stone, 0.3 - index * 0.02), mix(stone, shade, 0.35)),
        )


def skyline(
    sheet: Sheet,
    base: float,
    colours: Sequence[str],
    height: float,
    lamp: str | None = None,
    name_share: float = 0.35,
) -> None:
    """Far houses shoulder to shoulder, with a dome and a tower here and there."""
    x = -30.0
    chance = sheet.chance
    while x < sheet.width + 20:
        wide, tall = chance.uniform(34, 92), height * chance.uniform(0.4, 1)
        tint = chance.choice(list(colours))
        sheet.box(x, base - tall, wide, tall + 4, (lighter(tint, 0.14), tint))
        if chance.random() < name_share * 0.3:
            sheet.oval(x + wide / 2, base - tall, wide * 0.3, wide * 0.32, tint)
        for _ in range(int(wide * tall / 420)):
            left, top = x + chance.uniform(4, wide - 8), base - chance.uniform(6, tall - 4)
            burning = lamp is not None and chance.random() < name_share
            sheet.box(left, top, 4, 6, lamp if burning and lamp else fade(darker(tint, 0.5), 0.45))
        x += wide + chance.uniform(-4, 6)


def tower(
    sheet: Sheet, x: float, y: float, width: float, height: float, wall: str, light: str, shade: str, cap: str
) -> None:
    """A clock tower with an open gallery and a small cupola."""
    half = width / 2
    sheet.box(
        x - half,
        y - height,
        width,
        height,
        along((x - half, 0), (x + half, 0), (light, wall, shade), (0.1, 0.5, 0.95)),
    )
    for level in (0.3, 0.55, 0.78):
        sheet.box(x - half * 1.1, y - height * level, width * 1.1, height * 0.012, lighter(wall, 0.2))
    sheet.oval(x, y - height * 0.87, half * 0.6, half * 0.6, lighter(light, 0.5))
    sheet.line(
        [(x, y - height * 0.87 - half * 0.4), (x, y - height * 0.87), (x + half * 0.28, y - height * 0.87)],
        darker(shade, 0.3),
        max(1.4, half * 0.08),
    )
    for opening in (-0.5, 0.1):
        sheet.shape(
            arch(x + half * opening, y - height * 0.7, half * 0.4, height * 0.11), darker(shade, 0.35)
        )
    sheet.box(x - half * 1.16, y - height * 1.02, width * 1.16, height * 0.03, lighter(wall, 0.24))
    sheet.shape(arch(x - half * 0.66, y - height * 1.16, half * 1.32, height * 0.15), wall)
    sheet.shape(arch(x - half * 0.34, y - height * 1.13, half * 0.68, height * 0.12), darker(shade, 0.3))
    sheet.blob(
        [
            (x - half * 0.74, y - height * 1.14),
            (x - half * 0.5, y - height * 1.2),
            (x, y - height * 1.25),
            (x + half * 0.5, y - height * 1.2),
            (x + half * 0.74, y - height * 1.14),
        ],
        cap,
    )
    sheet.line([(x, y - height * 1.24), (x, y - height * 1.3)], shade, max(1.5, half * 0.06))
