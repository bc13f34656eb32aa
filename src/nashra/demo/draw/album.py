"""Draws every picture of the demo newsroom and writes the files."""

from collections.abc import Iterable
from pathlib import Path

from nashra.demo.draw import (
    charts,
    crafts,
    farms,
    markets,
    power,
    public_life,
    sea,
    sport,
    stages,
    storm,
    wilds,
    works,
)
from nashra.demo.draw.canvas import Sheet
from nashra.demo.draw.faces import draw_face
from nashra.demo.draw.finish import finished, picture_of, write_jpeg
from nashra.demo.draw.portraits import PORTRAITS
from nashra.demo.draw.scenes import SCENES

THEMES = (sea, storm, public_life, farms, wilds, works, power, charts, sport, markets, stages, crafts)
MEDIA = Path(__file__).resolve().parent.parent / "media"
PORTRAIT = 800
BEST, LEAST, STEP = 82, 58, 4
MOST_BYTES = 84_000


def keys() -> list[str]:
    """The keys of all pictures, scenes first."""
    return [*SCENES, *(f"portrait-{name}" for name in PORTRAITS)]


def drawn(key: str) -> Sheet:
    """The finished drawing of one key."""
    if key in SCENES:
        sheet = Sheet(key)
        SCENES[key](sheet)
        return sheet
    sheet = Sheet(key, PORTRAIT, PORTRAIT)
    draw_face(sheet, PORTRAITS[key.removeprefix("portrait-")])
    return sheet


def write_pictures(wanted: Iterable[str], folder: Path = MEDIA / "pictures") -> dict[str, int]:
    """Draw the wanted keys into a folder as JPEG, busy ones a little harder pressed; gives their sizes in bytes."""
    folder.mkdir(parents=True, exist_ok=True)
    sizes = {}
    for key in wanted:
        picture = picture_of(finished(drawn(key)))
        for quality in range(BEST, LEAST - 1, -STEP):
            sizes[key] = write_jpeg(picture, folder / f"{key}.jpg", quality)
            if sizes[key] <= MOST_BYTES:
                break
    return sizes
