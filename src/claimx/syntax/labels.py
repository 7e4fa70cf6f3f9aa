"""Dependency labels and morphology, whatever the version of UD the parser was trained on.

Labels are compared without their subtype (``obl:arg`` and ``obl:mod`` are ``obl``), except
where the subtype says something that the base label does not (``obl:agent``, ``acl:relcl``).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from spacy.tokens import Doc, Token

from claimx import lexicons
from claimx.syntax.tree import features, kids, remembered, tokens

SUBJECTS = frozenset({"nsubj", "csubj"})
HELPERS = frozenset({"aux", "cop"})

# Labels are few and their hashes the same in every vocabulary: what they say is worked out once a process.
_bases: dict[int, str] = {}


def base(token: Token) -> str:
    """The label of a token without its subtype, in lower case (``root`` for spaCy's ``ROOT``)."""
    label = _bases.get(token.dep)
    if label is None:
        label = _bases[token.dep] = token.dep_.partition(":")[0].lower()
    return label


def feature(token: Token, name: str) -> str:
    """The value of a morphological feature, or an empty string."""
    return features(token).get(name, "")


def is_finite(token: Token) -> bool:
    """A finite verb form, be it a main verb or an auxiliary."""
    return features(token).get("VerbForm") == "Fin"


def is_helper(token: Token) -> bool:
    """An auxiliary or a copula of the word it hangs on."""
    return base(token) in HELPERS


@remembered
def helpers(token: Token) -> list[Token]:
    """The auxiliaries and the copula of a predicate, in order."""
    return [child for child in kids(token) if is_helper(child)]


def children(token: Token, *labels: str) -> Iterator[Token]:
    """The children under one of these base labels, in order."""
    for child in kids(token):
        if base(child) in labels:
            yield child


def first(token: Token, *labels: str) -> Token | None:
    """The first child under one of these base labels."""
    return next(children(token, *labels), None)


@remembered
def markers(token: Token) -> str:
    """The subordinating words of a clause as one lower-case string: ``pour que``, ``si``, ``que``."""
    words: list[str] = []
    marked = False
    for child in kids(token):
        # A preposition after the conjunction is that of a predicate: "que le siège est en jeu".
        if marked and child.i == token.i - 1 and child.pos_ == "ADP":
            continue
        if child.i < token.i and (base(child) == "mark" or (base(child) == "case" and not marked)):
            marked = marked or base(child) == "mark"
            words.append(normal(child))
            words.extend(normal(part) for part in kids(child) if base(part) == "fixed")
    return " ".join(words)


@remembered
def normal(token: Token) -> str:
    """The word in lower case, its apostrophe straight and its elision written out (``qu'`` is ``que``)."""
    word = token.lower_.replace("’", "'")
    if word == "s'" and token.pos_ == "SCONJ":
        return "si"
    return word[:-1] + "e" if word in ("qu'", "lorsqu'", "puisqu'", "jusqu'", "d'", "n'", "l'") else word


def words(doc: Doc) -> list[str]:
    """The words of a text as ``normal`` gives them."""
    return _words(doc[0]) if len(doc) else []


@remembered
def _words(opening: Token) -> list[str]:
    return [normal(token) for token in tokens(opening.doc)]


def is_bare_clause(token: Token) -> bool:
    """A finite verb that the parser hung on its own subject: "Le chômage recule" as ``acl`` or ``nmod``."""
    if base(token) not in ("acl", "amod", "nmod") or not is_finite(token):
        return False
    return not any(
        base(child) == "mark" or feature(child, "PronType") == "Rel"
        for child in tokens(token.doc)[token.left_edge.i : token.i]
    )


@remembered
def is_reflexive(token: Token) -> bool:
    """A verb with "se" before it ("se félicite"), or with the pronoun of its subject ("je me félicite")."""
    subjects = {normal(child) for child in children(token, *SUBJECTS)}
    return any(
        child.i < token.i
        and base(child) in ("expl", "obj", "iobj", "dep")
        and (
            normal(child) in ("se", "s'")
            or (normal(child) in ("me", "m'") and not subjects.isdisjoint(("je", "j'")))
            or (normal(child) == "nous" and "nous" in subjects)
        )
        for child in kids(token)
    )


def is_demonstrative(token: Token) -> bool:
    """A pronoun for something, never for somebody who speaks: "ce", "cela", "ça", "ceci"."""
    return token.pos_ == "PRON" and token.lower_.strip("'’-") in ("c", "ce", "cela", "ça", "ceci")


@remembered
def is_passive(token: Token) -> bool:
    """A passive predicate: by its auxiliary, or by its subject's label; a reflexive one is none."""
    if any(normal(child) in ("se", "s'") for child in kids(token)):
        return False
    if any(
        child.dep_ in ("aux:pass", "nsubj:pass", "auxpass", "nsubjpass", "expl:pass") for child in kids(token)
    ):
        return True
    return token.lemma_ not in _intransitives() and any(
        child.lemma_ == "être" and child.dep_ == "aux:tense" for child in kids(token)
    )


@cache
def _intransitives() -> frozenset[str]:
    return frozenset(row["lemma"] for row in lexicons.read("verbs_with_etre"))
