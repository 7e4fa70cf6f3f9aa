"""The operators along a verb chain: chain verbs, predicates, nouns in light-verb constructions, negation.

In "n'a pas l'intention de renoncer", "intention" is the operator and "pas" negates it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache

from claimx import lexicons
from claimx.claims.factuality.steps import Step
from claimx.claims.operators.complements import has_recipient
from claimx.claims.operators.lookup import nominal_operator, verb_operator
from claimx.claims.operators.table import Operator, classes
from claimx.model import Level
from claimx.syntax.clauses import LINKING, Clause
from claimx.syntax.dependencies import children, feature, first, helpers, is_passive
from claimx.syntax.subordination import clause_type
from claimx.syntax.verbs import finite_form, is_compound, mood, negation
from claimx.syntax.words import Word

# Nouns and predicates of these classes say something of the claim that they are part of; the others
# only of a clause that they govern ("il est important que", but "le marché est important").
OF_OBJECTS = frozenset(
    {
        "ability",
        "apprehension",
        "conjecture",
        "doubt",
        "expectation",
        "failure",
        "impossibility",
        "intention",
        "norm",
        "plan",
        "rumour",
    }
)
OF_PREDICATES = frozenset(
    {"possibility", "probability", "improbability", "accusation", "expectation", "intention", "plan"}
)
OF_PASSIVES = frozenset(
    {"accusation", "intention", "plan", "estimate", "expectation", "rumour", "possibility"}
)
NEAR = 5
LESSENING = frozenset({"peu", "guère", "difficilement"})


def chain_steps(
    clause: Clause, *, governor: Word | None = None, frame: str = "que", reported: Callable[[Word], bool]
) -> Iterator[Step]:
    """The steps of a clause's verb chain, outermost first.

    governor: the word of the clause whose content is asked for, with the complement ``frame`` that it
        has; None for the clause's own claim.
    reported: whether a verb is the cue of an attribution, whose effect is counted there.
    """
    for link in clause.links:
        negator = negation(link) or _shared_negation(clause, link)
        if governor is not None and link == governor:
            operator = None if reported(link) else _of_content(link, frame)
        elif link != clause.head:
            operator = _of_chain(link)
        else:
            operator = _of_own(clause, link, reported)
        if (
            operator is not None
            and negator is not None
            and operator.cls == "intention"
            and _is_done(clause, link)
        ):
            # "n'a pas souhaité commenter" says that it was not done; "ne souhaite pas", that it may not be.
            yield Step("negation", "negation", negator.i, negator.i + 1, polarity=-1)
        elif operator is not None:
            yield operator_step(operator, link, negator)
        elif negator is not None and clause_type(clause) == "negative":
            continue  # "sans que rien ne change": one negation in two words
        elif negator is not None and not (governor is not None and reported(link)):
            yield Step("negation", "negation", negator.i, negator.i + 1, polarity=-1)
        yield from _of_attribute(link)


def _of_attribute(link: Word) -> Iterator[Step]:
    """What an attribute says of its clause: "semble improbable", "reste possible"."""
    seeming = verb_operator(link, "inf")
    if link.lemma_ not in ("demeurer", "rester") and (seeming is None or seeming.cls != "appearance"):
        return
    attribute = first(link, "xcomp")
    operator = nominal_operator(attribute) if attribute is not None and attribute.pos_ == "ADJ" else None
    if attribute is not None and operator is not None and operator.cls in OF_PREDICATES:
        yield operator_step(operator, attribute, None)


def _is_done(clause: Clause, link: Word) -> bool:
    """A compound past, of the first verb of the chain."""
    return link == clause.links[0] and mood(clause.finite) == "Ind" and is_compound(link, clause.finite)


def operator_step(operator: Operator, token: Word, negator: Word | None) -> Step:
    """What an operator does in positive or in negated context, with the words that say so."""
    start = token.i
    if negator is None:
        level, polarity = operator.level or Level.PROBABLE, operator.polarity
        lessened = any(child.lower_ in LESSENING for child in token.children)
        if lessened and operator.cls in ("probability", "possibility"):
            level = Level.DOUBTFUL
    else:
        level, polarity = operator.negated_level or Level.PROBABLE, operator.negated_polarity
        start = negator.i if 0 < token.i - negator.i < 4 else start
    return Step(operator.cls, operator.cls, start, token.i + 1, level, polarity)


def _shared_negation(clause: Clause, link: Word) -> Word | None:
    """The negation of an auxiliary that two participles share ("n'a pas été vendu ni cédé")."""
    if clause.partner is None or clause.shared or helpers(link) or finite_form(link) is not None:
        return None
    return negation(clause.partner.head)


def _is_predicate(link: Word) -> bool:
    return link.pos_ not in ("VERB", "AUX") or any(helper.base == "cop" for helper in helpers(link))


def _of_chain(link: Word) -> Operator | None:
    operator = verb_operator(link, "inf")
    if operator is not None and operator.cls == "request" and has_recipient(link):
        return classes()["act"]
    if _is_predicate(link) or is_passive(link):
        operator = nominal_operator(link, "inf") or operator
    return operator or _of_held(link)


def _of_held(link: Word) -> Operator | None:
    """The operator of the noun that a light verb holds: "a l'intention", "a pour but", "est sur le point"."""
    if link.lemma_ in _light_verbs():
        held = first(link, "obj")
        operator = nominal_operator(held) if held is not None else None
        if operator is not None:
            return operator
    if link.lemma_ in ("être", "avoir"):
        for child in children(link, "obl"):
            if first(child, "case") is not None and child.i - link.i < NEAR:
                return nominal_operator(child)
    return None


def _of_content(link: Word, frame: str) -> Operator | None:
    found = verb_operator(link, frame)
    if _is_predicate(link) or is_passive(link):
        # "il est recommandé que" is a norm, whoever recommends.
        found = nominal_operator(link) or found
    if found is None and (_is_predicate(link) or link.lemma_ == "être"):
        subject = first(link, "nsubj")
        found = nominal_operator(subject) if subject is not None and subject.pos_ == "NOUN" else None
    return found or _of_held(link)


def _of_own(clause: Clause, link: Word, reported: Callable[[Word], bool]) -> Operator | None:
    held = first(link, "obj")
    if link.lemma_ in ("être", "avoir") or (
        held is not None and held.pos_ == "NOUN" and link.lemma_ in _light_verbs()
    ):
        operator = _of_held(link)
        noun = held or first(link, "obl")
        if operator is not None and noun is not None and operator.cls in OF_OBJECTS and _has_content(noun):
            return operator
    if reported(link):
        return None
    impersonal = verb_operator(link, "inf") if any(child.base == "expl" for child in link.children) else None
    if impersonal is not None and impersonal.cls == "norm" and first(link, "csubj") is not None:
        return impersonal
    seeming = verb_operator(link, "inf") if first(link, "xcomp") is not None else None
    if seeming is not None and seeming.cls == "appearance":
        return seeming
    if _is_predicate(link):
        operator = nominal_operator(link)
        if any(child.base == "expl" for child in link.children) and any(
            feature(child, "VerbForm") == "Inf" for child in link.children
        ):
            return operator
        prepositional = any(child.base == "case" for child in link.children)
        allowed = operator is not None and (
            prepositional or (link.pos_ != "NOUN" and operator.cls in OF_PREDICATES)
        )
        return operator if allowed else None
    operator = verb_operator(link, "np")
    if clause.kind == "headline" or is_passive(link):
        operator = verb_operator(link, "passive") or operator or nominal_operator(link)
        if operator is not None and operator.cls == "accusation":
            return classes()["suspicion"]
        return operator if operator is not None and operator.cls in OF_PASSIVES else None
    planned = verb_operator(link, "event")
    if planned is not None and any(child.lemma_ in _events() for child in children(link, "obj", "obl")):
        return planned
    if operator is None or operator.source or operator.cls == "expectation":
        return None
    return operator if held is not None or operator.cls == "failure" else None


def _has_content(noun: Word) -> bool:
    """Whether a noun says what of: "l'intention de partir", "le rachat", by the parse or the next words."""
    if any(children(noun, "acl", "nmod", "ccomp")) or first(noun, "case") is not None:
        return True
    following = noun.parse[noun.i + 1 : noun.i + 4]
    return (
        len(following) > 1
        and following[0].lower_ in LINKING
        and any(feature(token, "VerbForm") == "Inf" for token in following)
    )


@cache
def _events() -> frozenset[str]:
    return frozenset(row["lemma"] for row in lexicons.read("event_nouns"))


@cache
def _light_verbs() -> frozenset[str]:
    return frozenset(row["lemma"] for row in lexicons.read("light_verbs"))
