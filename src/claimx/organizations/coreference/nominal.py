"""Nominal anaphora: "la startup", "le groupe", "la firme de Redmond", "les deux constructeurs".

Precision first: without one clear antecedent, nothing is resolved. Mentions are read in order, so that an
anaphor may be the antecedent of the next one.
"""

from __future__ import annotations

from collections.abc import Container
from typing import NamedTuple

from claimx.organizations.coreference.canonical import Referent, ResolvedMention
from claimx.organizations.coreference.discourse import DiscourseModel, is_ancestor
from claimx.organizations.coreference.fit import CALLED, POSSIBLE, UNION, grade_of, may_be_from
from claimx.organizations.coreference.modifiers import LINKS, read_modifier
from claimx.organizations.lexicon import set_nouns, word_with_role
from claimx.organizations.mention import Head
from claimx.organizations.spelling import is_acronym

MAX_SENTENCES_BACK = 3
MAX_SENTENCES_BACK_OF_TOPIC = 8
MAX_SENTENCES_BACK_OF_SET = 2
MAX_COORDINATIONS_BACK = 19
MAX_TOKENS_OF_DETERMINER = 3
# Weights of a candidate, in sentences of distance that they outweigh, and the lead that the best must have.
WEIGHT_OF_CALL, WEIGHT_OF_GRADE, WEIGHT_OF_PROMINENCE = 4.0, 0.6, 1.5
WEIGHT_OF_TOPIC, WEIGHT_OF_REPETITION, WEIGHT_OF_SENTENCE = 0.75, 2.5, 0.75
MAX_DISTANCE_OF_REPETITION = 2
MIN_LEAD = 0.75
# A noun of more sectors ("industriel") tells little.
MAX_SECTORS_OF_TRADE = 3


class Candidate(NamedTuple):
    """An organisation that a noun may refer to: how well the noun fits it, and its last mention."""

    grade: int
    referent: Referent
    mention: ResolvedMention


def resolve(discourse: DiscourseModel, head: Head, names: Container[int]) -> ResolvedMention | None:
    """The referents of a nominal head with a definite determiner, None if uncertain.

    names: the first tokens of the mentions by name.
    """
    document, noun = discourse.document, head.noun
    named = document.is_capital(head.first) and head.first not in document.starts
    if noun.evidence == "none" or (named and not is_acronym(document.words[head.first])):
        return None
    first, amount = _determiner(discourse, head)
    if not document.has_role(first, "article", "contraction", "demonstrative"):
        return None
    if any(document.has_role(index, "different") for index in range(first, head.first)):
        return None
    if _is_predicate(discourse, head) or (noun.number == "s" and _is_plural(discourse, first)):
        return None
    if noun.number == "p":
        _, members = set_nouns().get(document.form(head.first), (noun, None))
        chosen, after = _resolve_set(discourse, head, first, members or amount)
    else:
        chosen, after = _resolve_one(discourse, head, names)
    if not chosen:
        return None
    if len(chosen) == 1:
        chosen[0].anaphors.add(noun.lemma)
    parse = document.parse
    return ResolvedMention(
        parse[first].idx, parse[after - 1].end, first, after, tuple(chosen), "nominal", noun.gender
    )


def _is_predicate(discourse: DiscourseModel, head: Head) -> bool:
    """Whether a noun says what something is: "il est le leader"."""
    return any(child.base == "cop" for child in discourse.document.parse[head.first].children)


def _is_plural(discourse: DiscourseModel, determiner: int) -> bool:
    word = word_with_role(discourse.document.form(determiner), "article", "contraction", "demonstrative")
    return word is not None and word.number == "p"


def _determiner(discourse: DiscourseModel, head: Head) -> tuple[int, int | None]:
    """The token before a head, its adjectives and its numeral; and the value of that numeral."""
    document, amount = discourse.document, None
    first = head.first - 1
    while first >= 0 and first >= head.first - MAX_TOKENS_OF_DETERMINER:
        number = word_with_role(document.form(first), "number")
        amount = int(number.number) if number and number.number else amount
        if number is None and document.parse[first].pos_ != "ADJ":
            break
        first -= 1
    return first, amount


def _resolve_one(discourse: DiscourseModel, head: Head, names: Container[int]) -> tuple[list[Referent], int]:
    """The organisation that a noun in the singular stands for, and the token after its phrase."""
    modifier = read_modifier(discourse, head, names)
    if modifier is None:
        return [], head.after
    candidates = []
    for referent, mention in discourse.recent():
        grade = CALLED if id(referent) in modifier.listed else grade_of(referent, head.noun)
        if (modifier.listed and id(referent) not in modifier.listed) or (modifier.called and grade < CALLED):
            continue
        if not grade or not may_be_from(referent, modifier.country):
            continue
        if _is_somebody(head, grade) and modifier.after == head.after:
            continue
        if not _is_own_subject(discourse, mention, head):
            from_there = modifier.nation and referent.country == modifier.country != UNION
            candidates.append(Candidate(CALLED if from_there else grade, referent, mention))
    if head.noun.is_trade and len(head.noun.sectors) <= MAX_SECTORS_OF_TRADE:
        candidates = _in_trade(discourse, head, candidates)
    if modifier.alone:
        near = [candidate for candidate in candidates if _is_near(discourse, head, candidate)]
        if len({id(candidate.referent) for candidate in near if candidate.grade < CALLED}) > 1:
            return [], modifier.after
    bare = modifier.after == head.after
    return _best(discourse, head, candidates, bare=bare), modifier.after


def _is_somebody(head: Head, grade: int) -> bool:
    """Whether a bare noun is rather a person: "le promoteur" of no known promoter, "le gendarme"."""
    return "trade" in head.noun.names and (grade == POSSIBLE or head.noun.evidence == "kind")


def _in_trade(discourse: DiscourseModel, head: Head, candidates: list[Candidate]) -> list[Candidate]:
    """Those known to be in a trade, and those named in one breath with them.

    Who is in the trade counts if it is near or what the text is about; all candidates stay if there is none.
    """
    known = [
        candidate
        for candidate in candidates
        if candidate.grade > POSSIBLE
        and (_is_near(discourse, head, candidate) or _is_topic(discourse, head, candidate))
    ]
    if not known:
        return candidates
    beside = {
        id(referent)
        for coordination in discourse.coordinations[: -MAX_COORDINATIONS_BACK - 1 : -1]
        if any(candidate.referent in coordination.referents for candidate in known)
        for referent in coordination.referents
    }
    return [candidate for candidate in candidates if candidate in known or id(candidate.referent) in beside]


def _is_topic(discourse: DiscourseModel, head: Head, candidate: Candidate) -> bool:
    """Whether a candidate is what the text is about, and not too far away."""
    is_first = candidate.referent is discourse.first_subject
    return is_first and _distance(discourse, head, candidate) <= MAX_SENTENCES_BACK_OF_TOPIC


def _is_near(discourse: DiscourseModel, head: Head, candidate: Candidate) -> bool:
    """Whether a candidate is near enough; what the same noun stood for before may be farther away."""
    again = head.noun.lemma in candidate.referent.anaphors
    farthest = MAX_SENTENCES_BACK_OF_TOPIC if again else MAX_SENTENCES_BACK
    return _distance(discourse, head, candidate) <= farthest


def _distance(discourse: DiscourseModel, head: Head, candidate: Candidate) -> int:
    return discourse.sentence(head.first) - discourse.sentence(candidate.mention.first)


def _best(
    discourse: DiscourseModel, head: Head, candidates: list[Candidate], *, bare: bool
) -> list[Referent]:
    """The candidate that is called so, else the nearest and most prominent; none if two are equal.

    bare: without a modifier, the noun may stand for what it stood for before, however far away.
    """
    near = [candidate for candidate in candidates if _is_near(discourse, head, candidate)]
    if all(candidate.grade == POSSIBLE for candidate in near):
        called = [
            candidate.referent
            for candidate in candidates
            if candidate.grade == CALLED or (bare and head.noun.lemma in candidate.referent.anaphors)
        ]
        if len(called) == 1 or (called and near):
            return called if len(called) == 1 else []
    if not near:
        return _topic(discourse, head, candidates)
    order = sorted(near, key=lambda candidate: _weight(discourse, head, candidate), reverse=True)
    if len(order) > 1:
        first, second = (_weight(discourse, head, candidate)[0] for candidate in order[:2])
        if first - second < MIN_LEAD and not _is_most_mentioned(discourse, near, order[0], order[1]):
            return []
    return [order[0].referent]


def _topic(discourse: DiscourseModel, head: Head, candidates: list[Candidate]) -> list[Referent]:
    """The topic of the text, if no candidate is near."""
    for candidate in candidates:
        if _is_topic(discourse, head, candidate):
            return [candidate.referent]
    return []


def _weight(discourse: DiscourseModel, head: Head, candidate: Candidate) -> tuple[float, int]:
    """The weight of a candidate, and the number of its mentions."""
    referent = candidate.referent
    total = WEIGHT_OF_CALL * (candidate.grade == CALLED) + WEIGHT_OF_GRADE * candidate.grade
    total += WEIGHT_OF_PROMINENCE * discourse.is_prominent(candidate.mention)
    total += WEIGHT_OF_TOPIC * (referent is discourse.first_subject)
    distance = _distance(discourse, head, candidate)
    if head.noun.lemma in referent.anaphors:
        total += WEIGHT_OF_REPETITION
        distance = min(distance, MAX_DISTANCE_OF_REPETITION)
    total += WEIGHT_OF_SENTENCE * (distance == 0)
    return (total - distance, discourse.count(referent))


def _is_most_mentioned(
    discourse: DiscourseModel, near: list[Candidate], first: Candidate, second: Candidate
) -> bool:
    """Whether the first of two equal candidates is the one that the text mentions most."""
    most = max(near, key=lambda candidate: discourse.count(candidate.referent))
    more = discourse.count(first.referent) != discourse.count(second.referent)
    return first.referent is most.referent and more


def _is_own_subject(discourse: DiscourseModel, mention: ResolvedMention, head: Head) -> bool:
    """Whether both depend on one verb: in "Apple rachète la société", the latter is not Apple."""
    if not discourse.is_parsed:
        return False
    subject, token = discourse.head(mention), discourse.document.parse[head.first]
    if mention.via == "relative" and is_ancestor(subject.head, token):
        return True
    return discourse.is_subject(mention) and subject.head.i == token.head.i and subject.i != token.i


def _resolve_set(
    discourse: DiscourseModel, head: Head, first: int, amount: int | None
) -> tuple[list[Referent], int]:
    """The organisations that a noun in the plural stands for, and the token after its phrase.

    They are the last coordination that fits or, if the phrase tells their number, all that fit and were
    mentioned in the sentences before.
    """
    document, noun = discourse.document, head.noun
    involved = document.has_role(head.after, "involved")
    last = head.after + involved
    definite = document.has_role(first, "article", "contraction")
    if amount is None and not involved and definite:
        return [], last
    if not involved and (document.has_role(head.after, *LINKS) or document.is_capital(head.after)):
        return [], last
    for coordination in discourse.coordinations[: -MAX_COORDINATIONS_BACK - 1 : -1]:
        members = list(coordination.referents)
        if all(grade_of(m, noun) for m in members) and amount in (None, len(members)) and len(members) > 1:
            return members, last
    if amount is None:
        return [], last
    here = discourse.sentence(head.first)
    near = [
        referent
        for referent, mention in discourse.recent()
        if here - discourse.sentence(mention.first) <= MAX_SENTENCES_BACK_OF_SET and grade_of(referent, noun)
    ]
    return (near if len(near) == amount else []), last
