"""Captions as WebVTT (W3C), checked line by line when they arrive."""

import re
from typing import TYPE_CHECKING, Any

from nashra.media.errors import (
    CaptionsEmpty,
    CaptionsKindRefused,
    CaptionsTooHeavy,
    CaptionsUnreadable,
    CaptionsWrong,
)

if TYPE_CHECKING:
    from django.core.files import File

_MOST_BYTES = 4 * 1024 * 1024
_TIME = r"(?:(\d{2,}):)?([0-5]\d):([0-5]\d)\.(\d{3})"
_TIMES = re.compile(rf"^\s*{_TIME}[ \t]+-->[ \t]+{_TIME}(?:[ \t].*)?$")


def count_cues(file: "File[Any]") -> int:
    """Count the cues of a WebVTT file, or refuse it with a sentence (CaptionsRefused) that names the line."""
    name = (file.name or "").rsplit("/", 1)[-1]
    if file.size > _MOST_BYTES:
        raise CaptionsTooHeavy(name=name)
    file.seek(0)
    content = file.read()
    file.seek(0)
    try:
        text = (content if isinstance(content, bytes) else content.encode()).decode("utf-8-sig")
    except UnicodeDecodeError:
        raise CaptionsUnreadable(name=name) from None
    lines = re.split(r"\r\n|\n|\r", text)
    if not re.match(r"WEBVTT(?:[ \t]|$)", lines[0]):
        raise CaptionsKindRefused(name=name)
    return _count_in(lines, name)


def _count_in(lines: list[str], name: str) -> int:
    """Check that each cue ends after it begins and none begins before the one above it."""
    cues, earliest, in_note = 0, 0, False
    for number, line in enumerate(lines[1:], start=2):
        in_note = bool(line.strip()) and (in_note or line.startswith(("NOTE", "STYLE")))
        if "-->" not in line or in_note:
            continue
        times = _TIMES.match(line)
        if times is None:
            raise CaptionsWrong(name=name, line=number)
        start, end = (
            _milliseconds(*times.groups()[:4]),
            _milliseconds(*times.groups()[4:]),
        )
        if end <= start or start < earliest:
            raise CaptionsWrong(name=name, line=number)
        cues, earliest = cues + 1, start
    if not cues:
        raise CaptionsEmpty(name=name)
    return cues


def _milliseconds(hours: str | None, minutes: str, seconds: str, thousandths: str) -> int:
    return ((int(hours or 0) * 60 + int(minutes)) * 60 + int(seconds)) * 1000 + int(thousandths)


def check_captions(file: "File[Any]") -> None:
    """Refuse a file that is no WebVTT; for form and model fields."""
    count_cues(file)
