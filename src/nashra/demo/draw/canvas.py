"""A sheet to draw on: shapes, gradients, layers and light, over the Skia library."""

import math
import random
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from itertools import pairwise
from typing import Any

import numpy as np
import skia

from nashra.demo.draw.colour import channels, fade

type Point = tuple[float, float]
type Points = Sequence[Point]
type Fill = str | Sequence[str] | Shade
type Raster = np.ndarray[tuple[int, ...], np.dtype[np.floating[Any]]]

WIDTH, HEIGHT = 1440, 960


class Shade:
    """A gradient that can fill a shape."""

    def __init__(self, shader: Any) -> None:
        self.shader = shader


def _stops(colours: Sequence[str], at: Sequence[float] | None) -> tuple[list[int], list[float] | None]:
    return [skia_colour(colour) for colour in colours], list(at) if at else None


def skia_colour(colour: str) -> int:
    """A colour as the number Skia wants."""
    red, green, blue, alpha = channels(colour)
    return int(skia.ColorSetARGB(alpha, red, green, blue))


def along(start: Point, end: Point, colours: Sequence[str], at: Sequence[float] | None = None) -> Shade:
    """A straight gradient from one point to another."""
    shades, places = _stops(colours, at)
    return Shade(skia.GradientShader.MakeLinear([start, end], shades, places))


def around(centre: Point, radius: float, colours: Sequence[str], at: Sequence[float] | None = None) -> Shade:
    """A round gradient from a centre outwards."""
    shades, places = _stops(colours, at)
    return Shade(skia.GradientShader.MakeRadial(centre, radius, shades, places))


def polygon(points: Points) -> Any:
    """A closed straight-sided outline."""
    path = skia.Path()
    path.addPoly([skia.Point(*point) for point in points], True)
    return path


def smooth(points: Points, closed: bool = True) -> Any:
    """A soft outline through the points."""
    path = skia.Path()
    total = len(points)
    path.moveTo(*points[0])
    for index in range(total if closed else total - 1):
        before, here, there, after = (
            points[at % total] if closed else points[min(max(at, 0), total - 1)]
            for at in range(index - 1, index + 3)
        )
        path.cubicTo(
            here[0] + (there[0] - before[0]) / 6,
            here[1] + (there[1] - before[1]) / 6,
            there[0] - (after[0] - here[0]) / 6,
            there[1] - (after[1] - here[1]) / 6,
            *there,
        )
    if closed:
        path.close()
    return path


def oval(x: float, y: float, across: float, down: float) -> Any:
    """An ellipse about a centre, by its two radii."""
    path = skia.Path()
    path.addOval(skia.Rect.MakeLTRB(x - across, y - down, x + across, y + down))
    return path


def box(x: float, y: float, width: float, height: float, round_by: float = 0) -> Any:
    """A rectangle by its corner, with corners rounded if asked."""
    path = skia.Path()
    path.addRoundRect(skia.Rect.MakeXYWH(x, y, width, height), round_by, round_by)
    return path


def limb(points: Points, widths: Sequence[float]) -> Any:
    """A tapering tube with round joints: an arm, a trunk, a tail."""
    whole = oval(*points[0], widths[0] / 2, widths[0] / 2)
    for (start, end), (thick, thin) in zip(pairwise(points), pairwise(widths), strict=False):
        length = math.dist(start, end) or 1.0
        across = ((start[1] - end[1]) / length / 2, (end[0] - start[0]) / length / 2)
        side = [
            (start[0] + across[0] * thick, start[1] + across[1] * thick),
            (end[0] + across[0] * thin, end[1] + across[1] * thin),
            (end[0] - across[0] * thin, end[1] - across[1] * thin),
            (start[0] - across[0] * thick, start[1] - across[1] * thick),
        ]
        whole = skia.Op(whole, polygon(side), skia.kUnion_PathOp)
        whole = skia.Op(whole, oval(*end, thin / 2, thin / 2), skia.kUnion_PathOp)
    return whole


def _grain_tile() -> Any:
    noise = np.random.default_rng(7).random((256, 256), dtype=np.float32)
    tile = np.zeros((256, 256, 4), np.uint8)
    tile[..., 3] = (np.clip((noise - 0.35) * 2.2, 0, 1) * 255).astype(np.uint8)
    image = skia.Image.fromarray(tile, colorType=skia.kRGBA_8888_ColorType)
    return image.makeShader(skia.TileMode.kRepeat, skia.TileMode.kRepeat, skia.SamplingOptions())


class Sheet:
    """One picture in the making; drawn back to front."""

    def __init__(self, key: str, width: int = WIDTH, height: int = HEIGHT) -> None:
        self.key = key
        self.width, self.height = width, height
        self.surface = skia.Surface(width, height)
        self.canvas = self.surface.getCanvas()
        self.chance = random.Random(zlib.crc32(key.encode()))
        self._grain = _grain_tile()

    def paint(
        self, fill: Fill, bounds: Any = None, blur: float = 0, blend: str = "SrcOver", grainy: bool = False
    ) -> Any:
        """The paint for a fill: one colour, colours from top to bottom of the bounds, or a gradient."""
        paint = skia.Paint(AntiAlias=True, Dither=True)
        if isinstance(fill, str):
            paint.setColor(skia_colour(fill))
        else:
            if not isinstance(fill, Shade):
                fill = along((0, bounds.top()), (0, bounds.bottom()), fill)
            paint.setShader(fill.shader)
        if grainy:
            base = paint.getShader() or skia.Shaders.Color(paint.getColor())
            paint.setShader(skia.Shaders.Blend(skia.BlendMode.kDstIn, base, self._grain))
        if blur:
            paint.setMaskFilter(skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, blur))
        if blend != "SrcOver":
            paint.setBlendMode(getattr(skia.BlendMode, "k" + blend))
        return paint

    def shape(
        self, path: Any, fill: Fill, blur: float = 0, blend: str = "SrcOver", grainy: bool = False
    ) -> Any:
        """Fill an outline; gives the outline back."""
        self.canvas.drawPath(path, self.paint(fill, path.getBounds(), blur, blend, grainy))
        return path

    def area(
        self, points: Points, fill: Fill, blur: float = 0, blend: str = "SrcOver", grainy: bool = False
    ) -> Any:
        """Fill a straight-sided shape."""
        return self.shape(polygon(points), fill, blur, blend, grainy)

    def blob(
        self, points: Points, fill: Fill, blur: float = 0, blend: str = "SrcOver", grainy: bool = False
    ) -> Any:
        """Fill a soft shape through points."""
        return self.shape(smooth(points), fill, blur, blend, grainy)

    def oval(
        self,
        x: float,
        y: float,
        across: float,
        down: float,
        fill: Fill,
        blur: float = 0,
        blend: str = "SrcOver",
    ) -> Any:
        """Fill an ellipse."""
        return self.shape(oval(x, y, across, down), fill, blur, blend)

    def box(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        fill: Fill,
        round_by: float = 0,
        blur: float = 0,
    ) -> Any:
        """Fill a rectangle."""
        return self.shape(box(x, y, width, height, round_by), fill, blur)

    def wash(self, fill: Fill, blend: str = "SrcOver", grainy: bool = False) -> None:
        """Fill the whole sheet."""
        self.shape(box(-40, -40, self.width + 80, self.height + 80), fill, blend=blend, grainy=grainy)

    def line(
        self,
        points: Points,
        colour: Fill,
        width: float,
        soft: bool = False,
        closed: bool = False,
        blur: float = 0,
    ) -> None:
        """A stroke through points, straight or soft."""
        if soft:
            path = smooth(points, closed)
        else:
            path = skia.Path()
            path.addPoly([skia.Point(*point) for point in points], closed)
        self.stroke(path, colour, width, blur)

    def stroke(self, path: Any, colour: Fill, width: float, blur: float = 0) -> None:
        """Stroke an outline."""
        paint = self.paint(colour, path.getBounds(), blur)
        paint.setStyle(skia.Paint.kStroke_Style)
        paint.setStrokeWidth(width)
        paint.setStrokeCap(skia.Paint.kRound_Cap)
        paint.setStrokeJoin(skia.Paint.kRound_Join)
        self.canvas.drawPath(path, paint)

    def glow(
        self, x: float, y: float, radius: float, colour: str, strength: float = 1.0, blend: str = "Screen"
    ) -> None:
        """A soft light, added to what is there."""
        colours = [
            fade(colour, strength),
            fade(colour, strength * 0.45),
            fade(colour, strength * 0.12),
            fade(colour, 0),
        ]
        self.shape(
            oval(x, y, radius, radius), around((x, y), radius, colours, (0, 0.22, 0.55, 1)), blend=blend
        )

    def haze(self, top: float, bottom: float, colour: str, strength: float = 0.6) -> None:
        """A veil that thickens downwards and ends softly."""
        colours = [fade(colour, 0), fade(colour, strength), fade(colour, strength * 0.7), fade(colour, 0)]
        self.box(
            -10, top, self.width + 20, bottom - top, along((0, top), (0, bottom), colours, (0, 0.6, 0.82, 1))
        )

    @contextmanager
    def at(self, x: float, y: float, scale: float = 1, turn: float = 0, flip: bool = False) -> Iterator[None]:
        """Draw with the origin moved, scaled, turned (degrees) and mirrored."""
        self.canvas.save()
        self.canvas.translate(x, y)
        self.canvas.rotate(turn)
        self.canvas.scale(-scale if flip else scale, scale)
        yield
        self.canvas.restore()

    @contextmanager
    def inside(self, path: Any) -> Iterator[None]:
        """Draw only inside an outline."""
        self.canvas.save()
        self.canvas.clipPath(path, skia.ClipOp.kIntersect, True)
        yield
        self.canvas.restore()

    @contextmanager
    def layer(self, opacity: float = 1, blend: str = "SrcOver", blur: float = 0) -> Iterator[None]:
        """Draw into a layer of its own, then lay it down."""
        paint = skia.Paint(Alphaf=opacity)
        paint.setBlendMode(getattr(skia.BlendMode, "k" + blend))
        if blur:
            paint.setImageFilter(skia.ImageFilters.Blur(blur, blur))
        self.canvas.saveLayer(None, paint)
        yield
        self.canvas.restore()

    def lit(
        self,
        draw: Callable[[], None],
        rim: str | None = None,
        shift: Point = (-4, -3),
        shade: Fill | None = None,
        blur: float = 0,
    ) -> None:
        """Draw a group, then lay shade over it and a rim of light on the side `shift` points to."""
        recorder = skia.PictureRecorder()
        outer, self.canvas = (
            self.canvas,
            recorder.beginRecording(skia.Rect.MakeLTRB(-4000, -4000, 4000, 4000)),
        )
        draw()
        self.canvas = outer
        drawn = recorder.finishRecordingAsPicture()
        with self.layer(blur=blur):
            self.canvas.drawPicture(drawn)
            if shade is not None:
                self.canvas.drawPaint(
                    self.paint(shade, skia.Rect.MakeWH(self.width, self.height), blend="SrcATop")
                )
            if rim is not None:
                self._rim(drawn, rim, shift)

    def _rim(self, drawn: Any, rim: str, shift: Point) -> None:
        red, green, blue, alpha = (value / 255 for value in channels(rim))
        tint = skia.Paint()
        tint.setColorFilter(
            skia.ColorFilters.Matrix(
                [*(0, 0, 0, 0, red, 0, 0, 0, 0, green), *(0, 0, 0, 0, blue), *(0, 0, 0, alpha, 0)]
            )
        )
        cut = skia.Paint()
        cut.setBlendMode(skia.BlendMode.kDstOut)
        with self.layer(blend="SrcATop"):
            self.canvas.saveLayer(None, tint)
            self.canvas.drawPicture(drawn)
            self.canvas.restore()
            self.canvas.saveLayer(None, cut)
            self.canvas.translate(-shift[0], -shift[1])
            self.canvas.drawPicture(drawn)
            self.canvas.restore()

    def apart(self, draw: Callable[[], None]) -> Raster:
        """Draw on a clear sheet of the same size; gives its pixels, with opacity."""
        surface = skia.Surface(self.width, self.height)
        outer, self.canvas = self.canvas, surface.getCanvas()
        draw()
        self.canvas = outer
        raw = surface.toarray(colorType=skia.kRGBA_8888_ColorType).astype(np.float32) / 255
        return np.asarray(raw, np.float32)

    def afloat(
        self,
        y: float,
        draw: Callable[[], None],
        opacity: float = 0.55,
        wobble: float = 1.0,
        tint: str = "#22384f",
        time: float = 0,
    ) -> None:
        """Draw something standing in water at y, with its broken reflection below it."""
        drawn = self.apart(draw)
        top = int(y)
        rows = np.arange(self.height - top, dtype=np.float32)
        source = np.clip(top - 1 - rows * 1.05, 0, self.height - 1).astype(int)
        phase = np.log1p(rows) * 9 + rows * 0.16
        sway = (
            (np.sin(phase * 1.7 + time * 3) + 0.7 * np.sin(phase * 3.1 + 1 - time * 4))
            * (1.5 + rows * 0.05)
            * wobble
        )
        columns = np.clip(
            np.arange(self.width)[None, :] + np.round(sway)[:, None].astype(int), 0, self.width - 1
        )
        mirrored = drawn[source[:, None], columns].copy()
        deep = np.array(channels(tint)[:3], np.float32) / 255
        mirrored[..., :3] = mirrored[..., :3] * 0.68 + deep * 0.32
        broken = 0.72 + 0.28 * np.sign(np.sin(phase * 2.3 + time * 5))
        mirrored[..., 3] *= (opacity * np.exp(-rows / 190) * broken)[:, None]
        mirrored[..., 3][source == 0] = 0
        self.lay(mirrored, 0, top)
        draw()

    def pixels(self) -> Raster:
        """What is drawn so far: height × width × red, green, blue, from 0 to 1."""
        image: Raster = (
            self.surface.toarray(colorType=skia.kRGBA_8888_ColorType)[..., :3].astype(np.float32) / 255
        )
        return image

    def lay(self, pixels: Raster, x: float = 0, y: float = 0, blend: str = "SrcOver") -> None:
        """Lay pixels (3 or 4 channels, 0 to 1, opacity not premultiplied) on the sheet."""
        height, width = pixels.shape[:2]
        whole = np.full((height, width, 4), 255, np.uint8)
        whole[..., : pixels.shape[2]] = np.clip(pixels * 255 + 0.5, 0, 255).astype(np.uint8)
        image = skia.Image.fromarray(np.ascontiguousarray(whole), colorType=skia.kRGBA_8888_ColorType)
        paint = skia.Paint()
        paint.setBlendMode(getattr(skia.BlendMode, "k" + blend))
        self.canvas.drawImage(image, x, y, skia.SamplingOptions(), paint)
