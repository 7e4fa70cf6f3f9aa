"""A user's own list of organisations: a CSV or TSV file with a header line.

Example: a file with the lines ``name,aliases,kind`` and ``Zorbex,ZBX|la Zorb,company`` is one organisation
with three names.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

from claimx.errors import DocumentError, Errors

COLUMNS = ("name", "aliases", "kind", "gender", "number", "anaphors", "country", "id")
KNOWN = {
    "kind": (
        "company",
        "bank",
        "media",
        "government",
        "regulator",
        "party",
        "union",
        "ngo",
        "international",
        "education",
        "club",
        "other",
    ),
    "gender": ("m", "f"),
    "number": ("s", "p"),
}


def read_user_list(path: str) -> list[dict[str, str]]:
    """The rows of a list: ``COLUMNS`` that the header has, one dictionary a row; other columns are left out.

    path: a file in UTF-8, separated by tabs, or by commas or semicolons if its name ends in ``.csv``. Empty
        lines, rows without a name and lines that begin with ``#`` are skipped.
    Raises DocumentError, with the file and the line.
    """
    try:
        with Path(path).open(encoding="utf-8-sig", newline="") as file:
            return list(_rows(path, enumerate(file, 1)))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise DocumentError(Errors.E043.format(document=path, reason=reason)) from None


def _rows(path: str, numbered: Iterator[tuple[int, str]]) -> Iterator[dict[str, str]]:
    lines = [(number, line) for number, line in numbered if line.strip() and not line.startswith("#")]
    if not lines:
        return
    cells = _cells(path, [line for _, line in lines])
    header = [cell.strip().lower() for cell in next(cells)[1]]
    if "name" not in header:
        raise DocumentError(Errors.E040.format(document=path, columns=", ".join(header)))
    wanted = [(index, column) for index, column in enumerate(header) if column in COLUMNS]
    for index, row in cells:
        number = lines[index][0]
        if len(row) > len(header) and any(row[len(header) :]):
            message = Errors.E042.format(document=path, line=number, got=len(row), expected=len(header))
            raise DocumentError(message)
        found = {column: row[place].strip() for place, column in wanted if place < len(row)}
        if found.get("name"):
            _check(path, number, found)
            yield found


def _cells(path: str, lines: list[str]) -> Iterator[tuple[int, list[str]]]:
    """The cells of each row, with the index of its last line; only a CSV file quotes them."""
    if not path.lower().endswith(".csv"):
        yield from enumerate(line.rstrip("\r\n").split("\t") for line in lines)
        return
    delimiter = ";" if lines[0].count(";") > lines[0].count(",") else ","
    # Strict: a quote that nothing closes would take the rest of the file into one name.
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    for row in reader:
        yield reader.line_num - 1, row


def _check(path: str, number: int, row: dict[str, str]) -> None:
    for column, known in KNOWN.items():
        value = row.get(column)
        if value and value not in known:
            message = Errors.E041.format(
                document=path, line=number, value=value, column=column, known=", ".join(known)
            )
            raise DocumentError(message)
