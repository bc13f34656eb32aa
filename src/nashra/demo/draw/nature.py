# mypy: allow-redefinition-new, local-partial-types
"""Skies, clouds, water, hills and trees."""

import math
import zlib
from collections.abc import Sequence

import numpy as np

from nashra.demo.draw.canvas import Fill, Points, Raster, Sheet, along, smooth
from nashra.demo.draw.colour import channels, fade, lighter, mix
from nashra.demo.draw.noise import ease, field, profile


def _rgb(colour: str) -> Raster:
    return np.array(channels(colour)[:3], np.float32) / 255


def seed_of(sheet: Sheet, name: str) -> int:
    """A number that stays the same for this picture and name."""
    return zlib.crc32(f"{sheet.key}/{name}".encode())


def sky(sheet: Sheet, colours: Sequence[str], down_to: float) -> None:
    """A sky graded from the top of the sheet down to a height."""
    sheet.box(-10, -10, sheet.width + 20, down_to + 20, along((0, 0), (0, down_to), colours))


def clouds(
    sheet: Sheet,
    top: float,
    bottom: float,
    colours: Sequence[str],
    cover: float = 0.5,
    size: tuple[float, float] = (520, 150),
    bands: int = 4,
    strength: float = 0.9,
    light: tuple[int, int] = (14, -10),
    name: str = "clouds",
) -> None:
    """Painted clouds in flat bands, from the shadow colour to the light one; `light` points to the sun."""
    width, height = sheet.width, int(bottom - top)
    margin = 40
    wide = field(seed_of(sheet, name), width + 2 * margin, height + 2 * margin, *size, octaves=6, rough=0.52)
    rows = np.linspace(0, 1, height, dtype=np.float32)[:, None]
    fall = 1 - 0.55 * np.abs(rows * 2 - 1) ** 2.2
    lumps = wide[margin : margin + height, margin : margin + width] * fall
    edge = 1 - cover
    body = ease(lumps, edge, edge + 0.16)
    across, down = margin + light[0], margin + light[1]
    toward = wide[down : down + height, across : across + width] * fall
    glow = np.clip(0.5 + (lumps - toward) * 4.2, 0, 1) * 0.75 + 0.25 * (1 - ease(lumps, edge, edge + 0.6))
    stepped = (np.floor(glow * bands) + ease(glow * bands % 1, 0.35, 0.65)) / bands
    if cover > 0.6:
        stepped = 0.3 * stepped + 0.7 * (0.65 * glow + 0.35 * lumps)
    steps = np.linspace(0, 1, len(colours))
    palette = np.stack([_rgb(colour) for colour in colours])
    shade = np.stack([np.interp(stepped, steps, palette[:, part]) for part in range(3)], -1)
    veil = (body * strength * ease(1 - np.abs(rows * 2 - 1) + np.zeros_like(body), 0, 0.3))[..., None]
    sheet.lay(np.concatenate([shade, veil], -1).astype(np.float32), 0, top)


def sun(
    sheet: Sheet, x: float, y: float, radius: float, colour: str, halo: str, strength: float = 0.8
) -> None:
    """A sun or moon with its light about it."""
    sheet.glow(x, y, radius * 12, halo, strength * 0.6)
    sheet.glow(x, y, radius * 4, halo, strength * 0.7)
    sheet.oval(x, y, radius, radius, colour, blur=1.2)


def rays(
    sheet: Sheet, x: float, y: float, reach: float, colour: str, strength: float = 0.16, count: int = 9
) -> None:
    """Shafts of light falling from a point."""
    with sheet.layer(blend="Screen", blur=14):
        for _ in range(count):
            angle = sheet.chance.uniform(0.1, 0.9) * math.pi
            wide = sheet.chance.uniform(0.02, 0.07)
            ends = [
                (x + reach * math.cos(angle + side), y + reach * math.sin(angle + side))
                for side in (-wide, wide)
            ]
            glow = fade(colour, strength * sheet.chance.uniform(0.4, 1))
            sheet.area([(x, y), *ends], along((x, y), ends[0], [glow, fade(colour, 0)]))


def sample(image: Raster, rows: Raster, columns: Raster) -> Raster:
    """Pixels of an image at (fractional) places, edges mirrored."""
    height, width = image.shape[:2]
    rows, columns = np.clip(rows, 0, height - 1.001), np.abs(columns) % (2 * width - 2)
    columns = np.where(columns > width - 1.001, 2 * width - 2.002 - columns, columns).clip(0, width - 1.001)
    top, left = rows.astype(int), columns.astype(int)
    down, right = (rows - top)[..., None], (columns - left)[..., None]
    upper = image[top, left] * (1 - right) + image[top, left + 1] * right
    lower = image[top + 1, left] * (1 - right) + image[top + 1, left + 1] * right
    return (upper * (1 - down) + lower * down).astype(np.float32)


def water(
    sheet: Sheet,
    horizon: float,
    deep: str,
    bottom: float | None = None,
    rough: float = 1.0,
    mirror: float = 0.85,
    glint: str | None = None,
    scale: float = 1.0,
    time: float = 0.0,
    name: str = "water",
) -> None:
    """Water from the horizon down that mirrors what is drawn above it, broken by ripples in perspective."""
    bottom = sheet.height if bottom is None else bottom
    top, height, width = int(horizon), int(bottom - horizon), sheet.width
    above = sheet.pixels()[:top]
    rows = np.arange(1, height + 1, dtype=np.float32)[:, None] + 4
    columns = np.arange(width, dtype=np.float32)[None, :]
    depth = height / rows
    tile = field(seed_of(sheet, name), 1024, 1024, 150, 40, octaves=3, rough=0.5)[..., None]
    finer = field(seed_of(sheet, name + "2"), 1024, 1024, 80, 20, octaves=3, rough=0.5)[..., None]
    across = (columns - width / 2) * depth * 0.62 / scale + 3000
    away = 2600 * np.log(depth + 0.35) / scale / 2.4 + np.zeros_like(across)
    one = sample(tile, (away + 40 * time) % 1022, (across + 22 * time) % 1022)[..., 0] - 0.5
    two = sample(finer, (away * 1.7 - 55 * time) % 1022, (across * 1.3 - 30 * time) % 1022)[..., 0] - 0.5
    slope = one + 0.7 * two
    calm = ease(rows / height, 0, 0.3) * 0.65 + 0.35
    slope = slope * calm
    reach = 6 + rows * 0.42 * rough
    shown = sample(above, top - 1 - rows * 1.02 + slope * reach * 2.2, columns + slope * reach * 0.9)
    face = np.clip(
        mirror * (1 - 0.5 * (rows / height)) - slope * 0.75 * rough * (0.35 + rows / height), 0.02, 0.97
    )
    colour = shown * face[..., None] + _rgb(deep) * (1 - face[..., None])
    if glint is not None:
        bright = ease(shown.mean(-1), 0.62, 0.95) * ease(slope, 0.16, 0.34)
        colour += bright[..., None] * _rgb(glint) * 0.5
    sheet.lay(colour.astype(np.float32), 0, top)


def ridge(
    sheet: Sheet,
    base: float,
    height: float,
    colour: Fill,
    lumps: float = 300,
    name: str = "ridge",
    jagged: float = 0.5,
) -> Points:
    """A line of hills across the sheet, filled down to the bottom; gives its crest."""
    heights = profile(seed_of(sheet, name), sheet.width + 80, lumps, rough=jagged)
    crest = [(x - 40.0, base - float(heights[x]) * height) for x in range(0, sheet.width + 80, 4)]
    sheet.area([*crest, (sheet.width + 40, sheet.height + 40), (-40, sheet.height + 40)], colour)
    return crest


def ranges(
    sheet: Sheet, base: float, heights: Sequence[float], far: str, near: str, step: float = 24
) -> None:
    """Ranges of hills behind each other, each nearer one darker."""
    for index, height in enumerate(heights):
        tone = mix(far, near, index / max(1, len(heights) - 1))
        ridge(
            sheet, base + index * step, height, (tone, lighter(tone, 0.25)), 420 - 40 * index, f"range{index}"
        )


def rain(
    sheet: Sheet, colour: str, count: int = 500, lean: float = 0.25, length: float = 46, width: float = 1.4
) -> None:
    """Slanting rain over everything."""
    for _ in range(count):
        x, y = sheet.chance.uniform(-100, sheet.width + 100), sheet.chance.uniform(-60, sheet.height)
        reach = length * sheet.chance.uniform(0.4, 1.3)
        tint = fade(colour, sheet.chance.uniform(0.08, 0.4))
        sheet.line([(x, y), (x - reach * lean, y + reach)], tint, width * sheet.chance.uniform(0.6, 1.5))


def wave(
    sheet: Sheet,
    y: float,
    height: float,
    colours: Sequence[str],
    foam: str | None,
    length: float = 420,
    shift: float = 0,
) -> None:
    """One rank of rolling waves across the sheet with foam along the crests."""
    crest: list[tuple[float, float]] = []
    for x in range(-60, sheet.width + 70, 10):
        phase = (x + shift) / length
        sharp = abs(math.sin(phase * math.pi)) ** 0.75
        crest.append((float(x), y - height * (1 - sharp) - 0.16 * height * math.sin(phase * 5.3)))
    body = smooth([*crest, (sheet.width + 70, sheet.height + 60), (-60, sheet.height + 60)])
    sheet.shape(body, along((0, y - height), (0, y + height * 2.2), colours))
    if foam is None:
        return
    for start in range(len(crest) - 2):
        if crest[start][1] < y - height * 0.38:
            width = 2 + 7 * (y - crest[start][1]) / height * sheet.chance.uniform(0.5, 1.2)
            sheet.line(crest[start : start + 3], fade(foam, 0.9), width)
            for _ in range(3):
                drift, fall = sheet.chance.uniform(0, 60), sheet.chance.uniform(0, height * 0.5)
                spot = (crest[start][0] + drift, crest[start][1] + fall)
                sheet.line(
                    [spot, (spot[0] + sheet.chance.uniform(6, 26), spot[1] + 3)], fade(foam, 0.35), 2.2
                )


def spray(
    sheet: Sheet, x: float, y: float, reach: float, colour: str, count: int = 320, spread: float = 1.0
) -> None:
    """A burst of white water thrown up from a point."""
    with sheet.layer(0.9, blur=reach * 0.018 + 0.6):
        for _ in range(count // 3):
            angle = sheet.chance.gauss(-math.pi / 2, 0.5 * spread)
            far = reach * sheet.chance.random() ** 0.8
            size = reach * 0.15 * (1 - far / reach) + reach * 0.03
            spot = (x + far * math.cos(angle) * 1.25, y + far * math.sin(angle) * 0.92)
            sheet.oval(*spot, size * 1.15, size, fade(colour, sheet.chance.uniform(0.12, 0.42)))
    for _ in range(count):
        angle = sheet.chance.gauss(-math.pi / 2, 0.48 * spread)
        far = reach * (0.25 + 0.95 * sheet.chance.random() ** 0.7)
        size = 0.7 + min(2.6, reach * 0.009) * sheet.chance.random() ** 3
        spot = (x + far * math.cos(angle) * 1.2, y + far * math.sin(angle))
        tail = (spot[0] - math.cos(angle) * size * 3, spot[1] - math.sin(angle) * size * 3)
        sheet.line([tail, spot], fade(colour, sheet.chance.uniform(0.3, 0.9)), size * 1.4)


def tree(
    sheet: Sheet, x: float, y: float, height: float, leaf: str, trunk: str, light: str, wide: float = 0.42
) -> None:
    """A round-headed tree: olive, carob, pine."""
    chance = sheet.chance

    def draw() -> None:
        lean = chance.uniform(-0.08, 0.08) * height
        sheet.line(
            [(x, y), (x + lean * 0.4, y - height * 0.3), (x + lean, y - height * 0.6)],
            trunk,
            height * 0.055,
            soft=True,
        )
        sheet.line(
            [(x + lean * 0.4, y - height * 0.3), (x + height * 0.16, y - height * 0.55)],
            trunk,
            height * 0.035,
        )
        puffs = 9 if height < 260 else 46
        grain = 1.0 if height < 260 else 0.52
        for layer in range(3):
            for _ in range(puffs):
                angle, far = chance.uniform(0, math.tau), math.sqrt(chance.random()) * 0.8
                px = x + lean + math.cos(angle) * far * height * wide + layer * height * 0.02
                py = y - height * 0.68 + math.sin(angle) * far * height * 0.26 - layer * height * 0.04
                size = height * chance.uniform(0.07, 0.14) * grain
                sheet.oval(px, py, size * 1.25, size, mix(leaf, light, layer * 0.32 * chance.uniform(0.5, 1)))

    draw()


def cypress(sheet: Sheet, x: float, y: float, height: float, colour: str, light: str) -> None:
    """A narrow cypress, lit from one side."""
    wide = height * 0.1
    body = smooth(
        [
            (x, y - height),
            (x + wide * 0.7, y - height * 0.55),
            (x + wide, y - height * 0.2),
            (x, y),
            (x - wide, y - height * 0.2),
            (x - wide * 0.7, y - height * 0.55),
        ]
    )
    sheet.shape(body, colour)
    with sheet.inside(body):
        sheet.blob(
            [
                (x - wide * 0.1, y - height),
                (x - wide * 0.2, y - height * 0.5),
                (x, y),
                (x - wide * 1.4, y),
                (x - wide * 1.2, y - height * 0.6),
            ],
            fade(light, 0.5),
            grainy=True,
        )


def palm(
    sheet: Sheet, x: float, y: float, height: float, colour: str, light: str, lean: float = 0.06
) -> None:
    """A date palm."""
    top = (x + lean * height, y - height)
    sheet.line([(x, y), (x + lean * height * 0.3, y - height * 0.5), top], colour, height * 0.04, soft=True)
    for index in range(13):
        angle = math.pi * (0.02 + 0.96 * index / 12) + sheet.chance.uniform(-0.08, 0.08)
        reach = height * sheet.chance.uniform(0.3, 0.4)
        middle = (top[0] + math.cos(angle) * reach * 0.55, top[1] - math.sin(angle) * reach * 0.5)
        tip = (top[0] + math.cos(angle) * reach, top[1] - math.sin(angle) * reach * 0.3 + reach * 0.35)
        back = (middle[0], middle[1] + height * 0.035)
        sheet.blob([top, middle, tip, back], mix(colour, light, sheet.chance.random() * 0.7))


def birds(sheet: Sheet, spots: Sequence[tuple[float, float, float]], colour: str) -> None:
    """Gulls on the wing, each at x, y with a span."""
    for x, y, span in spots:
        tilt = sheet.chance.uniform(-0.2, 0.2) * span
        sheet.blob(
            [
                (x - span / 2, y - span * 0.2 + tilt),
                (x - span * 0.2, y - span * 0.16),
                (x, y),
                (x + span * 0.22, y - span * 0.18),
                (x + span / 2, y - span * 0.16 - tilt),
                (x + span * 0.2, y - span * 0.08),
                (x, y + span * 0.08),
                (x - span * 0.2, y - span * 0.07),
            ],
            colour,
        )
