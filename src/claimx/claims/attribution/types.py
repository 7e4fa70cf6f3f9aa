"""Types of attributions: constructions, sources and scopes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from claimx.claims.operators.classes import Operator, Trait
from claimx.model import Level, SourceKind
from claimx.syntax.verbs import group_span
from claimx.syntax.words import Parse, Word


class Construction(StrEnum):
    """Constructions of attribution; the values are the rules named in the reasons of a claim."""

    QUOTE = "direct-quote"
    PARENTHETICAL = "report-inserted"
    QUE_CLAUSE = "report-que"
    INDIRECT_QUESTION = "report-si"
    INFINITIVE = "report-inf"
    NOUN_PHRASE = "report-np"
    NOUN = "report-noun"
    PREPOSITION = "preposition"
    CONTINUATION = "report-continued"

    @property
    def has_reporting_clause(self) -> bool:
        """Whether the clause of the reporting verb only names the speaker."""
        return self in (Construction.QUOTE, Construction.PARENTHETICAL)

    @property
    def passes_on_its_verb(self) -> bool:
        """Whether the mood and the negation of the attributing verb bear on what it attributes."""
        return self not in (Construction.PREPOSITION, Construction.NOUN_PHRASE)


@dataclass(frozen=True, slots=True)
class Speaker:
    """A source phrase: token indices, the name when the text gives one, and the kind.

    cites: whether it only relays another source ("un banquier, cité par Reuters").
    """

    start: int
    end: int
    name: str | None
    kind: SourceKind
    cites: bool = False


@dataclass(frozen=True, slots=True)
class WrittenSource:
    """A source as stored in the span group: character offsets, name and kind."""

    start: int
    end: int
    name: str | None
    kind: SourceKind

    def to_values(self) -> dict[str, Any]:
        """The source in plain JSON types."""
        return {"start": self.start, "end": self.end, "name": self.name, "kind": str(self.kind)}


@dataclass(slots=True, kw_only=True)
class Scope:
    """The construction of an attribution, its scope and its effect.

    cue: token indices of the words that attribute; anchor: the index of the cue's head.
    cls: the class of the operator. level, polarity: its effect on the claims in its scope.
    scopes: token ranges, end excluded. apart: indices of the tokens that belong to the attribution and not to
    the claims in its scope.
    """

    rule: Construction
    cls: str
    cue: tuple[int, int]
    anchor: int
    level: Level
    polarity: int = 1
    scopes: list[tuple[int, int]] = field(default_factory=list)
    apart: frozenset[int] = frozenset()

    @property
    def width(self) -> int:
        """Scope length in tokens; wider scopes are applied first."""
        return sum(end - start for start, end in self.scopes)

    def covers(self, index: int) -> bool:
        """Whether a token is in the scope."""
        return any(start <= index < end for start, end in self.scopes)


@dataclass(slots=True, kw_only=True)
class Attribution(Scope):
    """An attribution as found by the rules.

    speakers: outermost first; empty if none is found, or if the source is the author.
    """

    speakers: list[Speaker] = field(default_factory=list)

    def to_values(self, parse: Parse) -> dict[str, Any]:
        """The attribution in plain JSON types, for the span group."""
        return {
            "rule": str(self.rule),
            "cls": self.cls,
            "cue": list(self.cue),
            "anchor": self.anchor,
            "level": str(self.level),
            "polarity": self.polarity,
            "speakers": [_written(speaker, parse).to_values() for speaker in self.speakers],
            "scopes": [list(scope) for scope in self.scopes],
            "apart": sorted(self.apart),
        }


@dataclass(slots=True, kw_only=True)
class WrittenAttribution(Scope):
    """An attribution as it is read back from the span group."""

    sources: list[WrittenSource]


def attribution_of(values: dict[str, Any]) -> WrittenAttribution:
    """An attribution from the values of the span group."""
    return WrittenAttribution(
        rule=Construction(values["rule"]),
        cls=values["cls"],
        cue=(values["cue"][0], values["cue"][1]),
        anchor=values["anchor"],
        level=Level(values["level"]),
        polarity=values["polarity"],
        sources=[
            WrittenSource(item["start"], item["end"], item["name"], SourceKind(item["kind"]))
            for item in values["speakers"]
        ],
        scopes=[(start, end) for start, end in values["scopes"]],
        apart=frozenset(values["apart"]),
    )


def _written(speaker: Speaker, parse: Parse) -> WrittenSource:
    first = parse[speaker.start]
    return WrittenSource(
        first.idx + _hyphen(first.text), parse[speaker.end - 1].end, speaker.name, speaker.kind
    )


def _hyphen(word: str) -> int:
    """Length of the hyphens before an inverted pronoun: 3 in "-t-elle"."""
    match = re.match(r"-(t-)?", word)
    return match.end() if match is not None and match.end() < len(word) else 0


def source_level(speakers: Sequence[Speaker]) -> Level:
    """The level of a neutral report: ``possible`` if no speaker is identified, else ``probable``."""
    if speakers and all(speaker.kind is SourceKind.ANONYMOUS or speaker.cites for speaker in speakers):
        return Level.POSSIBLE
    return Level.PROBABLE


def reported_by(
    verb: Word,
    operator: Operator,
    speakers: list[Speaker],
    rule: Construction,
    *,
    scopes: Sequence[tuple[int, int]] = (),
    apart: Iterable[int] = (),
) -> Attribution:
    """The attribution by a reporting verb beside a quotation, or within the clause that it reports."""
    stated = source_level(speakers)
    neutral = operator.has(Trait.NEUTRAL_IN_QUOTES)
    return Attribution(
        rule=rule,
        cls=operator.cls,
        cue=group_span(verb),
        anchor=verb.i,
        level=stated if neutral else operator.effect(source=stated)[0],
        polarity=operator.polarity,
        speakers=speakers,
        scopes=list(scopes),
        apart=frozenset(apart),
    )
