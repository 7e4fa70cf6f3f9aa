"""Clauses and their governors, worked out once for the components that follow one another on a text."""

from __future__ import annotations

import warnings
from dataclasses import dataclass

from spacy.tokens import Doc

from claimx.operators.government import Government
from claimx.operators.lexicon import infinitive_role
from claimx.syntax.clauses import Clauses, find_clauses

NO_PARSE = "[W001] claims and sources need a parse: put a trained parser before the components of claimx."
READ: list[int | str] = ["HEAD", "DEP", "POS", "MORPH", "LEMMA", "SENT_START"]


@dataclass(frozen=True, slots=True)
class Analysis:
    """What the parse of a text says about its clauses."""

    clauses: Clauses
    government: Government


# The last text and what was read on it. One text only: an analysis holds its Doc, and a Doc its memory.
_last: tuple[Doc, bytes, Analysis] | None = None


def analyse(doc: Doc) -> Analysis:
    """The clauses of a parsed text and what governs them; the same object while the parse stays the same."""
    global _last
    state = doc.to_array(READ).tobytes()
    known = _last
    if known is not None and known[0] is doc and known[1] == state:
        return known[2]
    if len(doc) and not doc.has_annotation("DEP"):
        warnings.warn(NO_PARSE, stacklevel=2)
    clauses = find_clauses(doc, role=infinitive_role)
    analysis = Analysis(clauses, Government(clauses))
    _last = (doc, state, analysis)
    return analysis
