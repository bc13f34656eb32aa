# mypy: allow-redefinition-new, local-partial-types
"""Harbours, ships, boats and what lies under water."""

import math
from functools import partial

from nashra.demo.draw.canvas import Sheet, along, polygon, smooth
from nashra.demo.draw.colour import darker, fade, lighter, mix
from nashra.demo.draw.figures import Person, crowd, person
from nashra.demo.draw.nature import birds, clouds, palm, ranges, rays, ridge, sky, spray, sun, water, wave
from nashra.demo.draw.scenes import scene
from nashra.demo.draw.things import block, digger, stars, stone
from nashra.demo.draw.town import dome, house, skyline, tower
from nashra.demo.draw.vessels import beam, crane, fishing_boat, lighthouse, sail_boat

CRATES = ("#c2512f", "#2f6c8f", "#d9a441", "#3f7d63", "#8b3a4a", "#e0d3ba")


@scene
def harbour_dawn(s: Sheet) -> None:
    """Cranes and masts against a rose sky, mirrored in still water."""
    harbour_view(s)
    for x, y, size, hull, trim, flip in (
        (610, 668, 130, "#44506f", "#d9b79a", False),
        (760, 700, 170, "#8a3d3b", "#f0dcc0", True),
        (380, 742, 250, "#2f587a", "#ead7b6", False),
    ):
        s.afloat(y, partial(fishing_boat, s, x, y, size, hull, trim, flip, "#ffd08a"), tint="#2c3f66")
    s.afloat(
        852, partial(fishing_boat, s, 1090, 850, 470, "#1f4a4e", "#e0b15a", True, "#ffca82"), tint="#1d3152"
    )
    birds(s, [(690, 240, 56), (760, 286, 40), (630, 320, 30), (828, 230, 26)], "#3b3860")


def harbour_view(s: Sheet) -> None:
    """The harbour without its boats."""
    sky(s, ["#2b3a6b", "#6a78a6", "#cf9a9b", "#f4b67f", "#ffdf9f"], 580)
    clouds(s, 10, 470, ["#5f6594", "#b0869f", "#f0a985", "#ffdca8"], cover=0.5)
    sun(s, 905, 548, 36, "#fff6d8", "#ffbf66")
    ranges(s, 590, [120], "#b59aa8", "#a68fa5")
    skyline(s, 592, ["#8b7b95", "#9c8699", "#79718f"], 62, "#ffd08a")
    s.box(255, 520, 130, 70, "#82748f")
    dome(s, 320, 534, 96, "#94829c", "#e6b7a0", "#655f86")
    tower(s, 470, 592, 34, 120, "#84779a", "#c9a1a0", "#5f5a80", "#6d6388")
    for x, height in ((1010, 250), (1150, 300), (1310, 340)):
        crane(s, x, 596, height, "#39375c")
    s.box(940, 588, 520, 16, "#39375c")
    water(s, 596, "#243a63", glint="#fff0c8")
    s.glow(905, 640, 300, "#ffb35c", 0.3)


@scene
def breakwater_works(s: Sheet) -> None:
    """The new breakwater running out to sea, with digger and barge."""
    sky(s, ["#3f7fae", "#8fbcd0", "#d9e6dd"], 420)
    clouds(s, 20, 360, ["#8fb0c2", "#c6d8da", "#f4f3e6", "#ffffff"], cover=0.46)
    ridge(s, 428, 70, ("#8aa9b6", "#a9c0c2"), 380)
    water(s, 420, "#1f5f79", rough=1.1, glint="#ffffff")
    wall = polygon([(560, 424), (660, 424), (1180, 960), (-140, 960)])
    s.shape(wall, along((0, 424), (0, 960), ("#c9bca4", "#b7a88f", "#93866f")))
    with s.inside(wall):
        for step in range(18):
            y = 430 + step**1.75 * 3.6
            s.line([(-200, y), (1300, y + 4)], fade("#5d5546", 0.22), 1 + step * 0.16)
        s.area([(610, 424), (664, 424), (1200, 960), (640, 960)], fade("#fff3d0", 0.24))
    for row in range(15):
        share = (row / 14) ** 1.7
        y = 430 + share * 520
        for count in range(3):
            stone(
                s,
                556 - share * 660 + s.chance.uniform(-16, 10) * (0.3 + share * 3),
                y,
                8 + share * 58,
                "#8f8674",
                "#efe4c8",
            )
            stone(
                s,
                664 + share * 500 + s.chance.uniform(-10, 16) * (0.3 + share * 3) + count * share * 30,
                y,
                8 + share * 54,
                "#7b7568",
                "#e6dbc0",
            )
    for x, y, reach in ((470, 500, 60), (360, 590, 90), (180, 720, 140)):
        spray(s, x, y, reach, "#f7fbf8", 140, 1.3)
    s.afloat(520, partial(_barge, s, 1060, 518, 330), tint="#1f5f79")
    digger(s, 610, 610, 300, "#e2a52e")
    digger(s, 618, 470, 90, "#d8982c", True)
    for x, y, h in ((478, 700, 92), (520, 716, 96)):
        person(
            s,
            x,
            y,
            h,
            Person(top="#e8792b", wear="vest", cloth="#ffe27a", head="helmet"),
            "point" if x < 500 else "relaxed",
            rim="#fff2d0",
        )
    birds(s, [(250, 200, 44), (330, 170, 30)], "#f5f7f2")


def _barge(s: Sheet, x: float, y: float, size: float) -> None:
    with s.at(x, y, size / 300):
        for index in range(16):
            stone(s, -100 + index * 13, -22 - abs(8 - index) * -2 - 10, 20, "#9a9080", "#e8dcc2")
        s.area([(-150, -26), (150, -26), (138, 6), (-138, 6)], ("#6d5a55", "#3d3438"))
        s.box(96, -70, 40, 44, ("#efe6d2", "#b9b09f"))
        s.box(102, -62, 28, 14, "#3c5463")


@scene
def breakwater_broken(s: Sheet) -> None:
    """The gap in the wall: tumbled blocks in a heavy grey-green sea."""
    sky(s, ["#4b5a5f", "#7b8a87", "#b3bcae"], 440)
    clouds(s, -60, 430, ["#3e4a50", "#5f6d6e", "#8c9891", "#c3c9ba"], cover=0.78, size=(620, 190))
    water(s, 430, "#2d5450", rough=1.6, mirror=0.6)
    wave(s, 520, 34, ("#5c8379", "#35605a"), "#dfe9df", 360, 90)
    s.area([(-20, 470), (420, 500), (430, 620), (-20, 720)], ("#a9a592", "#6a685e"))
    s.area([(-20, 470), (420, 500), (380, 486), (-20, 452)], "#c9c4ae")
    s.area([(1030, 494), (1460, 452), (1460, 690), (1040, 606)], ("#98957f", "#57564f"))
    s.area([(1030, 494), (1460, 452), (1460, 436), (1070, 482)], "#bdb8a2")
    for x in range(0, 420, 105):
        s.line([(x, 474 + x * 0.07), (x + 4, 700 - x * 0.2)], fade("#3b3b36", 0.5), 2.4)
    for x, y, size, turn in (
        (452, 560, 120, 18),
        (520, 600, 140, -24),
        (610, 640, 110, 40),
        (980, 566, 130, -16),
        (930, 620, 150, 30),
        (1030, 640, 120, 8),
    ):
        block(s, x, y, size, turn, "#7d7b70", "#d6d1bb")
    wave(s, 690, 60, ("#6f958a", "#3c6b63", "#1d4441"), "#eef3e8", 520, 200)
    spray(s, 760, 620, 190, "#f2f6ee", 420, 1.4)
    spray(s, 470, 600, 120, "#eef3ea", 200, 1.2)
    for x, y, size, turn in (
        (180, 800, 260, -14),
        (420, 850, 230, 32),
        (1200, 820, 280, 20),
        (980, 880, 190, -30),
        (40, 880, 220, 10),
    ):
        block(s, x, y, size, turn, "#6c6b62", "#cbc7b2")
    wave(s, 905, 70, ("#7fa397", "#2f5c55", "#173a38"), "#f4f7ee", 640, 20)
    birds(s, [(700, 250, 60), (790, 210, 42), (650, 190, 32)], "#e9ece2")


@scene
def container_ship(s: Sheet) -> None:
    """The big ship at the quay on a bright day, a tug before her bow."""
    sky(s, ["#2f7fb8", "#7fb9d6", "#dcebe4"], 560)
    clouds(s, 40, 420, ["#a9c9d8", "#dfeaea", "#ffffff"], cover=0.42, size=(420, 130))
    ranges(s, 566, [70], "#9fbcc8", "#8fb0bf")
    for x, height in ((150, 330), (330, 360)):
        crane(s, x, 566, height, "#c7532f")
    water(s, 560, "#1c6286", glint="#ffffff")

    def ship() -> None:
        with s.at(760, 690):
            s.area(
                [(-520, -130), (560, -130), (660, -176), (600, 10), (-480, 10)],
                along((0, -150), (0, 10), ("#2c5f8a", "#1d466b", "#122f4c")),
            )
            s.area([(-486, -20), (612, -20), (600, 12), (-480, 12)], "#a8432f")
            s.box(-470, -330, 110, 210, along((-470, 0), (-360, 0), ("#fbf5e6", "#c8c2b4")))
            s.box(-484, -346, 138, 22, "#efe7d4")
            s.box(-466, -320, 104, 15, "#2c3d4a")
            for row in range(6):
                for column in range(7):
                    s.box(-462 + column * 14, -292 + row * 26, 8, 10, "#50626c")
            s.box(-430, -400, 34, 62, "#c7532f")
            for column in range(12):
                stack = (5, 6, 6, 7, 6, 7, 5, 6, 7, 6, 4, 3)[column]
                for row in range(stack):
                    tint = CRATES[(column * 5 + row * 7 + column * row) % 6]
                    left, top = -340 + column * 72, -160 - row * 34
                    s.box(
                        left,
                        top,
                        69,
                        32,
                        along((left, 0), (left + 69, 0), (lighter(tint, 0.22), tint, darker(tint, 0.22))),
                    )
                    for groove in range(1, 9):
                        s.line(
                            [(left + groove * 7.6, top + 3), (left + groove * 7.6, top + 29)],
                            fade(darker(tint, 0.6), 0.32),
                            1.3,
                        )
            s.line([(600, -150), (604, -230)], "#e8e2d2", 5)

    s.afloat(698, partial(s.lit, ship, rim="#fff2cc", shift=(-2.5, -2.5)), 0.6, 1.4, "#15405e")
    s.afloat(792, partial(_tug, s, 1200, 790, 250), tint="#174a66")
    s.area([(-10, 800), (520, 880), (520, 970), (-10, 970)], ("#cbb994", "#8d7c62"))
    s.area([(-10, 800), (520, 880), (540, 872), (-10, 786)], "#e9dbb8")
    for x, y in ((90, 850), (150, 862), (260, 880)):
        person(
            s,
            x,
            y,
            120,
            Person(top="#e8792b", wear="vest", cloth="#fff0a0", head="helmet"),
            "wave" if x == 150 else "stand",
            rim="#fff2d0",
        )
    birds(s, [(980, 250, 50), (1060, 220, 38), (1110, 270, 28)], "#fdfdf6")


def _tug(s: Sheet, x: float, y: float, size: float, hull: str = "#c0402d", flip: bool = False) -> None:
    def draw() -> None:
        with s.at(x, y, size / 250, flip=flip):
            s.box(-16, -150, 26, 60, ("#e7b23d", "#b27c28"), 4)
            s.box(-16, -138, 26, 10, "#26262c")
            s.line([(40, -100), (40, -170)], "#2c2a30", 4)
            s.box(-30, -104, 96, 56, ("#fdf6e4", "#cfc5b2"), 5)
            s.box(-6, -130, 66, 34, ("#f6ecd4", "#d8ccb6"), 5)
            for window in (-2, 16, 34):
                s.box(window, -124, 14, 16, ("#3b5768", "#8fb0b8"), 2)
            s.blob(
                [
                    (-126, -44),
                    (-60, -36),
                    (40, -40),
                    (100, -58),
                    (136, -78),
                    (122, -20),
                    (104, 8),
                    (-104, 8),
                    (-122, -10),
                ],
                (lighter(hull, 0.16), hull, darker(hull, 0.42)),
            )
            for tyre in range(6):
                s.oval(-96 + tyre * 38, -20, 9, 11, "#1f1d22")
                s.oval(-96 + tyre * 38, -20, 4, 5, darker(hull, 0.3))

    s.lit(draw, rim="#ffe9c2", shift=(-2, -2))


@scene
def harbour_cranes(s: Sheet) -> None:
    """Three cranes seen from the ground against the evening."""
    s.wash(along((0, 0), (400, 960), ("#1c2a55", "#54477f", "#b8627a", "#f3995f", "#ffd084")))
    clouds(s, 300, 900, ["#6d4a7d", "#c46a72", "#f7a369", "#ffd694"], cover=0.5, size=(680, 120))
    sun(s, 260, 800, 54, "#fff0c2", "#ffa552")
    for x, scale, tone in ((1160, 0.72, "#55426f"), (830, 0.92, "#3a2f5a"), (380, 1.3, "#1f1c3d")):
        with s.at(x, 980, scale):
            for leg, top in ((-190, -100), (190, 84)):
                s.area(
                    [(leg - 22, 20), (leg + 22, 20), (top + 12, -560), (top - 12, -560)],
                    along((0, 0), (0, -560), (darker(tone, 0.2), lighter(tone, 0.1))),
                )
            for y, wide in ((-120, 172), (-330, 138), (-545, 104)):
                s.line([(-wide, y), (wide, y)], tone, 18)
            s.line([(-168, -124), (136, -330)], tone, 9)
            s.line([(-136, -334), (102, -545)], tone, 9)
            s.area([(-300, -572), (520, -690), (526, -662), (-300, -536)], tone)
            for step in range(20):
                x0, y0 = -290 + step * 40, -566 - step * 5.9
                s.line([(x0, y0 - 34), (x0 + 20, y0), (x0 + 40, y0 - 40)], tone, 4)
            s.line([(-290, -602), (512, -724)], tone, 7)
            s.line([(-10, -560), (14, -840)], tone, 15)
            s.line([(14, -836), (500, -704)], tone, 5)
            s.line([(14, -836), (270, -672)], tone, 4)
            s.line([(14, -836), (-290, -590)], tone, 5)
            for rope in (290, 330):
                s.line([(rope, -640), (rope + 6, -360)], tone, 3)
            s.box(256, -372, 124, 30, darker(tone, 0.1))
            s.box(262, -342, 112, 58, "#c2512f" if scale > 1 else mix("#c2512f", tone, 0.6))
            s.box(150, -614, 54, 50, darker(tone, 0.1), 6)
            if scale > 1:
                s.box(156, -602, 42, 28, ("#ffe9a8", "#ffc95e"), 3)
                s.glow(178, -588, 150, "#ffcf6a", 0.9)
    s.box(-10, 930, 1460, 40, "#17152f")
    birds(s, [(1080, 250, 46), (1010, 210, 34), (1150, 190, 26)], "#2a2450")


@scene
def fishing_boats_night(s: Sheet) -> None:
    """Lamp boats on a dark sea under the moon."""
    sky(s, ["#060b20", "#0f1d42", "#24406c", "#3d5f86"], 470)
    stars(s, 430, 320)
    clouds(s, 180, 470, ["#142549", "#294672", "#5a7ba0"], cover=0.4, size=(700, 90))
    sun(s, 980, 170, 46, "#fff8e2", "#bcd4ee", 0.7)
    ridge(s, 476, 44, "#142548", 420)
    for x in (180, 230, 262, 330, 420, 560):
        s.oval(x, 466 + (x % 5), 2.4, 2.4, "#ffd27a")
    s.area([(950, 462), (1010, 462), (1030, 474), (930, 474)], fade("#eef4ff", 0.7), 6)
    water(s, 474, "#06122c", mirror=0.95, glint="#e8f1ff")
    with s.layer(blend="Screen"):
        for index in range(150):
            share = index / 150
            y = 480 + share**1.5 * 470
            wide = 24 + share * 120
            x = 980 + s.chance.gauss(0, 1) * wide * 0.5
            s.line(
                [(x, y), (x + s.chance.uniform(8, 20 + 60 * share), y)],
                fade("#dfeaff", s.chance.uniform(0.12, 0.6)),
                1.4 + share * 3,
            )
    for x, y, size, flip in (
        (240, 540, 100, False),
        (1240, 560, 120, True),
        (690, 600, 160, True),
        (420, 760, 380, False),
    ):
        s.afloat(
            y,
            partial(fishing_boat, s, x, y, size, "#2c4257", "#8d9aa2", flip, "#ffdb9a"),
            0.5,
            1.2,
            "#081630",
        )
        lamp = (x + (-0.28 if flip else 0.28) * size, y - size * 0.5)
        s.glow(*lamp, size * 1.25, "#ffbe5c", 0.95)
        s.oval(*lamp, size * 0.022 + 2, size * 0.022 + 2, "#fff6d6")
        with s.layer(blend="Screen"):
            for index in range(34):
                yy = y + 6 + index * size * 0.026
                wide = size * 0.2 * (1 - index / 40)
                s.line(
                    [(lamp[0] - wide * s.chance.random(), yy), (lamp[0] + wide * s.chance.random(), yy)],
                    fade("#ffc468", 0.6 * (1 - index / 34)),
                    2.4,
                )
    person(
        s,
        470,
        712,
        118,
        Person(top="#d98f2e", head="hood", bottom="#3c4a50"),
        "pull",
        rim="#ffe0a0",
        shift=(1.6, -1),
    )


@scene
def fishing_boats_day(s: Sheet) -> None:
    """Painted boats in a row before white houses."""
    sky(s, ["#3f93c6", "#9fd0e2", "#e6f1e6"], 380)
    clouds(s, 0, 260, ["#bcd9e4", "#f0f6f2", "#ffffff"], cover=0.36)
    ridge(s, 330, 120, ("#a9b98d", "#c2bd8f"), 420)
    x = -20.0
    walls = ("#fbf4e4", "#f3e3c6", "#fdf9ee", "#f0d3b4", "#faf0dc")
    for index in range(13):
        wide = s.chance.uniform(96, 140)
        house(
            s,
            x,
            470,
            wide,
            s.chance.uniform(130, 240),
            walls[index % 5],
            "#c9704a" if index % 3 else None,
            columns=2,
            floors=s.chance.choice((2, 3)),
            shutter=("#3f86a6", "#4f8a6a", "#2f6f93")[index % 3],
            shade="#5b6a96",
        )
        x += wide - 3
    s.box(-10, 466, 1460, 26, ("#dfcfae", "#a8977a"))
    crowd(s, 40, 1400, 484, 62, 16, ("#c2512f", "#2f6c8f", "#d9a441", "#3f7d63", "#f3ead6"))
    water(s, 490, "#14708f", rough=0.9, glint="#ffffff")
    hulls = (
        ("#d1452f", "#fbe9c8"),
        ("#1f7aa8", "#ffd35c"),
        ("#2f8f6a", "#fdf3dc"),
        ("#f0b02f", "#2a5f8c"),
        ("#7c3d6b", "#f6d9a8"),
    )
    for index, (hull, trim) in enumerate(hulls):
        x, y, size = 130 + index * 285, 620 + (index % 2) * 26, 262
        s.afloat(
            y,
            partial(fishing_boat, s, x, y, size, hull, trim, index % 2 == 1, "#fff2cc", "#5d4a3a"),
            0.62,
            1.2,
            "#0f5878",
        )
    for hull, trim, x, size, flip in (
        ("#1b6f8f", "#f6b83f", 360, 560, False),
        ("#c94730", "#f9edd2", 1130, 600, True),
    ):
        s.afloat(
            850,
            partial(fishing_boat, s, x, 850, size, hull, trim, flip, "#fff4d4", "#54443a"),
            0.6,
            1.4,
            "#0d5270",
        )


@scene
def lighthouse_scene(s: Sheet) -> None:
    """The white lighthouse of the cape in violet dusk."""
    sky(s, ["#1d1b4b", "#4b3b82", "#9a5f9c", "#e58f8f", "#ffc58a"], 620)
    stars(s, 300, 120)
    clouds(s, 240, 620, ["#5a4688", "#a0659b", "#e9938f", "#ffcf9a"], cover=0.46, size=(760, 110))
    water(s, 610, "#2a2a63", rough=1.1, glint="#ffd9b0")
    beam(s, 930, 228, (-120, 60), 150, "#ffe9b8", 0.75)
    beam(s, 930, 228, (1700, 330), 90, "#ffe9b8", 0.45)
    cape = smooth(
        [
            (1500, 470),
            (1260, 520),
            (1080, 552),
            (860, 566),
            (740, 610),
            (640, 690),
            (520, 760),
            (460, 850),
            (500, 1000),
            (1500, 1000),
        ]
    )
    s.shape(cape, along((500, 560), (1300, 960), ("#5a4a78", "#33294f", "#1d1836")))
    for _ in range(70):
        share = s.chance.random()
        stone(
            s,
            500 + share * 400,
            880 - share * 260 + s.chance.uniform(-10, 80),
            s.chance.uniform(14, 46),
            "#3b305a",
            "#a87a9a",
        )
    house(
        s,
        1030,
        556,
        170,
        92,
        "#b9a3c4",
        "#7c4a63",
        glass="#2c2447",
        lamp="#ffd27a",
        lit_share=0.7,
        columns=3,
        floors=1,
        shade="#241c48",
    )
    lighthouse(s, 930, 566, 340, "#efe3ee", "#b0495a", "#ffe7a6", "#3b2f63")
    s.glow(930, 228, 260, "#ffe6a8", 1.0)
    spray(s, 520, 800, 120, "#e6d4ea", 200, 1.5)
    spray(s, 640, 700, 60, "#e6d4ea", 90, 1.5)
    sail_boat(s, 220, 660, 90, "#e9b7a4", "#3a2c50")
    birds(s, [(420, 300, 46), (500, 340, 30)], "#2a2452")


@scene
def ferry(s: Sheet) -> None:
    """The white night ferry leaving, all windows lit."""
    sky(s, ["#0a1434", "#1f2f63", "#54518c", "#a8708f"], 500)
    stars(s, 330, 150)
    clouds(s, 180, 480, ["#28325f", "#5f5788", "#b57c93"], cover=0.45, size=(740, 100))
    skyline(s, 506, ["#1d2550", "#252c5c", "#181f45"], 110, "#ffcf7a", 0.7)
    water(s, 502, "#0b1638", mirror=0.9, glint="#ffe2b0")

    def ship() -> None:
        with s.at(700, 690):
            s.area(
                [(-470, -110), (470, -110), (600, -150), (520, 10), (-440, 10)],
                along((0, -150), (0, 10), ("#f4f0ea", "#b6b7cc", "#6f749c")),
            )
            s.area([(-452, -34), (540, -34), (528, -6), (-444, -6)], "#2c6c9a")
            for deck, (left, right) in enumerate(((-430, 440), (-400, 380), (-350, 310))):
                top = -160 - deck * 52
                s.area(
                    [(left, top), (right, top), (right + 30, top + 52), (left, top + 52)],
                    ("#fdfaf4", "#c9c9da"),
                )
                for x in range(left + 18, right - 10, 30):
                    s.box(
                        x,
                        top + 13,
                        19,
                        20,
                        ("#ffe9ac", "#ffc965") if s.chance.random() < 0.86 else "#4a4f78",
                        3,
                    )
            s.box(180, -306, 110, 44, ("#ffffff", "#c3c3d6"), 6)
            s.box(190, -298, 98, 15, ("#37406b", "#7c86b0"))
            s.area([(-230, -266), (-130, -266), (-146, -350), (-222, -350)], ("#2c6c9a", "#1b4468"))
            s.line([(60, -266), (66, -370)], "#dcdbe6", 5)
            for x in range(-440, 560, 26):
                s.oval(x, -84 - max(0, x - 420) * 0.2, 5, 5, "#ffd98a")

    s.afloat(698, partial(s.lit, ship, rim="#ffe7c4", shift=(-2, -2)), 0.75, 1.6, "#0b1638")
    s.glow(700, 500, 620, "#ffc773", 0.28)
    wave(s, 930, 20, ("#1d2c5e", "#0b1638"), None, 300)
    for index in range(40):
        x = 190 - index * 6
        s.line([(x, 696 + index * 3), (x + 70, 694 + index * 3)], fade("#cdd6f0", 0.5 * (1 - index / 40)), 2)
    birds(s, [(1180, 300, 50), (1250, 340, 34), (300, 260, 30)], "#c9cbe6")


@scene
def tugboat(s: Sheet) -> None:
    """The red tug towing a barge of stone through grey water."""
    sky(s, ["#6f8794", "#a9b9bd", "#dcdcd0"], 470)
    clouds(s, -20, 450, ["#71858f", "#98a9ad", "#c5cbc6", "#ecebe0"], cover=0.7, size=(560, 150))
    ridge(s, 478, 60, ("#8b9da6", "#9fadb0"), 460)
    water(s, 470, "#38555f", rough=1.5, mirror=0.7)
    s.afloat(600, partial(_barge, s, 330, 598, 460), tint="#38555f")
    tow_line(s, (560, 565), (860, 640))
    wave(s, 690, 30, ("#6d8b92", "#3d5e68"), "#e8eeea", 420, 60)
    _tug(s, 1010, 716, 520)
    wave(s, 790, 44, ("#7a979c", "#456670", "#2a4650"), "#f1f4ee", 540, 330)
    spray(s, 1270, 720, 120, "#f5f8f4", 240, 1.3)
    wave(s, 910, 54, ("#7f9a9e", "#34525c"), "#f1f4ee", 700, 10)
    for spot in (
        (620, 260, 70),
        (740, 200, 52),
        (860, 290, 60),
        (540, 340, 40),
        (960, 180, 36),
        (700, 380, 34),
    ):
        birds(s, [spot], "#fbfbf4" if spot[2] > 50 else "#eef0ec")


def tow_line(s: Sheet, start: tuple[float, float], end: tuple[float, float]) -> None:
    """The tow line, sagging into the water."""
    middle = ((start[0] + end[0]) / 2, max(start[1], end[1]) + 26)
    s.line([start, middle, end], "#2b2a2c", 3.4, soft=True)


@scene
def sail_freighter(s: Sheet) -> None:
    """A three-masted cargo ship among lagoon islands."""
    sky(s, ["#2f9fc4", "#9ad8dc", "#f4f0d2"], 500)
    clouds(s, 40, 440, ["#a5d4da", "#e3f1e6", "#ffffff"], cover=0.44, size=(420, 170))
    ridge(s, 506, 150, ("#5f9a86", "#8dbb93"), 300, "isle")
    s.box(-10, 496, 1460, 12, "#f1e2b4")
    water(s, 504, "#0f9aa2", rough=0.8, glint="#ffffff")
    s.box(-10, 504, 1460, 140, along((0, 504), (0, 644), ("#7fe3d0aa", "#7fe3d000")))

    def ship() -> None:
        with s.at(740, 736, 1.18):
            for mast in (-170, 0, 170):
                s.line([(mast, -40), (mast + 6, -440)], "#6b4a34", 8)
                for top, low, wide in ((-430, -330, 54), (-326, -206, 74), (-200, -84, 88)):
                    s.blob(
                        [
                            (mast - wide, top),
                            (mast + wide * 0.9, top),
                            (mast + wide * 1.3, (top + low) / 2),
                            (mast + wide * 1.06, low),
                            (mast - wide * 0.84, low),
                            (mast - wide * 0.66, (top + low) / 2),
                        ],
                        along((mast - wide, 0), (mast + wide * 1.2, 0), ("#fff8e6", "#f0dfbd", "#c9ac86")),
                    )
                    s.line([(mast - wide, top), (mast + wide, top)], "#6b4a34", 4)
            s.blob([(180, -70), (320, -120), (186, -330)], along((180, 0), (320, 0), ("#fff8e6", "#d6bd94")))
            s.line([(230, -56), (352, -118)], "#6b4a34", 7)
            s.line([(176, -440), (350, -118)], "#5d4635", 2)
            s.line([(-164, -430), (-290, -60)], "#5d4635", 2)
            s.blob(
                [
                    (-300, -78),
                    (-220, -54),
                    (0, -46),
                    (180, -54),
                    (280, -78),
                    (240, -20),
                    (200, 8),
                    (-220, 8),
                    (-278, -20),
                ],
                ("#2f5d63", "#21474f", "#102c34"),
            )
            s.line([(-292, -58), (-100, -36), (120, -36), (262, -58)], "#f3d9a0", 5, soft=True)
            for crate in range(5):
                s.box(-120 + crate * 44, -76, 38, 26, ("#c98a4b", "#8d5a32"))

    s.afloat(744, partial(s.lit, ship, rim="#fffbe8", shift=(-2, -2)), 0.6, 1.4, "#0d7f8c")
    s.blob([(-60, 900), (160, 850), (420, 880), (520, 980), (-60, 1000)], ("#f8e8bb", "#dcb980"))
    for x, y, height, lean in ((90, 900, 400, 0.2), (190, 910, 300, 0.32), (10, 920, 330, -0.05)):
        palm(s, x, y, height, "#1f5a4a", "#7fb86a", lean)
    s.afloat(820, partial(sail_boat, s, 1250, 818, 120, "#e9753f", "#5a3a2c", True), tint="#0d7f8c")
    birds(s, [(1100, 250, 46), (1180, 220, 32)], "#ffffff")


@scene
def school_boat(s: Sheet) -> None:
    """Children in life vests on a small blue boat."""
    sky(s, ["#4aa0cc", "#aed9e2", "#fbeccb"], 440)
    clouds(s, 10, 360, ["#b8dbe2", "#f2f4e6", "#ffffff"], cover=0.4)
    s.blob(
        [
            (820, 450),
            (900, 360),
            (1010, 300),
            (1120, 330),
            (1230, 290),
            (1360, 370),
            (1470, 440),
            (1470, 470),
            (800, 470),
        ],
        along((820, 280), (1300, 460), ("#8fb27c", "#5d8a6f", "#4b7468")),
    )
    for x, tall in ((1010, 60), (1060, 50), (1110, 66), (1170, 48), (1230, 56)):
        house(s, x, 446, 46, tall, "#fdf3e0", "#cc6d45", columns=2, floors=2, shade="#5a6a90")
    s.box(800, 440, 660, 14, "#e8d7ac")
    water(s, 450, "#1c7fa0", glint="#ffffff")

    def boat() -> None:
        kids = (
            ("#b97c54", "tail"),
            ("#8f5a3c", "short"),
            ("#f0c8a4", "curly"),
            ("#d9a27a", "bun"),
            ("#6a4029", "curly"),
            ("#e2b48c", "short"),
            ("#b97c54", "hijab"),
        )
        person(
            s,
            330,
            740,
            250,
            Person(skin="#8f5a3c", top="#33536b", head="cap", cloth="#f2e9d4", beard=True),
            "stand",
            rim="#fff3d4",
        )
        for index, (skin, head) in enumerate(kids):
            person(
                s,
                470 + index * 80,
                760,
                172 + (index * 37) % 26,
                Person(
                    skin=skin,
                    top="#f0762b",
                    wear="vest",
                    cloth="#ffd94f",
                    head=head,
                    hair=("#2a1c18", "#5a3820", "#1b1716")[index % 3],
                    sleeve="short",
                ),
                ("wave" if index == 5 else "point" if index == 2 else "relaxed"),
                rim="#fff3d4",
                flip=index == 3,
            )
        s.blob(
            [
                (210, 640),
                (400, 664),
                (760, 664),
                (1010, 634),
                (1150, 590),
                (1110, 690),
                (1050, 776),
                (300, 780),
                (230, 720),
            ],
            along((0, 600), (0, 780), ("#4aa6d8", "#2a7cb4", "#154f80")),
        )
        s.line([(214, 650), (400, 674), (760, 674), (1012, 644), (1144, 600)], "#fdf4dc", 10, soft=True)
        s.line([(240, 720), (640, 742), (1080, 700)], fade("#0f3f66", 0.6), 4, soft=True)
        for x in (380, 700, 980):
            s.oval(x, 716, 26, 26, "#f4efe0")
            s.oval(x, 716, 12, 12, "#2a7cb4")

    s.afloat(774, boat, 0.55, 1.5, "#145f80")
    for index in range(26):
        s.line(
            [(200 - index * 9, 770 + index * 4), (300 - index * 4, 768 + index * 4)],
            fade("#ffffff", 0.6 * (1 - index / 26)),
            4,
        )
    birds(s, [(420, 220, 60), (520, 260, 40), (330, 280, 34)], "#ffffff")


@scene
def shipyard(s: Sheet) -> None:
    """A wooden hull on the slip, scaffolding and sparks."""
    s.wash(along((0, 0), (0, 960), ("#2f4858", "#6f8a8c", "#e9c08a", "#f6d9a4")))
    clouds(s, 0, 420, ["#4a6470", "#8a9f9a", "#e0bd92", "#ffe2b0"], cover=0.5)
    for x, height in ((160, 420), (1330, 480)):
        crane(s, x, 700, height, "#4a5560", x > 700)
    s.box(-10, 690, 1460, 290, along((0, 690), (0, 960), ("#a38a68", "#6b5745", "#43362f")))
    for index in range(12):
        s.line([(620 + index * 14, 700), (200 + index * 100, 970)], fade("#2d2520", 0.3), 3)
    hull = smooth(
        [
            (240, 250),
            (420, 300),
            (720, 318),
            (1000, 290),
            (1230, 200),
            (1200, 400),
            (1080, 580),
            (900, 690),
            (520, 694),
            (360, 600),
            (270, 430),
        ]
    )

    def draw() -> None:
        s.shape(hull, along((240, 200), (1200, 700), ("#e2a863", "#b97a42", "#70432a")))
        with s.inside(hull):
            for index in range(15):
                y = 270 + index * 30
                s.line(
                    [(220, y), (480, y + 44), (760, y + 52), (1020, y + 26), (1260, y - 70)],
                    fade("#4a2a1a", 0.55),
                    2.6,
                    soft=True,
                )
            for index in range(24):
                s.line([(260 + index * 42, 260), (320 + index * 34, 700)], fade("#ffdf9f", 0.14), 5)
            s.area([(860, 180), (1300, 180), (1300, 720), (700, 720)], fade("#2b1c2a", 0.34))
        s.line([(240, 250), (420, 300), (720, 318), (1000, 290), (1230, 200)], "#f4cf8e", 12, soft=True)
        for rib in range(7):
            x = 380 + rib * 110
            s.line([(x, 310 - abs(3 - rib) * 4), (x + 6, 210 - abs(3 - rib) * 6)], "#8d5a34", 9)

    s.lit(draw, rim="#ffe9b8", shift=(-3, -3))
    for x in range(250, 1260, 126):
        s.line([(x, 330), (x, 706)], "#3a332f", 5)
        s.line([(x + 10, 330), (x + 120, 460)], fade("#3a332f", 0.8), 3)
    for y in (400, 540):
        s.line([(230, y), (1240, y)], "#5b4838", 12)
    for x in (430, 700, 960):
        s.box(x, 680, 40, 40, "#3a2c24")
    look = Person(top="#2f5a78", bottom="#33313d", head="helmet", cloth="#e9b53f")
    person(s, 520, 396, 112, look, "carry", rim="#ffe2ac")
    person(s, 980, 396, 112, Person(top="#7a4434", head="cap", cloth="#d9cdb4"), "bent", rim="#ffe2ac")
    person(s, 720, 536, 116, look, "bent", True, rim="#ffe2ac")
    person(
        s,
        330,
        800,
        190,
        Person(top="#3f5a4a", head="cap", cloth="#c7b48c", beard=True, hair="#9a928a"),
        "read",
        rim="#ffe6b8",
    )
    person(s, 1130, 830, 210, look, "kneel", True, rim="#ffd27a")
    spark = (1040, 760)
    s.glow(*spark, 240, "#ffe9b0", 1.0)
    for _ in range(130):
        angle, far = s.chance.gauss(-2.4, 0.7), s.chance.uniform(10, 210)
        end = (spark[0] + math.cos(angle) * far, spark[1] + math.sin(angle) * far + far * far * 0.0016)
        s.line(
            [end, (end[0] - math.cos(angle) * 14, end[1] - math.sin(angle) * 12)],
            fade("#fff0b8", s.chance.uniform(0.5, 1)),
            2.2,
        )


@scene
def research_boat(s: Sheet) -> None:
    """An uncrewed survey boat, half the picture under water with its sonar fan."""
    sky(s, ["#5fb0d0", "#cfe8e2"], 330)
    clouds(s, 0, 260, ["#bfe0e4", "#f6f8ee", "#ffffff"], cover=0.4)
    skyline(s, 340, ["#c9b9a4", "#d9c8ac", "#b4a898"], 90)
    for x in (1090, 1250):
        crane(s, x, 340, 220, "#7f8f98")
    water(s, 338, "#1c87a4", bottom=460, glint="#ffffff")
    surface = smooth(
        [
            (-40, 440),
            (160, 424),
            (360, 446),
            (560, 428),
            (760, 448),
            (960, 428),
            (1160, 446),
            (1480, 426),
            (1480, 1000),
            (-40, 1000),
        ]
    )
    s.shape(surface, along((0, 420), (0, 960), ("#1d94ab", "#0f6486", "#093a5c", "#05223d")))
    with s.inside(surface):
        rays(s, 720, 380, 700, "#a9f0ea", 0.2, 12)
    s.line(
        [(-40, 440), (160, 424), (360, 446), (560, 428), (760, 448), (960, 428), (1160, 446), (1480, 426)],
        "#e9fbf6",
        4,
        soft=True,
    )
    with s.layer(blend="Screen"):
        s.area(
            [(700, 470), (260, 900), (1180, 900)],
            along((700, 470), (720, 900), ("#ffe27acc", "#ff9d4a44", "#e8485a33")),
        )
        for index in range(7):
            share = (index + 1) / 7.4
            s.line(
                [
                    (700 - 440 * share, 470 + 430 * share),
                    (700 + 20 * share, 470 + 470 * share),
                    (700 + 480 * share, 470 + 430 * share),
                ],
                fade("#fff2b8", 0.6 * (1 - share * 0.7)),
                3,
                soft=True,
            )
    floor = ridge(s, 940, 110, ("#14405a", "#061d33"), 240, "floor")
    for x, y in floor[40:300:4]:
        if 270 < x < 1170:
            s.oval(x, y + 4, 7, 4, mix("#ff5a5f", "#ffe27a", (x - 270) / 900))
    for x, size, turn in ((380, 90, 20), (470, 70, -14), (930, 100, 34), (1030, 80, 8)):
        block(s, x, 890, size, turn, "#1f5670", "#7fc4c4")

    def craft() -> None:
        s.blob(
            [(440, 404), (560, 420), (860, 418), (1010, 384), (960, 446), (880, 474), (520, 474), (462, 446)],
            ("#ffd94a", "#f0ac22", "#b0701a"),
        )
        s.line([(446, 416), (700, 432), (1000, 396)], "#2b3440", 8, soft=True)
        s.box(600, 350, 170, 70, ("#fdf6e2", "#cfc6b2"), 12)
        s.box(620, 362, 44, 26, ("#27384a", "#5d7c90"), 4)
        s.line([(690, 350), (690, 210)], "#2f3a46", 6)
        s.line([(650, 250), (730, 250)], "#2f3a46", 5)
        s.oval(690, 206, 26, 12, "#fdf6e2")
        s.line([(740, 350), (752, 170)], "#2f3a46", 3)
        s.line([(630, 350), (618, 190)], "#2f3a46", 3)
        s.oval(690, 240, 6, 6, "#e8443a")

    s.lit(craft, rim="#fffbe0", shift=(-2.5, -2.5))


@scene
def seagrass_meadow(s: Sheet) -> None:
    """A diver over a meadow of seagrass, light falling from above."""
    s.wash(along((0, 0), (0, 960), ("#8fe6dc", "#35b3b8", "#127c98", "#0a4a6b", "#072c46")))
    rays(s, 560, -120, 1100, "#e6fff4", 0.34, 14)
    rays(s, 900, -120, 1000, "#e6fff4", 0.2, 8)
    for row, (base, tall, dark, light) in enumerate(
        (
            (700, 120, "#2a8f8c", "#66c2a4"),
            (780, 180, "#1a716f", "#5fb48a"),
            (880, 250, "#0f5355", "#4a9f72"),
            (1000, 340, "#083a40", "#3b8a5c"),
        )
    ):
        ridge(s, base + 20, 30, (mix(dark, "#0a3a50", 0.3), darker(dark, 0.4)), 300, f"bed{row}")
        for _ in range(150 - row * 14):
            x = s.chance.uniform(-20, 1460)
            height = tall * s.chance.uniform(0.55, 1.1)
            sway = 26 * math.sin(x / 150 + row) + s.chance.uniform(-16, 16)
            wide = 3 + row * 2.2
            blade = [
                (x - wide, base + 30),
                (x - wide * 0.6 + sway * 0.4, base - height * 0.5),
                (x + sway * 1.6, base - height),
                (x + wide * 0.6 + sway * 0.5, base - height * 0.5),
                (x + wide, base + 30),
            ]
            s.blob(blade, mix(dark, light, s.chance.random() ** 1.6))
        if row == 1:
            _diver(s, 930, 480, 1.25, "#0e2f45", "#ffb84a")
            for index in range(26):
                x, y = 690 + s.chance.gauss(0, 90) - 250, 470 + s.chance.gauss(0, 46)
                _fish(s, x, y, s.chance.uniform(18, 30), "#f2d27a" if index % 3 else "#ff9a5a")
    for index in range(14):
        size = s.chance.uniform(3, 9)
        s.oval(1090 + s.chance.uniform(-20, 30), 400 - index * 28, size, size, "#e6fff866")
    for _ in range(120):
        s.oval(s.chance.uniform(0, 1440), s.chance.uniform(0, 800), 1.6, 1.6, "#eafff066")


def _fish(s: Sheet, x: float, y: float, size: float, colour: str) -> None:
    s.blob(
        [
            (x - size, y),
            (x - size * 0.2, y - size * 0.36),
            (x + size * 0.8, y - 1),
            (x - size * 0.2, y + size * 0.34),
        ],
        (lighter(colour, 0.4), darker(colour, 0.25)),
    )
    s.area(
        [
            (x - size * 0.8, y),
            (x - size * 1.5, y - size * 0.38),
            (x - size * 1.3, y),
            (x - size * 1.5, y + size * 0.38),
        ],
        darker(colour, 0.15),
    )
    s.oval(x + size * 0.44, y - size * 0.07, size * 0.07, size * 0.07, "#10202c")


def _diver(s: Sheet, x: float, y: float, scale: float, suit: str, accent: str, flip: bool = False) -> None:
    def draw() -> None:
        with s.at(x, y, scale, flip=flip):
            from nashra.demo.draw.canvas import limb

            s.shape(limb([(70, -6), (130, 14), (190, -4)], [26, 20, 12]), darker(suit, 0.2))
            s.blob([(184, -12), (250, -34), (262, -20), (196, 6)], accent)
            s.shape(limb([(70, 4), (134, 30), (196, 36)], [26, 20, 12]), suit)
            s.blob([(190, 28), (256, 40), (258, 58), (192, 46)], darker(accent, 0.12))
            s.shape(limb([(-50, -6), (10, -4), (74, 0)], [36, 40, 32]), suit)
            s.box(-42, -46, 92, 26, along((0, -46), (0, -20), ("#d7e4e6", "#6f8e9c")), 13)
            s.shape(limb([(-44, 4), (-84, 34), (-130, 24)], [20, 16, 12]), lighter(suit, 0.06))
            s.oval(-134, 24, 9, 8, "#b97c54")
            s.oval(-78, -14, 26, 24, suit)
            s.blob([(-104, -22), (-88, -30), (-80, -10), (-98, -2)], ("#bff0f2", "#3f8fa8"))
            s.line([(-60, -24), (-70, 8), (-96, 4)], "#20333f", 5, soft=True)
            s.line([(-40, 12), (40, 16)], accent, 5)

    s.lit(draw, rim="#d8fff4", shift=(-1, -4))


@scene
def divers(s: Sheet) -> None:
    """Two divers with lamps among concrete blocks."""
    s.wash(along((0, 0), (0, 960), ("#2f8f9c", "#14607c", "#0a3b58", "#04182c")))
    rays(s, 500, -200, 900, "#bdf2ea", 0.22, 10)
    ridge(s, 900, 90, ("#0d3a50", "#041522"), 300, "sand")
    for x, y, size, turn in (
        (1180, 560, 230, 10),
        (1340, 640, 260, -20),
        (1060, 720, 250, 26),
        (1280, 840, 320, -8),
        (900, 860, 240, 14),
        (240, 900, 280, -16),
        (90, 800, 220, 22),
    ):
        block(s, x, y, size, turn, "#1d5068", "#6fb6b8")
        for _ in range(14):
            s.oval(
                x + s.chance.uniform(-0.4, 0.4) * size,
                y + s.chance.uniform(-0.5, 0.3) * size,
                5,
                4,
                s.chance.choice(("#2f8f72", "#c96a4a", "#7fb86a")),
            )
    beam(s, 420, 560, (1100, 640), 170, "#ffe9b0", 0.75)
    beam(s, 640, 300, (1180, 470), 120, "#ffe9b0", 0.6)
    s.glow(1120, 620, 260, "#ffdf94", 0.5)
    _diver(s, 480, 310, 1.0, "#123246", "#f0762b", True)
    _diver(s, 250, 560, 1.45, "#0c2436", "#ffc53f", True)
    for at in ((420, 574), (610, 326)):
        s.oval(*at, 10, 10, "#fff8dc")
        s.glow(*at, 90, "#ffe9b0", 0.9)
    for column, x in enumerate((330, 530)):
        for index in range(15):
            size = s.chance.uniform(3, 11)
            s.oval(x + s.chance.uniform(-22, 22), 480 - column * 220 - index * 30, size, size, "#d9fff655")
    for _ in range(14):
        _fish(s, s.chance.uniform(760, 1000), s.chance.uniform(120, 330), s.chance.uniform(10, 18), "#7fc4c8")


@scene
def clouds_gulf(s: Sheet) -> None:
    """Towering clouds, a tiny sail."""
    sky(s, ["#215a94", "#5f9cc0", "#b9d5d2", "#f6dfb8"], 770)
    for x, y, size in ((420, 560, 330), (900, 500, 420), (1240, 600, 300)):
        _cumulus(s, x, y, size)
    clouds(s, 600, 780, ["#a9b4c4", "#e2cdbb", "#fbe6c6"], cover=0.5, size=(900, 60), name="low")
    ridge(s, 776, 26, "#7f98ac", 400)
    water(s, 770, "#1d587f", glint="#ffffff")
    s.afloat(822, partial(sail_boat, s, 330, 820, 74, "#fff3dc", "#54392f"), tint="#1d587f")


def _cumulus(s: Sheet, x: float, y: float, size: float) -> None:
    puffs = []
    for _ in range(120):
        level = s.chance.random() ** 0.8
        wide = (1 - level) ** 0.55 * 0.95 + 0.2
        puffs.append(
            (
                y - level * size * 1.25,
                x + s.chance.uniform(-1, 1) * size * wide * 0.72,
                size * s.chance.uniform(0.1, 0.22) * (1.15 - level * 0.5),
            )
        )
    for tone, shift in (
        ("#8ea3c0", (0.0, 0.0)),
        ("#c3c4cf", (-0.24, -0.16)),
        ("#f0dccb", (-0.42, -0.32)),
        ("#fff6e4", (-0.66, -0.52)),
    ):
        for py, px, radius in puffs:
            shrink = 1 + shift[1] * 0.75
            s.oval(
                px + shift[0] * radius,
                py + shift[1] * radius,
                radius * shrink,
                radius * shrink * 0.94,
                fade(tone, 0.5 if shift[0] else 0.92),
                blur=3,
            )
    s.box(
        x - size,
        y - size * 0.1,
        size * 2,
        size * 0.4,
        along((0, y - size * 0.1), (0, y + size * 0.3), ("#b9c8d200", "#c9d0cfcc", "#d9d9cc00")),
    )
