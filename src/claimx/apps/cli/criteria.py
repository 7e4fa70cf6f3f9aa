"""The filters and the order of claims that the options of a command ask for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any

from claimx.errors import ArgumentError, Errors
from claimx.output import Document

if TYPE_CHECKING:
    from claimx.apps.cli.hints import Hints
    from claimx.extraction import Extraction


@dataclass(frozen=True, slots=True)
class Criteria:
    """What of an extraction of all claims is shown: the anchored ones or all, filtered, in an order.

    filters: arguments of ``Extraction.filter``.
    """

    all_claims: bool
    filters: dict[str, Any]
    order: str

    def documents(self, found: Iterable[tuple[str, Extraction]], hints: Hints) -> Iterator[Document]:
        """The documents to write, of their ids and extractions. hints: told what is kept."""
        for name, extraction in found:
            yield self.document(name, extraction, hints)

    def document(self, name: str, found: Extraction, hints: Hints) -> Document:
        """The document to write, with how many claims are left out of it."""
        shown = found if self.all_claims else found.anchored()
        kept = shown.filter(**self.filters) if self.filters else shown
        hints.add(shown, kept)
        return Document(
            name=name,
            published=found.published,
            claims=kept.sorted(self.order),
            text=found.text,
            filtered_out=len(shown) - len(kept),
            not_anchored=len(found) - len(shown),
        )

    def check(self) -> None:
        """Raise ArgumentError for a value that can't be used, before any text is read."""
        from claimx.extraction import Extraction

        Extraction((), "").filter(**self.filters).sorted(self.order)


def criteria(
    *,
    all_claims: bool,
    level: Iterable[str] | None,
    organization: Iterable[str] | None,
    source: Iterable[str] | None,
    polarity: str | None,
    min_amount: str | None,
    since: str | None,
    until: str | None,
    order: str,
) -> Criteria:
    """The criteria of options. Raises ArgumentError for a value that can't be used."""
    least, currency = (None, None) if min_amount is None else _amount(min_amount)
    asked = {
        "level": _listed(level),
        "organization": _names(organization),
        "source": _names(source),
        "polarity": polarity,
        "min_amount": least,
        "currency": currency,
        "since": since,
        "until": until,
    }
    found = Criteria(
        all_claims, {name: value for name, value in asked.items() if value not in (None, [])}, order
    )
    found.check()
    return found


def _listed(values: Iterable[str] | None) -> list[str]:
    """Several values, each an option of its own or separated by commas."""
    return [part.strip() for value in values or () for part in value.split(",")]


def _names(values: Iterable[str] | None) -> list[str]:
    """Several names: the parts of a value at its commas, and the value itself, since a name may have one."""
    values = list(values or ())
    return list(dict.fromkeys([*values, *_listed(values)]))


def _amount(given: str) -> tuple[Decimal, str | None]:
    """A number of units or an amount in words, with its currency, None where it names none."""
    try:
        number = Decimal(given)
    except InvalidOperation:
        pass
    else:
        if number.is_finite():
            return number, None
    from claimx.values.amounts.finder import find_amounts

    # "20 millions" is an amount once it has a currency, which then does not count.
    for text, has_currency in ((given.strip(), True), (f"{given.strip()} €", False)):
        found = find_amounts(text)
        value = found[0].minimum or found[0].maximum if len(found) == 1 else None
        if value is not None and found[0].text == text:
            known = has_currency and not found[0].currency_inferred
            return Decimal(value), found[0].currency if known else None
    raise ArgumentError(Errors.E076.format(value=given))
