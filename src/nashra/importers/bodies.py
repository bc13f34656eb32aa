"""Neutral blocks of a `NewsItem` as the blocks an editor works with, and back."""

import re
import uuid
from collections.abc import Iterable, Iterator
from typing import Any

from wagtail.rich_text import expand_db_html

from nashra.base.html_blocks import blocks_from_html, text_of_block
from nashra.base.newsitem import Block, Embed, FactBox, Heading, ItemList, Paragraph, Picture, Quote, Table
from nashra.base.safe_html import clean_inline, is_safe_link, plain_text

type StoredBlock = dict[str, Any]

# The editor writes these tags; the same words in other tags would look like a change of hers.
_EDITORS_TAGS = (
    (re.compile(r"<(/?)strong>"), r"<\1b>"),
    (re.compile(r"<(/?)em>"), r"<\1i>"),
    (re.compile(r' rel="noopener"'), ""),
)
_LONGEST_HEADING = 250
_POINTS_INWARD = "linktype="


def stored_body(blocks: Iterable[Block]) -> list[StoredBlock]:
    """A body as the story's StreamField stores it. Paragraphs and lists in a row are one block, for they are
    edited as one text.
    """
    stored: list[StoredBlock] = []
    for kind, value in _parts(blocks):
        if kind == "paragraph" and stored and stored[-1]["type"] == "paragraph":
            stored[-1]["value"] += value
        else:
            stored.append({"type": kind, "value": value, "id": str(uuid.uuid4())})
    return stored


def _parts(blocks: Iterable[Block]) -> Iterator[tuple[str, Any]]:
    for block in blocks:
        match block:
            case Paragraph() | ItemList():
                yield "paragraph", _running(block)
            case FactBox(title=title, text=inside):
                yield "fact_box", {"title": title, "text": "".join(map(_running, inside))}
            case Heading(text=text):
                yield "heading", text[:_LONGEST_HEADING]
            case Quote(html=html, attribution=attribution, role=role):
                yield "quote", {"text": plain_text(html), "speaker": attribution, "role": role}
            case Table():
                yield "table", _stored_table(block)
            case Embed(href=href, title=title) if is_safe_link(href) and href.startswith("http"):
                yield "embed", {"url": href[:500], "title": (title or href)[:200]}
            case Picture() | Embed():
                # A picture needs its file, its credit and its text alternative before it can be shown: its
                # words are kept.
                if words := text_of_block(block):
                    yield "paragraph", f"<p>{clean_inline(words)}</p>"


def _running(block: Paragraph | ItemList) -> str:
    """Running text as the editor writes it."""
    if isinstance(block, Paragraph):
        return f"<p>{_edited(block.html)}</p>"
    tag = "ol" if block.ordered else "ul"
    return f"<{tag}>{''.join(f'<li>{_edited(item)}</li>' for item in block.items)}</{tag}>"


def _edited(html: str) -> str:
    for found, kept in _EDITORS_TAGS:
        html = found.sub(kept, html)
    return html


def _stored_table(table: Table) -> dict[str, Any]:
    width = max(len(row) for row in table.rows)
    head = table.rows[0] if table.has_header else ("",) * width
    rows = table.rows[1:] if table.has_header else table.rows
    return {
        "caption": table.caption,
        "table": {
            "columns": [{"type": "text", "heading": heading} for heading in _padded(head, width)],
            "rows": [{"values": _padded(row, width)} for row in rows],
            "caption": "",
        },
    }


def _padded(row: tuple[str, ...], width: int) -> list[str]:
    return [plain_text(cell) for cell in row] + [""] * (width - len(row))


def neutral_body(stored: Iterable[StoredBlock], site: str = "") -> tuple[Block, ...]:
    """A stored body as neutral blocks; links to the newsroom's own pages begin with `site`. Blocks that point to other
    things of the newsroom (pictures, films, stories, documents) are left out.
    """
    return tuple(block for part in stored for block in _neutral(part["type"], part["value"], site))


def _neutral(kind: str, value: Any, site: str) -> Iterator[Block]:
    match kind:
        case "paragraph":
            yield from _outward(value, site)
        case "heading":
            yield Heading(value)
        case "quote":
            words = _escaped(value.get("text")).replace("\n", "<br>")
            yield Quote(clean_inline(words), value.get("speaker") or "", value.get("role") or "")
        case "fact_box":
            inside = _outward(value.get("text") or "", site)
            text = tuple(block for block in inside if isinstance(block, Paragraph | ItemList))
            yield FactBox(value.get("title") or "", text)
        case "table":
            yield _neutral_table(value)
        case "embed":
            yield Embed(value.get("url") or "", value.get("title") or "")


def _escaped(text: str | None) -> str:
    return (text or "").replace("&", "&amp;").replace("<", "&lt;")


def _outward(html: str, site: str) -> tuple[Block, ...]:
    """The editor's text with links that lead somewhere from outside too."""
    if _POINTS_INWARD in html:
        html = expand_db_html(html).replace('href="/', f'href="{site}/')
    return blocks_from_html(html)


def _neutral_table(value: dict[str, Any]) -> Table:
    table = value.get("table") or {}
    head = tuple(_escaped(column.get("heading")) for column in table.get("columns", []))
    rows = tuple(tuple(_escaped(cell) for cell in row["values"]) for row in table.get("rows", []))
    has_header = any(head)
    return Table(
        ((head,) if has_header else ()) + rows, caption=value.get("caption") or "", has_header=has_header
    )
