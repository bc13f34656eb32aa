"""Tags and filters of the templates."""

from types import SimpleNamespace

import pytest
from django.template import Context, Template
from django.utils import translation

from nashra.web.gallery import Sampler
from nashra.web.shapes.people import BylineShape
from nashra.web.shapes.videos import VideoShape
from nashra.web.shapes.words import LinkShape


def write(source: str, language: str = "en", **values: object) -> str:
    context = Context({"shell": Sampler(language).around("x"), **values})
    with translation.override(language):
        return Template("{% load nashra %}" + source).render(context)


def test_names_are_joined_as_the_language_joins_them() -> None:
    people = [BylineShape(name=name) for name in ("Ana", "Ben", "Cid")]
    assert (
        write("{% byline people %}", people=people) == "By <bdi>Ana</bdi>, <bdi>Ben</bdi>, and <bdi>Cid</bdi>"
    )
    assert write("{% names people %}", "ar", people=people[:2]) == "<bdi>Ana</bdi> و<bdi>Ben</bdi>"


def test_the_desk_signs_when_nobody_is_named() -> None:
    assert write("{% byline people 'Nashra desk' %}", people=[]) == "Nashra desk"


def test_a_name_cannot_bring_markup_along() -> None:
    person = BylineShape(name="<script>x</script>", url='"><b>')
    shown = write("{% byline people linked=True %}", people=[person])
    assert "<script>" not in shown
    assert "<b>" not in shown


def test_a_name_in_another_language_says_so() -> None:
    person = BylineShape(name="لينا", url="/a/", lang="ar", dir="rtl")
    assert 'lang="ar" dir="rtl"' in write("{% names people linked=True %}", people=[person])


def test_words_in_the_pages_own_language_say_nothing() -> None:
    assert write("<a{% foreign link %}>", link=LinkShape(text="x", url="#")) == "<a>"


def test_schema_org_cannot_end_its_script() -> None:
    shown = write("{{ values|json_ld }}", values={"name": "</script><script>"})
    assert "<" not in shown
    assert shown == '{"name": "\\u003C/script\\u003E\\u003Cscript\\u003E"}'


def test_numbers_are_in_the_digits_of_the_edition() -> None:
    assert write("{% digits 12 %}", "ar") == "١٢"
    assert write("{% digits 12 %}", "es") == "12"


def test_only_kinds_that_readers_should_know_of_are_named() -> None:
    assert write("{{ 'opinion'|telling_kind }}{{ 'news'|telling_kind }}") == "Opinion"


def test_a_script_without_fonts_of_ours_fetches_none() -> None:
    assert write("{% font_preloads 'hi' %}") == ""
    assert "markazi-bold" in write("{% font_preloads 'fa' %}")


@pytest.mark.parametrize(
    ("kind", "section", "language", "word"),
    [
        ("explainer", "Explainers", "en", ""),
        ("explainer", "Science", "en", "Explainer"),
        ("blog", "مدونات", "ar", ""),
        ("blog", "ثقافة", "ar", "مدونة"),
        ("infographic", "Infografías", "es", ""),
        ("news", "Politics", "en", ""),
    ],
)
def test_a_kind_is_told_where_its_section_does_not_tell_it(
    kind: str, section: str, language: str, word: str
) -> None:
    page = SimpleNamespace(kind=kind, kicker="", sections=(LinkShape(text=section, url="/x/"),))
    assert write("{{ page|word_above }}", language, page=page) == word


def test_a_storys_own_kicker_stands_before_its_kind() -> None:
    page = SimpleNamespace(kind="explainer", kicker="Harbour Law", sections=())
    assert write("{{ page|word_above }}", page=page) == "Harbour Law"


@pytest.mark.parametrize(
    ("width", "height", "wide"), [(1280, 720, True), (854, 480, True), (720, 1280, False), (640, 480, False)]
)
def test_a_poster_fills_the_player_only_where_the_film_does(width: int, height: int, wide: bool) -> None:
    assert VideoShape(title="", src="", width=width, height=height).is_wide is wide
