"""Sources by their place, origins, labels, anaphors: (text, predicate, (sources, level)), whatever module finds them."""

import pytest

from tests.treebank import claims_of
from tests.treebank.summaries import claim_with, source_words, verdict

CASES = [
    # any verb in the place of a reporting clause; not a second verb of the same subject
    ("Les tarifs doubleront, tranche le président de Zorbex.", "doubleront", ["le président de Zorbex/institution"], "probable"),
    ("La police a vu l'homme, a arrêté le suspect.", "vu", [], "certain"),
    # from whom it is known
    ("Le stade fermera, a-t-on appris auprès de la mairie.", "fermera", ["la mairie/institution"], "probable"),
    ("Le juge a quitté la ville, a appris Reuters de source policière.", "quitté", ["Reuters/named", "source policière/anonymous"], "possible"),
    ("De bonne source, le ministre a signé.", "signé", ["bonne source/anonymous"], "possible"),
    # if, as, that is what
    ("Le tram sera gratuit, si l'on en croit la régie.", "gratuit", ["la régie/institution"], "probable"),
    ("Comme la ministre l'a expliqué, la loi sera votée.", "votée", ["la ministre/institution"], "probable"),
    ("La mairie a menti. C'est ce que soutient Nora Vasseur.", "menti", ["Nora Vasseur/named"], "probable"),
    # inside another phrase
    ("L'affiche, odieuse aux yeux de la presse, a été retirée.", "retirée", [], "certain"),
    # a described object, and its passive
    ("Le maire présente ce départ comme un choix.", "présente", ["Le maire/institution"], "probable"),
    ("Le départ est présenté par le maire comme un choix.", "présenté", ["le maire/institution"], "probable"),
    # hearsay; a participle far from its subject
    ("Il se murmure à Bercy que la taxe montera.", "montera", [], "possible"),
    ("Le maire a reçu Luc Daverne, affirmant que la loi passera.", "passera", ["Le maire/institution"], "probable"),
    # a source that takes up another
    ("L'eau est polluée, a indiqué la mairie. Le puits fermera, selon la même source.", "fermera", ["la même source/institution"], "probable"),
    # labels, notes, signatures
    ("Le maire : La place est finie.", "finie", ["Le maire/institution"], "probable"),
    ("Les ventes ont grimpé (source : Zorbex).", "grimpé", ["Zorbex/named"], "probable"),
    ("« Le pont cède » – Nora Vasseur, architecte", "cède", ["Nora Vasseur/named"], "probable"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "word", "sources", "level"), CASES)
def test_the_sources_and_the_level_of_a_claim(text, word, sources, level):
    claim = claim_with(claims_of(text), word)
    assert ([source_words(source) for source in claim.sources], verdict(claim)) == (sources, level)
