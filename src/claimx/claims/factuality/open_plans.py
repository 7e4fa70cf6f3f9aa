"""Open plans by a verb with a noun phrase: "réfléchit à une taxe", "vise un titre", "étudie un péage"."""

from __future__ import annotations

from claimx.claims.factuality.necessity import antecedent, is_body, obeys
from claimx.claims.operators.classes import Operator
from claimx.claims.operators.event_nouns import is_event_noun
from claimx.claims.operators.lookup import Operators
from claimx.lexicons import grammar
from claimx.syntax.clause import Clause
from claimx.syntax.dependencies import children, feature, first, has_class
from claimx.syntax.verbs import tense
from claimx.syntax.words import Word


def open_plan(clause: Clause, link: Word, operators: Operators) -> Operator | None:
    """The operator by which the verb of a clause makes its object a plan, or None."""
    return _of_aim(clause, link, operators) or _of_option(clause, link, operators)


def _of_aim(clause: Clause, link: Word, operators: Operators) -> Operator | None:
    """The operator of a verb with what somebody considers: "réfléchit à une taxe", "vise un titre"."""
    considered = operators.of_verb(link, "obl")
    if considered is not None and not considered.source:
        matters = [child for child in children(link, "obl", "iobj") if child.i > link.i]
        return (
            considered
            if any(has_class(item.children, grammar.DATIVE_PREPOSITION) for item in matters)
            else None
        )
    aimed, held = operators.of_verb(link, "aim"), first(link, "obj")
    if aimed is None or held is None or held.ent_type_ == "PER":
        return None
    who = antecedent(clause)
    planned = is_event_noun(held.lemma_) or any(word.pos_ == "NUM" for word in held.subtree)
    open_now = tense(clause.finite) == "Pres" and not obeys(held)
    return aimed if who is not None and obeys(who) and (planned or open_now) else None


def _of_option(clause: Clause, link: Word, operators: Operators) -> Operator | None:
    """The operator of a verb by which a body weighs an option: "la ville étudie un péage"."""
    option, held = operators.of_verb(link, "option"), first(link, "obj")
    who = antecedent(clause)
    indefinite = held is not None and any(feature(child, "Definite") == "Ind" for child in held.children)
    return option if indefinite and who is not None and is_body(who) else None
