"""The day that a text says it was published: its header, "Publié le 3 mars 2025", its dateline.

In this order, and only in its head: the header ``date 2026-02-02``; a line "Publié le ..."; a dateline
("Paris, 3 mars 2025 (AFP) –", or a line that is a date and nothing else); a line "Mis à jour le ...".
A line without a year ("PARIS, 2 février (AFP) –") tells no day.
"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from claimx._arguments import Published, iso_day
from claimx.values.dates import calendar
from claimx.values.dates.grammar import date_at
from claimx.values.dates.header import header
from claimx.values.dates.reader import Reader

_HEAD = 1200
_S = r"[^\S\r\n]"
_DAY = (
    rf"(?:[^\W\d_]+\.?{_S})?[0-9]{{1,2}}(?:{_S}?(?:er|ᵉʳ))?{_S}[^\W\d_]+\.?(?:{_S}[0-9]{{4}})?(?![^\W_])"
    r"|[0-9]{1,2}[/.][0-9]{1,2}[/.][0-9]{4}|[0-9]{4}-[0-9]{2}-[0-9]{2}"
)
_HOUR = rf"(?:,?{_S}?(?:(?:à|-){_S})?[0-9]{{1,2}}{_S}?[hH:]{_S}?(?:[0-9]{{2}})?)?"
_BULLET = r"[-–—|•·]"
_INK = re.compile(r"\S")
_LINE = re.compile(r"[^\r\n]+")
_STAMP = re.compile(
    rf"(?:^{_S}*|{_BULLET}{_S}*|[,(;]{_S}*)"
    rf"(publié|posté|mis en ligne|diffusé|mis à jour|modifié|actualisé)e?{_S}*(?::|le)?{_S}*(?:le{_S})?"
    rf"(?P<day>{_DAY}){_HOUR}"
    rf"(?={_S}*(?:$|{_BULLET}|[,(;.]?{_S}*(?:mis|modifié|actualisé|par)\b|[).]{_S}*$))",
    re.IGNORECASE,
)
_LONGEST_PLACE, _LINKS = 5, ("de", "du", "des", "le", "la", "en", "sur")
_UPDATES = ("mis à jour", "modifié", "actualisé")
# "PARIS, 2 février 2026 (AFP) –", "Genève, le 3 mars 2025 –", "21 décembre 2016 . –", "Lundi 3 mars 2025".
_PLACE = rf"(?P<place>[^\W\d_][^,0-9\r\n]{{0,50}},{_S}?(?:le{_S})?)?"
_DATELINE = re.compile(
    rf"{_S}*{_PLACE}(?P<day>{_DAY}){_HOUR}{_S}?(?:\([^()\r\n]{{1,40}}\))?{_S}*(?:[.,:]?{_S}*(?:[–—]|-(?={_S}|$))|\.?{_S}*$)"
)


class Stamp(NamedTuple):
    """A day of publication written in a text: its offsets, and the day where it is complete."""

    start: int
    end: int
    day: date | None
    rank: int


def reference(text: str, published: Published = None) -> date | None:
    """The day that a text is written from: as given, else by its header, else by the best of its stamps."""
    day = iso_day(published) or header(text)[0]
    if day:
        return date.fromisoformat(day)
    complete = [stamp for stamp in stamps(text) if stamp.day is not None]
    return min(complete, key=lambda stamp: stamp.rank).day if complete else None


# Asked for twice a text: for its day of publication, and to tell its stamps from its dates.
@lru_cache(maxsize=1)
def stamps(text: str) -> tuple[Stamp, ...]:
    """The days of publication that stand in the head of a text, in order; no dates of what it tells."""
    found, dated = [], False
    for line in _LINE.finditer(text, 0, min(len(text), _HEAD)):
        written = line.group()
        if line.end() == _HEAD < len(text) and text[_HEAD] not in "\r\n":
            break  # it goes on
        for match in _STAMP.finditer(written):
            updated = match[1].lower().startswith(_UPDATES)
            found.append(_stamp(match, line.start(), 3 if updated else 1))
        dateline = _DATELINE.match(written) if not dated else None
        # Not where nothing follows: a text may be a date.
        if dateline is None or not _INK.search(text, line.start() + dateline.end()):
            continue
        stamp = _stamp(dateline, line.start(), 2) if _is_place(dateline["place"]) else None
        if stamp is not None and (stamp.day is not None or dateline["place"]):
            # The first one only: a chronology has more.
            found.append(stamp)
            dated = True
    return tuple(stamp for stamp in found if stamp is not None)


def _is_place(written: str | None) -> bool:
    """Whether what stands before the day of a dateline may be a place: "PARIS (AFP)", "Le Havre"."""
    names = written.split(",")[0].split() if written else []
    return len(names) <= _LONGEST_PLACE and all(
        name.lstrip("(")[:1].isupper() or name in _LINKS for name in names
    )


def _stamp(match: re.Match[str], offset: int, rank: int) -> Stamp | None:
    """The stamp of a match, None where its words are no day of the calendar."""
    written = match["day"]
    reader = Reader(written, None)
    read = date_at(reader, 0)
    if read is None or read.end != len(reader.tokens) or not calendar.is_day(read.period):
        return None
    return Stamp(offset + match.start("day"), offset + match.end(), read.period.begin, rank)
