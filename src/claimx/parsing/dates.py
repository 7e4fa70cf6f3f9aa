"""Find calendar expressions in French text, with the days they cover.

>>> [(d.text, d.value) for d in find_dates("d'ici fin 2027", published="2026-02-02")]
[("d'ici fin 2027", '2027')]
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime
from functools import lru_cache

from claimx.model import Date, Interval
from claimx.parsing import absolute, calendar, relative
from claimx.parsing.arguments import check_text
from claimx.parsing.calendar import Period
from claimx.parsing.clock import attach, part_of_day, time
from claimx.parsing.datewords import Found, Reader, phrases, words
from claimx.parsing.header import header
from claimx.parsing.numbers import words as number_words
from claimx.parsing.scanner import CONTRACTED, NUMBER, WORD, key, scan

_NUMERIC = re.compile(
    r"(?<![0-9./-])(?:[0-9]{1,2}([/.])[0-9]{1,2}\1(?:[0-9]{4}|[0-9]{2})|[0-9]{4}-[0-9]{2}-[0-9]{2})(?![0-9/-]|\.[0-9])"
)
_DATELINE = re.compile(
    r"^[ \t]*((?:[^\W\d_]+[ ])?[0-9]{1,2}(?:[ ]?er)?[ ][^\W\d_]+[ ][0-9]{4})\s*[.,]?\s*[–—-]", re.MULTILINE
)
_DATELINE_WITHIN = 1200
_MOST_OPENERS = 4


def find_dates(text: str, *, published: str | date | None = None) -> tuple[Date, ...]:
    """All dates of a text, in order, without overlap.

    text: any French text. published: the day that relative expressions start from, a date or
        an ISO string; left out, the text's own header or dateline is taken.

    Header and dateline are not among them. Each has a TIMEX3 ``value`` (XXXX for a year that
    is not known, None for what cannot be told at all) and the ISO days it covers. Durations
    and vague words are no dates.
    Raises ValueError for a ``published`` that is no ISO day, TypeError for what is no text.
    """
    check_text(text)
    start = header(text)[1]
    head = _dateline(text)
    skipped = head.start if head is not None else -1
    day = reference(text, published)
    return tuple(found for found in _find(text, day) if found.start >= start and found.start != skipped)


def reference(text: str, published: str | date | None = None) -> date | None:
    """The day that a text is written from: as given, else by its header, else by its dateline."""
    if isinstance(published, datetime):
        return published.date()
    if isinstance(published, date):
        return published
    if published:
        return date.fromisoformat(published[:10])
    day = header(text)[0]
    return date.fromisoformat(day) if day else dateline(text)


def dateline(text: str) -> date | None:
    """The day at the head of an article: "21 décembre 2016 . –" at the start of a paragraph."""
    found = _dateline(text)
    return date.fromisoformat(found.interval.begin) if found is not None and found.interval.begin else None


def _dateline(text: str) -> Date | None:
    match = _DATELINE.search(text, 0, _DATELINE_WITHIN)
    found = next(_find(match[1], None), None) if match is not None else None
    if match is None or found is None or found.text != match[1] or found.interval.begin is None:
        return None
    return replace(found, start=match.start(1), end=match.end(1))


def _find(text: str, published: date | None) -> Iterator[Date]:
    tokens = scan(text)
    reader = Reader(text, tokens, published)
    numeric = {match.start(): match for match in _NUMERIC.finditer(text)}
    index = lowest = 0
    while index < len(tokens):
        token = tokens[index]
        match = numeric.get(token.start)
        if match is not None:
            end = index
            while end < len(tokens) and tokens[end].start < match.end():
                end += 1
            numbers = _read_numeric(match.group())
            found = Found(end, numbers) if numbers is not None else None
        else:
            found = _at(reader, index)
        if found is None:
            index += 1
            continue
        first, side = _opening(reader, index, lowest)
        found = _joined(reader, first, found)
        period = _open_ended(found.period, side)
        begin, stop = tokens[first].start, tokens[found.end - 1].end
        yield Date(
            text=text[begin:stop],
            start=begin,
            end=stop,
            value=period.value,
            interval=Interval(
                period.begin.isoformat() if period.begin else None,
                period.end.isoformat() if period.end else None,
            ),
        )
        index = lowest = found.end


Rule = Callable[[Reader, int], Found | None]


@lru_cache(maxsize=1)
def _rules() -> tuple[dict[str, tuple[Rule, ...]], tuple[Rule, ...]]:
    """The rules to try at a word and at a number, in order: the first that applies wins."""
    spoken = set(number_words())
    by_start: tuple[tuple[Rule, set[str], bool], ...] = (
        (_edge, _starts("edge"), False),
        (_feast, _starts("feast"), False),
        (absolute.day_of_month, _starts("weekday"), True),
        (relative.fixed, _starts("day", "present", "past", "future"), False),
        (absolute.quarter, _starts("ordinal") | {"t", "s", "q", "h"}, True),
        (relative.ago, {"il", "depuis", "dans", "d'"}, False),
        (absolute.decade, {"années"}, False),
        (absolute.century, set(absolute.romans()), True),
        (_month, _starts("month", "short_month"), False),
        (absolute.season, _starts("season"), False),
        (relative.unit, _starts("unit", "last", "next") | spoken, True),
        (relative.weekday, _starts("weekday"), False),
        (relative.later, _starts("few") | spoken, True),
        (_time, spoken, True),
        (_year, set(), True),
        (part_of_day, _starts("daypart"), False),
    )
    at_words: dict[str, tuple[Rule, ...]] = {}
    for rule, starts, _ in by_start:
        for start in starts:
            at_words[start] = (*at_words.get(start, ()), rule)
    return at_words, tuple(rule for rule, _, numbers in by_start if numbers)


def _starts(*kinds: str) -> set[str]:
    """The words that phrases of these kinds start with, however a preposition is contracted."""
    firsts = {start for kind in kinds for start in phrases(kind).starts}
    return firsts | {word for word in CONTRACTED if key(word) in firsts}


def _at(reader: Reader, index: int) -> Found | None:
    """The date expression that starts at a token: the first rule that applies."""
    token = reader.tokens[index]
    rules = _rules()[1] if token.kind == NUMBER else _rules()[0].get(token.norm, ())
    for rule in rules:
        found = rule(reader, index)
        if found is not None:
            return attach(reader, found)
    return None


def _feast(reader: Reader, index: int) -> Found | None:
    opened = reader.norm(index - 1) not in ("de", "d'", "du", "des") and _is_opened(reader, index)
    return absolute.feast(reader, index, opened=opened)


def _month(reader: Reader, index: int) -> Found | None:
    return absolute.month(reader, index, opened=_is_opened(reader, index))


def _time(reader: Reader, index: int) -> Found | None:
    return time(reader, index, opened=_opens_hour(reader, index))


def _year(reader: Reader, index: int) -> Found | None:
    opened = len(reader.norm(index)) == 4 and _is_opened(reader, index) and not _counts(reader, index)
    return absolute.year(reader, index, opened=opened)


def _edge(reader: Reader, index: int) -> Found | None:
    """Reads "début", "fin", "mi-" with a month, a year, a decade, the present unit."""
    edge = reader.phrase(index, "edge")
    if edge is None:
        return None
    after, value = edge
    position = after
    while reader.norm(position) in (
        "-",
        "de",
        "d'",
        "du",
        "des",
        "la",
        "l'",
        "le",
        "les",
        "année",
        "mois",
        "an",
    ):
        position += 1
    found = (
        absolute.quarter(reader, position)
        or absolute.decade(reader, position)
        or absolute.century(reader, position)
        or absolute.month(reader, position, opened=True)
        or absolute.season(reader, position)
        or absolute.year(reader, position, opened=True)
        or relative.unit(reader, position)
        or relative.edge(reader, after)
    )
    return Found(found.end, calendar.part(found.period, value)) if found is not None else None


def _is_opened(reader: Reader, index: int) -> bool:
    """Whether a preposition, an opening parenthesis or "l'année" stands before a bare month or year."""
    if reader.norm(index - 1) in ("(", "/"):
        return True
    return phrases("prep").before(reader.tokens, index) is not None


def _opens_hour(reader: Reader, index: int) -> bool:
    before = reader.norm(index - 1)
    return before in ("à", "vers", "dès", "avant", "après") or reader.norm(index - 2) in (
        "peu",
        "partir",
        "vers",
    )


def _counts(reader: Reader, index: int) -> bool:
    """Whether four digits count something: "de 2000 personnes", "pour 2000 euros"."""
    before, after = reader.norm(index - 1), reader.norm(index + 1)
    if before in ("en", "depuis", "dès", "année", "l'année", "(", "an"):
        return after in ("euros", "dollars", "%")
    if before in ("le", "la", "les", "l'", "ce", "cet", "cette", "ces", "environ", "quelque", "sur", "dans"):
        return True
    if index + 1 >= len(reader.tokens) or reader.tokens[index + 1].kind != WORD:
        return after == "%"
    return after.endswith(("s", "x")) and after not in words("no_noun")


def _opening(reader: Reader, index: int, lowest: int) -> tuple[int, str]:
    """The first token of the prepositions before a date, and which side of it they leave open."""
    side = ""
    for _ in range(_MOST_OPENERS):
        found = phrases("prep").before(reader.tokens, index, lowest)
        if found is None:
            break
        index, value = found
        side = value or side
    return index, side


def _joined(reader: Reader, first: int, found: Found) -> Found:
    """A range whose second end follows: "entre A et B", "de A à B", "du A au B"."""
    opening, connector = reader.norm(first), reader.norm(found.end)
    pairs = {"entre": ("et",), "de": ("à", "jusqu'"), "du": ("au", "à"), "d'": ("à",), "des": ("aux",)}
    if connector not in pairs.get(opening, ()):
        return found
    position = found.end + 1
    while position - found.end <= _MOST_OPENERS:
        if position >= len(reader.tokens):
            return found
        other = _at(reader, position)
        if other is not None:
            return Found(other.end, calendar.together(found.period, other.period))
        if reader.norm(position) not in ("le", "la", "les", "l'", "à", "en", "au", "de", "d'", "du"):
            return found
        position += 1
    return found


def _open_ended(period: Period, side: str) -> Period:
    """Without the side that is left open: "jusqu'en 2030" has no first day, "depuis 2019" no last one."""
    if side == "until":
        return Period(period.value, None, period.end)
    if side == "before":
        return Period(period.value, None, calendar.shifted(period.begin, -1) if period.begin else None)
    if side == "since":
        return Period(period.value, period.begin, None)
    return period


@lru_cache(maxsize=1024)
def _read_numeric(piece: str) -> Period | None:
    """A date in digits, day first, read by dateparser."""
    import dateparser

    order, days = ("YMD", piece[-2:]) if piece[4:5] == "-" else ("DMY", re.split("[./]", piece)[0])
    found = dateparser.parse(piece, languages=["fr"], settings={"DATE_ORDER": order})
    # dateparser swaps day and month where that makes a date: "02.13.2026" is none in French.
    return calendar.of_day(found.date()) if found is not None and found.day == int(days) else None
