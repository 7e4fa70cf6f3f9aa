"""Two evaluations of the same gold, side by side."""

from __future__ import annotations

from dataclasses import dataclass

from claimx.apps.evaluation.evaluation import Evaluation
from claimx.apps.evaluation.intervals import Interval, differences
from claimx.apps.evaluation.scores import scores, total
from claimx.errors import ArgumentError, Errors


@dataclass(frozen=True, slots=True)
class Row:
    """A score now and before; interval: of the difference, over the documents of both."""

    name: str
    now: float
    before: float
    interval: Interval | None

    @property
    def is_sure(self) -> bool:
        """Whether the interval of the difference excludes zero."""
        return self.interval is not None and not self.interval[0] <= 0 <= self.interval[1]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Compared scores, over the documents of both evaluations. name: of the earlier one."""

    name: str
    rows: tuple[Row, ...]


def compared(now: Evaluation, before: Evaluation, name: str, samples: int) -> Comparison:
    """Compare with an earlier evaluation. Raises ArgumentError if their documents differ."""
    common = [document for document in now.documents if document in before.documents]
    if not common or len(common) < max(len(now.documents), len(before.documents)):
        raise ArgumentError(Errors.E092.format(one="this gold", other=name, number=len(common)))
    one = [now.documents[document] for document in common]
    other = [before.documents[document] for document in common]
    first, second = scores(total(one)), scores(total(other))
    sure = differences(one, other, samples)
    rows = tuple(Row(key, first[key], second[key], sure.get(key)) for key in first)
    return Comparison(name, rows)
