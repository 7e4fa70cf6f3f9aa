"""Batch runs on Spark: Parquet in and out, on any Hadoop file system."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimx.apps.batch.parts import Counts
from claimx.apps.inputs import Fields
from claimx.arrow import Options
from claimx.errors import DocumentError, Errors, MissingExtraError

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

SHOWN = 5


def run(paths: list[str], to: str, fields: Fields, options: Options, *, master: str | None = None) -> Counts:
    """Add the claims of new documents to a directory of Parquet files.

    paths, to: paths or URLs that the cluster knows. master: the URL of the cluster, None for that of
    spark-submit. All is written or, where the run is cut off, nothing is: Spark moves the files to their
    place at the end. Returns the counts of the whole directory.
    Raises DocumentError for what Spark can't read or write and for ids that stand twice.
    """
    from pyspark.errors import PySparkException

    try:
        return _run(_session(master), paths, to, fields, options)
    except PySparkException as error:
        reason = str(error).strip().splitlines()[0]
        raise DocumentError(Errors.E093.format(reason=reason)) from error


def require_spark() -> None:
    """Raise MissingExtraError where PySpark is not installed."""
    try:
        import pyspark  # noqa: F401
    except ImportError:
        message = Errors.E010.format(feature="--engine spark", package="pyspark", extra="spark")
        raise MissingExtraError(message) from None


def _session(master: str | None) -> SparkSession:
    from pyspark.sql import SparkSession

    builder = SparkSession.builder.appName("claimx batch")
    return (builder.master(master) if master else builder).getOrCreate()


def _run(spark: SparkSession, paths: list[str], to: str, fields: Fields, options: Options) -> Counts:
    from claimx.spark import extract, pending

    documents = spark.read.parquet(*paths)
    name = fields.id or "id"
    published = fields.published or ("published" if "published" in documents.columns else None)
    _check_ids(documents, name)
    results = _results(spark, to)
    if results is not None:
        documents = pending(documents, results, fields.text, name, model=options.model)
    found = extract(documents, fields.text, name, published, **options._asdict())
    found.write.mode("append").option("compression", "zstd").parquet(to)
    written = spark.read.parquet(to)
    return Counts(written.count(), written.where(written.error.isNotNull()).count())


def _check_ids(documents: DataFrame, name: str) -> None:
    if name not in documents.columns:
        raise DocumentError(
            Errors.E012.format(name="--id-field", column=name, columns=", ".join(documents.columns))
        )
    counted = documents.groupBy(documents[name].cast("string").alias("id")).count()
    twice = [repr(row.id) for row in counted.where("count > 1").select("id").limit(SHOWN).collect()]
    if twice:
        raise DocumentError(Errors.E083.format(ids=", ".join(twice)))


def _results(spark: SparkSession, to: str) -> DataFrame | None:
    """The results in the directory, None if there are none."""
    from pyspark.errors import AnalysisException

    try:
        return spark.read.parquet(to)
    except AnalysisException:
        return None
