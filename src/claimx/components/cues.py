"""Candidates for cues: the words that may set the level, the polarity or the source of a claim.

Example: in "Le rachat serait sans doute annoncé mardi", "serait" and "sans doute".
"""

from spacy.language import Language
from spacy.tokens import Doc

from claimx import annotations
from claimx.claims.operators.cues import find_cues
from claimx.claims.operators.lookup import Operators
from claimx.components.base import OPERATORS, OperatorComponent
from claimx.syntax.parse import parse_of


@Language.factory(
    "claimx_cues",
    assigns=["doc.spans", "doc._.claimx_cue_candidates"],
    requires=["token.morph"],
    default_config=OPERATORS,
    retokenizes=False,
)
def make_cues(nlp: Language, name: str, *, operators: Operators) -> "Cues":
    """Create the component. operators: the words that take a claim in their scope."""
    return Cues(operators)


class Cues(OperatorComponent):
    """Writes the span group ``claimx_cue_candidates``."""

    def __call__(self, doc: Doc) -> Doc:
        """Find and write. Returns the same Doc."""
        return annotations.write(doc, annotations.CANDIDATES, find_cues(parse_of(doc), self.operators))
