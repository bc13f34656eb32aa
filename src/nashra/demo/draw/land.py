"""Hills, fields, deserts, rivers and animals."""

import math

import skia

from nashra.demo.draw.canvas import Sheet, along, around, box, oval, polygon, smooth
from nashra.demo.draw.colour import darker, fade, lighter, mix
from nashra.demo.draw.figures import Person, crowd, person
from nashra.demo.draw.nature import birds, clouds, cypress, palm, ranges, ridge, sky, spray, sun, tree, water
from nashra.demo.draw.scenes import scene
from nashra.demo.draw.things import digger, lorry, rubble, stars, stone
from nashra.demo.draw.town import arch, house, skyline

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
        s.area([*crest, (1500, 1000), (-40, 1000)], along((0, y - 20), (0, y + 90), (lighter(tone, 0.22), tone, darker(tone, 0.2))))
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
    net = smooth([(130, 760), (420, 690), (800, 684), (1180, 700), (1380, 780), (1250, 890), (800, 920), (340, 900)])
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
    person(s, 330, 880, 420, Person(skin="#b97c54", top="#b5533a", bottom="#39495f", head="hat", cloth="#efdca8"), "cheer", rim="#fff0c4")
    s.line([(336, 480), (520, 220)], "#c9a468", 8)
    person(s, 1090, 880, 410, Person(skin="#8f5a3c", top="#2f6f7c", wear="skirt", bottom="#6a4a5a", head="hijab", cloth="#e9c878"), "point", True, rim="#fff0c4")
    s.line([(960, 560), (820, 250)], "#c9a468", 8)
    for x, y, size in ((560, 900, 1.0), (1280, 920, 1.25)):
        with s.at(x, y, size):
            s.blob([(-74, -70), (74, -70), (58, 0), (-58, 0)], ("#d9a860", "#8a5f30"))
            for row in range(4):
                s.line([(-70 + row * 4, -58 + row * 15), (70 - row * 4, -58 + row * 15)], "#6a4524", 4)
            for _ in range(60):
                s.oval(s.chance.uniform(-62, 62), -74 + s.chance.uniform(-14, 8), 10, 8, s.chance.choice(("#3a3046", "#6c7a3a", "#503c58")))


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
            quad = [(x0 + 4, y0 + 3), (x1 - 4, y0 + 3), (720 + (column - 4) * 210 * low - 4, y1 - 3), (720 + (column - 5) * 210 * low + 4, y1 - 3)]
            wet = s.chance.random() < 0.34
            tint = s.chance.choice(("#8fc0b4", "#a9d4cc", "#bfe0d6")) if wet else s.chance.choice(("#6fa544", "#85b54e", "#9cc55a", "#5a9240", "#b4cf66"))
            s.area(quad, (lighter(tint, 0.18), tint))
            if not wet:
                for index in range(6):
                    share = index / 6
                    s.line([(quad[0][0] + (quad[1][0] - quad[0][0]) * share, quad[0][1]), (quad[3][0] + (quad[2][0] - quad[3][0]) * share, quad[3][1])], "#3f7a2e44", 2 + row * 0.4)
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
        for index in range(60):
            share = s.chance.random()
            y = 70 + share**1.6 * 930
            x = 690 + math.sin(share * 8.4 + 0.4) * (60 + 330 * share) + s.chance.uniform(-60, 60) * (0.1 + share)
            s.line([(x, y), (x + 10 + 50 * share, y + 2)], "#f3fbf488", 1 + share * 3)
    s.blob([(930, 560), (1030, 540), (1180, 570), (1330, 600), (1400, 680), (1240, 700), (1090, 660), (960, 620)], along((930, 0), (1400, 0), ("#5fa4a8dd", "#c9b47acc", "#d9c88a55")), 8)
    s.blob([(900, 560), (960, 556), (1000, 590), (950, 620), (896, 606)], "#3f8f9a", 3)
    for x, y in ((892, 548), (900, 628)):
        s.oval(x, y, 26, 15, "#8a6f44")
    for x, y, size in ((380, 520, 60), (1120, 330, 40), (240, 760, 90)):
        for _ in range(5):
            s.oval(x + s.chance.uniform(-size, size), y + s.chance.uniform(-0.3, 0.3) * size, size * 0.3, size * 0.24, s.chance.choice(("#2f6a38", "#3f7f40")))
        house(s, x - size * 0.3, y + size * 0.3, size * 0.8, size * 0.4, "#f3e2bc", "#b5623f", columns=2, floors=1)
    for x, y, size in ((980, 590, 34), (1050, 612, 34)):
        person(s, x - 90, y - 26, size * 1.6, Person(top="#c2512f", head="hat", cloth="#f3e2b0"), "pull")
    birds(s, [(500, 330, 34), (545, 350, 26), (590, 325, 22), (470, 360, 20)], "#ffffff")


@scene
def highland_glacier(s: Sheet) -> None:
    """The last glacier under high peaks, a terraced town below."""
    sky(s, ["#2a5f9a", "#6fa6c9", "#d3e2e0"], 600)
    clouds(s, 40, 380, ["#a9c4d9", "#e2ebe9", "#ffffff"], cover=0.36)
    for peaks, tone, light in (
        ([(-60, 560), (120, 330), (260, 400), (430, 220), (600, 380), (760, 260), (980, 420), (1180, 300), (1500, 540)], "#8fa3b8", "#dfe7ea"),
        ([(-60, 700), (200, 470), (420, 330), (640, 120), (820, 300), (960, 240), (1190, 430), (1500, 620)], "#5f6f88", "#f3f5f2"),
    ):
        body = polygon([*peaks, (1500, 1000), (-60, 1000)])
        s.shape(body, along((0, 150), (0, 800), (lighter(tone, 0.2), tone, darker(tone, 0.25))))
        with s.inside(body):
            for px, py in peaks[1:-1]:
                s.area([(px, py), (px + 220, py + 420), (px + 30, py + 420), (px - 20, py + 200)], fade(darker(tone, 0.5), 0.45))
                s.area([(px, py - 4), (px + 46, py + 76), (px + 12, py + 60), (px - 8, py + 96), (px - 34, py + 62), (px - 66, py + 88)], light)
    ice = smooth([(600, 250), (690, 240), (740, 330), (720, 430), (780, 520), (760, 610), (690, 640), (640, 560), (650, 460), (590, 360)])
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
        crest = [(x, y + 16 * math.sin(x / 200 + row) + abs(x - 740) * -0.06 + 20) for x in range(-40, 1500, 40)]
        s.area([*crest, (1500, 1000), (-40, 1000)], (lighter(tone, 0.2), tone, darker(tone, 0.2)))
        s.line(crest, fade("#f3e6b4", 0.5), 3)
        for _ in range(16):
            x = s.chance.uniform(0, 1400)
            if 660 < x < 830:
                continue
            size = 40 + row * 8
            foot = y + 16 * math.sin(x / 200 + row) + abs(x - 740) * -0.06 + 22
            if s.chance.random() < 0.72:
                house(s, x, foot, size, size * 0.8, s.chance.choice(("#f3e6cc", "#e0a27a", "#d9b48a", "#c9785a")), s.chance.choice(("#a4523c", "#8a4a44")), columns=2, floors=2, shade="#3a3a62")
            else:
                cypress(s, x, foot, size * 1.5, "#3f5a3f", "#8fa35f")
    s.line([(740, 700), (716, 790), (760, 870), (730, 970)], "#a9dbe2", 12, soft=True)


@scene
def dam_reservoir(s: Sheet) -> None:
    """A curved dam and a low reservoir, old water lines on the rock."""
    sky(s, ["#4f8fc0", "#a9cedb", "#f3ecce"], 330)
    ranges(s, 330, [150, 90], "#bfb09a", "#a98f6c", 20)
    bowl = smooth([(-60, 300), (300, 330), (720, 310), (1150, 330), (1500, 290), (1500, 700), (1100, 640), (720, 660), (300, 640), (-60, 720)])
    s.shape(bowl, along((0, 300), (0, 680), ("#d9bf94", "#c29a68")))
    with s.inside(bowl):
        for index in range(15):
            y = 340 + index * 15
            s.line([(-40, y + 30), (300, y + 6), (720, y), (1150, y + 6), (1480, y + 26)], mix("#f6e6c4", "#a97f54", index / 15), 6, soft=True)
    lake = smooth([(60, 620), (260, 540), (500, 500), (740, 492), (980, 506), (1230, 548), (1400, 620), (1100, 700), (400, 700)])
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
            s.line([(-60, y - 40), (240, y - 12), (560, y + 8), (900, y + 8), (1220, y - 12), (1500, y - 44)], "#6a605833", 2.4, soft=True)
        for x in (620, 720, 820):
            s.box(x - 22, 800, 44, 54, "#4a4a58", 8)
            s.blob([(x - 16, 846), (x + 16, 846), (x + 46, 1010), (x - 46, 1010)], along((0, 846), (0, 1000), ("#ffffff", "#dff0f099", "#ffffff44")), 3)
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
        mesa = polygon([(x, 480), (x + wide * 0.1, 470 - tall * 0.5), (x + wide * 0.16, 470 - tall), (x + wide * 0.8, 470 - tall * 0.96), (x + wide * 0.88, 470 - tall * 0.45), (x + wide, 480)])
        s.shape(mesa, along((x, 0), (x + wide, 0), (lighter(tone, 0.25), tone, darker(tone, 0.3))))
        with s.inside(mesa):
            for layer in range(6):
                s.line([(x, 470 - tall * layer / 6), (x + wide, 466 - tall * layer / 6)], fade(darker(tone, 0.3), 0.35), 5)
    s.box(-10, 470, 1460, 520, along((0, 470), (0, 960), ("#e9bf7a", "#d99f58", "#b5743c")))
    for row in range(14):
        y = 500 + row * row * 2.6
        s.line([(-20, y), (400, y + 8 * math.sin(row)), (900, y - 6), (1460, y + 5)], "#a8683444", 2 + row * 0.5, soft=True)
    s.area([(960, 476), (974, 476), (520, 980), (40, 980)], along((0, 476), (0, 960), ("#c4ad8c", "#9a8468", "#6f5c48")))
    for row in range(34):
        share = (row / 33) ** 2.1
        y = 478 + share * 500
        left, right = 961 - share * 830, 973 - share * 540
        s.line([(left, y), (right, y)], "#5a4536", 1.4 + share * 15)
    for rail in (0.26, 0.74):
        s.area([(961 + 12 * rail, 476), (962 + 12 * rail, 476), (140 + 300 * rail + 12, 980), (140 + 300 * rail - 12, 980)], ("#f3efe6", "#7f7f86"))

    def train() -> None:
        for index in range(9):
            share = index / 9
            x, y, size = 952 - 12 * 0 - share**1.9 * 250 * 0 + 4, 474, 4
        nose = [(790, 500), (880, 500), (900, 700), (890, 720), (770, 720), (764, 700)]
        s.area([(880, 500), (962, 462), (968, 462), (970, 490), (900, 716)], along((880, 0), (970, 0), ("#8d2f2a", "#c9563a")))
        for window in range(7):
            share = window / 7
            x = 892 + 70 * share
            s.area([(x, 530 - share * 52), (x + 7, 526 - share * 52), (x + 7, 580 - share * 90), (x, 592 - share * 92)], "#ffe9b4")
        s.area(nose, along((764, 0), (900, 0), ("#f0764a", "#d1482f", "#a83428")))
        s.area([(790, 500), (880, 500), (888, 566), (780, 566)], ("#26364a", "#7fa0b0"))
        s.box(764, 620, 136, 22, "#fbf0d6")
        for lamp in (792, 872):
            s.oval(lamp, 668, 13, 13, "#fff8dc")
            s.glow(lamp, 668, 70, "#fff0b8", 0.9)
        s.area([(776, 720), (890, 720), (880, 750), (786, 750)], "#3a2f30")

    s.lit(train, rim="#fff0cc", shift=(-3, -2))
    s.oval(640, 756, 190, 14, "#6a402044", 6)
    for x in range(60, 1440, 190):
        scale = 0.5 + abs(x - 966) / 700
    for x, height in ((1010, 70), (1070, 130), (1190, 240), (1400, 400)):
        base = 476 + (x - 966) * 0.56
        s.line([(x, base), (x, base - height)], "#5a4636", 2 + height * 0.022)
        s.line([(x - height * 0.16, base - height * 0.9), (x + height * 0.16, base - height * 0.9)], "#5a4636", 1.6 + height * 0.014)
    for _ in range(26):
        x, y = s.chance.uniform(0, 1440), s.chance.uniform(560, 950)
        if 200 < x < 930 and y > 500:
            continue
        size = (y - 440) * 0.09
        for _ in range(9):
            s.line([(x, y), (x + s.chance.uniform(-1, 1) * size, y - s.chance.uniform(0.3, 1) * size)], s.chance.choice(("#7f8450", "#a89a5c", "#5f6a44")), 3)


@scene
def mountain_train(s: Sheet) -> None:
    """A small red train on a viaduct between mountains."""
    sky(s, ["#5f9fc4", "#b9d6d9", "#f6e9cc"], 560)
    clouds(s, 60, 430, ["#b4cad3", "#e9ebe2", "#ffffff"], cover=0.42)
    for peaks, tone in (([(-60, 600), (160, 300), (380, 430), (620, 190), (900, 440), (1130, 260), (1500, 560)], "#8fa4b4"), ([(-60, 620), (200, 500), (420, 560), (700, 470), (980, 580), (1230, 430), (1500, 640)], "#6f8a84")):
        s.area([*peaks, (1500, 1000), (-60, 1000)], along((0, 200), (0, 800), (lighter(tone, 0.3), tone, mix(tone, "#c9d3cc", 0.4))))
        for px, py in peaks[1:-1]:
            s.area([(px, py), (px + 160, py + 260), (px + 20, py + 200)], fade(darker(tone, 0.4), 0.35))
    s.haze(430, 760, "#f6efdc", 0.6)
    for side in (0, 1):
        cliff = smooth([(-80, 470), (120, 500), (250, 600), (310, 760), (420, 1020), (-80, 1020)]) if side == 0 else smooth([(1520, 430), (1330, 490), (1220, 600), (1150, 780), (1040, 1020), (1520, 1020)])
        s.shape(cliff, along((0, 480), (0, 960), ("#7f9468", "#5a7454", "#34523f")))
        with s.inside(cliff):
            for _ in range(120):
                x = s.chance.uniform(-40, 420) if side == 0 else s.chance.uniform(1040, 1480)
                y = s.chance.uniform(520, 980)
                cypress(s, x, y, s.chance.uniform(40, 90), "#2f4f3c", "#8fa868")
    s.box(-10, 470, 1460, 24, ("#f3e3c2", "#c9b08a"))
    for index in range(7):
        x = 120 + index * 190
        s.area([(x - 30, 490), (x + 30, 490), (x + 46, 1000), (x - 46, 1000)], along((x - 40, 0), (x + 40, 0), ("#f0dfba", "#c9ae88", "#7f6a62")))
    for index in range(8):
        x = 25 + index * 190
        opening = arch(x - 65, 506, 130, 560)
        top = polygon([(x - 95, 490), (x + 95, 490), (x + 95, 600), (x - 95, 600)])
        s.shape(skia.Op(top, opening, skia.kDifference_PathOp), along((x - 95, 0), (x + 95, 0), ("#e9d4ac", "#bfa27c")))
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
                    s.oval(x, y, size * 1.5, size, s.chance.choice(("#4f7a34", "#6f9a40", "#3f6a30", "#8fae4c")))
    for x in (60, 1400):
        cypress(s, x, 560, 210, "#2f4a34", "#7f9a54")
    house(s, 1120, 470, 150, 80, "#f3dcb0", "#b5583c", columns=3, floors=2)
    person(s, 380, 790, 260, Person(skin="#8f5a3c", top="#c2512f", head="hat", cloth="#f3e2b0", bottom="#3a4a5c"), "bent", rim="#fff0c4")
    person(s, 900, 760, 240, Person(skin="#d9a27a", top="#2f6f8c", wear="skirt", bottom="#5a4a6a", head="hat", cloth="#efd79a"), "carry", True, rim="#fff0c4")
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
def flamingos(s: Sheet) -> None:
    """Flamingos in shallow water at evening."""
    sky(s, ["#6a5f9c", "#b98aae", "#f2a9a0", "#ffd6a4"], 430)
    clouds(s, 10, 380, ["#7f6ca4", "#c98fae", "#f7b3a0", "#ffe0b4"], cover=0.48, size=(680, 100))
    sun(s, 320, 390, 40, "#fff3cf", "#ffb87a")
    ridge(s, 436, 40, "#8a76a4", 420)
    water(s, 430, "#6a5a94", rough=0.5, mirror=0.95, glint="#fff0d0", scale=1.6)
    spots = [(120, 520, 0.42, False, 0), (210, 510, 0.4, True, 1), (300, 524, 0.44, False, 1), (1180, 530, 0.46, True, 0), (1270, 520, 0.42, False, 1), (1060, 540, 0.5, False, 0), (500, 600, 0.7, False, 0), (640, 620, 0.74, True, 1), (860, 640, 0.8, False, 1), (1260, 690, 0.95, True, 0), (260, 760, 1.2, False, 0), (1010, 840, 1.5, True, 1), (620, 880, 1.6, False, 0)]
    for x, y, size, flip, down in spots:
        s.afloat(y, lambda: _flamingo(s, x, y, size, flip, bool(down)), 0.62, 0.8, "#7a5f94")
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
                s.line([(40, -140), (92, -150), (112, -100), (100, -40), (112, -10)], "#f39aa4", 13, soft=True)
                s.oval(112, -10, 12, 10, "#f6a9ae")
                s.blob([(104, -6), (122, -4), (116, 14), (106, 8)], "#3a2a3a")
            else:
                s.line([(40, -140), (86, -160), (70, -210), (56, -250), (84, -276), (104, -268)], "#f39aa4", 13, soft=True)
                s.oval(104, -266, 14, 11, "#f6a9ae")
                s.blob([(112, -268), (132, -256), (128, -238), (116, -252)], "#3a2a3a")
            s.blob([(-74, -110), (-40, -150), (10, -166), (50, -150), (48, -122), (10, -98), (-30, -96)], along((0, -166), (0, -96), ("#ffc9c0", "#f07f92", "#c9567a")))
            s.blob([(-80, -106), (-30, -136), (20, -140), (0, -112), (-40, -98)], "#e0607e")

    s.lit(draw, rim="#fff0dc", shift=(-2.4 if not flip else -2.4, -2))


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
            s.line([(x, y), (x + 12 + 40 * share, y)], fade("#dfecff", s.chance.uniform(0.15, 0.6)), 1.4 + share * 2.4)
    shore = [(-40, 620), (200, 560), (480, 590), (760, 540), (1080, 556), (1480, 500)]
    s.area([*shore, (1480, 1000), (-40, 1000)], along((0, 520), (0, 960), ("#5f7a9c", "#8a93a4", "#6a7288", "#3f4864")))
    for shift, strength in ((0, 0.9), (14, 0.4), (-16, 0.5)):
        s.line([(x, y + shift + 4 * math.sin(x / 40)) for x, y in shore], fade("#f3f8ff", strength), 6 - abs(shift) * 0.16, soft=True)
    for row in range(40):
        share = row / 40
        x, y = 520 + share * 520 + math.sin(share * 3) * 60, 600 + share * 190
        for side in (-1, 1):
            size = 7 + share * 18
            s.blob([(x + side * size * 2.6 - size, y), (x + side * size * 2.6, y - size * 0.5), (x + side * size * 2.6 + size, y), (x + side * size * 2.6, y + size * 0.5)], "#39435f88")
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
            shell = smooth([(-150, 20), (-120, -60), (-40, -106), (40, -104), (110, -50), (124, 0), (60, 34), (-60, 40)])
            s.shape(shell, along((-100, -100), (60, 40), ("#a9b98c", "#6a7f5c", "#34483c")))
            with s.inside(shell):
                for cx, cy in ((-80, -40), (-20, -60), (44, -56), (-50, 0), (16, -10), (78, -14), (-110, 4)):
                    s.stroke(smooth([(cx - 34, cy), (cx - 16, cy - 28), (cx + 18, cy - 28), (cx + 34, cy), (cx + 16, cy + 26), (cx - 18, cy + 26)]), "#26382f99", 4)
            s.blob([(60, 20), (110, 40), (160, 100), (110, 106), (50, 54)], ("#6f8c72", "#3a5650"))

    s.lit(turtle, rim="#e6f1ff", shift=(-3, -4))
    for x, y, tall in ((60, 900, 120), (130, 940, 90), (1390, 640, 70)):
        for _ in range(16):
            s.line([(x, y), (x + s.chance.uniform(-50, 50), y - tall * s.chance.uniform(0.5, 1))], s.chance.choice(("#2a4450", "#4f6f74", "#1c3340")), 4)


@scene
def date_palms(s: Sheet) -> None:
    """Heavy date clusters over an oasis."""
    sky(s, ["#4aa0cc", "#b5d9d6", "#fbe6b4"], 600)
    for row, tone in enumerate(("#f0c98a", "#e2ab62", "#cf8f48")):
        crest = [(x, 500 + row * 60 + 60 * math.sin(x / 360 + row * 2)) for x in range(-40, 1500, 30)]
        s.area([*crest, (1500, 1000), (-40, 1000)], along((0, 440), (0, 760), (lighter(tone, 0.25), tone, darker(tone, 0.15))))
        s.area([(x, y) for x, y in crest[10:24]] + [(crest[20][0], crest[20][1] + 130)], fade(darker(tone, 0.35), 0.25))
    for x in range(40, 1440, 92):
        palm(s, x + s.chance.uniform(-20, 20), 720 + s.chance.uniform(-16, 16), s.chance.uniform(120, 190), "#2f5a44", "#8fae5c", s.chance.uniform(-0.08, 0.08))
    s.blob([(140, 770), (440, 730), (900, 734), (1250, 760), (1380, 810), (1000, 850), (420, 850)], along((0, 730), (0, 850), ("#8fd6cf", "#2f9aa0", "#1a6f80")))
    for _ in range(50):
        x, y = s.chance.uniform(240, 1280), s.chance.uniform(752, 836)
        s.line([(x, y), (x + s.chance.uniform(16, 60), y)], "#f3fffa66", 2.4)
    person(s, 980, 900, 150, Person(skin="#8f5a3c", top="#f6efe0", wear="robe", head="turban", cloth="#c2512f"), "walk", rim="#fff4d4")
    with s.at(1110, 905, 1.0):
        s.blob([(-70, -60), (-50, -96), (-20, -78), (6, -112), (30, -80), (66, -70), (60, -44), (-60, -40)], ("#c99a5c", "#8f6534"))
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
                    s.blob([(x, bow), (x + reach * 0.6, bow + side * reach * 0.42 - side * 6), (x + reach, bow + side * reach * 0.62), (x + reach * 0.55, bow + side * reach * 0.46)], mix("#2f5f40", "#a9c06a", s.chance.random() * (0.9 if side < 0 else 0.4)))
    for x, y, size in ((200, 330, 1.0), (450, 360, 1.15), (320, 400, 1.2), (560, 250, 0.8)):
        s.line([(334, 190), ((334 + x) / 2, y - 130), (x, y - 90)], "#d98f2e", 8, soft=True)
        for _ in range(110):
            px, py = x + s.chance.gauss(0, 28) * size, y + s.chance.uniform(-90, 90) * size
            s.oval(px, py, 9 * size, 12 * size, s.chance.choice(("#a8542a", "#c9742e", "#7f3a22", "#e09a3c")))
            s.oval(px - 3, py - 4, 2.4, 3.4, "#ffe9b466")


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
    pool = smooth([(120, 620), (360, 530), (700, 510), (1060, 530), (1330, 600), (1380, 720), (1140, 820), (700, 850), (300, 810), (110, 720)])
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
        x = s.chance.choice((s.chance.uniform(20, 330), s.chance.uniform(1080, 1430), s.chance.uniform(400, 1050)))
        y = s.chance.uniform(850, 950) if 400 < x < 1050 else s.chance.uniform(640, 950)
        for _ in range(4):
            s.line([(x, y), (x + s.chance.uniform(-16, 16), y - s.chance.uniform(26, 74))], s.chance.choice(("#5f9a44", "#8fc25a", "#3f7a38")), 4)
    for x, y, size, flip in ((560, 856, 1.7, False), (980, 800, 1.15, True), (330, 712, 0.8, False)):
        with s.at(x, y, size, flip=flip):
            s.oval(0, 6, 76, 12, "#2a402866", 5)
            s.blob([(-64, 0), (-70, -34), (-40, -54), (-20, -20), (-30, 4)], ("#8fae4c", "#4f7a34"))
            s.blob([(-60, -4), (-40, -56), (10, -80), (52, -78), (72, -52), (54, -18), (10, 0)], along((0, -80), (0, 0), ("#c2d468", "#86ab44", "#4f7f38")))
            s.oval(40, -80, 13, 13, "#b4cc5c")
            s.oval(44, -82, 7, 8, "#1c1c1c")
            s.oval(46, -85, 2.4, 2.4, "#ffffff")
            s.line([(38, -46), (56, -42), (74, -52)], "#35582c", 3, soft=True)
            s.blob([(10, -8), (40, -30), (46, 4), (70, 8), (30, 12), (8, 8)], "#5f8f3c")
            s.oval(64, -30, 17, 15, "#f3efc0aa")
            for px, py in ((-20, -50), (-4, -62), (-32, -30), (8, -48)):
                s.oval(px, py, 6, 4, "#3f6a2e99")


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
                s.oval(*tip, size * 0.13, size * 0.17, s.chance.choice(("#8f86c9", "#b4a4e0", "#6f72b9", "#d3c4ee")))

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
                    s.box(-66, -64 - level * 52, 132, 50, along((-66, 0), (66, 0), (lighter(other, 0.3), other, darker(other, 0.28))), 3)
                s.area([(-78, -166), (78, -166), (70, -186), (-70, -186)], ("#f3ece0", "#b9b0a4"))
                s.box(-34, -26, 68, 9, "#2f2420", 3)
        if row == 0:
            bushes(600, 680, 120, 34)
    bushes(770, 880, 120, 46)
    person(s, 1240, 850, 400, Person(skin="#d9a27a", top="#f3ecdc", bottom="#e0d6c2", head="hat", cloth="#f6efe0"), "bent", True, rim="#fff6d8")
    bushes(930, 1010, 130, 70)
    for _ in range(60):
        x, y = s.chance.uniform(60, 1400), s.chance.uniform(330, 820)
        size = 2.4 + (y - 330) / 120
        s.oval(x, y, size * 1.3, size, "#e0a02c")
        s.oval(x, y, size * 0.5, size, "#3a2a1c")
        s.oval(x - size * 0.3, y - size, size, size * 0.6, "#ffffff99")


@scene
def border_market(s: Sheet) -> None:
    """Market tents under a desert pass."""
    sky(s, ["#3f86bd", "#9cc6d3", "#f6e0b4"], 420)
    clouds(s, 0, 280, ["#bccfd3", "#f0e9d4", "#ffffff"], cover=0.36)
    for side in (-1, 1):
        edge = [(-60, 130), (160, 190), (330, 300), (470, 400), (640, 480), (-60, 500)] if side < 0 else [(1500, 90), (1290, 150), (1130, 270), (980, 380), (800, 480), (1500, 500)]
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
    stalls = [(60, 600, 0.62, "#c2512f"), (330, 570, 0.5, "#2f7f8c"), (1080, 580, 0.54, "#e0a63c"), (1380, 640, 0.7, "#7a3a52"), (120, 800, 1.15, "#2f6f9a"), (420, 720, 0.86, "#e0a63c"), (1010, 730, 0.9, "#c2512f"), (1330, 850, 1.25, "#3f7d55")]
    for x, y, size, tint in stalls:
        with s.at(x, y, size):
            s.oval(0, 4, 180, 16, "#6a442c55", 6)
            for pole in (-150, 150):
                s.line([(pole, 0), (pole, -150)], "#6a4a34", 8)
            s.box(-140, -60, 280, 58, ("#b98a54", "#7f5734"))
            for pile in range(5):
                goods = ("#e0742e", "#b5473a", "#8fae4c", "#f0c04c", "#7a4a72")[(pile + int(x)) % 5]
                s.blob([(-136 + pile * 56, -58), (-110 + pile * 56, -92), (-84 + pile * 56, -58)], (lighter(goods, 0.2), darker(goods, 0.2)))
            roof = [(-180, -140), (-60, -210), (60, -210), (180, -140), (140, -122), (90, -138), (40, -122), (-10, -138), (-60, -122), (-110, -138), (-150, -122)]
            s.area(roof, (lighter(tint, 0.2), darker(tint, 0.12)))
            for stripe in range(4):
                left = -150 + stripe * 84
                s.area([(left * 0.4 - 8, -208), (left * 0.4 + 12, -208), (left + 34, -134), (left, -134)], "#fbf0d699")
    crowd(s, 200, 1240, 700, 120, 16, ("#c2512f", "#2f6f8c", "#d9a441", "#f3ead6", "#5a3d6a"), rim="#fff4d4aa")
    person(s, 640, 900, 260, Person(skin="#8f5a3c", top="#f3ead6", wear="robe", head="turban", cloth="#2f7f8c", beard=True), "speak", rim="#fff4d4")
    person(s, 800, 905, 250, Person(skin="#b97c54", top="#7a3a52", wear="robe", head="hijab", cloth="#e0a63c"), "carry", True, rim="#fff4d4")
    for x, y, tint in ((500, 470, "#2f7f8c"), (900, 470, "#e0a63c")):
        s.line([(x, y), (x, y - 170)], "#5a4636", 5)
        s.blob([(x, y - 168), (x + 40, y - 176), (x + 88, y - 162), (x + 86, y - 118), (x + 40, y - 130), (x, y - 120)], (tint, darker(tint, 0.2)))


@scene
def quarry(s: Sheet) -> None:
    """Steps of a stone quarry, big blocks, a yellow digger, dust."""
    sky(s, ["#6fb0d4", "#cfe2dc", "#fbf0cf"], 330)
    for level in range(5):
        y = 180 + level * 92
        inset = level * 90
        tone = mix("#f3e2ba", "#c9a676", level / 5)
        s.area([(-20, y - 60), (320 + inset * 0.4, y), (1120 - inset * 0.4, y), (1460, y - 80), (1460, 980), (-20, 980)], along((0, 0), (1440, 0), (lighter(tone, 0.2), tone, darker(tone, 0.22))))
        s.area([(-20, y - 60), (320 + inset * 0.4, y), (1120 - inset * 0.4, y), (1460, y - 80), (1460, y - 64), (1120 - inset * 0.4, y + 16), (320 + inset * 0.4, y + 16), (-20, y - 44)], lighter(tone, 0.45))
        for x in range(-20, 1460, 74):
            if s.chance.random() < 0.8:
                s.line([(x, y + 8), (x + s.chance.uniform(-6, 6), y + 92)], "#8a6a4455", 3)
    s.area([(-20, 640), (1460, 620), (1460, 980), (-20, 980)], along((0, 630), (0, 960), ("#ecd5a4", "#d1ac74", "#a07a4c")))
    for x, y, wide, tall in ((150, 800, 260, 150), (330, 890, 300, 170), (1180, 880, 320, 190), (1010, 760, 190, 110), (1330, 770, 220, 140), (700, 700, 140, 80)):
        s.oval(x + wide * 0.1, y + 6, wide * 0.65, 16, "#6a4a2c66", 7)
        s.area([(x - wide / 2, y - tall), (x + wide * 0.3, y - tall), (x + wide * 0.3, y), (x - wide / 2, y)], along((0, y - tall), (0, y), ("#f6e8c6", "#dcc294")))
        s.area([(x - wide / 2, y - tall), (x - wide * 0.34, y - tall * 1.24), (x + wide * 0.46, y - tall * 1.24), (x + wide * 0.3, y - tall)], "#fff8e2")
        s.area([(x + wide * 0.3, y - tall), (x + wide * 0.46, y - tall * 1.24), (x + wide * 0.46, y - tall * 0.2), (x + wide * 0.3, y)], ("#b99c70", "#94794f"))
        for drill in range(5):
            s.line([(x - wide * 0.42 + drill * wide * 0.16, y - tall), (x - wide * 0.42 + drill * wide * 0.16, y - tall * 0.5)], "#a98a5c77", 4)
    digger(s, 620, 850, 470, "#f0b02c")
    with s.layer(0.85, blur=22):
        for _ in range(46):
            x, y = s.chance.gauss(960, 130), s.chance.gauss(770, 60)
            s.oval(x, y, s.chance.uniform(30, 90), s.chance.uniform(20, 50), "#fff0cc33")
    person(s, 420, 740, 120, Person(top="#e8792b", wear="vest", cloth="#fff0a0", head="helmet"), "point", rim="#fff6dc")
    person(s, 1150, 640, 80, Person(top="#e8792b", wear="vest", cloth="#fff0a0", head="helmet"), "stand", rim="#fff6dc")
    s.glow(1250, 40, 620, "#fff0c0", 0.6)
