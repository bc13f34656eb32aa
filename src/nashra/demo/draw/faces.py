# mypy: allow-redefinition-new, local-partial-types
"""Portraits: dignified busts with light from one side."""

import math
from dataclasses import dataclass

import skia

from nashra.demo.draw.canvas import Point, Sheet, along, around, box, oval, polygon, smooth
from nashra.demo.draw.colour import channels, darker, fade, lighter, mix
from nashra.demo.draw.town import arch

LOOSE = ("long", "bob", "parted-long", "wavy", "fringe")
SIZE = 1.13
LIFT = -46


@dataclass(frozen=True)
class Face:
    """One person's looks."""

    skin: str
    hair: str
    style: str
    cloth: str
    collar: str = "shirt"
    inner: str = "#f2ead8"
    back: tuple[str, str] = ("#d8b48a", "#8d5b4c")
    scene: str = "disc"
    scarf: str = "#2f6f74"
    beard: str = ""
    glasses: str = ""
    jaw: float = 1.0
    wide: float = 1.0
    age: float = 0.3
    turn: float = 10
    smile: float = 0.4
    brow: float = 1.0
    lips: str | None = None
    eye: str = "#3b2618"
    earrings: bool = False
    mirrored: bool = False


def draw_face(sheet: Sheet, face: Face) -> None:
    """The whole portrait on an 800 × 800 sheet."""
    _background(sheet, face)
    with sheet.at(400, 0, flip=face.mirrored), sheet.at(-400 * SIZE, 800 - 776 * SIZE, SIZE):
        _bust(sheet, face)


def _background(sheet: Sheet, face: Face) -> None:
    light, deep = face.back
    sheet.wash(along((0, 0), (800, 800), (lighter(light, 0.25), light, mix(light, deep, 0.55))))
    if face.scene == "disc":
        sheet.oval(
            400, 360, 300, 300, along((140, 120), (660, 640), (lighter(light, 0.45), mix(light, deep, 0.35)))
        )
    elif face.scene == "hills":
        for index in range(4):
            base = 470 + index * 80
            crest = [
                (x, base - 60 * ((index * 0.7 + x / 260) % 2 - 1) ** 2 - index * 10)
                for x in range(-40, 860, 40)
            ]
            sheet.area([*crest, (860, 860), (-60, 860)], mix(light, deep, 0.3 + index * 0.2))
    elif face.scene == "arches":
        for left in (-70, 130, 330, 530, 730):
            sheet.shape(
                arch(left + 14, 130, 170, 760),
                along((0, 130), (0, 800), (mix(light, deep, 0.62), mix(light, deep, 0.3))),
            )
    elif face.scene == "sea":
        sheet.box(0, 520, 800, 300, along((0, 520), (0, 800), (mix(light, deep, 0.5), deep)))
        for index in range(34):
            y = 530 + index * 8
            x = sheet.chance.uniform(-80, 760)
            sheet.line([(x, y), (x + sheet.chance.uniform(40, 170), y)], fade(lighter(light, 0.4), 0.35), 2.4)
    elif face.scene == "books":
        for row in range(4):
            x = -10.0
            while x < 810:
                wide, tall = sheet.chance.uniform(20, 44), sheet.chance.uniform(120, 172)
                tint = mix(light, deep, sheet.chance.uniform(0.25, 0.95))
                sheet.box(
                    x,
                    190 + row * 200 - tall,
                    wide - 3,
                    tall,
                    along((x, 0), (x + wide, 0), (lighter(tint, 0.12), darker(tint, 0.12))),
                )
                x += wide
            sheet.box(0, 190 + row * 200, 800, 14, darker(deep, 0.25))
        sheet.wash(fade(light, 0.35))
    elif face.scene == "window":
        sheet.box(90, 60, 300, 480, along((90, 60), (390, 540), (lighter(light, 0.6), lighter(light, 0.2))))
        for x in (238,):
            sheet.box(x, 60, 10, 480, deep)
        sheet.box(90, 290, 300, 10, deep)
        sheet.stroke(box(90, 60, 300, 480), deep, 14)
    elif face.scene == "leaves":
        for _ in range(26):
            x, y, turn = (
                sheet.chance.uniform(0, 800),
                sheet.chance.uniform(0, 640),
                sheet.chance.uniform(0, 360),
            )
            with sheet.at(x, y, sheet.chance.uniform(0.8, 1.6), turn):
                sheet.blob(
                    [(0, -60), (20, -10), (0, 60), (-20, -10)],
                    fade(mix(light, deep, sheet.chance.uniform(0.4, 1)), 0.7),
                )
    sheet.glow(180, 180, 520, lighter(light, 0.6), 0.5, blend="SoftLight")


def _outline(face: Face) -> list[Point]:
    w, j, t = 104 * face.wide, face.jaw, face.turn * 0.5
    return [
        (400 - w * 0.62, 206),
        (400, 186),
        (400 + w * 0.62, 206),
        (400 + w * 0.96, 268),
        (400 + w * 1.0, 340),
        (400 + w * 0.93 * (0.5 + 0.5 * j), 408),
        (400 + w * 0.66 * j + t, 458),
        (400 + w * 0.3 * j + t, 489),
        (400 + t, 496),
        (400 - w * 0.3 * j + t, 489),
        (400 - w * 0.66 * j + t, 458),
        (400 - w * 0.93 * (0.5 + 0.5 * j), 408),
        (400 - w * 1.0, 340),
        (400 - w * 0.96, 268),
    ]


def _bust(sheet: Sheet, face: Face) -> None:
    covered = face.style.startswith("hijab")
    _hair_behind(sheet, face)
    with sheet.at(0, LIFT):
        _clothes(sheet, face)
    if not covered:
        low = 640 if face.collar in ("blazer", "shirt", "bow", "scarf", "roll") else 604
        neck = smooth(
            [
                (400 - 58, 430),
                (400 + 58, 430),
                (400 + 61, 520),
                (400 + 92, 552),
                (400, low),
                (400 - 92, 552),
                (400 - 61, 520),
            ]
        )
        sheet.shape(neck, (darker(face.skin, 0.1), face.skin))
        with sheet.inside(neck):
            sheet.blob(
                [(330, 440), (400, 500), (480, 440), (500, 520), (430, 566), (352, 540)],
                fade(_shadow(face.skin), 0.6),
                blur=4,
            )
            sheet.area([(420, 420), (520, 420), (520, 700), (404, 700)], fade(_shadow(face.skin), 0.45))
        with sheet.at(0, LIFT):
            _collar(sheet, face)
        for side in (-1, 1):
            ear = 400 + side * (104 * face.wide + 4)
            tone = face.skin if side < 0 else mix(face.skin, _shadow(face.skin), 0.6)
            sheet.oval(ear, 350, 20, 34, darker(tone, 0.06))
            sheet.oval(ear + side * 2, 350, 10, 22, fade(_shadow(face.skin), 0.5))
            if face.earrings:
                sheet.oval(ear + side * 2, 392, 6, 6, "#e2b65a")
                sheet.oval(ear + side * 2, 404, 4, 9, "#e2b65a")
    head = smooth(_outline(face))
    sheet.shape(
        head,
        along(
            (290, 200),
            (520, 480),
            (lighter(face.skin, 0.12), face.skin, mix(face.skin, _shadow(face.skin), 0.35)),
        ),
    )
    with sheet.inside(head):
        _planes(sheet, face)
        if face.beard:
            _beard(sheet, face)
    _features(sheet, face)
    _hair_front(sheet, face)
    if face.glasses:
        _glasses(sheet, face)


def _shadow(skin: str) -> str:
    return mix(skin, "#4a1d2c", 0.46)


def _planes(sheet: Sheet, face: Face) -> None:
    t, shade = face.turn, _shadow(face.skin)
    sheet.blob(
        [
            (418 + t, 170),
            (428 + t, 290),
            (414 + t, 322),
            (440 + t, 372),
            (432 + t, 400),
            (440 + t, 440),
            (414 + t, 476),
            (420, 520),
            (560, 520),
            (560, 170),
        ],
        fade(shade, 0.36),
        blur=5,
    )
    sheet.blob(
        [(470, 200), (478, 330), (462, 420), (430, 520), (560, 520), (560, 200)], fade(shade, 0.34), blur=16
    )
    for side in (-1, 1):
        sheet.oval(400 + t + side * 58, 398, 34, 24, fade("#d8573f", 0.2 if side < 0 else 0.14), blur=14)
        sheet.blob(
            [
                (400 + t + side * 20, 318),
                (400 + t + side * 46, 306),
                (400 + t + side * 82, 318),
                (400 + t + side * 76, 342),
                (400 + t + side * 44, 350),
                (400 + t + side * 22, 340),
            ],
            fade(shade, 0.26),
            blur=6,
        )
    sheet.oval(360 + t * 0.5, 250, 46, 34, fade(lighter(face.skin, 0.6), 0.34), blur=18)
    sheet.oval(346 + t, 384, 20, 12, fade(lighter(face.skin, 0.7), 0.3), blur=9)
    if face.age > 0.45:
        for side in (-1, 1):
            sheet.line(
                [(400 + t + side * 30, 400), (400 + t + side * 46, 420), (400 + t + side * 50, 440)],
                fade(shade, 0.4 * face.age),
                4,
                soft=True,
                blur=1,
            )
            sheet.line(
                [(400 + t + side * 26, 354), (400 + t + side * 50, 362), (400 + t + side * 70, 354)],
                fade(shade, 0.4 * face.age),
                3,
                soft=True,
                blur=1,
            )
        for row in range(3):
            sheet.line(
                [(350 + t, 244 + row * 15), (400 + t, 239 + row * 15), (450 + t, 244 + row * 15)],
                fade(shade, 0.25 * face.age),
                2.6,
                soft=True,
                blur=0.8,
            )


def _beard(sheet: Sheet, face: Face) -> None:
    t = face.turn
    tone = fade(face.hair, 0.34) if face.beard == "stubble" else face.hair
    soft = 7 if face.beard == "stubble" else 3.4 if face.beard == "short" else 1.6
    if face.beard in ("full", "stubble", "short"):
        sheet.blob(
            [
                (290, 330),
                (314, 392),
                (350 + t, 418),
                (380 + t, 410),
                (400 + t, 416),
                (420 + t, 410),
                (452 + t, 418),
                (488, 392),
                (512, 330),
                (520, 540),
                (280, 540),
            ],
            tone,
            blur=soft,
        )
        if face.beard == "short":
            sheet.blob(
                [
                    (372 + t, 452),
                    (400 + t, 462),
                    (428 + t, 452),
                    (420 + t, 470),
                    (400 + t, 476),
                    (380 + t, 470),
                ],
                fade(face.skin, 0.35),
                blur=5,
            )
        if face.beard in ("full", "short"):
            sheet.blob(
                [(418 + t, 430), (500, 380), (520, 540), (420, 540)],
                fade(darker(face.hair, 0.5), 0.45),
                blur=8,
            )
    elif face.beard == "goatee":
        sheet.blob(
            [
                (352 + t, 424),
                (376 + t, 410),
                (400 + t, 414),
                (424 + t, 410),
                (448 + t, 424),
                (444 + t, 470),
                (400 + t, 510),
                (356 + t, 470),
            ],
            tone,
            blur=1.6,
        )
    if face.beard == "moustache":
        sheet.blob(
            [
                (346 + t, 428),
                (370 + t, 410),
                (400 + t, 408),
                (430 + t, 410),
                (454 + t, 428),
                (426 + t, 424),
                (400 + t, 420),
                (374 + t, 424),
            ],
            tone,
            blur=1,
        )


def _features(sheet: Sheet, face: Face) -> None:
    t, shade = face.turn, _shadow(face.skin)
    for side in (-1, 1):
        _eye(sheet, face, 400 + t * 1.15 + side * (48 - (3 if side > 0 else 0)), 334, side)
    nose = smooth(
        [
            (404 + t, 316),
            (414 + t * 1.3, 352),
            (428 + t * 1.5, 386),
            (424 + t * 1.4, 400),
            (402 + t * 1.4, 404),
            (396 + t * 1.2, 360),
        ]
    )
    sheet.shape(nose, along((396 + t, 0), (432 + t, 0), (fade(shade, 0.06), fade(shade, 0.5))))
    sheet.blob(
        [
            (376 + t * 1.3, 396),
            (388 + t * 1.3, 402),
            (402 + t * 1.4, 406),
            (418 + t * 1.4, 402),
            (428 + t * 1.4, 396),
            (420 + t * 1.4, 408),
            (402 + t * 1.4, 411),
            (384 + t * 1.3, 407),
        ],
        fade(darker(shade, 0.25), 0.6),
    )
    sheet.line(
        [(394 + t * 1.1, 330), (396 + t * 1.3, 368), (394 + t * 1.4, 388)],
        fade(lighter(face.skin, 0.65), 0.42),
        7,
        soft=True,
        blur=3,
    )
    _mouth(sheet, face)


def _eye(sheet: Sheet, face: Face, x: float, y: float, side: int) -> None:
    shade = _shadow(face.skin)
    inner, outer = x - side * 23, x + side * 25
    almond = smooth(
        [
            (inner, y + 3),
            (x - side * 6, y - 9),
            (x + side * 10, y - 9),
            (outer, y - 1),
            (x + side * 8, y + 9),
            (x - side * 8, y + 9),
        ]
    )
    sheet.shape(almond, "#f6eee2" if side < 0 else "#ddd3c8")
    with sheet.inside(almond):
        sheet.oval(x + face.turn * 0.12, y - 1, 12, 12.5, face.eye)
        sheet.oval(x + face.turn * 0.12, y - 1, 6, 6.5, "#120c0c")
        sheet.area(
            [(x - 34, y - 16), (x + 34, y - 16), (x + 34, y - 5), (x - 34, y - 5)],
            fade(darker(shade, 0.4), 0.35),
            blur=2,
        )
    sheet.oval(x - 4, y - 5, 2.8, 2.8, "#ffffffdd")
    sheet.line(
        [(inner, y + 3), (x - side * 8, y - 9), (x + side * 10, y - 10), (outer + side * 3, y - 2)],
        darker(mix(shade, "#1a0d10", 0.7), 0.1),
        4.6,
        soft=True,
    )
    sheet.line(
        [
            (inner - side * 1, y - 8),
            (x - side * 4, y - 18),
            (x + side * 14, y - 17),
            (outer + side * 2, y - 9),
        ],
        fade(shade, 0.55),
        3,
        soft=True,
    )
    sheet.line(
        [(x - side * 10, y + 11), (x + side * 6, y + 12), (outer, y + 4)], fade(shade, 0.5), 2.4, soft=True
    )
    lift = 32 - 4 * face.brow
    tone = mix(face.hair, shade, 0.2) if face.age < 0.8 else mix(face.hair, "#8c857d", 0.5)
    brow = 5.4 * face.brow + 2
    sheet.blob(
        [
            (inner - side * 4, y - lift + 9),
            (x - side * 8, y - lift - 1),
            (x + side * 14, y - lift - 3),
            (outer + side * 12, y - lift + 8),
            (x + side * 14, y - lift + brow),
            (x - side * 8, y - lift + brow + 3),
        ],
        tone,
    )


def _mouth(sheet: Sheet, face: Face) -> None:
    x, y, shade = 400 + face.turn * 1.2, 440, _shadow(face.skin)
    lips = face.lips or mix(face.skin, "#8e2f37", 0.42)
    lift = 8 * face.smile
    wide = 37 + 5 * face.smile
    sheet.blob(
        [
            (x - wide, y - lift),
            (x - 14, y - 8),
            (x, y - 5),
            (x + 14, y - 8),
            (x + wide, y - lift),
            (x + 14, y + 2),
            (x, y + 3),
            (x - 14, y + 2),
        ],
        darker(lips, 0.18),
    )
    sheet.blob(
        [
            (x - wide + 4, y - lift + 2),
            (x, y + 2),
            (x + wide - 4, y - lift + 2),
            (x + 18, y + 14),
            (x, y + 17),
            (x - 18, y + 14),
        ],
        lighter(lips, 0.06),
    )
    sheet.oval(x - 8, y + 9, 12, 4, fade(lighter(lips, 0.6), 0.4), blur=2)
    sheet.line(
        [
            (x - wide - 3, y - lift - 1),
            (x - 14, y + 1),
            (x, y + 2.6),
            (x + 14, y + 1),
            (x + wide + 3, y - lift - 1),
        ],
        fade(darker(shade, 0.45), 0.85),
        3.2,
        soft=True,
    )
    sheet.oval(x, y + 27, 22, 5, fade(shade, 0.4), blur=4)


def _clothes(sheet: Sheet, face: Face) -> None:
    cloth = face.cloth
    body = smooth(
        [
            (400, 560),
            (290, 580),
            (170, 626),
            (96, 706),
            (60, 860),
            (740, 860),
            (704, 706),
            (630, 626),
            (510, 580),
        ]
    )
    sheet.shape(body, along((120, 560), (700, 800), (lighter(cloth, 0.16), cloth, darker(cloth, 0.34))))
    with sheet.inside(body):
        sheet.blob(
            [(450, 560), (560, 640), (600, 760), (590, 880), (800, 880), (800, 560)],
            fade(darker(cloth, 0.6), 0.4),
            blur=10,
        )
        sheet.line([(196, 690), (226, 760), (222, 860)], fade(darker(cloth, 0.7), 0.35), 5, soft=True, blur=2)
        sheet.line([(604, 690), (578, 760), (584, 860)], fade(darker(cloth, 0.8), 0.4), 5, soft=True, blur=2)


def _collar(sheet: Sheet, face: Face) -> None:
    cloth, inner = face.cloth, face.inner
    if face.collar in ("blazer", "shirt", "jacket"):
        sheet.area(
            [(322, 572), (400, 676), (478, 572), (510, 640), (470, 860), (330, 860), (290, 640)],
            (lighter(inner, 0.1), inner),
        )
        sheet.area(
            [(400, 676), (478, 572), (510, 640), (470, 860), (400, 860)], fade(darker(inner, 0.6), 0.22)
        )
        if face.collar == "shirt":
            front = polygon(
                [(322, 572), (400, 690), (478, 572), (560, 640), (600, 860), (200, 860), (240, 640)]
            )
            sheet.shape(
                front, along((200, 600), (580, 800), (lighter(cloth, 0.18), cloth, darker(cloth, 0.3)))
            )
            sheet.line([(400, 700), (404, 860)], fade(darker(cloth, 0.6), 0.6), 4)
            for button in (760, 830):
                sheet.oval(414, button, 5, 5, lighter(cloth, 0.5))
        tone = cloth if face.collar == "shirt" else inner
        sheet.area([(330, 552), (400, 684), (350, 720), (300, 590)], lighter(tone, 0.26))
        sheet.area([(470, 552), (400, 684), (450, 720), (500, 590)], (tone, darker(tone, 0.16)))
        if face.collar == "blazer":
            left = [(306, 570), (240, 610), (216, 690), (262, 706), (240, 736), (392, 870)]
            right = [(800 - x, y) for x, y in left]
            sheet.area(
                [(306, 570), (388, 870), (220, 870), (250, 600)],
                along((180, 600), (390, 840), (lighter(cloth, 0.14), cloth)),
            )
            sheet.area(
                [(494, 570), (412, 870), (580, 870), (550, 600)],
                along((420, 600), (620, 840), (cloth, darker(cloth, 0.34))),
            )
            for side, lapel in enumerate((left, right)):
                flap = [lapel[0], lapel[1], lapel[2], lapel[3], lapel[4], (388 if side == 0 else 412, 870)]
                sheet.area(flap, lighter(cloth, 0.2) if side == 0 else darker(cloth, 0.06))
                sheet.line([*flap[1:]], fade(darker(cloth, 0.75), 0.45), 3)
                sheet.line([flap[0], flap[-1]], fade(darker(cloth, 0.75), 0.5), 4)
    elif face.collar == "roll":
        sheet.blob(
            [(332, 520), (400, 540), (468, 520), (482, 592), (400, 624), (318, 592)],
            along((320, 0), (480, 0), (lighter(cloth, 0.2), darker(cloth, 0.3))),
        )
        sheet.line([(322, 574), (400, 602), (478, 574)], fade(darker(cloth, 0.7), 0.5), 4, soft=True)
    elif face.collar == "crew":
        sheet.line(
            [(306, 586), (340, 636), (400, 660), (460, 636), (494, 586)], lighter(cloth, 0.22), 15, soft=True
        )
    elif face.collar == "scarf":
        sheet.blob(
            [(318, 540), (400, 570), (482, 540), (520, 610), (470, 660), (400, 676), (330, 660), (280, 610)],
            along((290, 540), (510, 660), (lighter(face.scarf, 0.25), face.scarf, darker(face.scarf, 0.35))),
        )
        for fold in range(4):
            sheet.line(
                [
                    (304 + fold * 12, 566 + fold * 16),
                    (400, 598 + fold * 18),
                    (496 - fold * 12, 566 + fold * 16),
                ],
                fade(darker(face.scarf, 0.6), 0.4),
                4,
                soft=True,
            )
        sheet.area(
            [(352, 650), (420, 664), (436, 860), (330, 860)],
            along((330, 0), (440, 0), (lighter(face.scarf, 0.2), darker(face.scarf, 0.25))),
        )
    elif face.collar == "bow":
        left = [(322, 572), (240, 610), (200, 860), (330, 860)]
        sheet.area([(322, 572), (400, 640), (478, 572), (500, 860), (300, 860)], (lighter(inner, 0.2), inner))
        sheet.area(left, along((200, 600), (330, 840), (lighter(cloth, 0.18), cloth)))
        sheet.area(
            [(800 - x, y) for x, y in left], along((470, 600), (600, 840), (cloth, darker(cloth, 0.38)))
        )
        for side in (-1, 1):
            sheet.area(
                [
                    (400 + side * 8, 654),
                    (400 + side * 82, 616),
                    (400 + side * 84, 700),
                    (400 + side * 8, 672),
                ],
                along((318, 0), (482, 0), (lighter(face.scarf, 0.25), darker(face.scarf, 0.3))),
            )
        sheet.box(386, 648, 28, 30, darker(face.scarf, 0.15), 7)
    elif face.collar == "zip":
        sheet.blob(
            [(322, 548), (400, 600), (478, 548), (512, 610), (404, 700), (288, 610)],
            along((300, 0), (500, 0), (lighter(cloth, 0.3), darker(cloth, 0.25))),
        )
        sheet.area([(356, 580), (400, 640), (444, 580), (400, 720)], darker(cloth, 0.5))
        sheet.line([(400, 690), (402, 860)], "#e9e4d6", 5)
        for side in (-1, 1):
            sheet.line(
                [(400 + side * 116, 600), (400 + side * 250, 690), (400 + side * 300, 860)],
                "#f6efe0",
                12,
                soft=True,
            )
    elif face.collar == "strap":
        sheet.line(
            [(320, 584), (352, 636), (400, 656), (448, 636), (480, 584)], lighter(cloth, 0.2), 14, soft=True
        )
        sheet.line([(296, 590), (330, 720), (372, 860)], "#2a2226", 22, soft=True)
        sheet.line([(504, 590), (472, 720), (430, 860)], "#1f191d", 22, soft=True)
        sheet.box(320, 770, 160, 100, ("#4a4448", "#26222a"), 12)
        sheet.oval(400, 826, 44, 44, "#15121a")
        sheet.oval(400, 826, 28, 28, around((392, 816), 34, ("#8fb4d4", "#2a3f6a", "#0c1020")))
    elif face.collar == "mandarin":
        sheet.area([(326, 566), (392, 610), (396, 650), (312, 606)], lighter(cloth, 0.22))
        sheet.area([(474, 566), (408, 610), (404, 650), (488, 606)], darker(cloth, 0.2))
        sheet.line([(400, 640), (402, 860)], fade(darker(cloth, 0.6), 0.6), 4)


def _hair_behind(sheet: Sheet, face: Face) -> None:
    hair = face.hair
    if face.style in ("long", "parted-long", "wavy", "fringe"):
        sheet.blob(
            [
                (400, 150),
                (500 * 1, 190),
                (530, 320),
                (552, 470),
                (566, 640),
                (500, 660),
                (400, 600),
                (300, 660),
                (234, 640),
                (248, 470),
                (270, 320),
                (300, 190),
            ],
            along((240, 200), (560, 600), (lighter(hair, 0.14), hair, darker(hair, 0.3))),
        )
    elif face.style == "bob":
        sheet.blob(
            [
                (400, 150),
                (506, 196),
                (536, 330),
                (532, 470),
                (470, 498),
                (330, 498),
                (268, 470),
                (264, 330),
                (294, 196),
            ],
            along((260, 200), (540, 500), (lighter(hair, 0.12), darker(hair, 0.25))),
        )
    elif face.style in ("afro", "curly-long"):
        chance = sheet.chance
        low = 330 if face.style == "afro" else 470
        sheet.oval(400, 290, 176, 176, hair)
        for index in range(64):
            angle = math.tau * index / 64
            px, py = 400 + math.cos(angle) * 168, 290 + math.sin(angle) * 164
            if py < low:
                sheet.oval(
                    px,
                    py,
                    chance.uniform(20, 32),
                    chance.uniform(20, 32),
                    lighter(hair, chance.uniform(0.02, 0.1)) if px < 380 else hair,
                )
        if face.style == "curly-long":
            for _ in range(80):
                side = chance.choice((-1, 1))
                px, py, size = (
                    400 + side * chance.uniform(90, 172),
                    chance.uniform(290, 480),
                    chance.uniform(18, 30),
                )
                sheet.oval(
                    px,
                    py,
                    size,
                    size,
                    lighter(hair, chance.uniform(0, 0.2))
                    if side < 0
                    else darker(hair, chance.uniform(0.02, 0.16)),
                )
                sheet.line(
                    [(px - size * 0.5, py), (px, py - size * 0.5), (px + size * 0.5, py)],
                    fade(darker(hair, 0.5), 0.28),
                    3,
                    soft=True,
                )
    elif face.style == "bun":
        sheet.oval(408, 150, 62, 56, along((360, 110), (460, 200), (lighter(hair, 0.16), darker(hair, 0.2))))
    elif face.style == "tail":
        sheet.blob(
            [(440, 170), (540, 190), (580, 320), (560, 480), (520, 600), (500, 480), (500, 320)],
            along((440, 0), (580, 0), (hair, darker(hair, 0.3))),
        )
    elif face.style.startswith("hijab"):
        cloth = face.scarf
        sheet.blob(
            [
                (400, 132),
                (510, 176),
                (556, 300),
                (566, 460),
                (640, 610),
                (560, 700),
                (400, 740),
                (240, 700),
                (160, 610),
                (234, 460),
                (244, 300),
                (290, 176),
            ],
            along((220, 160), (600, 640), (lighter(cloth, 0.14), cloth, darker(cloth, 0.36))),
        )


def _strands(sheet: Sheet, face: Face, lines: list[list[Point]], width: float = 4) -> None:
    for index, strand in enumerate(lines):
        tone = lighter(face.hair, 0.28) if index % 2 == 0 else darker(face.hair, 0.35)
        sheet.line(strand, fade(tone, 0.45), width, soft=True, blur=0.6)


def _hair_front(sheet: Sheet, face: Face) -> None:
    hair, w = face.hair, 104 * face.wide
    tone = along((290, 150), (520, 300), (lighter(hair, 0.2), hair, darker(hair, 0.3)))
    style = face.style
    if style == "short":
        cap = smooth(
            [
                (400 - w - 8, 336),
                (400 - w - 14, 262),
                (400 - w * 0.8, 184),
                (380, 142),
                (450, 146),
                (400 + w * 0.86, 190),
                (400 + w + 12, 264),
                (400 + w + 6, 336),
                (400 + w - 6, 290),
                (400 + w * 0.72, 246),
                (430, 222),
                (360, 232),
                (400 - w * 0.76, 250),
                (400 - w + 4, 292),
            ]
        )
        sheet.shape(cap, tone)
        with sheet.inside(cap):
            _strands(
                sheet,
                face,
                [[(330 + k * 22, 246), (340 + k * 24, 190), (372 + k * 22, 148)] for k in range(7)],
            )
    elif style == "parted":
        cap = smooth(
            [
                (400 - w - 7, 340),
                (400 - w - 14, 256),
                (400 - w * 0.8, 180),
                (370, 138),
                (456, 142),
                (400 + w * 0.9, 186),
                (400 + w + 12, 262),
                (400 + w + 6, 340),
                (400 + w - 6, 292),
                (400 + w * 0.78, 240),
                (440, 204),
                (372, 196),
                (344, 214),
                (400 - w * 0.84, 262),
                (400 - w + 2, 300),
            ]
        )
        sheet.shape(cap, tone)
        with sheet.inside(cap):
            _strands(
                sheet,
                face,
                [[(352, 206), (400 + k * 12, 160 + k * 8), (470 + k * 6, 180 + k * 18)] for k in range(5)],
            )
            sheet.line([(350, 208), (362, 150)], fade(darker(hair, 0.5), 0.6), 4)
    elif style == "receding":
        for side in (-1, 1):
            sheet.blob(
                [
                    (400 + side * (w + 8), 344),
                    (400 + side * (w + 14), 270),
                    (400 + side * w * 0.92, 206),
                    (400 + side * w * 0.6, 178),
                    (400 + side * w * 0.72, 226),
                    (400 + side * (w - 8), 284),
                ],
                hair if side < 0 else darker(hair, 0.25),
            )
        crown = smooth(
            [
                (400 - w * 0.86, 232),
                (400 - w * 0.66, 186),
                (400, 162),
                (400 + w * 0.66, 186),
                (400 + w * 0.86, 232),
                (400 + w * 0.6, 200),
                (400, 184),
                (400 - w * 0.6, 200),
            ]
        )
        sheet.shape(crown, fade(hair, 0.55), blur=3)
    elif style == "buzz":
        cap = smooth(
            [
                (400 - w - 3, 320),
                (400 - w - 6, 250),
                (400 - w * 0.7, 186),
                (400, 164),
                (400 + w * 0.7, 186),
                (400 + w + 6, 250),
                (400 + w + 3, 320),
                (400 + w - 8, 280),
                (400 + w * 0.74, 232),
                (400, 212),
                (400 - w * 0.74, 232),
                (400 - w + 8, 280),
            ]
        )
        sheet.shape(
            cap, along((290, 160), (520, 300), (fade(lighter(hair, 0.14), 0.92), fade(hair, 0.96))), blur=1.4
        )
    elif style in ("curly", "afro", "curly-long"):
        chance = sheet.chance
        for index in range(46):
            share = index / 45
            x = 400 + (share * 2 - 1) * (w + 8)
            y = 214 + 60 * (share * 2 - 1) ** 2 * abs(share * 2 - 1)
            size = chance.uniform(15, 25)
            rise = chance.uniform(0, 52) * (1.1 - abs(share * 2 - 1) * 0.7)
            light = share < 0.5 and chance.random() < 0.55
            sheet.oval(
                x,
                y - rise,
                size,
                size,
                lighter(hair, chance.uniform(0.05, 0.14) * (1 - share))
                if light
                else darker(hair, 0.1 * share),
            )
            curl = fade(darker(hair, 0.5), 0.3) if channels(hair)[0] > 150 else fade(lighter(hair, 0.4), 0.16)
            sheet.line(
                [(x - size * 0.5, y - rise), (x, y - rise - size * 0.5), (x + size * 0.5, y - rise)],
                curl,
                3,
                soft=True,
            )
    elif style in ("long", "bob", "bun", "tail", "parted-long", "wavy", "fringe", "braid"):
        dip = 210 if style in ("bun", "tail", "braid") else 222
        part = 366 if style != "bob" else 400
        left = smooth(
            [
                (part, 158),
                (400 - w * 0.6, 176),
                (400 - w - 10, 250),
                (400 - w - 16, 360),
                (400 - w - 8, 470 if style in LOOSE else 330),
                (400 - w + 8, 380 if style in LOOSE else 306),
                (400 - w * 0.82, 290),
                (part - 30, dip + 14),
                (part + 4, dip - 16),
            ]
        )
        right = smooth(
            [
                (part - 4, 158),
                (430, 142),
                (400 + w * 0.8, 178),
                (400 + w + 14, 256),
                (400 + w + 18, 370),
                (400 + w + 8, 470 if style in LOOSE else 330),
                (400 + w - 8, 380 if style in LOOSE else 306),
                (400 + w * 0.8, 278),
                (430, dip + 4),
                (part + 8, dip - 22),
            ]
        )
        sheet.shape(right, along((370, 150), (530, 420), (lighter(hair, 0.1), hair, darker(hair, 0.32))))
        sheet.shape(left, along((280, 150), (390, 420), (lighter(hair, 0.22), hair)))
        with sheet.inside(right):
            _strands(
                sheet,
                face,
                [
                    [(part, 168 + k * 8), (440 + k * 4, 178 + k * 12), (400 + w - 4 + k * 2, 300 + k * 10)]
                    for k in range(6)
                ],
            )
        with sheet.inside(left):
            _strands(
                sheet,
                face,
                [
                    [
                        (part - 6, 172 + k * 8),
                        (330 - k * 2, 210 + k * 10),
                        (400 - w - 4 + k * 3, 320 + k * 10),
                    ]
                    for k in range(5)
                ],
            )
        _over_hair(sheet, face, style)
    elif style == "pixie":
        cap = smooth(
            [
                (400 - w - 6, 340),
                (400 - w - 14, 258),
                (400 - w * 0.8, 182),
                (380, 146),
                (450, 148),
                (400 + w * 0.9, 190),
                (400 + w + 12, 262),
                (400 + w + 4, 344),
                (400 + w - 6, 300),
                (400 + w * 0.84, 252),
                (452, 244),
                (400, 226),
                (356, 262),
                (330, 236),
                (400 - w * 0.86, 292),
                (400 - w + 2, 306),
            ]
        )
        sheet.shape(cap, tone)
        with sheet.inside(cap):
            _strands(
                sheet,
                face,
                [[(330 + k * 22, 262), (352 + k * 22, 200), (410 + k * 14, 150)] for k in range(8)],
            )
    elif style == "fade":
        sheet.blob(
            [
                (400 - w - 3, 330),
                (400 - w - 5, 250),
                (400 - w * 0.8, 200),
                (400 + w * 0.8, 200),
                (400 + w + 5, 250),
                (400 + w + 3, 330),
                (400 + w - 8, 280),
                (400 + w * 0.76, 240),
                (400 - w * 0.76, 240),
                (400 - w + 8, 280),
            ],
            fade(hair, 0.72),
            blur=5,
        )
        top = smooth(
            [
                (400 - w * 0.9, 236),
                (400 - w * 0.86, 178),
                (370, 142),
                (450, 142),
                (400 + w * 0.88, 178),
                (400 + w * 0.9, 236),
                (400 + w * 0.6, 214),
                (400, 206),
                (400 - w * 0.6, 214),
            ]
        )
        sheet.shape(top, tone)
        with sheet.inside(top):
            _strands(
                sheet,
                face,
                [[(316 + k * 22, 226), (326 + k * 21, 180), (340 + k * 19, 148)] for k in range(8)],
            )
    elif style == "bald":
        for side in (-1, 1):
            sheet.blob(
                [
                    (400 + side * (w + 5), 346),
                    (400 + side * (w + 7), 300),
                    (400 + side * (w - 2), 276),
                    (400 + side * (w - 10), 310),
                    (400 + side * (w - 6), 346),
                ],
                fade(hair, 0.75),
                blur=2,
            )
        sheet.oval(366, 214, 40, 17, fade(lighter(face.skin, 0.8), 0.5), blur=9)
    elif style == "cap":
        for side in (-1, 1):
            sheet.blob(
                [
                    (400 + side * (w + 6), 348),
                    (400 + side * (w + 9), 260),
                    (400 + side * (w - 12), 250),
                    (400 + side * (w - 6), 310),
                ],
                hair,
            )
        crown = smooth(
            [
                (400 - w - 16, 262),
                (400 - w * 0.94, 180),
                (360, 130),
                (450, 132),
                (400 + w * 0.98, 184),
                (400 + w + 18, 262),
                (400, 236),
            ]
        )
        sheet.shape(
            crown,
            along((280, 140), (530, 260), (lighter(face.scarf, 0.25), face.scarf, darker(face.scarf, 0.35))),
        )
        with sheet.inside(crown):
            for seam in (330, 410, 480):
                sheet.line([(seam, 260), (404, 128)], fade(darker(face.scarf, 0.6), 0.4), 3)
        brim = smooth(
            [
                (400 - w - 10, 256),
                (400, 226),
                (400 + w + 14, 256),
                (400 + w + 30, 282),
                (420, 258),
                (400 - w - 4, 280),
            ]
        )
        sheet.shape(brim, along((280, 0), (530, 0), (lighter(face.scarf, 0.1), darker(face.scarf, 0.5))))
        sheet.blob(
            [(400 - w, 276), (400, 254), (400 + w, 276), (400 + w, 312), (400, 290), (400 - w, 312)],
            fade(_shadow(face.skin), 0.4),
            blur=7,
        )
    elif style == "braids":
        cap = smooth(
            [
                (400 - w - 8, 330),
                (400 - w - 12, 256),
                (400 - w * 0.76, 184),
                (400, 152),
                (400 + w * 0.76, 184),
                (400 + w + 12, 256),
                (400 + w + 8, 330),
                (400 + w - 6, 280),
                (400 + w * 0.7, 234),
                (400, 208),
                (400 - w * 0.7, 234),
                (400 - w + 6, 280),
            ]
        )
        sheet.shape(cap, tone)
        for side in (-1, 1):
            for lock in range(4):
                x = 400 + side * (w + 6 + lock * 9)
                for bead in range(19 - lock * 2):
                    y = 290 + bead * 17 + lock * 6
                    sheet.oval(
                        x + side * (bead * 0.9),
                        y,
                        8,
                        10,
                        lighter(hair, 0.14) if (bead + lock) % 2 else darker(hair, 0.12),
                    )
        with sheet.inside(cap):
            _strands(
                sheet,
                face,
                [[(340 + k * 20, 232), (364 + k * 12, 190), (392 + k * 3, 156)] for k in range(7)],
                5,
            )
    elif style.startswith("hijab"):
        _hijab(sheet, face)


def _over_hair(sheet: Sheet, face: Face, style: str) -> None:
    hair, w = face.hair, 104 * face.wide
    if style == "fringe":
        band = smooth(
            [
                (400 - w * 0.92, 300),
                (400 - w * 0.86, 216),
                (400, 176),
                (400 + w * 0.86, 216),
                (400 + w * 0.92, 300),
                (440, 286),
                (400, 292),
                (360, 286),
            ]
        )
        sheet.shape(band, along((290, 180), (510, 300), (lighter(hair, 0.24), hair, darker(hair, 0.25))))
        with sheet.inside(band):
            _strands(
                sheet,
                face,
                [[(322 + k * 18, 300), (340 + k * 14, 240), (392 + k * 2, 180)] for k in range(10)],
            )
    elif style == "wavy":
        for side in (-1, 1):
            for lock in range(5):
                x, y = 400 + side * (w + 16 + 10 * (lock % 2)), 300 + lock * 58
                tone = lighter(hair, 0.12) if side < 0 else darker(hair, 0.08 + 0.05 * (lock % 2))
                sheet.blob(
                    [
                        (x - side * 26, y - 40),
                        (x + side * 18, y - 22),
                        (x + side * 30, y + 16),
                        (x + side * 8, y + 56),
                        (x - side * 28, y + 44),
                    ],
                    tone,
                )
                curve = [(x - side * 12, y - 30), (x + side * 10, y), (x - side * 8, y + 40)]
                sheet.line(curve, fade(lighter(hair, 0.4), 0.3), 4, soft=True)
    elif style == "braid":
        for bead in range(13):
            x, y = 530 - bead * 4.2, 392 + bead * 25
            for side in (-1, 1):
                with sheet.at(x + side * 9, y, 1, side * 32):
                    sheet.oval(
                        0, 0, 14, 21, along((-14, 0), (14, 0), (lighter(hair, 0.2), darker(hair, 0.2)))
                    )
        sheet.box(458, 716, 24, 14, "#d98a3a", 5)


def _hijab(sheet: Sheet, face: Face) -> None:
    cloth, w = face.scarf, 104 * face.wide
    outer = smooth(
        [
            (400, 140),
            (506, 180),
            (546, 300),
            (548, 430),
            (506, 520),
            (560, 620),
            (500, 690),
            (400, 706),
            (300, 690),
            (240, 620),
            (294, 520),
            (252, 430),
            (254, 300),
            (294, 180),
        ]
    )
    hole = smooth(
        [
            (400, 214),
            (400 + w * 0.7, 238),
            (400 + w * 0.93, 310),
            (400 + w * 0.9, 396),
            (400 + w * 0.58 + face.turn * 0.4, 466),
            (400 + face.turn * 0.5, 497),
            (400 - w * 0.58 + face.turn * 0.4, 466),
            (400 - w * 0.9, 396),
            (400 - w * 0.93, 310),
            (400 - w * 0.7, 238),
        ]
    )
    veil = skia.Op(outer, hole, skia.kDifference_PathOp)
    sheet.stroke(hole, fade(_shadow(face.skin), 0.4), 16, blur=7)
    sheet.shape(veil, along((250, 160), (560, 640), (lighter(cloth, 0.26), cloth, darker(cloth, 0.34))))
    with sheet.inside(veil):
        dark, light = fade(darker(cloth, 0.6), 0.4), fade(lighter(cloth, 0.5), 0.34)
        for k in range(4):
            sheet.line(
                [(276 + k * 12, 300), (284 + k * 12, 420), (340 + k * 10, 520 + k * 16), (450, 590 + k * 18)],
                dark if k % 2 else light,
                6,
                soft=True,
                blur=1.6,
            )
        for k in range(4):
            sheet.line(
                [(528 - k * 12, 320), (510 - k * 9, 440), (440, 540 + k * 18), (330, 600 + k * 22)],
                dark,
                6,
                soft=True,
                blur=1.8,
            )
        sheet.line([(310, 260), (350, 196), (410, 172), (480, 196)], light, 9, soft=True, blur=3)
        if face.style == "hijab-band":
            sheet.line(
                [(400 - w * 0.8, 262), (400, 222), (400 + w * 0.8, 262)], darker(cloth, 0.45), 17, soft=True
            )


def _glasses(sheet: Sheet, face: Face) -> None:
    x, y = 400 + face.turn * 1.15, 336
    tint = "#1d1a1e" if face.glasses != "gold" else "#9c7432"
    for side in (-1, 1):
        middle = x + side * 49
        square = face.glasses == "square"
        frame = box(middle - 40, y - 28, 80, 58, 16) if square else oval(middle, y, 38, 34)
        sheet.shape(
            frame,
            along((middle - 40, y - 30), (middle + 40, y + 30), ("#ffffff4d", "#ffffff0d", "#ffffff26")),
        )
        sheet.stroke(frame, tint, 6 if face.glasses != "gold" else 4)
        sheet.line([(middle + side * 39, y - 8), (400 + side * (104 * face.wide + 2), y - 6)], tint, 5)
    sheet.line([(x - 11, y - 4), (x, y - 10), (x + 11, y - 4)], tint, 5, soft=True)
