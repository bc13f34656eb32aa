"""Films and the live channel as a page shows them."""

from dataclasses import dataclass

from django.utils.safestring import SafeString

from nashra.web.shapes.pictures import PictureShape
from nashra.web.shapes.words import NO_HTML, LengthShape, LinkShape, MomentShape


@dataclass(frozen=True, slots=True, kw_only=True)
class TrackShape:
    """Captions of a film: WebVTT at ``src``; ``kind`` is captions, subtitles or descriptions; ``label`` in its own language."""

    src: str
    lang: str
    label: str
    kind: str = "captions"
    default: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class VideoShape:
    """A film the newsroom serves itself: one MP4, a poster, captions. ``transcript`` is harmless HTML or empty."""

    title: str
    src: str
    width: int
    height: int
    type: str = "video/mp4"
    poster: PictureShape | None = None
    tracks: tuple[TrackShape, ...] = ()
    length: LengthShape | None = None
    caption: str = ""
    credit: str = ""
    transcript: SafeString = NO_HTML
    lang: str = ""

    @property
    def is_wide(self) -> bool:
        """Whether it has the shape of the player (16 : 9), so that a poster may fill it and the film loses nothing."""
        return abs(self.width * 9 - self.height * 16) <= self.height


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgrammeShape:
    """One entry of the schedule."""

    starts: MomentShape
    ends: MomentShape
    title: str
    description: str = ""
    show: LinkShape | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ScheduleDayShape:
    """A day of the schedule; ``day`` reads as a date, its programmes' moments as times."""

    day: MomentShape
    programmes: tuple[ProgrammeShape, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChannelShape:
    """The live channel: ``playlist`` is the HLS stream (empty when off air), ``fallback`` a film for when there is none."""

    name: str
    description: str = ""
    on_air: bool = False
    playlist: str = ""
    poster: PictureShape | None = None
    fallback: VideoShape | None = None
