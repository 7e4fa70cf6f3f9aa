"""Reading the lexicon of the calendar at a place in the tokens, for the date grammars."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import NamedTuple

from claimx.lexicons import read
from claimx.parsing import calendar
from claimx.parsing.calendar import Period
from claimx.parsing.context import ends_sentence
from claimx.parsing.numbers import number_at
from claimx.parsing.scanner import NUMBER, Phrases, Token

MODERN = range(1000, 2200)


class Found(NamedTuple):
    """A date expression: the index after its tokens, and its period."""

    end: int
    period: Period


@cache
def words(kind: str) -> dict[str, str]:
    """The words of a kind, with their values."""
    return {row["form"]: row["value"] for row in read("calendar") if row["kind"] == kind}


@cache
def phrases(kind: str) -> Phrases[str]:
    """The phrases of a kind, contractions counted as their preposition."""
    return Phrases(words(kind).items(), contracted=True)


class Reader:
    """The tokens of a text, with questions about single places. All indices are checked here."""

    def __init__(self, text: str, tokens: list[Token], published: date | None) -> None:
        self.text = text
        self.tokens = tokens
        self.published = published

    def norm(self, index: int) -> str:
        """The word at a place, empty outside the text."""
        return self.tokens[index].norm if 0 <= index < len(self.tokens) else ""

    def word(self, index: int, kind: str) -> str | None:
        """The value of the word at a place where it is of this kind."""
        return words(kind).get(self.norm(index))

    def phrase(self, index: int, kind: str) -> tuple[int, str] | None:
        """The longest phrase of this kind that starts here: (index after it, value)."""
        return phrases(kind).at(self.tokens, index) if 0 <= index < len(self.tokens) else None

    def integer(self, index: int, limits: range) -> int | None:
        """The plain digits at a place where they lie within limits."""
        if not 0 <= index < len(self.tokens) or self.tokens[index].kind != NUMBER:
            return None
        written = self.tokens[index].norm
        if not written.isdigit() or len(written) > 4 or int(written) not in limits:
            return None
        return int(written)

    def number(self, index: int) -> tuple[int, int] | None:
        """A whole number in digits or words: (index after it, value)."""
        if not 0 <= index < len(self.tokens):
            return None
        found = number_at(self.tokens, index)
        if found is None or found.value != int(found.value):
            return None
        return found.end, int(found.value)

    def glued(self, index: int) -> bool:
        """Whether a token touches the one before it."""
        return 0 < index < len(self.tokens) and self.tokens[index].start == self.tokens[index - 1].end

    def capital(self, index: int) -> bool:
        """Whether a token is written with a capital."""
        return 0 <= index < len(self.tokens) and self.text[self.tokens[index].start].isupper()

    def direction(self, index: int) -> tuple[int, int]:
        """The way that "dernier" or "prochain" here points: (index after it, -1 or 1), else (index, 0)."""
        for kind in ("last", "next"):
            value = self.word(index, kind)
            if value is not None:
                return index + 1, int(value)
        return index, 0

    def month(self, index: int) -> int | None:
        """The number of the month at a place, abbreviated or not."""
        value = self.word(index, "month") or self.word(index, "short_month")
        return int(value) if value is not None else None

    def tense(self, index: int, reach: int = 12) -> int:
        """Where the verbs of the sentence near a place point: 1 to the future, -1 to the past, else 0."""
        endings = tuple(words("coming_ending"))
        gone = False
        for places in (range(index - 1, max(-1, index - reach), -1), range(index + 1, index + reach)):
            for place in places:
                if place >= len(self.tokens) or ends_sentence(self.tokens, place):
                    break
                norm = self.tokens[place].norm
                if norm in words("coming") or (len(norm) > 5 and norm.endswith(endings)):
                    return 1
                gone = gone or norm in words("gone")
        return -1 if gone else 0

    def year_of(self, index: int, month: int, day: int, direction: int) -> int | None:
        """The year of a day that is named without one: as "dernier" or "prochain" points, else by
        the preposition ("depuis" is past, "d'ici" to come), else by the tense, else the nearest.
        """
        if self.published is None:
            return None
        if not direction:
            # "d'ici juin", and one word further "d'ici fin juin".
            prepositions = phrases("prep")
            opener = prepositions.before(self.tokens, index) or prepositions.before(self.tokens, index - 1)
            side = opener[1] if opener is not None else ""
            direction = {"until": 1, "before": 1}.get(side, 0)
            if self.norm(index - 1) == "depuis" or self.norm(index - 2) == "depuis":
                direction = -1
        return calendar.nearest_year(month, day, self.published, direction or self.tense(index))
