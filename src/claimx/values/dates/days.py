"""Days by their number: "lundi 2 février 2026", "le quinze août", "les 2, 3 et 4 mars", "du 20 au 24"."""

from __future__ import annotations

from claimx.values.dates import calendar
from claimx.values.dates.absolute import after_dot, is_repeated, short_year, year_after
from claimx.values.dates.calendar import LEAP_YEAR, Period
from claimx.values.dates.reader import DateMatch, DateReader
from claimx.values.scanner import WORD

DAYS = range(1, 32)
_MAX_DAYS_IN_LIST = 6
_MONTHS_AROUND = (-2, -1, 0, 1, 2)
_LISTED = ("et", "ou", ",")
_BETWEEN = ("au", "à", *_LISTED, "-", "–", "/")


def day_of_month(reader: DateReader, index: int) -> DateMatch | None:
    """Reads "2 février 2026", "16 au 23 juin", "les 2, 3 et 4 mars", "jeudi 5 et vendredi 6 mars".

    Of a list of days that are no neighbours ("les 3 et 20 mars"), reads the first.
    """
    listed = _list_of_days(reader, index) if reader.near_month(index) else None
    if listed is None:
        return None
    days, ends, named, month = listed
    weekday = reader.weekday(index)
    hyphened = named > ends[-1]
    end, year, direction = _year(reader, after_dot(reader, named + 1))
    single = _first_neighbours(reader, index, days, ends)
    if single < len(days):
        end, days = ends[single - 1], days[:single]
    if year is not None:
        return (
            DateMatch(end, _days(year, month, days)) if max(days) <= calendar.days_in(year, month) else None
        )
    # "le 11-Septembre" names an event; "le 14-Juillet" is a holiday.
    event = hyphened and reader.capital(named) and not reader.is_feast(month, days[0])
    if not direction and (event or is_repeated(reader, index)):
        return DateMatch(end, _days(None, month, days), guessed=True)
    by_weekday = _of_weekday(reader, month, days, weekday[1]) if weekday else None
    period = by_weekday or reader.nearest(index, lambda near: _days(near, month, days), direction)
    period = period if period.value is not None else _days(None, month, days)
    return DateMatch(end, period, guessed=not direction)


def _list_of_days(reader: DateReader, index: int) -> tuple[list[int], list[int], int, int] | None:
    """The days before a month, as (numbers, the index after each, the index of the month, its number)."""
    days: list[int] = []
    ends: list[int] = []
    position, between = index, ""
    while True:
        found = _day_number(reader, _at_number(reader, position))
        if found is None:
            return None
        position, day = found
        days.append(day)
        ends.append(position)
        named = position + 1 if reader.norm(position) == "-" and reader.glued(position + 1) else position
        month = reader.month(named)
        if month is not None and between != ",":
            break
        between = reader.norm(position)
        if between not in _BETWEEN or len(days) == _MAX_DAYS_IN_LIST:
            return None
        position += 1
    return (days, ends, named, month) if max(days) <= calendar.days_in(LEAP_YEAR, month) else None


def _first_neighbours(reader: DateReader, index: int, days: list[int], ends: list[int]) -> int:
    """How many days at the head of a list follow each other; all of them for a range.

    ends: for each day the index after its number.
    """
    if len(days) == 1 or any(reader.norm(end) not in _LISTED for end in ends[:-1]):
        return len(days)
    if any(reader.word(place, "range") == "et" for place in (index - 1, index - 2)):
        return len(days)  # "entre les 3 et 20 mars"
    return next((at for at in range(1, len(days)) if days[at] != days[at - 1] + 1), len(days))


def _day_number(reader: DateReader, index: int) -> tuple[int, int] | None:
    """The number of a day, in digits or words, as (index after it, number): "2", "1er", "vingt et un"."""
    day = reader.integer(index, DAYS)
    if day is not None:
        return after_ordinal(reader, index + 1), day
    if reader.has(index, "first_day"):
        return index + 1, 1
    number = (
        reader.number(index)
        if 0 <= index < len(reader.tokens) and reader.tokens[index].kind == WORD
        else None
    )
    if number is None or number[1] not in DAYS:
        return None
    return number


def _at_number(reader: DateReader, position: int) -> int:
    """The index of a number after "le", "lundi", "le lun.", "lundi le"."""
    for _ in range(2):
        weekday = reader.weekday(position)
        if weekday is not None:
            position = weekday[0]
        elif reader.norm(position) in ("le", "au", "du"):
            position += 1
    return position


def _year(reader: DateReader, index: int) -> tuple[int, int | None, int]:
    """The year after a day and month, as year_after, and in two digits ("le 21 avril 02")."""
    end, year, direction = year_after(reader, index)
    if year is None and not direction:
        short = short_year(reader, index)
        if short is not None:
            return index + 1, short, 0
    return end, year, direction


def _of_weekday(reader: DateReader, month: int, days: list[int], weekday: int) -> Period | None:
    """The day in the nearby year in which it has this weekday; None if no or several years fit."""
    if reader.published is None or len(days) > 1:
        return None
    years = range(reader.published.year - 1, reader.published.year + 2)
    around = [calendar.safe(year, month, days[0]) for year in years]
    fitting = [day for day in around if day is not None and day.isoweekday() == weekday]
    return calendar.of_day(fitting[0]) if len(fitting) == 1 else None


def _days(year: int | None, month: int, days: list[int]) -> Period:
    """The days from the first to the last of a list, in a year or an unknown one."""
    start, stop = (f"{year or 0:04d}-{month:02d}-{day:02d}" for day in (days[0], days[-1]))
    if year is None:
        start, stop = f"XXXX{start[4:]}", f"XXXX{stop[4:]}"
        return Period(start if days[0] == days[-1] else f"{start}/{stop}")
    if days[0] == days[-1]:
        return calendar.read(start)
    whole = calendar.together(calendar.read(start), calendar.read(stop))
    return whole if whole.begin and whole.end and whole.begin <= whole.end else Period()


def day_alone(reader: DateReader, index: int) -> DateMatch | None:
    """Reads "lundi 9", "le 3", "le 9 à 20 heures", "les 24 et 25", "du 6 au 10", "jusqu'au 24".

    The month is that of publication, or the next or last one by the tense of the clause.
    """
    weekday = reader.weekday(index)
    position = weekday[0] if weekday else index
    found = _two_days(reader, position) if not weekday else None
    if found is None:
        day = reader.integer(position, DAYS)
        if day is None:
            return None
        end = after_ordinal(reader, position + 1)
        if weekday is None and not _is_single(reader, index, end):
            return None
        if reader.has(end, "day_counted"):
            return None
        found = end, day, day
    end, first, last = found
    if reader.published is None:
        value = f"XXXX-XX-{first:02d}"
        return DateMatch(end, Period(value if first == last else f"{value}/XXXX-XX-{last:02d}"))
    return DateMatch(end, _nearest_days(reader, index, first, last, weekday[1] if weekday else 0))


def two_days_alone(reader: DateReader, index: int) -> tuple[int, Period] | None:
    """Reads the "22 au 23" of a night, as (index after it, days)."""
    found = _two_days(reader, index)
    if found is None:
        return None
    end, first, last = found
    if reader.published is None:
        return end, Period(f"XXXX-XX-{first:02d}/XXXX-XX-{last:02d}")
    return end, _nearest_days(reader, index, first, last, 0)


def _is_single(reader: DateReader, index: int, end: int) -> bool:
    """Whether the words before a number make it a day: "le 3", "jusqu'au 24", "à partir du 20"."""
    if reader.norm(index - 1) != "le" and not reader.follows(index, "day_opener"):
        return False
    return _stands_alone(reader, end) or (reader.norm(index - 1) == "le" and _has_hour(reader, end))


def _has_hour(reader: DateReader, index: int) -> bool:
    """Whether an hour follows: "le 9 à 20 heures", "le 17 vers 8h30"."""
    return reader.has(index, "time_opener") and (
        reader.has(index + 2, "hour") and reader.integer(index + 1, range(25)) is not None
    )


def _two_days(reader: DateReader, index: int) -> tuple[int, int, int] | None:
    """Reads "6 au 10" after "du", "24 et 25" after "les": the second is the later."""
    first = reader.integer(index, DAYS)
    if first is None:
        return None
    connector = after_ordinal(reader, index + 1)
    opener, link = reader.norm(index - 1), reader.norm(connector)
    if not ((opener == "du" and link == "au") or (opener == "les" and link == "et")):
        return None
    last = reader.integer(connector + 1, DAYS)
    if last is None or last <= first or not _stands_alone(reader, connector + 2):
        return None
    return connector + 2, first, last


def _nearest_days(reader: DateReader, index: int, first: int, last: int, weekday: int) -> Period:
    published = reader.published
    if published is None:
        return Period()
    periods = []
    for step in _MONTHS_AROUND:
        month = calendar.of_month(published.year, published.month + step).begin
        begin = month and calendar.safe(month.year, month.month, first)
        end = month and calendar.safe(month.year, month.month, last)
        if begin and end and (not weekday or begin.isoweekday() == weekday):
            days = (
                calendar.of_day(begin)
                if begin == end
                else calendar.together(calendar.of_day(begin), calendar.of_day(end))
            )
            periods.append((step, days))
    pointed = reader.pointed(index)
    if not weekday and not pointed:
        return next((days for step, days in periods if step == 0), Period())
    return calendar.nearest([days for _, days in periods], published, pointed)


def _stands_alone(reader: DateReader, index: int) -> bool:
    """Whether a number is no count and no score: "le 3, il", "le 3 à Lyon", but "le 3 étoiles", "le 3-0"."""
    norm = reader.norm(index)
    if reader.has(index, "after_day"):
        return reader.integer(index + 1, range(10_000)) is None
    return norm in ("", ",", ".", ";", ")", ":", "»", "!", "?") and not (
        reader.glued(index + 1) and norm == "."
    )


def after_ordinal(reader: DateReader, index: int) -> int:
    """The index after the "er" of "1er" or "1 er"."""
    return index + 1 if reader.norm(index) in ("er", "ᵉʳ") else index
