"""The day of publication that a text states: header, "Publié le 3 mars 2025", dateline.

In order of precedence, all at the head of the text: the header ``date 2026-02-02``; a line "Publié le ...";
a dateline ("Paris, 3 mars 2025 (AFP) –", or a line with a date only); a line "Mis à jour le ...".
A dateline without a year ("PARIS, 2 février (AFP) –") is recognised but states no day.
"""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from claimx._arguments import Published, iso_day
from claimx.values.dates import calendar
from claimx.values.dates.grammar import date_at
from claimx.values.dates.header import header
from claimx.values.dates.reader import DateReader
from claimx.values.scanner import ScannedText

_MAX_HEAD_CHARACTERS = 1200
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
_MAX_PLACE_WORDS, _LINKS = 5, ("de", "du", "des", "le", "la", "en", "sur")
_YEAR = re.compile(r"[0-9]{4}")
_STAMP_LANGUAGES = ["fr", "en", "de", "it", "es", "nl"]
_UPDATES = ("mis à jour", "modifié", "actualisé")
# "PARIS, 2 février 2026 (AFP) –", "Genève, le 3 mars 2025 –", "21 décembre 2016 . –", "Lundi 3 mars 2025".
_PLACE = rf"(?P<place>[^\W\d_][^,0-9\r\n]{{0,50}},{_S}?(?:le{_S})?)?"
_DATELINE = re.compile(
    rf"{_S}*{_PLACE}(?P<day>{_DAY}){_HOUR}{_S}?(?:\([^()\r\n]{{1,40}}\))?{_S}*(?:[.,:]?{_S}*(?:[–—]|-(?={_S}|$))|\.?{_S}*$)"
)


class Stamp(NamedTuple):
    """A day of publication written in a text: its offsets, its day if complete, its rank (1 is best)."""

    start: int
    end: int
    day: date | None
    rank: int


class TextHead(NamedTuple):
    """The publication data at the head of a text.

    day: that of the header, an ISO string. start: where the text begins after the header.
    stamps: further days of publication.
    """

    day: str | None
    start: int
    stamps: tuple[Stamp, ...]

    def publication_day(self, published: Published = None) -> date | None:
        """The day of publication: the one given, else that of the header, else the best stamp."""
        day = iso_day(published) or self.day
        if day:
            return date.fromisoformat(day)
        complete = [stamp for stamp in self.stamps if stamp.day is not None]
        return min(complete, key=lambda stamp: stamp.rank).day if complete else None

    def holds(self, start: int, end: int) -> bool:
        """Whether a date between two offsets stands in the header or overlaps a stamp."""
        return start < self.start or any(start < stamp.end and stamp.start < end for stamp in self.stamps)


def read_head(text: str) -> TextHead:
    """Read the header and the stamps of a text."""
    day, start = header(text)
    return TextHead(day, start, stamps(text))


def publication_day(text: str, published: Published = None) -> date | None:
    """The day of publication of a text: the one given, else the one that its head states."""
    return read_head(text).publication_day(published)


def stamps(text: str) -> tuple[Stamp, ...]:
    """The days of publication stated at the head of a text, in order."""
    found, dated = [], False
    for line in _LINE.finditer(text, 0, min(len(text), _MAX_HEAD_CHARACTERS)):
        written = line.group()
        if line.end() == _MAX_HEAD_CHARACTERS < len(text) and text[_MAX_HEAD_CHARACTERS] not in "\r\n":
            break  # the sentence continues
        for match in _STAMP.finditer(written):
            updated = match[1].lower().startswith(_UPDATES)
            found.append(_stamp(match, line.start(), 3 if updated else 1))
        dateline = _DATELINE.match(written) if not dated else None
        # Not if nothing follows: the text may be just a date.
        if dateline is None or not _INK.search(text, line.start() + dateline.end()):
            continue
        stamp = _stamp(dateline, line.start(), 2) if _is_place(dateline["place"]) else None
        if stamp is not None and (stamp.day is not None or dateline["place"]):
            # The first one only: further ones are entries of a chronology.
            found.append(stamp)
            dated = True
    return tuple(stamp for stamp in found if stamp is not None)


def _is_place(written: str | None) -> bool:
    """Whether the words before the day of a dateline may be a place: "PARIS (AFP)", "Le Havre"."""
    names = written.split(",")[0].split() if written else []
    return len(names) <= _MAX_PLACE_WORDS and all(
        name.lstrip("(")[:1].isupper() or name in _LINKS for name in names
    )


def _stamp(match: re.Match[str], offset: int, rank: int) -> Stamp | None:
    """The stamp of a match, None if it is not a day of the calendar."""
    written = match["day"]
    reader = DateReader(ScannedText(written), None)
    read = date_at(reader, 0)
    start, end = offset + match.start("day"), offset + match.end()
    if read is not None and read.end == len(reader.tokens) and calendar.is_day(read.period):
        return Stamp(start, end, read.period.begin, rank)
    day = _foreign_day(written) if _YEAR.search(written) else None
    return Stamp(start, end, day, rank) if day is not None else None


def _foreign_day(written: str) -> date | None:
    """A complete day with a month that is not French, read by dateparser: "3 March 2025", "3 Sep 2025"."""
    import dateparser

    settings = {"DATE_ORDER": "DMY", "REQUIRE_PARTS": ["day", "month", "year"], "STRICT_PARSING": True}
    found = dateparser.parse(written, languages=_STAMP_LANGUAGES, settings=settings)
    return found.date() if found is not None else None
