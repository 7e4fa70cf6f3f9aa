"""How a modal verb or a conditional is meant, told by the subject and the verb that follows.

"La procédure peut durer" is an eventuality, "les clients peuvent échanger" an ability; "les patients
devraient éviter" a duty; "racheter Atos coûterait", "une fusion créerait" have their condition as subject.
"""

from __future__ import annotations

from functools import cache

from claimx import lexicons
from claimx.claims.attribution.source_nouns import noun_class
from claimx.claims.operators.adverbs import has_adverb
from claimx.claims.operators.event_nouns import is_event_noun
from claimx.lexicons import grammar
from claimx.syntax.clause import Clause, subject
from claimx.syntax.dependencies import feature, is_passive, is_reflexive
from claimx.syntax.words import Word

MAX_TOKENS_TO_VERB = 20
# Nouns of these classes do not act.
THINGS = frozenset({"document", "norm"})


def is_eventuality(clause: Clause) -> bool:
    """Whether what "peut" governs comes about, and is not in anybody's power."""
    return _has_reading(clause.head, "event") and not _acts(subject(clause))


def is_duty(clause: Clause) -> bool:
    """Whether "devrait" says what somebody ought to do."""
    ought = any(_has_reading(link, "duty") or has_adverb(link, "better") for link in clause.links)
    return ought and _acts(subject(clause))


def has_condition_as_subject(clause: Clause) -> bool:
    """Whether the subject stands for "if that were done": an infinitive, or the noun of a planned act."""
    who = subject(clause)
    if _opens_with_infinitive(clause):
        return True
    planned = who is not None and who.pos_ == "NOUN" and is_event_noun(who.lemma_)
    return planned and _has_reading(clause.head, "effect") and not is_passive(clause.head)


def _acts(who: Word | None) -> bool:
    if who is None:
        return False
    if who.ent_type_ in ("PER", "ORG") or (who.pos_ == "PRON" and feature(who, "Person") in ("1", "2")):
        return True
    return grammar.GENERIC_PRONOUN in who.classes or (who.pos_ == "NOUN" and noun_class(who) not in THINGS)


def _opens_with_infinitive(clause: Clause) -> bool:
    """An infinitive that opens the sentence, nothing finite and no comma before the clause's own verb."""
    form = clause.finite
    if form is None:
        return False
    start = next((token for token in form.sent if not (token.is_punct or token.is_space)), form)
    between = form.parse[start.i + 1 : form.i]
    return (
        feature(start, "VerbForm") == "Inf"
        and len(between) < MAX_TOKENS_TO_VERB
        and not any(token.text in ",;:" or feature(token, "VerbForm") == "Fin" for token in between)
    )


def _has_reading(verb: Word, reading: str) -> bool:
    lemmas = grammar.reflexive_lemmas(verb.lemma_) if is_reflexive(verb) else (verb.lemma_,)
    return any(reading in _readings().get(lemma, ()) for lemma in lemmas)


@cache
def _readings() -> dict[str, tuple[str, ...]]:
    return {row["lemma"]: tuple(row["readings"].split(",")) for row in lexicons.read("verb_readings")}
