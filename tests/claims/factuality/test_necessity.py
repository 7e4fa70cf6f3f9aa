""" "Devoir" of a schedule, a guess and a duty: (text, word of the predicate, level)."""

import pytest

from tests.treebank import claims_of
from tests.treebank.summaries import claim_with, verdict

CASES = [
    ("Le maire doit signer l'accord lundi.", "signer", "probable"),
    ("Les bateaux doivent déclarer leur route.", "déclarer", "certain"),
    ("Le maire doit verser une amende.", "verser", "certain"),
    ("Le pont doit être fermé.", "fermé", "probable"),
    ("Le maire doit travailler.", "travailler", "certain"),
    ("Le voleur a dû partir.", "partir", "probable"),
    ("Le maire a dû se tromper.", "tromper", "probable"),
    ("Le maire a dû partir.", "partir", "certain"),
    ("Bien que le pont doive être fermé, la route tient.", "fermé", "certain"),
]


@pytest.mark.parametrize(("text", "word", "level"), CASES)
def test_the_level_of_a_claim(text, word, level):
    assert verdict(claim_with(claims_of(text), word)) == level
