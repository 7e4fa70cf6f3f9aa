"""Readers of tables: CSV and TSV with a header line, Parquet. Rows are streamed."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from itertools import count

from claimx.apps.inputs.decoding import check_bytes, lines
from claimx.apps.inputs.files import STDIN
from claimx.apps.inputs.records import Found, Place, checked, document_of
from claimx.apps.inputs.types import Fields, Unreadable
from claimx.errors import ClaimxError, DocumentError, Errors, MissingExtraError

# A longer cell is the result of a quote that was never closed.
MAX_CELL_CHARACTERS = 20_000_000
ROWS_AT_ONCE = 256


def read_csv(name: str, stream: io.BufferedReader, fields: Fields) -> Found:
    """The rows of a CSV file, with commas, semicolons or tabs between cells."""
    yield from _table(name, lines(name, stream), fields, None)


def read_tsv(name: str, stream: io.BufferedReader, fields: Fields) -> Found:
    """The rows of a TSV file."""
    yield from _table(name, lines(name, stream), fields, "\t")


def _table(name: str, text: Iterator[str], fields: Fields, delimiter: str | None) -> Found:
    """The rows under a header line. delimiter: None for the most frequent one in the header."""
    head = next(text, "")
    if delimiter is None:
        delimiter = max(",;\t", key=head.count)
    (header,) = csv.reader([head], delimiter=delimiter)
    if fields.text not in header:
        columns = ", ".join(header)
        raise DocumentError(Errors.E071.format(document=name, column=fields.text, columns=columns))
    csv.field_size_limit(MAX_CELL_CHARACTERS)
    # Strict: a quote that is never closed would swallow the rest of the file into one cell.
    reader = csv.reader(text, delimiter=delimiter, strict=True)
    for _ in count():
        place = Place(name, reader.line_num + 2)
        try:
            cells = next(reader, None)
            if cells is None:
                return
            if cells:
                yield document_of(_row(cells, header, place), fields, place)
        except csv.Error as error:
            yield Unreadable(
                str(place), DocumentError(Errors.E073.format(document=name, line=place.number, reason=error))
            )
        except ClaimxError as error:
            yield Unreadable(str(place), error)


def _row(cells: list[str], header: list[str], place: Place) -> dict[str, str]:
    if any(cells[len(header) :]):
        raise DocumentError(
            Errors.E042.format(document=place.name, line=place.number, got=len(cells), expected=len(header))
        )
    for cell in cells:
        check_bytes(place.name, place.number, cell)
    return dict(zip(header, cells, strict=False))


def read_parquet(name: str, stream: io.BufferedReader, fields: Fields) -> Found:
    """The rows of a Parquet file, only the columns needed, in batches."""
    try:
        from pyarrow import ArrowException
        from pyarrow.parquet import ParquetFile
    except ImportError:
        message = Errors.E010.format(feature=f"{name}, a Parquet file,", package="pyarrow", extra="parquet")
        raise MissingExtraError(message) from None
    source = stream if name != STDIN else io.BytesIO(stream.read())  # the index is at the end of the file
    number = count(1)
    try:
        file = ParquetFile(source)
        columns = file.schema_arrow.names
        if fields.text not in columns:
            shown = ", ".join(columns)
            raise DocumentError(Errors.E071.format(document=name, column=fields.text, columns=shown))
        wanted = {fields.text, fields.id or "id", fields.published or "published"}
        used = [column for column in columns if column in wanted]
        for batch in file.iter_batches(batch_size=ROWS_AT_ONCE, columns=used):
            for row in batch.to_pylist():
                yield checked(Place(name, next(number), "row"), row, fields)
    except ArrowException as error:
        raise DocumentError(Errors.E068.format(document=name, reason=error)) from None
