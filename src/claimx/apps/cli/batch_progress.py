"""How a batch run is shown on stderr: a bar, JSON lines, or not at all."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import typer

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

# Documents a second; fewer are shown with a decimal.
FAST = 10
SHOWN = ("auto", "bar", "json", "none")


@contextmanager
def shown(kind: str) -> Iterator[Callable[[dict[str, Any]], None]]:
    """What shows the reports of a run. kind: one of SHOWN; "auto" is a bar on a terminal."""
    if kind == "json":
        yield _print_json
    elif kind == "bar" or (kind == "auto" and sys.stderr is not None and sys.stderr.isatty()):
        with _bar() as bar:
            task = bar.add_task("Looking through the inputs", total=None, rate="")
            yield lambda report: _draw(bar, task, report)
    else:
        yield lambda report: None


def _print_json(report: dict[str, Any]) -> None:
    typer.echo(json.dumps(report), err=True)


def _bar() -> Progress:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    return Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TimeRemainingColumn(),
        console=Console(stderr=True),
    )


def _draw(bar: Progress, task: TaskID, report: dict[str, Any]) -> None:
    if report["phase"] == "scan":
        bar.update(task, completed=report["documents"])
        return
    failed = f", {report['failed']} failed" if report["failed"] else ""
    speed = report["documents_per_second"]
    rate = f"{speed:.{0 if speed >= FAST else 1}f} a second{failed}"
    bar.update(
        task,
        description="Reading",
        completed=report["documents"] - report["left"],
        total=report["documents"],
        rate=rate,
    )
