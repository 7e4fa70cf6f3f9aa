"""The scale of confidence: levels partition it, and the changes of a path add up to its score."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimx.claims.factuality.scale import BASE, ORDER, TOPS, changes, weakest
from claimx.model import Level

SCORED = [level for level in Level if level is not Level.UNKNOWN]
paths = st.lists(st.sampled_from(SCORED), max_size=12)


def score(levels):
    return BASE + sum(changes(levels))


@pytest.mark.parametrize(
    ("levels", "expected"),
    [
        ([], 100),
        (["certain"], 100),
        (["probable"], 75),
        (["probable", "probable"], 73),
        (["probable", "possible"], 48),
        (["possible", "certain"], 50),
        (["doubtful"], 25),
    ],
)
def test_scores(levels, expected):
    assert score([Level(level) for level in levels]) == expected


@given(paths, paths)
def test_a_weaker_level_never_has_the_higher_score(one, other):
    if ORDER[weakest(one)] < ORDER[weakest(other)]:
        assert score(one) > score(other)


@given(paths)
def test_a_score_stays_in_the_band_of_its_level(levels):
    level = weakest(levels)
    bounds = [TOPS[other] for other in SCORED if ORDER[other] > ORDER[level]]
    assert max(bounds, default=0) < score(levels) <= TOPS[level]


@given(paths)
def test_no_step_raises_a_score(levels):
    assert len(changes(levels)) == len(levels)
    assert all(change <= 0 for change in changes(levels))


@pytest.mark.model
def test_the_reasons_of_a_claim_add_up_to_its_score(nlp):
    text = (
        "Selon Reuters, le groupe envisagerait peut-être de vendre sa filiale. Il est peu probable que l'État "
        "accepte. La direction affirme que l'usine est rentable. Si le prix baisse, le groupe partira."
    )
    claims = nlp(text)._.claims
    assert {claim.confidence.level for claim in claims} == set(Level) - {"certain"}
    for claim in claims:
        confidence = claim.confidence
        added = [reason.change for reason in confidence.reasons]
        if confidence.level == "unknown":
            assert confidence.score is None
            assert set(added) == {None}
        else:
            assert Decimal(str(confidence.score)) == 1 + sum(Decimal(str(change)) for change in added)
