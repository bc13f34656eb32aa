"""Text free of characters that break documents or deceive readers."""

import re

# Not allowed in XML 1.0 (section 2.2), or allowed there and forbidden in HTML: C0 and C1 controls, lone surrogates,
# noncharacters. Those beyond U+FFFF are kept apart: a class that reaches there is ten times as slow to search for.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_FORBIDDEN_BEYOND = re.compile(
    "[" + "".join(f"{chr(plane << 16 | 0xFFFE)}{chr(plane << 16 | 0xFFFF)}" for plane in range(1, 17)) + "]"
)
_BIDI = re.compile("[\u202a-\u202e\u2066-\u2069]")
# All of these and everything beyond U+FFFF: text without any of it, nearly all text, is left at once.
_SUSPECT = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufffe-\U0010ffff]"
)

_EMBEDDINGS = frozenset("\u202a\u202b")
_OVERRIDES = frozenset("\u202d\u202e")
_ISOLATES = frozenset("\u2066\u2067\u2068")
_POP_EMBEDDING = "\u202c"
_POP_ISOLATE = "\u2069"


def strip_control(text: str) -> str:
    """`text` without characters that XML or HTML forbids, and with only harmless directional controls.

    Tabs and line breaks stay. Directional marks, paired isolates and paired embeddings stay (UAX #9);
    overrides, which show text in another order than it is written, go, and so does whatever is opened and
    not closed before the line ends.
    """
    if not _SUSPECT.search(text):
        return text
    text = _FORBIDDEN_BEYOND.sub("", _FORBIDDEN.sub("", text))
    if not _BIDI.search(text):
        return text
    return "".join(_balanced(line) for line in re.split("([\n\r\u2028\u2029])", text))


def _balanced(line: str) -> str:
    """One paragraph with unpaired directional controls and all overrides taken out."""
    if not _BIDI.search(line):
        return line
    drop: set[int] = set()
    open_controls: list[int] = []
    for place, mark in enumerate(line):
        if mark in _EMBEDDINGS or mark in _ISOLATES:
            open_controls.append(place)
        elif mark in _OVERRIDES:
            open_controls.append(place)
            drop.add(place)
        elif mark == _POP_EMBEDDING:
            _close_embedding(line, place, open_controls, drop)
        elif mark == _POP_ISOLATE:
            _close_isolate(line, place, open_controls, drop)
    drop.update(open_controls)
    return "".join(mark for place, mark in enumerate(line) if place not in drop)


def _close_embedding(line: str, place: int, open_controls: list[int], drop: set[int]) -> None:
    if not open_controls or line[open_controls[-1]] in _ISOLATES:
        drop.add(place)
        return
    opener = open_controls.pop()
    if opener in drop:
        drop.add(place)


def _close_isolate(line: str, place: int, open_controls: list[int], drop: set[int]) -> None:
    if not any(line[opener] in _ISOLATES for opener in open_controls):
        drop.add(place)
        return
    while line[open_controls[-1]] not in _ISOLATES:
        drop.add(open_controls.pop())
    open_controls.pop()
