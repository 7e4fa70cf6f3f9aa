"""The clauses of a text, what governs them, and the operators they are read with: one object, passed on."""

from __future__ import annotations

import warnings
from dataclasses import dataclass

from claimx.claims.operators.complements import Complements
from claimx.claims.operators.lookup import Operators
from claimx.errors import ClaimxWarning, Warnings
from claimx.syntax.clause import Clauses
from claimx.syntax.clauses import find_clauses
from claimx.syntax.words import Parse


@dataclass(frozen=True, slots=True)
class Analysis:
    """What the rules of attribution, factuality and selection read.

    parse: the words. operators: the table that they are looked up in. clauses, complements: the clauses, and
    which word governs which clause.
    """

    parse: Parse
    operators: Operators
    clauses: Clauses
    complements: Complements


def analyse(parse: Parse, operators: Operators) -> Analysis:
    """The analysis of a parsed text; cached in the parse, for the components that follow one another."""
    known = parse.cache.get(analyse)
    if known is None or known.operators is not operators:
        if parse and not parse.is_parsed:
            warnings.warn(Warnings.W001, ClaimxWarning, stacklevel=2)
        clauses = find_clauses(parse, role=operators.infinitive_role)
        known = parse.cache[analyse] = Analysis(parse, operators, clauses, Complements(clauses, operators))
    found: Analysis = known
    return found
