"""A number with its multipliers, before its currency: "3 millions 200 mille", "deux milliards et demi".

Also "un demi-million", "1/2 million", "le milliard", "deux millions huit".
"""

from __future__ import annotations

from decimal import Decimal

from claimx.model import Relation
from claimx.values.amounts.context_words import context_words
from claimx.values.amounts.currencies import currency_at
from claimx.values.amounts.figures import figure_at
from claimx.values.amounts.multipliers import after_de, half_at, multiplier_at, multipliers
from claimx.values.amounts.units import Quantity
from claimx.values.numbers import Number, number_at, number_word, plus, times
from claimx.values.scanner import MARK, NUMBER, WORD, Token, key

MIN_BARE_AMOUNT = Decimal(1_000_000)
_TENTH = Decimal("0.1")
_THOUSAND = Decimal(1000)
_MAX_FRACTION_TOKENS = 6
_MAX_DENOMINATOR = 10


def scaled_at(text: str, tokens: list[Token], index: int, *, by_commas: bool) -> Quantity | None:
    """The number with its multipliers that starts at a token. by_commas: as in figure_at."""
    number = figure_at(text, tokens, index, by_commas=by_commas)
    if number is None or not number.digits:
        fraction = fraction_at(text, tokens, index)
        if fraction is not None or number is None:
            return fraction
        number = _with_hundreds(text, tokens, number)
    else:
        fraction = _slashed(text, tokens, index, number)
        if fraction is not None:
            return fraction
    found = _multiplied(text, tokens, index, number)
    return _in_figures(text, tokens, found) or found


def _multiplied(text: str, tokens: list[Token], index: int, number: Number) -> Quantity:
    """A number with the multipliers behind it."""
    value, scale = number.value, Decimal(1)
    relation, end = _and_some(text, tokens, number.end)
    total = Decimal(0)
    is_money = False
    while (found := multiplier_at(text, tokens, end)) is not None:
        factor, end = found
        value, scale = times(value, factor), max(scale, factor)
        half = half_at(tokens, end)
        if half is not None:
            value, end = plus(value, times(half[0], factor)), half[1]
        total, value = plus(total, value), Decimal(0)
        following = number_at(tokens, end) if end < len(tokens) and factor >= _THOUSAND else None
        if following is None:
            break
        if not _continues(text, tokens, following, factor, spelled=not number.digits):
            if _is_tenths(text, tokens, end, following, factor):
                value, end, is_money = times(times(following.value, factor), _TENTH), following.end, True
            break
        value, end = following.value, following.end
    found_quantity = Quantity(index, end, plus(total, value), scale, digits=number.digits)
    found_quantity.is_money, found_quantity.relation = is_money, relation
    return found_quantity


def _and_some(text: str, tokens: list[Token], index: int) -> tuple[Relation, int]:
    """Reads "et quelques" before a multiplier or a currency, as (its bound, the index after it)."""
    if index + 2 >= len(tokens) or tokens[index].norm != "et" or tokens[index + 1].norm != "quelques":
        return Relation.EXACT, index
    after = index + 2
    counted = multiplier_at(text, tokens, after) or currency_at(text, tokens, after_de(tokens, after))
    return (Relation.MORE_THAN, after) if counted is not None else (Relation.EXACT, index)


def _with_hundreds(text: str, tokens: list[Token], number: Number) -> Number:
    """A number counted in hundreds before a currency or a number: "dix-neuf cents euros", "seize cent dix".

    Without one, "dix-neuf cents" is 0.19.
    """
    end = number.end
    if (
        not 11 <= number.value <= 19
        or end + 1 >= len(tokens)
        or number_word(tokens[end].norm)[1] != "hundred"
    ):
        return number
    hundreds = times(number.value, Decimal(100))
    rest = number_at(tokens, end + 1)
    if rest is not None and not rest.digits and rest.value < 100:
        return Number(rest.end, plus(hundreds, rest.value), False)
    if currency_at(text, tokens, end + 1) is None:
        return number
    return Number(end + 1, hundreds, False)


def _continues(text: str, tokens: list[Token], following: Number, factor: Decimal, *, spelled: bool) -> bool:
    """Whether a number after "3 millions" continues it: smaller, and followed by thousands or a currency.

    spelled: whether the number before is in words: "deux millions dix euros" is one amount, "2 millions
        10 euros" may be two.
    """
    smaller = multiplier_at(text, tokens, following.end)
    if smaller is not None:
        return smaller[0] < factor and times(following.value, smaller[0]) < factor
    least = 1 if factor == _THOUSAND or (spelled and not following.digits) else 1000
    if not least <= following.value < factor:
        return False
    return currency_at(text, tokens, after_de(tokens, following.end)) is not None


def _is_tenths(text: str, tokens: list[Token], end: int, following: Number, factor: Decimal) -> bool:
    """Whether a number word counts tenths of a million, as in speech: "deux millions huit" is 2.8 million."""
    if following.digits or not 1 <= following.value <= 9 or factor < MIN_BARE_AMOUNT:
        return False
    if following.end - end != 1 or tokens[end - 1].kind != WORD or tokens[end].norm in ("un", "une"):
        return False
    if following.end == len(tokens):
        return True
    after = tokens[following.end]
    return (after.kind == MARK and after.norm not in "-%") or context_words("after_cents").match(after.norm)


def _slashed(text: str, tokens: list[Token], index: int, number: Number) -> Quantity | None:
    """A fraction of a multiplier in digits: "1/2 million", "3/4 de milliard"."""
    if number.end + 1 >= len(tokens) or tokens[number.end].norm != "/":
        return None
    below = tokens[number.end + 1]
    if (
        below.kind != NUMBER
        or not below.norm.isdigit()
        or not number.value < int(below.norm) <= _MAX_DENOMINATOR
    ):
        return None
    position = number.end + 2
    position += position < len(tokens) and key(tokens[position].norm) == "de"
    found = multiplier_at(text, tokens, position)
    if found is None or len(tokens[position].norm) < _MAX_FRACTION_TOKENS:
        return None
    value = times(number.value, found[0]) / Decimal(below.norm)
    return Quantity(index, found[1], value.quantize(Decimal(1)), found[0])


def _in_figures(text: str, tokens: list[Token], words: Quantity) -> Quantity | None:
    """The same amount repeated in brackets before the currency: "mille cinq cents (1 500) euros"."""
    if words.end >= len(tokens) or tokens[words.end].norm != "(":
        return None
    again = figure_at(text, tokens, words.end + 1) if words.end + 1 < len(tokens) else None
    if again is None or again.digits == words.digits:
        return None
    inner = _multiplied(text, tokens, words.end + 1, again)
    if inner.value != words.value or inner.end >= len(tokens) or tokens[inner.end].norm != ")":
        return None
    if currency_at(text, tokens, after_de(tokens, inner.end + 1)) is None:
        return None
    words.end = inner.end + 1
    return words


def fraction_at(text: str, tokens: list[Token], index: int) -> Quantity | None:
    """A fraction of a multiplier in words: "un demi-million", "trois quarts de milliard"."""
    number = number_at(tokens, index)
    position = number.end if number is not None else index
    if position >= len(tokens):
        return None
    share, kind = number_word(tokens[position].norm)
    if kind not in ("half", "fraction") or (kind == "fraction" and number is None):
        return None
    position += 1
    while position < len(tokens) and (tokens[position].norm == "-" or key(tokens[position].norm) == "de"):
        position += 1
        if position - index > _MAX_FRACTION_TOKENS:
            return None
    found = multiplier_at(text, tokens, position)
    if found is None:
        return None
    factor, end = found
    count = number.value if number is not None else Decimal(1)
    return Quantity(index, end, times(times(count, share), factor), factor, digits=False)


def implied_one(tokens: list[Token], index: int) -> Quantity | None:
    """A singular multiplier without a number: "le million d'euros", "au milliard de dollars"."""
    if index == 0 or not context_words("one_of").match(tokens[index].norm):
        return None
    if not context_words("definite").match(tokens[index - 1].norm):
        return None
    factor = multipliers()[tokens[index].norm][0]
    half = half_at(tokens, index + 1)
    if half is not None:
        return Quantity(index, half[1], plus(factor, times(half[0], factor)), factor, digits=False)
    return Quantity(index, index + 1, factor, factor, digits=False)
