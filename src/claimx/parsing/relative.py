"""Dates that need the day of publication: "hier", "mardi dernier", "il y a trois mois"."""

from __future__ import annotations

from datetime import date, datetime
from functools import lru_cache

from claimx.parsing import calendar
from claimx.parsing.calendar import Period
from claimx.parsing.datewords import Found, Reader
from claimx.parsing.multipliers import multipliers

_LONGEST_DURATION = 10
_UNIT_NAMES = {"D": "jours", "W": "semaines", "M": "mois", "Y": "ans", "h": "heures", "m": "minutes"}


def fixed(reader: Reader, index: int) -> Found | None:
    """Reads "hier", "demain", "désormais", "à l'avenir"."""
    day = reader.phrase(index, "day")
    if day is not None:
        if reader.published is None:
            return Found(day[0], Period())
        return Found(day[0], calendar.of_day(calendar.shifted(reader.published, int(day[1]))))
    for kind in ("present", "past", "future"):
        found = reader.phrase(index, kind)
        if found is not None:
            return Found(found[0], Period(found[1]))
    return None


def weekday(reader: Reader, index: int) -> Found | None:
    """Reads "mardi", "mardi dernier", "vendredi prochain"; alone it is past, or coming near a future."""
    value = reader.word(index, "weekday")
    if value is None or (reader.norm(index).endswith("s")):
        return None
    number = int(value)
    end, direction = reader.direction(index + 1)
    if reader.published is None:
        return Found(end, Period(f"XXXX-WXX-{number}"))
    if not direction and reader.tense(index) > 0:
        direction = 1
    distance = number - reader.published.isoweekday()
    if direction > 0:
        distance = distance if distance > 0 else distance + 7
    elif direction < 0 and distance == 0:
        distance = -7
    elif distance > 0:
        distance -= 7
    return Found(end, calendar.of_day(calendar.shifted(reader.published, distance)))


def unit(reader: Reader, index: int) -> Found | None:
    """Reads "semaine dernière", "cette année", "trois dernières années", "prochains jours"."""
    here = reader.phrase(index, "unit")
    if here is not None:
        after, code = here
        end, direction = reader.direction(after)
        if direction:
            return Found(end, around(reader.published, code, direction))
        if reader.norm(index - 1) in ("ce", "cet", "cette") and code not in ("h", "m", "D"):
            end = after + 2 if reader.norm(after) == "-" and reader.norm(after + 1) == "ci" else after
            return Found(end, around(reader.published, code, 0))
        return None
    number = reader.number(index)
    position, direction = reader.direction(number[0] if number else index)
    here = reader.phrase(position, "unit")
    if not direction or here is None:
        return None
    end, code = here
    if number is not None or reader.norm(position - 1).endswith("s"):
        return Found(end, _span(reader.published, code, direction, number[1] if number else None))
    return Found(end, around(reader.published, code, direction))


def edge(reader: Reader, index: int) -> Found | None:
    """Reads "fin du mois", "début de la semaine": the part of a unit that is now."""
    position = index
    while reader.norm(position) in ("de", "d'", "du", "des", "la", "l'", "le", "cette", "ce"):
        position += 1
    here = reader.phrase(position, "unit")
    if here is None or here[1] in ("h", "m", "D"):
        return None
    code = here[1]
    end, direction = reader.direction(here[0])
    return Found(end, around(reader.published, code, direction))


def around(published: date | None, code: str, steps: int) -> Period:
    """The unit of the day of publication, or one so many steps away."""
    if published is None:
        return Period()
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
    return calendar.of_year(year + steps) if code in ("Y", "S") else Period()


def _span(published: date | None, code: str, direction: int, count: int | None) -> Period:
    """Several units before or after the day of publication."""
    reference = "PAST_REF" if direction < 0 else "FUTURE_REF"
    if published is None or count is None or code not in _UNIT_NAMES:
        return Period(reference)
    other = shifted_day(published, code, direction * count)
    if other is None:
        return Period(reference)
    return Period(reference, other, published) if direction < 0 else Period(reference, published, other)


def ago(reader: Reader, index: int) -> Found | None:
    """Reads "il y a trois mois", "dans deux ans", "depuis quelques années", "d'ici trois mois"."""
    if reader.norm(index) == "il" and reader.norm(index + 1) == "y" and reader.norm(index + 2) == "a":
        start, direction = index + 3, -1
    elif reader.norm(index) == "depuis":
        start, direction = index + 1, -1
    elif reader.norm(index) == "dans":
        start, direction = index + 1, 1
    elif reader.norm(index) == "d'" and reader.norm(index + 1) == "ici":
        start, direction = index + 2, 1
    else:
        return None
    found = duration(reader, start)
    if found is None:
        return None
    end, count, code = found
    if reader.norm(index) == "dans" and reader.norm(end) in ("de", "d'") and count is None:
        return None
    period = _from_now(reader.published, code, direction, count)
    if reader.norm(index) == "depuis":
        period = Period(period.value, period.begin, reader.published)
    return Found(end, period)


def later(reader: Reader, index: int) -> Found | None:
    """Reads "deux jours après", "trois mois plus tard", "un siècle plus tôt"."""
    found = duration(reader, index)
    if found is None:
        return None
    after = reader.phrase(found[0], "later")
    return Found(after[0], Period()) if after else None


def duration(reader: Reader, index: int) -> tuple[int, int | None, str] | None:
    """Reads "trois mois", "moins de 3 milliards d'années": (index after it, whole number or None, unit)."""
    position, count, exact, seen = index, None, True, False
    while position - index < _LONGEST_DURATION and reader.norm(position):
        unit_here = reader.phrase(position, "unit")
        if unit_here is not None:
            return (unit_here[0], count if exact else None, unit_here[1]) if seen else None
        number = reader.number(position)
        vague = reader.phrase(position, "few")
        if vague is not None:
            position, exact, seen = vague[0], False, True
        elif number is not None:
            exact, seen = exact and not seen, True
            position, count = number
        elif reader.norm(position) in multipliers() or _is_decimal(reader, position):
            position, exact, seen = position + 1, False, True
        elif seen and reader.norm(position) in ("ou", "à", "de", "d'", "-"):
            position, exact = position + 1, False
        elif (bound := reader.phrase(position, "prep")) is not None and reader.norm(bound[0] - 1) in (
            "de",
            "d'",
            "environ",
        ):
            position = bound[0]
        else:
            return None
    return None


def _from_now(published: date | None, code: str, direction: int, count: int | None) -> Period:
    """So many units before or after the day of publication, as precise as the unit is."""
    if published is None or count is None:
        return Period()
    if code not in _UNIT_NAMES:
        return around(published, code, direction * count) if count < 1000 else Period()
    day = shifted_day(published, code, direction * count)
    if day is None:
        return Period()
    if code == "Y":
        return calendar.of_year(day.year)
    if code == "M":
        return calendar.of_month(day.year, day.month)
    return calendar.of_week(day) if code == "W" else calendar.of_day(day)


@lru_cache(maxsize=1024)
def shifted_day(published: date, code: str, count: int) -> date | None:
    """The day so many units away, by dateparser, from an exact phrase made of number and unit."""
    if abs(count) > 10_000:
        return None
    import dateparser

    piece = f"il y a {-count} {_UNIT_NAMES[code]}" if count < 0 else f"dans {count} {_UNIT_NAMES[code]}"
    base = datetime(published.year, published.month, published.day, 12)
    found = dateparser.parse(piece, languages=["fr"], settings={"RELATIVE_BASE": base})
    return found.date() if found is not None else None


def _is_decimal(reader: Reader, position: int) -> bool:
    return reader.norm(position)[:1].isdigit()
