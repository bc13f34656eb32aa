"""Markets, kitchens, stages, workshops and studios."""

import math
from collections.abc import Callable

from nashra.demo.draw.canvas import Sheet, along, around, box, limb, oval, polygon, smooth
from nashra.demo.draw.colour import darker, fade, lighter, mix
from nashra.demo.draw.figures import SKINS, Person, Pose, crowd, person
from nashra.demo.draw.nature import clouds, rays, sky, water
from nashra.demo.draw.scenes import scene
from nashra.demo.draw.things import pot, stars, street_lamp
from nashra.demo.draw.town import arch, dome, house, skyline, smooth_arch

CLOTHES = ("#c2512f", "#2f6c8f", "#d9a441", "#3f7d63", "#5a3d6a", "#f0e2c4")


def shelf_of_books(s: Sheet, x: float, y: float, width: float, height: float, tints: tuple[str, ...]) -> None:
    """Books upright on a board, the board's top at y."""
    at = x
    while at < x + width - 6:
        wide, tall = s.chance.uniform(12, 30), height * s.chance.uniform(0.66, 0.96)
        tint = s.chance.choice(tints)
        s.box(at, y - tall, wide - 1.6, tall, along((at, 0), (at + wide, 0), (lighter(tint, 0.2), tint, darker(tint, 0.25))), 1)
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
            s.box(column * 112 - (row % 2) * 56, row * 62, 109, 59, mix("#1f3054", "#182644", s.chance.random()), 2)
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
        s.blob([(480, 770), (470, 650), (500, 570), (560, 546), (620, 560), (660, 640), (670, 770)], along((470, 0), (670, 0), ("#a8443a", "#6f2a30")))
        s.shape(limb([(560, 560), (572, 510)], [42, 38]), "#a86c48")
        s.oval(580, 486, 38, 46, "#b97c54")
        s.blob([(546, 500), (536, 450), (570, 424), (612, 440), (616, 466), (580, 462), (560, 490), (556, 560), (520, 600), (520, 540)], "#1f1719")
        s.shape(limb([(510, 620), (560, 690), (640, 670)], [50, 40, 28]), "#b5503f")
        s.oval(652, 664, 17, 15, "#b97c54")
        s.area([(600, 640), (668, 606), (676, 664), (610, 698)], ("#fffaf0", "#e2d3ac"))
        s.area([(668, 606), (740, 630), (746, 686), (676, 664)], ("#f6ecd0", "#d3c094"))
        s.area([(600, 640), (594, 644), (604, 706), (676, 672), (746, 694), (746, 686), (676, 664), (610, 698)], "#2f6f8c")

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
    s.area([(-20, 850), (1460, 850), (1460, 980), (-20, 980)], along((0, 850), (0, 960), ("#33425f", "#1a2440")))
    with s.layer(blend="Screen"):
        s.area([(190, 850), (850, 850), (1010, 980), (30, 980)], along((0, 850), (0, 980), ("#ffcf7a88", "#ffcf7a11")))
        s.area([(900, 850), (1040, 850), (1080, 980), (870, 980)], along((0, 850), (0, 980), ("#ffcf7a66", "#ffcf7a11")))
    street_lamp(s, 60, 900, 640, "#0c1226", "#ffd58a", 0.5)
    pot(s, 1340, 880, 130, "#8a4a34", "#1f4a3c", "#5a8a5c")


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
                near = index / 2
                x = 720 + side * (430 + index * 130)
                y = 190 + level * 160 - index * (40 - level * 34)
                wide, tall = 100 + index * 34, 110 + index * 24
                s.shape(arch(x - wide / 2, y - tall * 0.72, wide, tall), ("#5a1a26", "#2a0c16"))
                for head in range(2):
                    s.oval(x - 18 + head * 36, y + tall * 0.06, 11, 13, darker(s.chance.choice(SKINS), 0.3))
                s.box(x - wide * 0.56, y + tall * 0.2, wide * 1.12, tall * 0.36, ("#f0c870", "#b5803a", "#7a4f26"), 12)
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
            s.box(x - size, y - bend * 0.6, size * 1.95, size * 1.9, ("#d9404a", "#a3222f", "#5a101e"), size * 0.5)
            s.line([(x - size * 0.7, y - bend * 0.6 + 5), (x + size * 0.6, y - bend * 0.6 + 5)], "#ff8f8a66", 4)
    person(s, 720, 586, 150, Person(skin="#b97c54", top="#26304f", wear="coat", head="bun", hair="#8f8a86"), "wave", rim="#fff0c8")
    s.area([(700, -20), (740, -20), (820, 600), (620, 600)], along((720, 0), (720, 600), ("#fff6d844", "#fff6d81a")))


@scene
def film_festival(s: Sheet) -> None:
    """An open-air screen in a night square, rows of people."""
    sky(s, ["#0b1236", "#1f2c66", "#4a4488"], 620)
    stars(s, 380, 150)
    for x, wide, tall in ((-40, 200, 560), (150, 150, 470), (1130, 160, 480), (1280, 220, 580)):
        house(s, x, 640, wide, tall, "#39406e", "#241f45", glass="#1a2048", lamp="#ffcf7a", lit_share=0.3, columns=3, floors=5, shutter="#2a4a6a", shade="#0a0e28")
    s.box(330, 130, 780, 440, "#0a0e26", 6)
    s.box(346, 144, 748, 412, along((0, 144), (0, 556), ("#f9e0b4", "#f0a878", "#b56a7c")))
    with s.inside(box(346, 144, 748, 412)):
        s.oval(860, 380, 70, 70, "#fff6d8")
        s.area([(346, 470), (520, 400), (640, 450), (800, 380), (960, 440), (1094, 400), (1094, 560), (346, 560)], ("#7a4a6a", "#4a3054"))
        s.box(346, 500, 748, 60, along((0, 500), (0, 556), ("#c98a8a", "#6a4a74")))
        person(s, 560, 540, 250, Person(skin="#4a2f3c", top="#3a2444", wear="coat", bottom="#2a1c38", hair="#241830", head="long"), "walk", rim="#ffe2b0", shift=(1.8, -1))
        s.blob([(700, 540), (720, 500), (900, 500), (930, 540)], "#3a2444")
        s.line([(810, 500), (814, 410)], "#3a2444", 5)
    for x in (350, 1090):
        s.line([(x, 560), (x, 680)], "#0a0e26", 14)
    s.glow(720, 360, 760, "#ffcf9a", 0.45)
    s.box(-10, 636, 1460, 340, along((0, 636), (0, 960), ("#4f4a74", "#2a2a56", "#12142f")))
    with s.layer(blend="Screen"):
        s.area([(360, 640), (1080, 640), (1400, 980), (40, 980)], along((0, 640), (0, 980), ("#ffcf9a77", "#ffcf9a0a")))
    for row in range(6):
        y = 690 + row * 46 + row * row * 4
        size = 15 + row * 6.4
        for index in range(int(1500 / (size * 3.1))):
            x = index * size * 3.1 + (row % 2) * size * 1.5 + s.chance.uniform(-6, 6)
            if 668 - row * 4 < x < 772 + row * 4:
                continue
            tone = mix(s.chance.choice(("#2a2450", "#3a2a54", "#1f2a58", "#442c4e")), "#0c0e26", row / 9)
            head = s.chance.random()

            def sitter() -> None:
                s.blob([(x - size * 1.2, y + size * 2.6), (x - size, y + size * 0.9), (x, y + size * 0.5), (x + size, y + size * 0.9), (x + size * 1.2, y + size * 2.6)], tone)
                s.oval(x, y, size * 0.6, size * 0.74, darker(tone, 0.1))
                if head < 0.25:
                    s.oval(x, y - size * 0.75, size * 0.3, size * 0.3, tone)
                elif head < 0.45:
                    s.blob([(x - size * 0.8, y + size), (x - size * 0.7, y - size * 0.5), (x, y - size * 0.9), (x + size * 0.7, y - size * 0.5), (x + size * 0.8, y + size)], tone)

            s.lit(sitter, rim="#ffcf9a", shift=(0, -2))
    with s.layer(blend="Screen", blur=6):
        s.area([(716, 980), (724, 980), (1090, 150), (350, 150)], along((720, 980), (720, 300), ("#fff0d055", "#fff0d000")))
    for start, end in (((150, 170), (1290, 190)), ((60, 60), (1400, 80))):
        points = [(start[0] + (end[0] - start[0]) * k / 16, start[1] + (end[1] - start[1]) * k / 16 + 130 * (k / 16) * (1 - k / 16) * 0.8) for k in range(17)]
        s.line(points, "#1a1f48", 2, soft=True)
        for x, y in points[1:-1]:
            if not (330 < x < 1110 and y > 126):
                s.oval(x, y + 6, 6, 8, "#fff0b8")
                s.glow(x, y + 6, 40, "#ffd98a", 0.9)


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
    s.area([(600, 620), (840, 620), (1500, 980), (-60, 980)], along((0, 620), (0, 960), ("#f3d9a0", "#b98a58", "#6a4630")))


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
            s.area([(x - 26, -20), (x + 34, -20), (x + 250, 900), (x + 40, 900)], along((x, 0), (x + 160, 900), ("#fff3c8aa", "#fff0b833", "#fff0b800")))
    for _ in range(140):
        s.oval(s.chance.uniform(360, 1240), s.chance.uniform(40, 800), 1.8, 1.8, "#fff6d888")
    for x, y, size, tint in ((300, 120, 1.2, "#e0742e"), (1120, 100, 1.3, "#2f8a8c"), (520, 230, 0.7, "#d9404a"), (900, 226, 0.7, "#f0b52c")):
        with s.at(x, y, size):
            s.line([(0, -160), (0, -40)], "#3a2420", 3)
            s.blob([(-14, -40), (14, -40), (40, 0), (22, 40), (0, 56), (-22, 40), (-40, 0)], around((0, 0), 60, ("#fff6cc", lighter(tint, 0.2), tint)))
            s.glow(0, 0, 130, tint, 0.7)


def saffron_people(s: Sheet) -> None:
    """Buyers in the alley."""
    crowd(s, 560, 900, 660, 130, 9, CLOTHES, shade="#c98a4f44", rim="#fff3cc")
    looks = ((470, 800, 280, "#2f6f74", "hijab", "walk", False), (960, 790, 270, "#a8443a", "short", "stride", True), (720, 770, 240, "#d9a441", "bun", "walk", False), (850, 860, 320, "#3f5a7a", "cap", "walk", True))
    for x, y, size, top, head, pose, flip in looks:
        s.oval(x + 20, y + 4, size * 0.3, 9, "#3a201466", 5)
        person(s, x, y, size, Person(skin=SKINS[int(x) % 6], top=top, wear="robe" if head == "hijab" else "coat", head=head, cloth="#f0dcb0"), pose, flip, rim="#fff3cc")


def saffron_front(s: Sheet) -> None:
    """The stalls with their cones."""
    tints = ("#e8862c", "#b5302a", "#f0c02c", "#7a8a3a", "#8a4a2a", "#d95a2c", "#5a3a2c", "#e0b04a", "#a83a4a", "#c9a06a")
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
                    s.shape(smooth([(-74, -12), (-40, -70), (-4, -130), (36, -70), (74, -12), (0, 2)]), along((-70, 0), (70, 0), (lighter(tint, 0.35), tint, darker(tint, 0.35))))
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
        person(s, x, 700, 520, Person(skin=SKINS[(x // 100) % 6], top=top, wear="apron", cloth="#f3efe4" if head == "cap" else cloth, head=head), "speak", x > 700, rim="#fff6e0")
    s.box(-10, 470, 1460, 520, along((0, 470), (0, 960), ("#e6f4f6", "#b9dbe4", "#7fb0c4")))
    for _ in range(760):
        x, y = s.chance.uniform(-10, 1450), 480 + s.chance.random() * 480
        size = 8 + (y - 470) * 0.045
        points = [(x + math.cos(k * 1.26 + x) * size * s.chance.uniform(0.7, 1.2), y + math.sin(k * 1.26 + x) * size * 0.6) for k in range(5)]
        s.area(points, s.chance.choice(("#ffffffaa", "#d3edf4aa", "#a9d3e299", "#f3fbfdcc")))
    kinds = (("#5f86a8", "#dfeaf0", "#2f4f74"), ("#e8806a", "#fbe2d3", "#b5483f"), ("#8a9a8c", "#eef0e0", "#4a5f58"), ("#d9a441", "#f9efcf", "#8a6424"))
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
            s.line([(x, y), (x + math.cos(k * math.pi / 4) * 34, y + math.sin(k * math.pi / 4) * 31)], "#ffffffcc", 3)
        for k in range(7):
            s.blob([(x + 40, y + 10), (x + 70 + k * 8, y - 20 + k * 9), (x + 84 + k * 6, y - 10 + k * 9)], ("#4f9a4a", "#2f7040"))


def _market_fish(s: Sheet, x: float, y: float, size: float, back: str, belly: str, dark: str, turn: float) -> None:
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
    s.area([(-20, 640), (1460, 640), (1460, 980), (-20, 980)], along((0, 640), (0, 960), ("#c9935a", "#9a6638", "#5f3b22")))
    for column, (x, count) in enumerate(((150, 4), (390, 6), (1180, 5), (1370, 3), (1010, 3))):
        for index in range(count):
            _loaf(s, x + s.chance.uniform(-10, 10), 800 - index * 74 + (column % 2) * 30, 1.0, s.chance.choice(("#c97f36", "#b56d2c", "#d9923f")))

    def arms() -> None:
        for side in (-1, 1):
            x = 700 + side * 250
            s.shape(limb([(x + side * 90, -40), (x + side * 40, 180)], [170, 140]), ("#f6f0e4", "#cfc4b0"))
            s.shape(limb([(x + side * 40, 170), (x, 400), (x - side * 110, 560)], [110, 92, 66]), along((x - 60, 0), (x + 60, 0), ("#d99a6c", "#b5764a", "#7f4a30")))
            s.blob([(x - side * 80, 520), (x - side * 150, 540), (x - side * 190, 610), (x - side * 150, 650), (x - side * 90, 620), (x - side * 60, 560)], along((x - 60, 0), (x + 60, 0), ("#dba074", "#a86a44")))
            for finger in range(4):
                s.shape(limb([(x - side * (150 + finger * 6), 570 + finger * 18), (x - side * (196 + finger * 2), 606 + finger * 20)], [30, 23]), mix("#d99a6c", "#a86a44", finger / 4))
            for _ in range(30):
                s.oval(x - side * s.chance.uniform(0, 150), s.chance.uniform(400, 640), s.chance.uniform(2, 7), s.chance.uniform(2, 5), "#fff8ecaa")

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
        body = smooth([(-110, -10), (-96, -52), (-40, -86), (40, -86), (96, -52), (110, -10), (80, 12), (-80, 12)])
        s.shape(body, around((-30, -60), 170, (lighter(crust, 0.5), crust, darker(crust, 0.5))))
        with s.inside(body):
            for cut in (-50, 0, 50):
                s.blob([(cut - 16, -30), (cut + 4, -78), (cut + 20, -74), (cut + 4, -26)], lighter(crust, 0.6))
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
            x0, x1 = (620 - index * 150, 460 - index * 160) if side < 0 else (820 + index * 150, 980 + index * 160)
            tone = mix("#f0cf98", "#9a6244", near)
            s.area([(x0, 330 - index * 120), (x1, 210 - index * 120), (x1, 720 + index * 110), (x0, 620 + index * 100)], along((x0, 0), (x1, 0), (tone, darker(tone, 0.2))))
            s.shape(arch(min(x0, x1) + 40, 480 + index * 30, 76, 240 + index * 120), darker(tone, 0.5))
    s.area([(620, 620), (820, 620), (1460, 980), (-20, 980)], along((0, 620), (0, 960), ("#f6dca8", "#c99a62", "#8a5c3c")))
    person(s, 700, 740, 150, Person(skin="#b97c54", top="#3a4a6b", wear="coat", head="cap", cloth="#f0e2c4"), "walk", rim="#fff3cc")
    person(s, 800, 800, 200, Person(skin="#8f5a3c", top="#a8443a", wear="robe", head="hijab", cloth="#f0c878"), "stride", True, rim="#fff3cc")
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
            body = smooth([(x, y), (x + wide * 0.5, y + 8), (x + wide, y), (x + wide + sway * 0.4, y + tall * 0.5), (x + wide + sway, y + tall), (x + wide * 0.5 + sway, y + tall + 16), (x + sway, y + tall), (x + sway * 0.4, y + tall * 0.5)])
            s.shape(body, along((x, 0), (x + wide, 0), (lighter(tint, 0.34), tint, darker(tint, 0.28), tint, darker(tint, 0.34)), (0, 0.3, 0.52, 0.72, 1)))
            with s.inside(body):
                for band in (0.78, 0.84, 0.94):
                    s.line([(x - 20, y + tall * band), (x + wide + 40, y + tall * band)], fade(lighter(tint, 0.6), 0.6), 4 * scale)
        s.line([(-20, y - 4), (1460, y - 4)], "#5a3a2c", 4)
    with s.layer(blend="Screen", blur=12):
        for x in (520, 700, 860):
            s.area([(x, 0), (x + 70, 0), (x + 170, 980), (x - 20, 980)], along((x, 0), (x, 980), ("#fff3c888", "#fff3c800")))
    person(s, 330, 960, 440, Person(skin="#d9a27a", top="#2f6f74", wear="robe", head="hijab", cloth="#f3e2c0"), "point", rim="#fff3cc")


def _studio(s: Sheet, backdrop: Callable[[], None], guests: int, tint: str = "#2a4f8a") -> None:
    s.wash(along((0, 0), (0, 960), ("#0c1430", darker(tint, 0.3), "#0a1026")))
    s.box(140, 90, 1160, 470, "#060a1c", 22)
    s.canvas.save()
    with s.inside(box(156, 106, 1128, 438, 14)):
        backdrop()
        s.area([(156, 106), (430, 106), (240, 544), (156, 544)], "#ffffff0f")
    s.canvas.restore()
    for x in (70, 1370):
        s.box(x - 34, 60, 68, 560, along((x - 34, 0), (x + 34, 0), (lighter(tint, 0.2), darker(tint, 0.4))), 20)
        s.box(x - 6, 80, 12, 520, ("#ffd98a", "#ff9d5a"), 6)
        s.glow(x, 340, 260, "#ffb870", 0.4)
    s.box(-10, 600, 1460, 390, along((0, 600), (0, 960), (mix(tint, "#1a2450", 0.4), "#0f1838", "#070c20")))
    s.shape(oval(720, 800, 700, 150), along((0, 650), (0, 950), (lighter(tint, 0.18), darker(tint, 0.45))))
    s.stroke(oval(720, 800, 700, 150), "#ffc98a88", 5)
    looks = [Person(skin="#d9a27a", top="#233a6a", wear="suit", cloth="#f3ead6", head="hijab", bottom="#1a2240")]
    places = [(720, False)] if guests == 0 else [(420, False), (830, True), (1010, True)][: guests + 1]
    others = (Person(skin="#b97c54", top="#8a4a34", head="short", beard=True, hair="#8f8a86"), Person(skin="#8f5a3c", top="#3f6f5a", head="bun"))
    if guests == 3:
        others = (Person(skin="#e2b48c", top="#e0a02c", head="curly", hair="#3a2418"), Person(skin="#6a4029", top="#c9482f", head="tail"))
    for index, (x, flip) in enumerate(places):
        who = looks[0] if index == 0 else others[index - 1]
        if index == 0:
            who = Person(skin="#d9a27a", top="#2f4f9a", wear="trousers", cloth="#24407a", head="hijab", bottom="#1a2240")
        person(s, x, 830, 420, who, "speak" if index != 1 else "relaxed", flip, rim="#ffdca8", shift=(-1.8, -1))
    top = smooth([(220, 690), (480, 650), (720, 642), (960, 650), (1220, 690), (1180, 716), (960, 690), (720, 682), (480, 690), (260, 716)])
    front = smooth([(250, 700), (480, 672), (720, 664), (960, 672), (1190, 700), (1120, 870), (940, 900), (720, 908), (500, 900), (320, 870)])
    s.shape(front, along((250, 0), (1190, 0), ("#f3efe6", "#c9d3e2", "#5f78a8", "#33497c")))
    with s.inside(front):
        for index in range(3):
            s.line([(240, 770 + index * 34), (480, 742 + index * 40), (720, 734 + index * 42), (960, 742 + index * 40), (1200, 770 + index * 34)], ("#2f9fc0", "#ffb45a", "#2f9fc0")[index], 8, soft=True)
    s.shape(top, along((0, 642), (0, 716), ("#ffffff", "#b9c9e0")))
    for x in (480, 960):
        s.box(x - 10, 630, 20, 34, ("#e6f4fa99", "#bfdce8cc"), 3)
    for x in (200, 460, 720, 980, 1240):
        s.area([(x - 34, -10), (x + 34, -10), (x + 22, 34), (x - 22, 34)], "#04060f")
        s.glow(x, 38, 150, "#fff0c8", 0.8)
        s.area([(x - 16, 36), (x + 16, 36), (x + 130, 700), (x - 130, 700)], along((x, 36), (x, 700), ("#fff3d02e", "#fff3d000")))
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
    _studio(s, lambda: _harbour_backdrop(s), 0)


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
        s.line([(156 + index * 76, 180 + 60 * math.sin(index * 0.9 - 0.4)) for index in range(16)], "#8a5a34", 5, soft=True)

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
        s.line([(229 + index * 90, 470 - 40 - index * 20 - (index * 41) % 70) for index in range(12)], "#fff3d0", 6, soft=True)

    _studio(s, bars, 1, "#33407a")


@scene
def quay_studio_vote(s: Sheet) -> None:
    """A ballot box on the backdrop, young guests."""

    def vote() -> None:
        s.box(156, 106, 1128, 440, around((720, 300), 640, ("#7a5ab4", "#4a3a8a", "#241f54")))
        for index in range(12):
            turn = index * math.pi / 6
            s.area([(720, 330), (720 + math.cos(turn) * 900, 330 + math.sin(turn) * 900), (720 + math.cos(turn + 0.2) * 900, 330 + math.sin(turn + 0.2) * 900)], "#ffffff0d")
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
    s.afloat(640, lambda: _stage(s), 0.8, 1.4, "#1a1448")
    for x, tint in ((500, "#ff5f8a"), (620, "#ffb04a"), (840, "#4ac9ff"), (960, "#b56aff")):
        with s.layer(blend="Screen", blur=9):
            s.area([(x - 6, 296), (x + 6, 296), (x + (x - 730) * 2.6 + 90, -40), (x + (x - 730) * 2.6 - 90, -40)], along((x, 296), (x, -20), (fade(tint, 0.7), fade(tint, 0))))
            s.area([(x - 6, 310), (x + 6, 310), (730 + 90, 620), (730 - 90, 620)], along((x, 310), (730, 620), (fade(tint, 0.5), fade(tint, 0.1))))
    s.glow(730, 500, 420, "#ffd0a0", 0.7)
    for row in range(4):
        y = 780 + row * 62
        size = 26 + row * 13
        for index in range(int(1560 / (size * 2.3))):
            x = index * size * 2.3 - 30 + (row % 2) * size + s.chance.uniform(-8, 8)
            tone = mix("#241a50", "#0a0820", row / 3.4)
            hands = s.chance.random() < 0.3

            def fan() -> None:
                s.blob([(x - size * 1.2, y + size * 3), (x - size, y + size), (x, y + size * 0.6), (x + size, y + size), (x + size * 1.2, y + size * 3)], tone)
                s.oval(x, y, size * 0.56, size * 0.7, tone)
                if hands:
                    s.shape(limb([(x + size * 0.8, y + size), (x + size * 1.2, y - size * 0.4), (x + size * 0.9, y - size * 1.7)], [size * 0.5, size * 0.4, size * 0.3]), tone)

            s.lit(fan, rim=s.chance.choice(("#ff9ab4", "#ffc98a", "#c9a0ff")), shift=(0, -2))
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
    for x, pose, flip, top in ((560, "relaxed", False, "#3a2a5c"), (890, "relaxed", True, "#4a2a4c"), (960, "speak", True, "#2a3a5c")):
        person(s, x, 600, 160, Person(skin="#8f5a3c", top=top, bottom="#1a1638", head="short"), pose, flip, rim="#ffcf9a")
    s.blob([(590, 540), (620, 520), (640, 550), (616, 584), (588, 572)], "#d98a3a")
    s.line([(626, 530), (668, 490)], "#8a5a2c", 6)
    person(s, 730, 602, 210, Person(skin="#b97c54", top="#f0405f", bottom="#f0405f", wear="dress", head="long", hair="#1c1216"), "wave", rim="#fff0d0")


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
        edge.append((start[0] + (end[0] - start[0]) * part + s.chance.uniform(-7, 7), start[1] + (end[1] - start[1]) * part + s.chance.uniform(-7, 7)))
    s.blob([(x + 16, y + 20) for x, y in edge], "#140a06aa", 16)
    sheet = smooth(edge)
    s.shape(sheet, around((640, 420), 940, ("#fbedc4", "#f0d79c", "#d3ab68", "#a87a44")))
    ink = "#5a3420"
    with s.inside(sheet):
        for _ in range(26):
            s.oval(s.chance.uniform(60, 1380), s.chance.uniform(60, 900), s.chance.uniform(30, 130), s.chance.uniform(20, 90), "#a8713a22", 20)
        centre = (480, 580)
        for ray in range(32):
            turn = ray * math.tau / 32
            s.line([centre, (centre[0] + math.cos(turn) * 1500, centre[1] + math.sin(turn) * 1500)], fade(ink, 0.22 if ray % 4 else 0.42), 1.6)
        land = smooth([(1500, 40), (1020, 40), (940, 130), (880, 190), (900, 260), (820, 300), (760, 280), (700, 330), (720, 390), (800, 400), (840, 470), (930, 500), (900, 570), (960, 640), (920, 720), (1000, 790), (980, 940), (1500, 960)])
        s.shape(land, "#cfa45e88")
        for ring in range(4):
            s.stroke(land, fade("#3f7a7c", 0.34 - ring * 0.07), 10 + ring * 16)
        s.stroke(land, ink, 4)
        for _ in range(34):
            x, y = s.chance.uniform(1020, 1340), s.chance.uniform(110, 860)
            s.line([(x - 24, y), (x - 6, y - 30), (x, y - 34), (x + 8, y - 24), (x + 24, y)], ink, 2.6, soft=True)
            for shade in range(3):
                s.line([(x + 4 + shade * 6, y - 24 + shade * 8), (x + 6 + shade * 6, y - 4)], ink, 1.4)
        for x, y, tall in ((860, 360, 34), (892, 356, 44), (924, 362, 30), (880, 384, 26), (910, 390, 34), (950, 380, 40)):
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
                        s.blob([(mast - 24, level), (mast + 24, level), (mast + 34, level + 16), (mast + 24, level + 30), (mast - 24, level + 30)], "#fbf0d0")
                        s.stroke(smooth([(mast - 24, level), (mast + 24, level), (mast + 34, level + 16), (mast + 24, level + 30), (mast - 24, level + 30)]), ink, 2)
                s.line([(-70, 34), (-30, 40), (10, 34), (60, 40)], ink, 2, soft=True)
        with s.at(*centre):
            s.oval(0, 0, 128, 128, "#f6e2b0")
            s.stroke(oval(0, 0, 128, 128), ink, 4)
            s.stroke(oval(0, 0, 112, 112), ink, 2)
            for point in range(16):
                long = 156 if point % 4 == 0 else 112 if point % 2 == 0 else 74
                with s.at(0, 0, 1, point * 22.5):
                    s.area([(0, -long), (0, 0), (-15, -26)], "#b5473a" if point % 4 == 0 else "#2f6f74" if point % 2 == 0 else ink)
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
            s.blob([(x - 18, 610), (x - 8, 610 - tall * 0.6), (x + s.chance.uniform(-16, 16), 610 - tall), (x + 10, 610 - tall * 0.5), (x + 18, 610)], s.chance.choice(("#ffd24acc", "#ff8a2acc", "#fff3b0cc", "#f0521caa")))
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
    s.area([(-20, 730), (1460, 730), (1460, 980), (-20, 980)], along((0, 730), (0, 960), ("#d9a060", "#a36c3a", "#5f3a20")))
    for x, y, size in ((140, 850, 0.9), (330, 900, 1.0), (1060, 860, 1.0), (1290, 900, 1.15), (1180, 790, 0.8)):
        _loaf(s, x, y, size, "#cf8638")
    person(s, 720, 930, 520, Person(skin="#b97c54", top="#f3ead8", bottom="#6a4a3a", wear="apron", cloth="#fffaf0", head="bun", hair="#241a18"), "carry", True, rim="#ffb45a", shift=(-2.4, -1))
    s.line([(860, 640), (560, 620), (420, 600)], "#c99a5c", 12)
    for _ in range(70):
        x, y = s.chance.gauss(480, 160), s.chance.uniform(120, 600)
        s.oval(x, y, 2.4, 2.4, "#ffd98acc")


@scene
def calligraphy_studio(s: Sheet) -> None:
    """Reed pens, ink and one great stroke on paper."""
    s.wash(along((0, 0), (1440, 960), ("#a8784a", "#8a5a36", "#5a3824")))
    for index in range(22):
        y = index * 46
        s.line([(-20, y), (500, y + s.chance.uniform(-8, 8)), (1460, y + 10)], "#4a2c1c44", 3, soft=True)
    with s.at(640, 500, 1, -5):
        s.area([(-470, -370), (490, -370), (490, 390), (-470, 390)], "#1f120a88", 16)
        s.area([(-480, -384), (480, -384), (480, 376), (-480, 376)], along((-480, -384), (480, 376), ("#fffaf0", "#f9efd8", "#e6d3aa")))
        s.stroke(box(-446, -350, 892, 692), "#c9a25a88", 4)
        stroke = [(330, -210), (250, -120), (120, -60), (-60, -70), (-200, -20), (-250, 90), (-180, 200), (-10, 240), (170, 200), (290, 90), (310, -10)]
        widths = (14, 44, 66, 50, 62, 84, 92, 84, 66, 38, 8)
        for shift, tone in ((0, "#12202f"),):
            points = []
            for index in range(len(stroke) - 1):
                for step in range(90):
                    share = step / 90
                    before, here, there, after = (stroke[min(max(k, 0), 10)] for k in range(index - 1, index + 3))
                    px, py = (0.5 * (2 * here[a] + (there[a] - before[a]) * share + (2 * before[a] - 5 * here[a] + 4 * there[a] - after[a]) * share**2 + (3 * here[a] - before[a] - 3 * there[a] + after[a]) * share**3) for a in (0, 1))
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
            s.oval(s.chance.gauss(310, 60), s.chance.gauss(40, 60), s.chance.uniform(1.5, 5), s.chance.uniform(1.5, 5), "#12202f")
    for x, y, turn, tint in ((1190, 330, 62, "#d9a868"), (1250, 420, 70, "#c98f4a"), (1300, 540, 58, "#e6bf84")):
        with s.at(x, y, 1, turn):
            s.box(-250, 10, 470, 24, "#1f120a66", 10, 6)
            s.box(-260, -13, 460, 26, along((0, -13), (0, 13), (lighter(tint, 0.4), tint, darker(tint, 0.4))), 10)
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
            s.shape(limb([(930, 600 + finger * 18), (890, 570 + finger * 22), (x, y)], [34, 30, 23]), mix("#8f5a3c", "#5a3424", finger * 0.2))
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
        s.area([(70, 90), (390, 90), (1300, 980), (700, 980)], along((200, 90), (1000, 980), ("#fff0c099", "#fff0c000")))
    s.line([(430, 60), (1420, 60)], "#5a3a24", 14)
    for x, y, size, tint in ((560, 330, 0.8, "#b5652c"), (780, 350, 0.95, "#8a4a24"), (1010, 330, 0.9, "#c98a44"), (1240, 350, 1.0, "#7a3a24")):
        s.line([(x, 64), (x, y - 210 * size)], "#4a2f20", 4)
        _oud(s, x, y, size, tint)
    s.area([(-20, 690), (1460, 690), (1460, 980), (-20, 980)], along((0, 690), (0, 960), ("#c9935a", "#8f5f36", "#553621")))
    s.box(-10, 684, 1460, 16, "#e6b880")

    def maker() -> None:
        s.blob([(250, 900), (240, 640), (300, 540), (400, 510), (490, 550), (540, 650), (540, 900)], along((240, 0), (540, 0), ("#4a7a94", "#2f5470", "#1c3348")))
        s.blob([(320, 620), (470, 620), (500, 900), (300, 900)], ("#c9a878", "#8a6a48"))
        s.shape(limb([(400, 530), (408, 460)], [62, 56]), "#a86c48")
        s.oval(416, 424, 56, 66, along((360, 0), (470, 0), ("#c98a60", "#a3683f")))
        s.blob([(378, 440), (410, 470), (462, 450), (470, 490), (420, 520), (380, 490)], "#e6e0d6")
        s.blob([(360, 420), (350, 370), (390, 344), (450, 350), (470, 384), (420, 380), (384, 390), (372, 430)], "#dcd6cc")
        s.stroke(oval(440, 418, 17, 15), "#3a2a20", 4)
        s.shape(limb([(290, 600), (340, 700), (470, 690)], [80, 66, 48]), "#3f6a86")
        s.shape(limb([(510, 610), (590, 690), (660, 660)], [76, 60, 44]), "#335a78")
        s.oval(486, 690, 26, 24, "#b5764a")
        s.oval(676, 652, 26, 24, "#a86c48")

    s.lit(maker, rim="#fff2cf", shift=(-3, -3))
    with s.at(760, 770, 1, 76):
        _oud(s, 0, 0, 1.15, "#d99a4f", bare=True)
    for x, y, turn, kind in ((1080, 780, 20, 0), (1190, 820, -30, 1), (1310, 780, 10, 0), (1260, 900, -12, 1)):
        with s.at(x, y, 1, turn):
            s.box(-80, -9, 90, 18, ("#e0a45a", "#8a5428"), 8)
            s.area([(10, -7), (100, -5 if kind else -14), (112, 0), (100, 5 if kind else 14), (10, 7)], ("#f3f3f0", "#8f979c"))
    for _ in range(60):
        x, y = s.chance.uniform(480, 1400), s.chance.uniform(850, 950)
        size = s.chance.uniform(9, 24)
        s.line([(x, y), (x + size, y - size * 0.7), (x + size * 1.6, y), (x + size * 0.9, y + size * 0.4)], s.chance.choice(("#ffe6b4", "#f0c488", "#d9a35f")), 5, soft=True)


def _oud(s: Sheet, x: float, y: float, size: float, tint: str, bare: bool = False) -> None:
    def draw() -> None:
        with s.at(x, y, size):
            s.box(-14, -230, 28, 160, ("#4a2a1c", "#2f1a14"))
            s.area([(-15, -226), (15, -226), (66, -262), (52, -284)], "#3a2218")
            for peg in range(4):
                s.line([(10 + peg * 12, -232 - peg * 9), (24 + peg * 12, -214 - peg * 9)], "#d9b06a", 5)
            body = smooth([(0, -96), (48, -60), (92, 20), (96, 90), (60, 144), (0, 160), (-60, 144), (-96, 90), (-92, 20), (-48, -60)])
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
            s.line([(380, 480 + index * 26), (520, 470 + index * 26), (660, 484 + index * 26), (800, 470 + index * 26), (940, 484 + index * 26), (1060, 472 + index * 26)], "#dff4f6", 5, soft=True)
        s.glow(720, 400, 420, "#fff0c8", 0.5)
        _puppet(s, 580, 550, "#d9482f", "#f0c8a4", "#f0b52c", False)
        _puppet(s, 860, 550, "#3f7d55", "#a86c48", "#2a1a30", True)
    for x, flip in ((390, False), (1050, True)):
        with s.at(x, 170, 1, 0, flip):
            s.blob([(-6, -10), (150, -10), (110, 120), (30, 200), (60, 390), (-6, 390)], along((0, 0), (150, 0), ("#8f1f2c", "#e0404a", "#8f1f2c")))
            s.line([(20, 204), (64, 190)], "#f0c45a", 10)
    s.box(370, 540, 700, 30, ("#f0b52c", "#a8702a"), 8)
    heads = [(120, 830, 74), (300, 800, 66), (470, 850, 80), (660, 810, 68), (840, 850, 78), (1010, 806, 66), (1180, 846, 80), (1350, 810, 72), (220, 930, 92), (560, 950, 96), (750, 940, 90), (940, 950, 96), (1280, 944, 94), (40, 950, 90), (1430, 940, 90), (390, 945, 92), (1110, 950, 92)]
    for index, (x, y, size) in enumerate(heads):
        tone = ("#241c4a", "#2a1f44", "#1c1a40")[index % 3]

        def child() -> None:
            s.oval(x, y, size * 0.56, size * 0.64, tone)
            s.blob([(x - size * 0.9, y + size * 2), (x - size * 0.7, y + size * 0.8), (x, y + size * 0.5), (x + size * 0.7, y + size * 0.8), (x + size * 0.9, y + size * 2)], tone)
            if index % 4 == 0:
                for side in (-1, 1):
                    s.oval(x + side * size * 0.56, y - size * 0.2, size * 0.24, size * 0.3, tone)
            elif index % 4 == 1:
                for k in range(7):
                    s.oval(x + math.cos(k * 0.52 + math.pi) * size * 0.5, y + math.sin(k * 0.52 + math.pi) * size * 0.5, size * 0.2, size * 0.2, tone)
            elif index % 4 == 2:
                s.oval(x, y - size * 0.72, size * 0.22, size * 0.2, tone)

        s.lit(child, rim="#ffcf8a", shift=(0, -3))


def _puppet(s: Sheet, x: float, y: float, coat: str, skin: str, hair: str, flip: bool) -> None:
    def draw() -> None:
        with s.at(x, y, 1.1, flip=flip):
            s.blob([(-70, 10), (-50, -110), (0, -140), (50, -110), (70, 10)], along((-70, 0), (70, 0), (lighter(coat, 0.3), coat, darker(coat, 0.35))))
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
            s.blob([(50, -226), (10, -256), (-50, -236), (-60, -180), (-36, -160), (-30, -206), (10, -226)], hair)
            s.area([(-56, -226), (56, -232), (0, -320)], darker(coat, 0.1))
            s.oval(0, -320, 13, 13, "#f6e2b0")

    s.lit(draw, rim="#fff3d0", shift=(-2, -3))


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
    s.area([(-20, 700), (1460, 700), (1460, 980), (-20, 980)], along((0, 700), (0, 960), ("#a88a64", "#7a5f44", "#3f2e24")))
    s.glow(720, 860, 760, "#ff8a2a", 0.9)
    for index in range(9):
        turn = index * 20 - 80
        with s.at(720 + index * 70 - 280, 900, 1, turn * 0.5):
            s.box(-140, -22, 280, 44, ("#7a4a2c", "#33201a"), 16)
            s.oval(140, 0, 14, 22, "#d9a468")
    for _ in range(70):
        x = s.chance.gauss(720, 220)
        tall = s.chance.uniform(60, 190)
        s.blob([(x - 22, 900), (x - 12, 900 - tall * 0.5), (x + s.chance.uniform(-20, 20), 900 - tall), (x + 12, 900 - tall * 0.5), (x + 22, 900)], s.chance.choice(("#ffd24aaa", "#ff7a1faa", "#fff0a8aa", "#f0481caa")))
    s.shape(smooth([(150, 600), (240, 720), (480, 790), (720, 800), (960, 790), (1200, 720), (1290, 600), (720, 560)]), along((0, 600), (0, 800), ("#4a4a54", "#26262e", "#5a3420")))
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
            s.oval(720 + math.cos(turn) * far * 540, 592 + math.sin(turn) * far * 142, 9, 7, s.chance.choice(("#6fae4a", "#8fc25a", "#d9482f")))
        for index in range(9):
            turn = index * math.tau / 9
            x, y = 720 + math.cos(turn) * 360, 592 + math.sin(turn) * 92
            with s.at(x, y, 1, math.degrees(turn) * 0.5):
                s.blob([(-70, 0), (-20, -26), (50, -18), (74, 0), (50, 18), (-20, 24)], ("#f6ead8", "#c9a888", "#8a6a5a"))
                s.blob([(-70, 0), (-20, -26), (50, -18), (74, 0), (20, -4)], "#e0806a")
        for index in range(7):
            turn = index * math.tau / 7 + 0.3
            x, y = 720 + math.cos(turn) * 190, 592 + math.sin(turn) * 48
            s.stroke(smooth([(x - 26, y + 8), (x - 14, y - 16), (x + 14, y - 16), (x + 24, y + 6)], False), "#ff8a5a", 15)
            s.stroke(smooth([(x - 26, y + 8), (x - 14, y - 16), (x + 14, y - 16), (x + 24, y + 6)], False), "#ffd0b4", 4)
        for x, y in ((470, 650), (960, 650), (720, 690), (560, 520), (900, 516)):
            s.blob([(x - 34, y + 10), (x, y - 20), (x + 34, y + 10), (x, y + 20)], ("#fff3a0", "#f0c02c"))
    with s.layer(0.8, blur=22):
        for _ in range(26):
            x = s.chance.uniform(340, 1100)
            y = s.chance.uniform(120, 520)
            s.line([(x, y + 120), (x + 40, y + 60), (x - 20, y), (x + 30, y - 90)], "#fff8ec44", s.chance.uniform(16, 46), soft=True)

    def spoon() -> None:
        s.shape(limb([(1440, 120), (1180, 330), (980, 520)], [30, 27, 22]), along((980, 520), (1440, 120), ("#e6b878", "#a8703f")))
        s.oval(960, 540, 52, 26, ("#d9a868", "#8a5a30"))
        s.shape(limb([(1460, 10), (1370, 120), (1290, 220)], [150, 110, 74]), ("#2f5f7c", "#1f4058"))
        s.oval(1266, 250, 44, 40, "#a86c48")
        for finger in range(3):
            s.shape(limb([(1250 + finger * 16, 240), (1220 + finger * 18, 280 - finger * 6)], [28, 23]), mix("#b5764a", "#8f5a3c", finger / 3))

    s.lit(spoon, rim="#ffdca8", shift=(-3, -3))
