"""Extents of claims and of their predicates."""

from __future__ import annotations

from operator import attrgetter
from typing import Any

from claimx.lexicons import grammar
from claimx.syntax.clause import Clause
from claimx.syntax.clause_words import PARTING
from claimx.syntax.dependencies import children, feature, has_class, helpers, is_demonstrative
from claimx.syntax.verbs import negation
from claimx.syntax.words import Word

MAX_TREE_DEPTH = 30
RATES = frozenset("%‰")


def clause_extent(clause: Clause, own: list[Word]) -> tuple[int, int]:
    """Start and end (exclusive) of a claim, as word indices.

    Conjunctions and punctuation at the edges and appositions at the end are left out. own: the tokens of the
    claim, without those of clauses within it.
    """
    words = sorted([token for token in own if not _is_mark(token)], key=attrgetter("i")) or [clause.head]
    last = next((token for token in reversed(words) if not _is_loose(token)), words[-1])
    parse, start, end = clause.top.parse, words[0].i, last.i + 1
    while start < clause.top.i and _is_edge(parse[start]):
        start += 1
    while end - 1 > clause.head.i and (_is_edge(parse[end - 1]) or _hangs(parse[end - 1])):
        end -= 1
    return start, end


def _is_mark(token: Word) -> bool:
    """Whether a token is punctuation or white space, except the sign of "3 %"."""
    return (token.is_punct and token.text not in RATES) or token.is_space


def _is_edge(token: Word) -> bool:
    if _is_mark(token):
        return True
    return token.base in ("cc", "mark") or (token.base == "fixed" and token.head.base in ("cc", "mark"))


def _hangs(token: Word) -> bool:
    """Whether a word at the end opens something that is left out: "a coûté plus que"."""
    return token.pos_ == "SCONJ" and grammar.COMPLEMENTIZER in token.classes


def _is_loose(token: Word) -> bool:
    """Whether a token is inside an apposition after a comma or a parenthesis."""
    for _ in range(MAX_TREE_DEPTH):
        if token.head == token:
            return False
        if token.base == "appos" and _is_set_off(token):
            return True
        token = token.head
    return False


def _is_set_off(apposition: Word) -> bool:
    edge = apposition.left_edge
    before = edge.parse[edge.i - 1].text if edge.i else ""
    return edge.text in (",", "(") or before in (",", "(")


def predicate_extent(clause: Clause) -> dict[str, Any]:
    """Start, end (characters) and lemma of the predicate, with clitics, negation and attribute."""
    group: set[int] = set()
    lemmas: list[str] = []
    for link in clause.links[clause.shared :]:
        parts = [link, *_own_helpers(link)]
        negator = negation(link)
        if negator is not None and negator.base == "advmod":
            parts.append(negator)
        parts += [child for part in parts[:1] for child in part.children if _is_clitic(child, link)]
        copula = [helper for helper in parts if helper.base == "cop"]
        case = [child for child in link.children if child.base == "case"] if copula else []
        attribute = _with_number(_attribute(link) or [link])
        group |= {part.i for part in (*parts, *case, *attribute)}
        content = sorted({link, *attribute}, key=lambda word: word.i)
        words = [*copula[:1], *case, *content]
        lemmas += [word.lemma_ or word.lower_ for word in words]
    first, last = clause.top.parse[min(group)], clause.top.parse[max(group)]
    return {"start": first.idx, "end": last.end, "lemma": " ".join(lemmas)}


def _own_helpers(link: Word) -> list[Word]:
    """The auxiliaries and the copula of a verb, without that of a cleft around it: "c'est hier que P"."""
    que = [child.i for child in children(link, "mark") if grammar.COMPLEMENTIZER in child.classes]
    return [helper for helper in helpers(link) if not que or helper.i > que[0]]


def _attribute(link: Word) -> list[Word]:
    """The complement of a light verb, at most one: "a lieu", "a 22 ans", "est de 760 €", "reste fermé"."""
    if grammar.PERSISTENCE in link.lemma_classes:
        return [
            child
            for child in children(link, "xcomp")
            if child.i > link.i and feature(child, "VerbForm") != "Inf"
        ]
    light = grammar.CAUSATIVE in link.lemma_classes and _has_bare_object(link)
    if not light and grammar.AUXILIARY not in link.lemma_classes:
        return []
    if has_class(link.children, grammar.LOCATIVE_CLITIC):
        return []
    for label in ("obj", "xcomp", "obl", "ccomp", "advmod"):
        for child in link.children:
            if child.base == label and child.i > link.i and not child.is_punct and not _parted(link, child):
                return [child]
    return []


def _parted(link: Word, child: Word) -> bool:
    """Whether a colon or a semicolon separates a verb from a word: "elle le sera : selon la mairie, P"."""
    return any(word.text in PARTING for word in link.parse[link.i : child.i])


def _with_number(words: list[Word]) -> list[Word]:
    """The words, with the number after a currency symbol: "est de £50"."""
    symbols = [word for word in words if not any(map(str.isalnum, word.text))]
    return [*words, *(child for symbol in symbols for child in symbol.children if child.pos_ == "NUM")]


def _has_bare_object(link: Word) -> bool:
    return any(
        child.base == "obj" and child.i > link.i and not any(part.base == "det" for part in child.children)
        for child in link.children
    )


def _is_clitic(child: Word, link: Word) -> bool:
    if child.i > link.i:
        return False
    if grammar.NEGATION_PARTICLE in child.classes:
        return True
    clitic = child.base in ("expl", "iobj") and child.pos_ == "PRON"
    if grammar.REFLEXIVE in child.classes:
        return True
    return clitic and grammar.EXPLETIVE_SUBJECT not in child.classes and not is_demonstrative(child)
