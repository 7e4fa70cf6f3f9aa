"""Which claims answer which: a rumour and its denial lead to each other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from claimx.model import Claim


class Link(NamedTuple):
    """What a claim has to do with another. label: a key of the page's words."""

    label: str
    claim: Claim


def links(claims: Sequence[Claim]) -> dict[str, list[Link]]:
    """The links of each claim that has some, by its id, in both directions. Claims left out have none."""
    by_id = {claim.id: claim for claim in claims}
    found: dict[str, list[Link]] = {}
    for claim in claims:
        for item in claim.related:
            answer = by_id.get(item.claim)
            if answer is not None:
                found.setdefault(claim.id, []).append(Link(str(item.relation), answer))
                found.setdefault(answer.id, []).append(Link(f"answers:{item.relation}", claim))
    return found
