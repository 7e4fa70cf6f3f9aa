"""A text cut where claims, and what is marked inside them, begin and end.

Claims nest and overlap, which HTML elements cannot: every piece between two boundaries gets the claims that
cover it, the outermost first, and the kind of mark that wins there (an amount, a name, a cue).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from claimx.model import Claim

# The kinds of marks; where two cover a piece, the one named first wins.
KINDS = ("amount", "organization", "date", "source", "cue")


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of the text, the claims that cover it, those that begin with it, and its mark or ""."""

    text: str
    start: int
    claims: tuple[Claim, ...]
    opened: tuple[Claim, ...]
    mark: str


class _Mark(NamedTuple):
    start: int
    end: int
    rank: int


def segments(text: str, claims: Sequence[Claim], cuts: Iterable[int] = ()) -> Iterator[Segment]:
    """Cut a text, also at further places if there are any. The texts of all segments together are the text.

    One sweep: the time grows with the text, and with how many claims cover one place.
    """
    waiting = sorted(claims, key=lambda claim: (claim.start, -claim.end))[::-1]
    marks = sorted(set(_marks(claims)))[::-1]
    places = {0, len(text), *cuts}
    places.update(place for claim in waiting for place in (claim.start, claim.end))
    places.update(place for mark in marks for place in (mark.start, mark.end))
    covering: list[Claim] = []
    marked: list[_Mark] = []
    for start, end in pairwise(sorted(places)):
        covering = [claim for claim in covering if claim.end > start]
        marked = [mark for mark in marked if mark.end > start]
        opened = []
        while waiting and waiting[-1].start == start:
            opened.append(waiting.pop())
        while marks and marks[-1].start == start:
            marked.append(marks.pop())
        covering += opened
        kind = KINDS[min(mark.rank for mark in marked)] if marked else ""
        yield Segment(text[start:end], start, tuple(covering), tuple(opened), kind)


def _marks(claims: Sequence[Claim]) -> Iterator[_Mark]:
    for claim in claims:
        groups = (claim.amounts, claim.organizations, claim.dates, claim.sources, claim.cues)
        for rank, found in enumerate(groups):
            yield from (_Mark(item.start, item.end, rank) for item in found)
