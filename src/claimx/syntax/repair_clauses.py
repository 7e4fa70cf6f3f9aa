"""Repairs the attachment of clauses, and wrong tags of verbs and participles; see ``repair``.

Example: in "En 2016, bien que la mine perdît de l'argent, l'État la rouvrit", parsers make the first verb the
main one, although a conjunction opens its clause, and attach the date to it.
"""

from __future__ import annotations

from claimx.lexicons import grammar
from claimx.syntax.frozen_clauses import is_aside
from claimx.syntax.time_reference import is_time_unit
from claimx.syntax.tree import attach, edge, take_place
from claimx.syntax.words import Word

# Labels under which a main clause may hang below the subordinate clause before it.
BELOW = frozenset({"ccomp", "conj", "parataxis", "xcomp"})
# Labels of a noun that is the predicate of a clause, and not a date: "il y a dix maires".
PREDICATIVE = frozenset({"acl", "advcl", "ccomp", "conj", "parataxis", "root"})
ANGLES = frozenset("<>")
IN_NOUN_PHRASE = frozenset({"acl", "amod", "appos", "case", "conj", "det", "fixed", "flat", "nmod", "nummod"})


def repair_clauses(words: list[Word]) -> None:
    """Repair the clauses of a text in place."""
    for word in words:
        if word.text in ANGLES and not word.is_punct:
            _punctuate(word)
        elif word.features.get("VerbForm") == "Fin":
            _repair_finite(word)
        elif word.base == "mark" and word.head.base == "advcl":
            _raise_opening(word)
        elif word.base == "root" and word.features.get("VerbForm") == "Part":
            _lower_participle(word)


def _repair_finite(verb: Word) -> None:
    if verb.base == "fixed":
        _restore_existential(verb)
    else:
        top = verb.head if verb.base in ("aux", "cop") else verb
        if top.base == "root":
            _exchange(top)


def _punctuate(word: Word) -> None:
    """Take "<<" and ">>" for the quotation marks that they stand for."""
    parse, i = word.parse, word.i
    doubled = any(
        0 <= other < len(parse) and parse[other].text == word.text and abs(parse[other].idx - word.idx) == 1
        for other in (i - 1, i + 1)
    )
    if doubled:
        word.is_punct, word.base, word.dep_ = True, "punct", "punct"


def _restore_existential(verb: Word) -> None:
    """Make "il y a" a verb where it is parsed as a preposition of the noun that heads the clause."""
    subject = verb.head
    noun = subject.head
    there = any(grammar.LOCATIVE_CLITIC in word.classes for word in subject.children)
    if grammar.EXPLETIVE_SUBJECT not in subject.classes or not there or noun.base not in PREDICATIVE:
        return
    if is_time_unit(noun):
        return  # "il était à 10 % il y a un an": a date, whatever the noun is attached to
    for word in subject.children:
        if word.base == "fixed":
            word.dep_, word.base = "expl:comp", "expl"
    if noun is subject:
        take_place(verb, subject, "expl", [word for word in subject.children if word is not verb])
    elif noun.i > verb.i:
        mine = [word for word in noun.children if word.base not in IN_NOUN_PHRASE and word is not subject]
        attach(verb, noun, "dep")
        for word in (*subject.children, subject):
            attach(word, verb, "expl")
        take_place(verb, noun, "obj", mine)


def _exchange(top: Word) -> None:
    """Exchange a subordinate clause that heads its sentence with the main clause after it."""
    mark = next((child for child in top.children if child.base == "mark" and child.i < top.i), None)
    if mark is None and not is_aside(top):
        return
    for child in top.children:
        if child.base in BELOW and child.i > top.i and _is_main(child):
            start = mark.i if mark is not None else 0
            mine = [other for other in top.children if other.i < start or _ends(other, child)]
            take_place(child, top, "advcl", mine)
            if mark is None:
                top.features = {**top.features, "VerbForm": "Part"}
            return


def _lower_participle(participle: Word) -> None:
    """Give the verb of a sentence the subject that a participle between commas took from it.

    "Le coût, fixé en 2021, serait proche de 300 millions": "fixé" is parsed as the main verb.
    """
    subjects = [child for child in participle.children if child.base == "nsubj" and child.i < participle.i]
    alone = not any(child.base in ("aux", "cop") for child in participle.children)
    if not subjects or not alone or participle.parse[participle.i - 1].text != ",":
        return
    for child in participle.children:
        group = [child, *(word for word in child.children if word.base in ("aux", "cop"))]
        finite = next((word for word in group if word.features.get("VerbForm") == "Fin"), None)
        own = any(word.base in ("nsubj", "csubj", "mark", "cc") for word in child.children)
        if child.base in BELOW and finite is not None and not own and _follows_comma(finite):
            mine = [word for word in participle.children if word.i < participle.i or word.i > child.i]
            take_place(child, participle, "acl", mine)
            attach(participle, subjects[-1], "acl")
            return


def _follows_comma(verb: Word) -> bool:
    """Whether a comma is right before a verb and its clitics and negation."""
    place = verb.i - 1
    while place > 0 and verb.parse[place].pos_ in ("ADV", "PRON"):
        place -= 1
    return verb.parse[place].text == ","


def _is_main(verb: Word) -> bool:
    """Whether a verb after a comma heads a finite clause with a subject before it and without a conjunction.

    A subject after it is that of an inserted report: "« C'est en vendant que P », a résumé Ana Velm".
    """
    labels = {child.base for child in verb.children if child.i < verb.i}
    group = [verb, *(child for child in verb.children if child.base in ("aux", "cop"))]
    if labels & {"mark", "cc"} or not any(member.features.get("VerbForm") == "Fin" for member in group):
        return False
    opening = edge(verb, 0)
    before = verb.parse[opening.i - 1].text if opening.i else ""
    own = bool(labels & {"nsubj", "expl"}) or is_aside(verb.head)
    return own and "," in (opening.text, before)


def _ends(word: Word, main: Word) -> bool:
    """Whether a word is the punctuation after the main clause."""
    return word.is_punct and word.i > main.i


def _raise_opening(mark: Word) -> None:
    """Attach what stands before a conjunction and a comma to the main clause: "En 2019, quand P, Q"."""
    top = mark.head
    for child in [child for child in top.children if child.i < mark.i - 1 and not child.is_punct]:
        last = edge(child, -1)
        if (last.i + 1 < mark.i and last.parse[last.i + 1].text == ",") or last.text == ",":
            attach(child, top.head, child.dep_)
