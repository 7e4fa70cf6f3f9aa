"""Reads and writes the annotations of claimx on a Doc; no other module does.

Every component writes one span group, ``doc.spans["claimx_amounts"]`` and so on. A span's
``id_`` (``a0``, ``o1``) is its identity in its group; its values are plain JSON in the
group's ``attrs["values"][id]``, with exact character offsets beside the token span, since an
amount may end inside a token. This survives pickling, ``to_bytes``, ``n_process`` and a
DocBin that stores no user data. ``doc._.claims`` is a view made of it.

A copy that keeps the spans but not the values (``Doc.from_docs``, ``Doc.to_json``) can't be read: `merge`
joins Docs with their values, ``doc._.claims_json`` carries the claims through ``to_json``. Offsets in
``values`` count characters of the text, except the token indices that serve later components.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from spacy.tokens import Doc, Span, SpanGroup

from claimx.errors import ClaimxWarning, DocumentError, Errors, Warnings
from claimx.model import Amount, Claim, Date
from claimx.model.decode import amount_of, claim_of, date_of, without_texts
from claimx.model.offsets import shift_values

QUOTES = "claimx_quotes"
AMOUNTS = "claimx_amounts"
DATES = "claimx_dates"
ORGANIZATIONS = "claimx_organizations"
CANDIDATES = "claimx_cue_candidates"
CUES = "claimx_cues"
SOURCES = "claimx_sources"
CLAIMS = "claimx_claims"
PREFIXES = {
    QUOTES: "q",
    AMOUNTS: "a",
    DATES: "d",
    ORGANIZATIONS: "o",
    CANDIDATES: "k",
    SOURCES: "s",
    CLAIMS: "c",
    CUES: "u",
}

Values = dict[str, Any]


@dataclass(slots=True)
class Annotation:
    """Something found on a Doc: character offsets, a label, and values of plain JSON types."""

    start: int
    end: int
    label: str = ""
    values: Values = field(default_factory=dict)


def write(doc: Doc, group: str, marks: Iterable[Annotation]) -> Doc:
    """Replace a span group by these annotations, in order of position. Returns the same Doc."""
    spans: list[Span] = []
    values: dict[str, Values] = {}
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
    """Whether a component has written a span group, even an empty one."""
    return group in doc.spans


def values_of(doc: Doc, group: str) -> dict[str, Values]:
    """The values of a group by the ids of its spans, in order; empty if there is no such group.

    Raises DocumentError if a copy or an assignment has kept the spans without their values.
    """
    if group not in doc.spans:
        return {}
    found = doc.spans[group]
    values: dict[str, Values] | None = found.attrs.get("values")
    if values is None and len(found):
        raise DocumentError(Errors.E060.format(group=group))
    return values or {}


def read(doc: Doc, group: str) -> Iterator[tuple[Span, Values]]:
    """The spans of a group with their values (``start`` and ``end`` are characters of the text)."""
    values = values_of(doc, group)
    for span in doc.spans[group] if values else ():
        yield span, values[span.id_]


def warn_missing(doc: Doc, component: str, groups: Iterable[str]) -> None:
    """Warn if a component runs on a Doc without the groups that it reads."""
    missing = [group for group in groups if group not in doc.spans]
    if missing:
        names = ", ".join(missing)
        warnings.warn(Warnings.W003.format(component=component, groups=names), ClaimxWarning, stacklevel=3)


def written(doc: Doc, group: str) -> SpanGroup | None:
    """The span group as last written, or None; its identity shows whether it has been rewritten."""
    found: SpanGroup | None = doc.spans.get(group)
    return found


def published(doc: Doc) -> str | None:
    """The ISO day of publication of the text, when it is known."""
    value: str | None = doc._.claimx_published
    return value


def set_published(doc: Doc, day: str | None) -> None:
    """Set the ISO day of publication of the text."""
    doc._.claimx_published = day


def currency(doc: Doc) -> str | None:
    """The default currency that the user has given for this text, an ISO 4217 code, or None."""
    value: str | None = doc._.claimx_currency
    return value


def set_currency(doc: Doc, code: str | None) -> None:
    """Set the default currency for this text; None for that of the component."""
    if code is not None:
        doc._.claimx_currency = code


def quotes(doc: Doc) -> tuple[Annotation, ...]:
    """The quotations of the text, without their marks."""
    return _annotations(doc, QUOTES)


def amounts(doc: Doc) -> tuple[Amount, ...]:
    """The amounts of the text."""
    text = doc.text
    return tuple(amount_of(values, text) for values in values_of(doc, AMOUNTS).values())


def dates(doc: Doc) -> tuple[Date, ...]:
    """The dates of the text."""
    text = doc.text
    return tuple(date_of(values, text) for values in values_of(doc, DATES).values())


def organizations(doc: Doc) -> tuple[Annotation, ...]:
    """The mentions of organisations; ``values["name"]`` is the canonical name."""
    return _annotations(doc, ORGANIZATIONS)


def cue_candidates(doc: Doc) -> tuple[Annotation, ...]:
    """The words that may set the level, polarity or source of a claim: what `cues` are chosen from."""
    return _annotations(doc, CANDIDATES)


def cues(doc: Doc) -> tuple[Annotation, ...]:
    """The words that set the level, polarity or source of a claim: those of ``claim.cues``, each once."""
    return _annotations(doc, CUES)


def sources(doc: Doc) -> tuple[Annotation, ...]:
    """The attributions of the text; ``values["speakers"]`` are the sources of each."""
    return _annotations(doc, SOURCES)


def claims(doc: Doc) -> tuple[Claim, ...]:
    """The claims of the text, in order. Warns if claimx_claims has not run."""
    if CLAIMS not in doc.spans:
        warnings.warn(Warnings.W002, ClaimxWarning, stacklevel=2)
    text = doc.text
    return tuple(claim_of(name, values, text) for name, values in values_of(doc, CLAIMS).items())


def claims_json(doc: Doc) -> list[Values]:
    """The claims as plain JSON types, for ``doc.to_json(underscore=["claims_json"])``."""
    return [claim.to_dict() for claim in claims(doc)]


def set_claims_json(doc: Doc, plain: Iterable[Values]) -> None:
    """Write claims in the form of `claims_json`; called by ``Doc.from_json``."""
    set_claims(doc, (claim_of(values["id"], values) for values in plain))


def set_claims(doc: Doc, found: Iterable[Claim]) -> Doc:
    """Write claims on a Doc, as the components do, for instance to evaluate against them.

    found: claims with offsets in the text of the Doc. They are renumbered by position.
    Returns the same Doc.
    """
    ordered = sorted(found, key=lambda claim: (claim.start, claim.end))
    names = {claim.id: f"{PREFIXES[CLAIMS]}{number}" for number, claim in enumerate(ordered)}
    marks: list[Annotation] = []
    for claim in ordered:
        values = without_texts(claim.to_dict())
        del values["id"]
        marks.append(Annotation(claim.start, claim.end, "claim", shift_values(values, 0, 0, names)))
    return write(doc, CLAIMS, marks)


def merge(docs: Iterable[Doc]) -> Doc:
    """Join Docs as ``Doc.from_docs`` does, including the annotations of claimx.

    docs: at least one, all with the same vocabulary. The day of publication is kept if all agree.
    """
    docs = list(docs)
    with warnings.catch_warnings():
        # spaCy can't merge the day of publication, an attribute of the whole Doc.
        warnings.filterwarnings("ignore", message=r".*W101.*claimx_published")
        merged = Doc.from_docs(docs)
    if merged is None:
        raise DocumentError(Errors.E061)
    starts = [token.idx for token in merged]
    for group in [group for group in PREFIXES if group in merged.spans]:
        marks: list[Annotation] = []
        tokens = 0
        for doc in docs:
            if len(doc):
                marks += _moved(doc, group, starts[tokens], tokens, len(marks))
            tokens += len(doc)
        write(merged, group, marks)
    days = {published(doc) for doc in docs}
    set_published(merged, days.pop() if len(days) == 1 else None)
    return merged


def as_doc(span: Span) -> Doc:
    """A new Doc from a span, like ``Span.as_doc``, including the annotations of claimx within it."""
    copy = span.as_doc()
    for group in [group for group in PREFIXES if group in span.doc.spans]:
        write(copy, group, _moved(span.doc, group, -span.start_char, -span.start, 0, len(copy.text)))
    set_published(copy, published(span.doc))
    return copy


def _moved(
    doc: Doc, group: str, characters: int, tokens: int, before: int, length: int | None = None
) -> list[Annotation]:
    """The members of a group, moved to another Doc.

    characters, tokens: by how much they move; before: the number of members before them there.
    length: of the other Doc, in characters; members outside it are dropped.
    """
    kept = [
        (span, values)
        for span, values in read(doc, group)
        if length is None or (values["start"] + characters >= 0 and values["end"] + characters <= length)
    ]
    names = {span.id_: f"{PREFIXES[group]}{before + number}" for number, (span, _) in enumerate(kept)}
    return [
        Annotation(values["start"] + characters, values["end"] + characters, span.label_, moved)
        for span, values in kept
        for moved in [shift_values(values, characters, tokens, names)]
    ]


def _annotations(doc: Doc, group: str) -> tuple[Annotation, ...]:
    return tuple(
        Annotation(values["start"], values["end"], values=values) for values in values_of(doc, group).values()
    )


def register() -> None:
    """Declare ``doc._.claims`` and the other attributes, once."""
    getters = {
        QUOTES: quotes,
        AMOUNTS: amounts,
        DATES: dates,
        ORGANIZATIONS: organizations,
        CANDIDATES: cue_candidates,
        CUES: cues,
        SOURCES: sources,
        "claims": claims,
    }
    for name, getter in getters.items():
        if not Doc.has_extension(name):
            Doc.set_extension(name, getter=getter)
    if not Doc.has_extension("claims_json"):
        Doc.set_extension("claims_json", getter=claims_json, setter=set_claims_json)
    for name in ("claimx_published", "claimx_currency"):
        if not Doc.has_extension(name):
            Doc.set_extension(name, default=None)


# At import, so that they exist when a pipeline or Doc is unpickled in another process.
register()
