"""Concessions with "si" that only the meaning of their verb tells from conditions."""

from claimx.claims.operators.classes import Trait
from claimx.claims.operators.lookup import Operators
from claimx.lexicons import grammar
from claimx.syntax.clause import Clause
from claimx.syntax.subordination import clause_type
from claimx.syntax.verbs import finite_form, mood, tense
from claimx.syntax.words import Word


def clause_effect(clause: Clause, operators: Operators) -> str:
    """The type of a clause as ``clause_type`` gives it, ``plain`` for a concession in the present.

    "Si la maire salue l'accord, ses opposants le critiquent": an approval before a fact is no condition.
    """
    effect = clause_type(clause)
    if effect == "condition" and clause.top.i < clause.top.head.i and _approves(clause.head, operators):
        return "plain" if _is_fact(clause.top) and _is_fact(clause.top.head) else effect
    return effect


def _approves(verb: Word, operators: Operators) -> bool:
    operator = operators.of_verb(verb, "que")
    return operator is not None and operator.has(Trait.NEUTRAL_IN_QUOTES)


def _is_fact(verb: Word) -> bool:
    form = finite_form(verb)
    return (
        mood(form) == "Ind"
        and tense(form) == "Pres"
        and form is not None
        and grammar.MODAL not in form.lemma_classes
    )
