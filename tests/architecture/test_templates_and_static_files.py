"""Every template named is there and every one there is named; no page loads anything from anybody else."""

import ast
import re
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path

import pytest
import wagtail.admin

from tests.architecture.source import SOURCE, modules

TEMPLATES = {
    str(file.relative_to(folder)): file
    for folder in SOURCE.glob("*/templates")
    for file in folder.rglob("*.html")
}
# Templates lie in a folder of their room's name; all others are Wagtail's, in whose places ours may put words.
FOLDERS = {name.partition("/")[0] for name in TEMPLATES} - {"wagtailadmin"}
THEIRS = Path(wagtail.admin.__path__[0]) / "templates"
WEB = SOURCE / "web"
STATIC = WEB / "static" / "nashra"
SENT_TO_READERS = sorted(
    file
    for folder in (WEB / "templates", STATIC)
    for suffix in ("html", "css", "js", "svg")
    for file in folder.rglob(f"*.{suffix}")
)
# Names of vocabularies look like addresses; nothing is fetched from them.
VOCABULARIES = {"www.w3.org"}


def named_in_code() -> Iterator[str]:
    """Our template names in Python; a part filled in while running stands as ``*``."""
    for tree in modules().values():
        for node in ast.walk(tree):
            name = _text(node)
            if name.endswith(".html") and "/" in name:
                yield name


def _text(node: ast.AST) -> str:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(part.value if isinstance(part, ast.Constant) else "*" for part in node.values)  # type: ignore[misc] # text
    return ""


def named_in_templates() -> Iterator[str]:
    for name, file in TEMPLATES.items():
        named = re.findall(r'\{% (?:include|extends) "([^"]+)"', file.read_text("utf-8"))
        yield from (other for other in named if other != name)


def test_every_template_named_in_code_is_there() -> None:
    named = set(named_in_code())
    assert named
    ours = {name for name in named if name.partition("/")[0] in FOLDERS}
    assert [name for name in ours if not any(fnmatch(there, name) for there in TEMPLATES)] == []


def test_every_template_is_used() -> None:
    named = {*named_in_code(), *named_in_templates()}
    ours = [there for there in TEMPLATES if not (THEIRS / there).exists()]
    assert [there for there in ours if not any(fnmatch(there, name) for name in named)] == []


def test_words_in_wagtails_places_leave_its_template_as_it_is() -> None:
    for name, file in TEMPLATES.items():
        if (THEIRS / name).exists():
            assert file.read_text("utf-8").startswith(f'{{% extends "{name}" %}}')


def test_every_script_is_asked_for_by_a_template() -> None:
    asked = {
        name
        for file in TEMPLATES.values()
        for name in re.findall(r'\{% module "([^"]+)"', file.read_text("utf-8"))
    }
    assert {file.stem for file in (STATIC / "js").glob("*.js")} == asked


@pytest.mark.parametrize("file", SENT_TO_READERS, ids=lambda file: str(file.relative_to(WEB)))
def test_nothing_is_loaded_from_third_parties(file: Path) -> None:
    hosts = re.findall(r"(?:https?:|[\"'(\s])//([a-z0-9-]+(?:\.[a-z0-9-]+)+)", file.read_text("utf-8"))
    assert set(hosts) <= VOCABULARIES
