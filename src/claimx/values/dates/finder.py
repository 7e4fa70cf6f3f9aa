"""Find calendar expressions in French text, with the days they cover.

>>> [(d.text, d.value) for d in find_dates("d'ici fin 2027", published="2026-02-02")]
[("d'ici fin 2027", '2027')]
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from claimx._arguments import check_text
from claimx.model import Date, Interval
from claimx.values.dates import calendar
from claimx.values.dates.calendar import Period
from claimx.values.dates.grammar import date_at, may_have_dates, openings
from claimx.values.dates.publication import TextHead, read_head
from claimx.values.dates.ranges import joined, open_ended, opening
from claimx.values.dates.reader import DateMatch, DateReader
from claimx.values.scanner import ends_sentence

_MAX_TOKENS_BETWEEN_DATES = 40

ClauseTense = Callable[[int], int | None]


def find_dates(text: str, *, published: str | date | None = None) -> tuple[Date, ...]:
    """All dates of a text, in order, without overlap.

    text: any French text. published: the day that relative expressions start from, a date or
        an ISO string; left out, the text's own header or dateline is taken.

    Header, dateline and "Publié le ..." are not among them. Each has a TIMEX3 ``value`` (XXXX for
    what is not known) and the ISO days it covers. Durations and vague words are no dates.
    Raises ArgumentError for a ``published`` that is no ISO day, ArgumentTypeError for what is no text.
    """
    check_text(text)
    head = read_head(text)
    return tuple(dates_from(text, head.publication_day(published), head=head))


def dates_from(
    text: str, day: date | None, clause_tense: ClauseTense | None = None, *, head: TextHead | None = None
) -> Iterator[Date]:
    """The dates of a text as read on a day, or on no known one.

    head: the head of the text, where the caller has read it.
    clause_tense: where the verb of the clause at an offset points, for who has a parse: 1 to what
        is to come, -1 to the past, 0 in the present, None where it is not known. Left out, the words
        around tell it.
    """
    if not may_have_dates(text):
        return
    head = head or read_head(text)
    for found in _find(DateReader(text, day, clause_tense)):
        if not head.holds(found.start, found.end):
            yield found


def _find(reader: DateReader) -> Iterator[Date]:
    tokens = reader.tokens
    lowest = 0
    previous: tuple[int, Period] | None = None
    for index in openings(tokens):
        found = date_at(reader, index) if index >= lowest else None
        if found is None:
            continue
        first, side = opening(reader, index, lowest, comes_back=(found.period.value or "").startswith("XXXX"))
        edge = reader.phrase(index, "edge")
        found = joined(reader, first, index, found, date_at)
        if previous is not None and _same_sentence(reader, previous[0], first):
            found = _told_by(previous[1], found)
        previous = (found.end, found.period)
        lowest = found.end
        if not reader.follows(first + (tokens[first].norm in ("du", "de", "des")), "street"):
            yield _date(reader, first, found.end, open_ended(found.period, side, edge[1] if edge else ""))


def _date(reader: DateReader, first: int, end: int, period: Period) -> Date:
    start, stop = reader.tokens[first].start, reader.tokens[end - 1].end
    days = Interval(
        period.begin.isoformat() if period.begin else None, period.end.isoformat() if period.end else None
    )
    return Date(text=reader.text[start:stop], start=start, end=stop, value=period.value, interval=days)


def _same_sentence(reader: DateReader, end: int, first: int) -> bool:
    return first - end < _MAX_TOKENS_BETWEEN_DATES and not any(
        ends_sentence(reader.tokens, place) for place in range(end, first)
    )


def _told_by(previous: Period, found: DateMatch) -> DateMatch:
    """What the date before tells of this one: the day of an hour, the year of a quarter.

    "Demain, ils se verront à 14 heures", "au troisième trimestre 2025, après ... au deuxième trimestre".
    """
    value = found.period.value or ""
    if value.startswith("XXXX-XX-XXT") and calendar.is_day(previous):
        day = str(previous.value).partition("T")[0]
        return found._replace(period=Period(value.replace("XXXX-XX-XX", day), previous.begin, previous.end))
    if (
        found.guessed
        and value[4:6] in ("-Q", "-H")
        and (previous.value or "")[4:6] == value[4:6]
        and previous.begin
    ):
        near = [calendar.in_year(found.period, previous.begin.year + step) for step in (0, -1, 1)]
        known = [(abs((one.begin - previous.begin).days), one) for one in near if one.begin is not None]
        other = [item for item in known if item[1].value != previous.value]
        return found._replace(period=min(other, key=lambda item: item[0])[1]) if other else found
    return found
