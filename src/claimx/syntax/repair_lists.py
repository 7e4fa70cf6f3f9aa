"""Repairs lists of complement clauses; see ``repair``.

"Le préfet a indiqué que le pont était fermé, que la route rouvrirait lundi et que P": parsers hang the second
clause on the reporting verb as a circumstance, or on the verb before it as its complement.
"""

from __future__ import annotations

from collections.abc import Iterable

from claimx.lexicons import grammar
from claimx.syntax.tree import attach, edge
from claimx.syntax.words import Word

MISPLACED = frozenset({"advcl", "ccomp", "conj"})
VERBAL = frozenset({"AUX", "VERB"})


def join_complements(words: Iterable[Word]) -> None:
    """Coordinate a clause that a comma and "que" open with the complement clause before it."""
    for que in words:
        if grammar.COMPLEMENTIZER not in que.classes or que.base != "mark" or que.i == 0:
            continue
        clause = que.head
        if clause.base in MISPLACED and que.parse[que.i - 1].text == "," and edge(clause, 0).i >= que.i - 1:
            first = _complement_before(clause)
            if first is not None and _mood(clause) == _mood(first):
                attach(clause, first, "conj")


def _complement_before(clause: Word) -> Word | None:
    """The complement clause with "que" that a later clause goes on from; or None."""
    above = clause.head
    if clause.base == "ccomp" and above.base == "ccomp" and _opened_by_que(above):
        return above
    if above.pos_ not in VERBAL:
        return None
    found = [child for child in above.children if child.base == "ccomp" and above.i < child.i < clause.i]
    return found[-1] if found and _opened_by_que(found[-1]) else None


def _opened_by_que(clause: Word) -> bool:
    marks = [child for child in clause.children if child.base == "mark" and child.i < clause.i]
    return any(grammar.COMPLEMENTIZER in mark.classes for mark in marks)


def _mood(clause: Word) -> bool | None:
    """Whether a clause is in the subjunctive, or None where it has no finite form."""
    group = [clause, *(child for child in clause.children if child.base in ("aux", "cop"))]
    forms = [word for word in group if word.features.get("VerbForm") == "Fin"]
    return forms[0].features.get("Mood") == "Sub" if forms else None
