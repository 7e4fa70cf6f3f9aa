"""The unit of a number: the currency after it, and the cents after the currency.

"60 milliards" + "de dollars", "5 € 30", "3 euros et 20 centimes", "12-15 USD".
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from claimx.model import Relation
from claimx.values.amounts.context_words import context_words
from claimx.values.amounts.currencies import Currency, CurrencyMatch, currency_at
from claimx.values.amounts.multipliers import after_de, half_at, multipliers
from claimx.values.numbers import number_at, plus, times
from claimx.values.scanner import NUMBER, WORD, Token

_HUNDREDTH = Decimal("0.01")
_MIN_SPELLED_OUT = 100


@dataclass(slots=True)
class Quantity:
    """A number in the tokens from ``first`` to ``end``.

    value: in units, multipliers applied. scale: the largest multiplier, 1 without any.
    magnitude: an order of magnitude rather than a value ("des centaines de milliards").
    unit_of: the neighbour whose multiplier applies to this number too ("2 et 3 millions").
    is_listed: whether it is in a list of three or more values with one unit.
    is_money: whether its form alone shows that it is money ("deux millions huit").
    relation: the bound within its own words ("trois cents et quelques millions").
    """

    first: int
    end: int
    value: Decimal
    scale: Decimal
    currency: Currency | None = None
    magnitude: bool = False
    digits: bool = True
    unit_of: Quantity | None = None
    is_money: bool = False
    is_listed: bool = False
    relation: Relation = Relation.EXACT

    @property
    def is_bare(self) -> bool:
        """Whether it is a plain number, with nothing that could make it money."""
        return self.currency is None and self.scale == 1 and self.unit_of is None and not self.is_money

    @property
    def hundredth(self) -> bool:
        """Whether its unit is the hundredth of a currency."""
        return self.currency is not None and self.currency.hundredth


def with_currency(text: str, tokens: list[Token], quantity: Quantity) -> Quantity:
    """Read the currency after a number, and the cents after the currency."""
    found = currency_at(text, tokens, after_de(tokens, quantity.end))
    if found is None or _is_for_next(tokens, found, quantity) or _is_model(tokens, found, quantity):
        return quantity
    if found.prefix:
        factor = multipliers()[found.prefix][0]
        quantity.value, quantity.scale = times(quantity.value, factor), factor
    if not quantity.digits and quantity.scale == 1 and not quantity.magnitude:
        after = tokens[found.end].norm if found.end < len(tokens) else ""
        one = quantity.value == 1 and quantity.end - quantity.first == 1
        doubtful = found.currency.family or found.currency.homograph or context_words("no_sum").match(after)
        if one and doubtful and not context_words("one").match(after):
            return quantity
    quantity.end = found.end
    if found.currency.hundredth:
        quantity.value = times(quantity.value, _HUNDREDTH)
    quantity.currency = found.currency
    if quantity.magnitude or found.currency.hundredth:
        return quantity
    half = half_at(tokens, quantity.end)
    if half is not None and not int(quantity.value) % int(quantity.scale):
        quantity.value, quantity.end = plus(quantity.value, times(half[0], quantity.scale)), half[1]
    elif quantity.scale == 1:
        _add_hundredths(text, tokens, quantity)
    return quantity


def _is_for_next(tokens: list[Token], found: CurrencyMatch, quantity: Quantity) -> bool:
    """Whether a symbol belongs to the number after it: "5 000, $20" but not "5€30"."""
    first = found.end - 1
    return (
        quantity.currency is not None
        and found.end < len(tokens)
        and tokens[found.end].kind == NUMBER
        and tokens[found.end].start == tokens[first].end
    )


def _is_model(tokens: list[Token], found: CurrencyMatch, quantity: Quantity) -> bool:
    """Whether an abbreviation is part of a name: "777-8F", "F-16", "une DDM", "4F"; not "mille FCFA"."""
    if found.currency.kind == "name":
        return _is_compound(tokens, found.end)
    if found.currency.kind not in ("sign", "code", "code_after"):
        return False
    first = quantity.first
    before = tokens[first - 1] if first else None
    after = tokens[found.end] if found.end < len(tokens) else None
    numbered = first > 1 and tokens[first - 2].kind == NUMBER and len(found.currency.form) > 1
    return (
        (before is not None and before.norm == "-" and before.end == tokens[first].start and not numbered)
        or (after is not None and after.norm == "-" and after.start == tokens[found.end - 1].end)
        or (not quantity.digits and quantity.scale == 1 and quantity.value < _MIN_SPELLED_OUT)
        or (found.currency.single_letter and _is_label(tokens, quantity, found))
    )


def _is_label(tokens: list[Token], quantity: Quantity, found: CurrencyMatch) -> bool:
    """Whether a letter is attached to a single digit: "4F", but not "40F" or "4 F"."""
    digit = quantity.end - quantity.first == 1 and len(tokens[quantity.first].norm) == 1
    return digit and tokens[found.end - 1].start == tokens[quantity.first].end


def _is_compound(tokens: list[Token], index: int) -> bool:
    """Whether a hyphen makes another word of a currency: "deux francs-tireurs", but not "dollars-heure"."""
    if index + 1 >= len(tokens) or tokens[index].norm != "-":
        return False
    return tokens[index].start == tokens[index - 1].end and context_words("compound").match(
        tokens[index + 1].norm
    )


def _add_hundredths(text: str, tokens: list[Token], quantity: Quantity) -> None:
    """Add the cents after a currency: "5 € 30", "3 euros et 20 centimes"."""
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
    """Whether two digits after a currency are cents, and count nothing else."""
    if tokens[position].kind == NUMBER and tokens[position].end - tokens[position].start != 2:
        return False
    if tokens[position].start == tokens[position - 1].end or end >= len(tokens):
        return True
    following = tokens[end]
    if following.kind == WORD:
        # "2 euros 10 dès janvier", "trois euros cinquante le kilo", but "80 euros 12 menus".
        if (
            end + 1 < len(tokens)
            and following.norm == "l'"
            and context_words("rate").match(tokens[end + 1].norm)
        ):
            return True
        return context_words("after_cents").match(following.norm) or following.norm.endswith("ment")
    return following.kind != NUMBER and following.norm not in "%-/"
