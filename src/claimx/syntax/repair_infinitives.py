"""Repairs coordinated infinitives; see ``repair``.

Example: in "veut réduire ses coûts, céder une filiale et relancer ses ventes", parsers attach the second and
third infinitives to the finite verb, to a noun or to a relative clause between; they belong to the first.
"""

from __future__ import annotations

from collections.abc import Sequence

from claimx.lexicons import grammar
from claimx.syntax.tree import attach, edge
from claimx.syntax.words import Word

# Labels under which a coordinated infinitive may hang elsewhere than under the first one.
LOOSE = frozenset({"acl", "advcl", "conj", "dep", "parataxis", "xcomp"})
MAX_STEPS_TO_FIRST = 6


def join_infinitives(words: Sequence[Word]) -> None:
    """Attach each coordinated infinitive to the first infinitive of its coordination."""
    for word in words:
        if word.base == "conj" and _follows_aside(word):
            word.base = word.dep_ = "xcomp"  # "estime, lui, être victime"
        elif word.base in ("obj", "obl") and _has_infinitive_copula(word):
            word.base = word.dep_ = "xcomp"  # "affirme ne pas être au courant"
    for word in words:
        if word.base not in LOOSE or not is_infinitive(word) or not _is_joined(word):
            continue
        first = _first_of(word)
        if first is not None:
            attach(word, first, "conj")


def is_infinitive(word: Word) -> bool:
    """Whether a word heads an infinitive group: "vendre", "avoir vendu", "être prêt"."""
    group = [word, *(child for child in word.children if child.base in ("aux", "cop"))]
    forms = {member.features.get("VerbForm") for member in group}
    return "Inf" in forms and "Fin" not in forms


def _follows_aside(word: Word) -> bool:
    """Whether an infinitive group comes after its verb and a tonic pronoun between commas."""
    parse, start = word.parse, word.head.i + 1
    aside = parse[start : start + 3]
    if len(aside) < 3 or (aside[0].text, aside[2].text) != (",", ",") or not is_infinitive(word):
        return False
    tonic = grammar.TONIC_PRONOUN in aside[1].classes
    return tonic and edge(word, 0).i in (start + 2, start + 3) and word.i > start + 2


def _has_infinitive_copula(word: Word) -> bool:
    """Whether a noun is the predicate of an infinitive beside a verb: "dit être au courant"."""
    between = [child.i for child in word.children if child.base == "cop" and child.i > word.head.i]
    return bool(between) and is_infinitive(word) and not _has_preposition(word, between[0])


def _has_preposition(word: Word, copula: int) -> bool:
    """Whether a preposition opens the infinitive of a predicate: "pour être au courant"."""
    return any(child.base in ("mark", "case") and child.i < copula for child in word.children)


def _is_joined(word: Word) -> bool:
    """Whether a comma or a conjunction opens the phrase of an infinitive."""
    opening = edge(word, 0)
    before = word.parse[opening.i - 1].text if opening.i else ""
    return (opening.i < word.i and (opening.text == "," or opening.base == "cc")) or before == ","


def _first_of(word: Word) -> Word | None:
    """The infinitive that another one is coordinated with, where the tree says something else; or None."""
    above, mark = word.head, _marker(word)
    if word.base == "conj" and is_infinitive(above):
        return None
    for _ in range(MAX_STEPS_TO_FIRST):
        for child in above.children:
            if child.base == "xcomp" and child.i < word.i and child is not word and is_infinitive(child):
                same = mark == _marker(child) or (not mark and word.base != "advcl")
                return child if same else None
        if word.base != "conj" or above.i > word.i or above.head is above:
            return None
        above = above.head
        if is_infinitive(above):
            return above if above.i < word.i and mark == _marker(above) else None
    return None


def _marker(word: Word) -> str:
    """The prepositions that open an infinitive: "à", "de"; empty if there are none."""
    opening = (child for child in word.children if child.i < word.i and child.base in ("mark", "case"))
    return " ".join(child.normal for child in opening)
