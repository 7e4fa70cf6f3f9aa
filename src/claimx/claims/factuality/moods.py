"""Steps for mood, tense and modal verbs.

The French conditional is a hedge ("seraient en discussion"), the consequence of a condition, a future in the
past ("a annoncé qu'il investirait"), or politeness; the context decides.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from claimx.claims.factuality.modality import (
    guesses_whereabouts,
    has_condition_as_subject,
    is_demanded,
    is_duty,
    is_eventuality,
)
from claimx.claims.factuality.necessity import is_guess, is_scheduled
from claimx.claims.factuality.steps import Step
from claimx.lexicons import grammar
from claimx.model import Level
from claimx.syntax.clause import Clause, subject
from claimx.syntax.clefts import cleft_frame
from claimx.syntax.dependencies import feature, has_class, is_demonstrative, is_reflexive, marker_classes
from claimx.syntax.verbs import is_compound, mood, negation, tense
from claimx.syntax.words import Word


@dataclass(frozen=True, slots=True)
class MoodContext:
    """The context that disambiguates the mood of a clause.

    conditional: a condition applies to it. conditional_present: a "si"-clause applies to its present
    tense. past_governor: a past verb governs it. quoted: it is in direct speech. voiced: it is, or a verb of
    speech or belief governs it. narrated: its sentence is in the simple past, or it is dated in the past.
    dated: it has the date of an appointment.
    """

    conditional: bool
    conditional_present: bool
    past_governor: bool
    quoted: bool
    voiced: bool
    narrated: bool
    dated: bool


def mood_steps(clause: Clause, context: MoodContext) -> Iterator[Step]:
    """The steps of the finite form and the modal verbs of a clause, outermost first."""
    form = clause.finite
    if form is not None and clause.kind == "finite":
        if mood(form) == "Cnd":
            if not _cannot(clause):
                yield _conditional(clause, form, context)
        elif tense(form) == "Fut":
            yield from _future(clause, form, context)
        elif context.conditional_present or (context.conditional and grammar.MODAL in form.lemma_classes):
            yield _step("hypothetical", "condition", form, Level.UNKNOWN)
    for link, following in zip(clause.links, clause.links[1:], strict=False):
        yield from _modal(link, following, clause, dated=context.dated)


def _cannot(clause: Clause) -> bool:
    """Whether a conditional only says that something can't be: "ne saurait accepter"."""
    verb = clause.links[0]
    return grammar.CAPACITY in verb.lemma_classes and len(clause.links) > 1 and negation(verb) is not None


def _conditional(clause: Clause, form: Word, context: MoodContext) -> Step:
    verb = clause.links[0]
    meaning = verb.lemma_classes
    past = is_compound(verb, form)
    if context.conditional:
        return _step("hypothetical", "condition", form, Level.UNKNOWN)
    if grammar.NECESSITY in meaning and len(clause.links) > 1 and not past and _is_norm(clause, context):
        return _step("norm", "norm", form, Level.UNKNOWN)
    if context.past_governor and not past:
        if grammar.POSSIBILITY in meaning:
            return _step("modal-possibility", "modality", form, Level.POSSIBLE)
        return _step("future-in-the-past", "mood", form, Level.PROBABLE)
    if grammar.MODAL in meaning and len(clause.links) > 1:
        return _modal_conditional(clause, form, past)
    if grammar.POSSIBILITY in meaning and is_reflexive(verb):
        return _step("modal-possibility", "modality", form, Level.POSSIBLE)  # "il se pourrait que P"
    if grammar.DEONTIC in meaning or (grammar.IMPERSONAL_DEONTIC in meaning and _is_impersonal(verb)):
        return _step("norm", "norm", form, Level.UNKNOWN)
    if grammar.VOLITION in meaning:
        return _step("wish", "intention", form, Level.POSSIBLE)
    if context.past_governor:
        return _step("epistemic-conditional", "mood", form, Level.POSSIBLE)
    if _is_hypothesis(clause, context, past):
        return _step("hypothetical-conditional", "condition", form, Level.UNKNOWN)
    return _step("epistemic-conditional", "mood", form, Level.POSSIBLE)


def _modal_conditional(clause: Clause, form: Word, past: bool) -> Step:
    verb = clause.links[0]
    if past and not (grammar.POSSIBILITY in verb.lemma_classes and guesses_whereabouts(clause)):
        return _step("counterfactual", "condition", form, Level.UNKNOWN)
    if grammar.POSSIBILITY in verb.lemma_classes:
        return _step("modal-possibility", "modality", form, Level.POSSIBLE)
    return _step("modal-expectation", "modality", form, Level.PROBABLE)


def _is_norm(clause: Clause, context: MoodContext) -> bool:
    """Whether a "devrait" says what ought to be, and not what is expected."""
    if context.past_governor:
        return False  # "a précisé que le poste devrait être supprimé"
    if _speaks_of_us(clause) or is_duty(clause):
        return True
    return not context.dated and is_demanded(clause, voiced=context.voiced)


def _speaks_of_us(clause: Clause) -> bool:
    who = subject(clause)
    if clause.finite is not None and feature(clause.finite, "Person") in ("1", "2"):
        return True
    return (
        who is not None
        and who.pos_ == "PRON"
        and (feature(who, "Person") in ("1", "2") or grammar.GENERIC_PRONOUN in who.classes)
    )


def _is_hypothesis(clause: Clause, context: MoodContext, past: bool) -> bool:
    """A conditional that is hypothetical without a condition: what "I", "we" or "this" would do."""
    who = subject(clause)
    if any(cleft_frame(child) is not None for child in clause.head.children):
        return False  # "ce serait X qui P"
    if _speaks_of_us(clause) or (not past and has_condition_as_subject(clause)):
        return True
    if (who is not None and who.base == "csubj") or (
        clause.head.pos_ == "ADJ" and _is_impersonal(clause.head)
    ):
        return True
    if (
        who is not None
        and grammar.RELATIVE in who.classes
        and clause.top.head.base != "root"
        and is_demonstrative(clause.top.head)
    ):
        return not past
    return not past and (context.quoted or (who is not None and is_demonstrative(who)))


def _is_impersonal(token: Word) -> bool:
    """Whether a predicate has an impersonal "il": an expletive, or with an infinitive after it."""
    if any(child.base == "expl" and grammar.EXPLETIVE_SUBJECT in child.classes for child in token.children):
        return True
    return has_class(token.children, grammar.EXPLETIVE_SUBJECT) and any(
        child.base in ("xcomp", "ccomp", "csubj", "advcl") and feature(child, "VerbForm") == "Inf"
        for child in token.children
    )


def _future(clause: Clause, form: Word, context: MoodContext) -> Iterator[Step]:
    if context.conditional:
        yield _step("hypothetical", "condition", form, Level.UNKNOWN)
    elif not is_compound(clause.links[0], form) and not context.narrated:
        yield _step("future", "mood", form, Level.PROBABLE)


def _modal(link: Word, following: Word, clause: Clause, *, dated: bool) -> Iterator[Step]:
    """The steps of ``aller`` + infinitive, epistemic ``pouvoir``, and ``devoir`` of a schedule or a guess.

    Otherwise ``devoir`` is an obligation, which is a fact.
    """
    meaning = link.lemma_classes
    if grammar.NEAR_FUTURE in meaning and tense(clause.finite) in ("Pres", "Imp") and clause.finite == link:
        yield _step("near-future", "mood", link, Level.PROBABLE)
    elif grammar.POSSIBILITY in meaning and clause.finite == link:
        present = mood(link) == "Ind" and tense(link) == "Pres"
        if present and negation(link) is None and is_eventuality(clause):
            yield _step("modal-possibility", "modality", link, Level.POSSIBLE)
    elif grammar.NECESSITY in meaning and mood(clause.finite) == "Ind" and negation(link) is None:
        past = is_compound(link, clause.finite)
        if grammar.SUBJUNCTIVE_CONJUNCTION in marker_classes(clause.top):
            return  # "bien que le texte doive être relu"
        if past and is_guess(clause):
            yield _step("modal-guess", "modality", link, Level.PROBABLE)
        elif link == clause.finite and tense(link) in ("Pres", "Imp") and is_scheduled(clause, dated=dated):
            yield _step("modal-scheduled", "modality", link, Level.PROBABLE)


def _step(rule: str, kind: str, token: Word, level: Level) -> Step:
    return Step(rule, kind, token.i, token.i + 1, level)
