"""Months and years given in full: "mars 2025", "juin, juillet et août 2024", "2020-2023"."""

from __future__ import annotations

from claimx.values.dates import calendar
from claimx.values.dates.calendar import Period
from claimx.values.dates.reader import MODERN_YEARS, DateMatch, DateReader, calendar_words
from claimx.values.scanner import WORD

_HYPHENS = ("-", "–", "/")
# Two digits that stand for a year of the 20th century: "Mai 68", "l'été 54".
_SHORT_YEARS = range(32, 100)
_DAYS = range(1, 32)
_MAX_FUNCTION_LETTERS = 3


def is_repeated(reader: DateReader, index: int) -> bool:
    """Whether a date recurs: "un 31 décembre", "tous les 14 juillet"."""
    return reader.follows(index, "repeated")


def month(reader: DateReader, index: int, *, opened: bool) -> DateMatch | None:
    """Reads "février 2026", "mars dernier", "Mai 68", "juin, juillet et août 2024"; "mars" if opened."""
    number = reader.month(index)
    if number is None or reader.integer(index - 1, _DAYS) is not None:
        return None  # a day before it that is not in the calendar: "30 février"
    position, last = _last_month(reader, index, number)
    end, year, direction = year_after(reader, position)
    short = reader.integer(position, _SHORT_YEARS) if year is None and not direction else None
    if short is not None and len(reader.norm(position)) == 2 and not counts(reader, position):
        end, year = position + 1, 1900 + short
    bare = year is None and not direction
    if bare and (not opened or _is_name(reader, index) or not reader.has(index, "month")):
        return None

    def of_year(near: int) -> Period:
        return _months(near, number, last)

    whole = of_year(year) if year is not None else reader.nearest(index, of_year, direction)
    if whole.value is None and year is None:
        value = f"XXXX-{number:02d}" if last == number else f"XXXX-{number:02d}/XXXX-{last:02d}"
        return DateMatch(end, Period(value), guessed=bare)
    return DateMatch(end, whole, guessed=bare)


def _last_month(reader: DateReader, index: int, number: int) -> tuple[int, int]:
    """The last of neighbouring months, "juin, juillet et août", as (index after it, number)."""
    position, last = after_dot(reader, index + 1), number
    more = reader.norm(position) in ("et", "ou", "à", ",", *_HYPHENS)
    while more:
        following = reader.month(position + 1)
        if following is None:
            break
        comma = reader.norm(position) == ","
        if comma and following != last % 12 + 1:
            break
        position, last = after_dot(reader, position + 2), following
        more = comma and reader.norm(position) in (",", "et", "ou")
    return position, last


def _months(year: int, first: int, last: int) -> Period:
    """The months from the first to the last; the year is that of the last."""
    whole = calendar.of_month(year, last)
    if last == first:
        return whole
    start = calendar.of_month(year if first < last else year - 1, first)
    return calendar.together(start, whole) if start.begin and whole.end else Period()


def short_year(reader: DateReader, index: int) -> int | None:
    """Two digits of a year after a day or a season: "le 21 avril 02", "l'été 76"; None for a count."""
    short = reader.integer(index, range(100))
    if short is None or len(reader.norm(index)) != 2:
        return None
    after = reader.norm(index + 1)
    if after and not (after in ",.;:!?)»" or reader.has(index + 1, "after_year")):
        return None
    if after == "," and reader.integer(index + 2, range(100)) is not None:
        return None
    return short + (1900 if short in _SHORT_YEARS else 2000)


def year(reader: DateReader, index: int, *, opened: bool, alone: bool = False) -> DateMatch | None:
    """Reads "2026", "2020-2023", "1386 ou 1387", "3300 avant J.-C.".

    opened: whether the words before announce a year. alone: whether to read a single year only.
    """
    number = reader.integer(index, range(1, 10_000))
    if number is None:
        return None
    era = reader.phrase(index + 1, "era")
    if era is not None:
        return DateMatch(era[0], calendar.of_year(-number if era[1] == "-" else number))
    short = number in _SHORT_YEARS and reader.norm(index - 1) == "en"
    if short and short_year(reader, index) is not None:
        return DateMatch(index + 1, calendar.of_year(1900 + number))  # "en 98"
    if number not in MODERN_YEARS or len(reader.norm(index)) != 4:
        return None
    end = index + 1
    if alone:
        return DateMatch(end, calendar.of_year(number)) if opened else None
    years = _last_year(reader, index, number) if opened else None
    if years is not None:
        return DateMatch(years[0], calendar.of_year(number, years[1]))
    if reader.norm(end) in (*_HYPHENS, "et", "ou", "à"):
        last = reader.year(end + 1)
        if last is None and reader.norm(end) in _HYPHENS and len(reader.norm(end + 1)) == 2:
            two_digits = reader.integer(end + 1, range(100))
            last = number // 100 * 100 + two_digits if two_digits is not None else None
            # "2024/25" is a season, "2014/65" the number of a directive.
            last = last if reader.norm(end) != "/" or last == number + 1 else None
        # "2026-2030" is unambiguous without an opening word.
        ours = reader.norm(end) in _HYPHENS and 1900 <= number < (last or 0) < 2100
        if reader.norm(end) in ("et", "ou") and last != number + 1:
            last = None  # "en 2021 et 2024" are two
        if last is not None and number < last < number + 1000 and (opened or ours):
            return DateMatch(end + 2, calendar.of_year(number, last))
        if reader.norm(end) == "/" and reader.integer(end + 1, range(10_000)) is not None:
            return None  # "2019/790"
    return DateMatch(end, calendar.of_year(number)) if opened else None


def _last_year(reader: DateReader, index: int, number: int) -> tuple[int, int] | None:
    """The last of three neighbouring years or more, as (index after it, year): "2023, 2024 et 2025"."""
    position, last = index + 1, number
    while reader.norm(position) in (",", "et") and reader.year(position + 1) == last + 1:
        linked = reader.norm(position) == "et"
        position, last = position + 2, last + 1
        if linked:
            return (position, last) if last > number + 1 else None
    return None


def sports_season(reader: DateReader, index: int) -> DateMatch | None:
    """Reads "97-98" after "saison": the two years of a season."""
    first, last = reader.integer(index, range(100)), reader.integer(index + 2, range(100))
    if not reader.has(index - 1, "year_word") and not reader.has(index - 1, "sports_season"):
        return None
    if first is None or last != (first + 1) % 100 or reader.norm(index + 1) not in _HYPHENS:
        return None
    if len(reader.norm(index)) != 2 or len(reader.norm(index + 2)) != 2:
        return None
    year = first + (1900 if first in _SHORT_YEARS else 2000)
    return DateMatch(index + 3, calendar.of_year(year, year + 1))


def counts(reader: DateReader, index: int) -> bool:
    """Whether four digits are a count: "de 2000 personnes", "pour 2000 euros"."""
    before, after = reader.norm(index - 1), reader.norm(index + 1)
    if before == "(" or reader.has(index - 1, "year_opener"):
        return after == "%" or reader.has(index + 1, "money") or _counts_hundreds(reader, index)
    if reader.has(index - 1, "count_opener"):
        return True
    if index + 1 >= len(reader.tokens) or reader.tokens[index + 1].kind != WORD:
        return after == "%"
    return after.endswith(("s", "x")) and after not in calendar_words("no_noun")


def _counts_hundreds(reader: DateReader, index: int) -> bool:
    """Whether a round number counts a plural noun: "en 1500 mots", not "en 1500 alors"."""
    noun = reader.norm(index + 1)
    plural = noun.endswith(("s", "x")) and len(noun) > _MAX_FUNCTION_LETTERS and not reader.capital(index + 1)
    return plural and reader.norm(index).endswith("00") and noun not in calendar_words("no_noun")


def year_after(reader: DateReader, index: int) -> tuple[int, int | None, int]:
    """What follows a month: (index after it, the year, the direction of "dernier" or "prochain")."""
    number = reader.year(index)
    if number is not None:
        return index + 1, number, 0
    if reader.norm(index) in ("de", "d'") and reader.norm(index + 1) in ("l'", "cette"):
        position = reader.skip(index + 2, "year_word")
        if position == index + 2 or reader.has(index + 2, "same"):
            return index, None, 0
        number = reader.year(position)
        if number is not None:
            return position + 1, number, 0
        end, direction = reader.direction(position)
        if reader.published is not None and (direction or reader.norm(index + 1) == "cette"):
            return end, reader.published.year + direction, 0
        return index, None, 0
    if reader.norm(index) == "de" and (number := reader.year(index + 1)) is not None:
        return index + 2, number, 0
    end, direction = reader.direction(index)
    return end, None, direction


def after_dot(reader: DateReader, index: int) -> int:
    """The index after the full stop of an abbreviation ("sept. 2025"), unless a sentence starts there."""
    if reader.norm(index) != "." or not reader.glued(index) or not reader.has(index - 1, "short_month"):
        return index
    following = index + 1
    goes_on = following < len(reader.tokens) and not reader.capital(following)
    return following if goes_on else index


def _is_name(reader: DateReader, index: int) -> bool:
    """Whether a bare month may be a name: "Mars", "Avril"."""
    title = reader.capital(index) and reader.text[reader.tokens[index].start + 1].islower()
    return title and reader.norm(index) in calendar_words("month")
