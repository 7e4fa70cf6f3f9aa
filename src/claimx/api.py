"""The calls most users need: text in, claims out.

This module checks arguments and puts texts in batches; `claimx._batch` processes a batch, with the
bundled pipeline, which is loaded on first use and kept, or with one that the user gives.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from itertools import repeat
from typing import TYPE_CHECKING

from claimx._arguments import Published, check_text, iso_day, kind_of
from claimx._batch import INCLUDE, Include, Job, batch_lock, process
from claimx.errors import ArgumentError, ArgumentTypeError, Errors
from claimx.extraction import Extraction

if TYPE_CHECKING:
    from spacy.language import Language

TEXTS_PER_BATCH = 32
# A batch of long texts ends earlier, so that a batch of books needs no more memory.
CHARACTERS_PER_BATCH = 400_000


def extract(
    text: str,
    *,
    published: Published = None,
    include: Include = "anchored",
    nlp: Language | None = None,
) -> Extraction:
    """Find the claims of a French text.

    text: any string; offsets of the claims count its code points.
    published: the day of publication, a date or an ISO string, against which dates are
        resolved. Left out, it is read from a header line such as ``date 2026-02-02 Title``;
        the header itself is never part of a claim.
    include: "anchored" for the claims that have an organisation, an amount, a source or a
        hedge, "all" for every claim.
    nlp: a pipeline with the components of claimx, in place of the bundled one.

    A text of more than 50,000 characters is cut between paragraphs, and names are then
    followed within each part only. Raises ArgumentError, which names the argument.
    """
    check_include(include)
    _check_pipeline(nlp)
    job = _job(text, published, "text")
    return process([job], include, nlp)[0]


def extract_many(
    texts: Iterable[str],
    *,
    published: Published | Iterable[Published] = None,
    include: Include = "anchored",
    processes: int = 1,
    batch_size: int = TEXTS_PER_BATCH,
    nlp: Language | None = None,
) -> Iterator[Extraction]:
    """Find the claims of many texts: a generator of one Extraction a text, in order.

    texts: any iterable, read as the results are taken; it may be endless.
    published: one day for all the texts, or one for each.
    processes: how many processes share the work; batch_size: how many texts one takes at a time.
    The rest is as in ``extract``, and so is the result of each text, whatever the batch.
    Raises ArgumentError at once for a bad option, and while iterating for a bad text.
    """
    check_include(include)
    _check_pipeline(nlp)
    _check_number("processes", processes, least=1)
    _check_number("batch_size", batch_size, least=1)
    if isinstance(texts, str | bytes) or not isinstance(texts, Iterable):
        expected = "an iterable of strings (for one text there is extract)"
        raise ArgumentTypeError(Errors.E001.format(name="texts", expected=expected, got=kind_of(texts)))
    days: Iterator[Published]
    if isinstance(published, Iterable) and not isinstance(published, str):
        days = iter(published)
    else:
        days = repeat(iso_day(published))
    batches = _batches(_jobs(texts, days), batch_size)
    if processes > 1:
        from claimx._workers import map_batches

        return map_batches(batches, include, nlp, processes)
    return (extraction for batch in batches for extraction in process(batch, include, nlp))


def reset_caches() -> None:
    """Free what claimx keeps between calls: the bundled pipeline, the lexicons read, the words looked up.

    The next call loads them again; results are the same. Pipelines that the user holds keep what they have.
    """
    with batch_lock():
        for name, module in list(sys.modules.items()):
            if name.partition(".")[0] == "claimx":
                for value in list(vars(module).values()):
                    # Every cache of the package is one of functools on a function of a module.
                    clear = getattr(value, "cache_clear", None)
                    if callable(clear):
                        clear()


def check_include(include: str) -> None:
    """Raise ArgumentError for anything but "anchored" and "all"."""
    if include not in INCLUDE:
        raise ArgumentError(Errors.E002.format(value=include, known=", ".join(INCLUDE)))


def _job(text: str, published: Published, name: str) -> Job:
    check_text(text, name)
    from claimx.values.dates.header import header

    day, start = header(text)
    return Job(text, iso_day(published) or day, start)


def _jobs(texts: Iterable[str], days: Iterator[Published]) -> Iterator[Job]:
    for number, text in enumerate(texts):
        try:
            day = next(days)
        except StopIteration:
            raise ArgumentError(Errors.E004.format(given=f"only {number} dates for more texts")) from None
        yield _job(text, day, f"texts[{number}]")
    if not isinstance(days, repeat) and next(days, _jobs) is not _jobs:
        raise ArgumentError(Errors.E004.format(given="more dates than texts"))


def _batches(jobs: Iterator[Job], size: int) -> Iterator[list[Job]]:
    batch: list[Job] = []
    characters = 0
    for job in jobs:
        batch.append(job)
        characters += len(job.text)
        if len(batch) >= size or characters >= CHARACTERS_PER_BATCH:
            yield batch
            batch, characters = [], 0
    if batch:
        yield batch


def _check_number(name: str, value: int, least: int) -> None:
    if not isinstance(value, int) or value < least:
        raise ArgumentError(Errors.E005.format(name=name, least=least, value=value))


def _check_pipeline(nlp: Language | None) -> None:
    if nlp is None:
        return
    names = getattr(nlp, "pipe_names", None)
    if names is None:
        expected = "a spaCy pipeline (claimx.load(name) gives one)"
        raise ArgumentTypeError(Errors.E001.format(name="nlp", expected=expected, got=kind_of(nlp)))
    if "claimx_claims" not in names:
        raise ArgumentError(Errors.E006.format(pipes=", ".join(names) or "none"))
