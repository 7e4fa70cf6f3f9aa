"""Repairs sentences that open with a phrase and its relative clause; see ``repair``.

"Selon l'agence Reuters, qui cite deux diplomates, l'accord est prêt": parsers make "cite" or "agence" the
head of the sentence and hang the main clause below, or make the relative a circumstance of the main clause.
"""

from __future__ import annotations

from collections.abc import Iterable

from claimx.lexicons import grammar
from claimx.syntax.tree import MAX_TREE_DEPTH, attach, edge, take_place
from claimx.syntax.words import Word

# Labels under which a main clause may hang below the relative clause before it.
BELOW = frozenset({"ccomp", "conj", "parataxis"})
CIRCUMSTANCES = frozenset({"advcl", "conj", "parataxis"})


def free_main_clauses(words: Iterable[Word]) -> None:
    """Make the clause after an opening phrase with a relative clause the main one."""
    for pronoun in words:
        if pronoun.base != "nsubj" or pronoun.pos_ != "PRON" or grammar.RELATIVE not in pronoun.classes:
            continue
        verb = pronoun.head
        if pronoun.i >= 2 and pronoun.i < verb.i and pronoun.parse[pronoun.i - 1].text == ",":
            _free_main_clause(verb, pronoun)


def _free_main_clause(verb: Word, pronoun: Word) -> None:
    noun = _opening_noun(pronoun)
    if noun is None:
        return
    main = next((child for child in verb.children if _is_main(child, verb)), None)
    above = noun if noun.head is noun else verb
    if main is not None and above.base == "root":
        ends = [word for word in (*verb.children, *above.children) if word.is_punct and word.i > main.i]
        take_place(main, above, "obl:mod" if above is noun else "acl:relcl")
        attach(noun, main, "obl:mod")
        attach(verb, noun, "acl:relcl")
        for mark in ends:
            attach(mark, main, "punct")
    elif verb.base in CIRCUMSTANCES and noun.head in (verb, verb.head) and verb.head.i > verb.i:
        attach(noun, verb.head, "obl:mod")
        attach(verb, noun, "acl:relcl")


def _opening_noun(pronoun: Word) -> Word | None:
    """The noun of the phrase with a preposition that opens a sentence and ends at a relative clause."""
    word = pronoun.parse[pronoun.i - 2]
    for _ in range(MAX_TREE_DEPTH):
        nominal = word.pos_ in ("NOUN", "PROPN") or word.ent_type_
        if nominal and edge(word, 0).i <= word.sent.start and _has_preposition(word):
            return word
        if word.head is word or word.head.i > pronoun.i:
            return None
        word = word.head
    return None


def _has_preposition(noun: Word) -> bool:
    return any(child.base == "case" and child.i < noun.i for child in noun.children)


def _is_main(clause: Word, above: Word) -> bool:
    """Whether a clause below a relative one is finite, after a comma, with a subject and no conjunction."""
    if clause.base not in BELOW or clause.i < above.i:
        return False
    group = [clause, *(child for child in clause.children if child.base in ("aux", "cop"))]
    labels = {child.base for child in clause.children if child.i < clause.i}
    if not any(word.features.get("VerbForm") == "Fin" for word in group) or labels & {"mark", "cc"}:
        return False
    opening = edge(clause, 0)
    return bool(labels & {"nsubj", "expl"}) and "," in (opening.text, opening.parse[opening.i - 1].text)
