"""The code and the reference as text: parsed once, read by every test of this folder."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "nashra"
REFERENCE = ROOT / "docs" / "reference"

_BAR = re.compile(r"(?<!\\)\|")


@cache
def modules() -> dict[str, ast.Module]:
    """Every module of the platform by its dotted name; migrations, which Django writes, are left out."""
    files = (file for file in sorted(SOURCE.rglob("*.py")) if "migrations" not in file.parts)
    return {_name_of(file): ast.parse(file.read_text("utf-8")) for file in files}


def rooms() -> list[Path]:
    """The folders of the rooms."""
    return sorted(file.parent for file in SOURCE.glob("*/__init__.py"))


def room_of(module: str) -> str:
    """The room a module lies in: "press" for "nashra.press.front.app"."""
    parts = module.split(".")
    return parts[1] if parts[0] == "nashra" and len(parts) > 1 else ""


def rows(page: str, heading: str = "") -> Iterator[list[str]]:
    """The cells of every table row of a page of the reference, or of those below one of its headings.

    Heads and rules of tables are left out, and ``\\|`` in a cell is a bar.
    """
    text = (REFERENCE / page).read_text("utf-8")
    if heading:
        text = text.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
    lines = text.splitlines()
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        if line.startswith("| ") and not line.startswith("| ---") and not following.startswith("| ---"):
            yield [cell.strip().replace(r"\|", "|") for cell in _BAR.split(line)[1:-1]]


def quoted(cell: str) -> list[str]:
    """What stands between backticks."""
    return re.findall(r"`([^`]+)`", cell)


def _name_of(file: Path) -> str:
    parts = file.relative_to(SOURCE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
