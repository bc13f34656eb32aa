# mypy: allow-redefinition-new, local-partial-types
"""Charts without words: the figures are those of the demo's infographics, whose pages carry them as tables."""

import math

from nashra.demo.draw.canvas import Sheet, along, smooth
from nashra.demo.draw.colour import fade, lighter
from nashra.demo.draw.scenes import scene

SOURCES = (
    ("gas", "#b5533f", 58, 37),
    ("wind", "#2f7f8c", 6, 24),
    ("sun", "#e0a02c", 7, 17),
    ("water", "#3f6fa8", 16, 12),
    ("line", "#8a8494", 13, 10),
)
POLLS = (
    ("#c98a2b", (38, 37, 36, 35, 34, 39, 36)),
    ("#2f7f8c", (31, 32, 33, 34, 35, 32, 34)),
    ("#4f8a4a", (10, 11, 11, 12, 12, 13, 15)),
)
STORM = 4.5


def _icon(s: Sheet, kind: str, x: float, y: float, tint: str) -> None:
    s.oval(x, y, 46, 46, fade(tint, 0.18))
    if kind == "wind":
        for blade in range(3):
            with s.at(x, y - 4, 0.5, blade * 120 + 10):
                s.blob([(0, 0), (8, -20), (4, -60), (-3, -60), (-5, -20)], tint)
        s.area([(x - 3, y), (x + 3, y), (x + 5, y + 38), (x - 5, y + 38)], tint)
    elif kind == "sun":
        s.oval(x, y, 17, 17, tint)
        for ray in range(8):
            turn = ray * math.pi / 4
            s.line(
                [
                    (x + math.cos(turn) * 24, y + math.sin(turn) * 24),
                    (x + math.cos(turn) * 33, y + math.sin(turn) * 33),
                ],
                tint,
                5,
            )
    elif kind == "water":
        s.shape(
            smooth(
                [
                    (x, y - 34),
                    (x + 14, y - 8),
                    (x + 22, y + 10),
                    (x + 12, y + 28),
                    (x - 12, y + 28),
                    (x - 22, y + 10),
                    (x - 14, y - 8),
                ]
            ),
            tint,
        )
    elif kind == "gas":
        s.blob(
            [
                (x, y - 36),
                (x + 12, y - 12),
                (x + 22, y + 8),
                (x + 12, y + 30),
                (x - 12, y + 30),
                (x - 22, y + 10),
                (x - 10, y - 6),
                (x - 8, y - 18),
            ],
            tint,
        )
        s.blob([(x, y - 2), (x + 8, y + 12), (x + 4, y + 26), (x - 6, y + 26), (x - 8, y + 12)], "#fbf4e2")
    elif kind == "line":
        for side in (-1, 1):
            s.line([(x + side * 16, y + 32), (x + side * 4, y - 34)], tint, 5)
        for level, reach in ((-22, 22), (-4, 26)):
            s.line([(x - reach, y + level), (x + reach, y + level)], tint, 5)
        s.line([(x - 11, y + 12), (x + 11, y + 12)], tint, 4)


@scene
def energy_chart(s: Sheet) -> None:
    """Where the electricity comes from, five years ago and now, a symbol for each source."""
    s.wash(along((0, 0), (0, 960), ("#fbf4e2", "#f3e8cc")))
    base, unit, left, right, wide = 876, 7.8, 270, 790, 270
    before = after = float(base)
    for kind, tint, then, now in SOURCES:
        low, high = (before, before - then * unit), (after, after - now * unit)
        s.area(
            [(left + wide, low[0] - 3), (right, high[0] - 3), (right, high[1]), (left + wide, low[1])],
            along((left + wide, 0), (right, 0), (fade(tint, 0.34), fade(tint, 0.16), fade(tint, 0.34))),
        )
        for x, (bottom, top) in ((left, low), (right, high)):
            s.box(
                x, top, wide, bottom - top - 4, along((x, 0), (x + wide, 0), (lighter(tint, 0.18), tint)), 5
            )
        middle = (high[0] + high[1]) / 2 - 2
        s.line([(right + wide + 14, middle), (right + wide + 44, middle)], tint, 7)
        with s.at(right + wide + 100, middle, 0.82):
            _icon(s, kind, 0, 0, tint)
        before, after = low[1], high[1]
    s.line([(left - 60, base + 3), (right + wide + 60, base + 3)], "#5a4e3c", 6)


@scene
def poll_chart(s: Sheet) -> None:
    """Three parties in seven monthly polls, newest at the end; a fine line marks the storm."""
    s.wash(along((0, 0), (0, 960), ("#fbf5e6", "#f3ead2")))
    base, unit, step, left = 860, 17.6, 188, 150
    for level in range(5):
        y = base - level * 10 * unit
        s.line([(left - 40, y), (1330, y)], "#b9a98455" if level else "#5a4e3c", 2 if level else 5)
    for column in range(7):
        s.line([(left + column * step, base), (left + column * step, base + 16)], "#5a4e3c", 4)
    s.line([(left + STORM * step, 96), (left + STORM * step, base)], "#b5473a99", 3)
    s.oval(left + STORM * step, 92, 10, 10, "#b5473a")
    for tint, shares in POLLS:
        dots = [(float(left + column * step), base - share * unit) for column, share in enumerate(shares)]
        margin = 2.3 * unit if shares[-1] > 20 else 1.6 * unit
        s.area(
            [*((x, y - margin) for x, y in dots), *((x, y + margin) for x, y in reversed(dots))],
            fade(tint, 0.13),
        )
    for tint, shares in POLLS:
        dots = [(float(left + column * step), base - share * unit) for column, share in enumerate(shares)]
        s.line(dots, tint, 10)
        for x, y in dots:
            s.oval(x, y, 13, 13, "#fbf5e6")
            s.oval(x, y, 9, 9, tint)
        s.oval(*dots[-1], 23, 23, "#fbf5e6")
        s.oval(*dots[-1], 17, 17, tint)
