"""The rules to try at each word or number, and the rules that combine others."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from claimx.values.dates import (
    absolute,
    anchored,
    calendar,
    centuries,
    days,
    durations,
    nth,
    periods,
    relative,
)
from claimx.values.dates.clock import attach, clock, part_of, part_of_day, time
from claimx.values.dates.numeric import numeric, with_weekday
from claimx.values.dates.reader import DateMatch, DateReader, calendar_norms, calendar_words
from claimx.values.numbers import number_words
from claimx.values.scanner import CONTRACTED, NUMBER, WORD, Token, key

Rule = Callable[[DateReader, int], DateMatch | None]
# The second words of the phrases with a given first word; None if one of them has no second word.
Seconds = frozenset[str] | None
_MIN_NOUN_LETTERS = 4
_MAX_DATE_TOKENS = 15
_NAMED_YEARS = range(1900, 2100)
_TRIGGER_KINDS = (
    *("month", "short_month", "weekday", "season", "unit", "day", "present", "past", "future", "feast"),
    *("daypart", "anaphor"),
)
_LOOK = re.compile(r"[^\W\d_]+|[0-9]")


def may_have_dates(text: str) -> bool:
    """Whether a text contains a digit or a word of the calendar: a fast first check."""
    return not _triggers().isdisjoint(_LOOK.findall(text.lower()))


@lru_cache(maxsize=1)
def _triggers() -> frozenset[str]:
    """The digits, and the longest word of each calendar phrase."""
    found = {max(phrase, key=len) for kind in _TRIGGER_KINDS for phrase in calendar_norms(kind)}
    return frozenset(found | set("0123456789"))


def openings(tokens: list[Token]) -> list[int]:
    """The indices at which a date may start: words that open one, if a calendar word or a number is near."""
    triggers, opening = _triggers(), _at_words()
    found: list[int] = []
    nearest = len(tokens) + _MAX_DATE_TOKENS
    for index in range(len(tokens) - 1, -1, -1):
        kind, _, _, norm = tokens[index]
        if kind == NUMBER or norm in triggers:
            nearest = index
        if nearest - index < _MAX_DATE_TOKENS and (kind == NUMBER or norm in opening):
            found.append(index)
    return found[::-1]


def date_at(reader: DateReader, index: int) -> DateMatch | None:
    """The date expression that starts at a token, by the first rule that applies."""
    if not 0 <= index < len(reader.tokens):
        return None
    token = reader.tokens[index]
    if token.kind == NUMBER:
        for rule in _at_numbers():
            found = rule(reader, index)
            if found is not None:
                return attach(reader, found)
        return None
    entries = _at_words().get(token.norm)
    if entries is None:
        return None
    second = key(reader.norm(index + 1))
    for rule, seconds in entries:
        if seconds is None or second in seconds:
            found = rule(reader, index)
            if found is not None:
                return attach(reader, found)
    return None


@lru_cache(maxsize=1)
def _at_numbers() -> tuple[Rule, ...]:
    return (
        numeric,
        days.day_of_month,
        nth.nth,
        nth.day_of_unit,
        absolute.sports_season,
        periods.short_quarter,
        periods.quarter,
        centuries.century,
        relative.unit,
        _counted_from,
        durations.later,
        _time,
        days.day_alone,
        _year,
    )


@lru_cache(maxsize=1)
def _at_words() -> dict[str, tuple[tuple[Rule, Seconds], ...]]:
    """By first word: the rules to try, in order, each with the possible second words."""
    spoken = dict.fromkeys(number_words())
    rules: tuple[tuple[Rule, dict[str, Seconds]], ...] = (
        (_edge, _starts("edge")),
        (_beside, _starts("beside")),
        (_feast, _starts("feast")),
        (nth.nth, _starts("rank") | spoken),
        (anchored.told, _starts("weekday", "season", "daypart", "unit", "month") | _starts("same")),
        (with_weekday, _starts("weekday", "short_weekday")),
        (days.day_of_month, _starts("weekday", "short_weekday", "first_day") | spoken),
        (_part_of, _starts("daypart")),
        (days.day_alone, _starts("weekday", "short_weekday")),
        (relative.fixed, _starts("anaphor", "day", "present", "past", "future")),
        (periods.quarter, _starts("ordinal") | spoken),
        (periods.short_quarter, dict.fromkeys(("t", "s", "q", "h"))),
        (durations.ago, _starts("distance")),
        (durations.deadline, _starts("deadline")),
        (centuries.decade, _starts("decade")),
        (centuries.century, dict.fromkeys(centuries.romans())),
        (_month, _starts("month", "short_month")),
        (periods.season, _starts("season")),
        (periods.week, _starts("week")),
        (relative.unit, _starts("unit", "last", "next") | spoken),
        (relative.weekday, _starts("weekday")),
        (_counted_from, spoken),
        (durations.later, _starts("few") | spoken),
        (_time, spoken),
        (part_of_day, _starts("daypart")),
    )
    table: dict[str, tuple[tuple[Rule, Seconds], ...]] = {}
    for rule, starts in rules:
        for start, seconds in starts.items():
            table[start] = (*table.get(start, ()), (rule, seconds))
    return table


def _starts(*kinds: str) -> dict[str, Seconds]:
    """The first words of the phrases of these kinds, including contracted prepositions."""
    firsts: dict[str, set[str] | None] = {}
    for phrase in (phrase for kind in kinds for phrase in calendar_norms(kind)):
        seconds = firsts.setdefault(phrase[0], set())
        if len(phrase) == 1:
            firsts[phrase[0]] = None
        elif seconds is not None:
            seconds.add(phrase[1])
    for contracted in CONTRACTED:
        if key(contracted) in firsts:
            firsts[contracted] = firsts[key(contracted)]
    return {first: None if seconds is None else frozenset(seconds) for first, seconds in firsts.items()}


def _day(reader: DateReader, index: int) -> DateMatch | None:
    """A day: "lundi", "2 mars 2026", "hier", "Noël"."""
    if not 0 <= index < len(reader.tokens):
        return None
    if reader.tokens[index].kind == NUMBER:
        return numeric(reader, index) or days.day_of_month(reader, index)
    if reader.has(index, "weekday"):
        return days.day_of_month(reader, index) or relative.weekday(reader, index)
    return periods.feast(reader, index, opened=True) or _near_day(reader, index)


def _beside(reader: DateReader, index: int) -> DateMatch | None:
    return anchored.beside(reader, index, _day)


def _counted_from(reader: DateReader, index: int) -> DateMatch | None:
    return anchored.counted_from(reader, index, _day)


def _near_day(reader: DateReader, index: int) -> DateMatch | None:
    return relative.fixed(reader, index) if reader.phrase(index, "day") is not None else None


def _part_of(reader: DateReader, index: int) -> DateMatch | None:
    return part_of(reader, index, _day, days.two_days_alone)


def _feast(reader: DateReader, index: int) -> DateMatch | None:
    opened = reader.norm(index - 1) not in ("de", "d'", "du", "des") and reader.opened(index)
    return periods.feast(reader, index, opened=opened)


def _month(reader: DateReader, index: int) -> DateMatch | None:
    opened = reader.opened(index) and reader.norm(index - 1) not in ("le", "la", "les", "l'")
    return absolute.month(reader, index, opened=opened)


def _time(reader: DateReader, index: int) -> DateMatch | None:
    opened = reader.has(index - 1, "time_opener") or reader.follows(index, "time_place")
    found = time(reader, index, opened=opened or _in_range(reader, index))
    if found is None:
        return None
    # "à 20 heures mardi", "vers 10 heures ce vendredi"
    place = found.end + 1 if reader.norm(found.end) in ("ce", "le") else found.end
    day = _day(reader, place)
    if day is None or not calendar.is_day(day.period) or "T" in str(day.period.value):
        return found
    return DateMatch(
        day.end, calendar.at_hour(day.period, str(found.period.value).partition("T")[2]), day.guessed
    )


def _in_range(reader: DateReader, index: int) -> bool:
    """Whether an hour is an end of "de 14h à 18h", "entre 14h et 18h", but not "un film de 2h"."""
    if reader.norm(index - 1) == "et":
        return any(reader.word(place, "range") == "et" for place in range(index - 6, index - 2))
    if reader.norm(index - 1) != "de":
        return False
    first = clock(reader, index)
    return first is not None and reader.norm(first[0]) == "à" and clock(reader, first[0] + 1) is not None


def _year(reader: DateReader, index: int) -> DateMatch | None:
    number = reader.year(index)
    opened = number is not None and not absolute.counts(reader, index) and not _in_code(reader, index)
    opened = opened and reader.month(index - 1) is None  # "32 mars 2026" is not in the calendar
    opened = opened and (_opens_list(reader, index) or _is_named(reader, index, number or 0))
    return absolute.year(reader, index, opened=opened)


def _opens_list(reader: DateReader, index: int) -> bool:
    """Whether a preposition precedes a year, or the list of years that it ends: "en 2019, 2021 et 2024"."""
    while reader.norm(index - 1) in (",", "et", "ou") and reader.year(index - 2) is not None:
        index -= 2
    return reader.opened(index)


def _in_code(reader: DateReader, index: int) -> bool:
    """Whether four digits are part of a longer number: "2019/790", "32/01/2026"."""
    before = reader.glued(index) and reader.norm(index - 1) in ("/", "-", ".")
    return before and reader.tokens[index - 2 : index - 1] != [] and reader.tokens[index - 2].kind == NUMBER


def _is_named(reader: DateReader, index: int, number: int) -> bool:
    """Whether the noun before four digits shows that they are a year: "le budget 2026", but "le vol 1980"."""
    if index == 0:
        return len(reader.tokens) == 1
    before = reader.tokens[index - 1]
    if before.kind != WORD or len(before.norm) < _MIN_NOUN_LETTERS or reader.capital(index - 1):
        return False
    other = (
        before.norm in calendar_words("numbered")
        or before.norm in calendar_words("no_noun")
        or before.norm in number_words()
    )
    return not other and number in _NAMED_YEARS


def _edge(reader: DateReader, index: int) -> DateMatch | None:
    """Reads "début", "fin", "mi-" before a month, a year, a decade, the present unit."""
    edge = reader.phrase(index, "edge")
    if edge is None:
        return None
    after, value = edge
    position = reader.skip(after, "edge_link")
    found = (
        periods.short_quarter(reader, position)
        or periods.quarter(reader, position)
        or centuries.decade(reader, position)
        or centuries.century(reader, position)
        or absolute.month(reader, position, opened=True)
        or periods.season(reader, position)
        or absolute.year(reader, position, opened=True, alone=reader.norm(position + 1) in ("et", "à"))
        or relative.unit(reader, position)
        or relative.edge(reader, after)
    )
    return found._replace(period=calendar.part(found.period, value)) if found is not None else None
