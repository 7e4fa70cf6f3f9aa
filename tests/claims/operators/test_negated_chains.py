"""A verb is negated by its chain, and only by that: (text, word of the predicate, level)."""

import pytest

from tests.treebank import claims_of
from tests.treebank.summaries import claim_with, verdict

CASES = [
    ("Luc Daverne ne peut exclure que le pont cède.", "cède", "possible"),
    ("Luc Daverne ne peut pas confirmer que le pont cède.", "cède", "unknown"),
    ("Rien ne permet d'affirmer que le pont cède.", "cède", "unknown"),
    ("Luc Daverne n'hésite pas à affirmer que le pont cède.", "cède", "probable"),
    ("Le pont n'a pas été fermé ni détruit.", "détruit", "certain-"),
    ("Le pont n'a pas cédé et la route pourrait fermer.", "fermer", "possible"),
    ("Luc Daverne ne veut vendre aucun pont.", "vendre", "possible-"),
    ("La pluie n'a pas empêché le maire de partir.", "partir", "certain"),
    ("Le maire avance à grands pas.", "avance", "certain"),
    ("Le maire ne fait pas que parler.", "parler", "certain"),
]


@pytest.mark.parametrize(("text", "word", "level"), CASES)
def test_the_level_of_a_claim(text, word, level):
    assert verdict(claim_with(claims_of(text), word)) == level
