"""Assigns each word to its innermost clause; a semicolon or colon followed by a clause is a boundary.

Dates and amounts belong where their place tells; see ``adjuncts``.
"""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise

from claimx.syntax.adjuncts import place_adjuncts
from claimx.syntax.clause import Clause
from claimx.syntax.words import Parse

PARTING = frozenset(";:")


def find_owners(parse: Parse, tops: dict[int, Clause]) -> list[Clause | None]:
    """For each word the innermost clause that it belongs to, or None.

    tops: the clauses by the index of their top.
    """
    owners = _by_tree(parse, tops)
    _part(parse, tops, owners)
    place_adjuncts(parse, tops, owners)
    return owners


def _by_tree(parse: Parse, tops: dict[int, Clause]) -> list[Clause | None]:
    """The innermost clause of each token, by walking up to the nearest top."""
    owners: list[Clause | None] = [None] * len(parse)
    known = bytearray(len(parse))
    for start in parse:
        path = []
        word = start
        while not known[word.i]:
            path.append(word.i)
            known[word.i] = 1
            if word.i in tops:
                owners[word.i] = tops[word.i]
                break
            if word.head is word:
                break
            word = word.head
        for member in path:
            owners[member] = owners[word.i]
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
