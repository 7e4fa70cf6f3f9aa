"""Dates relative to the day of publication: "hier", "mardi dernier", "cette année", "l'an prochain"."""

from __future__ import annotations

from claimx.values.dates import calendar
from claimx.values.dates.calendar import Period
from claimx.values.dates.durations import around, span
from claimx.values.dates.reader import DateMatch, DateReader
from claimx.values.scanner import WORD

_SHORT_UNITS = ("h", "m", "D")
_SHORTEST_ADJECTIVE = 7


def fixed(reader: DateReader, index: int) -> DateMatch | None:
    """Reads "hier", "demain", "désormais", "à l'avenir", "lendemain"."""
    anaphor = reader.phrase(index, "anaphor")
    if anaphor is not None:
        return DateMatch(anaphor[0], Period(anaphor[1])) if _is_day(reader, index, anaphor[0]) else None
    day = reader.phrase(index, "day")
    if day is not None:
        end, steps = day
        distal = reader.phrase(end, "distal")
        if distal is not None:
            return DateMatch(distal[0], Period(calendar.OPEN["D"]))
        return DateMatch(end, around(reader.published, "D", int(steps)))
    for kind in ("present", "past", "future"):
        found = reader.phrase(index, kind)
        if found is not None and reader.norm(found[0]) not in ("de", "d'"):  # "il y a peu de chances"
            return DateMatch(found[0], Period(found[1]))
    return None


def _is_day(reader: DateReader, index: int, end: int) -> bool:
    """Whether "lendemain", "veille", "jour même" denote a day: not in "au lendemain du scrutin", "du jour au
    lendemain", "le jour même où", "la veille sanitaire".
    """
    if reader.norm(end) in ("de", "d'", "du", "des", "où") or reader.phrase(index - 2, "no_day") is not None:
        return False
    if not reader.has(index, "homograph"):
        return True
    noun = reader.norm(index - 1) == "la" or reader.norm(index - 1) == "-"
    after = reader.tokens[end] if end < len(reader.tokens) else None
    return noun and (after is None or after.kind != WORD or len(after.norm) < _SHORTEST_ADJECTIVE)


def weekday(reader: DateReader, index: int) -> DateMatch | None:
    """Reads "mardi", "mardi dernier", "mardi en huit", "mardi de la semaine prochaine".

    Alone it is the last one, or the next one if its clause is in the future; both may be the day itself.
    """
    value = reader.word(index, "weekday")
    if value is None or reader.norm(index).endswith("s") or reader.has(index - 1, "distributive"):
        return None
    number = int(value)
    if reader.has(index + 1, "one_in") and reader.number(index + 2) is not None:
        return None  # "un lundi sur deux"
    end, direction = reader.direction(index + 1)
    in_week = _in_week(reader, index + 1, number)
    if in_week is not None:
        return in_week
    end, later = reader.phrase(index + 1, "weeks_later") or (end, "0")
    weeks = int(later)
    if reader.published is None or reader.follows(index, "repeated"):
        return DateMatch(end, Period(f"XXXX-WXX-{number}"))
    distance = number - reader.published.isoweekday()
    if direction:
        distance = distance + 7 * direction if distance * direction <= 0 else distance
    else:
        pointed = 1 if weeks else reader.pointed(index)
        if not pointed and reader.in_present(index):
            pointed = 1  # the present with a future sense: "s'achève dimanche", "se réunit mardi"
        near = not pointed and reader.has(index - 1, "demonstrative")
        if near:
            distance = (distance + 3) % 7 - 3
        elif pointed > 0 > distance:
            distance += 7
        elif pointed <= 0 < distance:
            distance -= 7
    return DateMatch(end, calendar.of_day(calendar.shifted(reader.published, distance + 7 * weeks)))


def _in_week(reader: DateReader, index: int, number: int) -> DateMatch | None:
    """The rest of "mardi de la semaine prochaine", from "de" on."""
    if reader.norm(index) != "de" or reader.norm(index + 1) not in ("la", "cette"):
        return None
    found = unit(reader, index + 2) if reader.word(index + 2, "unit") == "W" else None
    if found is None:
        return None
    if found.period.begin is None:
        return DateMatch(found.end, Period(f"XXXX-WXX-{number}"))
    return DateMatch(found.end, calendar.of_day(calendar.shifted(found.period.begin, number - 1)))


def unit(reader: DateReader, index: int) -> DateMatch | None:
    """Reads "semaine dernière", "cette année", "mois en cours", "trois dernières années"."""
    if not reader.near_unit(index):
        return None
    here = reader.phrase(index, "unit")
    if here is not None:
        return _one_unit(reader, index, *here)
    number = reader.number(index)
    position, direction = reader.direction(number[0] if number else index)
    if direction and number is None and (counted := reader.number(position)) is not None:
        number, position = counted, counted[0]  # "les prochaines 48 heures"
    here = reader.phrase(position, "unit")
    if not direction or here is None:
        return None
    end, code = here
    if number is not None or reader.norm(position - 1).endswith("s"):
        return DateMatch(end, span(reader.published, code, direction, number[1] if number else None))
    return DateMatch(end, around(reader.published, code, direction))


def _one_unit(reader: DateReader, index: int, after: int, code: str) -> DateMatch | None:
    end, direction = reader.direction(after)
    if reader.norm(after - 1).endswith("s") and code not in ("M", "E"):
        return DateMatch(end, span(reader.published, code, direction, None)) if direction else None
    if direction:
        return DateMatch(end, around(reader.published, code, direction))
    if reader.has(after, "after"):
        return DateMatch(after + 1, Period(calendar.OPEN[code]))
    current = reader.phrase(after, "current")
    if current is not None:
        return DateMatch(current[0], around(reader.published, code, 0))
    if not reader.has(index - 1, "demonstrative"):
        return None
    distal = reader.phrase(after, "distal")
    if distal is not None:
        return DateMatch(distal[0], Period(calendar.OPEN[code]))
    if code in _SHORT_UNITS:
        return None
    proximal = reader.phrase(after, "proximal")
    return DateMatch(proximal[0] if proximal else after, around(reader.published, code, 0))


def edge(reader: DateReader, index: int) -> DateMatch | None:
    """Reads "fin du mois", "début de la semaine": a part of the present unit."""
    position = reader.skip(reader.skip(index, "link"), "demonstrative")
    here = reader.phrase(position, "unit")
    if here is None or here[1] in _SHORT_UNITS or reader.has(here[0] - 1, "only_counted"):
        return None
    end, direction = reader.direction(here[0])
    if not direction and reader.norm(end) in ("de", "d'", "du", "des") and here[1] != "Y":
        # "la fin de la semaine de la mode", "le début de la saison de football"
        return None
    return DateMatch(end, around(reader.published, here[1], direction))
