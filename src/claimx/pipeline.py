"""The components in order, and pipelines that contain them.

text → tokens, tags, parse, entities of the French model → quotes → amounts → dates →
organizations → cues → sources → claims → confidence → ``doc._.claims``
"""

from collections.abc import Collection, Iterable, Mapping
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.util import load_config

from claimx import __version__, components
from claimx.claims.operators.table import read_user_rows
from claimx.errors import ArgumentError, ArgumentTypeError, Errors
from claimx.french.ops import prefer_fast_ops
from claimx.organizations.user_list import Source as Organizations
from claimx.organizations.user_list import read_user_list

ORDER = tuple(components.CHAIN)
# Components of the French model that use tables too.
MODEL_COMPONENTS = ("claimx_conditional",)
# What a fast pipeline goes without: whatever needs a parse or names, and the two that take most of the time.
BEYOND_FAST = (
    "parser",
    "ner",
    "claimx_organizations",
    "claimx_sources",
    "claimx_claims",
    "claimx_confidence",
)
READERS: dict[str, Any] = {"organizations": read_user_list, "operators": read_user_rows}
Tables = dict[str, list[dict[str, str]]]
MODEL = Path(__file__).parent / "french" / "claimx_fr"


def add_pipes(
    nlp: Language, *, organizations: Organizations | None = None, operators: str | Path | None = None
) -> Language:
    """Add those components of claimx that a French pipeline lacks, at its end.

    organizations: further organisations: a CSV or TSV file, or an iterable of names and of mappings from
        column to value; the columns are described in ``docs/organizations.md``.
    operators: a user's table of operators, whose rows take precedence over those of claimx; its format is
        described in ``docs/operators.md``.
    Returns the same pipeline. A pipeline without a parser or without entities still gets
    amounts, dates and the organisations that claimx knows by name.
    Raises DocumentError, which names the file and line, for a file that can't be read; ArgumentError for a
    bad row, and if the pipeline already has the component that uses the table.
    """
    return _add(nlp, {"organizations": organizations, "operators": operators}, exclude=())


def load(
    name: str | Path | None = None,
    *,
    organizations: Organizations | None = None,
    operators: str | Path | None = None,
    fast: bool = False,
    disable: str | Iterable[str] = (),
    enable: str | Iterable[str] = (),
    exclude: str | Iterable[str] = (),
) -> Language:
    """A pipeline with the components of claimx.

    name: a spaCy model to build on, by package name or path; None for the French model of claimx.
    organizations, operators: as in `add_pipes`.
    fast: without names and parse, thus without organisations, sources and claims: what is left finds quotes,
        amounts, dates and cue candidates in a third of the time. `claimx.extract` refuses such a pipeline.
    disable, enable, exclude: names of components, as in ``spacy.load``, those of claimx included.
    Raises OSError, from spaCy, for a missing model; ArgumentError for a component that is neither the model's
    nor of claimx; otherwise the errors of `add_pipes`.
    """
    register()
    disabled, enabled, excluded = (_names(names) for names in (disable, enable, exclude))
    left_out = excluded.union(BEYOND_FAST if fast else ())
    nlp = spacy.load(MODEL if name is None else name, exclude=[*left_out])
    for argument, names in {"disable": disabled, "enable": enabled, "exclude": excluded}.items():
        _check_components(argument, names, nlp)
    _add(nlp, {"organizations": organizations, "operators": operators}, exclude=left_out)
    prefer_fast_ops(nlp)
    for component in nlp.component_names:
        if component in disabled or (enabled and component not in enabled):
            nlp.disable_pipe(component)
    return nlp


def register() -> None:
    """Make the components, the language and ``doc._.claims`` known to spaCy in this process.

    Needed only if claimx is not installed (sources on the path) and a pipeline is created by spaCy alone;
    `load` and `add_pipes` call it.
    """
    components.register()


def _add(nlp: Language, sources: Mapping[str, Any], exclude: Collection[str]) -> Language:
    """Add the missing components, except the excluded ones, and give them the tables of these sources.

    sources: what each option of a component was given, None where nothing was.
    """
    register()
    if not isinstance(nlp, Language):
        expected = "a spaCy pipeline, such as spacy.load gives"
        raise ArgumentTypeError(Errors.E001.format(name="nlp", expected=expected, got=type(nlp).__name__))
    given = {
        option: str(source) if isinstance(source, Path) else source
        for option, source in sources.items()
        if source is not None
    }
    new = [name for name in ORDER if name not in exclude and name not in nlp.component_names]
    for name in ORDER:
        if name in nlp.component_names and (taken := _taken(name, given)):
            raise ArgumentError(Errors.E008.format(name=taken[0], pipe=name))
    tables: Tables = {option: READERS[option](source) for option, source in given.items()}
    for name in new:
        nlp.add_pipe(name)
    for name in (*MODEL_COMPONENTS, *new) if tables else ():
        if name in nlp.component_names:
            component: Any = nlp.get_pipe(name)
            for option in _taken(name, tables):
                component.use_rows(tables[option])
    # The metadata that ``spacy package`` writes.
    requirements: list[str] = nlp.meta.setdefault("requirements", [])
    if not any(requirement.startswith("claimx") for requirement in requirements):
        requirements.append(f"claimx>={__version__}")
    return nlp


def _names(names: str | Iterable[str]) -> frozenset[str]:
    return frozenset([names] if isinstance(names, str) else names)


def _check_components(argument: str, names: Iterable[str], nlp: Language) -> None:
    """Raise ArgumentError for a name that is no component of the model, as it is stored, nor of claimx."""
    unknown = sorted({*names}.difference(nlp.component_names, ORDER))
    if not unknown:
        return
    # What is left out is only in the file.
    stored = load_config(nlp.path / "config.cfg", interpolate=False) if nlp.path else {}
    known = [*stored.get("nlp", {}).get("pipeline", nlp.component_names), *ORDER]
    for name in unknown:
        if name not in known:
            listed = ", ".join(dict.fromkeys(known))
            raise ArgumentError(Errors.E018.format(name=argument, value=name, known=listed))


def _taken(name: str, given: Iterable[str]) -> list[str]:
    """The given options that are parameters of the factory of a component."""
    options = Language.get_factory_meta(name).default_config or {}
    return [option for option in given if option in options]
