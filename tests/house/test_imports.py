"""Who may import whom: docs/architecture.md says why."""

import ast
import subprocess
import sys

import pytest

from tests.house.sources import MODULES, SOURCE, TREES, imported, imports, room

# Each room with the rooms that it imports, no more and no fewer.
IMPORTS = {
    "__init__": {"api", "components", "errors", "extraction", "model", "output", "pipeline", "values"},
    "__main__": {"apps"},
    "_arguments": {"errors"},
    "_batch": {"_arguments", "annotations", "errors", "extraction", "model", "pipeline", "values"},
    "_many": {"_arguments", "_batch", "errors", "extraction", "pipeline"},
    "annotations": {"errors", "model"},
    "api": {"_arguments", "_batch", "_many", "errors", "extraction", "output"},
    "apps": {
        "__init__",
        "_arguments",
        "_batch",
        "_many",
        "arrow",
        "errors",
        "extraction",
        "lexicons",
        "model",
        "output",
        "spark",
        "values",
    },
    "arrow": {"__init__", "_batch", "errors", "extraction", "output"},
    "claims": set(),
    "claims.operators": {"annotations", "errors", "lexicons", "model", "syntax"},
    "claims.attribution": {"annotations", "claims.operators", "lexicons", "model", "syntax"},
    "claims.factuality": {
        "annotations",
        "claims.attribution",
        "claims.operators",
        "lexicons",
        "model",
        "syntax",
    },
    "claims.selection": {"annotations", "claims.attribution", "claims.operators", "lexicons", "syntax"},
    "components": {
        "annotations",
        "claims.attribution",
        "claims.factuality",
        "claims.operators",
        "claims.selection",
        "lexicons",
        "model",
        "organizations",
        "syntax",
        "values",
    },
    "errors": set(),
    "extraction": {"_arguments", "errors", "model", "output"},
    "french": {"lexicons", "values"},
    "lexicons": {"errors"},
    "model": {"errors"},
    "organizations": {"annotations", "errors", "lexicons", "syntax"},
    "output": {"errors", "lexicons", "model", "values"},
    "pipeline": {"__init__", "claims.operators", "components", "errors", "french", "organizations"},
    "spark": {"_batch", "arrow", "errors", "output"},
    "syntax": {"annotations", "lexicons"},
    "values": {"_arguments", "lexicons", "model"},
}
# Packages besides the standard library.
PACKAGES = {
    "_batch": {"spacy"},
    "_many": {"spacy", "thinc"},
    "annotations": {"spacy"},
    "api": {"spacy"},
    "arrow": {"pyarrow"},
    "apps": {
        "fastapi",
        "numpy",
        "prometheus_client",
        "pyarrow",
        "pydantic",
        "pyspark",
        "rich",
        "spacy",
        "starlette",
        "trafilatura",
        "typer",
        "uvicorn",
        "zstandard",
    },
    "components": {"spacy"},
    "extraction": {"pandas"},
    "french": {"numpy", "spacy", "thinc"},
    "lexicons": {"numpy"},
    "output": {"openpyxl", "pandas", "pyarrow", "rich"},
    "pipeline": {"spacy"},
    "spark": {"pyarrow", "pyspark"},
    "syntax": {"spacy"},
    "values": {"dateparser", "dateutil", "price_parser"},
}
# Slow to import, or optional: inside functions only.
LAZY = {"dateparser", "openpyxl", "pandas", "price_parser", "pyarrow", "pyspark", "trafilatura", "zstandard"}
# What components may import of their own room; one component never imports another.
SHARED_BY_COMPONENTS = {
    "claimx.components.base",
    "claimx.components.scanning",
    "claimx.components.scoring",
}
MODULES_AT_THE_ROOT = 10


def rooms_imported():
    found = {room(name): set() for name in MODULES}
    for _, here, name in imports():
        if name.partition(".")[0] == "claimx" and room(name) != room(here):
            found[room(here)].add(room(name))
    return found


@pytest.mark.parametrize("here", sorted(IMPORTS))
def test_a_room_imports_what_the_table_says(here):
    assert rooms_imported()[here] == IMPORTS[here]


def test_every_room_is_in_the_table():
    assert set(rooms_imported()) == set(IMPORTS)


def test_the_packages_are_those_of_the_table():
    found = {}
    for _, here, name in imports():
        package = name.partition(".")[0]
        if package != "claimx" and package not in sys.stdlib_module_names:
            found.setdefault(room(here), set()).add(package)
    assert found == PACKAGES


def test_no_module_imports_itself_on_the_way():
    """Imports inside functions count too: a circle that is hidden there is one for the reader."""
    edges = {name: set() for name in MODULES}
    for _, here, name in imports():
        # The package itself names what it offers for type checkers only; nothing is imported before it is used.
        if name in MODULES and name != here != "claimx":
            edges[here].add(name)

    def reached(start):
        seen, waiting = set(), [start]
        while waiting:
            for name in edges[waiting.pop()] - seen:
                seen.add(name)
                waiting.append(name)
        return seen

    assert {name for name in MODULES if name in reached(name)} == set()


def test_nobody_imports_the_applications():
    assert not [
        place
        for place, here, name in imports()
        if room(name) == "apps" and room(here) not in ("__main__", "apps")
    ]


def test_a_component_imports_no_other():
    assert not [
        f"{place}: {name}"
        for place, here, name in imports()
        if room(here) == "components"
        and name.startswith("claimx.components.")
        and name not in SHARED_BY_COMPONENTS
    ]


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


def test_few_modules_stand_at_the_root():
    assert len(list(SOURCE.glob("*.py"))) <= MODULES_AT_THE_ROOT
