"""Claims in French press text: who is said to do what, for how much, when, and how firmly.

The public names below are loaded on first use (PEP 562), so that ``import claimx`` reads no
file and imports neither spaCy nor a model.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from claimx.components.extensions import declare_with_spacy

if TYPE_CHECKING:
    from claimx.api import extract, extract_frame, extract_many, reset_caches
    from claimx.errors import (
        ArgumentError,
        ArgumentTypeError,
        ClaimxError,
        ClaimxWarning,
        DocumentError,
        MissingClaimError,
        MissingExtraError,
    )
    from claimx.extraction import Extraction, Failure
    from claimx.model import (
        Amount,
        Claim,
        Confidence,
        Cue,
        Date,
        Excerpt,
        Extent,
        Interval,
        Level,
        Organization,
        Polarity,
        Predicate,
        Reason,
        Related,
        Relation,
        Response,
        Role,
        SemanticRole,
        Source,
        SourceKind,
    )
    from claimx.output.files import write
    from claimx.output.frames import to_frame
    from claimx.pipeline import add_pipes, load, register
    from claimx.values.amounts.finder import find_amounts
    from claimx.values.dates.finder import find_dates

__version__ = "0.1.0"

__all__ = [
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

# The modules of the public names that are not in claimx.model.
_MODULES = {
    "ArgumentError": "errors",
    "ArgumentTypeError": "errors",
    "ClaimxError": "errors",
    "ClaimxWarning": "errors",
    "DocumentError": "errors",
    "Extraction": "extraction",
    "Failure": "extraction",
    "MissingClaimError": "errors",
    "MissingExtraError": "errors",
    "add_pipes": "pipeline",
    "extract": "api",
    "extract_frame": "api",
    "extract_many": "api",
    "find_amounts": "values.amounts.finder",
    "find_dates": "values.dates.finder",
    "load": "pipeline",
    "register": "pipeline",
    "reset_caches": "api",
    "to_frame": "output.frames",
    "write": "output.files",
}

declare_with_spacy()

if not TYPE_CHECKING:  # hidden from type checkers, for which any name would then exist

    def __getattr__(name: str) -> Any:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        value = getattr(import_module(f"claimx.{_MODULES.get(name, 'model')}"), name)
        globals()[name] = value
        return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
