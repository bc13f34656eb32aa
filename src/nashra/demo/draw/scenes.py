"""The list of pictures: which function draws which key."""

from collections.abc import Callable

from nashra.demo.draw.canvas import Sheet

type Draw = Callable[[Sheet], None]

SCENES: dict[str, Draw] = {}


def scene(draw: Draw) -> Draw:
    """Enter a function in the list under its own name, with hyphens; `_scene` at its end is left out."""
    SCENES[draw.__name__.removesuffix("_scene").replace("_", "-")] = draw
    return draw
