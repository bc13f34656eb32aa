# mypy: allow-redefinition-new, local-partial-types
"""Dams, railways, quarries and border roads."""

import math

import skia

from nashra.demo.draw.canvas import Sheet, along, polygon, smooth
from nashra.demo.draw.colour import darker, fade, lighter, mix
from nashra.demo.draw.figures import Person, crowd, person
from nashra.demo.draw.nature import birds, clouds, cypress, ranges, sky
from nashra.demo.draw.scenes import scene
from nashra.demo.draw.things import digger, lorry
from nashra.demo.draw.town import arch

OLIVE, SILVER, BARK = "#66795a", "#b9c39a", "#5a4838"


@scene
def dam_reservoir(s: Sheet) -> None:
    """A curved dam and a low reservoir, old water lines on the rock."""
    sky(s, ["#4f8fc0", "#a9cedb", "#f3ecce"], 330)
    ranges(s, 330, [150, 90], "#bfb09a", "#a98f6c", 20)
    bowl = smooth(
        [
            (-60, 300),
            (300, 330),
            (720, 310),
            (1150, 330),
            (1500, 290),
            (1500, 700),
            (1100, 640),
            (720, 660),
            (300, 640),
            (-60, 720),
        ]
    )
    s.shape(bowl, along((0, 300), (0, 680), ("#d9bf94", "#c29a68")))
    with s.inside(bowl):
        for index in range(15):
            y = 340 + index * 15
            s.line(
                [(-40, y + 30), (300, y + 6), (720, y), (1150, y + 6), (1480, y + 26)],
                mix("#f6e6c4", "#a97f54", index / 15),
                6,
                soft=True,
            )
    lake = smooth(
        [
            (60, 620),
            (260, 540),
            (500, 500),
            (740, 492),
            (980, 506),
            (1230, 548),
            (1400, 620),
            (1100, 700),
            (400, 700),
        ]
    )
    s.shape(lake, along((0, 490), (0, 700), ("#8fd0d4", "#3f9fae", "#1f7488")))
    with s.inside(lake):
        for _ in range(70):
            x, y = s.chance.uniform(100, 1350), s.chance.uniform(500, 690)
            s.line([(x, y), (x + s.chance.uniform(20, 90), y)], "#f3fbf455", 2.4)
    top = [(-60, 640), (240, 668), (560, 690), (900, 690), (1220, 668), (1500, 636)]
    wall = smooth([*top, (1500, 1010), (1160, 1030), (720, 1040), (300, 1030), (-60, 1010)])
    s.shape(wall, along((0, 0), (1440, 0), ("#f3e8cf", "#d9cbb0", "#a99c8c", "#7a7480")))
    with s.inside(wall):
        for index in range(15):
            x = -60 + index * 112
            s.line([(x, 620), (x + (720 - x) * 0.1, 1000)], "#6a605844", 3)
        for row in range(6):
            y = 740 + row * 52
            s.line(
                [(-60, y - 40), (240, y - 12), (560, y + 8), (900, y + 8), (1220, y - 12), (1500, y - 44)],
                "#6a605833",
                2.4,
                soft=True,
            )
        for x in (620, 720, 820):
            s.box(x - 22, 800, 44, 54, "#4a4a58", 8)
            s.blob(
                [(x - 16, 846), (x + 16, 846), (x + 46, 1010), (x - 46, 1010)],
                along((0, 846), (0, 1000), ("#ffffff", "#dff0f099", "#ffffff44")),
                3,
            )
    s.line(top, "#fbf3de", 22, soft=True)
    s.line([(x, y - 14) for x, y in top], "#8a8078", 3, soft=True)
    for index in range(40):
        share = index / 39
        x = -40 + share * 1500
        y = 692 - ((x - 730) / 790) ** 2 * 54
        s.line([(x, y - 4), (x, y - 22)], "#8a8078", 2)
    person(s, 470, 676, 64, Person(top="#c2512f", head="helmet", cloth="#ffe27a", wear="vest"), "point")
    person(s, 510, 679, 62, Person(top="#39597f", head="helmet", cloth="#ffffff"), "stand")
    s.box(1010, 610, 90, 66, ("#f3e8cf", "#b9a98c"))
    s.area([(1000, 612), (1110, 612), (1090, 588), (1020, 588)], "#a4523c")


@scene
def desert_railway(s: Sheet) -> None:
    """A train on a straight line through ochre desert."""
    sky(s, ["#3f8fc4", "#9fcbd6", "#f6e2b4"], 470)
    clouds(s, 20, 330, ["#c4d3d3", "#f3ead0", "#ffffff"], cover=0.3)
    for x, wide, tall, tone in ((120, 460, 150, "#c98a62"), (760, 620, 210, "#bb7450")):
        mesa = polygon(
            [
                (x, 480),
                (x + wide * 0.1, 470 - tall * 0.5),
                (x + wide * 0.16, 470 - tall),
                (x + wide * 0.8, 470 - tall * 0.96),
                (x + wide * 0.88, 470 - tall * 0.45),
                (x + wide, 480),
            ]
        )
        s.shape(mesa, along((x, 0), (x + wide, 0), (lighter(tone, 0.25), tone, darker(tone, 0.3))))
        with s.inside(mesa):
            for layer in range(6):
                s.line(
                    [(x, 470 - tall * layer / 6), (x + wide, 466 - tall * layer / 6)],
                    fade(darker(tone, 0.3), 0.35),
                    5,
                )
    s.box(-10, 470, 1460, 520, along((0, 470), (0, 960), ("#e9bf7a", "#d99f58", "#b5743c")))
    for row in range(14):
        y = 500 + row * row * 2.6
        s.line(
            [(-20, y), (400, y + 8 * math.sin(row)), (900, y - 6), (1460, y + 5)],
            "#a8683444",
            2 + row * 0.5,
            soft=True,
        )
    s.area(
        [(960, 476), (974, 476), (520, 980), (40, 980)],
        along((0, 476), (0, 960), ("#c4ad8c", "#9a8468", "#6f5c48")),
    )
    for row in range(34):
        share = (row / 33) ** 2.1
        y = 478 + share * 500
        left, right = 961 - share * 830, 973 - share * 540
        s.line([(left, y), (right, y)], "#5a4536", 1.4 + share * 15)
    for rail in (0.26, 0.74):
        s.area(
            [
                (961 + 12 * rail, 476),
                (962 + 12 * rail, 476),
                (140 + 300 * rail + 12, 980),
                (140 + 300 * rail - 12, 980),
            ],
            ("#f3efe6", "#7f7f86"),
        )

    def train() -> None:
        nose = [(790, 500), (880, 500), (900, 700), (890, 720), (770, 720), (764, 700)]
        s.area(
            [(880, 500), (962, 462), (968, 462), (970, 490), (900, 716)],
            along((880, 0), (970, 0), ("#8d2f2a", "#c9563a")),
        )
        for window in range(7):
            share = window / 7
            x = 892 + 70 * share
            s.area(
                [
                    (x, 530 - share * 52),
                    (x + 7, 526 - share * 52),
                    (x + 7, 580 - share * 90),
                    (x, 592 - share * 92),
                ],
                "#ffe9b4",
            )
        s.area(nose, along((764, 0), (900, 0), ("#f0764a", "#d1482f", "#a83428")))
        s.area([(790, 500), (880, 500), (888, 566), (780, 566)], ("#26364a", "#7fa0b0"))
        s.box(764, 620, 136, 22, "#fbf0d6")
        for lamp in (792, 872):
            s.oval(lamp, 668, 13, 13, "#fff8dc")
            s.glow(lamp, 668, 70, "#fff0b8", 0.9)
        s.area([(776, 720), (890, 720), (880, 750), (786, 750)], "#3a2f30")

    s.lit(train, rim="#fff0cc", shift=(-3, -2))
    s.oval(640, 756, 190, 14, "#6a402044", 6)
    for x, height in ((1010, 70), (1070, 130), (1190, 240), (1400, 400)):
        base = 476 + (x - 966) * 0.56
        s.line([(x, base), (x, base - height)], "#5a4636", 2 + height * 0.022)
        s.line(
            [(x - height * 0.16, base - height * 0.9), (x + height * 0.16, base - height * 0.9)],
            "#5a4636",
            1.6 + height * 0.014,
        )
    for _ in range(26):
        x, y = s.chance.uniform(0, 1440), s.chance.uniform(560, 950)
        if 200 < x < 930 and y > 500:
            continue
        size = (y - 440) * 0.09
        for _ in range(9):
            s.line(
                [(x, y), (x + s.chance.uniform(-1, 1) * size, y - s.chance.uniform(0.3, 1) * size)],
                s.chance.choice(("#7f8450", "#a89a5c", "#5f6a44")),
                3,
            )


@scene
def mountain_train(s: Sheet) -> None:
    """A small red train on a viaduct between mountains."""
    sky(s, ["#5f9fc4", "#b9d6d9", "#f6e9cc"], 560)
    clouds(s, 60, 430, ["#b4cad3", "#e9ebe2", "#ffffff"], cover=0.42)
    for peaks, tone in (
        ([(-60, 600), (160, 300), (380, 430), (620, 190), (900, 440), (1130, 260), (1500, 560)], "#8fa4b4"),
        ([(-60, 620), (200, 500), (420, 560), (700, 470), (980, 580), (1230, 430), (1500, 640)], "#6f8a84"),
    ):
        s.area(
            [*peaks, (1500, 1000), (-60, 1000)],
            along((0, 200), (0, 800), (lighter(tone, 0.3), tone, mix(tone, "#c9d3cc", 0.4))),
        )
        for px, py in peaks[1:-1]:
            s.area([(px, py), (px + 160, py + 260), (px + 20, py + 200)], fade(darker(tone, 0.4), 0.35))
    s.haze(430, 760, "#f6efdc", 0.6)
    for side in (0, 1):
        cliff = (
            smooth([(-80, 470), (120, 500), (250, 600), (310, 760), (420, 1020), (-80, 1020)])
            if side == 0
            else smooth([(1520, 430), (1330, 490), (1220, 600), (1150, 780), (1040, 1020), (1520, 1020)])
        )
        s.shape(cliff, along((0, 480), (0, 960), ("#7f9468", "#5a7454", "#34523f")))
        with s.inside(cliff):
            for _ in range(120):
                x = s.chance.uniform(-40, 420) if side == 0 else s.chance.uniform(1040, 1480)
                y = s.chance.uniform(520, 980)
                cypress(s, x, y, s.chance.uniform(40, 90), "#2f4f3c", "#8fa868")
    s.box(-10, 470, 1460, 24, ("#f3e3c2", "#c9b08a"))
    for index in range(7):
        x = 120 + index * 190
        s.area(
            [(x - 30, 490), (x + 30, 490), (x + 46, 1000), (x - 46, 1000)],
            along((x - 40, 0), (x + 40, 0), ("#f0dfba", "#c9ae88", "#7f6a62")),
        )
    for index in range(8):
        x = 25 + index * 190
        opening = arch(x - 65, 506, 130, 560)
        top = polygon([(x - 95, 490), (x + 95, 490), (x + 95, 600), (x - 95, 600)])
        s.shape(
            skia.Op(top, opening, skia.kDifference_PathOp),
            along((x - 95, 0), (x + 95, 0), ("#e9d4ac", "#bfa27c")),
        )
    s.box(-10, 462, 1460, 10, "#fbf0d2")

    def train() -> None:
        for index in range(4):
            x = 330 + index * 198
            s.box(x, 384, 190, 70, ("#e8543c", "#c9372c", "#8a2424"), 12)
            s.box(x, 428, 190, 8, "#fbeccb")
            for window in range(5):
                s.box(x + 14 + window * 34, 396, 26, 26, ("#2c3f54", "#b9d3d6"), 4)
            for wheel in (30, 60, 130, 160):
                s.oval(x + wheel, 456, 9, 9, "#2a262c")
        s.box(1110, 384, 26, 70, "#c9372c", 10)
        s.box(1118, 394, 16, 28, "#bfe0e6", 4)
        s.line([(540, 384), (560, 362), (536, 350)], "#3a2f34", 4)

    s.lit(train, rim="#fff2cf", shift=(-2, -3))
    s.line([(-10, 346), (1450, 346)], "#3a3a44", 2)
    birds(s, [(880, 640, 44), (950, 690, 30), (780, 700, 26)], "#fdfaf0")


@scene
def border_market(s: Sheet) -> None:
    """Market tents under a desert pass."""
    sky(s, ["#3f86bd", "#9cc6d3", "#f6e0b4"], 420)
    clouds(s, 0, 280, ["#bccfd3", "#f0e9d4", "#ffffff"], cover=0.36)
    for side in (-1, 1):
        edge = (
            [(-60, 130), (160, 190), (330, 300), (470, 400), (640, 480), (-60, 500)]
            if side < 0
            else [(1500, 90), (1290, 150), (1130, 270), (980, 380), (800, 480), (1500, 500)]
        )
        cliff = polygon(edge)
        s.shape(cliff, along((0, 100), (0, 480), ("#d99a68", "#b9744a", "#9a5a3c")))
        with s.inside(cliff):
            for layer in range(9):
                s.line([(-60, 150 + layer * 46), (1500, 140 + layer * 46)], "#7f452e55", 7)
            for index in range(9):
                x = index * 60 if side < 0 else 1440 - index * 60
                s.area([(x, 100), (x + 30, 100), (x + 70, 500), (x + 10, 500)], "#6a3a2c33")
    s.box(-10, 405, 1460, 70, ("#e9d3a8", "#e2bd84"))
    s.box(-10, 470, 1460, 520, along((0, 470), (0, 960), ("#ecca90", "#dba968", "#a9743f")))
    s.area([(690, 478), (760, 478), (1080, 980), (360, 980)], "#f3d9a488")
    for x, y, length, flip in ((560, 540, 150, False), (930, 550, 160, True), (1260, 640, 300, True)):
        s.oval(x, y, length * 0.5, 8, "#6a442c66", 5)
        lorry(s, x, y, length, "#3f7f9c" if flip else "#c2512f", "#c9b48a", flip)
    stalls = [
        (60, 600, 0.62, "#c2512f"),
        (330, 570, 0.5, "#2f7f8c"),
        (1080, 580, 0.54, "#e0a63c"),
        (1380, 640, 0.7, "#7a3a52"),
        (120, 800, 1.15, "#2f6f9a"),
        (420, 720, 0.86, "#e0a63c"),
        (1010, 730, 0.9, "#c2512f"),
        (1330, 850, 1.25, "#3f7d55"),
    ]
    for x, y, size, tint in stalls:
        with s.at(x, y, size):
            s.oval(0, 4, 180, 16, "#6a442c55", 6)
            for pole in (-150, 150):
                s.line([(pole, 0), (pole, -150)], "#6a4a34", 8)
            s.box(-140, -60, 280, 58, ("#b98a54", "#7f5734"))
            for pile in range(5):
                goods = ("#e0742e", "#b5473a", "#8fae4c", "#f0c04c", "#7a4a72")[(pile + int(x)) % 5]
                s.blob(
                    [(-136 + pile * 56, -58), (-110 + pile * 56, -92), (-84 + pile * 56, -58)],
                    (lighter(goods, 0.2), darker(goods, 0.2)),
                )
            roof = [
                (-180, -140),
                (-60, -210),
                (60, -210),
                (180, -140),
                (140, -122),
                (90, -138),
                (40, -122),
                (-10, -138),
                (-60, -122),
                (-110, -138),
                (-150, -122),
            ]
            s.area(roof, (lighter(tint, 0.2), darker(tint, 0.12)))
            for stripe in range(4):
                left = -150 + stripe * 84
                s.area(
                    [(left * 0.4 - 8, -208), (left * 0.4 + 12, -208), (left + 34, -134), (left, -134)],
                    "#fbf0d699",
                )
    crowd(
        s, 200, 1240, 700, 120, 16, ("#c2512f", "#2f6f8c", "#d9a441", "#f3ead6", "#5a3d6a"), rim="#fff4d4aa"
    )
    person(
        s,
        640,
        900,
        260,
        Person(skin="#8f5a3c", top="#f3ead6", wear="robe", head="turban", cloth="#2f7f8c", beard=True),
        "speak",
        rim="#fff4d4",
    )
    person(
        s,
        800,
        905,
        250,
        Person(skin="#b97c54", top="#7a3a52", wear="robe", head="hijab", cloth="#e0a63c"),
        "carry",
        True,
        rim="#fff4d4",
    )
    for x, y, tint in ((500, 470, "#2f7f8c"), (900, 470, "#e0a63c")):
        s.line([(x, y), (x, y - 170)], "#5a4636", 5)
        s.blob(
            [
                (x, y - 168),
                (x + 40, y - 176),
                (x + 88, y - 162),
                (x + 86, y - 118),
                (x + 40, y - 130),
                (x, y - 120),
            ],
            (tint, darker(tint, 0.2)),
        )


@scene
def quarry(s: Sheet) -> None:
    """Steps of a stone quarry, big blocks, a yellow digger, dust."""
    sky(s, ["#6fb0d4", "#cfe2dc", "#fbf0cf"], 330)
    for level in range(5):
        y = 180 + level * 92
        inset = level * 90
        tone = mix("#f3e2ba", "#c9a676", level / 5)
        s.area(
            [
                (-20, y - 60),
                (320 + inset * 0.4, y),
                (1120 - inset * 0.4, y),
                (1460, y - 80),
                (1460, 980),
                (-20, 980),
            ],
            along((0, 0), (1440, 0), (lighter(tone, 0.2), tone, darker(tone, 0.22))),
        )
        s.area(
            [
                (-20, y - 60),
                (320 + inset * 0.4, y),
                (1120 - inset * 0.4, y),
                (1460, y - 80),
                (1460, y - 64),
                (1120 - inset * 0.4, y + 16),
                (320 + inset * 0.4, y + 16),
                (-20, y - 44),
            ],
            lighter(tone, 0.45),
        )
        for x in range(-20, 1460, 74):
            if s.chance.random() < 0.8:
                s.line([(x, y + 8), (x + s.chance.uniform(-6, 6), y + 92)], "#8a6a4455", 3)
    s.area(
        [(-20, 640), (1460, 620), (1460, 980), (-20, 980)],
        along((0, 630), (0, 960), ("#ecd5a4", "#d1ac74", "#a07a4c")),
    )
    for x, y, wide, tall in (
        (150, 800, 260, 150),
        (330, 890, 300, 170),
        (1180, 880, 320, 190),
        (1010, 760, 190, 110),
        (1330, 770, 220, 140),
        (700, 700, 140, 80),
    ):
        s.oval(x + wide * 0.1, y + 6, wide * 0.65, 16, "#6a4a2c66", 7)
        s.area(
            [(x - wide / 2, y - tall), (x + wide * 0.3, y - tall), (x + wide * 0.3, y), (x - wide / 2, y)],
            along((0, y - tall), (0, y), ("#f6e8c6", "#dcc294")),
        )
        s.area(
            [
                (x - wide / 2, y - tall),
                (x - wide * 0.34, y - tall * 1.24),
                (x + wide * 0.46, y - tall * 1.24),
                (x + wide * 0.3, y - tall),
            ],
            "#fff8e2",
        )
        s.area(
            [
                (x + wide * 0.3, y - tall),
                (x + wide * 0.46, y - tall * 1.24),
                (x + wide * 0.46, y - tall * 0.2),
                (x + wide * 0.3, y),
            ],
            ("#b99c70", "#94794f"),
        )
        for drill in range(5):
            s.line(
                [
                    (x - wide * 0.42 + drill * wide * 0.16, y - tall),
                    (x - wide * 0.42 + drill * wide * 0.16, y - tall * 0.5),
                ],
                "#a98a5c77",
                4,
            )
    digger(s, 620, 850, 470, "#f0b02c")
    with s.layer(0.85, blur=22):
        for _ in range(46):
            x, y = s.chance.gauss(960, 130), s.chance.gauss(770, 60)
            s.oval(x, y, s.chance.uniform(30, 90), s.chance.uniform(20, 50), "#fff0cc33")
    person(
        s,
        420,
        740,
        120,
        Person(top="#e8792b", wear="vest", cloth="#fff0a0", head="helmet"),
        "point",
        rim="#fff6dc",
    )
    person(
        s,
        1150,
        640,
        80,
        Person(top="#e8792b", wear="vest", cloth="#fff0a0", head="helmet"),
        "stand",
        rim="#fff6dc",
    )
    s.glow(1250, 40, 620, "#fff0c0", 0.6)
