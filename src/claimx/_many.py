"""Many texts: read in batches, processed here or in several processes, returned in order.

A text that can't be read is a Failure in its batch, so that an error is raised only after the results before
it. Each process has its own pipeline and returns claims, since sending a Doc takes longer than making it.
Only a few batches are in flight, so that an endless iterable is read as results are consumed.
"""

from __future__ import annotations

import multiprocessing
import os
import pickle
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import cache
from itertools import chain, islice, repeat
from threading import Thread
from typing import TYPE_CHECKING, Any

from claimx._arguments import Published, kind_of
from claimx._batch import Include, Job, job_of, process_each, tune_gc
from claimx.errors import ArgumentError, ArgumentTypeError, ClaimxError, Errors
from claimx.extraction import Extraction, Failure

if TYPE_CHECKING:
    from spacy.language import Language

# The limit of a batch in characters, so that a batch of books needs no more memory.
CHARACTERS_PER_BATCH = 400_000
BATCHES_IN_FLIGHT_PER_PROCESS = 2
# How long a worker may continue after nobody waits for it.
SECONDS_TO_END = 2.0
_nlp: Language | None = None

Batch = list[Job | Failure]
Results = list[Extraction | Failure]
Waiting = deque[tuple[Batch, "Future[Results]"]]


class Reading:
    """Reads the texts, and returns their results with their contexts."""

    def __init__(
        self,
        texts: Iterable[Any],
        days: Iterator[Published],
        *,
        currency: str | None,
        as_tuples: bool,
        stops: bool,
    ) -> None:
        """stops: whether to stop reading at a text that can't be read."""
        self.texts, self.days = texts, days
        self.currency, self.as_tuples, self.stops = currency, as_tuples, stops
        self.contexts: deque[Any] = deque()
        # The error that ended the reading; raised after all results before it.
        self.broken: Exception | None = None

    def batches(self, size: int) -> Iterator[Batch]:
        """The texts in batches of at most so many."""
        batch: Batch = []
        characters = 0
        for job in self._jobs():
            batch.append(job)
            characters += len(job.text) if isinstance(job, Job) else 0
            if len(batch) >= size or characters >= CHARACTERS_PER_BATCH:
                yield batch
                batch, characters = [], 0
        if batch:
            yield batch

    def _jobs(self) -> Iterator[Job | Failure]:
        try:
            for number, item in enumerate(self.texts):
                job = self._job(number, item)
                yield job
                if self.stops and isinstance(job, Failure):
                    return
            if not isinstance(self.days, repeat) and next(self.days, self) is not self:
                raise ArgumentError(Errors.E004.format(given="more dates than texts"))
        except Exception as error:
            # Raised by the user's iterable, or for dates that do not fit; pending results come first.
            self.broken = error

    def _job(self, number: int, item: Any) -> Job | Failure:
        text, context = item, None
        failure: Failure | None = None
        try:
            if self.as_tuples:
                text, context = _pair(number, item)
        except ClaimxError as error:
            failure = Failure(number, error)
        self.contexts.append(context)
        try:
            day = next(self.days)
        except StopIteration:
            raise ArgumentError(Errors.E004.format(given=f"only {number} dates for more texts")) from None
        try:
            return failure or job_of(text, day, self.currency, number)
        except ClaimxError as error:
            return Failure(number, error)

    def give(self, found: Iterator[Extraction | Failure], on_error: str) -> Iterator[Any]:
        """The results with their contexts. Raises the error that ended the reading."""
        for result in found:
            context = self.contexts.popleft()
            if isinstance(result, Failure):
                if on_error == "raise":
                    raise result.error
                if on_error == "skip":
                    continue
            yield (result, context) if self.as_tuples else result
        if self.broken is not None:
            raise self.broken


def _pair(number: int, item: Any) -> tuple[Any, Any]:
    if not isinstance(item, tuple | list) or len(item) != 2:
        raise ArgumentTypeError(Errors.E013.format(number=number, got=kind_of(item)))
    return item[0], item[1]


def map_batches(
    batches: Iterator[Batch], include: Include, nlp: Language | None, processes: int
) -> Iterator[Extraction | Failure]:
    """The results of batches, in order.

    nlp: a pipeline to send to the processes, or None for the bundled one, which each loads.
    processes: the maximal number to start; never more than there are cores and batches.
    Raises ClaimxError, which names the texts, if a process dies.
    """
    if processes > 1 and getattr(multiprocessing.current_process(), "_inheriting", False):
        raise ClaimxError(Errors.E039)
    first = list(islice(batches, min(processes, _cores())))
    batches = chain(first, batches)
    if len(first) < 2:
        for batch in batches:
            yield from _merged(batch, process_each(_jobs_of(batch), include, nlp))
        return
    pool = ProcessPoolExecutor(len(first), initializer=_start, initargs=(_packed(nlp),))
    waiting: Waiting = deque()
    try:
        for batch in batches:
            waiting.append((batch, _submitted(pool, batch, include, waiting)))
            if len(waiting) > BATCHES_IN_FLIGHT_PER_PROCESS * len(first):
                yield from _next(waiting)
        while waiting:
            yield from _next(waiting)
    finally:
        _end(pool)


def _cores() -> int:
    """How many processes can work at once."""
    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity else os.cpu_count() or 1


def _submitted(
    pool: ProcessPoolExecutor, batch: Batch, include: Include, waiting: Waiting
) -> Future[Results]:
    try:
        return pool.submit(_work, _jobs_of(batch), include)
    except BrokenProcessPool:
        raise _died([*waiting, (batch, None)]) from None


def _next(waiting: Waiting) -> Iterator[Extraction | Failure]:
    batch, future = waiting[0]
    try:
        found = future.result()
    except BrokenProcessPool:
        raise _died(waiting) from None
    waiting.popleft()
    yield from _merged(batch, found)


def _died(waiting: Any) -> ClaimxError:
    """The error that names the texts whose results are lost."""
    numbers = [job.number for batch, _ in waiting for job in batch]
    return ClaimxError(Errors.E038.format(first=min(numbers), last=max(numbers)))


def _end(pool: ProcessPoolExecutor) -> None:
    """End the processes, even those still busy with a text."""
    processes = list((getattr(pool, "_processes", None) or {}).values())
    pool.shutdown(wait=False, cancel_futures=True)
    for process in processes:
        process.join(SECONDS_TO_END)
        if process.is_alive():
            process.terminate()


def _packed(nlp: Language | None) -> bytes | None:
    """A pipeline as bytes, which arrive the same whether processes are forked or spawned."""
    if nlp is None:
        return None
    try:
        return pickle.dumps(nlp)
    except (AttributeError, TypeError, pickle.PicklingError):
        # A component that does not pickle may still be made from its configuration.
        return pickle.dumps((nlp.config.to_str(), nlp.to_bytes()))


def _start(packed: bytes | None) -> None:
    """Prepare a worker process: it unpacks its pipeline, and ends with its parent even if that is killed."""
    global _nlp
    Thread(target=follow_parent, daemon=True).start()
    if packed is None:
        return
    found = pickle.loads(packed)
    if isinstance(found, tuple):
        from spacy.util import load_model_from_config
        from thinc.api import Config

        from claimx.pipeline import register

        register()
        config: Any = Config().from_str(found[0], interpolate=False)
        found = load_model_from_config(config, auto_fill=True).from_bytes(found[1])
    _nlp = found


def follow_parent() -> None:
    """End this process when its parent has ended, also where that was killed. For a thread."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _work(jobs: list[Job], include: Include) -> Results:
    found = process_each(jobs, include, _nlp)
    _tune_gc()
    return found


_tune_gc = cache(tune_gc)


def _jobs_of(batch: Batch) -> list[Job]:
    """The jobs of a batch, without its Failures."""
    return [job for job in batch if isinstance(job, Job)]


def _merged(batch: Batch, found: Results) -> Iterator[Extraction | Failure]:
    """The results of a batch, its Failures in their places."""
    processed = iter(found)
    for job in batch:
        yield job if isinstance(job, Failure) else next(processed)
