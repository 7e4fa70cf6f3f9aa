"""DataFrames in and out: the kernel through ``mapInArrow``, remaining documents by an anti-join."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, partial
from typing import TYPE_CHECKING

from claimx._batch import tune_gc
from claimx.arrow import Options, extract_batch, results_schema, versions
from claimx.errors import ArgumentError, Errors
from claimx.output.arrow import require_pyarrow

if TYPE_CHECKING:
    import pyarrow
    from pyspark.sql import Column, DataFrame

    from claimx._batch import Include

# Rows per result batch of a Python worker; Spark's default of 10,000 documents is too many.
ROWS_AT_ONCE = 500
_tune_gc = cache(tune_gc)


def extract(
    df: DataFrame,
    text: str = "text",
    id: str = "id",  # noqa: A002
    published: str | None = None,
    *,
    include: Include = "anchored",
    currency: str | None = None,
    max_chars: int | None = None,
    model: str | None = None,
    organizations: str | None = None,
    operators: str | None = None,
) -> DataFrame:
    """The claims of the documents of a DataFrame, one row per document, evaluated lazily.

    text, id, published: columns; published holds dates, timestamps or ISO strings.
    include, currency: as in `claimx.extract`; model, organizations, operators: as in `claimx.load`, where the
        executors find them. max_chars: of a longer text, the sentences that fit are read.
    Returns the columns of `claimx.arrow.results_schema`; ``error`` is null but for documents that could not
    be read. Raises ArgumentError for a column that is not there.
    """
    require_pyarrow("claimx.spark")
    from pyspark.sql.pandas.types import from_arrow_schema

    columns = [_column(df, id, "id").cast("string").alias("id"), _column(df, text, "text").alias("text")]
    if published is not None:
        columns.append(_column(df, published, "published").cast("string").alias("published"))
    options = Options(include, currency, max_chars, model, organizations, operators)
    schema = from_arrow_schema(results_schema())
    return df.select(*columns).mapInArrow(partial(_results, options=options), schema)


def pending(
    df: DataFrame,
    results: DataFrame,
    text: str = "text",
    id: str = "id",  # noqa: A002
    *,
    model: str | None = None,
) -> DataFrame:
    """The documents of a DataFrame without a row for the same text and versions; failures count as rows.

    results: what `extract` has given before. model: as there.
    """
    from pyspark.sql import functions

    claimx_version, model_version = versions(model)
    done = results.where(
        (results.claimx_version == claimx_version) & (results.model_version == model_version)
    ).select(results.id.alias("_done_id"), results.text_sha256.alias("_done_sha256"))
    digest = functions.sha2(functions.encode(_column(df, text, "text"), "UTF-8"), 256)
    same = _column(df, id, "id").cast("string").eqNullSafe(done["_done_id"]) & digest.eqNullSafe(
        done["_done_sha256"]
    )
    return df.join(done, same, "left_anti")


def _column(df: DataFrame, name: str, argument: str) -> Column:
    if name not in df.columns:
        raise ArgumentError(Errors.E012.format(name=argument, column=name, columns=", ".join(df.columns)))
    return df[name]


def _results(batches: Iterator[pyarrow.RecordBatch], options: Options) -> Iterator[pyarrow.RecordBatch]:
    """The function that runs in the Python workers of executors."""
    for batch in batches:
        for start in range(0, batch.num_rows, ROWS_AT_ONCE):
            yield extract_batch(batch.slice(start, ROWS_AT_ONCE), options)
            _tune_gc()
