"""The people readers see."""

from dataclasses import dataclass

from django.utils.safestring import SafeString

from nashra.web.shapes.pictures import PictureShape
from nashra.web.shapes.words import NO_HTML, LinkShape


@dataclass(frozen=True, slots=True, kw_only=True)
class BylineShape:
    """Somebody who wrote a story. ``role`` is what they did here, or who they are; ``url`` their page, or empty."""

    name: str
    url: str = ""
    role: str = ""
    portrait: PictureShape | None = None
    lang: str = ""
    dir: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AuthorShape:
    """Somebody on a page of their own or in the index. ``bio`` is harmless HTML."""

    name: str
    url: str
    role: str = ""
    portrait: PictureShape | None = None
    bio: SafeString = NO_HTML
    expertise: tuple[str, ...] = ()
    links: tuple[LinkShape, ...] = ()
    lang: str = ""
    dir: str = ""
