"""CSV: one claim a row under a header line; several values of a cell are separated by `` | ``.

A cell that a spreadsheet would run as a formula gets an apostrophe before it.
"""

import csv
import io
from collections.abc import Iterable
from typing import BinaryIO

from claimx.output import Document
from claimx.output._cells import neutral, plain_rows
from claimx.output.frames import COLUMNS


def write(documents: Iterable[Document], stream: BinaryIO, delimiter: str = ",") -> None:
    """Write the rows, each document flushed before the next is asked for."""
    line = io.StringIO(newline="")
    writer = csv.writer(line, delimiter=delimiter, lineterminator="\r\n")

    def put(cells: list[object]) -> None:
        writer.writerow([neutral(cell) for cell in cells])
        stream.write(line.getvalue().encode("utf-8", "replace"))
        line.seek(0)
        line.truncate()

    put([*COLUMNS])
    for document in documents:
        for cells in plain_rows([document]):
            put(cells)
        stream.flush()
