r"""A user's own organisations: a CSV or TSV file with a header line, or names and rows from Python.

>>> from pathlib import Path
>>> from tempfile import TemporaryDirectory
>>> with TemporaryDirectory() as folder:
...     path = Path(folder) / "mine.csv"
...     _ = path.write_text("name,aliases,kind\nZorbex,ZBX|la Zorb,company\n", encoding="utf-8")
...     read_user_list(path)
[{'name': 'Zorbex', 'aliases': 'ZBX|la Zorb', 'kind': 'company'}]
>>> read_user_list(["Zorbex", {"name": "Velm", "aliases": ["VLM", "Velm SA"]}])
[{'name': 'Zorbex'}, {'name': 'Velm', 'aliases': 'VLM|Velm SA'}]
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from claimx.errors import ArgumentError, ArgumentTypeError, ClaimxError, DocumentError, Errors
from claimx.lexicons import read
from claimx.lexicons.user_tables import read_table

COLUMNS = ("name", "aliases", "kind", "gender", "number", "anaphors", "country", "id", "wikidata")
# An organisation given by its name, or by its columns; aliases and anaphors may be lists there.
Item = str | Mapping[str, Any]
Source = str | Path | Iterable[Item]
_ITEM = re.compile(r"Q[1-9][0-9]*")


def read_user_list(source: Source) -> list[dict[str, str]]:
    """Read a user's organisations; only the column ``name`` is required.

    The columns are described in ``docs/organizations.md``.

    source: the path of a file that `lexicons.user_tables.read_table` reads, or an iterable of names and of
        mappings from column to value.
    Returns the rows that have a name, as dictionaries from column to cell. Raises DocumentError, with the
    file and the line, for a table that can't be read or a cell with an unknown value; ArgumentError, with the
    place in the iterable, for such a row.
    """
    is_file = isinstance(source, str | Path)
    rows = _of_file(str(source)) if is_file else _of_items(source)
    error = DocumentError if is_file else ArgumentError
    allowed = _allowed()
    found = []
    for place, cells in rows:
        _check(place, cells, allowed, error)
        found.append(cells)
    return found


def _of_file(path: str) -> Iterator[tuple[str, dict[str, str]]]:
    """The rows of a table that have a name, each with its place for messages."""
    for row in read_table(path, columns=COLUMNS, required=("name",)):
        if row.cells["name"]:
            yield f"{path}, line {row.line}", row.cells


def _of_items(items: Any) -> Iterator[tuple[str, dict[str, str]]]:
    """The rows of names and mappings, each with its place for messages."""
    expected = "the path of a table, or an iterable of names or rows"
    if isinstance(items, Mapping) or hasattr(items, "columns"):
        got = type(items).__name__
        raise ArgumentTypeError(Errors.E019.format(expected=expected, got=got))
    if isinstance(items, bytes) or not isinstance(items, Iterable):
        got = type(items).__name__
        raise ArgumentTypeError(Errors.E001.format(name="organizations", expected=expected, got=got))
    for number, item in enumerate(items):
        place = f"organizations[{number}]"
        if not isinstance(item, str | Mapping):
            got = type(item).__name__
            raise ArgumentTypeError(Errors.E001.format(name=place, expected="a name or a mapping", got=got))
        row = {"name": item} if isinstance(item, str) else item
        cells = {column: _cell(row[column]) for column in COLUMNS if column in row}
        if not cells.get("name"):
            raise ArgumentError(Errors.E048.format(place=place))
        yield place, cells


def _cell(value: Any) -> str:
    """A value as the cell of a table: a list joined by "|", nothing for None and for what pandas misses."""
    if isinstance(value, str):
        return value.strip()
    if value is None or value != value:
        return ""
    return "|".join(map(str, value)) if isinstance(value, Iterable) else str(value)


def _check(
    place: str, cells: Mapping[str, str], allowed: Mapping[str, Collection[str]], error: type[ClaimxError]
) -> None:
    """Raise an error of this type for a cell with an unknown value."""
    for column, known in allowed.items():
        value = cells.get(column, "")
        if value and value not in known:
            message = Errors.E041.format(
                place=place, column=column, value=value, known=", ".join(sorted(known))
            )
            raise error(message)
    item = cells.get("wikidata", "")
    if item and not _ITEM.fullmatch(item):
        raise error(Errors.E047.format(place=place, value=item))


def _allowed() -> dict[str, Collection[str]]:
    """The values that the list of the package has; a cell may always be empty."""
    known = read("organizations")
    return {column: {row[column] for row in known} - {""} for column in ("kind", "gender", "number")}
