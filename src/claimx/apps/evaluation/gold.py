"""Gold documents: texts with the claims that a reader finds in them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from claimx.model import Level, Polarity

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class GoldSource:
    """A source of a claim. span: None if the text has no words for it."""

    span: Span | None
    text: str
    name: str | None


@dataclass(frozen=True, slots=True)
class GoldOrganization:
    """An organisation of a claim."""

    span: Span | None
    name: str


@dataclass(frozen=True, slots=True)
class GoldAmount:
    """An amount. has_value: False if only its span is annotated."""

    span: Span
    minimum: str | None
    maximum: str | None
    currency: str | None
    relation: str | None
    has_value: bool = True


@dataclass(frozen=True, slots=True)
class GoldClaim:
    """A claim: the spans of its predicate, its level and polarity, and its contents."""

    predicate: tuple[Span, ...]
    level: str
    polarity: str
    sources: tuple[GoldSource, ...] = ()
    cues: tuple[Span, ...] = ()
    organizations: tuple[GoldOrganization, ...] = ()
    amounts: tuple[GoldAmount, ...] = ()
    dates: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class GoldDocument:
    """A text with its gold claims."""

    id: str
    text: str
    published: str | None
    claims: tuple[GoldClaim, ...]


def gold_document(record: Mapping[str, Any], origin: str) -> GoldDocument:
    """A document from a line of gold.

    Raises KeyError, TypeError or ValueError for a malformed record.
    """
    text = record["text"]
    if not isinstance(text, str):
        raise TypeError("text is no string")
    claims = tuple(_claim(item, len(text)) for item in record["claims"])
    return GoldDocument(str(record.get("id") or origin), text, record.get("published"), claims)


def _claim(item: Mapping[str, Any], length: int) -> GoldClaim:
    predicate = _spans(item["predicate"], length)
    if not predicate:
        raise ValueError("a claim has no predicate")
    return GoldClaim(
        predicate=predicate,
        level=str(Level(item["level"])),
        polarity=str(Polarity(item["polarity"])),
        sources=tuple(
            GoldSource(_optional(one["span"], length), one["text"], one.get("name"))
            for one in item.get("sources", ())
        ),
        cues=_spans(item.get("cues", ()), length),
        organizations=tuple(
            GoldOrganization(_optional(one["span"], length), one["name"])
            for one in item.get("organizations", ())
        ),
        amounts=tuple(_amount(one, length) for one in item.get("amounts", ())),
        dates=_spans(item.get("dates", ()), length),
    )


def _amount(one: Mapping[str, Any], length: int) -> GoldAmount:
    return GoldAmount(
        span=_span(one["span"], length),
        minimum=one["minimum"],
        maximum=one["maximum"],
        currency=one["currency"] or None,
        relation=one.get("relation"),
    )


def _spans(items: Any, length: int) -> tuple[Span, ...]:
    return tuple(_span(item, length) for item in items)


def _optional(item: Any, length: int) -> Span | None:
    return None if item is None else _span(item, length)


def _span(item: Any, length: int) -> Span:
    start, end = item
    if not 0 <= start < end <= length:
        raise ValueError(f"the span [{start}, {end}] is not in the text")
    return start, end
