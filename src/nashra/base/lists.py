"""Lists in running text, joined as the language joins them."""

from collections.abc import Iterable
from typing import Literal

from babel.lists import format_list

from nashra.base.cldr import locale_of


def join_list(items: Iterable[str], language: str, *, style: Literal["and", "or"] = "and") -> str:
    """Items in a row as CLDR joins them: A, B, and C in English, «أ وب وج» in Arabic; none, an empty string."""
    parts = [item for item in items if item]
    kind: Literal["standard", "or"] = "standard" if style == "and" else "or"
    return format_list(parts, style=kind, locale=locale_of(language)) if parts else ""
