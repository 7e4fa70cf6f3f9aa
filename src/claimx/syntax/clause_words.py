"""Assigns each word to its innermost clause; a semicolon or colon followed by a clause is a boundary."""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise

from claimx.syntax.clause import Clause
from claimx.syntax.words import Parse

PARTING = frozenset(";:")


def find_owners(parse: Parse, tops: dict[int, Clause]) -> list[Clause | None]:
    """For each word the innermost clause that it belongs to, or None.

    tops: the clauses by the index of their top.
    """
    owners = _by_tree(parse, tops)
    _part(parse, tops, owners)
    return owners


def _by_tree(parse: Parse, tops: dict[int, Clause]) -> list[Clause | None]:
    """The innermost clause of each token: the one that it is the top of, or that of its head."""
    owners: list[Clause | None] = [None] * len(parse)
    for word in parse.downwards:
        owners[word.i] = tops.get(word.i) or owners[word.head.i]
    return owners


def _part(parse: Parse, tops: dict[int, Clause], owners: list[Clause | None]) -> None:
    """Words beyond a semicolon or a colon belong to the main clause there, where there is one."""
    marks = sorted(index for mark in PARTING for index in parse.places.get(mark, ()))
    places = sorted(tops)
    for left, right in pairwise([-1, *marks, len(parse)] if marks else []):
        inside = places[bisect_left(places, left) : bisect_left(places, right)]
        main = next((tops[index] for index in inside if _is_main(tops[index], left, right)), None)
        if main is None:
            continue
        sentence = main.top.sent
        for index in range(max(left + 1, sentence.start), min(right, sentence.end)):
            owner = owners[index]
            if owner is not None and not left < owner.top.i < right:
                owners[index] = main


def _is_main(clause: Clause, left: int, right: int) -> bool:
    """A finite clause whose head lies outside the given range: a main clause within it."""
    top = clause.top
    if clause.finite is None or not left < top.i < right:
        return False
    return top.head is top or not left < top.head.i < right
