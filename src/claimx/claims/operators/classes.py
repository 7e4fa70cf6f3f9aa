"""Classes of operators and the effect of each class on the claim in its scope.

All properties of a class are columns of ``operator_classes.tsv``: a new class needs no change in Python.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from claimx import lexicons
from claimx.model import Level


class Trait(StrEnum):
    """Further properties of a class, as written in the column ``traits``."""

    SPEECH = "speech"
    """Reports or believes: stands beside a quotation or inside what it reports; its infinitive is a claim."""
    NEUTRAL_IN_QUOTES = "neutral-in-quotes"
    """Beside a quotation only the source decides the level: "« P », se félicite X"."""
    VOUCHED_NEGATED = "vouched-negated"
    """Still attributes under negation: "ne pense pas que P"."""
    AUTHOR = "author"
    """In the first person it commits the author: "je répète que P" is certain."""
    ANNOUNCES = "announces"
    """Takes a clause after a colon as its content: "Le groupe précise : P"."""
    CREDITS_BY_NOUN = "credits-by-noun"
    """A noun of this class credits its complement: "la déclaration du ministre selon laquelle P"."""
    ATTITUDE = "attitude"
    """Also expressed by an adjective ("convaincu que P") or with an object: "juge le prix bas"."""
    PASSIVE_MATTER = "passive-matter"
    """In the passive, the subject is its content: "la perte est estimée à"."""
    OBJECTLESS = "objectless"
    """Has its effect without an object: "Le groupe dément.", "La vente échoue."."""
    NO_MATTER = "no-matter"
    """With an object it does not qualify its own clause: "attend une hausse"."""
    OF_OBJECTS = "of-objects"
    """A noun of this class qualifies the clause of the light verb that holds it: "a l'intention de"."""
    SAID = "said"
    """A noun of this class names what somebody said or supposes: "rejette les accusations"."""
    OF_PREDICATES = "of-predicates"
    """An adjective of this class qualifies its own clause: "la vente est probable"."""
    IMPERSONAL = "impersonal"
    """An impersonal verb of this class qualifies the infinitive after it: "il convient de"."""
    SEEMING = "seeming"
    """Qualifies the predicative complement of its subject: "semble improbable"."""
    TRANSPARENT = "transparent"
    """Before a reporting verb it does not change the effect of that verb: "vient d'annoncer"."""
    LIGHT = "light"
    """Yields to an operator noun as its object: "fait la promesse de"."""
    REQUEST = "request"
    """Attributes the whole verb chain to its subject, except relative clauses: "demande à voter"."""
    CANCELLED = "cancelled"
    """Negated in a compound past, it did not happen: "n'a pas souhaité commenter"."""
    OWN_CLAIM = "own-claim"
    """Its own clause is a claim beside its content: "craint que P"."""
    OBJECT_CONTROL = "object-control"
    """Its object is the subject of its infinitive: "accuse Acmé d'avoir menti", "reproche à Acmé de"."""
    NO_CUE = "no-cue"
    """Listed as a reason but not as a cue: it changes neither level nor polarity."""


@dataclass(frozen=True, slots=True)
class Operator:
    """The effect of a word on the claim in its scope.

    cls: the name of its class.
    level, negated_level: the weakest level it lets through, None where the kind of the source decides
        (``source`` in the table).
    polarity, negated_polarity: 1 keeps the polarity of the claim, -1 reverses it.
    lessened: the level under "peu", "guère" where that changes it, else None.
    source: whose words or belief it is: ``subject``, ``agent`` (of the passive) or an empty string.
    passive: the class that replaces it in the passive; empty if the passive does not qualify its clause.
    addressed: the class that replaces it where the verb has a recipient; empty for no change.
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
        """Whether the class has a trait."""
        return trait in self.traits

    def effect(
        self, *, negated: bool = False, lessened: bool = False, source: Level = Level.PROBABLE
    ) -> tuple[Level, int]:
        """The level and the polarity for the claim in its scope.

        negated, lessened: whether the operator is negated, or weakened by "peu" or "guère". source: the level
        to use where the kind of the source decides.
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
