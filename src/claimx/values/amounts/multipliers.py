"""What multiplies a number and what may stand between it and its currency: "milliards de", "k", "et demi"."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

from claimx.lexicons import read
from claimx.values.amounts.context_words import context_words
from claimx.values.amounts.currencies import currency_at
from claimx.values.numbers import number_words
from claimx.values.scanner import NUMBER, WORD, Token


@cache
def multipliers() -> dict[str, tuple[Decimal, str]]:
    """Multipliers by their written form: value, and whether a word or a mere letter."""
    return {row["form"]: (Decimal(row["value"]), row["kind"]) for row in read("multipliers")}


def multiplier_at(text: str, tokens: list[Token], index: int) -> tuple[Decimal, int] | None:
    """The multiplier at a token, as (value, index after it); a letter needs its currency."""
    if index >= len(tokens) or tokens[index].kind != WORD:
        return None
    token = tokens[index]
    entry = multipliers().get(token.norm) if len(token.norm) > 3 else None
    entry = entry or multipliers().get(text[token.start : token.end])
    if entry is None:
        return None
    value, kind = entry
    if kind == "letter":
        after = after_de(tokens, index + 1)
        glued = token.start == tokens[index - 1].end
        if currency_at(text, tokens, after) is None and not (glued and has_symbol(text, tokens, index - 1)):
            return None
    return value, index + 1


def has_symbol(text: str, tokens: list[Token], index: int) -> bool:
    """Whether a currency stands right before a number: "$10k"."""
    if index < 1:
        return False
    found = currency_at(text, tokens, index - 1, before=True)
    return found is not None and found.end == index


def decimal_comma(text: str, tokens: list[Token], index: int) -> bool:
    """Whether a comma before three digits is decimal: "8,833 milliards", "1,789 euro"."""
    if tokens[index].kind != NUMBER or "," not in tokens[index].norm:
        return False
    if multiplier_at(text, tokens, index + 1) is not None:
        return True
    found = currency_at(text, tokens, index + 1)
    return found is not None and found.currency.kind == "name" and tokens[index].norm.index(",") == 1


def half_at(tokens: list[Token], index: int) -> tuple[Decimal, int] | None:
    """The share after a multiplier, as (share, index after it): "et demi", "et quart"."""
    if index + 1 >= len(tokens) or tokens[index].norm != "et":
        return None
    position = index + 2 if tokens[index + 1].norm == "un" and index + 2 < len(tokens) else index + 1
    value, kind = number_words().get(tokens[position].norm, (Decimal(0), ""))
    return (value, position + 1) if kind in ("half", "fraction") else None


def after_de(tokens: list[Token], index: int) -> int:
    """The index after "de" or "d'", and after an adjective before the currency.

    The Swiss dash for no hundredths ("49.- CHF") is passed over too.
    """
    position = index
    if (
        index + 2 < len(tokens)
        and tokens[index].norm in (".", ",")
        and tokens[index + 1].norm in ("-", "–", "—")
    ):
        return index + 2
    if position < len(tokens) and tokens[position].norm in ("de", "d'", "des"):
        position += 1
        if position < len(tokens) and context_words("before").match(tokens[position].norm):
            position += 1
    return position
