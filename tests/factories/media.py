"""Pictures and films for tests: small, and good for all the checks they have to pass."""

from io import BytesIO
from typing import Any

from PIL import Image, ImageDraw

from nashra.media.images import add_picture
from nashra.media.models import Picture


def photograph(width: int = 1500, height: int = 1000, kind: str = "JPEG", **options: Any) -> bytes:
    """The bytes of a picture: a red left half, a blue right half, a white frame."""
    image = Image.new("RGB", (width, height), "#c02020")
    draw = ImageDraw.Draw(image)
    draw.rectangle([width // 2, 0, width, height], fill="#2020c0")
    draw.rectangle([0, 0, width - 1, height - 1], outline="white", width=max(1, width // 50))
    output = BytesIO()
    image.save(output, kind, **options)
    return output.getvalue()


def make_picture(width: int = 1500, height: int = 1000, **words: Any) -> Picture:
    """A stored picture with every word it needs to be published, in English."""
    told = {
        "caption": "Boats at the quay.",
        "credit": "Layla Haddad",
        "alt_text": "Three boats",
        "language": "en",
    }
    return add_picture(photograph(width, height), "harbour.jpg", title="Harbour", **(told | words))
