# mypy: allow-redefinition-new, local-partial-types
"""What people in portraits wear: clothes, collars, headscarves, glasses."""

import skia

from nashra.demo.draw.canvas import Sheet, along, around, box, oval, polygon, smooth
from nashra.demo.draw.colour import darker, fade, lighter
from nashra.demo.draw.looks import Face, shadow_of


def draw_clothes(sheet: Sheet, face: Face) -> None:
    """Shoulders and what lies on them."""
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


def draw_collar(sheet: Sheet, face: Face) -> None:
    """What stands around the neck."""
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


def draw_hijab(sheet: Sheet, face: Face) -> None:
    """A headscarf in the face's ``scarf`` colour."""
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
    sheet.stroke(hole, fade(shadow_of(face.skin), 0.4), 16, blur=7)
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


def draw_glasses(sheet: Sheet, face: Face) -> None:
    """Glasses of the shape the face is said to wear."""
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
