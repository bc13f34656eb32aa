# mypy: allow-redefinition-new, local-partial-types
"""Parliament, votes, money, streets and transport."""

import math
from functools import partial

from nashra.demo.draw.canvas import Sheet, along, around, box, limb, oval, polygon, smooth
from nashra.demo.draw.colour import darker, fade, lighter, mix
from nashra.demo.draw.figures import SKINS, Person, crowd, person
from nashra.demo.draw.nature import birds, clouds, palm, rays, sky, tree, water
from nashra.demo.draw.scenes import scene
from nashra.demo.draw.things import bicycle, bus, pot, stars, street_lamp, tram
from nashra.demo.draw.town import arch, colonnade, dome, house, skyline, steps, window

STREET = ("#3a4a6b", "#8a3d3b", "#c98a2b", "#2f5f5a", "#5a3d6a", "#d8c8a8")


@scene
def parliament_dome(s: Sheet) -> None:
    """The House of Deputies at dusk, windows lit, people before it."""
    sky(s, ["#1c2350", "#46447c", "#96668f", "#e6947e", "#ffcf94"], 720)
    clouds(s, 60, 620, ["#453f78", "#8b5f8d", "#dd8a82", "#ffc491"], cover=0.5, size=(640, 130))
    stars(s, 220, 60)
    skyline(s, 720, ["#4a4170", "#574a78", "#3e3866"], 120, "#ffcf80")
    dome(s, 720, 440, 400, "#5fa393", "#c5e0bd", "#27565f")
    s.box(540, 430, 360, 60, ("#d9b09a", "#a07a82"))
    stone, light, shade = "#d6ac96", "#ffdcb0", "#5b4468"
    for x, wide in ((110, 430), (900, 430)):
        s.box(x, 530, wide, 190, along((x, 0), (x + wide, 0), (light, stone, "#a8808a")))
        for column in range(6):
            for row in range(2):
                left, top = x + 28 + column * 66, 552 + row * 84
                s.shape(
                    arch(left, top, 34, 58), ("#fff0b8", "#ffb957") if s.chance.random() < 0.7 else "#5a4a70"
                )
        s.box(x - 8, 520, wide + 16, 16, lighter(stone, 0.3))
        s.box(x - 4, 630, wide + 8, 6, lighter(stone, 0.2))
    colonnade(s, 520, 720, 400, 210, 8, stone, shade, light)
    for index in range(8):
        s.shape(arch(536 + index * 50, 580, 22, 110), ("#ffe9a8", "#ffb652"))
    colonnade_front(s, 520, 720, 400, 210)
    s.area([(486, 492), (954, 492), (720, 400)], (lighter(stone, 0.3), stone))
    s.area([(540, 482), (900, 482), (720, 414)], mix(stone, shade, 0.35))
    s.oval(720, 458, 16, 16, light)
    s.glow(720, 640, 420, "#ffb95c", 0.4)
    for x in (200, 420, 1020, 1240):
        s.line([(x, 524), (x, 452)], "#3c3358", 4)
        s.blob(
            [(x, 454), (x + 26, 448), (x + 54, 458), (x + 54, 480), (x + 26, 474), (x, 482)],
            "#2f7f8c" if x % 400 else "#d9a441",
        )
    steps(s, 430, 720, 580, 7, 13, "#b98f8c", "#4a3a5e")
    s.area(
        [(-20, 720), (430, 720), (352, 812), (1088, 812), (1010, 720), (1460, 720), (1460, 980), (-20, 980)],
        along((0, 720), (0, 960), ("#8a6a80", "#5a4868", "#322a4c")),
    )
    for x in (90, 330, 1110, 1350):
        street_lamp(s, x, 850, 230, "#241f3c", "#ffd58a", 0.75)
    crowd(s, 60, 1380, 860, 118, 40, STREET, shade="#2a21475e", rim="#ffc98acc")


def colonnade_front(s: Sheet, x: float, y: float, width: float, height: float) -> None:
    """Light falling out between the columns."""
    for index in range(8):
        s.glow(x + 25 + index * 50, y - 60, 60, "#ffc25e", 0.35)


@scene
def parliament_chamber(s: Sheet) -> None:
    """The half-circle of seats from the gallery."""
    s.wash(along((0, 0), (0, 960), ("#3a2433", "#5c3640", "#2a1a2a")))
    s.box(-10, -10, 1460, 250, along((0, 0), (0, 240), ("#7c4a3c", "#b67a52", "#8a5340")))
    for x in range(-40, 1480, 120):
        s.box(x, 0, 26, 240, along((x, 0), (x + 26, 0), ("#e0ad74", "#9a623f", "#5c3630")))
        s.shape(arch(x + 40, 40, 66, 170), ("#4a2c34", "#6d4238"))
    s.box(-10, 226, 1460, 20, "#d9a066")
    rays(s, 720, -200, 900, "#ffe2a8", 0.3, 8)
    s.shape(oval(720, 300, 960, 720), along((0, 240), (0, 960), ("#7a4a3a", "#5c342f", "#3c222a")))
    tints = ("#2f6f8c", "#c98a2b", "#3f7d55")
    for row in range(9):
        reach = 200 + row * 88
        flat = 0.7
        rim_path = oval(720, 330, reach + 44, (reach + 44) * flat)
        with s.inside(box(-10, 330, 1460, 700)):
            s.stroke(rim_path, "#a3683f", 20 + row * 1.6)
            s.stroke(oval(720, 324, reach + 44, (reach + 44) * flat), "#d89a5c", 5)
        seats = 12 + row * 4
        for seat in range(seats):
            share = (seat + 0.5) / seats
            if 0.485 < share < 0.515:
                continue
            turn = math.pi * (0.02 + 0.96 * share)
            x, y = 720 - math.cos(turn) * reach, 330 + math.sin(turn) * reach * flat
            size = 11 + row * 1.7
            tint = tints[0] if share < 0.47 else tints[2] if share < 0.58 else tints[1]
            s.box(
                x - size,
                y - size * 0.6,
                size * 2,
                size * 1.7,
                (lighter(tint, 0.16), darker(tint, 0.3)),
                size * 0.5,
            )
            if s.chance.random() < 0.78:
                skin, cloth = (
                    s.chance.choice(SKINS),
                    s.chance.choice(("#26283c", "#3a3040", "#57404a", "#e0d3bd", "#7a3040", "#2d4a4a")),
                )
                s.blob(
                    [
                        (x - size * 0.85, y + size * 0.5),
                        (x - size * 0.6, y - size * 0.5),
                        (x, y - size * 0.8),
                        (x + size * 0.6, y - size * 0.5),
                        (x + size * 0.85, y + size * 0.5),
                    ],
                    cloth,
                )
                s.oval(
                    x,
                    y - size * 1.1,
                    size * 0.42,
                    size * 0.48,
                    s.chance.choice(("#1d1716", "#4a3324", "#8f8a86", "#241a1c", skin, "#6b3a2c")),
                )
    s.area(
        [(664, 480), (776, 480), (960, 980), (480, 980)],
        along((0, 480), (0, 960), ("#8c2f33", "#a83a38", "#6a2228")),
    )
    s.shape(box(470, 190, 500, 150, 12), along((470, 0), (970, 0), ("#d89a5c", "#9a5f3c", "#6a3f30")))
    s.box(440, 300, 560, 70, ("#b5774a", "#6f4232"), 8)
    for x in range(480, 980, 62):
        s.box(x, 316, 44, 42, ("#7c4a35", "#95603f"), 4)
    s.box(640, 110, 160, 120, ("#8c2f33", "#5f1f28"), 20)
    s.oval(720, 160, 34, 34, "#e6b866")
    person(
        s,
        720,
        330,
        170,
        Person(skin="#b97c54", top="#232338", wear="suit", cloth="#f2ead8", hair="#b9b4ae"),
        "speak",
        rim="#ffdfa8",
    )
    s.box(600, 232, 240, 110, ("#c98a54", "#7d4c35"), 8)
    s.glow(720, 200, 300, "#ffe0a0", 0.5)


@scene
def bond_certificates(s: Sheet) -> None:
    """A desk by lamplight: bonds in stacks and a model breakwater."""
    s.wash(along((0, 0), (1440, 600), ("#1f3a3d", "#17292f", "#0f1a22")))
    for row in range(3):
        x = 40.0
        while x < 1420:
            wide, tall = s.chance.uniform(18, 44), s.chance.uniform(110, 160)
            tint = mix("#24464a", "#4a3a34", s.chance.random())
            s.box(x, 150 + row * 190 - tall, wide - 3, tall, fade(tint, 0.75))
            x += wide
        s.box(0, 150 + row * 190, 1440, 12, "#142228")
    s.area(
        [(-20, 560), (1460, 560), (1460, 980), (-20, 980)],
        along((0, 560), (0, 960), ("#9a6238", "#7a4a2c", "#4a2c20")),
    )
    for index in range(15):
        y = 570 + index * index * 1.9
        s.line([(-20, y), (500, y + 6), (1460, y - 4)], fade("#3c2218", 0.35), 2 + index * 0.2, soft=True)
    s.glow(1010, 560, 760, "#ffcf7a", 0.62)
    for x, y, sheets, turn in ((250, 800, 26, -7), (560, 760, 40, 4), (420, 900, 14, -2)):
        for index in range(sheets):
            with s.at(x + s.chance.uniform(-3, 3), y - index * 4, 1, turn + s.chance.uniform(-1.4, 1.4)):
                s.area(
                    [(-150, -30), (140, -52), (170, 20), (-130, 46)], "#d9c9a4" if index % 2 else "#efe2c0"
                )
        with s.at(x, y - sheets * 4, 1, turn):
            s.area([(-150, -30), (140, -52), (170, 20), (-130, 46)], ("#fff6dc", "#ecdcb4"))
            s.area([(-134, -24), (130, -44), (154, 14), (-118, 36)], "#c9a86a66")
            s.area([(-122, -18), (120, -37), (142, 9), (-106, 29)], "#fbf0d2")
            for line in range(4):
                s.line([(-90 + line * 4, -4 + line * 8), (40 + line * 6, -15 + line * 8)], "#8a7a5a88", 2.4)
            s.oval(92, 0, 24, 12, "#b5473a")
            s.oval(92, -3, 18, 9, "#d0604a")
    with s.at(1060, 790):
        s.area([(-250, 20), (230, -60), (330, 40), (-160, 130)], ("#2c7c94", "#175268"))
        s.area([(-250, 20), (-160, 130), (-160, 146), (-250, 36)], "#0f3644")
        s.area([(-160, 130), (330, 40), (330, 56), (-160, 146)], "#0b2b38")
        for index in range(12):
            s.line(
                [
                    (-200 + index * 36, 30 - index * 4 + s.chance.uniform(-10, 40)),
                    (-170 + index * 36, 26 - index * 4 + s.chance.uniform(-10, 40)),
                ],
                "#bfe9ea99",
                2.4,
            )
        for index in range(13):
            share = index / 12
            x, y = -190 + share * 420, 40 - share * 66 + math.sin(share * 3) * 22
            s.area([(x - 20, y - 26), (x + 14, y - 32), (x + 30, y - 20), (x - 4, y - 12)], "#fff0cf")
            s.area([(x - 20, y - 26), (x - 4, y - 12), (x - 4, y + 14), (x - 20, y)], "#c9b48c")
            s.area([(x + 30, y - 20), (x - 4, y - 12), (x - 4, y + 14), (x + 30, y + 4)], "#95805f")
        s.area([(236, -70), (252, -70), (248, -130), (240, -130)], "#fdf6e4")
        s.oval(244, -134, 7, 7, "#d9513c")
    s.line([(860, 620), (900, 420), (1000, 300)], "#c9963f", 10, soft=True)
    s.blob([(790, 606), (930, 606), (940, 630), (780, 630)], ("#e2b65a", "#8a6428"))
    s.area([(930, 290), (1070, 230), (1130, 350), (960, 400)], ("#3f8a6a", "#1c4a3c"))
    s.area([(960, 400), (1130, 350), (1126, 366), (966, 414)], "#fff2b8")
    s.glow(1050, 400, 260, "#ffe6a0", 1.0)
    s.oval(720, 900, 58, 30, "#3a2a24")
    s.oval(720, 886, 58, 28, ("#f2e8d2", "#c4b494"))
    s.oval(720, 884, 46, 20, "#3a2219")


@scene
def ballot_box(s: Sheet) -> None:
    """A hand above a glass ballot box."""
    s.wash(around((620, 320), 1000, ("#5fa2cf", "#2f6fa8", "#173f74", "#0c2450")))
    for index in range(6):
        s.area(
            [
                (index * 300 - 200, -20),
                (index * 300 - 60, -20),
                (index * 300 - 420, 980),
                (index * 300 - 640, 980),
            ],
            "#ffffff0c",
        )
    s.area([(-20, 820), (1460, 820), (1460, 980), (-20, 980)], ("#0f2e5a", "#081a38"))
    s.oval(720, 872, 420, 40, "#04102a88", 16)
    back = [(430, 470), (1010, 470), (1010, 850), (430, 850)]
    s.area(back, along((430, 470), (1010, 850), ("#bfe0ee66", "#8fc0dc33", "#cfe9f255")))
    for _ in range(34):
        x, y = s.chance.uniform(490, 950), s.chance.uniform(690, 846)
        with s.at(x, y, 1, s.chance.uniform(-40, 40)):
            tint = s.chance.choice(("#fdf6e2", "#f1e6c8", "#e9d9b4"))
            s.area([(-56, -10), (50, -22), (58, 12), (-48, 24)], (tint, darker(tint, 0.16)))
            s.line([(-50, 6), (54, -6)], "#a8987466", 1.6)
    s.area(
        [(430, 470), (1010, 470), (1010, 860), (430, 860)],
        along((430, 470), (1010, 860), ("#ffffff55", "#ffffff0a", "#ffffff2e")),
    )
    s.area([(450, 480), (560, 480), (500, 850), (450, 850)], "#ffffff40")
    for x in (430, 1010):
        s.line([(x, 470), (x, 860)], "#e6f5fa", 5)
    s.line([(430, 860), (1010, 860)], "#e6f5fa", 6)
    s.area([(400, 452), (1040, 452), (1010, 486), (430, 486)], ("#f6fbfc", "#9fc3d6"))
    s.area([(400, 452), (1040, 452), (1000, 410), (440, 410)], ("#dff0f5", "#bcdbe6"))
    s.area([(600, 426), (840, 426), (846, 440), (594, 440)], "#12305c")
    with s.at(726, 330, 1, 7):
        s.area(
            [(-96, -110), (96, -110), (96, 106), (-96, 106)],
            along((-96, -110), (96, 106), ("#fffdf4", "#f1e6cc", "#d8c8a4")),
        )
        s.line([(-96, -6), (96, -6)], "#b9a98488", 3)
        for row in range(3):
            s.box(-66, -86 + row * 26, 16, 16, "#2f6fa8" if row == 1 else "#c9bb98", 3)
            s.line([(-38, -78 + row * 26), (60 - row * 18, -78 + row * 26)], "#a8987499", 6)

    def hand() -> None:
        skin = "#b97c54"
        s.area([(1010, -40), (1330, -40), (1080, 170), (960, 90)], ("#c9563a", "#8d3229"))
        s.area([(948, 78), (1090, 186), (1064, 216), (920, 106)], "#f6efe0")
        s.shape(limb([(1000, 146), (930, 190), (880, 214)], [92, 92, 96]), skin)
        for finger, (x, y) in enumerate(((770, 226), (776, 262), (796, 292), (824, 316))):
            s.shape(
                limb(
                    [(890 + finger * 8, 190 + finger * 20), (838 + finger * 4, 206 + finger * 26), (x, y)],
                    [42, 38, 29 - finger * 2],
                ),
                mix(skin, "#5a2c24", 0.06 + finger * 0.1),
            )
        s.shape(limb([(910, 170), (850, 174), (800, 206)], [44, 38, 30]), lighter(skin, 0.12))
        s.oval(796, 208, 9, 7, "#f0c9ac")

    s.lit(hand, rim="#ffe2c4", shift=(-3, -3))


@scene
def debate_stage(s: Sheet) -> None:
    """Three lecterns in blue and amber light."""
    s.wash(along((0, 0), (0, 960), ("#081338", "#132a66", "#1c3f86", "#0c1c48")))
    for index in range(9):
        x = 60 + index * 165
        s.box(x, 120, 120, 440, along((0, 120), (0, 560), ("#2f66b8", "#1c3f8a", "#142a66")), 12)
        s.box(
            x + 14, 140, 92, 400, along((x, 140), (x + 92, 540), ("#ffb54a33", "#3f8ad622", "#ffffff11")), 8
        )
    wave_band = smooth(
        [
            (-40, 380),
            (240, 320),
            (560, 370),
            (900, 300),
            (1200, 350),
            (1500, 300),
            (1500, 440),
            (1200, 470),
            (900, 420),
            (560, 490),
            (240, 430),
            (-40, 490),
        ]
    )
    s.shape(wave_band, along((0, 0), (1440, 0), ("#ffb54a66", "#ffd98a44", "#4aa6e866")))
    s.area(
        [(-20, 560), (1460, 560), (1460, 980), (-20, 980)],
        along((0, 560), (0, 960), ("#2a4f9a", "#152c66", "#0a1638")),
    )
    s.shape(oval(720, 700, 640, 130), along((0, 570), (0, 830), ("#4f8ad0", "#1f3f86")))
    s.shape(oval(720, 690, 560, 104), along((0, 590), (0, 800), ("#ffcf8a", "#d98f4a", "#5a4a7a")))
    people = (
        (
            330,
            Person(skin="#b97c54", top="#274a6d", wear="skirt", bottom="#1d2c46", head="bun", hair="#2a1d1a"),
            "speak",
            "#2f7f9c",
        ),
        (
            720,
            Person(skin="#e2b48c", top="#3a2c2c", wear="suit", cloth="#f3e6cc", hair="#8f8a86"),
            "stand",
            "#c98a2b",
        ),
        (
            1110,
            Person(skin="#8f5a3c", top="#3f7d55", wear="suit", cloth="#fff0d0", head="curly"),
            "relaxed",
            "#3f7d55",
        ),
    )
    for x, who, pose, tint in people:
        s.area(
            [(x - 30, -20), (x + 30, -20), (x + 180, 700), (x - 180, 700)],
            along((x, 0), (x, 700), ("#fff0c43a", "#fff0c414", "#fff0c400")),
        )
        person(s, x, 690, 330, who, pose, flip=x > 900, rim="#ffe2a8", shift=(-2, -1))
        s.area(
            [(x - 62, 536), (x + 62, 536), (x + 44, 706), (x - 44, 706)],
            along((x - 60, 0), (x + 60, 0), ("#f3f0e8", "#b9c4d8", "#5c6fa0")),
        )
        s.area([(x - 78, 520), (x + 78, 520), (x + 66, 542), (x - 66, 542)], "#f7f4ea")
        s.area([(x - 56, 560), (x + 56, 560), (x + 52, 596), (x - 52, 596)], tint)
        s.line([(x - 16, 522), (x - 8, 486)], "#1c2340", 4)
        s.oval(x - 7, 482, 6, 9, "#1c2340")
    for x in range(60, 1440, 150):
        s.area([(x - 24, -10), (x + 24, -10), (x + 16, 26), (x - 16, 26)], "#050b20")
        s.glow(x, 28, 110, "#ffd894" if (x // 150) % 2 else "#8fc4ff", 0.8)
    for row, y in enumerate((880, 960)):
        for index in range(16 - row * 3):
            x = -20 + index * (98 + row * 26) + (row * 40)
            size = 32 + row * 12
            tone = darker("#101c46", 0.1 + row * 0.3)
            s.lit(partial(_head_from_behind, s, x, y, size, tone), rim="#ffc98a88", shift=(0, -2.4))


def _head_from_behind(s: Sheet, x: float, y: float, size: float, tone: str) -> None:
    s.oval(x, y - size, size * 0.72, size * 0.86, tone)
    s.blob(
        [
            (x - size * 1.6, y + size * 1.4),
            (x - size * 1.2, y + size * 0.1),
            (x, y - size * 0.3),
            (x + size * 1.2, y + size * 0.1),
            (x + size * 1.6, y + size * 1.4),
        ],
        tone,
    )
    if s.chance.random() < 0.3:
        s.oval(x + size * 0.1, y - size * 1.8, size * 0.34, size * 0.3, tone)


@scene
def polling_station(s: Sheet) -> None:
    """Voting in a schoolroom, sun through the windows."""
    s.wash(along((0, 0), (1440, 0), ("#f0d9a8", "#e3c08c", "#b98a66")))
    s.box(-10, 470, 1460, 180, along((0, 0), (1440, 0), ("#6f9a8c", "#567f78", "#3f5f60")))
    s.area(
        [(-20, 650), (1460, 650), (1460, 980), (-20, 980)],
        along((0, 650), (0, 960), ("#c99a66", "#a87848", "#7a5236")),
    )
    for index in range(13):
        s.line([(720 + (index - 6) * 120, 650), (720 + (index - 6) * 330, 970)], "#6a442c55", 3)
    for x in (90, 390, 690):
        s.box(x, 100, 220, 330, along((x, 100), (x, 430), ("#bfe3ec", "#f3f4e0")), 4)
        with s.inside(box(x, 100, 220, 330)):
            tree(s, x + 110, 440, 250, "#5a8a5a", "#6a4c34", "#b5cf7f")
        s.stroke(box(x, 100, 220, 330, 4), "#fbf3de", 14)
        s.line([(x + 110, 100), (x + 110, 430)], "#fbf3de", 9)
        s.line([(x, 230), (x + 220, 230)], "#fbf3de", 9)
        with s.layer(blend="Screen", blur=8):
            s.area(
                [(x, 110), (x + 220, 110), (x + 640, 960), (x + 300, 960)],
                along((x, 110), (x + 500, 960), ("#fff0c088", "#fff0c033", "#fff0c000")),
            )
    for index in range(3):
        x = 960 + index * 160
        s.box(x, 380, 140, 300, ("#f6eedc", "#cdbf9f"), 4)
        s.area([(x, 380), (x + 140, 380), (x + 130, 560), (x + 10, 560)], ("#3f7fa8", "#28597f"))
        for fold in range(5):
            s.line([(x + 18 + fold * 26, 384), (x + 16 + fold * 26, 556)], "#1c456a88", 5)
        if index != 1:
            s.box(x + 44, 560, 20, 100, "#2c3347")
            s.box(x + 76, 560, 20, 100, "#2c3347")
            s.box(x + 36, 650, 34, 16, "#1e1e28", 6)
            s.box(x + 74, 650, 34, 16, "#1e1e28", 6)
    s.box(560, 640, 330, 22, "#8d5a36")
    s.box(580, 660, 18, 140, "#6a4229")
    s.box(850, 660, 18, 140, "#6a4229")
    s.box(660, 540, 130, 100, along((660, 540), (790, 640), ("#dff0f488", "#9fc6d477")))
    s.stroke(box(660, 540, 130, 100), "#f7fbfb", 4)
    s.box(700, 536, 50, 8, "#2a4050")
    for index in range(6):
        s.area(
            [
                (676 + index * 12, 632 - index % 3 * 9),
                (716 + index * 10, 624 - index % 3 * 9),
                (722 + index * 10, 636),
                (680 + index * 12, 638),
            ],
            "#fffaf0",
        )
    queue = [
        ("hijab", "robe", "#2f6f74"),
        ("short", "suit", "#3a4a6b"),
        ("curly", "trousers", "#c9763a"),
        ("bun", "skirt", "#7a3a52"),
        ("cap", "trousers", "#56704a"),
    ]
    for index, (head, wear, top) in enumerate(queue):
        person(
            s,
            70 + index * 112,
            860 - index * 12,
            350 - index * 14,
            Person(
                skin=SKINS[(index * 2 + 1) % 6],
                top=top,
                wear=wear,
                head=head,
                cloth="#f0e2c4",
                bottom="#33384a",
                beard=index == 4,
            ),
            "stand" if index % 2 else "relaxed",
            rim="#fff0c8",
        )
    person(
        s,
        690,
        800,
        300,
        Person(skin="#6a4029", top="#e0b040", head="tail", bottom="#2f4a6b", hair="#17110f"),
        "point",
        rim="#fff0c8",
    )


@scene
def students_square(s: Sheet) -> None:
    """Young people on the steps under plane trees."""
    sky(s, ["#8fc6dc", "#dfeee0", "#fdf0cc"], 480)
    x = -30.0
    for index in range(9):
        wide = s.chance.uniform(150, 210)
        house(
            s,
            x,
            500,
            wide,
            s.chance.uniform(260, 380),
            ("#ecc79a", "#e0a57e", "#f0dcb4", "#d99a7a", "#e8cfa8")[index % 5],
            "#b5624a",
            columns=3,
            floors=4,
            shutter=("#5a8a7c", "#4a7f98", "#7a8a5a")[index % 3],
            shade="#5a4a7a",
        )
        x += wide - 4
    s.box(-10, 496, 1460, 100, along((0, 496), (0, 596), ("#e6cfa4", "#cfae80")))
    for x, height in ((190, 560), (620, 600), (1080, 590), (1390, 540)):
        tree(s, x, 620, height, "#4f7f4a", "#8a6f56", "#c2d07a", 0.5)
    for row in range(7):
        y = 596 + row * 54
        s.box(-10, y, 1460, 56, along((0, y), (0, y + 56), ("#f0dcb6", "#dcc096", "#b5926c")))
        s.box(-10, y, 1460, 9, "#fbeccb")
        for _ in range(10):
            spot = s.chance.uniform(0, 1440)
            s.oval(spot, y + 30, s.chance.uniform(40, 130), 8, "#8a6a5a22", 6)
    for _ in range(26):
        s.oval(
            s.chance.uniform(0, 1440),
            s.chance.uniform(600, 940),
            s.chance.uniform(30, 90),
            s.chance.uniform(6, 16),
            "#5a4a6a2e",
            5,
        )
    for x, flip in ((1240, False), (1310, False), (1375, True)):
        bicycle(s, x, 700, 150, ("#c2512f", "#2f6f8c", "#3f7d55")[x % 3], flip)
    seats = [
        (150, 706, "hijab", "#2f7f7c", 0),
        (260, 706, "curly", "#e0a03a", 1),
        (430, 812, "tail", "#c2512f", 0),
        (545, 812, "short", "#39597f", 1),
        (665, 812, "long", "#7a4a72", 0),
        (880, 706, "curly", "#d96a4a", 1),
        (980, 706, "short", "#4a7a5a", 0),
        (1090, 866, "bun", "#e9c34c", 1),
        (310, 920, "hijab", "#8a4a5a", 0),
    ]
    for x, y, head, top, flip in seats:
        person(
            s,
            x,
            y,
            250,
            Person(
                skin=s.chance.choice(SKINS),
                top=top,
                bottom=s.chance.choice(("#2f3f63", "#4a4a52", "#5a3a34")),
                head=head,
                cloth="#f0dcb8",
                sleeve=None if head == "hijab" else "short",
                shoes="#f3ead8",
            ),
            "sit",
            bool(flip),
            rim="#fff4d4",
        )
    for x, y, head, top, pose in (
        (780, 720, "short", "#2a5a80", "walk"),
        (1180, 900, "long", "#c9763a", "speak"),
        (60, 900, "cap", "#4a6a4a", "relaxed"),
    ):
        person(
            s,
            x,
            y,
            250 if y < 800 else 290,
            Person(
                skin=s.chance.choice(SKINS),
                top=top,
                head=head,
                bottom="#39405a",
                sleeve="short",
                shoes="#f3ead8",
            ),
            pose,
            rim="#fff4d4",
        )
    birds(s, [(520, 700, 20), (540, 690, 16)], "#6a5a52")


@scene
def central_bank_building(s: Sheet) -> None:
    """Six columns, a clock and a passing tram."""
    sky(s, ["#5f93b5", "#a9c8cc", "#f0e2c0"], 640)
    clouds(s, 0, 420, ["#93b3c2", "#d3dcd2", "#fbf3df"], cover=0.48)
    for x, wide, tall in ((-40, 240, 420), (1240, 260, 460)):
        house(s, x, 720, wide, tall, "#c9a98a", "#8f5a4a", columns=3, floors=5, shade="#3a3a62")
    stone, light, shade = "#d3c2a2", "#fff1d2", "#4d4a66"
    s.box(-10, 715, 1460, 90, ("#b5a89a", "#9a8f86"))
    s.box(190, 330, 1060, 400, along((190, 0), (1250, 0), (light, stone, "#a3937f")))
    for column in range(2):
        for side in (216, 1086):
            left = side + column * 76
            for top in (400, 540):
                s.box(left, top, 46, 96, (darker("#4a5a70", 0.2), "#7a8fa0"))
                s.stroke(box(left, top, 46, 96), lighter(stone, 0.4), 5)
    for course in range(13):
        s.line([(190, 340 + course * 30), (1250, 340 + course * 30)], "#8a795e33", 2)
    colonnade(s, 380, 730, 680, 370, 6, stone, shade, light)
    s.area([(340, 322), (1100, 322), (720, 178)], (lighter(stone, 0.4), stone))
    s.area([(420, 308), (1020, 308), (720, 198)], mix(stone, shade, 0.25))
    s.oval(720, 262, 42, 42, "#8a7452")
    s.oval(720, 262, 36, 36, "#fdf6e4")
    s.line([(720, 238), (720, 262), (738, 270)], "#2a2a3a", 5)
    for mark in range(12):
        turn = mark * math.pi / 6
        s.oval(720 + math.sin(turn) * 30, 262 - math.cos(turn) * 30, 2.2, 2.2, "#2a2a3a")
    s.box(680, 500, 80, 230, ("#3a2c2c", "#5a4034"))
    s.line([(720, 500), (720, 730)], "#caa25a", 3)
    steps(s, 340, 726, 760, 5, 14, stone, shade)
    s.box(-10, 792, 1460, 190, along((0, 792), (0, 960), ("#9a8f86", "#6f6870", "#4a4658")))
    for y in (866, 926):
        s.line([(-20, y), (1460, y)], "#d9d0c0", 4)
    crowd(s, 60, 1400, 800, 112, 13, STREET, rim="#fff0d0aa")
    tram(s, 960, 930, 820, "#c9402f")
    s.line([(-20, 606), (1460, 622)], "#2c2c3a", 2.4)


@scene
def tram_night(s: Sheet) -> None:
    """A yellow tram along the sea front, lights on wet rails."""
    sky(s, ["#0c1638", "#1f2f66", "#4a4a86", "#8a6a92"], 520)
    stars(s, 300, 110)
    clouds(s, 160, 480, ["#1c2a5a", "#3f4680", "#7a6a96"], cover=0.42, size=(760, 100))
    skyline(s, 500, ["#1a2450", "#232c5c", "#141d42"], 120, "#ffcf7a", 0.7)
    s.box(-10, 498, 1460, 80, along((0, 498), (0, 558), ("#2a3c72", "#16224c")))
    for index in range(40):
        x = s.chance.uniform(0, 1420)
        s.line([(x, 504 + index), (x + s.chance.uniform(10, 60), 504 + index)], "#ffd89a44", 2)
    s.box(-10, 572, 1460, 100, along((0, 572), (0, 672), ("#4a4a74", "#2a2f5a")))
    for x, height in ((130, 360), (360, 330), (1300, 420)):
        palm(s, x, 600, height, "#0f2340", "#2f5a60", s.chance.uniform(-0.06, 0.1))
    s.box(-10, 556, 1460, 24, ("#5a5578", "#2f2f55"))
    for x in range(0, 1440, 60):
        s.line([(x, 558), (x, 516)], "#1a2148", 4)
    s.line([(-10, 516), (1450, 516)], "#1a2148", 5)
    for x in (40, 480, 1180):
        street_lamp(s, x, 640, 330, "#141a3a", "#ffd58a", 0.85)
    tram(s, 860, 660, 860, "#f0b52c", "#ffe6a8", heads=7)
    s.glow(1290, 596, 260, "#fff2c8", 0.9)
    s.line([(-10, 336), (1450, 330)], "#0a1030", 3)
    for y in (664,):
        s.box(-10, y, 1460, 8, "#0f1636")
    s.box(-10, 668, 1460, 300, along((0, 668), (0, 960), ("#1c2450", "#121a40", "#080e28")))
    water(s, 668, "#0a1230", rough=0.3, mirror=0.9, scale=2.4)
    s.box(-10, 668, 1460, 300, along((0, 668), (0, 960), ("#10183c55", "#0a123088")))
    for start, end in (((-60, 720), (1500, 700)), ((-60, 806), (1500, 770))):
        s.line([start, end], "#3a4478", 9)
        s.line([start, end], "#ffd898", 3)
    person(
        s,
        300,
        742,
        190,
        Person(top="#1d2a52", wear="coat", head="hat", cloth="#2a2f58"),
        "walk",
        rim="#ffd898",
    )
    s.area(
        [(288, 746), (318, 746), (340, 900), (270, 900)],
        along((0, 746), (0, 900), ("#060b22aa", "#060b2200")),
    )
    with s.at(330, 590, 1):
        s.blob([(-66, 0), (-50, -36), (0, -54), (50, -36), (66, 0), (0, -10)], ("#b5473a", "#6a2432"))
        s.line([(0, -52), (-22, 40)], "#141a3a", 4)


@scene
def bus_night(s: Sheet) -> None:
    """A night bus waits at an empty stop."""
    s.wash(along((0, 0), (0, 960), ("#070d22", "#13203f", "#22365a", "#0c162e")))
    stars(s, 260, 90)
    for x, wide, tall in ((-30, 230, 520), (190, 180, 440), (1000, 220, 500), (1210, 260, 580)):
        house(
            s,
            x,
            690,
            wide,
            tall,
            "#1f3050",
            "#16203c",
            glass="#16233f",
            lamp="#ffce7a",
            lit_share=0.16,
            columns=3,
            floors=6,
            shade="#050a1a",
        )
    s.box(-10, 690, 1460, 300, along((0, 690), (0, 960), ("#1d2c4a", "#142038", "#0a1224")))
    s.glow(560, 520, 620, "#ffdf9a", 0.4)
    bus(s, 560, 800, 820, "#1f7f8c", ("#fff1c4", "#ffe09a"))
    s.oval(922, 596, 15, 18, "#4a3434")
    s.blob([(898, 668), (904, 626), (922, 614), (942, 626), (948, 668)], "#26384f")
    s.line([(944, 640), (962, 632)], "#1c2438", 5)
    for x in (330, 470):
        s.oval(x, 596, 17, 20, "#4a3434")
        s.blob([(x - 30, 652), (x - 22, 622), (x, 612), (x + 22, 622), (x + 30, 652)], "#39506b")
    s.box(1120, 470, 12, 350, "#33455f")
    s.box(1330, 470, 12, 350, "#33455f")
    s.box(1096, 456, 270, 18, ("#4a6080", "#2a3a55"), 6)
    s.box(1120, 480, 216, 250, along((1120, 480), (1336, 730), ("#a8d0dc3c", "#6f9fb81e", "#a8d0dc2e")))
    s.box(1150, 730, 170, 14, "#8a5a3a", 4)
    s.box(1150, 744, 8, 70, "#33455f")
    s.box(1310, 744, 8, 70, "#33455f")
    s.glow(1228, 480, 300, "#dff4ff", 0.6)
    s.oval(1058, 420, 26, 26, "#1f7f8c")
    s.oval(1058, 420, 18, 18, "#f3f0de")
    s.line([(1058, 446), (1058, 820)], "#33455f", 7)
    with s.layer(blend="Screen"):
        s.area(
            [(966, 724), (984, 748), (1440, 860), (1440, 790)],
            along((970, 0), (1440, 0), ("#fff2c0aa", "#fff2c000")),
        )
        for x in range(180, 860, 126):
            s.area(
                [(x, 806), (x + 108, 806), (x + 130, 930), (x - 22, 930)],
                along((0, 806), (0, 930), ("#ffe2a055", "#ffe2a000")),
            )
    s.box(-10, 816, 1460, 8, "#0a1226")


@scene
def newsroom_desk(s: Sheet) -> None:
    """A desk at night, the harbour beyond the window."""
    s.wash(along((0, 0), (0, 960), ("#1b2238", "#262d48", "#1a1f33")))
    s.box(120, 50, 1200, 500, along((0, 50), (0, 550), ("#0e1a3c", "#2a3a70", "#6a5a88", "#c98a7a")))
    with s.inside(box(120, 50, 1200, 500)):
        skyline(s, 470, ["#19224a", "#212a56", "#141b3e"], 110, "#ffcf7a", 0.75)
        for _ in range(100):
            y = 474 + s.chance.random() * 80
            x = s.chance.uniform(120, 1300)
            s.line([(x, y), (x + s.chance.uniform(6, 40), y)], "#ffd08a66", 2)
    for x in (120, 520, 920, 1320):
        s.box(x - 9, 40, 18, 520, "#11172c")
    s.box(110, 40, 1220, 16, "#11172c")
    s.box(110, 544, 1220, 22, "#2f3552")
    s.area(
        [(-20, 640), (1460, 640), (1460, 980), (-20, 980)],
        along((0, 640), (0, 960), ("#8d5c3c", "#6f4530", "#3f2822")),
    )
    for x, wide, tall, tone in ((330, 400, 260, "#dfe9ea"), (770, 330, 220, "#f3ead4")):
        s.box(x, 640 - tall - 60, wide, tall, "#0d1222", 14)
        s.box(x + 12, 652 - tall - 60, wide - 24, tall - 26, (tone, mix(tone, "#8fb4c4", 0.5)), 6)
        s.box(x + wide / 2 - 20, 576, 40, 74, "#161c30")
        s.box(x + wide / 2 - 90, 640, 180, 16, "#1c2238", 8)
        s.glow(x + wide / 2, 470, 300, "#cfe9f2", 0.35)
    s.box(352, 346, 230, 120, ("#2f6f8c", "#c98a6a"), 4)
    for row in range(8):
        s.line([(600, 352 + row * 18), (700 - row % 3 * 16, 352 + row * 18)], "#6a7a84", 6)
    for row in range(4):
        s.line([(352, 486 + row * 17), (690 - row * 40, 486 + row * 17)], "#8a979c", 6)
    for row in range(9):
        s.line(
            [(800, 390 + row * 19), (1070 - (row * 37) % 90, 390 + row * 19)],
            "#a89878" if row else "#4a3c30",
            6 if row else 12,
        )
    s.area([(420, 700), (760, 700), (790, 770), (390, 770)], ("#2a3048", "#171b2e"))
    for row in range(4):
        for key in range(12):
            s.box(428 + key * 28 - row * 6, 706 + row * 16, 22 + row, 11, "#4a526e", 2)
    with s.at(980, 800, 1, -8):
        s.area([(-170, -70), (10, -60), (10, 70), (-190, 60)], ("#fdf6e2", "#e0d0aa"))
        s.area([(10, -60), (180, -76), (200, 54), (10, 70)], ("#f3e8c8", "#cdbb92"))
        for row in range(6):
            s.line([(-150 - row * 2, -46 + row * 18), (-20, -40 + row * 18)], "#3f5a7a88", 3, soft=True)
            s.line([(30, -42 + row * 18), (160 - row * 12, -56 + row * 18)], "#3f5a7a88", 3)
        s.line([(60, 40), (190, -30)], "#c2512f", 9)
    for index, tint in enumerate(("#2f6f74", "#c98a2b", "#8a3d4a", "#d8c8a8")):
        s.box(
            120 + index * 4,
            760 - index * 26,
            210 - index * 12,
            26,
            (lighter(tint, 0.15), darker(tint, 0.25)),
            3,
        )
    s.oval(250, 864, 56, 20, "#2a1a16")
    s.box(204, 800, 92, 66, ("#e9dcc2", "#a8926e"), 14)
    s.oval(250, 802, 46, 14, "#3a2219")
    s.line([(1210, 650), (1250, 470), (1150, 380)], "#d9a441", 11)
    s.oval(1210, 654, 74, 16, "#b57f2c")
    s.area([(1090, 330), (1190, 370), (1150, 450), (1030, 420)], ("#3a8a7a", "#1c4f4a"))
    s.area([(1030, 420), (1150, 450), (1144, 462), (1026, 430)], "#fff2c0")
    s.glow(1080, 470, 420, "#ffd98a", 0.85)
    s.area(
        [(1030, 430), (1150, 460), (1290, 800), (790, 800)],
        along((1080, 440), (1050, 800), ("#ffe6a855", "#ffe6a800")),
    )


@scene
def clinic(s: Sheet) -> None:
    """A clinic's door at night, one bicycle outside."""
    s.wash(along((0, 0), (1440, 0), ("#1b2c48", "#243a58", "#16233c")))
    for row in range(14):
        for column in range(13):
            x, y = column * 118 - (row % 2) * 59, row * 60
            s.box(x + 2, y + 2, 114, 56, mix("#2a4564", "#1c304c", s.chance.random()), 3)
    s.area(
        [(-20, 800), (1460, 800), (1460, 980), (-20, 980)], along((0, 800), (0, 960), ("#2c3c58", "#182338"))
    )
    s.shape(arch(540, 200, 380, 610), ("#6a4a38", "#4a3228"))
    s.shape(arch(566, 228, 328, 580), ("#fff2c8", "#ffd98a", "#f0b060"))
    s.line([(730, 240), (730, 806)], "#8a5c3a", 8)
    for x in (566, 737):
        s.line([(x, 560), (x + 157, 560)], "#8a5c3a", 7)
    with s.inside(arch(566, 228, 328, 580)):
        person(
            s,
            650,
            806,
            330,
            Person(skin="#8f5a3c", top="#e9f3f0", bottom="#8fc0b8", head="bun", wear="coat"),
            "read",
            shade="#8a5a2c44",
        )
        person(
            s,
            810,
            806,
            250,
            Person(skin="#b97c54", top="#7a4a5a", head="hijab", wear="robe", cloth="#c9a878"),
            "relaxed",
            True,
            shade="#8a5a2c55",
        )
    s.line([(730, 240), (730, 806)], "#8a5c3a", 8)
    s.glow(730, 520, 640, "#ffca7a", 0.62)
    with s.layer(blend="Screen"):
        s.area(
            [(560, 806), (900, 806), (1120, 970), (340, 970)],
            along((0, 806), (0, 970), ("#ffdf9a99", "#ffdf9a11")),
        )
    s.box(1030, 250, 130, 130, ("#1f3a34", "#14282a"), 18)
    s.box(1078, 272, 34, 86, "#5ff0a4", 4)
    s.box(1052, 298, 86, 34, "#5ff0a4", 4)
    s.glow(1095, 315, 230, "#4be596", 0.8)
    window(s, 160, 320, 200, 260, ("#ffe6a4", "#f2bb6a"), "#5a4234")
    s.line([(260, 320), (260, 580)], "#5a4234", 7)
    s.glow(260, 450, 240, "#ffca7a", 0.35)
    pot(s, 470, 822, 120, "#a85a3a", "#2a5a4a", "#7fae6a")
    pot(s, 985, 822, 100, "#a85a3a", "#2a5a4a", "#8fb86a")
    bicycle(s, 1200, 850, 250, "#e2733a")
    for side in (-1, 1):
        s.box(530 if side < 0 else 906, 300, 26, 60, "#caa25a", 4)


@scene
def classroom(s: Sheet) -> None:
    """An empty schoolroom with the sea outside."""
    s.wash(along((0, 0), (1440, 0), ("#f3e3bd", "#e6cb9a", "#c4a077")))
    s.box(-10, 420, 1460, 190, along((0, 0), (1440, 0), ("#7fa79a", "#6a9088", "#4f706e")))
    s.area(
        [(-20, 610), (1460, 610), (1460, 980), (-20, 980)],
        along((0, 610), (0, 960), ("#cfa878", "#a97f54", "#7a563a")),
    )
    s.box(90, 120, 560, 290, ("#2c4f48", "#1f3a38"), 4)
    s.stroke(box(90, 120, 560, 290, 4), "#9a6a40", 16)
    s.line([(140, 330), (230, 250), (320, 300), (420, 200), (520, 240)], "#f3efe0aa", 5)
    s.stroke(oval(560, 210, 40, 40), "#f3efe088", 4)
    s.line([(150, 180), (300, 180)], "#f3efe077", 5)
    s.line([(150, 205), (260, 205)], "#f3efe055", 5)
    s.box(120, 418, 500, 12, "#8a5a36")
    for x in (780, 1110):
        s.box(x, 90, 260, 360, along((0, 90), (0, 450), ("#8fd0e6", "#dff0e4")))
        with s.inside(box(x, 90, 260, 360)):
            s.box(x, 300, 260, 160, along((0, 300), (0, 450), ("#2f95b5", "#1a6f96")))
            for _ in range(24):
                left, y = s.chance.uniform(x, x + 240), s.chance.uniform(306, 440)
                s.line([(left, y), (left + s.chance.uniform(8, 40), y)], "#e9fbf688", 2)
            s.area([(x + 120, 300), (x + 150, 240), (x + 152, 300)], "#ffffff")
        s.stroke(box(x, 90, 260, 360), "#fdf6e4", 16)
        s.line([(x + 130, 90), (x + 130, 450)], "#fdf6e4", 10)
        with s.layer(blend="Screen", blur=9):
            s.area(
                [(x, 100), (x + 260, 100), (x - 60, 960), (x - 420, 960)],
                along((x, 100), (x - 200, 960), ("#fff2c877", "#fff2c833", "#fff2c800")),
            )
    for row in range(3):
        scale = 1 + row * 0.55
        y = 690 + row * 105
        for column in range(4):
            x = 720 + (column - 1.5) * 330 * scale * 0.82 - 40
            with s.at(x, y, scale):
                s.area([(-92, -50), (88, -50), (100, -26), (-104, -26)], ("#e0a868", "#bd8047"))
                s.box(-104, -26, 204, 9, "#8a5a36")
                for leg in (-90, 82):
                    s.line([(leg, -20), (leg, 34)], "#5a4a44", 5)
                s.area([(-80, -14), (70, -14), (78, 2), (-88, 2)], "#c98d52")
                if (row + column) % 3 == 0:
                    s.area([(-40, -46), (6, -46), (10, -32), (-42, -32)], "#fff8e6")
                    s.line([(20, -40), (52, -36)], "#c2512f", 3)
    with s.at(640, 560):
        s.oval(0, -50, 44, 44, around((-14, -64), 60, ("#8fd0e6", "#2f7fa8", "#174a70")))
        s.blob([(-26, -70), (-4, -82), (10, -60), (-10, -40)], "#c9b06a")
        s.line([(0, -6), (0, 24)], "#8a5a36", 6)
        s.box(-30, 22, 60, 8, "#8a5a36", 4)


@scene
def old_town_street(s: Sheet) -> None:
    """A narrow street of balconies running down to the sea."""
    sky(s, ["#4a9fd0", "#a9d8e4", "#f0f2dc"], 560)
    s.box(560, 480, 320, 130, along((0, 480), (0, 610), ("#2f97bd", "#1a6f9a")))
    for _ in range(34):
        x, y = s.chance.uniform(580, 860), s.chance.uniform(486, 600)
        s.line([(x, y), (x + s.chance.uniform(6, 26), y)], "#e9fbfa88", 2)
    s.area([(700, 500), (722, 446), (724, 500)], "#ffffff")
    s.area(
        [(600, 600), (850, 600), (1700, 980), (-260, 980)],
        along((0, 600), (0, 960), ("#e6cfa2", "#cdae80", "#9a7a5c")),
    )
    for row in range(16):
        y = 604 + row**1.7 * 3.4
        s.line([(600 - (y - 600) * 1.25, y), (850 + (y - 600) * 1.25, y)], "#8a6a4a44", 2 + row * 0.12)
    walls = ("#e8b083", "#f0cfa0", "#d98f76", "#f3dcb8", "#dba27c")
    for side in (-1, 1):
        for index in range(5):
            far, near = 640 - 128 * 0 - index * 132, 640 - (index + 1) * 132
            xs = [720 + side * (720 - value) for value in (far, near)] if side > 0 else [far - 20, near - 20]
            if side > 0:
                xs = [1440 - (far - 20), 1440 - (near - 20)]
            foot = [604 + (640 - value) * 0.62 for value in (far, near)]
            head = [250 - (640 - value) * 0.5 for value in (far, near)]
            wall = walls[(index + (side > 0) * 2) % 5]
            tone = mix(wall, "#5a4a7a", 0.34 if side > 0 else 0.02)
            face = polygon([(xs[0], foot[0]), (xs[0], head[0]), (xs[1], head[1]), (xs[1], foot[1])])
            s.shape(face, along((xs[0], 0), (xs[1], 0), (darker(tone, 0.1), lighter(tone, 0.12))))
            scale = 0.5 + index * 0.2
            for floor in range(3):
                share = 0.22 + floor * 0.28
                middle = (xs[0] + xs[1]) / 2
                top = (head[0] + head[1]) / 2 + ((foot[0] + foot[1]) / 2 - (head[0] + head[1]) / 2) * share
                wide, tall = 44 * scale * 1.1, 92 * scale
                window(
                    s,
                    middle - wide / 2,
                    top - tall / 2,
                    wide,
                    tall,
                    ("#2c3f54", "#6a8492"),
                    lighter(tone, 0.4),
                    shutter=("#2f7f8c", "#4a7f5a", "#3f6f9a")[(index + floor) % 3],
                )
                s.box(middle - wide * 1.1, top + tall / 2, wide * 2.2, 7 * scale, darker(tone, 0.35))
                for bar in range(9):
                    x = middle - wide * 1.05 + bar * wide * 0.26
                    s.line([(x, top + tall / 2), (x, top + tall * 0.1)], "#2a2838", 1.6 * scale)
                s.line(
                    [(middle - wide * 1.1, top + tall * 0.1), (middle + wide * 1.1, top + tall * 0.1)],
                    "#2a2838",
                    2.4 * scale,
                )
                if (index + floor) % 2:
                    for plant in (-0.7, 0, 0.7):
                        pot(
                            s,
                            middle + wide * plant,
                            top + tall / 2,
                            34 * scale,
                            "#b5623f",
                            "#3f7048",
                            "#d95a6a" if floor == 1 else "#9fc06a",
                        )
    for y, left, right, sag in ((210, 420, 1010, 34), (330, 500, 930, 26)):
        s.line([(left, y), (715, y + sag), (right, y)], "#4a4048", 2.4, soft=True)
        for index in range(8):
            x = left + 50 + index * (right - left - 90) / 8
            share = (x - left) / (right - left)
            top = y + sag * 4 * share * (1 - share) * 0.92
            tint = ("#f4ead2", "#d95a3a", "#3f86a8", "#f0c04c", "#fdf6e6", "#b5475a", "#6fa58a", "#f4ead2")[
                index
            ]
            drop = s.chance.uniform(40, 76)
            s.area(
                [(x, top), (x + 40, top + 2), (x + 42, top + drop), (x - 2, top + drop - 3)],
                (lighter(tint, 0.2), darker(tint, 0.12)),
            )
    person(
        s,
        690,
        690,
        110,
        Person(skin="#d9a27a", top="#c2512f", wear="skirt", bottom="#3a3a5a", head="hat", cloth="#f3e2b8"),
        "walk",
        rim="#fff4d4",
    )
    person(
        s,
        800,
        790,
        190,
        Person(skin="#b97c54", top="#3f6f6a", head="cap", cloth="#e9dcc0", beard=True, hair="#8f8a86"),
        "stride",
        True,
        rim="#fff4d4",
    )
    with s.at(470, 850, 1.2):
        s.blob(
            [
                (-40, 0),
                (-34, -34),
                (0, -44),
                (26, -40),
                (40, -62),
                (54, -62),
                (54, -40),
                (44, -26),
                (40, 0),
                (30, 0),
                (24, -18),
                (-20, -18),
                (-28, 0),
            ],
            "#2a2430",
        )
        s.line([(-36, -30), (-66, -50), (-60, -74)], "#2a2430", 6, soft=True)
