"""One attribution: whose words or belief, by which cue, over which part of the text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from claimx.model import Level, SourceKind
from claimx.syntax.parse import Parse


@dataclass(frozen=True, slots=True)
class Speaker:
    """A source phrase: token indices, the name when the text gives one, and the kind.

    cites: whether it only passes on what the next source says ("un banquier, cité par Reuters").
    """

    start: int
    end: int
    name: str | None
    kind: SourceKind
    cites: bool = False


@dataclass(slots=True)
class Attribution:
    """A source and what it vouches for.

    cue: token indices of the words that attribute; anchor: the index of the cue's head.
    speakers: outermost first; empty where nobody can be found, or where the author speaks of himself.
    scopes: token ranges, end excluded. ``apart``: indices of tokens that belong to the attribution
    and not to the claims in its scope. ``by_tree``: the scope hangs on the anchor in the parse, so
    that the anchor's own mood and negation count.
    """

    rule: str
    cls: str
    cue: tuple[int, int]
    anchor: int
    level: Level
    polarity: int = 1
    speakers: list[Speaker] = field(default_factory=list)
    scopes: list[tuple[int, int]] = field(default_factory=list)
    apart: frozenset[int] = frozenset()
    by_tree: bool = False

    @property
    def width(self) -> int:
        """How many tokens the scope holds: what reaches further stands further out."""
        return sum(end - start for start, end in self.scopes)

    def covers(self, index: int) -> bool:
        """Whether a token is in the scope."""
        return any(start <= index < end for start, end in self.scopes)

    def to_values(self, parse: Parse) -> dict[str, Any]:
        """Plain JSON types for the span group."""
        return {
            "rule": self.rule,
            "cls": self.cls,
            "cue": list(self.cue),
            "anchor": self.anchor,
            "level": str(self.level),
            "polarity": self.polarity,
            "speakers": [
                {
                    "start": parse[speaker.start].idx + _hyphen(parse[speaker.start].text),
                    "end": parse[speaker.end - 1].end,
                    "name": speaker.name,
                    "kind": str(speaker.kind),
                }
                for speaker in self.speakers
            ],
            "scopes": [list(scope) for scope in self.scopes],
            "apart": sorted(self.apart),
            "by_tree": self.by_tree,
        }


def _hyphen(word: str) -> int:
    """How long the hyphen of an inverted pronoun is: "-t-elle" stands for "elle"."""
    match = re.match(r"-(t-)?", word)
    return match.end() if match is not None and match.end() < len(word) else 0


def attribution_of(values: dict[str, Any]) -> Attribution:
    """An attribution from the values of the span group; its speakers stay characters of the text."""
    return Attribution(
        rule=values["rule"],
        cls=values["cls"],
        cue=(values["cue"][0], values["cue"][1]),
        anchor=values["anchor"],
        level=Level(values["level"]),
        polarity=values["polarity"],
        speakers=[
            Speaker(item["start"], item["end"], item["name"], SourceKind(item["kind"]))
            for item in values["speakers"]
        ],
        scopes=[(start, end) for start, end in values["scopes"]],
        apart=frozenset(values["apart"]),
        by_tree=values["by_tree"],
    )


def level_of(speakers: list[Speaker]) -> Level:
    """What a neutral report is worth: ``possible`` when all whose words it is are anonymous."""
    if speakers and all(speaker.kind is SourceKind.ANONYMOUS or speaker.cites for speaker in speakers):
        return Level.POSSIBLE
    return Level.PROBABLE
