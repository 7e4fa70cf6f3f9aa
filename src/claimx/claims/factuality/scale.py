"""The confidence scale and the combination of operators on it.

The weakest level on the path from the outermost operator to the predicate wins; polarities
multiply (Saurí & Pustejovsky 2012; Nairn, Condoravdi & Karttunen 2006).
"""

from __future__ import annotations

from collections.abc import Iterable

from claimx.model import Level

ORDER = {level: rank for rank, level in enumerate(Level)}
# The highest score of each level, in hundredths. Each further hedge costs STEP, up to MAX_HEDGES of them, so
# that the next level is never reached: certain is 1, probable 0.67-0.75, possible
# 0.42-0.50, doubtful 0.17-0.25. Bands partition the scale: see docs/confidence.md.
BASE = 100
TOPS = {Level.CERTAIN: 100, Level.PROBABLE: 75, Level.POSSIBLE: 50, Level.DOUBTFUL: 25}
STEP = 2
MAX_HEDGES = 4


def weakest(levels: Iterable[Level]) -> Level:
    """The least committed of some levels; ``certain`` for none."""
    return max(levels, key=ORDER.__getitem__, default=Level.CERTAIN)


def changes(levels: Iterable[Level]) -> list[int]:
    """The contribution of each step of a path to the score, in hundredths, outermost first.

    BASE plus all contributions is the score of the claim. Undefined for a path that ends in ``unknown``.
    """
    found, current, hedges, before = [], Level.CERTAIN, 0, BASE
    for level in levels:
        current = weakest((current, level))
        hedges += level is not Level.CERTAIN
        after = TOPS[current] - STEP * min(max(hedges - 1, 0), MAX_HEDGES)
        found.append(after - before)
        before = after
    return found
