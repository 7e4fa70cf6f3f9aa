"""Confidence intervals of scores and of paired differences: 95 %, by bootstrap over documents."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimx.apps.evaluation.scores import Counts, scores

SAMPLES = 1000
SEED = 1
# With fewer documents an interval says nothing about others.
MIN_DOCUMENTS = 10
Interval = tuple[float, float]


def intervals(documents: Sequence[Counts], samples: int = SAMPLES) -> dict[str, Interval]:
    """The interval of each score, from resampling the documents with replacement.

    Empty for fewer than MIN_DOCUMENTS.
    """
    drawn: dict[str, list[float]] = {}
    for counts in _drawn(documents, samples):
        for name, value in scores(counts).items():
            drawn.setdefault(name, []).append(value)
    return {name: _middle(values) for name, values in drawn.items()}


def differences(
    one: Sequence[Counts], other: Sequence[Counts], samples: int = SAMPLES
) -> dict[str, Interval]:
    """The interval of the difference of each score, over the same documents in the same order."""
    drawn: dict[str, list[float]] = {}
    for first, second in zip(_drawn(one, samples), _drawn(other, samples), strict=True):
        before = scores(second)
        for name, value in scores(first).items():
            drawn.setdefault(name, []).append(value - before[name])
    return {name: _middle(values) for name, values in drawn.items()}


def _drawn(documents: Sequence[Counts], samples: int) -> Iterator[Counts]:
    """The counts of resampled documents; the draw depends only on the number of documents."""
    if len(documents) < MIN_DOCUMENTS or not samples:
        return
    import numpy

    keys = sorted(
        {(part, key) for one in documents for part, counter in enumerate(one.parts()) for key in counter},
        key=repr,
    )
    table = numpy.array([[one.parts()[part][key] for part, key in keys] for one in documents])
    number = len(documents)
    weights = numpy.random.default_rng(SEED).multinomial(number, [1 / number] * number, size=samples)
    for sums in (weights @ table).tolist():
        counts = Counts()
        for (part, key), value in zip(keys, sums, strict=True):
            counts.parts()[part][key] = value
        yield counts


def _middle(values: list[float]) -> Interval:
    """The central 95 % of the values."""
    values = sorted(values)
    cut = len(values) * 25 // 1000
    return values[cut], values[-cut - 1]
