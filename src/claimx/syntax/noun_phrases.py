"""Noun phrases and nominal heads."""

from __future__ import annotations

from claimx.syntax.dependencies import is_finite
from claimx.syntax.words import Parse, Span, Word

# Dependents of a nominal head that are not part of its noun phrase.
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


def noun_phrase(head: Word, *, relatives: bool = False) -> Span:
    """The noun phrase of a head: determiner, adjectives and complements, without preposition or apposition.

    relatives: whether to include participles that modify the noun.
    """
    left = right = head.i
    # A finite verb parsed as a modifier ends the phrase: "le club dément le départ".
    verbs = (
        child.i for child in head.children if child.i > head.i and child.base != "acl" and is_finite(child)
    )
    limit = min(verbs, default=len(head.parse))
    stack = [(head, True)]
    while stack:
        token, at_head = stack.pop()
        for child in token.children:
            label = child.base
            if child.i >= limit:
                continue
            if at_head:
                if label in OUTSIDE and not (label == "acl" and relatives and not is_finite(child)):
                    continue
            elif label in ("parataxis", "appos", "acl") or (label == "punct"):
                continue
            left, right = min(left, child.i), max(right, child.i)
            stack.append((child, False))
    parse = head.parse
    while left < head.i and (parse[left].is_punct or parse[left].is_space):
        left += 1
    while right > head.i and (parse[right].is_punct or parse[right].is_space):
        right -= 1
    return parse.span(left, right + 1)


def subtree(token: Word) -> tuple[int, int]:
    """Start and end (exclusive) of a subtree, as word indices."""
    return token.left_edge.i, token.right_edge.i + 1


def entity_at(
    parse: Parse, head: Word, labels: tuple[str, ...] = ("PER", "ORG", "MISC", "LOC")
) -> Span | None:
    """The named entity of one of these labels that a head belongs to, or None."""
    if not head.ent_type_ or head.ent_type_ not in labels:
        return None
    start = end = head.i
    while start > 0 and parse[start].ent_iob_ == "I":
        start -= 1
    while end + 1 < len(parse) and parse[end + 1].ent_iob_ == "I":
        end += 1
    return Span(parse, start, end + 1, label=head.ent_type_)
