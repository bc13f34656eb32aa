"""Random fields with a natural look: clouds, ripples, ground, paper."""

import numpy as np
from PIL import Image

from nashra.demo.draw.canvas import Raster


def field(
    seed: int, width: int, height: int, across: float, down: float, octaves: int = 5, rough: float = 0.5
) -> Raster:
    """A field of 0 to 1 whose largest lumps are `across` × `down` pixels, finer ones laid over."""
    random = np.random.default_rng(seed)
    total = np.zeros((height, width), np.float32)
    weight, whole = 1.0, 0.0
    for octave in range(octaves):
        columns = max(2, int(width / across * 2**octave) + 3)
        rows = max(2, int(height / down * 2**octave) + 3)
        if columns > width * 2 or rows > height * 2:
            break
        coarse = Image.fromarray(random.random((rows, columns), dtype=np.float32))
        total += weight * np.asarray(coarse.resize((width, height), Image.Resampling.BICUBIC), np.float32)
        whole += weight
        weight *= rough
    total /= whole
    low, high = np.percentile(total, (1, 99))
    return np.clip((total - low) / max(high - low, 1e-6), 0, 1).astype(np.float32)


def profile(seed: int, length: int, lumps: float, octaves: int = 6, rough: float = 0.5) -> Raster:
    """A line of 0 to 1 whose largest lumps are `lumps` pixels long."""
    random = np.random.default_rng(seed)
    places = np.arange(length, dtype=np.float32)
    total = np.zeros(length, np.float32)
    for octave in range(octaves):
        knots = random.random(int(length / lumps * 2**octave) + 4)
        where = places / lumps * 2**octave
        index = where.astype(int)
        part = where - index
        part = part * part * (3 - 2 * part) if octave < 3 else part
        total += rough**octave * (knots[index] * (1 - part) + knots[index + 1] * part).astype(np.float32)
    return ((total - total.min()) / max(float(np.ptp(total)), 1e-6)).astype(np.float32)


def ease(values: Raster, start: float, end: float) -> Raster:
    """0 below `start`, 1 above `end`, a soft step between."""
    share = np.clip((values - start) / (end - start), 0, 1)
    return (share * share * (3 - 2 * share)).astype(np.float32)


def soften(values: Raster, radius: float) -> Raster:
    """The field blurred by a radius in pixels."""
    if radius <= 0:
        return values
    step = max(1, int(radius / 2))
    height, width = values.shape[:2]
    small = Image.fromarray(values).resize(
        (max(2, width // step), max(2, height // step)), Image.Resampling.BOX
    )
    return np.asarray(small.resize((width, height), Image.Resampling.BICUBIC), np.float32)
