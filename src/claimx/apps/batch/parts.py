"""The results on disk: numbered Parquet files, each written atomically."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from claimx.apps.batch.durable import write_whole
from claimx.arrow import results_schema
from claimx.errors import DocumentError, Errors

if TYPE_CHECKING:
    import pyarrow

PREFIX = "part-"
ENDING = ".parquet"
IDS_AT_ONCE = 100_000


class Counts(NamedTuple):
    """How many documents have a row, and in how many of these rows there is an error."""

    documents: int
    failed: int


def part_files(directory: Path) -> list[Path]:
    """The part files of a directory, in order."""
    return sorted(directory.glob(f"{PREFIX}*{ENDING}"))


def next_number(directory: Path) -> int:
    """The number of the next part; parts are never overwritten."""
    return max((int(path.name[len(PREFIX) : -len(ENDING)]) for path in part_files(directory)), default=-1) + 1


def write_part(directory: Path, number: int, batches: list[pyarrow.RecordBatch]) -> None:
    """Write a part. Raises OSError."""
    import pyarrow
    from pyarrow import parquet

    table = pyarrow.Table.from_batches(batches, results_schema()).combine_chunks()
    path = directory / f"{PREFIX}{number:06}{ENDING}"
    write_whole(path, lambda aside: parquet.write_table(table, aside, compression="zstd"))


def done(directory: Path) -> Iterator[tuple[str, str | None]]:
    """The id of every document that has a row, with the digest of its text."""
    for path in part_files(directory):
        for batch in _batches(path, ["id", "text_sha256"]):
            yield from zip(*(batch.column(number).to_pylist() for number in range(2)), strict=True)


def count(directory: Path) -> Counts:
    """Count the rows of a directory, and those with an error."""
    documents = failed = 0
    for path in part_files(directory):
        for batch in _batches(path, ["error.code"]):
            documents += batch.num_rows
            failed += batch.num_rows - batch.column(0).null_count
    return Counts(documents, failed)


def _batches(path: Path, columns: list[str]) -> Iterator[pyarrow.RecordBatch]:
    import pyarrow
    from pyarrow import parquet

    try:
        with parquet.ParquetFile(path) as file:
            yield from file.iter_batches(batch_size=IDS_AT_ONCE, columns=columns)
    except (pyarrow.ArrowException, OSError) as error:
        raise DocumentError(Errors.E082.format(document=path, reason=error)) from None
