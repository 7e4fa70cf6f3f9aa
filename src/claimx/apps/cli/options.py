"""The options of the commands, with their checks: format, output, day, the user's own tables."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated

import typer

from claimx.apps.cli import outputs
from claimx.apps.cli.console import misuse
from claimx.apps.inputs.days import day_of, period_of
from claimx.apps.inputs.files import STDIN, same_file
from claimx.apps.inputs.kinds import KINDS
from claimx.errors import ArgumentError, DocumentError, Errors
from claimx.model.filters import ORDERS

if TYPE_CHECKING:
    from spacy.language import Language

    from claimx.model import Interval


def _known_format(value: str | None) -> str | None:
    return _known(value, outputs.KNOWN)


def _known_kind(value: str | None) -> str | None:
    return _known(value, KINDS)


def _known(value: str | None, names: Iterable[str]) -> str | None:
    with misuse():
        if value is not None and value not in names:
            raise ArgumentError(Errors.E020.format(value=value, known=", ".join(names)))
    return value


def _published(value: str | None) -> str | None:
    with misuse():
        day = None if value is None else day_of(value)
        if value is not None and day is None:
            raise ArgumentError(Errors.E095.format(value=value))
    return day


def _since(value: str | None) -> str | None:
    return None if value is None else _period("--since", value).begin


def _until(value: str | None) -> str | None:
    return None if value is None else _period("--until", value).end


def _period(option: str, value: str) -> Interval:
    with misuse():
        period = period_of(value)
        if period is None:
            raise ArgumentError(Errors.E094.format(option=option, value=value))
    return period


Files = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="FILE",
        show_default=False,
        help="Texts, pages (.html), records (.jsonl .json .csv .tsv .parquet), also .gz and .zst; "
        "a 'pattern*'; a folder with --recursive; - or nothing is stdin.",
    ),
]
Recursive = Annotated[
    bool, typer.Option("--recursive", "-r", help="Read folders, with all that is below them.")
]
TextField = Annotated[
    str,
    typer.Option(metavar="NAME", help="The field of the text in JSON, CSV and Parquet files."),
]
IdField = Annotated[
    str | None,
    typer.Option(metavar="NAME", help="The field of a document's id. Default: id, else file:line."),
]
PublishedField = Annotated[
    str | None,
    typer.Option(metavar="NAME", help="The field of the day of publication. Default: published."),
]
InputKind = Annotated[
    str | None,
    typer.Option(
        "--input-format",
        metavar="|".join(KINDS),
        callback=_known_kind,
        help="What the files are. Default: as their endings or their beginnings tell.",
    ),
]
AllClaims = Annotated[
    bool, typer.Option("--all", help="Also the claims without organisation, amount, source or hedge.")
]
Levels = Annotated[
    list[str] | None,
    typer.Option(
        "--level", metavar="LEVEL", help="Only these levels: certain, probable, possible, doubtful, unknown."
    ),
]
OrganizationNames = Annotated[
    list[str] | None,
    typer.Option(
        "--organization", metavar="NAME", help="Only claims with one of these organisations, by name."
    ),
]
SourceNames = Annotated[
    list[str] | None,
    typer.Option("--source", metavar="NAME", help="Only claims credited to one of these, by name."),
]
PolarityName = Annotated[
    str | None,
    typer.Option(metavar="positive|negative", help="Only what is presented as true, or as false."),
]
MinAmount = Annotated[
    str | None,
    typer.Option(metavar="AMOUNT", help="Only claims with an amount that reaches this: 10000000, '10 M€'."),
]
Since = Annotated[
    str | None,
    typer.Option(
        metavar="DAY",
        callback=_since,
        help="Only claims that speak of this day or later: 2026-02-15, 15/02/2026, 'mars 2026', 2026.",
    ),
]
Until = Annotated[
    str | None,
    typer.Option(
        metavar="DAY", callback=_until, help="Only claims that speak of this day, month or year, or earlier."
    ),
]
Order = Annotated[
    str, typer.Option("--sort", metavar="|".join(ORDERS), help="The order of a document's claims.")
]
Model = Annotated[
    str | None, typer.Option(metavar="NAME", help="A spaCy model to build on. Default: that of claimx.")
]
CurrencyCode = Annotated[
    str | None,
    typer.Option(
        "--currency", metavar="CODE", help="The currency where a text names none: EUR, CHF. Default: EUR."
    ),
]
Workers = Annotated[int, typer.Option(min=1, metavar="N", help="How many processes share the work.")]
TableLanguage = Annotated[
    str, typer.Option("--lang", metavar="en|fr", help="The language of the table's own words.")
]
Format = Annotated[
    str | None,
    typer.Option(
        "--format",
        "-f",
        metavar="FORMAT",
        callback=_known_format,
        help=f"One of: {', '.join(outputs.KNOWN)}. Default: as the ending of -o tells, else a table on a "
        "terminal and jsonl in a pipe.",
    ),
]
OutputFile = Annotated[
    str | None, typer.Option("--output", "-o", metavar="FILE", help="Write to a file, not to stdout.")
]
PublicationDay = Annotated[
    str | None,
    typer.Option(
        metavar="DAY",
        callback=_published,
        help="The day of publication: 2026-02-15, 15/02/2026. Default: that of a page, of a record, or of a "
        "header line 'date 2026-02-15 ...'.",
    ),
]
OrganizationsFile = Annotated[
    str | None,
    typer.Option("--organizations", metavar="FILE", help="A CSV or TSV file of organisations of your own."),
]
OperatorsFile = Annotated[
    str | None,
    typer.Option("--operators", metavar="FILE", help="A TSV file of operators of your own."),
]


def given_files(files: list[str] | None, to: str | None) -> list[str]:
    """The files that are given, or stdin where something is piped in.

    Raises DocumentError where one is written to; ArgumentError for none at all on a terminal, which would
    wait for typed text without a word.
    """
    if not files and sys.stdin is not None and sys.stdin.isatty():
        raise ArgumentError(Errors.E096)
    paths = files or [STDIN]
    if to is not None and any(same_file(to, path) for path in paths):
        raise DocumentError(Errors.E035.format(document=to))
    return paths


def pipeline(organizations: str | None, operators: str | None, model: str | None = None) -> Language | None:
    """The pipeline with these tables on this model, or None, the bundled one, where there are none.

    Raises DocumentError for a table that can't be read, ArgumentError for a model that is not there.
    """
    if organizations is None and operators is None and model is None:
        return None
    import claimx
    from claimx.apps.cli.spacy_import import import_spacy

    import_spacy()
    if organizations and not os.path.splitext(organizations)[1] and not os.path.exists(organizations):
        raise DocumentError(Errors.E079.format(name=organizations))
    try:
        return claimx.load(model, organizations=organizations, operators=operators)
    except OSError as error:
        if model is None:
            raise
        raise ArgumentError(Errors.E075.format(name=model)) from error
