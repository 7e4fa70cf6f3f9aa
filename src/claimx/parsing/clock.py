"""Times of the day: "14h25", "vers 20 heures", "mardi matin", "onze heures du soir"."""

from __future__ import annotations

from claimx.parsing.calendar import Period
from claimx.parsing.datewords import Found, Reader

_HOURS = range(25)
_MINUTES = range(60)
_OPENERS = frozenset({"à", "vers", "dès", "avant", "après", "les"})


def clock(reader: Reader, index: int) -> tuple[int, str] | None:
    """An hour with its minutes and zone, as (index after it, "14:25")."""
    hour = reader.number(index)
    if hour is None or hour[1] not in _HOURS:
        return None
    position, value = hour
    unit = reader.norm(position)
    if unit not in ("h", "heure", "heures"):
        return None
    tight = unit == "h"
    end, minutes = position + 1, 0
    after = reader.integer(end, _MINUTES)
    if after is not None and (tight or len(reader.norm(end)) == 2):
        end, minutes = end + 1, after
    elif unit != "h" and reader.norm(end) == "et" and reader.norm(end + 1) in ("demie", "quart"):
        end, minutes = end + 2, 30 if reader.norm(end + 1) == "demie" else 15
    if reader.norm(end) in ("du", "de", "d'") and (part := reader.phrase(end + 1, "daypart")) is not None:
        end, value = part[0], value + 12 if value < 12 and part[1] in ("EV", "AF") else value
    while reader.norm(end) == "," and reader.phrase(end + 1, "zone"):
        end += 1
    zone = reader.phrase(end, "zone")
    return (zone[0] if zone else end), f"{value:02d}:{minutes:02d}"


def time(reader: Reader, index: int, *, opened: bool) -> Found | None:
    """An hour of the day of publication; "20 heures" needs a preposition, "14h25" does not."""
    found = clock(reader, index)
    if found is None:
        return None
    tight = reader.norm(index + 1) == "h" and reader.glued(index + 1) and reader.glued(index + 2)
    if not opened and not tight:
        return None
    return Found(found[0], at_hour(Period(), found[1]))


def at_hour(day: Period, hour: str) -> Period:
    """An hour joined to a day."""
    if day.begin is not None and day.begin == day.end:
        return Period(f"{day.value}T{hour}", day.begin, day.end)
    return Period(f"{day.value or 'XXXX-XX-XX'}T{hour}", day.begin, day.end)


def part_of_day(reader: Reader, index: int) -> Found | None:
    """Reads "ce matin", "dans la soirée", "à la mi-journée": a part of the day of publication."""
    found = reader.phrase(index, "daypart")
    if found is None:
        return None
    single = found[0] == index + 1
    if single and reader.norm(index - 1) not in ("ce", "cet", "cette"):
        return None
    if reader.published is None:
        return Found(found[0], Period(f"XXXX-XX-XXT{found[1]}"))
    return Found(
        found[0], Period(f"{reader.published.isoformat()}T{found[1]}", reader.published, reader.published)
    )


def attach(reader: Reader, found: Found) -> Found:
    """A day with the part of day and the hour that follow it: "lundi 29 août, au matin"."""
    end, period = found
    for _ in range(2):
        position = end + 1 if reader.norm(end) == "," else end
        if (
            position == end + 1
            and reader.norm(position) not in _OPENERS
            and not reader.phrase(position, "daypart")
        ):
            break
        part = reader.phrase(position, "daypart")
        if part is not None and (part[0] > position + 1 or position == end):
            value = (
                period.value if period.value is None or "T" in period.value else f"{period.value}T{part[1]}"
            )
            end, period = part[0], Period(value, period.begin, period.end)
            continue
        opener = position
        while reader.norm(opener) in _OPENERS:
            opener += 1
        hour = clock(reader, opener) if opener > position else None
        if hour is None:
            break
        day = period.value.partition("T")[0] if period.value else None
        end, period = hour[0], at_hour(Period(day, period.begin, period.end), hour[1])
    return Found(end, period)
