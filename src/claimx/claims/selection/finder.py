"""Finds the claims of a text, as annotations without confidence."""

from collections.abc import Iterator

from claimx.annotations import Annotation
from claimx.claims.operators.analysis import Analysis
from claimx.claims.selection.claim_clauses import ClaimClauses
from claimx.claims.selection.contents import Contents
from claimx.claims.selection.spans import clause_extent, predicate_extent


def find_claims(analysis: Analysis) -> Iterator[Annotation]:
    """One annotation per claim, in text order."""
    parse = analysis.parse
    selection = ClaimClauses(analysis)
    contents = Contents(analysis, selection)
    for clause in analysis.clauses.items:
        if not selection.is_claim(clause):
            continue
        tokens = contents.own_tokens(clause)
        start, end = clause_extent(clause, tokens)
        predicate = predicate_extent(clause)
        place = clause.top.sent
        yield Annotation(
            # A predicate is part of its claim, even where the parse puts words of it elsewhere.
            min(parse[start].idx, predicate["start"]),
            max(parse[end - 1].end, predicate["end"]),
            "claim",
            {
                "top": clause.top.i,
                "sentence": {"start": place.start_char, "end": place.end_char},
                "predicate": predicate,
                **contents.values(clause, tokens),
            },
        )
