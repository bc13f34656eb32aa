"""The last touches every picture gets, and the writing of the file."""

import io
from collections.abc import Iterable
from pathlib import Path

import numpy as np
from PIL import Image

from nashra.demo.draw.canvas import Raster, Sheet
from nashra.demo.draw.nature import seed_of
from nashra.demo.draw.noise import field, soften

CREDIT = "Nashra illustration"
_XMP = (
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">'
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" '
    'xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/" '
    'xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/" photoshop:Credit="{credit}" '
    'xmpRights:WebStatement="https://creativecommons.org/publicdomain/zero/1.0/" '
    'Iptc4xmpExt:DigitalSourceType="http://cv.iptc.org/newscodes/digitalsourcetype/algorithmicMedia">'
    "<dc:creator><rdf:Seq><rdf:li>{credit}</rdf:li></rdf:Seq></dc:creator>"
    '<dc:rights><rdf:Alt><rdf:li xml:lang="x-default">CC0 1.0</rdf:li></rdf:Alt></dc:rights>'
    '</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>'
)


def finished(sheet: Sheet, bloom: float = 0.16, grain: float = 0.009, dark: float = 0.16) -> Raster:
    """The sheet's pixels with light bleeding from bright places, darker corners, paper and grain."""
    image = sheet.pixels()
    height, width = image.shape[:2]
    if bloom:
        bright = np.clip(image - 0.62, 0, 1) * 1.8
        spread = np.stack([soften(np.ascontiguousarray(bright[..., part]), 26) for part in range(3)], -1)
        image = 1 - (1 - image) * (1 - spread * bloom * 2)
    rows = np.linspace(-1, 1, height, dtype=np.float32)[:, None]
    columns = np.linspace(-1, 1, width, dtype=np.float32)[None, :]
    image = image * (1 - dark * np.clip(rows**2 * 0.7 + columns**2 * 0.8 - 0.35, 0, 1))[..., None]
    paper = field(seed_of(sheet, "paper"), width, height, 34, 34, octaves=3, rough=0.7) - 0.5
    speck = soften(
        np.random.default_rng(seed_of(sheet, "speck")).normal(0, 1, (height, width)).astype(np.float32), 2
    )
    middle = 1 - np.abs(image.mean(-1) * 2 - 1) * 0.6
    image = image + (paper * 0.014 + speck * grain * middle)[..., None]
    return np.clip(image, 0, 1).astype(np.float32)


def picture_of(pixels: Raster) -> Image.Image:
    """Pixels of 0 to 1 as a picture."""
    return Image.fromarray((np.clip(pixels, 0, 1) * 255 + 0.5).astype(np.uint8), "RGB")


def _iim() -> bytes:
    """The credit as an old-style IPTC record in a Photoshop segment."""
    record = b""
    for number, text in ((80, CREDIT), (110, CREDIT), (116, "CC0 1.0")):
        value = text.encode()
        record += bytes((0x1C, 2, number)) + len(value).to_bytes(2, "big") + value
    padded = record + b"\0" * (len(record) % 2)
    block = b"8BIM\x04\x04\0\0" + len(record).to_bytes(4, "big") + padded
    payload = b"Photoshop 3.0\0" + block
    return b"\xff\xed" + (len(payload) + 2).to_bytes(2, "big") + payload


def write_jpeg(picture: Image.Image, path: Path, quality: int = 80) -> int:
    """Write a progressive JPEG carrying its credit and licence; gives its size in bytes."""
    kept = io.BytesIO()
    picture.save(
        kept,
        "JPEG",
        quality=quality,
        optimize=True,
        progressive=True,
        subsampling="4:2:0",
        xmp=_XMP.format(credit=CREDIT).encode(),
    )
    data = kept.getvalue()
    first = 4 + int.from_bytes(data[4:6], "big")
    path.write_bytes(data[:first] + _iim() + data[first:])
    return path.stat().st_size


def contact_sheet(pictures: Iterable[Path], across: int, path: Path, wide: int = 640) -> None:
    """Several pictures on one sheet, to look at."""
    opened = [Image.open(picture).convert("RGB") for picture in pictures]
    cells = [
        picture.resize((wide, round(picture.height * wide / picture.width)), Image.Resampling.LANCZOS)
        for picture in opened
    ]
    tall = max(cell.height for cell in cells)
    whole = Image.new("RGB", (across * (wide + 8), -(-len(cells) // across) * (tall + 8)), "white")
    for index, cell in enumerate(cells):
        whole.paste(cell, (index % across * (wide + 8) + 4, index // across * (tall + 8) + 4))
    whole.save(path)
