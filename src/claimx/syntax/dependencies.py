"""Dependency labels and morphology, independent of the UD version that the parser was trained on.

Labels are compared without their subtype (``obl:arg`` and ``obl:mod`` are ``obl``), except
where the subtype matters (``obl:agent``, ``acl:relcl``).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from claimx import lexicons
from claimx.lexicons import grammar
from claimx.syntax.word_cache import cached_per_word
from claimx.syntax.words import Word

SUBJECTS = frozenset({"nsubj", "csubj"})
HELPERS = frozenset({"aux", "cop"})


def feature(token: Word, name: str) -> str:
    """The value of a morphological feature, or an empty string."""
    return token.features.get(name, "")


def is_finite(token: Word) -> bool:
    """Whether a word is a finite verb form, main verb or auxiliary."""
    return token.features.get("VerbForm") == "Fin"


def is_helper(token: Word) -> bool:
    """Whether a word is an auxiliary or a copula of its head."""
    return token.base in HELPERS


@cached_per_word
def helpers(token: Word) -> list[Word]:
    """The auxiliaries and the copula of a predicate, in order."""
    return [child for child in token.children if is_helper(child)]


def children(token: Word, *labels: str) -> Iterator[Word]:
    """The children under one of these base labels, in order."""
    for child in token.children:
        if child.base in labels:
            yield child


def first(token: Word, *labels: str) -> Word | None:
    """The first child under one of these base labels."""
    for child in token.children:
        if child.base in labels:
            return child
    return None


def has_class(words: Iterable[Word], name: str) -> bool:
    """Whether one of some words is of a grammatical class: a constant of ``claimx.lexicons.grammar``."""
    for word in words:  # noqa: SIM110 (twice as fast as any())
        if name in word.classes:
            return True
    return False


def first_of_class(words: Iterable[Word], name: str) -> Word | None:
    """The first of some words that is of a grammatical class, or None."""
    return next((word for word in words if name in word.classes), None)


@cached_per_word
def markers(token: Word) -> str:
    """The subordinating words of a clause, normalised and joined by spaces: ``pour que``, ``si``, ``que``."""
    words: list[str] = []
    marked = False
    for child in token.children:
        # A preposition after the conjunction is that of a predicate: "que le siège est en jeu".
        if marked and child.i == token.i - 1 and child.pos_ == "ADP":
            continue
        if child.i < token.i and (child.base == "mark" or (child.base == "case" and not marked)):
            marked = marked or child.base == "mark"
            words.append(child.normal)
            words.extend(part.normal for part in child.children if part.base == "fixed")
    return " ".join(words)


def marker_classes(token: Word) -> grammar.Classes:
    """The grammatical classes of the subordinating words of a clause, taken as one conjunction."""
    return grammar.classes_of_form(markers(token))


def is_bare_clause(token: Word) -> bool:
    """Whether a finite verb is attached to its own subject: "Le chômage recule" as ``acl`` or ``nmod``."""
    if token.base not in ("acl", "amod", "nmod") or not is_finite(token):
        return False
    return not any(
        child.base == "mark" or feature(child, "PronType") == "Rel"
        for child in token.parse[token.left_edge.i : token.i]
    )


@cached_per_word
def is_reflexive(token: Word) -> bool:
    """Whether a verb is reflexive: with "se", or with a clitic of its subject's person, "je me félicite"."""
    persons = {
        person for child in children(token, *SUBJECTS) for person in child.classes & grammar.INTERLOCUTORS
    }
    return any(
        child.i < token.i
        and child.base in ("expl", "obj", "iobj", "dep")
        and (grammar.REFLEXIVE in child.classes or not persons.isdisjoint(child.classes))
        for child in token.children
    )


def judged_act(verb: Word) -> Word | None:
    """The infinitive that a verb describes by an adjective, or None: "juge prématuré de fermer le pont"."""
    described = next((child for child in children(verb, "xcomp", "obj", "amod") if child.pos_ == "ADJ"), None)
    if described is None or described.i < verb.i or is_reflexive(verb):
        return None
    for child in children(verb, "xcomp", "ccomp", "advcl"):
        mark = first(child, "mark")
        linked = mark is not None and grammar.GENITIVE_PREPOSITION in mark.classes
        if child.i > described.i and linked and feature(child, "VerbForm") == "Inf":
            return child
    return None


def is_demonstrative(token: Word) -> bool:
    """Whether a word is a neuter demonstrative, which never refers to a speaker: "ce", "cela", "ça"."""
    return token.pos_ == "PRON" and grammar.DEMONSTRATIVE_PRONOUN in token.classes


def is_agent(word: Word) -> bool:
    """Whether a word is parsed as the agent of its head or has the preposition of one: "par Microsoft"."""
    return word.dep_ == "obl:agent" or has_class(children(word, "case"), grammar.AGENT_PREPOSITION)


@cached_per_word
def is_passive(token: Word) -> bool:
    """Whether a predicate is passive, by its auxiliary or its subject's label; false for a reflexive verb."""
    if any(grammar.REFLEXIVE in child.classes for child in token.children):
        return False
    auxiliaries = {name for child in token.children if child.base == "aux" for name in child.lemma_classes}
    if grammar.ACTIVE_AUXILIARY in auxiliaries and grammar.COPULA not in auxiliaries:
        return False
    if any(
        child.dep_ in ("aux:pass", "nsubj:pass", "auxpass", "nsubjpass", "expl:pass")
        for child in token.children
    ):
        return True
    return not takes_etre(token) and any(
        grammar.COPULA in child.lemma_classes and child.dep_ == "aux:tense" for child in token.children
    )


def is_bare_participle(token: Word) -> bool:
    """Whether a word is a passive participle after its noun: "le maire, accusé de fraude"."""
    if token.base != "acl" or helpers(token) or takes_etre(token):
        return False
    return feature(token, "VerbForm") == "Part" and feature(token, "Tense") == "Past"


def takes_etre(verb: Word) -> bool:
    """Whether the past of a verb is formed with "être" ("est venu"), so that its participle is active."""
    return verb.lemma_ in _intransitives()


@cache
def _intransitives() -> frozenset[str]:
    return frozenset(row["lemma"] for row in lexicons.read("verbs_with_etre"))
