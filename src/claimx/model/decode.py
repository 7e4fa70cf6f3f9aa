"""Objects of the data model from plain JSON types: the inverse of ``to_dict()``.

The values may hold the words (``text``), as ``to_dict()`` gives them, or offsets only, as the span groups do;
the words are then cut from the text.
"""

from __future__ import annotations

from typing import Any

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

Values = dict[str, Any]
# The confidence of a claim that claimx_confidence has not seen yet.
UNDECIDED: Values = {"level": Level.UNKNOWN, "score": None, "reasons": ()}


def amount_of(values: Values, text: str | None = None) -> Amount:
    """An Amount from its values. text: the text of the offsets, if the values do not hold the words."""
    return Amount(
        **_excerpt(values, text),
        minimum=values["minimum"],
        maximum=values["maximum"],
        currency=values["currency"],
        currency_inferred=values["currency_inferred"],
        relation=Relation(values["relation"]),
    )


def date_of(values: Values, text: str | None = None) -> Date:
    """A Date from its values."""
    return Date(**_excerpt(values, text), value=values["value"], interval=Interval(**values["interval"]))


def organization_of(values: Values, text: str | None = None) -> Organization:
    """An Organization from its values in a claim."""
    semantic_role = values["semantic_role"]
    return Organization(
        **_excerpt(values, text),
        name=values["name"],
        role=Role(values["role"]),
        via=values["via"],
        id=values["id"],
        semantic_role=SemanticRole(semantic_role) if semantic_role else None,
        kind=values.get("kind"),
        wikidata=values.get("wikidata"),
    )


def confidence_of(values: Values, text: str | None = None) -> Confidence:
    """A Confidence from its values."""
    return Confidence(
        level=Level(values["level"]),
        score=values["score"],
        reasons=tuple(
            Reason(
                **_excerpt(reason, text),
                rule=reason["rule"],
                effect=reason["effect"],
                change=reason.get("change"),
            )
            for reason in values["reasons"]
        ),
    )


def claim_of(name: str, values: Values, text: str | None = None) -> Claim:
    """A Claim from its values. name: its id."""
    return Claim(
        **_excerpt(values, text),
        id=name,
        sentence=Extent(**values["sentence"]),
        predicate=Predicate(**_excerpt(values["predicate"], text), lemma=values["predicate"]["lemma"]),
        polarity=Polarity(values.get("polarity", Polarity.POSITIVE)),
        confidence=confidence_of(values.get("confidence", UNDECIDED), text),
        sources=tuple(
            Source(**_excerpt(item, text), name=item["name"], kind=SourceKind(item["kind"]))
            for item in values["sources"]
        ),
        cues=tuple(
            Cue(**_excerpt(item, text), kind=item["kind"], rule=item["rule"])
            for item in values.get("cues", ())
        ),
        organizations=tuple(organization_of(item, text) for item in values["organizations"]),
        amounts=tuple(amount_of(item, text) for item in values["amounts"]),
        dates=tuple(date_of(item, text) for item in values["dates"]),
        related=tuple(
            Related(item["claim"], Response(item["relation"])) for item in values.get("related", ())
        ),
    )


def _excerpt(values: Values, text: str | None) -> Values:
    start, end = values["start"], values["end"]
    return {"text": values["text"] if text is None else text[start:end], "start": start, "end": end}


def without_texts(value: Any) -> Any:
    """Values without the words of their offsets, as span groups hold them: the Doc has the text."""
    if isinstance(value, dict):
        return {
            key: without_texts(item) for key, item in value.items() if key != "text" or "start" not in value
        }
    return [without_texts(item) for item in value] if isinstance(value, list) else value
