"""Amounts of money: "jusqu’à 60 milliards de dollars", "plus de 20 milliards" where dollars are meant.

Writes the group ``claimx_amounts``. Works on any pipeline, even a blank one: it reads the text only.
"""

from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc

from claimx import annotations
from claimx.annotations import AMOUNTS, Annotation
from claimx.components.scanning import scanned_text
from claimx.components.scoring import same_amount, score_group
from claimx.values.amounts.finder import DEFAULT_CURRENCY, amounts_in
from claimx.values.scanner import ScannedText


def find_marks(scanned: ScannedText, currency: str | None) -> Iterator[Annotation]:
    """The amounts of a text; missing currencies are inferred from its other amounts.

    currency: the ISO 4217 code to assume if nothing in the document tells; None leaves it open.
    """
    for amount in amounts_in(scanned, currency):
        yield Annotation(
            amount.start,
            amount.end,
            label="MONEY",
            values={
                "minimum": amount.minimum,
                "maximum": amount.maximum,
                "currency": amount.currency,
                "currency_inferred": amount.currency_inferred,
                "relation": str(amount.relation),
            },
        )


@Language.factory(
    "claimx_amounts",
    assigns=["doc.spans", "doc._.claimx_amounts"],
    default_config={"currency": DEFAULT_CURRENCY},
)
def make_amounts(nlp: Language, name: str, currency: str | None) -> "Amounts":
    """Create the component. currency: of amounts whose currency the document leaves open, or null."""
    return Amounts(currency=currency)


class Amounts:
    """Finds the amounts of a document and writes them as a span group."""

    score = score_group(AMOUNTS, same_amount)

    def __init__(self, *, currency: str | None = DEFAULT_CURRENCY) -> None:
        self.currency = currency

    def __call__(self, doc: Doc) -> Doc:
        """Write ``doc.spans["claimx_amounts"]``. Returns the same Doc."""
        return annotations.write(
            doc, AMOUNTS, find_marks(scanned_text(doc), annotations.currency(doc) or self.currency)
        )
