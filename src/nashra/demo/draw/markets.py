# mypy: allow-redefinition-new, local-partial-types
"""Markets, bakers and cooks."""

import math

from nashra.demo.draw.canvas import Sheet, along, around, limb, oval, polygon, smooth
from nashra.demo.draw.colour import darker, fade, lighter, mix
from nashra.demo.draw.figures import SKINS, Person, crowd, person
from nashra.demo.draw.scenes import scene
from nashra.demo.draw.town import arch, smooth_arch

CLOTHES = ("#c2512f", "#2f6c8f", "#d9a441", "#3f7d63", "#5a3d6a", "#f0e2c4")


def _vault(s: Sheet) -> None:
    s.wash(along((0, 0), (0, 960), ("#4a2c24", "#8a5434", "#c98a4f", "#7a4a2e")))
    for index in range(6):
        near = 1 - index / 6
        wide, tall = 260 + near * 1180, 250 + near * 760
        x, top = 720 - wide / 2, 480 - tall * 0.58
        tone = mix("#ffe0a0", "#3a2020", near**0.7)
        s.shape(smooth_arch(x, top, wide, tall + 300), tone)
        s.stroke(smooth_arch(x, top, wide, tall + 300), mix("#f0c27a", "#5a3428", near), 6 + near * 26)
    s.glow(720, 420, 560, "#fff0c0", 0.9)
    s.area(
        [(600, 620), (840, 620), (1500, 980), (-60, 980)],
        along((0, 620), (0, 960), ("#f3d9a0", "#b98a58", "#6a4630")),
    )


@scene
def saffron_market(s: Sheet) -> None:
    """Cones of spice under the vaults, light falling in shafts."""
    saffron_hall(s)
    saffron_people(s)
    saffron_front(s)


def saffron_hall(s: Sheet) -> None:
    """The vaulted hall and its light."""
    _vault(s)
    for x in (420, 700, 960):
        with s.layer(blend="Screen", blur=10):
            s.area(
                [(x - 26, -20), (x + 34, -20), (x + 250, 900), (x + 40, 900)],
                along((x, 0), (x + 160, 900), ("#fff3c8aa", "#fff0b833", "#fff0b800")),
            )
    for _ in range(140):
        s.oval(s.chance.uniform(360, 1240), s.chance.uniform(40, 800), 1.8, 1.8, "#fff6d888")
    for x, y, size, tint in (
        (300, 120, 1.2, "#e0742e"),
        (1120, 100, 1.3, "#2f8a8c"),
        (520, 230, 0.7, "#d9404a"),
        (900, 226, 0.7, "#f0b52c"),
    ):
        with s.at(x, y, size):
            s.line([(0, -160), (0, -40)], "#3a2420", 3)
            s.blob(
                [(-14, -40), (14, -40), (40, 0), (22, 40), (0, 56), (-22, 40), (-40, 0)],
                around((0, 0), 60, ("#fff6cc", lighter(tint, 0.2), tint)),
            )
            s.glow(0, 0, 130, tint, 0.7)


def saffron_people(s: Sheet) -> None:
    """Buyers in the alley."""
    crowd(s, 560, 900, 660, 130, 9, CLOTHES, shade="#c98a4f44", rim="#fff3cc")
    looks = (
        (470, 800, 280, "#2f6f74", "hijab", "walk", False),
        (960, 790, 270, "#a8443a", "short", "stride", True),
        (720, 770, 240, "#d9a441", "bun", "walk", False),
        (850, 860, 320, "#3f5a7a", "cap", "walk", True),
    )
    for x, y, size, top, head, pose, flip in looks:
        s.oval(x + 20, y + 4, size * 0.3, 9, "#3a201466", 5)
        person(
            s,
            x,
            y,
            size,
            Person(
                skin=SKINS[int(x) % 6],
                top=top,
                wear="robe" if head == "hijab" else "coat",
                head=head,
                cloth="#f0dcb0",
            ),
            pose,
            flip,
            rim="#fff3cc",
        )


def saffron_front(s: Sheet) -> None:
    """The stalls with their cones."""
    tints = (
        "#e8862c",
        "#b5302a",
        "#f0c02c",
        "#7a8a3a",
        "#8a4a2a",
        "#d95a2c",
        "#5a3a2c",
        "#e0b04a",
        "#a83a4a",
        "#c9a06a",
    )
    for side in (-1, 1):
        for row in range(3):
            for index in range(4):
                depth = row + index * 0.1
                x = 720 + side * (430 + index * 120 - row * 10 + (row * index) * 34)
                y = 700 + row * 105 + index * 16
                size = 0.62 + row * 0.3
                tint = tints[(row * 4 + index + (side > 0) * 5) % 10]
                with s.at(x, y, size):
                    s.blob([(-84, -14), (84, -14), (66, 44), (-66, 44)], ("#c99a62", "#6f4a2c"))
                    s.oval(0, -14, 86, 18, "#e0b880")
                    cone = polygon([(-74, -14), (-4, -128), (74, -14)])
                    s.shape(
                        smooth([(-74, -12), (-40, -70), (-4, -130), (36, -70), (74, -12), (0, 2)]),
                        along((-70, 0), (70, 0), (lighter(tint, 0.35), tint, darker(tint, 0.35))),
                    )
                    for _ in range(26):
                        level = s.chance.random()
                        px = s.chance.uniform(-1, 1) * 66 * (1 - level)
                        s.oval(px, -16 - level * 104, 2.4, 1.8, lighter(tint, 0.4))
                    if (index + row) % 3 == 0:
                        s.line([(26, -56), (60, -108)], "#d9b06a", 7)
                        s.oval(20, -48, 16, 10, "#c98f4a")
                    del cone, depth


@scene
def market_fish(s: Sheet) -> None:
    """Fish on ice under a striped awning."""
    s.wash(along((0, 0), (0, 960), ("#1f5a74", "#3f8fa4", "#bfe0e2")))
    for index in range(13):
        x = index * 120 - 30
        tint = "#f6efe0" if index % 2 else "#d9482f"
        s.area([(x + 40, -10), (x + 150, -10), (x + 120, 150), (x, 150)], (tint, darker(tint, 0.14)))
        s.oval(x + 60, 150, 61, 34, darker(tint, 0.1))
    s.box(-10, 184, 1460, 40, along((0, 184), (0, 224), ("#0f344a88", "#0f344a00")))
    for x, top, head, cloth in ((330, "#2f6f8c", "cap", "#f6efe0"), (1040, "#8a3d4a", "hijab", "#e9c878")):
        person(
            s,
            x,
            700,
            520,
            Person(
                skin=SKINS[(x // 100) % 6],
                top=top,
                wear="apron",
                cloth="#f3efe4" if head == "cap" else cloth,
                head=head,
            ),
            "speak",
            x > 700,
            rim="#fff6e0",
        )
    s.box(-10, 470, 1460, 520, along((0, 470), (0, 960), ("#e6f4f6", "#b9dbe4", "#7fb0c4")))
    for _ in range(760):
        x, y = s.chance.uniform(-10, 1450), 480 + s.chance.random() * 480
        size = 8 + (y - 470) * 0.045
        points = [
            (
                x + math.cos(k * 1.26 + x) * size * s.chance.uniform(0.7, 1.2),
                y + math.sin(k * 1.26 + x) * size * 0.6,
            )
            for k in range(5)
        ]
        s.area(points, s.chance.choice(("#ffffffaa", "#d3edf4aa", "#a9d3e299", "#f3fbfdcc")))
    kinds = (
        ("#5f86a8", "#dfeaf0", "#2f4f74"),
        ("#e8806a", "#fbe2d3", "#b5483f"),
        ("#8a9a8c", "#eef0e0", "#4a5f58"),
        ("#d9a441", "#f9efcf", "#8a6424"),
    )
    for row in range(4):
        y = 560 + row * 105
        size = 0.8 + row * 0.26
        for index in range(8 - row):
            x = 60 + index * (190 + row * 46) + row * 16
            back, belly, dark = kinds[(row + index // 3) % 4]
            _market_fish(s, x, y, size, back, belly, dark, -14 + s.chance.uniform(-5, 5))
    for x, y in ((240, 900), (700, 930), (1180, 890), (950, 640), (480, 620)):
        slice_ = oval(x, y, 44, 40)
        s.shape(slice_, around((x, y), 46, ("#fff6c4", "#ffe15a", "#f0b52c")))
        for k in range(8):
            s.line(
                [(x, y), (x + math.cos(k * math.pi / 4) * 34, y + math.sin(k * math.pi / 4) * 31)],
                "#ffffffcc",
                3,
            )
        for k in range(7):
            s.blob(
                [(x + 40, y + 10), (x + 70 + k * 8, y - 20 + k * 9), (x + 84 + k * 6, y - 10 + k * 9)],
                ("#4f9a4a", "#2f7040"),
            )


def _market_fish(
    s: Sheet, x: float, y: float, size: float, back: str, belly: str, dark: str, turn: float
) -> None:
    s.oval(x, y + 26 * size, 90 * size, 13 * size, "#2f647c55", 5)
    with s.at(x, y, size, turn):
        s.area([(-78, 0), (-122, -34), (-112, 0), (-122, 34)], (back, dark))
        s.blob([(-20, -28), (10, -50), (40, -26)], dark)
        body = smooth([(-88, 0), (-50, -24), (10, -34), (64, -22), (94, 2), (64, 20), (10, 30), (-50, 18)])
        s.shape(body, along((0, -34), (0, 30), (dark, back, belly, belly), (0, 0.32, 0.62, 1)))
        with s.inside(body):
            for column in range(16):
                for row in range(5):
                    s.stroke(oval(-70 + column * 8.6 + row % 2 * 4, -18 + row * 9, 6, 6), "#ffffff2a", 1.3)
            s.line([(52, -26), (44, 0), (52, 24)], fade(dark, 0.7), 4, soft=True)
            s.line([(-80, 0), (46, -4)], fade(dark, 0.5), 2, soft=True)
        s.oval(70, -5, 8, 8, "#f9f3dc")
        s.oval(71, -5, 4.6, 4.6, "#141820")
        s.blob([(20, 4), (-4, 18), (14, 20)], fade(dark, 0.8))


@scene
def market_bread(s: Sheet) -> None:
    """Stacked round loaves and a baker's arms."""
    s.wash(along((0, 0), (1440, 960), ("#7a4a2e", "#a8693c", "#5a3424")))
    s.glow(260, 140, 820, "#ffd08a", 0.6)
    for row in range(3):
        s.box(0, 110 + row * 140, 1440, 14, ("#8a5a34", "#5a3620"))
        for index in range(15):
            x = 40 + index * 100 + row * 30
            _loaf(s, x, 104 + row * 140, 0.36, "#a8682f")
    s.wash("#4a2a1c66")
    s.area(
        [(-20, 640), (1460, 640), (1460, 980), (-20, 980)],
        along((0, 640), (0, 960), ("#c9935a", "#9a6638", "#5f3b22")),
    )
    for column, (x, count) in enumerate(((150, 4), (390, 6), (1180, 5), (1370, 3), (1010, 3))):
        for index in range(count):
            _loaf(
                s,
                x + s.chance.uniform(-10, 10),
                800 - index * 74 + (column % 2) * 30,
                1.0,
                s.chance.choice(("#c97f36", "#b56d2c", "#d9923f")),
            )

    def arms() -> None:
        for side in (-1, 1):
            x = 700 + side * 250
            s.shape(limb([(x + side * 90, -40), (x + side * 40, 180)], [170, 140]), ("#f6f0e4", "#cfc4b0"))
            s.shape(
                limb([(x + side * 40, 170), (x, 400), (x - side * 110, 560)], [110, 92, 66]),
                along((x - 60, 0), (x + 60, 0), ("#d99a6c", "#b5764a", "#7f4a30")),
            )
            s.blob(
                [
                    (x - side * 80, 520),
                    (x - side * 150, 540),
                    (x - side * 190, 610),
                    (x - side * 150, 650),
                    (x - side * 90, 620),
                    (x - side * 60, 560),
                ],
                along((x - 60, 0), (x + 60, 0), ("#dba074", "#a86a44")),
            )
            for finger in range(4):
                s.shape(
                    limb(
                        [
                            (x - side * (150 + finger * 6), 570 + finger * 18),
                            (x - side * (196 + finger * 2), 606 + finger * 20),
                        ],
                        [30, 23],
                    ),
                    mix("#d99a6c", "#a86a44", finger / 4),
                )
            for _ in range(30):
                s.oval(
                    x - side * s.chance.uniform(0, 150),
                    s.chance.uniform(400, 640),
                    s.chance.uniform(2, 7),
                    s.chance.uniform(2, 5),
                    "#fff8ecaa",
                )

    s.lit(arms, rim="#ffe9c4", shift=(-4, -3))
    _loaf(s, 700, 720, 1.7, "#d08a3a")
    for _ in range(240):
        x, y = s.chance.gauss(700, 250), s.chance.gauss(840, 50)
        s.oval(x, y, s.chance.uniform(1, 5), s.chance.uniform(1, 3), "#fff6e677")
    for _ in range(50):
        x, y = s.chance.uniform(500, 900), s.chance.uniform(300, 680)
        s.oval(x, y, 2, 2, "#fff6e666")


def _loaf(s: Sheet, x: float, y: float, size: float, crust: str) -> None:
    s.oval(x, y + 8 * size, 112 * size, 20 * size, "#2a140a66", 5 * size)
    with s.at(x, y, size):
        body = smooth(
            [(-110, -10), (-96, -52), (-40, -86), (40, -86), (96, -52), (110, -10), (80, 12), (-80, 12)]
        )
        s.shape(body, around((-30, -60), 170, (lighter(crust, 0.5), crust, darker(crust, 0.5))))
        with s.inside(body):
            for cut in (-50, 0, 50):
                s.blob(
                    [(cut - 16, -30), (cut + 4, -78), (cut + 20, -74), (cut + 4, -26)], lighter(crust, 0.6)
                )
                s.line([(cut - 16, -30), (cut + 4, -78)], darker(crust, 0.4), 3)
            for _ in range(40):
                s.oval(s.chance.uniform(-100, 100), s.chance.uniform(-84, 0), 2.6, 2, "#fff3dcaa")


@scene
def market_cloth(s: Sheet) -> None:
    """Hanging coloured cloths over a lane."""
    s.wash(along((0, 0), (0, 960), ("#fbe9c0", "#e9bf86", "#a8703f")))
    for side in (-1, 1):
        for index in range(4):
            near = index / 3
            x0, x1 = (
                (620 - index * 150, 460 - index * 160) if side < 0 else (820 + index * 150, 980 + index * 160)
            )
            tone = mix("#f0cf98", "#9a6244", near)
            s.area(
                [
                    (x0, 330 - index * 120),
                    (x1, 210 - index * 120),
                    (x1, 720 + index * 110),
                    (x0, 620 + index * 100),
                ],
                along((x0, 0), (x1, 0), (tone, darker(tone, 0.2))),
            )
            s.shape(arch(min(x0, x1) + 40, 480 + index * 30, 76, 240 + index * 120), darker(tone, 0.5))
    s.area(
        [(620, 620), (820, 620), (1460, 980), (-20, 980)],
        along((0, 620), (0, 960), ("#f6dca8", "#c99a62", "#8a5c3c")),
    )
    person(
        s,
        700,
        740,
        150,
        Person(skin="#b97c54", top="#3a4a6b", wear="coat", head="cap", cloth="#f0e2c4"),
        "walk",
        rim="#fff3cc",
    )
    person(
        s,
        800,
        800,
        200,
        Person(skin="#8f5a3c", top="#a8443a", wear="robe", head="hijab", cloth="#f0c878"),
        "stride",
        True,
        rim="#fff3cc",
    )
    tints = ("#d9482f", "#f0a92c", "#2f8a8c", "#7a3d6a", "#3f6fa8", "#e8687a", "#5a9a5a", "#f6e6c0")
    for row in range(4):
        y = 170 - row * 62
        scale = 0.7 + row * 0.42
        count = 9 - row
        for index in range(count):
            x = -40 + index * 1560 / count + row * 40
            if row < 3 and 640 - row * 40 < x < 760 + row * 30 and row > 0:
                continue
            tint = tints[(index * 3 + row * 2) % 8]
            wide, tall = 130 * scale, (150 + (index * 53) % 110) * scale
            sway = math.sin(index * 1.7 + row) * 22
            body = smooth(
                [
                    (x, y),
                    (x + wide * 0.5, y + 8),
                    (x + wide, y),
                    (x + wide + sway * 0.4, y + tall * 0.5),
                    (x + wide + sway, y + tall),
                    (x + wide * 0.5 + sway, y + tall + 16),
                    (x + sway, y + tall),
                    (x + sway * 0.4, y + tall * 0.5),
                ]
            )
            s.shape(
                body,
                along(
                    (x, 0),
                    (x + wide, 0),
                    (lighter(tint, 0.34), tint, darker(tint, 0.28), tint, darker(tint, 0.34)),
                    (0, 0.3, 0.52, 0.72, 1),
                ),
            )
            with s.inside(body):
                for band in (0.78, 0.84, 0.94):
                    s.line(
                        [(x - 20, y + tall * band), (x + wide + 40, y + tall * band)],
                        fade(lighter(tint, 0.6), 0.6),
                        4 * scale,
                    )
        s.line([(-20, y - 4), (1460, y - 4)], "#5a3a2c", 4)
    with s.layer(blend="Screen", blur=12):
        for x in (520, 700, 860):
            s.area(
                [(x, 0), (x + 70, 0), (x + 170, 980), (x - 20, 980)],
                along((x, 0), (x, 980), ("#fff3c888", "#fff3c800")),
            )
    person(
        s,
        330,
        960,
        440,
        Person(skin="#d9a27a", top="#2f6f74", wear="robe", head="hijab", cloth="#f3e2c0"),
        "point",
        rim="#fff3cc",
    )


@scene
def bakery(s: Sheet) -> None:
    """The oven's glow and loaves on the shelves."""
    s.wash(along((0, 0), (0, 960), ("#2a1a18", "#4a2a20", "#1f1312")))
    for row in range(14):
        for column in range(16):
            tone = mix("#6a3a28", "#4a281e", s.chance.random())
            s.box(column * 96 - (row % 2) * 48, row * 56, 92, 52, tone, 4)
    s.glow(480, 480, 900, "#ff9d3a", 0.85)
    s.shape(arch(230, 230, 500, 420), ("#a8643c", "#6f3d28"))
    s.shape(arch(270, 274, 420, 370), ("#ffb03a", "#ff7a1f", "#8a2a10"))
    with s.inside(arch(270, 274, 420, 370)):
        s.shape(oval(480, 640, 260, 150), ("#fff0b0", "#ff9d2a"))
        for _ in range(46):
            x = s.chance.uniform(290, 670)
            tall = s.chance.uniform(60, 200)
            s.blob(
                [
                    (x - 18, 610),
                    (x - 8, 610 - tall * 0.6),
                    (x + s.chance.uniform(-16, 16), 610 - tall),
                    (x + 10, 610 - tall * 0.5),
                    (x + 18, 610),
                ],
                s.chance.choice(("#ffd24acc", "#ff8a2acc", "#fff3b0cc", "#f0521caa")),
            )
        for x in (350, 480, 610):
            _loaf(s, x, 630, 0.62, "#b5692a")
    s.box(200, 640, 560, 40, ("#c98a5a", "#7a4a30"), 6)
    for stone_ in range(9):
        turn = math.pi * (1 + (stone_ + 0.5) / 9)
        with s.at(480 + math.cos(turn) * 230, 476 + math.sin(turn) * 226, 1, math.degrees(turn) + 90):
            s.box(-36, -26, 72, 52, ("#d99a68", "#8a5434"), 6)
    for level in (240, 410, 580):
        s.box(850, level, 560, 16, ("#b5783f", "#6a4024"))
        for index in range(5):
            _loaf(s, 910 + index * 110, level - 4, 0.5, s.chance.choice(("#c97f36", "#b56d2c", "#d9923f")))
    s.area(
        [(-20, 730), (1460, 730), (1460, 980), (-20, 980)],
        along((0, 730), (0, 960), ("#d9a060", "#a36c3a", "#5f3a20")),
    )
    for x, y, size in (
        (140, 850, 0.9),
        (330, 900, 1.0),
        (1060, 860, 1.0),
        (1290, 900, 1.15),
        (1180, 790, 0.8),
    ):
        _loaf(s, x, y, size, "#cf8638")
    person(
        s,
        720,
        930,
        520,
        Person(
            skin="#b97c54",
            top="#f3ead8",
            bottom="#6a4a3a",
            wear="apron",
            cloth="#fffaf0",
            head="bun",
            hair="#241a18",
        ),
        "carry",
        True,
        rim="#ffb45a",
        shift=(-2.4, -1),
    )
    s.line([(860, 640), (560, 620), (420, 600)], "#c99a5c", 12)
    for _ in range(70):
        x, y = s.chance.gauss(480, 160), s.chance.uniform(120, 600)
        s.oval(x, y, 2.4, 2.4, "#ffd98acc")


@scene
def kitchen_pot(s: Sheet) -> None:
    """A wide pan of fishers' rice over a fire, steaming."""
    s.wash(along((0, 0), (0, 960), ("#2f4a5c", "#5a6a6c", "#8a6a4a", "#3a2820")))
    with s.layer(blur=7):
        s.box(-10, 330, 1460, 160, along((0, 330), (0, 490), ("#4f8fa8", "#2f6f8c")))
        for x in (150, 420, 1080, 1330):
            s.blob([(x - 90, 400), (x + 90, 390), (x + 60, 440), (x - 60, 440)], ("#c9563a", "#7a3028"))
            s.line([(x, 400), (x + 6, 240)], "#3a2a24", 6)
        s.glow(1180, 200, 420, "#ffd89a", 0.7)
    s.area(
        [(-20, 700), (1460, 700), (1460, 980), (-20, 980)],
        along((0, 700), (0, 960), ("#a88a64", "#7a5f44", "#3f2e24")),
    )
    s.glow(720, 860, 760, "#ff8a2a", 0.9)
    for index in range(9):
        turn = index * 20 - 80
        with s.at(720 + index * 70 - 280, 900, 1, turn * 0.5):
            s.box(-140, -22, 280, 44, ("#7a4a2c", "#33201a"), 16)
            s.oval(140, 0, 14, 22, "#d9a468")
    for _ in range(70):
        x = s.chance.gauss(720, 220)
        tall = s.chance.uniform(60, 190)
        s.blob(
            [
                (x - 22, 900),
                (x - 12, 900 - tall * 0.5),
                (x + s.chance.uniform(-20, 20), 900 - tall),
                (x + 12, 900 - tall * 0.5),
                (x + 22, 900),
            ],
            s.chance.choice(("#ffd24aaa", "#ff7a1faa", "#fff0a8aa", "#f0481caa")),
        )
    s.shape(
        smooth(
            [(150, 600), (240, 720), (480, 790), (720, 800), (960, 790), (1200, 720), (1290, 600), (720, 560)]
        ),
        along((0, 600), (0, 800), ("#4a4a54", "#26262e", "#5a3420")),
    )
    for side in (-1, 1):
        s.stroke(oval(720 + side * 610, 600, 62, 34), "#3a3a44", 20)
    s.oval(720, 590, 580, 165, ("#6a6a74", "#33333c"))
    s.oval(720, 592, 548, 148, around((640, 560), 620, ("#ffd86a", "#f0aa34", "#b56f1f")))
    with s.inside(oval(720, 592, 548, 148)):
        for _ in range(1500):
            turn, far = s.chance.uniform(0, math.tau), math.sqrt(s.chance.random())
            x, y = 720 + math.cos(turn) * far * 546, 592 + math.sin(turn) * far * 146
            with s.at(x, y, 1, s.chance.uniform(-40, 40)):
                s.oval(0, 0, 8, 3.6, s.chance.choice(("#ffe9a4", "#ffd05a", "#f6bc48", "#fff3c8", "#d98f2a")))
        for _ in range(70):
            turn, far = s.chance.uniform(0, math.tau), math.sqrt(s.chance.random()) * 0.95
            s.oval(
                720 + math.cos(turn) * far * 540,
                592 + math.sin(turn) * far * 142,
                9,
                7,
                s.chance.choice(("#6fae4a", "#8fc25a", "#d9482f")),
            )
        for index in range(9):
            turn = index * math.tau / 9
            x, y = 720 + math.cos(turn) * 360, 592 + math.sin(turn) * 92
            with s.at(x, y, 1, math.degrees(turn) * 0.5):
                s.blob(
                    [(-70, 0), (-20, -26), (50, -18), (74, 0), (50, 18), (-20, 24)],
                    ("#f6ead8", "#c9a888", "#8a6a5a"),
                )
                s.blob([(-70, 0), (-20, -26), (50, -18), (74, 0), (20, -4)], "#e0806a")
        for index in range(7):
            turn = index * math.tau / 7 + 0.3
            x, y = 720 + math.cos(turn) * 190, 592 + math.sin(turn) * 48
            s.stroke(
                smooth([(x - 26, y + 8), (x - 14, y - 16), (x + 14, y - 16), (x + 24, y + 6)], False),
                "#ff8a5a",
                15,
            )
            s.stroke(
                smooth([(x - 26, y + 8), (x - 14, y - 16), (x + 14, y - 16), (x + 24, y + 6)], False),
                "#ffd0b4",
                4,
            )
        for x, y in ((470, 650), (960, 650), (720, 690), (560, 520), (900, 516)):
            s.blob([(x - 34, y + 10), (x, y - 20), (x + 34, y + 10), (x, y + 20)], ("#fff3a0", "#f0c02c"))
    with s.layer(0.8, blur=22):
        for _ in range(26):
            x = s.chance.uniform(340, 1100)
            y = s.chance.uniform(120, 520)
            s.line(
                [(x, y + 120), (x + 40, y + 60), (x - 20, y), (x + 30, y - 90)],
                "#fff8ec44",
                s.chance.uniform(16, 46),
                soft=True,
            )

    def spoon() -> None:
        s.shape(
            limb([(1440, 120), (1180, 330), (980, 520)], [30, 27, 22]),
            along((980, 520), (1440, 120), ("#e6b878", "#a8703f")),
        )
        s.oval(960, 540, 52, 26, ("#d9a868", "#8a5a30"))
        s.shape(limb([(1460, 10), (1370, 120), (1290, 220)], [150, 110, 74]), ("#2f5f7c", "#1f4058"))
        s.oval(1266, 250, 44, 40, "#a86c48")
        for finger in range(3):
            s.shape(
                limb([(1250 + finger * 16, 240), (1220 + finger * 18, 280 - finger * 6)], [28, 23]),
                mix("#b5764a", "#8f5a3c", finger / 3),
            )

    s.lit(spoon, rim="#ffdca8", shift=(-3, -3))
