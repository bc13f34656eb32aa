"""What a picture's file says about itself: IPTC-IIM, XMP and EXIF, read when it arrives and never trusted.

Property names follow the IPTC Photo Metadata Standard 2025.1. XMP wins over IIM, whose fields are cut at 32 bytes or so, and IIM over
EXIF. A place is noticed and not kept.
"""

import re
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import asdict, dataclass, fields
from datetime import date, datetime
from typing import Any, BinaryIO, cast

from PIL import ExifTags, Image, IptcImagePlugin
from PIL.ImageFile import ImageFile

from nashra.base.safe_html import plain_text
from nashra.media.kinds import open_picture
from nashra.media.xmp import DC, EXIF, IPTC_CORE, IPTC_EXT, PHOTOSHOP, PLUS, XMP_RIGHTS, Packet

# What cameras write on their own where a caption belongs.
_CAMERA_CHATTER = re.compile(
    r"^(olympus|sony|kodak|minolta|samsung|konica|digital|dcim|dsc|dji|default|untitled|screenshot)\b.{0,24}$",
    re.IGNORECASE,
)
_WEB_ADDRESS = re.compile(r"https?://[^\s<>\"'\\]{3,480}", re.IGNORECASE)
_CREDIT_LIMIT = 255
_LONGEST_CAPTION = 4000


@dataclass(frozen=True, slots=True)
class PictureFacts:
    """What was read, as plain text; empty where the file is silent."""

    headline: str = ""
    caption: str = ""
    alt_text: str = ""
    credit: str = ""
    creator: str = ""
    copyright_notice: str = ""
    rights: str = ""
    licensor_url: str = ""
    date_created: date | None = None
    digital_source_type: str = ""
    source: str = ""
    city: str = ""
    country: str = ""
    keywords: tuple[str, ...] = ()
    had_place: bool = False

    def as_json(self) -> dict[str, Any]:
        """The facts that are known, fit for a JSON field."""
        known = {name: value for name, value in asdict(self).items() if value}
        if self.date_created:
            known["date_created"] = self.date_created.isoformat()
        return known


def read_metadata(file: BinaryIO) -> PictureFacts:
    """Read the facts a picture's file carries. Never raises for what the file holds; what cannot be read is left out."""
    file.seek(0)
    try:
        with open_picture(file) as image:
            return _facts(image)
    except Exception:  # noqa: BLE001 - facts are welcome, not needed; the guard has judged the picture itself
        return PictureFacts()
    finally:
        file.seek(0)


def _facts(image: Image.Image) -> PictureFacts:
    xmp = Packet(_xmp_of(image))
    iim = _Iim(image)
    exif = _Exif(image)
    creator = _line(
        [", ".join(xmp.texts(DC, "creator")), ", ".join(iim.texts(80)), exif.text(ExifTags.Base.Artist)]
    )
    return PictureFacts(
        headline=_line([xmp.text(PHOTOSHOP, "Headline"), iim.text(105), xmp.text(DC, "title"), iim.text(5)]),
        caption=_prose([xmp.text(DC, "description"), iim.text(120), exif.caption()]),
        alt_text=_line([xmp.text(IPTC_CORE, "AltTextAccessibility")], 500),
        credit=_line([xmp.text(PHOTOSHOP, "Credit"), iim.text(110)]) or creator,
        creator=creator,
        copyright_notice=_line(
            [xmp.text(DC, "rights"), iim.text(116), exif.text(ExifTags.Base.Copyright)], 500
        ),
        rights=_address(xmp.text(XMP_RIGHTS, "WebStatement")),
        licensor_url=_address(xmp.inner_text(PLUS, "Licensor", "LicensorURL")),
        date_created=_day([xmp.text(PHOTOSHOP, "DateCreated"), iim.text(55), exif.taken()]),
        digital_source_type=_address(xmp.text(IPTC_EXT, "DigitalSourceType"))[:255],
        source=_line([xmp.text(PHOTOSHOP, "Source"), iim.text(115)]),
        city=_line([xmp.text(PHOTOSHOP, "City"), iim.text(90)]),
        country=_line([xmp.text(PHOTOSHOP, "Country"), iim.text(101)]),
        keywords=tuple(
            filter(None, (_line([word], 64) for word in (xmp.texts(DC, "subject") or iim.texts(25))[:50]))
        ),
        had_place=exif.has_place() or bool(xmp.text(EXIF, "GPSLatitude")),
    )


def _xmp_of(image: Image.Image) -> bytes:
    packet = image.info.get("xmp") or image.info.get("XML:com.adobe.xmp") or b""
    return packet.encode() if isinstance(packet, str) else packet


class _Iim:
    """The record of IPTC-IIM 4.2 news agencies still write."""

    def __init__(self, image: Image.Image) -> None:
        self._fields: dict[tuple[int, int], Any] = {}
        with suppress(Exception):  # a record that does not parse says nothing
            self._fields = IptcImagePlugin.getiptcinfo(cast("ImageFile", image)) or {}

    def texts(self, dataset: int) -> list[str]:
        value = self._fields.get((2, dataset))
        values = value if isinstance(value, list) else [value]
        return [_decode(each) for each in values if isinstance(each, bytes) and each]

    def text(self, dataset: int) -> str:
        return next(iter(self.texts(dataset)), "")


class _Exif:
    """What the camera wrote."""

    def __init__(self, image: Image.Image) -> None:
        self._tags: Any = {}
        with suppress(Exception):
            self._tags = image.getexif()

    def text(self, tag: int) -> str:
        value: Any = None
        with suppress(Exception):
            value = self._tags.get(tag)
        # EXIF knows no encoding; Pillow reads bytes as Latin-1, most programs write UTF-8.
        return _decode(value.encode("latin-1", "ignore")) if isinstance(value, str) else ""

    def caption(self) -> str:
        text = self.text(ExifTags.Base.ImageDescription).strip()
        return "" if _CAMERA_CHATTER.match(text) else text

    def taken(self) -> str:
        with suppress(Exception):
            inner = self._tags.get_ifd(ExifTags.IFD.Exif)
            return str(inner.get(ExifTags.Base.DateTimeOriginal, "")).replace(":", "-", 2)
        return ""

    def has_place(self) -> bool:
        with suppress(Exception):
            return bool(self._tags.get_ifd(ExifTags.IFD.GPSInfo))
        return False


def _decode(value: bytes) -> str:
    """Text in UTF-8, also where a length limit cut its last letter in two; otherwise in Windows' Western encoding."""
    value = value.strip(b"\x00")
    try:
        return value.decode()
    except UnicodeDecodeError as error:
        if error.start and error.start >= len(value) - 3:
            return value[: error.start].decode()
        return value.decode("cp1252", "ignore")


def _first(texts: Iterable[str], clean: Callable[[str], str]) -> str:
    return next((cleaned for text in texts if (cleaned := clean(text))), "")


def _line(texts: Iterable[str], limit: int = _CREDIT_LIMIT) -> str:
    """The first that says something, on one line, without markup."""
    return _first(texts, lambda text: " ".join(plain_text(text[: limit * 4]).split())[:limit].strip())


def _prose(texts: Iterable[str]) -> str:
    return _first(texts, lambda text: plain_text(text[: _LONGEST_CAPTION * 2])[:_LONGEST_CAPTION].strip())


def _address(text: str) -> str:
    text = text.strip()
    return text if _WEB_ADDRESS.fullmatch(text) else ""


def _day(texts: Iterable[str]) -> date | None:
    for text in texts:
        for layout, length in (("%Y-%m-%d", 10), ("%Y%m%d", 8)):
            with suppress(ValueError):
                return datetime.strptime(text.strip()[:length], layout).date()  # noqa: DTZ007 - a day has no zone
    return None


FILLED_FIELDS = tuple(
    field.name
    for field in fields(PictureFacts)
    if field.name not in {"headline", "source", "city", "country", "keywords", "had_place"}
)
"""The facts a picture has a field for, by the same name."""
