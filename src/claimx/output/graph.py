"""What the annotation formats share: the claims of a document as labelled spans and links between them.

A claim is a span; so are its predicate, sources, cues, organisations, amounts and dates, each linked from it.
What several claims have in common is one span.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from claimx.model import Amount, Claim, Excerpt
from claimx.output import Document

# The labels of spans, in the order of an annotator's palette, with their colours.
LABELS = {
    "claim": "#8a8f98",
    "predicate": "#3b82d6",
    "source": "#7c4dbe",
    "cue": "#d18a00",
    "organization": "#2e9e5b",
    "amount": "#d9484f",
    "date": "#0f8f8f",
}
ANSWERS = ("confirmed_by", "denied_by", "unconfirmed_by")


@dataclass(frozen=True, slots=True)
class Node:
    """A labelled span. number: from 1; value: its name, sum or day; level, polarity: of a claim."""

    number: int
    label: str
    start: int
    end: int
    text: str
    value: str | None = None
    level: str | None = None
    polarity: str | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """A link from a claim to one of its spans, by the span's label, or to a claim that answers it."""

    origin: int
    target: int
    label: str


def graph(document: Document) -> tuple[list[Node], list[Link]]:
    """The spans and links of a document."""
    nodes: dict[tuple[object, ...], Node] = {}
    links: list[Link] = []
    claims: dict[str, int] = {}

    def node(key: tuple[object, ...], label: str, item: Excerpt, value: str | None, *more: str) -> int:
        if key not in nodes:
            nodes[key] = Node(len(nodes) + 1, label, item.start, item.end, item.text, value, *more)
        return nodes[key].number

    for claim in document.claims:
        level, polarity = str(claim.confidence.level), str(claim.polarity)
        origin = claims[claim.id] = node(("claim", claim.id), "claim", claim, None, level, polarity)
        for label, item, value in _parts(claim):
            target = node((label, item.start, item.end, value), label, item, value)
            links.append(Link(origin, target, label))
    for claim in document.claims:
        for related in claim.related:
            if related.claim in claims:
                links.append(Link(claims[claim.id], claims[related.claim], str(related.relation)))
    return list(nodes.values()), links


def _parts(claim: Claim) -> Iterator[tuple[str, Excerpt, str | None]]:
    yield "predicate", claim.predicate, None
    for source in claim.sources:
        yield "source", source, f"{source.name or ''} ({source.kind})".strip()
    for cue in claim.cues:
        yield "cue", cue, None
    for organization in claim.organizations:
        yield "organization", organization, organization.name
    for amount in claim.amounts:
        yield "amount", amount, amount_value(amount)
    for date in claim.dates:
        yield "date", date, date.value


def amount_value(amount: Amount) -> str:
    """An amount on one line: ``60000000000..60000000000 USD exact``, an open bound or currency left out."""
    bounds = f"{amount.minimum or ''}..{amount.maximum or ''}"
    return " ".join(filter(None, (bounds, amount.currency, str(amount.relation))))
