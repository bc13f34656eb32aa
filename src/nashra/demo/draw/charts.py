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
TRAFFIC = (
    ("containers", "#3f6fa8", 4, 41),
    ("fuel", "#8a5a3c", 36, 92),
    ("grain", "#c98a2b", 21, 78),
    ("cars", "#b5533f", 0, 35),
    ("fish", "#2f7f8c", 5, 61),
    ("ferry", "#6d5a8c", 0, 0),
)
"""Kind, colour, and how many per cent of before the storm there were in the first week and are now."""


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


def _freight(s: Sheet, kind: str, tint: str) -> None:
    """What comes through a harbour, as a sign of some 90 by 70 around the middle."""
    if kind == "containers":
        for x, y, width in ((-44, 4, 42), (2, 4, 42), (-21, -30, 42)):
            s.box(x, y, width, 30, tint, 3)
            for rib in (10, 20, 31):
                s.line([(x + rib, y + 6), (x + rib, y + 24)], "#fbf4e2aa", 3)
    elif kind == "fuel":
        s.box(-30, -34, 60, 68, tint, 9)
        for y in (-13, 11):
            s.line([(-30, y), (30, y)], "#fbf4e2aa", 4)
    elif kind == "grain":
        s.line([(0, 36), (0, -20)], tint, 6)
        for side in (-1, 1):
            for y in (-24, -6, 12):
                with s.at(side * 13, y, 1, side * 38):
                    s.oval(0, 0, 8, 15, tint)
        s.oval(0, -34, 8, 14, tint)
    elif kind == "cars":
        s.area([(-28, -4), (-15, -26), (18, -26), (32, -4)], tint)
        s.box(-45, -6, 90, 24, tint, 8)
        for x in (-24, 24):
            s.oval(x, 19, 13, 13, "#fbf4e2")
            s.oval(x, 19, 9, 9, tint)
    elif kind == "fish":
        s.shape(smooth([(-36, 0), (-12, -21), (18, -17), (34, 0), (18, 17), (-12, 21)]), tint)
        s.area([(-28, 0), (-48, -18), (-48, 18)], tint)
        s.oval(20, -5, 4, 4, "#fbf4e2")
    else:
        s.area([(-46, 8), (46, 8), (33, 32), (-35, 32)], tint)
        s.box(-30, -12, 58, 18, tint, 3)
        s.box(-4, -34, 17, 24, tint, 2)


@scene
def port_chart(s: Sheet) -> None:
    """Six kinds of traffic: a pale bar for before the storm, a full one for now, a mark for the first week."""
    s.wash(along((0, 0), (0, 960), ("#fbf5e6", "#f1e7cd")))
    left, full, high, step = 300, 1040, 74, 138
    for place, (kind, tint, first, now) in enumerate(TRAFFIC):
        y = 132 + place * step
        with s.at(176, y, 1.05):
            _freight(s, kind, tint)
        s.box(left, y - high / 2, full, high, fade(tint, 0.17), 6)
        if now:
            reach = full * now / 100
            s.box(
                left,
                y - high / 2,
                reach,
                high,
                along((left, 0), (left + reach, 0), (lighter(tint, 0.22), tint)),
                6,
            )
        mark = left + full * first / 100
        s.line([(mark, y - high / 2 - 12), (mark, y + high / 2 + 12)], "#5a4e3c", 6)
        s.oval(mark, y - high / 2 - 14, 9, 9, "#5a4e3c")
    s.line([(left, 66), (left, 132 + 5 * step + 68)], "#5a4e3c", 6)
    s.line([(left + full, 66), (left + full, 132 + 5 * step + 68)], "#5a4e3c66", 3)
