"""One number of money with its multipliers and its currency: "60 milliards de dollars", "$75 millions".

A quantity may lack a currency ("10 milliards") or be a bare number; the ranges, the
coordinations and the context around it decide then.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from claimx.values.amounts.context_words import context_words
from claimx.values.amounts.currencies import currency_at, prefixes
from claimx.values.amounts.magnitudes import is_reckoned, magnitude_at
from claimx.values.amounts.multipliers import after_de, decimal_comma, half_at, multiplier_at, multipliers
from claimx.values.amounts.units import Quantity, with_currency
from claimx.values.numbers import Number, number_at, number_words, plus, times
from claimx.values.scanner import BREAK, NUMBER, WORD, Token, key

MIN_BARE_AMOUNT = Decimal(1_000_000)


def quantities(text: str, tokens: list[Token]) -> Iterator[Quantity]:
    """All quantities of a text, from left to right, without overlap."""
    index = 0
    starts = _starts()
    while index < len(tokens):
        token = tokens[index]
        found = None
        if token.kind == NUMBER or token.norm in starts:
            found = _quantity_at(text, tokens, index)
        if found is None:
            index += 1
        else:
            yield found
            index = found.end


@cache
def _starts() -> frozenset[str]:
    """The words and symbols that a quantity may start with."""
    return frozenset(number_words()) | {form for form in multipliers() if len(form) > 3} | prefixes()


def _quantity_at(text: str, tokens: list[Token], index: int) -> Quantity | None:
    token = tokens[index]
    if token.kind == WORD:
        entry = number_words().get(token.norm)
        several = entry is not None and entry[1] in ("several", "several_of", "collective")
        if several or (entry is None and is_reckoned(tokens, index)):
            special = magnitude_at(text, tokens, index)
            return None if special is None else with_currency(text, tokens, special)
        if token.norm in ("un", "une") or (entry is not None and entry[1] == "half"):
            special = magnitude_at(text, tokens, index) or _fraction_at(text, tokens, index)
            if special is not None:
                return with_currency(text, tokens, special)
    if token.kind == NUMBER and _is_glued(tokens, index):
        return None
    prefix = None
    start = index
    if token.kind not in (NUMBER, BREAK):
        prefix = currency_at(text, tokens, index, before=True)
        if prefix is not None:
            start = prefix.end
            if start >= len(tokens) or tokens[start].kind != NUMBER or not _is_before(tokens, start):
                prefix, start = None, index
    found = _multiplied(text, tokens, start)
    if found is None:
        found = _implied_one(text, tokens, index)
        return None if found is None else with_currency(text, tokens, found)
    found.first = index
    if prefix is not None:
        found.currency = prefix.currency
    return with_currency(text, tokens, found)


def _is_glued(tokens: list[Token], index: int) -> bool:
    """Whether a number is the tail of a name or of a longer number: A380, COVID-19, ²5."""
    if index == 0 or tokens[index - 1].end < tokens[index].start:
        return False
    before = tokens[index - 1]
    if before.norm.isnumeric() and before.kind != NUMBER:
        return True
    if before.norm == "-" and index > 1 and tokens[index - 2].end == before.start:
        return tokens[index - 2].kind == WORD
    return before.kind == WORD


def _is_before(tokens: list[Token], index: int) -> bool:
    """Whether what stands before a number is its currency: at most a space away, but not "FS4"."""
    before = tokens[index - 1]
    apart = tokens[index].start - before.end
    return apart == 1 or (apart == 0 and (before.kind != WORD or len(before.norm) > 2))


def _multiplied(text: str, tokens: list[Token], index: int) -> Quantity | None:
    """A number with its multipliers: "3 millions 200 mille", "deux milliards et demi"."""
    number = number_at(tokens, index, scaled=decimal_comma(text, tokens, index))
    if number is None or not number.digits:
        fraction = _fraction_at(text, tokens, index)
        if fraction is not None or number is None:
            return fraction
        number = _with_hundreds(text, tokens, number)
    value, scale, end = number.value, Decimal(1), number.end
    total = Decimal(0)
    while (found := multiplier_at(text, tokens, end)) is not None:
        factor, end = found
        value, scale = times(value, factor), max(scale, factor)
        half = half_at(tokens, end)
        if half is not None:
            value, end = plus(value, times(half[0], factor)), half[1]
        total, value = plus(total, value), Decimal(0)
        following = number_at(tokens, end) if end < len(tokens) and factor >= MIN_BARE_AMOUNT else None
        if following is None or not _continues(text, tokens, following, factor, spelled=not number.digits):
            break
        value, end = following.value, following.end
    return Quantity(index, end, plus(total, value), scale, digits=number.digits)


def _with_hundreds(text: str, tokens: list[Token], number: Number) -> Number:
    """Counted in hundreds where a currency or a number follows: "dix-neuf cents euros", "seize cent dix".

    Not "dix-neuf cents", which are a coin.
    """
    end = number.end
    if not 11 <= number.value <= 19 or end + 1 >= len(tokens) or tokens[end].norm not in ("cent", "cents"):
        return number
    hundreds = times(number.value, Decimal(100))
    rest = number_at(tokens, end + 1)
    if rest is not None and not rest.digits and rest.value < 100:
        return Number(rest.end, plus(hundreds, rest.value), False)
    if currency_at(text, tokens, end + 1) is None:
        return number
    return Number(end + 1, hundreds, False)


def _continues(text: str, tokens: list[Token], following: Number, factor: Decimal, *, spelled: bool) -> bool:
    """Whether a number after "3 millions" belongs to it: smaller, and followed by thousands or money.

    spelled: whether the number before is in words: "deux millions dix euros" is one sum, "2 millions
        10 euros" may be two.
    """
    smaller = multiplier_at(text, tokens, following.end)
    if smaller is not None:
        return smaller[0] < factor and times(following.value, smaller[0]) < factor
    least = 1 if spelled and not following.digits else 1000
    if not least <= following.value < factor:
        return False
    return currency_at(text, tokens, after_de(tokens, following.end)) is not None


def _fraction_at(text: str, tokens: list[Token], index: int) -> Quantity | None:
    """A share of a multiplier: "un demi-million", "trois quarts de milliard"."""
    number = number_at(tokens, index)
    position = number.end if number is not None else index
    if position >= len(tokens):
        return None
    share, kind = number_words().get(tokens[position].norm, (Decimal(0), ""))
    if kind not in ("half", "fraction") or (kind == "fraction" and number is None):
        return None
    position += 1
    while position < len(tokens) and (tokens[position].norm == "-" or key(tokens[position].norm) == "de"):
        position += 1
        if position - index > 6:
            return None
    found = multiplier_at(text, tokens, position)
    if found is None:
        return None
    factor, end = found
    count = number.value if number is not None else Decimal(1)
    return Quantity(index, end, times(times(count, share), factor), factor, digits=False)


def _implied_one(text: str, tokens: list[Token], index: int) -> Quantity | None:
    """A singular multiplier without a number: "le million d'euros", "au milliard de dollars"."""
    if tokens[index].norm not in ("million", "milliard") or index == 0:
        return None
    if not context_words("definite").match(tokens[index - 1].norm):
        return None
    factor = multipliers()[tokens[index].norm][0]
    half = half_at(tokens, index + 1)
    if half is not None:
        return Quantity(index, half[1], plus(factor, times(half[0], factor)), factor, digits=False)
    return Quantity(index, index + 1, factor, factor, digits=False)
