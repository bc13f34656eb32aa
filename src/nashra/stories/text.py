"""The words of a body, without its markup: for counting, searching, describing."""

from collections.abc import Iterator
from typing import Any

from nashra.base.safe_html import plain_text

# What in a block's stored value is an address or a name of a thing, not something a reader reads.
_NOT_READ = frozenset({"url", "link", "id", "type", "picture", "video", "story", "document", "lang"})
_MARKED_UP = frozenset({"paragraph", "text"})


def body_text(story: Any) -> str:
    """All that is read in a story's body, block by block, one line each; asks the database nothing."""
    return "\n".join(line for block in story.body.raw_data for line in _lines(block["type"], block["value"]))


def _lines(name: str, value: Any) -> Iterator[str]:
    if isinstance(value, str):
        if name not in _NOT_READ and (text := plain_text(value) if name in _MARKED_UP else value.strip()):
            yield text
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _lines("text" if key == "value" else key, inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _lines(name, inner)
