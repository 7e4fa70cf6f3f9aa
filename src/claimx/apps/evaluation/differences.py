"""The differences between gold and what was found, each with its place in the text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any

from claimx.apps.evaluation.gold import GoldClaim, GoldDocument
from claimx.apps.evaluation.matching import Pairing
from claimx.apps.evaluation.scores import is_right
from claimx.model import Claim

BEFORE, AFTER = 70, 50


@dataclass(frozen=True, slots=True)
class Difference:
    """A claim that is missed, wrong, or of another level or polarity.

    before, predicate, after: its place. gold, found: "possible, negative"; "" where there is none.
    """

    document: str
    kind: str
    gold: str
    found: str
    before: str
    predicate: str
    after: str

    def to_dict(self) -> dict[str, Any]:
        """Plain JSON types."""
        return asdict(self)


def differences_of(document: GoldDocument, paired: Pairing) -> Iterator[Difference]:
    """The differences of a document: levels and polarities, then missed claims, then wrong ones."""
    for gold, claim in paired.pairs:
        if not is_right(gold, claim):
            yield _difference(document, "level", gold.predicate[0], gold, claim)
    for gold in paired.missed:
        yield _difference(document, "missed", gold.predicate[0], gold, None)
    for claim in paired.wrong:
        yield _difference(document, "wrong", (claim.predicate.start, claim.predicate.end), None, claim)


def _difference(
    document: GoldDocument, kind: str, place: tuple[int, int], gold: GoldClaim | None, claim: Claim | None
) -> Difference:
    start, end = place
    text = document.text
    return Difference(
        document=document.id,
        kind=kind,
        gold=f"{gold.level}, {gold.polarity}" if gold else "",
        found=f"{claim.confidence.level}, {claim.polarity}" if claim else "",
        before=text[max(0, start - BEFORE) : start],
        predicate=text[start:end],
        after=text[end : end + AFTER],
    )
