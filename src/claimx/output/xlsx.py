"""A workbook for Excel and LibreOffice: a sheet of claims, and one of their amounts as numbers.

Text is stored as text: no cell is a formula.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO

from claimx.errors import DocumentError, Errors, MissingExtraError
from claimx.output import Document
from claimx.output._cells import plain_rows
from claimx.output.frames import COLUMNS, rows

# What a sheet and a cell hold.
MAX_ROWS = 1_048_576
MAX_CELL_CHARACTERS = 32_767
# What XML 1.0 can't hold, and a workbook is made of it: control characters, surrogates, U+FFFE and U+FFFF.
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
AMOUNT_COLUMNS = (
    "document", "published", "id", "level", "polarity", "organizations", "amounts", "minimum", "maximum",
    "currency", "currency_inferred", "relation", "text",
)  # fmt: skip


def write(documents: Iterable[Document], stream: BinaryIO) -> None:
    """Write the workbook when the last document has come.

    Raises MissingExtraError where openpyxl is not installed, DocumentError for more claims than it holds.
    """
    try:
        from openpyxl import Workbook
    except ImportError:
        message = Errors.E010.format(feature="an Excel workbook", package="openpyxl", extra="xlsx")
        raise MissingExtraError(message) from None
    book = Workbook(write_only=True)
    claims, amounts = _sheet(book, "claims", COLUMNS), _sheet(book, "amounts", AMOUNT_COLUMNS)
    count = 1
    for document in documents:
        for cells in plain_rows([document]):
            count += 1
            if count > MAX_ROWS:
                raise DocumentError(Errors.E077.format(most=MAX_ROWS - 1))
            claims.append(_cells(claims, cells))
        for cells in _amounts(document):
            amounts.append(_cells(amounts, cells))
    book.save(stream)


def _sheet(book: Any, title: str, columns: Iterable[str]) -> Any:
    sheet = book.create_sheet(title)
    sheet.freeze_panes = "A2"
    sheet.append(list(columns))
    return sheet


def _amounts(document: Document) -> Iterator[list[Any]]:
    for row in rows([(document.name, document)], "exploded"):
        if row["amounts"] is not None:
            row["organizations"] = ", ".join(row["organizations"])
            yield [row[column] for column in AMOUNT_COLUMNS]


def _cells(sheet: Any, values: list[Any]) -> Iterator[Any]:
    from openpyxl.cell import WriteOnlyCell

    for value in values:
        if not isinstance(value, str):
            yield value
            continue
        text = _NOT_XML.sub("\ufffd", value)
        if len(text) > MAX_CELL_CHARACTERS:
            text = f"{text[: MAX_CELL_CHARACTERS - 1]}…"
        cell = WriteOnlyCell(sheet, text)
        cell.data_type = "s"  # openpyxl takes what begins with = for a formula
        yield cell
