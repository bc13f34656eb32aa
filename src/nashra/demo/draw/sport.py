# mypy: allow-redefinition-new, local-partial-types
"""Matches, races and games."""

import math
from functools import partial

import skia

from nashra.demo.draw.canvas import Sheet, along, around, box, limb, oval, smooth
from nashra.demo.draw.colour import darker, fade, lighter, mix
from nashra.demo.draw.figures import SKINS, Person, Pose, person
from nashra.demo.draw.nature import birds, clouds, palm, ranges, ridge, sky, spray, sun, water, wave
from nashra.demo.draw.scenes import scene
from nashra.demo.draw.things import stars
from nashra.demo.draw.town import skyline
from nashra.demo.draw.vessels import fishing_boat


def stands(
    s: Sheet, top: float, bottom: float, colours: tuple[str, ...], dark: str, rows: int = 13, flicker: int = 0
) -> None:
    """A crowd in the stands as dabs of colour."""
    s.box(-10, top, 1460, bottom - top, along((0, top), (0, bottom), (dark, lighter(dark, 0.08))))
    for row in range(rows):
        y = top + (bottom - top) * (row + 0.7) / rows
        size = 6 + row * 0.5
        for index in range(int(1500 / (size * 2.5))):
            x = index * size * 2.5 + (row % 2) * size + s.chance.uniform(-2, 2) - 20
            hop = s.chance.uniform(-4, 3)
            s.oval(
                x,
                y + hop + size * 1.3,
                size * 1.1,
                size * 1.2,
                mix(s.chance.choice(colours), dark, s.chance.uniform(0.1, 0.62)),
            )
            s.oval(
                x,
                y + hop,
                size * 0.6,
                size * 0.72,
                mix(s.chance.choice(SKINS), dark, s.chance.uniform(0.1, 0.5)),
            )
    for _ in range(40 + flicker):
        x, y = s.chance.uniform(0, 1440), s.chance.uniform(top, bottom)
        s.glow(x, y, s.chance.uniform(8, 26), "#ffffff", s.chance.uniform(0.5, 1))


def stadium_night(s: Sheet) -> None:
    """The pitch, the stands and the floodlights."""
    sky(s, ["#060d26", "#122352", "#2a3f7c"], 260)
    stands(s, 190, 520, ("#f6f3ea", "#2f7fb4", "#f6f3ea", "#e0b040", "#d9513c"), "#141d3f")
    s.box(-10, 170, 1460, 22, "#0a1230")
    for x in (110, 1330):
        s.line([(x, 200), (x, 30)], "#0a1230", 12)
        s.box(x - 74, 4, 148, 62, "#101a3c", 6)
        for lamp in range(10):
            s.oval(x - 58 + lamp % 5 * 29, 20 + lamp // 5 * 28, 10, 10, "#fffdf0")
        s.glow(x, 36, 460, "#e6f1ff", 0.8)
    for index in range(9):
        tint = ("#1f5fa8", "#f0ead8", "#e0a02c", "#12305c")[index % 4]
        s.box(index * 165 - 10, 520, 162, 44, (lighter(tint, 0.1), darker(tint, 0.2)))
    s.box(-10, 564, 1460, 420, along((0, 564), (0, 960), ("#3f9a4f", "#2c7a40", "#174f2e")))
    for stripe in range(9):
        left, low = -300 + stripe * 260, -1100 + stripe * 480
        if stripe % 2:
            s.area([(left, 564), (left + 260, 564), (low + 480, 980), (low, 980)], "#ffffff12")
    s.line([(-20, 600), (1460, 600)], "#f3f8ee", 5)
    s.area([(900, 600), (906, 600), (1240, 980), (1226, 980)], "#f3f8eecc")


@scene
def football_final(s: Sheet) -> None:
    """The shot, under floodlights."""
    stadium_night(s)
    white = Person(
        skin="#6a4029",
        top="#fbf8ee",
        bottom="#2f6fb0",
        head="bun",
        hair="#17110f",
        wear="shorts",
        sleeve="short",
        cloth="#fbf8ee",
        shoes="#e8543c",
    )
    red = Person(
        skin="#d9a27a",
        top="#b5302f",
        bottom="#2a1c2c",
        head="tail",
        hair="#4a2f20",
        wear="shorts",
        sleeve="short",
        cloth="#b5302f",
        shoes="#f0c04c",
    )
    for x, y, size, who, pose, flip in (
        (240, 660, 170, red, "run", False),
        (1010, 650, 160, white, "sprint", True),
        (1230, 700, 190, red, "run", True),
        (90, 720, 200, white, "run", False),
    ):
        s.oval(x + 10, y + 4, size * 0.3, 7, "#0a2a18aa", 4)
        person(s, x, y, size, who, pose, flip, rim="#f3f8ff", shift=(-1.6, -1.2))
    s.oval(640, 912, 190, 20, "#0a2a18bb", 8)
    person(
        s,
        600,
        900,
        560,
        white,
        Pose((74, 50), (-14, -26), (-74, -46), (64, 88), -16),
        rim="#fdfdff",
        shift=(-1.8, -1.4),
    )
    s.oval(1008, 912, 60, 10, "#0a2a18aa", 6)
    for trail in range(14):
        s.oval(880 + trail * 10, 742 - trail * 4, 26, 26, fade("#ffffff", 0.02 + trail * 0.008))
    football(s, 1030, 690, 40)
    for _ in range(26):
        x, y = 820 + s.chance.uniform(-30, 80), 860 - s.chance.uniform(0, 70)
        s.oval(x, y, 4, 3, s.chance.choice(("#4fae5a", "#2c6a3a", "#8fcf7c")))
    for _ in range(90):
        x, y = s.chance.uniform(0, 1440), s.chance.uniform(120, 700)
        with s.at(x, y, 1, s.chance.uniform(0, 180)):
            s.box(-5, -3, 10, 6, s.chance.choice(("#fbf8ee", "#3f8fd0", "#f0c04c")))


def football(s: Sheet, x: float, y: float, radius: float, turn: float = 12) -> None:
    """A ball with dark patches."""
    ball = oval(x, y, radius, radius)
    s.shape(
        ball, around((x - radius * 0.4, y - radius * 0.4), radius * 1.7, ("#ffffff", "#f0f0ee", "#8f98ac"))
    )
    with s.inside(ball):
        for index in range(6):
            angle = math.radians(turn + index * 72)
            far = 0 if index == 5 else radius * 0.92
            px, py = x + math.cos(angle) * far, y + math.sin(angle) * far
            s.area(
                [
                    (
                        px + math.cos(k * math.tau / 5 + angle) * radius * 0.36,
                        py + math.sin(k * math.tau / 5 + angle) * radius * 0.36,
                    )
                    for k in range(5)
                ],
                "#1c2238",
            )


@scene
def football_training(s: Sheet) -> None:
    """Young players in bibs, cones, evening."""
    sky(s, ["#5f7fb4", "#c9a9b0", "#f9c98c", "#ffe6b0"], 470)
    clouds(s, 10, 380, ["#8a8fb4", "#d3aeb0", "#fbcf9a", "#ffedc4"], cover=0.48)
    ranges(s, 480, [90, 60], "#a992a4", "#8a8a84", 14)
    for x in range(0, 1440, 70):
        s.oval(
            x + s.chance.uniform(-10, 10),
            482,
            46,
            s.chance.uniform(34, 60),
            s.chance.choice(("#4f6f4a", "#5f8052", "#6f8f58")),
        )
    s.box(-10, 490, 1460, 500, along((0, 490), (0, 960), ("#a3b85a", "#6f9a48", "#3f6f3c")))
    for row in range(7):
        s.box(-10, 510 + row * row * 10, 1460, 5 + row * 8, "#ffffff10")
    s.line([(-20, 560), (1460, 540)], "#f6f6e0", 4)
    s.line([(420, 550), (300, 980)], "#f6f6e0cc", 7)
    s.stroke(box(1040, 400, 300, 150), "#fbfbf4", 8)
    for x in range(1048, 1340, 16):
        s.line([(x, 404), (x, 548)], "#ffffff55", 1.4)
    for y in range(408, 548, 14):
        s.line([(1044, y), (1336, y)], "#ffffff55", 1.4)
    for x, y, size in ((200, 690, 1), (420, 720, 1.1), (660, 750, 1.2), (920, 790, 1.35), (1200, 830, 1.5)):
        s.oval(x - 26 * size, y + 2, 60 * size, 5, "#1f3a2077", 3)
        s.area(
            [
                (x - 20 * size, y),
                (x + 20 * size, y),
                (x + 4 * size, y - 46 * size),
                (x - 4 * size, y - 46 * size),
            ],
            along((x - 20 * size, 0), (x + 20 * size, 0), ("#ffb45a", "#e8642c", "#a83c20")),
        )
    kids = [
        (150, 600, 130, "run", 0),
        (300, 590, 125, "walk", 1),
        (760, 600, 130, "sprint", 0),
        (930, 606, 135, "run", 1),
        (560, 700, 230, "sprint", 0),
        (830, 740, 250, "kick", 1),
        (1090, 780, 280, "run", 0),
        (300, 860, 400, "sprint", 1),
    ]
    for x, y, size, pose, team in kids:
        s.oval(x - size * 0.35, y + 3, size * 0.5, size * 0.035, "#1f3a2088", 4)
        person(
            s,
            x,
            y,
            size,
            Person(
                skin=s.chance.choice(SKINS),
                top=("#f0a92c", "#2f86b4")[team],
                bottom="#26304f",
                head=s.chance.choice(("short", "curly", "tail", "hijab", "short")),
                cloth="#f6f0e0",
                wear="shorts",
                sleeve="short",
                shoes="#e9e4da",
            ),
            pose,
            rim="#fff0c4",
            shift=(1.8, -1),
        )
    football(s, 960, 700, 20)
    football(s, 470, 858, 30)
    person(
        s,
        1330,
        930,
        420,
        Person(skin="#b97c54", top="#26405f", bottom="#26405f", head="cap", cloth="#d9513c"),
        "point",
        True,
        rim="#fff0c4",
        shift=(1.6, -1),
    )
    s.glow(200, 420, 620, "#ffc874", 0.45)


@scene
def open_water_swimmer(s: Sheet) -> None:
    """An arm and an orange buoy in big blue swell, the escort boat behind."""
    sky(s, ["#7fc0d9", "#cfe6e2", "#f9f0d6"], 330)
    clouds(s, 0, 260, ["#bcd9e2", "#eef3ea", "#ffffff"], cover=0.44)
    ridge(s, 336, 36, "#93b4c4", 440)
    water(s, 330, "#14608c", bottom=460, glint="#ffffff")
    wave(s, 430, 44, ("#4fa4c4", "#1f78a4"), "#f3fbfb", 620, 60)
    with s.at(0, 0, 1, -2):
        fishing_boat(s, 1080, 436, 250, "#d9dfe0", "#d9513c", True)
    person(s, 1130, 410, 70, Person(top="#e8792b", wear="vest", cloth="#ffe27a", head="cap"), "wave", True)
    wave(s, 520, 70, ("#3f9cc4", "#176a9a", "#0d4a78"), "#f3fbfb", 780, 420)
    wave(s, 690, 90, ("#2f92c0", "#125f92", "#0a3f6c"), "#f6fdfd", 980, 160)

    def swimmer() -> None:
        skin = "#b97c54"
        s.shape(limb([(560, 770), (680, 754), (770, 762)], [70, 80, 74]), "#1c2a44")
        s.oval(840, 744, 56, 50, skin)
        s.blob([(790, 740), (800, 700), (846, 688), (888, 706), (896, 734), (850, 724)], "#f0762b")
        s.blob([(860, 738), (902, 734), (900, 754), (866, 758)], ("#2a3a4c", "#7fb4cc"))
        s.shape(
            limb([(740, 744), (700, 560), (860, 440), (960, 500)], [66, 60, 46, 36]),
            along((700, 440), (900, 700), (lighter(skin, 0.3), skin, darker(skin, 0.2))),
        )
        s.blob([(944, 488), (1000, 506), (1030, 552), (1010, 556), (970, 530)], skin)

    s.lit(swimmer, rim="#fff6e0", shift=(-4, -4))
    s.line([(560, 790), (450, 800), (380, 780)], "#fdf6e0", 5, soft=True)
    s.blob(
        [(240, 770), (270, 720), (330, 704), (386, 726), (398, 780), (350, 820), (280, 818)],
        around((290, 730), 150, ("#ffb45a", "#f0702b", "#b5431c")),
    )
    s.oval(300, 738, 20, 12, "#fff0d099")
    wave(s, 876, 50, ("#3f9cc6", "#0f5a90", "#083a66"), "#f6fdfd", 1100, 620)
    spray(s, 700, 820, 90, "#f6fdff", 240, 1.6)
    spray(s, 1000, 600, 70, "#f6fdff", 90, 1.8)
    for index in range(26):
        x = 990 + s.chance.uniform(-40, 40)
        s.oval(x, 560 + index * 8, 3, 5, "#f6fdffcc")
    wave(s, 960, 40, ("#2a86b4", "#083a66"), "#f6fdfd", 700, 100)


@scene
def cycling_road(s: Sheet) -> None:
    """Racing cyclists on a cliff road above the sea."""
    sky(s, ["#3f9ad0", "#a4d6e4", "#f6f0d4"], 330)
    clouds(s, 0, 250, ["#b9d9e6", "#f0f6f0", "#ffffff"], cover=0.42)
    water(s, 320, "#0f7098", bottom=960, glint="#ffffff")
    cliff = smooth(
        [
            (1520, 120),
            (1300, 190),
            (1120, 330),
            (1000, 420),
            (820, 470),
            (560, 540),
            (260, 640),
            (-60, 720),
            (-60, 1020),
            (1520, 1020),
        ]
    )
    s.shape(cliff, along((0, 200), (0, 960), ("#e9c48a", "#c9945a", "#8a5a3c")))
    with s.inside(cliff):
        for _ in range(60):
            x, y = s.chance.uniform(900, 1440), s.chance.uniform(150, 500)
            s.area(
                [
                    (x, y),
                    (x + s.chance.uniform(20, 60), y + 10),
                    (x + s.chance.uniform(-10, 30), y + s.chance.uniform(60, 140)),
                ],
                "#7a4f3444",
            )
        for _ in range(70):
            x, y = s.chance.uniform(700, 1440), s.chance.uniform(200, 520)
            s.oval(
                x,
                y,
                s.chance.uniform(14, 36),
                s.chance.uniform(8, 20),
                s.chance.choice(("#6f8a4c", "#8fa45a", "#4f7044")),
            )
    road = smooth(
        [(1520, 430), (1240, 500), (900, 580), (480, 690), (-60, 800), (-60, 1000), (700, 930), (1520, 700)]
    )
    s.shape(road, along((0, 450), (0, 960), ("#a8a4a4", "#7f7d84", "#5c5a66")))
    s.line([(1500, 570), (1100, 640), (600, 790), (-40, 900)], "#f6ecc888", 5, soft=True)
    s.line([(1500, 424), (1240, 492), (900, 572), (480, 682), (-60, 792)], "#fbf3dc", 9, soft=True)
    for x in range(0, 1440, 60):
        y = 786 - x * 0.235
        s.line([(x, y), (x, y - 26)], "#fbf3dc", 6)
    team = ("#f0c02c", "#d9482f", "#2f7fb4", "#3f9a5a", "#f6f3ea", "#8a3d7a", "#e8792b")
    for index, (x, y, size) in enumerate(
        (
            (1290, 560, 0.62),
            (1190, 590, 0.68),
            (1080, 600, 0.74),
            (960, 650, 0.84),
            (800, 680, 0.94),
            (600, 770, 1.12),
            (330, 860, 1.36),
        )
    ):
        _cyclist(s, x, y, size, team[(6 - index) % 7], SKINS[index % 6])
    birds(s, [(420, 200, 50), (500, 240, 34), (330, 250, 28)], "#ffffff")


def _cyclist(s: Sheet, x: float, y: float, size: float, top: str, skin: str) -> None:
    s.oval(x + 20 * size, y + 4, 120 * size, 9 * size, "#2a283488", 4)

    def draw() -> None:
        with s.at(x, y, size, 9, flip=True):
            for wheel in (-70, 76):
                s.stroke(oval(wheel, -42, 42, 42), "#26242c", 7)
                s.oval(wheel, -42, 40, 40, "#ffffff1c")
                for spoke in range(7):
                    turn = spoke * math.pi / 7
                    s.line(
                        [
                            (wheel - 38 * math.cos(turn), -42 - 38 * math.sin(turn)),
                            (wheel + 38 * math.cos(turn), -42 + 38 * math.sin(turn)),
                        ],
                        "#d9dce088",
                        1.2,
                    )
            for start, end in (
                ((-70, -42), (-36, -112)),
                ((-36, -112), (52, -112)),
                ((52, -112), (4, -42)),
                ((4, -42), (-70, -42)),
                ((76, -42), (54, -122)),
            ):
                s.line([start, end], darker(top, 0.2), 7)
            s.shape(limb([(-44, -140), (16, -104), (-8, -52)], [30, 24, 15]), "#1f2230")
            s.shape(limb([(-8, -52), (12, -40)], [13, 10]), "#f6f3ea")
            s.shape(limb([(-40, -146), (10, -196), (34, -190)], [40, 42, 34]), top)
            s.shape(limb([(30, -184), (56, -146), (82, -128)], [19, 15, 12]), skin)
            s.shape(limb([(-40, -138), (30, -118), (24, -66)], [34, 26, 16]), "#2a2e40")
            s.shape(limb([(24, -66), (40, -54)], [14, 10]), "#f6f3ea")
            s.oval(62, -206, 17, 19, skin)
            s.blob([(38, -206), (46, -232), (72, -236), (88, -216), (62, -214)], lighter(top, 0.3))
            s.blob([(66, -212), (82, -210), (80, -202), (66, -204)], "#1c2030")

    s.lit(draw, rim="#fff6dc", shift=(-2.2, -2.2))


@scene
def chess_hall(s: Sheet) -> None:
    """A board close up, a hall of tables out of focus."""
    s.wash(along((0, 0), (0, 960), ("#2c2430", "#4a3a3c", "#2a2028")))
    with s.layer(blur=9):
        for x in range(60, 1440, 230):
            s.box(x, 20, 130, 230, ("#ffe6b0", "#e9b878"))
        for row in range(3):
            for index in range(7):
                x, y, size = 40 + index * 230 + row * 70, 330 + row * 74, 0.7 + row * 0.2
                s.box(x, y, 150 * size, 16, "#8a5c3c")
                s.box(x + 14, y - 8, 120 * size, 10, "#e9d3a4")
                for side in (0, 150 * size):
                    tone = s.chance.choice(("#2f4f6a", "#7a3a3a", "#3f5a4a", "#8a6a3a", "#4a3a5a"))
                    s.blob(
                        [
                            (x + side - 34, y + 60),
                            (x + side - 26, y - 30),
                            (x + side, y - 50),
                            (x + side + 26, y - 30),
                            (x + side + 34, y + 60),
                        ],
                        tone,
                    )
                    s.oval(x + side, y - 70 * size, 22, 26, s.chance.choice(SKINS))
    s.box(-10, 540, 1460, 440, along((0, 540), (0, 960), ("#6a4432", "#4a2c24", "#2c1a1a")))
    corner = ((330, 560), (1130, 560), (1480, 990), (-60, 990))
    s.area([(316, 548), (1144, 548), (1530, 1010), (-110, 1010)], ("#7f4f34", "#5a3426"))

    def spot(column: float, row: float) -> tuple[float, float]:
        share = (row / 8) ** 1.35
        left = corner[0][0] + (corner[3][0] - corner[0][0]) * share
        right = corner[1][0] + (corner[2][0] - corner[1][0]) * share
        return left + (right - left) * column / 8, 560 + 430 * share

    for row in range(8):
        for column in range(8):
            light = (row + column) % 2 == 0
            s.area(
                [spot(column, row), spot(column + 1, row), spot(column + 1, row + 1), spot(column, row + 1)],
                ("#f6e3b8", "#e0c48c") if light else ("#8a5434", "#6a3a26"),
            )
    for column, row, kind, white in (
        (1, 0.6, "rook", False),
        (4, 0.6, "king", False),
        (6, 1, "pawn", False),
        (2, 1.4, "pawn", False),
        (5, 2.4, "bishop", False),
        (3, 3.2, "pawn", True),
        (7, 3, "pawn", False),
        (4, 4, "queen", True),
        (1, 4.4, "knight", False),
        (6, 5, "pawn", True),
        (2, 5.6, "bishop", True),
        (5, 6.3, "king", True),
        (0, 6.2, "rook", True),
    ):
        x, y = spot(column + 0.5, row + 0.5)
        _piece(s, x, y, 0.62 + row * 0.19, kind, white)
    s.glow(260, 200, 720, "#ffdf9f", 0.4)


def _piece(s: Sheet, x: float, y: float, size: float, kind: str, white: bool) -> None:
    base = "#f3e2bd" if white else "#3a2a2c"
    body = along((-34, 0), (34, 0), (lighter(base, 0.5), base, darker(base, 0.45)))
    tall = {"pawn": 84, "rook": 96, "knight": 110, "bishop": 124, "queen": 146, "king": 156}[kind]
    s.oval(x + 30 * size, y + 4, 52 * size, 12 * size, "#1c0f0e77", 6)

    def draw() -> None:
        with s.at(x, y, size):
            s.oval(0, 0, 36, 12, body)
            s.shape(
                smooth(
                    [
                        (-32, 0),
                        (-26, -18),
                        (-14, -40),
                        (-10, -tall * 0.62),
                        (-18, -tall * 0.7),
                        (18, -tall * 0.7),
                        (10, -tall * 0.62),
                        (14, -40),
                        (26, -18),
                        (32, 0),
                    ]
                ),
                body,
            )
            s.oval(0, -tall * 0.7, 20, 6, body)
            if kind == "pawn":
                s.oval(0, -tall * 0.9, 18, 18, body)
            elif kind == "rook":
                s.box(-22, -tall, 44, tall * 0.3, body, 3)
                for gap in (-8, 8):
                    s.box(gap - 4, -tall - 1, 8, 10, darker(base, 0.5))
            elif kind == "knight":
                s.blob(
                    [
                        (-20, -tall * 0.68),
                        (-18, -tall * 0.9),
                        (-2, -tall * 1.1),
                        (14, -tall * 1.02),
                        (34, -tall * 0.86),
                        (30, -tall * 0.78),
                        (12, -tall * 0.82),
                        (20, -tall * 0.68),
                    ],
                    body,
                )
            elif kind == "bishop":
                s.blob(
                    [
                        (-17, -tall * 0.72),
                        (-18, -tall * 0.86),
                        (0, -tall * 1.06),
                        (18, -tall * 0.86),
                        (17, -tall * 0.72),
                    ],
                    body,
                )
                s.oval(0, -tall * 1.08, 6, 6, body)
            else:
                s.area([(-14, -tall * 0.7), (14, -tall * 0.7), (26, -tall), (-26, -tall)], body)
                if kind == "queen":
                    for point in (-24, -12, 0, 12, 24):
                        s.oval(point, -tall * 1.02, 6, 7, body)
                else:
                    s.box(-4, -tall * 1.2, 8, 30, body)
                    s.box(-14, -tall * 1.13, 28, 8, body)

    s.lit(draw, rim="#fff2cc", shift=(-2, -2))


@scene
def marathon(s: Sheet) -> None:
    """Runners in silhouette on the sea front at sunrise."""
    sky(s, ["#4a4a8a", "#b5789a", "#f59a74", "#ffcf7a", "#fff0b4"], 560)
    clouds(s, 20, 470, ["#6a5a94", "#c9819a", "#f8a67c", "#ffdc94"], cover=0.5, size=(700, 100))
    sun(s, 720, 530, 92, "#fffbe4", "#ffb85a", 0.9)
    water(s, 560, "#5a4a84", glint="#fff6d0", bottom=720)
    s.box(-10, 700, 1460, 280, along((0, 700), (0, 960), ("#c98a74", "#8a5a6a", "#3a2c4a")))
    s.box(-10, 690, 1460, 18, ("#ffe0a4", "#a8707a"))
    for x in range(10, 1440, 74):
        s.line([(x, 700), (x, 636)], "#4a3358", 6)
    s.line([(-10, 640), (1450, 640)], "#4a3358", 8)
    for x, height, lean in ((90, 560, 0.08), (1370, 600, -0.06), (1250, 470, 0.04)):
        palm(s, x, 720, height, "#33254a", "#7a4a64", lean)
    poses = ("run", "sprint", "run", "stride", "sprint", "run", "run", "sprint", "run", "sprint")
    for row, (y, size, tone, count) in enumerate(
        ((760, 190, "#6a4464", 9), (830, 280, "#46305a", 6), (930, 400, "#241b3c", 4))
    ):
        for index in range(count):
            x = 60 + index * (1440 / count) + s.chance.uniform(-30, 30) + row * 40
            s.area(
                [
                    (x - 20, y),
                    (x + 20, y),
                    (x + (x - 720) * 0.5 + 60, y + size * 0.5),
                    (x + (x - 720) * 0.5 - 60, y + size * 0.5),
                ],
                fade("#1c1430", 0.3),
                5,
            )
            person(
                s,
                x,
                y,
                size * s.chance.uniform(0.93, 1.05),
                Person(
                    skin=darker(tone, 0.05),
                    top=mix(tone, s.chance.choice(("#d9513c", "#2f7fb4", "#e0a02c", tone)), 0.3),
                    bottom=tone,
                    hair=darker(tone, 0.3),
                    shoes=darker(tone, 0.3),
                    head=s.chance.choice(("short", "tail", "cap", "hijab", "curly")),
                    cloth=tone,
                    wear="shorts",
                    sleeve="short",
                ),
                poses[(index + row * 3) % 10],
                rim="#ffd98a",
                shift=(1.6 if x < 720 else -1.6, -1),
            )


@scene
def rowing_regatta(s: Sheet) -> None:
    """Four-oared wooden boats, oar to oar."""
    sky(s, ["#4a9fd0", "#b4dbe4", "#fbf0d0"], 330)
    clouds(s, 0, 240, ["#b9d6e2", "#eff5ee", "#ffffff"], cover=0.4)
    skyline(s, 350, ["#f0dcbc", "#e2b48a", "#f6ead0", "#d99a78"], 110)
    s.box(-10, 346, 1460, 20, "#b9a078")
    water(s, 360, "#11698f", rough=1.2, glint="#ffffff")
    for y, x, size, hull, shirt in (
        (470, 900, 0.55, "#c9482f", "#f6f0e0"),
        (590, 560, 0.8, "#2f6f9a", "#f0b02c"),
        (800, 760, 1.3, "#2f8a5a", "#d9482f"),
    ):
        s.afloat(y, partial(_rowing, s, x, y, size, hull, shirt), 0.5, 1.4, "#0f5a80")
        for oar in range(4):
            spray(s, x + (-330 + oar * 170) * size, y + 22 * size, 46 * size, "#f6fdff", 46, 1.5)
        spray(s, x + 520 * size, y, 60 * size, "#f6fdff", 90, 1.5)
    for x in range(0, 1440, 180):
        s.oval(x + 60, 930, 17, 15, ("#ffb45a", "#e8642c"))


def _rowing(s: Sheet, x: float, y: float, size: float, hull: str, shirt: str) -> None:
    with s.at(x, y, size):
        s.canvas.save()
        s.canvas.clipRect(skia.Rect.MakeLTRB(-700, -400, 700, -10))
        for index in range(4):
            seat = -300 + index * 170
            person(
                s,
                seat,
                -4,
                230,
                Person(
                    skin=SKINS[(index * 2 + 1) % 6],
                    top=shirt,
                    bottom="#26304a",
                    head=("cap", "short", "curly", "tail")[index],
                    cloth="#f6f0e0",
                    sleeve="short",
                ),
                Pose((70, 40), (64, 36), (82, 96), (76, 92), -14, 34),
                rim="#fff6dc",
            )
        person(
            s,
            400,
            -8,
            210,
            Person(skin="#b97c54", top="#2a3350", head="cap", cloth="#f6f0e0"),
            Pose((84, 4), (78, 0), (60, 120), (54, 110), -6, 38),
            True,
            rim="#fff6dc",
        )
        s.canvas.restore()
        s.blob(
            [
                (-520, -56),
                (-400, -38),
                (0, -30),
                (400, -40),
                (540, -74),
                (480, -8),
                (380, 16),
                (-380, 16),
                (-480, -4),
            ],
            along((0, -70), (0, 16), (lighter(hull, 0.24), hull, darker(hull, 0.42))),
        )
        s.line([(-516, -52), (-380, -34), (0, -26), (400, -36), (534, -70)], "#fbeccb", 8, soft=True)
        for index in range(4):
            seat = -300 + index * 170
            s.line([(seat + 60, -96), (seat + 10, -30), (seat - 60, 46)], "#d9a868", 9)
            s.blob([(seat - 44, 26), (seat - 60, 24), (seat - 92, 66), (seat - 74, 76)], "#f6f0e0")


@scene
def basketball_hall(s: Sheet) -> None:
    """A player at the hoop."""
    s.wash(along((0, 0), (0, 960), ("#1a1430", "#3a2044", "#1f1632")))
    stands(s, 120, 640, ("#e8792b", "#f6f0e0", "#8a3d7a", "#e0a02c"), "#25183a", 15)
    for x in (180, 520, 900, 1260):
        s.area(
            [(x - 46, 0), (x + 46, 0), (x + 260, 800), (x - 260, 800)],
            along((x, 0), (x, 800), ("#ffe6b444", "#ffe6b400")),
        )
        s.box(x - 60, 0, 120, 18, "#fff8e0", 6)
        s.glow(x, 10, 180, "#ffe9b8", 0.8)
    s.box(-10, 640, 1460, 340, along((0, 640), (0, 960), ("#e2a260", "#c27c40", "#7a4a2c")))
    for index in range(17):
        s.line([(720 + (index - 8) * 96, 640), (720 + (index - 8) * 260, 980)], "#8a522c55", 3)
    s.stroke(oval(640, 820, 420, 90), "#fbeccb", 7)
    s.line([(-20, 680), (1460, 680)], "#fbeccb", 6)
    s.line([(1330, 980), (1330, 330), (1190, 250)], "#2a2444", 30)
    s.area(
        [(1030, 90), (1240, 50), (1240, 310), (1030, 320)],
        along((1030, 0), (1240, 0), ("#ffffffcc", "#dfe9f299", "#ffffffaa")),
    )
    s.line([(1030, 90), (1240, 50), (1240, 310), (1030, 320), (1030, 90)], "#f6f0e6", 9)
    s.line([(1064, 190), (1150, 178), (1150, 282), (1064, 290), (1064, 190)], "#e8542c", 8)
    hoop = (966, 330)
    for index in range(9):
        x = hoop[0] - 84 + index * 21
        s.line([(x, 334), (hoop[0] - 50 + index * 12.5, 440)], "#fbf6ecbb", 3)
        s.line([(x, 334), (hoop[0] - 62 + index * 12.5 + 24, 440)], "#fbf6ecbb", 3)
    s.stroke(oval(*hoop, 86, 20), "#e8542c", 12)
    for x, y, size, top, pose, flip in (
        (250, 800, 300, "#5a2f7a", "cheer", False),
        (1160, 860, 330, "#5a2f7a", "run", True),
        (120, 900, 330, "#f0822c", "run", False),
    ):
        s.oval(x, y + 4, size * 0.3, 10, "#3a1f1477", 6)
        person(
            s,
            x,
            y,
            size,
            Person(
                skin=SKINS[int(x) % 6],
                top=top,
                bottom=top,
                wear="shorts",
                sleeve="short",
                head="short",
                cloth="#f6f0e0",
                shoes="#f6f0e0",
            ),
            pose,
            flip,
            rim="#ffe9c4",
        )
    s.oval(690, 900, 150, 18, "#3a1f1477", 9)
    person(
        s,
        640,
        830,
        560,
        Person(
            skin="#6a4029",
            top="#f0822c",
            bottom="#f0822c",
            wear="shorts",
            sleeve="short",
            head="curly",
            hair="#15100f",
            cloth="#f6f0e0",
            shoes="#f6f0e0",
        ),
        Pose((58, -40), (-16, -60), (146, 150), (100, 120), 10),
        rim="#fff0d0",
        shift=(-1.8, -1.4),
    )
    ball = (884, 254)
    s.oval(*ball, 46, 46, around((868, 236), 80, ("#ffb066", "#e07328", "#94421a")))
    s.stroke(oval(*ball, 46, 46), "#4a2010", 3)
    s.line([(840, 250), (884, 262), (930, 248)], "#4a2010", 3, soft=True)
    s.line([(880, 208), (874, 254), (886, 300)], "#4a2010", 3, soft=True)


@scene
def lantern_stadium(s: Sheet) -> None:
    """The round stadium glowing like a lantern by the sea."""
    sky(s, ["#081030", "#1c2a62", "#4a4488", "#9a6a92"], 560)
    stars(s, 360, 180)
    clouds(s, 200, 540, ["#1f2c62", "#4f4a86", "#a8748f"], cover=0.42, size=(760, 90))
    skyline(s, 570, ["#17204a", "#1f2854", "#121a3e"], 80, "#ffcf7a", 0.6)
    s.glow(700, 420, 720, "#ffb04f", 0.5)
    drum = smooth(
        [
            (270, 570),
            (264, 460),
            (290, 370),
            (420, 330),
            (700, 306),
            (980, 330),
            (1110, 370),
            (1136, 460),
            (1130, 560),
            (1120, 572),
            (700, 576),
            (280, 572),
        ]
    )
    s.shape(drum, along((262, 0), (1138, 0), ("#b5622c", "#ffb84f", "#ffe9a8", "#ffc060", "#a8552c")))
    with s.inside(drum):
        for index in range(38):
            turn = math.pi * index / 37
            x = 700 - math.cos(turn) * 436
            tilt = math.cos(turn) * -40
            s.line([(x, 580), (x + tilt, 300)], "#7a3a22aa", 7)
            s.line([(x + 10, 580), (x - tilt * 0.6 + 10, 300)], "#fff3c455", 3)
        for level in range(4):
            s.stroke(
                smooth(
                    [
                        (250, 400 + level * 56),
                        (700, 372 + level * 60),
                        (1150, 400 + level * 56),
                        (700, 376 + level * 60),
                    ]
                ),
                "#7a3a2266",
                4,
            )
    roof = oval(700, 348, 412, 58)
    s.shape(roof, along((0, 290), (0, 406), ("#fff6d8", "#ffd98a", "#c98a4a")))
    s.oval(700, 344, 300, 34, ("#a8dca4", "#4f9a6a"))
    s.stroke(oval(700, 344, 300, 34), "#fff9e4", 7)
    s.glow(700, 330, 420, "#fff0b8", 0.75)
    for side in (-1, 1):
        with s.layer(blend="Screen", blur=10):
            s.area(
                [(700 + side * 200, 330), (700 + side * 420, -20), (700 + side * 300, -20)],
                along((700, 330), (700, 0), ("#fff6d066", "#fff6d000")),
            )
    s.box(-10, 566, 1460, 26, ("#3a3560", "#1c1f48"))
    water(s, 590, "#0a1238", mirror=0.95, glint="#ffe2a0")
    for x, y, size in ((180, 660, 120), (1240, 700, 150)):
        s.afloat(
            y, partial(fishing_boat, s, x, y, size, "#22305c", "#6a6488", x > 700, "#ffcf7a"), tint="#0a1238"
        )
    s.area([(-20, 880), (1460, 900), (1460, 980), (-20, 980)], "#0a0f2a")
    for x in range(40, 1440, 86):
        if s.chance.random() < 0.75:
            person(
                s,
                x + s.chance.uniform(-20, 20),
                930,
                140,
                Person(
                    skin="#1c1a38",
                    top="#141838",
                    bottom="#0f1230",
                    hair="#0f1230",
                    head=s.chance.choice(("short", "hijab", "long", "cap", "bun")),
                    cloth="#1c2044",
                    wear=s.chance.choice(("coat", "trousers", "robe")),
                ),
                s.chance.choice(("stand", "walk", "relaxed", "stride")),
                s.chance.random() < 0.5,
                rim="#ffcf7a",
                shift=(0, -1.4),
            )
