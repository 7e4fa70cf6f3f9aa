"""Ranges and lists whose unit stands once: "entre 10 et 20 millions d'euros", "2 et 1,4 milliards".

Takes the quantities of a text, gives groups of them: a pair that makes a range, or one alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from claimx.lexicons import read
from claimx.model import Relation
from claimx.parsing.bounds import Bound, bound
from claimx.parsing.numbers import times
from claimx.parsing.quantities import Quantity
from claimx.parsing.scanner import BREAK, NUMBER, Token

_DASHES = frozenset("-–—‑−")
_LOOK_BACK = 8
_THOUSAND, _THOUSANDTH = Decimal(1000), Decimal("0.001")
_CLAUSE_ENDS = frozenset(",;:.!?()")
_LEAST_LITERAL = 10_000


@dataclass(slots=True)
class Candidate:
    """What may be an amount: one quantity with its bound, or two that make a range."""

    low: Quantity
    high: Quantity
    bound: Bound

    @property
    def is_range(self) -> bool:
        """Whether there are two ends."""
        return self.low is not self.high


@cache
def _change_words() -> tuple[frozenset[str], tuple[str, ...]]:
    words = [row["word"] for row in read("change_words")]
    return (
        frozenset(word for word in words if not word.endswith("-")),
        tuple(word.removesuffix("-") for word in words if word.endswith("-")),
    )


def candidates(tokens: list[Token], found: list[Quantity]) -> list[Candidate]:
    """Join the quantities that make ranges, share units along lists, attach bounds."""
    results: list[Candidate] = []
    lowest = index = 0
    while index < len(found):
        low = found[index]
        high = found[index + 1] if index + 1 < len(found) else None
        candidate = None
        if high is not None and high.first - low.end <= 6:
            candidate = _joined(tokens, low, high, lowest)
        if candidate is None:
            candidate = Candidate(low, low, bound(tokens, low.first, low.end, lowest=lowest))
        results.append(candidate)
        if candidate.high.currency is not None or candidate.high.scale > 1:
            lowest = max(candidate.bound.end, candidate.high.end)
        index += 2 if candidate.is_range else 1
    return results


def _joined(tokens: list[Token], low: Quantity, high: Quantity, lowest: int) -> Candidate | None:
    """The range that two neighbours make; None where they are two amounts (units still shared)."""
    inner = bound(tokens, high.first, high.end, lowest=low.end, after=False)
    between = [token.norm for token in tokens[low.end : inner.first]]
    if between == [",", "voire"]:
        between = ["voire"]
    if len(between) != 1 or low.magnitude or high.magnitude:
        return None
    outer = bound(tokens, low.first, low.end, lowest=lowest, after=False)
    opening = tokens[outer.first - 1].norm if outer.first > lowest else ""
    connector = between[0]
    pair = connector == "et" and opening == "entre"
    span = connector == "à" or connector in _DASHES
    if not (pair or span or connector in ("ou", "voire", "et", ",", "puis")):
        return None
    spanned = connector == "à" and opening in ("de", "d'", "du", "des")
    changes = spanned and _changes(tokens, outer.first - 1)
    listed = connector in ("et", ",", "puis") and not pair
    if not listed and _is_year(tokens, low) and not _is_year(tokens, high):
        return None
    if spanned and low.currency is None and low.scale == 1 and times(low.value, high.scale) >= high.value:
        # "de 31 à 26 millions": a fall, both ends in the same unit.
        low.value, low.scale = times(low.value, high.scale), high.scale
        low.currency, low.shared = high.currency, high.currency is not None
        return None
    if not _share(tokens, low, high, bare=not listed):
        return None
    if listed or changes or low.value >= high.value:
        return None
    first = outer.first - 1 if pair or (connector == "à" and opening in ("de", "d'")) else outer.first
    right = bound(tokens, high.first, high.end, lowest=high.end)
    return Candidate(low, high, Bound(first, right.end, Relation.RANGE))


def _is_year(tokens: list[Token], quantity: Quantity) -> bool:
    """Whether four bare digits may be a year."""
    written = tokens[quantity.first].norm
    return quantity.end - quantity.first == 1 and len(written) == 4 and written[:2] in ("19", "20")


def _share(tokens: list[Token], low: Quantity, high: Quantity, *, bare: bool) -> bool:
    """Give the first of two the unit of the second, or the other way. False where they do not fit.

    bare: whether a bare number may take it ("entre 10 et 20 millions"), not in a mere list.
    """
    if low.currency is not None and high.currency is None:
        if not bare or tokens[low.first].kind == NUMBER or not low.digits or not high.digits:
            return False
        high.currency, high.shared = low.currency, True
        return True
    if low.currency is not None and high.currency is not None:
        return low.currency.code == high.currency.code
    if high.currency is None and high.scale == 1:
        return False
    if low.scale == 1:
        if not bare:
            return False
        if high.scale == 1 and high.digits and _in_thousands(low.value, high.value):
            low.value = times(low.value, _THOUSAND)
        for factor in (high.scale, times(high.scale, _THOUSANDTH), Decimal(1)):
            scaled = times(low.value, factor)
            literal = factor == 1 and low.value >= _LEAST_LITERAL
            if 0 < scaled < high.value and (
                factor == high.scale or literal or (factor > 1 and low.value < 1000)
            ):
                low.value, low.scale = scaled, factor
                break
        else:
            return False
    low.currency, low.shared = high.currency, high.currency is not None
    return True


def _in_thousands(low: Decimal, high: Decimal) -> bool:
    """Whether the first of two counts the thousands of the second: "500-600 000 euros"."""
    return 1 < low < _THOUSAND and int(high) % 1000 == 0 and times(low, _THOUSAND) < high


def _changes(tokens: list[Token], index: int) -> bool:
    """Whether a word of change stands before "de X à Y", in the same clause."""
    words, stems = _change_words()
    for token in reversed(tokens[max(0, index - _LOOK_BACK) : index]):
        if token.kind == BREAK or token.norm in _CLAUSE_ENDS:
            return False
        if token.norm in words or token.norm.startswith(stems):
            return True
    return False
