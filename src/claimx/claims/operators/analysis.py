"""Clauses and their governors, worked out once for the components that follow one another on a text."""

from __future__ import annotations

import warnings
from dataclasses import dataclass

from claimx.claims.operators.complements import Complements
from claimx.claims.operators.lookup import infinitive_role
from claimx.claims.operators.table import current
from claimx.syntax.clauses import Clauses, find_clauses
from claimx.syntax.parse import Parse

NO_PARSE = "[W001] claims and sources need a parse: put a trained parser before the components of claimx."


@dataclass(frozen=True, slots=True)
class Analysis:
    """What the parse of a text says about its clauses."""

    clauses: Clauses
    complements: Complements


def analyse(parse: Parse) -> Analysis:
    """The clauses of a parsed text and what governs them; the same while the parse and the lexicon stay."""
    asked = (analyse, current())
    if asked not in parse.cache:
        if parse and not parse.is_parsed:
            warnings.warn(NO_PARSE, stacklevel=2)
        clauses = find_clauses(parse, role=infinitive_role)
        parse.cache[asked] = Analysis(clauses, Complements(clauses))
    found: Analysis = parse.cache[asked]
    return found
