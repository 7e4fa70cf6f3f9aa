"""A batch of texts through a pipeline.

The bundled pipeline is loaded on first use and kept. It works under a lock and inside a spaCy
memory zone, so that calls from several threads are safe and memory stays flat over any number
of texts. What leaves this module are dataclasses of plain strings, never a Doc.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from threading import RLock
from typing import TYPE_CHECKING, Literal, NamedTuple

from claimx._chunks import MAX_CHUNK_CHARACTERS, chunks, shift
from claimx.extraction import Extraction
from claimx.model import Claim

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

Include = Literal["anchored", "all"]
INCLUDE: tuple[Include, ...] = ("anchored", "all")
# Texts that go through the network at once. Results do not depend on it (a test holds that): no layer looks
# beyond its own text.
TEXTS_PER_NETWORK_PASS = 16
_lock = RLock()


class Job(NamedTuple):
    """A text, the ISO day that its dates are resolved against, and where it starts after a header."""

    text: str
    published: str | None
    start: int


def process(jobs: list[Job], include: Include, nlp: Language | None) -> list[Extraction]:
    """The extractions of a batch, in order.

    nlp: a pipeline with the components of claimx, or None for the bundled one.
    """
    if nlp is not None:
        # No memory zone: it frees every string first met in it, and components of other packages may
        # have kept one.
        found = _claims(jobs, nlp)
    else:
        with _lock:
            nlp = _bundled()
            with nlp.memory_zone():
                found = _claims(jobs, nlp)
    return [
        Extraction(
            claims=tuple(claim for claim in claims if include == "all" or claim.is_anchored),
            text=job.text,
            published=job.published,
        )
        for job, claims in zip(jobs, found, strict=True)
    ]


def _claims(jobs: list[Job], nlp: Language) -> list[list[Claim]]:
    from claimx import annotations

    parts = [
        (number, chunk)
        for number, job in enumerate(jobs)
        for chunk in chunks(job.text, job.start, MAX_CHUNK_CHARACTERS)
    ]

    def docs() -> Iterator[Doc]:
        for number, chunk in parts:
            doc = nlp.make_doc(chunk.text)
            annotations.set_published(doc, jobs[number].published)
            yield doc

    found: list[list[Claim]] = [[] for _ in jobs]
    for (number, chunk), doc in zip(parts, nlp.pipe(docs(), batch_size=TEXTS_PER_NETWORK_PASS), strict=True):
        claims, text = found[number], jobs[number].text
        before = len(claims)
        for claim in annotations.claims(doc):
            if chunk.text != text:
                claim = _renumbered(shift(claim, text, chunk.start), before)
            claims.append(claim)
    return found


def _renumbered(claim: Claim, before: int) -> Claim:
    """A claim with its number in the whole text; before: how many claims the chunks before it have."""
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


def batch_lock() -> RLock:
    """The lock that whoever works with the bundled pipeline holds."""
    return _lock


def _renew_lock() -> None:
    global _lock
    _lock = RLock()


if hasattr(os, "register_at_fork"):
    # A process forked while another thread holds the lock would wait for it for ever.
    os.register_at_fork(after_in_child=_renew_lock)
