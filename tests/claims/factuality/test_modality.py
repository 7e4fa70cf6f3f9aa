"""How "peut", "devrait" and a conditional are meant, by the subject and the verb: (text, word, level)."""

import pytest

from tests.treebank import claims_of
from tests.treebank.summaries import claim_with, verdict

CASES = [
    # a thing and what comes about: an eventuality; somebody: an ability
    ("La panne peut durer deux jours.", "durer", "possible"),
    ("Luc Daverne peut arriver en train.", "arriver", "certain"),
    ("La carte peut servir de billet.", "servir", "certain"),
    # what somebody ought to do: a duty; what will probably be: an expectation
    ("Les patients devraient éviter le sel.", "éviter", "unknown"),
    ("La prime devrait éviter une grève.", "éviter", "probable"),
    ("Les ventes devraient progresser.", "progresser", "probable"),
    # the subject stands for "if that were done"
    ("Une fusion créerait un géant.", "créerait", "unknown"),
    ("Racheter Zorbex coûterait cher.", "coûterait", "unknown"),
    ("La filiale créerait un fonds.", "créerait", "possible"),
    # done already: nothing is conditional but the teller
    ("Une fusion aurait créé un géant.", "créé", "possible"),
]


@pytest.mark.parametrize(("text", "word", "level"), CASES)
def test_how_a_modal_or_a_conditional_is_meant(text, word, level):
    assert verdict(claim_with(claims_of(text), word)) == level
