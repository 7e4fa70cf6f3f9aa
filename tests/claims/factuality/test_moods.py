"""Mood, tense and modal verbs: (text, word of the predicate, level, cues).

The form of the verb is the cue of a future and of a conditional.
"""

import pytest

from tests.treebank import claims_of
from tests.treebank.summaries import claim_with, verdict

CONDITIONALS = [
    # a hedge
    ("Le groupe serait rentable.", "rentable", "possible", ["serait"]),
    ("Le groupe aurait vendu sa filiale.", "vendu", "possible", ["aurait"]),
    # a modal
    ("Le groupe pourrait vendre sa filiale.", "vendre", "possible", ["pourrait"]),
    ("Le chantier devrait durer.", "durer", "probable", ["devrait"]),
    # a future seen from the past, and a hedge there
    ("Le maire a annoncé que le pont serait fermé.", "fermé", "probable", ["a annoncé", "serait"]),
    ("Le maire a annoncé que le pont pourrait rouvrir.", "rouvrir", "possible", ["a annoncé", "pourrait"]),
    ("Le maire a précisé que les gardes auraient tiré.", "tiré", "possible", ["a précisé", "auraient"]),
    ("Le maire annonce que le pont serait fermé.", "fermé", "possible", ["annonce", "serait"]),
    # duty and advice
    ("Il faudrait fermer le pont.", "fermer", "unknown", ["faudrait"]),
    ("Il conviendrait de fermer le pont.", "fermer", "unknown", ["conviendrait"]),
    ("Nous devrions fermer le pont.", "fermer", "unknown", ["devrions"]),
    ("On devrait fermer le pont.", "fermer", "unknown", ["devrait"]),
    # a wish
    ("Luc Daverne aimerait partir.", "partir", "possible", ["aimerait"]),
    # what should have been
    ("Le maire aurait dû fermer le pont.", "fermer", "unknown", ["aurait"]),
    ("Le maire aurait pu fermer le pont.", "fermer", "unknown", ["aurait"]),
    # what "I" or "this" would do
    ("Je fermerais le pont.", "fermerais", "unknown", ["fermerais"]),
    ("Cela fermerait le pont.", "fermerait", "unknown", ["fermerait"]),
    # a condition in the sentence
    ("Si le pont cédait, le maire partirait.", "partirait", "unknown", ["partirait"]),
    ("Si le pont cède, le maire partira.", "partira", "unknown", ["partira"]),
    ("Si le pont cède, le maire doit partir.", "partir", "unknown", ["doit"]),
]

FUTURES = [
    ("Le pont rouvrira.", "rouvrira", "probable", ["rouvrira"]),
    ("Le maire va partir.", "partir", "probable", ["va"]),
    ("Le maire allait partir.", "partir", "probable", ["allait"]),
    # balance, narration
    ("La réforme aura permis une hausse.", "permis", "certain", []),
    ("Le roi abdiqua et son fils régnera.", "régnera", "certain", []),
    # the past and the present are facts
    ("Le pont a rouvert.", "rouvert", "certain", []),
    ("Le pont rouvre.", "rouvre", "certain", []),
]

MODALS = [
    # what comes about, and what one is able to do
    ("La procédure peut durer.", "durer", "possible", ["peut"]),
    ("Les clients peuvent échanger leurs billets.", "échanger", "certain", []),
    ("La procédure ne peut durer.", "durer", "certain-", ["ne"]),
    # what is scheduled, and what somebody has to do
    ("Le procès doit s'ouvrir lundi.", "ouvrir", "probable", ["doit"]),
    ("Luc Daverne doit payer une amende.", "payer", "certain", []),
    ("Nous devons payer une amende.", "payer", "certain", []),
]

WHOLE_PATHS = [
    ("Luc Daverne a répondu en disant que le pont serait fermé.", "fermé", "probable"),
    ("Luc Daverne a dit que le pont, qui coûterait un million, fermerait.", "coûterait", "probable"),
    ("Le pont ne saurait rouvrir.", "rouvrir", "certain-"),
    ("La police fouille la cave où il aurait pu se cacher.", "cacher", "possible"),
    ("Il faut fermer le pont.", "fermer", "certain"),
]


@pytest.mark.parametrize(("text", "word", "level"), WHOLE_PATHS)
def test_the_level_of_a_form_by_what_is_around_it(text, word, level):
    assert verdict(claim_with(claims_of(text), word)) == level


@pytest.mark.parametrize(("text", "word", "level", "cues"), [*CONDITIONALS, *FUTURES, *MODALS])
def test_the_level_that_a_form_gives_and_its_cue(text, word, level, cues):
    claim = claim_with(claims_of(text), word)
    assert (verdict(claim), [cue.text for cue in claim.cues]) == (level, cues)
