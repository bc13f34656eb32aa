"""Moving pictures: layers drawn once, a camera, living water, walking people, and the film's file."""

import math
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import skia

from nashra.demo.draw.canvas import HEIGHT, WIDTH, Raster, Sheet
from nashra.demo.draw.figures import Pose
from nashra.demo.draw.finish import finished
from nashra.demo.draw.sound import Sound, write_sound

FRAME_WIDTH, FRAME_HEIGHT, RATE = 960, 540, 24
SCALE = FRAME_WIDTH / WIDTH
type DrawFrame = Callable[[Sheet, float], None]


def backdrop(key: str, draw: Callable[[Sheet], None], polish: bool = True) -> Raster:
    """A drawing as pixels, for the back of a film."""
    sheet = Sheet(key)
    draw(sheet)
    return finished(sheet, grain=0, dark=0.1) if polish else sheet.pixels()


def image_of(pixels: Raster) -> Any:
    """Pixels of 0 to 1, with or without opacity, as an image to lay down quickly."""
    height, width = pixels.shape[:2]
    whole = np.full((height, width, 4), 255, np.uint8)
    whole[..., : pixels.shape[2]] = np.clip(pixels * 255 + 0.5, 0, 255).astype(np.uint8)
    return skia.Image.fromarray(whole, colorType=skia.kRGBA_8888_ColorType)


def cut_out(key: str, draw: Callable[[Sheet], None], width: int = WIDTH, height: int = HEIGHT) -> Any:
    """A drawing on a clear ground as an image."""
    sheet = Sheet(key, width, height)
    sheet.canvas.clear(0)
    draw(sheet)
    return sheet.surface.makeImageSnapshot()


def lay_image(
    sheet: Sheet, image: Any, x: float = 0, y: float = 0, opacity: float = 1, blend: str = "SrcOver"
) -> None:
    """Lay an image down, softly resampled."""
    paint = skia.Paint(Alphaf=min(1.0, max(0.0, opacity)))
    paint.setBlendMode(getattr(skia.BlendMode, "k" + blend))
    sheet.canvas.drawImage(image, x, y, skia.SamplingOptions(skia.FilterMode.kLinear), paint)


class LivingWater:
    """A still picture whose water moves below the horizon."""

    def __init__(self, pixels: Raster, horizon: int, bottom: int = HEIGHT) -> None:
        self.still = (np.clip(pixels, 0, 1) * 255 + 0.5).astype(np.uint8)
        self.horizon, self.bottom = horizon, bottom
        self.whole = np.full((*self.still.shape[:2], 4), 255, np.uint8)
        self.whole[..., :3] = self.still

    def at(self, time: float) -> Any:
        """The picture at a time in seconds."""
        height = self.bottom - self.horizon
        rows = np.arange(height, dtype=np.float32)[:, None]
        columns = np.arange(WIDTH, dtype=np.float32)[None, :]
        depth = np.log1p(rows) * 11
        near = 0.35 + rows / height
        ripple = np.sin(depth * 1.9 - time * 2.6 + columns * 0.011) + 0.7 * np.sin(
            depth * 3.7 + time * 3.9 - columns * 0.023
        )
        across = np.clip(columns + ripple * 5.2 * near, 0, WIDTH - 1).astype(np.int32)
        down = np.sin(depth * 2.3 - time * 2.1 + columns * 0.017) * 2.6 * near
        source = np.clip(rows + down, 0, height - 1).astype(np.int32) + self.horizon
        self.whole[self.horizon : self.bottom, :, :3] = self.still[source, across]
        return skia.Image.fromarray(self.whole, colorType=skia.kRGBA_8888_ColorType)


def camera(sheet: Sheet, zoom: float, x: float, y: float) -> None:
    """Look at a drawing of 1440 × 960 so that its point x, y is in the middle of the frame."""
    scale = SCALE * zoom
    half_width, half_height = FRAME_WIDTH / 2 / scale, FRAME_HEIGHT / 2 / scale
    x = min(max(x, half_width), WIDTH - half_width)
    y = min(max(y, half_height), HEIGHT - half_height)
    sheet.canvas.translate(FRAME_WIDTH / 2, FRAME_HEIGHT / 2)
    sheet.canvas.scale(scale, scale)
    sheet.canvas.translate(-x, -y)


def ease(share: float) -> float:
    """0 to 1 with a soft start and end."""
    share = min(1.0, max(0.0, share))
    return share * share * (3 - 2 * share)


def gait(phase: float, reach: float = 26, bend: float = 42, elbow: float = 20, lean: float = 0) -> Pose:
    """The pose of someone walking (or running) at a phase in radians."""

    def leg(turn: float) -> tuple[float, float]:
        thigh = reach * math.sin(turn)
        return thigh, thigh - 4 - bend * max(0.0, math.cos(turn))

    def arm(turn: float) -> tuple[float, float]:
        upper = -reach * 0.8 * math.sin(turn)
        return upper, upper + elbow

    return Pose(
        leg(phase), leg(phase + math.pi), arm(phase), arm(phase + math.pi), lean, 1.4 * abs(math.sin(phase))
    )


def write_film(path: Path, seconds: float, draw: DrawFrame, sound: Sound, bits: int = 400_000) -> int:
    """Draw each frame, add the sound, write an MP4 that starts at once; gives its size in bytes."""
    with tempfile.TemporaryDirectory() as folder:
        track, picture = Path(folder) / "sound.wav", Path(folder) / "picture.mp4"
        write_sound(sound, track)
        size = f"{FRAME_WIDTH}x{FRAME_HEIGHT}"
        feed = subprocess.Popen(
            [
                "ffmpeg",
                "-v",
                "error",
                "-y",
                "-f",
                "rawvideo",
                "-pix_fmt",
                "rgba",
                "-s",
                size,
                "-r",
                str(RATE),
                "-i",
                "-",
                "-c:v",
                "libx264",
                "-preset",
                "veryfast",
                "-qp",
                "16",
                str(picture),
            ],
            stdin=subprocess.PIPE,
        )
        if feed.stdin is None:
            raise RuntimeError("ffmpeg does not take the frames")
        sheet = Sheet(path.stem, FRAME_WIDTH, FRAME_HEIGHT)
        for number in range(int(seconds * RATE)):
            sheet.chance.seed(path.stem)
            sheet.canvas.save()
            draw(sheet, number / RATE)
            sheet.canvas.restore()
            feed.stdin.write(sheet.surface.toarray(colorType=skia.kRGBA_8888_ColorType).tobytes())
        feed.stdin.close()
        if feed.wait() != 0:
            raise RuntimeError(f"ffmpeg could not write {picture}; is it installed with libx264?")
        for turn in ("1", "2"):
            audio = (
                ["-an", "-f", "null", "/dev/null"]
                if turn == "1"
                else [
                    "-i",
                    str(track),
                    "-c:a",
                    "aac",
                    "-b:a",
                    "56k",
                    "-ac",
                    "1",
                    "-shortest",
                    "-movflags",
                    "+faststart",
                    str(path),
                ]
            )
            subprocess.run(
                [
                    "ffmpeg",
                    "-v",
                    "error",
                    "-y",
                    "-i",
                    str(picture),
                    *(audio[:2] if turn == "2" else []),
                    "-c:v",
                    "libx264",
                    "-profile:v",
                    "main",
                    "-level",
                    "3.1",
                    "-preset",
                    "medium",
                    "-pix_fmt",
                    "yuv420p",
                    "-b:v",
                    str(bits),
                    "-maxrate",
                    str(int(bits * 1.6)),
                    "-bufsize",
                    str(bits * 3),
                    "-g",
                    "96",
                    "-pass",
                    turn,
                    "-passlogfile",
                    str(Path(folder) / "pass"),
                    *(audio[2:] if turn == "2" else audio),
                ],
                check=True,
            )
    return path.stat().st_size
