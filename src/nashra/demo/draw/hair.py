# mypy: allow-redefinition-new, local-partial-types
"""Hair in portraits: what falls behind the head, what lies on it."""

import math

from nashra.demo.draw.canvas import Point, Sheet, along, smooth
from nashra.demo.draw.colour import channels, darker, fade, lighter
from nashra.demo.draw.dress import draw_hijab
from nashra.demo.draw.looks import Face, shadow_of

LOOSE = ("long", "bob", "parted-long", "wavy", "fringe")


def draw_hair_behind(sheet: Sheet, face: Face) -> None:
    """What falls behind the head and shoulders."""
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


def draw_hair_front(sheet: Sheet, face: Face) -> None:
    """What lies on the head, or the headscarf that covers it."""
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
            fade(shadow_of(face.skin), 0.4),
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
        draw_hijab(sheet, face)


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
