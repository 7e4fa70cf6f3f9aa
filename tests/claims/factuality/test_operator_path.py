"""The operators that a claim passes, outermost first: (text, word, level, words of the steps)."""

import pytest

from tests.treebank import claims_of
from tests.treebank.summaries import claim_with, verdict

PATHS = [
    ("Selon Reuters, Zorbex pourrait refuser de vendre sa filiale.", "vendre", "possible-", ["Selon", "pourrait", "refuser"]),
    # what qualifies the reporting verb
    ("Luc Daverne aurait dit que le pont cède.", "cède", "possible", ["aurait", "aurait dit"]),
    ("Luc Daverne a peut-être dit que le pont cède.", "cède", "possible", ["peut-être", "a peut-être dit"]),
    # the duty to say something says it
    ("Je dois dire que le pont cède.", "cède", "certain", ["dire"]),
    # governors that are no attributions
    ("Il est possible que le pont cède.", "cède", "possible", ["possible"]),
    ("Il est peu probable que le pont cède.", "cède", "doubtful", ["probable"]),
    ("Il n'est pas impossible que le pont cède.", "cède", "possible", ["pas impossible"]),
    ("Il est évident que le pont cède.", "cède", "certain", ["évident"]),
    ("Luc Daverne sait que le pont cède.", "cède", "certain", ["sait"]),
    ("Luc Daverne n'a pas confirmé que le pont cède.", "cède", "unknown", ["pas confirmé"]),
    ("On ignore si le pont cède.", "cède", "unknown", ["ignore"]),
    # a noun, with the verb that holds it
    ("La rumeur selon laquelle le pont cède est ancienne.", "cède", "possible", ["rumeur"]),
    # an infinitive inside the clause
    ("Le maire est parti sans préciser si le pont cède.", "cède", "unknown", ["préciser"]),
    # the noun of an infinitive
    ("Zorbex annonce son intention de vendre sa filiale.", "vendre", "possible", ["annonce", "intention"]),
    # what is asked for in part is presupposed
    ("Le maire n'a pas précisé quels ponts cèdent.", "cèdent", "probable", ["précisé"]),
    ("Le maire n'a pas précisé quels ponts cèdent.", "précisé", "certain-", ["pas"]),
    # adverbs of the verb, not of a phrase
    ("Le pont a sans doute cédé.", "cédé", "probable", ["sans doute"]),
    ("Le pont a sans aucun doute cédé.", "cédé", "certain", ["sans aucun doute"]),
    ("Luc Daverne a vu un pont peut-être fragile.", "vu", "certain", []),
    # a clause that leaves it open
    ("Le maire est parti avant que le pont ne cède.", "cède", "unknown", ["avant"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "word", "level", "steps"), PATHS)
def test_the_path_of_a_claim(text, word, level, steps):
    claim = claim_with(claims_of(text), word)
    assert (verdict(claim), [reason.text for reason in claim.confidence.reasons]) == (level, steps)


SCOPES = [
    # a noun, with the verb that holds it and its negation
    ("Luc Daverne n'a pas écarté la possibilité que le pont cède.", "cède", "possible"),
    ("Il n'y a aucun doute que le pont cède.", "cède", "certain"),
    ("Zorbex fait croire que le pont tient.", "tient", "doubtful"),
    ("Il est faux que le pont cède.", "cède", "certain-"),
    # a relative or adverbial clause passes on the attribution around it and nothing else
    ("Il est possible que le pont, qui tremble, cède.", "tremble", "certain"),
    ("Selon un témoin, le pont, qui tremble, cède.", "tremble", "possible"),
    ("Le pont a peut-être cédé parce que la pluie tombait.", "tombait", "certain"),
    # what is coordinated is under the same governor
    ("Il est possible que le pont cède et que la route ferme.", "ferme", "possible"),
    # verbs that share a modal
    ("Le pont pourrait trembler et céder.", "trembler", "possible"),
    ("Le pont pourrait trembler et céder.", "céder", "possible"),
]


@pytest.mark.parametrize(("text", "word", "level"), SCOPES)
def test_how_far_an_operator_reaches(text, word, level):
    assert verdict(claim_with(claims_of(text), word)) == level
