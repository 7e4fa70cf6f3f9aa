"""Readings of "devoir": a schedule ("le procès doit s'ouvrir lundi"), a guess ("a dû se tromper"), a duty."""

from __future__ import annotations

from functools import cache

from claimx import lexicons
from claimx.claims.attribution.source_nouns import noun_classes
from claimx.claims.factuality.modality import has_reading
from claimx.lexicons import grammar
from claimx.syntax.clause import Clause, subject
from claimx.syntax.dependencies import feature, is_passive
from claimx.syntax.words import Word


def is_scheduled(clause: Clause, *, dated: bool) -> bool:
    """Whether "doit" tells what is planned, not what somebody is obliged to do.

    dated: whether the clause has a date of an appointment. Who is condemned to pay is obliged, whatever the
    date; what people must do at no given time is a duty, except what they announce or deliver.
    """
    head, who = clause.head, antecedent(clause)
    if is_passive(head) or has_reading(head, "appointment"):
        return True
    if has_reading(head, "sanction"):
        return False
    return dated or not (has_reading(head, "obligation") or (who is not None and obeys(who)))


def is_guess(clause: Clause) -> bool:
    """Whether "a dû" infers what happened: nobody chose it, or nobody saw who did it."""
    who = antecedent(clause)
    if who is not None and who.lemma_ in _unseen():
        return True
    return has_reading(clause.head, "guess") and not (who is not None and who.ent_type_ == "ORG")


def antecedent(clause: Clause) -> Word | None:
    """The subject of a clause; for a relative pronoun the noun that it stands for."""
    who = subject(clause)
    if who is not None and grammar.RELATIVE in who.classes and clause.top.base == "acl":
        return clause.top.head
    return who


def obeys(who: Word) -> bool:
    """Whether a subject is a person or a body, whom a duty can bind."""
    if who.ent_type_ in ("PER", "ORG") or (who.pos_ == "PRON" and feature(who, "Person") in ("1", "2")):
        return True
    return grammar.GENERIC_PRONOUN in who.classes or _kind(who) in (
        "role",
        "body",
        "anonymous",
        "spokesperson",
    )


def is_body(who: Word) -> bool:
    """Whether a subject is an institution or a firm."""
    return who.ent_type_ == "ORG" or _kind(who) == "body"


def _kind(noun: Word) -> str:
    known = noun_classes()
    return next((known[form] for form in (noun.lemma_, noun.lower_) if form in known), "")


@cache
def _unseen() -> frozenset[str]:
    return frozenset(row["lemma"] for row in lexicons.read("unseen_agents"))
