"""The public interface as text: every public name with its parameters, types, defaults, fields and members.

usage: python -m tests.public.signatures (make api) writes signatures.txt beside this file, which a test holds

Read from the sources, so that the text is the same in every version of Python. A change of the file is a change
of what users call: an addition needs a line in CHANGELOG.md, anything else a new major version.
"""

import ast
import importlib
import inspect
from collections.abc import Iterable, Iterator
from enum import Enum
from pathlib import Path
from typing import Any

MODULES = ("claimx", "claimx.annotations", "claimx.arrow", "claimx.spark")
FILE = Path(__file__).with_name("signatures.txt")
# What the signatures name, beside the public names: types and defaults.
NAMED = {
    "claimx._arguments": ("Published",),
    "claimx._batch": ("Include",),
    "claimx.api": ("OnError", "Options", "TEXTS_PER_BATCH"),
    "claimx.organizations.user_list": ("Source", "Item"),
    "claimx.output.frames": ("Amounts",),
    "claimx.values.amounts.finder": ("DEFAULT_CURRENCY",),
}
HIDDEN = {"cache"}
MAX_LINE = 100
Function = ast.FunctionDef | ast.AsyncFunctionDef


def signatures() -> str:
    """The whole text."""
    lines = [line for name in MODULES for line in _of_module(name)]
    lines += [line for module, names in NAMED.items() for line in _of_names(module, names)]
    return "\n".join(lines) + "\n"


def _of_module(name: str) -> Iterator[str]:
    module = importlib.import_module(name)
    yield f"# {name}\n"
    for public in _public(module):
        value = getattr(module, public)
        if inspect.isclass(value):
            yield from _of_class(value)
        elif inspect.isroutine(value):
            yield from _of_function(public, value)
        else:
            yield f"{public}: {type(value).__name__}"
        yield ""


def _of_names(name: str, wanted: Iterable[str]) -> Iterator[str]:
    """Assignments and classes of a module, as they are written there."""
    module = importlib.import_module(name)
    yield f"# in {name}\n"
    for node in ast.parse(inspect.getsource(module)).body:
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) in wanted:
            yield ast.unparse(node)
        elif isinstance(node, ast.ClassDef) and node.name in wanted:
            yield from _of_class(getattr(module, node.name))
    yield ""


def _public(module: Any) -> list[str]:
    """The names a module exports: its own functions and classes where it has no list of them."""
    own = [
        name
        for name, value in vars(module).items()
        if not name.startswith("_") and getattr(value, "__module__", "") == module.__name__
    ]
    return sorted(getattr(module, "__all__", own))


def _of_class(cls: type) -> Iterator[str]:
    """A class with what it has from its bases inside claimx, the nearest definition of each name."""
    tree = _parsed(cls)
    bases = ", ".join(map(ast.unparse, tree.bases))
    yield from (f"@{ast.unparse(decorator)}" for decorator in tree.decorator_list)
    yield f"class {cls.__name__}({bases})" if bases else f"class {cls.__name__}"
    if issubclass(cls, Enum):
        yield from (f"    {member.name} = {member.value!r}" for member in cls)
    seen: set[str] = set()
    for base in cls.__mro__:
        if base.__module__.startswith("claimx"):
            found = {name: lines for name, lines in _members(_parsed(base)) if name not in seen}
            seen |= found.keys()
            yield from (f"    {line}" for lines in found.values() for line in lines)


def _members(tree: ast.ClassDef) -> Iterator[tuple[str, list[str]]]:
    """Fields and methods; of overloads all forms, under one name."""
    methods: dict[str, list[str]] = {}
    for node in tree.body:
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            yield node.target.id, [ast.unparse(node)]
        elif isinstance(node, Function) and not _is_private(node.name):
            methods.setdefault(node.name, []).extend(_lines(node))
    yield from methods.items()


def _of_function(name: str, function: Any) -> Iterator[str]:
    """A function, with its overloads where it has any."""
    module = ast.parse(inspect.getsource(inspect.getmodule(function)))
    for node in module.body:
        if isinstance(node, Function) and node.name == function.__name__:
            node.name = name
            yield from _lines(node)


def _lines(node: Function) -> Iterator[str]:
    decorators = map(ast.unparse, node.decorator_list)
    yield from (f"@{decorator}" for decorator in decorators if decorator not in HIDDEN)
    returns = f" -> {ast.unparse(node.returns)}" if node.returns else ""
    parameters = [*_parameters(node.args)]
    line = f"def {node.name}({', '.join(parameters)}){returns}"
    if len(line) <= MAX_LINE:
        yield line
    else:
        yield from (f"def {node.name}(", *(f"    {one}," for one in parameters), f"){returns}")


def _parameters(given: ast.arguments) -> Iterator[str]:
    """The parameters one by one, with the marks between the kinds of them."""
    by_place = [*given.posonlyargs, *given.args]
    defaults = [None] * (len(by_place) - len(given.defaults)) + given.defaults
    for number, (one, default) in enumerate(zip(by_place, defaults, strict=True), 1):
        yield _parameter(one, default)
        if number == len(given.posonlyargs):
            yield "/"
    if given.vararg or given.kwonlyargs:
        yield f"*{ast.unparse(given.vararg)}" if given.vararg else "*"
    for one, default in zip(given.kwonlyargs, given.kw_defaults, strict=True):
        yield _parameter(one, default)
    if given.kwarg:
        yield f"**{ast.unparse(given.kwarg)}"


def _parameter(one: ast.arg, default: ast.expr | None) -> str:
    equals = " = " if one.annotation else "="
    return ast.unparse(one) + (f"{equals}{ast.unparse(default)}" if default else "")


def _is_private(name: str) -> bool:
    """Whether a method is our own affair; ``__len__`` and ``_repr_html_`` are not."""
    return name.startswith("_") and not name.endswith("_")


def _parsed(cls: type) -> ast.ClassDef:
    (tree,) = ast.parse(inspect.getsource(cls)).body
    assert isinstance(tree, ast.ClassDef)
    return tree


if __name__ == "__main__":
    FILE.write_text(signatures(), encoding="utf-8")
