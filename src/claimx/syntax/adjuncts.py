"""To which clause a date or an amount belongs, where the tree contradicts the order of the words.

In treebanks a date right after a subordinate clause, without a comma between, belongs to that clause (171 of
172); parsers sometimes hang it on a verb before. Places that decide, whatever the tree says: right behind
a clause; between a conjunction and the subject of the next clause; behind "soit" or "c'est-à-dire"; the
level behind a change in per cent ("une baisse de 10 %, à 3 milliards"). What stands in a bracket with the
new name of something, or in a note of the editor, belongs to no clause.
"""

from collections.abc import Iterable

from claimx import annotations
from claimx.lexicons import grammar
from claimx.syntax.clause import Clause, Clauses
from claimx.syntax.dependencies import SUBJECTS, children
from claimx.syntax.span_groups import Member, group
from claimx.syntax.tree import is_within
from claimx.syntax.words import Parse

Owners = list[Clause | None]
# Labels of a phrase inside a noun phrase.
NOMINAL = frozenset({"amod", "case", "conj", "flat", "nmod", "nummod"})
CLOSING = frozenset(")]")
BRACKETS = frozenset("([")
MAX_TOKENS_TO_RATE = 14
RATES = frozenset("%‰")
MAX_TOKENS_IN_NOTE = 40
MAX_TOKENS_IN_NAME = 6
OPENING = frozenset(",([–—")


def place_adjuncts(parse: Parse, clauses: Clauses) -> None:
    """Give each date and each amount, with the phrase around it, to the clause that its place tells.

    clauses: those of the parse, changed in place.
    """
    members = [*group(parse, annotations.AMOUNTS), *group(parse, annotations.DATES)]
    subjects = _subjects(clauses.items) if members else {}
    for member in members:
        if _is_apart(member):
            clauses.move(member, None)
            continue
        owner = outer = clauses.of(member.root)
        if owner is not None and member.start <= owner.top.i < member.end:
            if grammar.EXISTENTIAL in owner.top.lemma_classes:
                continue  # "il y a trois ans" is a clause
            outer = clauses.of(owner.top.head)  # a word of a date is no verb, whatever its tag
        for start in dict.fromkeys((_start(member, clauses.owners), member.start)):
            place = _explained(parse, clauses.owners, start) or _reached(parse, clauses.owners, start)
            place = place or _next(subjects, parse, start, member.end)
            place = place or _before(parse, clauses.owners, start, outer)
            if place is not None:
                clauses.move((word for word in parse[start : member.end] if clauses.of(word) is owner), place)
                break


def _is_apart(member: Member) -> bool:
    """Whether a date or an amount in brackets tells nothing of the clause around them.

    It is part of another name ("(aujourd'hui Velmont)") or of a note ("[source : AFP, 3 mars]").
    """
    parse, opening = member.parse, _bracket(member)
    if opening is None:
        return False
    if any(word.text == ":" for word in parse[opening + 1 : min(opening + 3, member.start)]):
        return True
    names = parse[member.end : member.end + MAX_TOKENS_IN_NAME]
    closing = next((number for number, word in enumerate(names) if word.text in CLOSING), 0)
    return bool(closing) and all(word.text[0].isupper() for word in names[:closing])


def _bracket(member: Member) -> int | None:
    """The bracket that a date or an amount stands in, by its index, or None."""
    depth = 0
    for word in reversed(member.parse[max(member.start - MAX_TOKENS_IN_NOTE, 0) : member.start]):
        depth += (word.text in BRACKETS) - (word.text in CLOSING)
        if depth > 0:
            return word.i
    return None


def _start(member: Member, owners: Owners) -> int:
    """The first word of the phrase that a date or an amount stands in: "lors des élections de 2016"."""
    parse, top = member.parse, member.root
    left, right = parse.edges
    while top.base in NOMINAL and top.head.i < left[top.i]:
        between = range(top.head.i, left[top.i])
        if any(owners[index] is not owners[top.i] for index in between):
            break
        top = top.head
    first = left[top.i]
    whole = all(owners[index] is owners[top.i] for index in range(first, member.start))
    return first if whole and first <= member.start and member.end <= right[top.i] + 1 else member.start


def _subjects(clauses: Iterable[Clause]) -> dict[int, Clause]:
    """The main clauses, by the index of the first word of their subject."""
    found = {}
    for clause in clauses:
        subject = next(children(clause.top, *SUBJECTS, "expl"), None)
        marked = any(child.base == "mark" for child in clause.top.children)
        if subject is not None and clause.finite is not None and subject.i < clause.finite.i and not marked:
            found[subject.left_edge.i] = clause
    return found


def _next(subjects: dict[int, Clause], parse: Parse, start: int, end: int) -> Clause | None:
    """The clause that begins with a phrase after a conjunction: "P, puis vers 21 heures, le pont a cédé"."""
    follows = end + 1 if end < len(parse) and parse[end].text == "," else end
    if not start or parse[start - 1].base != "cc":
        return None
    return subjects.get(follows)


def _explained(parse: Parse, owners: Owners, start: int) -> Clause | None:
    """The clause of what is said in other words: "représentent 47 % du budget, soit 223 millions"."""
    place = start - 1
    if place < 2 or grammar.EQUIVALENCE not in parse[place].classes:
        return None
    if grammar.DATIVE_PREPOSITION in parse[place - 1].classes:
        place -= 1  # "à savoir"
    return owners[place - 2] if place > 1 and parse[place - 1].text in OPENING else None


def _reached(parse: Parse, owners: Owners, start: int) -> Clause | None:
    """The clause of a change in per cent that a level follows: "recule de 10 %, à 3 milliards"."""
    if (
        start < 2
        or grammar.DATIVE_PREPOSITION not in parse[start - 1].classes
        or parse[start - 2].text != ","
    ):
        return None
    for word in reversed(parse[max(start - MAX_TOKENS_TO_RATE, 0) : start - 2]):
        if word.is_punct and word.text not in RATES:
            return None
        if word.text in RATES:
            return owners[word.i]
    return None


def _before(parse: Parse, owners: Owners, start: int, owner: Clause | None) -> Clause | None:
    """The subordinate clause right before a phrase that the tree hangs on a clause above it."""
    apart = not start or any(
        word.is_punct or word.is_space or word.base == "cc" for word in parse[start - 1 : start + 1]
    )
    near = None if apart else owners[start - 1]
    if near is None or near.finite is None or near is owner or owner is None:
        return None
    if not owner.top.i < near.top.i < start or near.finite.i >= start or not is_within(near.top, owner.top):
        return None
    return near if near.finite is not owner.finite else None
