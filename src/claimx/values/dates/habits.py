"""Recurring times, which are not dates: "fermé le vendredi", "chaque année en mars"."""

from __future__ import annotations

from claimx.values.dates.reader import DateMatch, DateReader
from claimx.values.scanner import ends_sentence

_MAX_TOKENS_TO_FREQUENCY = 8


def is_habit(reader: DateReader, first: int, index: int, found: DateMatch) -> bool:
    """Whether a date recurs every week or year.

    first: the first token including prepositions. index: the first token of the date itself.
    """
    if _is_bare_weekday(reader, index, found.end):
        return _is_weekly(reader, index, found.end)
    return found.guessed and _has_frequency(reader, first, found.end)


def _is_bare_weekday(reader: DateReader, index: int, end: int) -> bool:
    """Whether a date is a weekday without a number or "dernier": "vendredi soir", "mardi au samedi"."""
    if not reader.has(index, "weekday"):
        return False
    return all(
        reader.has(place, "weekday")
        or reader.has(place, "daypart")
        or reader.norm(place) in ("au", "à", "et", "le", ",")
        for place in range(index, end)
    )


def _is_weekly(reader: DateReader, index: int, end: int) -> bool:
    """Whether a weekday recurs every week: "ouvert le samedi", "du mardi au samedi", "le jeu du dimanche"."""
    article = reader.norm(index - 1)
    several = any(reader.has(place, "weekday") for place in range(index + 1, end))
    if article == "du" and not several:
        return True
    if several and any(reader.has(place, "daypart") for place in range(index, end)):
        return False  # "du samedi soir au mardi matin"
    return article in ("le", "du") and reader.tense(index) == 0


def _has_frequency(reader: DateReader, first: int, end: int) -> bool:
    """Whether "chaque année", "tous les ans" stands in the clause of a date."""
    for place in range(first - 1, max(-1, first - 1 - _MAX_TOKENS_TO_FREQUENCY), -1):
        if ends_sentence(reader.tokens, place):
            break
        if reader.phrase(place, "frequency") is not None:
            return True
    position = end + (reader.norm(end) == ",")
    return reader.phrase(position, "frequency") is not None
