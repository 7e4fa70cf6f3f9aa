"""The frame of a cleft bears on its content: (text, word of the predicate, level)."""

import pytest

from tests.treebank import claims_of
from tests.treebank.summaries import claim_with, verdict

CASES = [
    ("Ce n'est pas le maire qui a signé.", "signé", "certain-"),
    ("Ce serait le maire qui a signé.", "signé", "possible"),
    ("C'est peut-être le maire qui a signé.", "signé", "possible"),
    ("C'est le maire qui a signé.", "signé", "certain"),
    ("Ce n'est pas en mai que le pont a cédé.", "cédé", "certain-"),
]


@pytest.mark.parametrize(("text", "word", "level"), CASES)
def test_the_level_of_a_claim(text, word, level):
    assert verdict(claim_with(claims_of(text), word)) == level
