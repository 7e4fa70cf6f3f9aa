import subprocess
import sys

import pytest

import claimx
from claimx import errors, model
from claimx.model import enums
from tests.public import signatures

HEAVY = {"spacy", "thinc", "numpy", "pandas", "rich", "typer", "dateparser", "price_parser", "pydantic"}


def test_the_list_of_public_names_is_this_one():
    assert claimx.__all__ == [
        "Amount",
        "ArgumentError",
        "ArgumentTypeError",
        "Claim",
        "ClaimxError",
        "ClaimxWarning",
        "Confidence",
        "Cue",
        "Date",
        "DocumentError",
        "Excerpt",
        "Extent",
        "Extraction",
        "Failure",
        "Interval",
        "Level",
        "MissingClaimError",
        "MissingExtraError",
        "Organization",
        "Polarity",
        "Predicate",
        "Reason",
        "Related",
        "Relation",
        "Response",
        "Role",
        "SemanticRole",
        "Source",
        "SourceKind",
        "__version__",
        "add_pipes",
        "extract",
        "extract_frame",
        "extract_many",
        "find_amounts",
        "find_dates",
        "load",
        "register",
        "reset_caches",
        "to_frame",
        "write",
    ]


def test_parameters_types_and_defaults_are_those_of_the_file():
    """Where this fails for a reason: make api, and a line in CHANGELOG.md."""
    assert signatures.signatures() == signatures.FILE.read_text(encoding="utf-8")


def test_every_type_of_the_data_model_and_every_error_is_public():
    types = {
        name
        for module in (enums, errors, model)
        for name, value in vars(module).items()
        if isinstance(value, type) and value.__module__ == module.__name__ and not name.startswith("_")
    }
    assert types - {"Errors", "Warnings"} <= set(claimx.__all__)


@pytest.mark.parametrize("name", claimx.__all__)
def test_a_public_name_is_there_and_documented(name):
    assert name in dir(claimx)
    assert getattr(claimx, name).__doc__


def test_an_unknown_name_is_an_attribute_error():
    with pytest.raises(AttributeError, match="no attribute 'extrait'"):
        claimx.extrait  # noqa: B018


def test_importing_claimx_imports_nothing_heavy():
    code = "import sys, claimx; claimx.Claim; claimx.Extraction; print(*sys.modules)"
    modules = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert not HEAVY & {module.partition(".")[0] for module in modules.split()}
