"""The quantities of a text that may be money: "60 milliards de dollars", "$75 millions", "-5 M€".

A quantity may lack a currency ("10 milliards") or be a bare number; ranges, lists and the context decide
later whether it is money.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from claimx.values.amounts.context_words import context_words
from claimx.values.amounts.currencies import CurrencyMatch, currency_at, prefixes
from claimx.values.amounts.figures import groups_by_commas, separator_before, sign_before
from claimx.values.amounts.magnitudes import is_reckoned, magnitude_at
from claimx.values.amounts.multipliers import multipliers
from claimx.values.amounts.scaled import fraction_at, implied_one, scaled_at
from claimx.values.amounts.units import Quantity, with_currency
from claimx.values.numbers import number_words, times
from claimx.values.scanner import BREAK, NUMBER, WORD, Token

_MINUS_ONE = Decimal(-1)


def quantities(text: str, tokens: list[Token]) -> Iterator[Quantity]:
    """All quantities of a text, from left to right, without overlap."""
    starts = _starts()
    by_commas = groups_by_commas(tokens)
    lowest = 0
    for index in [at for at, (kind, _, _, norm) in enumerate(tokens) if kind == NUMBER or norm in starts]:
        found = _quantity_at(text, tokens, index, by_commas=by_commas) if index >= lowest else None
        if found is not None:
            yield found
            lowest = found.end


@cache
def _starts() -> frozenset[str]:
    """The words and symbols that a quantity may start with."""
    long = {form for form in multipliers() if len(form) > 3}
    return frozenset(number_words()) | long | prefixes() | context_words("one").whole


def _quantity_at(text: str, tokens: list[Token], index: int, *, by_commas: bool) -> Quantity | None:
    token = tokens[index]
    if context_words("vague").match(tokens[index + 1].norm if index + 1 < len(tokens) else ""):
        return None  # "un peu"
    if token.kind == WORD:
        special = _in_words(text, tokens, index)
        if special is not None:
            return with_currency(text, tokens, special)
    if context_words("one").match(token.norm):
        return _symbolic(text, tokens, index)
    if token.kind == NUMBER and _is_glued(tokens, index):
        return None
    prefix = _prefix(text, tokens, index)
    start = index if prefix is None else prefix.end
    found = _decimal_without_zero(tokens, start) if token.kind == NUMBER or prefix is not None else None
    if found is None:
        found = scaled_at(text, tokens, start, by_commas=by_commas)
    if found is None:
        found = implied_one(tokens, index)
        return None if found is None else with_currency(text, tokens, found)
    if prefix is not None:
        found.first, found.currency = index, prefix.currency
    found = with_currency(text, tokens, found)
    if sign_before(tokens, index) and found.first == index:
        found.first, found.value = index - 1, times(found.value, _MINUS_ONE)
    return found


def _in_words(text: str, tokens: list[Token], index: int) -> Quantity | None:
    """An order of magnitude or a fraction that starts with a word: "des centaines de", "un demi-million"."""
    token = tokens[index]
    entry = number_words().get(token.norm)
    kind = entry[1] if entry is not None else ""
    several = kind in ("several", "several_of", "collective")
    if several or (entry is None and is_reckoned(tokens, index)):
        return magnitude_at(text, tokens, index)
    if entry is None and index and context_words("definites").match(tokens[index - 1].norm):
        found = magnitude_at(text, tokens, index)
        return found if found is not None and with_currency(text, tokens, found).currency else None
    if token.norm in ("un", "une") or kind == "half":
        return magnitude_at(text, tokens, index) or fraction_at(text, tokens, index)
    return None


def _symbolic(text: str, tokens: list[Token], index: int) -> Quantity | None:
    """The symbolic unit of a currency, with its article: "l'euro symbolique"."""
    if index < 2 or not context_words("article").match(tokens[index - 2].norm):
        return None
    found = currency_at(text, tokens, index - 1)
    if found is None or found.end != index or found.currency.kind != "name":
        return None
    return Quantity(index - 2, index + 1, Decimal(1), Decimal(1), found.currency, digits=False)


def _prefix(text: str, tokens: list[Token], index: int) -> CurrencyMatch | None:
    """The currency before a number: "$20", "CHF 1'000", "Fr. -.50"."""
    if tokens[index].kind in (NUMBER, BREAK):
        return None
    found = currency_at(text, tokens, index, before=True)
    if found is None or found.end >= len(tokens):
        return None
    start = found.end
    if tokens[start].kind != NUMBER:
        number = next(
            (at for at in (start + 1, start + 2) if at < len(tokens) and tokens[at].kind == NUMBER), None
        )
        if number is None or separator_before(tokens, number) != start:
            return None
        return found._replace(end=number)
    return found if _is_before(tokens, start) else None


def _decimal_without_zero(tokens: list[Token], index: int) -> Quantity | None:
    """A decimal without leading zero: ",79 €", "Fr. -.50"."""
    first = separator_before(tokens, index) if tokens[index].kind == NUMBER else None
    if first is None or not tokens[index].norm.isdigit() or len(tokens[index].norm) > 2:
        return None
    return Quantity(first, index + 1, Decimal(f"0.{tokens[index].norm}"), Decimal(1))


def _is_glued(tokens: list[Token], index: int) -> bool:
    """Whether a number is the end of a name or of a longer number: A380, COVID-19, ²5; not "d'1 €"."""
    if index == 0 or tokens[index - 1].end < tokens[index].start:
        return False
    before = tokens[index - 1]
    if before.norm.isnumeric() and before.kind != NUMBER:
        return True
    if before.norm == "-" and index > 1 and tokens[index - 2].end == before.start:
        # "50k-60k€" is a range, "COVID-19" a name.
        scaled = (
            index > 2
            and tokens[index - 3].kind == NUMBER
            and tokens[index - 3].end == tokens[index - 2].start
        )
        return tokens[index - 2].kind == WORD and not scaled
    return before.kind == WORD and not before.norm.endswith("'")


def _is_before(tokens: list[Token], index: int) -> bool:
    """Whether the word before a number is its currency: at most one space away, but not "FS4"."""
    before = tokens[index - 1]
    apart = tokens[index].start - before.end
    return apart == 1 or (apart == 0 and (before.kind != WORD or len(before.norm) > 2))
