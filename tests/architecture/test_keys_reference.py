"""The reference of surrogate keys names every kind of key pages carry and changes purge, and no other."""

import ast
import re

from tests.architecture.source import modules, quoted, rows

KIND = re.compile(r"[a-z][a-z-]*")
# What names keys by calling: their arguments are keys, whatever they look like.
CALLS = {"carry", "purge", "takedown"}


def _shape(node: ast.expr) -> str:
    """``f"topic-list:{code}:{pk}"`` as ``topic-list:<>:<>``; the suffix for older leaves is left out."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        text = node.value
    elif isinstance(node, ast.JoinedStr):
        text = "".join(
            part.value if isinstance(part, ast.Constant) and isinstance(part.value, str) else "<>"
            for part in node.values
        )
    else:
        return ""
    return re.sub(r"(?:<>)+", "<>", text.removesuffix(":leaves"))


def _names_keys(module: str, tree: ast.Module) -> bool:
    imported = {
        alias.name for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) for alias in node.names
    }
    return module.endswith(".keys") or bool(imported & CALLS)


def _plain(argument: ast.expr) -> set[str]:
    """Keys of one word among an argument, also in a list given part by part."""
    if isinstance(argument, ast.Starred | ast.IfExp | ast.List):
        inner = [part for part in ast.iter_child_nodes(argument) if isinstance(part, ast.expr)]
        return {shape for part in inner for shape in _plain(part)}
    return {shape} if KIND.fullmatch(shape := _shape(argument)) else set()


def used() -> dict[str, str]:
    """Every shape of key in the code, with a module it stands in."""
    found = {}
    for module, tree in modules().items():
        # The press itself and the command for it know keys only from others.
        if not _names_keys(module, tree) or module.startswith(("nashra.press", "nashra.cli")):
            continue
        for node in ast.walk(tree):
            if isinstance(node, ast.JoinedStr) and re.fullmatch(
                r"[a-z][a-z-]*(?::<>)+(?:-<>)?", shape := _shape(node)
            ):
                found[shape] = module
            elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in CALLS:
                found |= {shape: module for argument in node.args for shape in _plain(argument)}
    return found


def explained() -> set[str]:
    return {re.sub(r"<[^>]*>", "<>", key) for first, *_rest in rows("keys.md") for key in quoted(first)}


def test_every_key_is_explained() -> None:
    assert {shape: module for shape, module in used().items() if shape not in explained()} == {}


def test_every_explained_key_is_used() -> None:
    assert explained() - set(used()) == set()
