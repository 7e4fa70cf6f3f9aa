"""The scale of confidence and how operators combine on it.

The weakest level on the way from the outermost operator to the predicate wins; polarity
multiplies (Saurí & Pustejovsky 2012; Nairn, Condoravdi & Karttunen 2006).
"""

from __future__ import annotations

from collections.abc import Iterable

from claimx.model import Level

ORDER = {level: rank for rank, level in enumerate(Level)}
# A number that orders claims for users who need one: the middle of five bands, lowered a little by
# each further operator that the claim passes, never across a band.
SCORES = {
    Level.CERTAIN: 0.95,
    Level.PROBABLE: 0.75,
    Level.POSSIBLE: 0.45,
    Level.UNKNOWN: 0.3,
    Level.DOUBTFUL: 0.15,
}
STEP = 0.02
DEEPEST = 4


def weakest(levels: Iterable[Level]) -> Level:
    """The least committed of some levels; ``certain`` for none."""
    return max(levels, key=ORDER.__getitem__, default=Level.CERTAIN)


def score(level: Level, hedges: int) -> float:
    """The score of a level reached through a number of operators that lower a claim.

    Returns a number in 0–1 with two decimals; the bands of two levels never meet.
    """
    return round(SCORES[level] - STEP * min(max(hedges - 1, 0), DEEPEST), 2)
