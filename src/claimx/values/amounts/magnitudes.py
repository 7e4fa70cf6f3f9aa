"""Orders of magnitude: "des centaines de milliards", "une dizaine de millions", "plusieurs millions"."""

from __future__ import annotations

from decimal import Decimal

from claimx.values.amounts.context_words import context_words
from claimx.values.amounts.multipliers import multiplier_at
from claimx.values.amounts.units import Quantity
from claimx.values.numbers import number_word, times
from claimx.values.scanner import Token, key


def magnitude_at(text: str, tokens: list[Token], index: int) -> Quantity | None:
    """An order of magnitude: "des centaines de milliards", "se chiffre en millions".

    After "en" only with a verb of counting; otherwise "en milliers d'euros" is a unit.
    """
    if index and tokens[index - 1].norm == "en" and not is_reckoned(tokens, index):
        return None
    unit, scale, position = Decimal(1), Decimal(1), index
    opened = False
    while position < len(tokens) and position - index < 12:
        norm = tokens[position].norm
        value, kind = number_word(norm)
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
            key(norm) == "de" and _continues(text, tokens, position + 1)
        ):
            position += 1
        elif not opened and kind == "half" and _is_collective(tokens, position + 2):
            unit, position = times(unit, value), position + 2
        elif not opened and context_words("before").match(norm) and _is_collective(tokens, position + 1):
            position += 1
        else:
            break
    if not opened:
        return None
    return Quantity(index, position, unit, scale, magnitude=True, digits=False)


def is_reckoned(tokens: list[Token], index: int) -> bool:
    """Whether a verb of counting and "en" precede a word: "se chiffre en", "se comptent en"."""
    return (
        index > 1 and tokens[index - 1].norm == "en" and context_words("reckon").match(tokens[index - 2].norm)
    )


def _is_collective(tokens: list[Token], index: int) -> bool:
    """Whether a token is a collective number: "une bonne dizaine", "une demi-douzaine"."""
    return index < len(tokens) and number_word(tokens[index].norm)[1] == "collective"


def _continues(text: str, tokens: list[Token], index: int) -> bool:
    if index >= len(tokens):
        return False
    kind = number_word(tokens[index].norm)[1]
    return kind in ("collective", "several_of") or multiplier_at(text, tokens, index) is not None
