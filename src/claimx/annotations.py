"""The only file that reads and writes what claimx leaves on a Doc.

Every component writes one span group, ``doc.spans["claimx_amounts"]`` and so on. A span's
``id_`` (``a0``, ``o1``) is its identity in its group; its values are plain JSON in the
group's ``attrs["values"][id]``, with exact character offsets beside the token span, since an
amount may end inside a token. This survives pickling, ``to_bytes``, ``n_process`` and a
DocBin that stores no user data. ``doc._.claims`` is a view made of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from spacy.tokens import Doc, Span, SpanGroup

from claimx.model import (
    Amount,
    Claim,
    Confidence,
    Cue,
    Date,
    Extent,
    Interval,
    Level,
    Organization,
    Polarity,
    Predicate,
    Reason,
    Related,
    Relation,
    Response,
    Role,
    SemanticRole,
    Source,
    SourceKind,
)

QUOTES = "claimx_quotes"
AMOUNTS = "claimx_amounts"
DATES = "claimx_dates"
ORGANIZATIONS = "claimx_organizations"
CUES = "claimx_cues"
SOURCES = "claimx_sources"
CLAIMS = "claimx_claims"
PREFIXES = {QUOTES: "q", AMOUNTS: "a", DATES: "d", ORGANIZATIONS: "o", CUES: "u", SOURCES: "s", CLAIMS: "c"}

# Of a claim whose confidence no component has told yet.
UNDECIDED: dict[str, Any] = {"level": Level.UNKNOWN, "score": None, "reasons": ()}


@dataclass(slots=True)
class Annotation:
    """Something found on a Doc: character offsets, a label, and values of plain JSON types."""

    start: int
    end: int
    label: str = ""
    values: dict[str, Any] = field(default_factory=dict)


def write(doc: Doc, group: str, marks: Iterable[Annotation]) -> Doc:
    """Replace a span group by these marks, in order of position. Returns the same Doc."""
    spans: list[Span] = []
    values: dict[str, dict[str, Any]] = {}
    for mark in sorted(marks, key=lambda mark: (mark.start, mark.end)):
        name = f"{PREFIXES[group]}{len(spans)}"
        span = doc.char_span(mark.start, mark.end, label=mark.label, alignment_mode="expand", span_id=name)
        if span is None:
            continue
        spans.append(span)
        values[name] = {"start": mark.start, "end": mark.end, **mark.values}
    doc.spans[group] = SpanGroup(doc, name=group, spans=spans, attrs={"values": values})
    return doc


def has(doc: Doc, group: str) -> bool:
    """Whether a component has written a span group, were it empty."""
    return group in doc.spans


def read(doc: Doc, group: str) -> Iterator[tuple[Span, dict[str, Any]]]:
    """The spans of a group with their values (``start`` and ``end`` are characters of the text)."""
    if group not in doc.spans:
        return
    values = doc.spans[group].attrs.get("values", {})
    for span in doc.spans[group]:
        yield span, values[span.id_]


def written(doc: Doc, group: str) -> SpanGroup | None:
    """The span group that a component wrote last, or None; to tell whether it was written anew."""
    found: SpanGroup | None = doc.spans.get(group)
    return found


def published(doc: Doc) -> str | None:
    """The ISO day of publication of the text, when it is known."""
    value: str | None = doc._.claimx_published
    return value


def set_published(doc: Doc, day: str | None) -> None:
    """Note the ISO day of publication of the text."""
    doc._.claimx_published = day


def amounts(doc: Doc) -> tuple[Amount, ...]:
    """The amounts of the text."""
    text = doc.text
    return tuple(amount_of(text, values) for _, values in read(doc, AMOUNTS))


def dates(doc: Doc) -> tuple[Date, ...]:
    """The dates of the text."""
    text = doc.text
    return tuple(date_of(text, values) for _, values in read(doc, DATES))


def claims(doc: Doc) -> tuple[Claim, ...]:
    """The claims of the text, in order."""
    text = doc.text
    return tuple(claim_of(text, span.id_, values) for span, values in read(doc, CLAIMS))


def set_claims(doc: Doc, found: Iterable[Claim]) -> Doc:
    """Write claims on a Doc, as the components do, for instance to evaluate against them.

    found: claims whose offsets are those of the Doc's text. They are numbered anew in order of position.
    Returns the same Doc.
    """
    ordered = sorted(found, key=lambda claim: (claim.start, claim.end))
    names = {claim.id: f"{PREFIXES[CLAIMS]}{number}" for number, claim in enumerate(ordered)}
    marks = []
    for claim in ordered:
        values = _without_texts(claim.to_dict())
        values["related"] = [
            {**item, "claim": names[item["claim"]]} for item in values["related"] if item["claim"] in names
        ]
        del values["id"]
        marks.append(Annotation(claim.start, claim.end, "claim", values))
    return write(doc, CLAIMS, marks)


def amount_of(text: str, values: dict[str, Any]) -> Amount:
    """An Amount from its values in the span group."""
    return Amount(
        **_excerpt(text, values),
        minimum=values["minimum"],
        maximum=values["maximum"],
        currency=values["currency"],
        currency_inferred=values["currency_inferred"],
        relation=Relation(values["relation"]),
    )


def date_of(text: str, values: dict[str, Any]) -> Date:
    """A Date from its values in the span group."""
    return Date(**_excerpt(text, values), value=values["value"], interval=Interval(**values["interval"]))


def organization_of(text: str, values: dict[str, Any]) -> Organization:
    """An Organization from its values in a claim."""
    semantic_role = values["semantic_role"]
    return Organization(
        **_excerpt(text, values),
        name=values["name"],
        role=Role(values["role"]),
        via=values["via"],
        id=values["id"],
        semantic_role=SemanticRole(semantic_role) if semantic_role else None,
    )


def claim_of(text: str, name: str, values: dict[str, Any]) -> Claim:
    """A Claim from its values in the span group."""
    confidence = values.get("confidence", UNDECIDED)
    return Claim(
        **_excerpt(text, values),
        id=name,
        sentence=Extent(**values["sentence"]),
        predicate=Predicate(**_excerpt(text, values["predicate"]), lemma=values["predicate"]["lemma"]),
        polarity=Polarity(values.get("polarity", Polarity.POSITIVE)),
        confidence=Confidence(
            level=Level(confidence["level"]),
            score=confidence["score"],
            reasons=tuple(
                Reason(
                    **_excerpt(text, reason),
                    rule=reason["rule"],
                    effect=reason["effect"],
                    change=reason.get("change"),
                )
                for reason in confidence["reasons"]
            ),
        ),
        sources=tuple(
            Source(**_excerpt(text, source), name=source["name"], kind=SourceKind(source["kind"]))
            for source in values["sources"]
        ),
        cues=tuple(
            Cue(**_excerpt(text, cue), kind=cue["kind"], rule=cue["rule"]) for cue in values.get("cues", ())
        ),
        organizations=tuple(organization_of(text, item) for item in values["organizations"]),
        amounts=tuple(amount_of(text, amount) for amount in values["amounts"]),
        dates=tuple(date_of(text, date) for date in values["dates"]),
        related=tuple(
            Related(item["claim"], Response(item["relation"])) for item in values.get("related", ())
        ),
    )


def _excerpt(text: str, values: dict[str, Any]) -> dict[str, Any]:
    return {"text": text[values["start"] : values["end"]], "start": values["start"], "end": values["end"]}


def _without_texts(value: Any) -> Any:
    """The values of a group hold offsets only: the text is the Doc's."""
    if isinstance(value, dict):
        return {
            key: _without_texts(item) for key, item in value.items() if key != "text" or "start" not in value
        }
    return [_without_texts(item) for item in value] if isinstance(value, list) else value


def register() -> None:
    """Declare ``doc._.claims`` and ``doc._.claimx_published``, once."""
    if not Doc.has_extension("claims"):
        Doc.set_extension("claims", getter=claims)
    if not Doc.has_extension("claimx_published"):
        Doc.set_extension("claimx_published", default=None)


# With the module, so that a pipeline or a Doc that is unpickled in another process finds them.
register()
