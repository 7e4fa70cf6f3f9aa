"""``claimx batch``: many documents, in several processes, to Parquet; what was cut off goes on."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from claimx.apps.cli.batch_progress import PROGRESS, shower
from claimx.apps.cli.console import print_error
from claimx.apps.cli.options import OperatorsFile, OrganizationsFile, PublicationDay
from claimx.errors import ClaimxError, Errors

if TYPE_CHECKING:
    from claimx.apps.batch.run import Outcome
    from claimx.arrow import Options

ENGINES = ("local", "spark")


def _known(known: tuple[str, ...]) -> Any:
    def check(value: str) -> str:
        if value not in known:
            raise typer.BadParameter(Errors.E020.format(value=value, known=", ".join(known)))
        return value

    return check


def batch(
    inputs: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="INPUT", help="Files, folders and patterns: .jsonl, .csv, .parquet, .txt, compressed or not."
        ),
    ] = None,
    to: Annotated[
        str | None,
        typer.Option("--output", "-o", metavar="DIR", help="The directory of the results: Parquet files."),
    ] = None,
    status: Annotated[
        str | None, typer.Option(metavar="DIR", help="Show how far the run of a directory is, as JSON.")
    ] = None,
    workers: Annotated[
        int, typer.Option(min=1, help="Processes. Default: one a core.", show_default=False)
    ] = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1,
    text_field: Annotated[str, typer.Option(metavar="KEY", help="The field of the text in records.")] = "text",
    id_field: Annotated[
        str | None, typer.Option(metavar="KEY", help="The field of the id. Default: id, else file and line.")
    ] = None,
    published_field: Annotated[
        str | None, typer.Option(metavar="KEY", help="The field of the day of publication.")
    ] = None,
    published: PublicationDay = None,
    all_claims: Annotated[
        bool, typer.Option("--all", help="Also the claims without organisation, amount, source or hedge.")
    ] = False,
    max_chars: Annotated[
        int, typer.Option(min=1, help="Read no more of a text; it is cut at the end of a sentence.")
    ] = 1_000_000,
    timeout: Annotated[
        float, typer.Option(min=0.1, help="Seconds that a text may take. One that takes more is left out.")
    ] = 300.0,
    part_size: Annotated[int, typer.Option(min=1, help="Documents in a file of results.")] = 2000,
    progress: Annotated[
        str,
        typer.Option(
            metavar="|".join(PROGRESS), callback=_known(PROGRESS), help="What to show on stderr meanwhile."
        ),
    ] = "auto",
    engine: Annotated[
        str, typer.Option(metavar="|".join(ENGINES), callback=_known(ENGINES), help="What does the work.")
    ] = "local",
    master: Annotated[
        str, typer.Option(metavar="URL", help="The Spark cluster, for --engine spark.")
    ] = "local[*]",
    organizations: OrganizationsFile = None,
    operators: OperatorsFile = None,
) -> None:
    """Read many documents, in several processes. A run that was cut off goes on when it is started again."""
    ...
