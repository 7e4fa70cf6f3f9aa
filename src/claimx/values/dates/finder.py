"""Find calendar expressions in French text, with the days that they cover.

>>> [(d.text, d.value) for d in find_dates("d'ici fin 2027", published="2026-02-02")]
[("d'ici fin 2027", '2027')]
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from claimx._arguments import check_text
from claimx.lexicons import read
from claimx.model import Date, Interval
from claimx.values.dates.calendar import Period
from claimx.values.dates.grammar import date_at, may_have_dates, openings
from claimx.values.dates.habits import is_habit
from claimx.values.dates.publication import TextHead, read_head
from claimx.values.dates.ranges import joined, open_ended, opening
from claimx.values.dates.reader import DateMatch, DateReader
from claimx.values.dates.story import from_before, is_same_year, of_same_year, with_year_of, year_serves
from claimx.values.scanner import ScannedText, ends_sentence

_MAX_TOKENS_BETWEEN_DATES = 40

ClauseTense = Callable[[int], int | None]


def find_dates(text: str, *, published: str | date | None = None) -> tuple[Date, ...]:
    """All dates of a text, in order, without overlap.

    text: any French text. published: the day against which relative expressions are resolved, a date or an
        ISO string; by default the one in the header or dateline of the text.

    Header, dateline and "Publié le ..." are not returned. Each date has a TIMEX3 ``value`` (XXXX for unknown
    parts) and the ISO days that it covers. Durations and vague expressions are not dates.
    Raises ArgumentTypeError if text is not a string, ArgumentError if ``published`` is not an ISO day.
    """
    check_text(text)
    head = read_head(text)
    return tuple(dates_in(ScannedText(text), head, head.publication_day(published)))


def dates_in(
    scanned: ScannedText, head: TextHead, day: date | None, clause_tense: ClauseTense | None = None
) -> Iterator[Date]:
    """The dates of a text published on a day, or on an unknown one.

    scanned: a text that the caller may scan once for several finders. head: its head.
    clause_tense: for callers with a parse, the time reference of the clause at an offset: 1 future, -1 past,
        0 present, None unknown. By default it is inferred from the words around.
    """
    if not may_have_dates(scanned.text):
        return
    for found in _find(DateReader(scanned, day, clause_tense)):
        if not head.holds(found.start, found.end):
            yield found


@dataclass(slots=True)
class _Item:
    """A date in the tokens: its first token including prepositions, the side and the edge that these name."""

    first: int
    found: DateMatch
    side: str
    edge: str
    is_kept: bool


def _find(reader: DateReader) -> Iterator[Date]:
    items: list[_Item] = []
    lowest = 0
    for index in openings(reader.tokens):
        found = date_at(reader, index) if index >= lowest else None
        if found is None:
            continue
        item = _item(reader, index, lowest, found)
        previous = items[-1] if items else None
        if len(items) > 1 and item.first == items[-1].found.end and is_same_year(reader, index, found):
            items[-1].found = of_same_year(items[-2].found.period, items[-1].found, found.end)
            lowest = found.end
            continue
        if previous is not None and _same_sentence(reader, previous.found.end, item.first):
            item.found = from_before(reader, index, previous.found.period, item.found)
            if year_serves(reader, previous.found.end, item.first, previous.found, item.found):
                previous.found = with_year_of(previous.found, item.found)
        items.append(item)
        lowest = item.found.end
    for item in items:
        if item.is_kept:
            yield _date(
                reader, item.first, item.found.end, open_ended(item.found.period, item.side, item.edge)
            )


def _item(reader: DateReader, index: int, lowest: int, found: DateMatch) -> _Item:
    """A date with its prepositions and the second end of its range."""
    comes_back = (found.period.value or "").startswith("XXXX")
    first, side = opening(reader, index, lowest, comes_back=comes_back)
    edge = reader.phrase(index, "edge")
    found = joined(reader, first, index, found, date_at)
    article = reader.norm(first) in ("du", "de", "des")
    is_kept = not reader.follows(first + article, "street") and not is_habit(reader, first, index, found)
    is_kept = is_kept and not _is_title(reader, first)
    return _Item(first, found, side, edge[1] if edge else "", is_kept)


def _is_title(reader: DateReader, first: int) -> bool:
    """Whether a capital within a sentence shows a title: "le film Vendredi noir", "l'appli Demain"."""
    if first == 0 or not reader.capital(first):
        return False
    before = reader.tokens[first - 1]
    written = reader.text[before.start : before.end]
    return written in _titled_nouns() or (reader.phrase(first, "day") is not None and written.islower())


@cache
def _titled_nouns() -> frozenset[str]:
    """The nouns that a title follows, in the singular."""
    return frozenset(row["noun"] for row in read("class_nouns") if row["kind"] in ("work", "product"))


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
