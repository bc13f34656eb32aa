# mypy: allow-redefinition-new, local-partial-types
"""Books, maps, pens and instruments."""

import math

from nashra.demo.draw.canvas import Sheet, along, around, box, limb, oval, smooth
from nashra.demo.draw.colour import darker, fade, lighter, mix
from nashra.demo.draw.scenes import scene
from nashra.demo.draw.things import pot, street_lamp

CLOTHES = ("#c2512f", "#2f6c8f", "#d9a441", "#3f7d63", "#5a3d6a", "#f0e2c4")


def shelf_of_books(s: Sheet, x: float, y: float, width: float, height: float, tints: tuple[str, ...]) -> None:
    """Books upright on a board, the board's top at y."""
    at = x
    while at < x + width - 6:
        wide, tall = s.chance.uniform(12, 30), height * s.chance.uniform(0.66, 0.96)
        tint = s.chance.choice(tints)
        s.box(
            at,
            y - tall,
            wide - 1.6,
            tall,
            along((at, 0), (at + wide, 0), (lighter(tint, 0.2), tint, darker(tint, 0.25))),
            1,
        )
        if wide > 18:
            s.box(at + 2, y - tall * 0.82, wide - 6, 4, fade("#fff2cc", 0.6))
        at += wide
    s.box(x - 4, y, width + 8, 9, ("#b57f48", "#6f4528"))


@scene
def bookshop(s: Sheet) -> None:
    """A bookshop window at night, someone reading inside."""
    s.wash(along((0, 0), (0, 960), ("#13203f", "#1c2c50", "#0c1530")))
    for row in range(16):
        for column in range(14):
            s.box(
                column * 112 - (row % 2) * 56,
                row * 62,
                109,
                59,
                mix("#1f3054", "#182644", s.chance.random()),
                2,
            )
    s.box(150, 150, 1140, 700, ("#2f6a64", "#1f4a4a", "#143236"), 6)
    s.box(120, 110, 1200, 66, ("#3a7f76", "#225650"), 6)
    for left, wide in ((190, 650), (1090, 160)):
        s.box(left, 210, wide, 560, ("#ffefc0", "#ffd98a", "#e0a04f"))
    s.box(880, 210, 180, 640, ("#24504e", "#17383a"))
    s.box(904, 236, 132, 360, ("#ffe9b0", "#f0b560"))
    s.oval(1030, 640, 8, 8, "#e0b45a")
    tints = ("#b5473a", "#2f6f8c", "#c98a2b", "#3f6f4a", "#6a3d5a", "#e0cfa4", "#26405f")
    for level in (340, 470):
        shelf_of_books(s, 200, level, 630, 110, tints)
    for level in (340, 470, 600):
        shelf_of_books(s, 1096, level, 148, 110, tints)

    def reader() -> None:
        s.blob(
            [(480, 770), (470, 650), (500, 570), (560, 546), (620, 560), (660, 640), (670, 770)],
            along((470, 0), (670, 0), ("#a8443a", "#6f2a30")),
        )
        s.shape(limb([(560, 560), (572, 510)], [42, 38]), "#a86c48")
        s.oval(580, 486, 38, 46, "#b97c54")
        s.blob(
            [
                (546, 500),
                (536, 450),
                (570, 424),
                (612, 440),
                (616, 466),
                (580, 462),
                (560, 490),
                (556, 560),
                (520, 600),
                (520, 540),
            ],
            "#1f1719",
        )
        s.shape(limb([(510, 620), (560, 690), (640, 670)], [50, 40, 28]), "#b5503f")
        s.oval(652, 664, 17, 15, "#b97c54")
        s.area([(600, 640), (668, 606), (676, 664), (610, 698)], ("#fffaf0", "#e2d3ac"))
        s.area([(668, 606), (740, 630), (746, 686), (676, 664)], ("#f6ecd0", "#d3c094"))
        s.area(
            [(600, 640), (594, 644), (604, 706), (676, 672), (746, 694), (746, 686), (676, 664), (610, 698)],
            "#2f6f8c",
        )

    s.lit(reader, rim="#fff6dc", shift=(2, -3))
    s.line([(720, 210), (720, 300)], "#4a3424", 4)
    s.area([(680, 330), (760, 330), (738, 296), (702, 296)], "#c9563a")
    s.glow(720, 350, 300, "#fff0b8", 0.8)
    for index in range(12):
        tint = tints[(index * 3) % 7]
        with s.at(230 + index * 54, 770, 1, s.chance.uniform(-5, 5)):
            if not 4 <= index <= 8:
                s.box(-20, -66, 40, 64, (lighter(tint, 0.2), darker(tint, 0.2)), 2)
                s.box(-12, -52, 24, 4, "#fff2cc")
    for x in (190, 515, 840):
        s.box(x - 8, 204, 16, 572, "#1a3f40")
    s.box(182, 764, 668, 22, ("#2f6a64", "#17383a"))
    s.area([(210, 220), (330, 220), (260, 760), (210, 760)], "#ffffff1c")
    s.glow(515, 480, 720, "#ffcf7a", 0.4)
    s.area(
        [(-20, 850), (1460, 850), (1460, 980), (-20, 980)], along((0, 850), (0, 960), ("#33425f", "#1a2440"))
    )
    with s.layer(blend="Screen"):
        s.area(
            [(190, 850), (850, 850), (1010, 980), (30, 980)],
            along((0, 850), (0, 980), ("#ffcf7a88", "#ffcf7a11")),
        )
        s.area(
            [(900, 850), (1040, 850), (1080, 980), (870, 980)],
            along((0, 850), (0, 980), ("#ffcf7a66", "#ffcf7a11")),
        )
    street_lamp(s, 60, 900, 640, "#0c1226", "#ffd58a", 0.5)
    pot(s, 1340, 880, 130, "#8a4a34", "#1f4a3c", "#5a8a5c")


@scene
def old_map(s: Sheet) -> None:
    """An old chart of a harbour with its compass rose."""
    s.wash(along((0, 0), (1440, 960), ("#5a3a26", "#3f281c", "#2a1a14")))
    edge = []
    for index in range(120):
        share = index / 120 * 4
        side, part = int(share), share % 1
        corner = [(70, 60), (1370, 50), (1380, 900), (60, 910)]
        start, end = corner[side], corner[(side + 1) % 4]
        edge.append(
            (
                start[0] + (end[0] - start[0]) * part + s.chance.uniform(-7, 7),
                start[1] + (end[1] - start[1]) * part + s.chance.uniform(-7, 7),
            )
        )
    s.blob([(x + 16, y + 20) for x, y in edge], "#140a06aa", 16)
    sheet = smooth(edge)
    s.shape(sheet, around((640, 420), 940, ("#fbedc4", "#f0d79c", "#d3ab68", "#a87a44")))
    ink = "#5a3420"
    with s.inside(sheet):
        for _ in range(26):
            s.oval(
                s.chance.uniform(60, 1380),
                s.chance.uniform(60, 900),
                s.chance.uniform(30, 130),
                s.chance.uniform(20, 90),
                "#a8713a22",
                20,
            )
        centre = (480, 580)
        for ray in range(32):
            turn = ray * math.tau / 32
            s.line(
                [centre, (centre[0] + math.cos(turn) * 1500, centre[1] + math.sin(turn) * 1500)],
                fade(ink, 0.22 if ray % 4 else 0.42),
                1.6,
            )
        land = smooth(
            [
                (1500, 40),
                (1020, 40),
                (940, 130),
                (880, 190),
                (900, 260),
                (820, 300),
                (760, 280),
                (700, 330),
                (720, 390),
                (800, 400),
                (840, 470),
                (930, 500),
                (900, 570),
                (960, 640),
                (920, 720),
                (1000, 790),
                (980, 940),
                (1500, 960),
            ]
        )
        s.shape(land, "#cfa45e88")
        for ring in range(4):
            s.stroke(land, fade("#3f7a7c", 0.34 - ring * 0.07), 10 + ring * 16)
        s.stroke(land, ink, 4)
        for _ in range(34):
            x, y = s.chance.uniform(1020, 1340), s.chance.uniform(110, 860)
            s.line(
                [(x - 24, y), (x - 6, y - 30), (x, y - 34), (x + 8, y - 24), (x + 24, y)], ink, 2.6, soft=True
            )
            for shade in range(3):
                s.line([(x + 4 + shade * 6, y - 24 + shade * 8), (x + 6 + shade * 6, y - 4)], ink, 1.4)
        for x, y, tall in (
            (860, 360, 34),
            (892, 356, 44),
            (924, 362, 30),
            (880, 384, 26),
            (910, 390, 34),
            (950, 380, 40),
        ):
            s.box(x - 11, y - tall, 22, tall, "#f6e3b4")
            s.stroke(box(x - 11, y - tall, 22, tall), ink, 2.4)
            s.area([(x - 15, y - tall), (x, y - tall - 18), (x + 15, y - tall)], "#b5533f")
        s.line([(780, 420), (730, 450), (690, 440)], ink, 7, soft=True)
        s.line([(700, 330), (660, 350), (640, 390)], ink, 7, soft=True)
        for x, y, size in ((300, 250, 1.2), (560, 330, 0.8), (620, 780, 1.0)):
            with s.at(x, y, size):
                s.blob([(-60, 0), (-30, 8), (40, 8), (66, -14), (50, 26), (-46, 26)], "#b5733f")
                s.stroke(smooth([(-60, 0), (-30, 8), (40, 8), (66, -14), (50, 26), (-46, 26)]), ink, 3)
                for mast in (-26, 14):
                    s.line([(mast, 6), (mast, -86)], ink, 3)
                    for level in (-80, -44):
                        s.blob(
                            [
                                (mast - 24, level),
                                (mast + 24, level),
                                (mast + 34, level + 16),
                                (mast + 24, level + 30),
                                (mast - 24, level + 30),
                            ],
                            "#fbf0d0",
                        )
                        s.stroke(
                            smooth(
                                [
                                    (mast - 24, level),
                                    (mast + 24, level),
                                    (mast + 34, level + 16),
                                    (mast + 24, level + 30),
                                    (mast - 24, level + 30),
                                ]
                            ),
                            ink,
                            2,
                        )
                s.line([(-70, 34), (-30, 40), (10, 34), (60, 40)], ink, 2, soft=True)
        with s.at(*centre):
            s.oval(0, 0, 128, 128, "#f6e2b0")
            s.stroke(oval(0, 0, 128, 128), ink, 4)
            s.stroke(oval(0, 0, 112, 112), ink, 2)
            for point in range(16):
                long = 156 if point % 4 == 0 else 112 if point % 2 == 0 else 74
                with s.at(0, 0, 1, point * 22.5):
                    s.area(
                        [(0, -long), (0, 0), (-15, -26)],
                        "#b5473a" if point % 4 == 0 else "#2f6f74" if point % 2 == 0 else ink,
                    )
                    s.area([(0, -long), (0, 0), (15, -26)], "#fbf0d0")
                    s.line([(0, -long), (-15, -26), (0, 0), (15, -26), (0, -long)], ink, 1.6)
            s.oval(0, 0, 14, 14, "#e0a02c")
        with s.at(250, 760):
            s.line([(-70, 30), (-20, 0), (40, -10), (80, 20), (120, -30)], "#2f6f74", 26, soft=True)
            s.area([(110, -40), (150, -70), (146, -20)], "#2f6f74")
        s.box(130, 850, 360, 14, "#f6e2b0")
        for part in range(6):
            s.box(130 + part * 60, 850, 60, 14, ink if part % 2 else "#f6e2b0")
    s.stroke(sheet, "#7a4f2c88", 5)
    s.line([(500, 60), (506, 908)], "#8a5f3433", 6)
    s.line([(950, 56), (944, 904)], "#8a5f3433", 6)


@scene
def calligraphy_studio(s: Sheet) -> None:
    """Reed pens, ink and one great stroke on paper."""
    s.wash(along((0, 0), (1440, 960), ("#a8784a", "#8a5a36", "#5a3824")))
    for index in range(22):
        y = index * 46
        s.line([(-20, y), (500, y + s.chance.uniform(-8, 8)), (1460, y + 10)], "#4a2c1c44", 3, soft=True)
    with s.at(640, 500, 1, -5):
        s.area([(-470, -370), (490, -370), (490, 390), (-470, 390)], "#1f120a88", 16)
        s.area(
            [(-480, -384), (480, -384), (480, 376), (-480, 376)],
            along((-480, -384), (480, 376), ("#fffaf0", "#f9efd8", "#e6d3aa")),
        )
        s.stroke(box(-446, -350, 892, 692), "#c9a25a88", 4)
        stroke = [
            (330, -210),
            (250, -120),
            (120, -60),
            (-60, -70),
            (-200, -20),
            (-250, 90),
            (-180, 200),
            (-10, 240),
            (170, 200),
            (290, 90),
            (310, -10),
        ]
        widths = (14, 44, 66, 50, 62, 84, 92, 84, 66, 38, 8)
        for tone in ("#12202f",):
            points = []
            for index in range(len(stroke) - 1):
                for step in range(90):
                    share = step / 90
                    before, here, there, after = (
                        stroke[min(max(k, 0), 10)] for k in range(index - 1, index + 3)
                    )
                    px, py = (
                        0.5
                        * (
                            2 * here[a]
                            + (there[a] - before[a]) * share
                            + (2 * before[a] - 5 * here[a] + 4 * there[a] - after[a]) * share**2
                            + (3 * here[a] - before[a] - 3 * there[a] + after[a]) * share**3
                        )
                        for a in (0, 1)
                    )
                    wide = widths[index] + (widths[index + 1] - widths[index]) * share
                    points.append((px, py, wide))
            for px, py, wide in points:
                with s.at(px, py, 1, -38):
                    s.oval(0, 0, wide * 0.62, 7, tone)
        for px, py in ((-60, 20), (20, 44), (60, -140)):
            with s.at(px, py, 1, 45):
                s.box(-20, -20, 40, 40, "#12202f", 4)
        with s.at(60, -240, 1, -18):
            s.blob([(-110, 10), (-40, -16), (60, -10), (110, -30), (70, 16), (-30, 22)], "#b5473a")
        for _ in range(16):
            s.oval(
                s.chance.gauss(310, 60),
                s.chance.gauss(40, 60),
                s.chance.uniform(1.5, 5),
                s.chance.uniform(1.5, 5),
                "#12202f",
            )
    for x, y, turn, tint in (
        (1190, 330, 62, "#d9a868"),
        (1250, 420, 70, "#c98f4a"),
        (1300, 540, 58, "#e6bf84"),
    ):
        with s.at(x, y, 1, turn):
            s.box(-250, 10, 470, 24, "#1f120a66", 10, 6)
            s.box(
                -260,
                -13,
                460,
                26,
                along((0, -13), (0, 13), (lighter(tint, 0.4), tint, darker(tint, 0.4))),
                10,
            )
            s.area([(200, -13), (262, -3), (262, 5), (200, 13)], "#12202f")
            for ring in (-140, 20):
                s.box(ring, -14, 9, 28, darker(tint, 0.35))
    s.oval(1220, 790, 132, 60, "#1f120a88", 12)
    s.oval(1210, 770, 120, 56, ("#3f8a94", "#1f5560"))
    s.box(1090, 700, 240, 72, along((1090, 0), (1330, 0), ("#7fc4c9", "#3f8a94", "#1c4a54")), 10)
    s.oval(1210, 702, 120, 50, ("#a9dde0", "#3f8a94"))
    s.oval(1210, 704, 98, 38, "#0c1620")
    s.oval(1180, 696, 30, 9, "#5a7a94aa")
    s.glow(160, 80, 760, "#fff0c8", 0.5)

    def hand() -> None:
        s.shape(limb([(1120, 1000), (1020, 800), (960, 700)], [130, 100, 84]), "#26405f")
        s.shape(limb([(990, 740), (950, 660), (926, 610)], [84, 84, 70]), "#8f5a3c")
        for finger, (x, y) in enumerate(((860, 560), (850, 590), (856, 622))):
            s.shape(
                limb([(930, 600 + finger * 18), (890, 570 + finger * 22), (x, y)], [34, 30, 23]),
                mix("#8f5a3c", "#5a3424", finger * 0.2),
            )
        s.line([(848, 572), (1010, 380)], "#c98f4a", 18)
        s.area([(838, 566), (858, 582), (826, 604)], "#12202f")

    s.lit(hand, rim="#ffe2b8", shift=(-3, -3))


@scene
def oud_workshop(s: Sheet) -> None:
    """Ouds hanging above a bench with tools and shavings."""
    s.wash(along((0, 0), (1440, 0), ("#e0b880", "#b5834f", "#7a5234")))
    s.box(60, 80, 330, 430, along((60, 80), (390, 510), ("#fff6d8", "#ffe0a0")), 4)
    for x in (225,):
        s.line([(x, 80), (x, 510)], "#7a5234", 10)
    s.line([(60, 290), (390, 290)], "#7a5234", 10)
    s.stroke(box(60, 80, 330, 430), "#6a4429", 16)
    with s.layer(blend="Screen", blur=10):
        s.area(
            [(70, 90), (390, 90), (1300, 980), (700, 980)],
            along((200, 90), (1000, 980), ("#fff0c099", "#fff0c000")),
        )
    s.line([(430, 60), (1420, 60)], "#5a3a24", 14)
    for x, y, size, tint in (
        (560, 330, 0.8, "#b5652c"),
        (780, 350, 0.95, "#8a4a24"),
        (1010, 330, 0.9, "#c98a44"),
        (1240, 350, 1.0, "#7a3a24"),
    ):
        s.line([(x, 64), (x, y - 210 * size)], "#4a2f20", 4)
        _oud(s, x, y, size, tint)
    s.area(
        [(-20, 690), (1460, 690), (1460, 980), (-20, 980)],
        along((0, 690), (0, 960), ("#c9935a", "#8f5f36", "#553621")),
    )
    s.box(-10, 684, 1460, 16, "#e6b880")

    def maker() -> None:
        s.blob(
            [(250, 900), (240, 640), (300, 540), (400, 510), (490, 550), (540, 650), (540, 900)],
            along((240, 0), (540, 0), ("#4a7a94", "#2f5470", "#1c3348")),
        )
        s.blob([(320, 620), (470, 620), (500, 900), (300, 900)], ("#c9a878", "#8a6a48"))
        s.shape(limb([(400, 530), (408, 460)], [62, 56]), "#a86c48")
        s.oval(416, 424, 56, 66, along((360, 0), (470, 0), ("#c98a60", "#a3683f")))
        s.blob([(378, 440), (410, 470), (462, 450), (470, 490), (420, 520), (380, 490)], "#e6e0d6")
        s.blob(
            [(360, 420), (350, 370), (390, 344), (450, 350), (470, 384), (420, 380), (384, 390), (372, 430)],
            "#dcd6cc",
        )
        s.stroke(oval(440, 418, 17, 15), "#3a2a20", 4)
        s.shape(limb([(290, 600), (340, 700), (470, 690)], [80, 66, 48]), "#3f6a86")
        s.shape(limb([(510, 610), (590, 690), (660, 660)], [76, 60, 44]), "#335a78")
        s.oval(486, 690, 26, 24, "#b5764a")
        s.oval(676, 652, 26, 24, "#a86c48")

    s.lit(maker, rim="#fff2cf", shift=(-3, -3))
    with s.at(760, 770, 1, 76):
        _oud(s, 0, 0, 1.15, "#d99a4f", bare=True)
    for x, y, turn, kind in (
        (1080, 780, 20, 0),
        (1190, 820, -30, 1),
        (1310, 780, 10, 0),
        (1260, 900, -12, 1),
    ):
        with s.at(x, y, 1, turn):
            s.box(-80, -9, 90, 18, ("#e0a45a", "#8a5428"), 8)
            s.area(
                [(10, -7), (100, -5 if kind else -14), (112, 0), (100, 5 if kind else 14), (10, 7)],
                ("#f3f3f0", "#8f979c"),
            )
    for _ in range(60):
        x, y = s.chance.uniform(480, 1400), s.chance.uniform(850, 950)
        size = s.chance.uniform(9, 24)
        s.line(
            [(x, y), (x + size, y - size * 0.7), (x + size * 1.6, y), (x + size * 0.9, y + size * 0.4)],
            s.chance.choice(("#ffe6b4", "#f0c488", "#d9a35f")),
            5,
            soft=True,
        )


def _oud(s: Sheet, x: float, y: float, size: float, tint: str, bare: bool = False) -> None:
    def draw() -> None:
        with s.at(x, y, size):
            s.box(-14, -230, 28, 160, ("#4a2a1c", "#2f1a14"))
            s.area([(-15, -226), (15, -226), (66, -262), (52, -284)], "#3a2218")
            for peg in range(4):
                s.line([(10 + peg * 12, -232 - peg * 9), (24 + peg * 12, -214 - peg * 9)], "#d9b06a", 5)
            body = smooth(
                [
                    (0, -96),
                    (48, -60),
                    (92, 20),
                    (96, 90),
                    (60, 144),
                    (0, 160),
                    (-60, 144),
                    (-96, 90),
                    (-92, 20),
                    (-48, -60),
                ]
            )
            s.shape(body, along((-96, 0), (96, 0), (lighter(tint, 0.45), tint, darker(tint, 0.4))))
            with s.inside(body):
                for grain in range(-8, 9):
                    s.line([(grain * 11, -100), (grain * 13, 160)], fade(darker(tint, 0.4), 0.2), 1.6)
            s.stroke(body, darker(tint, 0.5), 5)
            s.oval(0, 20, 30, 30, "#2a160e")
            for ring in (34, 40):
                s.stroke(oval(0, 20, ring, ring), "#f0d9a0" if ring == 34 else darker(tint, 0.5), 3)
            for turn in range(8):
                angle = turn * math.pi / 4
                s.line([(0, 20), (math.cos(angle) * 28, 20 + math.sin(angle) * 28)], fade("#e6c48a", 0.7), 3)
            if not bare:
                s.oval(-44, 84, 9, 9, "#2a160e")
                s.oval(44, 84, 9, 9, "#2a160e")
                s.box(-40, 116, 80, 12, "#3a2218", 4)
                for string in range(5):
                    s.line([(-10 + string * 5, -228), (-28 + string * 14, 118)], "#fff6e0bb", 1.6)

    s.lit(draw, rim="#fff0cc", shift=(-2.4, -2))
