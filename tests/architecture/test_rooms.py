"""A room keeps to itself what it calls private, and says what it is."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.architecture.source import SOURCE, modules, room_of, rooms

# Beyond this a file is read only by those who must; each that is longer says why.
MOST_LINES = 400
LONGER = {
    "press/store.py": "one class, all that one machine does with its stored pages; rows, spreading and the file itself stand beside it",
    "web/gallery.py": "sample pages of every type: data written out, one page after the other",
    "demo/draw/clips.py": "one film after the other, each a function that is read alone",
    **{
        f"demo/draw/{name}.py": "drawings: strokes and coordinates, one picture after the other, made once and looked at"
        for name in (
            "crafts",
            "farms",
            "hair",
            "markets",
            "power",
            "public_life",
            "sea",
            "sport",
            "stages",
            "storm",
            "works",
        )
    },
}


def imports() -> Iterator[tuple[str, str, str]]:
    """Importing module, imported module, imported name ("" for the module itself), among our own."""
    for importer, tree in modules().items():
        for node in ast.walk(tree):
            if isinstance(node, ast.ImportFrom) and node.module:
                yield from ((importer, node.module, alias.name) for alias in node.names)
            elif isinstance(node, ast.Import):
                yield from ((importer, alias.name, "") for alias in node.names)


def is_private(name: str) -> bool:
    return name.startswith("_") and not name.endswith("__")


def test_nothing_private_is_imported_from_another_room() -> None:
    across = [
        (importer, imported, name)
        for importer, imported, name in imports()
        if room_of(imported) and room_of(importer) != room_of(imported)
    ]
    assert across
    assert [found for found in across if any(map(is_private, [*found[1].split("."), found[2]]))] == []


def test_every_import_says_from_which_room() -> None:
    relative = [
        module
        for module, tree in modules().items()
        for n in ast.walk(tree)
        if isinstance(n, ast.ImportFrom) and n.level
    ]
    assert relative == []


@pytest.mark.parametrize("room", rooms(), ids=lambda room: room.name)
def test_a_room_says_what_it_is_and_imports_nothing_by_that(room: Path) -> None:
    (only,) = ast.parse((room / "__init__.py").read_text("utf-8")).body
    assert isinstance(only, ast.Expr)
    assert isinstance(only.value, ast.Constant)
    assert len((room / "README.md").read_text("utf-8").splitlines()) >= 3


def test_only_files_with_a_reason_are_long() -> None:
    # Migrations are written by Django.
    files = (file for file in SOURCE.rglob("*.py") if "migrations" not in file.parts)
    lengths = {str(file.relative_to(SOURCE)): len(file.read_text("utf-8").splitlines()) for file in files}
    assert {name for name, length in lengths.items() if length > MOST_LINES} == set(LONGER)
