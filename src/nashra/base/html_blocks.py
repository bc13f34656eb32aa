"""Between one string of HTML and the neutral blocks of a `NewsItem`."""

import html as html_entities
import re
from collections.abc import Iterable, Iterator

from lxml import etree
from lxml import html as lxml_html

from nashra.base.newsitem import Block, Embed, FactBox, Heading, ItemList, Paragraph, Picture, Quote, Table
from nashra.base.safe_html import BLOCK_TAGS, INLINE_TAGS, clean_blocks, clean_inline, plain_text

_HEADINGS = {"h2": 2, "h3": 3, "h4": 4}
_OTHER_HEADING = re.compile(r"(</?)h([156])([\s>/])", re.IGNORECASE)
_TAG = re.compile(r"<(?!br\b|hr\b)(/?)\w")
_DEEPEST = 64
_LISTS = {"ul", "ol"}
_WRAPPERS = BLOCK_TAGS - INLINE_TAGS - {"p", "aside", "blockquote", "table", "hr", "pre", *_HEADINGS, *_LISTS}


def blocks_from_html(html: str) -> tuple[Block, ...]:
    """A body as blocks, from HTML of any origin and any quality.

    The HTML is made harmless first. Words outside a paragraph become paragraphs; nothing that is text is
    lost. Pictures, frames and embeds are not taken from HTML: formats name them on their own.
    """
    cleaned = clean_blocks(_unwrapped_headings(html))
    if not cleaned.strip():
        return ()
    if _depth(cleaned) > _DEEPEST:
        return blocks_from_text(plain_text(cleaned))
    root = lxml_html.fragment_fromstring(cleaned, create_parent="div")
    return tuple(_blocks_in(root))


def blocks_from_text(text: str) -> tuple[Block, ...]:
    """A body as paragraphs, from plain text: a blank line parts them, or every line break if there is no
    blank line.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    parts = text.split("\n\n") if "\n\n" in text.strip() else text.split("\n")
    return tuple(
        Paragraph(clean_inline(html_entities.escape(" ".join(part.split()), quote=False)))
        for part in parts
        if part.strip()
    )


def html_from_blocks(blocks: Iterable[Block]) -> str:
    """Blocks as one string of harmless HTML, for formats that carry a body that way."""
    return "".join(_markup(block) for block in blocks)


def text_of_block(block: Block) -> str:
    """The words of one block, without markup."""
    match block:
        case Heading(text=text):
            return text
        case Paragraph(html=html) | Quote(html=html):
            return plain_text(html)
        case ItemList(items=items):
            return "\n".join(plain_text(item) for item in items)
        case Table(rows=rows, caption=caption):
            return "\n".join([caption, *(" ".join(plain_text(cell) for cell in row) for row in rows)]).strip()
        case Picture(caption=caption):
            return caption
        case Embed(title=title):
            return title
        case FactBox(title=title, text=inside):
            return "\n".join([title, *map(text_of_block, inside)])


def text_of_blocks(blocks: Iterable[Block]) -> str:
    """The words of a body, a line for each block."""
    return "\n".join(text for text in map(text_of_block, blocks) if text)


def _unwrapped_headings(html: str) -> str:
    """The headline is the only first heading of a page, and deeper ones than four are not set differently."""
    return _OTHER_HEADING.sub(lambda tag: f"{tag[1]}{'h2' if tag[2] == '1' else 'h4'}{tag[3]}", html)


def _depth(cleaned: str) -> int:
    """How deep tags are nested; no sentence needs what a hostile body can bring."""
    depth = deepest = 0
    for closing in _TAG.findall(cleaned):
        depth += -1 if closing else 1
        deepest = max(deepest, depth)
    return deepest


def _blocks_in(parent: lxml_html.HtmlElement) -> Iterator[Block]:
    """Blocks among the children of an element; loose words and inline tags between them form paragraphs."""
    loose = [html_entities.escape(parent.text or "", quote=False)]
    for child in parent:
        if child.tag in INLINE_TAGS:
            loose.append(etree.tostring(child, encoding="unicode", method="html"))
            continue
        yield from _paragraphs("".join(loose))
        yield from _blocks_of(child)
        loose = [html_entities.escape(child.tail or "", quote=False)]
    yield from _paragraphs("".join(loose))


def _blocks_of(element: lxml_html.HtmlElement) -> Iterator[Block]:
    tag = element.tag
    if tag in _HEADINGS:
        if text := " ".join(element.text_content().split()):
            yield Heading(text, _HEADINGS[tag])
    elif tag == "blockquote":
        yield from _quote(element)
    elif tag in _LISTS:
        items = tuple(filter(None, (_inside(item) for item in element if item.tag == "li")))
        if items:
            yield ItemList(items, ordered=tag == "ol")
    elif tag == "table":
        yield from _table(element)
    elif tag == "aside":
        yield from _aside(element)
    elif tag == "figure" and (link := _only_link(element)) is not None:
        yield Embed(link.get("href", ""), " ".join(link.text_content().split()))
    elif tag in _WRAPPERS:
        yield from _blocks_in(element)
    elif tag != "hr":
        yield from _paragraphs(_inside(element), _attributes(element))


def _paragraphs(html: str, attributes: str = "") -> Iterator[Paragraph]:
    """One paragraph, or several where two line breaks in a row part it."""
    for part in html.replace("<br><br>", "\0").split("\0"):
        trimmed = part.strip()
        while trimmed.startswith("<br>"):
            trimmed = trimmed[4:].lstrip()
        while trimmed.endswith("<br>"):
            trimmed = trimmed[:-4].rstrip()
        if plain_text(trimmed):
            yield Paragraph(f"<span{attributes}>{trimmed}</span>" if attributes else trimmed)


def _aside(element: lxml_html.HtmlElement) -> Iterator[Block]:
    """A fact box where it begins with a title and goes on in words; else what is in it."""
    inside = list(_blocks_in(element))
    text = tuple(block for block in inside[1:] if isinstance(block, Paragraph | ItemList))
    if text and len(text) == len(inside) - 1 and isinstance(inside[0], Heading):
        yield FactBox(inside[0].text, text)
    else:
        yield from inside


def _only_link(element: lxml_html.HtmlElement) -> lxml_html.HtmlElement | None:
    """The link a figure consists of, when there is nothing else in it."""
    if len(element) != 1 or element[0].tag != "a" or (element.text or "").strip():
        return None
    link = element[0]
    shown = link.text_content().strip() and not (link.tail or "").strip()
    return link if shown and link.get("href") else None


def _quote(element: lxml_html.HtmlElement) -> Iterator[Block]:
    attribution = role = ""
    last = _last_words(element)
    if last.tag == "cite" and last is not element:
        if (said := last.find("small")) is not None:
            role = " ".join(said.text_content().split())
            said.drop_tree()
        attribution = " ".join(last.text_content().split()).lstrip("–—- ").rstrip(", ")
        last.drop_tree()
    if html := _inside(element):
        yield Quote(html, attribution, role)


def _last_words(element: lxml_html.HtmlElement) -> lxml_html.HtmlElement:
    """The innermost element that the text of `element` ends in, stopping at a `cite`."""
    while element.tag != "cite" and len(element) and not (element[-1].tail or "").strip():
        element = element[-1]
    return element


def _table(element: lxml_html.HtmlElement) -> Iterator[Block]:
    # Rows of a table inside a cell are words of that cell.
    own_rows = (row for part in element for row in ([part] if part.tag == "tr" else part) if row.tag == "tr")
    rows = [list(row.iterchildren("td", "th")) for row in own_rows]
    rows = [cells for cells in rows if cells]
    if not rows:
        return
    caption = element.find("caption")
    yield Table(
        rows=tuple(tuple(_inside(cell) for cell in cells) for cells in rows),
        caption=" ".join(caption.text_content().split()) if caption is not None else "",
        has_header=all(cell.tag == "th" for cell in rows[0]),
    )


def _inside(element: lxml_html.HtmlElement) -> str:
    """The inside of an element as inline HTML; blocks within it are parted by a line break."""
    parts = [html_entities.escape(element.text or "", quote=False)]
    for child in element:
        if child.tag in INLINE_TAGS:
            parts.append(etree.tostring(child, encoding="unicode", method="html"))
        else:
            parts += ["<br>", _inside(child), "<br>", html_entities.escape(child.tail or "", quote=False)]
    html = clean_inline("".join(parts))
    while "<br><br>" in html:
        html = html.replace("<br><br>", "<br>")
    return html.strip().removeprefix("<br>").removesuffix("<br>").strip()


def _attributes(element: lxml_html.HtmlElement) -> str:
    """Language and direction of a passage, as they stood on its block."""
    named = [(name, element.get(name)) for name in ("lang", "dir")]
    return "".join(f' {name}="{html_entities.escape(value)}"' for name, value in named if value)


def _markup(block: Block) -> str:
    escape = html_entities.escape
    match block:
        case Paragraph(html=html):
            return f"<p>{html}</p>"
        case Heading(text=text, level=level):
            return f"<h{level}>{escape(text, quote=False)}</h{level}>"
        case Quote(html=html, attribution=by, role=role):
            who = [escape(by, quote=False)] if by else []
            who += [f"<small>{escape(role, quote=False)}</small>"] if role else []
            cite = f"<cite>{', '.join(who)}</cite>" if who else ""
            return f"<blockquote><p>{html}</p>{cite}</blockquote>"
        case ItemList(items=items, ordered=ordered):
            tag = "ol" if ordered else "ul"
            return f"<{tag}>" + "".join(f"<li>{item}</li>" for item in items) + f"</{tag}>"
        case Table():
            return _table_markup(block)
        case Picture(href=href, caption=caption, credit=credit, alt=alt):
            words = escape(" ".join(filter(None, (caption, credit))), quote=False)
            if not href:
                return f"<p>{words}</p>" if words else ""
            return f'<figure><img src="{escape(href)}" alt="{escape(alt)}"><figcaption>{words}</figcaption></figure>'
        case Embed(href=href, title=title):
            return f'<figure><a href="{escape(href)}">{escape(title or href, quote=False)}</a></figure>'
        case FactBox(title=title, text=inside):
            return f"<aside><h3>{escape(title, quote=False)}</h3>{html_from_blocks(inside)}</aside>"


def _table_markup(table: Table) -> str:
    caption = (
        f"<caption>{html_entities.escape(table.caption, quote=False)}</caption>" if table.caption else ""
    )
    rows = []
    for place, row in enumerate(table.rows):
        tag = "th" if table.has_header and place == 0 else "td"
        rows.append("<tr>" + "".join(f"<{tag}>{cell}</{tag}>" for cell in row) + "</tr>")
    return f"<table>{caption}{''.join(rows)}</table>"
