"""Completes dates from those around: the day of an hour, the year of a month, the day of "le lendemain"."""

from __future__ import annotations

from datetime import date

from claimx.values.dates import calendar
from claimx.values.dates.calendar import Period
from claimx.values.dates.reader import DateMatch, DateReader

_DAYS_A_WEEK = 7
_MAX_LINK_TOKENS = 4
_LINKS = frozenset(("et", "ou", "puis", ","))


def from_before(reader: DateReader, index: int, previous: Period, found: DateMatch) -> DateMatch:
    """A date completed from the one before it in the sentence.

    "Demain, ils se verront à 14 heures"; "le 3 mars 2025, puis le lendemain"; "au troisième trimestre 2025,
    après ... au deuxième trimestre". index: the first token of the date without its prepositions.
    """
    value = found.period.value or ""
    if value.startswith("XXXX-XX-XXT") and calendar.is_day(previous):
        day = str(previous.value).partition("T")[0]
        return found._replace(period=Period(value.replace("XXXX-XX-XX", day), previous.begin, previous.end))
    if value.startswith("XXXX") and previous.begin is not None and previous.begin == previous.end:
        moved = _from_day(reader, index, found.end, value, previous.begin)
        return found._replace(period=moved) if moved is not None else found
    if found.guessed and value[4:6] in ("-Q", "-H") and (previous.value or "")[4:6] == value[4:6]:
        return _beside(previous, found)
    return found


def _from_day(reader: DateReader, index: int, end: int, value: str, day: date) -> Period | None:
    """A date relative to the last: "le lendemain", "le même jour", "le mardi suivant", "la même année"."""
    beside = reader.phrase(index, "beside")
    if value == calendar.OPEN["D"] and beside is not None:
        return calendar.of_day(calendar.shifted(day, int(beside[1])))
    if value == calendar.OPEN["D"] and reader.phrase(index, "same_day") is not None:
        return calendar.of_day(day)
    if value == calendar.OPEN["Y"] and reader.has(index, "same"):
        return calendar.of_year(day.year)
    if value.startswith("XXXX-XX-") and value[8:].isdigit() and reader.has(end - 2, "same"):
        return calendar.of_day(calendar.safe(day.year, day.month, int(value[8:])))
    after = reader.phrase(index + 1, "told_after")
    if value.startswith("XXXX-WXX-") and value[9:].isdigit() and after is not None:
        distance = (int(value[9:]) - day.isoweekday()) % _DAYS_A_WEEK
        direction = int(after[1] or "0")
        if direction > 0:
            return calendar.of_day(calendar.shifted(day, distance or _DAYS_A_WEEK))
        return calendar.of_day(calendar.shifted(day, distance - _DAYS_A_WEEK)) if direction else None
    return None


def is_same_year(reader: DateReader, index: int, found: DateMatch) -> bool:
    """Whether a date is "la même année", which gives a date right before it its year."""
    return found.period.value == calendar.OPEN["Y"] and reader.has(index, "same")


def of_same_year(previous: Period, found: DateMatch, end: int) -> DateMatch:
    """A date up to an index, in the year of another one: "le 12 mars de la même année"."""
    known = (
        calendar.in_year(found.period, previous.begin.year) if previous.begin is not None else found.period
    )
    return found._replace(end=end, period=known, guessed=False)


def _beside(previous: Period, found: DateMatch) -> DateMatch:
    """A quarter or half without a year: the nearest to the one before that is not the same."""
    if previous.begin is None:
        return found
    near = [calendar.in_year(found.period, previous.begin.year + step) for step in (0, -1, 1)]
    known = [(abs((one.begin - previous.begin).days), one) for one in near if one.begin is not None]
    other = [item for item in known if item[1].value != previous.value]
    return found._replace(period=min(other, key=lambda item: item[0])[1]) if other else found


def year_serves(reader: DateReader, end: int, first: int, before: DateMatch, found: DateMatch) -> bool:
    """Whether the year of a date also applies to the one before: "en juin et en octobre 2024".

    end: the index after the date before. first: the first token of the next including prepositions.
    """
    if not before.guessed or found.guessed or not calendar.same_kind(before.period, found.period):
        return False
    linked = all(reader.has(place, "list_link") for place in range(end, first))
    return linked and 0 < first - end <= _MAX_LINK_TOKENS


def with_year_of(before: DateMatch, found: DateMatch) -> DateMatch:
    """The date before, in the year of the next; in the year before that if it would come after it."""
    moved = calendar.in_order(before.period, found.period, True, False)[0]
    return before._replace(period=moved, guessed=False)
