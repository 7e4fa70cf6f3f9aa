"""The analysis of a text that all rules of claims share: parse, operators, clauses and complements."""

from __future__ import annotations

import warnings
from dataclasses import dataclass

from claimx.claims.operators.complements import Complements
from claimx.claims.operators.lookup import Operators
from claimx.errors import ClaimxWarning, Warnings
from claimx.syntax.adjuncts import place_adjuncts
from claimx.syntax.clause import Clauses
from claimx.syntax.clauses import find_clauses
from claimx.syntax.words import Parse


@dataclass(frozen=True, slots=True)
class Analysis:
    """The input of the rules of attribution, factuality and selection.

    parse: the words. operators: the table of operators. clauses: the clauses of the text. complements: which
    word governs which clause.
    """

    parse: Parse
    operators: Operators
    clauses: Clauses
    complements: Complements


def analyse(parse: Parse, operators: Operators) -> Analysis:
    """The analysis of a parsed text; cached in the parse, so that the components share it."""
    known = parse.cache.get(analyse)
    if known is None or known.operators is not operators:
        if parse and not parse.is_parsed:
            warnings.warn(Warnings.W001, ClaimxWarning, stacklevel=2)
        clauses = find_clauses(parse, role=operators.infinitive_role)
        place_adjuncts(parse, clauses)
        known = parse.cache[analyse] = Analysis(parse, operators, clauses, Complements(clauses, operators))
    found: Analysis = known
    return found
