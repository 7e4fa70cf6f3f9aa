r"""Reads the tables that users write themselves: organisations, operators.

Input: a CSV or TSV file in UTF-8 with a header line. Output: its rows with their line numbers, for
error messages about single cells. `lexicons.read` reads the tables of the package.

>>> from pathlib import Path
>>> from tempfile import TemporaryDirectory
>>> with TemporaryDirectory() as folder:
...     path = Path(folder) / "mine.csv"
...     _ = path.write_text("# my list\nname,kind,remark\nZorbex,company,new\n", encoding="utf-8")
...     read_table(str(path), columns=("name", "kind"), required=("name",))
[Row(line=3, cells={'name': 'Zorbex', 'kind': 'company'})]
"""

from __future__ import annotations

import csv
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import NamedTuple

from claimx.errors import DocumentError, Errors

# The limits of a row and of a file. 200,000 organisations are 10 MB; a file of another kind may have lines of
# megabytes.
MAX_LINE_BYTES = 200_000
MAX_BYTES = 200_000_000


class Row(NamedTuple):
    """A row of a user's table: the line of the file it ends on, from 1, and its cells by column."""

    line: int
    cells: dict[str, str]


def read_table(path: str, *, columns: Collection[str], required: Collection[str]) -> list[Row]:
    """Read a user's table.

    path: a file in UTF-8 with a header line. A file whose name ends in ``.csv`` is separated by commas or
        semicolons and may quote its cells; any other is separated by tabs, without quotes.
    columns: the columns to keep; others are ignored, and so is the case of the header.
    required: those that the header must have.
    Returns the rows in order, a missing or short cell as "". Empty lines and lines that begin with ``#`` are
    skipped. Raises DocumentError, with the file and the line, for a file that can't be read, a column that is
    missing or stands twice, a row with more cells than the header and what is too large.
    """
    try:
        return list(_rows(path, list(_numbered(path)), columns, required))
    except DocumentError:
        raise
    except (OSError, ValueError) as error:
        raise _unreadable(path, getattr(error, "strerror", None) or str(error)) from None


def check_cell(path: str, row: Row, column: str, value: str, allowed: Collection[str]) -> None:
    """Check one value of a row.

    allowed: the values that the column may have.
    Raises DocumentError, with the file, the line and the allowed values, for any other.
    """
    if value not in allowed:
        known = ", ".join(sorted(filter(None, allowed)))
        place = f"{path}, line {row.line}"
        raise DocumentError(Errors.E041.format(place=place, column=column, value=value, known=known))


def _numbered(path: str) -> Iterator[tuple[int, str]]:
    """The lines with their numbers and line ends. Raises DocumentError for one that is not text."""
    size = 0
    with Path(path).open("rb") as file:
        for number, line in enumerate(iter(lambda: file.readline(MAX_LINE_BYTES + 1), b""), 1):
            size += len(line)
            if len(line) > MAX_LINE_BYTES:
                raise DocumentError(Errors.E045.format(document=path, line=number, most=MAX_LINE_BYTES))
            if size > MAX_BYTES:
                raise DocumentError(Errors.E046.format(document=path, most=MAX_BYTES))
            if b"\0" in line:
                raise _unreadable(path, f"line {number} has a NUL byte")
            try:
                yield number, line.decode("utf-8-sig" if number == 1 else "utf-8")
            except UnicodeDecodeError:
                raise _unreadable(path, f"line {number} is not UTF-8") from None


def _unreadable(path: str, reason: str) -> DocumentError:
    return DocumentError(Errors.E043.format(document=path, reason=reason))


def _rows(
    path: str, numbered: list[tuple[int, str]], columns: Collection[str], required: Collection[str]
) -> Iterator[Row]:
    lines = [(number, line) for number, line in numbered if line.strip() and not line.startswith("#")]
    cells = _cells(path, lines)
    header = [cell.strip().lower() for cell in next(cells, (0, []))[1]]
    for column in required:
        if column not in header:
            message = Errors.E040.format(document=path, column=column, columns=", ".join(header))
            raise DocumentError(message)
        if header.count(column) > 1:
            raise _unreadable(path, f"the column {column!r} stands twice in the header line")
    for number, found in cells:
        if any(found[len(header) :]):
            message = Errors.E042.format(document=path, line=number, got=len(found), expected=len(header))
            raise DocumentError(message)
        row = dict.fromkeys((column for column in header if column in columns), "")
        row |= {column: cell.strip() for column, cell in zip(header, found, strict=False) if column in row}
        if any(row.values()):
            yield Row(number, row)


def _cells(path: str, lines: list[tuple[int, str]]) -> Iterator[tuple[int, list[str]]]:
    """The cells of each row, with the number of its last line."""
    if not path.lower().endswith(".csv"):
        yield from ((number, line.rstrip("\r\n").split("\t")) for number, line in lines)
        return
    first = lines[0][1] if lines else ""
    delimiter = ";" if first.count(";") > first.count(",") else ","
    # Strict: an unclosed quotation mark would put the rest of the file into one cell.
    reader = csv.reader([line for _, line in lines], delimiter=delimiter, strict=True)
    begun = 0
    try:
        for row in reader:
            begun = reader.line_num
            yield lines[begun - 1][0], row
    except csv.Error as error:
        raise _unreadable(path, f"the row that begins on line {lines[begun][0]}: {error}") from None
