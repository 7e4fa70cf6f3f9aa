"""Quotations, in marks that are closed or not: see ``syntax.quotes``.

Example: in "« Nous investirons 2 M€ », a indiqué le groupe" the words between « and » are one quote.
"""

from spacy.language import Language
from spacy.tokens import Doc

from claimx import annotations
from claimx.syntax.parse import parse_of
from claimx.syntax.quotes import find_quotes


@Language.factory(
    "claimx_quotes",
    assigns=["doc.spans", "doc._.claimx_quotes"],
    default_config={"longest": 400},
    retokenizes=False,
)
def make_quotes(nlp: Language, name: str, longest: int) -> "Quotes":
    """Create the component. longest: the maximal number of tokens in an unclosed quote."""
    return Quotes(longest=longest)


class Quotes:
    """Writes the span group ``claimx_quotes``."""

    def __init__(self, *, longest: int) -> None:
        self.longest = longest

    def __call__(self, doc: Doc) -> Doc:
        """Find and write. Returns the same Doc."""
        return annotations.write(doc, annotations.QUOTES, find_quotes(parse_of(doc), max_tokens=self.longest))
