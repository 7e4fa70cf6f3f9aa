"""The values that the fields of a claim may have: levels, polarities, roles, kinds, relations."""

from __future__ import annotations

from enum import StrEnum

from claimx.errors import ArgumentTypeError, Errors


class Level(StrEnum):
    """How firmly the text presents a claim, from the firmest to the least committed.

    Levels compare by firmness: ``Level.CERTAIN > Level.POSSIBLE``. UNKNOWN has no place in the order, since
    the text does not commit itself: comparing it with another level raises TypeError.
    """

    CERTAIN = "certain"
    PROBABLE = "probable"
    POSSIBLE = "possible"
    DOUBTFUL = "doubtful"
    UNKNOWN = "unknown"

    def __lt__(self, other: str) -> bool:
        """Whether this level is less firm."""
        return _firmness(self, other) < 0

    def __le__(self, other: str) -> bool:
        """Whether this level is as firm or less."""
        return self == other or _firmness(self, other) < 0

    def __gt__(self, other: str) -> bool:
        """Whether this level is firmer."""
        return _firmness(self, other) > 0

    def __ge__(self, other: str) -> bool:
        """Whether this level is as firm or firmer."""
        return self == other or _firmness(self, other) > 0


# From the least firm to the firmest.
FIRMNESS = (Level.DOUBTFUL, Level.POSSIBLE, Level.PROBABLE, Level.CERTAIN)


def _firmness(one: Level, other: str) -> int:
    """How much firmer one level is than another, in steps. Raises ArgumentTypeError for UNKNOWN."""
    if one is other is Level.UNKNOWN:
        return 0
    if one not in FIRMNESS or other not in FIRMNESS:
        raise ArgumentTypeError(Errors.E009.format(one=str(one), other=str(other)))
    return FIRMNESS.index(one) - FIRMNESS.index(Level(other))


class Polarity(StrEnum):
    """Whether the text presents the content of a claim as true or as false."""

    POSITIVE = "positive"
    NEGATIVE = "negative"


class SourceKind(StrEnum):
    """A source with a name, a definite institution or role, or nobody in particular."""

    NAMED = "named"
    INSTITUTION = "institution"
    ANONYMOUS = "anonymous"


class Role(StrEnum):
    """The grammatical function of a mention in its clause; ``source`` for one that its words credit."""

    SUBJECT = "subject"
    OBJECT = "object"
    OBLIQUE = "oblique"
    TOPIC = "topic"
    SOURCE = "source"


class SemanticRole(StrEnum):
    """Who acts and who is acted upon, regardless of the voice of the verb."""

    AGENT = "agent"
    PATIENT = "patient"


class Response(StrEnum):
    """How another claim of the text responds to a hedged one."""

    CONFIRMED = "confirmed_by"
    DENIED = "denied_by"
    UNCONFIRMED = "unconfirmed_by"


class Relation(StrEnum):
    """How an amount's bounds relate to the value that the text speaks of."""

    EXACT = "exact"
    APPROXIMATE = "approximate"
    AT_MOST = "at_most"
    AT_LEAST = "at_least"
    LESS_THAN = "less_than"
    MORE_THAN = "more_than"
    RANGE = "range"
    MAGNITUDE = "magnitude"
