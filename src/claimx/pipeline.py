"""The chain of components, in order, and the pipelines that hold it.

text → tokens, tags, parse, entities of the French model → quotes → amounts → dates →
organizations → cues → sources → claims → confidence → ``doc._.claims``
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language

from claimx import components
from claimx.errors import ArgumentError, Errors
from claimx.french.ops import prefer_fast_ops

ORDER = tuple(components.CHAIN)
# Those of the French model that take tables too.
MODEL_COMPONENTS = ("claimx_conditional",)
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
    tables = _tables(organizations=organizations, operators=operators)
    for name in ORDER:
        config = _config(name, tables)
        if name not in nlp.pipe_names:
            nlp.add_pipe(name, config=config)
        elif config:
            raise ArgumentError(Errors.E008.format(name=next(iter(config)), pipe=name))
    return nlp


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
    if name is None:
        tables = _tables(organizations=organizations, operators=operators)
        own = {component: _config(component, tables) for component in MODEL_COMPONENTS}
        nlp = spacy.load(MODEL, config={"components": {key: config for key, config in own.items() if config}})
    else:
        nlp = spacy.load(name)
    add_pipes(nlp, organizations=organizations, operators=operators)
    prefer_fast_ops(nlp)
    return nlp


def register() -> None:
    """Make the components, the language and ``doc._.claims`` known to spaCy in this process.

    Needed only where claimx is not installed, as with its sources on the path, and a pipeline is made by
    spaCy alone: `load` and `add_pipes` call it.
    """
    components.register()


def _tables(**paths: str | Path | None) -> dict[str, dict[str, str]]:
    """The tables of one's own, as a component's configuration names them."""
    return {
        option: {"@misc": f"claimx.{option}.v1", "path": str(path)}
        for option, path in paths.items()
        if path is not None
    }


def _config(name: str, tables: Mapping[str, dict[str, str]]) -> dict[str, Any]:
    """The tables that a component takes: those that its factory has an option for."""
    options = Language.get_factory_meta(name).default_config or {}
    return {option: table for option, table in tables.items() if option in options}
