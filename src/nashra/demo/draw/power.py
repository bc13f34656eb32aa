# mypy: allow-redefinition-new, local-partial-types
"""Energy, water works, laboratories and the night sky."""

import math

from nashra.demo.draw.canvas import Sheet, along, around, box, limb, oval, polygon, smooth
from nashra.demo.draw.colour import darker, fade, lighter, mix
from nashra.demo.draw.figures import Person, person
from nashra.demo.draw.nature import clouds, palm, ranges, ridge, sky, sun, water
from nashra.demo.draw.scenes import scene
from nashra.demo.draw.things import pylon, stars, turbine, wire


@scene
def wind_farm(s: Sheet) -> None:
    """Turbines on the plateau at sunset, long shadows."""
    wind_farm_land(s)
    wind_farm_towers(s, 0)


def wind_farm_land(s: Sheet) -> None:
    """The plateau without its turbines."""
    sky(s, ["#3a3f7c", "#8a6aa0", "#e88f7c", "#ffc46e", "#ffe6a4"], 640)
    clouds(s, 40, 520, ["#5f5490", "#b5779a", "#f09a7c", "#ffd48c"], cover=0.48, size=(740, 100))
    sun(s, 330, 590, 58, "#fff8dc", "#ffb04f")
    ranges(s, 636, [90, 50], "#c98a84", "#a86a66", 14)
    s.box(-10, 640, 1460, 350, along((0, 640), (0, 960), ("#e2a05a", "#b9713f", "#6f4030")))
    for row in range(10):
        y = 660 + row * row * 3.3
        s.line(
            [(-20, y), (430, y + 9 * math.sin(row)), (960, y - 5), (1460, y + 6)],
            "#7f452e55",
            2 + row * 0.8,
            soft=True,
        )
    s.area(
        [(566, 642), (580, 642), (1110, 980), (640, 980)], along((0, 646), (0, 960), ("#f0c07c", "#c98a54"))
    )


TURBINES = (
    (520, 652, 120),
    (640, 650, 130),
    (770, 654, 140),
    (900, 652, 130),
    (1040, 660, 190),
    (1330, 664, 210),
    (150, 664, 190),
    (1180, 700, 380),
    (700, 720, 440),
    (300, 800, 680),
)


def wind_farm_towers(s: Sheet, turn: float) -> None:
    """The turbines, rotors turned by degrees."""
    for index, (x, y, height) in enumerate(TURBINES):
        s.area(
            [
                (x - height * 0.02, y),
                (x + height * 0.02, y),
                (x + (x - 330) * 0.5 + height * 0.5, y + height * 0.34),
                (x + (x - 330) * 0.5 + height * 0.46, y + height * 0.34),
            ],
            "#4a2a3044",
            2,
        )
        haze = 1 - height / 700
        turbine(
            s,
            x,
            y,
            height,
            turn + index * 37,
            mix("#fff0dc", "#f0b490", haze),
            mix("#5a4a74", "#b5788c", haze),
        )


@scene
def turbine_close(s: Sheet) -> None:
    """One hub and its blades from below against deep blue."""
    turbine_close_sky(s)
    turbine_close_rotor(s, 14)


def turbine_close_sky(s: Sheet) -> None:
    """The blue sky behind the close turbine."""
    s.wash(along((0, 0), (900, 960), ("#0c2f6a", "#1c5aa0", "#4f97c9", "#a9d3e2")))
    clouds(s, 560, 960, ["#7fb0d3", "#bcd9e6", "#f6fbfb"], cover=0.5, size=(700, 150))
    s.glow(240, 60, 700, "#bfe3ff", 0.4)


def turbine_close_rotor(s: Sheet, turn: float) -> None:
    """The close turbine with its rotor turned by degrees."""
    s.area(
        [(690, 400), (776, 400), (900, 1000), (600, 1000)],
        along((620, 0), (880, 0), ("#ffffff", "#e6ecee", "#93a9bd", "#54708f")),
    )
    s.blob(
        [(640, 330), (700, 300), (800, 306), (850, 350), (836, 416), (760, 440), (670, 426)],
        along((640, 300), (850, 440), ("#ffffff", "#d6e0e6", "#7f9ab4")),
    )
    for blade in range(3):
        with s.at(728, 366, 1, turn + blade * 120):
            body = smooth(
                [
                    (-16, -20),
                    (-34, -120),
                    (-30, -330),
                    (-14, -640),
                    (-2, -900),
                    (6, -900),
                    (20, -620),
                    (46, -300),
                    (58, -130),
                    (28, -30),
                ]
            )
            s.shape(body, along((-34, 0), (58, 0), ("#ffffff", "#f0f4f4", "#a9bccb", "#6a86a4")))
            s.line([(4, -40), (8, -400), (2, -860)], "#7f9ab466", 4, soft=True)
            s.area([(-9, -780), (12, -780), (9, -830), (-6, -830)], "#d9513c")
    s.oval(728, 366, 66, 66, around((704, 340), 100, ("#ffffff", "#e0e8ec", "#7f9ab4")))
    s.oval(728, 366, 22, 22, "#b9c9d4")


@scene
def power_lines(s: Sheet) -> None:
    """Pylons marching over the hills at dusk."""
    sky(s, ["#2a2f66", "#7a5f96", "#e0887c", "#ffca7c"], 640)
    clouds(s, 30, 520, ["#4a4784", "#a06c94", "#ee9a80", "#ffd898"], cover=0.5, size=(760, 100))
    sun(s, 980, 560, 46, "#fff6d4", "#ffae54")
    crests = []
    for index, (base, tall, far) in enumerate(
        ((600, 90, "#b5788a"), (650, 110, "#8f6284"), (730, 130, "#6a4c74"), (850, 150, "#453a60"))
    ):
        crests.append(
            ridge(
                s, base, tall, (lighter(far, 0.18), darker(far, 0.2)), 460 + index * 60, f"hill{index}", 0.42
            )
        )
    spots = [
        (1010, 560, 60),
        (960, 580, 90),
        (880, 610, 140),
        (750, 660, 230),
        (520, 760, 400),
        (130, 960, 760),
    ]
    hooks: list[list[tuple[float, float]]] = []
    for x, y, height in spots:
        tone = mix("#a06a80", "#1c1a38", min(1, height / 420))
        hooks.append(pylon(s, x, y, height, tone))
    for (near, far), (_, _, height) in zip(zip(hooks[1:], hooks, strict=False), spots[1:], strict=True):
        for start, end in zip(near, far, strict=True):
            wire(
                s,
                start,
                end,
                height * 0.05,
                mix("#a06a80", "#1c1a38", min(1, height / 420)),
                0.8 + height * 0.0036,
            )
    for start in hooks[-1]:
        wire(s, start, (start[0] - 420, start[1] - 180), 60, "#1c1a38", 3.4)
    for x in range(-20, 1460, 9):
        s.line(
            [(x, 970), (x + s.chance.uniform(-12, 12), 930 - s.chance.uniform(0, 46))],
            s.chance.choice(("#2a2444", "#3a3054", "#5a4464")),
            4,
        )


@scene
def desalination_plant(s: Sheet) -> None:
    """White pipes and tanks by the sea."""
    sky(s, ["#3f9fd4", "#a4d6e4", "#f3f3dc"], 400)
    clouds(s, 10, 300, ["#b5d6e2", "#eef5ee", "#ffffff"], cover=0.4)
    water(s, 400, "#12789c", bottom=560, glint="#ffffff")
    s.area(
        [(-20, 520), (600, 500), (1460, 540), (1460, 980), (-20, 980)],
        along((0, 510), (0, 960), ("#ecdcb4", "#d3ba8a", "#a48c64")),
    )
    for x, y, wide, tall in ((980, 560, 220, 190), (1240, 580, 260, 220), (700, 550, 180, 150)):
        s.oval(x + 50, y + 10, wide * 0.6, 20, "#5a4a3466", 8)
        s.box(
            x - wide / 2,
            y - tall,
            wide,
            tall,
            along((x - wide / 2, 0), (x + wide / 2, 0), ("#ffffff", "#eef1ee", "#b4c3cb", "#8299a8")),
        )
        s.oval(x, y, wide / 2, wide * 0.1, "#8fa4b0")
        s.oval(x, y - tall, wide / 2, wide * 0.1, ("#ffffff", "#d3dde0"))
        s.box(x - wide / 2, y - tall * 0.42, wide, 14, "#2f9fc0")
        s.line([(x + wide * 0.3, y), (x + wide * 0.3, y - tall)], "#8299a8", 4)
    s.box(90, 420, 420, 150, ("#fdf8ea", "#cfc9ba"))
    s.area([(70, 424), (530, 424), (500, 384), (100, 384)], ("#4fa9c4", "#2f7f9f"))
    for window in range(7):
        s.box(116 + window * 55, 456, 36, 46, ("#2f5a74", "#9fc9d4"), 3)
    for index, y in enumerate((650, 706, 766, 832, 906)):
        wide = 30 + index * 9
        path = [
            (-40, y + 20),
            (360 + index * 50, y + 20),
            (420 + index * 60, y - 20),
            (1500, y - 20 + index * 6),
        ]
        for shift, tint in ((0, "#8ea3ae"), (-wide * 0.12, "#dfe6e6"), (-wide * 0.24, "#ffffff")):
            s.line([(x, yy + shift) for x, yy in path], tint, wide * (1 - abs(shift) / wide * 2.2))
        for joint in range(5):
            x = 90 + joint * 300 + index * 40
            level = y + 20 if x < 380 + index * 50 else y - 20 + index * 3
            if abs(x - 400 - index * 55) < 60:
                continue
            s.box(x, level - wide * 0.62, 16, wide * 1.24, ("#bfe0ea", "#2f86a8", "#1c5f7f"), 4)
    with s.at(800, 860):
        s.oval(0, -66, 44, 44, "#00000000")
        s.stroke(oval(0, -80, 44, 44), "#d9513c", 11)
        s.line([(-40, -80), (40, -80)], "#d9513c", 8)
        s.line([(0, -120), (0, 0)], "#d9513c", 9)
    person(
        s,
        1080,
        770,
        190,
        Person(skin="#8f5a3c", top="#2f86a8", wear="vest", cloth="#ffe27a", head="helmet"),
        "read",
        rim="#fffbe8",
    )
    palm(s, 60, 600, 240, "#2f6a4a", "#9fc26a")


def glass(
    s: Sheet, x: float, y: float, size: float, liquid: str, kind: str = "cone", level: float = 0.5
) -> None:
    """Laboratory glass with a liquid in it."""
    if kind == "cone":
        shape = smooth_cone(x, y, size)
    elif kind == "tube":
        shape = box(x - size * 0.14, y - size, size * 0.28, size, size * 0.13)
    else:
        shape = box(x - size * 0.4, y - size * 0.9, size * 0.8, size * 0.9, size * 0.08)
    s.shape(shape, "#e6f6fa2e")
    with s.inside(shape):
        top = y - size * level
        s.box(
            x - size,
            top,
            size * 2,
            size * 2,
            along((0, top), (0, y), (fade(lighter(liquid, 0.3), 0.85), fade(liquid, 0.95))),
        )
        s.oval(x, top, size * 0.5, size * 0.04, fade(lighter(liquid, 0.5), 0.8))
        for _ in range(6):
            s.oval(
                x + s.chance.uniform(-0.3, 0.3) * size,
                y - s.chance.uniform(0.05, level) * size,
                3,
                3,
                "#ffffff88",
            )
        s.box(x - size * 0.34, y - size, size * 0.07, size, "#ffffff44")
    s.stroke(shape, "#f3fbfdaa", max(2.5, size * 0.016))


def smooth_cone(x: float, y: float, size: float) -> object:
    """The outline of a conical flask."""
    return polygon(
        [
            (x - size * 0.12, y - size),
            (x + size * 0.12, y - size),
            (x + size * 0.12, y - size * 0.66),
            (x + size * 0.46, y - size * 0.06),
            (x + size * 0.42, y),
            (x - size * 0.42, y),
            (x - size * 0.46, y - size * 0.06),
            (x - size * 0.12, y - size * 0.66),
        ]
    )


@scene
def laboratory(s: Sheet) -> None:
    """A bench with flasks and the membrane module, a scientist behind."""
    laboratory_room(s)
    laboratory_bench(s, 0)


def laboratory_room(s: Sheet) -> None:
    """The room, the window and the scientist."""
    s.wash(along((0, 0), (1440, 960), ("#0f3a4f", "#1a5a6c", "#0d2c40")))
    s.box(140, 60, 520, 420, along((140, 60), (660, 480), ("#bfe9ec", "#6fc0cc", "#2f8fa4")), 6)
    for x in (310, 485):
        s.line([(x, 60), (x, 480)], "#0d3548", 9)
    s.line([(140, 260), (660, 260)], "#0d3548", 9)
    s.glow(400, 260, 620, "#aef0ee", 0.4)
    for row in range(3):
        y = 150 + row * 130
        s.box(860, y, 540, 12, "#2f7484")
        for index in range(9):
            x = 890 + index * 58
            tint = ("#3fa9b4", "#e0a02c", "#c9563a", "#7fc49a", "#dfeef0")[(index * 2 + row) % 5]
            tall = s.chance.uniform(50, 96)
            s.box(
                x,
                y - tall,
                38,
                tall,
                along((x, 0), (x + 38, 0), (fade(lighter(tint, 0.4), 0.7), fade(tint, 0.55))),
                6,
            )
            s.box(x + 8, y - tall - 10, 22, 12, "#0d3548", 3)

    def scientist() -> None:
        s.blob(
            [(560, 330), (470, 360), (400, 460), (380, 760), (800, 760), (790, 460), (720, 360), (640, 330)],
            along((380, 0), (800, 0), ("#f6fbfa", "#cfe0e4", "#7fa0b0")),
        )
        s.shape(limb([(600, 350), (606, 260)], [70, 66]), "#7f4f36")
        s.oval(612, 226, 62, 76, along((550, 0), (676, 0), ("#b97c54", "#8f5a3c", "#6a3f2c")))
        s.blob(
            [(550, 240), (540, 170), (590, 130), (660, 140), (684, 190), (640, 184), (590, 196), (572, 240)],
            "#1c1517",
        )
        s.oval(548, 150, 36, 34, "#1c1517")
        s.blob([(596, 214), (690, 210), (690, 238), (600, 244)], "#bff3f2aa")
        s.stroke(smooth([(596, 214), (690, 210), (690, 238), (600, 244)]), "#12303e", 4)
        s.shape(limb([(760, 440), (840, 540), (900, 500)], [76, 60, 44]), "#e6f0f0")
        s.oval(916, 486, 24, 22, "#8f5a3c")

    s.lit(scientist, rim="#c9fbf4", shift=(-4, -2), shade="#0d3a4f55")


def laboratory_bench(s: Sheet, time: float) -> None:
    """The bench; `time` moves the water in the membrane module."""
    s.area(
        [(-20, 720), (1460, 720), (1460, 980), (-20, 980)],
        along((0, 720), (0, 960), ("#dcebea", "#a9c6ca", "#5f8592")),
    )
    s.box(-10, 716, 1460, 12, "#f6fcfb")
    glass(s, 150, 850, 230, "#e0a02c", "cone", 0.36)
    glass(s, 320, 900, 180, "#d9513c", "beaker", 0.44)
    glass(s, 1330, 880, 260, "#3fbf9a", "cone", 0.4)
    for index in range(4):
        glass(
            s,
            1130 + index * 44,
            830,
            150,
            ("#3fa9d4", "#8fd46a", "#e0742e", "#b56ad4")[index],
            "tube",
            0.3 + index * 0.14,
        )
    s.box(1100, 770, 190, 16, "#2f5566", 4)
    tube = box(470, 660, 560, 150, 70)
    s.oval(750, 836, 300, 20, "#1c3f4e66", 10)
    s.box(540, 800, 30, 60, "#3f6070")
    s.box(930, 800, 30, 60, "#3f6070")
    s.shape(tube, along((0, 660), (0, 810), ("#e9fbfd99", "#6fd0e666", "#bff0f588")))
    with s.inside(tube):
        s.box(470, 672, 560, 128, along((0, 660), (0, 810), ("#9fe8f4", "#2fa4d0", "#14628f")))
        for fold in range(16):
            x = 490 + fold * 34
            s.line([(x, 664), (x + 16, 735), (x, 806)], "#f3fdff99", 5, soft=True)
        for index in range(60):
            x = 470 + (index * 97 + time * 120 * (1 + index % 3)) % 560
            y = 676 + (index * 53) % 120
            s.oval(x, y, 3 + index % 4, 3 + index % 4, "#ffffffaa")
        s.box(470, 676, 560, 16, "#ffffff77")
    s.stroke(tube, "#f3fdff", 5)
    for x in (452, 998):
        s.box(x, 648, 50, 174, along((0, 648), (0, 822), ("#f3f6f4", "#a9bcc2", "#5f7a88")), 10)
    s.line([(452, 735), (400, 735), (380, 620), (330, 600)], "#2fa4d0", 15, soft=True)
    s.line([(1048, 735), (1080, 735), (1090, 860), (1040, 890)], "#bff0f5", 15, soft=True)
    s.glow(750, 735, 420, "#6fe0f4", 0.35)


@scene
def observatory_night(s: Sheet) -> None:
    """The open dome under the Milky Way and a small comet."""
    s.wash(along((0, 0), (0, 960), ("#050a20", "#0f1c48", "#2c3a74", "#6a5a8c", "#c98a84")))
    import numpy as np

    from nashra.demo.draw.nature import seed_of
    from nashra.demo.draw.noise import ease, field

    rows, columns = np.mgrid[0:960, 0:1440].astype(np.float32)
    band = np.exp(-(((rows - 760 + columns * 0.62) / 150) ** 2))
    dust = field(seed_of(s, "dust"), 1440, 960, 240, 200, 6, 0.6)
    veil = np.clip(
        band * (0.35 + 0.9 * dust)
        - 0.5
        * ease(field(seed_of(s, "lane"), 1440, 960, 300, 160, 6), 0.5, 0.9)
        * np.exp(-(((rows - 770 + columns * 0.62) / 60) ** 2)),
        0,
        1,
    )
    tint = np.stack([0.75 + 0.2 * dust, 0.74 + 0.05 * dust, 0.95 - 0.15 * dust, veil * 0.75], -1).astype(
        np.float32
    )
    s.lay(tint, 0, 0)
    stars(s, 760, 520)
    for _ in range(700):
        x = s.chance.uniform(0, 1440)
        y = 760 - x * 0.62 + s.chance.gauss(0, 80)
        s.oval(x, y, 1.1, 1.1, fade("#fff6e6", s.chance.uniform(0.3, 0.9)))
    with s.layer(blend="Screen", blur=3):
        s.area(
            [(1140, 250), (1146, 262), (1350, 120), (1310, 90)],
            along((1140, 256), (1330, 110), ("#dff4ffdd", "#9fd0ff55", "#9fd0ff00")),
        )
    s.glow(1142, 256, 46, "#e6f8ff", 1.0)
    s.oval(1142, 256, 5, 5, "#ffffff")
    ranges(s, 830, [110, 60], "#3a2f5c", "#241c40", 40)
    ridge(s, 940, 90, ("#1a1430", "#0a0818"), 500, "near")
    s.box(380, 640, 320, 250, along((380, 0), (700, 0), ("#b9a8bc", "#6f6488", "#2f2a4c")))
    s.box(366, 626, 348, 22, along((366, 0), (714, 0), ("#d3bfc4", "#4a4268")))
    shell = oval(540, 630, 174, 186)
    with s.inside(box(300, 400, 500, 228)):
        s.shape(shell, along((366, 450), (714, 630), ("#f3e3e0", "#a998b4", "#3f3862")))
        with s.inside(shell):
            for rib in range(-4, 5):
                s.stroke(oval(540, 630, abs(rib) * 42 + 2, 186), "#4a406a55", 2)
            s.area([(548, 440), (610, 440), (664, 640), (580, 640)], "#0a0a1e")
            s.line([(566, 640), (600, 510)], "#c9b4bc", 24)
            s.line([(548, 440), (580, 640)], "#ffb06a", 4)
    s.glow(610, 560, 110, "#ff7a4f", 0.5)
    s.box(500, 760, 44, 90, ("#ffdf9a", "#e0a04f"), 3)
    s.glow(522, 800, 130, "#ffc46a", 0.7)
    person(s, 800, 884, 90, Person(top="#2a2444", wear="coat", head="tail"), "point", rim="#c9b4d4")
    person(s, 840, 886, 84, Person(top="#1c1a34", head="short"), "stand", rim="#c9b4d4")
