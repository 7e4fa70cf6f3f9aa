"""Readings of modal verbs and conditionals, disambiguated by subject and governed verb.

"La procédure peut durer" is epistemic, "les clients peuvent échanger" dynamic, "les patients devraient
éviter" deontic. In "racheter Atos coûterait" and "une fusion créerait" the subject is the condition.
"""

from __future__ import annotations

from functools import cache

from claimx import lexicons
from claimx.claims.attribution.source_nouns import NO_SOURCE, RECORD, noun_class
from claimx.claims.operators.adverbs import has_adverb
from claimx.claims.operators.event_nouns import is_event_noun
from claimx.lexicons import grammar
from claimx.syntax.clause import Clause, subject
from claimx.syntax.dependencies import feature, is_demonstrative, is_passive, is_reflexive
from claimx.syntax.verbs import finite_form, is_compound, tense
from claimx.syntax.words import Word

MAX_TOKENS_TO_VERB = 20
# Classes of nouns that are not agents.
THINGS = frozenset({"document", RECORD, NO_SOURCE})


def is_eventuality(clause: Clause) -> bool:
    """Whether a "pouvoir" is epistemic: an event that nobody controls may happen."""
    return has_reading(clause.head, "event") and not _acts(subject(clause))


def is_duty(clause: Clause) -> bool:
    """Whether a "devrait" is deontic: somebody ought to do something."""
    ought = any(has_reading(link, "duty") or has_adverb(link, "better") for link in clause.links)
    return ought and _acts(subject(clause))


def is_demanded(clause: Clause, *, voiced: bool) -> bool:
    """Whether a "devrait" without a date says what somebody wants done: "« Ils devraient être libérés »".

    voiced: whether the clause is a quotation or what somebody says or thinks that ("estime que P"). Then a
    passive and something in general ("une loi devrait protéger") are demands; so is a passive of "this". What
    is to happen soon is expected: "« Le pont devrait bientôt être rouvert »".
    """
    if any(has_adverb(link, "soon") for link in clause.links):
        return False
    who = subject(clause)
    if who is None:
        return False
    if is_passive(clause.head) and (voiced or is_demonstrative(who)):
        return True
    return voiced and who.pos_ == "NOUN" and feature(who, "Number") == "Sing" and _is_indefinite(who)


def _is_indefinite(noun: Word) -> bool:
    return any(feature(child, "Definite") == "Ind" for child in noun.children)


def has_condition_as_subject(clause: Clause) -> bool:
    """Whether the subject is the condition of the clause: an infinitive, or the noun of a planned act."""
    who = subject(clause)
    if _opens_with_infinitive(clause):
        return True
    planned = who is not None and who.pos_ == "NOUN" and is_event_noun(who.lemma_)
    return planned and has_reading(clause.head, "effect") and not is_passive(clause.head)


def guesses_whereabouts(clause: Clause) -> bool:
    """Whether "aurait pu" guesses: "la cave où il aurait pu se cacher", "un homme qui aurait pu l'aider".

    Only in a relative under a verb in the present; elsewhere it regrets.
    """
    top = clause.top
    if top.dep_ != "acl:relcl":
        return False
    verb = top.head.head
    now = tense(finite_form(verb)) == "Pres" and not is_compound(verb, finite_form(verb))
    located = feature(top.left_edge, "PronType") == "Rel" and grammar.RELATIVE_ADVERB in top.left_edge.classes
    person = top.head.ent_type_ == "PER" or noun_class(top.head) in ("role", "anonymous")
    return now and (located or (person and not is_passive(clause.head)))


def _acts(who: Word | None) -> bool:
    if who is None:
        return False
    if who.ent_type_ in ("PER", "ORG") or (who.pos_ == "PRON" and feature(who, "Person") in ("1", "2")):
        return True
    return grammar.GENERIC_PRONOUN in who.classes or (who.pos_ == "NOUN" and noun_class(who) not in THINGS)


def _opens_with_infinitive(clause: Clause) -> bool:
    """Whether the sentence opens with an infinitive, without comma or finite form before the verb."""
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


def has_reading(verb: Word, reading: str) -> bool:
    """Whether a verb is listed with a reading in ``verb_readings.tsv``, a reflexive verb with its clitic."""
    lemmas = grammar.reflexive_lemmas(verb.lemma_) if is_reflexive(verb) else (verb.lemma_,)
    return any(reading in _readings().get(lemma, ()) for lemma in lemmas)


@cache
def _readings() -> dict[str, tuple[str, ...]]:
    return {row["lemma"]: tuple(row["readings"].split(",")) for row in lexicons.read("verb_readings")}
