"""Claims as pandas and polars data frames, and texts from them.

A frame has one row per claim and the columns of COLUMNS. Types do not depend on the content, so that frames
can be concatenated. With ``amounts="exploded"`` it has one row per amount, with numeric bounds.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from importlib import import_module
from typing import TYPE_CHECKING, Any, Literal, Protocol

from claimx.errors import ArgumentError, ArgumentTypeError, Errors, MissingExtraError
from claimx.model.enums import FIRMNESS, Level, Polarity

if TYPE_CHECKING:
    import pandas

    from claimx.model import Amount, Claim


class Claims(Protocol):
    """The claims of one text: an Extraction."""

    @property
    def claims(self) -> Sequence[Claim]:
        """The claims, in order."""

    @property
    def text(self) -> str:
        """The text that their offsets refer to."""

    @property
    def published(self) -> str | None:
        """The ISO day that dates are resolved against."""


Amounts = Literal["lists", "exploded"]
# "unknown" is below the ordered levels, since a category needs a position.
LEVELS = [str(level) for level in (Level.UNKNOWN, *FIRMNESS)]
POLARITIES = [str(polarity) for polarity in (Polarity.NEGATIVE, Polarity.POSITIVE)]
# The columns and their types: text, integer, number, one of a list of values, or list.
COLUMNS: dict[str, str | list[str]] = {
    "document": "text",
    "published": "text",
    "id": "text",
    "text": "text",
    "start": "integer",
    "end": "integer",
    "sentence": "text",
    "predicate": "text",
    "polarity": POLARITIES,
    "level": LEVELS,
    "score": "number",
    "sources": "list",
    "organizations": "list",
    "organization_kinds": "list",
    "wikidata": "list",
    "amounts": "list",
    "minimum": "list",
    "maximum": "list",
    "currency": "list",
    "currency_inferred": "list",
    "relation": "list",
    "dates": "list",
    "date_begin": "list",
    "date_end": "list",
    "cues": "list",
    "related": "list",
}
# The columns with a single value per row if ``amounts="exploded"``.
OF_AMOUNTS: dict[str, str | list[str]] = {
    "amounts": "text",
    "minimum": "number",
    "maximum": "number",
    "currency": "text",
    "currency_inferred": "truth",
    "relation": "text",
}


def to_frame(
    extractions: Iterable[Claims] | Mapping[Any, Claims], *, amounts: Amounts = "lists"
) -> pandas.DataFrame:
    """The claims of many texts in one pandas DataFrame.

    extractions: Extractions, numbered from 0 in the column ``document``, or a mapping from document names to
        Extractions.
    amounts: "lists" for one row per claim, with amounts as lists of texts and Decimals; "exploded" for one
        row per amount (one for a claim without any), with ``minimum`` and ``maximum`` as floats.
    Raises MissingExtraError if pandas is not installed, ArgumentError for another value of ``amounts``,
    ArgumentTypeError for anything that is not an Extraction, such as a Failure.
    """
    if isinstance(extractions, Mapping):
        return pandas_frame(_checked(extractions.items()), amounts)
    if not isinstance(extractions, Iterable):
        raise _not_extractions("extractions", "an iterable or a mapping of Extractions", extractions)
    return pandas_frame(_checked(enumerate(extractions)), amounts)


def _checked(named: Iterable[tuple[Any, Claims]]) -> Iterator[tuple[Any, Claims]]:
    for name, extraction in named:
        if not hasattr(extraction, "published") or not hasattr(extraction, "claims"):
            expected = "an Extraction (one alone has its own method to_frame)"
            raise _not_extractions(f"extractions[{name!r}]", expected, extraction)
        yield name, extraction


def _not_extractions(name: str, expected: str, got: object) -> ArgumentTypeError:
    return ArgumentTypeError(Errors.E001.format(name=name, expected=expected, got=type(got).__name__))


def pandas_frame(named: Iterable[tuple[Any, Claims]], amounts: Amounts = "lists") -> pandas.DataFrame:
    """A pandas DataFrame of (document name or None, extraction) pairs."""
    module = package("pandas")
    kinds = _kinds(amounts)
    found = list(rows(named, amounts))
    return module.DataFrame(
        {
            column: module.Series([row[column] for row in found], dtype=_pandas_type(module, kind))
            for column, kind in kinds.items()
        }
    )


def polars_frame(named: Iterable[tuple[Any, Claims]], amounts: Amounts = "lists") -> Any:
    """The same as a polars DataFrame, with Decimals as texts and levels as an Enum."""
    module = package("polars")
    found = list(rows(named, amounts))
    columns = {}
    for column, kind in _kinds(amounts).items():
        cells = _plain_cells(row[column] for row in found)
        columns[column] = module.Series(column, cells, _polars_type(module, column, kind))
    return module.DataFrame(columns)


def package(name: Literal["pandas", "polars"]) -> Any:
    """The pandas or polars module. Raises MissingExtraError if it is not installed."""
    try:
        return import_module(name)
    except ImportError as error:
        message = Errors.E010.format(feature=f"a {name} DataFrame", package=name, extra=name)
        raise MissingExtraError(message) from error


def frame_kind(frame: object) -> Literal["pandas", "polars"]:
    """Which package a frame is of. Raises ArgumentTypeError for anything else."""
    origin = type(frame).__module__.partition(".")[0]
    if type(frame).__name__ == "DataFrame" and origin in ("pandas", "polars"):
        return "pandas" if origin == "pandas" else "polars"
    raise ArgumentTypeError(Errors.E016.format(got=type(frame).__name__))


def column_of(frame: Any, name: str, argument: str) -> list[Any]:
    """The cells of a column, missing ones as None. Raises ArgumentError, which names the argument."""
    if name not in frame.columns:
        columns = ", ".join(map(str, frame.columns))
        raise ArgumentError(Errors.E012.format(name=argument, column=name, columns=columns))
    # Missing cells are NaN, NaT or NA in pandas: not equal to themselves, or without a truth value.
    return [None if _is_missing(cell) else cell for cell in frame[name].to_list()]


def _is_missing(cell: object) -> bool:
    return cell is None or type(cell).__name__ in ("NAType", "NaTType") or cell != cell


def _kinds(amounts: str) -> dict[str, str | list[str]]:
    if amounts not in ("lists", "exploded"):
        raise ArgumentError(Errors.E017.format(value=amounts))
    return COLUMNS if amounts == "lists" else {**COLUMNS, **OF_AMOUNTS}


def rows(named: Iterable[tuple[Any, Claims]], amounts: str) -> Iterator[dict[str, Any]]:
    """The cells of each claim, or of each amount for "exploded", by column, in the order of COLUMNS."""
    for name, extraction in named:
        document = {"document": None if name is None else str(name), "published": extraction.published}
        for claim in extraction.claims:
            row = document | _of_claim(claim, extraction.text)
            if amounts == "lists":
                yield row | _of_amounts(claim.amounts)
                continue
            for amount in claim.amounts or (None,):
                yield row | _of_amount(amount)


def _of_claim(claim: Claim, text: str) -> dict[str, Any]:
    organizations = {organization.name: organization for organization in claim.organizations}
    return {
        "id": claim.id,
        "text": claim.text,
        "start": claim.start,
        "end": claim.end,
        "sentence": text[claim.sentence.start : claim.sentence.end].strip(),
        "predicate": claim.predicate.text,
        "polarity": str(claim.polarity),
        "level": str(claim.confidence.level),
        "score": claim.confidence.score,
        "sources": [source.name or source.text for source in claim.sources],
        "organizations": list(organizations),
        "organization_kinds": [organization.kind for organization in organizations.values()],
        "wikidata": [organization.wikidata for organization in organizations.values()],
        "dates": [date.value or date.text for date in claim.dates],
        "date_begin": [date.interval.begin for date in claim.dates],
        "date_end": [date.interval.end for date in claim.dates],
        "cues": [cue.text for cue in claim.cues],
        "related": [f"{related.relation} {related.claim}" for related in claim.related],
    }


def _of_amounts(amounts: Iterable[Amount]) -> dict[str, list[Any]]:
    amounts = list(amounts)
    return {
        "amounts": [amount.text for amount in amounts],
        "minimum": [None if amount.minimum is None else Decimal(amount.minimum) for amount in amounts],
        "maximum": [None if amount.maximum is None else Decimal(amount.maximum) for amount in amounts],
        "currency": [amount.currency for amount in amounts],
        "currency_inferred": [amount.currency_inferred for amount in amounts],
        "relation": [str(amount.relation) for amount in amounts],
    }


def _of_amount(amount: Amount | None) -> dict[str, Any]:
    if amount is None:
        return dict.fromkeys(OF_AMOUNTS)
    return {
        "amounts": amount.text,
        "minimum": None if amount.minimum is None else float(amount.minimum),
        "maximum": None if amount.maximum is None else float(amount.maximum),
        "currency": amount.currency,
        "currency_inferred": amount.currency_inferred,
        "relation": str(amount.relation),
    }


def _pandas_type(module: Any, kind: str | list[str]) -> Any:
    if isinstance(kind, list):
        return module.CategoricalDtype(kind, ordered=kind is LEVELS)
    types = {"text": "string", "integer": "int64", "number": "float64", "truth": "boolean", "list": "object"}
    return types[kind]


def _polars_type(module: Any, column: str, kind: str | list[str]) -> Any:
    if isinstance(kind, list):
        return module.Enum(kind)
    if kind == "list":
        return module.List(module.Boolean if column == "currency_inferred" else module.String)
    types = {"text": "String", "integer": "Int64", "number": "Float64", "truth": "Boolean"}
    return getattr(module, types[kind])


def _plain_cells(cells: Iterable[Any]) -> list[Any]:
    """Cells with Decimals as texts, which every version of polars accepts in lists."""
    return [
        [format(item, "f") if isinstance(item, Decimal) else item for item in cell]
        if isinstance(cell, list)
        else cell
        for cell in cells
    ]
