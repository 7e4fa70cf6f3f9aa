r"""A user's own list of organisations: a CSV or TSV file with a header line.

>>> from pathlib import Path
>>> from tempfile import TemporaryDirectory
>>> with TemporaryDirectory() as folder:
...     path = Path(folder) / "mine.csv"
...     _ = path.write_text("name,aliases,kind\nZorbex,ZBX|la Zorb,company\n", encoding="utf-8")
...     read_user_list(str(path))
[{'name': 'Zorbex', 'aliases': 'ZBX|la Zorb', 'kind': 'company'}]
"""

from __future__ import annotations

from collections.abc import Collection

from claimx.lexicons import read
from claimx.lexicons.user_tables import check_cell, read_table

COLUMNS = ("name", "aliases", "kind", "gender", "number", "anaphors", "country", "id")


def read_user_list(path: str) -> list[dict[str, str]]:
    """Read a user's list; only the column ``name`` is required.

    The columns are described in ``docs/organizations.md``.

    path: a file that `lexicons.user_tables.read_table` reads.
    Returns the rows that have a name, as dictionaries from column to cell. Raises DocumentError, with the
    file and the line, for a table that can't be read or a cell with an unknown value.
    """
    rows = [row for row in read_table(path, columns=COLUMNS, required=("name",)) if row.cells["name"]]
    allowed = _allowed()
    for row in rows:
        for column, known in allowed.items():
            check_cell(path, row, column, row.cells.get(column, ""), known)
    return [row.cells for row in rows]


def _allowed() -> dict[str, Collection[str]]:
    """The values that the list of the package has; a cell may always be empty."""
    known = read("organizations")
    return {column: {"", *(row[column] for row in known)} for column in ("kind", "gender", "number")}
