"""Tags and filters of the reader's templates: fonts to fetch early, names in a row, words in another language."""

import json
from collections.abc import Iterable, Mapping
from typing import Any, Final

from django import template
from django.templatetags.static import static
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from nashra.base.direction import script_of
from nashra.base.lists import join_list
from nashra.base.numerals import with_digits
from nashra.stories.kinds import Kind
from nashra.web.shapes.people import BylineShape

register = template.Library()

FONTS_OF_SCRIPT: Final[Mapping[str, tuple[str, ...]]] = {
    "Latn": ("newsreader-headline", "newsreader-text", "franklin"),
    "Arab": ("markazi-bold", "markazi-regular", "vazirmatn"),
}
"""The fonts every page in a script is set with; scripts without any are set with the reader's own."""

_KINDS_TOLD = frozenset({Kind.OPINION, Kind.ANALYSIS, Kind.BLOG, Kind.EXPLAINER, Kind.INFOGRAPHIC})
_JSON_IN_HTML = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}


@register.simple_tag
def font_preloads(language: str) -> SafeString:
    """Links that fetch the fonts of the page's script before its style sheet asks for them."""
    files = FONTS_OF_SCRIPT.get(script_of(language), ())
    return format_html_join(
        "\n",
        '<link rel="preload" href="{}" as="font" type="font/woff2" crossorigin>',
        ((static(f"nashra/fonts/{name}.woff2"),) for name in files),
    )


@register.filter
def script(language: str) -> str:
    """The script of a language (ISO 15924), by which the page chooses its type: Latn, Arab …"""
    return script_of(language)


@register.simple_tag
def module(name: str) -> SafeString:
    """The script of a custom element; several of them on a page are one."""
    return format_html('<script type="module" src="{}"></script>', static(f"nashra/js/{name}.js"))


@register.simple_tag
def foreign(shape: Any) -> SafeString:
    """The ``lang`` and ``dir`` of words in another language than the page; nothing for the page's own."""
    lang, direction = getattr(shape, "lang", ""), getattr(shape, "dir", "")
    return format_html(' lang="{}" dir="{}"', lang, direction) if lang else SafeString("")


@register.simple_tag(takes_context=True)
def byline(
    context: template.Context, bylines: Iterable[BylineShape], desk: str = "", linked: bool = False
) -> SafeString:
    """“By A, B and C” as the page's language joins names, or the desk when nobody is named; empty for neither."""
    people = tuple(bylines)
    if not people:
        return format_html("{}", desk)
    return mark_safe(_("By %(names)s") % {"names": names(context, people, linked)})


@register.simple_tag(takes_context=True)
def names(context: template.Context, bylines: Iterable[BylineShape], linked: bool = False) -> SafeString:
    """The names alone, joined; with ``linked`` each leads to its page."""
    shown = [_name(person, linked) for person in bylines]
    return mark_safe(join_list(shown, context["shell"].edition.language))


def _name(person: BylineShape, linked: bool) -> str:
    if linked and person.url:
        return format_html('<a href="{}" rel="author"{}>{}</a>', person.url, foreign(person), person.name)
    return format_html("<bdi{}>{}</bdi>", foreign(person), person.name)


@register.filter
def telling_kind(kind: str) -> str:
    """The name of a kind readers should know before they read; empty for plain news and for what its badge tells."""
    return str(Kind(kind).label) if kind in _KINDS_TOLD else ""


@register.filter
def word_above(page: Any) -> str:
    """The word over a story's headline beside its sections: its kicker, else its kind where no section tells it.

    A section is mostly called by the plural of what is in it, so “Explainers” tells an explainer, and مدونات a مدونة.
    """
    label = telling_kind(page.kind)
    told = any(section.text.startswith(label[:-1]) for section in page.sections)
    return page.kicker or ("" if told else label)


@register.simple_tag(takes_context=True)
def digits(context: template.Context, number: int) -> str:
    """A small number, such as a place in a list, in the edition's digits."""
    return with_digits(str(number), context["shell"].edition.digits)


@register.filter
def json_ld(values: Mapping[str, Any]) -> SafeString:
    """schema.org as JSON that cannot end the script element it stands in."""
    return mark_safe(json.dumps(values, ensure_ascii=False).translate(_JSON_IN_HTML))
