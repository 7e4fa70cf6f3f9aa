"""Which clauses of a text are claims: (text, their predicates)."""

import pytest

from tests.treebank import claims_of

FINITE = [
    # main, coordinated, relative and adverbial clauses
    ("Le pont tremble.", ["tremble"]),
    ("Le pont tremble et la pluie tombe.", ["tremble", "tombe"]),
    ("Le pont, qui tremble, inquiète la ville.", ["inquiète", "tremble"]),
    ("Le pont tremble parce que la pluie tombe.", ["tremble", "tombe"]),
    ("Le pont tremble alors que la pluie a cessé.", ["tremble", "a cessé"]),
    # one claim a chain, one a verb that shares its modal
    ("Zorbex pourrait refuser de vendre sa filiale.", ["pourrait refuser de vendre"]),
    ("Le pont pourrait trembler et céder.", ["pourrait trembler", "céder"]),
]

REPORTS = [
    # who reports a clause, a quotation or an infinitive says nothing else
    ("Luc Daverne affirme que le pont tremble.", ["tremble"]),
    ("« Le pont tremble », affirme Luc Daverne.", ["tremble"]),
    ("Zorbex dit avoir levé six millions.", ["avoir levé"]),
    ("Luc Daverne a prévenu les riverains que le pont tremble.", ["tremble"]),
    # with a noun it does
    ("Zorbex annonce la vente de sa filiale.", ["annonce"]),
    # before a quotation: with an object of its own it does, with a pronoun for the quotation it does not
    ("Luc Daverne explique son choix : « Nous partons. »", ["explique", "partons"]),
    ("Luc Daverne l'affirme : « Nous partons. »", ["partons"]),
    # so does what one has not told, and not what one fears
    ("Luc Daverne craint que le pont ne cède.", ["ne cède"]),
    ("Le maire n'a pas précisé quels ponts cèdent.", ["n'a pas précisé", "cèdent"]),
    # what is said of a clause
    ("Il est évident que le pont tremble.", ["tremble"]),
    ("Cela signifie que le pont tremble.", ["tremble"]),
    ("Il est troublant que le pont tremble.", ["est troublant", "tremble"]),
    ("La vérité, c'est que le pont tremble.", ["tremble"]),
    # a locution that looks like a verb
    ("Le pont, paraît-il, tremble.", ["tremble"]),
]

FRAMES = [
    # a cleft puts one claim forward
    ("C'est Luc Daverne qui dirige la ville.", ["dirige"]),
    ("C'est lundi que le pont a cédé.", ["a cédé"]),
    # "il y a": a date is none, a statement is one
    ("Il y a trois ans, le pont a cédé.", ["a cédé"]),
    ("Il y a trois ponts ici.", ["y a"]),
]

HEADLINES = [
    ("Zorbex condamné à une amende", ["condamné"]),
    # not in a sentence
    ("Zorbex, condamné à une amende, fait appel.", ["fait appel"]),
    ("Zorbex condamné à une amende.", []),
]

NONE = [
    # questions, orders, wishes
    "Le pont tremble-t-il ?",
    "Vendez ce pont !",
    "Que le pont tienne !",
    "Vive la mariée !",
    # noun phrases
    "Une mauvaise nouvelle.",
]

PARTS = [
    # conditions, purposes, comparisons
    ("Si le pont cède, la route fermera.", ["fermera"]),
    ("Le maire part pour que le pont rouvre.", ["part"]),
    ("Le pont est plus vieux que le maire ne le pensait.", ["est plus vieux"]),
    ("Le pont tremble comme si la terre bougeait.", ["tremble"]),
    # a concession is a claim
    ("Même si le pont tremble, la route est ouverte.", ["tremble", "est ouverte"]),
]


@pytest.mark.parametrize(
    ("text", "predicates"), [*FINITE, *REPORTS, *FRAMES, *HEADLINES, *PARTS, *((text, []) for text in NONE)]
)
def test_the_claims_of_a_text(text, predicates):
    assert [claim.predicate.text for claim in claims_of(text)] == predicates
