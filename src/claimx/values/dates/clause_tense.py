"""Where a clause points, by its words alone: to what is to come, or to the past.

"Le comité se réunira mardi" points to the coming Tuesday, "s'est réuni mardi" to the last one. This
serves texts without a parse; with one, the verb of the clause tells it better.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import chain

from claimx.lexicons import read
from claimx.values.scanner import Token, ends_sentence

_MAX_TOKENS_TO_VERB = 14
_MIN_VERB_LETTERS = 4


@cache
def _forms(kind: str) -> frozenset[str]:
    return frozenset(row["form"] for row in read("clause_tenses") if row["kind"] == kind)


@cache
def _openers() -> frozenset[str]:
    return frozenset(row["form"] for row in read("calendar") if row["kind"] == "prep")


@cache
def _endings(kind: str) -> tuple[str, ...]:
    return tuple(_forms(kind))


def tense_around(tokens: list[Token], index: int) -> int:
    """Where the verbs around a token point: 1 to what is to come, -1 to the past, 0 where none tells.

    The nearest verb of the clause tells it, those before the token first; then a participle right
    before ("réuni mardi"); then the other clauses of the sentence, but not out of or into a quote.
    """
    before = [tokens[place].norm for place in _places(tokens, index, -1, marks=0)]
    # "Mardi, le comité se réunira": a date that opens its clause belongs to the next one.
    opens = all(norm in _openers() for norm in before)
    own = _nearest(tokens, index, before=0, after=int(opens))
    if own or _is_participle(tokens, index - 1):
        return own or -1
    return _nearest(tokens, index, before=_MAX_TOKENS_TO_VERB, after=_MAX_TOKENS_TO_VERB)


def _nearest(tokens: list[Token], index: int, *, before: int, after: int) -> int:
    """Where the nearest verb points, past so many marks of a clause before and after a token."""
    places = chain(_places(tokens, index, -1, marks=before), _places(tokens, index, 1, marks=after))
    return next((found for place in places if (found := _points(tokens, place))), 0)


def _places(tokens: list[Token], index: int, step: int, *, marks: int) -> Iterator[int]:
    """The places from a token on, to the end of the sentence or the quote, past so many marks of a clause."""
    for place in range(index + step, index + step * _MAX_TOKENS_TO_VERB, step):
        if not 0 <= place < len(tokens) or ends_sentence(tokens, place):
            return
        norm = tokens[place].norm
        if norm in _forms("clause_mark"):
            marks -= 1
        if marks < 0 or norm in _forms("quote_mark"):
            return
        yield place


def _points(tokens: list[Token], place: int) -> int:
    """Where the verb at a place points, 0 for any other word."""
    norm = tokens[place].norm
    if norm in _forms("coming") or (
        len(norm) > _MIN_VERB_LETTERS + 1 and norm.endswith(_endings("coming_ending"))
    ):
        return 1
    if norm in _forms("gone") or (
        len(norm) > _MIN_VERB_LETTERS + 1 and norm.endswith(_endings("gone_ending"))
    ):
        return -1
    if norm in ("est", "sont") and place + 1 < len(tokens):
        reflexive = place > 0 and tokens[place - 1].norm == "s'"
        if reflexive or tokens[place + 1].norm in _forms("moved"):
            return -1
    return 0


def _is_participle(tokens: list[Token], place: int) -> bool:
    """Whether a word looks like a past participle that a date follows: "réuni mardi"."""
    norm = tokens[place].norm if place >= 0 else ""
    return (
        len(norm) > _MIN_VERB_LETTERS
        and norm.endswith(_endings("participle_ending"))
        and norm not in _forms("coming")
    )
