"""Claims of the documents in a Spark DataFrame.

Needs the extra ``spark`` (PySpark 4, Java 17), and claimx in the Python of the executors: docs/spark.md.
"""

from claimx.spark.frames import extract, pending

__all__ = ["extract", "pending"]
