"""Messages and progress on stderr."""

import os
import shutil
import sys
import textwrap
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TypeVar

import typer

from claimx.errors import ClaimxError

Item = TypeVar("Item")
# From so much up, a reader wants to know how far it is.
MANY_FILES = 3
MANY_BYTES = 200_000
# A terminal that says that it is narrower does not know its size.
MIN_WIDTH_COLUMNS = 20
DEFAULT_WIDTH_COLUMNS = 80


def print_error(message: str) -> None:
    """One line on stderr, where the names of files and columns in it can do no harm.

    On a terminal, a line that is too long goes on below, indented, its words whole.
    """
    from claimx.output.display.labels import one_line

    if sys.stderr is None:
        return
    line = f"claimx: {one_line(message)}"
    if sys.stderr.isatty():
        # Through sys.stderr itself: a progress bar stands in for it and makes room.
        encoding = sys.stderr.encoding or "utf-8"
        line = wrapped(line, indent="  ").encode(encoding, "backslashreplace").decode(encoding)
        typer.echo(line, file=sys.stderr)
    else:
        typer.echo(line.encode("utf-8", "backslashreplace"), err=True)


def print_done(message: str) -> None:
    """What a command has written, for a person to see: nothing where stderr is no terminal."""
    if sys.stderr is not None and sys.stderr.isatty():
        print_error(message)


def width_columns() -> int:
    """The width of the terminal, or 80 where there is none."""
    width = shutil.get_terminal_size().columns
    return width if width >= MIN_WIDTH_COLUMNS else DEFAULT_WIDTH_COLUMNS


def wrapped(text: str, *, first: str = "", indent: str = "") -> str:
    """A paragraph in lines as wide as the terminal, indented from the second on. Words stay whole."""
    return textwrap.fill(
        text,
        width_columns(),
        initial_indent=first,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    )


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
