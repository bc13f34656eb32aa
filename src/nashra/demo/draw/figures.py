# mypy: allow-redefinition-new, local-partial-types
"""People at a distance: stylised figures with poses, clothes and heads."""

import math
from dataclasses import dataclass, replace

from nashra.demo.draw.canvas import Point, Sheet, limb, smooth
from nashra.demo.draw.colour import darker, fade, lighter

SKINS = ("#f0c8a4", "#d9a27a", "#b97c54", "#8f5a3c", "#6a4029", "#e2b48c")


@dataclass(frozen=True)
class Pose:
    """Angles in degrees from straight down, forwards positive: near and far thigh, shin, upper arm, forearm; and the lean."""

    near_leg: Point
    far_leg: Point
    near_arm: Point
    far_arm: Point
    lean: float = 0
    sink: float = 0


POSES = {
    "stand": Pose((3, 0), (-5, -3), (6, 16), (-8, 4)),
    "relaxed": Pose((8, 0), (-6, -6), (10, 60), (-10, -4)),
    "walk": Pose((24, 10), (-20, -36), (-24, -6), (22, 44)),
    "stride": Pose((-18, -34), (26, 12), (26, 46), (-22, -4), 3),
    "run": Pose((62, -14), (-26, -92), (-46, 38), (40, 118), 14),
    "sprint": Pose((-30, -96), (66, 4), (48, 122), (-52, 30), 18),
    "kick": Pose((66, 52), (-8, -6), (-58, -34), (52, 74), -10),
    "jump": Pose((50, -30), (-30, -80), (150, 170), (-120, -140), 6),
    "header": Pose((20, -60), (-10, -70), (100, 130), (-90, -60), 10, -20),
    "dive": Pose((-60, -70), (-80, -90), (140, 142), (120, 125), 68, 24),
    "sit": Pose((84, 4), (78, -2), (30, 74), (20, 60), 2, 40),
    "bent": Pose((16, -6), (-10, -14), (24, 30), (40, 44), 52, 4),
    "point": Pose((6, 0), (-8, -6), (-6, 8), (98, 98)),
    "cheer": Pose((8, 0), (-8, -4), (158, 172), (-150, -170)),
    "speak": Pose((5, 0), (-6, -3), (38, 104), (30, 82)),
    "carry": Pose((22, 8), (-18, -32), (34, 92), (30, 88), -3),
    "pull": Pose((34, -8), (-30, -40), (62, 78), (56, 70), -16, 3),
    "row": Pose((70, 40), (64, 36), (66, 92), (60, 86), 20, 34),
    "kneel": Pose((88, -4), (4, -88), (30, 80), (20, 60), 12, 24),
    "read": Pose((3, 0), (-4, -2), (22, 118), (18, 110), 4),
    "wave": Pose((4, 0), (-6, -4), (-8, 8), (140, 172)),
    "dance": Pose((40, -30), (-14, -10), (110, 150), (-80, -120), -6),
    "throw": Pose((36, 10), (-26, -34), (-140, -100), (80, 60), -8),
}


@dataclass(frozen=True)
class Person:
    """How someone looks: skin, clothes, head."""

    skin: str = "#b97c54"
    top: str = "#3f6b8c"
    bottom: str = "#2e3347"
    hair: str = "#231a18"
    shoes: str = "#22222c"
    head: str = "short"
    wear: str = "trousers"
    cloth: str = "#e8ddc8"
    sleeve: str | None = None
    beard: bool = False


def _turned(start: Point, angle: float, length: float) -> Point:
    turn = math.radians(angle)
    return start[0] + math.sin(turn) * length, start[1] + math.cos(turn) * length


def person(
    sheet: Sheet,
    x: float,
    y: float,
    height: float,
    who: Person,
    pose: str | Pose = "stand",
    flip: bool = False,
    rim: str | None = None,
    shade: str | None = None,
    shift: Point = (-1.6, -0.8),
) -> None:
    """Draw someone with the feet at x, y. `rim` is the light on their edge, `shade` a veil of dusk or mist."""
    stance = POSES[pose] if isinstance(pose, str) else pose

    def draw() -> None:
        with sheet.at(x, y, height / 100, flip=flip):
            _body(sheet, who, stance)

    reach = (shift[0] * max(1, height / 130), shift[1] * max(1, height / 130))
    sheet.lit(draw, rim=rim, shift=reach, shade=shade)


def _leg(sheet: Sheet, hip: Point, angles: Point, colour: str, who: Person, bare: bool) -> Point:
    knee = _turned(hip, angles[0], 24)
    ankle = _turned(knee, angles[1], 23)
    heel = angles[1] * 0.5
    toe = (
        ankle[0] + 7 * math.cos(math.radians(heel)),
        ankle[1] + 2.6 - 7 * math.sin(math.radians(heel)) * 0.6,
    )
    sheet.shape(limb([ankle, toe], [4.6, 3.4]), who.shoes)
    if bare:
        sheet.shape(limb([hip, knee, ankle], [10, 7, 4.4]), darker(who.skin, 0.05))
        sheet.shape(limb([hip, _turned(hip, angles[0], 17)], [11, 10.6]), colour)
        sheet.shape(limb([_turned(knee, angles[1], 9), ankle], [5.8, 4.6]), who.cloth)
    else:
        sheet.shape(limb([hip, knee, ankle], [10.6, 8, 5.6]), colour)
    return ankle


def _arm(sheet: Sheet, shoulder: Point, angles: Point, colour: str, who: Person) -> Point:
    elbow = _turned(shoulder, angles[0], 17)
    wrist = _turned(elbow, angles[1], 15)
    hand = _turned(wrist, angles[1], 3.4)
    sheet.oval(*hand, 2.9, 3.3, who.skin)
    if who.sleeve == "short":
        sheet.shape(limb([elbow, wrist], [5, 3.6]), who.skin)
        sheet.shape(limb([shoulder, _turned(shoulder, angles[0], 11)], [8.4, 7.4]), colour)
        sheet.shape(limb([_turned(shoulder, angles[0], 11), elbow], [5.4, 5]), who.skin)
    else:
        sheet.shape(limb([shoulder, elbow, wrist], [8.2, 6.4, 4.8]), colour)
    return hand


def _body(sheet: Sheet, who: Person, pose: Pose) -> None:
    sink = pose.sink
    hip = (0.0, -48.0 + sink)
    lean = math.radians(pose.lean)
    up = (math.sin(lean), -math.cos(lean))
    neck = (hip[0] + up[0] * 35, hip[1] + up[1] * 35)
    near = (neck[0] - up[1] * 2.2 - up[0] * 2, neck[1] + up[0] * 2.2 - up[1] * 2 + 1.2)
    far = (neck[0] + up[1] * 3.4 - up[0] * 2, neck[1] - up[0] * 3.4 - up[1] * 2 + 1.2)
    dim_top, dim_bottom = darker(who.top, 0.24), darker(who.bottom, 0.26)
    bare = who.wear == "shorts"
    _arm(sheet, far, pose.far_arm, dim_top, replace(who, skin=darker(who.skin, 0.2)))
    far_foot = _leg(
        sheet, (hip[0] - 1, hip[1]), pose.far_leg, dim_bottom, replace(who, skin=darker(who.skin, 0.2)), bare
    )
    near_foot = _leg(sheet, (hip[0] + 1, hip[1]), pose.near_leg, who.bottom, who, bare)
    wide = (-up[1] * 8.4, up[0] * 8.4)
    chest = (neck[0] - up[0] * 3, neck[1] - up[1] * 3)
    waist = (hip[0] + up[0] * 10, hip[1] + up[1] * 10)
    _skirt(sheet, who, hip, waist, wide, (far_foot, near_foot))
    trunk = smooth(
        [
            (chest[0] - wide[0] * 1.02, chest[1] - wide[1] * 1.02 + 1),
            (neck[0] - wide[0] * 0.4, neck[1] - wide[1] * 0.4),
            (neck[0] + wide[0] * 0.4, neck[1] + wide[1] * 0.4),
            (chest[0] + wide[0] * 1.02, chest[1] + wide[1] * 1.02 + 1),
            (waist[0] + wide[0] * 0.76, waist[1] + wide[1] * 0.76),
            (hip[0] + wide[0] * 0.86, hip[1] + wide[1] * 0.86 + 3),
            (hip[0] - wide[0] * 0.86, hip[1] - wide[1] * 0.86 + 3),
            (waist[0] - wide[0] * 0.76, waist[1] - wide[1] * 0.76),
        ]
    )
    sheet.shape(trunk, who.top)
    with sheet.inside(trunk):
        sheet.area(
            [
                (chest[0] - wide[0] * 1.4, chest[1] - 6),
                (chest[0] - wide[0] * 0.25, chest[1] - 6),
                (hip[0] - wide[0] * 0.1, hip[1] + 8),
                (hip[0] - wide[0] * 1.4, hip[1] + 8),
            ],
            fade(darker(who.top, 0.6), 0.3),
        )
        if who.wear == "suit":
            sheet.area(
                [(neck[0] + 1, neck[1] - 2), (neck[0] + 7, neck[1] - 1), (waist[0] + 5, waist[1] - 4)],
                who.cloth,
            )
        if who.wear == "vest":
            sheet.area(
                [
                    (chest[0] - 4, chest[1] - 6),
                    (chest[0] - 1, chest[1] - 6),
                    (hip[0] - 1, hip[1] + 6),
                    (hip[0] - 4, hip[1] + 6),
                ],
                who.cloth,
            )
            sheet.area(
                [
                    (waist[0] - 12, waist[1] - 4),
                    (waist[0] + 12, waist[1] - 4),
                    (waist[0] + 12, waist[1] - 1),
                    (waist[0] - 12, waist[1] - 1),
                ],
                who.cloth,
            )
        if who.wear == "apron":
            sheet.area(
                [
                    (chest[0] + 1, chest[1] + 4),
                    (chest[0] + 12, chest[1] + 4),
                    (hip[0] + 12, hip[1] + 12),
                    (hip[0] - 1, hip[1] + 12),
                ],
                who.cloth,
            )
    _head(sheet, who, (neck[0] + up[0] * 8.2 + 0.6, neck[1] + up[1] * 8.2), neck)
    _arm(sheet, near, pose.near_arm, lighter(who.top, 0.05), who)


def _skirt(
    sheet: Sheet, who: Person, hip: Point, waist: Point, wide: Point, feet: tuple[Point, Point]
) -> None:
    if who.wear not in ("robe", "skirt", "coat", "dress"):
        return
    low = {"robe": 0.97, "skirt": 0.8, "coat": 0.5, "dress": 0.62}[who.wear]
    left, right = sorted(foot[0] for foot in feet)
    floor = max(feet[0][1], feet[1][1])
    hem = hip[1] + (floor - hip[1]) * low
    spread = 0.6 + 0.4 * low
    cloth = who.top if who.wear in ("robe", "coat", "dress") else who.bottom
    shape = smooth(
        [
            (waist[0] - wide[0] * 0.8, waist[1]),
            (waist[0] + wide[0] * 0.8, waist[1]),
            (hip[0] + wide[0], hip[1] + 4),
            (max(right * spread + 6, 8), hem),
            (0, hem + 1.6),
            (min(left * spread - 5, -8), hem),
            (hip[0] - wide[0], hip[1] + 4),
        ]
    )
    sheet.shape(shape, (cloth, darker(cloth, 0.22)))
    with sheet.inside(shape):
        for fold in (-4, 1, 5):
            sheet.line([(fold * 0.6, hip[1]), (fold * 1.5, hem + 2)], fade(darker(cloth, 0.6), 0.3), 1.3)


def _head(sheet: Sheet, who: Person, middle: Point, neck: Point) -> None:
    x, y = middle
    sheet.shape(limb([(neck[0], neck[1] + 1), (x - 0.4, y + 2)], [5, 4.6]), darker(who.skin, 0.2))
    if who.head == "long":
        sheet.blob(
            [(x - 5.6, y - 4), (x + 1, y - 6), (x + 1, y + 4), (x - 3, y + 12), (x - 8, y + 11)], who.hair
        )
    sheet.shape(
        smooth(
            [
                (x - 4.4, y - 3),
                (x, y - 6),
                (x + 4.2, y - 3.6),
                (x + 5, y - 0.4),
                (x + 6, y + 1.2),
                (x + 4.9, y + 2),
                (x + 4.4, y + 4.6),
                (x + 1.6, y + 6.2),
                (x - 2, y + 4.4),
                (x - 4.8, y + 1),
            ]
        ),
        who.skin,
    )
    if who.beard:
        sheet.blob(
            [
                (x - 1.6, y + 1.4),
                (x + 1.4, y + 2.6),
                (x + 5, y + 2.6),
                (x + 4.8, y + 6),
                (x + 1.6, y + 8.4),
                (x - 2, y + 5),
            ],
            who.hair,
        )
    if who.head in ("short", "long", "bun", "tail"):
        sheet.blob(
            [
                (x + 4.6, y - 3.2),
                (x + 2, y - 6.6),
                (x - 2.8, y - 6.8),
                (x - 6, y - 2.8),
                (x - 5, y + 3),
                (x - 2.4, y + 2.4),
                (x - 1.6, y - 1.4),
                (x + 1.6, y - 3),
            ],
            who.hair,
        )
        if who.head == "bun":
            sheet.oval(x - 6.4, y - 4.6, 3, 3, who.hair)
        if who.head == "tail":
            sheet.blob(
                [(x - 5, y - 4), (x - 9, y - 2), (x - 10.5, y + 6), (x - 7.4, y + 4), (x - 5, y)], who.hair
            )
    elif who.head == "curly":
        for spot in ((-4, -4), (-1, -6.4), (2.6, -5.6), (-5.6, -0.6), (-4.6, 2.6), (4.2, -4)):
            sheet.oval(x + spot[0], y + spot[1], 3.2, 3.2, who.hair)
    elif who.head == "hijab":
        sheet.blob(
            [
                (x + 3.6, y - 4.4),
                (x, y - 7.4),
                (x - 5, y - 5.4),
                (x - 6.4, y + 1),
                (x - 7, y + 8),
                (x - 1, y + 12),
                (x + 5, y + 9),
                (x + 3, y + 5.6),
                (x + 0.4, y + 3.4),
                (x + 1, y - 1.6),
            ],
            who.cloth,
        )
    elif who.head in ("cap", "helmet"):
        sheet.blob(
            [(x - 5.6, y - 1.4), (x - 4.6, y - 6), (x, y - 8), (x + 4.6, y - 5.4), (x + 5.2, y - 2.8)],
            who.cloth,
        )
        if who.head == "cap":
            sheet.area(
                [(x + 3, y - 3.6), (x + 9.4, y - 2.2), (x + 9, y - 1.2), (x + 3, y - 2)],
                darker(who.cloth, 0.2),
            )
        else:
            sheet.area(
                [(x - 6.6, y - 2.6), (x + 7.4, y - 2.6), (x + 7.2, y - 1.2), (x - 6.6, y - 1.2)],
                darker(who.cloth, 0.15),
            )
    elif who.head == "hat":
        sheet.oval(x, y - 3.4, 10.4, 2, darker(who.cloth, 0.1))
        sheet.blob(
            [(x - 5, y - 3.6), (x - 4, y - 9), (x, y - 9.6), (x + 4, y - 9), (x + 5, y - 3.6)], who.cloth
        )
    elif who.head == "hood":
        sheet.blob(
            [
                (x + 4.4, y - 4.4),
                (x + 0.6, y - 8),
                (x - 5.4, y - 6),
                (x - 7.4, y + 1),
                (x - 6, y + 8),
                (x + 1, y + 9),
                (x + 2.4, y + 6),
                (x + 0.4, y + 1),
                (x + 1.6, y - 3),
            ],
            who.top,
        )
    elif who.head == "turban":
        sheet.blob(
            [(x + 5.4, y - 3), (x + 3, y - 8), (x - 2, y - 9), (x - 6.6, y - 5), (x - 6, y - 1)], who.cloth
        )
        sheet.line([(x - 5, y - 3), (x + 4, y - 6)], darker(who.cloth, 0.25), 0.8)


def crowd(
    sheet: Sheet,
    left: float,
    right: float,
    y: float,
    height: float,
    count: int,
    colours: tuple[str, ...],
    poses: tuple[str, ...] = ("stand", "relaxed", "walk", "stride"),
    shade: str | None = None,
    rim: str | None = None,
) -> None:
    """People standing and walking about between two edges, the far ones first."""
    heads = ("short", "hijab", "long", "bun", "cap", "curly", "short", "hat")
    spots = sorted(
        (y + sheet.chance.uniform(-0.05, 0.1) * height, sheet.chance.uniform(left, right))
        for _ in range(count)
    )
    for foot, x in spots:
        who = anyone(sheet, colours, sheet.chance.choice(heads))
        size = height * sheet.chance.uniform(0.92, 1.06) * (1 + (foot - y) / height)
        person(sheet, x, foot, size, who, sheet.chance.choice(poses), sheet.chance.random() < 0.5, rim, shade)


def anyone(sheet: Sheet, colours: tuple[str, ...], head: str) -> Person:
    """Someone of the street, in clothes of the given colours."""
    chance = sheet.chance
    wear = (
        chance.choice(("robe", "skirt", "coat"))
        if head == "hijab"
        else chance.choice(("trousers", "trousers", "suit", "coat"))
    )
    return Person(
        skin=chance.choice(SKINS),
        top=chance.choice(colours),
        bottom=darker(chance.choice(colours), 0.45),
        hair=chance.choice(("#1d1716", "#3a2a20", "#2a2024", "#6b6460")),
        head=head,
        wear=wear,
        cloth=lighter(chance.choice(colours), 0.4),
        beard=head in ("short", "cap") and chance.random() < 0.35,
    )
