"""What a reporting verb without a clause reports: a noun phrase, its attribute, the subject of its passive.

"Apple annonce le rachat", "le maire juge le prix excessif", "la perte est estimée à 2 millions".
"""

from __future__ import annotations

from claimx.claims.attribution.source_nouns import noun_class
from claimx.claims.attribution.speakers import antecedent, can_speak
from claimx.claims.attribution.verb_arguments import (
    agent_of,
    attribute_frame,
)
from claimx.claims.operators.classes import Operator, Trait
from claimx.claims.operators.lookup import Operators
from claimx.lexicons import grammar
from claimx.syntax.dependencies import (
    children,
    feature,
    first,
    has_class,
    is_passive,
    judged_act,
)
from claimx.syntax.words import Word


def of_object(verb: Word, operators: Operators) -> Operator | None:
    """The operator of a verb for its object: "juge le prix excessif", "accuse le maire"."""
    held = first(verb, "obj")
    if held is not None and (can_speak(held) or _is_definite(held)):
        personal = operators.of_verb(verb, "person")
        if personal is not None:
            return personal
    described = operators.of_verb(verb, attribute_frame(verb))
    if described is not None:
        return described
    matter = operators.of_nominal(held) if held is not None else None
    said = matter is not None and matter.has(Trait.SAID)
    if (said or (held is not None and _is_any(held))) and operators.of_verb(verb, "said") is not None:
        return operators.of_verb(verb, "said")
    belief = operators.of_verb(verb, "que") if _has_attribute(verb) else None
    if belief is None:
        return None
    stated = takes_up_noun(verb) and belief.has(Trait.SPEECH)  # "que l'on disait malade"
    return belief if stated or belief.has(Trait.ATTITUDE) else None


def foreseen(operator: Operator | None, verb: Word, operators: Operators) -> Operator | None:
    """The operator of a verb for its object, or that of its clauses if the two differ by a source only.

    "La SNCF prévoit deux trains sur trois"; not "le texte prévoit une amende", nor "il prévoit", where a
    pronoun may stand for the text.
    """
    who = first(verb, "nsubj")
    if who is not None and feature(who, "PronType") == "Rel":
        who = antecedent(who)
    if operator is None or operator.source or who is None or who.pos_ == "PRON":
        return operator
    told = operators.of_verb(verb, "que")
    foresees = is_passive(verb) or (can_speak(who) and noun_class(who) != "document")
    return told if foresees and told is not None and told.passive == operator.cls else operator


def has_matter(verb: Word, operator: Operator, operators: Operators) -> bool:
    """Whether a verb without a clause has other content: an object, or the subject of a passive."""
    if is_passive(verb):
        agent = agent_of(verb)
        told = operator.source == "subject" and agent is not None and can_speak(agent)
        return operator.has(Trait.PASSIVE_MATTER) or told
    if operator.has(Trait.OBJECTLESS) or first(verb, "obj") is not None or takes_up_noun(verb):
        return True
    if judged_act(verb) is not None:
        return True
    return operators.of_verb(verb, "obl") is not None and first(verb, "obl") is not None


def _has_attribute(verb: Word) -> bool:
    """Whether the object of a verb has a predicative complement: "juge le prix excessif"."""
    held = first(verb, "obj")
    if takes_up_noun(verb):
        described = (child for child in children(verb, "xcomp", "obj") if child.i > verb.i)
        return any(child.base == "xcomp" or child.pos_ in ("ADJ", "VERB") for child in described)
    if judged_act(verb) is not None:
        return True
    if held is None or held.i < verb.i:
        return False
    if first(verb, "xcomp") is not None:
        return True
    end = held.i + 1
    if end + 1 < len(verb.parse) and verb.parse[end].is_quote:
        return True
    return _is_definite(held) and any(child.i == end for child in children(held, "amod"))


def takes_up_noun(verb: Word) -> bool:
    """Whether the object of a verb is a relative "que": "un chiffre que l'agence juge exagéré"."""
    opened = (child for child in children(verb, "mark", "obj") if child.i < verb.i)
    return verb.base == "acl" and has_class(opened, grammar.COMPLEMENTIZER)


def _is_any(noun: Word) -> bool:
    """Whether a noun stands for whatever there may be of its kind: "conteste toute négligence"."""
    before = noun.parse[noun.left_edge.i]
    whole = any(child.base == "det" and child is not before for child in noun.children)
    return grammar.UNIVERSAL in before.classes and feature(before, "Number") != "Plur" and not whole


def _is_definite(noun: Word) -> bool:
    return any(
        feature(child, "Definite") == "Def"
        or feature(child, "Poss") == "Yes"
        or has_class((child,), grammar.DEMONSTRATIVE_DETERMINER)
        for child in noun.children
    )
