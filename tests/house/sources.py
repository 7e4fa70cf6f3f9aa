"""The sources of claimx as syntax trees: read, not imported, so that imports inside functions count too."""

import ast
from pathlib import Path

import claimx

SOURCE = Path(claimx.__file__).parent
FILES = sorted(SOURCE.rglob("*.py"))
TREES = {path: ast.parse(path.read_text(encoding="utf-8")) for path in FILES}


def module(path):
    """The dotted name of the module in a file."""
    parts = path.relative_to(SOURCE).with_suffix("").parts
    return ".".join(("claimx", *(parts[:-1] if parts[-1] == "__init__" else parts)))


MODULES = {module(path): path for path in FILES}


def room(name):
    """The room of a module, those of claims/ apart; a module at the root is a room of its own."""
    parts = name.split(".")[1:]
    if not parts:
        return "__init__"
    return ".".join(parts[:2]) if parts[0] == "claims" and len(parts) > 1 else parts[0]


def nodes(*kinds):
    """Every node of these kinds, with the file and line where it stands, and the module."""
    for path, tree in TREES.items():
        for node in ast.walk(tree):
            if isinstance(node, kinds):
                yield node, f"{path.relative_to(SOURCE)}:{node.lineno}", module(path)


def imported(node):
    """The dotted names that an import statement imports: modules of claimx, packages of others."""
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if node.level:
        return ["claimx.relative"]
    names = [f"{node.module}.{alias.name}" for alias in node.names]
    return [name if name in MODULES else node.module for name in names]


def imports():
    """Every import: where it stands, the module that it stands in, and the dotted name."""
    for node, place, here in nodes(ast.Import, ast.ImportFrom):
        for name in imported(node):
            yield place, here, name
