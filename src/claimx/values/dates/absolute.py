"""Days, months and years that name themselves: "lundi 2 février 2026", "mars 2025", "2020-2023"."""

from __future__ import annotations

from datetime import date

from claimx.values.dates import calendar
from claimx.values.dates.calendar import LEAP_YEAR, Period
from claimx.values.dates.reader import MODERN_YEARS, DateMatch, DateReader, calendar_words
from claimx.values.scanner import WORD

DAYS = range(1, 32)
_MAX_DAYS_IN_LIST = 6
_HYPHENS = ("-", "–", "/")
_BETWEEN = ("au", "à", "et", "ou", ",", *_HYPHENS)
# Two digits after a month or "en" are a year of the last century: "Mai 68"; in "mars 25" they count.
_SHORT_YEARS = range(32, 100)


def day_of_month(reader: DateReader, index: int) -> DateMatch | None:
    """Reads "2 février 2026", "16 au 23 juin", "les 2, 3 et 4 mars", "jeudi 5 et vendredi 6 mars"."""
    if not reader.near_month(index):
        return None
    days: list[int] = []
    position, weekday, between = index, reader.word(index, "weekday"), ""
    while True:
        position = _at_number(reader, position)
        day = reader.integer(position, DAYS)
        if day is None:
            return None
        days.append(day)
        position = after_ordinal(reader, position + 1)
        named = position + 1 if reader.norm(position) == "-" and reader.glued(position + 1) else position
        month = reader.month(named)
        if month is not None and between != ",":
            break
        between = reader.norm(position)
        if between not in _BETWEEN or len(days) == _MAX_DAYS_IN_LIST:
            return None
        position += 1
    end, year, direction = year_after(reader, after_dot(reader, named + 1))
    if max(days) > calendar.of_month(year or LEAP_YEAR, month).end.day:  # type: ignore[union-attr]
        return None
    # "le 8-Mai", "le 11-Septembre" stand for the feast or the event, of whatever year.
    repeated = named > position and reader.capital(named)
    guessed = year is None and not direction
    if guessed and not repeated and not is_repeated(reader, index):
        year = reader.year_of(index, month, days[0], 0, int(weekday) if weekday and len(days) == 1 else 0)
    elif direction:
        year = reader.year_of(index, month, days[0], direction)
    return DateMatch(end, _days(year, month, days[0], days[-1]), guessed)


def _at_number(reader: DateReader, position: int) -> int:
    """The place of a number after "le", "lundi", "le lundi", "lundi le"."""
    for _ in range(2):
        if reader.norm(position) in ("le", "au", "du") or reader.word(position, "weekday") is not None:
            position += 1
    return position


def is_repeated(reader: DateReader, index: int) -> bool:
    """Whether a date comes back each year or week: "un 31 décembre", "tous les 14 juillet"."""
    return reader.follows(index, "repeated")


def _days(year: int | None, month: int, first: int, last: int) -> Period:
    start, stop = (f"{year or 0:04d}-{month:02d}-{day:02d}" for day in (first, last))
    if year is None:
        start, stop = f"XXXX{start[4:]}", f"XXXX{stop[4:]}"
        return Period(start if first == last else f"{start}/{stop}")
    return (
        calendar.read(start)
        if first == last
        else calendar.together(calendar.read(start), calendar.read(stop))
    )


def day_alone(reader: DateReader, index: int) -> DateMatch | None:
    """Reads "lundi 9", "le 3": of the month of publication, or of the one that the clause points to."""
    weekday = reader.word(index, "weekday")
    position = index + 1 if weekday else index
    day = reader.integer(position, DAYS)
    if day is None:
        return None
    end = after_ordinal(reader, position + 1)
    if weekday is None and not (reader.norm(index - 1) == "le" and _stands_alone(reader, end)):
        return None
    if reader.norm(end) in ("h", "heures", "heure", "%"):
        return None
    if reader.published is None:
        return DateMatch(end, Period(f"XXXX-XX-{day:02d}"))
    return DateMatch(end, calendar.of_day(_nearest_day(reader, index, day, int(weekday or 0))))


def _nearest_day(reader: DateReader, index: int, day: int, weekday: int) -> date | None:
    published = reader.published
    if published is None:
        return None
    months = [calendar.of_month(published.year, published.month + step).begin for step in (0, -1, 1, -2, 2)]
    days = [found for first in months if first and (found := calendar.safe(first.year, first.month, day))]
    if weekday:
        days = [found for found in days if found.isoweekday() == weekday]
    pointed = reader.pointed(index)
    right = [found for found in days if (found - published).days * pointed >= 0]
    if not weekday and not pointed:
        return next(iter(days), None)
    return min(right or days, key=lambda found: abs((found - published).days), default=None)


def _stands_alone(reader: DateReader, index: int) -> bool:
    """Whether a number counts and ranks nothing: "le 3, il", "le 3 à Lyon", but "le 3 étoiles", "le 3-0"."""
    norm = reader.norm(index)
    if reader.word(index, "after_day") is not None:
        return reader.integer(index + 1, range(10_000)) is None
    return norm in ("", ",", ".", ";", ")", ":", "»") and not (reader.glued(index + 1) and norm == ".")


def month(reader: DateReader, index: int, *, opened: bool) -> DateMatch | None:
    """Reads "février 2026", "mars dernier", "Mai 68", "mars et avril 2025", and "mars" where it is opened."""
    number = reader.month(index)
    if number is None or reader.integer(index - 1, DAYS) is not None:
        return None  # also "30 février": the day before it is in no calendar
    position, last = after_dot(reader, index + 1), number
    if reader.norm(position) in ("et", "ou", "à", *_HYPHENS) and reader.month(position + 1) is not None:
        last, position = reader.month(position + 1) or number, after_dot(reader, position + 2)
    end, year, direction = year_after(reader, position)
    short = reader.integer(position, _SHORT_YEARS) if year is None and not direction else None
    if short is not None and len(reader.norm(position)) == 2 and not counts(reader, position):
        end, year = position + 1, 1900 + short
    bare = year is None and not direction
    if bare and (not opened or _is_name(reader, index) or reader.word(index, "month") is None):
        return None
    if year is None:
        year = reader.year_of(index, last, 15, direction)
    if year is None:
        value = f"XXXX-{number:02d}" if last == number else f"XXXX-{number:02d}/XXXX-{last:02d}"
        return DateMatch(end, Period(value), guessed=bare)
    whole = calendar.of_month(year, last)
    if last != number:
        first = calendar.of_month(year if number < last else year - 1, number)
        whole = calendar.together(first, whole) if first.begin and whole.end else Period()
    return DateMatch(end, whole, guessed=bare)


def year(reader: DateReader, index: int, *, opened: bool) -> DateMatch | None:
    """Reads "2026", "2020-2023", "1386 ou 1387", "3300 avant J.-C.", where something opens it."""
    number = reader.integer(index, range(1, 10_000))
    if number is None:
        return None
    era = reader.phrase(index + 1, "era")
    if era is not None:
        return DateMatch(era[0], calendar.of_year(-number if era[1] == "-" else number))
    if number in _SHORT_YEARS and reader.norm(index - 1) == "en" and _stands_alone(reader, index + 1):
        return DateMatch(index + 1, calendar.of_year(1900 + number))  # "en 98"
    if number not in MODERN_YEARS or len(reader.norm(index)) != 4:
        return None
    end = index + 1
    if reader.norm(end) in (*_HYPHENS, "et", "ou", "à"):
        last = reader.year(end + 1)
        if last is None and reader.norm(end) in _HYPHENS and len(reader.norm(end + 1)) == 2:
            short = reader.integer(end + 1, range(100))
            last = number // 100 * 100 + short if short is not None else None
        # "2026-2030" needs no opening: two years of our time say enough.
        ours = reader.norm(end) in _HYPHENS and 1900 <= number < (last or 0) < 2100
        if last is not None and number < last < number + 1000 and (opened or ours):
            return DateMatch(end + 2, calendar.of_year(number, last))
        if reader.norm(end) == "/" and reader.integer(end + 1, range(10_000)) is not None:
            return None  # "2019/790"
    return DateMatch(end, calendar.of_year(number)) if opened else None


def counts(reader: DateReader, index: int) -> bool:
    """Whether four digits count something: "de 2000 personnes", "pour 2000 euros"."""
    before, after = reader.norm(index - 1), reader.norm(index + 1)
    if before == "(" or reader.word(index - 1, "year_opener") is not None:
        return after == "%" or reader.word(index + 1, "money") is not None
    if reader.word(index - 1, "count_opener") is not None:
        return True
    if index + 1 >= len(reader.tokens) or reader.tokens[index + 1].kind != WORD:
        return after == "%"
    return after.endswith(("s", "x")) and after not in calendar_words("no_noun")


def year_after(reader: DateReader, index: int) -> tuple[int, int | None, int]:
    """What follows a month: (index after it, the year, the direction of "dernier" or "prochain")."""
    number = reader.year(index)
    if number is not None:
        return index + 1, number, 0
    if reader.norm(index) in ("de", "d'") and reader.norm(index + 1) in ("l'", "cette"):
        position = reader.skip(index + 2, "year_word")
        if position == index + 2:
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


def after_ordinal(reader: DateReader, index: int) -> int:
    """The index after the "er" of "1er" or "1 er"."""
    return index + 1 if reader.norm(index) in ("er", "ᵉʳ") else index


def after_dot(reader: DateReader, index: int) -> int:
    """The index after the full stop of "sept. 2025", where a year follows."""
    if reader.norm(index) == "." and reader.glued(index) and reader.year(index + 1) is not None:
        return index + 1
    return index


def _is_name(reader: DateReader, index: int) -> bool:
    """Whether a bare month may be a planet or a name: "Mars", "Avril"."""
    title = reader.capital(index) and reader.text[reader.tokens[index].start + 1].islower()
    return title and reader.norm(index) in calendar_words("month")
