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

FOUNDATION = {"annotations", "characters", "lexicons", "model", "wordforms"}
# Each unit, a module or a package of src/claimx, with the units that it may import.
MAY_IMPORT = {
    "model": set(),
    "errors": set(),
    "lexicons": set(),
    "characters": set(),
    "wordforms": {"lexicons"},
    "namewords": {"lexicons"},
    "wordvectors": {"characters"},
    "ops": set(),
    "parsing": {"errors", "model", "lexicons", "characters"},
    "tokenizer": {"characters", "lexicons"},
    "language": {"characters", "tokenizer"},
    "embedding": {"characters", "namewords", "wordforms", "wordvectors"},
    "biluo": set(),
    "samewords": set(),
    "entities": {"biluo", "embedding", "samewords"},
    "visible": {"embedding", "entities"},
    "annotations": {"model"},
    "syntax": FOUNDATION,
    "operators": FOUNDATION | {"errors", "syntax"},
    "attribution": FOUNDATION | {"operators", "syntax"},
    "factuality": FOUNDATION | {"attribution", "operators", "syntax"},
    "selection": FOUNDATION | {"attribution", "operators", "syntax"},
    "resolution": FOUNDATION | {"errors", "namewords", "parsing", "syntax"},
    "components": FOUNDATION
    | {"attribution", "factuality", "operators", "parsing", "resolution", "selection", "syntax"},
    "pipeline": {"annotations", "components", "ops", "errors"},
    "pieces": set(),
    "extraction": {"errors", "model", "visual"},
    "running": {"annotations", "extraction", "model", "pieces", "pipeline"},
    "settling": set(),
    "workers": {"extraction", "pipeline", "running", "settling"},
    "api": {"errors", "extraction", "parsing", "running", "workers"},
    "exports": {"errors", "model"},
    "visual": {"model"},
    "cli": {"__version__", "api", "errors", "exports", "lexicons", "parsing", "settling", "visual", "claimx"},
    "__init__": {"api", "errors", "extraction", "model", "parsing", "pipeline"},
}
SPACY = {"spacy", "thinc", "numpy"}
# Packages besides the standard library; those of a unit that is not listed are SPACY.
PACKAGES = {
    "model": set(),
    "errors": set(),
    "lexicons": set(),
    "characters": set(),
    "pieces": set(),
    "settling": set(),
    "exports": set(),
    "__init__": set(),
    "wordforms": {"numpy"},
    "namewords": set(),
    "wordvectors": {"numpy", "spacy"},
    "parsing": {"price_parser", "dateparser"},
    "extraction": {"pandas"},
    "visual": {"rich"},
    "cli": {"typer", "rich", "spacy"},
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
    code = "import sys, claimx.api, claimx.cli.app; print(*sys.modules)"
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
        if called in forbidden or (called == "print" and here != "cli")
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
