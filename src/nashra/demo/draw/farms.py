# mypy: allow-redefinition-new, local-partial-types
"""Olives, vines, rice, dates and bees."""

import math

from nashra.demo.draw.canvas import Sheet, along, around, box, limb, polygon, smooth
from nashra.demo.draw.colour import darker, fade, lighter, mix
from nashra.demo.draw.figures import SKINS, Person, person
from nashra.demo.draw.nature import birds, clouds, cypress, palm, ranges, sky, sun, tree
from nashra.demo.draw.scenes import scene
from nashra.demo.draw.town import arch, house

OLIVE, SILVER, BARK = "#66795a", "#b9c39a", "#5a4838"


@scene
def olive_terraces(s: Sheet) -> None:
    """Olive trees on stone terraces in late light."""
    sky(s, ["#7f9fbe", "#d9c9b4", "#f9dca4"], 420)
    clouds(s, 10, 330, ["#a9b0bd", "#e6cfb4", "#fff0cc"], cover=0.42)
    sun(s, 1180, 240, 40, "#fff6d6", "#ffca74")
    ranges(s, 430, [190, 130, 80], "#b3a9b4", "#8f9a84", 34)
    for row in range(6):
        y = 520 + row * 84
        tone = mix("#a9ad74", "#7f7a44", row / 5)
        crest = [(x, y + 26 * math.sin(x / 330 + row * 1.3) + x * 0.03) for x in range(-40, 1500, 40)]
        s.area(
            [*crest, (1500, 1000), (-40, 1000)],
            along((0, y - 20), (0, y + 90), (lighter(tone, 0.22), tone, darker(tone, 0.2))),
        )
        step = 150 + row * 22
        for index in range(1440 // step + 2):
            x = index * step + (row % 2) * step * 0.5 + s.chance.uniform(-24, 24)
            foot = y + 26 * math.sin(x / 330 + row * 1.3) + x * 0.03 + 8
            size = 90 + row * 24
            s.oval(x - size * 0.4, foot + 4, size * 0.6, size * 0.08, "#3c3a2c66", 5)
            tree(s, x, foot, size * s.chance.uniform(0.9, 1.15), OLIVE, BARK, SILVER)
        for x in range(-40, 1480, 17):
            foot = y + 26 * math.sin(x / 330 + row * 1.3) + x * 0.03 + 22 + row * 3
            for course in range(2 + row // 2):
                tint = mix("#d9c9a4", "#8a7a62", s.chance.random())
                s.box(x + s.chance.uniform(-3, 3), foot + course * 9, 16, 9, tint, 2)
    s.glow(1180, 300, 700, "#ffc56a", 0.35)


@scene
def olive_harvest(s: Sheet) -> None:
    """Two pickers with poles, nets and baskets under the trees."""
    sky(s, ["#8fb0c4", "#e2d6ba", "#fbe6b4"], 520)
    ranges(s, 500, [150, 90], "#b9b4b4", "#9aa584", 30)
    s.box(-10, 510, 1460, 480, along((0, 510), (0, 960), ("#c2b274", "#a8924f", "#7f6a3a")))
    for x, y, size in ((120, 570, 190), (480, 560, 170), (820, 566, 180), (1180, 570, 200)):
        s.oval(x - 40, y, size * 0.6, 12, "#4a452e55", 6)
        tree(s, x, y, size, OLIVE, BARK, SILVER)
    net = smooth(
        [(130, 760), (420, 690), (800, 684), (1180, 700), (1380, 780), (1250, 890), (800, 920), (340, 900)]
    )
    s.shape(net, along((100, 700), (1300, 900), ("#3f7a6a", "#2c5f58", "#1f4a4a")))
    with s.inside(net):
        for index in range(-20, 60):
            s.line([(index * 34, 660), (index * 34 + 240, 940)], "#8fc2a433", 1.6)
            s.line([(index * 34 + 240, 660), (index * 34, 940)], "#8fc2a433", 1.6)
        for _ in range(460):
            x, y = s.chance.gauss(740, 260), s.chance.gauss(800, 50)
            s.oval(x, y, 7, 5.4, s.chance.choice(("#3a3046", "#5c6a34", "#4a3a52", "#7a8a44")))
    s.line([(700, 820), (716, 640), (690, 500), (730, 380)], BARK, 74, soft=True)
    s.line([(706, 560), (840, 420), (930, 330)], BARK, 36, soft=True)
    s.line([(700, 520), (580, 400), (480, 330)], BARK, 34, soft=True)
    s.line([(684, 820), (700, 640), (678, 500)], "#8a7458", 12, soft=True)
    for _ in range(420):
        angle, far = s.chance.uniform(0, math.tau), math.sqrt(s.chance.random())
        x, y = 700 + math.cos(angle) * far * 500, 230 + math.sin(angle) * far * 210
        with s.at(x, y, s.chance.uniform(0.7, 1.3), s.chance.uniform(0, 180)):
            tint = mix(OLIVE, SILVER, s.chance.random() * (1.2 - (y + 20) / 500))
            for leaf in range(5):
                s.oval(-30 + leaf * 15, (-1) ** leaf * 8, 15, 5.4, tint)
        if s.chance.random() < 0.3:
            s.oval(x, y + 12, 7, 9, "#4a3a52")
    person(
        s,
        330,
        880,
        420,
        Person(skin="#b97c54", top="#b5533a", bottom="#39495f", head="hat", cloth="#efdca8"),
        "cheer",
        rim="#fff0c4",
    )
    s.line([(336, 480), (520, 220)], "#c9a468", 8)
    person(
        s,
        1090,
        880,
        410,
        Person(skin="#8f5a3c", top="#2f6f7c", wear="skirt", bottom="#6a4a5a", head="hijab", cloth="#e9c878"),
        "point",
        True,
        rim="#fff0c4",
    )
    s.line([(960, 560), (820, 250)], "#c9a468", 8)
    for x, y, size in ((560, 900, 1.0), (1280, 920, 1.25)):
        with s.at(x, y, size):
            s.blob([(-74, -70), (74, -70), (58, 0), (-58, 0)], ("#d9a860", "#8a5f30"))
            for row in range(4):
                s.line([(-70 + row * 4, -58 + row * 15), (70 - row * 4, -58 + row * 15)], "#6a4524", 4)
            for _ in range(60):
                s.oval(
                    s.chance.uniform(-62, 62),
                    -74 + s.chance.uniform(-14, 8),
                    10,
                    8,
                    s.chance.choice(("#3a3046", "#6c7a3a", "#503c58")),
                )


@scene
def rice_delta(s: Sheet) -> None:
    """Rice fields and a meandering river from the air, one dyke opened."""
    s.wash(along((0, 0), (0, 960), ("#d9e6b4", "#8fb858", "#5f9440")))
    for row in range(9):
        for column in range(10):
            squeeze = 0.42 + row * 0.085
            x0, y0 = 720 + (column - 5) * 210 * squeeze, 60 + row * row * 11.5
            x1, y1 = 720 + (column - 4) * 210 * squeeze, 60 + (row + 1) ** 2 * 11.5
            low = 0.42 + (row + 1) * 0.085
            quad = [
                (x0 + 4, y0 + 3),
                (x1 - 4, y0 + 3),
                (720 + (column - 4) * 210 * low - 4, y1 - 3),
                (720 + (column - 5) * 210 * low + 4, y1 - 3),
            ]
            wet = s.chance.random() < 0.34
            tint = (
                s.chance.choice(("#8fc0b4", "#a9d4cc", "#bfe0d6"))
                if wet
                else s.chance.choice(("#6fa544", "#85b54e", "#9cc55a", "#5a9240", "#b4cf66"))
            )
            s.area(quad, (lighter(tint, 0.18), tint))
            if not wet:
                for index in range(6):
                    share = index / 6
                    s.line(
                        [
                            (quad[0][0] + (quad[1][0] - quad[0][0]) * share, quad[0][1]),
                            (quad[3][0] + (quad[2][0] - quad[3][0]) * share, quad[3][1]),
                        ],
                        "#3f7a2e44",
                        2 + row * 0.4,
                    )
    s.box(-10, -10, 1460, 120, along((0, 0), (0, 110), ("#bcd9d9", "#e6ecc4", "#e6ecc400")))

    def bed(shift: float, wide: float) -> list[tuple[float, float]]:
        points = []
        for index in range(41):
            share = index / 40
            y = 70 + share**1.6 * 930
            x = 690 + math.sin(share * 8.4 + 0.4) * (60 + 330 * share) + shift * wide * (0.1 + share)
            points.append((x, y))
        return points

    banks = [*bed(-1, 96), *reversed(bed(1, 96))]
    s.area(banks, along((0, 60), (0, 960), ("#e6e2b0", "#b9a468", "#8a7444")))
    river = [*bed(-1, 78), *reversed(bed(1, 78))]
    s.area(river, along((0, 60), (0, 960), ("#e9f3e6", "#8fc4c0", "#3f8f9a", "#1f6a80")))
    with s.inside(polygon(river)):
        for _ in range(60):
            share = s.chance.random()
            y = 70 + share**1.6 * 930
            x = (
                690
                + math.sin(share * 8.4 + 0.4) * (60 + 330 * share)
                + s.chance.uniform(-60, 60) * (0.1 + share)
            )
            s.line([(x, y), (x + 10 + 50 * share, y + 2)], "#f3fbf488", 1 + share * 3)
    s.blob(
        [
            (930, 560),
            (1030, 540),
            (1180, 570),
            (1330, 600),
            (1400, 680),
            (1240, 700),
            (1090, 660),
            (960, 620),
        ],
        along((930, 0), (1400, 0), ("#5fa4a8dd", "#c9b47acc", "#d9c88a55")),
        8,
    )
    s.blob([(900, 560), (960, 556), (1000, 590), (950, 620), (896, 606)], "#3f8f9a", 3)
    for x, y in ((892, 548), (900, 628)):
        s.oval(x, y, 26, 15, "#8a6f44")
    for x, y, size in ((380, 520, 60), (1120, 330, 40), (240, 760, 90)):
        for _ in range(5):
            s.oval(
                x + s.chance.uniform(-size, size),
                y + s.chance.uniform(-0.3, 0.3) * size,
                size * 0.3,
                size * 0.24,
                s.chance.choice(("#2f6a38", "#3f7f40")),
            )
        house(
            s,
            x - size * 0.3,
            y + size * 0.3,
            size * 0.8,
            size * 0.4,
            "#f3e2bc",
            "#b5623f",
            columns=2,
            floors=1,
        )
    for x, y, size in ((980, 590, 34), (1050, 612, 34)):
        person(s, x - 90, y - 26, size * 1.6, Person(top="#c2512f", head="hat", cloth="#f3e2b0"), "pull")
    birds(s, [(500, 330, 34), (545, 350, 26), (590, 325, 22), (470, 360, 20)], "#ffffff")


@scene
def vineyard(s: Sheet) -> None:
    """Rows of vines over hills, baskets of grapes."""
    sky(s, ["#6fa9cc", "#d6dfcf", "#fbe3b0"], 400)
    clouds(s, 10, 300, ["#b9cdd3", "#eee7d2", "#ffffff"], cover=0.42)
    ranges(s, 410, [140, 90], "#b3b1b8", "#93a088", 26)
    for hill, (tone, base) in enumerate((("#a9b35f", 400), ("#8fa04c", 470), ("#7f9040", 600))):
        crest = [(x, base + 60 * math.sin(x / 330 + hill * 2.1)) for x in range(-40, 1500, 30)]
        body = polygon([*crest, (1500, 1000), (-40, 1000)])
        s.shape(body, along((0, base - 60), (0, base + 300), (lighter(tone, 0.2), tone, darker(tone, 0.25))))
        with s.inside(body):
            focus = (300 + hill * 420, base - 260)
            for row in range(-30, 46):
                foot = (row * (70 + hill * 46), 1000)
                for share in range(26):
                    part = 0.2 + 0.8 * (share / 25) ** 1.4
                    x, y = focus[0] + (foot[0] - focus[0]) * part, focus[1] + (foot[1] - focus[1]) * part
                    size = 2 + (part**2) * (13 + hill * 9)
                    s.oval(
                        x, y, size * 1.5, size, s.chance.choice(("#4f7a34", "#6f9a40", "#3f6a30", "#8fae4c"))
                    )
    for x in (60, 1400):
        cypress(s, x, 560, 210, "#2f4a34", "#7f9a54")
    house(s, 1120, 470, 150, 80, "#f3dcb0", "#b5583c", columns=3, floors=2)
    person(
        s,
        380,
        790,
        260,
        Person(skin="#8f5a3c", top="#c2512f", head="hat", cloth="#f3e2b0", bottom="#3a4a5c"),
        "bent",
        rim="#fff0c4",
    )
    person(
        s,
        900,
        760,
        240,
        Person(skin="#d9a27a", top="#2f6f8c", wear="skirt", bottom="#5a4a6a", head="hat", cloth="#efd79a"),
        "carry",
        True,
        rim="#fff0c4",
    )
    for x, y, size in ((640, 930, 1.5), (1080, 940, 1.75), (250, 950, 1.3)):
        with s.at(x, y, size):
            s.blob([(-76, -66), (76, -66), (60, 0), (-60, 0)], ("#d3a05a", "#7f552c"))
            for row in range(4):
                s.line([(-72 + row * 4, -54 + row * 15), (72 - row * 4, -54 + row * 15)], "#5f3d20", 4)
            for _ in range(90):
                tint = s.chance.choice(("#4a2a5a", "#6a3a72", "#35204a", "#8a5a92"))
                px, py = s.chance.uniform(-64, 64), -72 - s.chance.uniform(0, 26)
                s.oval(px, py, 8, 8, tint)
                s.oval(px - 2, py - 3, 2, 2, "#ffffff77")
            s.blob([(-30, -100), (0, -112), (24, -96), (4, -84)], "#6f9a40")


@scene
def date_palms(s: Sheet) -> None:
    """Heavy date clusters over an oasis."""
    sky(s, ["#4aa0cc", "#b5d9d6", "#fbe6b4"], 600)
    for row, tone in enumerate(("#f0c98a", "#e2ab62", "#cf8f48")):
        crest = [(x, 500 + row * 60 + 60 * math.sin(x / 360 + row * 2)) for x in range(-40, 1500, 30)]
        s.area(
            [*crest, (1500, 1000), (-40, 1000)],
            along((0, 440), (0, 760), (lighter(tone, 0.25), tone, darker(tone, 0.15))),
        )
        s.area(
            [(x, y) for x, y in crest[10:24]] + [(crest[20][0], crest[20][1] + 130)],
            fade(darker(tone, 0.35), 0.25),
        )
    for x in range(40, 1440, 92):
        palm(
            s,
            x + s.chance.uniform(-20, 20),
            720 + s.chance.uniform(-16, 16),
            s.chance.uniform(120, 190),
            "#2f5a44",
            "#8fae5c",
            s.chance.uniform(-0.08, 0.08),
        )
    s.blob(
        [(140, 770), (440, 730), (900, 734), (1250, 760), (1380, 810), (1000, 850), (420, 850)],
        along((0, 730), (0, 850), ("#8fd6cf", "#2f9aa0", "#1a6f80")),
    )
    for _ in range(50):
        x, y = s.chance.uniform(240, 1280), s.chance.uniform(752, 836)
        s.line([(x, y), (x + s.chance.uniform(16, 60), y)], "#f3fffa66", 2.4)
    person(
        s,
        980,
        900,
        150,
        Person(skin="#8f5a3c", top="#f6efe0", wear="robe", head="turban", cloth="#c2512f"),
        "walk",
        rim="#fff4d4",
    )
    with s.at(1110, 905, 1.0):
        s.blob(
            [(-70, -60), (-50, -96), (-20, -78), (6, -112), (30, -80), (66, -70), (60, -44), (-60, -40)],
            ("#c99a5c", "#8f6534"),
        )
        for leg in (-50, -34, 40, 54):
            s.line([(leg, -46), (leg, 0)], "#8f6534", 8)
        s.line([(60, -62), (92, -84), (96, -116)], "#b5834a", 13, soft=True)
        s.blob([(90, -124), (122, -118), (120, -106), (92, -108)], "#b5834a")
    s.line([(330, 990), (350, 600), (330, 200)], "#6a4a34", 70, soft=True)
    for row in range(26):
        y = 960 - row * 30
        s.line([(300 + row * 0.4, y), (338, y - 16), (376 - row * 0.4, y - 2)], "#3f2a20aa", 5)
        s.line([(300, y - 10), (320, y - 20)], "#a87f54aa", 6)
    for angle in (-176, -150, -128, -104, -82, -60, -38, -14, 8, 168):
        with s.at(334, 180, 1, angle):
            s.line([(0, 0), (240, -20), (470, 50)], "#3f6a3c", 9, soft=True)
            for leaf in range(30):
                x = 40 + leaf * 14.5
                bow = -20 * math.sin(x / 300 * math.pi / 1.6) + (x / 470) ** 3 * 62
                reach = 96 - leaf * 1.9
                for side in (-1, 1):
                    s.blob(
                        [
                            (x, bow),
                            (x + reach * 0.6, bow + side * reach * 0.42 - side * 6),
                            (x + reach, bow + side * reach * 0.62),
                            (x + reach * 0.55, bow + side * reach * 0.46),
                        ],
                        mix("#2f5f40", "#a9c06a", s.chance.random() * (0.9 if side < 0 else 0.4)),
                    )
    for x, y, size in ((200, 330, 1.0), (450, 360, 1.15), (320, 400, 1.2), (560, 250, 0.8)):
        s.line([(334, 190), ((334 + x) / 2, y - 130), (x, y - 90)], "#d98f2e", 8, soft=True)
        for _ in range(110):
            px, py = x + s.chance.gauss(0, 28) * size, y + s.chance.uniform(-90, 90) * size
            s.oval(px, py, 9 * size, 12 * size, s.chance.choice(("#a8542a", "#c9742e", "#7f3a22", "#e09a3c")))
            s.oval(px - 3, py - 4, 2.4, 3.4, "#ffe9b466")


@scene
def beehives(s: Sheet) -> None:
    """Painted hives in a field of rosemary."""
    sky(s, ["#5fa8d4", "#bfdfe0", "#fdf0cc"], 430)
    clouds(s, 10, 320, ["#b9d6de", "#f0f3e6", "#ffffff"], cover=0.42)
    ranges(s, 440, [120, 80], "#9fb4b4", "#86a07c", 24)
    s.box(-10, 450, 1460, 540, along((0, 450), (0, 960), ("#a9b47c", "#8a9a6a", "#5f7452")))
    for x, y, size in ((130, 480, 190), (1290, 490, 220)):
        tree(s, x, y, size, "#5a7f4c", "#6a4f38", "#b9cb7c")

    def bushes(low: int, high: int, count: int, size: float) -> None:
        for _ in range(count):
            x, y = s.chance.uniform(-20, 1460), s.chance.uniform(low, high)
            for _ in range(10):
                tip = (x + s.chance.uniform(-1, 1) * size, y - s.chance.uniform(0.5, 1.4) * size)
                s.line([(x, y), tip], s.chance.choice(("#4f7a58", "#6a9470", "#3a6048")), size * 0.1)
                s.oval(
                    *tip,
                    size * 0.13,
                    size * 0.17,
                    s.chance.choice(("#8f86c9", "#b4a4e0", "#6f72b9", "#d3c4ee")),
                )

    bushes(470, 560, 130, 22)
    tints = ("#e2733a", "#3f8fb4", "#f0c04c", "#5a9a6a", "#d95a6a", "#f6ecd4")
    for row, (y, size) in enumerate(((600, 0.7), (740, 1.15))):
        for index in range(7 - row * 2):
            x = 170 + index * (190 + row * 110) + row * 40
            tint = tints[(index * 2 + row * 3) % 6]
            with s.at(x, y, size):
                s.oval(10, 6, 90, 12, "#2f402c77", 6)
                for leg in (-52, 44):
                    s.box(leg, -14, 12, 20, "#6a4f38")
                for level in range(3):
                    other = tints[(index * 2 + row * 3 + level * 2) % 6] if level == 1 else tint
                    s.box(
                        -66,
                        -64 - level * 52,
                        132,
                        50,
                        along((-66, 0), (66, 0), (lighter(other, 0.3), other, darker(other, 0.28))),
                        3,
                    )
                s.area([(-78, -166), (78, -166), (70, -186), (-70, -186)], ("#f3ece0", "#b9b0a4"))
                s.box(-34, -26, 68, 9, "#2f2420", 3)
        if row == 0:
            bushes(600, 680, 120, 34)
    bushes(770, 880, 120, 46)
    person(
        s,
        1240,
        850,
        400,
        Person(skin="#d9a27a", top="#f3ecdc", bottom="#e0d6c2", head="hat", cloth="#f6efe0"),
        "bent",
        True,
        rim="#fff6d8",
    )
    bushes(930, 1010, 130, 70)
    for _ in range(60):
        x, y = s.chance.uniform(60, 1400), s.chance.uniform(330, 820)
        size = 2.4 + (y - 330) / 120
        s.oval(x, y, size * 1.3, size, "#e0a02c")
        s.oval(x, y, size * 0.5, size, "#3a2a1c")
        s.oval(x - size * 0.3, y - size, size, size * 0.6, "#ffffff99")


@scene
def olive_press(s: Sheet) -> None:
    """A stone mill and a steel press, new oil running into the vat."""
    s.wash(along((0, 0), (1440, 0), ("#6a5238", "#a8814f", "#5a4430")))
    for row in range(9):
        for column in range(12):
            tone = mix("#a88a5f", "#7f6442", s.chance.random())
            s.box(column * 130 - (row % 2) * 65, row * 76, 124, 70, tone, 10)
    s.shape(arch(110, 70, 250, 420), ("#fff3c8", "#f6dc9a", "#d9b46a"))
    with s.inside(arch(110, 70, 250, 420)):
        tree(s, 240, 490, 300, OLIVE, BARK, SILVER)
    s.stroke(arch(110, 70, 250, 420), "#5a4430", 16)
    s.glow(240, 260, 820, "#fff0c0", 0.5)
    s.area(
        [(-20, 640), (1460, 640), (1460, 980), (-20, 980)],
        along((0, 640), (0, 960), ("#b5945f", "#86683f", "#4a3824")),
    )

    def mill() -> None:
        s.oval(450, 810, 330, 92, ("#b9b0a0", "#6f675c"))
        s.box(120, 700, 660, 112, along((120, 0), (780, 0), ("#d9d0bd", "#a89e8c", "#5f574e")))
        s.oval(450, 700, 330, 92, ("#e6ddc8", "#a79c88"))
        s.oval(450, 696, 282, 72, "#3f3a2a")
        s.oval(450, 700, 270, 64, ("#5c5a2c", "#7f7a3a"))
        s.box(436, 330, 28, 360, ("#8a6540", "#5a3f28"))
        for x, tone in ((300, "#c9c0ae"), (590, "#a89f8e")):
            s.oval(
                x,
                590,
                82,
                118,
                along((x - 80, 470), (x + 80, 710), (lighter(tone, 0.4), tone, darker(tone, 0.4))),
            )
            s.oval(x + 10, 590, 22, 30, darker(tone, 0.45))
        s.line([(300, 588), (600, 588)], "#6a4a30", 22)

    s.lit(mill, rim="#fff3cc", shift=(-3, -3))
    for _ in range(160):
        turn, far = s.chance.uniform(0, math.tau), math.sqrt(s.chance.random())
        s.oval(
            450 + math.cos(turn) * far * 250,
            706 + math.sin(turn) * far * 56,
            9,
            7,
            s.chance.choice(("#3a3046", "#6c7a3a", "#503c58")),
        )

    def press() -> None:
        s.box(960, 190, 400, 40, ("#e6ecee", "#8a979f"), 8)
        for x in (980, 1310):
            s.box(x, 220, 34, 520, along((x, 0), (x + 34, 0), ("#f3f6f6", "#a9b5bb", "#5f6c74")))
        s.box(1130, 120, 62, 240, along((1130, 0), (1192, 0), ("#f6f9f9", "#a9b5bb", "#5f6c74")), 10)
        s.box(1040, 350, 240, 40, ("#cfd8dc", "#7f8c94"), 6)
        for disc in range(9):
            s.box(
                1050,
                392 + disc * 32,
                220,
                26,
                along((1050, 0), (1270, 0), ("#c9b47a", "#8f7a44", "#54472a")),
                12,
            )
            s.oval(1090 + disc * 16, 420 + disc * 32, 5, 9, "#d9d04a")
        s.box(1000, 680, 330, 60, along((1000, 0), (1330, 0), ("#f3f6f6", "#a9b5bb", "#5f6c74")), 12)

    s.lit(press, rim="#fffbe6", shift=(-3, -2))
    s.blob(
        [(1010, 712), (966, 722), (940, 780), (936, 850), (966, 850), (972, 790), (1000, 742)],
        along((0, 712), (0, 850), ("#f6f08a", "#c9c43a", "#a8a82c")),
    )
    s.box(830, 840, 270, 110, along((830, 0), (1100, 0), ("#f3f6f6", "#a9b5bb", "#5f6c74")), 14)
    s.oval(965, 842, 134, 30, ("#dfe6e8", "#8a979f"))
    s.oval(965, 844, 116, 23, ("#f0ea6a", "#b9b82c"))
    s.glow(955, 842, 130, "#fff79a", 0.7)
    person(
        s,
        760,
        900,
        400,
        Person(skin="#b97c54", top="#4a5f4a", wear="apron", cloth="#e9dcc0", head="cap", bottom="#3a3a44"),
        "bent",
        rim="#fff3cc",
    )


@scene
def olive_nets(s: Sheet) -> None:
    """Olives heaped on a net, hands sorting them."""
    s.wash(along((0, 0), (0, 960), ("#6f7a4a", "#4f5c38", "#2f3a28")))
    for index in range(-30, 70):
        s.line([(index * 30, -20), (index * 30 + 420, 980)], "#c9d3a455", 2.4)
        s.line([(index * 30 + 420, -20), (index * 30, 980)], "#c9d3a455", 2.4)
    spots = []
    for _ in range(560):
        x, y = s.chance.gauss(720, 330), s.chance.gauss(560, 190)
        spots.append((y, x))
    tints = (
        ("#2a2236", "#6a5a86"),
        ("#3f2f4a", "#8a74a0"),
        ("#6f8a34", "#c2d46a"),
        ("#8aa044", "#dfe68a"),
        ("#5a3a4a", "#a8748a"),
        ("#4f6a2c", "#a0b85a"),
    )
    for y, x in sorted(spots):
        dark, light = s.chance.choice(tints)
        size = 26 + y * 0.02
        with s.at(x, y, 1, s.chance.uniform(-60, 60)):
            s.oval(5, 9, size * 1.1, size * 0.86, "#141a1066", 5)
            s.oval(
                0,
                0,
                size * 1.12,
                size * 0.84,
                around((-size * 0.3, -size * 0.36), size * 1.5, (light, mix(dark, light, 0.4), dark)),
            )
            s.oval(-size * 0.36, -size * 0.36, size * 0.2, size * 0.11, "#ffffff99")
    for _ in range(22):
        with s.at(
            s.chance.uniform(40, 1400),
            s.chance.uniform(120, 940),
            s.chance.uniform(0.9, 1.5),
            s.chance.uniform(0, 360),
        ):
            s.blob([(-70, 0), (0, -17), (70, 0), (0, 15)], along((0, -17), (0, 15), (SILVER, OLIVE)))
            s.line([(-66, 0), (66, 0)], "#dfe6c4", 2)

    def hands() -> None:
        for side, skin, cloth in ((-1, "#a86c48", "#b5533a"), (1, "#c98f66", "#2f6f7c")):
            x = 720 + side * 360
            s.shape(limb([(x + side * 420, 1020), (x + side * 250, 860)], [190, 150]), cloth)
            s.shape(
                limb([(x + side * 270, 880), (x + side * 90, 720), (x, 620)], [116, 100, 112]),
                along((x - 100, 560), (x + 100, 800), (lighter(skin, 0.2), skin, darker(skin, 0.25))),
            )
            for finger in range(4):
                base = (x - side * 6 + side * finger * 26 - side * 30, 580 + finger * 18)
                s.shape(
                    limb(
                        [
                            base,
                            (base[0] - side * 70, base[1] - 50 + finger * 12),
                            (base[0] - side * 130, base[1] - 20 + finger * 22),
                        ],
                        [44, 39, 31],
                    ),
                    mix(skin, "#5a2c24", 0.05 + finger * 0.07),
                )
            s.shape(
                limb([(x + side * 30, 660), (x - side * 50, 700), (x - side * 100, 690)], [46, 40, 32]),
                lighter(skin, 0.1),
            )

    s.lit(hands, rim="#fff3cc", shift=(-4, -4))
    s.glow(300, 60, 900, "#fff3c0", 0.42)


@scene
def olive_oil_bottles(s: Sheet) -> None:
    """New oil in bottles against a window, light through them."""
    s.wash(along((0, 0), (0, 960), ("#4a3a2c", "#6a5238", "#3a2c20")))
    s.box(90, 40, 1260, 700, along((0, 40), (0, 740), ("#bfe0ea", "#f6f3d3", "#f9dc9a")))
    with s.inside(box(90, 40, 1260, 700)), s.layer(blur=5):
        ranges(s, 560, [150, 110, 70], "#c9c4c4", "#94a37a", 40)
        for x in range(120, 1400, 170):
            tree(s, x, 700, 200, OLIVE, BARK, SILVER)
    for x in (90, 510, 930, 1350):
        s.box(x - 13, 30, 26, 720, along((x - 13, 0), (x + 13, 0), ("#f6ecd4", "#a8906c")))
    s.box(80, 360, 1280, 20, ("#f6ecd4", "#b59c76"))
    s.box(70, 20, 1300, 26, "#d9c49c")
    s.box(-10, 736, 1460, 250, along((0, 736), (0, 960), ("#e9cf9c", "#b98f58", "#6f5030")))
    shapes = (
        (150, 1.0, 0.84),
        (330, 1.14, 0.9),
        (520, 0.9, 0.7),
        (700, 1.2, 0.88),
        (890, 1.0, 0.92),
        (1070, 1.14, 0.78),
        (1260, 0.94, 0.9),
    )
    for index, (x, size, full) in enumerate(shapes):
        with s.layer(blend="Screen", blur=12):
            s.blob(
                [(x - 40, 820), (x + 50, 820), (x + 190, 960), (x + 60, 970)],
                along((x, 820), (x + 120, 960), ("#f0e04acc", "#f0e04a11")),
            )
        with s.at(x, 830, size):
            square = index % 3 == 1
            body = (
                smooth(
                    [
                        (-66, 0),
                        (-70, -60),
                        (-68, -240),
                        (-56, -300),
                        (-24, -346),
                        (-22, -440),
                        (22, -440),
                        (24, -346),
                        (56, -300),
                        (68, -240),
                        (70, -60),
                        (66, 0),
                    ]
                )
                if not square
                else polygon(
                    [
                        (-64, 0),
                        (-64, -280),
                        (-22, -330),
                        (-22, -440),
                        (22, -440),
                        (22, -330),
                        (64, -280),
                        (64, 0),
                    ]
                )
            )
            s.shape(body, "#eaf3d044")
            with s.inside(body):
                top = -440 * full * 0.86
                tint = ("#c9c22c", "#b5b82a", "#d9cc3a")[index % 3]
                s.box(
                    -80,
                    top,
                    160,
                    460,
                    along(
                        (-70, 0),
                        (70, 0),
                        (darker(tint, 0.3), lighter(tint, 0.35), "#fff79a", tint, darker(tint, 0.4)),
                        (0, 0.22, 0.42, 0.7, 1),
                    ),
                )
                s.oval(0, top, 70, 9, "#fff9b4cc")
                s.box(-48, -290, 13, 260, "#ffffff77", 6)
                s.box(44, -260, 6, 200, "#ffffff44", 3)
            s.stroke(body, "#5a6a2c99", 4)
            s.box(-20, -474, 40, 46, ("#d9a868", "#8a5f38"), 7)
            s.area([(-50, -190), (50, -190), (50, -90), (-50, -90)], "#fbf3dcdd")
            s.blob([(-30, -140), (0, -164), (30, -140), (0, -118)], OLIVE)
    s.glow(720, 320, 820, "#fff6c4", 0.4)


@scene
def olive_supper(s: Sheet) -> None:
    """A long table under the olive trees, lanterns at dusk."""
    sky(s, ["#2a2f66", "#6a5a94", "#c98a94", "#f6c48c"], 520)
    clouds(s, 20, 420, ["#4a4a84", "#9a7098", "#e9a08c"], cover=0.44)
    ranges(s, 520, [130, 80], "#8a7094", "#5f5478", 20)
    s.box(-10, 540, 1460, 450, along((0, 540), (0, 960), ("#6f6450", "#4f4a44", "#26242f")))
    for x, y, size in ((110, 640, 420), (420, 600, 300), (1010, 600, 310), (1330, 640, 440)):
        tree(s, x, y, size, "#4a5a52", "#3a2c2c", "#8a9a84")
    s.glow(720, 560, 820, "#ffb85a", 0.55)
    rope = [(-20 + k * 74, 210 + 46 * math.sin(k * 0.78)) for k in range(21)]
    s.line(rope, "#2a2230", 3, soft=True)
    for k in range(2, 19, 2):
        x, y = rope[k]
        s.line([(x, y), (x, y + 40)], "#2a2230", 2.4)
        s.blob(
            [(x - 17, y + 44), (x + 17, y + 44), (x + 22, y + 74), (x, y + 96), (x - 22, y + 74)],
            around((x, y + 68), 36, ("#fffbe0", "#ffd27a", "#f09a3a")),
        )
        s.glow(x, y + 70, 130, "#ffc56a", 0.85)
    looks = (
        ("hijab", "#2f6f74"),
        ("short", "#a8443a"),
        ("hat", "#c98a2b"),
        ("curly", "#3f5a7a"),
        ("bun", "#7a3a52"),
        ("cap", "#4a6a4a"),
        ("long", "#d9694a"),
        ("short", "#2f4f6a"),
    )
    for index, (head, top) in enumerate(looks):
        person(
            s,
            190 + index * 152,
            806,
            330,
            Person(skin=SKINS[(index * 2 + 1) % 6], top=top, head=head, cloth="#f0dcb0", beard=index == 1),
            ("speak", "relaxed", "read", "cheer", "speak", "relaxed", "wave", "speak")[index],
            index % 2 == 1,
            rim="#ffd890",
        )
    s.area([(60, 640), (1380, 640), (1470, 730), (-30, 730)], ("#fff3dc", "#e6cfa8"))
    s.area([(-30, 730), (1470, 730), (1470, 800), (-30, 800)], ("#e9d6b4", "#a88f74"))
    for fold in range(26):
        s.line([(-10 + fold * 58, 734), (-14 + fold * 58, 800)], "#8a745c55", 4)
    for index in range(15):
        x = 90 + index * 92
        kind = index % 4
        if kind == 0:
            s.oval(x, 690, 42, 14, ("#f6f0e4", "#c9b89c"))
            s.oval(x, 686, 30, 9, ("#e0742e", "#b5533a"))
        elif kind == 1:
            s.area([(x - 12, 692), (x + 12, 692), (x + 16, 640), (x - 16, 640)], ("#d9cc3acc", "#a8a02ccc"))
        elif kind == 2:
            s.blob([(x - 40, 696), (x - 20, 666), (x + 20, 666), (x + 42, 696)], ("#e0a45a", "#a86a2f"))
        else:
            s.box(x - 6, 646, 12, 44, "#fffaf0", 3)
            s.blob([(x - 5, 646), (x, 626), (x + 5, 646)], "#fff0a0")
            s.glow(x, 638, 60, "#ffd98a", 0.9)
    for index, (head, top) in enumerate(
        (
            ("short", "#3a3a5c"),
            ("hijab", "#6a3a4a"),
            ("hat", "#4a4a3a"),
            ("tail", "#2f4a52"),
            ("curly", "#5a3a3a"),
        )
    ):
        person(
            s,
            150 + index * 285,
            940,
            330,
            Person(skin=SKINS[index], top=top, head=head, cloth="#c9a878", bottom="#26243a"),
            "sit",
            index % 2 == 1,
            rim="#ffd890",
            shift=(0, -2),
        )
        s.box(60 + index * 285, 900, 190, 20, ("#5a4030", "#2f2220"), 5)
