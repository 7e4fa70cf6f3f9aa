"""Several processes for ``extract_many``.

Each process has a pipeline of its own and sends back claims: a Doc costs more to send than to
make. Only a few batches are in flight, so that an endless iterable is read as results are taken.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from functools import cache
from typing import TYPE_CHECKING, Any

from claimx._batch import Include, Job, process
from claimx._gc import tune_gc
from claimx.extraction import Extraction

if TYPE_CHECKING:
    from spacy.language import Language

_nlp: Language | None = None


def map_batches(
    batches: Iterator[list[Job]], include: Include, nlp: Language | None, processes: int
) -> Iterator[Extraction]:
    """The extractions of the batches, in order.

    nlp: a pipeline to send to the processes, or None for the bundled one, which each loads.
    """
    # Bytes and not the pipeline: it arrives the same whether processes are forked or spawned.
    packed = None if nlp is None else (nlp.config.to_str(), nlp.to_bytes())
    pool = ProcessPoolExecutor(processes, initializer=_unpack, initargs=(packed,))
    waiting: deque[Future[list[Extraction]]] = deque()
    try:
        for batch in batches:
            waiting.append(pool.submit(_work, batch, include))
            if len(waiting) > 2 * processes:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()
    finally:
        pool.shutdown(cancel_futures=True)


def _unpack(packed: tuple[str, bytes] | None) -> None:
    global _nlp
    if packed is not None:
        from spacy.util import load_model_from_config
        from thinc.api import Config

        from claimx.pipeline import register

        register()
        config: Any = Config().from_str(packed[0], interpolate=False)
        _nlp = load_model_from_config(config, auto_fill=True).from_bytes(packed[1])


def _work(jobs: list[Job], include: Include) -> list[Extraction]:
    found = process(jobs, include, _nlp)
    _tune_gc()
    return found


_tune_gc = cache(tune_gc)
