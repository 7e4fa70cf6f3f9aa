"""Claims: the finite clauses that present a state of affairs, with what belongs to each.

Example: "Apple a indiqué que les ventes avaient reculé et que le groupe investirait 2 Md€" has two
claims, "les ventes avaient reculé" and "le groupe investirait 2 Md€", both credited to Apple.
"""

from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc

from claimx import annotations
from claimx.annotations import Annotation
from claimx.claims.operators.analysis import analyse
from claimx.claims.operators.table import Operators, bundled, using
from claimx.claims.selection.claim_clauses import ClaimClauses
from claimx.claims.selection.contents import Contents
from claimx.claims.selection.spans import clause_extent, predicate_extent
from claimx.syntax.parse import Parse, reading


def find_claims(parse: Parse) -> Iterator[Annotation]:
    """One mark a claim; its confidence stays undecided until the component of that name."""
    analysis = analyse(parse)
    clauses = analysis.clauses
    selection = ClaimClauses(parse, analysis)
    contents = Contents(parse, clauses, selection)
    for clause in clauses.items:
        if not selection.is_claim(clause):
            continue
        start, end = clause_extent(clause, contents.own_tokens(clause))
        place = clause.top.sent
        yield Annotation(
            parse[start].idx,
            parse[end - 1].end,
            "claim",
            {
                "top": clause.top.i,
                "sentence": {"start": place.start_char, "end": place.end_char},
                "predicate": predicate_extent(clause),
                "polarity": "positive",
                "confidence": {"level": "unknown", "score": None, "reasons": []},
                "cues": [],
                **contents.values(clause),
            },
        )


@Language.factory(
    "claimx_claims",
    assigns=["doc.spans"],
    requires=["token.dep", "token.morph"],
    default_config={"operators": {"@misc": "claimx.operators.v1"}},
    retokenizes=False,
)
def make_claims(nlp: Language, name: str, *, operators: Operators) -> "Claims":
    """Factory of the component. operators: the words that take a claim in their scope."""
    return Claims(operators)


class Claims:
    """Writes the span group ``claimx_claims``."""

    def __init__(self, operators: Operators | None = None) -> None:
        self.operators = operators or bundled()

    def __call__(self, doc: Doc) -> Doc:
        """Find and write."""
        with reading(doc) as parse, using(self.operators):
            return annotations.write(doc, annotations.CLAIMS, find_claims(parse))
