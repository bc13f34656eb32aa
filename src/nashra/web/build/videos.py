"""Films and their captions."""

from babel import Locale
from django.utils.html import linebreaks
from django.utils.safestring import mark_safe

from nashra.base.safe_html import clean_blocks
from nashra.media.keys import video_key
from nashra.media.models import Video
from nashra.press.keys import carry
from nashra.web.build.pictures import Album
from nashra.web.build.voice import Voice
from nashra.web.shapes.videos import TrackShape, VideoShape


def build_video(
    voice: Voice, video: Video, album: Album, *, title: str = "", caption: str = ""
) -> VideoShape:
    """A film; captions in the edition's own language come first and are shown. Records that the page shows it.

    ``title`` is what it is called here: the desk's own name for a film is not always fit for readers.
    """
    carry(video_key(video.pk))
    own = voice.edition.language.split("-")[0]
    captions = sorted(video.captions.all(), key=lambda item: item.language.split("-")[0] != own)
    tracks = tuple(
        TrackShape(
            src=item.file.url,
            lang=item.language,
            label=(Locale.parse(item.language, sep="-").get_language_name() or item.language),
            kind=item.kind,
            default=place == 0 and item.language.split("-")[0] == own,
        )
        for place, item in enumerate(captions)
    )
    return VideoShape(
        title=title or caption or video.title,
        src=video.file.url,
        width=video.width or 1280,
        height=video.height or 720,
        poster=album.get(video.poster),
        tracks=tracks,
        length=voice.length(video.duration_seconds) if video.duration_seconds else None,
        caption=caption,
        credit=video.credit,
        transcript=mark_safe(clean_blocks(linebreaks(video.transcript, autoescape=True)))
        if video.transcript
        else mark_safe(""),
        lang=video.language,
    )
