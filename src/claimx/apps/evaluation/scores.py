"""Scores from pairs of claims: precision, recall and F of each kind of item, level and polarity."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from claimx.apps.evaluation.gold import GoldDocument
from claimx.apps.evaluation.matching import (
    Pairing,
    same_amount,
    same_organization,
    same_place,
    same_source,
    shared,
)
from claimx.model import Claim, Level

KINDS = ("claim", "claim+level", "sources", "cues", "organizations", "amounts", "dates")
ITEMS = KINDS[2:]
LEVELS = tuple(map(str, Level))
HEDGED = ("possible", "doubtful", "unknown")
# Further figures beside the F of each kind.
FIGURES = ("level_accuracy", "level_macro_f", "hedged_f", "negative_f")


@dataclass(slots=True)
class Counts:
    """The counts of one document or of several.

    hit, gold, found: by kind. levels: pairs by the gold level and the level found, None for a missed claim.
    polarity: pairs by both polarities.
    """

    hit: Counter[str] = field(default_factory=Counter)
    gold: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    levels: Counter[tuple[str, str | None]] = field(default_factory=Counter)
    polarity: Counter[tuple[str, str]] = field(default_factory=Counter)

    def add(self, other: Counts, times: int = 1) -> None:
        """Add the counts of a document, ``times`` times."""
        for mine, theirs in zip(self.parts(), other.parts(), strict=True):
            for key, number in theirs.items():
                mine[key] += number * times

    def parts(self) -> tuple[Counter[Any], ...]:
        """The five counters."""
        return (self.hit, self.gold, self.found, self.levels, self.polarity)

    def to_list(self) -> list[list[list[Any]]]:
        """Plain JSON types."""
        return [[[key, number] for key, number in part.items()] for part in self.parts()]

    @classmethod
    def from_list(cls, plain: Any) -> Counts:
        """Counts from the result of `to_list`."""
        parts: list[Any] = [
            Counter({tuple(key) if isinstance(key, list) else key: number for key, number in part})
            for part in plain
        ]
        return cls(*parts)


def counted(document: GoldDocument, paired: Pairing) -> Counts:
    """The counts of one document: gold items not found are missed, found items without gold are wrong."""
    counts = Counts()
    same: dict[str, Any] = {
        "sources": same_source,
        "cues": same_place,
        "organizations": same_organization(document.text),
        "amounts": same_amount,
        "dates": same_place,
    }
    found = [*(claim for _, claim in paired.pairs), *paired.wrong]
    for kind in KINDS[:2]:
        counts.gold[kind] += len(document.claims)
        counts.found[kind] += len(found)
    for kind in ITEMS:
        counts.gold[kind] += sum(len(getattr(claim, kind)) for claim in document.claims)
        counts.found[kind] += sum(len(getattr(claim, kind)) for claim in found)
    counts.hit["claim"] += len(paired.pairs)
    for gold, claim in paired.pairs:
        counts.levels[gold.level, str(claim.confidence.level)] += 1
        counts.polarity[gold.polarity, str(claim.polarity)] += 1
        counts.hit["claim+level"] += is_right(gold, claim)
        for kind in ITEMS:
            counts.hit[kind] += shared(getattr(gold, kind), getattr(claim, kind), same[kind])
    for gold in paired.missed:
        counts.levels[gold.level, None] += 1
    return counts


def is_right(gold: Any, claim: Claim) -> bool:
    """Whether a claim has the gold level and polarity."""
    return bool(gold.level == claim.confidence.level and gold.polarity == claim.polarity)


def total(all_counts: Iterable[Counts]) -> Counts:
    """The sum of the counts of documents."""
    summed = Counts()
    for counts in all_counts:
        summed.add(counts)
    return summed


def scores(counts: Counts) -> dict[str, float]:
    """Every figure by its name: F of the kinds, FIGURES, and F of each level as ``level:possible``."""
    found = {kind: prf(counts, kind)[2] for kind in KINDS}
    levels = counts.levels
    matched = sum(number for (_, got), number in levels.items() if got)
    per_level = {level: _f(levels, (level,), (level,)) for level in LEVELS}
    found |= {
        "level_accuracy": sum(levels[level, level] for level in LEVELS) / matched if matched else 0.0,
        "level_macro_f": sum(per_level.values()) / len(LEVELS),
        "hedged_f": _f(levels, HEDGED, HEDGED),
        "negative_f": _f(counts.polarity, ("negative",), ("negative",)),
    }
    return found | {f"level:{level}": value for level, value in per_level.items()}


def prf(counts: Counts, kind: str) -> tuple[float, float, float]:
    """Precision, recall and F of a kind."""
    hit, gold, found = counts.hit[kind], counts.gold[kind], counts.found[kind]
    precision, recall = (hit / found if found else 0.0), (hit / gold if gold else 0.0)
    both = precision + recall
    return precision, recall, 2 * precision * recall / both if both else 0.0


def _f(counts: Counter[Any], gold: tuple[str, ...], found: tuple[str, ...]) -> float:
    """F of each class in a table of pairs, by gold class and class found."""
    hit = sum(number for (one, other), number in counts.items() if one in gold and other in found)
    all_gold = sum(number for (one, _), number in counts.items() if one in gold)
    all_found = sum(number for (_, other), number in counts.items() if other in found)
    return 2 * hit / (all_gold + all_found) if all_gold + all_found else 0.0
