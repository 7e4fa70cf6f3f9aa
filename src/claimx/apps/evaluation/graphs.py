"""Gold claims from the spans and relations of an annotation tool, as `claimx.output.graph` writes them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from claimx.apps.evaluation.gold import GoldAmount, GoldClaim, GoldOrganization, GoldSource, Span
from claimx.model import Level, Polarity

_AMOUNT = re.compile(r"(-?[\d.]*?)\.\.(-?[\d.]*)(?: ([A-Z]{3}))?(?: (\w+))?")
_SOURCE = re.compile(r"(.*?)\s*(?:\((?:named|institution|anonymous)\))?")


@dataclass(slots=True)
class Region:
    """A labelled span, possibly discontinuous, with its attributes."""

    label: str
    spans: tuple[Span, ...]
    text: str
    value: str | None = None
    level: str | None = None
    polarity: str | None = None
    parts: list[str] = field(default_factory=list)

    @property
    def extent(self) -> Span:
        """From the start of the first piece to the end of the last."""
        return self.spans[0][0], self.spans[-1][1]


def claims_of(regions: dict[str, Region], links: Iterable[tuple[str, str]]) -> tuple[GoldClaim, ...]:
    """The claims among the regions, by id. links: from a claim to one of its parts.

    Raises ValueError for a claim without a level, or an amount whose value can't be read.
    """
    for origin, target in links:
        if origin in regions and target in regions:
            regions[origin].parts.append(target)
    return tuple(_claim(one, regions) for one in regions.values() if one.label == "claim")


def _claim(claim: Region, regions: dict[str, Region]) -> GoldClaim:
    parts = [regions[name] for name in claim.parts]

    def of(label: str) -> list[Region]:
        return [part for part in parts if part.label == label]

    if claim.level is None:
        raise ValueError(f"the claim {claim.text!r} has no level")
    predicate = tuple(span for part in of("predicate") for span in part.spans)
    return GoldClaim(
        predicate=predicate or claim.spans,
        level=str(Level(claim.level)),
        polarity=str(Polarity(claim.polarity or Polarity.POSITIVE)),
        sources=tuple(GoldSource(one.extent, one.text, _name(one)) for one in of("source")),
        cues=tuple(one.extent for one in of("cue")),
        organizations=tuple(
            GoldOrganization(one.extent, one.value or one.text) for one in of("organization")
        ),
        amounts=tuple(map(_amount, of("amount"))),
        dates=tuple(one.extent for one in of("date")),
    )


def _name(source: Region) -> str | None:
    found: Any = _SOURCE.fullmatch(source.value or "")
    return found[1] or None if found else None


def _amount(one: Region) -> GoldAmount:
    if not one.value:
        return GoldAmount(one.extent, None, None, None, None, has_value=False)
    found = _AMOUNT.fullmatch(one.value.strip())
    if found is None:
        raise ValueError(f"the value {one.value!r} of the amount {one.text!r} is not like 10..20 EUR range")
    minimum, maximum, currency, relation = found.groups()
    return GoldAmount(one.extent, minimum or None, maximum or None, currency, relation)
