"""The reference of signals and registries says what the code announces and offers, no more and no less."""

import ast
import re
from importlib import import_module

from tests.architecture.source import REFERENCE, modules, quoted, rows


def made_by(*makers: str) -> set[str]:
    """Dotted names of what modules make by calling one of these at their top: ``story_saved = Signal()``."""
    found = set()
    for module, tree in modules().items():
        for statement in tree.body:
            if isinstance(statement, ast.Assign):
                targets: list[ast.expr] = statement.targets
            elif isinstance(statement, ast.AnnAssign):
                targets = [statement.target]
            else:
                continue
            value = statement.value
            if isinstance(value, ast.Call) and isinstance(value.func, ast.Name) and value.func.id in makers:
                found |= {f"{module}.{target.id}" for target in targets if isinstance(target, ast.Name)}
    return found


def explained(heading: str) -> set[str]:
    return {quoted(first)[0] for first, *_rest in rows("signals.md", heading)}


def test_every_signal_is_explained_and_every_explained_one_exists() -> None:
    assert explained("Signals") == made_by("Signal")


def test_every_registry_of_the_press_is_explained() -> None:
    assert made_by("Registry") <= explained("Registries")


def test_every_explained_registry_exists() -> None:
    for name in explained("Registries"):
        module, _dot, attribute = name.rpartition(".")
        assert hasattr(import_module(module), attribute), name


def test_the_signals_of_wagtail_we_listen_to_are_named() -> None:
    imported = {
        alias.name
        for tree in modules().values()
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module == "wagtail.signals"
        for alias in node.names
    }
    sentence = re.search(r"Nashra listens to ([^.]+)\.", (REFERENCE / "signals.md").read_text("utf-8"))
    assert sentence is not None
    assert set(quoted(sentence[1])) == imported
