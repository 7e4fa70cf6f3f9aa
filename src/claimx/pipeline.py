"""The chain of components, in order, and the pipelines that hold it.

text → tokens, tags, parse, entities of the French model → quotes → amounts → dates →
organizations → cues → sources → claims → confidence → ``doc._.claims``
"""

from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language

from claimx import annotations
from claimx.errors import ArgumentError, Errors
from claimx.french.ops import prefer_fast_ops

ORDER = (
    "claimx_quotes",
    "claimx_amounts",
    "claimx_dates",
    "claimx_organizations",
    "claimx_cues",
    "claimx_sources",
    "claimx_claims",
    "claimx_confidence",
)
READ_OPERATORS = frozenset(
    {"claimx_dates", "claimx_cues", "claimx_sources", "claimx_claims", "claimx_confidence"}
)
MODEL = Path(__file__).parent / "french" / "claimx_fr"


def add_pipes(
    nlp: Language, *, organizations: str | Path | None = None, operators: str | Path | None = None
) -> Language:
    """Add the components of claimx at the end of a French pipeline, those that it has not yet.

    organizations: a CSV or TSV file of organisations to know beside those of the package; its format is in
        ``docs/organizations.md``.
    operators: a table of operators of one's own, whose rows come before those of claimx; its format is in
        ``docs/operators.md``.
    Returns the same pipeline. A pipeline without a parser or without entities still gets
    amounts, dates and the organisations that claimx knows by name.
    Raises DocumentError, which names the file and line, for a list that can't be read, ArgumentError where
    the pipeline has the component already that a list is for.
    """
    register()
    for name in ORDER:
        config = _config(name, organizations, operators)
        if name not in nlp.pipe_names:
            nlp.add_pipe(name, config=config)
        elif config:
            raise ArgumentError(Errors.E008.format(name=next(iter(config)), pipe=name))
    return nlp


def _config(name: str, organizations: str | Path | None, operators: str | Path | None) -> dict[str, Any]:
    if name == "claimx_organizations" and organizations is not None:
        return {"organizations": {"@misc": "claimx.organizations.v1", "path": str(organizations)}}
    if name in READ_OPERATORS and operators is not None:
        return {"operators": {"@misc": "claimx.operators.v1", "path": str(operators)}}
    return {}


def load(
    name: str | Path | None = None,
    *,
    organizations: str | Path | None = None,
    operators: str | Path | None = None,
) -> Language:
    """A pipeline with the components of claimx.

    name: a spaCy model to build on, by package name or path; None for the French model of claimx.
    organizations, operators: as in `add_pipes`.
    Raises OSError, from spaCy, for a model that is not there, DocumentError for a list that can't be read,
    ArgumentError where the model has the component already that a list is for.
    """
    register()
    nlp = add_pipes(
        spacy.load(MODEL if name is None else name), organizations=organizations, operators=operators
    )
    prefer_fast_ops(nlp)
    return nlp


def register() -> None:
    """Make the extensions, the language and the factories known to spaCy in this process."""
    from claimx.components import register_all

    annotations.register()
    register_all()
