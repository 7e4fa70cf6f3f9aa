"""Dates in digits: "2/2/2026", "02.02.26", "2026-02-02", "le 02/02"."""

from __future__ import annotations

import re

from claimx.values.dates import calendar
from claimx.values.dates.calendar import LEAP_YEAR, Period
from claimx.values.dates.reader import DateMatch, DateReader
from claimx.values.scanner import NUMBER

_NUMERIC = re.compile(
    r"(?<![0-9./-])(?:[0-9]{1,2}([/.-])[0-9]{1,2}\1(?:[0-9]{4}|[0-9]{2})|[0-9]{4}([-/])[0-9]{2}\2[0-9]{2})"
    r"(?![0-9/-]|\.[0-9])"
)
_DAY_AND_MONTH = re.compile(r"(?<![0-9./-])([0-9]{1,2})/([0-9]{1,2})(?![0-9/-]|\.[0-9])")
_MONTH_AND_YEAR = re.compile(
    r"(?<![0-9./-])(?:(0[1-9]|1[0-2])/((?:19|20)[0-9]{2})|((?:19|20)[0-9]{2})-(0[1-9]|1[0-2]))(?![0-9/-])"
)
_SEPARATORS = ("/", "-", ".")
_PIVOT = 69


def numeric(reader: DateReader, index: int) -> DateMatch | None:
    """Reads "2/2/2026", "02.02.2026", "2026-02-02", and "le 02/02" after an article: day first.

    dateparser is not used here: it swaps day and month if that makes a valid date, and one date takes it as
    long as this grammar takes for a hundred sentences.
    """
    text, start = reader.text, reader.tokens[index].start
    if reader.norm(index + 1) not in _SEPARATORS and "." not in reader.norm(index):
        return None
    found = None
    if (match := _NUMERIC.match(text, start)) is not None:
        found = _read_numeric(reader, index, match.group())
    elif (match := _MONTH_AND_YEAR.match(text, start)) is not None and reader.opened(index):
        found = calendar.of_month(int(match[2] or match[3]), int(match[1] or match[4]))
    elif (match := _DAY_AND_MONTH.match(text, start)) is not None and _is_opened(reader, index):
        found = _without_year(reader, index, int(match[1]), int(match[2]))
    if match is None or found is None:
        return None
    end = index
    while end < len(reader.tokens) and reader.tokens[end].start < match.end():
        end += 1
    return DateMatch(end, found) if reader.tokens[end - 1].end == match.end() else None


def _is_opened(reader: DateReader, index: int) -> bool:
    """Whether an article or a weekday precedes a day and month: "le 7/1", "dimanche 21/12"."""
    weekday = reader.has(index - 1, "weekday") or reader.has(index - 2, "short_weekday")
    return weekday or reader.norm(index - 1) in ("le", "du", "au")


def with_weekday(reader: DateReader, index: int) -> DateMatch | None:
    """Reads "vendredi 14/06/2019", "sam. 13/12": digits after their weekday."""
    weekday = reader.weekday(index)
    if weekday is None or not 0 <= weekday[0] < len(reader.tokens):
        return None
    return numeric(reader, weekday[0]) if reader.tokens[weekday[0]].kind == NUMBER else None


def _read_numeric(reader: DateReader, index: int, piece: str) -> Period | None:
    parts = re.split(r"[/.-]", piece)
    if len(parts[0]) == 4:
        found = calendar.safe(int(parts[0]), int(parts[1]), int(parts[2]))
    else:
        year = int(parts[2])
        if len(parts[2]) == 2:
            # "11.10.12" may be a version number; two-digit years are 1969–2068, as in POSIX.
            if "/" not in piece and not reader.opened(index):
                return None
            year += 1900 if year >= _PIVOT else 2000
        found = calendar.safe(year, int(parts[1]), int(parts[0]))
    return calendar.of_day(found) if found is not None else None


def _without_year(reader: DateReader, index: int, day: int, month: int) -> Period | None:
    if calendar.safe(LEAP_YEAR, month, day) is None:
        return None
    found = reader.nearest(index, lambda near: calendar.read(f"{near:04d}-{month:02d}-{day:02d}"))
    return found if found.value is not None else Period(f"XXXX-{month:02d}-{day:02d}")
