"""Classes of operators: what a word of each class does to the claim in its scope.

All that rules ask about a class stands in ``operator_classes.tsv``; a class is added there, without touching
Python.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from claimx import lexicons
from claimx.model import Level


class Trait(StrEnum):
    """What else is true of the operators of a class, as written in the column ``traits``."""

    SPEECH = "speech"
    """Reports or believes: stands beside a quotation or inside what it reports; its infinitive is a claim."""
    NEUTRAL_IN_QUOTES = "neutral-in-quotes"
    """Beside a quotation its level is that of the source alone: "« P », se félicite X"."""
    VOUCHED_NEGATED = "vouched-negated"
    """Its source vouches for the negated claim too: "ne pense pas que P"."""
    AUTHOR = "author"
    """Said by the author himself it commits him: "je répète que P" is certain."""
    ANNOUNCES = "announces"
    """Takes a clause after a colon as its content: "Le groupe précise : P"."""
    CREDITS_BY_NOUN = "credits-by-noun"
    """A noun of this class credits its complement: "la déclaration du ministre selon laquelle P"."""
    ATTITUDE = "attitude"
    """Also stated by an adjective ("convaincu que P"), or of an object: "juge le prix bas"."""
    PASSIVE_MATTER = "passive-matter"
    """The subject of its passive is what it says: "la perte est estimée à"."""
    OBJECTLESS = "objectless"
    """Has its effect without an object: "Le groupe dément.", "La vente échoue."."""
    NO_MATTER = "no-matter"
    """An object tells nothing of its own clause: "attend une hausse"."""
    OF_OBJECTS = "of-objects"
    """A noun of this class qualifies the clause of the light verb that holds it: "a l'intention de"."""
    OF_PREDICATES = "of-predicates"
    """An adjective of this class qualifies its own clause: "la vente est probable"."""
    IMPERSONAL = "impersonal"
    """An impersonal verb of this class qualifies the infinitive after it: "il convient de"."""
    SEEMING = "seeming"
    """Qualifies the attribute of its subject: "semble improbable"."""
    TRANSPARENT = "transparent"
    """A verb before a reporting verb that leaves its effect as it is: "vient d'annoncer"."""
    LIGHT = "light"
    """Gives way to a noun that it holds: "fait la promesse de"."""
    REQUEST = "request"
    """Credits the whole chain to its subject, but not a relative clause inside: "demande à voter"."""
    CANCELLED = "cancelled"
    """Negated in a compound past, it did not happen: "n'a pas souhaité commenter"."""
    OWN_CLAIM = "own-claim"
    """Its own clause is a claim beside its content: "craint que P"."""
    NO_CUE = "no-cue"
    """A reason, but no cue: it leaves level and polarity as they are."""


@dataclass(frozen=True, slots=True)
class Operator:
    """What a word does to the claim in its scope.

    cls: the name of its class.
    level, negated_level: the weakest level it lets through, None where the kind of the source decides
        (``source`` in the table).
    polarity, negated_polarity: 1 keeps, -1 turns.
    lessened: the level under "peu", "guère" where that changes it, else None.
    source: whose words or belief it is: ``subject``, ``agent`` (of the passive) or an empty string.
    passive: the class that takes its place in the passive; empty if that says nothing of its clause.
    addressed: the class that takes its place where the verb says who is asked; empty for the same.
    """

    cls: str
    level: Level | None
    polarity: int
    negated_level: Level | None
    negated_polarity: int
    lessened: Level | None
    source: str
    passive: str
    addressed: str
    traits: frozenset[Trait]

    def has(self, trait: Trait) -> bool:
        """Whether a trait is true of the class."""
        return trait in self.traits

    def effect(
        self, *, negated: bool = False, lessened: bool = False, source: Level = Level.PROBABLE
    ) -> tuple[Level, int]:
        """The level and the polarity that it gives to the claim in its scope.

        source: the level where the kind of the source decides.
        """
        if negated:
            return self.negated_level or source, self.negated_polarity
        if lessened and self.lessened is not None:
            return self.lessened, self.polarity
        return self.level or source, self.polarity


@cache
def bundled_classes() -> Mapping[str, Operator]:
    """The operator classes of the package, by name."""
    return classes_of(lexicons.read("operator_classes"))


def classes_of(rows: Iterable[Mapping[str, str]]) -> dict[str, Operator]:
    """Operator classes by name, from rows with the columns of ``operator_classes.tsv``."""
    return {
        row["class"]: Operator(
            cls=row["class"],
            level=_level(row["level"]),
            polarity=int(row["polarity"]),
            negated_level=_level(row["negated_level"]),
            negated_polarity=int(row["negated_polarity"]),
            lessened=Level(row["lessened"]) if row["lessened"] else None,
            source=row["source"],
            passive=row["passive"],
            addressed=row["addressed"],
            traits=frozenset(map(Trait, row["traits"].split())),
        )
        for row in rows
    }


def _level(name: str) -> Level | None:
    return None if name == "source" else Level(name)
