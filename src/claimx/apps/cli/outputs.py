"""Output to a file or stdout, as bytes, so that it is UTF-8 under any locale."""

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from claimx.apps.cli.console import DEFAULT_WIDTH_COLUMNS, MIN_WIDTH_COLUMNS
from claimx.errors import ArgumentError, DocumentError, Errors
from claimx.output import FORMATS, Document, Writer, format_of, known_endings, writer
from claimx.output.display.article.wording import wording
from claimx.output.files import beside

TABLE = "table"
KNOWN = (TABLE, *FORMATS)
FILE_WIDTH_COLUMNS = 120


def on_terminal(output: str | None) -> bool:
    """Whether what is written goes to a terminal."""
    return output is None and sys.stdout is not None and sys.stdout.isatty()


def choose(asked: str | None, output: str | None) -> str:
    """The format: as asked, else by the file's ending, else a table on a terminal and jsonl in a pipe.

    Raises ArgumentError for an ending that tells no format, and for one that a terminal can't show.
    """
    if asked is not None:
        if on_terminal(output) and asked in FORMATS and not FORMATS[asked].is_text:
            example = f"claims.{FORMATS[asked].endings[0]}"
            raise ArgumentError(Errors.E078.format(value=f"the format {asked}", example=example))
        return asked
    if output is None:
        return TABLE if on_terminal(output) else "jsonl"
    ending = Path(output).suffix.removeprefix(".").lower()
    found = format_of(ending)
    if found is not None:
        return found
    if not ending or (Path(output).exists() and not Path(output).is_file()):
        return "jsonl"
    given = {"document": output, "ending": ending, "option": "--format"}
    raise ArgumentError(Errors.E021.format(**given, known=known_endings()))


def writer_of(name: str, output: str | None, language: str = "en") -> Writer:
    """The function that writes a format, the table included. language: of the table's own words."""
    if name != TABLE:
        return writer(name)
    wording(language)  # an unknown language is told before any text is read
    terminal = output is None
    return lambda documents, stream: _write_tables(documents, stream, language, terminal=terminal)


@contextmanager
def opened(output: str | None) -> Iterator[BinaryIO]:
    """The stream to write to. A file is written beside its place and moved there when it is complete.

    Raises DocumentError where it can't be written.
    """
    try:
        if output is None:
            if sys.stdout is None:
                raise DocumentError(Errors.E034.format(document="stdout", reason="it is closed"))
            yield sys.stdout.buffer
            sys.stdout.buffer.flush()
        elif Path(output).exists() and not Path(output).is_file():
            with Path(output).open("wb") as stream:  # a pipe or a device has no place to move to
                yield stream
        else:
            with beside(Path(output)) as stream:
                yield stream
    except BrokenPipeError:
        # The reader (head, a pager) has closed the pipe; without this, Python would report it again at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except DocumentError:
        raise
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise DocumentError(Errors.E034.format(document=output or "stdout", reason=reason)) from None


def _write_tables(documents: Iterable[Document], stream: BinaryIO, language: str, *, terminal: bool) -> None:
    from rich.console import Console

    from claimx.output.display.table import claims_table, with_no_break_spaces

    # The console only detects what the terminal can do; what it draws is written to the stream.
    if terminal:
        console = Console(highlight=False)
        if console.width < MIN_WIDTH_COLUMNS:  # COLUMNS=0, or a terminal that does not know its size
            console.width = DEFAULT_WIDTH_COLUMNS
    else:
        console = Console(highlight=False, width=FILE_WIDTH_COLUMNS, color_system=None, force_terminal=False)
    for document in documents:
        with console.capture() as drawn:
            console.print(claims_table(document, console.width, language))
        stream.write(with_no_break_spaces(drawn.get()).encode("utf-8", "replace"))
        stream.flush()
