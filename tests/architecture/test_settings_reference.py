"""The reference of settings says what the code reads, no more and no less."""

import re

from nashra.project.environment import setting_defaults, setting_names
from tests.architecture.source import ROOT, quoted, rows


def test_every_setting_is_explained_and_every_explained_one_exists() -> None:
    explained = [quoted(name)[0] for name, *_rest in rows("settings.md") if re.match(r"`[A-Z_]+`", name)]
    assert explained == setting_names()


def test_the_defaults_are_those_of_the_code() -> None:
    said = {quoted(row[0])[0]: (quoted(row[2]) or [""])[0] for row in rows("settings.md") if len(row) == 4}
    fixed = setting_defaults()
    assert {name: said[name] for name in fixed} == fixed


def test_no_other_page_names_a_setting_that_is_none() -> None:
    pages = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "deploy").rglob("*.*")]
    named = {
        name: page.name
        for page in pages
        for name in re.findall(r"\bNASHRA_[A-Z_]*[A-Z]\b", page.read_text("utf-8"))
    }
    assert {name: page for name, page in named.items() if name not in setting_names()} == {}
