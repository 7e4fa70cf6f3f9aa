"""Times of the day: "14h25", "vers 20 heures", "mardi matin", "onze heures du soir"."""

from __future__ import annotations

from collections.abc import Callable

from claimx.values.dates import calendar
from claimx.values.dates.calendar import Period
from claimx.values.dates.reader import DateMatch, DateReader

TwoDays = Callable[[DateReader, int], tuple[int, Period] | None]
Rule = Callable[[DateReader, int], DateMatch | None]

_HOURS = range(25)
_MINUTES = range(60)


def clock(reader: DateReader, index: int) -> tuple[int, str] | None:
    """An hour with its minutes and zone, as (index after it, "14:25")."""
    hour = reader.number(index) if reader.near_unit(index) or reader.norm(index + 1) == "h" else None
    if hour is None or hour[1] not in _HOURS:
        return None
    position, value = hour
    written = reader.word(position, "hour")
    if written is None:
        return None
    short = written == "short"
    end, minutes = position + 1, 0
    after = reader.integer(end, _MINUTES)
    if after is not None and (short or len(reader.norm(end)) == 2):
        end, minutes = end + 1, after
    elif not short and reader.norm(end) == "et" and (share := reader.word(end + 1, "hour_share")) is not None:
        end, minutes = end + 2, int(share)
    if reader.norm(end) in ("du", "de", "d'") and (part := reader.phrase(end + 1, "daypart")) is not None:
        end, value = part[0], value + 12 if value < 12 and part[1] in ("EV", "AF") else value
    while reader.norm(end) == "," and reader.phrase(end + 1, "zone"):
        end += 1
    zone = reader.phrase(end, "zone")
    return (zone[0] if zone else end), f"{value:02d}:{minutes:02d}"


def time(reader: DateReader, index: int, *, opened: bool) -> DateMatch | None:
    """An hour without its day, after a preposition: "vers 14h25", but not "2h30"."""
    found = clock(reader, index) if opened else None
    return DateMatch(found[0], calendar.at_hour(Period(), found[1])) if found is not None else None


def part_of_day(reader: DateReader, index: int) -> DateMatch | None:
    """Reads "ce matin", "dans la soirée", "à la mi-journée": a part of the day of publication."""
    found = reader.phrase(index, "daypart")
    if found is None:
        return None
    single = found[0] == index + 1
    if single and not reader.has(index - 1, "demonstrative"):
        return None
    distal = reader.phrase(found[0], "distal")
    if distal is not None:
        return DateMatch(distal[0], Period(f"XXXX-XX-XXT{found[1]}"))
    if reader.published is None:
        return DateMatch(found[0], Period(f"XXXX-XX-XXT{found[1]}"))
    return DateMatch(
        found[0], Period(f"{reader.published.isoformat()}T{found[1]}", reader.published, reader.published)
    )


def part_of(reader: DateReader, index: int, day: Rule, two_days: TwoDays) -> DateMatch | None:
    """Reads "nuit de lundi à mardi", "nuit du 2 au 3 mars", "soir de Noël", "en fin de journée mardi".

    day: the rule that reads a day. two_days: the rule that reads "22 au 23" without a month.
    The value is that of the first day; a night covers both days.
    """
    part = reader.phrase(index, "daypart")
    if part is None:
        return None
    position, code = part
    linked = reader.norm(position) in ("de", "d'", "du")
    if not linked and position == index + 1:
        return None
    position = position + 1 if linked else position
    if (
        code == "NI"
        and reader.norm(position - 1) == "du"
        and (nights := two_days(reader, position)) is not None
    ):
        end, period = nights
        return DateMatch(end, Period(f"{str(period.value).split('/')[0]}T{code}", period.begin, period.end))
    found = day(reader, position + 1 if reader.norm(position) == "le" else position)
    if found is None or found.period.value is None or "T" in found.period.value:
        return None
    end, period, _ = found
    if code == "NI" and reader.norm(end) in ("à", "au"):
        morning = day(reader, end + 1)
        if morning is not None:
            end, last = morning.end, morning.period
            if period.end is not None and last.end != (dawn := calendar.shifted(period.end, 1)):
                # "de lundi à mardi", published on a Monday: the second day follows the first.
                last = calendar.of_day(dawn)
            period = calendar.Period(period.value, period.begin, last.end)
    return DateMatch(
        end, Period(f"{str(period.value).split('/')[0]}T{code}", period.begin, period.end), found.guessed
    )


def attach(reader: DateReader, found: DateMatch) -> DateMatch:
    """A day with the part of day and the hour that follow it: "lundi 29 août, au matin", "mardi à 8h"."""
    if not calendar.is_day(found.period) or ":" in str(found.period.value):
        return found
    end, period, guessed = found
    for _ in range(2):
        position = end + 1 if reader.norm(end) == "," else end
        part = reader.phrase(position, "daypart")
        if part is not None and (part[0] > position + 1 or position == end):
            end = part[0]
            period = calendar.at_hour(period, part[1]) if "T" not in str(period.value) else period
            continue
        opener = position
        while reader.has(opener, "hour_opener") and opener < position + 2:
            opener += 1
        hour = clock(reader, opener) if opener > position or position == end else None
        if hour is None:
            break
        end, period = hour[0], calendar.at_hour(period, hour[1])
    return DateMatch(end, period, guessed)
