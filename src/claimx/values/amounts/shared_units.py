"""What the two ends of a range may share: currency, multiplier, hundreds, cents.

"trois à quatre cents euros", "10 à 20 centimes", "500-600 000 euros", "de 500 000 euros à 1 million".
"""

from __future__ import annotations

from decimal import Decimal

from claimx.values.amounts.units import Quantity
from claimx.values.numbers import times
from claimx.values.scanner import NUMBER, Token

_MAX_DIGIT = 9
_HUNDRED, _HUNDREDTH = Decimal(100), Decimal("0.01")
_THOUSAND, _THOUSANDTH = Decimal(1000), Decimal("0.001")
MIN_LITERAL_VALUE = 10_000


def share_hundredths(low: Quantity, high: Quantity) -> None:
    """Give a bare number before an amount in cents the same unit: "10 à 20 centimes"."""
    if high.hundredth and low.currency is None and low.scale == 1:
        low.value = times(low.value, _HUNDREDTH)


def share_hundreds(low: Quantity, high: Quantity) -> None:
    """Apply the hundreds of the second to the first: "trois à quatre cents", "deux ou trois cent mille"."""
    if low.digits or high.digits or low.scale != 1 or low.currency is not None:
        return
    value = high.value / (_HUNDREDTH if high.hundredth else high.scale)
    for unit in (_HUNDRED, times(_HUNDRED, _THOUSAND)):
        hundreds, rest = divmod(value, unit)
        if not rest and 1 <= low.value < hundreds <= _MAX_DIGIT:
            low.value = times(low.value, unit)
            return


def share_unit(tokens: list[Token], low: Quantity, high: Quantity, *, bare: bool, opened: bool) -> bool:
    """Give one of two quantities the unit of the other. False if the two have no common unit.

    bare: whether a bare number may take the unit ("entre 10 et 20 millions"); not so in a list.
    opened: whether "de" or "entre" precedes both ("de 500 000 euros à 1 million").
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
            literal = factor == 1 and low.value >= MIN_LITERAL_VALUE
            if scaled < high.value and (factor == high.scale or literal or (factor > 1 and low.value < 1000)):
                low.value, low.scale = scaled, factor
                break
        else:
            return False
    low.currency = high.currency
    return True


def _share_scale(low: Quantity, high: Quantity, *, before: bool) -> None:
    """Apply the multiplier of the second to a first that has its currency before it: "$10-20 milliards"."""
    scaled = times(low.value, high.scale)
    if before and low.scale == 1 and high.scale > 1 and scaled < high.value:
        low.value, low.scale = scaled, high.scale


def _in_thousands(low: Quantity, high: Quantity) -> bool:
    """Whether the thousands of the second apply to the first: "500-600 000", "deux à trois mille"."""
    least = 1 if low.digits else 0
    thousands = int(high.value) % 1000 == 0 and times(low.value, _THOUSAND) < high.value
    return least < low.value < _THOUSAND and thousands
