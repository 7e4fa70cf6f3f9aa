"""Where the names of the model's entities begin and end, and which are no organisations."""

import pytest

from claimx.organizations.entity_filter import is_organization, may_repeat, trim
from tests.organizations.documents import document, parsed_document, span


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("dans {l'Agence du Velm|ORG}", "Agence du Velm"),
        ("dans {la Zorbex ,|ORG} qui", "Zorbex"),
        ("dans {« Zorbex »|ORG}", "Zorbex"),
        ("dans {Zorbex de la|ORG} ville", "Zorbex"),
        ("dans {Zorbex\nVelm|ORG}", "Zorbex"),
        ("dans {Zorbex. Elle|ORG} part", "Zorbex"),
        ("le député {PLR Nathalie Velm|ORG}", "PLR"),
        ("la {Compagnie minière du|ORG} Velmont Sud", "Compagnie minière du Velmont Sud"),
        ("dans {Zorba+|ORG}", "Zorba+"),
        ("dans {La Zorba|ORG}", "La Zorba"),
        ("{La Zorba|ORG} part", "Zorba"),
        ("dans {Zorba ZRB.PA|ORG}", "Zorba"),
        ("le patron de {Zorbex Nathalie Velm|ORG}", "Zorbex"),
        ("dans {les|ORG}", None),
    ],
)
def test_trim(text, expected):
    found = document(text)
    trimmed = trim(found, found.entities[0])
    assert (trimmed and trimmed.text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Elle dirige {Zorbex|ORG}.", True),
        ("Le jeu {Zorbex|ORG} plaît.", False),
        ("Un {Tunnel B4|ORG} ferme.", True),
        ("Un {Festival B4|ORG} ferme.", False),
        ("Elle vit à {Velm-sur-Tarb|ORG}.", False),
        ("Elle vit à {Zorbex|ORG} ({Pérou|LOC}).", False),
        ("Elle court {Velm Pride 2018|ORG}.", False),
        ("Le {XIVe|ORG} attend.", False),
        ("Le ministre de l'{Intérieur|ORG} attend.", False),
        ("Le ministre délégué à l'{Intérieur|ORG} attend.", False),
        ("Les {Chinoises|ORG} attendent.", False),
        ("Elle monte à la {Bourse de Velm|ORG}.", False),
        ("Elle dirige la {Bourse de Velm|ORG}.", True),
        ("On compte {247 Palestiniens|ORG}.", False),
        ("On suit {20 VTX|ORG}.", True),
        ("On attend M. {Velm|ORG}.", False),
        ("On attend {Nathalie Velm|ORG}.", False),
        ("On attend {Nathalie|ORG}.", False),
        ("{Nathalie|ORG} vend, {Nathalie|ORG} recrute.", True),
        ("On vend la société {Nathalie|ORG}.", True),
        ("{Ana Velm|PER} attend. {Velm|ORG} part.", False),
        ("On attend {z|ORG}.", False),
        ("On attend {1 200|ORG}.", False),
        ("On attend {zorbex|ORG}.", True),
        ("On attend {maison|ORG}.", False),
        ("On attend {banque de velm|ORG}.", True),
    ],
)
def test_is_organization(text, expected):
    found = document(text)
    [entity, *_] = [entity for entity in found.entities if entity.label_ == "ORG"]
    assert is_organization(found, entity) is expected


def test_a_name_that_completes_a_noun_of_another_class_is_none():
    table = """
la          le          DET   2 det
compétition compétition NOUN  0 root
artistique  artistique  ADJ   2 amod
officielle  officiel    ADJ   2 amod
annuelle    annuel      ADJ   2 amod
Zorbex      Zorbex      PROPN 2 appos
"""
    found = parsed_document(table, [("Zorbex", "ORG")])
    assert not is_organization(found, found.entities[0])
    found = parsed_document(table.replace("officielle ", "\u002c          "), [("Zorbex", "ORG")])
    assert is_organization(found, found.entities[0])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Elle dirige Zorbex.", True),
        ("Zorbex gagne.", True),
        ("Elle dirige {Zorbex|LOC}.", True),
        ("Elle voit {Ana Zorbex|PER} chez {Zorbex|PER}.", False),
        ("Elle dirige {Zorbex|ORG}.", True),
        ("Elle dirige {Zorbex Velm|ORG}.", False),
        ("Le jeu Zorbex plaît.", False),
        ("On attend M. Zorbex.", False),
    ],
)
def test_may_repeat(text, expected):
    found = document(text)
    last = max(index for index, word in enumerate(found.words) if word == "Zorbex")
    assert may_repeat(found, found.parse.span(last, last + 1)) is expected


def test_a_known_place_is_no_organisation_elsewhere():
    found = document("Elle voit {Paris|LOC}.")
    assert not may_repeat(found, span(found, "Paris"))
