"""Ranges and lists whose unit stands once: "entre 10 et 20 millions d'euros", "2, 3 et 5 milliards".

Takes the quantities of a text, gives groups of them: a pair that makes a range, or one alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from claimx.lexicons import read
from claimx.model import Relation
from claimx.values.amounts.bounds import Bound, bound
from claimx.values.amounts.context_words import context_words
from claimx.values.amounts.disambiguation import counts_after
from claimx.values.amounts.units import Quantity
from claimx.values.numbers import times
from claimx.values.scanner import BREAK, NUMBER, WORD, Token, key

_DASHES = frozenset("-–—‑−")
_MAX_TOKENS_TO_CHANGE = 8
_THOUSAND, _THOUSANDTH = Decimal(1000), Decimal("0.001")
_CLAUSE_ENDS = frozenset(",;:.!?()")
_MIN_LITERAL_VALUE = 10_000
_LOWER = (Relation.AT_LEAST, Relation.MORE_THAN)
_UPPER = (Relation.AT_MOST, Relation.LESS_THAN)
_MAX_TOKENS_BETWEEN_ENDS = 6


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


def candidates(text: str, tokens: list[Token], found: list[Quantity]) -> list[Candidate]:
    """Join the quantities that make ranges, share units along lists, attach bounds."""
    _share_lists(text, tokens, found)
    results: list[Candidate] = []
    lowest = index = 0
    while index < len(found):
        low = found[index]
        high = found[index + 1] if index + 1 < len(found) else None
        candidate = None
        if high is not None and high.first - low.end <= _MAX_TOKENS_BETWEEN_ENDS:
            candidate = _joined(text, tokens, low, high, lowest)
        if candidate is None:
            candidate = Candidate(low, low, bound(tokens, low.first, low.end, lowest=lowest))
        results.append(candidate)
        if candidate.high.currency is not None or candidate.high.scale > 1:
            lowest = max(candidate.bound.end, candidate.high.end)
        index += 2 if candidate.is_range else 1
    return results


def _joined(text: str, tokens: list[Token], low: Quantity, high: Quantity, lowest: int) -> Candidate | None:
    """The range that two neighbours make; None where they are two amounts (units still shared)."""
    inner = bound(tokens, high.first, high.end, lowest=low.end, after=False)
    between = [token.norm for token in tokens[low.end : inner.first]]
    if between == [",", "voire"]:
        between = ["voire"]
    if len(between) != 1 or low.magnitude != high.magnitude:
        return None
    if low.magnitude:
        return _joined_magnitudes(tokens, low, high, between[0], lowest)
    outer = bound(tokens, low.first, low.end, lowest=lowest, after=False)
    opening = tokens[outer.first - 1].norm if outer.first > lowest else ""
    connector = between[0]
    bounded = outer.relation in _LOWER and inner.relation in _UPPER and low.currency is None
    pair = connector == "et" and (opening == "entre" or bounded)
    span = connector == "à" or connector in _DASHES
    if not (pair or span or connector in ("ou", "voire", "et", ",", "puis")):
        return None
    spanned = connector == "à" and opening in ("de", "d'", "du", "des")
    changes = spanned and _changes(tokens, outer.first - 1)
    listed = connector in ("et", ",", "puis") and not pair
    if not listed and _is_year(tokens, low) and not _is_year(tokens, high):
        return None
    if connector in ("ou", "voire") and inner.relation not in (Relation.EXACT, Relation.APPROXIMATE):
        # "moins de 800 euros ou plus de 10 000 euros": what lies between is what is left out.
        return None
    literal = _MIN_LITERAL_VALUE <= low.value < high.value
    bare = low.currency is None and low.scale == 1 and not literal
    if spanned and bare and times(low.value, high.scale) >= high.value:
        # "de 40 à 25 millions": a fall, both ends in the same unit.
        low.value, low.scale = times(low.value, high.scale), high.scale
        low.currency = high.currency
        return None
    if low.currency is not None and high.currency is None and counts_after(text, tokens, high.end):
        # "verser 100 euros à 2 millions de ménages"
        return None
    if not _share(tokens, low, high, bare=not listed, opened=pair or spanned):
        return None
    if listed or changes or low.value >= high.value:
        return None
    announced = (pair and opening == "entre") or (connector == "à" and opening in ("de", "d'"))
    first = outer.first - 1 if announced else outer.first
    right = bound(tokens, high.first, high.end, lowest=high.end)
    return Candidate(low, high, Bound(first, right.end, Relation.RANGE))


def _is_year(tokens: list[Token], quantity: Quantity) -> bool:
    """Whether four bare digits may be a year."""
    written = tokens[quantity.first].norm
    return quantity.end - quantity.first == 1 and len(written) == 4 and written[:2] in ("19", "20")


def _share(tokens: list[Token], low: Quantity, high: Quantity, *, bare: bool, opened: bool) -> bool:
    """Give the first of two the unit of the second, or the other way. False where they do not fit.

    bare: whether a bare number may take it ("entre 10 et 20 millions"), not in a mere list.
    opened: whether "de" or "entre" announces both ("de 500 000 euros à 1 million").
    """
    if low.currency is not None:
        before = tokens[low.first].kind != NUMBER and low.digits
        if high.currency is None:
            if not bare or not ((opened and high.scale > 1) or (before and high.digits)):
                return False
            high.currency = low.currency
        _share_scale(low, high, before=before)
        return low.currency.code == high.currency.code
    if high.currency is None and high.scale == 1:
        return False
    if low.scale == 1:
        if not bare:
            return False
        if high.scale == 1 and low.digits == high.digits and _in_thousands(low, high):
            low.value = times(low.value, _THOUSAND)
        for factor in (high.scale, times(high.scale, _THOUSANDTH), Decimal(1)):
            scaled = times(low.value, factor)
            literal = factor == 1 and low.value >= _MIN_LITERAL_VALUE
            if 0 < scaled < high.value and (
                factor == high.scale or literal or (factor > 1 and low.value < 1000)
            ):
                low.value, low.scale = scaled, factor
                break
        else:
            return False
    low.currency = high.currency
    return True


def _share_scale(low: Quantity, high: Quantity, *, before: bool) -> None:
    """The multiplier of the second counts for a first with its currency before it: "$10-20 milliards"."""
    scaled = times(low.value, high.scale)
    if before and low.scale == 1 and high.scale > 1 and scaled < high.value:
        low.value, low.scale = scaled, high.scale


def _in_thousands(low: Quantity, high: Quantity) -> bool:
    """Whether the first of two counts the thousands of the second: "500-600 000", "deux à trois mille"."""
    least = 1 if low.digits else 0
    thousands = int(high.value) % 1000 == 0 and times(low.value, _THOUSAND) < high.value
    return least < low.value < _THOUSAND and thousands


def _joined_magnitudes(
    tokens: list[Token], low: Quantity, high: Quantity, connector: str, lowest: int
) -> Candidate | None:
    """Two orders of magnitude of one unit: "des dizaines, voire des centaines de millions d'euros"."""
    if connector not in ("voire", "ou", "et", "à") or low.currency is not None:
        return None
    if low.scale == 1:
        low.value, low.scale = times(low.value, high.scale), high.scale
    if low.value > high.value:
        return None
    low.currency = high.currency
    outer = bound(tokens, low.first, low.end, lowest=lowest, after=False)
    return Candidate(low, high, Bound(outer.first, high.end, Relation.MAGNITUDE))


def _share_lists(text: str, tokens: list[Token], found: list[Quantity]) -> None:
    """Give the bare numbers of a list the unit of its last: "2, 3 et 5 milliards d'euros"."""
    follows = False
    for low, high in zip(reversed(found[:-1]), reversed(found[1:]), strict=True):
        between = tokens[low.end].norm if high.first == low.end + 1 else ""
        follows = (
            between in (("et", ",") if follows else ("et",))
            and low.digits
            and high.digits
            and low.currency is None
            and low.scale == 1
            and not low.magnitude
            and not high.magnitude
            and (high.currency is not None or high.scale > 1)
            and not _is_year(tokens, low)
            and not _is_numbered(text, tokens, low.first)
            and (high.scale > 1 or _opens_list(tokens, low.first))
        )
        if follows:
            low.unit_of = high.unit_of or high
            low.value, low.scale = times(low.value, high.scale), high.scale
            low.currency = high.currency


def _opens_list(tokens: list[Token], index: int) -> bool:
    """Whether a list of small sums may begin at a number: "des billets de 10 et 20 euros"."""
    if index == 0:
        return True
    before = tokens[index - 1].norm
    if before == ",":
        return index > 1 and tokens[index - 2].kind == NUMBER
    return context_words("list").match(key(before))


def _is_numbered(text: str, tokens: list[Token], index: int) -> bool:
    """Whether a bare number opens a range or numbers a thing: "entre 2 et 5", "article 2", "la Ligue 1"."""
    if index == 0:
        return False
    before = tokens[index - 1]
    name = before.kind == WORD and index > 1 and text[before.start].isupper()
    return name or before.norm == "entre" or context_words("numbered").match(before.norm)


def _changes(tokens: list[Token], index: int) -> bool:
    """Whether a word of change stands before "de X à Y", in the same clause."""
    words, stems = _change_words()
    for token in reversed(tokens[max(0, index - _MAX_TOKENS_TO_CHANGE) : index]):
        if token.kind == BREAK or token.norm in _CLAUSE_ENDS:
            return False
        if token.norm in words or token.norm.startswith(stems):
            return True
    return False
