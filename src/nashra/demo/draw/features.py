# mypy: allow-redefinition-new, local-partial-types
"""What is inside the outline of a face: its planes, eyes, nose, mouth and beard."""

from nashra.demo.draw.canvas import Sheet, along, smooth
from nashra.demo.draw.colour import darker, fade, lighter, mix
from nashra.demo.draw.looks import Face, shadow_of


def draw_planes(sheet: Sheet, face: Face) -> None:
    """Light and shade on the face."""
    t, shade = face.turn, shadow_of(face.skin)
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


def draw_beard(sheet: Sheet, face: Face) -> None:
    """The beard or moustache the face is said to have."""
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


def draw_features(sheet: Sheet, face: Face) -> None:
    """Brows, eyes, nose and mouth."""
    t, shade = face.turn, shadow_of(face.skin)
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
    shade = shadow_of(face.skin)
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
    x, y, shade = 400 + face.turn * 1.2, 440, shadow_of(face.skin)
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
