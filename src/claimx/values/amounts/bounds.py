"""Bounds of an amount: "jusqu'à", "plus de", "n'excède pas", "environ", "au maximum".

Looks from a number to its left (through fillers: "dépasse la barre des 10 milliards") and to
its right, and gives the relation that the words make.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from claimx.lexicons import read
from claimx.lexicons.phrases import PhraseTable
from claimx.model import Relation
from claimx.values.scanner import BREAK, MARK, NUMBER, Token, token_phrases

_MAX_TOKENS_TO_NEGATION = 6
_MAX_TOKENS_TO_CAP = 8
_MAX_FILLERS = 3
# What a negation makes of a verb of bound: "n'excède pas", "n'atteint pas".
_TURNED = {Relation.MORE_THAN: Relation.AT_MOST, Relation.EXACT: Relation.LESS_THAN}


@dataclass(slots=True)
class Bound:
    """What bounds the tokens it was asked for: first and end take its words in."""

    first: int
    end: int
    relation: Relation = Relation.EXACT


class _Tables(NamedTuple):
    before: PhraseTable[Token, tuple[str, str]]
    after: PhraseTable[Token, str]
    negation: frozenset[str]
    caps: tuple[str, ...]


@cache
def _tables() -> _Tables:
    rows: dict[str, list[tuple[str, str]]] = {}
    before: dict[str, tuple[str, str]] = {}
    for row in read("bounds"):
        side, relation = row["side"], row["relation"]
        rows.setdefault(side, []).append((row["phrase"], relation))
        # The same words may fill and bound, such as "à peine": a bound is the stronger reading.
        if side in ("before", "verb", "ceiling"):
            before[row["phrase"]] = (side, relation)
        elif side in ("filler", "negated"):
            before.setdefault(row["phrase"], ("filler", relation))
    return _Tables(
        token_phrases(before.items(), contracted=True),
        token_phrases(rows["after"]),
        frozenset(phrase for phrase, _ in rows["negation"]),
        tuple(stem.removesuffix("-") for stem, _ in rows["cap"]),
    )


def bound(tokens: list[Token], first: int, end: int, *, lowest: int = 0, after: bool = True) -> Bound:
    """What bounds the amount in the tokens first to end.

    lowest: the first token that may be taken in on the left (after the amount before).
    after: whether to look to the right too.
    """
    found = Bound(first, end)
    while (step := _step(tokens, found.first, lowest)) is not None:
        start, relation = step
        if relation is None:
            break
        found.first = start
        found.relation = _combined(relation, found.relation)
    if after and found.relation in (Relation.EXACT, Relation.APPROXIMATE) and end < len(tokens):
        right = _tables().after.at(tokens, end)
        if right is not None and not _opens_next(tokens, right[0]):
            found.end = right[0]
            found.relation = _combined(Relation(right[1]), found.relation)
    return found


def _combined(outer: Relation, inner: Relation) -> Relation:
    """The bound that is not a mere blur: "jusqu'à environ"."""
    return inner if outer is Relation.APPROXIMATE and inner is not Relation.EXACT else outer


def _opens_next(tokens: list[Token], index: int) -> bool:
    """Whether a bound after an amount belongs to the next one: "5 euros, au moins 3 de plus"."""
    position = index + 1 if index < len(tokens) and tokens[index].norm in ("de", "d'") else index
    return position < len(tokens) and tokens[position].kind == NUMBER


def _step(tokens: list[Token], index: int, lowest: int) -> tuple[int, Relation | None] | None:
    """One bound that ends before a token, fillers skipped, as (its first token, its relation)."""
    position = index
    for _ in range(_MAX_FILLERS + 1):
        found = _tables().before.before(tokens, position, lowest)
        if found is None:
            return None
        start, (side, relation) = found
        if side == "filler":
            position = start
            continue
        if relation == "none":
            return start, None
        if side == "verb":
            return _verb(tokens, start, Relation(relation), lowest)
        if side == "ceiling" and not _is_capped(tokens, start, lowest):
            return start, None
        return start, Relation(relation)
    return None


def _is_capped(tokens: list[Token], start: int, lowest: int) -> bool:
    """Whether "à hauteur de" is a limit: "garantit les dépôts à hauteur de", not "a investi à hauteur de"."""
    for token in reversed(tokens[max(lowest, start - _MAX_TOKENS_TO_CAP) : start]):
        if token.kind in (BREAK, MARK) and token.norm not in "-":
            return False
        if token.norm.startswith(_tables().caps):
            return True
    return False


def _verb(tokens: list[Token], start: int, relation: Relation, lowest: int) -> tuple[int, Relation | None]:
    """A verb of bound; "ne ... pas" and "sans" turn it: "n'excède pas" is at most."""
    for position in range(start - 1, max(lowest, start - _MAX_TOKENS_TO_NEGATION) - 1, -1):
        token = tokens[position]
        if token.kind == BREAK or (token.kind == MARK and token.norm in ".;:!?,"):
            break
        if token.norm in _tables().negation:
            turned = _TURNED.get(relation)
            return (position, turned) if turned is not None else (start, None)
    return start, None if relation is Relation.EXACT else relation
