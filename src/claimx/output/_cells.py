"""Claims as rows of plain cells, for tables that hold no lists."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any

from claimx.output import Document
from claimx.output.frames import COLUMNS, rows

# What stands between the values of a cell that holds several.
SEPARATOR = " | "
# A cell that begins like this is a formula for a spreadsheet, unless it is a number.
_FORMULA = re.compile(r"\s*[=+\-@\t\r]")
_NUMBER = re.compile(r"[+-]?\d+(\.\d+)?")


def plain_rows(documents: Iterable[Document]) -> Iterator[list[Any]]:
    """The cells of each claim, in the order of ``frames.COLUMNS``: text, numbers, or None."""
    for document in documents:
        for row in rows([(document.name, document)], "lists"):
            yield [_joined(cell) if isinstance(cell, list) else cell for cell in map(row.get, COLUMNS)]


def _joined(values: list[Any]) -> str | None:
    """Several values in one cell, a missing one as nothing, so that those of two cells stand side by side."""
    return SEPARATOR.join(map(_shown, values)) if values else None


def _shown(value: Any) -> str:
    if value is None:
        return ""
    return format(value, "f") if isinstance(value, Decimal) else str(value)


def neutral(cell: Any) -> Any:
    """A cell that no spreadsheet takes for a formula: an apostrophe stands before it.

    >>> neutral("=1+1"), neutral("-450000"), neutral("- dit-il"), neutral(3)
    ("'=1+1", '-450000', "'- dit-il", 3)
    """
    if isinstance(cell, str) and _FORMULA.match(cell) and not _NUMBER.fullmatch(cell):
        return f"'{cell}"
    return cell
