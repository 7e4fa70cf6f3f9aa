"""One number of money with its multipliers and its currency: "60 milliards de dollars", "$75 millions".

A quantity may lack a currency ("10 milliards") or be a bare number; the ranges, the
coordinations and the context around it decide then.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from claimx.parsing.currencies import Currency, Found, currency_at, prefixes
from claimx.parsing.multipliers import (
    adjectives,
    after_de,
    decimal_comma,
    half_at,
    multiplier_at,
    multipliers,
)
from claimx.parsing.numbers import number_at, plus, times, words
from claimx.parsing.scanner import BREAK, NUMBER, WORD, Token, key

LARGE = Decimal(1_000_000)
_HUNDREDTH = Decimal("0.01")


@dataclass(slots=True)
class Quantity:
    """A number found in the tokens ``first`` to ``end``.

    value: in units, multipliers applied. scale: the largest multiplier, 1 without any.
    magnitude: an order of magnitude rather than a value ("des centaines de milliards").
    shared: the currency was read on a neighbour ("2 et 3 millions d'euros").
    """

    first: int
    end: int
    value: Decimal
    scale: Decimal
    currency: Currency | None = None
    magnitude: bool = False
    digits: bool = True
    shared: bool = False


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
    return frozenset(words()) | {form for form in multipliers() if len(form) > 3} | prefixes()


def _quantity_at(text: str, tokens: list[Token], index: int) -> Quantity | None:
    token = tokens[index]
    if token.kind == WORD:
        entry = words().get(token.norm)
        if entry is not None and entry[1] in ("several", "several_of", "collective"):
            return _magnitude_at(text, tokens, index)
        if token.norm in ("un", "une") or (entry is not None and entry[1] == "half"):
            special = _magnitude_at(text, tokens, index) or _fraction_at(text, tokens, index)
            if special is not None:
                return special if special.magnitude else _with_currency(text, tokens, special)
    if token.kind == NUMBER and _is_glued(tokens, index):
        return None
    prefix = None
    start = index
    if token.kind not in (NUMBER, BREAK):
        prefix = currency_at(text, tokens, index, before=True)
        if prefix is not None:
            start = prefix.end
            if start >= len(tokens) or tokens[start].kind != NUMBER or _is_far(tokens, start):
                prefix, start = None, index
    found = _multiplied(text, tokens, start)
    if found is None:
        found = _implied_one(text, tokens, index)
        return None if found is None else _with_currency(text, tokens, found)
    found.first = index
    if prefix is not None:
        found.currency = prefix.currency
    return _with_currency(text, tokens, found)


def _is_glued(tokens: list[Token], index: int) -> bool:
    """Whether a number is the tail of a name: A380, covid19, COVID-19."""
    if index == 0 or tokens[index - 1].end < tokens[index].start:
        return False
    before = tokens[index - 1]
    if before.norm == "-" and index > 1 and tokens[index - 2].end == before.start:
        return tokens[index - 2].kind == WORD
    return before.kind == WORD


def _is_far(tokens: list[Token], index: int) -> bool:
    """Whether more than one space stands before a token."""
    return tokens[index].start - tokens[index - 1].end > 1


def _multiplied(text: str, tokens: list[Token], index: int) -> Quantity | None:
    """A number with its multipliers: "3 millions 200 mille", "deux milliards et demi"."""
    number = number_at(tokens, index, scaled=decimal_comma(text, tokens, index))
    if number is None or not number.digits:
        fraction = _fraction_at(text, tokens, index)
        if fraction is not None or number is None:
            return fraction
    value, scale, end = number.value, Decimal(1), number.end
    total = Decimal(0)
    while (found := multiplier_at(text, tokens, end)) is not None:
        factor, end = found
        value, scale = times(value, factor), max(scale, factor)
        half = half_at(tokens, end)
        if half is not None:
            value, end = plus(value, times(half[0], factor)), half[1]
        total, value = plus(total, value), Decimal(0)
        following = number_at(tokens, end) if end < len(tokens) and factor >= LARGE else None
        if following is None or not _continues(text, tokens, following.end, following.value, factor):
            break
        value, end = following.value, following.end
    return Quantity(index, end, plus(total, value), scale, digits=number.digits)


def _continues(text: str, tokens: list[Token], end: int, value: Decimal, factor: Decimal) -> bool:
    """Whether a number after "3 millions" belongs to it: smaller, and followed by thousands or money."""
    smaller = multiplier_at(text, tokens, end)
    if smaller is not None:
        return smaller[0] < factor and times(value, smaller[0]) < factor
    return 1000 <= value < factor and currency_at(text, tokens, after_de(tokens, end)) is not None


def _fraction_at(text: str, tokens: list[Token], index: int) -> Quantity | None:
    """A share of a multiplier: "un demi-million", "trois quarts de milliard"."""
    number = number_at(tokens, index)
    position = number.end if number is not None else index
    if position >= len(tokens):
        return None
    share, kind = words().get(tokens[position].norm, (Decimal(0), ""))
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
    if tokens[index - 1].norm not in ("le", "du", "au", "ce", "premier", "demi"):
        return None
    factor = multipliers()[tokens[index].norm][0]
    half = half_at(tokens, index + 1)
    if half is not None:
        return Quantity(index, half[1], plus(factor, times(half[0], factor)), factor, digits=False)
    return Quantity(index, index + 1, factor, factor, digits=False)


def _magnitude_at(text: str, tokens: list[Token], index: int) -> Quantity | None:
    """An order of magnitude: "des centaines de milliards", "une dizaine de millions"."""
    unit, scale, position = Decimal(1), Decimal(1), index
    opened = False
    while position < len(tokens) and position - index < 12:
        norm = tokens[position].norm
        value, kind = words().get(norm, (Decimal(0), ""))
        multiplier = None if kind == "collective" else multiplier_at(text, tokens, position)
        if kind in ("several", "several_of") and not opened:
            position += 1
        elif kind == "collective":
            unit, opened = times(unit, value), True
            position += 1
        elif multiplier is not None and norm.endswith("s") and len(norm) > 3:
            unit, scale, opened = times(unit, multiplier[0]), multiplier[0], True
            position += 1
        elif (norm in ("un", "une") and position == index) or (
            key(norm) == "de" and _continues_magnitude(text, tokens, position + 1)
        ):
            position += 1
        else:
            break
    if not opened:
        return None
    return _with_currency(text, tokens, Quantity(index, position, unit, scale, magnitude=True, digits=False))


def _continues_magnitude(text: str, tokens: list[Token], index: int) -> bool:
    if index >= len(tokens):
        return False
    kind = words().get(tokens[index].norm, (Decimal(0), ""))[1]
    return kind in ("collective", "several_of") or multiplier_at(text, tokens, index) is not None


def _with_currency(text: str, tokens: list[Token], quantity: Quantity) -> Quantity:
    """Read the currency after a number, and the hundredths after the currency."""
    found = currency_at(text, tokens, after_de(tokens, quantity.end))
    if found is None or _is_for_next(tokens, found, quantity) or _is_model(tokens, found, quantity):
        return quantity
    if found.prefix:
        factor = multipliers()[found.prefix][0]
        quantity.value, quantity.scale = times(quantity.value, factor), factor
    if not quantity.digits and quantity.scale == 1 and not quantity.magnitude:
        after = tokens[found.end].norm if found.end < len(tokens) else ""
        one = quantity.value == 1 and quantity.end - quantity.first == 1
        doubtful = found.currency.family or found.currency.homograph or after in adjectives()[1]
        if one and doubtful and after != "symbolique":
            return quantity
    quantity.end = found.end
    if found.currency.hundredth:
        quantity.value = times(quantity.value, _HUNDREDTH)
    quantity.currency = found.currency
    if quantity.scale == 1 and not quantity.magnitude and not found.currency.hundredth:
        _add_hundredths(text, tokens, quantity)
    return quantity


def _is_for_next(tokens: list[Token], found: Found, quantity: Quantity) -> bool:
    """Whether a symbol belongs to the number after it: "5 000, $20" but not "5€30"."""
    first = found.end - 1
    return (
        quantity.currency is not None
        and found.end < len(tokens)
        and tokens[found.end].kind == NUMBER
        and tokens[found.end].start == tokens[first].end
    )


def _is_model(tokens: list[Token], found: Found, quantity: Quantity) -> bool:
    """Whether an abbreviation is a part of a name: "777-8F", "six F-16", "une DDM"."""
    if found.currency.kind not in ("sign", "code", "code_after"):
        return False
    first = quantity.first
    before = tokens[first - 1] if first else None
    after = tokens[found.end] if found.end < len(tokens) else None
    return (
        (before is not None and before.norm == "-" and before.end == tokens[first].start)
        or (after is not None and after.norm == "-" and after.start == tokens[found.end - 1].end)
        or (not quantity.digits and quantity.scale == 1)
    )


def _add_hundredths(text: str, tokens: list[Token], quantity: Quantity) -> None:
    """Hundredths after a currency: "5 € 30", "3 euros et 20 centimes"."""
    position = quantity.end
    if position < len(tokens) and tokens[position].norm in ("et", ","):
        position += 1
    number = number_at(tokens, position) if position < len(tokens) else None
    if number is None or number.value >= 100 or number.value != int(number.value):
        return
    found = currency_at(text, tokens, number.end)
    if found is not None and found.currency.hundredth:
        end = found.end
    elif position == quantity.end and found is None and _ends_price(text, tokens, number.end, position):
        end = number.end
    else:
        return
    quantity.value = plus(quantity.value, times(number.value, _HUNDREDTH))
    quantity.end = end


def _ends_price(text: str, tokens: list[Token], end: int, position: int) -> bool:
    """Whether two digits after a currency are its hundredths, and count nothing themselves."""
    if tokens[position].kind == NUMBER and tokens[position].end - tokens[position].start != 2:
        return False
    if tokens[position].start == tokens[position - 1].end:
        return True
    if end >= len(tokens):
        return True
    return tokens[end].kind not in (NUMBER, WORD) and tokens[end].norm not in "%-/"
