"""Nouns that stand for an organisation, without a model: descriptions, countries, sets, doubt."""

import pytest

from claimx.organizations.coreference.resolver import resolve_mentions
from claimx.organizations.gazetteer import Gazetteer
from claimx.organizations.mentions import find_names
from tests.organizations.documents import document, parsed_document

GAZETTEER = Gazetteer(
    [
        {"name": "Zorba", "kind": "company", "anaphors": "constructeur|firme du lac", "country": "DK"},
        {"name": "Velm", "kind": "company", "country": "IT"},
        {"name": "Arba", "kind": "company"},
        {"name": "Tarb", "kind": "media"},
        {"name": "Ibra", "kind": "bank"},
    ]
)


def resolved(found):
    """(phrase, names) of every noun that stands for an organisation."""
    return [
        (found.text[mention.start : mention.end], [referent.name for referent in mention.referents])
        for mention in resolve_mentions(found, find_names(found, GAZETTEER))
        if mention.via == "nominal"
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Zorba souffre. Le constructeur ferme.", [("Le constructeur", ["Zorba"])]),
        ("Arba souffre. Le constructeur ferme.", []),
        ("L'opérateur Arba souffre. L'opérateur ferme.", [("L'opérateur", ["Arba"])]),
        ("Arba, la startup du lac, souffre. La startup ferme.", [("La startup", ["Arba"])]),
        ("Arba est une startup. La startup ferme.", [("La startup", ["Arba"])]),
        ("Sa rivale, Arba, souffre.", []),
        ("Zorba souffre. La firme du lac ferme.", [("La firme du lac", ["Zorba"])]),
        ("Velm souffre. Le groupe danois ferme.", []),
        ("Zorba et Velm, puis le groupe italien.", [("le groupe italien", ["Velm"])]),
        ("Zorba souffre. Un groupe ferme.", []),
        ("Zorba souffre. Le groupe Velm ferme.", []),
        ("Zorba souffre. La société d'à côté ferme.", []),
        ("Zorba souffre. La société de {Lyon|LOC} ferme.", [("La société de Lyon", ["Zorba"])]),
        ("Zorba et Velm. La société de {Lyon|LOC} ferme.", []),
        ("Zorba souffre. La société de Pandx ferme.", []),
        ("Ibra souffre. La banque ferme.", [("La banque", ["Ibra"])]),
        ("Tarb souffre. La banque ferme.", []),
        ("Selon Zorba, tout va. Le groupe ferme.", []),
        ("On voit Zorba chez Velm. Le groupe ferme.", []),
        ("Zorba souffre. " + "Oui. " * 4 + "Le groupe ferme.", [("Le groupe", ["Zorba"])]),
        ("On voit Zorba. " + "Oui. " * 4 + "Le groupe ferme.", []),
        ("Zorba souffre. " + "Oui. " * 9 + "Le groupe ferme.", []),
        ("Zorba souffre. Le Groupe ferme.", []),
        ("Zorba souffre. La boutique du lac ferme.", []),
        ("Zorba souffre. Le géant du lac ferme.", [("Le géant du lac", ["Zorba"])]),
        ("Zorba souffre. Le motoriste ferme.", [("Le motoriste", ["Zorba"])]),
        ("Zorba souffre. Le brasseur ferme.", []),
        ("La société {Urbax|ORG} souffre. Le cimentier ferme.", [("Le cimentier", ["Urbax"])]),
        ("La société {Urbax|ORG} souffre. Le fabricant de vis ferme.", [("Le fabricant de vis", ["Urbax"])]),
        ("La société {Urbax|ORG} souffre. Le promoteur ferme.", []),
        ("L'avionneur {Urbax|ORG} souffre. Le brasseur ferme.", []),
        ("Zorba souffre. L'autre constructeur ferme.", []),
        ("Zorba souffre. Le groupe rival ferme.", []),
        ("Zorba souffre. Des startup ferment.", []),
        ("Zorba souffre. Le groupe « Urbax » ferme.", []),
        ("Zorba souffre. Le fabricant de vis Urbax ferme.", []),
        ("Zorba souffre. Le fournisseur d'Arba ferme.", []),
        ("La startup danoise {Urbax|ORG} souffre. Le groupe italien ferme.", []),
        (
            "La startup danoise {Urbax|ORG} souffre. Le groupe danois ferme.",
            [("Le groupe danois", ["Urbax"])],
        ),
        ("Zorba souffre. Le groupe européen ferme.", [("Le groupe européen", ["Zorba"])]),
        ("Velm souffre. Le groupe breton ferme.", []),
    ],
)
def test_one_organisation(text, expected):
    assert resolved(document(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Zorba et Velm souffrent. Les deux groupes ferment.", [("Les deux groupes", ["Zorba", "Velm"])]),
        ("Zorba, Velm et Arba. Les deux groupes ferment.", []),
        ("Zorba. Puis Velm. Les deux groupes ferment.", [("Les deux groupes", ["Velm", "Zorba"])]),
        ("Zorba et Velm souffrent. Ces groupes ferment.", [("Ces groupes", ["Zorba", "Velm"])]),
        ("Zorba et Velm. Les groupes concernés ferment.", [("Les groupes concernés", ["Zorba", "Velm"])]),
        ("Zorba et Velm souffrent. Les groupes ferment.", []),
        ("Zorba et Velm souffrent. Les deux groupes de presse ferment.", []),
        ("Zorba et Tarb souffrent. Les deux banques ferment.", []),
        ("Zorba et Velm souffrent. Les deux rivaux ferment.", [("Les deux rivaux", ["Zorba", "Velm"])]),
        ("Zorba et Velm souffrent. Le duo ferme.", [("Le duo", ["Zorba", "Velm"])]),
        ("Zorba et Velm souffrent. Le trio ferme.", []),
        ("Zorba et Velm souffrent. Le rival ferme.", []),
    ],
)
def test_a_set(text, expected):
    assert resolved(document(text)) == expected


OWN_SUBJECT = """
Zorba   Zorba    PROPN 2 nsubj
rachète racheter VERB  0 root   VerbForm=Fin
la      le       DET   4 det
société société  NOUN  2 obj
{}
"""


def test_the_object_is_not_the_subject_of_its_verb():
    assert not resolved(parsed_document(OWN_SUBJECT.format(".       .        PUNCT 2 punct")))
    later = """
Zorba   Zorba    PROPN 2 nsubj
attend  attendre VERB  0 root   VerbForm=Fin
.       .        PUNCT 2 punct

La      le       DET   2 det
société société  NOUN  3 nsubj
part    partir   VERB  0 root   VerbForm=Fin
"""
    assert resolved(parsed_document(later)) == [("La société", ["Zorba"])]


def test_an_adjective_and_its_complement_say_that_another_is_meant():
    table = """
Zorba     Zorba     PROPN 2 nsubj
attend    attendre  VERB  0 root   VerbForm=Fin
.         .         PUNCT 2 punct

La        le        DET   2 det
compagnie compagnie NOUN  6 nsubj
régionale régional  ADJ   2 amod
de        de        ADP   5 case
Velmont   Velmont   PROPN 2 nmod
part      partir    VERB  0 root   VerbForm=Fin
"""
    assert not resolved(parsed_document(table))


def test_the_most_prominent_of_two_near_ones():
    table = """
Zorba   Zorba    PROPN 2 nsubj
attend  attendre VERB  0 root   VerbForm=Fin
Velm    Velm     PROPN 2 obj
.       .        PUNCT 2 punct

Le      le       DET   2 det
groupe  groupe   NOUN  3 nsubj
part    partir   VERB  0 root   VerbForm=Fin
"""
    assert resolved(parsed_document(table)) == [("Le groupe", ["Zorba"])]


def test_a_noun_goes_on_standing_for_what_it_stood_for():
    text = "Arba recrute. La société ouvre. On cherche. On trouve. Zorba ouvre. La société ferme."
    assert resolved(document(text)) == [("La société", ["Arba"]), ("La société", ["Arba"])]


def test_a_predicate_stands_for_nothing():
    table = """
Zorba    Zorba    PROPN 2 nsubj
attend   attendre VERB  0 root   VerbForm=Fin
.        .        PUNCT 2 punct

Ana      Ana      PROPN 4 nsubj
est      être     AUX   4 cop    VerbForm=Fin
le       le       DET   4 det
géant    géant    NOUN  0 root
"""
    assert not resolved(parsed_document(table))
