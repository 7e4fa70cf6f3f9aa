"""Nouns that govern a clause as their content, or stand between it and the verb that does.

"la rumeur que P", "la croyance du pêcheur que P", "la déclaration du Conseil, selon laquelle P", "a annoncé
à la presse que P".
"""

from __future__ import annotations

from itertools import pairwise

from claimx.claims.operators.lookup import Operators
from claimx.lexicons import grammar
from claimx.syntax.dependencies import children
from claimx.syntax.words import Word

MAX_NOUNS = 3


def noun_with_content(noun: Word, operators: Operators) -> Word | None:
    """The operator that a noun before "que" is, or complements: "la croyance du pêcheur que"; or None."""
    for _ in range(MAX_NOUNS):
        if operators.of_nominal(noun) is not None:
            return noun
        if noun.base != "nmod" or noun.head.pos_ != "NOUN":
            return None
        noun = noun.head
    return None


def reporting_noun(token: Word, operators: Operators) -> Word | None:
    """The antecedent of "selon laquelle": "la déclaration du Conseil, selon laquelle P"."""
    noun = token
    for _ in range(4):
        if noun.pos_ in ("NOUN", "PROPN") and operators.of_nominal(noun) is not None:
            return noun
        if noun.base not in ("nmod", "appos", "conj", "flat"):
            break
        noun = noun.head
    return token if token.pos_ == "NOUN" else None


def describes_object(verb: Word, start: int) -> bool:
    """Whether a clause with "que" is a relative of the object before a comma: "attend les lits, que P".

    start: the first word of the clause.
    """
    held = next(children(verb, "obj"), None)
    parted = "," in (verb.parse[start].text, verb.parse[start - 1].text)
    return parted and held is not None and held.pos_ == "NOUN" and verb.i < held.i < start


def governor_beside_noun(noun: Word, operators: Operators) -> Word | None:
    """The governor of a clause attached to a noun: the noun ("la rumeur que"), or the verb above it."""
    if operators.of_nominal(noun) is not None:
        return noun
    for _ in range(MAX_NOUNS):
        if noun.base != "nmod" or noun.head.pos_ != "NOUN":
            break
        noun = noun.head  # "a fait savoir par la voix de son directeur que P"
    verb = noun.head
    if (
        noun.base in ("obl", "nmod", "advmod", "iobj")
        and verb.pos_ == "VERB"
        and verb.i < noun.i
        and not any(children(verb, "ccomp"))
    ):
        return verb if operators.of_verb(verb, "que") is not None else None
    return None


def opens_with_source(top: Word, operators: Operators) -> bool:
    """Whether a clause opens with a preposition of attribution and a relative pronoun: "selon laquelle"."""
    start = top.left_edge.i
    return any(
        operators.get(preposition.normal, "ADP") is not None
        and grammar.VIEWPOINT_PREPOSITION not in preposition.classes  # "la raison pour laquelle"
        and grammar.RELATIVE_WITH_ARTICLE in pronoun.classes
        for preposition, pronoun in pairwise(top.parse[start : start + 3])
    )
