"""The house rules that a machine can see: docs/architecture.md says why.

Sources are read with ast, not imported, so a rule holds for imports inside functions too.
"""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import claimx
from claimx import lexicons

SOURCE = Path(claimx.__file__).parent
FILES = sorted(SOURCE.rglob("*.py"))
TREES = {path: ast.parse(path.read_text(encoding="utf-8")) for path in FILES}
TABLES = sorted((SOURCE / "lexicons").glob("*.tsv"))

# Each unit, a module or a package of src/claimx, with the units that it may import.
MAY_IMPORT = {
    "__init__": {"api", "errors", "extraction", "model", "pipeline", "values"},
    "_arguments": {"errors"},
    "_batch": {"_chunks", "annotations", "extraction", "model", "pipeline"},
    "_chunks": set(),
    "_gc": set(),
    "_workers": {"_batch", "_gc", "extraction", "pipeline"},
    "annotations": {"model"},
    "api": {"_arguments", "_batch", "_workers", "errors", "extraction", "values"},
    "apps": {"__version__", "_arguments", "_gc", "claimx", "errors", "lexicons", "output"},
    "claims": {"annotations", "errors", "lexicons", "model", "syntax"},
    "components": {"annotations", "claims", "lexicons", "model", "organizations", "syntax", "values"},
    "errors": set(),
    "extraction": {"errors", "model", "output"},
    "french": {"claims", "lexicons", "syntax", "values"},
    "lexicons": {"errors"},
    "model": set(),
    "organizations": {"annotations", "lexicons", "syntax"},
    "output": {"errors", "model"},
    "pipeline": {"annotations", "components", "errors", "french"},
    "syntax": {"annotations", "lexicons"},
    "values": {"_arguments", "lexicons", "model"},
}
SPACY = {"spacy", "thinc", "numpy"}
# Packages besides the standard library; those of a unit that is not listed are SPACY.
PACKAGES = {
    "__init__": set(),
    "_arguments": set(),
    "_batch": {"spacy"},
    "_chunks": set(),
    "_gc": set(),
    "_workers": {"spacy", "thinc"},
    "annotations": {"spacy"},
    "api": {"spacy"},
    "apps": {"rich", "spacy", "typer"},
    "claims": set(),
    "components": {"spacy"},
    "errors": set(),
    "extraction": {"pandas"},
    "french": {"numpy", "spacy", "thinc"},
    "lexicons": {"numpy"},
    "model": set(),
    "organizations": set(),
    "output": {"rich"},
    "pipeline": {"spacy"},
    "syntax": {"spacy"},
    "values": {"dateparser", "price_parser"},
}
# Slow to import, or optional: inside functions only.
LAZY = {"price_parser", "dateparser", "pandas"}
LONGEST_FILE = 300
LONGEST_WORD_LIST = 30
LONGEST_REGULAR_EXPRESSION = 60


def unit(path):
    return path.relative_to(SOURCE).with_suffix("").parts[0]


def nodes(*kinds):
    """Every node of these kinds, with the file and line where it stands, and its unit."""
    for path, tree in TREES.items():
        for node in ast.walk(tree):
            if isinstance(node, kinds):
                yield node, f"{path.relative_to(SOURCE)}:{node.lineno}", unit(path)


def imported(node):
    """The dotted names that an import statement imports."""
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if node.level:
        return ["claimx.relative"]
    return [f"claimx.{alias.name}" for alias in node.names] if node.module == "claimx" else [node.module]


def imports():
    """Every import: where it stands, the unit that it stands in, and the dotted name."""
    for node, place, here in nodes(ast.Import, ast.ImportFrom):
        for name in imported(node):
            yield place, here, name


def test_every_unit_has_its_rule_and_every_rule_its_unit():
    assert {unit(path) for path in FILES} == set(MAY_IMPORT)


def test_imports_of_claimx_go_down_the_house():
    wrong = []
    for place, here, name in imports():
        package, _, rest = name.partition(".")
        if package == "claimx" and (rest.partition(".")[0] or "claimx") not in MAY_IMPORT[here] | {here}:
            wrong.append(f"{place}: {here} may not import {name}")
    assert not wrong


def test_imports_of_packages_are_those_of_the_place():
    wrong = []
    for place, here, name in imports():
        package = name.partition(".")[0]
        ours = package == "claimx" or package in sys.stdlib_module_names
        if not ours and package not in PACKAGES.get(here, SPACY):
            wrong.append(f"{place}: {here} may not import {name}")
    assert not wrong


def test_slow_and_optional_packages_are_imported_inside_functions():
    assert not [
        f"{path}: {name}"
        for path, tree in TREES.items()
        for node in tree.body
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in imported(node)
        if name.partition(".")[0] in LAZY
    ]


def test_importing_the_interface_imports_no_spacy():
    # So that the command line answers a mistake at once.
    code = "import sys, claimx.api, claimx.apps.cli.app; print(*sys.modules)"
    modules = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert not {"spacy", "thinc", "numpy"} & set(modules.split())


def test_a_component_imports_no_other():
    assert not [
        f"{place}: {name}"
        for place, here, name in imports()
        if here == "components" and name.startswith("claimx.components") and "__init__" not in place
    ]


def test_a_factory_is_validated():
    # With this import spaCy's check of a factory's configuration is off, without a word.
    assert not [
        path
        for path in FILES
        if "@Language." in (source := path.read_text(encoding="utf-8"))
        and "from __future__ import annotations" in source
    ]


def test_files_are_short_enough_to_read_and_say_what_they_are():
    lengths = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in FILES}
    assert not {str(path): length for path, length in lengths.items() if length > LONGEST_FILE}
    assert not [path for path, tree in TREES.items() if not ast.get_docstring(tree)]


def test_nothing_prints_logs_or_steers_the_host():
    forbidden = {"logging.basicConfig", "set_current_ops", "require_gpu", "prefer_gpu"}
    calls = [(ast.unparse(node.func), place, here) for node, place, here in nodes(ast.Call)]
    assert not [
        (place, called)
        for called, place, here in calls
        if called in forbidden or (called == "print" and here != "apps")
    ]


def test_no_getter_is_a_lambda():
    # It does not pickle.
    assert not [
        place
        for node, place, _ in nodes(ast.keyword)
        if node.arg in {"getter", "setter", "method"} and isinstance(node.value, ast.Lambda)
    ]


def test_no_except_is_bare():
    assert not [place for node, place, _ in nodes(ast.ExceptHandler) if node.type is None]


def test_words_stand_in_lexicons():
    lists = [
        (place, sum(isinstance(item, ast.Constant) and isinstance(item.value, str) for item in node.elts))
        for node, place, here in nodes(ast.List, ast.Set, ast.Tuple)
    ]
    assert not [found for found in lists if found[1] > LONGEST_WORD_LIST]
    assert not [
        place
        for node, place, _ in nodes(ast.Constant)
        if isinstance(node.value, str) and node.value.count("|") > LONGEST_REGULAR_EXPRESSION
    ]


def test_only_annotations_touches_span_groups():
    assert not [
        place
        for node, place, here in nodes(ast.Attribute)
        if ast.unparse(node) == "doc.spans" and here != "annotations"
    ]


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.stem)
def test_a_lexicon_says_where_it_comes_from_and_is_sorted_unique_and_read(path):
    lines = path.read_text(encoding="utf-8").splitlines()
    assert any(line.startswith("# ") for line in lines[:2])
    rows = [line for line in lines if line.strip() and not line.startswith("#")][1:]
    assert rows == sorted(set(rows))
    assert len(lexicons.read(path.stem)) == len(rows)
    assert any(f'"{path.stem}"' in file.read_text(encoding="utf-8") for file in FILES)
