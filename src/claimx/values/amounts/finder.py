"""Find amounts of money in French text: value, bounds, currency.

>>> [(a.text, a.minimum, a.maximum, a.currency) for a in find_amounts("entre 10 et 20 M€")]
[('entre 10 et 20 M€', '10000000', '20000000', 'EUR')]
"""

from __future__ import annotations

from bisect import bisect, insort
from collections.abc import Iterable, Iterator

from claimx._arguments import check_currency, check_text
from claimx.model import Amount, Relation
from claimx.values.amounts.currencies import CurrencyContext
from claimx.values.amounts.disambiguation import is_homograph_money, is_money, is_not_one
from claimx.values.amounts.first_look import may_have_amounts
from claimx.values.amounts.quantities import quantities
from claimx.values.amounts.ranges import Candidate, candidates
from claimx.values.amounts.scaled import MIN_BARE_AMOUNT
from claimx.values.numbers import plain
from claimx.values.scanner import BREAK, ScannedText, Token, ends_sentence, scan
from claimx.values.visible import VisibleText

DEFAULT_CURRENCY = "EUR"
_MIN_LETTERED_VALUE = 50
_UPPER = {Relation.AT_MOST, Relation.LESS_THAN}
_LOWER = {Relation.AT_LEAST, Relation.MORE_THAN, Relation.MAGNITUDE}


def find_amounts(text: str, *, currency: str | None = DEFAULT_CURRENCY) -> tuple[Amount, ...]:
    """All amounts of money in a text, in order, without overlap.

    text: any French text, from a sentence to an article. Context helps with bare numbers ("plus de
        20 milliards") and ambiguous nouns ("dollars").
    currency: the ISO 4217 code to assume where neither the expression, nor another amount, nor the places
        mentioned tell the currency; such an amount has ``currency_inferred``. None leaves it open, as it
        always is for an order of magnitude. It also resolves an ambiguous noun ("francs", "dollars") that
        may stand for it, where the text does not tell.

    Offsets count the code points of the text; values are decimal strings in units of the
    currency. Any string is accepted. Raises ArgumentTypeError if text is not a string, ArgumentError if
    ``currency`` is not an ISO 4217 code.
    """
    check_text(text)
    return tuple(amounts_in(ScannedText(text), currency))


def amounts_in(scanned: ScannedText, currency: str | None) -> Iterable[Amount]:
    """The amounts of a text that the caller may scan once for several finders; see `find_amounts`."""
    check_currency(currency)
    return _amounts(scanned, currency) if may_have_amounts(scanned.text) else ()


def _amounts(scanned: ScannedText, default: str | None) -> Iterator[Amount]:
    """The candidates of a text that are money, with their currency."""
    visible = VisibleText(scanned.text)
    text = visible.text
    tokens = scanned.tokens if text is scanned.text else scan(text)
    found = candidates(text, tokens, list(quantities(text, tokens)))
    if not found:
        return
    context = CurrencyContext(
        tokens, [item.high.currency for item in found if item.high.currency is not None], default
    )
    sums = [(item.bound.first, item.bound.end) for item in found if item.high.currency is not None]
    kept: list[Candidate] = []
    for item in found:
        if _is_amount(text, tokens, item, context, sums):
            kept.append(item)
            if item.high.currency is None:
                insort(sums, (item.bound.first, item.bound.end))
    codes = _codes(tokens, kept, context)
    neighbours = _Neighbours(tokens, kept, codes)
    for item in kept:
        inferred = item.high.currency is None
        code = neighbours.currency(item.bound.first) if inferred else codes[id(item)]
        if inferred and code is None and default is not None and not item.high.magnitude:
            code = context.prevailing() or default
        start, end = visible.span(tokens[item.bound.first].start, tokens[item.bound.end - 1].end)
        relation = _relation(item)
        low, high = plain(item.low.value), plain(item.high.value)
        yield Amount(
            text=visible.original[start:end],
            start=start,
            end=end,
            minimum=None if relation in _UPPER else low,
            maximum=None if relation in _LOWER else high,
            currency=code,
            currency_inferred=inferred and code is not None,
            relation=relation,
        )


def _codes(tokens: list[Token], kept: list[Candidate], context: CurrencyContext) -> dict[int, str]:
    """The ISO codes of the amounts with a currency, by the id of the object."""
    codes: dict[int, str] = {}
    before: Candidate | None = None
    for item in kept:
        currency = item.high.currency
        if currency is None:
            continue
        code = context.resolve(currency)
        first = item.bound.first
        if before is not None and first == before.bound.end + 1 and tokens[first - 1].norm == "(":
            # "655 957 francs CFA (1 000 francs)": another franc
            other, of_other = codes[id(before)], before.high.currency
            code = context.resolve(currency, other) if currency.family and code == other else code
            if code == other and of_other is not None and of_other.family:
                # "95 cents (90 centimes d'euro)": other cents
                codes[id(before)] = context.resolve(of_other, code)
        codes[id(item)] = code
        before = item
    return codes


def _relation(item: Candidate) -> Relation:
    """The relation of an amount; MAGNITUDE for an order of magnitude without a bound."""
    relation = item.bound.relation
    if relation is Relation.EXACT and item.high.relation is not Relation.EXACT:
        return item.high.relation
    bounded = relation in _UPPER or relation in _LOWER
    return relation if bounded or not item.high.magnitude else Relation.MAGNITUDE


def _is_amount(
    text: str, tokens: list[Token], item: Candidate, context: CurrencyContext, sums: list[tuple[int, int]]
) -> bool:
    quantity = item.high.unit_of or item.high
    if quantity.currency is None:
        return quantity.is_money or (
            quantity.scale >= MIN_BARE_AMOUNT and is_money(text, tokens, quantity, sums)
        )
    if item.bound.relation is Relation.EXACT and is_not_one(tokens, quantity):
        return False
    if quantity.currency.homograph == "count" and abs(quantity.value) >= _MIN_LETTERED_VALUE:
        return True
    if quantity.currency.homograph:
        return is_homograph_money(text, tokens, quantity, supported=context.supports(quantity.currency))
    return True


class _Neighbours:
    """The amounts with a known currency, by position: a bare number takes that of its neighbour."""

    def __init__(self, tokens: list[Token], items: list[Candidate], codes: dict[int, str]) -> None:
        aside = [item for item in items if item.bound.first and tokens[item.bound.first - 1].norm == "("]
        apart = {id(item) for item in aside}
        known = [[item for item in items if id(item) in codes and id(item) not in apart]]
        known.append([item for item in aside if id(item) in codes])
        self._tokens = tokens
        self._groups = [
            ([item.bound.first for item in group], [codes[id(item)] for item in group])
            for group in known
            if group
        ]

    def currency(self, first: int) -> str | None:
        """The currency of the amount before a token, or of the one after it if only that one is near.

        Same sentence first, then same paragraph; amounts converted in brackets come last.
        """
        for positions, codes in self._groups:
            index = bisect(positions, first)
            if index == 0:
                return codes[0]
            if index == len(positions):
                return codes[-1]
            before, behind = (
                self._apart(positions[index - 1], first),
                self._apart(first, positions[index]),
            )
            return codes[index] if behind < before else codes[index - 1]
        return None

    def _apart(self, first: int, last: int) -> int:
        """Distance between two tokens: 0 in the same sentence, else 1 plus the blank lines between them."""
        breaks = sum(token.kind == BREAK for token in self._tokens[first:last])
        return breaks + any(ends_sentence(self._tokens, place) for place in range(first, last))
