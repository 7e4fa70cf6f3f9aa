"""Responses: claims that confirm, deny or decline to confirm a hedged claim of another sentence.

"Selon Reuters, Atos vendrait sa filiale. Atos a démenti ces informations." The response refers to the hedged
claim by an anaphor ("ces informations", "l'a démenti"), by an event noun ("cette vente"), or by the same
predicate and organisations ("Atos a démenti vendre sa filiale").
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import Any

from claimx import lexicons
from claimx.annotations import Annotation
from claimx.claims.operators.analysis import Analysis
from claimx.claims.operators.event_nouns import verb_of_event
from claimx.claims.operators.lookup import Operators
from claimx.lexicons import grammar
from claimx.model import Level, Response
from claimx.syntax.clause import Clause
from claimx.syntax.dependencies import (
    children,
    feature,
    first,
    first_of_class,
    has_class,
    helpers,
    is_passive,
)
from claimx.syntax.verbs import negation
from claimx.syntax.words import Word

Answers = list[dict[str, str]]

# Maximal distance of an anaphor from its antecedent.
MAX_SENTENCES_BACK = 6
# How many claims one response may answer, the nearest first, and how many are looked at to find them. Without
# a bound, a text of n rumours and n denials would have n² answers.
MAX_CLAIMS_ANSWERED = 12
MAX_CLAIMS_EXAMINED = 60


@dataclass(frozen=True, slots=True)
class Answer:
    """A response to another claim: the relation, and the word that refers to that claim, if any."""

    relation: Response
    about: Word | None


def find_relations(analysis: Analysis, marks: list[Annotation]) -> list[Answers]:
    """The responses to each claim of a text.

    marks: the claims in order, with their levels; their ids are ``c0``, ``c1`` in this order.
    """
    found: list[Answers] = [[] for _ in marks]
    tops = {clause.top.i: clause for clause in analysis.clauses.items}
    starts = [mark.values["sentence"]["start"] for mark in marks]
    order = {start: place for place, start in enumerate(sorted(set(starts)))}
    places = [order[start] for start in starts]
    hedged = [number for number, mark in enumerate(marks) if _is_open(mark)]
    by_verb: dict[str, list[int]] = defaultdict(list)
    for number in hedged:
        by_verb[_last_word(marks[number].values["predicate"]["lemma"])].append(number)
    for number, mark in enumerate(marks):
        clause = tops.get(mark.values["top"])
        answer = _answer(clause, analysis) if clause is not None else None
        if answer is None:
            continue
        verb = (
            mark.values["predicate"]["lemma"] if answer.about is None else verb_of_event(answer.about.lemma_)
        )
        if verb is None:
            chosen = _nearest(hedged, places, number)
        elif grammar.classes_of_lemma(_last_word(verb)) & grammar.EMPTY_VERBS:
            chosen = []
        else:
            near = _around(by_verb[_last_word(verb)], number)
            chosen = [other for other in near if _share_names(marks[other], mark)]
        for other in chosen[:MAX_CLAIMS_ANSWERED]:
            if places[other] != places[number]:
                found[other].append({"claim": f"c{number}", "relation": str(answer.relation)})
    return found


def _is_open(mark: Annotation) -> bool:
    """Whether a claim is hedged or only attributed."""
    level = mark.values["confidence"]["level"]
    return level != Level.CERTAIN and (level != Level.PROBABLE or bool(mark.values["sources"]))


def _nearest(hedged: list[int], places: list[int], number: int) -> list[int]:
    """The hedged claims of the sentences right before an answer: those that stand next to one another."""
    chosen: list[int] = []
    for other in reversed(hedged[: bisect_left(hedged, number)]):
        here = places[chosen[-1]] if chosen else None
        if places[other] < places[number] - MAX_SENTENCES_BACK or (
            here is not None and places[other] < here - 1
        ):
            break
        if places[other] < places[number]:
            chosen.append(other)
    return chosen


def _around(numbers: list[int], number: int) -> list[int]:
    """The claims that stand nearest to a response, before or after it, the nearest first."""
    place = bisect_left(numbers, number)
    near = numbers[max(place - MAX_CLAIMS_EXAMINED, 0) : place + MAX_CLAIMS_EXAMINED]
    return sorted(near, key=lambda other: abs(other - number))


def _last_word(lemma: str) -> str:
    return lemma.rpartition(" ")[2]


def _share_names(hedged: Annotation, answer: Annotation) -> bool:
    """A common organisation, where both claims name one."""
    names, others = _names(answer), _names(hedged)
    return bool(names & others) or not (names and others)


def _names(mark: Annotation) -> set[str]:
    values = mark.values
    return {item["name"] for kind in ("organizations", "sources") for item in values[kind] if item["name"]}


def _answer(clause: Clause, analysis: Analysis) -> Answer | None:
    """The response that a claim is, or None: "a démenti ces informations", "a démenti vendre sa filiale"."""
    governor = analysis.complements.governor(clause)
    if governor is not None and governor.lemma_ in _responses():
        relation = _relation(governor, negation(governor) is not None)
        return Answer(relation, None) if relation is not None else None
    head = clause.head
    if head.lemma_ not in _responses():
        return None
    about = next(children(head, "nsubj"), None) if is_passive(head) else _object(head)
    if about is None or not (_is_anaphor(about) or verb_of_event(about.lemma_) is not None):
        return None
    links = [
        *clause.links,
        *(clause.partner.links if clause.partner is not None and not helpers(head) else ()),
    ]
    refused = any(negation(link) is not None for link in links) or _is_refused(clause, analysis.operators)
    relation = _relation(head, refused)
    return Answer(relation, about) if relation is not None else None


def _is_refused(clause: Clause, operators: Operators) -> bool:
    """Whether a verb of the chain reverses the response: "a refusé de commenter"."""
    outer = (operators.of_verb(link, "inf") for link in clause.links[:-1])
    return any(operator is not None and operator.polarity < 0 for operator in outer)


def _object(verb: Word) -> Word | None:
    held = first(verb, "obj")
    if held is None:
        return first_of_class(children(verb, "iobj", "expl"), grammar.NEUTER_PRONOUN)
    return held


def _is_anaphor(token: Word) -> bool:
    """Whether a word refers to an earlier claim: a neuter pronoun, or "ces informations", "la rumeur"."""
    if token.pos_ == "PRON":
        return grammar.NEUTER_PRONOUN in token.classes
    if token.lemma_ not in _nouns():
        return False
    determiners = list(children(token, "det"))
    if any(feature(item, "PronType") == "Dem" for item in determiners):
        return True
    definite = has_class(determiners, grammar.DEFINITE_ARTICLE)
    return definite and not any(child.base in ("nmod", "acl") for child in token.children)


def _relation(verb: Word, negated: bool) -> Response | None:
    name = _responses()[verb.lemma_]["negated" if negated else "relation"]
    return Response(name) if name else None


@cache
def _responses() -> dict[str, dict[str, Any]]:
    return {row["lemma"]: dict(row) for row in lexicons.read("responses")}


@cache
def _nouns() -> frozenset[str]:
    return frozenset(row["lemma"] for row in lexicons.read("anaphoric_nouns"))
