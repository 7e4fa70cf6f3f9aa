"""Ranges in which the unit is written once: "entre 10 et 20 millions d'euros", "500 à 600 000 euros".

Groups the quantities of a text: the two ends of a range, or a single one.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from claimx.lexicons import read
from claimx.model import Relation
from claimx.values.amounts.bounds import Bound, bound
from claimx.values.amounts.context_words import context_words
from claimx.values.amounts.disambiguation import counts_after
from claimx.values.amounts.lists import is_year, share_ellipses, share_lists
from claimx.values.amounts.shared_units import MIN_LITERAL_VALUE, share_hundreds, share_hundredths, share_unit
from claimx.values.amounts.units import Quantity
from claimx.values.numbers import times
from claimx.values.scanner import BREAK, Token, key

_DASHES = frozenset("-–—‑−")
_MAX_TOKENS_TO_CHANGE = 8
_CLAUSE_ENDS = frozenset(",;:.!?()")
_LOWER = (Relation.AT_LEAST, Relation.MORE_THAN)
_UPPER = (Relation.AT_MOST, Relation.LESS_THAN)
_MAX_TOKENS_BETWEEN_ENDS = 6


@dataclass(slots=True)
class Candidate:
    """A possible amount: one quantity with its bound, or the two ends of a range."""

    low: Quantity
    high: Quantity
    bound: Bound

    @property
    def is_range(self) -> bool:
        """Whether there are two ends."""
        return self.low is not self.high


@cache
def _change_words(kind: str) -> tuple[frozenset[str], tuple[str, ...]]:
    words = [row["word"] for row in read("change_words") if row["kind"] == kind]
    return (
        frozenset(word for word in words if not word.endswith("-")),
        tuple(word.removesuffix("-") for word in words if word.endswith("-")),
    )


def candidates(text: str, tokens: list[Token], found: list[Quantity]) -> list[Candidate]:
    """Join the ends of ranges, share units within lists, attach bounds; bare numbers are left out."""
    share_lists(text, tokens, found)
    share_ellipses(text, tokens, found)
    results: list[Candidate] = []
    lowest = index = 0
    while index < len(found):
        low = found[index]
        high = found[index + 1] if index + 1 < len(found) else None
        candidate = None
        if low.first < lowest:  # the margin of the amount before: "à quelques euros près"
            index += 1
            continue
        near = high is not None and high.first - low.end <= _MAX_TOKENS_BETWEEN_ENDS
        if high is not None and near and not (low.is_listed and high.is_listed):
            candidate = _joined(text, tokens, low, high, lowest)
        if candidate is None and low.is_bare:
            index += 1
            continue
        if candidate is None:
            candidate = Candidate(low, low, bound(tokens, low.first, low.end, lowest=lowest))
        results.append(candidate)
        if candidate.high.currency is not None or candidate.high.scale > 1:
            lowest = max(candidate.bound.end, candidate.high.end)
        index += 2 if candidate.is_range else 1
    return results


@dataclass(slots=True)
class _Pair:
    """Two neighbouring quantities, their bounds, the word between them and the word before the first.

    is_between: whether the construction is "entre X et Y", or "plus de X et moins de Y".
    """

    tokens: list[Token]
    low: Quantity
    high: Quantity
    outer: Bound
    inner: Bound
    connector: str
    opening: str
    is_between: bool

    @property
    def is_slash(self) -> bool:
        """Whether a slash separates two plain figures: "20/25 €"."""
        return self.connector == "/" and self.low.currency is None and self.low.digits and self.high.digits

    @property
    def is_span(self) -> bool:
        """Whether the construction is "X à Y" or "X-Y"."""
        return self.connector == "à" or self.connector in _DASHES or self.is_slash

    @property
    def is_list(self) -> bool:
        """Whether the construction is "X, Y", "X et Y" or "X puis Y": two amounts, perhaps with one unit."""
        return not self.is_between and context_words("list_link").match(self.connector)

    @property
    def is_alternative(self) -> bool:
        """Whether the construction is "X ou Y" or "X voire Y"."""
        return context_words("alternative").match(self.connector)

    @property
    def is_announced(self) -> bool:
        """Whether the construction is "de X à Y"."""
        return self.connector == "à" and key(self.opening) == "de"


def _joined(text: str, tokens: list[Token], low: Quantity, high: Quantity, lowest: int) -> Candidate | None:
    """The range of two neighbouring quantities; None if they are two amounts (a unit may still be shared)."""
    inner = bound(tokens, high.first, high.end, lowest=low.end, after=False)
    connector = _connector(tokens, low.end, inner.first)
    if connector is None or low.magnitude != high.magnitude:
        return None
    if low.magnitude:
        return _joined_magnitudes(tokens, low, high, connector, lowest)
    outer = bound(tokens, low.first, low.end, lowest=lowest, after=False)
    opening = tokens[outer.first - 1].norm if outer.first > lowest else ""
    bounded = outer.relation in _LOWER and inner.relation in _UPPER and low.currency is None
    is_between = (connector == "et" and context_words("between").match(opening)) or (
        bounded and context_words("narrow").match(connector)
    )
    pair = _Pair(tokens, low, high, outer, inner, connector, opening, is_between)
    if not (pair.is_between or pair.is_span or pair.is_list or pair.is_alternative):
        return None
    if low.value < 0 and high.value < 0 and pair.is_span:
        return _below_zero(pair)
    if not pair.is_list:
        share_hundredths(low, high)
    place = outer.first - 1
    # "recule de 2 à 3 euros" is the size of the fall, "recule de 3 à 2 euros" its start and end.
    changes = pair.is_announced and (_changes(tokens, place, "level") or _changes(tokens, place, "fall"))
    by_how_much = low.value < high.value and pair.is_announced and _changes(tokens, place, "fall")
    if _is_step(tokens, pair):
        return None
    if _is_apart(pair) or _falls(pair) or _pays_many(text, pair):
        return None
    if not pair.is_list:
        share_hundreds(low, high)
    shared = share_unit(tokens, low, high, bare=not pair.is_list, opened=pair.is_between or pair.is_span)
    if not shared or pair.is_list or (changes and not by_how_much) or low.value >= high.value:
        return None
    opens = opening in ("de", "d'") if connector == "à" else context_words("between").match(opening)
    right = bound(tokens, high.first, high.end, lowest=high.end)
    return Candidate(low, high, Bound(outer.first - opens, right.end, Relation.RANGE))


def _below_zero(pair: _Pair) -> Candidate | None:
    """A range of negative amounts, in ascending order: "de -3 à -5 millions d'euros" is -5 to -3 million."""
    low, high = pair.low, pair.high
    if low.scale == 1 and low.currency is None:
        low.value, low.scale = times(low.value, high.scale), high.scale
    low.currency = low.currency or high.currency
    if low.currency != high.currency or low.value == high.value:
        return None
    low.value, high.value = min(low.value, high.value), max(low.value, high.value)
    first = pair.outer.first - (pair.opening in ("de", "d'"))
    return Candidate(low, high, Bound(first, high.end, Relation.RANGE))


def _connector(tokens: list[Token], start: int, end: int) -> str | None:
    """The one word or mark between two quantities, ignoring a comma before "voire"; None for more."""
    between = [token.norm for token in tokens[start:end]]
    if len(between) == 2 and between[0] == "," and context_words("correction").match(between[1]):
        return between[1]
    return between[0] if len(between) == 1 else None


def _is_apart(pair: _Pair) -> bool:
    """Whether the first is a year, or the two exclude each other: "moins de 800 euros ou plus de 10 000"."""
    if not pair.is_list and is_year(pair.tokens, pair.low) and not is_year(pair.tokens, pair.high):
        return True
    blurred = pair.inner.relation in (Relation.EXACT, Relation.APPROXIMATE)
    return pair.is_alternative and not blurred


def _falls(pair: _Pair) -> bool:
    """Whether it is a fall, "de 40 à 25 millions"; the first then takes the unit of the second."""
    low, high = pair.low, pair.high
    literal = MIN_LITERAL_VALUE <= low.value < high.value
    bare = low.currency is None and low.scale == 1 and not literal
    if not (pair.is_announced and bare and times(low.value, high.scale) >= high.value):
        return False
    low.value, low.scale = times(low.value, high.scale), high.scale
    low.currency = high.currency
    return True


def _is_step(tokens: list[Token], pair: _Pair) -> bool:
    """Whether the first is a change and the second the level that it leads to: "perd 2 euros à 57 euros"."""
    if pair.connector != "à" or pair.low.currency is None or pair.high.currency is None:
        return False
    return _changes(tokens, pair.outer.first, "step")


def _pays_many(text: str, pair: _Pair) -> bool:
    """Whether the second number counts recipients: "verser 100 euros à 2 millions de ménages"."""
    if pair.low.currency is None or pair.high.currency is not None:
        return False
    return counts_after(text, pair.tokens, pair.high.end)


def _joined_magnitudes(
    tokens: list[Token], low: Quantity, high: Quantity, connector: str, lowest: int
) -> Candidate | None:
    """Two orders of magnitude as a range: "des dizaines, voire des centaines de millions d'euros"."""
    linked = connector in ("et", "à") or context_words("alternative").match(connector)
    if not linked or low.currency is not None:
        return None
    if low.scale == 1:
        low.value, low.scale = times(low.value, high.scale), high.scale
    if low.value > high.value:
        return None
    low.currency = high.currency
    outer = bound(tokens, low.first, low.end, lowest=lowest, after=False)
    return Candidate(low, high, Bound(outer.first, high.end, Relation.MAGNITUDE))


def _changes(tokens: list[Token], index: int, kind: str) -> bool:
    """Whether a word of change precedes a token in the same clause.

    kind: "level" for words before "de X à Y", "fall" for those that mean a fall, "step" for words before
    "X à Y" (a change and the level that it leads to).
    """
    words, stems = _change_words(kind)
    for token in reversed(tokens[max(0, index - _MAX_TOKENS_TO_CHANGE) : index]):
        if token.kind == BREAK or token.norm in _CLAUSE_ENDS:
            return False
        if token.norm in words or token.norm.startswith(stems):
            return True
    return False
