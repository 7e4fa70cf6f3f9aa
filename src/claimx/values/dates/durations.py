"""Durations counted from the day of publication: "il y a trois mois", "trois dernières années"."""

from __future__ import annotations

from datetime import date, datetime, time
from math import ceil

from dateutil.relativedelta import relativedelta

from claimx.values.amounts.multipliers import multipliers
from claimx.values.dates import calendar
from claimx.values.dates.calendar import OPEN, Period
from claimx.values.dates.reader import DateMatch, DateReader
from claimx.values.numbers import number_word

_MAX_DURATION_TOKENS = 10
_MAX_UNITS = 10_000
_HOURS_A_DAY = 24
_NOON = time(12)
# The direction of a duration, by the word before it: "il y a", "depuis", "dans", "d'ici".
_DIRECTIONS = {"ago": -1, "since": -1, "in": 1, "within": 1}
_UNIT_LENGTHS = {
    "D": relativedelta(days=1),
    "W": relativedelta(weeks=1),
    "M": relativedelta(months=1),
    "Y": relativedelta(years=1),
    "h": relativedelta(hours=1),
    "m": relativedelta(minutes=1),
}


def ago(reader: DateReader, index: int) -> DateMatch | None:
    """Reads "il y a trois mois", "dans deux ans", "depuis quelques années", "d'ici trois mois"."""
    opener = reader.phrase(index, "distance")
    found = duration(reader, _past_adverb(reader, opener[0])) if opener is not None else None
    if opener is None or found is None:
        return None
    kind = opener[1]
    direction = _DIRECTIONS[kind]
    end, count, code = found
    if kind == "in" and reader.norm(end) in ("de", "d'") and count is None:
        return None
    half = reader.norm(end) == "et" and number_word(reader.norm(end + 1))[1] == "half"
    if half and count is not None and code == "Y":
        end, count, code = end + 2, 12 * count + 6, "M"
    exactly = reader.phrase(end, "exactly")
    if exactly is not None and reader.published is not None and count is not None:
        # "il y a dix ans jour pour jour"
        day = shifted_day(reader.published, code, direction * count)
        return DateMatch(exactly[0], calendar.of_day(day))
    period = _from_now(reader.published, code, direction, count)
    if kind == "since":
        begin = shifted_day(reader.published, code, -count) if reader.published and count else None
        period = Period(period.value, begin or period.begin, reader.published if period.begin else None)
    elif kind == "within":
        end_day = shifted_day(reader.published, code, count) if reader.published and count else None
        period = Period(period.value, reader.published if period.begin else None, end_day or period.end)
    return DateMatch(end, period)


def _past_adverb(reader: DateReader, index: int) -> int:
    """The index after an adverb before a count: "il y a à peine un mois", "dans seulement"."""
    adverb = reader.phrase(index, "adverb")
    return adverb[0] if adverb is not None else index


def deadline(reader: DateReader, index: int) -> DateMatch | None:
    """Reads "sous 48 heures", "dans les dix jours": from the day of publication on."""
    opener = reader.phrase(index, "deadline")
    found = duration(reader, opener[0]) if opener is not None else None
    if found is None or found[1] is None or found[2] not in _UNIT_LENGTHS:
        return None
    end, code = found[0], found[2]
    count: int = found[1]
    if reader.has(end, "later") or reader.has(end, "after"):
        return None
    if reader.norm(end) in ("de", "d'", "du", "des"):
        return None  # "dans les dix jours de son arrivée"
    if reader.published is None:
        return DateMatch(end, Period("FUTURE_REF"))
    if code == "h":
        code, count = "D", ceil(count / _HOURS_A_DAY)
    last = shifted_day(reader.published, code, count)
    return DateMatch(end, Period("FUTURE_REF", reader.published, last)) if last is not None else None


def later(reader: DateReader, index: int) -> DateMatch | None:
    """Reads "deux jours après", "trois mois plus tard", "un siècle plus tôt", which stay open."""
    found = duration(reader, index)
    if found is None:
        return None
    after = reader.phrase(found[0], "later")
    if after is None or (reader.word(after[0] - 1, "counted_from") and _has_event(reader, after[0])):
        return None  # "deux jours après le scrutin"
    return DateMatch(after[0], Period(OPEN[found[2]]))


def _has_event(reader: DateReader, index: int) -> bool:
    """Whether an event follows "après" or "avant", not a comma or the end."""
    return reader.has(index, "range_article") or reader.has(index, "event_opener")


def duration(reader: DateReader, index: int) -> tuple[int, int | None, str] | None:
    """Reads "trois mois", "moins de 3 milliards d'années": (index after it, whole number or None, unit)."""
    if not reader.near_unit(index):
        return None
    position, count, exact, seen, fresh = index, None, True, False, False
    while position - index < _MAX_DURATION_TOKENS and reader.norm(position):
        unit_here = reader.phrase(position, "unit")
        if unit_here is not None:
            return (unit_here[0], count if exact else None, unit_here[1]) if seen else None
        number = reader.number(position)
        vague = reader.phrase(position, "few")
        if vague is not None:
            position, exact, seen = vague[0], False, True
        elif number is not None:
            if fresh:
                return None  # "contre 6 100 un an plus tôt"
            exact, seen = exact and not seen, True
            position, count = number
            fresh = True
            continue
        elif reader.norm(position) in multipliers() or reader.norm(position)[:1].isdigit():
            # "contre 2,8 milliards un an plus tôt": after a multiplier only "d'années" goes on
            position, exact, seen, fresh = position + 1, False, True, True
            continue
        elif seen and reader.norm(position) in ("ou", "à", "de", "d'", "-"):
            position, exact = position + 1, False
        elif (bound := reader.phrase(position, "prep")) is not None and _blurs(reader, bound[0] - 1):
            position = bound[0]
        else:
            return None
        fresh = False
    return None


def _blurs(reader: DateReader, last: int) -> bool:
    """Whether a preposition that ends here may blur a count: "près de trois mois", "environ deux ans"."""
    return reader.norm(last) in ("de", "d'") or reader.has(last, "adverb")


def around(published: date | None, code: str, steps: int) -> Period:
    """The unit (week, month …) of the day of publication, or one a number of steps away."""
    if published is None:
        return Period(OPEN[code])
    year, month = published.year, published.month
    if code in ("W", "E"):
        day = calendar.shifted(published, 7 * steps)
        return calendar.of_week(day, weekend=code == "E") if day else Period()
    if code == "M":
        return calendar.of_month(year, month + steps)
    if code == "Q":
        return calendar.of_quarter(year, (month + 2) // 3 + steps)
    if code == "H":
        return calendar.of_half(year, (month + 5) // 6 + steps)
    if code == "X":
        return calendar.of_decade(year // 10 * 10 + 10 * steps)
    if code == "C":
        return calendar.of_century((year + 99) // 100 + steps)
    if code == "D":
        return calendar.of_day(calendar.shifted(published, steps))
    return calendar.of_year(year + steps) if code in ("Y", "S") else Period(OPEN[code])


def span(published: date | None, code: str, direction: int, count: int | None) -> Period:
    """Several units before or after the day of publication."""
    reference = "PAST_REF" if direction < 0 else "FUTURE_REF"
    if published is None or count is None or code not in _UNIT_LENGTHS:
        return Period(reference)
    other = shifted_day(published, code, direction * count)
    if other is None:
        return Period(reference)
    return Period(reference, other, published) if direction < 0 else Period(reference, published, other)


def _from_now(published: date | None, code: str, direction: int, count: int | None) -> Period:
    """A number of units before or after the day of publication, with the precision of the unit."""
    vague = Period("PAST_REF" if direction < 0 else "FUTURE_REF")
    if count is None or count > _MAX_UNITS:
        return vague
    if published is None:
        return Period(OPEN[code])
    if code not in _UNIT_LENGTHS:
        found = around(published, code, direction * count)
        return found if found.begin else vague
    day = shifted_day(published, code, direction * count)
    if day is None:
        return vague
    if code == "Y":
        return calendar.of_year(day.year)
    if code == "M":
        return calendar.of_month(day.year, day.month)
    return calendar.of_week(day) if code == "W" else calendar.of_day(day)


def shifted_day(published: date, code: str, count: int) -> date | None:
    """The day a number of units away, None outside Python's calendar.

    A month after 31 January is 28 February.
    """
    if abs(count) > _MAX_UNITS or code not in _UNIT_LENGTHS:
        return None
    try:
        moved: datetime = datetime.combine(published, _NOON) + count * _UNIT_LENGTHS[code]
    except (OverflowError, ValueError):
        return None
    return moved.date()
