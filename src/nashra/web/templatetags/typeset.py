"""``typeset``: a piece of a page that is set once for the same words and used again, whatever page they stand on.

A front sets forty cards, and a publication changes one of them. The block sees the named values and nothing else of the page,
so its text is a function of them and of the language: nothing in it can be out of date.
"""

from collections.abc import Hashable, Mapping
from typing import Final

from django import template
from django.template.base import FilterExpression, NodeList, Parser, Token, token_kwargs
from django.utils.safestring import SafeString
from django.utils.translation import get_language

register = template.Library()

MOST_SET: Final = 2000


@register.tag
def typeset(parser: Parser, token: Token) -> "Typeset":
    """``{% typeset card level menu=shell.menu %}…{% endtypeset %}``: set for these values, each a whole shape or plain."""
    values: dict[str, FilterExpression] = {}
    for bit in token.split_contents()[1:]:
        named = token_kwargs([bit], parser)
        values |= named or {bit: parser.compile_filter(bit)}
    content = parser.parse(("endtypeset",))
    parser.delete_first_token()
    return Typeset(values, content)


class Typeset(template.Node):
    """One such block of one template, with what it has set so far."""

    def __init__(self, values: Mapping[str, FilterExpression], nodelist: NodeList) -> None:
        self.nodelist = nodelist
        self._values = values
        self._set: dict[Hashable, SafeString] = {}

    def render(self, context: template.Context) -> SafeString:
        """The text for the values of this page, from before if it was set before."""
        values = {name: value.resolve(context, ignore_failures=True) for name, value in self._values.items()}
        words = (get_language(), context.autoescape, *values.values())
        try:
            text = self._set.get(words)
        except TypeError:  # a theme may give what cannot be compared
            return self.nodelist.render(context.new(values))
        if text is None:
            text = self.nodelist.render(context.new(values))
            if len(self._set) >= MOST_SET:
                self._set.clear()
            self._set[words] = text
        return text
