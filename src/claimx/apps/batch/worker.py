"""The worker process: record batches in, record batches out, until the parent is gone."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Callable
from multiprocessing.connection import Connection
from threading import Thread
from typing import TYPE_CHECKING

from claimx._batch import tune_gc
from claimx.arrow import Options, documents_schema

if TYPE_CHECKING:
    import pyarrow

    Extract = Callable[[pyarrow.RecordBatch, Options], pyarrow.RecordBatch]

READY = b""
# Loads the pipeline and everything its components load on first use.
FIRST_TEXT = "Selon Reuters, Acmé pourrait racheter Zorbex pour 3 milliards d’euros mardi."


def work(connection: Connection, extract: Extract, options: Options) -> None:
    """Answer each batch with its results. The first answer, READY, means that the pipeline is loaded."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the whole group; the parent decides
    Thread(target=_follow_parent, daemon=True).start()
    import pyarrow

    extract(pyarrow.record_batch([["first"], [FIRST_TEXT], [None]], documents_schema()), options)
    tune_gc()
    connection.send_bytes(READY)
    while True:
        try:
            batch = unpacked(connection.recv_bytes())
        except EOFError:
            return
        connection.send_bytes(packed(extract(batch, options)))


def packed(batch: pyarrow.RecordBatch) -> pyarrow.Buffer:
    """Serialize a batch with its schema."""
    import pyarrow

    sink = pyarrow.BufferOutputStream()
    with pyarrow.ipc.new_stream(sink, batch.schema) as writer:
        writer.write_batch(batch)
    return sink.getvalue()


def unpacked(data: bytes) -> pyarrow.RecordBatch:
    """Deserialize a batch."""
    import pyarrow

    with pyarrow.ipc.open_stream(data) as reader:
        return reader.read_next_batch()


def _follow_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
