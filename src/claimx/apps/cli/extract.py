"""``claimx extract``: the claims of files, as a table or as data."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import typer

from claimx.apps import inputs
from claimx.apps.cli import outputs
from claimx.apps.cli.console import misuse, print_done, print_error, progress
from claimx.apps.cli.criteria import Criteria, criteria
from claimx.apps.cli.hints import Hints
from claimx.apps.cli.options import (
    AllClaims,
    CurrencyCode,
    Files,
    Format,
    IdField,
    InputKind,
    Levels,
    MinAmount,
    Model,
    OperatorsFile,
    Order,
    OrganizationNames,
    OrganizationsFile,
    OutputFile,
    PolarityName,
    PublicationDay,
    PublishedField,
    Recursive,
    Since,
    SourceNames,
    TableLanguage,
    TextField,
    Until,
    Workers,
    given_files,
    pipeline,
)
from claimx.apps.cli.reading import Reading
from claimx.output import Writer

if TYPE_CHECKING:
    from claimx.extraction import Extraction


def extract(
    files: Files = None,
    file_format: Format = None,
    to: OutputFile = None,
    all_claims: AllClaims = False,
    level: Levels = None,
    organization: OrganizationNames = None,
    source: SourceNames = None,
    polarity: PolarityName = None,
    min_amount: MinAmount = None,
    since: Since = None,
    until: Until = None,
    sort: Order = "position",
    recursive: Recursive = False,
    input_kind: InputKind = None,
    text_field: TextField = "text",
    id_field: IdField = None,
    published_field: PublishedField = None,
    published: PublicationDay = None,
    currency: CurrencyCode = None,
    organizations: OrganizationsFile = None,
    operators: OperatorsFile = None,
    model: Model = None,
    workers: Workers = 1,
    language: TableLanguage = "en",
) -> None:
    """Show the claims of French texts: a table on a terminal, JSON lines in a pipe."""
    choice: dict[str, Any] = {
        "all_claims": all_claims, "level": level, "organization": organization, "source": source,
        "polarity": polarity, "min_amount": min_amount, "since": since, "until": until, "order": sort,
    }  # fmt: skip
    with misuse():
        paths, wanted = given_files(files, to), criteria(**choice)
        fields = inputs.Fields(text_field, id_field, published_field)
        write = outputs.writer_of(outputs.choose(file_format, to), to, language)
        reading = Reading(pipeline(organizations, operators, model), published, currency, workers)
        found = reading.extractions(inputs.documents(paths, fields, recursive=recursive, kind=input_kind))
        _write(wanted, found, write, paths, to)
    raise typer.Exit(reading.exit_code)


def _write(
    wanted: Criteria, found: Iterable[tuple[str, Extraction]], write: Writer, paths: list[str], to: str | None
) -> None:
    """Write the wanted claims of what is found, then say how many there are, and why there are none."""
    hints = Hints(wanted.filters)
    with outputs.opened(to) as stream:
        write(progress(wanted.documents(found, hints), paths, quiet=to is None), stream)
    for hint in hints:
        print_error(hint)
    if to is not None:
        print_done(f"{hints.counted()} in {to}.")
