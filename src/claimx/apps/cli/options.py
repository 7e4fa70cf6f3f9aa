"""The options of the commands, with their checks: format, output, day, the user's own tables."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from claimx.apps.cli import outputs
from claimx.apps.inputs.files import STDIN
from claimx.apps.inputs.kinds import KINDS
from claimx.errors import ArgumentError, Errors

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
        metavar="[FILE]...",
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
Format = Annotated[
    str | None,
    typer.Option(
        "--format",
        "-f",
        metavar="|".join(outputs.KNOWN),
        callback=_known_format,
        help="Default: a table on a terminal, JSON lines otherwise.",
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


def given_files(files: list[str] | None) -> list[str]:
    """The files that are given, or stdin where something is piped in.

    Raises BadParameter for none at all on a terminal, which would wait for typed text without a word.
    """
    if files:
        return files
    if sys.stdin is not None and sys.stdin.isatty():
        raise typer.BadParameter("Give a FILE, or - to type or paste a text and end it with Ctrl-D.")
    return [STDIN]


def pipeline(organizations: str | None, operators: str | None) -> Language | None:
    """The pipeline with these tables, or None, the bundled one, where there are none.

    Raises DocumentError for a table that can't be read.
    """
    if organizations is None and operators is None:
        return None
    import claimx

    return claimx.load(organizations=organizations, operators=operators)
