"""Which of the bodies a sender offers is taken, and how it becomes blocks."""

import html as html_entities

from lxml import etree

from nashra.base.html_blocks import blocks_from_html, blocks_from_text
from nashra.base.newsitem import Block
from nashra.base.safe_html import plain_text
from nashra.importers.formats.ninjs_shapes import Record, objects_in, text_in


def body_of(record: Record) -> tuple[Block, ...]:
    """The richest body of a record in the 2.x shape, as harmless blocks: HTML before NITF before plain text."""
    ranked = sorted(objects_in(record.get("bodies"), "bodies"), key=_rank)
    for part in ranked:
        blocks = _blocks(text_in(part, "value"), _form(part))
        if blocks:
            return blocks
    return ()


def _rank(part: Record) -> tuple[int, int]:
    forms = ("html", "nitf", "text")
    return forms.index(_form(part)), 0 if text_in(part, "role") in {"main", "html", "xhtml"} else 1


def _form(part: Record) -> str:
    declared = f"{text_in(part, 'contenttype')} {text_in(part, 'role')}".lower()
    value = text_in(part, "value")
    if "nitf" in declared:
        return "nitf"
    if "html" in declared or ("text/plain" not in declared and "</" in value):
        return "html"
    return "text"


def _blocks(value: str, form: str) -> tuple[Block, ...]:
    if form == "nitf":
        return blocks_from_html(_inside_nitf(value))
    if form == "html":
        return blocks_from_html(_only_body(value))
    return blocks_from_text(value)


def _only_body(html: str) -> str:
    """What is between the body tags of a whole HTML document, or the fragment as it is."""
    lower = html.lower()
    start = lower.find("<body")
    if start < 0:
        return html
    start = lower.find(">", start) + 1
    end = lower.rfind("</body")
    return html[start:] if end < start else html[start:end]


def _inside_nitf(document: str) -> str:
    """The content of a NITF document as HTML, which NITF's block tags are; entities and outside references
    are never followed.
    """
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=True
    )
    try:
        root = etree.fromstring(document.encode(), parser)
    except (etree.XMLSyntaxError, ValueError):
        root = None
    if root is None:
        return html_entities.escape(plain_text(document))
    content = root.find(".//body.content")
    if content is None:
        return ""
    headings = {"hl1": "h2", "hl2": "h3"}
    for element in content.iter("hl1", "hl2"):
        element.tag = headings[str(element.tag)]
    return "".join(etree.tostring(part, encoding="unicode", method="html") for part in content)
