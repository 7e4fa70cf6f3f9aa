"""Noun phrases and nominal heads."""

from __future__ import annotations

from spacy.tokens import Doc, Span, Token

from claimx.syntax.labels import base, is_finite
from claimx.syntax.tree import kids

# What hangs on the head of a noun phrase and is no part of it.
OUTSIDE = frozenset(
    {
        "acl",
        "advcl",
        "advmod",
        "appos",
        "aux",
        "case",
        "cc",
        "ccomp",
        "conj",
        "cop",
        "csubj",
        "discourse",
        "dislocated",
        "expl",
        "mark",
        "nsubj",
        "orphan",
        "parataxis",
        "punct",
    }
)


def noun_phrase(head: Token, *, relatives: bool = False) -> Span:
    """The noun phrase of a head: determiner, adjectives and complements, without preposition or apposition.

    relatives: whether participles and relative clauses on the noun belong to it.
    """
    left = right = head.i
    # A verb that the parser took for an adjective ends the phrase: "le club dément le départ".
    verbs = (
        child.i for child in kids(head) if child.i > head.i and base(child) != "acl" and is_finite(child)
    )
    limit = min(verbs, default=len(head.doc))
    stack = [(head, True)]
    while stack:
        token, at_head = stack.pop()
        for child in kids(token):
            label = base(child)
            if child.i >= limit:
                continue
            if at_head:
                if label in OUTSIDE and not (label == "acl" and relatives and not is_finite(child)):
                    continue
            elif label in ("parataxis", "appos", "acl") or (label == "punct"):
                continue
            left, right = min(left, child.i), max(right, child.i)
            stack.append((child, False))
    doc = head.doc
    while left < head.i and (doc[left].is_punct or doc[left].is_space):
        left += 1
    while right > head.i and (doc[right].is_punct or doc[right].is_space):
        right -= 1
    return doc[left : right + 1]


def subtree(token: Token) -> tuple[int, int]:
    """Token indices of a subtree, from its left to its right edge."""
    return token.left_edge.i, token.right_edge.i + 1


def entity_at(doc: Doc, head: Token, labels: tuple[str, ...] = ("PER", "ORG", "MISC", "LOC")) -> Span | None:
    """The named entity of one of these labels that a head belongs to, or None."""
    if not head.ent_type_ or head.ent_type_ not in labels:
        return None
    start = end = head.i
    while start > 0 and doc[start].ent_iob_ == "I":
        start -= 1
    while end + 1 < len(doc) and doc[end + 1].ent_iob_ == "I":
        end += 1
    return Span(doc, start, end + 1, label=head.ent_type_)
