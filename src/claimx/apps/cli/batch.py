"""``claimx batch``: many documents, in several processes, to Parquet; interrupted runs resume."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from claimx.apps.cli import batch_options as given
from claimx.apps.cli import outputs
from claimx.apps.cli.batch_progress import shown
from claimx.apps.cli.console import print_done, print_error, wrapped
from claimx.apps.cli.options import (
    IdField,
    OperatorsFile,
    OrganizationsFile,
    PublicationDay,
    PublishedField,
    TextField,
)
from claimx.errors import ArgumentError, ClaimxError, Errors

if TYPE_CHECKING:
    from claimx.apps.batch.run import Outcome, Settings
    from claimx.apps.batch.scan import Inputs
    from claimx.apps.inputs import Unreadable
    from claimx.arrow import Options

# What shells give for a process that a signal has ended.
EXIT_OF_SIGNALS = 128


def batch(
    inputs: given.Inputs = None,
    to: given.Directory = None,
    status: given.Status = None,
    workers: given.Workers = None,
    text_field: TextField = "text",
    id_field: IdField = None,
    published_field: PublishedField = None,
    published: PublicationDay = None,
    all_claims: given.AllClaims = False,
    max_chars: given.MaxChars = 1_000_000,
    timeout: given.Timeout = 300.0,
    part_size: given.PartSize = 2000,
    progress: given.ProgressKind = "auto",
    engine: given.Engine = "local",
    master: given.Master = None,
    organizations: OrganizationsFile = None,
    operators: OperatorsFile = None,
) -> None:
    """Read many documents in several processes. A run that was cut off goes on where it was."""
    try:
        if status is not None:
            _print_status(status)
            return
        if to is None or not inputs:
            raise ArgumentError(Errors.E097)
        read = _inputs(inputs, published, text=text_field, id=id_field, published=published_field)
        options = _options(all_claims, max_chars, organizations, operators)
        if engine == "spark":
            outcome = _run_spark(to, read, options, master)
        else:
            outcome = _run(to, read, options, _settings(workers, part_size, timeout), progress)
    except ClaimxError as error:
        print_error(str(error))
        raise typer.Exit(2) from None
    _end(to, outcome)


def _inputs(paths: list[str], day: str | None, **fields: Any) -> Inputs:
    from claimx.apps.batch.scan import Inputs
    from claimx.apps.inputs import Fields

    return Inputs(tuple(paths), Fields(**fields), day)


def _options(all_claims: bool, max_chars: int, organizations: str | None, operators: str | None) -> Options:
    from claimx.arrow import Options

    return Options(
        include="all" if all_claims else "anchored",
        max_chars=max_chars,
        organizations=organizations,
        operators=operators,
    )


def _settings(workers: int | None, part_size: int, timeout: float) -> Settings:
    from claimx.apps.batch.run import Settings

    return Settings(workers or _cores(), part_size, timeout)


def _run(to: str, inputs: Inputs, options: Options, settings: Settings, progress: str) -> Outcome:
    from claimx.apps.batch.progress import Progress
    from claimx.apps.batch.run import Run
    from claimx.output.arrow import require_pyarrow

    require_pyarrow("claimx batch")
    directory = Path(to)
    with shown(progress) as show:
        run = Run(
            directory, inputs, options, settings, progress=Progress(directory, show), problem=_print_problem
        )
        return run.go()


def _run_spark(to: str, inputs: Inputs, options: Options, master: str | None) -> Outcome:
    from claimx.apps.batch import spark
    from claimx.apps.batch.run import Outcome

    spark.require_spark()
    counts = spark.run([*inputs.paths], to, inputs.fields, options, master=master)
    return Outcome(counts, problems=0, stopped=None)


def _print_problem(found: Unreadable) -> None:
    print_error(str(found.error))


def _end(to: str, outcome: Outcome) -> None:
    """Say how it ended, and exit with the code for it."""
    counts = outcome.counts
    if outcome.stopped is not None:
        print_error(
            f"stopped. The results of {counts.documents} documents are in {to}; "
            "the same command goes on with the others"
        )
        raise typer.Exit(EXIT_OF_SIGNALS + outcome.stopped)
    if counts.failed:
        print_error(f"{counts.failed} of {counts.documents} documents failed; the column error says why")
    from claimx.output.display.labels import counted

    print_done(f"{counted(counts.documents, 'document')} in {to}/*.parquet, a row for each with its claims.")
    if counts.failed or outcome.problems:
        raise typer.Exit(1)


def _print_status(directory: str) -> None:
    """For a person on a terminal, as JSON in a pipe."""
    from claimx.apps.batch.status import described, status

    found = status(Path(directory))
    if outputs.on_terminal(None):
        for line in described(found):
            typer.echo(wrapped(line, indent="  "))
    else:
        typer.echo(json.dumps(found, ensure_ascii=False, indent=2))


def _cores() -> int:
    """The cores that this process may use."""
    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity else os.cpu_count() or 1
