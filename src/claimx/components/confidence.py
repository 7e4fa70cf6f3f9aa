"""Confidence: how firmly the text presents each claim, whether as true or as false, and why.

Example: "serait en discussion" is *possible*, by the conditional and by the open plan.
"""

from spacy.language import Language
from spacy.tokens import Doc

from claimx import annotations
from claimx.claims.factuality.finder import find_confidence, used_cues
from claimx.claims.operators.analysis import analyse
from claimx.claims.operators.lookup import Operators
from claimx.components.base import OPERATORS, OperatorComponent, attributes
from claimx.components.scoring import score_levels
from claimx.syntax.parse import parse_of, release

# The groups that it reads.
NEEDS = (
    annotations.CANDIDATES,
    annotations.SOURCES,
    annotations.CLAIMS,
)


@Language.factory(
    "claimx_confidence",
    assigns=["doc.spans", "doc._.claimx_cues"],
    requires=["token.dep", "token.morph", *attributes(NEEDS)],
    default_config=OPERATORS,
    retokenizes=False,
)
def make_confidence(nlp: Language, name: str, *, operators: Operators) -> "ConfidenceLevels":
    """Create the component. operators: the words that take a claim in their scope."""
    return ConfidenceLevels(operators)


class ConfidenceLevels(OperatorComponent):
    """Completes ``claimx_claims`` and writes ``claimx_cues``; the last of the chain, it frees the parse."""

    score = score_levels

    def __call__(self, doc: Doc) -> Doc:
        """Find and write. Returns the same Doc."""
        annotations.warn_missing(doc, "claimx_confidence", NEEDS)
        analysis = analyse(parse_of(doc), self.operators)
        claims = find_confidence(analysis)
        annotations.write(doc, annotations.CLAIMS, claims)
        annotations.write(doc, annotations.CUES, used_cues(claims))
        release(doc)
        return doc
