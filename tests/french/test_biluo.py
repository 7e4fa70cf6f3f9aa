"""From scores of tags to entities that are well formed, against the definition: every sequence tried."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimx.french.biluo import KINDS, OUTSIDE, SURE, decode, marginals, tag

# Two labels: nine tags.
TAGS = 9
NAMES = ["O", *(f"{kind}-{label}" for label in range(2) for kind in KINDS)]


def fits(names):
    """Tell whether tags make whole entities, by the words of the definition."""
    inside = None
    for name in names:
        kind, _, label = name.partition("-")
        if (kind in "IL" and label != inside) or (kind in "OBU" and inside is not None):
            return False
        inside = label if kind in "BI" else None
    return inside is None


def best(scores):
    """The tags that fit with the highest sum of scores."""
    sequences = (tags for tags in product(range(TAGS), repeat=len(scores)) if fits([NAMES[t] for t in tags]))
    return max(sequences, key=lambda tags: sum(row[t] for row, t in zip(scores, tags, strict=True)))


def entities(tags):
    """First word, end and label of each entity of tags that fit."""
    found, start = [], 0
    for place, name in enumerate(NAMES[t] for t in tags):
        kind, _, label = name.partition("-")
        start = place if kind in "BU" else start
        if kind in "LU":
            found.append((start, place + 1, int(label)))
    return found


def scores_of(*names, other=0.0):
    """Scores with one tag far ahead in each word."""
    scores = np.full((len(names), TAGS), other, dtype="float32")
    scores[np.arange(len(names)), [NAMES.index(name) for name in names]] = 2 * SURE
    return scores


def found(scores, first=(0,), taken=()):
    places = np.arange(len(scores))
    return list(
        zip(
            *map(np.ndarray.tolist, decode(scores, np.isin(places, first), np.isin(places, taken))),
            strict=True,
        )
    )


def texts(longest=3):
    rows = st.lists(
        st.lists(st.integers(-8, 8), min_size=TAGS, max_size=TAGS, unique=True), min_size=1, max_size=longest
    )
    return st.lists(rows, min_size=1, max_size=3)


def test_the_columns_of_tags():
    assert [tag(kind, label) for label in range(2) for kind in KINDS] == list(range(1, TAGS))
    assert NAMES[OUTSIDE] == "O"


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["O", "U-0", "O"], [(1, 2, 0)]),
        (["B-1", "I-1", "L-1", "B-0", "L-0"], [(0, 3, 1), (3, 5, 0)]),
        (["U-0", "U-0"], [(0, 1, 0), (1, 2, 0)]),
        (["O", "O"], []),
        ([], []),
    ],
)
def test_tags_that_fit_are_taken_as_they_are(names, expected):
    assert found(scores_of(*names)) == expected


def test_a_tag_that_does_not_fit_gives_way_to_the_next_best():
    scores = scores_of("B-0", "L-1")
    scores[1, NAMES.index("L-0")] = 1
    assert found(scores) == [(0, 2, 0)]
    scores[0, NAMES.index("B-1")] = 2
    assert found(scores) == [(0, 2, 1)]


def test_no_entity_goes_from_one_text_into_the_next():
    scores = scores_of("O", "B-0", "L-0", "O")
    assert found(scores, first=[0]) == [(1, 3, 0)]
    assert (1, 3, 0) not in found(scores, first=[0, 2])


def test_no_entity_is_found_where_the_words_are_taken():
    scores = scores_of("B-0", "I-0", "L-0", "O", "U-1")
    assert all(end <= 1 or start >= 2 for start, end, _ in found(scores, taken=[1]))
    assert found(scores, taken=[0, 1, 2]) == [(4, 5, 1)]


def sum_of(scores, spans):
    """The scores of the tags that some entities stand for."""
    tags = np.zeros(len(scores), dtype=int)
    for start, end, label in spans:
        tags[start:end] = tag("I", label)
        tags[start], tags[end - 1] = tag("B", label), tag("L", label)
        if end - start == 1:
            tags[start] = tag("U", label)
    return float(scores[np.arange(len(scores)), tags].sum())


@given(texts())
def test_the_best_of_all_sequences_that_fit(rows):
    # Near one another: no word is outside for sure, so nothing is cut short.
    parts = [np.array(text, dtype="float32") / 8 for text in rows]
    firsts = np.cumsum([0, *map(len, parts)])[:-1]
    expected = [
        (start + first, end + first, label)
        for part, first in zip(parts, firsts.tolist(), strict=True)
        for start, end, label in entities(best(part))
    ]
    scores = np.concatenate(parts)
    # Two sequences may be equally good.
    assert sum_of(scores, found(scores, first=firsts)) == pytest.approx(sum_of(scores, expected))


@given(texts())
def test_the_probabilities_of_tags_that_fit(rows):
    exponents = [np.exp(np.array(text, dtype="float32") / 4) for text in rows]
    parts = [part / part.sum(axis=1, keepdims=True) for part in exponents]
    likely, chance = marginals(parts)
    total = 0.0
    for part, given_rows in zip(parts, likely, strict=True):
        expected, whole = np.zeros_like(part), 0.0
        for tags in product(range(TAGS), repeat=len(part)):
            if fits([NAMES[t] for t in tags]):
                weight = np.prod(part[np.arange(len(part)), tags])
                whole += weight
                expected[np.arange(len(part)), tags] += weight
        assert given_rows == pytest.approx(expected / whole, abs=1e-4)
        total += np.log(whole)
    assert chance == pytest.approx(total, abs=1e-3)


def test_a_text_without_words_has_no_tags():
    likely, chance = marginals(
        [np.zeros((0, TAGS), dtype="float32"), np.full((1, TAGS), 1 / TAGS, "float32")]
    )
    assert [len(rows) for rows in likely] == [0, 1]
    assert chance == pytest.approx(np.log(3 / 9))
    assert marginals([np.zeros((0, TAGS), dtype="float32")])[1] == 0
