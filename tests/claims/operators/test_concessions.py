""" "Si" of a concession and of a condition: (text, word of the predicate, level)."""

import pytest

from tests.treebank import claims_of
from tests.treebank.summaries import claim_with, verdict

CASES = [
    ("Si le maire a avoué, le préfet garde son poste.", "garde", "certain"),
    ("Si le maire a avoué, le préfet garde son poste.", "avoué", "certain"),
    ("Si le maire se félicite de l'accord, le préfet ferme la route.", "félicite", "certain"),
    ("Si la pluie cesse, le train repart.", "repart", "unknown"),
    ("S'il est cher, le train reste utile.", "reste", "certain"),
]


@pytest.mark.parametrize(("text", "word", "level"), CASES)
def test_the_level_of_a_claim(text, word, level):
    assert verdict(claim_with(claims_of(text), word)) == level
