"""Spark on this machine: skipped, with a message, where Java or PySpark is not there."""

import os
import shutil
import sys

import pytest


@pytest.fixture(scope="session")
def spark_is_here():
    pytest.importorskip("pyspark", reason="PySpark is not installed: pip install 'claimx[spark]'")
    if not shutil.which("java"):
        pytest.skip("there is no Java: apt install openjdk-17-jre-headless")
    os.environ |= {"PYSPARK_PYTHON": sys.executable, "SPARK_LOCAL_IP": "127.0.0.1"}


@pytest.fixture(scope="module")
def spark(spark_is_here):
    """A session in this process; `without_session` ends it for a test that needs another."""
    from pyspark.sql import SparkSession

    session = (
        SparkSession.builder.master("local[2]")
        .config("spark.ui.enabled", "false")
        .config("spark.driver.memory", "1g")
        .config("spark.sql.shuffle.partitions", "2")
        .getOrCreate()
    )
    yield session
    session.stop()


@pytest.fixture
def without_session(spark_is_here):
    from pyspark.sql import SparkSession

    if (session := SparkSession.getActiveSession()) is not None:
        session.stop()
