"""How a person of the portraits looks."""

from dataclasses import dataclass

from nashra.demo.draw.colour import mix


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


def shadow_of(skin: str) -> str:
    """The tone of a skin where no light falls."""
    return mix(skin, "#4a1d2c", 0.46)
