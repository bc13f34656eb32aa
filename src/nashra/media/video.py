"""Films: checked when they arrive, measured from their own index."""

from typing import TYPE_CHECKING, Any, BinaryIO, cast

from nashra.media.errors import (
    VideoBroken,
    VideoKindRefused,
    VideoTooHeavy,
    VideoUnplayable,
)
from nashra.media.mp4 import BrokenMp4, Film, NotMp4, read_film

if TYPE_CHECKING:
    from django.core.files import File

MEGABYTE = 1024 * 1024
MAX_VIDEO_MEGABYTES = 1024
# H.264 and AV1 are the codecs in MP4 that current browsers on telephones and computers play.
PLAYABLE = frozenset({"avc1", "avc3", "av01"})


def measure_video(file: "File[Any]") -> Film:
    """Measure an MP4 film, or refuse it with a sentence (VideoRefused): wrong kind, too heavy, damaged, or not playable."""
    name = (file.name or "").rsplit("/", 1)[-1]
    if file.size > MAX_VIDEO_MEGABYTES * MEGABYTE:
        raise VideoTooHeavy(name=name, megabytes=file.size // MEGABYTE, limit=MAX_VIDEO_MEGABYTES)
    place = file.tell() if not file.closed else 0
    try:
        film = read_film(cast("BinaryIO", file))
    except NotMp4:
        raise VideoKindRefused(name=name) from None
    except BrokenMp4:
        raise VideoBroken(name=name) from None
    finally:
        if not file.closed:
            file.seek(place)
    if film.codec not in PLAYABLE or not film.width or not film.height:
        raise VideoUnplayable(name=name)
    return film


def check_video(file: "File[Any]") -> None:
    """Refuse a file that is no MP4 film every browser can play; for form and model fields."""
    measure_video(file)
