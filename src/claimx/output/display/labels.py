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
# Before what another claim does to one, by the values of `Response`.
ANSWERS = {"denied_by": "↯", "confirmed_by": "✓", "unconfirmed_by": "?"}
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


class Numerals(NamedTuple):
    """How a language writes numbers: what stands before decimals and thousands, and its large units."""

    point: str
    thousands: str
    million: str
    billion: str


NUMERALS = {"en": Numerals(".", ",", "M", "bn"), "fr": Numerals(",", "\u202f", "M", "Md")}

# Figures are shown in full whatever the precision that the host program has set.
_EXACT = Context(prec=60)

Role = Literal["", "predicate", "negation"]


class Part(NamedTuple):
    """A part of a claim's text and its role in the claim."""

    text: str
    role: Role


def amount(value: Amount, language: str = "en") -> str:
    """An amount, short: its bound, its value in M or bn, its currency, in brackets where it is inferred.

    language: "en" or "fr", of the figures.

    >>> amount(Amount(text="", start=0, end=0, minimum=None, maximum="60000000000", currency="USD",
    ...     relation=Relation.AT_MOST)).replace("\u00a0", " ")
    '≤ 60 bn USD'
    """
    with localcontext(_EXACT):
        return _amount(value, NUMERALS[language])


def _amount(value: Amount, numerals: Numerals) -> str:
    low, high = value.minimum, value.maximum
    if low is not None and high is not None and low != high:
        digits = _span(Decimal(low), Decimal(high), numerals)
    else:
        digits = _short(Decimal(low or high or "0"), numerals) if (low or high) else "?"
    currency = f"({value.currency})" if value.currency_inferred else value.currency
    # No-break spaces: a table may break lines between amounts, not within one.
    return f"{_SIGNS[value.relation]}{digits} {currency or ''}".strip().replace(" ", "\u00a0")


def sign(claim: Claim) -> str:
    """The sign of a claim: that of its level, and of negation where it is presented as false."""
    return LEVEL_SIGNS[claim.confidence.level] + NEGATIVE * (claim.polarity == "negative")


def sources(claim: Claim) -> list[str]:
    """Who the claim is credited to: the name where there is one, else the words of the text, quoted."""
    return _unique(source.name or _words(source) for source in claim.sources)


def _words(source: Source) -> str:
    return f"«\u00a0{source.text}\u00a0»" if source.kind is SourceKind.ANONYMOUS else source.text


def organizations(claim: Claim) -> list[str]:
    """The organisations of the claim, each once."""
    return _unique(organization.name for organization in claim.organizations)


def amounts(claim: Claim, language: str = "en") -> list[str]:
    """The amounts of the claim, short, their figures as in English ("en") or French ("fr")."""
    return _unique(amount(value, language) for value in claim.amounts)


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


def counted(number: int, what: str) -> str:
    """How many of something there are: "1 claim", "2 claims"."""
    return f"{number} {what}{'' if number == 1 else 's'}"


def shortened(text: str, most: int) -> str:
    """A text of at most so many characters, cut at a word where there is one."""
    if len(text) <= most:
        return text
    cut = text[: most - 1]
    return f"{cut[: cut.rfind(' ')] if ' ' in cut[most // 2 :] else cut}…"


def _replacement(character: str) -> str:
    # Format characters (soft hyphens, changes of direction) have no glyph.
    return "" if unicodedata.category(character) == "Cf" else "\ufffd"


def _short(value: Decimal, numerals: Numerals) -> str:
    for unit, name in _units(numerals):
        if abs(value) >= unit:
            return f"{_digits(value / unit, numerals)} {name}"
    return _digits(value, numerals)


def _span(low: Decimal, high: Decimal, numerals: Numerals) -> str:
    """Both bounds in one unit where they share it: 10–20 M."""
    for unit, name in _units(numerals):
        if low >= unit and high >= unit:
            return f"{_digits(low / unit, numerals)}–{_digits(high / unit, numerals)} {name}"
    return f"{_short(low, numerals)} – {_short(high, numerals)}"


def _units(numerals: Numerals) -> tuple[tuple[Decimal, str], ...]:
    return (Decimal(10) ** 9, numerals.billion), (Decimal(10) ** 6, numerals.million)


def _digits(value: Decimal, numerals: Numerals) -> str:
    whole, _, decimals = f"{value:,.6f}".rstrip("0").partition(".")
    return whole.replace(",", numerals.thousands) + (numerals.point + decimals if decimals else "")


def _unique(words: Iterator[str]) -> list[str]:
    return list(dict.fromkeys(one_line(word) for word in words))
