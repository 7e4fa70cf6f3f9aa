"""Repairs the subjects of coordinated verbs; see ``repair``.

Example: in "Apple rachète Velmora et Zorbex licencie", a parser coordinates "Zorbex" with "Velmora" and
leaves "licencie" without a subject, or makes both its subjects.
"""

from __future__ import annotations

from collections.abc import Iterable

from claimx.lexicons import grammar
from claimx.syntax.tree import MAX_TREE_DEPTH, attach, edge
from claimx.syntax.words import Word

VERBS = frozenset(("VERB", "AUX"))
# Dependents that may stand between a subject and its verb: auxiliaries and clitics.
BETWEEN = frozenset(("aux", "cop", "expl", "obj", "iobj"))
# Labels of a clause below the verb that governs it.
SUBORDINATE = frozenset(("acl", "advcl", "ccomp", "conj", "nmod", "obj", "obl"))


def give_subjects(words: Iterable[Word]) -> None:
    """Attach subjects to coordinated verbs where the parser coordinated them with an earlier argument."""
    for verb in words:
        if verb.features.get("VerbForm") == "Fin":
            _invert(verb.head if verb.base == "aux" else verb, verb)
        if verb.base != "conj" or verb.pos_ not in VERBS or not _is_finite(verb):
            continue
        outer = _governor_that_agrees(verb)
        if outer is not None:
            attach(verb, outer, "conj")
        subjects = [child for child in verb.children if child.base in ("nsubj", "csubj")]
        if len(subjects) == 1:
            _divide(subjects[0], verb)
        name = None if subjects else _before(verb)
        if name is not None:
            attach(name, verb, "nsubj")


def _divide(subject: Word, verb: Word) -> None:
    """Of "rachète A et B licencie" with both parsed as subjects of the second verb: make A the object."""
    first = verb.head
    seconds = [child for child in subject.children if child.base == "conj" and child.i < verb.i]
    if len(seconds) != 1 or edge(subject, 0).i != first.i + 1 or first.pos_ != "VERB":
        return
    if _is_joined(verb) or any(child.base == "obj" for child in first.children):
        return
    attach(subject, first, "obj")
    attach(seconds[0], verb, "nsubj")


def _is_joined(word: Word) -> bool:
    return any(child.base in ("cc", "mark") and child.i < word.i for child in word.children)


def _is_finite(verb: Word) -> bool:
    return any(word.features.get("VerbForm") == "Fin" for word in _group(verb))


def _group(verb: Word) -> list[Word]:
    return [verb, *(child for child in verb.children if child.base in ("aux", "cop"))]


def _before(verb: Word) -> Word | None:
    """The coordinated noun that ends right before a verb and agrees with it, if it has a conjunction."""
    first = verb
    for child in reversed(verb.children):
        if child.i == first.i - 1 and (child.base in BETWEEN or grammar.NEGATION_PARTICLE in child.classes):
            first = child
    last = verb.parse[first.i - 1] if first.i else verb
    name = last
    for _ in range(MAX_TREE_DEPTH):
        if name.base == "conj" or not verb.head.i <= name.head.i < first.i:
            break
        name = name.head
    if name.base != "conj" or name.pos_ not in ("NOUN", "PROPN") or not verb.head.i <= name.head.i < name.i:
        return None
    if not _is_joined(name) or _is_joined(verb) or edge(name, -1).i != first.i - 1:
        return None
    return name if _agree(name, verb) else None


def _invert(verb: Word, form: Word) -> None:
    """Leave a verb after a comma its inverted subject alone: "..., dont un loueur, croit savoir Reuters".

    form: its finite form.
    """
    if verb.head is verb or form.i == 0 or verb.parse[form.i - 1].text != ",":
        return
    subjects = [child for child in verb.children if child.base == "nsubj"]
    earlier = [child for child in subjects if child.i < form.i - 1 and child.pos_ in ("NOUN", "PROPN")]
    if len(earlier) != 1 or _is_joined(verb):
        return
    if len(subjects) == 1 and any(child.base == "ccomp" for child in verb.children):
        return
    parted = any(word.text == "," for word in verb.parse[earlier[0].i : form.i - 1])
    if len(subjects) == 2 or not parted:  # one comma does not part a subject from its verb
        attach(earlier[0], verb.head, "parataxis")


def _governor_that_agrees(verb: Word) -> Word | None:
    """The verb above a subordinate clause that a verb is coordinated with, if only that one's subject agrees.

    "La direction admet que des fichiers ont fui mais affirme que P": "affirme" is singular.
    """
    if not any(child.base == "cc" for child in verb.children):
        return None
    above = verb.head
    while above.base == "conj":
        above = above.head
    own = _subject(above)
    if own is None or _subject(verb) is not None or not _disagree(own, verb):
        return None
    for _ in range(MAX_TREE_DEPTH):
        if above.head is above or above.base not in SUBORDINATE:
            return None
        above = above.head
        subject = _subject(above)
        if subject is not None and _is_finite(above):
            return above if _agree(subject, verb) and not _disagree(subject, verb) else None
    return None


def _subject(verb: Word) -> Word | None:
    return next((child for child in verb.children if child.base == "nsubj"), None)


def _disagree(name: Word, verb: Word) -> bool:
    """Whether a noun can't be the subject of a verb; one like "la moitié des ports" may be, in any number."""
    if name.pos_ not in ("NOUN", "PROPN") or any(child.base == "conj" for child in name.children):
        return False
    if _number(name) == "Sing" and any(child.base == "nmod" for child in name.children):
        return False
    return not _agree(name, verb)


def _number(name: Word) -> str | None:
    """The number of a noun, by its article if it has one."""
    articles = [child.features.get("Number") for child in name.children if child.base == "det"]
    return articles[0] if articles else name.features.get("Number")


def _agree(name: Word, verb: Word) -> bool:
    """Whether noun and verb agree in number."""
    number = _number(name)
    return all(
        number in (None, word.features["Number"])
        for word in _group(verb)
        if word.features.get("VerbForm") == "Fin" and "Number" in word.features
    )
