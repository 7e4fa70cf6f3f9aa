"""Dates relative to another: "la veille de Noël", "quatre jours après le 2 août", "le mardi suivant".

Resolved if the other date is part of the expression; open if it is in the text before ("le mardi suivant").
"""

from __future__ import annotations

from collections.abc import Callable

from claimx.values.dates import calendar
from claimx.values.dates.calendar import OPEN, Period
from claimx.values.dates.durations import duration, shifted_day
from claimx.values.dates.reader import DateMatch, DateReader

Rule = Callable[[DateReader, int], DateMatch | None]
_MAX_ARTICLES = 2


def beside(reader: DateReader, index: int, day: Rule) -> DateMatch | None:
    """Reads "lendemain du 3 mars 2025", "veille de Noël", "surlendemain de Pâques": a day beside another.

    day: the rule that reads a day.
    """
    found = reader.phrase(index, "beside")
    if found is None:
        return None
    end, steps = found
    if reader.norm(end) not in ("de", "d'", "du", "des"):
        return None
    other = _day(reader, end, day)
    if other is None or other.period.begin is None:
        return None
    return DateMatch(
        other.end, calendar.of_day(calendar.shifted(other.period.begin, int(steps))), other.guessed
    )


def counted_from(reader: DateReader, index: int, day: Rule) -> DateMatch | None:
    """Reads "quatre jours après le 2 août 2025", "deux mois avant Noël"."""
    counted = duration(reader, index)
    if counted is None:
        return None
    end, count, code = counted
    direction = reader.word(end, "counted_from")
    if direction is None or count is None:
        return None
    other = _day(reader, end + 1, day)
    if other is None:
        return None
    if other.period.begin is None:
        return DateMatch(other.end, Period(OPEN[code]), other.guessed)
    moved = shifted_day(other.period.begin, code, count * int(direction))
    return DateMatch(other.end, calendar.of_day(moved) if moved else Period(OPEN[code]), other.guessed)


def _day(reader: DateReader, index: int, day: Rule) -> DateMatch | None:
    """The day at an index, past "du", "le" or "de la"."""
    for _ in range(_MAX_ARTICLES + 1):
        found = day(reader, index)
        if found is not None:
            return found if calendar.is_day(found.period) else None
        if reader.norm(index) not in ("de", "d'", "du", "le", "la", "l'"):
            return None
        index += 1
    return None


def told(reader: DateReader, index: int) -> DateMatch | None:
    """Reads "nuit suivante", "été suivant", "mardi précédent", "ce mardi-là", "même année", all open.

    index: the noun, or "même" before it.
    """
    same = reader.has(index, "same")
    noun = index + 1 if same else index
    opener = reader.norm(index - 1)
    value = _noun(reader, noun)
    if value is None:
        return None
    end, found = value
    if same and opener in ("la", "le", "cette", "l'") and reader.year(end) is None:
        return DateMatch(end, Period(found))
    if opener not in ("la", "le", "l'", "ce", "cette", "cet", "du", "au") or same:
        return None
    after = reader.phrase(end, "told_after")
    if after is not None:
        return DateMatch(after[0], Period(found))
    distal = reader.phrase(end, "distal") if opener in ("ce", "cette", "cet") else None
    return DateMatch(distal[0], Period(found)) if distal is not None else None


def _noun(reader: DateReader, index: int) -> tuple[int, str] | None:
    """A noun of time, as (index after it, open value): "mardi" XXXX-WXX-2, "été" XXXX-SU, "année" XXXX."""
    weekday = reader.word(index, "weekday")
    if weekday is not None:
        end = index + 1
        part = reader.phrase(end, "daypart")
        return (part[0] if part else end), f"XXXX-WXX-{weekday}"
    season = reader.word(index, "season")
    if season is not None:
        return index + 1, f"XXXX-{season}"
    part_of_day = reader.word(index, "daypart")
    if part_of_day is not None:
        return index + 1, f"XXXX-XX-XXT{part_of_day}"
    month = reader.month(index)
    if month is not None and reader.word(index + 1, "told_after") == "1":
        return index + 1, f"XXXX-{month:02d}"
    unit = reader.phrase(index, "unit")
    if unit is None or unit[1] in ("h", "m", "z", "C", "X") or reader.has(unit[0] - 1, "only_counted"):
        return None
    return unit[0], OPEN[unit[1]]
