"""Clauses and their governors, worked out once for the components that follow one another on a text."""

from __future__ import annotations

import warnings
from dataclasses import dataclass

from claimx.claims.operators.complements import Government
from claimx.claims.operators.lookup import infinitive_role
from claimx.claims.operators.table import current
from claimx.syntax.clauses import Clauses, find_clauses
from claimx.syntax.parse import Tree

NO_PARSE = "[W001] claims and sources need a parse: put a trained parser before the components of claimx."


@dataclass(frozen=True, slots=True)
class Analysis:
    """What the parse of a text says about its clauses."""

    clauses: Clauses
    government: Government


def analyse(tree: Tree) -> Analysis:
    """The clauses of a parsed text and what governs them; the same while the parse and the lexicon stay."""
    asked = (analyse, current())
    if asked not in tree.notes:
        if tree and not tree.is_parsed:
            warnings.warn(NO_PARSE, stacklevel=2)
        clauses = find_clauses(tree, role=infinitive_role)
        tree.notes[asked] = Analysis(clauses, Government(clauses))
    found: Analysis = tree.notes[asked]
    return found
