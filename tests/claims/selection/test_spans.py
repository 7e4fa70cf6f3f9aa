"""How far a claim and its predicate reach: (text, word, words of the claim, predicate, lemmas)."""

import pytest

from tests.treebank import claims_of
from tests.treebank.summaries import claim_with

CLAIMS = [
    # without attribution and conjunction
    ("Selon Reuters, le pont tremble et la pluie tombe.", "tremble", "le pont tremble"),
    ("Selon Reuters, le pont tremble et la pluie tombe.", "tombe", "la pluie tombe"),
    ("Luc Daverne affirme que le pont tremble.", "tremble", "le pont tremble"),
    ("Le pont tremble, a indiqué Luc Daverne.", "tremble", "Le pont tremble"),
    ("Le pont tremble parce que la pluie tombe.", "tombe", "la pluie tombe"),
    # a percent sign is no punctuation
    ("Le titre a perdu 3 %.", "perdu", "Le titre a perdu 3 %"),
    # an apposition at the end describes, and claims nothing
    ("La ville a loué le pont, un vieil ouvrage.", "loué", "La ville a loué le pont"),
    ("Le pont appartient à Zorbex (un groupe lyonnais).", "appartient", "Le pont appartient à Zorbex"),
    # the frame of a cleft
    ("C'est Luc Daverne qui dirige la ville.", "dirige", "C'est Luc Daverne qui dirige la ville"),
]

PREDICATES = [
    ("Le pont n'a pas cédé.", "cédé", "n'a pas cédé", "céder"),
    ("Le groupe est rentable.", "rentable", "est rentable", "être rentable"),
    ("Les groupes sont en discussion.", "discussion", "sont en discussion", "être en discussion"),
    ("Zorbex veut vendre sa filiale.", "vendre", "veut vendre", "vouloir vendre"),
    ("Luc Daverne se félicite du résultat.", "félicite", "se félicite", "féliciter"),
    # the object or complement carries the meaning
    ("La réunion a lieu lundi.", "lieu", "a lieu", "avoir lieu"),
    ("La prime est de £50.", "est", "est de £50", None),
    ("Zorbex fait appel.", "appel", "fait appel", "faire appel"),
    ("Zorbex fait un pont.", "fait", "fait", "faire"),
    ("Il y a trois ponts ici.", "a", "y a", "avoir"),
]


@pytest.mark.parametrize(("text", "word", "words"), CLAIMS)
def test_the_words_of_a_claim(text, word, words):
    assert claim_with(claims_of(text), word).text == words


@pytest.mark.parametrize(("text", "word", "predicate", "lemma"), PREDICATES)
def test_the_words_and_the_lemmas_of_a_predicate(text, word, predicate, lemma):
    found = claim_with(claims_of(text), word).predicate
    assert found.text == predicate
    if lemma is not None:
        assert found.lemma == lemma
