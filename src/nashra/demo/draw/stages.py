# mypy: allow-redefinition-new, local-partial-types
"""Theatres, screens, concerts and the television studio."""

import math
from collections.abc import Callable
from functools import partial

from nashra.demo.draw.canvas import Sheet, along, around, box, limb, oval, smooth
from nashra.demo.draw.colour import darker, fade, lighter, mix
from nashra.demo.draw.figures import SKINS, Person, person
from nashra.demo.draw.nature import sky, water
from nashra.demo.draw.scenes import scene
from nashra.demo.draw.things import stars
from nashra.demo.draw.town import arch, dome, house, skyline

CLOTHES = ("#c2512f", "#2f6c8f", "#d9a441", "#3f7d63", "#5a3d6a", "#f0e2c4")


@scene
def theatre_interior(s: Sheet) -> None:
    """Red seats, gold boxes and a blue waterline on the wall."""
    s.wash(along((0, 0), (0, 960), ("#4a1722", "#7a2530", "#3a1220")))
    s.box(380, 90, 680, 480, along((0, 90), (0, 570), ("#2a0e1c", "#1a0a16")))
    for fold in range(22):
        x = 380 + fold * 31
        s.box(x, 100, 32, 460, along((x, 0), (x + 32, 0), ("#7a1420", "#c9303a", "#8f1a28")))
    for swag in range(5):
        x = 380 + swag * 136
        s.blob([(x, 90), (x + 136, 90), (x + 124, 130), (x + 68, 176), (x + 12, 130)], ("#d9404a", "#7a1424"))
        s.line([(x + 6, 128), (x + 68, 176), (x + 130, 128)], "#e6b85a", 6, soft=True)
    s.stroke(box(368, 78, 704, 500, 8), "#e6b85a", 20)
    s.stroke(box(350, 60, 740, 530, 10), "#8a5a2c", 10)
    s.glow(720, 560, 560, "#ffcf7a", 0.5)
    for side in (-1, 1):
        for level in range(3):
            for index in range(3):
                x = 720 + side * (430 + index * 130)
                y = 190 + level * 160 - index * (40 - level * 34)
                wide, tall = 100 + index * 34, 110 + index * 24
                s.shape(arch(x - wide / 2, y - tall * 0.72, wide, tall), ("#5a1a26", "#2a0c16"))
                for head in range(2):
                    s.oval(x - 18 + head * 36, y + tall * 0.06, 11, 13, darker(s.chance.choice(SKINS), 0.3))
                s.box(
                    x - wide * 0.56,
                    y + tall * 0.2,
                    wide * 1.12,
                    tall * 0.36,
                    ("#f0c870", "#b5803a", "#7a4f26"),
                    12,
                )
                s.stroke(oval(x, y + tall * 0.38, wide * 0.24, tall * 0.11), "#fff0c0", 3)
                s.glow(x - side * wide * 0.5, y, 60, "#ffd98a", 0.75)
                s.oval(x - side * wide * 0.52, y, 5, 8, "#fff6d8")
    line = [(-20, 520), (140, 548), (330, 566)]
    for side in (0, 1):
        points = [(x if side == 0 else 1440 - x, y) for x, y in line]
        s.line(points, "#2f9fd4", 16)
        s.line([(x, y - 3) for x, y in points], "#a9e2f6", 4)
    s.area([(330, 590), (1110, 590), (1200, 640), (240, 640)], ("#a8703f", "#6a3f28"))
    for row in range(7):
        y = 650 + row * 48 + row * row * 3
        size = 30 + row * 9
        count = int(1560 / (size * 2.1))
        for index in range(count):
            x = 720 + (index - count / 2 + 0.5) * size * 2.1
            bend = abs(x - 720) ** 2 * 0.00006 * (1 + row)
            s.box(
                x - size,
                y - bend * 0.6,
                size * 1.95,
                size * 1.9,
                ("#d9404a", "#a3222f", "#5a101e"),
                size * 0.5,
            )
            s.line(
                [(x - size * 0.7, y - bend * 0.6 + 5), (x + size * 0.6, y - bend * 0.6 + 5)], "#ff8f8a66", 4
            )
    person(
        s,
        720,
        586,
        150,
        Person(skin="#b97c54", top="#26304f", wear="coat", head="bun", hair="#8f8a86"),
        "wave",
        rim="#fff0c8",
    )
    s.area(
        [(700, -20), (740, -20), (820, 600), (620, 600)],
        along((720, 0), (720, 600), ("#fff6d844", "#fff6d81a")),
    )


@scene
def film_festival(s: Sheet) -> None:
    """An open-air screen in a night square, rows of people."""
    sky(s, ["#0b1236", "#1f2c66", "#4a4488"], 620)
    stars(s, 380, 150)
    for x, wide, tall in ((-40, 200, 560), (150, 150, 470), (1130, 160, 480), (1280, 220, 580)):
        house(
            s,
            x,
            640,
            wide,
            tall,
            "#39406e",
            "#241f45",
            glass="#1a2048",
            lamp="#ffcf7a",
            lit_share=0.3,
            columns=3,
            floors=5,
            shutter="#2a4a6a",
            shade="#0a0e28",
        )
    s.box(330, 130, 780, 440, "#0a0e26", 6)
    s.box(346, 144, 748, 412, along((0, 144), (0, 556), ("#f9e0b4", "#f0a878", "#b56a7c")))
    with s.inside(box(346, 144, 748, 412)):
        s.oval(860, 380, 70, 70, "#fff6d8")
        s.area(
            [
                (346, 470),
                (520, 400),
                (640, 450),
                (800, 380),
                (960, 440),
                (1094, 400),
                (1094, 560),
                (346, 560),
            ],
            ("#7a4a6a", "#4a3054"),
        )
        s.box(346, 500, 748, 60, along((0, 500), (0, 556), ("#c98a8a", "#6a4a74")))
        person(
            s,
            560,
            540,
            250,
            Person(skin="#4a2f3c", top="#3a2444", wear="coat", bottom="#2a1c38", hair="#241830", head="long"),
            "walk",
            rim="#ffe2b0",
            shift=(1.8, -1),
        )
        s.blob([(700, 540), (720, 500), (900, 500), (930, 540)], "#3a2444")
        s.line([(810, 500), (814, 410)], "#3a2444", 5)
    for x in (350, 1090):
        s.line([(x, 560), (x, 680)], "#0a0e26", 14)
    s.glow(720, 360, 760, "#ffcf9a", 0.45)
    s.box(-10, 636, 1460, 340, along((0, 636), (0, 960), ("#4f4a74", "#2a2a56", "#12142f")))
    with s.layer(blend="Screen"):
        s.area(
            [(360, 640), (1080, 640), (1400, 980), (40, 980)],
            along((0, 640), (0, 980), ("#ffcf9a77", "#ffcf9a0a")),
        )
    for row in range(6):
        y = 690 + row * 46 + row * row * 4
        size = 15 + row * 6.4
        for index in range(int(1500 / (size * 3.1))):
            x = index * size * 3.1 + (row % 2) * size * 1.5 + s.chance.uniform(-6, 6)
            if 668 - row * 4 < x < 772 + row * 4:
                continue
            tone = mix(s.chance.choice(("#2a2450", "#3a2a54", "#1f2a58", "#442c4e")), "#0c0e26", row / 9)
            head = s.chance.random()

            s.lit(partial(_sitter, s, x, y, size, tone, head), rim="#ffcf9a", shift=(0, -2))
    with s.layer(blend="Screen", blur=6):
        s.area(
            [(716, 980), (724, 980), (1090, 150), (350, 150)],
            along((720, 980), (720, 300), ("#fff0d055", "#fff0d000")),
        )
    for start, end in (((150, 170), (1290, 190)), ((60, 60), (1400, 80))):
        points = [
            (
                start[0] + (end[0] - start[0]) * k / 16,
                start[1] + (end[1] - start[1]) * k / 16 + 130 * (k / 16) * (1 - k / 16) * 0.8,
            )
            for k in range(17)
        ]
        s.line(points, "#1a1f48", 2, soft=True)
        for x, y in points[1:-1]:
            if not (330 < x < 1110 and y > 126):
                s.oval(x, y + 6, 6, 8, "#fff0b8")
                s.glow(x, y + 6, 40, "#ffd98a", 0.9)


def _studio(s: Sheet, backdrop: Callable[[], None], guests: int, tint: str = "#2a4f8a") -> None:
    s.wash(along((0, 0), (0, 960), ("#0c1430", darker(tint, 0.3), "#0a1026")))
    s.box(140, 90, 1160, 470, "#060a1c", 22)
    s.canvas.save()
    with s.inside(box(156, 106, 1128, 438, 14)):
        backdrop()
        s.area([(156, 106), (430, 106), (240, 544), (156, 544)], "#ffffff0f")
    s.canvas.restore()
    for x in (70, 1370):
        s.box(
            x - 34, 60, 68, 560, along((x - 34, 0), (x + 34, 0), (lighter(tint, 0.2), darker(tint, 0.4))), 20
        )
        s.box(x - 6, 80, 12, 520, ("#ffd98a", "#ff9d5a"), 6)
        s.glow(x, 340, 260, "#ffb870", 0.4)
    s.box(-10, 600, 1460, 390, along((0, 600), (0, 960), (mix(tint, "#1a2450", 0.4), "#0f1838", "#070c20")))
    s.shape(oval(720, 800, 700, 150), along((0, 650), (0, 950), (lighter(tint, 0.18), darker(tint, 0.45))))
    s.stroke(oval(720, 800, 700, 150), "#ffc98a88", 5)
    looks = [
        Person(skin="#d9a27a", top="#233a6a", wear="suit", cloth="#f3ead6", head="hijab", bottom="#1a2240")
    ]
    places = [(720, False)] if guests == 0 else [(420, False), (830, True), (1010, True)][: guests + 1]
    others = (
        Person(skin="#b97c54", top="#8a4a34", head="short", beard=True, hair="#8f8a86"),
        Person(skin="#8f5a3c", top="#3f6f5a", head="bun"),
    )
    if guests == 3:
        others = (
            Person(skin="#e2b48c", top="#e0a02c", head="curly", hair="#3a2418"),
            Person(skin="#6a4029", top="#c9482f", head="tail"),
        )
    for index, (x, flip) in enumerate(places):
        who = looks[0] if index == 0 else others[index - 1]
        if index == 0:
            who = Person(
                skin="#d9a27a",
                top="#2f4f9a",
                wear="trousers",
                cloth="#24407a",
                head="hijab",
                bottom="#1a2240",
            )
        person(
            s, x, 830, 420, who, "speak" if index != 1 else "relaxed", flip, rim="#ffdca8", shift=(-1.8, -1)
        )
    top = smooth(
        [
            (220, 690),
            (480, 650),
            (720, 642),
            (960, 650),
            (1220, 690),
            (1180, 716),
            (960, 690),
            (720, 682),
            (480, 690),
            (260, 716),
        ]
    )
    front = smooth(
        [
            (250, 700),
            (480, 672),
            (720, 664),
            (960, 672),
            (1190, 700),
            (1120, 870),
            (940, 900),
            (720, 908),
            (500, 900),
            (320, 870),
        ]
    )
    s.shape(front, along((250, 0), (1190, 0), ("#f3efe6", "#c9d3e2", "#5f78a8", "#33497c")))
    with s.inside(front):
        for index in range(3):
            s.line(
                [
                    (240, 770 + index * 34),
                    (480, 742 + index * 40),
                    (720, 734 + index * 42),
                    (960, 742 + index * 40),
                    (1200, 770 + index * 34),
                ],
                ("#2f9fc0", "#ffb45a", "#2f9fc0")[index],
                8,
                soft=True,
            )
    s.shape(top, along((0, 642), (0, 716), ("#ffffff", "#b9c9e0")))
    for x in (480, 960):
        s.box(x - 10, 630, 20, 34, ("#e6f4fa99", "#bfdce8cc"), 3)
    for x in (200, 460, 720, 980, 1240):
        s.area([(x - 34, -10), (x + 34, -10), (x + 22, 34), (x - 22, 34)], "#04060f")
        s.glow(x, 38, 150, "#fff0c8", 0.8)
        s.area(
            [(x - 16, 36), (x + 16, 36), (x + 130, 700), (x - 130, 700)],
            along((x, 36), (x, 700), ("#fff3d02e", "#fff3d000")),
        )
    s.blob([(-30, 980), (-20, 760), (90, 700), (190, 730), (210, 800), (150, 840), (160, 980)], "#03050e")
    s.area([(190, 740), (270, 720), (270, 810), (196, 800)], "#03050e")
    s.oval(60, 750, 7, 7, "#ff4a3c")
    s.glow(60, 750, 50, "#ff4a3c", 0.9)


def _harbour_backdrop(s: Sheet) -> None:
    s.box(156, 106, 1128, 440, along((0, 106), (0, 545), ("#2a3a7c", "#a8688f", "#ffb878")))
    skyline(s, 430, ["#3a3468", "#463c70", "#2f2b5c"], 100, "#ffd98a", 0.6)
    dome(s, 520, 380, 130, "#5a4a80", "#c98a9a", "#2f2a58")
    from nashra.demo.draw.vessels import crane

    for x in (950, 1090):
        crane(s, x, 430, 210, "#241f4a")
    s.box(156, 428, 1128, 120, along((0, 428), (0, 545), ("#8a5a8a", "#2a2a66")))
    for _ in range(90):
        x, y = s.chance.uniform(160, 1260), s.chance.uniform(434, 540)
        s.line([(x, y), (x + s.chance.uniform(10, 60), y)], "#ffc98a66", 2.4)


@scene
def quay_studio(s: Sheet) -> None:
    """The studio with its curved desk before the harbour's skyline."""
    _studio(s, partial(_harbour_backdrop, s), 0)


@scene
def quay_studio_fishers(s: Sheet) -> None:
    """Two guests; nets and floats behind them."""

    def nets() -> None:
        s.box(156, 106, 1128, 440, along((0, 106), (0, 545), ("#0f4a5c", "#1a6f7c", "#0c3a4c")))
        for index in range(-16, 46):
            s.line([(156 + index * 40, 100), (156 + index * 40 + 220, 560)], "#d9c08a88", 3)
            s.line([(156 + index * 40 + 220, 100), (156 + index * 40, 560)], "#d9c08a88", 3)
        for index in range(15):
            x, y = 190 + index * 76, 180 + 60 * math.sin(index * 0.9)
            s.oval(x, y, 25, 21, around((x - 8, y - 8), 36, ("#ffc98a", "#e8702c", "#9a3a1c")))
        s.line(
            [(156 + index * 76, 180 + 60 * math.sin(index * 0.9 - 0.4)) for index in range(16)],
            "#8a5a34",
            5,
            soft=True,
        )

    _studio(s, nets, 2, "#1f5a6a")


@scene
def quay_studio_money(s: Sheet) -> None:
    """Bars on the backdrop."""

    def bars() -> None:
        s.box(156, 106, 1128, 440, along((0, 106), (0, 545), ("#14224f", "#22407a", "#14224f")))
        for level in range(5):
            s.line([(180, 500 - level * 84), (1260, 500 - level * 84)], "#ffffff22", 2)
        for index in range(12):
            x, tall = 200 + index * 90, 70 + index * 22 + (index * 67) % 80
            tint = "#ffb45a" if index > 8 else "#3f9fc4"
            s.box(x, 500 - tall, 58, tall, (lighter(tint, 0.25), darker(tint, 0.2)), 5)
        s.line(
            [(229 + index * 90, 470 - 40 - index * 20 - (index * 41) % 70) for index in range(12)],
            "#fff3d0",
            6,
            soft=True,
        )

    _studio(s, bars, 1, "#33407a")


@scene
def quay_studio_vote(s: Sheet) -> None:
    """A ballot box on the backdrop, young guests."""

    def vote() -> None:
        s.box(156, 106, 1128, 440, around((720, 300), 640, ("#7a5ab4", "#4a3a8a", "#241f54")))
        for index in range(12):
            turn = index * math.pi / 6
            s.area(
                [
                    (720, 330),
                    (720 + math.cos(turn) * 900, 330 + math.sin(turn) * 900),
                    (720 + math.cos(turn + 0.2) * 900, 330 + math.sin(turn + 0.2) * 900),
                ],
                "#ffffff0d",
            )
        s.box(580, 300, 280, 210, along((580, 300), (860, 510), ("#bfe0f0cc", "#7fb0d088", "#bfe0f0aa")), 6)
        s.box(560, 284, 320, 34, ("#ffffff", "#c9d9ea"), 6)
        s.box(650, 294, 140, 10, "#2a2458", 4)
        with s.at(724, 230, 1, 8):
            s.area([(-64, -80), (64, -80), (64, 70), (-64, 70)], ("#fffdf4", "#e6dabb"))
            s.line([(-30, -10), (-8, 16), (36, -40)], "#2f9f7c", 13)
        for _ in range(12):
            with s.at(s.chance.uniform(610, 830), s.chance.uniform(420, 500), 1, s.chance.uniform(-40, 40)):
                s.box(-30, -18, 60, 36, ("#fffaf0", "#e0d3b0"))

    _studio(s, vote, 3, "#4a3a8a")


@scene
def concert_harbour(s: Sheet) -> None:
    """A singer on a floating stage, the quay full of people."""
    sky(s, ["#0c0f36", "#2a2468", "#5f3a84", "#a8507c"], 560)
    stars(s, 300, 130)
    skyline(s, 560, ["#1a1a4c", "#241f56", "#141440"], 120, "#ffcf7a", 0.7)
    water(s, 556, "#120f3a", mirror=0.9, glint="#ffd0e0")
    s.afloat(640, partial(_stage, s), 0.8, 1.4, "#1a1448")
    for x, tint in ((500, "#ff5f8a"), (620, "#ffb04a"), (840, "#4ac9ff"), (960, "#b56aff")):
        with s.layer(blend="Screen", blur=9):
            s.area(
                [
                    (x - 6, 296),
                    (x + 6, 296),
                    (x + (x - 730) * 2.6 + 90, -40),
                    (x + (x - 730) * 2.6 - 90, -40),
                ],
                along((x, 296), (x, -20), (fade(tint, 0.7), fade(tint, 0))),
            )
            s.area(
                [(x - 6, 310), (x + 6, 310), (730 + 90, 620), (730 - 90, 620)],
                along((x, 310), (730, 620), (fade(tint, 0.5), fade(tint, 0.1))),
            )
    s.glow(730, 500, 420, "#ffd0a0", 0.7)
    for row in range(4):
        y = 780 + row * 62
        size = 26 + row * 13
        for index in range(int(1560 / (size * 2.3))):
            x = index * size * 2.3 - 30 + (row % 2) * size + s.chance.uniform(-8, 8)
            tone = mix("#241a50", "#0a0820", row / 3.4)
            hands = s.chance.random() < 0.3

            s.lit(
                partial(_fan, s, x, y, size, tone, hands),
                rim=s.chance.choice(("#ff9ab4", "#ffc98a", "#c9a0ff")),
                shift=(0, -2),
            )
    for _ in range(30):
        x, y = s.chance.uniform(0, 1440), s.chance.uniform(760, 930)
        s.glow(x, y, 22, "#fff0d0", 0.9)


def _stage(s: Sheet) -> None:
    s.box(400, 596, 660, 46, ("#4a3a74", "#1f1844"), 8)
    s.line([(430, 600), (430, 290), (1030, 290), (1030, 600)], "#0f0c2c", 12)
    for x in range(430, 1030, 40):
        s.line([(x, 290), (x + 20, 268), (x + 40, 290)], "#0f0c2c", 4)
    s.line([(430, 266), (1030, 266)], "#0f0c2c", 6)
    for x in (500, 620, 730, 840, 960):
        s.oval(x, 304, 14, 11, "#fff6e0")
    for x, pose, flip, top in (
        (560, "relaxed", False, "#3a2a5c"),
        (890, "relaxed", True, "#4a2a4c"),
        (960, "speak", True, "#2a3a5c"),
    ):
        person(
            s,
            x,
            600,
            160,
            Person(skin="#8f5a3c", top=top, bottom="#1a1638", head="short"),
            pose,
            flip,
            rim="#ffcf9a",
        )
    s.blob([(590, 540), (620, 520), (640, 550), (616, 584), (588, 572)], "#d98a3a")
    s.line([(626, 530), (668, 490)], "#8a5a2c", 6)
    person(
        s,
        730,
        602,
        210,
        Person(skin="#b97c54", top="#f0405f", bottom="#f0405f", wear="dress", head="long", hair="#1c1216"),
        "wave",
        rim="#fff0d0",
    )


@scene
def puppet_theatre(s: Sheet) -> None:
    """A small stage with two puppets, children's heads before it."""
    s.wash(along((0, 0), (0, 960), ("#2a2a5c", "#3f3474", "#1f1a44")))
    for _ in range(40):
        s.glow(s.chance.uniform(0, 1440), s.chance.uniform(0, 400), s.chance.uniform(14, 40), "#ffd98a", 0.35)
    s.box(300, 90, 840, 640, along((300, 0), (1140, 0), ("#e8643c", "#c9402f", "#8f2a2c")), 14)
    for stripe in range(7):
        s.box(310 + stripe * 122, 560, 60, 180, "#f6e2b066")
    s.area([(260, 110), (1180, 110), (720, -60)], ("#f0b52c", "#c9822a"))
    s.oval(720, 50, 34, 34, "#fff0c0")
    for index in range(10):
        x = 260 + index * 92
        s.oval(x + 46, 112, 46, 36, "#f6e2b0" if index % 2 else "#2f8a8c")
    s.box(390, 170, 660, 380, along((0, 170), (0, 550), ("#2f6fa8", "#8fc4d9", "#f6d9a0")))
    with s.inside(box(390, 170, 660, 380)):
        s.oval(930, 260, 46, 46, "#ffe27a")
        s.box(390, 470, 660, 90, along((0, 470), (0, 550), ("#2f8fb4", "#1a5f8a")))
        for index in range(3):
            s.line(
                [
                    (380, 480 + index * 26),
                    (520, 470 + index * 26),
                    (660, 484 + index * 26),
                    (800, 470 + index * 26),
                    (940, 484 + index * 26),
                    (1060, 472 + index * 26),
                ],
                "#dff4f6",
                5,
                soft=True,
            )
        s.glow(720, 400, 420, "#fff0c8", 0.5)
        _puppet(s, 580, 550, "#d9482f", "#f0c8a4", "#f0b52c", False)
        _puppet(s, 860, 550, "#3f7d55", "#a86c48", "#2a1a30", True)
    for x, flip in ((390, False), (1050, True)):
        with s.at(x, 170, 1, 0, flip):
            s.blob(
                [(-6, -10), (150, -10), (110, 120), (30, 200), (60, 390), (-6, 390)],
                along((0, 0), (150, 0), ("#8f1f2c", "#e0404a", "#8f1f2c")),
            )
            s.line([(20, 204), (64, 190)], "#f0c45a", 10)
    s.box(370, 540, 700, 30, ("#f0b52c", "#a8702a"), 8)
    heads = [
        (120, 830, 74),
        (300, 800, 66),
        (470, 850, 80),
        (660, 810, 68),
        (840, 850, 78),
        (1010, 806, 66),
        (1180, 846, 80),
        (1350, 810, 72),
        (220, 930, 92),
        (560, 950, 96),
        (750, 940, 90),
        (940, 950, 96),
        (1280, 944, 94),
        (40, 950, 90),
        (1430, 940, 90),
        (390, 945, 92),
        (1110, 950, 92),
    ]
    for index, (x, y, size) in enumerate(heads):
        tone = ("#241c4a", "#2a1f44", "#1c1a40")[index % 3]

        s.lit(partial(_child, s, x, y, size, tone, index), rim="#ffcf8a", shift=(0, -3))


def _puppet(s: Sheet, x: float, y: float, coat: str, skin: str, hair: str, flip: bool) -> None:
    def draw() -> None:
        with s.at(x, y, 1.1, flip=flip):
            s.blob(
                [(-70, 10), (-50, -110), (0, -140), (50, -110), (70, 10)],
                along((-70, 0), (70, 0), (lighter(coat, 0.3), coat, darker(coat, 0.35))),
            )
            for button in (-90, -60, -30):
                s.oval(6, button, 8, 8, "#f6e2b0")
            s.shape(limb([(40, -104), (96, -120), (120, -160)], [36, 30, 24]), coat)
            s.oval(124, -170, 16, 16, skin)
            s.shape(limb([(-44, -100), (-86, -70)], [34, 28]), darker(coat, 0.2))
            s.oval(-92, -62, 15, 15, darker(skin, 0.15))
            s.oval(4, -190, 54, 58, around((-14, -206), 80, (lighter(skin, 0.4), skin, darker(skin, 0.2))))
            s.blob([(40, -196), (76, -180), (44, -168)], darker(skin, 0.1))
            s.oval(20, -204, 8, 10, "#1c1420")
            s.oval(44, -170, 11, 8, fade("#e0503c", 0.5))
            s.line([(16, -162), (34, -154), (50, -160)], "#8a2a2a", 5, soft=True)
            s.blob(
                [(50, -226), (10, -256), (-50, -236), (-60, -180), (-36, -160), (-30, -206), (10, -226)], hair
            )
            s.area([(-56, -226), (56, -232), (0, -320)], darker(coat, 0.1))
            s.oval(0, -320, 13, 13, "#f6e2b0")

    s.lit(draw, rim="#fff3d0", shift=(-2, -3))


def _sitter(s: Sheet, x: float, y: float, size: float, tone: str, head: float) -> None:
    s.blob(
        [
            (x - size * 1.2, y + size * 2.6),
            (x - size, y + size * 0.9),
            (x, y + size * 0.5),
            (x + size, y + size * 0.9),
            (x + size * 1.2, y + size * 2.6),
        ],
        tone,
    )
    s.oval(x, y, size * 0.6, size * 0.74, darker(tone, 0.1))
    if head < 0.25:
        s.oval(x, y - size * 0.75, size * 0.3, size * 0.3, tone)
    elif head < 0.45:
        s.blob(
            [
                (x - size * 0.8, y + size),
                (x - size * 0.7, y - size * 0.5),
                (x, y - size * 0.9),
                (x + size * 0.7, y - size * 0.5),
                (x + size * 0.8, y + size),
            ],
            tone,
        )


def _fan(s: Sheet, x: float, y: float, size: float, tone: str, hands: bool) -> None:
    s.blob(
        [
            (x - size * 1.2, y + size * 3),
            (x - size, y + size),
            (x, y + size * 0.6),
            (x + size, y + size),
            (x + size * 1.2, y + size * 3),
        ],
        tone,
    )
    s.oval(x, y, size * 0.56, size * 0.7, tone)
    if hands:
        s.shape(
            limb(
                [
                    (x + size * 0.8, y + size),
                    (x + size * 1.2, y - size * 0.4),
                    (x + size * 0.9, y - size * 1.7),
                ],
                [size * 0.5, size * 0.4, size * 0.3],
            ),
            tone,
        )


def _child(s: Sheet, x: float, y: float, size: float, tone: str, index: int) -> None:
    s.oval(x, y, size * 0.56, size * 0.64, tone)
    s.blob(
        [
            (x - size * 0.9, y + size * 2),
            (x - size * 0.7, y + size * 0.8),
            (x, y + size * 0.5),
            (x + size * 0.7, y + size * 0.8),
            (x + size * 0.9, y + size * 2),
        ],
        tone,
    )
    if index % 4 == 0:
        for side in (-1, 1):
            s.oval(x + side * size * 0.56, y - size * 0.2, size * 0.24, size * 0.3, tone)
    elif index % 4 == 1:
        for k in range(7):
            s.oval(
                x + math.cos(k * 0.52 + math.pi) * size * 0.5,
                y + math.sin(k * 0.52 + math.pi) * size * 0.5,
                size * 0.2,
                size * 0.2,
                tone,
            )
    elif index % 4 == 2:
        s.oval(x, y - size * 0.72, size * 0.22, size * 0.2, tone)
