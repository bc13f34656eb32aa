"""The smallest shapes: a link, a moment, a length."""

from dataclasses import dataclass
from typing import Final

from django.utils.safestring import SafeString

NO_HTML: Final = SafeString("")


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkShape:
    """A link. ``lang`` and ``dir`` are set only when its text is in another language than the page."""

    text: str
    url: str
    lang: str = ""
    dir: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MomentShape:
    """A moment twice: ``iso`` (ISO 8601 with offset, for machines), ``text`` in the edition's words, zone and digits."""

    iso: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LengthShape:
    """A length of time twice: ``iso`` (ISO 8601, ``PT4M12S``) and ``text`` in the edition's digits (``4:12``).

    ``spoken`` says it in words for those who listen, such as “4 minutes 12 seconds”.
    """

    iso: str
    text: str
    spoken: str = ""
