"""A pool of worker processes that may die or hang: the offending document is isolated, the rest are read.

A batch whose process dies or times out is retried document by document. A document that, alone, ends its
process twice gets a row with that error.
"""

from __future__ import annotations

import multiprocessing
import os
import time
from collections import deque
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from typing import TYPE_CHECKING, Any

from claimx.apps.batch.worker import READY, packed, unpacked, work
from claimx.arrow import Options, results_schema
from claimx.arrow.kernel import error_row
from claimx.errors import ClaimxError, Errors

if TYPE_CHECKING:
    import pyarrow

    from claimx.apps.batch.worker import Extract

TRIES_ALONE = 2
# After so many processes have died in a row before they were ready, no document is to blame.
FAILED_STARTS = 5
SECONDS_BETWEEN_LOOKS = 0.5
SECONDS_TO_END = 2.0
THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS")


@dataclass
class Task:
    """Documents to read: rows of a part from ``start`` on. tries: failed attempts of a single document."""

    part: int
    start: int
    batch: pyarrow.RecordBatch
    tries: int = 0


@dataclass
class _Worker:
    process: Any
    connection: Connection
    is_ready: bool = False
    task: Task | None = None
    deadline: float = field(default=float("inf"))


class Pool:
    """Worker processes with one task each at a time. timeout: seconds allowed for a task."""

    def __init__(self, options: Options, workers: int, timeout: float, extract: Extract) -> None:
        self.options, self.timeout, self.extract = options, timeout, extract
        self._context = multiprocessing.get_context("spawn")
        self._again: deque[Task] = deque()
        self._failed_starts = 0
        for variable in THREADS:
            os.environ.setdefault(variable, "1")  # the processes already use all cores
        self._workers = [self._started() for _ in range(workers)]

    def is_free(self) -> bool:
        """Whether a task would start at once."""
        return not self._again and any(worker.is_ready and not worker.task for worker in self._workers)

    def is_busy(self) -> bool:
        """Whether results are outstanding."""
        return bool(self._again) or any(worker.task for worker in self._workers)

    def give(self, task: Task) -> None:
        """Start a task, or queue it for the next free process."""
        self._again.append(task)
        self._assign()

    def results(self) -> Iterator[tuple[Task, pyarrow.RecordBatch]]:
        """Finished tasks with their results, after a short wait.

        Raises ClaimxError if processes can't be started.
        """
        connections = {worker.connection: worker for worker in self._workers}
        for connection in wait([*connections], self._patience()):
            worker = connections[connection]  # type: ignore[index]
            try:
                data = worker.connection.recv_bytes()
            except (EOFError, OSError):
                yield from self._dead(worker, None)
                continue
            if data == READY:
                worker.is_ready, self._failed_starts = True, 0
            elif worker.task is not None:
                task, worker.task, worker.deadline = worker.task, None, float("inf")
                yield task, unpacked(data)
        now = time.monotonic()
        for worker in [worker for worker in self._workers if worker.deadline < now]:
            worker.process.kill()
            yield from self._dead(worker, self.timeout)
        self._assign()

    def close(self) -> None:
        """Kill the processes, busy or not."""
        for worker in self._workers:
            worker.process.kill()
            worker.process.join(SECONDS_TO_END)
            worker.connection.close()

    def process_ids(self) -> list[int]:
        """The process ids of the workers."""
        return [worker.process.pid for worker in self._workers]

    def _patience(self) -> float:
        until = min(worker.deadline for worker in self._workers) - time.monotonic()
        return max(0.0, min(SECONDS_BETWEEN_LOOKS, until))

    def _assign(self) -> None:
        for worker in self._workers:
            if self._again and worker.is_ready and worker.task is None:
                worker.task = self._again.popleft()
                worker.deadline = time.monotonic() + self.timeout
                # If the process has just died, results() will notice.
                with suppress(OSError):
                    worker.connection.send_bytes(packed(worker.task.batch))

    def _dead(self, worker: _Worker, timeout: float | None) -> Iterator[tuple[Task, pyarrow.RecordBatch]]:
        """Replace a dead process and requeue its task, document by document."""
        worker.process.join(SECONDS_TO_END)
        worker.connection.close()
        if not worker.is_ready:
            self._failed_starts += 1
            if self._failed_starts >= FAILED_STARTS:
                raise ClaimxError(Errors.E085.format(code=worker.process.exitcode))
        self._workers[self._workers.index(worker)] = self._started()
        if worker.task is None:
            return
        for task in _alone(worker.task):
            if task.tries <= TRIES_ALONE - 1:
                self._again.append(task)
            else:
                yield task, self._error(task, timeout, worker.process.exitcode)

    def _error(self, task: Task, timeout: float | None, code: int | None) -> pyarrow.RecordBatch:
        import pyarrow

        (row,) = task.batch.to_pylist()
        if timeout is None:
            message = Errors.E086.format(document=row["id"], code=code)
        else:
            message = Errors.E087.format(document=row["id"], seconds=f"{timeout:g}")
        made = error_row(row["id"], row["text"], ClaimxError(message), self.options)
        return pyarrow.RecordBatch.from_pylist([made], results_schema())

    def _started(self) -> _Worker:
        here, there = self._context.Pipe()
        process = self._context.Process(target=work, args=(there, self.extract, self.options), daemon=True)
        process.start()
        there.close()
        return _Worker(process, here)


def _alone(task: Task) -> list[Task]:
    """A task split into single documents; a task of one document as its next try."""
    if task.batch.num_rows == 1:
        return [Task(task.part, task.start, task.batch, task.tries + 1)]
    return [
        Task(task.part, task.start + number, task.batch.slice(number, 1))
        for number in range(task.batch.num_rows)
    ]
