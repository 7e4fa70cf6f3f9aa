"""What an installed claimx brings along."""

import os
import subprocess
import sys
import tomllib
from importlib.metadata import distribution, version
from pathlib import Path

import pytest
import spacy

import claimx
from claimx.components import REGISTRIES
from claimx.pipeline import ORDER

ENTRY_POINTS = [point for point in distribution("claimx").entry_points if point.group in REGISTRIES]


ROOT = Path(__file__).parents[2]


def test_the_entry_points_are_those_of_the_table():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["entry-points"] == REGISTRIES


@pytest.mark.model
def test_the_table_is_enough_where_claimx_is_not_installed(tmp_path):
    """The sources on the path, beside an environment that knows nothing of claimx."""
    for found in Path(spacy.__file__).parents[1].iterdir():
        if "claimx" not in found.name:
            (tmp_path / found.name).symlink_to(found)
    code = """if True:
        from importlib.metadata import entry_points
        assert not [point for point in entry_points(group="spacy_factories") if "claimx" in point.name]
        import claimx
        print(len(claimx.extract("Selon Reuters, Acmé vendrait une usine.")))
        import spacy
        nlp = spacy.blank("claimx_fr")
        for name in ("claimx_paragraphs", "claimx_amounts"):
            nlp.add_pipe(name)"""
    path = os.pathsep.join([str(ROOT / "src"), str(tmp_path)])
    done = subprocess.run(
        [sys.executable, "-S", "-c", code],
        env={**os.environ, "PYTHONPATH": path},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (done.stdout.strip(), done.stderr) == ("1", "")


def test_the_version_is_that_of_the_package():
    assert version("claimx") == claimx.__version__


@pytest.mark.parametrize("point", ENTRY_POINTS, ids=lambda point: point.name)
def test_an_entry_point_leads_to_something_callable(point):
    assert callable(point.load())


def test_every_component_has_an_entry_point_without_a_dot():
    factories = {point.name for point in ENTRY_POINTS if point.group == "spacy_factories"}
    assert set(ORDER) <= factories
    assert not [name for name in factories if "." in name or not name.startswith("claimx_")]


def test_spacy_knows_the_components_without_importing_claimx():
    code = """if True:
        import sys, spacy
        nlp = spacy.blank("claimx_fr")
        nlp.add_pipe("claimx_quotes")
        slow = {"dateparser", "price_parser", "pandas", "spacy.lang.fr"}
        print(nlp.lang, *nlp.pipe_names, *slow & set(sys.modules))"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["claimx_fr", "claimx_quotes"]


def test_the_package_is_small_and_has_all_it_needs():
    directory = Path(claimx.__file__).parent
    files = [path for path in directory.rglob("*") if path.is_file() and "__pycache__" not in path.parts]
    assert sum(path.stat().st_size for path in files) < 25_000_000
    assert (directory / "py.typed").is_file()
    assert (directory / "french" / "claimx_fr" / "meta.json").is_file()
