"""A workbook for Excel and LibreOffice: a sheet of claims, and one of their amounts as numbers.

Text is stored as text: no cell is a formula.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
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
# Of columns, in characters: Excel's own width hides most of a sentence.
WIDTHS = {"text": 60, "sentence": 60, "organizations": 30, "sources": 25, "amounts": 30, "predicate": 25}
WIDTH = 13


def write(documents: Iterable[Document], stream: BinaryIO) -> None:
    """Write the workbook when the last document has come.

    Raises MissingExtraError where openpyxl is not installed, DocumentError for more claims than it holds.
    """
    try:
        from openpyxl import Workbook
        from openpyxl.utils import get_column_letter
    except ImportError:
        message = Errors.E010.format(feature="an Excel workbook", package="openpyxl", extra="xlsx")
        raise MissingExtraError(message) from None
    book = Workbook(write_only=True)
    claims, amounts = _sheet(book, "claims", tuple(COLUMNS)), _sheet(book, "amounts", AMOUNT_COLUMNS)
    of_claims = of_amounts = 1
    for document in documents:
        for cells in plain_rows([document]):
            of_claims += 1
            if of_claims > MAX_ROWS:
                raise DocumentError(Errors.E077.format(most=MAX_ROWS - 1))
            claims.append(_cells(claims, cells))
        for cells in _amounts(document):
            of_amounts += 1
            amounts.append(_cells(amounts, cells))
    # Arrows over the columns, to filter and to sort by them.
    claims.auto_filter.ref = f"A1:{get_column_letter(len(COLUMNS))}{of_claims}"
    amounts.auto_filter.ref = f"A1:{get_column_letter(len(AMOUNT_COLUMNS))}{of_amounts}"
    book.save(stream)


def _sheet(book: Any, title: str, columns: Sequence[str]) -> Any:
    """A sheet with the row of names, which stays in sight."""
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    sheet = book.create_sheet(title)
    sheet.freeze_panes = "A2"
    for number, column in enumerate(columns, 1):
        sheet.column_dimensions[get_column_letter(number)].width = WIDTHS.get(column, WIDTH)
    names = [WriteOnlyCell(sheet, column) for column in columns]
    for name in names:
        name.font = Font(bold=True)
    sheet.append(names)
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
