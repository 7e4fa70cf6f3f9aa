"""One step on the path from the author to the predicate of a claim."""

from __future__ import annotations

from dataclasses import dataclass

from claimx.model import Level


@dataclass(frozen=True, slots=True)
class Step:
    """An operator on the path of a claim: the rule, its words (token indices), and its effect.

    kind: ``attribution``, ``mood``, ``modality``, ``negation``, ``condition`` or an operator class.
    """

    rule: str
    kind: str
    start: int
    end: int
    level: Level = Level.CERTAIN
    polarity: int = 1

    @property
    def effect(self) -> str:
        """The effect as named in the reasons of a claim: a level, ``negative``, or both."""
        if self.polarity < 0:
            return "negative" if self.level is Level.CERTAIN else f"{self.level} negative"
        return str(self.level)
