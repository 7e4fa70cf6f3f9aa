"""Compares the claims of two articles: confirmed, contradicted, or with another amount.

Two claims are about the same thing if they share an organisation, and a verb or an amount. It is an aid for a
reader who looks at both, not a verdict.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import islice, product
from typing import Literal, NamedTuple

from claimx.model import Amount, Claim, Level

Relation = Literal["confirms", "agrees", "contradicts", "differs"]
FIRM = (Level.CERTAIN, Level.PROBABLE)
MAX_PAIRS = 200
# Pairs that are looked at. Articles of 2,000 words have some hundred; those made to have millions are cut.
MAX_CANDIDATES = 50_000


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
    bounds: frozenset[tuple[str | None, Decimal]]

    def shared(self) -> Iterator[tuple[object, ...]]:
        """What two claims about the same thing have in common: a name with a verb, or with a bound."""
        for name in sorted(self.names):
            yield from ((name, part) for part in (*sorted(self.words), *sorted(self.bounds, key=repr)))


def compared(first: Sequence[Claim], second: Sequence[Claim]) -> list[Pair]:
    """The pairs of claims about the same thing, each claim with the one that shares most with it."""
    found = [_pair(one, other) for one, other in islice(_candidates(first, second), MAX_CANDIDATES)]
    found.sort(key=lambda pair: (-pair.strength, pair.first.start, pair.second.start))
    taken: set[tuple[int, str]] = set()
    best = []
    for pair in found:
        keys = {(0, pair.first.id), (1, pair.second.id)}
        if not keys & taken:
            taken |= keys
            best.append(pair)
    return sorted(best[:MAX_PAIRS], key=lambda pair: pair.first.start)


def _candidates(first: Sequence[Claim], second: Sequence[Claim]) -> Iterator[tuple[_Content, _Content]]:
    """The pairs that share an organisation, and a verb or the bound of an amount, each once."""
    others: dict[tuple[object, ...], list[_Content]] = {}
    for content in map(_content, second):
        for key in content.shared():
            others.setdefault(key, []).append(content)
    for one in map(_content, first):
        found = {other.claim.id: other for key in one.shared() for other in others.get(key, ())}
        yield from ((one, other) for other in found.values())


def _content(claim: Claim) -> _Content:
    names = frozenset(organization.name.casefold() for organization in claim.organizations)
    # The last verb of a chain is the act: "pouvoir racheter".
    bounds = frozenset((amount.currency, bound) for amount in claim.amounts for bound in _bounds(amount))
    return _Content(claim, names, frozenset(claim.predicate.lemma.casefold().split()[-1:]), bounds)


def _pair(one: _Content, other: _Content) -> Pair:
    names = len(one.names & other.names)
    verb = bool(one.words & other.words)
    fit = _fit(one, other)
    strength = 2 * names + 2 * verb + 3 * (fit == "same")
    return Pair(one.claim, other.claim, _relation(one.claim, other.claim, fit), strength)


def _relation(one: Claim, other: Claim, fit: str) -> Relation:
    if one.polarity != other.polarity:
        return "contradicts"
    if fit == "apart":
        return "differs"
    return "confirms" if (one.confidence.level in FIRM) != (other.confidence.level in FIRM) else "agrees"


def _fit(one: _Content, other: _Content) -> str:
    """How the amounts of one currency fit: "same" for a shared bound, "open", or "apart"."""
    if one.bounds & other.bounds:
        return "same"
    amounts = product(one.claim.amounts, other.claim.amounts)
    pairs = [(first, second) for first, second in amounts if first.currency == second.currency]
    return "open" if not pairs or any(_overlap(first, second) for first, second in pairs) else "apart"


def _bounds(amount: Amount) -> set[Decimal]:
    return {Decimal(side) for side in (amount.minimum, amount.maximum) if side is not None}


def _overlap(one: Amount, other: Amount) -> bool:
    lows = [Decimal(side) for side in (one.minimum, other.minimum) if side is not None]
    highs = [Decimal(side) for side in (one.maximum, other.maximum) if side is not None]
    return not lows or not highs or max(lows) <= min(highs)
