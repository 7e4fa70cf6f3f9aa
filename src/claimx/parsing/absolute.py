"""Dates that name themselves: "lundi 2 février 2026", "T2 2025", "les années 1970", "XXIe siècle"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimx.parsing import calendar
from claimx.parsing.calendar import Period
from claimx.parsing.datewords import MODERN, Found, Reader, words

_DAYS = range(1, 32)
_ROMAN_ENDINGS = ("e", "er", "ier", "ème", "eme")
_ROMAN = re.compile(rf"([ivx]+)(?:{'|'.join(_ROMAN_ENDINGS)})?")
_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10}
_LEAST_DECADE = 10


def day_of_month(reader: Reader, index: int) -> Found | None:
    """Reads "2 février 2026", "1er mars", "16 au 23 juin", "lundi 2 février", "12 juillet dernier"."""
    position = index + 1 if reader.word(index, "weekday") else index
    if reader.norm(position) == "le":
        position += 1
    first = reader.integer(position, _DAYS)
    if first is None:
        return None
    position = _after_ordinal(reader, position + 1)
    last = first
    if reader.norm(position) in ("au", "à", "et", "ou", "-", "–", "/"):
        second = reader.integer(position + 1, _DAYS)
        if second is not None:
            last, position = second, _after_ordinal(reader, position + 2)
    month = reader.month(position)
    if month is None:
        return None
    position = _after_dot(reader, position + 1)
    end, year, direction = _year_after(reader, position)
    if year is None:
        year = reader.year_of(index, month, first, direction)
    return Found(end, _days(year, month, (first, last)))


def _days(year: int | None, month: int, days: tuple[int, int]) -> Period:
    first, last = days
    if year is None:
        start, stop = f"XXXX-{month:02d}-{first:02d}", f"XXXX-{month:02d}-{last:02d}"
        return Period(start if first == last else f"{start}/{stop}")
    begin, end = (
        calendar.of_day(calendar.safe(year, month, first)),
        calendar.of_day(calendar.safe(year, month, last)),
    )
    return begin if first == last else calendar.together(begin, end)


def month(reader: Reader, index: int, *, opened: bool) -> Found | None:
    """Reads "février 2026", "mars dernier", and "mars" alone where a preposition opens it."""
    number = reader.month(index)
    if number is None:
        return None
    position = _after_dot(reader, index + 1)
    end, year, direction = _year_after(reader, position)
    bare = year is None and not direction
    if bare and (not opened or _is_name(reader, index) or reader.word(index, "month") is None):
        return None
    if year is None:
        year = reader.year_of(index, number, 15, direction)
    if year is None:
        return Found(end, Period(f"XXXX-{number:02d}"))
    return Found(end, calendar.of_month(year, number))


def year(reader: Reader, index: int, *, opened: bool) -> Found | None:
    """Reads "2026", "2020-2023", "1386 ou 1387", "3300 avant J.-C.", where a preposition opens it."""
    number = reader.integer(index, range(1, 10_000))
    if number is None:
        return None
    era = reader.phrase(index + 1, "era")
    if era is not None:
        return Found(era[0], calendar.of_year(-number if era[1] == "-" else number))
    if number not in MODERN or not opened or len(reader.norm(index)) != 4:
        return None
    end, last = index + 1, None
    if reader.norm(end) in ("-", "–", "/", "et", "ou", "à"):
        short = reader.integer(end + 1, range(100)) if reader.norm(end) in ("-", "–", "/") else None
        last = reader.integer(end + 1, MODERN) or (short and number // 100 * 100 + short)
        if last is not None and number < last < number + 1000:
            return Found(end + 2, calendar.of_year(number, last))
    return Found(end, calendar.of_year(number))


def quarter(reader: Reader, index: int) -> Found | None:
    """Reads "deuxième trimestre 2025", "2e semestre", "T2 2025", "S1 2024"."""
    if reader.norm(index) in ("t", "s", "q", "h") and reader.glued(index + 1):
        count = reader.integer(index + 1, range(1, 5))
        position = index + 3 if reader.norm(index + 2) == "de" else index + 2
        number = reader.integer(position, MODERN)
        if count is None or number is None:
            return None
        unit = "Q" if reader.norm(index) in ("t", "q") else "H"
        return Found(position + 1, _part_of_year(number, unit, count))
    ordinal = _ordinal(reader, index)
    if ordinal is None:
        return None
    position, count = ordinal
    unit_word = reader.word(position, "unit")
    if unit_word not in ("Q", "H"):
        return None
    bare = position = position + 1
    while reader.norm(position) in ("de", "d'", "l'", "exercice", "année"):
        position += 1
    end, number, direction = _year_after(reader, position)
    if number is None and not direction:
        end = bare
    if number is None and reader.published is not None:
        number = reader.published.year + direction
    if number is None:
        return Found(end, Period(f"XXXX-{unit_word}{count}"))
    return Found(end, _part_of_year(number, unit_word, count))


def _part_of_year(number: int, unit: str, count: int) -> Period:
    return calendar.of_quarter(number, count) if unit == "Q" else calendar.of_half(number, count)


def season(reader: Reader, index: int) -> Found | None:
    """Reads "été 2025", "l'automne prochain", "cet hiver"."""
    code = reader.word(index, "season")
    if code is None:
        return None
    end, number, direction = _year_after(reader, index + 1)
    before = reader.norm(index - 1)
    if number is None and not direction and before not in ("l'", "cet", "ce"):
        return None
    if number is None:
        number = reader.year_of(index, {"SP": 4, "SU": 7, "FA": 10, "WI": 12}[code], 1, direction)
    if number is None:
        return Found(end, Period(f"XXXX-{code}"))
    return Found(end, calendar.of_season(number, code))


def decade(reader: Reader, index: int) -> Found | None:
    """Reads "années 1970", "années 80", "années soixante", "années 1920 et 1930"."""
    if reader.norm(index) != "années":
        return None
    first = _decade_at(reader, index + 1)
    if first is None:
        return None
    end, start = first
    period = calendar.of_decade(start)
    if reader.norm(end) in ("et", "à", "-", "–", "ou"):
        second = _decade_at(reader, end + 1)
        if second is not None:
            return Found(second[0], calendar.together(period, calendar.of_decade(second[1])))
    return Found(end, period)


def _decade_at(reader: Reader, index: int) -> tuple[int, int] | None:
    found = reader.number(index)
    if found is None or found[1] % 10:
        return None
    end, value = found
    if _LEAST_DECADE <= value < 100:
        value += 1900 if value >= 30 else 2000
    return (end, value) if value in MODERN else None


def century(reader: Reader, index: int) -> Found | None:
    """Reads "XXIe siècle", "IIe siècle av. J.-C.", "19e siècle"."""
    match = _ROMAN.fullmatch(reader.norm(index))
    number = _roman(match[1]) if match else reader.integer(index, range(1, 31))
    if number is None:
        return None
    position = index + 1
    if reader.norm(position) in _ROMAN_ENDINGS:
        position += 1
    if reader.word(position, "unit") != "C":
        return None
    era = reader.phrase(position + 1, "era")
    end = era[0] if era else position + 1
    return Found(end, calendar.of_century(number, before=era is not None and era[1] == "-"))


def feast(reader: Reader, index: int, *, opened: bool) -> Found | None:
    """Reads "à Noël", "Pâques 2025", "lundi de Pentecôte"."""
    found = reader.phrase(index, "feast")
    if found is None:
        return None
    position, value = found
    end, number, direction = _year_after(reader, position)
    if number is None and not direction and not opened:
        return None
    if number is None and reader.published is not None:
        number = reader.published.year + max(direction, 0)
    name, sign, days = value.partition("+") if "+" in value else value.partition("-")
    if not name.isdigit():
        sunday = calendar.easter(number) if number is not None and number in MODERN else None
        offset = int(sign + days)
        return Found(end, calendar.of_day(calendar.shifted(sunday, offset)) if sunday else Period())
    if number is None:
        return Found(end, Period(f"XXXX-{value}"))
    return Found(end, calendar.of_day(calendar.safe(number, int(name), int(days))))


def _year_after(reader: Reader, index: int) -> tuple[int, int | None, int]:
    """What follows a month: (index after it, the year, the direction of "dernier" or "prochain")."""
    number = reader.integer(index, MODERN)
    if number is not None and len(reader.norm(index)) == 4:
        return index + 1, number, 0
    if reader.norm(index) in ("de", "d'") and reader.norm(index + 1) in ("l'", "cette"):
        position = index + 3 if reader.norm(index + 2) in ("année", "an") else index
        number = reader.integer(position, MODERN)
        if number is not None and position > index:
            return position + 1, number, 0
    end, direction = reader.direction(index)
    return end, None, direction


def _after_ordinal(reader: Reader, index: int) -> int:
    """The index after the "er" of "1er" or "1 er"."""
    return index + 1 if reader.norm(index) in ("er", "ᵉʳ") else index


def _after_dot(reader: Reader, index: int) -> int:
    """The index after the full stop of "sept. 2025", where a year or day follows."""
    if reader.norm(index) == "." and reader.glued(index) and reader.integer(index + 1, MODERN) is not None:
        return index + 1
    return index


def _ordinal(reader: Reader, index: int) -> tuple[int, int] | None:
    """Reads "deuxième" or "2e" before "trimestre": (index after it, rank)."""
    found = reader.phrase(index, "ordinal")
    if found is not None:
        return found[0], int(found[1])
    rank = reader.integer(index, range(1, 5))
    if rank is not None and reader.norm(index + 1) in ("e", "er", "ème", "eme", "nd", "nde", "re", "ère"):
        return index + 2, rank
    return None


def _is_name(reader: Reader, index: int) -> bool:
    """Whether a bare month may be a planet or a name: "Mars", "Avril"."""
    return reader.capital(index) and reader.norm(index) in words("month")


def romans() -> Iterator[str]:
    """The Roman numerals of centuries, with and without their ending."""
    for tens in ("", "x", "xx"):
        for units in ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"):
            yield from (
                tens + units + ending for ending in ("", "e", "er", "ème", "eme", "ier") if tens + units
            )


def _roman(letters: str) -> int | None:
    values = [_ROMAN_VALUES[letter] for letter in letters]
    total = sum(
        -value if following > value else value
        for value, following in zip(values, [*values[1:], 0], strict=True)
    )
    return total if 0 < total < 31 else None
