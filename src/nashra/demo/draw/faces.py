# mypy: allow-redefinition-new, local-partial-types
"""Portraits: dignified busts with light from one side."""

from nashra.demo.draw.canvas import Point, Sheet, along, box, smooth
from nashra.demo.draw.colour import darker, fade, lighter, mix
from nashra.demo.draw.dress import draw_clothes, draw_collar, draw_glasses
from nashra.demo.draw.features import draw_beard, draw_features, draw_planes
from nashra.demo.draw.hair import draw_hair_behind, draw_hair_front
from nashra.demo.draw.looks import Face, shadow_of
from nashra.demo.draw.town import arch

SIZE = 1.13
LIFT = -46


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
    draw_hair_behind(sheet, face)
    with sheet.at(0, LIFT):
        draw_clothes(sheet, face)
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
                fade(shadow_of(face.skin), 0.6),
                blur=4,
            )
            sheet.area([(420, 420), (520, 420), (520, 700), (404, 700)], fade(shadow_of(face.skin), 0.45))
        with sheet.at(0, LIFT):
            draw_collar(sheet, face)
        for side in (-1, 1):
            ear = 400 + side * (104 * face.wide + 4)
            tone = face.skin if side < 0 else mix(face.skin, shadow_of(face.skin), 0.6)
            sheet.oval(ear, 350, 20, 34, darker(tone, 0.06))
            sheet.oval(ear + side * 2, 350, 10, 22, fade(shadow_of(face.skin), 0.5))
            if face.earrings:
                sheet.oval(ear + side * 2, 392, 6, 6, "#e2b65a")
                sheet.oval(ear + side * 2, 404, 4, 9, "#e2b65a")
    head = smooth(_outline(face))
    sheet.shape(
        head,
        along(
            (290, 200),
            (520, 480),
            (lighter(face.skin, 0.12), face.skin, mix(face.skin, shadow_of(face.skin), 0.35)),
        ),
    )
    with sheet.inside(head):
        draw_planes(sheet, face)
        if face.beard:
            draw_beard(sheet, face)
    draw_features(sheet, face)
    draw_hair_front(sheet, face)
    if face.glasses:
        draw_glasses(sheet, face)
