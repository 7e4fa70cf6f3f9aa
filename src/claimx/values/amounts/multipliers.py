"""Multipliers, and the words between a number and its currency: "milliards de", "k", "et demi"."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

from claimx.lexicons import read
from claimx.values.amounts.context_words import context_words
from claimx.values.amounts.currencies import currency_at
from claimx.values.numbers import number_word
from claimx.values.scanner import NUMBER, WORD, Token

_DASHES = frozenset("-–—‑−/")
_MAX_SYMBOL_TOKENS = 2
_MIN_SPELLED_LETTERS = 5


@cache
def multipliers() -> dict[str, tuple[Decimal, str]]:
    """Multipliers by their written form, as (value, "word" or "letter")."""
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
    after = index + 1
    if kind == "letter" or len(token.norm) < _MIN_SPELLED_LETTERS:
        if after < len(tokens) and tokens[after].norm == "." and tokens[after].start == token.end:
            after += 1  # "12 M. d'euros"
        if currency_at(text, tokens, after_de(tokens, after)) is not None:
            return value, after
    if kind != "letter":
        return value, index + 1
    if has_symbol(text, tokens, index - 1) or _is_shared(text, tokens, index):
        return value, index + 1
    return None


def _is_shared(text: str, tokens: list[Token], index: int) -> bool:
    """Whether a letter attached to a number is repeated with a currency: "40k à 45k€"."""
    if index + 3 >= len(tokens) or tokens[index].start != tokens[index - 1].end:
        return False
    letter, connector, number, again = tokens[index : index + 4]
    if number.kind != NUMBER or text[again.start : again.end] != text[letter.start : letter.end]:
        return False
    linked = connector.norm in _DASHES or context_words("link").match(connector.norm)
    return linked and currency_at(text, tokens, after_de(tokens, index + 4)) is not None


def has_symbol(text: str, tokens: list[Token], index: int) -> bool:
    """Whether a currency stands right before a number: "$10k"."""
    if index < 1:
        return False
    for first in range(max(0, index - _MAX_SYMBOL_TOKENS), index):
        found = currency_at(text, tokens, first, before=True)
        if found is not None and found.end == index:
            return True
    return False


def half_at(tokens: list[Token], index: int) -> tuple[Decimal, int] | None:
    """The fraction after a multiplier, as (value, index after it): "et demi", "et quart"."""
    if index + 1 >= len(tokens) or tokens[index].norm != "et":
        return None
    position = index + 2 if tokens[index + 1].norm == "un" and index + 2 < len(tokens) else index + 1
    value, kind = number_word(tokens[position].norm)
    return (value, position + 1) if kind in ("half", "fraction") else None


def after_de(tokens: list[Token], index: int) -> int:
    """The index after "de" or "d'", and after an adjective before the currency.

    The Swiss dash in place of cents ("49.- CHF") is skipped too.
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
