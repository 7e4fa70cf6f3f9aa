"""Sources: who parts of the text are credited to.

Example: in "Selon The Information, Nvidia serait en discussion", "The Information" is the source of
the rest of the sentence.
"""

from spacy.language import Language
from spacy.tokens import Doc

from claimx import annotations
from claimx.claims.attribution.finder import find_sources
from claimx.claims.operators.analysis import analyse
from claimx.claims.operators.lookup import Operators
from claimx.components.base import OPERATORS, OperatorComponent, attributes
from claimx.components.scoring import score_sources
from claimx.syntax.parse import parse_of

# The groups that it reads.
NEEDS = (annotations.QUOTES,)


@Language.factory(
    "claimx_sources",
    assigns=["doc.spans", "doc._.claimx_sources"],
    requires=["token.dep", "token.pos", *attributes(NEEDS)],
    default_config=OPERATORS,
    retokenizes=False,
)
def make_sources(nlp: Language, name: str, *, operators: Operators) -> "Sources":
    """Create the component. operators: the words that take a claim in their scope."""
    return Sources(operators)


class Sources(OperatorComponent):
    """Writes the span group ``claimx_sources``."""

    score = score_sources

    def __call__(self, doc: Doc) -> Doc:
        """Find and write. Returns the same Doc."""
        annotations.warn_missing(doc, "claimx_sources", NEEDS)
        analysis = analyse(parse_of(doc), self.operators)
        return annotations.write(doc, annotations.SOURCES, find_sources(analysis))
