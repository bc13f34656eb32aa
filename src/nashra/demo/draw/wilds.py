# mypy: allow-redefinition-new, local-partial-types
"""Mountains, deserts and animals."""

import math
from functools import partial

from nashra.demo.draw.canvas import Sheet, along, oval, polygon, smooth
from nashra.demo.draw.colour import darker, fade, lighter, mix
from nashra.demo.draw.nature import clouds, cypress, ranges, ridge, sky, sun, water
from nashra.demo.draw.scenes import scene
from nashra.demo.draw.things import stars, stone
from nashra.demo.draw.town import house

OLIVE, SILVER, BARK = "#66795a", "#b9c39a", "#5a4838"


@scene
def highland_glacier(s: Sheet) -> None:
    """The last glacier under high peaks, a terraced town below."""
    sky(s, ["#2a5f9a", "#6fa6c9", "#d3e2e0"], 600)
    clouds(s, 40, 380, ["#a9c4d9", "#e2ebe9", "#ffffff"], cover=0.36)
    for peaks, tone, light in (
        (
            [
                (-60, 560),
                (120, 330),
                (260, 400),
                (430, 220),
                (600, 380),
                (760, 260),
                (980, 420),
                (1180, 300),
                (1500, 540),
            ],
            "#8fa3b8",
            "#dfe7ea",
        ),
        (
            [
                (-60, 700),
                (200, 470),
                (420, 330),
                (640, 120),
                (820, 300),
                (960, 240),
                (1190, 430),
                (1500, 620),
            ],
            "#5f6f88",
            "#f3f5f2",
        ),
    ):
        body = polygon([*peaks, (1500, 1000), (-60, 1000)])
        s.shape(body, along((0, 150), (0, 800), (lighter(tone, 0.2), tone, darker(tone, 0.25))))
        with s.inside(body):
            for px, py in peaks[1:-1]:
                s.area(
                    [(px, py), (px + 220, py + 420), (px + 30, py + 420), (px - 20, py + 200)],
                    fade(darker(tone, 0.5), 0.45),
                )
                s.area(
                    [
                        (px, py - 4),
                        (px + 46, py + 76),
                        (px + 12, py + 60),
                        (px - 8, py + 96),
                        (px - 34, py + 62),
                        (px - 66, py + 88),
                    ],
                    light,
                )
    ice = smooth(
        [
            (600, 250),
            (690, 240),
            (740, 330),
            (720, 430),
            (780, 520),
            (760, 610),
            (690, 640),
            (640, 560),
            (650, 460),
            (590, 360),
        ]
    )
    s.shape(ice, along((560, 240), (780, 640), ("#ffffff", "#dff0f5", "#9fd0e0", "#6fb0cc")))
    with s.inside(ice):
        for index in range(14):
            y = 280 + index * 26
            s.line([(580, y), (680, y + 26), (790, y + 6)], "#5f9fc088", 3, soft=True)
    s.blob([(560, 330), (592, 300), (640, 470), (620, 560), (560, 470)], "#8a8478aa", 6)
    s.line([(720, 636), (740, 700), (700, 760), (780, 830), (740, 960)], "#a9dbe2", 16, soft=True)
    for row in range(7):
        y = 660 + row * 46
        tone = mix("#8a9a5f", "#a98a54", row / 6)
        crest = [
            (x, y + 16 * math.sin(x / 200 + row) + abs(x - 740) * -0.06 + 20) for x in range(-40, 1500, 40)
        ]
        s.area([*crest, (1500, 1000), (-40, 1000)], (lighter(tone, 0.2), tone, darker(tone, 0.2)))
        s.line(crest, fade("#f3e6b4", 0.5), 3)
        for _ in range(16):
            x = s.chance.uniform(0, 1400)
            if 660 < x < 830:
                continue
            size = 40 + row * 8
            foot = y + 16 * math.sin(x / 200 + row) + abs(x - 740) * -0.06 + 22
            if s.chance.random() < 0.72:
                house(
                    s,
                    x,
                    foot,
                    size,
                    size * 0.8,
                    s.chance.choice(("#f3e6cc", "#e0a27a", "#d9b48a", "#c9785a")),
                    s.chance.choice(("#a4523c", "#8a4a44")),
                    columns=2,
                    floors=2,
                    shade="#3a3a62",
                )
            else:
                cypress(s, x, foot, size * 1.5, "#3f5a3f", "#8fa35f")
    s.line([(740, 700), (716, 790), (760, 870), (730, 970)], "#a9dbe2", 12, soft=True)


@scene
def flamingos(s: Sheet) -> None:
    """Flamingos in shallow water at evening."""
    sky(s, ["#6a5f9c", "#b98aae", "#f2a9a0", "#ffd6a4"], 430)
    clouds(s, 10, 380, ["#7f6ca4", "#c98fae", "#f7b3a0", "#ffe0b4"], cover=0.48, size=(680, 100))
    sun(s, 320, 390, 40, "#fff3cf", "#ffb87a")
    ridge(s, 436, 40, "#8a76a4", 420)
    water(s, 430, "#6a5a94", rough=0.5, mirror=0.95, glint="#fff0d0", scale=1.6)
    spots = [
        (120, 520, 0.42, False, 0),
        (210, 510, 0.4, True, 1),
        (300, 524, 0.44, False, 1),
        (1180, 530, 0.46, True, 0),
        (1270, 520, 0.42, False, 1),
        (1060, 540, 0.5, False, 0),
        (500, 600, 0.7, False, 0),
        (640, 620, 0.74, True, 1),
        (860, 640, 0.8, False, 1),
        (1260, 690, 0.95, True, 0),
        (260, 760, 1.2, False, 0),
        (1010, 840, 1.5, True, 1),
        (620, 880, 1.6, False, 0),
    ]
    for x, y, size, flip, down in spots:
        s.afloat(y, partial(_flamingo, s, x, y, size, flip, bool(down)), 0.62, 0.8, "#7a5f94")
    for index in range(9):
        x, y = 760 + index * 54, 170 - abs(index - 4) * -16 + index * 5
        s.blob([(x - 22, y), (x, y - 4), (x + 24, y - 2), (x + 4, y + 4)], "#e8677a")
        s.blob([(x - 4, y), (x - 12, y - 24), (x + 8, y - 2)], "#a83a5c")


def _flamingo(s: Sheet, x: float, y: float, size: float, flip: bool, down: bool) -> None:
    def draw() -> None:
        with s.at(x, y, size, flip=flip):
            s.line([(-6, 0), (-10, -60), (2, -110)], "#e0708a", 5)
            s.line([(22, 0), (14, -56), (16, -110)], "#c9587a", 5)
            if down:
                s.line(
                    [(40, -140), (92, -150), (112, -100), (100, -40), (112, -10)], "#f39aa4", 13, soft=True
                )
                s.oval(112, -10, 12, 10, "#f6a9ae")
                s.blob([(104, -6), (122, -4), (116, 14), (106, 8)], "#3a2a3a")
            else:
                s.line(
                    [(40, -140), (86, -160), (70, -210), (56, -250), (84, -276), (104, -268)],
                    "#f39aa4",
                    13,
                    soft=True,
                )
                s.oval(104, -266, 14, 11, "#f6a9ae")
                s.blob([(112, -268), (132, -256), (128, -238), (116, -252)], "#3a2a3a")
            s.blob(
                [(-74, -110), (-40, -150), (10, -166), (50, -150), (48, -122), (10, -98), (-30, -96)],
                along((0, -166), (0, -96), ("#ffc9c0", "#f07f92", "#c9567a")),
            )
            s.blob([(-80, -106), (-30, -136), (20, -140), (0, -112), (-40, -98)], "#e0607e")

    s.lit(draw, rim="#fff0dc", shift=(-2.4, -2))


@scene
def turtle_beach(s: Sheet) -> None:
    """A turtle crossing a moonlit beach."""
    sky(s, ["#060f2a", "#12285a", "#2f5a8c"], 330)
    stars(s, 300, 220)
    sun(s, 360, 130, 40, "#fffbe8", "#bcd8f2", 0.7)
    ridge(s, 336, 60, "#0d1f44", 400)
    water(s, 330, "#0a2048", bottom=600, mirror=0.9, glint="#eaf4ff")
    with s.layer(blend="Screen"):
        for index in range(110):
            share = index / 110
            y = 336 + share * 230
            x = 360 + s.chance.gauss(0, 1) * (12 + share * 60)
            s.line(
                [(x, y), (x + 12 + 40 * share, y)],
                fade("#dfecff", s.chance.uniform(0.15, 0.6)),
                1.4 + share * 2.4,
            )
    shore = [(-40, 620), (200, 560), (480, 590), (760, 540), (1080, 556), (1480, 500)]
    s.area(
        [*shore, (1480, 1000), (-40, 1000)],
        along((0, 520), (0, 960), ("#5f7a9c", "#8a93a4", "#6a7288", "#3f4864")),
    )
    for shift, strength in ((0, 0.9), (14, 0.4), (-16, 0.5)):
        s.line(
            [(x, y + shift + 4 * math.sin(x / 40)) for x, y in shore],
            fade("#f3f8ff", strength),
            6 - abs(shift) * 0.16,
            soft=True,
        )
    for row in range(40):
        share = row / 40
        x, y = 520 + share * 520 + math.sin(share * 3) * 60, 600 + share * 190
        for side in (-1, 1):
            size = 7 + share * 18
            s.blob(
                [
                    (x + side * size * 2.6 - size, y),
                    (x + side * size * 2.6, y - size * 0.5),
                    (x + side * size * 2.6 + size, y),
                    (x + side * size * 2.6, y + size * 0.5),
                ],
                "#39435f88",
            )
    for _ in range(900):
        x, y = s.chance.uniform(0, 1440), s.chance.uniform(600, 960)
        s.oval(x, y, 1.6, 1.2, s.chance.choice(("#dfe6f066", "#2a344f66")))
    s.oval(1090, 880, 240, 36, "#1c254088", 12)

    def turtle() -> None:
        with s.at(1080, 830, 1.25):
            s.blob([(-90, 10), (-190, 40), (-220, 84), (-150, 70), (-70, 40)], ("#5c7a68", "#3a5450"))
            s.blob([(90, 0), (150, 60), (140, 96), (100, 70), (60, 40)], ("#5c7a68", "#33504c"))
            s.blob([(110, -50), (160, -60), (182, -40), (172, -20), (120, -14)], ("#7a987c", "#46645a"))
            s.oval(160, -44, 4, 4, "#10181c")
            shell = smooth(
                [(-150, 20), (-120, -60), (-40, -106), (40, -104), (110, -50), (124, 0), (60, 34), (-60, 40)]
            )
            s.shape(shell, along((-100, -100), (60, 40), ("#a9b98c", "#6a7f5c", "#34483c")))
            with s.inside(shell):
                for cx, cy in ((-80, -40), (-20, -60), (44, -56), (-50, 0), (16, -10), (78, -14), (-110, 4)):
                    s.stroke(
                        smooth(
                            [
                                (cx - 34, cy),
                                (cx - 16, cy - 28),
                                (cx + 18, cy - 28),
                                (cx + 34, cy),
                                (cx + 16, cy + 26),
                                (cx - 18, cy + 26),
                            ]
                        ),
                        "#26382f99",
                        4,
                    )
            s.blob([(60, 20), (110, 40), (160, 100), (110, 106), (50, 54)], ("#6f8c72", "#3a5650"))

    s.lit(turtle, rim="#e6f1ff", shift=(-3, -4))
    for x, y, tall in ((60, 900, 120), (130, 940, 90), (1390, 640, 70)):
        for _ in range(16):
            s.line(
                [(x, y), (x + s.chance.uniform(-50, 50), y - tall * s.chance.uniform(0.5, 1))],
                s.chance.choice(("#2a4450", "#4f6f74", "#1c3340")),
                4,
            )


@scene
def desert_pool(s: Sheet) -> None:
    """A rain pool in desert rock, frogs and the first green."""
    sky(s, ["#5a8fb9", "#b9cfd0", "#f6dfb0"], 330)
    clouds(s, -20, 270, ["#7f97a8", "#b9c2bf", "#f0e6cc"], cover=0.6)
    ranges(s, 340, [120, 80], "#c99a7c", "#b57f58", 22)
    s.box(-10, 350, 1460, 640, along((0, 350), (0, 960), ("#e2b478", "#cf9656", "#9a6438")))
    for _ in range(36):
        share = s.chance.random()
        stone(s, s.chance.uniform(-20, 1460), 400 + share * 130, 20 + share * 60, "#a8703f", "#f3cf98", 0.55)
    pool = smooth(
        [
            (120, 620),
            (360, 530),
            (700, 510),
            (1060, 530),
            (1330, 600),
            (1380, 720),
            (1140, 820),
            (700, 850),
            (300, 810),
            (110, 720),
        ]
    )
    s.stroke(pool, "#7f5230", 26)
    s.shape(pool, along((0, 510), (0, 850), ("#cfe2dc", "#7fb4bc", "#3f8294", "#235a70")))
    with s.inside(pool):
        for x, y, wide in ((300, 560, 210), (760, 540, 300), (1130, 580, 200)):
            s.oval(x, y, wide, 26, "#fdf6e455", 10)
        for _ in range(7):
            x, y = s.chance.uniform(260, 1200), s.chance.uniform(580, 790)
            for ring in range(3):
                s.stroke(oval(x, y, 26 + ring * 26, 8 + ring * 8), fade("#ffffff", 0.5 - ring * 0.14), 2.4)
    for x, y, size in ((90, 780, 130), (1340, 800, 150), (250, 900, 120), (1160, 920, 130), (680, 940, 110)):
        stone(s, x, y, size, "#9a6438", "#efc68c", 0.6)
    for _ in range(150):
        x = s.chance.choice(
            (s.chance.uniform(20, 330), s.chance.uniform(1080, 1430), s.chance.uniform(400, 1050))
        )
        y = s.chance.uniform(850, 950) if 400 < x < 1050 else s.chance.uniform(640, 950)
        for _ in range(4):
            s.line(
                [(x, y), (x + s.chance.uniform(-16, 16), y - s.chance.uniform(26, 74))],
                s.chance.choice(("#5f9a44", "#8fc25a", "#3f7a38")),
                4,
            )
    for x, y, size, flip in ((560, 856, 1.7, False), (980, 800, 1.15, True), (330, 712, 0.8, False)):
        with s.at(x, y, size, flip=flip):
            s.oval(0, 6, 76, 12, "#2a402866", 5)
            s.blob([(-64, 0), (-70, -34), (-40, -54), (-20, -20), (-30, 4)], ("#8fae4c", "#4f7a34"))
            s.blob(
                [(-60, -4), (-40, -56), (10, -80), (52, -78), (72, -52), (54, -18), (10, 0)],
                along((0, -80), (0, 0), ("#c2d468", "#86ab44", "#4f7f38")),
            )
            s.oval(40, -80, 13, 13, "#b4cc5c")
            s.oval(44, -82, 7, 8, "#1c1c1c")
            s.oval(46, -85, 2.4, 2.4, "#ffffff")
            s.line([(38, -46), (56, -42), (74, -52)], "#35582c", 3, soft=True)
            s.blob([(10, -8), (40, -30), (46, 4), (70, 8), (30, 12), (8, 8)], "#5f8f3c")
            s.oval(64, -30, 17, 15, "#f3efc0aa")
            for px, py in ((-20, -50), (-4, -62), (-32, -30), (8, -48)):
                s.oval(px, py, 6, 4, "#3f6a2e99")
