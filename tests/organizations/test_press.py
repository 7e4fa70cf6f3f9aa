"""Organisations of pieces of press articles, annotated before claimx was run on them: how many are right."""

import pytest

from tests.cases import tagged
from tests.organizations.test_cases import expected, found

# Precision and recall of mentions with their names, as measured; they only go up.
FLOORS = {"press": (0.96, 0.87), "press_unseen": (0.96, 0.84)}


@pytest.mark.model
@pytest.mark.parametrize("name", FLOORS)
def test_mentions_of_the_press(nlp, name):
    right = missed = wrong = 0
    for case in tagged(f"organizations_{name}"):
        ours, gold = set(found(nlp(case.text))), set(expected(case))
        right, missed, wrong = right + len(ours & gold), missed + len(gold - ours), wrong + len(ours - gold)
    precision, recall = FLOORS[name]
    assert right / (right + wrong) >= precision
    assert right / (right + missed) >= recall
