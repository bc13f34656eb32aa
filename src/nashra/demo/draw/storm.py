# mypy: allow-redefinition-new, local-partial-types
"""The storm and what it left."""

import math
from functools import partial

import skia

from nashra.demo.draw.canvas import Sheet, along, around, box, oval, smooth
from nashra.demo.draw.colour import darker, fade, lighter, mix
from nashra.demo.draw.figures import Person, person
from nashra.demo.draw.nature import clouds, rain, ranges, sky, spray, water, wave
from nashra.demo.draw.scenes import scene
from nashra.demo.draw.things import bus, pot, stone, street_lamp
from nashra.demo.draw.town import house, skyline, tower
from nashra.demo.draw.vessels import beam, lighthouse


@scene
def siren_tower(s: Sheet) -> None:
    """A siren on its mast above dark roofs, the storm rising behind."""
    sky(s, ["#151c2c", "#2c3a4c", "#55646c", "#9a9a86", "#d9b878"], 900)
    clouds(
        s, -80, 760, ["#10161f", "#232f3d", "#42515c", "#7a8480"], cover=0.82, size=(700, 260), strength=0.96
    )
    clouds(s, 560, 860, ["#3a444c", "#7c7c70", "#d4b478"], cover=0.5, size=(800, 90), name="low")
    skyline(s, 900, ["#222b38", "#1c2430", "#2a3340"], 150)
    s.box(-10, 898, 1460, 90, ("#1c2430", "#121822"))
    for x, wide, tall, roof in (
        (-30, 330, 170, "#171d28"),
        (300, 260, 230, "#141a24"),
        (980, 300, 210, "#161c26"),
        (1240, 260, 150, "#121822"),
    ):
        s.area(
            [
                (x - 16, 960 - tall),
                (x + wide * 0.2, 900 - tall),
                (x + wide * 0.8, 900 - tall),
                (x + wide + 16, 960 - tall),
                (x + wide + 16, 980),
                (x - 16, 980),
            ],
            (lighter(roof, 0.07), roof),
        )
        s.box(x, 962 - tall, wide, tall, (lighter(roof, 0.05), darker(roof, 0.2)))
        for tile in range(10):
            s.line(
                [
                    (x + wide * 0.2 + tile * wide * 0.066, 902 - tall),
                    (x - 10 + tile * (wide + 20) / 9, 958 - tall),
                ],
                "#0c1119",
                2,
            )
    s.box(1066, 806, 52, 74, ("#ffe7a0", "#ffbf57"), 3)
    s.line([(1092, 806), (1092, 880)], "#3a2a20", 4)
    s.line([(1066, 842), (1118, 842)], "#3a2a20", 4)
    s.glow(1092, 842, 230, "#ffc25e", 0.8)

    def mast() -> None:
        for side in (-1, 1):
            s.line([(640 + side * 66, 1000), (640 + side * 20, 300)], "#1a212c", 11)
        for level in range(12):
            low, high = 980 - level * 57, 980 - (level + 1) * 57
            wide, thin = 66 - 46 * (1000 - low) / 700, 66 - 46 * (1000 - high) / 700
            s.line([(640 - wide, low), (640 + thin, high)], "#1a212c", 4.5)
            s.line([(640 + wide, low), (640 - thin, high)], "#1a212c", 4.5)
            s.line([(640 - wide, low), (640 + wide, low)], "#1a212c", 3)
        s.box(576, 286, 128, 18, "#1a212c", 4)
        for side, level, scale in ((-1, 250, 1.0), (1, 250, 1.0), (-1, 180, 0.86), (1, 180, 0.86)):
            s.area(
                [
                    (640 + side * 16, level - 10),
                    (640 + side * 16, level + 10),
                    (640 + side * 106 * scale, level + 46 * scale),
                    (640 + side * 106 * scale, level - 46 * scale),
                ],
                along((640, level - 46), (640, level + 46), ("#d9d4c2", "#a8483a", "#5c2a2c")),
            )
            s.oval(640 + side * 106 * scale, level, 14 * scale, 46 * scale, "#2a1d24")
            s.oval(640 + side * 106 * scale, level, 7 * scale, 26 * scale, "#6a3534")
        s.box(624, 130, 32, 160, ("#39434f", "#1a212c"), 6)
        s.line([(640, 130), (640, 60)], "#1a212c", 6)
        s.oval(640, 58, 9, 9, "#ff5d43")

    s.lit(mast, rim="#e8cf98", shift=(-3, -1))
    s.glow(640, 58, 130, "#ff5d43", 0.9)
    for side in (-1, 1):
        for ring in range(3):
            arc = skia.Path()
            reach = 180 + ring * 70
            arc.addArc(
                skia.Rect.MakeLTRB(640 - reach, 220 - reach, 640 + reach, 220 + reach),
                -22 if side > 0 else 158,
                44,
            )
            s.stroke(arc, fade("#f3e3b4", 0.4 - ring * 0.1), 4)
    rain(s, "#cfd8dc", 260, 0.3, 40)


BOLT_FROM, BOLT_TO = -10.0, 470


@scene
def storm_waves(s: Sheet) -> None:
    """Giant waves over the harbour wall by lightning."""
    storm_sky(s)
    lightning(s)
    storm_lighthouse(s)
    beam(s, 1225, 311, (300, 120), 70, "#ffe9b8", 0.5)
    wave(s, 560, 60, ("#3d6470", "#1d3b4a"), "#c9d9da", 400, 120)
    breaker(s)
    storm_wall(s)
    for x, reach in ((700, 330), (900, 420), (1090, 260)):
        spray(s, x, 690, reach, "#f1f6f5", 420, 0.9)
    for index in range(30):
        x = 600 + index * 28
        s.line(
            [(x, 690 - index * 2.4), (x + s.chance.uniform(-6, 6), 760 + s.chance.uniform(0, 60))],
            fade("#eef5f3", 0.55),
            s.chance.uniform(3, 9),
            blur=2,
        )
    wave(s, 850, 60, ("#4f7f86", "#1f4450", "#0c212c"), "#eef5f3", 560, 260)
    wave(s, 940, 50, ("#3d6a74", "#0f2833"), "#dfeaea", 700, 40)
    rain(s, "#dfeaf2", 420, 0.5, 54)


def storm_sky(s: Sheet) -> None:
    """The night sky of the storm."""
    s.wash(along((0, 0), (0, 960), ("#0a1020", "#1c2a40", "#3a5364", "#1d3340")))
    clouds(s, -80, 560, ["#080d18", "#182436", "#34485a", "#6d8490"], cover=0.85, size=(640, 240))
    s.box(-10, 540, 1460, 450, "#10222e")


def lightning(s: Sheet) -> None:
    """A bolt and its light on the clouds."""
    s.glow(1080, 150, 760, "#b9d4ff", 0.5)
    bolt = [(1090.0, BOLT_FROM)]
    while bolt[-1][1] < BOLT_TO:
        bolt.append((bolt[-1][0] + s.chance.uniform(-46, 34), bolt[-1][1] + s.chance.uniform(24, 60)))
    s.line(bolt, "#9fc4ff", 16, blur=12)
    s.line(bolt, "#f4f8ff", 5)
    for start in (3, 5):
        twig = [bolt[start]]
        for _ in range(5):
            twig.append((twig[-1][0] - s.chance.uniform(10, 54), twig[-1][1] + s.chance.uniform(16, 46)))
        s.line(twig, "#dbe8ff", 2.4)


def storm_lighthouse(s: Sheet) -> None:
    """The lighthouse on the mole."""
    lighthouse(s, 1225, 560, 250, "#8e9aa6", "#7a3a44", "#ffe7a6", "#131c2a")
    s.glow(1225, 311, 200, "#ffe9b0", 0.9)
    s.area([(1080, 560), (1460, 540), (1460, 700), (1060, 690)], ("#2f3a45", "#151c26"))


def breaker(s: Sheet) -> None:
    """The great wave, its lip curling over."""
    big = smooth(
        [
            (-60, 1000),
            (-60, 430),
            (80, 330),
            (250, 250),
            (430, 232),
            (560, 280),
            (610, 360),
            (560, 336),
            (480, 352),
            (450, 430),
            (500, 540),
            (620, 640),
            (800, 720),
            (820, 1000),
        ]
    )
    s.shape(big, along((200, 240), (420, 900), ("#7fb2ae", "#3f7d84", "#1f4f60", "#0c2534")))
    with s.inside(big):
        for index in range(26):
            x = -40 + index * 26
            s.line(
                [(x - 60, 960), (x + 30, 640), (x + 130 - index * 2, 420), (x + 210 - index * 6, 270)],
                fade("#d7efe6", s.chance.uniform(0.08, 0.3)),
                s.chance.uniform(3, 12),
                soft=True,
            )
        s.blob(
            [(450, 430), (480, 352), (560, 336), (610, 360), (640, 640), (520, 560)], fade("#06141f", 0.6), 12
        )
    for point in (
        (60, 340),
        (170, 280),
        (290, 246),
        (420, 236),
        (530, 266),
        (600, 350),
        (580, 380),
        (520, 350),
    ):
        spray(s, point[0], point[1] + 20, 90, "#f3f8f6", 120, 2.0)


def storm_wall(s: Sheet) -> None:
    """The harbour wall."""
    s.area([(560, 690), (1460, 610), (1460, 760), (560, 900)], ("#59646b", "#2b343d"))
    s.area([(560, 690), (1460, 610), (1460, 590), (590, 664)], "#8b979a")
    for x in range(640, 1460, 120):
        s.line([(x, 684 - (x - 560) * 0.09), (x, 880 - (x - 560) * 0.15)], "#1d252e", 3)


@scene
def storm_map(s: Sheet) -> None:
    """A weather map: a spiral storm off the coast, its isobars and their pressure."""
    s.wash(along((0, 0), (1440, 960), ("#d8e6e4", "#b5d0d4", "#8fb5c2")))
    land = smooth(
        [
            (1500, -60),
            (980, -60),
            (1010, 60),
            (950, 150),
            (1010, 250),
            (930, 330),
            (980, 440),
            (1060, 500),
            (1020, 600),
            (1110, 680),
            (1060, 790),
            (1150, 880),
            (1130, 1020),
            (1500, 1020),
        ]
    )
    s.stroke(land, "#ffffff99", 26, 8)
    s.shape(land, along((950, 0), (1440, 600), ("#e9d8ad", "#d9bf8b", "#c2a373")))
    with s.inside(land):
        for _ in range(16):
            x, y = s.chance.uniform(1130, 1420), s.chance.uniform(0, 940)
            s.area([(x - 34, y + 16), (x, y - 26), (x + 34, y + 16)], fade("#a98858", 0.6))
            s.area([(x - 4, y - 20), (x, y - 26), (x + 34, y + 16), (x + 6, y + 16)], fade("#8a6b48", 0.6))
        for river in (
            [(1440, 250), (1300, 270), (1200, 330), (1080, 350), (960, 340)],
            [(1440, 700), (1280, 690), (1180, 640), (1030, 610)],
        ):
            s.line(river, "#6fa5b8", 5, soft=True)
    centre = (560.0, 500.0)
    tones = ("#7fb4c4", "#4a8ca6", "#2b6488", "#1d3f69", "#3d2f62")
    for index in range(5):
        reach = 430 - index * 84
        s.oval(*centre, reach * 1.12, reach * 0.88, fade(tones[index], 0.42), 14)
    with s.layer(0.95):
        for arm in range(4):
            for index in range(90):
                share = index / 90
                turn = arm * math.pi / 2 + share * 4.4
                reach = 36 + share * 400
                spot = (centre[0] + math.cos(turn) * reach * 1.1, centre[1] + math.sin(turn) * reach * 0.85)
                size = 34 * math.sin(math.pi * min(1, share * 1.02)) ** 0.7 + 3
                s.oval(*spot, size * 1.3, size, fade("#f8fbf8", 0.24), 5)
    s.oval(*centre, 26, 22, "#2b2a55")
    s.oval(*centre, 14, 12, "#d9513c")
    font = skia.Font(skia.Typeface("DejaVu Sans", skia.FontStyle.Bold()), 27)
    for index in range(7):
        reach = 120 + index * 74
        ring = smooth(
            [
                (
                    centre[0]
                    + math.cos(turn / 9 * math.tau) * reach * (1.14 + 0.05 * math.sin(turn * 2 + index)),
                    centre[1]
                    + math.sin(turn / 9 * math.tau) * reach * (0.84 + 0.05 * math.cos(turn * 3 + index)),
                )
                for turn in range(9)
            ]
        )
        s.stroke(ring, fade("#173a58", 0.75), 2.6 if index % 2 else 4)
        if index % 2 == 0:
            spot = (centre[0] - 14, centre[1] - reach * 0.86 + 8)
            s.box(spot[0] - 34, spot[1] - 22, 78, 30, "#cfe0e2", 6)
            paint = s.paint("#173a58")
            s.canvas.drawString(str(964 + index * 6), spot[0] - 27, spot[1] + 3, font, paint)
    front = [(640.0, 560.0), (760.0, 660.0), (850.0, 780.0), (880.0, 920.0), (870.0, 1000.0)]
    s.line(front, "#1d4fa0", 6, soft=True)
    for x, y, turn in ((700, 606, 36), (780, 680, 46), (836, 756, 58), (870, 840, 74), (878, 920, 88)):
        with s.at(x, y, 1, turn):
            s.area([(-16, -2), (16, -2), (0, -26)], "#1d4fa0")
    s.line([(150, 900), (250, 760), (380, 640), (500, 540)], "#d9513c", 7, soft=True)
    for x, y in ((150, 900), (264, 744), (380, 640)):
        s.oval(x, y, 12, 12, "#f6e9c8")
        s.oval(x, y, 7, 7, "#d9513c")
    s.line([(585, 486), (800, 420), (960, 330)], "#d9513c", 6, soft=True)
    s.area([(956, 306), (990, 322), (956, 348)], "#d9513c")


@scene
def flooded_road(s: Sheet) -> None:
    """A street under water, lamps mirrored, a stranded bus."""
    sky(s, ["#56707f", "#93a6a8", "#d6cdb4", "#f3dcae"], 520)
    clouds(s, -20, 420, ["#5c7480", "#8fa3a6", "#cfcab6", "#f4e2b8"], cover=0.64)
    for index in range(5):
        for side in (-1, 1):
            near = 4 - index
            wide, tall = 150 - near * 18, 430 - near * 66
            x = 720 + side * (620 - near * 122) - (wide if side < 0 else 0)
            house(
                s,
                x,
                560 - near * 9,
                wide,
                tall,
                mix(("#d9a878", "#c9786a", "#e3c79a", "#b8927f", "#d8b9a0")[index], "#a9b0aa", near * 0.16),
                mix("#a4533c", "#9a9a94", near * 0.16),
                columns=2,
                floors=4,
                shutter=mix("#4f7a78", "#9aa6a4", near * 0.16),
                lamp="#ffdf9a",
                lit_share=0.08,
                shade="#2e3c5a",
                shade_from=0.55 if side > 0 else 0.7,
            )
    s.box(-10, 520, 1460, 44, "#7d8078")
    s.area([(560, 540), (600, 452), (680, 470), (740, 430), (820, 462), (890, 540)], ("#b9b7a6", "#a9a99c"))
    tower(s, 716, 540, 34, 150, "#b9ab96", "#d9cbb0", "#8f8d88", "#9a7a6a")
    for x, height in ((410, 300), (520, 200), (600, 140), (1000, 270), (900, 180)):
        street_lamp(s, x, 566, height, "#2d3640", "#ffe3a0", 0.5)
    s.area([(-20, 556), (1460, 556), (1460, 570), (-20, 570)], "#8d8d7e")
    water(s, 556, "#4b5d5c", rough=0.55, mirror=0.96, glint="#fff3cf")

    def stranded() -> None:
        with s.at(0, 0, 1, -3):
            bus(s, 760, 790, 560, "#d9a02f", ("#8fa8ac", "#c9d3c8"))

    s.afloat(752, stranded, 0.6, 1.2, "#46585a")
    s.box(440, 752, 640, 90, along((0, 752), (0, 842), ("#7f8f88f2", "#6f827e99", "#5c6f6c00")))
    for row in range(7):
        s.line(
            [(430 + row * 20 + s.chance.uniform(0, 60), 758 + row * 9), (1060 - row * 30, 757 + row * 9)],
            fade("#f3ead0", 0.4 - row * 0.05),
            3,
        )
    s.afloat(
        880,
        partial(
            person,
            s,
            250,
            948,
            250,
            Person(skin="#b97c54", top="#2f5f7c", head="hood", bottom="#2d3540"),
            "stride",
            rim="#fff0cc",
        ),
        0.5,
        1.2,
        "#46585a",
    )
    s.box(180, 880, 150, 80, along((0, 880), (0, 950), ("#6f827ee6", "#5c6f6c")))
    s.oval(256, 884, 70, 9, "#dfe0cc88")
    for x, y, size in ((1180, 860, 60), (1260, 900, 40), (520, 900, 46)):
        s.blob([(x - size, y), (x, y - size * 0.2), (x + size, y), (x, y + size * 0.16)], "#6a4a34")


@scene
def weather_radar(s: Sheet) -> None:
    """The white radar dome on the cape, bands of rain at sea."""
    sky(s, ["#3c5f7f", "#7fa0ae", "#cfd6c8", "#f3e2bc"], 560)
    clouds(s, -30, 420, ["#40596f", "#6f8796", "#b1bcbb", "#f2e6cc"], cover=0.66, size=(600, 170))
    for x, wide in ((120, 240), (420, 150), (1240, 190)):
        with s.layer(0.75, blur=16):
            s.area(
                [(x, 260), (x + wide, 260), (x + wide - 90, 560), (x - 110, 560)],
                along((0, 260), (0, 560), ("#4d667a", "#7f95a066")),
            )
    water(s, 552, "#2d5a70", rough=1.1)
    cape = smooth(
        [
            (1500, 560),
            (1240, 560),
            (1020, 580),
            (800, 640),
            (620, 700),
            (430, 800),
            (300, 900),
            (260, 1000),
            (1500, 1000),
        ]
    )
    s.shape(cape, along((500, 600), (1100, 960), ("#a9ad72", "#7c8a58", "#4a5f47")))
    with s.inside(cape):
        for _ in range(300):
            x, y = s.chance.uniform(280, 1440), s.chance.uniform(570, 960)
            s.line(
                [(x, y), (x + s.chance.uniform(-6, 10), y - s.chance.uniform(8, 24))],
                fade(s.chance.choice(("#dcd28c", "#5c7048", "#c2bd78")), 0.6),
                2,
            )
        s.line([(560, 980), (700, 860), (900, 760), (960, 650), (990, 600)], "#e6d7ae", 26, soft=True)
    for _ in range(40):
        share = s.chance.random()
        stone(s, 280 + share * 380, 930 - share * 250, s.chance.uniform(16, 40), "#7c7a68", "#e9e0bc")

    def dome() -> None:
        s.area(
            [(900, 610), (1110, 610), (1090, 430), (920, 430)],
            along((900, 0), (1110, 0), ("#f3eddc", "#c9c5b8", "#7f8894")),
        )
        s.box(890, 420, 230, 18, "#8b929a")
        for post in range(898, 1120, 22):
            s.line([(post, 420), (post, 392)], "#6d757e", 3)
        s.line([(894, 392), (1116, 392)], "#6d757e", 4)
        s.box(980, 540, 46, 70, "#3c5668", 3)
        ball = oval(1005, 290, 138, 138)
        with s.inside(box(800, 100, 420, 310)):
            s.shape(
                ball,
                around((950, 220), 260, ("#ffffff", "#f1efe6", "#b9c3c9", "#7b8c9b"), (0, 0.35, 0.75, 1)),
            )
            with s.inside(ball):
                for index in range(-4, 5):
                    s.stroke(oval(1005, 290, abs(index) * 34 + 3, 138), fade("#6f8291", 0.4), 2)
                for level in (-90, -45, 0, 45, 90):
                    s.line([(860, 290 + level), (1150, 290 + level)], fade("#6f8291", 0.4), 2)

    s.lit(dome, rim="#fff8e0", shift=(-3, -3))
    person(s, 840, 742, 84, Person(top="#c2512f", head="hood"), "walk", rim="#fff2cf")
    for ring in range(4):
        reach = 220 + ring * 100
        s.stroke(oval(1005, 290, reach, reach), fade("#ffffff", 0.2 - ring * 0.045), 3)


@scene
def temporary_housing(s: Sheet) -> None:
    """Rows of small white homes with laundry and plants."""
    sky(s, ["#6fb1d0", "#c9e0dc", "#fbe9c6"], 430)
    clouds(s, 0, 320, ["#bcd6da", "#f3f1e2", "#ffffff"], cover=0.4)
    ranges(s, 440, [110, 60], "#a5b8ac", "#93a486")
    s.box(-10, 430, 1460, 560, along((0, 430), (0, 960), ("#d9c79a", "#c9ad7c", "#a98a60")))
    doors = ("#2f7c8c", "#c9573a", "#d9a441", "#5a7f4a", "#7a4a72")
    for row, (y, tall, wide) in enumerate(((500, 74, 150), (612, 128, 260), (800, 226, 460))):
        x = (-60, -110, -200)[row]
        index = 0
        while x < 1440:
            _cabin(s, x, y, wide * 0.93, tall, doors[(index * 2 + row) % 5])
            if row and index % 2 == 0:
                _laundry(s, x + wide * 0.1, y - tall * 0.86 + tall * 0.36, wide * 0.9, tall)
            for plant in range(2):
                pot(
                    s,
                    x + wide * (0.1 + plant * 0.62),
                    y + tall * 0.05,
                    tall * 0.24,
                    "#b5623f",
                    "#3f6b45",
                    "#9fbf6a",
                )
            x += wide
            index += 1
        s.box(-10, y, 1460, 10 + row * 4, fade("#7a6242", 0.5))
    person(
        s,
        520,
        880,
        300,
        Person(skin="#b97c54", top="#2f6f74", head="hijab", wear="robe", cloth="#e9d5b0"),
        "carry",
        rim="#fff2d0",
    )
    person(
        s,
        980,
        890,
        190,
        Person(skin="#d9a27a", top="#e2733a", head="short", sleeve="short", bottom="#2f4f78"),
        "run",
        rim="#fff2d0",
    )
    person(
        s,
        1090,
        884,
        170,
        Person(skin="#8f5a3c", top="#e9c34c", head="curly", sleeve="short", bottom="#7a3a4a"),
        "run",
        rim="#fff2d0",
    )
    s.oval(1180, 866, 20, 20, "#f6efe0")


def _cabin(s: Sheet, x: float, y: float, wide: float, tall: float, door: str) -> None:
    s.box(x, y - tall, wide, tall, along((x, y - tall), (x + wide, y), ("#ffffff", "#f1ece0", "#c6c6c8")))
    for groove in range(1, 16):
        s.line([(x + wide * groove / 16, y - tall), (x + wide * groove / 16, y)], "#b9b9b833", 2)
    s.area(
        [
            (x - 6, y - tall),
            (x + wide + 6, y - tall),
            (x + wide + 6, y - tall * 1.07),
            (x - 6, y - tall * 1.07),
        ],
        "#8d98a0",
    )
    s.box(
        x + wide * 0.58, y - tall * 0.76, wide * 0.17, tall * 0.76, (lighter(door, 0.15), darker(door, 0.15))
    )
    s.box(x + wide * 0.16, y - tall * 0.72, wide * 0.28, tall * 0.36, ("#3c5668", "#9fb8bc"))
    s.box(x + wide * 0.14, y - tall * 0.76, wide * 0.32, tall * 0.05, door)
    s.area(
        [(x, y), (x + wide, y), (x + wide * 1.02, y + tall * 0.1), (x + wide * 0.05, y + tall * 0.1)],
        "#5c4a3a44",
    )


def _laundry(s: Sheet, x: float, y: float, wide: float, tall: float) -> None:
    s.line([(x, y), (x + wide / 2, y + tall * 0.06), (x + wide, y)], "#4a4038", 2, soft=True)
    for index in range(6):
        left = x + wide * (0.08 + index * 0.15)
        tint = ("#e2733a", "#f4ecd8", "#3f7fa0", "#d9a441", "#b5475a", "#6fa58a")[(index + int(x)) % 6]
        drop = tall * s.chance.uniform(0.2, 0.34)
        s.area(
            [
                (left, y + tall * 0.03),
                (left + wide * 0.1, y + tall * 0.035),
                (left + wide * 0.11, y + drop),
                (left - wide * 0.006, y + drop * 0.96),
            ],
            (lighter(tint, 0.15), darker(tint, 0.12)),
        )
