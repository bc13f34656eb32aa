"""The reader's style sheet: the files of each layer, put together into the one file a page loads.

The files are looked for as static files, so a theme folder with ``static/nashra/css/components/card.css`` replaces that
file, and a new file in a layer's folder joins the layer. No build step: the sheet is made when static files are collected
or, while developing, whenever it is asked for.
"""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Literal, overload

from django.conf import settings
from django.contrib.staticfiles.finders import BaseFinder, get_finder
from django.core.checks import CheckMessage
from django.core.files.storage import FileSystemStorage

LAYERS = ("tokens", "reset", "base", "layouts", "components", "utilities")
SHEET = "nashra/nashra.css"
SOURCES = "nashra/css/"

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_INDENT = re.compile(r"\s*\n\s*")
_SIGNS = re.compile(r"\s*([{};,])\s*")
_COLON = re.compile(r"(?m)(?<=[a-z]):\s+(?=[^\s])")


def build_stylesheet(sources: Iterable[tuple[str, str]]) -> str:
    """One sheet from ``(layer, text)`` pairs: each in its cascade layer, the layers in their order, comments left out."""
    texts: dict[str, list[str]] = {layer: [] for layer in LAYERS}
    for layer, text in sources:
        texts[layer].append(_tighten(text))
    parts = [f"@layer {layer}{{{''.join(texts[layer])}}}" for layer in LAYERS if texts[layer]]
    return f"@layer {','.join(LAYERS)};" + "\n".join(parts) + "\n"


def _tighten(text: str) -> str:
    text = _INDENT.sub("\n", _COMMENT.sub("", text)).strip()
    # The parts lie two folders deeper than the sheet they end in.
    return _COLON.sub(":", _SIGNS.sub(r"\1", text)).replace(";}", "}").replace('url("../../', 'url("')


def source_files() -> Iterator[tuple[str, Path]]:
    """The layer and the file of every part of the sheet, themes first, each name once."""
    found: dict[str, Path] = {}
    for finder in ("FileSystemFinder", "AppDirectoriesFinder"):
        for path, storage in get_finder(f"django.contrib.staticfiles.finders.{finder}").list(None):
            name = path.replace("\\", "/")
            if name.startswith(SOURCES) and name.endswith(".css"):
                found.setdefault(name, Path(storage.path(path)))
    for name in sorted(found):
        layer = name.removeprefix(SOURCES).split("/", 1)[0]
        if layer in LAYERS:
            yield layer, found[name]


class StylesheetFinder(BaseFinder):
    """Offers the sheet as the static file ``nashra/nashra.css``; it is kept in the data directory."""

    def __init__(self, *_args: object, **_kwargs: object) -> None:
        self.storage = FileSystemStorage(Path(settings.DATA_DIR) / "stylesheet")

    def check(self, **_kwargs: object) -> list[CheckMessage]:
        """Nothing can be set wrongly."""
        return []

    @overload
    def find(self, path: str, find_all: Literal[False] = ...) -> str | None: ...

    @overload
    def find(self, path: str, find_all: Literal[True]) -> list[str]: ...

    def find(self, path: str, find_all: bool = False) -> str | list[str] | None:
        """The path of the sheet, made anew."""
        if path != SHEET:
            return [] if find_all else None
        self._write()
        return [self.storage.path(SHEET)] if find_all else self.storage.path(SHEET)

    def list(self, _ignore_patterns: Iterable[str] | None) -> Iterator[tuple[str, FileSystemStorage]]:
        """The sheet, for collecting."""
        self._write()
        yield SHEET, self.storage

    def _write(self) -> None:
        sheet = build_stylesheet((layer, file.read_text("utf-8")) for layer, file in source_files())
        target = Path(self.storage.path(SHEET))
        if target.exists() and target.read_text("utf-8") == sheet:
            return
        target.parent.mkdir(parents=True, exist_ok=True)
        # Written beside and moved, for several processes may do this at once.
        draft = target.with_suffix(f".{id(self)}.draft")
        draft.write_text(sheet, "utf-8")
        draft.replace(target)
