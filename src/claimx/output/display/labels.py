"""The labels and colours of claims, shared by every display."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from decimal import Context, Decimal, localcontext
from typing import Literal, NamedTuple

from claimx.model import Amount, Claim, Level, Relation, Source, SourceKind

# From the firmest to the least committed: green, blue, amber, red, grey. Legible on white and on black.
COLORS = {
    Level.CERTAIN: "#2e9e5b",
    Level.PROBABLE: "#3b82d6",
    Level.POSSIBLE: "#d18a00",
    Level.DOUBTFUL: "#d9484f",
    Level.UNKNOWN: "#8a8f98",
}
# So that no reader depends on colours.
LEVEL_SIGNS = {
    Level.CERTAIN: "●",
    Level.PROBABLE: "◕",
    Level.POSSIBLE: "◑",
    Level.DOUBTFUL: "◔",
    Level.UNKNOWN: "○",
}
NEGATIVE = "✗"
_SIGNS = {
    Relation.EXACT: "",
    Relation.APPROXIMATE: "≈ ",
    Relation.AT_MOST: "≤ ",
    Relation.AT_LEAST: "≥ ",
    Relation.LESS_THAN: "< ",
    Relation.MORE_THAN: "> ",
    Relation.RANGE: "",
    Relation.MAGNITUDE: "~ ",
}
_NO_BREAK = "\u00a0\u202f"
_WHITE_SPACE = re.compile(rf"[^\S{_NO_BREAK}]+")
# The abbreviations of the French press.
_UNITS = ((Decimal(10) ** 9, "Md"), (Decimal(10) ** 6, "M"))

# Figures are shown in full whatever the precision that the host program has set.
_EXACT = Context(prec=60)

Role = Literal["", "predicate", "negation"]


class Part(NamedTuple):
    """A part of a claim's text and its role in the claim."""

    text: str
    role: Role


def amount(value: Amount) -> str:
    """An amount, short: its bound, its value in M or Md, its currency, in brackets where it is inferred.

    >>> amount(Amount(text="", start=0, end=0, minimum=None, maximum="60000000000", currency="USD",
    ...     relation=Relation.AT_MOST)).replace("\u00a0", " ")
    '≤ 60 Md USD'
    """
    with localcontext(_EXACT):
        return _amount(value)


def _amount(value: Amount) -> str:
    low, high = value.minimum, value.maximum
    if low is not None and high is not None and low != high:
        digits = _span(Decimal(low), Decimal(high))
    else:
        digits = _short(Decimal(low or high or "0")) if (low or high) else "?"
    currency = f"({value.currency})" if value.currency_inferred else value.currency
    # No-break spaces: a table may break lines between amounts, not within one.
    return f"{_SIGNS[value.relation]}{digits} {currency or ''}".strip().replace(" ", "\u00a0")


def sources(claim: Claim) -> list[str]:
    """Who the claim is credited to: the name where there is one, else the words of the text, quoted."""
    return _unique(source.name or _words(source) for source in claim.sources)


def _words(source: Source) -> str:
    return f"«\u00a0{source.text}\u00a0»" if source.kind is SourceKind.ANONYMOUS else source.text


def organizations(claim: Claim) -> list[str]:
    """The organisations of the claim, each once."""
    return _unique(organization.name for organization in claim.organizations)


def amounts(claim: Claim) -> list[str]:
    """The amounts of the claim, short."""
    return _unique(amount(value) for value in claim.amounts)


def dates(claim: Claim) -> list[str]:
    """The dates of the claim: their values, the words of the text where the day is not known.

    ``XXXX-WXX-2`` of "mardi" would tell nobody anything.
    """
    return _unique(date.text if "X" in (date.value or "X") else str(date.value) for date in claim.dates)


def parts(claim: Claim) -> Iterator[Part]:
    """The text of a claim on one line, in parts: before the predicate, the predicate, after it."""
    start, end = claim.predicate.start - claim.start, claim.predicate.end - claim.start
    if not 0 <= start < end <= len(claim.text):
        start = end = 0
    role: Role = "negation" if claim.polarity == "negative" else "predicate"
    pieces: list[Part] = [
        Part(claim.text[:start], ""),
        Part(claim.text[start:end], role),
        Part(claim.text[end:], ""),
    ]
    for text, role in pieces:
        if text:
            yield Part(one_line(text), role)


def one_line(text: str) -> str:
    r"""A text that is safe to show anywhere: white space folded, no control characters.

    >>> one_line("un\n\x1b[31m deux\u00ad")
    'un \ufffd[31m deux'
    """
    return "".join(
        character if character.isprintable() or character in _NO_BREAK else _replacement(character)
        for character in _WHITE_SPACE.sub(" ", text)
    )


def _replacement(character: str) -> str:
    # Format characters (soft hyphens, changes of direction) have no glyph.
    return "" if unicodedata.category(character) == "Cf" else "\ufffd"


def _short(value: Decimal) -> str:
    for unit, name in _UNITS:
        if abs(value) >= unit:
            return f"{_digits(value / unit)} {name}"
    return _digits(value)


def _span(low: Decimal, high: Decimal) -> str:
    """Both bounds in one unit where they share it: 10–20 M."""
    for unit, name in _UNITS:
        if low >= unit and high >= unit:
            return f"{_digits(low / unit)}–{_digits(high / unit)} {name}"
    return f"{_short(low)} – {_short(high)}"


def _digits(value: Decimal) -> str:
    text = f"{value:,.6f}".rstrip("0").rstrip(".")
    return text.replace(",", "\u202f").replace(".", ",")


def _unique(words: Iterator[str]) -> list[str]:
    return list(dict.fromkeys(one_line(word) for word in words))
