"""Whether a verb of a clause is negated: by its own negation, one that it shares, or a verb before it.

In "ne peut exclure que P", "exclure" is negated; in "n'hésite pas à affirmer que P", "affirmer" is not.
"""

from claimx.claims.operators.lookup import Operators
from claimx.syntax.clause import Clause
from claimx.syntax.dependencies import helpers
from claimx.syntax.verbs import finite_form, negation
from claimx.syntax.words import Word


def clause_negation(clause: Clause, link: Word) -> Word | None:
    """The negation of a verb of a clause, its own or that of an auxiliary that it shares; or None."""
    return negation(link) or _shared_negation(clause, link)


def chain_negation(clause: Clause | None, verb: Word, operators: Operators) -> Word | None:
    """The word by which a verb is negated in its chain, or None; two negations cancel.

    clause: the clause that has the verb among its links; else only the verb's own negation counts.
    """
    if clause is None or verb not in clause.links:
        return negation(verb)
    found: Word | None = None
    for link in clause.links:
        own = clause_negation(clause, link)
        reverses = own is not None
        if link != verb:
            operator = operators.of_verb(link, "inf")
            if operator is not None:
                reverses = operator.effect(negated=own is not None)[1] < 0
        if reverses:
            found = (own or link) if found is None else None
        if link == verb:
            break
    return found


def _shared_negation(clause: Clause, link: Word) -> Word | None:
    """The negation of an auxiliary shared by two participles ("n'a pas été vendu ni cédé"), or None."""
    partner = clause.partner
    if partner is None or clause.finite is None or clause.finite != partner.finite:
        return None
    if clause.shared or link != clause.top:
        return None
    return None if helpers(link) or finite_form(link) is not None else negation(partner.head)
