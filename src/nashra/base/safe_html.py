"""HTML from outside made harmless: an allow-list of tags, checked links, nothing that runs.

The parsing is ammonia's (through nh3), which reads HTML as browsers do, so that there is no second opinion
to exploit.
"""

import html as html_entities
import re

import nh3

from nashra.base.control import strip_control
from nashra.base.direction import is_language_tag

INLINE_TAGS = frozenset(
    {
        "a",
        "abbr",
        "b",
        "bdi",
        "br",
        "cite",
        "code",
        "del",
        "dfn",
        "em",
        "i",
        "ins",
        "kbd",
        "mark",
        "q",
        "s",
        "samp",
        "small",
        "span",
    }
    | {"strong", "sub", "sup", "u", "var"}
)
"""What may stand inside a paragraph."""

BLOCK_TAGS = INLINE_TAGS | {
    *(
        "p",
        "aside",
        "h2",
        "h3",
        "h4",
        "blockquote",
        "ul",
        "ol",
        "li",
        "dl",
        "dt",
        "dd",
        "pre",
        "hr",
        "figure",
        "figcaption",
    ),
    *("table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td"),
}
"""What may stand in a body: inline tags, paragraphs, headings, lists, tables."""

_LINK_SCHEMES = frozenset({"http", "https", "mailto"})
# Their text is code, another document or a fallback, never a sentence to keep.
_DROPPED_WITH_CONTENT = frozenset(
    {
        "applet",
        "audio",
        "canvas",
        "embed",
        "frameset",
        "head",
        "iframe",
        "math",
        "noembed",
        "noframes",
        "noscript",
        "object",
    }
    | {"plaintext", "script", "select", "style", "svg", "template", "textarea", "title", "video", "xmp"}
)
_ATTRIBUTES = {
    "*": {"lang", "dir"},
    "a": {"href", "hreflang", "title"},
    "abbr": {"title"},
    "ol": {"start", "reversed"},
    "th": {"colspan", "rowspan", "scope"},
    "td": {"colspan", "rowspan"},
}
_UNSEEN_IN_LINKS = re.compile(
    r"[\x00-\x20\x7f-\xa0]"
)  # browsers leave these out before they look for the scheme
_SMALL_NUMBER = re.compile(r"-?\d{1,4}")
_BLOCK_EDGE = re.compile(
    r"</?(?:p|h[1-6]|blockquote|ul|ol|li|dl|dt|dd|pre|hr|figure|figcaption|table|caption|thead|tbody|tfoot|tr"
    r"|div|section|article|aside)\b[^>]*>"
    r"|<br\b[^>]*>"
)
_MARKUP = re.compile("[<>&]")
_CELL_EDGE = re.compile(r"</(?:td|th)>")
_ANY_TAG = re.compile(r"<[^>]*>")
_TEXT_TAGS = set(BLOCK_TAGS | {"h1", "h5", "h6", "div", "section", "article"})


def _checked_attribute(_tag: str, name: str, value: str) -> str | None:
    match name:
        case "href":
            return re.sub("[\t\n\r]", "", value).strip() if is_safe_link(value) else None
        case "lang" | "hreflang":
            return value if is_language_tag(value) else None
        case "dir":
            return value.lower() if value.lower() in {"ltr", "rtl", "auto"} else None
        case "colspan" | "rowspan" | "start":
            return value if _SMALL_NUMBER.fullmatch(value) else None
        case "scope":
            return value if value in {"row", "col", "rowgroup", "colgroup"} else None
    return value


def _cleaner(tags: frozenset[str] | set[str]) -> nh3.Cleaner:
    return nh3.Cleaner(
        tags=set(tags),
        clean_content_tags=set(_DROPPED_WITH_CONTENT),
        attributes={tag: set(names) for tag, names in _ATTRIBUTES.items() if tag == "*" or tag in tags},
        attribute_filter=_checked_attribute,
        url_schemes=set(_LINK_SCHEMES),
        link_rel="noopener",
        strip_comments=True,
    )


_INLINE = _cleaner(INLINE_TAGS)
_BLOCKS = _cleaner(BLOCK_TAGS)
_TEXT = nh3.Cleaner(
    tags=_TEXT_TAGS,
    clean_content_tags=set(_DROPPED_WITH_CONTENT),
    attributes={},
    strip_comments=True,
    link_rel=None,
)


def is_safe_link(address: str) -> bool:
    """Whether an address may stand in a link: http, https, mailto, or relative to this site. Never raises."""
    compact = _UNSEEN_IN_LINKS.sub("", address)
    scheme, colon, _ = re.split("[/?#]", compact, maxsplit=1)[0].partition(":")
    return not colon or scheme.lower() in _LINK_SCHEMES


def clean_inline(html: str) -> str:
    """The inside of a paragraph made harmless: emphasis, links, language and direction marks; block tags are
    unwrapped.
    """
    return _INLINE.clean(strip_control(html)) if _MARKUP.search(html) else strip_control(html)


def clean_blocks(html: str) -> str:
    """A whole body made harmless: paragraphs, headings, quotes, lists and tables besides what `clean_inline`
    keeps.

    Tags that are not known lose themselves and keep their text; scripts, styles, frames and drawings go with
    their content.
    """
    return _BLOCKS.clean(strip_control(html))


def plain_text(html: str) -> str:
    """The words of an HTML text, without tags and entities; blocks are parted by line breaks, table cells by
    spaces.
    """
    text = strip_control(html)
    if _MARKUP.search(html):
        text = _BLOCK_EDGE.sub("\n", _CELL_EDGE.sub(" ", _TEXT.clean(text)))
        text = strip_control(html_entities.unescape(_ANY_TAG.sub("", text)))
    text = text.replace("\u00a0", " ")
    lines = (" ".join(line.split()) for line in text.splitlines())
    return "\n".join(line for line in lines if line)
