"""What an installed claimx brings along."""

import subprocess
import sys
from importlib.metadata import distribution, version
from pathlib import Path

import pytest

import claimx
from claimx.pipeline import ORDER

GROUPS = ("spacy_factories", "spacy_languages", "spacy_tokenizers", "spacy_architectures", "spacy_misc")
ENTRY_POINTS = [point for point in distribution("claimx").entry_points if point.group in GROUPS]


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
