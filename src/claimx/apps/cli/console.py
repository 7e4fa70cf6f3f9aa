"""Messages and progress on stderr."""

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TypeVar

import typer

from claimx.errors import ClaimxError

Item = TypeVar("Item")
# From so much up, a reader wants to know how far it is.
MANY_FILES = 3
MANY_BYTES = 200_000


def print_error(message: str) -> None:
    """One line on stderr, where the names of files and columns in it can do no harm."""
    from claimx.output.display.labels import one_line

    if sys.stderr is not None:
        typer.echo(f"claimx: {one_line(message)}".encode("utf-8", "backslashreplace"), err=True)


@contextmanager
def misuse() -> Iterator[None]:
    """What can't be done ends the command: the error on stderr, exit code 2."""
    try:
        yield
    except ClaimxError as error:
        print_error(str(error))
        raise typer.Exit(2) from None


def progress(items: Iterable[Item], paths: list[str], *, quiet: bool) -> Iterator[Item]:
    """The items as they come, with a progress bar on stderr for long work where that is a terminal.

    paths: what the items come from; from MANY_FILES or MANY_BYTES up, or where it is not known, work is long.
    quiet: the data itself goes to the terminal, so no bar.
    """
    if (
        sys.stderr is None
        or not sys.stderr.isatty()
        or (quiet and sys.stdout.isatty())
        or not _is_long(paths)
    ):
        yield from items
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    total = len(paths) if all(map(_holds_one_text, paths)) else None
    columns = (BarColumn(), MofNCompleteColumn(), TextColumn("documents"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        yield from bar.track(items, total=total)


def _is_long(paths: list[str]) -> bool:
    sizes = [os.stat(path).st_size if os.path.isfile(path) else MANY_BYTES for path in paths]
    return len(paths) >= MANY_FILES or sum(sizes) >= MANY_BYTES


def _holds_one_text(path: str) -> bool:
    return os.path.isfile(path) and path.lower().endswith((".txt", ".md", ".html", ".htm"))
