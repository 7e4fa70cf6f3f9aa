"""Bounds of an amount: "jusqu'à", "plus de", "n'excède pas", "passe le cap des", "environ", "au maximum".

Looks to the left of a number, past filler words ("dépasse déjà les 10 milliards"), and to its right.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from claimx.lexicons import read
from claimx.lexicons.phrases import PhraseTable
from claimx.model import Relation
from claimx.values.amounts.negation import negation_before, restricts
from claimx.values.scanner import BREAK, MARK, NUMBER, WORD, Token, key, token_phrases

_MAX_TOKENS_TO_CAP = 8
_MAX_FILLERS = 3
_MAX_CAP_TOKENS = 5
_MAX_MARGIN_TOKENS = 6
# The bound that a negated one amounts to: "n'excède pas", "n'atteint pas", "ne gagne jamais moins de".
_TURNED = {
    Relation.MORE_THAN: Relation.AT_MOST,
    Relation.LESS_THAN: Relation.AT_LEAST,
    Relation.EXACT: Relation.LESS_THAN,
}


@dataclass(slots=True)
class Bound:
    """The bound of an amount. first, end: the token range of the amount including the words of the bound."""

    first: int
    end: int
    relation: Relation = Relation.EXACT


class _Tables(NamedTuple):
    before: PhraseTable[Token, tuple[str, str]]
    after: PhraseTable[Token, str]
    per: PhraseTable[Token, str]
    stems_of_caps: tuple[str, ...]
    words: dict[str, frozenset[str]]


@cache
def _tables() -> _Tables:
    rows: dict[str, list[tuple[str, str]]] = {}
    before: dict[str, tuple[str, str]] = {}
    for row in read("bounds"):
        side, relation = row["side"], row["relation"]
        rows.setdefault(side, []).append((row["phrase"], relation))
        # Words that are both a filler and a bound, such as "à peine", are read as a bound.
        if side in ("before", "verb", "ceiling", "than"):
            before[row["phrase"]] = (side, relation)
        elif side in ("filler", "negated"):
            before.setdefault(row["phrase"], ("filler", relation))
    return _Tables(
        token_phrases(before.items(), contracted=True),
        token_phrases(rows["after"]),
        token_phrases(rows["per"]),
        tuple(stem.removesuffix("-") for stem, _ in rows["cap"]),
        {side: frozenset(phrase for phrase, _ in found) for side, found in rows.items()},
    )


def bound(tokens: list[Token], first: int, end: int, *, lowest: int = 0, after: bool = True) -> Bound:
    """The bound of the amount in the tokens from first to end.

    lowest: how far to the left to look (up to the amount before). after: whether to look to the right too.
    """
    found = Bound(first, end)
    while (step := _step(tokens, found.first, lowest)) is not None:
        start, relation = step
        if relation is None:
            break
        found.first = start
        found.relation = _combined(relation, found.relation)
    if after and found.relation in (Relation.EXACT, Relation.APPROXIMATE) and end < len(tokens):
        right = _after(tokens, end)
        if right is not None:
            found.end = right[0]
            found.relation = _combined(right[1], found.relation)
    return found


def _combined(outer: Relation, inner: Relation) -> Relation:
    """The stronger of two bounds: "jusqu'à environ" is a maximum."""
    return inner if outer is Relation.APPROXIMATE and inner is not Relation.EXACT else outer


def _after(tokens: list[Token], end: int) -> tuple[int, Relation] | None:
    """The bound after an amount, as (index after it, relation): "maximum", "par mois au bas mot"."""
    tables = _tables()
    starts = [end]
    per = tables.per.at(tokens, end)
    if per is not None:
        starts.append(per[0])
    for start in starts:
        right = tables.after.at(tokens, start)
        if right is None or right[1] == "none":
            continue
        end_of_bound, relation = right[0], Relation(right[1])
        if not _belongs_to_next(tokens, end_of_bound, relation):
            return end_of_bound, relation
    margin = _margin(tokens, end)
    return (margin, Relation.APPROXIMATE) if margin is not None else None


def _belongs_to_next(tokens: list[Token], index: int, relation: Relation) -> bool:
    """Whether a bound belongs to the words after it: "5 euros, au moins 3 de plus", "et quelques amis"."""
    if index >= len(tokens):
        return False
    if relation is Relation.MORE_THAN and tokens[index].kind == WORD:
        return tokens[index].norm.endswith(("s", "x"))
    position = index + 1 if tokens[index].norm in ("de", "d'") else index
    return position < len(tokens) and tokens[position].kind == NUMBER


def _margin(tokens: list[Token], index: int) -> int | None:
    """The index after a margin, "à quelques euros près", "à 10 % près"; None if there is none."""
    index += index < len(tokens) and tokens[index].norm == ","
    if index >= len(tokens) or tokens[index].norm != "à":
        return None
    for place in range(index + 2, min(index + _MAX_MARGIN_TOKENS, len(tokens))):
        if _is_side(tokens, place, 0, "margin"):
            following = tokens[place + 1].norm if place + 1 < len(tokens) else ""
            return None if key(following) == "de" else place + 1
    return None


def _step(tokens: list[Token], index: int, lowest: int) -> tuple[int, Relation | None] | None:
    """The nearest bound before a token, fillers skipped, as (its first token, its relation)."""
    position = index
    for _ in range(_MAX_FILLERS + 1):
        found = _tables().before.before(tokens, position, lowest)
        cap = _cap(tokens, position, lowest)
        if cap is not None:
            verb = _before_cap(tokens, cap, lowest)
            if verb is not None:
                return _turned(tokens, verb, Relation.MORE_THAN, lowest)
            if found is None or found[1][0] == "filler":
                position = cap
                continue
        if found is None:
            return None
        start, (side, relation) = found
        if side == "filler":
            position = start
            continue
        if relation == "none" or (side == "than" and restricts(tokens, start, lowest)):
            return start, None
        if side == "verb":
            start, turned = _turned(tokens, start, Relation(relation), lowest)
            return start, None if turned is Relation.EXACT else turned
        if side == "ceiling" and not _is_capped(tokens, start, lowest):
            return start, None
        return _turned(tokens, start, Relation(relation), lowest, compared=True)
    return None


def _cap(tokens: list[Token], index: int, lowest: int) -> int | None:
    """The first token of a "le cap symbolique des" right before a token, its article included."""
    place = index - 1
    if place < lowest or key(tokens[place].norm) not in ("de", "les", "à"):
        return None
    stop = max(lowest, index - _MAX_CAP_TOKENS)
    place -= 1
    while place >= stop and _is_side(tokens, place, lowest, "cap_adjective"):
        place -= 1
    if not _is_side(tokens, place, lowest, "cap_noun"):
        return None
    place -= 1
    while place >= stop and _is_side(tokens, place, lowest, "cap_adjective"):
        place -= 1
    return place if place >= lowest and tokens[place].kind == WORD else place + 1


def _before_cap(tokens: list[Token], cap: int, lowest: int) -> int | None:
    """The verb before a "cap" that is passed: "passera bientôt le cap", "ne passera pas le cap"."""
    place = cap - 1
    while place > max(lowest, cap - _MAX_FILLERS) and (
        _is_side(tokens, place, lowest, "negated") or _is_side(tokens, place, lowest, "filler")
    ):
        place -= 1
    return place if _is_side(tokens, place, lowest, "cap_verb") else None


def _is_side(tokens: list[Token], index: int, lowest: int, side: str) -> bool:
    return lowest <= index < len(tokens) and tokens[index].norm in _tables().words[side]


def _is_capped(tokens: list[Token], start: int, lowest: int) -> bool:
    """Whether "à hauteur de" is a limit: "garantit les dépôts à hauteur de", not "a investi à hauteur de"."""
    for token in reversed(tokens[max(lowest, start - _MAX_TOKENS_TO_CAP) : start]):
        if token.kind in (BREAK, MARK) and token.norm not in "-":
            return False
        if token.norm.startswith(_tables().stems_of_caps):
            return True
    return False


def _turned(
    tokens: list[Token], start: int, relation: Relation, lowest: int, *, compared: bool = False
) -> tuple[int, Relation]:
    """A bound under the negation of its clause: "n'excède pas", "ne gagne jamais moins de".

    compared: whether the bound is a comparison after a verb ("plus de", "supérieur à") and not the verb.
    """
    turned = _TURNED.get(relation)
    if turned is None or (compared and relation is Relation.EXACT):
        return start, relation
    negation = negation_before(tokens, start, lowest, compared=compared)
    return (start, relation) if negation is None else (negation, turned)
