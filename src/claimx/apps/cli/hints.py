"""What a run keeps of the claims, and why its filters leave nothing: unknown names, other currencies."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from claimx.output.display import labels

if TYPE_CHECKING:
    from claimx.extraction import Extraction

MAX_NAMES = 8
# The filters by name, and what a claim has of each.
NAMES = {"organization": labels.organizations, "source": labels.sources}
COUNTED = {"organization": "organisation", "source": "source"}


class Hints:
    """What the filters of a run have seen, document by document.

    filters: arguments of ``Extraction.filter``.
    """

    def __init__(self, filters: dict[str, Any]):
        self.filters = filters
        self.documents = self.claims = self.kept = 0
        self.currencies: Counter[str] = Counter()
        self.matched = dict.fromkeys(NAMES, 0)
        self.names: dict[str, Counter[str]] = {name: Counter() for name in NAMES}

    def add(self, shown: Extraction, kept: Extraction) -> None:
        """Note the claims of a document, and those that the filters keep."""
        self.documents += 1
        self.claims += len(shown)
        self.kept += len(kept)
        for filtered, of_claim in NAMES.items():
            if filtered in self.filters:
                self.matched[filtered] += len(shown.filter(**{filtered: self.filters[filtered]}))
                self.names[filtered].update(name for claim in shown for name in of_claim(claim))
        if self.filters.get("currency") is not None:
            self._add_other_currencies(shown, kept)

    def _add_other_currencies(self, shown: Extraction, kept: Extraction) -> None:
        anywhere = shown.filter(**{**self.filters, "currency": None})
        own = {claim.id for claim in kept}
        codes = {amount.currency for claim in anywhere for amount in claim.amounts}
        for code in codes - {None, self.filters["currency"]}:
            reaching = anywhere.filter(min_amount=self.filters["min_amount"], currency=code)
            self.currencies[str(code)] += sum(claim.id not in own for claim in reaching)

    def counted(self) -> str:
        """How many claims are kept, of how many documents: "2 claims of 1 document"."""
        return f"{labels.counted(self.kept, 'claim')} of {labels.counted(self.documents, 'document')}"

    def __iter__(self) -> Iterator[str]:
        """The messages, each a sentence or two."""
        if self.currencies.total():
            found = ", ".join(
                f"{number} in {code}" for code, number in self.currencies.most_common() if number
            )
            yield (
                f"claims that reach this figure in other currencies: {found}. A number without a currency, "
                f"--min-amount {self.filters['min_amount']:f}, shows them too."
            )
        if self.kept or not self.claims or not self.filters:
            return
        for filtered, matched in self.matched.items():
            if filtered in self.filters and not matched:
                yield self._unmatched(filtered)
        if not self.currencies.total() and all(self.matched[name] for name in NAMES if name in self.filters):
            yield f"none of the {self.claims} claims passes the filters."

    def _unmatched(self, filtered: str) -> str:
        names = self.names[filtered].most_common(MAX_NAMES)
        given = ", ".join(map(repr, self.filters[filtered]))
        if not names:
            return f"--{filtered} {given}: none of the {self.claims} claims has any {COUNTED[filtered]}."
        more = len(self.names[filtered]) - len(names)
        listed = ", ".join(name for name, _ in names) + (f" and {more} more" if more else "")
        return f"--{filtered} {given}: no claim has this {COUNTED[filtered]}. Those here: {listed}."
