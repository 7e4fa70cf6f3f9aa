"""Base noun phrases, as ``doc.noun_chunks`` gives them: a noun with its determiner and its adjectives.

    Le groupe japonais rachète trois petites usines de Lyon.
        →   Le groupe japonais · trois petites usines · Lyon

Complements, relative clauses and conjuncts are separate phrases, so that no two overlap.
"""

from collections.abc import Iterator
from typing import Any

from spacy.errors import Errors
from spacy.tokens import Doc, Span, Token

NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
# Words within a phrase that has another head, and pronouns without a referent.
NOT_A_HEAD = frozenset({"compound", "det", "expl", "fixed", "flat", "nummod"})
BEFORE = frozenset({"amod", "det", "nummod"})
AFTER = frozenset({"amod", "compound", "fixed", "flat", "nummod"})


def noun_chunks(doclike: Doc | Span) -> Iterator[tuple[int, int, int]]:
    """Yield first token, end and label of each phrase. Raises ValueError, as spaCy does, without a parse."""
    doc = doclike.doc
    if not doc.has_annotation("DEP"):
        raise ValueError(Errors.E029)
    label = doc.vocab.strings.add("NP")
    free = 0
    for token in doclike:
        if token.i >= free and is_head(token):
            start, free = max(_start(token), free), _end(token)
            yield start, free, label


def is_head(token: Token) -> bool:
    """Whether a token is the head of a noun phrase; a relative pronoun is none."""
    return (
        token.pos_ in NOMINAL
        and _base(token) not in NOT_A_HEAD
        and "Rel" not in token.morph.get("PronType", [])
    )


def _start(head: Token) -> int:
    start = head.i
    children: list[Any] = [child for child in head.children if child.i < head.i]
    for child in reversed(children):
        if _base(child) not in BEFORE or child.right_edge.i + 1 != start:
            break
        start = child.left_edge.i
    return start


def _end(head: Token) -> int:
    end = head.i + 1
    for child in head.children:
        if child.i < head.i:
            continue
        # An adjective with a complement ("capable de livrer") reaches into other phrases.
        if _base(child) not in AFTER or child.left_edge.i != end or child.right_edge.pos_ in ("NOUN", "VERB"):
            break
        end = child.right_edge.i + 1
    return end


def _base(token: Token) -> str:
    """The label without its subtype: ``flat:name`` is ``flat``."""
    return token.dep_.partition(":")[0]
