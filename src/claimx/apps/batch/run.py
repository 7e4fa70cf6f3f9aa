"""A run: scan the inputs, feed the pool, collect the results into parts and write them."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from claimx.apps.batch import parts
from claimx.apps.batch.durable import remove_asides, writing_to
from claimx.apps.batch.index import Index
from claimx.apps.batch.lock import locked
from claimx.apps.batch.manifest import check_manifest, manifest_of
from claimx.apps.batch.pool import Pool, Task
from claimx.apps.batch.progress import Progress
from claimx.apps.batch.scan import Inputs, scan
from claimx.apps.inputs import InputDocument, Unreadable
from claimx.arrow import Options, documents_schema, extract_batch

if TYPE_CHECKING:
    import pyarrow

    from claimx.apps.batch.worker import Extract

DOCUMENTS_PER_TASK = 32
CHARACTERS_PER_TASK = 100_000
# Parts of long texts have fewer rows, which bounds their memory.
CHARACTERS_PER_PART = 20_000_000
# Parts in flight: how far other documents may run ahead of a slow one.
OPEN_PARTS = 4


class Settings(NamedTuple):
    """How a run works. Nothing here changes a row; ``part_size`` is the number of rows in a part.

    timeout: seconds before the process of a task is killed.
    """

    workers: int = 1
    part_size: int = 2000
    timeout: float = 300.0


class Outcome(NamedTuple):
    """How a run ended. stopped: the number of the signal that ended it, else None."""

    counts: parts.Counts
    problems: int
    stopped: int | None


class Run:
    """One run of one directory."""

    def __init__(
        self,
        directory: Path,
        inputs: Inputs,
        options: Options,
        settings: Settings,
        *,
        progress: Progress,
        problem: Callable[[Unreadable], None],
        extract: Extract = extract_batch,
    ) -> None:
        """progress: receives the counts; problem: called with each input that can't be read."""
        self.directory, self.inputs, self.options, self.settings = directory, inputs, options, settings
        self.progress, self.extract = progress, extract
        self.problems = 0
        self.stopped: int | None = None
        self._tell = problem
        self._open: dict[int, _Part] = {}

    def go(self) -> Outcome:
        """Process what is left. Raises ClaimxError; parts already written stay."""
        manifest = manifest_of(self.options)
        with writing_to(self.directory):
            self.directory.mkdir(parents=True, exist_ok=True)
            with locked(self.directory):
                check_manifest(self.directory, manifest)
                remove_asides(self.directory)
                with Index(self.directory) as index:
                    self._read(index)
                self.progress.end()
                return Outcome(parts.count(self.directory), self.problems, self.stopped)

    def _read(self, index: Index) -> None:
        for name, digest in parts.done(self.directory):
            index.add_done(name, digest)
        self.progress.begin(scan(self.inputs, index, self.progress.scanned, self._problem))
        if not self.progress.found.left:
            return
        pool = Pool(self.options, self._processes(), self.settings.timeout, self.extract)
        try:
            with self._stoppable():
                self._through(pool, index)
        finally:
            pool.close()
            # Incomplete parts too, so that no finished document is lost.
            for number in sorted(self._open):
                self._write(number)

    def _through(self, pool: Pool, index: Index) -> None:
        for task in self._tasks(index):
            while not self.stopped and (not pool.is_free() or len(self._open) > OPEN_PARTS):
                self._collect(pool)
            if self.stopped:
                return
            pool.give(task)
        while pool.is_busy() and not self.stopped:
            self._collect(pool)

    def _collect(self, pool: Pool) -> None:
        for task, batch in pool.results():
            part = self._open[task.part]
            part.batches[task.start] = batch
            self.progress.add(task.batch, batch)
            if part.is_complete():
                self._write(task.part)
        self.progress.show()

    def _tasks(self, index: Index) -> Iterator[Task]:
        number = parts.next_number(self.directory)
        part = self._open[number] = _Part()
        for documents in _grouped(self._left(index), self.settings.part_size):
            is_full = part.size + len(documents) > self.settings.part_size
            if is_full or part.characters >= CHARACTERS_PER_PART:
                part.is_closed = True
                if part.is_complete():
                    self._write(number)
                number += 1
                part = self._open[number] = _Part()
            yield Task(number, part.size, _batch(documents))
            part.size += len(documents)
            part.characters += sum(len(document.text) for document in documents)
        part.is_closed = True

    def _left(self, index: Index) -> Iterator[InputDocument]:
        for found in self.inputs.read():
            if isinstance(found, InputDocument):
                if index.take(found.id, found.origin):
                    yield found
            elif index.is_new_problem(found.origin):
                self._problem(found)

    def _write(self, number: int) -> None:
        part = self._open.pop(number)
        if part.batches:
            parts.write_part(self.directory, number, part.in_order())

    def _problem(self, found: Unreadable) -> None:
        self.problems += 1
        self._tell(found)

    def _processes(self) -> int:
        """How many processes to start: no more than there are tasks."""
        found = self.progress.found
        tasks = -(-found.left // DOCUMENTS_PER_TASK) + found.left_characters // CHARACTERS_PER_TASK
        return max(1, min(self.settings.workers, tasks))

    @contextmanager
    def _stoppable(self) -> Iterator[None]:
        """On Ctrl-C and SIGTERM, end the run once finished results are written."""

        def stop(number: int, _: Any) -> None:
            self.stopped = number

        before = {number: signal.signal(number, stop) for number in (signal.SIGINT, signal.SIGTERM)}
        try:
            yield
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)


class _Part:
    """Rows to be written together: batches by the number of their first row."""

    def __init__(self) -> None:
        self.batches: dict[int, pyarrow.RecordBatch] = {}
        self.size = self.characters = 0
        self.is_closed = False

    def is_complete(self) -> bool:
        return self.is_closed and sum(batch.num_rows for batch in self.batches.values()) == self.size

    def in_order(self) -> list[pyarrow.RecordBatch]:
        return [self.batches[start] for start in sorted(self.batches)]


def _grouped(documents: Iterator[InputDocument], most: int) -> Iterator[list[InputDocument]]:
    """Documents grouped into tasks by number and total length."""
    group: list[InputDocument] = []
    characters = 0
    for document in documents:
        group.append(document)
        characters += len(document.text)
        if len(group) >= min(DOCUMENTS_PER_TASK, most) or characters >= CHARACTERS_PER_TASK:
            yield group
            group, characters = [], 0
    if group:
        yield group


def _batch(documents: list[InputDocument]) -> pyarrow.RecordBatch:
    import pyarrow

    columns = [[getattr(document, name) for document in documents] for name in ("id", "text", "published")]
    return pyarrow.record_batch(columns, documents_schema())
