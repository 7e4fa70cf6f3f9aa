"""The words around a date: prepositions, the second end of a range, an open side."""

from __future__ import annotations

from collections.abc import Callable

from claimx.values.dates import calendar
from claimx.values.dates.calendar import Period
from claimx.values.dates.reader import DateMatch, DateReader, calendar_phrases

_MAX_OPENERS = 4
_BETWEEN_EDGES = ("-", "–", "/", "ou")
_LISTED = ("et", "ou", ",")

Rule = Callable[[DateReader, int], DateMatch | None]


def opening(reader: DateReader, index: int, lowest: int, *, comes_back: bool) -> tuple[int, str]:
    """The first token of the prepositions before a date, and the side that they leave open.

    comes_back: whether the date recurs, so that "un" or "chaque" is part of it.
    """
    side = ""
    for _ in range(_MAX_OPENERS):
        found = calendar_phrases("prep").before(reader.tokens, index, lowest)
        if found is None:
            break
        index, value = found
        side = value or side
    repeated = calendar_phrases("repeated").before(reader.tokens, index, lowest) if comes_back else None
    return (repeated[0] if repeated is not None else index), side


def joined(reader: DateReader, first: int, index: int, found: DateMatch, rule: Rule) -> DateMatch:
    """A date and the end of its range: "entre A et B", "de A à B", "du A au B", "fin mars-début avril".

    first: the first token including prepositions. index: the first token of the date itself.
    rule: reads a date at an index.
    """
    connector = reader.norm(found.end)
    connectors = [reader.word(place, "range") or "" for place in range(first, max(first + 1, index))]
    if not any(connector in words.split() for words in connectors) and not (
        connector in _BETWEEN_EDGES
        and reader.phrase(index, "edge") is not None
        and reader.phrase(found.end + 1, "edge") is not None
    ):
        return _listed(reader, found, rule) if found.guessed and connector in _LISTED else found
    position = found.end + 1
    for _ in range(_MAX_OPENERS):
        other = rule(reader, position) or _year_alone(reader, position)
        if other is not None:
            return _together(reader, position, found, other)
        if not reader.has(position, "range_article"):
            return found
        position += 1
    return found


def _year_alone(reader: DateReader, index: int) -> DateMatch | None:
    """A year as the second end of a range: "entre mars 2021 et 2023"."""
    year = reader.year(index)
    return DateMatch(index + 1, calendar.of_year(year)) if year is not None else None


def _listed(reader: DateReader, found: DateMatch, rule: Rule) -> DateMatch:
    """A day or month that takes the year of the next in the list: "les 30 juin et 7 juillet 2024"."""
    other = rule(reader, found.end + 1)
    if other is None or other.guessed or not calendar.same_kind(found.period, other.period):
        return found
    return found._replace(period=calendar.in_order(found.period, other.period, True, False)[0], guessed=False)


def _together(reader: DateReader, position: int, first: DateMatch, last: DateMatch) -> DateMatch:
    hour = str(first.period.value).partition("T")[2]
    if calendar.is_hour(first.period) and calendar.is_hour(last.period) and first.period.begin is None:
        first = first._replace(period=calendar.at_hour(last.period, hour))
    begin, end = calendar.in_order(first.period, last.period, first.guessed, last.guessed)
    if (
        begin.end is not None
        and end.begin is not None
        and begin.end > end.begin
        and _is_weekday(reader, position)
    ):
        # "de vendredi à lundi": the second day comes after the first.
        week = 7 * -((end.begin - begin.end).days // 7)
        if reader.pointed(position) > 0:
            end = calendar.of_day(calendar.shifted(end.begin, week))
        else:
            begin = calendar.of_day(calendar.shifted(begin.end, -week))
    if begin.begin is not None and end.end is not None and begin.begin > end.end:
        return first
    return DateMatch(last.end, calendar.together(begin, end))


def _is_weekday(reader: DateReader, position: int) -> bool:
    return reader.has(position, "weekday")


def open_ended(period: Period, side: str, edge: str = "") -> Period:
    """The period with one side open: "jusqu'en 2030" has no first day, "depuis 2019" no last one.

    edge: the part of the period that is named: "avant la fin de 2027" ends with the last day of 2027.
    """
    if side == "until" or (side == "before" and edge == "END"):
        return Period(period.value, None, period.end)
    if side == "before":
        return Period(period.value, None, calendar.shifted(period.begin, -1) if period.begin else None)
    if side == "after":
        return Period(period.value, calendar.shifted(period.end, 1) if period.end else None, None)
    if side == "since":
        return Period(period.value, period.begin, None)
    return period
