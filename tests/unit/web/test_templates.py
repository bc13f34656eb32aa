"""The rules of our templates."""

import re
from pathlib import Path

import pytest
from django.template.loader import get_template

import nashra.web
from nashra.web.shapes import blocks, fronts, lists, plain, stories

FOLDER = Path(nashra.web.__file__).parent / "templates"
FILES = sorted(FOLDER.rglob("*.html"))
SLOTS = ("lead", "secondary", "rail", "opinion", "videos", "galleries", "coverage", "region", "most_read")

TAGS = re.compile(
    r"\{#.*?#\}|\{%\s*blocktranslate.*?endblocktranslate\s*%\}|\{%.*?%\}|\{\{.*?\}\}", re.DOTALL
)
ELEMENTS = re.compile(r"<!?[a-zA-Z/][^>]*>", re.DOTALL)
LETTERS = re.compile(r"[^\W\d_]{2,}")
WORDY_ATTRIBUTES = re.compile(r'(?:aria-label|alt|title|placeholder)="([^"{]*[^\W\d_]{2,}[^"]*)"')


def name(file: Path) -> str:
    return str(file.relative_to(FOLDER))


@pytest.mark.parametrize("file", FILES, ids=name)
def test_a_template_can_be_read(file: Path) -> None:
    get_template(name(file))


@pytest.mark.parametrize("file", FILES, ids=name)
def test_what_it_includes_is_there(file: Path) -> None:
    named = re.findall(r'\{% (?:include|extends) "([^"]+)"', file.read_text("utf-8"))
    assert [other for other in named if not (FOLDER / other).is_file()] == []


def test_every_shape_names_a_template_that_is_there() -> None:
    named = {
        shape.template
        for room in (blocks, fronts, lists, plain, stories)
        for shape in vars(room).values()
        if isinstance(getattr(shape, "template", None), str)
    } | {fronts.SlotShape(name=slot).template for slot in SLOTS}
    assert sorted(missing for missing in named if not (FOLDER / missing).is_file()) == []


# The gallery names components for those who build them, in the language of the code.
@pytest.mark.parametrize("file", [file for file in FILES if file.name != "components.html"], ids=name)
def test_no_words_stand_outside_a_translation(file: Path) -> None:
    source = file.read_text("utf-8")
    assert not LETTERS.findall(ELEMENTS.sub("", TAGS.sub("", source)).replace("&nbsp;", ""))
    assert not WORDY_ATTRIBUTES.findall(source)


@pytest.mark.parametrize(
    "file", [file for file in FILES if file.parent.name != "icons" and file.name != "base.html"], ids=name
)
def test_a_template_says_what_it_is_given(file: Path) -> None:
    assert re.search(r"\{# .+ #\}", "".join(file.read_text("utf-8").splitlines()[:1]))


@pytest.mark.parametrize("file", FILES, ids=name)
def test_a_template_stays_small(file: Path) -> None:
    assert len(file.read_text("utf-8").splitlines()) <= 45
