"""What ``extract`` gives: an immutable sequence of claims."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any, overload

from claimx.errors import Errors, MissingExtraError
from claimx.model import Claim

if TYPE_CHECKING:
    import pandas

REPR_CLAIMS = 20
FRAME_COLUMNS = (
    "id",
    "text",
    "start",
    "end",
    "predicate",
    "polarity",
    "level",
    "score",
    "sources",
    "organizations",
    "amounts",
    "minimum",
    "maximum",
    "currency",
    "dates",
    "cues",
)


@dataclass(frozen=True, slots=True, repr=False)
class Extraction(Sequence[Claim]):
    """The claims of one text, in order: an immutable sequence, whose slices are Extractions too.

    text: the text as it was given, which every offset of the claims refers to.
    published: the ISO day that its dates are resolved against, or None.
    """

    claims: tuple[Claim, ...]
    text: str
    published: str | None = None

    def __len__(self) -> int:
        return len(self.claims)

    def __iter__(self) -> Iterator[Claim]:
        return iter(self.claims)

    @overload
    def __getitem__(self, index: int) -> Claim: ...

    @overload
    def __getitem__(self, index: slice) -> Extraction: ...

    def __getitem__(self, index: int | slice) -> Claim | Extraction:
        if isinstance(index, slice):
            return replace(self, claims=self.claims[index])
        return self.claims[index]

    def __repr__(self) -> str:
        lines = [
            f"  {claim.id}: {claim.confidence.level}{', negative' * (claim.polarity == 'negative')}, "
            f"{_shortened(claim.text)!r}"
            for claim in self.claims[:REPR_CLAIMS]
        ]
        if len(self.claims) > REPR_CLAIMS:
            lines.append(f"  … and {len(self.claims) - REPR_CLAIMS} more")
        of = f" of a text published {self.published}" if self.published else ""
        return "\n".join([f"<Extraction: {_counted(len(self.claims))}{of}>", *lines])

    def to_dict(self) -> dict[str, Any]:
        """``{"text": ..., "published": ..., "claims": [...]}``, plain JSON types."""
        return {
            "text": self.text,
            "published": self.published,
            "claims": [claim.to_dict() for claim in self.claims],
        }

    def to_frame(self) -> pandas.DataFrame:
        """A pandas DataFrame, one row a claim, the columns of FRAME_COLUMNS.

        ``sources``, ``organizations``, ``amounts``, ``dates`` and ``cues`` hold lists of strings;
        ``minimum``, ``maximum`` (Decimal or None) and ``currency`` hold lists as long as
        ``amounts``, so that ``frame.explode(["amounts", "minimum", "maximum", "currency"])``
        gives one row an amount.
        Raises MissingExtraError where pandas is not installed.
        """
        try:
            import pandas
        except ImportError as error:
            message = Errors.E010.format(feature="to_frame()", package="pandas", extra="pandas")
            raise MissingExtraError(message) from error
        return pandas.DataFrame([_row(claim) for claim in self.claims], columns=list(FRAME_COLUMNS))

    def _repr_html_(self) -> str:
        from claimx.output.display.html import html_table

        return html_table(self.claims)


def _row(claim: Claim) -> dict[str, Any]:
    return {
        "id": claim.id,
        "text": claim.text,
        "start": claim.start,
        "end": claim.end,
        "predicate": claim.predicate.text,
        "polarity": str(claim.polarity),
        "level": str(claim.confidence.level),
        "score": claim.confidence.score,
        "sources": [source.name or source.text for source in claim.sources],
        "organizations": list(dict.fromkeys(organization.name for organization in claim.organizations)),
        "amounts": [amount.text for amount in claim.amounts],
        "minimum": [_decimal(amount.minimum) for amount in claim.amounts],
        "maximum": [_decimal(amount.maximum) for amount in claim.amounts],
        "currency": [amount.currency for amount in claim.amounts],
        "dates": [date.value or date.text for date in claim.dates],
        "cues": [cue.text for cue in claim.cues],
    }


def _decimal(digits: str | None) -> Decimal | None:
    return None if digits is None else Decimal(digits)


def _counted(number: int) -> str:
    return f"{number} claim{'' if number == 1 else 's'}"


def _shortened(text: str, width: int = 90) -> str:
    return text if len(text) <= width else f"{text[: width - 1]}…"
