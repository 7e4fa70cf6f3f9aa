"""Numbers as amounts are written: "1,759", "4 virgule 5", ",79", "12 ,50", "1 250, 50", "10⏎000".

Beyond plain numbers: a comma before three digits is decimal unless the text separates thousands by commas;
extra spaces, line breaks and a missing leading zero are accepted.
"""

from __future__ import annotations

import re
from decimal import Decimal

from claimx.values.amounts.context_words import context_words
from claimx.values.amounts.currencies import currency_at
from claimx.values.amounts.multipliers import after_de, has_symbol, multiplier_at
from claimx.values.numbers import Number, number_at, number_word, plus, read_digits, times
from claimx.values.scanner import NUMBER, WORD, Token, key

_GROUPED_BY_COMMAS = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+(?:,[0-9]{3}|\.[0-9]+)")
_DASHES = frozenset("-–—−‑")
_HUNDREDTH = Decimal("0.01")
_MAX_GROUPS = 4


def groups_by_commas(tokens: list[Token]) -> bool:
    """Whether a text has a number with commas between thousands: "1,200,000", "1,200.50"."""
    runs = [norm for kind, _, _, norm in tokens if kind == NUMBER and "," in norm]
    return any(map(_GROUPED_BY_COMMAS.fullmatch, runs))


def figure_at(text: str, tokens: list[Token], index: int, *, by_commas: bool = False) -> Number | None:
    """The number that starts at a token, in digits or in words.

    by_commas: whether the text separates thousands by commas.
    """
    token = tokens[index]
    if token.kind != NUMBER:
        number = number_at(tokens, index)
        return number and _spelled_decimals(text, tokens, number)
    if is_zeros(token) or _is_stray_zero(tokens, index):
        return None
    grouped = by_commas or has_symbol(text, tokens, index)
    scaled = not grouped or multiplier_at(text, tokens, index + 1) is not None
    number = number_at(tokens, index, scaled=scaled)
    if number is None:
        return None
    return (
        _over_line_break(text, tokens, index)
        or _apart_decimals(text, tokens, index, number)
        or _parted_decimals(text, tokens, index, number)
        or _spelled_decimals(text, tokens, number)
    )


def is_zeros(token: Token) -> bool:
    """Whether a number consists of zeros only, which is no amount: the "000" of a broken "10 000"."""
    return len(token.norm) > 1 and not token.norm.strip("0")


def _is_stray_zero(tokens: list[Token], index: int) -> bool:
    """Whether a zero is the last figure of a number that is broken into pieces: "1 5 0 0 euros"."""
    before = tokens[index - 1] if index else None
    return tokens[index].norm == "0" and before is not None and before.kind == NUMBER


def separator_before(tokens: list[Token], index: int) -> int | None:
    """The first token of a decimal without leading zero: ",79", the Swiss "-.50"; else None."""
    if index < 1 or tokens[index - 1].norm not in (",", ".") or tokens[index - 1].end != tokens[index].start:
        return None
    first = index - 1
    if first and tokens[first - 1].end == tokens[first].start:
        dash = first - 1
        free = dash == 0 or tokens[dash - 1].end < tokens[dash].start
        return dash if tokens[dash].norm in _DASHES and free else None
    return first


def sign_before(tokens: list[Token], index: int) -> bool:
    """Whether a minus sign is attached to a token, after a space, a bracket or the start of the text."""
    if index < 1 or tokens[index - 1].norm not in _DASHES or tokens[index - 1].end != tokens[index].start:
        return False
    if index == 1:
        return True
    before = tokens[index - 2]
    if before.end == tokens[index - 1].start:
        return before.norm in "([:;«" and before.norm != ""
    return before.kind != NUMBER


def _over_line_break(text: str, tokens: list[Token], index: int) -> Number | None:
    """A number with line breaks between its groups: "10⏎000 euros", not the list "Chambre 10⏎300 euros"."""
    run, end = tokens[index].norm, index + 1
    if not (run.isdigit() and len(run) <= 3):
        return None
    opened = index > 0 and tokens[index - 1].kind == WORD
    opened = opened and context_words("opener").match(key(tokens[index - 1].norm))
    while end < len(tokens) and end - index <= _MAX_GROUPS and _is_group(text, tokens, end, opened=opened):
        run, end = run + tokens[end].norm, end + 1
    if end == index + 1 or not _is_counted(text, tokens, end):
        return None
    value = read_digits(run)
    return None if value is None else Number(end, value, True)


def _is_group(text: str, tokens: list[Token], index: int, *, opened: bool) -> bool:
    token = tokens[index]
    if token.kind != NUMBER or not (token.norm.isdigit() and len(token.norm) == 3):
        return False
    gap = text[tokens[index - 1].end : token.start]
    return "\n" in gap and gap.isspace() and (opened or token.norm[0] == "0")


def _is_counted(text: str, tokens: list[Token], index: int) -> bool:
    """Whether there is a multiplier or a currency at a token."""
    if multiplier_at(text, tokens, index) is not None:
        return True
    return currency_at(text, tokens, after_de(tokens, index)) is not None


def _apart_decimals(text: str, tokens: list[Token], index: int, number: Number) -> Number | None:
    """Decimals after a comma and a space, following a grouped number: "1 250, 50 €"."""
    rest = tokens[index + 2] if index + 2 < len(tokens) else None
    if rest is None or tokens[index + 1].norm != "," or rest.kind != NUMBER or len(rest.norm) != 2:
        return None
    grouped = tokens[index].norm.replace(" ", "").replace("\u00a0", "").replace("\u202f", "")
    if not grouped.isdigit() or len(grouped) == len(tokens[index].norm) or not rest.norm.isdigit():
        return None
    if currency_at(text, tokens, index + 3) is None:
        return None
    return Number(index + 3, plus(number.value, times(Decimal(rest.norm), _HUNDREDTH)), True)


def _parted_decimals(text: str, tokens: list[Token], index: int, number: Number) -> Number | None:
    """Decimals between spaces before a multiplier in the singular, which 2 can't have: "1 , 2 million"."""
    if index + 3 >= len(tokens) or number.value >= 2 or tokens[index + 1].norm != ",":
        return None
    rest, unit = tokens[index + 2 : index + 4]
    if rest.kind != NUMBER or not rest.norm.isdigit() or len(rest.norm) > 2 or int(rest.norm) < 2:
        return None
    singular = len(unit.norm) > len("mille") and not unit.norm.endswith("s")
    if not singular or multiplier_at(text, tokens, index + 3) is None:
        return None
    return Number(index + 3, plus(number.value, Decimal(f"0.{rest.norm}")), True)


def _spelled_decimals(text: str, tokens: list[Token], number: Number) -> Number:
    """A number with its decimals after the word "virgule": "trois virgule huit milliards"."""
    place, comma = number.end, context_words("comma")
    if place + 1 >= len(tokens) or not comma.match(tokens[place].norm) or comma.match(tokens[place - 1].norm):
        return number
    zeros = place + 1
    while zeros < len(tokens) - 1 and number_word(tokens[zeros].norm) == (Decimal(0), "unit"):
        zeros += 1
    rest = number_at(tokens, zeros)
    if rest is None or rest.value != int(rest.value) or not _is_counted(text, tokens, rest.end):
        return number
    digits = "0" * (zeros - place - 1) + str(int(rest.value))
    return Number(rest.end, plus(number.value, Decimal(f"0.{digits}")), number.digits)
