"""Pictures, videos and the live channel."""

from nashra.media.models.channels import Channel, Programme
from nashra.media.models.collections import KeptFor
from nashra.media.models.pictures import (
    Picture,
    PictureRendition,
    PictureText,
    PictureWord,
    PictureWords,
)
from nashra.media.models.videos import Video, VideoCaptions

__all__ = [
    "Channel",
    "KeptFor",
    "Picture",
    "PictureRendition",
    "PictureText",
    "PictureWord",
    "PictureWords",
    "Programme",
    "Video",
    "VideoCaptions",
]
