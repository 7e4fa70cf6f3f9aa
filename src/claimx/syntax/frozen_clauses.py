"""Clauses that have become fixed expressions: "en ce qui concerne", "quoi qu'il en soit", "ceci dit"."""

from __future__ import annotations

from functools import cache

from claimx import lexicons
from claimx.lexicons.phrases import PhraseTable, locution_table
from claimx.syntax.clause import Clause, own_subject
from claimx.syntax.words import Parse, Word


@cache
def _table() -> PhraseTable[str, str]:
    return locution_table((row["form"], row["kind"]) for row in lexicons.read("frozen_clauses"))


class FrozenClauses:
    """The fixed expressions of one text."""

    def __init__(self, parse: Parse) -> None:
        self._kinds = {
            index: kind
            for start, end, kind in _table().find(parse.normals, parse.places)
            for index in range(start, end)
        }

    def is_frozen(self, clause: Clause) -> bool:
        """Whether the finite verb of a clause stands in a fixed expression."""
        form = clause.finite if clause.finite is not None else clause.top
        kind = self._kinds.get(form.i)
        return kind == "clause" or (kind == "bare" and own_subject(clause.top) is None)


def is_aside(verb: Word) -> bool:
    """Whether a verb ends an aside before a comma: "Ceci dit, P"."""
    parse, end = verb.parse, verb.i + 1
    if end >= len(parse) or parse[end].text != ",":
        return False
    return any(
        _table().at([word.normal for word in parse[max(end - size, 0) : end]], 0) == (size, "aside")
        for size in (2, 3)
    )
