"""Quarters, halves, seasons, weeks and feasts: "T2 2025", "les neuf premiers mois", "cet hiver", "à Noël"."""

from __future__ import annotations

from claimx.values.dates import calendar
from claimx.values.dates.absolute import is_repeated, short_year, year_after
from claimx.values.dates.calendar import Period
from claimx.values.dates.days import day_of_month
from claimx.values.dates.reader import DateMatch, DateReader
from claimx.values.scanner import MARK

_QUARTER, _HALF = ("t", "q"), ("s", "h")


def short_quarter(reader: DateReader, index: int) -> DateMatch | None:
    """Reads "T2 2025", "S1 2024", "4T 2025", "3T25"; without a year only after "au": "au T2"."""
    letter, digit = (index, index + 1) if reader.norm(index) in (*_QUARTER, *_HALF) else (index + 1, index)
    if letter > index and reader.norm(letter) in ("h", "q"):
        return None  # "2h30"
    unit = "Q" if reader.norm(letter) in _QUARTER else "H"
    if reader.norm(letter) not in (*_QUARTER, *_HALF) or not reader.glued(index + 1):
        return None
    count = reader.integer(digit, range(1, 5 if unit == "Q" else 3))
    if count is None or len(reader.norm(digit)) != 1:
        return None
    end = index + 2
    position = end + 1 if reader.norm(end) in ("de", "-", "/") else end
    number = reader.year(position)
    short = reader.integer(position, range(100)) if number is None and reader.glued(end) else None
    if short is not None and len(reader.norm(position)) == 2 and letter == index + 1:
        number = 2000 + short
    if number is not None:
        return DateMatch(position + 1, _part_of_year(number, unit, count))
    if reader.norm(index - 1) not in ("au", "du") or (reader.glued(end) and reader.tokens[end].kind != MARK):
        return None
    return _without_year(reader, index, end, unit, count)


def quarter(reader: DateReader, index: int) -> DateMatch | None:
    """Reads "deuxième trimestre 2025", "2e semestre", "les neuf premiers mois de 2025"."""
    if not reader.near_unit(index):
        return None
    ordinal = _ordinal(reader, index)
    if ordinal is None:
        return first_months(reader, index)
    position, count = ordinal
    linked = _linked_quarter(reader, index, position, count)
    if linked is not None:
        return linked
    unit = reader.word(position, "unit")
    if unit not in ("Q", "H") or (unit == "H" and count > 2):
        return None
    end, number, direction = _year_of_period(reader, position + 1)
    if number is None and direction and reader.published is not None:
        number = reader.published.year + direction
    if number is not None:
        return DateMatch(end, _part_of_year(number, unit, count))
    if reader.norm(end) in ("de", "d'"):
        return None  # "le premier trimestre de grossesse"
    return _without_year(reader, index, end, unit, count)


def _linked_quarter(reader: DateReader, index: int, position: int, count: int) -> DateMatch | None:
    """An ordinal whose unit follows the next one: "aux premier et deuxième trimestres 2024".

    With one article they are one period; "au premier et au deuxième trimestre" are two, of one year.
    """
    if reader.norm(position) not in ("et", "ou"):
        return None
    following = reader.skip(position + 1, "range_article")
    second = quarter(reader, following) if _ordinal(reader, following) is not None else None
    if second is None:
        return None
    value = second.period.value or ""
    first = calendar.sibling(second.period, count)
    if first.value is None or value[:4] == "XXXX":
        return None
    if following > position + 1:
        return DateMatch(position, first, second.guessed)
    return DateMatch(second.end, calendar.together(first, second.period), second.guessed)


def _without_year(reader: DateReader, index: int, end: int, unit: str, count: int) -> DateMatch:
    """A quarter or half without a year: by the tense of its clause, else in the year of publication."""
    if reader.published is None:
        return DateMatch(end, Period(f"XXXX-{unit}{count}"), guessed=True)
    period = _part_of_year(reader.published.year, unit, count)
    pointed = reader.pointed(index)
    if pointed < 0 and period.begin is not None and period.begin > reader.published:
        period = _part_of_year(reader.published.year - 1, unit, count)
    if pointed > 0 and period.end is not None and period.end < reader.published:
        period = _part_of_year(reader.published.year + 1, unit, count)
    return DateMatch(end, period, guessed=True)


def first_months(reader: DateReader, index: int) -> DateMatch | None:
    """Reads "neuf premiers mois de 2025", "trois derniers mois de l'année"."""
    number = reader.number(index)
    if number is None or not 1 < number[1] < 12:
        return None
    position, count = number
    edge = reader.word(position, "first_last")
    if edge is None or reader.word(position + 1, "unit") != "M" or not reader.has(position + 2, "link"):
        return None
    end, year, direction = _year_of_period(reader, position + 2)
    if end == position + 2:
        return None
    if year is None and reader.published is not None:
        year = reader.published.year + direction
    first, last = (1, count) if edge == "START" else (13 - count, 12)
    if year is None:
        return DateMatch(end, Period(f"XXXX-{first:02d}/XXXX-{last:02d}"))
    return DateMatch(
        end, calendar.of_months(f"{year:04d}-{first:02d}/{year:04d}-{last:02d}", year, first, last)
    )


def _year_of_period(reader: DateReader, index: int) -> tuple[int, int | None, int]:
    """The year after a quarter: "2025", "de l'exercice 2025", "de l'année", "de l'an dernier", "dernier"."""
    position = reader.skip(reader.skip(reader.skip(index, "link"), "demonstrative"), "year_word")
    number = reader.year(position)
    if number is not None:
        return position + 1, number, 0
    end, direction = reader.direction(position)
    named = position > index and reader.has(position - 1, "year_word")
    if direction and (named or position == index):
        return end, None, direction
    return (position, None, 0) if named else (index, None, 0)


def _part_of_year(number: int, unit: str, count: int) -> Period:
    return calendar.of_quarter(number, count) if unit == "Q" else calendar.of_half(number, count)


def season(reader: DateReader, index: int) -> DateMatch | None:
    """Reads "été 2025", "été 76", "hiver 2025-2026", "l'automne prochain", "cet hiver"."""
    code = reader.word(index, "season")
    if code is None or reader.has(index + 1, "other_season"):
        return None
    end, number, direction = year_after(reader, index + 1)
    named = _is_the_season(reader, index)
    if number is None and not direction and named and (short := short_year(reader, index + 1)) is not None:
        end, number = index + 2, short
    guessed = number is None and not direction
    if guessed and not named:
        return None
    if number is not None and code == "WI" and reader.norm(end) in ("-", "/"):
        following = reader.integer(end + 1, range(2200))
        end = end + 2 if following is not None and following % 100 == (number + 1) % 100 else end
    if number is not None:
        return DateMatch(end, calendar.of_season(number, code))
    period = reader.nearest(index, lambda near: calendar.of_season(near, code), direction)
    return DateMatch(end, period if period.value else Period(f"XXXX-{code}"), guessed)


def _is_the_season(reader: DateReader, index: int) -> bool:
    """Whether a bare season has a determiner: "cet hiver", "à l'automne", "au printemps", but not "a été"."""
    before = reader.norm(index - 1)
    written = reader.text[reader.tokens[index].start : reader.tokens[index].end]
    if reader.capital(index) and not written.isupper() and reader.norm(index + 1) != "":
        return False  # "les vitrines du Printemps"
    article = before in ("l'", "cet", "ce") or (before in ("au", "le") and reader.norm(index).startswith("p"))
    return article and reader.norm(index + 1) not in ("de", "d'", "du", "des")


def week(reader: DateReader, index: int) -> DateMatch | None:
    """Reads "semaine 12", "semaine 12 de 2025", "semaine du 9 février": an ISO week."""
    if reader.norm(index + 1) == "du":
        return _around_day(reader, index)
    count = reader.integer(index + 1, range(1, 54))
    if count is None or reader.norm(index + 2) in ("h", "%"):
        return None
    end, number, _ = year_after(reader, index + 2)
    if number is None and reader.published is not None:
        number = reader.published.year
    if number is None:
        return DateMatch(end, Period(f"XXXX-W{count:02d}"))
    found = calendar.of_numbered_week(number, count)
    return DateMatch(end, found) if found.value else None


def _around_day(reader: DateReader, index: int) -> DateMatch | None:
    found = day_of_month(reader, index + 2)
    if found is None or found.period.begin is None or found.period.begin != found.period.end:
        return None
    return DateMatch(found.end, calendar.of_week(found.period.begin))


def feast(reader: DateReader, index: int, *, opened: bool) -> DateMatch | None:
    """Reads "à Noël", "Pâques 2025", "lundi de Pentecôte"."""
    found = reader.phrase(index, "feast")
    if found is None:
        return None
    position, value = found
    if reader.has(position, "other_calendar"):
        return None  # "le Nouvel An chinois"
    end, number, direction = year_after(reader, position)
    guessed = number is None and not direction
    if guessed and not opened:
        return None
    if number is not None:
        return DateMatch(end, _feast_in(number, value))
    period = Period()
    if direction or not is_repeated(reader, index):
        period = reader.nearest(index, lambda near: _feast_in(near, value), direction)
    if period.value is None:
        period = Period(f"XXXX-{value}" if value[0].isdigit() else calendar.OPEN["D"])
    return DateMatch(end, period, guessed)


def _feast_in(year: int, value: str) -> Period:
    """The day of a feast in a year. value: month-day ("12-25"), or days from Easter ("pâques+49")."""
    if value[0].isdigit():
        return calendar.read(f"{year:04d}-{value}")
    sunday = calendar.easter_sunday(year)
    days = int(value.removeprefix("pâques"))
    return calendar.of_day(calendar.shifted(sunday, days) if sunday else None)


def _ordinal(reader: DateReader, index: int) -> tuple[int, int] | None:
    """Reads "deuxième" or "2e" before "trimestre": (index after it, rank)."""
    found = reader.phrase(index, "ordinal")
    if found is not None:
        return found[0], int(found[1])
    rank = reader.integer(index, range(1, 5))
    if rank is not None and reader.has(index + 1, "ordinal_ending"):
        return index + 2, rank
    return None
