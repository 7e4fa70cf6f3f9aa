""" "Que" after a noun opens a complement or a relative: (text, word of the predicate, level)."""

import pytest

from tests.treebank import claims_of
from tests.treebank.summaries import claim_with, verdict

CASES = [
    ("La rumeur que le maire partait court.", "partait", "possible"),
    ("La rumeur que le maire a lancée court.", "lancée", "certain"),
    ("Il y a peu de chances que le pont rouvre.", "rouvre", "doubtful"),
    ("L'idée que le pont est solide est fausse.", "solide", "possible-"),
]


@pytest.mark.parametrize(("text", "word", "level"), CASES)
def test_the_level_of_a_claim(text, word, level):
    assert verdict(claim_with(claims_of(text), word)) == level
