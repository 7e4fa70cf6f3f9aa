"""Numbers in digits and in words: "1 234,5", "1'234.50", "quatre-vingt-dix-sept", "deux cent mille".

Values are exact decimals. A digit run too long for any amount of money is not read as a number.
"""

from __future__ import annotations

import re
from decimal import Context, Decimal
from functools import cache
from typing import NamedTuple

from claimx.lexicons import read
from claimx.values.scanner import NUMBER, Token

MAX_NUMBER_CHARACTERS = 40
_CONTEXT = Context(prec=80)
_NO_NUMBER = (Decimal(0), "")
_MIXED_GROUPS = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3})+(?:\s[0-9]{3})+")  # 1.234 567
_NO_DIGIT, _NO_FIGURE = re.compile(r"[^0-9]+"), re.compile(r"[^0-9.,]+")
_PLAIN = re.compile(r"[0-9]+(?:,[0-9]{1,2})?|[0-9]+\.[0-9]{1,2}")


class Number(NamedTuple):
    """A number read from tokens: the index after it, its value, whether it is written in digits."""

    end: int
    value: Decimal
    digits: bool


@cache
def number_words() -> dict[str, tuple[Decimal, str]]:
    """Number words with value and kind, from the lexicon."""
    return {row["word"]: (Decimal(row["value"]), row["kind"]) for row in read("number_words")}


def number_word(norm: str) -> tuple[Decimal, str]:
    """The value and kind of a number word; zero and an empty kind for any other word."""
    return number_words().get(norm, _NO_NUMBER)


def times(left: Decimal, right: Decimal) -> Decimal:
    """An exact product, whatever the decimal context of the host application."""
    return _CONTEXT.multiply(left, right)


def plus(left: Decimal, right: Decimal) -> Decimal:
    """An exact sum, whatever the decimal context of the host application."""
    return _CONTEXT.add(left, right)


def plain(value: Decimal) -> str:
    """A value as a decimal string without exponent and without trailing zeros."""
    text = format(value, "f")
    return (text.rstrip("0").rstrip(".") if "." in text else text) or "0"


def read_digits(run: str, scaled: bool = False) -> Decimal | None:
    """The value of a digit run with French, Swiss, Belgian or English separators.

    run: digits with separators between them. scaled: whether a multiplier or a currency follows, so that a
    comma before three digits is decimal ("8,833 milliards", "1,759 €").
    Returns None for a run that is too long for an amount.
    """
    if len(run) > MAX_NUMBER_CHARACTERS:
        return None
    if _MIXED_GROUPS.fullmatch(run):
        return Decimal(_NO_DIGIT.sub("", run))
    compact = _NO_FIGURE.sub("", run)
    whole, comma, rest = compact.partition(",")
    decimal = comma and rest.isdigit() and whole.isdigit() and (scaled or len(rest) != 3 or not int(whole))
    if decimal or _PLAIN.fullmatch(compact):
        return Decimal(compact.replace(",", "."))
    from price_parser.parser import parse_number

    return parse_number(compact)


def number_at(tokens: list[Token], index: int, *, scaled: bool = False) -> Number | None:
    """The number that starts at a token, in digits or in words."""
    token = tokens[index]
    if token.kind == NUMBER:
        if _has_exponent(tokens, index):
            return None
        value = read_digits(token.norm, scaled)
        return None if value is None else Number(index + 1, value, True)
    return _words_at(tokens, index)


def _has_exponent(tokens: list[Token], index: int) -> bool:
    """Whether a superscript, a fraction sign or a digit of another script touches the end of a number."""
    if index + 1 >= len(tokens) or tokens[index + 1].start > tokens[index].end:
        return False
    return tokens[index + 1].kind != NUMBER and tokens[index + 1].norm[0].isnumeric()


def _words_at(tokens: list[Token], index: int) -> Number | None:
    """The number below a million that starts at a token, in words."""
    lexicon = number_words()
    if tokens[index].norm not in lexicon:
        return None
    total = current = 0
    last = ""
    position = end = index
    while position < len(tokens):
        norm = tokens[position].norm
        if end > index and norm in ("-", "et"):
            if norm == "et" and not _joins(last, current, tokens[position + 1 : position + 3]):
                break
            position += 1
            if position - end > 3:
                break
            continue
        entry = lexicon.get(norm)
        if entry is None:
            break
        value, kind = int(entry[0]), entry[1]
        if kind == "ten" and value == 20 and last == "unit" and current % 100 == 4:
            current += 76
        elif _adds(kind, value, last, current):
            current += value
        elif kind == "hundred" and last in ("", "unit", "thousand") and current % 100 < 10:
            current = current * 100 if current else 100
        elif kind == "thousand" and not total:
            total, current = max(1, current) * 1000, 0
        else:
            break
        last = kind
        position += 1
        end = position
    return Number(end, Decimal(total + current), False) if end > index else None


def _joins(last: str, current: int, following: list[Token]) -> bool:
    """Whether "et" continues a number: "vingt et un", "soixante et dix", "mille et une"."""
    norm = next((token.norm for token in following if token.norm != "-"), "")
    value = number_word(norm)[0]
    if last == "ten":
        return value in (1, 11) or (value == 10 and current % 100 == 60)
    return last in ("hundred", "thousand") and value == 1


def _adds(kind: str, value: int, last: str, current: int) -> bool:
    """Whether a number word is added to those before it: "vingt deux", "soixante dix", "dix sept"."""
    if last in ("", "hundred", "thousand"):
        return kind in ("unit", "teen", "ten")
    if kind == "teen":
        return last == "ten" and current % 100 in (60, 80)
    return kind == "unit" and (last == "ten" or (last == "teen" and value > 6 and not current % 10))
