"""The nth of something: "le premier lundi du mois", "la seconde quinzaine d'août", "dix premiers jours".

The whole expression is one date. A week-end is a Saturday and Sunday. Weeks of a month are counted from its
first or last day, weeks of a year as in ISO 8601. Fortnights are 1–15 and 16 to the end.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from claimx.values.dates import absolute, calendar, periods
from claimx.values.dates.calendar import Period
from claimx.values.dates.durations import around
from claimx.values.dates.reader import DateMatch, DateReader
from claimx.values.scanner import key

LAST = -1
_SATURDAY = 6
_MAX_COUNT = 31
_CONTAINER_UNITS = ("M", "Y", "Q", "H")


class _Container(NamedTuple):
    """The month or year in which something is the nth.

    end: the index after it. period: as expressed. of_year: the same period in another year; None if the
    year is expressed.
    """

    end: int
    period: Period
    of_year: Callable[[int], Period] | None = None


def nth(reader: DateReader, index: int) -> DateMatch | None:
    """Reads "premier lundi du mois", "2e dimanche de juin 2026", "dix premiers jours de mai"."""
    ranked = _rank(reader, index)
    if ranked is None:
        return None
    position, rank, count = ranked
    weekday = reader.word(position, "weekday")
    unit = reader.phrase(position, "unit")
    half = reader.has(position, "fortnight")
    after = position + 1 if weekday or half else unit[0] if unit else position
    if after == position or not reader.has(after, "link"):
        return None
    container = _container(reader, after)
    if container is None:
        return None
    if count > 1 and unit is not None and unit[1] == "M":
        return periods.first_months(reader, index)
    code = "weekday" if weekday else "fortnight" if half else unit[1] if unit else ""

    def part(whole: Period) -> Period:
        if count > 1:
            return _several(whole, code, rank, count)
        return _one(whole, code, rank, int(weekday or 0))

    if container.of_year is None or reader.published is None:
        found = part(container.period)
    else:
        of_year = container.of_year
        found = reader.nearest(index, lambda year: part(of_year(year)))
    if found.value is None and container.period.begin is not None:
        return None  # "le cinquième lundi de février"
    value = found if found.value is not None else Period(calendar.OPEN["D"])
    return DateMatch(container.end, value, guessed=False)


def _rank(reader: DateReader, index: int) -> tuple[int, int, int] | None:
    """A rank before a unit, as (index after it, rank or LAST, how many): "premier", "2e", "dix premiers"."""
    found = reader.phrase(index, "rank")
    if found is not None:
        return found[0], int(found[1]), 1
    number = reader.integer(index, range(1, 32))
    if number is not None and reader.has(index + 1, "ordinal_ending") and reader.glued(index + 1):
        return index + 2, number, 1
    counted = reader.number(index)
    if counted is None or not 1 < counted[1] <= _MAX_COUNT:
        return None
    edge = reader.word(counted[0], "first_last")
    if edge is None:
        return None
    return counted[0] + 1, 1 if edge == "START" else LAST, counted[1]


def _container(reader: DateReader, index: int) -> _Container | None:
    """The month, year, quarter or season after "de": "de juin 2026", "du mois", "de l'année dernière"."""
    position = reader.skip(reader.skip(index, "link"), "demonstrative")
    month = reader.month(position)
    if month is not None:
        found = absolute.month(reader, position, opened=True)
        if found is None or found.period.value is None:
            return None
        number = month
        return _Container(found.end, found.period, _of_month(number) if found.guessed else None)
    season = periods.season(reader, position)
    if season is not None:
        return _Container(season.end, season.period)
    quarter = periods.quarter(reader, position) or periods.short_quarter(reader, position)
    if quarter is not None:
        return _Container(quarter.end, quarter.period)
    year = reader.year(position)
    if year is not None and absolute.year(reader, position, opened=True) is not None:
        return _Container(position + 1, calendar.of_year(year))
    return _unit_container(reader, position)


def _of_month(number: int) -> Callable[[int], Period]:
    return lambda year: calendar.of_month(year, number)


def _unit_container(reader: DateReader, index: int) -> _Container | None:
    """Reads "mois", "mois prochain", "année 2025", "trimestre en cours": the present unit or one near it."""
    unit = reader.phrase(index, "unit")
    if unit is None or unit[1] not in _CONTAINER_UNITS or reader.has(unit[0] - 1, "only_counted"):
        return None
    end, code = unit
    year = reader.year(end)
    if year is not None and code == "Y":
        return _Container(end + 1, calendar.of_year(year))
    current = reader.phrase(end, "current")
    if current is not None:
        return _Container(current[0], around(reader.published, code, 0))
    end, direction = reader.direction(end)
    if not direction and (reader.has(end, "link") or reader.month(end) is not None):
        # "le premier jour du mois de mars", "du mois de la photo"
        linked = reader.skip(end, "link")
        month = reader.month(linked)
        if month is None:
            return None
        return _container(reader, linked)
    return _Container(end, around(reader.published, code, direction))


def _one(whole: Period, code: str, rank: int, weekday: int) -> Period:
    """The nth day, weekday, week-end, week or fortnight of a period; empty if there is none."""
    begin, end = whole.begin, whole.end
    if begin is None or end is None:
        return Period()
    if code == "weekday":
        return _inside(_nth_weekday(begin, end, weekday, rank), whole)
    if code == "E":
        saturday = _nth_weekday(begin, end, _SATURDAY, rank)
        return calendar.of_week(saturday, weekend=True) if saturday else Period()
    if code == "fortnight":
        middle = calendar.safe(begin.year, begin.month, 15)
        later = calendar.safe(begin.year, begin.month, 16)
        return _days(begin, middle) if rank == 1 else _days(later, end)
    if code == "D":
        return calendar.of_day(end if rank == LAST else calendar.shifted(begin, rank - 1))
    if code == "W":
        return _week(begin, end, rank)
    if code == "M":
        return calendar.of_month(end.year, end.month) if rank == LAST else _month(begin, rank)
    return Period()


def _several(whole: Period, code: str, rank: int, count: int) -> Period:
    """The first or last days, weeks, months or quarters of a period."""
    begin, end = whole.begin, whole.end
    if begin is None or end is None:
        return Period()
    if code in ("D", "W"):
        days = count * (7 if code == "W" else 1)
        if rank == LAST:
            return _days(calendar.shifted(end, 1 - days), end)
        return _days(begin, calendar.shifted(begin, days - 1))
    months = {"M": count, "Q": 3 * count}.get(code)
    if months is None:
        return Period()
    if rank == LAST:
        return _days(calendar.of_month(end.year, end.month - months + 1).begin, end)
    return _days(begin, calendar.of_month(begin.year, begin.month + months - 1).end)


def _nth_weekday(begin: date, end: date, weekday: int, rank: int) -> date | None:
    if rank == LAST:
        return calendar.shifted(end, -((end.isoweekday() - weekday) % 7))
    return calendar.shifted(begin, (weekday - begin.isoweekday()) % 7 + 7 * (rank - 1))


def _week(begin: date, end: date, rank: int) -> Period:
    if (end - begin).days > _MAX_COUNT:
        return calendar.of_numbered_week(begin.year, rank) if rank != LAST else calendar.of_week(end)
    if rank == LAST:
        return _days(calendar.shifted(end, -6), end)
    return _days(calendar.shifted(begin, 7 * (rank - 1)), calendar.shifted(begin, 7 * rank - 1))


def _month(begin: date, rank: int) -> Period:
    return calendar.of_month(begin.year, begin.month + rank - 1)


def _inside(day: date | None, whole: Period) -> Period:
    inside = (
        day is not None
        and whole.begin is not None
        and whole.end is not None
        and whole.begin <= day <= whole.end
    )
    return calendar.of_day(day) if inside else Period()


def _days(begin: date | None, end: date | None) -> Period:
    if begin is None or end is None or begin > end:
        return Period()
    return calendar.together(calendar.of_day(begin), calendar.of_day(end))


def day_of_unit(reader: DateReader, index: int) -> DateMatch | None:
    """Reads "4 du mois prochain", "15 de ce mois", "20 du même mois": a day of a month that is not named."""
    day = reader.integer(index, range(1, 32))
    if day is None or reader.norm(index - 1) not in ("le", "au", "du") or key(reader.norm(index + 1)) != "de":
        return None
    month = reader.skip(index + 2, "demonstrative")
    same = reader.has(month, "same")
    if reader.word(month + same, "unit") != "M":
        return None
    if same:
        return DateMatch(month + 2, Period(f"XXXX-XX-{day:02d}"))
    container = _unit_container(reader, month)
    if container is None or container.period.begin is None:
        return None
    first = container.period.begin
    found = calendar.safe(first.year, first.month, day)
    return DateMatch(container.end, calendar.of_day(found)) if found is not None else None
