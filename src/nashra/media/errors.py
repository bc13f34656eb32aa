"""Why a picture, a film or captions are refused: each a sentence that names the cause and the remedy."""

from typing import TYPE_CHECKING, Any, ClassVar

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise


class MediaRefused(ValidationError):
    """A file was refused; nothing of it has been kept."""

    reason: ClassVar["_StrPromise"] = _("This file was refused.")

    def __init__(self, **details: Any) -> None:
        super().__init__(self.reason, code=type(self).__name__, params=details)


class PictureRefused(MediaRefused):
    """A picture was refused."""


class PictureKindRefused(PictureRefused):
    """Not a kind of picture the newsroom accepts."""

    reason = _(
        "“%(name)s” is not a JPEG, PNG, WebP, AVIF or GIF picture. Export it as JPEG (photographs) or PNG (drawings) "
        "and upload that."
    )


class PictureIsDrawingCode(PictureRefused):
    """An SVG: it can carry scripts and fetch from elsewhere."""

    reason = _(
        "“%(name)s” is an SVG drawing, which can hold scripts and is not accepted. Export it as PNG, at least 1,600 pixels "
        "wide, and upload that."
    )


class PictureMisnamed(PictureRefused):
    """The name says one kind and the bytes another."""

    reason = _(
        "“%(name)s” is named like one kind of picture and holds another (%(kind)s). Rename it or export it again, then "
        "upload it."
    )


class PictureDisguised(PictureRefused):
    """A picture with something else hidden in it."""

    reason = _(
        "“%(name)s” holds a web page or a program besides the picture. Open it in a picture editor, save it under a new name "
        "and upload that."
    )


class PictureEmpty(PictureRefused):
    """No bytes at all."""

    reason = _("“%(name)s” is empty. Copy it again from where it came and upload the copy.")


class PictureBroken(PictureRefused):
    """Cannot be decoded to its end."""

    reason = _(
        "“%(name)s” is damaged or was cut short, so it cannot be shown. Copy it again from where it came, or export it anew, "
        "and upload that."
    )


class PictureTooHeavy(PictureRefused):
    """More bytes than allowed."""

    reason = _(
        "“%(name)s” has %(megabytes)s MB; at most %(limit)s MB are accepted. Export it smaller or with stronger compression."
    )


class PictureTooLarge(PictureRefused):
    """More pixels than allowed."""

    reason = _("“%(name)s” has more than %(limit)s million pixels. Scale it down and upload that.")


class PictureTooSlow(PictureRefused):
    """Takes longer or more memory to decode than any honest picture."""

    reason = _(
        "“%(name)s” takes too long or too much memory to open, as damaged files do. Export it anew and upload that."
    )


class VideoRefused(MediaRefused):
    """A film was refused."""


class VideoKindRefused(VideoRefused):
    """Not an MP4 file."""

    reason = _("“%(name)s” is not an MP4 film. Export it as MP4 (H.264 video, AAC sound) and upload that.")


class VideoUnplayable(VideoRefused):
    """An MP4 without a picture track browsers can play."""

    reason = _(
        "“%(name)s” has no picture that every browser can play. Export it as MP4 with H.264 video and AAC sound and upload that."
    )


class VideoBroken(VideoRefused):
    """Cut short, or its index does not make sense."""

    reason = _(
        "“%(name)s” is damaged or was cut short. Copy it again from where it came, or export it anew, and upload that."
    )


class VideoTooHeavy(VideoRefused):
    """More bytes than allowed."""

    reason = _(
        "“%(name)s” has %(megabytes)s MB; at most %(limit)s MB are accepted. Export it with a lower bit rate or split it."
    )


class CaptionsRefused(MediaRefused):
    """Captions were refused."""


class CaptionsKindRefused(CaptionsRefused):
    """Not WebVTT."""

    reason = _(
        "“%(name)s” is not a WebVTT file: its first line has to be WEBVTT. Export the captions as WebVTT (.vtt)."
    )


class CaptionsUnreadable(CaptionsRefused):
    """Not UTF-8."""

    reason = _("“%(name)s” is not written in UTF-8. Save it again as UTF-8 and upload that.")


class CaptionsTooHeavy(CaptionsRefused):
    """More bytes than words can need."""

    reason = _("“%(name)s” is too large for captions. Check that it is the right file.")


class CaptionsWrong(CaptionsRefused):
    """A cue's times do not make sense."""

    reason = _(
        "“%(name)s”, line %(line)s: a cue has to begin and end with times such as 00:01.000 --> 00:04.000, end after it begins, "
        "and come after the one before it. Correct the line and upload the file again."
    )


class CaptionsEmpty(CaptionsRefused):
    """No cue."""

    reason = _("“%(name)s” holds no captions. Check that it is the right file.")
