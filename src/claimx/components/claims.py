"""Claims: the finite clauses that present a state of affairs, with what belongs to each.

Example: "Apple a indiqué que les ventes avaient reculé et que le groupe investirait 2 Md€" has two
claims, "les ventes avaient reculé" and "le groupe investirait 2 Md€", both credited to Apple.
"""

from spacy.language import Language
from spacy.tokens import Doc

from claimx import annotations
from claimx.claims.operators.analysis import analyse
from claimx.claims.operators.lookup import Operators
from claimx.claims.selection.finder import find_claims
from claimx.components.base import OPERATORS, OperatorComponent, attributes
from claimx.components.scoring import score_claims
from claimx.syntax.parse import parse_of
from claimx.values.dates.header import header

# The groups that it reads.
NEEDS = (
    annotations.AMOUNTS,
    annotations.DATES,
    annotations.ORGANIZATIONS,
    annotations.SOURCES,
)


@Language.factory(
    "claimx_claims",
    assigns=["doc.spans", "doc._.claims"],
    requires=["token.dep", "token.morph", *attributes(NEEDS)],
    default_config=OPERATORS,
    retokenizes=False,
)
def make_claims(nlp: Language, name: str, *, operators: Operators) -> "Claims":
    """Create the component. operators: the words that take a claim in their scope."""
    return Claims(operators)


class Claims(OperatorComponent):
    """Writes the span group ``claimx_claims``."""

    score = score_claims

    def __call__(self, doc: Doc) -> Doc:
        """Find and write. Returns the same Doc."""
        annotations.warn_missing(doc, "claimx_claims", NEEDS)
        analysis = analyse(parse_of(doc), self.operators)
        title = header(analysis.parse.text)[1]
        found = (claim for claim in find_claims(analysis) if claim.start >= title)
        return annotations.write(doc, annotations.CLAIMS, found)
