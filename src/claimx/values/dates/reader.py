"""Look-up of calendar.tsv at a position in the tokens of a text, for the date grammars."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Callable
from datetime import date
from functools import cache
from typing import NamedTuple

from claimx.lexicons import read
from claimx.lexicons.phrases import PhraseTable
from claimx.values.dates import calendar
from claimx.values.dates.calendar import Period
from claimx.values.dates.clause_tense import tense_around
from claimx.values.numbers import number_at
from claimx.values.scanner import NUMBER, ScannedText, Token, key, scan, token_phrases

MODERN_YEARS = range(1000, 2200)
_WORD = re.compile(r"[^\W\d_]+")
_MAX_TOKENS_SKIPPED = 6
# The longest duration or list of days, in tokens.
_MAX_TOKENS_TO_UNIT = 24
_HYPHENS = ("\u2010", "\u2011")


class DateMatch(NamedTuple):
    """A date expression: the index after its tokens, and its period.

    guessed: whether its words leave the year open ("le 3 mars"), so that a range or list may determine it.
    """

    end: int
    period: Period
    guessed: bool = False


def _rows(kind: str) -> dict[str, str]:
    return {row["form"]: row["value"] for row in read("calendar") if row["kind"] == kind}


@cache
def calendar_words(kind: str) -> dict[str, str]:
    """The words of a kind with their values, each also without its accents ("fevrier", "ete").

    Words that only the accent distinguishes from another ("dès", "des") need it.
    """
    kept = _rows("accented")
    bare = {
        _WORD.sub(lambda word: word[0] if word[0] in kept else _unaccented(word[0]), form): value
        for form, value in _rows(kind).items()
    }
    return bare | _rows(kind)


def _unaccented(word: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))


@cache
def calendar_phrases(kind: str) -> PhraseTable[Token, str]:
    """The phrases of a kind; contractions match their preposition."""
    return token_phrases(calendar_words(kind).items(), contracted=True)


@cache
def calendar_norms(kind: str) -> tuple[tuple[str, ...], ...]:
    """The phrases of a kind as tuples of words, contractions replaced by their preposition."""
    return tuple(tuple(key(token.norm) for token in scan(form)) for form in calendar_words(kind))


def date_tokens(scanned: ScannedText) -> list[Token]:
    """The tokens of a text for the date grammars: hyphens unified, a capital A read as "à"."""
    text, tokens = scanned.text, scanned.tokens
    if "A" in text or any(hyphen in text for hyphen in _HYPHENS):
        tokens = list(tokens)
        for index, token in enumerate(tokens):
            if token.norm in _HYPHENS:
                tokens[index] = token._replace(norm="-")
            elif token.norm == "a" and text[token.start] == "A":
                tokens[index] = token._replace(norm="à")
    return tokens


def _has_between(places: list[int], first: int, last: int) -> bool:
    at = bisect_left(places, first)
    return at < len(places) and places[at] <= last


class DateReader:
    """The tokens of a text, with look-ups at an index. Indices outside the text are allowed.

    clause_tense: the time reference of the clause at an offset (1 future, -1 past, 0 present), or None if
        unknown; by default it is inferred from the words nearby.
    """

    def __init__(
        self,
        scanned: ScannedText,
        published: date | None,
        clause_tense: Callable[[int], int | None] | None = None,
    ) -> None:
        self.text = scanned.text
        self.tokens = date_tokens(scanned)
        self.published = published
        units, months = (
            calendar_phrases("unit").starts,
            calendar_words("month").keys() | calendar_words("short_month").keys(),
        )
        self._units = [index for index, (_, _, _, norm) in enumerate(self.tokens) if norm in units]
        self._months = [index for index, (_, _, _, norm) in enumerate(self.tokens) if norm in months]
        self._clause_tense = clause_tense
        # By index: half a dozen rules ask for the number at one place.
        self._numbers: dict[int, tuple[int, int] | None] = {}

    def norm(self, index: int) -> str:
        """The word at an index, empty outside the text."""
        return self.tokens[index].norm if 0 <= index < len(self.tokens) else ""

    def word(self, index: int, kind: str) -> str | None:
        """The value of the word at an index for a kind, None if it is not of this kind."""
        return calendar_words(kind).get(self.norm(index))

    def has(self, index: int, kind: str) -> bool:
        """Whether the word at an index is of a kind."""
        return self.word(index, kind) is not None

    def phrase(self, index: int, kind: str) -> tuple[int, str] | None:
        """The longest phrase of a kind that starts at an index, as (index after it, value)."""
        return calendar_phrases(kind).at(self.tokens, index) if 0 <= index < len(self.tokens) else None

    def near_unit(self, index: int) -> bool:
        """Whether a unit of time ("mois", "heures") follows an index closely enough to be counted there."""
        return _has_between(self._units, index, index + _MAX_TOKENS_TO_UNIT)

    def near_month(self, index: int) -> bool:
        """Whether a month follows an index closely enough to be the month of a day there."""
        return _has_between(self._months, index, index + _MAX_TOKENS_TO_UNIT)

    def follows(self, index: int, kind: str) -> bool:
        """Whether a phrase of a kind ends right before an index."""
        return calendar_phrases(kind).before(self.tokens, index) is not None

    def opened(self, index: int) -> bool:
        """Whether a preposition, an opening parenthesis or a slash precedes a bare month or year."""
        return self.norm(index - 1) in ("(", "/") or self.follows(index, "prep")

    def integer(self, index: int, limits: range) -> int | None:
        """The value of the digits at an index, None if outside the limits."""
        if not 0 <= index < len(self.tokens) or self.tokens[index].kind != NUMBER:
            return None
        written = self.tokens[index].norm
        if not written.isdigit() or len(written) > 4 or int(written) not in limits:
            return None
        return int(written)

    def year(self, index: int) -> int | None:
        """The year in four digits at an index."""
        return self.integer(index, MODERN_YEARS) if len(self.norm(index)) == 4 else None

    def number(self, index: int) -> tuple[int, int] | None:
        """A whole number in digits or words, as (index after it, value)."""
        if index not in self._numbers:
            self._numbers[index] = self._whole_number(index)
        return self._numbers[index]

    def _whole_number(self, index: int) -> tuple[int, int] | None:
        found = number_at(self.tokens, index) if 0 <= index < len(self.tokens) else None
        if found is None or found.value != int(found.value):
            return None
        return found.end, int(found.value)

    def glued(self, index: int) -> bool:
        """Whether a token touches the one before it."""
        return 0 < index < len(self.tokens) and self.tokens[index].start == self.tokens[index - 1].end

    def capital(self, index: int) -> bool:
        """Whether a token starts with a capital."""
        return 0 <= index < len(self.tokens) and self.text[self.tokens[index].start].isupper()

    def skip(self, index: int, kind: str) -> int:
        """The first index from here on whose word is not of a kind."""
        last = index + _MAX_TOKENS_SKIPPED
        while index < last and self.has(index, kind):
            index += 1
        return index

    def direction(self, index: int) -> tuple[int, int]:
        """A "dernier" or "prochain" at an index, as (index after it, -1 or 1); (index, 0) for neither."""
        for kind in ("last", "next"):
            found = self.phrase(index, kind)
            if found is not None:
                return found[0], int(found[1])
        return index, 0

    def month(self, index: int) -> int | None:
        """The number of the month at an index, abbreviated or not."""
        value = self.word(index, "month") or self.word(index, "short_month")
        return int(value) if value is not None else None

    def weekday(self, index: int) -> tuple[int, int] | None:
        """A weekday, as (index after it, number); abbreviated only with a full stop and before a number."""
        value = self.word(index, "weekday")
        if value is not None:
            return index + 1, int(value)
        value = self.word(index, "short_weekday")
        if value is None or self.norm(index + 1) != "." or not self.glued(index + 1):
            return None
        return (index + 2, int(value)) if self.integer(index + 2, range(1, 32)) is not None else None

    @staticmethod
    def is_feast(month: int, day: int) -> bool:
        """Whether a day is a fixed feast, such as 14 July."""
        return f"{month:02d}-{day:02d}" in set(calendar_words("feast").values())

    def tense(self, index: int) -> int:
        """The time reference of the clause at an index: 1 future, -1 past, else 0."""
        known = self._known_tense(index)
        return tense_around(self.tokens, index) if known is None else known

    def in_present(self, index: int) -> bool:
        """Whether the verb of the clause is known to be in the present."""
        return self._known_tense(index) == 0

    def _known_tense(self, index: int) -> int | None:
        return self._clause_tense(self.tokens[index].start) if self._clause_tense is not None else None

    def pointed(self, index: int) -> int:
        """The direction of a bare date: by its preposition ("d'ici juin"), by the tense of its clause, else
        by "dès" or "avant", which are weaker.
        """
        weak = 0
        # Directly before in "d'ici juin", some words before in "d'ici la fin juin".
        for place in range(index, max(index - 4, 0), -1):
            opener = calendar_phrases("prep").before(self.tokens, place)
            if opener is None:
                continue
            if opener[1] == "until":
                return 1
            if self.word(opener[0], "distance") == "since":
                return -1
            weak = weak or (1 if opener[1] in ("since", "before") else 0)
        return self.tense(index) or weak

    def nearest(self, index: int, of_year: Callable[[int], Period], direction: int = 0) -> Period:
        """A period without a year: by direction if given, else by the tense of its clause, else the nearest.

        of_year: the period in a year. direction: -1 for "dernier", 1 for "prochain", 0 for neither.
        Returns an empty Period without a day of publication.
        """
        if self.published is None:
            return Period()
        year = self.published.year
        around = [of_year(near) for near in range(year - 2, year + 3)]
        pointed = direction or self.pointed(index)
        return calendar.nearest(around, self.published, pointed, strict=bool(direction))
