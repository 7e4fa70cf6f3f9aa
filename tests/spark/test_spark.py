"""Spark: the same rows as the kernel, what is new only, and no document lost with a worker of a cluster."""

import json
import os
import re
import signal
import subprocess
import threading
import time
from contextlib import suppress
from datetime import date

import pyarrow
import pyarrow.parquet
import pytest
from typer.testing import CliRunner

import claimx.spark
from claimx.apps.cli.app import app
from claimx.arrow import Options, extract_batch, results_schema
from claimx.errors import ArgumentError

pytestmark = [pytest.mark.model, pytest.mark.spark]
TEXTS = [
    "Selon Reuters, Acmé pourrait racheter Zorbex pour 3 milliards d’euros mardi.",
    "Microsoft a vendu une usine. Il n’a rien confirmé.",
    "",
    None,
]
SECONDS = 240
DOCUMENTS = 120
TASKS = 12


def documents(texts=TEXTS, start=0):
    names = [f"d{number}" for number in range(start, start + len(texts))]
    days = pyarrow.array([date(2026, 2, 2)] * len(texts))
    return pyarrow.table({"id": names, "text": pyarrow.array(texts, pyarrow.string()), "published": days})


def by_kernel(table, options=Options()):  # noqa: B008
    return [row for batch in table.to_batches() for row in extract_batch(batch, options).to_pylist()]


def plain(rows):
    return sorted((row.asDict(recursive=True) for row in rows), key=lambda row: row["id"])


def test_spark_gives_the_rows_of_the_kernel(spark, tmp_path):
    pyarrow.parquet.write_table(documents(TEXTS * 4), tmp_path / "in.parquet")
    frame = spark.read.parquet(str(tmp_path / "in.parquet")).repartition(3)
    found = claimx.spark.extract(frame, published="published", include="all")
    assert plain(found.collect()) == sorted(
        by_kernel(documents(TEXTS * 4), Options(include="all")), key=lambda row: row["id"]
    )
    assert found.columns == results_schema().names

    with pytest.raises(ArgumentError, match="no column 'body'"):
        claimx.spark.extract(frame, text="body")


def test_the_command_reads_what_is_new_only(spark, tmp_path):
    out = str(tmp_path / "out")
    pyarrow.parquet.write_table(documents(TEXTS[:2]), tmp_path / "in.parquet")
    command = ["batch", str(tmp_path / "in.parquet"), "-o", out, "--engine", "spark"]
    assert CliRunner().invoke(app, command).exit_code == 0
    first = set((tmp_path / "out").glob("*.parquet"))

    changed = [TEXTS[0], "Microsoft a vendu deux usines.", "Apple vendrait la sienne."]
    pyarrow.parquet.write_table(documents(changed), tmp_path / "in.parquet")
    spark.catalog.clearCache()
    assert CliRunner().invoke(app, command).exit_code == 0
    added = [path for path in (tmp_path / "out").glob("*.parquet") if path not in first]
    rows = [row for path in added for row in pyarrow.parquet.read_table(path).to_pylist()]
    assert sorted(row["id"] for row in rows) == ["d1", "d2"]

    pyarrow.parquet.write_table(pyarrow.concat_tables([documents(), documents()]), tmp_path / "in.parquet")
    twice = CliRunner().invoke(app, command)
    assert twice.exit_code == 2
    assert "these ids stand twice: 'd" in twice.stderr

    missing = CliRunner().invoke(app, ["batch", str(tmp_path / "no.parquet"), *command[2:]])
    assert missing.exit_code == 2
    assert "Spark could not do it ([PATH_NOT_FOUND]" in missing.stderr


class Cluster:
    """A master and workers of a standalone cluster, each a process group of its own."""

    def __init__(self, folder):
        import pyspark

        self.home = os.path.dirname(pyspark.__file__)
        self.folder = folder
        self.processes = []
        self.url = self.start(
            "master", "org.apache.spark.deploy.master.Master", r"(spark://127\.0\.0\.1:\d+)"
        )

    def add_worker(self, name):
        worker = "org.apache.spark.deploy.worker.Worker"
        options = ("-c", "1", "-m", "1g", "-d", str(self.folder / name), self.url)
        self.start(name, worker, "(Successfully registered)", *options)
        return self.processes[-1]

    def start(self, name, main, ready, *arguments):
        log = self.folder / f"{name}.log"
        command = [f"{self.home}/bin/spark-class", main, "--host", "127.0.0.1", "--port", "0", *arguments]
        environment = {**os.environ, "SPARK_HOME": self.home, "SPARK_DAEMON_MEMORY": "256m"}
        with log.open("wb") as stream:
            self.processes.append(
                subprocess.Popen(
                    command,
                    stdout=stream,
                    stderr=stream,
                    env=environment,
                    start_new_session=True,
                )
            )
        until = time.monotonic() + SECONDS
        while not (found := re.search(ready, log.read_text(errors="replace"))):
            assert self.processes[-1].poll() is None, log.read_text()
            assert time.monotonic() < until, log.read_text()
            time.sleep(0.2)
        return found[1]

    def stop(self):
        for process in self.processes:
            kill_group(process)


def kill_group(process):
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


@pytest.fixture
def cluster(without_session, tmp_path):
    made = Cluster(tmp_path)
    yield made
    made.stop()


def test_a_worker_of_a_cluster_is_killed_and_every_document_is_there_once(cluster, tmp_path):
    from pyspark.sql import SparkSession

    victim, _ = cluster.add_worker("one"), cluster.add_worker("two")
    texts = [
        f"Selon Reuters, Acmé pourrait investir {number} millions d’euros." * 4 for number in range(DOCUMENTS)
    ]
    pyarrow.parquet.write_table(documents(texts), tmp_path / "in.parquet")
    spark = (
        SparkSession.builder.master(cluster.url)
        .config("spark.ui.enabled", "false")
        .config("spark.driver.memory", "1g")
        .config("spark.executor.memory", "512m")
        .config("spark.network.timeout", "60s")
        .getOrCreate()
    )
    try:
        frame = spark.read.parquet(str(tmp_path / "in.parquet")).repartition(TASKS)
        found = claimx.spark.extract(frame, published="published")
        writing = threading.Thread(target=lambda: found.write.parquet(str(tmp_path / "out")))
        writing.start()
        done_before = wait_for_tasks(spark, writing, 2)
        kill_group(victim)
        writing.join(SECONDS)
        assert not writing.is_alive()
    finally:
        spark.stop()
    rows = pyarrow.parquet.read_table(tmp_path / "out").to_pylist()
    assert 2 <= done_before < TASKS
    assert sorted(row["id"] for row in rows) == sorted(f"d{number}" for number in range(DOCUMENTS))
    assert sorted(map(json.dumps, rows)) == sorted(map(json.dumps, by_kernel(documents(texts))))


def wait_for_tasks(spark, writing, number):
    """Wait until so many tasks of the writing stage are done."""
    tracker = spark.sparkContext.statusTracker()
    until = time.monotonic() + SECONDS
    while writing.is_alive() and time.monotonic() < until:
        for stage in tracker.getActiveStageIds():
            info = tracker.getStageInfo(stage)
            if info and info.numTasks == TASKS and info.numCompletedTasks >= number:
                return info.numCompletedTasks
        time.sleep(0.1)
    pytest.fail("the stage never got so far")
