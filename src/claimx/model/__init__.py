"""What claimx finds: frozen dataclasses, standard library only.

Every ``start``/``end`` counts code points of the text that the user gave, and
``text[x.start:x.end] == x.text`` holds for every object here. Money travels as decimal
strings, never as floats. ``to_dict()`` of each class gives plain JSON types, in the order
and under the names of the JSON Schema in ``docs/schema/claim.schema.json``.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from enum import StrEnum
from typing import Any

from claimx.model.enums import Level as Level
from claimx.model.enums import Polarity as Polarity
from claimx.model.enums import Relation as Relation
from claimx.model.enums import Response as Response
from claimx.model.enums import Role as Role
from claimx.model.enums import SemanticRole as SemanticRole
from claimx.model.enums import SourceKind as SourceKind

# The length of a claim's text in its repr().
REPR_CHARACTERS = 90


@dataclass(frozen=True, slots=True, kw_only=True)
class Excerpt:
    """A part of the text, verbatim."""

    text: str
    start: int
    end: int

    def to_dict(self) -> dict[str, Any]:
        """Plain JSON types, nested objects included, in the order of the fields."""
        return {field.name: _plain(getattr(self, field.name)) for field in fields(self)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount(Excerpt):
    """A sum of money: ``minimum`` and ``maximum`` in units of ``currency``, as decimal strings.

    Both bounds are equal when the text gives one value (``exact``, ``approximate``); one is
    None where the text leaves that side open. ``currency`` is an ISO 4217 code, or None where
    neither the expression nor its context tells; ``currency_inferred`` says that it came
    from the context.
    """

    minimum: str | None
    maximum: str | None
    currency: str | None
    currency_inferred: bool = False
    relation: Relation = Relation.EXACT


@dataclass(frozen=True, slots=True)
class Interval:
    """ISO days from ``begin`` to ``end``, both included; None where a side is open or unknown."""

    begin: str | None
    end: str | None

    def to_dict(self) -> dict[str, str | None]:
        """``{"begin": ..., "end": ...}``."""
        return {"begin": self.begin, "end": self.end}


@dataclass(frozen=True, slots=True, kw_only=True)
class Date(Excerpt):
    """A calendar expression: ``value`` as in TIMEX3, and the days it covers.

    Without a date of publication, ``value`` keeps what the words alone say, as TIMEX3 does
    (``XXXX-WXX-2`` for "mardi", ``XXXX-XX-XX`` for "hier"); the days are then None. They are an
    object of their own because ``end`` is the end offset here.
    """

    value: str | None
    interval: Interval


@dataclass(frozen=True, slots=True, kw_only=True)
class Organization(Excerpt):
    """A mention of an organisation in a claim.

    ``name`` is the same for all mentions of one organisation in a document, ``id`` that of its row in
    the list of organisations, if it has one. ``role`` is its function in the clause,
    ``semantic_role`` its part in the event, None if the verb does not tell ("Acmé est riche"). ``via``
    is None for a mention by name, else how it was resolved: ``pronoun``, ``relative``, ``nominal``,
    ``acronym``. ``kind`` is what the list or the text says that it is ("company", "bank", "media" …),
    ``wikidata`` its item there ("Q312"); None where they are not known.
    """

    name: str
    role: Role
    via: str | None = None
    id: str | None = None
    semantic_role: SemanticRole | None = None
    kind: str | None = None
    wikidata: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Source(Excerpt):
    """Who a claim is credited to. ``name`` is None for a source that the text does not name."""

    name: str | None
    kind: SourceKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue(Excerpt):
    """A word or locution that sets the level, the polarity or the source of a claim."""

    kind: str
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason(Excerpt):
    """One step on the way to a level: the rule that applied, its cue, and what it did.

    ``change`` is what the step adds to the score, never more than 0: 1 and the changes of all
    reasons add up to the score exactly, in hundredths. None where the claim has no score.
    """

    rule: str
    effect: str
    change: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Predicate(Excerpt):
    """The verb group of a claim. ``lemma`` is that of its content word or words."""

    lemma: str


@dataclass(frozen=True, slots=True)
class Confidence:
    """The level of a claim, its score, and the reasons, outermost first.

    ``score`` is a number in 0–1 that says how firmly the text presents the claim, as true or as
    false; the levels partition the scale. None for ``unknown``: the text does not commit itself.
    """

    level: Level
    score: float | None
    reasons: tuple[Reason, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """Plain JSON types."""
        return {
            "level": str(self.level),
            "score": self.score,
            "reasons": [_plain(reason) for reason in self.reasons],
        }


@dataclass(frozen=True, slots=True)
class Extent:
    """Offsets without their text."""

    start: int
    end: int

    def to_dict(self) -> dict[str, int]:
        """``{"start": ..., "end": ...}``."""
        return {"start": self.start, "end": self.end}


@dataclass(frozen=True, slots=True)
class Related:
    """A response to the claim: the id of another claim of the text, and whether it confirms or denies."""

    claim: str
    relation: Response

    def to_dict(self) -> dict[str, str]:
        """``{"claim": ..., "relation": ...}``."""
        return {"claim": self.claim, "relation": str(self.relation)}


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Claim(Excerpt):
    """One finite clause that presents a state of affairs, with everything said about it.

    ``text`` is the clause without its attribution and conjunction.
    """

    id: str
    sentence: Extent
    predicate: Predicate
    polarity: Polarity
    confidence: Confidence
    sources: tuple[Source, ...] = ()
    cues: tuple[Cue, ...] = ()
    organizations: tuple[Organization, ...] = ()
    amounts: tuple[Amount, ...] = ()
    dates: tuple[Date, ...] = ()
    related: tuple[Related, ...] = ()

    @property
    def is_hedged(self) -> bool:
        """True where the text does not present the claim as established or firm."""
        return self.confidence.level not in (Level.CERTAIN, Level.PROBABLE)

    @property
    def is_anchored(self) -> bool:
        """True where the claim has an organisation, an amount, a hedge or a source."""
        return bool(self.organizations or self.amounts or self.sources or self.is_hedged)

    def __repr__(self) -> str:
        """One readable line; ``to_dict()`` has everything."""
        negative = ", negative" if self.polarity is Polarity.NEGATIVE else ""
        return f"<Claim {self.id}: {self.confidence.level}{negative}, {_shortened(self.text)!r}>"

    def to_dict(self) -> dict[str, Any]:
        """The claim under the names and in the order of the JSON Schema."""
        return {name: _plain(getattr(self, name)) for name in CLAIM_FIELDS}


CLAIM_FIELDS = (
    "id",
    "text",
    "start",
    "end",
    "sentence",
    "predicate",
    "polarity",
    "confidence",
    "sources",
    "cues",
    "organizations",
    "amounts",
    "dates",
    "related",
)


def _shortened(text: str) -> str:
    return text if len(text) <= REPR_CHARACTERS else f"{text[: REPR_CHARACTERS - 1]}…"


def _plain(value: Any) -> Any:
    if hasattr(value, "to_dict"):
        return value.to_dict()
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, StrEnum):
        return str(value)
    return value
