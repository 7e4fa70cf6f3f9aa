"""Decades and centuries: "les années 1970", "les années 2010-2015", "aux XVIIe et XVIIIe siècles"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimx.values.dates import calendar
from claimx.values.dates.reader import MODERN_YEARS, DateMatch, DateReader

_ROMAN_ENDINGS = ("e", "er", "ier", "ème", "eme", "è", "ᵉ", "ᵉʳ")
_ROMAN = re.compile(rf"([ivx]+)(?:{'|'.join(_ROMAN_ENDINGS)})?")
_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10}
_MIN_SHORT_DECADE = 10


def decade(reader: DateReader, index: int) -> DateMatch | None:
    """Reads "années 1970", "années 80", "années soixante", "années 1920 et 1930", "décennie 2010"."""
    if not reader.has(index, "decade"):
        return None
    start, stop = reader.year(index + 1), reader.year(index + 3)
    linked = reader.norm(index + 2) in ("-", "–", "à")
    if linked and start is not None and stop is not None and stop > start and stop % 10:
        return DateMatch(index + 4, calendar.of_year(start, stop))  # "années 2010-2015"
    first = _decade_at(reader, index + 1)
    if first is None:
        return None
    end, decade_start = first
    period = calendar.of_decade(decade_start)
    if reader.norm(end) in ("et", "à", "-", "–", "ou"):
        second = _decade_at(reader, end + 1)
        if second is not None and second[1] > decade_start:
            return DateMatch(second[0], calendar.together(period, calendar.of_decade(second[1])))
    return DateMatch(end, period)


def _decade_at(reader: DateReader, index: int) -> tuple[int, int] | None:
    found = reader.number(index)
    if found is None or found[1] % 10:
        return None
    end, value = found
    if _MIN_SHORT_DECADE <= value < 100:
        value += 1900 if value >= 30 else 2000
    return (end, value) if value in MODERN_YEARS else None


def century(reader: DateReader, index: int) -> DateMatch | None:
    """Reads "XXIe siècle", "IIe siècle av. J.-C.", "19e siècle", "XVIIe et XVIIIe siècles"."""
    if not reader.near_unit(index):
        return None
    first = last = _century_at(reader, index)
    if first is None:
        return None
    if reader.norm(first[0]) in ("et", "-", "–", "au", "ou"):
        last = _century_at(reader, first[0] + 1)
    if last is None or reader.word(last[0], "unit") != "C":
        return None
    era = reader.phrase(last[0] + 1, "era")
    before = era is not None and era[1] == "-"
    end = era[0] if era else last[0] + 1
    period = calendar.of_century(last[1], before=before)
    if first != last:
        period = calendar.together(calendar.of_century(first[1], before=before), period)
    return DateMatch(end, period)


def _century_at(reader: DateReader, index: int) -> tuple[int, int] | None:
    """A century's number in Roman or Arabic numerals: (index after it, number)."""
    match = _ROMAN.fullmatch(reader.norm(index))
    number = _roman(match[1]) if match else reader.integer(index, range(1, 31))
    if number is None:
        return None
    return index + (2 if reader.norm(index + 1) in _ROMAN_ENDINGS else 1), number


def romans() -> Iterator[str]:
    """The Roman numerals of centuries, with and without their ending."""
    for tens in ("", "x", "xx"):
        for units in ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"):
            yield from (tens + units + ending for ending in ("", *_ROMAN_ENDINGS) if tens + units)


def _roman(letters: str) -> int | None:
    values = [_ROMAN_VALUES[letter] for letter in letters]
    total = sum(
        -value if following > value else value
        for value, following in zip(values, [*values[1:], 0], strict=True)
    )
    return total if 0 < total < 31 else None
