"""How far a claim and its predicate reach in the text."""

from __future__ import annotations

from typing import Any

from spacy.tokens import Token

from claimx.syntax.clauses import Clause
from claimx.syntax.labels import base, helpers, normal
from claimx.syntax.tree import kids
from claimx.syntax.verbs import negation

DEEPEST = 30


def clause_extent(clause: Clause, own: list[Token]) -> tuple[int, int]:
    """Token indices of a claim, without conjunction or punctuation at its edges or apposition at its end.

    own: the tokens that belong to the claim and to no clause within it.
    """
    words = sorted(
        (token for token in own if not token.is_punct and not token.is_space), key=lambda token: token.i
    ) or [clause.head]
    last = next((token for token in reversed(words) if not _is_loose(token)), words[-1])
    doc, start, end = clause.top.doc, words[0].i, last.i + 1
    while start < clause.top.i and _is_edge(doc[start]):
        start += 1
    while end - 1 > clause.head.i and _is_edge(doc[end - 1]):
        end -= 1
    return start, end


def _is_edge(token: Token) -> bool:
    if token.is_punct or token.is_space:
        return True
    return base(token) in ("cc", "mark") or (base(token) == "fixed" and base(token.head) in ("cc", "mark"))


def _is_loose(token: Token) -> bool:
    """Inside an apposition set off by a comma or a parenthesis."""
    for _ in range(DEEPEST):
        if token.head == token:
            return False
        if base(token) == "appos" and _is_set_off(token):
            return True
        token = token.head
    return False


def _is_set_off(apposition: Token) -> bool:
    edge = apposition.left_edge
    before = edge.nbor(-1).text if edge.i else ""
    return edge.text in (",", "(") or before in (",", "(")


def predicate_extent(clause: Clause) -> dict[str, Any]:
    """Characters and lemma of the verb group: auxiliaries, clitics, negation, chain verbs, attribute."""
    group: set[int] = set()
    lemmas: list[str] = []
    for link in clause.links[clause.shared :]:
        parts = [link, *helpers(link)]
        negator = negation(link)
        if negator is not None and base(negator) == "advmod":
            parts.append(negator)
        parts += [child for part in parts[:1] for child in kids(part) if _is_clitic(child, link)]
        copula = [helper for helper in helpers(link) if base(helper) == "cop"]
        case = [child for child in kids(link) if base(child) == "case"] if copula else []
        attribute = _with_number(_attribute(link) or [link])
        group |= {part.i for part in (*parts, *case, *attribute)}
        content = sorted({link, *attribute}, key=lambda word: word.i)
        words = [*copula[:1], *case, *content]
        lemmas += [word.lemma_ or word.lower_ for word in words]
    first, last = clause.top.doc[min(group)], clause.top.doc[max(group)]
    return {"start": first.idx, "end": last.idx + len(last), "lemma": " ".join(lemmas)}


def _attribute(link: Token) -> list[Token]:
    """The word that carries the meaning where the verb is light: "a lieu", "a 22 ans", "est de 760 euros"."""
    if link.lemma_ not in ("avoir", "être") and not (link.lemma_ == "faire" and _has_bare_object(link)):
        return []
    if any(normal(child) == "y" for child in kids(link)):
        return []
    for label in ("obj", "xcomp", "obl", "ccomp", "advmod"):
        for child in kids(link):
            if base(child) == label and child.i > link.i and not child.is_punct:
                return [child]
    return []


def _with_number(words: list[Token]) -> list[Token]:
    """The words, a symbol with the number behind it, without which it says nothing: "est de £50"."""
    symbols = [word for word in words if not any(map(str.isalnum, word.text))]
    return [*words, *(child for symbol in symbols for child in kids(symbol) if child.pos_ == "NUM")]


def _has_bare_object(link: Token) -> bool:
    return any(
        base(child) == "obj" and child.i > link.i and not any(base(part) == "det" for part in kids(child))
        for child in kids(link)
    )


def _is_clitic(child: Token, link: Token) -> bool:
    if child.i > link.i:
        return False
    return normal(child) == "ne" or (
        base(child) in ("expl", "iobj") and child.pos_ == "PRON" and normal(child) not in ("il", "ce", "c'")
    )
