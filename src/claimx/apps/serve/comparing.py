"""Compares the claims of two articles: confirmed, contradicted, or with another amount.

Two claims are about the same thing if they share an organisation, and a verb or an amount. It is an aid for a
reader who looks at both, not a verdict.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import product
from typing import Literal, NamedTuple

from claimx.model import Amount, Claim, Level

Relation = Literal["confirms", "agrees", "contradicts", "differs"]
FIRM = (Level.CERTAIN, Level.PROBABLE)
MAX_PAIRS = 200


class Pair(NamedTuple):
    """A claim of each article, and what they are to each other. ``strength``: how much they share."""

    first: Claim
    second: Claim
    relation: Relation
    strength: int


class _Content(NamedTuple):
    claim: Claim
    names: frozenset[str]
    words: frozenset[str]


def compared(first: Sequence[Claim], second: Sequence[Claim]) -> list[Pair]:
    """The pairs of claims about the same thing, each claim with the one that shares most with it."""
    found = [
        pair
        for one, other in product(map(_content, first), map(_content, second))
        if (pair := _pair(one, other)) is not None
    ]
    found.sort(key=lambda pair: (-pair.strength, pair.first.start, pair.second.start))
    taken: set[tuple[int, str]] = set()
    best = []
    for pair in found:
        keys = {(0, pair.first.id), (1, pair.second.id)}
        if not keys & taken:
            taken |= keys
            best.append(pair)
    return sorted(best[:MAX_PAIRS], key=lambda pair: pair.first.start)


def _content(claim: Claim) -> _Content:
    names = frozenset(organization.name.casefold() for organization in claim.organizations)
    # The last verb of a chain is the act: "pouvoir racheter".
    return _Content(claim, names, frozenset(claim.predicate.lemma.casefold().split()[-1:]))


def _pair(one: _Content, other: _Content) -> Pair | None:
    names = len(one.names & other.names)
    verb = bool(one.words & other.words)
    fit = _fit(one.claim.amounts, other.claim.amounts)
    if not names or not (verb or fit == "same"):
        return None
    strength = 2 * names + 2 * verb + 3 * (fit == "same")
    return Pair(one.claim, other.claim, _relation(one.claim, other.claim, fit), strength)


def _relation(one: Claim, other: Claim, fit: str) -> Relation:
    if one.polarity != other.polarity:
        return "contradicts"
    if fit == "apart":
        return "differs"
    return "confirms" if (one.confidence.level in FIRM) != (other.confidence.level in FIRM) else "agrees"


def _fit(first: Sequence[Amount], second: Sequence[Amount]) -> str:
    """How the amounts of one currency fit: "same" for a shared bound, "open", or "apart"."""
    pairs = [(one, other) for one, other in product(first, second) if one.currency == other.currency]
    if any(_bounds(one) & _bounds(other) for one, other in pairs):
        return "same"
    return "open" if not pairs or any(_overlap(one, other) for one, other in pairs) else "apart"


def _bounds(amount: Amount) -> set[Decimal]:
    return {Decimal(side) for side in (amount.minimum, amount.maximum) if side is not None}


def _overlap(one: Amount, other: Amount) -> bool:
    lows = [Decimal(side) for side in (one.minimum, other.minimum) if side is not None]
    highs = [Decimal(side) for side in (one.maximum, other.maximum) if side is not None]
    return not lows or not highs or max(lows) <= min(highs)
