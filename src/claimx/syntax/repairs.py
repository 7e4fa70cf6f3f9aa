"""Mistakes of parsers that the order of words shows, put right in the tree that rules read, not in the Doc.

Example: in "Apple rachète Velmora et Zorbex licencie", a parser coordinates "Zorbex" with "Velmora" and
leaves "licencie" without a subject.
"""

from __future__ import annotations

from collections.abc import Iterable

from claimx.syntax.words import Word

VERBS = frozenset(("VERB", "AUX"))
# What may stand between a subject and its verb: helpers, clitics, "ne".
BETWEEN = frozenset(("aux", "cop", "expl", "obj", "iobj"))
NEGATION = frozenset(("ne", "n'"))


def repair(words: Iterable[Word]) -> None:
    """Give coordinated verbs the subjects that a parser coordinated with an argument of the verb before."""
    for verb in words:
        if verb.base != "conj" or verb.pos_ not in VERBS or not _is_finite(verb):
            continue
        name = None if any(child.base in ("nsubj", "csubj") for child in verb.children) else _before(verb)
        if name is not None:
            _move(name, verb)


def _is_finite(verb: Word) -> bool:
    return any(word.features.get("VerbForm") == "Fin" for word in _group(verb))


def _group(verb: Word) -> list[Word]:
    return [verb, *(child for child in verb.children if child.base in ("aux", "cop"))]


def _before(verb: Word) -> Word | None:
    """The coordinated noun that ends right before a verb and agrees with it, if it has a conjunction."""
    first = verb
    for child in reversed(verb.children):
        if child.i == first.i - 1 and (child.base in BETWEEN or child.normal in NEGATION):
            first = child
    last = verb.tree[first.i - 1] if first.i else verb
    name = last
    while name.base != "conj" and name.head is not name and verb.head.i < name.head.i < first.i:
        name = name.head
    if name.base != "conj" or name.pos_ not in ("NOUN", "PROPN") or not verb.head.i < name.head.i < name.i:
        return None
    joined = any(child.base == "cc" and child.i < name.i for child in name.children)
    again = any(child.base in ("cc", "mark") for child in verb.children)
    return name if joined and not again and name.right_edge.i == first.i - 1 and _agree(name, verb) else None


def _agree(name: Word, verb: Word) -> bool:
    """Whether the numbers are the same, by the article of the noun where it has one."""
    articles = [child.features.get("Number") for child in name.children if child.base == "det"]
    number = articles[0] if articles else name.features.get("Number")
    return all(
        number in (None, word.features["Number"])
        for word in _group(verb)
        if word.features.get("VerbForm") == "Fin" and "Number" in word.features
    )


def _move(name: Word, verb: Word) -> None:
    name.head.children.remove(name)
    name.head, name.base, name.dep_ = verb, "nsubj", "nsubj"
    verb.children = sorted([*verb.children, name], key=lambda word: word.i)
