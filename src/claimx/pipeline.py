"""The chain of components, in order, and the pipelines that hold it.

text → tokens, tags, parse, entities of the French model → quotes → amounts → dates →
organizations → cues → sources → claims → confidence → ``doc._.claims``
"""

from pathlib import Path

import spacy
from spacy.language import Language

from claimx import annotations
from claimx.ops import prefer_fast_ops

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
READ_OPERATORS = frozenset({"claimx_cues", "claimx_sources", "claimx_claims", "claimx_confidence"})
MODEL = Path(__file__).parent / "models" / "claimx_fr"


def add_pipes(nlp: Language, *, operators: str | None = None) -> Language:
    """Add the components of claimx at the end of a French pipeline, those that it has not yet.

    operators: the path of a table of operators of one's own, whose rows come before those of claimx.
    Returns the same pipeline. A pipeline without a parser or without entities still gets
    amounts, dates and the organisations that claimx knows by name.
    """
    register()
    for name in ORDER:
        if name not in nlp.pipe_names:
            own = {"operators": {"@misc": "claimx.operators.v1", "path": operators}}
            nlp.add_pipe(name, config=own if operators and name in READ_OPERATORS else {})
    return nlp


def load(name: str | Path | None = None) -> Language:
    """A pipeline with the components of claimx.

    name: a spaCy model to build on, by package name or path; None for the French model of claimx.
    Raises OSError, from spaCy, for a model that is not there.
    """
    register()
    nlp = add_pipes(spacy.load(MODEL if name is None else name))
    prefer_fast_ops(nlp)
    return nlp


def register() -> None:
    """Make the extensions, the language and the factories known to spaCy in this process."""
    from claimx.components import register_all

    annotations.register()
    register_all()
