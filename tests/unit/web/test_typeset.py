"""A block that is set once for equal words: a function of what it is given, and of nothing else."""

from dataclasses import dataclass, field

from django.template import Context, Template
from django.utils import translation


@dataclass(frozen=True)
class Shape:
    """Equal to another with the same words; counts how often its words were asked for."""

    words: str
    asked: list[str] = field(default_factory=list, compare=False)

    @property
    def text(self) -> str:
        self.asked.append(self.words)
        return self.words


def test_a_block_is_set_once_for_equal_shapes() -> None:
    template = Template("{% load typeset %}{% typeset card %}{{ card.text }}{% endtypeset %}")
    first, second = Shape("Harbour opens"), Shape("Harbour opens")
    texts = {template.render(Context({"card": card})) for card in (first, second)}
    assert texts == {"Harbour opens"}
    assert (len(first.asked), len(second.asked)) == (1, 0)


def test_other_words_are_set_anew() -> None:
    template = Template(
        "{% load typeset %}{% typeset card level %}{{ level }} {{ card.text }}{% endtypeset %}"
    )
    texts = [
        template.render(Context({"card": Shape(words), "level": level}))
        for words, level in (("Old", 2), ("New", 2), ("New", 3))
    ]
    assert texts == ["2 Old", "2 New", "3 New"]


def test_the_same_words_in_another_language_are_set_anew() -> None:
    template = Template('{% load i18n typeset %}{% typeset card %}{% translate "Sections" %}{% endtypeset %}')
    texts = []
    for language in ("en", "es"):
        with translation.override(language):
            texts.append(template.render(Context({"card": Shape("Harbour opens")})))
    assert texts == ["Sections", "Secciones"]


def test_the_block_sees_nothing_of_the_page_but_what_it_is_given() -> None:
    template = Template("{% load typeset %}{% typeset card=page.card %}{{ card }}{{ page }}{% endtypeset %}")
    assert template.render(Context({"page": {"card": "Harbour opens"}})) == "Harbour opens"


def test_words_are_escaped_as_in_any_template() -> None:
    template = Template("{% load typeset %}{% typeset card %}{{ card }}{% endtypeset %}")
    assert template.render(Context({"card": "<script>"})) == "&lt;script&gt;"


def test_what_cannot_be_compared_is_set_each_time() -> None:
    template = Template("{% load typeset %}{% typeset cards %}{{ cards.0 }}{% endtypeset %}")
    assert [template.render(Context({"cards": [words]})) for words in ("a", "b")] == ["a", "b"]
