"""``claimx evaluate``: how well claims are found, against gold."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from claimx.apps.cli import outputs
from claimx.apps.cli.console import misuse, print_error, width_columns
from claimx.apps.cli.options import (
    Model,
    OperatorsFile,
    OrganizationsFile,
    OutputFile,
    Workers,
    given_files,
    pipeline,
)
from claimx.apps.inputs.types import Unreadable
from claimx.errors import ArgumentError, DocumentError, Errors

if TYPE_CHECKING:
    from claimx.apps.evaluation.evaluation import Evaluation
    from claimx.apps.evaluation.gold import GoldDocument

FORMATS = ("text", "json", "html")
FILE_WIDTH_COLUMNS = 110


Gold = Annotated[
    list[str],
    typer.Argument(
        metavar="GOLD...",
        help="JSON lines of gold; a folder, .zip or .ann of brat; a .json export of Label Studio.",
    ),
]
ReportFormat = Annotated[
    str | None,
    typer.Option(
        "--format", "-f", metavar="|".join(FORMATS), help="Default: as the ending of -o tells, else text."
    ),
]
Against = Annotated[
    str | None,
    typer.Option(metavar="FILE", help="What --format json wrote before: both versions side by side."),
]
ListedErrors = Annotated[
    int, typer.Option("--errors", min=0, metavar="N", help="How many differences the text lists.")
]
Samples = Annotated[
    int, typer.Option(min=0, metavar="N", help="Samples of the bootstrap for the intervals; 0 for none.")
]


def evaluate(
    gold: Gold,
    file_format: ReportFormat = None,
    to: OutputFile = None,
    against: Against = None,
    errors: ListedErrors = 10,
    samples: Samples = 1000,
    organizations: OrganizationsFile = None,
    operators: OperatorsFile = None,
    model: Model = None,
    workers: Workers = 1,
) -> None:
    """Score the claims against gold, as docs/evaluate.md tells: tables, intervals, differences in context."""
    with misuse():
        from claimx.apps.evaluation import evaluation

        kind = _format(file_format, to)
        given_files(gold, to)
        before = evaluation.read_evaluation(against) if against else None
        documents, failed = _gold(gold)
        found = evaluation.evaluate(documents, pipeline(organizations, operators, model), workers)
        width = width_columns() if outputs.on_terminal(to) else FILE_WIDTH_COLUMNS
        report = _report(found, kind, before, against or "", errors, samples, width)
        with outputs.opened(to) as stream:
            stream.write(report.encode("utf-8", "replace"))
    raise typer.Exit(1 if failed else 0)


def _format(asked: str | None, to: str | None) -> str:
    told = {"json": "json", "html": "html", "htm": "html"}.get((to or "").rpartition(".")[2].lower(), "text")
    found = asked or told
    if found not in FORMATS:
        raise ArgumentError(Errors.E020.format(value=found, known=", ".join(FORMATS)))
    return found


def _gold(paths: list[str]) -> tuple[list[GoldDocument], bool]:
    """The gold documents, and whether some could not be read: those are named on stderr."""
    from claimx.apps.evaluation.reading import gold_documents

    documents, failed = [], False
    for path in paths:
        for item in gold_documents(path):
            if isinstance(item, Unreadable):
                print_error(str(item.error))
                failed = True
            else:
                documents.append(item)
    if not documents and failed:
        raise typer.Exit(2)
    if not documents:
        raise DocumentError(Errors.E091.format(document=", ".join(paths), reason="there is no gold document"))
    return documents, failed


def _report(
    found: Evaluation,
    kind: str,
    before: Evaluation | None,
    name: str,
    errors: int,
    samples: int,
    width: int,
) -> str:
    import json

    from claimx.apps.evaluation.comparison import compared
    from claimx.apps.evaluation.page import html_report
    from claimx.apps.evaluation.report import text_report

    comparison = compared(found, before, name, samples) if before else None
    result = found.to_dict(samples)
    if kind == "json":
        return json.dumps(result, ensure_ascii=False, indent=1) + "\n"
    if kind == "html":
        return html_report(result, comparison)
    return text_report(result, errors, comparison, width=width)
