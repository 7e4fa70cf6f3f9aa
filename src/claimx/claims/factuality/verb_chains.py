"""The operators along a verb chain: chain verbs, predicates, nouns in light-verb constructions, negation.

In "n'a pas l'intention de renoncer", "intention" is the operator and "pas" negates it.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator
from dataclasses import replace
from functools import cache

from claimx import lexicons
from claimx.claims.factuality.modality import has_reading
from claimx.claims.factuality.open_plans import open_plan
from claimx.claims.factuality.steps import Step
from claimx.claims.operators.adverbs import has_adverb
from claimx.claims.operators.classes import Operator, Trait
from claimx.claims.operators.complements import has_recipient
from claimx.claims.operators.event_nouns import is_event_noun
from claimx.claims.operators.lookup import Operators
from claimx.claims.operators.negated_chains import chain_negation, clause_negation
from claimx.lexicons import grammar
from claimx.syntax.clause import Clause
from claimx.syntax.clauses import links_infinitive
from claimx.syntax.dependencies import children, feature, first, helpers, is_passive
from claimx.syntax.subordination import clause_type
from claimx.syntax.verbs import is_compound, mood
from claimx.syntax.words import Word

MAX_TOKENS_TO_NOUN = 5
MAX_TOKENS_TO_NEGATION = 4


def chain_steps(
    clause: Clause,
    operators: Operators,
    *,
    governor: Word | None = None,
    frame: str = "que",
    reported: Callable[[Word], bool],
    frozen: Container[int] = (),
) -> Iterator[Step]:
    """The steps of a clause's verb chain, outermost first.

    governor: compute the steps for the complement of this word, in the frame ``frame``; None for the claim of
        the clause itself.
    reported: whether a verb is the cue of an attribution, whose effect is counted separately.
    frozen: the indices of the words of adverbial locutions, no verbs whatever their tag ("sans nul doute").
    """
    own = governor is None
    if own and _rules_out(clause, reported, operators):
        governor, frame = clause.head, "np"
    for link in clause.links:
        if link.i in frozen:
            continue
        if governor is not None and link == governor:
            yield from _content_steps(clause, link, frame, reported, operators)
        else:
            outer = governor is not None and governor in clause.links
            yield from _link_steps(clause, link, reported, operators, counted=outer)
        yield from _of_attribute(link, operators)
    if own:
        yield from _of_matters(clause.head, reported, operators)


def _rules_out(clause: Clause, reported: Callable[[Word], bool], operators: Operators) -> bool:
    """Whether a chain ends in a verb that rules its object out: "ne peut écarter un sabotage"."""
    head = clause.head
    if len(clause.links) < 2 or reported(head) or first(head, "obj") is None:
        return False
    operator = operators.of_verb(head, "np")
    return operator is not None and operator.polarity < 0 and operator.has(Trait.VOUCHED_NEGATED)


def _of_matters(verb: Word, reported: Callable[[Word], bool], operators: Operators) -> Iterator[Step]:
    """The step of an adjective of what is reported: "évoque une possible fermeture"."""
    if not reported(verb):
        return
    for matter in children(verb, "obj", "obl"):
        for adjective in children(matter, "amod"):
            operator = operators.of_nominal(adjective) if adjective.pos_ == "ADJ" else None
            if operator is not None and operator.has(Trait.OF_PREDICATES) and operator.polarity > 0:
                yield operator_step(operator, adjective, None)


def _content_steps(
    clause: Clause, link: Word, frame: str, reported: Callable[[Word], bool], operators: Operators
) -> Iterator[Step]:
    """The step of a verb for its complement; the negation of a verb before it negates it."""
    if reported(link):
        return  # the attribution has it
    negator = chain_negation(clause, link, operators)
    operator = _of_content(link, frame, operators)
    if operator is not None:
        yield operator_step(operator, link, negator)
    elif negator is not None and clause_type(clause) != "negative":
        yield from negation_steps(negator)


def _link_steps(
    clause: Clause, link: Word, reported: Callable[[Word], bool], operators: Operators, *, counted: bool
) -> Iterator[Step]:
    """The step of a verb of the chain itself.

    counted: whether the polarity of the verb is taken into account at a later verb of the chain.
    """
    negator = clause_negation(clause, link)
    if link != clause.head:
        operator = _of_chain(link, operators)
    else:
        operator = _of_own(clause, link, reported, operators)
    if negator is not None and operator is not None and operator.has(Trait.CANCELLED):
        # "n'a pas souhaité commenter" says that it was not done; "ne souhaite pas", that it may not be.
        silent = link.lemma_ != clause.head.lemma_ and has_reading(clause.head, "comment")
        operator = None if silent or _is_done(clause, link) else operator
    if operator is not None:
        step = operator_step(operator, link, negator)
        yield replace(step, polarity=1) if counted else step
    elif negator is None or counted or clause_type(clause) == "negative":
        return  # "sans que rien ne change": one negation in two words
    elif not reported(link):
        yield from negation_steps(negator)


def negation_steps(negator: Word | None) -> list[Step]:
    """The step of a negation; none without a negator."""
    if negator is None:
        return []
    return [Step("negation", "negation", negator.i, negator.i + 1, polarity=-1)]


def _of_attribute(link: Word, operators: Operators) -> Iterator[Step]:
    """The step of a predicative adjective: "semble improbable", "reste possible"."""
    seeming = operators.of_verb(link, "inf")
    if grammar.PERSISTENCE not in link.lemma_classes and (seeming is None or not seeming.has(Trait.SEEMING)):
        return
    attribute = first(link, "xcomp")
    operator = operators.of_nominal(attribute) if attribute is not None and attribute.pos_ == "ADJ" else None
    if attribute is not None and operator is not None and operator.has(Trait.OF_PREDICATES):
        yield operator_step(operator, attribute, None)


def _is_done(clause: Clause, link: Word) -> bool:
    """Whether a verb is the first of the chain and in a compound past."""
    return link == clause.links[0] and mood(clause.finite) == "Ind" and is_compound(link, clause.finite)


def operator_step(operator: Operator, token: Word, negator: Word | None) -> Step:
    """The step of an operator, negated if there is a negator."""
    start = token.i
    level, polarity = operator.effect(negated=negator is not None, lessened=has_adverb(token, "lessening"))
    if negator is not None and 0 < token.i - negator.i < MAX_TOKENS_TO_NEGATION:
        start = negator.i
    return Step(operator.cls, operator.cls, start, token.i + 1, level, polarity)


def _is_predicate(link: Word) -> bool:
    return link.pos_ not in ("VERB", "AUX") or any(helper.base == "cop" for helper in helpers(link))


def _of_chain(link: Word, operators: Operators) -> Operator | None:
    operator = operators.of_verb(link, "inf")
    if operator is not None and operator.addressed and has_recipient(link):
        return operators.classes[operator.addressed]
    if _is_predicate(link) or is_passive(link):
        operator = operators.of_nominal(link, "inf") or operator
    return operator or _of_held(link, operators)


def _of_held(link: Word, operators: Operators) -> Operator | None:
    """The operator of the noun of a light verb: "a l'intention", "est sur le point"; or None."""
    if link.lemma_ in _light_verbs():
        held = _measured(link) or first(link, "obj")
        operator = operators.of_nominal(held) if held is not None else None
        if operator is not None:
            return operator
    if grammar.AUXILIARY in link.lemma_classes:
        for child in children(link, "obl"):
            if first(child, "case") is not None and child.i - link.i < MAX_TOKENS_TO_NOUN:
                return operators.of_nominal(child)
    return None


def _measured(link: Word) -> Word | None:
    """The noun that the parser attached to its measure: "il y a peu de chances"."""
    return next(
        (
            noun
            for adverb in children(link, "advmod", "obj")
            if adverb.pos_ == "ADV"
            for noun in children(adverb, "obl", "nmod")
        ),
        None,
    )


def _of_content(link: Word, frame: str, operators: Operators) -> Operator | None:
    found = operators.of_verb(link, frame)
    held = _of_held(link, operators)
    if held is not None and found is not None and found.has(Trait.LIGHT):
        return held  # "il ne fait aucun doute que"
    if _is_predicate(link) or is_passive(link):
        # "il est recommandé que" is a norm, whoever recommends.
        found = operators.of_nominal(link) or found
    predicative = _is_predicate(link) or grammar.COPULA in link.lemma_classes
    if found is None and (predicative or link.lemma_ in _light_verbs()):  # "le bruit court que P"
        subject = first(link, "nsubj")
        found = operators.of_nominal(subject) if subject is not None and subject.pos_ == "NOUN" else None
    return found or held


def _of_own(
    clause: Clause, link: Word, reported: Callable[[Word], bool], operators: Operators
) -> Operator | None:
    """The operator by which the predicate of a clause qualifies the clause itself, or None."""
    light = operators.of_phrasal_verb(link, "np") or _of_light_verb(link, operators)
    if light is not None or reported(link):
        return light
    governing = operators.of_verb(link, "inf")
    if governing is not None:
        if governing.has(Trait.IMPERSONAL) and _is_impersonal(link) and first(link, "csubj") is not None:
            return governing
        if governing.has(Trait.SEEMING) and first(link, "xcomp") is not None:
            return governing
    return _of_predicate(link, operators) if _is_predicate(link) else _of_matter(clause, link, operators)


def _of_light_verb(link: Word, operators: Operators) -> Operator | None:
    """The operator of a noun with a complement under a light verb: "a l'intention de partir"."""
    held = first(link, "obj")
    noun = held or first(link, "obl")
    holds_noun = held is not None and held.pos_ == "NOUN" and link.lemma_ in _light_verbs()
    if noun is None or not (holds_noun or grammar.AUXILIARY in link.lemma_classes):
        return None
    operator = _of_held(link, operators)
    qualifies = operator is not None and operator.has(Trait.OF_OBJECTS) and _has_content(noun)
    return operator if qualifies else None


def _is_impersonal(link: Word) -> bool:
    return any(child.base == "expl" for child in link.children)


def _of_predicate(link: Word, operators: Operators) -> Operator | None:
    """The operator of an adjective or a locution: "est probable", "est en discussion"."""
    operator = operators.of_nominal(link)
    if _is_impersonal(link) and any(feature(child, "VerbForm") == "Inf" for child in link.children):
        return operator
    prepositional = any(child.base == "case" for child in link.children)
    qualifies = operator is not None and (
        prepositional or (link.pos_ != "NOUN" and operator.has(Trait.OF_PREDICATES))
    )
    return operator if qualifies else None


def _of_matter(clause: Clause, link: Word, operators: Operators) -> Operator | None:
    """The operator of a verb with a noun phrase: "étudie la vente", "est estimé à"."""
    negator = clause_negation(clause, link)
    if negator is not None and negator in children(link, "obj"):
        return None  # "ne risque rien": there is no object that it could qualify
    operator = operators.of_verb(link, "np")
    if clause.kind == "headline" or is_passive(link):
        operator = operators.of_verb(link, "passive") or operator or operators.of_nominal(link)
        return operators.classes[operator.passive] if operator is not None and operator.passive else None
    planned = operators.of_verb(link, "event")
    if planned is not None and any(is_event_noun(child.lemma_) for child in children(link, "obj", "obl")):
        return planned
    if operator is None:
        return open_plan(clause, link, operators)
    if operator is None or operator.source or operator.has(Trait.NO_MATTER):
        return None
    return operator if first(link, "obj") is not None or operator.has(Trait.OBJECTLESS) else None


def _has_content(noun: Word) -> bool:
    """Whether a noun has a complement, by the parse or the next words: "l'intention de partir"."""
    case = first(noun, "case")
    partitive = case is not None and grammar.GENITIVE_PREPOSITION in case.classes  # "n'a plus de projet"
    if any(children(noun, "acl", "nmod", "ccomp")) or (case is not None and not partitive):
        return True
    following = noun.parse[noun.i + 1 : noun.i + 4]
    return (
        len(following) > 1
        and links_infinitive(following[0])
        and any(feature(token, "VerbForm") == "Inf" for token in following)
    )


@cache
def _light_verbs() -> frozenset[str]:
    return frozenset(row["lemma"] for row in lexicons.read("light_verbs"))
