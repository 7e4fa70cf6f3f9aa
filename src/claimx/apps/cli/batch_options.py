"""The options of ``claimx batch``, with their checks."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from claimx.apps.cli.batch_progress import SHOWN
from claimx.apps.cli.console import misuse
from claimx.errors import ArgumentError, Errors

ENGINES = ("local", "spark")


def _one_of(option: str, known: tuple[str, ...]) -> Any:
    def check(value: str) -> str:
        with misuse():
            if value not in known:
                raise ArgumentError(Errors.E018.format(name=option, value=value, known=", ".join(known)))
        return value

    return check


Inputs = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="INPUT",
        show_default=False,
        help="Files of records (.jsonl .json .csv .tsv .parquet), texts, pages, also .gz and .zst; folders, "
        "with all that is below them; 'patterns*'.",
    ),
]
Directory = Annotated[
    str | None,
    typer.Option(
        "--output", "-o", metavar="DIR", help="The directory of the results: Parquet, a row a document."
    ),
]
Status = Annotated[
    str | None,
    typer.Option(metavar="DIR", help="Say how far the run of a directory is, in a pipe as JSON, and exit."),
]
Workers = Annotated[
    int | None,
    typer.Option(min=1, metavar="N", show_default=False, help="How many processes. Default: one a core."),
]
MaxChars = Annotated[
    int,
    typer.Option(
        min=1, metavar="N", help="Read no more characters of a text; it is cut at the end of a sentence."
    ),
]
Timeout = Annotated[
    float,
    typer.Option(min=0.01, metavar="SECONDS", help="What a text may take; one that takes more is left out."),
]
PartSize = Annotated[int, typer.Option(min=1, metavar="N", help="Documents in a file of results.")]
ProgressKind = Annotated[
    str,
    typer.Option(
        "--progress",
        metavar="|".join(SHOWN),
        callback=_one_of("--progress", SHOWN),
        help="What to show on stderr.",
    ),
]
Engine = Annotated[
    str,
    typer.Option(
        metavar="|".join(ENGINES), callback=_one_of("--engine", ENGINES), help="What does the work."
    ),
]
Master = Annotated[
    str | None,
    typer.Option(
        metavar="URL", show_default=False, help="The cluster, with --engine spark. Default: as spark-submit."
    ),
]
AllClaims = Annotated[
    bool, typer.Option("--all", help="Also the claims without organisation, amount, source or hedge.")
]
