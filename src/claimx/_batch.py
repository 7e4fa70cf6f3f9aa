"""Runs a batch of texts through a pipeline; every interface ends here.

The bundled pipeline is loaded on first use and kept. It works under a lock and inside a spaCy
memory zone, so that calls from several threads are safe and memory stays flat over any number
of texts. What leaves this module are dataclasses of plain strings, never a Doc.
"""

from __future__ import annotations

import gc
import os
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache, lru_cache
from threading import RLock
from typing import TYPE_CHECKING, Literal, NamedTuple

from claimx._arguments import Published, check_text, iso_day
from claimx.errors import ClaimxError, Errors
from claimx.extraction import Extraction, Failure
from claimx.model import Claim
from claimx.model.filters import anchored
from claimx.model.offsets import shift

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

Include = Literal["anchored", "all"]
INCLUDE: tuple[Include, ...] = ("anchored", "all")
# Texts per pass through the network. Results do not depend on it (tested): no layer looks beyond a text.
TEXTS_PER_NETWORK_PASS = 16
# Characters per pass, so that the chunks of a long text need no more memory than as many short texts.
CHARACTERS_PER_NETWORK_PASS = 60_000
# spaCy refuses more than a million characters, and a parse needs memory in proportion, so long texts are cut.
# These are some 5,000 words, more than an article has: names are resolved within a chunk only.
MAX_CHUNK_CHARACTERS = 30_000
_BOUNDARIES = ("\n\n", "\n", ". ", " ")
# Lone surrogates, which spaCy's string store rejects, are replaced one for one.
_SURROGATES = re.compile("[\ud800-\udfff]")
# Allocations between two collections: those of a few texts; Python's default corresponds to half a text.
ALLOCATIONS_PER_COLLECTION = 20_000
_lock = RLock()


class Job(NamedTuple):
    """A text to read.

    published: the ISO day that its dates are resolved against; start: where the text starts after a header.
    currency: the default for its amounts, None for that of the pipeline. number: its index among many texts.
    """

    text: str
    published: str | None
    start: int
    currency: str | None = None
    number: int = 0


class Setup(NamedTuple):
    """What a pipeline of claimx's own is loaded with, as in `pipeline.load`; nothing for the bundled one."""

    model: str | None = None
    organizations: str | None = None
    operators: str | None = None


BUNDLED = Setup()


class Chunk(NamedTuple):
    """A part of a text, as the pipeline can read it, and where it starts in the text."""

    text: str
    start: int


def job_of(text: str, published: Published, currency: str | None, number: int | None = None) -> Job:
    """The job of a text. number: its index among many. Raises ArgumentError, which names the argument."""
    check_text(text, "text" if number is None else f"texts[{number}]")
    from claimx.values.dates.header import header

    day, start = header(text)
    return Job(text, iso_day(published) or day, start, currency, number or 0)


def process(jobs: list[Job], include: Include, nlp: Language | Setup | None) -> list[Extraction]:
    """The extractions of a batch, in order.

    nlp: a pipeline with the components of claimx, what to load one of, or None for the bundled one.
    """
    if nlp is None or isinstance(nlp, Setup):
        with _lock:
            found = _claims_of_own(jobs, nlp or BUNDLED)
    else:
        # No memory zone, which frees all strings first seen in it: components of other packages may keep
        # some.
        found = _claims(jobs, nlp)
    return [
        Extraction(
            claims=tuple(claims) if include == "all" else anchored(claims),
            text=job.text,
            published=job.published,
        )
        for job, claims in zip(jobs, found, strict=True)
    ]


def _claims_of_own(jobs: list[Job], setup: Setup) -> list[list[Claim]]:
    nlp = _bundled() if setup == BUNDLED else _loaded(setup)
    try:
        with nlp.memory_zone():
            return _claims(jobs, nlp)
    except BaseException:
        # spaCy does not close a memory zone on an exception, and the pipeline would refuse to open another.
        _bundled.cache_clear()
        _loaded.cache_clear()
        raise


def process_each(
    jobs: list[Job], include: Include, nlp: Language | Setup | None
) -> list[Extraction | Failure]:
    """The same, but a text on which claimx fails gives a Failure and does not affect the others."""
    try:
        return [*process(jobs, include, nlp)]
    except Exception:
        return [_process_one(job, include, nlp) for job in jobs]


def _process_one(job: Job, include: Include, nlp: Language | Setup | None) -> Extraction | Failure:
    try:
        return process([job], include, nlp)[0]
    except ClaimxError as error:
        return Failure(job.number, error)
    except Exception as error:
        reason = f"{type(error).__name__}: {error}"
        failure = ClaimxError(Errors.E037.format(number=job.number, reason=reason))
        failure.__cause__ = error
        return Failure(job.number, failure)


def _claims(jobs: list[Job], nlp: Language) -> list[list[Claim]]:
    from claimx import annotations

    def docs(parts: list[tuple[int, Chunk]]) -> Iterator[Doc]:
        for number, chunk in parts:
            doc = nlp.make_doc(chunk.text)
            annotations.set_published(doc, jobs[number].published)
            annotations.set_currency(doc, jobs[number].currency)
            yield doc

    found: list[list[Claim]] = [[] for _ in jobs]
    for parts in _parts(jobs):
        for (number, chunk), doc in zip(parts, nlp.pipe(docs(parts), batch_size=len(parts)), strict=True):
            claims, text = found[number], jobs[number].text
            before = len(claims)
            for claim in annotations.claims(doc):
                if chunk.text != text:
                    claim = _renumbered(shift(claim, text, chunk.start), before)
                claims.append(claim)
    return found


def _parts(jobs: list[Job]) -> Iterator[list[tuple[int, Chunk]]]:
    """The chunks of the texts with the indices of their jobs, in groups that are processed at once."""
    parts: list[tuple[int, Chunk]] = []
    characters = 0
    for number, job in enumerate(jobs):
        for chunk in chunks(job.text, job.start, MAX_CHUNK_CHARACTERS):
            if parts and (
                len(parts) == TEXTS_PER_NETWORK_PASS
                or characters + len(chunk.text) > CHARACTERS_PER_NETWORK_PASS
            ):
                yield parts
                parts, characters = [], 0
            parts.append((number, chunk))
            characters += len(chunk.text)
    if parts:
        yield parts


def chunks(text: str, start: int = 0, longest: int = MAX_CHUNK_CHARACTERS) -> Iterator[Chunk]:
    r"""Cut a text from an offset on: after a paragraph where there is one, else a line, a sentence, a word.

    >>> list(chunks("date 2026-02-02 Titre", 16))
    [Chunk(text='Titre', start=16)]
    >>> [chunk.text for chunk in chunks("Un deux.\n\nTrois.", longest=12)]
    ['Un deux.\n\n', 'Trois.']
    """
    while True:
        end = _cut(text, start, longest)
        yield Chunk(_SURROGATES.sub("\ufffd", text[start:end]), start)
        start = end
        if start >= len(text):
            return


def _cut(text: str, start: int, longest: int) -> int:
    if len(text) - start <= longest:
        return len(text)
    # Not before the middle: a chunk of a few words would lose the names introduced before it.
    least = start + longest // 2
    for boundary in _BOUNDARIES:
        place = text.rfind(boundary, least, start + longest)
        if place >= 0:
            return place + len(boundary)
    return start + longest


def _renumbered(claim: Claim, before: int) -> Claim:
    """A claim with its number in the whole text; before: the number of claims in earlier chunks."""
    return replace(
        claim,
        id=_number(claim.id, before),
        related=tuple(replace(item, claim=_number(item.claim, before)) for item in claim.related),
    )


def _number(name: str, before: int) -> str:
    return f"c{int(name[1:]) + before}"


@cache
def _bundled() -> Language:
    from claimx.pipeline import load

    return load()


@lru_cache(maxsize=1)
def _loaded(setup: Setup) -> Language:
    from claimx.pipeline import load

    return load(setup.model, organizations=setup.organizations, operators=setup.operators)


def tune_gc() -> None:
    """Exempt what exists now from garbage collection and collect less often. To be called after a first text.

    For processes that claimx owns, the command line and its workers: pipeline and lexicons live as long as
    they do, and scanning them repeatedly takes about 7 % of the time. Host programs tune their own collector.
    """
    gc.freeze()
    gc.set_threshold(ALLOCATIONS_PER_COLLECTION)


def batch_lock() -> RLock:
    """The lock to hold while using the bundled pipeline."""
    return _lock


def _renew_lock() -> None:
    global _lock
    _lock = RLock()


if hasattr(os, "register_at_fork"):
    # A process forked while another thread holds the lock would wait for ever.
    os.register_at_fork(after_in_child=_renew_lock)
