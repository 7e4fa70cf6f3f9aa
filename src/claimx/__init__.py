"""Claims in French press text: who is said to do what, for how much, when, and how firmly.

The public names below are loaded on first use (PEP 562), so that ``import claimx`` reads no
file and imports neither spaCy nor a model.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from claimx.api import extract, extract_many
    from claimx.errors import ClaimxError
    from claimx.extraction import Extraction
    from claimx.model import (
        Amount,
        Claim,
        Confidence,
        Cue,
        Date,
        Level,
        Organization,
        Polarity,
        Reason,
        Relation,
        Role,
        SemanticRole,
        Source,
        SourceKind,
    )
    from claimx.pipeline import add_pipes, load
    from claimx.values.amounts.finder import find_amounts
    from claimx.values.dates.finder import find_dates

__version__ = "0.1.0"

__all__ = [
    "Amount",
    "Claim",
    "ClaimxError",
    "Confidence",
    "Cue",
    "Date",
    "Extraction",
    "Level",
    "Organization",
    "Polarity",
    "Reason",
    "Relation",
    "Role",
    "SemanticRole",
    "Source",
    "SourceKind",
    "__version__",
    "add_pipes",
    "extract",
    "extract_many",
    "find_amounts",
    "find_dates",
    "load",
]

_HOME = {
    "ClaimxError": "errors",
    "Extraction": "extraction",
    "add_pipes": "pipeline",
    "extract": "api",
    "extract_many": "api",
    "find_amounts": "values.amounts.finder",
    "find_dates": "values.dates.finder",
    "load": "pipeline",
}


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f"claimx.{_HOME.get(name, 'model')}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
