# mypy: allow-redefinition-new, local-partial-types
"""The six clips of the demo newsroom."""

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from nashra.demo.draw import sound
from nashra.demo.draw.album import MEDIA
from nashra.demo.draw.canvas import HEIGHT, WIDTH, Sheet, along
from nashra.demo.draw.captions import CAPTIONS, write_captions
from nashra.demo.draw.colour import fade, mix
from nashra.demo.draw.figures import SKINS, Person, Pose, person
from nashra.demo.draw.film import (
    DrawFrame,
    LivingWater,
    backdrop,
    camera,
    cut_out,
    ease,
    gait,
    image_of,
    lay_image,
    write_film,
)
from nashra.demo.draw.markets import CLOTHES, saffron_front, saffron_hall
from nashra.demo.draw.nature import rain, spray, wave
from nashra.demo.draw.power import (
    TURBINES,
    laboratory_bench,
    laboratory_room,
    turbine_close_rotor,
    turbine_close_sky,
    wind_farm_land,
)
from nashra.demo.draw.sea import harbour_view
from nashra.demo.draw.sport import football, stadium_night
from nashra.demo.draw.storm import breaker, lightning, storm_lighthouse, storm_sky, storm_wall
from nashra.demo.draw.things import turbine
from nashra.demo.draw.vessels import beam, fishing_boat


@dataclass(frozen=True)
class Clip:
    """A film: how long, what still stands for it, how to start drawing it, its sound."""

    seconds: float
    poster: str
    start: Callable[[], DrawFrame]
    sound: Callable[[float], sound.Sound]
    bits: int = 400_000


def _gull(s: Sheet, x: float, y: float, span: float, beat: float, colour: str) -> None:
    lift = math.sin(beat) * span * 0.3
    s.blob(
        [
            (x - span / 2, y - lift),
            (x - span * 0.2, y - span * 0.14 - lift * 0.2),
            (x, y),
            (x + span * 0.2, y - span * 0.14 - lift * 0.2),
            (x + span / 2, y - lift),
            (x + span * 0.18, y - span * 0.03),
            (x, y + span * 0.09),
            (x - span * 0.18, y - span * 0.03),
        ],
        colour,
    )


type Boat = tuple[float, float, float, str, str, bool]


def _moored(boat: Boat, s: Sheet) -> None:
    x, y, size, hull, trim, flip = boat
    s.afloat(y, partial(fishing_boat, s, x, y, size, hull, trim, flip, "#ffd08a"), tint="#243a60")


def _burst(x: float, reach: float, s: Sheet) -> None:
    spray(s, x, 690, reach, "#f1f6f5", 420, 0.9)


def _rank(y: float, height: float, colours: tuple[str, ...], foam: str, length: float, s: Sheet) -> None:
    wave(s, y, height, colours, foam, length)


def harbour() -> DrawFrame:
    """Boats rock in the harbour at dawn; one comes in."""
    water = LivingWater(backdrop("harbour-dawn", harbour_view), 598)
    fleet: list[Boat] = [
        (380.0, 742.0, 250.0, "#2f587a", "#ead7b6", False),
        (1090.0, 850.0, 470.0, "#1f4a4e", "#e0b15a", True),
    ]
    boats = [cut_out("boat", partial(_moored, boat)) for boat in fleet]
    coming = cut_out(
        "coming",
        lambda s: s.afloat(
            690, lambda: fishing_boat(s, 700, 690, 190, "#8a3d3b", "#f0dcc0", True, "#ffd08a"), tint="#2c3f66"
        ),
    )

    def draw(s: Sheet, time: float) -> None:
        camera(s, 1.0 + 0.1 * ease(time / 15), 660 + 12 * time, 560)
        lay_image(s, water.at(time))
        lay_image(s, coming, 330 - 26 * time, 2 * math.sin(time * 2.1))
        for index, image in enumerate(boats):
            x, y = fleet[index][0], fleet[index][1]
            with s.at(x, y + 4 * math.sin(time * 1.5 + index * 2), 1, 1.3 * math.sin(time * 1.2 + index)):
                lay_image(s, image, -x, -y)
        for index in range(6):
            _gull(
                s,
                1350 - time * (44 + index * 7) - index * 110,
                240 + index * 34 + 20 * math.sin(time * 0.8 + index),
                54 - index * 4,
                time * 7 + index,
                "#3b3860",
            )

    return draw


def storm() -> DrawFrame:
    """The wave rises and breaks over the wall; lightning."""
    sky = image_of(backdrop("storm-waves", storm_sky, False))
    flash = cut_out("storm-waves", lightning)
    tower = cut_out("storm-waves", storm_lighthouse)
    great = cut_out("storm-waves", breaker)
    wall = cut_out("storm-waves", storm_wall)
    ranks = [
        cut_out(f"rank{index}", partial(_rank, *rank), WIDTH + 1600, HEIGHT + 160)
        for index, rank in enumerate(
            (
                (560, 56, ("#3d6470", "#1d3b4a"), "#c9d9da", 400.0),
                (850, 60, ("#4f7f86", "#1f4450", "#0c212c"), "#eef5f3", 560.0),
                (940, 54, ("#3d6a74", "#0f2833"), "#dfeaea", 700.0),
            )
        )
    ]
    bursts = [
        cut_out(f"burst{index}", partial(_burst, x, reach))
        for index, (x, reach) in enumerate(((700, 330), (900, 420), (1090, 260)))
    ]
    drops = cut_out("drops", lambda s: rain(s, "#dfeaf2", 520, 0.5, 54))

    def draw(s: Sheet, time: float) -> None:
        camera(
            s,
            1.04 + 0.05 * math.sin(time * 0.4),
            720 + 10 * math.sin(time * 1.7),
            500 + 8 * math.sin(time * 2.3),
        )
        lay_image(s, sky)
        for strike in (2.5, 9.0):
            since = time - strike
            if 0 <= since < 0.9:
                lay_image(s, flash, opacity=(1 - since / 0.9) * (1 if int(since * 14) % 3 else 0.45))
        lay_image(s, tower)
        turn = math.sin(time * 0.9)
        beam(
            s,
            1225,
            311,
            (1225 - 900 * turn, 130 + 60 * math.cos(time * 0.9)),
            80,
            "#ffe9b8",
            0.3 + 0.3 * abs(turn),
        )
        lay_image(s, ranks[0], -700 + time * 36 % 400, 6 * math.sin(time * 1.3))
        rise = math.sin(time * 0.85 - 0.6)
        lay_image(s, great, -30 + 40 * rise, 46 - 52 * rise)
        lay_image(s, wall)
        for index, burst in enumerate(bursts):
            age = (time * 0.42 + index * 0.31) % 1
            grow = 0.25 + 0.95 * ease(age * 1.7)
            with s.at((700, 900, 1090)[index], 700 + 190 * age * age, grow):
                lay_image(
                    s,
                    burst,
                    -(700, 900, 1090)[index],
                    -690,
                    opacity=math.sin(math.pi * min(1, age * 1.05)) ** 0.8,
                )
        lay_image(s, ranks[1], -900 + time * 74 % 560, 12 * math.sin(time * 1.6 + 1))
        lay_image(s, ranks[2], -1100 + time * 110 % 700, 14 * math.sin(time * 1.9))
        for half in (0, 1):
            lay_image(s, drops, -(time * 420 % 480) + 240 * half - 100, (time * 840 % HEIGHT) - HEIGHT * half)
        for strike in (2.5, 9.0):
            since = time - strike
            if 0 <= since < 0.16:
                s.box(0, 0, WIDTH, HEIGHT, fade("#dfe9ff", 0.34 * (1 - since / 0.16)))

    return draw


def market() -> DrawFrame:
    """People pass between the spices; lamps sway."""
    hall = image_of(backdrop("saffron-market", saffron_hall))
    front = cut_out("saffron-market", saffron_front)
    looks = [
        (0.35, 560.0, 700.0, 150.0, 34.0, "hijab", "#7a3a52"),
        (0.1, 980.0, 690.0, 140.0, -30.0, "short", "#3f5a7a"),
        (0.6, 300.0, 740.0, 200.0, 58.0, "curly", "#c9762f"),
        (0.8, 1180.0, 780.0, 250.0, -64.0, "hijab", "#2f6f74"),
        (0.2, 120.0, 830.0, 310.0, 80.0, "cap", "#a8443a"),
        (0.5, 1420.0, 880.0, 360.0, -92.0, "bun", "#d9a441"),
    ]

    def draw(s: Sheet, time: float) -> None:
        zoom = 1.0 + 0.13 * ease(time / 15)
        camera(s, zoom, 720 + 16 * math.sin(time * 0.35), 540)
        lay_image(s, hall)
        for index in range(46):
            x = 420 + (index * 137) % 700 + 20 * math.sin(time * 0.6 + index)
            y = (900 - (time * 14 + index * 61) % 800) + 10
            s.oval(x, y, 2, 2, fade("#fff6d8", 0.5 + 0.4 * math.sin(time * 2 + index)))
        for index, (phase, x, y, size, speed, head, top) in enumerate(looks):
            who = Person(
                skin=SKINS[(index * 2 + 1) % 6],
                top=top,
                head=head,
                cloth=CLOTHES[(index + 2) % 6],
                wear="robe" if head == "hijab" else "coat",
                beard=head == "cap",
            )
            place = x + speed * time
            s.oval(place + 16, y + 4, size * 0.28, size * 0.03, "#3a201466", 5)
            person(s, place, y, size, who, gait(phase * 6 + time * 5.2), speed < 0, rim="#fff3cc")
        lay_image(s, front, 0, 0)
        s.glow(720 + 40 * math.sin(time * 0.4), 300, 620, "#ffe9b0", 0.16 + 0.05 * math.sin(time * 0.7))

    return draw


def wind_farm() -> DrawFrame:
    """Rotors turn on the plateau, then one from close by."""
    land = image_of(backdrop("wind-farm", wind_farm_land))
    blue = image_of(backdrop("turbine-close", turbine_close_sky))

    def far(s: Sheet, time: float) -> None:
        camera(s, 1.0 + 0.08 * ease(time / 9), 690 + 8 * time, 520)
        lay_image(s, land)
        for index, (x, y, height) in enumerate(TURBINES):
            haze = 1 - height / 700
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
            turbine(
                s,
                x,
                y,
                height,
                index * 37 + time * (44 + index % 3 * 5),
                mix("#fff0dc", "#f0b490", haze),
                mix("#5a4a74", "#b5788c", haze),
            )

    def draw(s: Sheet, time: float) -> None:
        if time < 9:
            with s.at(0, 0):
                far(s, time)
        if time > 8:
            with s.layer(ease(time - 8)):
                camera(s, 1.02 + 0.06 * ease((time - 8) / 8), 720, 470)
                lay_image(s, blue)
                turbine_close_rotor(s, 14 + (time - 8) * 26)

    return draw


def laboratory() -> DrawFrame:
    """Water runs through the membrane module."""
    room = image_of(backdrop("laboratory", laboratory_room, False))

    def draw(s: Sheet, time: float) -> None:
        near = ease(time / 14)
        camera(s, 1 + 0.12 * near, 720, 440 + 40 * near)
        lay_image(s, room, 0, 2 * math.sin(time * 0.9))
        s.chance.seed("bench")
        laboratory_bench(s, time)
        for index in range(16):
            share = (time * 0.3 + index / 16) % 1
            s.oval(452 - 60 * min(1, share * 2), 735 - 135 * max(0, share * 2 - 1), 4, 4, "#dff9ffcc")
            drop = (time * 0.9 + index / 5) % 1
            if index < 4:
                s.oval(1046, 886 + drop * drop * 60, 4, 6, fade("#dff9ff", 1 - drop))
        s.box(
            0,
            0,
            WIDTH,
            HEIGHT,
            along((0, 0), (WIDTH, 0), (fade("#bff7f0", 0.05 + 0.04 * math.sin(time * 0.8)), "#bff7f000")),
        )

    return draw


def match() -> DrawFrame:
    """A run, a shot, the crowd."""
    ground = image_of(backdrop("football-final", stadium_night))
    scorer = Person(
        skin="#6a4029",
        top="#fbf8ee",
        bottom="#2f6fb0",
        head="bun",
        hair="#17110f",
        wear="shorts",
        sleeve="short",
        cloth="#fbf8ee",
        shoes="#e8543c",
    )
    other = Person(
        skin="#d9a27a",
        top="#b5302f",
        bottom="#2a1c2c",
        head="tail",
        hair="#4a2f20",
        wear="shorts",
        sleeve="short",
        cloth="#b5302f",
        shoes="#f0c04c",
    )
    kick_back, kick = (
        Pose((-52, -110), (10, -4), (56, 96), (-60, -30), 8),
        Pose((76, 60), (-14, -26), (-74, -46), (64, 88), -16),
    )

    def between(one: Pose, two: Pose, share: float) -> Pose:
        def blend(a: tuple[float, float], b: tuple[float, float]) -> tuple[float, float]:
            return a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share

        return Pose(
            blend(one.near_leg, two.near_leg),
            blend(one.far_leg, two.far_leg),
            blend(one.near_arm, two.near_arm),
            blend(one.far_arm, two.far_arm),
            one.lean + (two.lean - one.lean) * share,
        )

    def draw(s: Sheet, time: float) -> None:
        follow = ease((time - 4.9) / 2)
        camera(s, 1.14 - 0.1 * follow, 560 + 40 * time + 160 * follow, 600 - 60 * follow)
        lay_image(s, ground)
        for index in range(22):
            if int(time * 6 + index * 3.7) % 11 == 0:
                s.glow((index * 397) % 1440, 210 + (index * 83) % 290, 30, "#ffffff", 1.0)
        cheering = time > 6.4
        for index, (x, y, size, who, speed) in enumerate(
            (
                (120, 650, 160, other, 60),
                (1120, 650, 150, scorer, -34),
                (1330, 690, 185, other, -64),
                (20, 720, 205, scorer, 74),
            )
        ):
            place = x + speed * min(time, 7.5)
            s.oval(place, y + 3, size * 0.26, 6, "#0a2a18aa", 4)
            joy = cheering and who is scorer
            person(
                s,
                place,
                y - (26 * abs(math.sin(time * 6 + index)) if joy else 0),
                size,
                who,
                "cheer" if joy else gait(time * 9 + index, 46, 84, 80, 12),
                speed < 0,
                rim="#f3f8ff",
            )
        x = 150 + 84 * min(time, 5.0)
        lift = 0.0
        if time < 4.6:
            pose = gait(time * 8.4, 48, 88, 80, 14)
        elif time < 5.25:
            pose = between(kick_back, kick, ease((time - 4.75) / 0.3))
        elif time < 6.4:
            pose = between(kick, gait(0, 20, 30), ease((time - 5.3) / 0.9))
        else:
            pose = Pose((8, 0), (-8, -4), (158 + 8 * math.sin(time * 7), 172), (-150, -170))
            lift = 60 * abs(math.sin((time - 6.4) * 4.2))
        s.oval(x + 20, 908, 150 - lift * 0.6, 17, "#0a2a18bb", 8)
        person(s, x, 900 - lift, 470, scorer, pose, rim="#fdfdff")
        if time < 5.0:
            bounce = abs(math.sin(time * 4.2)) * 10
            football(s, x + 150 + 14 * math.sin(time * 4.2), 876 - bounce, 30, time * 300)
        else:
            share = min(1, (time - 5.0) / 1.3)
            for trail in range(7):
                back = max(0.0, share - trail * 0.03)
                s.oval(
                    720 + 560 * back,
                    860 - 560 * back + 240 * back * back,
                    26 - 15 * back,
                    26 - 15 * back,
                    fade("#ffffff", 0.1),
                )
            football(
                s, 720 + 560 * share, 860 - 560 * share + 240 * share * share, 30 - 16 * share, time * 900
            )
        if cheering:
            for index in range(90):
                fall = (time - 6.4) * (70 + index % 5 * 22)
                px = (index * 173) % 1440 + 24 * math.sin(time * 2 + index)
                with s.at(px, -40 - (index * 71) % 500 + fall * 1.6, 1, time * 140 + index * 40):
                    s.box(-7, -4, 14, 8, ("#fbf8ee", "#3f8fd0", "#f0c04c")[index % 3])

    return draw


CLIPS: dict[str, Clip] = {
    "clip-harbour": Clip(15, "harbour-dawn", harbour, sound.harbour),
    "clip-storm": Clip(15, "storm-waves", storm, sound.storm, 400_000),
    "clip-market": Clip(15, "saffron-market", market, sound.market),
    "clip-windfarm": Clip(16, "wind-farm", wind_farm, sound.wind, 340_000),
    "clip-lab": Clip(14, "laboratory", laboratory, sound.laboratory),
    "clip-match": Clip(13, "football-final", match, sound.match, 440_000),
}


def write_clips(wanted: Iterable[str], folder: Path = MEDIA / "video") -> dict[str, int]:
    """Film the wanted clips with their captions into a folder; gives their sizes in bytes."""
    folder.mkdir(parents=True, exist_ok=True)
    sizes = {}
    for key in wanted:
        clip = CLIPS[key]
        sizes[f"{key}.mp4"] = write_film(
            folder / f"{key}.mp4", clip.seconds, clip.start(), clip.sound(clip.seconds), clip.bits
        )
        sizes |= write_captions(key, CAPTIONS[key], folder)
    return sizes
