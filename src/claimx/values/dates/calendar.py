"""Periods of the calendar and the arithmetic on them: months, quarters, seasons, centuries, Easter.

A Period is a TIMEX3 value with its first and last day, None if unknown.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from dateutil.easter import easter

LEAP_YEAR = 2024
_GREGORIAN_YEARS = range(1583, 4100)  # the range of dateutil.easter
_VALUE = re.compile(
    r"([0-9]{4}) (?: -([0-9]{2}) (?:-([0-9]{2}))? | -W([0-9]{2}) (-WE)? | -Q([1-4]) | -H([12])"
    r" | -(SP|SU|FA|WI) )?",
    re.VERBOSE,
)
_DAY = re.compile(r"(?:(?:[0-9]{4}|XXXX)-(?:[0-9]{2}|XX)-(?:[0-9]{2}|XX)|XXXX-WXX-[1-7])(?:T|$)")
_DATED = re.compile(r"(?:[0-9]{4}|XXXX)-(?:[0-9]{2}(?:-[0-9]{2})?|[QH][1-4]|SP|SU|FA|WI)")
# TIMEX3 values of units whose place in the calendar is unknown.
OPEN = {
    "h": "XXXX-XX-XX",
    "m": "XXXX-XX-XX",
    "D": "XXXX-XX-XX",
    "W": "XXXX-WXX",
    "E": "XXXX-WXX-WE",
    "M": "XXXX-XX",
    "Q": "XXXX-QX",
    "H": "XXXX-HX",
    "Y": "XXXX",
    "S": "XXXX",
    "X": "XXX",
    "C": "XX",
    "z": "X",
}
_KIND_OF = {**dict.fromkeys("0123456789", "0123456789"), "Q": "Q", "H": "H", **dict.fromkeys("SFW", "SFW")}
_SEASONS = {"SP": (3, 1), "SU": (6, 1), "FA": (9, 1), "WI": (12, 1)}


class Period(NamedTuple):
    """A TIMEX3 value with the first and last day that it covers."""

    value: str | None = None
    begin: date | None = None
    end: date | None = None


def safe(year: int, month: int = 1, day: int = 1) -> date | None:
    """A day, or None if Python's calendar does not have it."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def shifted(day: date, days: int) -> date | None:
    """The day a number of days later, or None outside Python's calendar."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def of_day(day: date | None) -> Period:
    """One day."""
    return Period() if day is None else Period(day.isoformat(), day, day)


def days_in(year: int, month: int) -> int:
    """The number of days in a month."""
    return monthrange(min(max(year, 1), 9999), month)[1]


def of_month(year: int, month: int) -> Period:
    """One month; months outside 1–12 fall into the neighbouring years."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    first = safe(year, month)
    if first is None:
        return Period()
    return Period(f"{year:04d}-{month:02d}", first, date(year, month, monthrange(year, month)[1]))


def of_months(value: str, year: int, first: int, last: int) -> Period:
    """Consecutive months of a year, with a given value."""
    begin, end = of_month(year, first), of_month(year, last)
    return Period(value, begin.begin, end.end) if begin.begin and end.end else Period()


def of_quarter(year: int, quarter: int) -> Period:
    """A quarter; quarters outside 1–4 fall into the neighbouring years."""
    year, quarter = year + (quarter - 1) // 4, (quarter - 1) % 4 + 1
    return of_months(f"{year:04d}-Q{quarter}", year, 3 * quarter - 2, 3 * quarter)


def of_half(year: int, half: int) -> Period:
    """A half-year; halves outside 1–2 fall into the neighbouring years."""
    year, half = year + (half - 1) // 2, (half - 1) % 2 + 1
    return of_months(f"{year:04d}-H{half}", year, 6 * half - 5, 6 * half)


def sibling(period: Period, number: int) -> Period:
    """Another quarter or half of the same year; an empty Period if the given one is neither."""
    value = period.value or ""
    if value[4:6] not in ("-Q", "-H") or not value[:4].isdigit():
        return Period()
    year = int(value[:4])
    return of_quarter(year, number) if value[5] == "Q" else of_half(year, number)


def of_year(year: int, last: int | None = None) -> Period:
    """A year, or the years up to another. Years before our era have a value but no days."""
    if year < 0:
        return Period(f"-{-year:04d}")
    begin, end = safe(year), safe(last if last is not None else year, 12, 31)
    value = f"{year:04d}" if last is None else f"{year:04d}/{last:04d}"
    return Period(value, begin, end) if begin and end else Period()


def of_decade(year: int) -> Period:
    """The decade that starts with a year: 1970."""
    return Period(f"{year // 10:03d}", safe(year), safe(year + 9, 12, 31))


def of_century(century: int, *, before: bool = False) -> Period:
    """A century: 21 is 2001–2100."""
    if before:
        return Period(f"-{century - 1:02d}")
    return Period(f"{century - 1:02d}", safe(100 * century - 99), safe(100 * century, 12, 31))


def of_season(year: int, season: str) -> Period:
    """A meteorological season; winter is the one that begins in the year."""
    month = _SEASONS[season][0]
    return Period(f"{year:04d}-{season}", of_month(year, month).begin, of_month(year, month + 2).end)


def of_week(day: date, *, weekend: bool = False) -> Period:
    """The ISO week of a day, or its Saturday and Sunday."""
    year, week, weekday = day.isocalendar()
    monday = shifted(day, 1 - weekday)
    if monday is None or (sunday := shifted(monday, 6)) is None:
        return Period()
    value = f"{year:04d}-W{week:02d}"
    return Period(f"{value}-WE", shifted(monday, 5), sunday) if weekend else Period(value, monday, sunday)


def of_numbered_week(year: int, week: int, *, weekend: bool = False) -> Period:
    """An ISO week by its number."""
    try:
        return of_week(date.fromisocalendar(year, week, 1), weekend=weekend)
    except ValueError:
        return Period()


def easter_sunday(year: int) -> date | None:
    """Easter Sunday of a year of the Gregorian calendar, None before it."""
    return easter(year) if year in _GREGORIAN_YEARS else None


def read(value: str) -> Period:
    """The period of a TIMEX3 value of a day, week, month, quarter, half, season or year.

    An empty Period for any other value, or for one that is not in the calendar.
    """
    match = _VALUE.fullmatch(value)
    if match is None:
        return Period()
    year = int(match[1])
    if match[3]:
        return of_day(safe(year, int(match[2]), int(match[3])))
    if match[2]:
        return of_month(year, int(match[2])) if 1 <= int(match[2]) <= 12 else Period()
    if match[4]:
        return of_numbered_week(year, int(match[4]), weekend=bool(match[5]))
    if match[6]:
        return of_quarter(year, int(match[6]))
    if match[7]:
        return of_half(year, int(match[7]))
    return of_season(year, match[8]) if match[8] else of_year(year)


def is_day(period: Period) -> bool:
    """Whether a period is a day or an hour, known or open."""
    return period.value is not None and _DAY.match(period.value) is not None


def same_kind(first: Period, second: Period) -> bool:
    """Whether two periods are of one kind (day, month, quarter, half or season), of a known year or not."""
    values = [period.value or "" for period in (first, second)]
    if not all(_DATED.fullmatch(value) for value in values):
        return False
    return len(values[0]) == len(values[1]) and values[0][5] in _KIND_OF[values[1][5]]


def is_hour(period: Period) -> bool:
    """Whether a period is an hour of a day."""
    return is_day(period) and ":" in str(period.value)


def at_hour(day: Period, hour: str) -> Period:
    """A day narrowed to an hour or a part of it."""
    return Period(f"{(day.value or OPEN['D']).partition('T')[0]}T{hour}", day.begin, day.end)


def in_year(period: Period, year: int) -> Period:
    """The same day, month, quarter, half or season in another year; other periods unchanged."""
    if period.value is None or "X" in period.value[4:]:
        return period
    day, _, hour = period.value.partition("T")
    moved = "/".join(f"{year:04d}{one[4:]}" for one in day.split("/"))
    parts = [read(one) for one in moved.split("/")]
    if any(one.value is None for one in parts):
        return period
    begin, end = parts[0].begin, parts[-1].end
    whole = [read(one) for one in day.split("/")]
    if begin and end and period.begin and period.end and whole[0].begin and whole[-1].end:
        # "fin mars" remains the end of March.
        begin = shifted(begin, (period.begin - whole[0].begin).days)
        end = shifted(end, (period.end - whole[-1].end).days)
    return Period(f"{moved}T{hour}" if hour else moved, begin, end)


def in_order(first: Period, last: Period, first_guessed: bool, last_guessed: bool) -> tuple[Period, Period]:
    """The two ends of a range, the year of one inferred from the other: "du 28 février au 3 mars 2024"."""
    if first_guessed and last.begin is not None:
        moved = in_year(first, last.begin.year)
        if moved.begin is not None and moved.begin > last.begin:
            moved = in_year(first, last.begin.year - 1)
        return moved, last
    if last_guessed and first.end is not None:
        moved = in_year(last, first.end.year)
        if moved.end is not None and moved.end < first.end:
            moved = in_year(last, first.end.year + 1)
        return first, moved
    return first, last


def part(period: Period, edge: str) -> Period:
    """The START, MID or END third of a period, or ALL of it; the value is that of the period."""
    if period.begin is None or period.end is None or edge == "ALL":
        return period
    third = max(1, ((period.end - period.begin).days + 1) // 3)
    begin, end = period.begin, period.end
    if edge == "START":
        end = begin + timedelta(days=third - 1)
    elif edge == "END":
        begin = end - timedelta(days=third - 1)
    else:
        begin, end = begin + timedelta(days=third), end - timedelta(days=third)
    return Period(period.value, begin, end)


def together(first: Period, last: Period) -> Period:
    """From the beginning of one period to the end of another; empty if that is not after the beginning."""
    if first.begin is not None and last.end is not None and first.begin > last.end:
        return Period()
    value = f"{first.value}/{last.value}" if first.value and last.value else None
    return Period(value, first.begin, last.end)


def nearest(periods: Iterable[Period], published: date, direction: int, *, strict: bool = False) -> Period:
    """The last (direction -1), the next (1) or else the nearest of some periods.

    The one in progress counts as last and as next, unless strict ("l'été dernier" said in summer).
    Returns an empty Period if there are none.
    """
    known = [period for period in periods if period.begin is not None and period.end is not None]
    before = [one for one in known if _begins(one, published, strict=strict)]
    after = [one for one in known if _ends(one, published, strict=strict)]
    if direction < 0 and before:
        return max(before, key=lambda one: one.begin or date.min)
    if direction > 0 and after:
        return min(after, key=lambda one: one.begin or date.max)
    return min(known, key=lambda one: _distance(one, published), default=Period())


def _begins(period: Period, published: date, *, strict: bool) -> bool:
    day = period.end if strict else period.begin
    return day is not None and (day < published if strict else day <= published)


def _ends(period: Period, published: date, *, strict: bool) -> bool:
    day = period.begin if strict else period.end
    return day is not None and (day > published if strict else day >= published)


def _distance(period: Period, published: date) -> int:
    """Days from a day to the beginning of a period, 0 if it is within the period."""
    begin, end = period.begin or published, period.end or published
    return 0 if begin <= published <= end else abs((begin - published).days)
