"""Messages and progress on stderr."""

import sys
from collections.abc import Iterable, Iterator
from typing import TypeVar

import typer

Item = TypeVar("Item")


def print_error(message: str) -> None:
    """One line on stderr, where the names of files and columns in it can do no harm."""
    from claimx.output.display.labels import one_line

    if sys.stderr is not None:
        typer.echo(f"claimx: {one_line(message)}".encode("utf-8", "backslashreplace"), err=True)


def progress(items: Iterable[Item], total: int, *, quiet: bool) -> Iterator[Item]:
    """The items as they come, with a progress bar on stderr where that is a terminal.

    total: how many items there are; quiet: the data itself goes to the terminal, so no bar.
    """
    if total < 2 or not sys.stderr.isatty() or (quiet and sys.stdout.isatty()):
        yield from items
        return
    from rich.console import Console
    from rich.progress import track

    yield from track(items, "Reading", total=total, console=Console(stderr=True), transient=True)
