"""Parquet: one claim a row, the columns of the data frames, lists as lists, money as decimal strings."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Any, BinaryIO

from claimx.errors import Errors, MissingExtraError
from claimx.output import Document
from claimx.output.frames import COLUMNS, rows

# Rows that are held in memory and written together.
ROWS_PER_GROUP = 10_000


def write(documents: Iterable[Document], stream: BinaryIO) -> None:
    """Write the rows in groups. Raises MissingExtraError where pyarrow is not installed."""
    try:
        import pyarrow
        from pyarrow.parquet import ParquetWriter
    except ImportError:
        message = Errors.E010.format(feature="a Parquet file", package="pyarrow", extra="parquet")
        raise MissingExtraError(message) from None
    schema = pyarrow.schema([(name, _type(pyarrow, name, kind)) for name, kind in COLUMNS.items()])
    with ParquetWriter(stream, schema) as writer:
        group: list[dict[str, Any]] = []
        for document in documents:
            group += (
                {column: _plain(cell) for column, cell in row.items()}
                for row in rows([(document.name, document)], "lists")
            )
            if len(group) >= ROWS_PER_GROUP:
                writer.write_table(pyarrow.Table.from_pylist(group, schema))
                group = []
        writer.write_table(pyarrow.Table.from_pylist(group, schema))


def _type(pyarrow: Any, name: str, kind: str | list[str]) -> Any:
    if kind == "list":
        return pyarrow.list_(pyarrow.bool_() if name == "currency_inferred" else pyarrow.string())
    types = {"integer": pyarrow.int64(), "number": pyarrow.float64(), "truth": pyarrow.bool_()}
    return pyarrow.string() if isinstance(kind, list) else types.get(kind, pyarrow.string())


def _plain(cell: Any) -> Any:
    if isinstance(cell, list):
        return [_plain(item) for item in cell]
    if isinstance(cell, Decimal):
        return format(cell, "f")
    # A lone surrogate has no UTF-8.
    return cell.encode("utf-8", "replace").decode("utf-8") if isinstance(cell, str) else cell
