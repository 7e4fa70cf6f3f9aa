"""The options of the commands, with their checks: format, output, day, the user's own tables."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from claimx.apps.cli import outputs
from claimx.apps.inputs.files import STDIN, same_file
from claimx.apps.inputs.kinds import KINDS
from claimx.errors import ArgumentError, DocumentError, Errors
from claimx.model.filters import ORDERS

if TYPE_CHECKING:
    from spacy.language import Language


def _known_format(value: str | None) -> str | None:
    if value is not None and value not in outputs.KNOWN:
        raise typer.BadParameter(Errors.E020.format(value=value, known=", ".join(outputs.KNOWN)))
    return value


def _day(value: str | None) -> str | None:
    from claimx._arguments import iso_day

    try:
        return iso_day(value)
    except ArgumentError as error:
        raise typer.BadParameter(str(error)) from None


def _known_kind(value: str | None) -> str | None:
    if value is not None and value not in KINDS:
        raise typer.BadParameter(Errors.E020.format(value=value, known=", ".join(KINDS)))
    return value


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
    typer.Option("--organization", metavar="NAME", help="Only claims with one of these organisations."),
]
SourceNames = Annotated[
    list[str] | None, typer.Option("--source", metavar="NAME", help="Only claims credited to one of these.")
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
    typer.Option(metavar="YYYY-MM-DD", callback=_day, help="Only claims with a date on this day or later."),
]
Until = Annotated[
    str | None,
    typer.Option(metavar="YYYY-MM-DD", callback=_day, help="Only claims with a date on this day or earlier."),
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
        "--currency", metavar="CODE", help="Of amounts that a text leaves open: EUR, CHF. Default: EUR."
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
        metavar="YYYY-MM-DD",
        callback=_day,
        help="The day of publication. Default: that of a header line 'date YYYY-MM-DD ...'.",
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

    Raises DocumentError where one is written to; BadParameter for none at all on a terminal, which would wait
    for typed text without a word.
    """
    if not files and sys.stdin is not None and sys.stdin.isatty():
        raise typer.BadParameter("Give a FILE, or - to type or paste a text and end it with Ctrl-D.")
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

    if organizations and not os.path.splitext(organizations)[1] and not os.path.exists(organizations):
        raise DocumentError(Errors.E079.format(name=organizations))
    try:
        return claimx.load(model, organizations=organizations, operators=operators)
    except OSError as error:
        if model is None:
            raise
        raise ArgumentError(Errors.E075.format(name=model)) from error
