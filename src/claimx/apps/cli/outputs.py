"""Output to a file or stdout, as bytes, so that it is UTF-8 under any locale."""

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from claimx.errors import DocumentError, Errors
from claimx.output import FORMATS, Document, Writer, writer

TABLE = "table"
KNOWN = (TABLE, *FORMATS)
FILE_WIDTH_COLUMNS = 120


def choose(asked: str | None, output: str | None) -> str:
    """The format: as asked, else by the file's ending, else a table on a terminal and jsonl in a pipe."""
    if asked is not None:
        return asked
    if output is None:
        return TABLE if sys.stdout.isatty() else "jsonl"
    ending = Path(output).suffix.removeprefix(".")
    return ending if ending in FORMATS else "jsonl"


def writer_of(name: str, output: str | None) -> Writer:
    """The function that writes a format, the table included."""
    if name != TABLE:
        return writer(name)
    terminal = output is None
    return lambda documents, stream: _write_tables(documents, stream, terminal=terminal)


@contextmanager
def opened(output: str | None) -> Iterator[BinaryIO]:
    """The stream to write to. Raises DocumentError where it can't be written."""
    try:
        if output is None:
            yield sys.stdout.buffer
            sys.stdout.buffer.flush()
        else:
            with Path(output).open("wb") as stream:
                yield stream
    except BrokenPipeError:
        # The reader (head, a pager) has closed the pipe; without this, Python would report it again at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OSError as error:
        message = Errors.E034.format(document=output or "stdout", reason=error.strerror)
        raise DocumentError(message) from None


def _write_tables(documents: Iterable[Document], stream: BinaryIO, *, terminal: bool) -> None:
    from rich.console import Console

    from claimx.output.display.table import claims_table

    # The console only detects what the terminal can do; what it draws is written to the stream.
    if terminal:
        console = Console(highlight=False)
    else:
        console = Console(highlight=False, width=FILE_WIDTH_COLUMNS, color_system=None, force_terminal=False)
    for document in documents:
        title = f"{document.name} · {document.published}" if document.published else document.name
        with console.capture() as drawn:
            console.print(claims_table(document.claims, title, console.width))
        stream.write(drawn.get().encode("utf-8", "replace"))
        stream.flush()
