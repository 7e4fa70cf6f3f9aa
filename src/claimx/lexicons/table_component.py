"""Rows of a user's table, stored with the component that uses them on disk and in other processes.

The file that they were read from may no longer exist, or the current directory may be another.
"""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path

Row = Mapping[str, str]
FILE = "rows.json"


class TableComponent:
    """A component with a table to which users add rows, which take precedence.

    rows: those rows, each a dictionary from column to cell.
    """

    rows: tuple[Row, ...] = ()

    def use_rows(self, rows: Iterable[Row]) -> None:
        """Look words up in these rows first, then in the table of the package."""
        raise NotImplementedError

    def to_bytes(self, *, exclude: Iterable[str] = ()) -> bytes:
        """The rows, as ``nlp.to_bytes`` stores them."""
        return json.dumps([dict(row) for row in self.rows], ensure_ascii=False).encode("utf-8")

    def from_bytes(self, data: bytes, *, exclude: Iterable[str] = ()) -> "TableComponent":
        """Restore the rows from `to_bytes`. Returns the same component."""
        rows: list[dict[str, str]] = json.loads(data)
        if rows != [dict(row) for row in self.rows]:
            self.use_rows(rows)
        return self

    def to_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> None:
        """Write the rows, if any, into a directory."""
        if self.rows:
            Path(path).mkdir(exist_ok=True)
            Path(path, FILE).write_bytes(self.to_bytes())

    def from_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> "TableComponent":
        """Restore the rows from `to_disk`, if any. Returns the same component."""
        file = Path(path, FILE)
        return self.from_bytes(file.read_bytes()) if file.is_file() else self
