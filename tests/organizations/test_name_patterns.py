"""Names that their own words, or the words around them, announce."""

import pytest

from claimx.organizations.context_patterns import find_in_context
from claimx.organizations.name_patterns import find_institutions, find_introduced
from tests.organizations.documents import document, parsed_document


def names(find, text):
    found = document(text)
    return [found.parse.span(head.first, head.after).text for head in find(found)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("La banque Oddo et Cie ferme.", ["Oddo et Cie"]),
        ("Le studio britannique Zorbex recrute.", ["Zorbex"]),
        ("L'éditeur de jeux vidéo Zorbex recrute.", ["Zorbex"]),
        ("Les banques Zorbex, Velm et Tarb ferment.", ["Zorbex", "Velm", "Tarb"]),
        ("La banque de Zorbex ferme.", []),
        ("La banque a fermé Zorbex.", []),
        ("La banque. Zorbex ferme.", []),
        ("La scierie {Zorbex|PER} ferme.", ["Zorbex"]),
        ("Le promoteur {Ana Zorbex|PER} attend.", []),
        ("Le promoteur {Zorbex|PER} attend.", ["Zorbex"]),
        ("La scierie {Nathalie|PER} ferme.", []),
        ("La scierie {Paris|LOC} ferme.", []),
        ("La banque X ferme.", []),
    ],
)
def test_a_name_after_its_noun(text, expected):
    assert names(find_introduced, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Le parquet de Velm a requis.", ["parquet de Velm"]),
        ("Le gouvernement russe a cédé.", ["gouvernement russe"]),
        ("Le ministère de la Justice a cédé.", ["ministère de la Justice"]),
        ("Le parquet a requis.", []),
        ("La cour d'appel a tranché.", ["cour d'appel"]),
        ("L'ordre des médecins proteste.", ["ordre des médecins"]),
        ("Le syndicat des pilotes de camion proteste.", ["syndicat des pilotes de camion"]),
        ("L'ordre des choses change.", []),
        ("Un parquet a requis.", []),
        ("Un gouvernement cède.", []),
        ("Le gouvernement de ses rêves cède.", []),
        ("L'hôpital Zorba ferme.", ["hôpital Zorba"]),
    ],
)
def test_institutions(text, expected):
    assert names(find_institutions, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Elle travaille chez Zorbex.", ["Zorbex"]),
        ("Le PDG de Zorbex part.", ["Zorbex"]),
        ("Une filiale de la Zorbex part.", ["Zorbex"]),
        ("Des bureaux pour Zorbex Tarb SA.", ["Zorbex Tarb SA"]),
        ("Zorbex et Fils recrute.", ["Zorbex et Fils"]),
        ("{Zorbex|MISC}, la startup de Lyon, recrute.", ["Zorbex"]),
        ("{Zorbex|MISC}, la voiture de Lyon, recrute.", []),
        ("Elle vit chez les Chinois.", []),
        ("Elle vit chez Nathalie.", []),
        ("Elle vit chez {Ana Velm|PER}.", []),
        ("Elle vit chez Velm, la tante d'{Ana Velm|PER}.", []),
        ("SA décision", []),
        ("Zorbex.\nSA", []),
    ],
)
def test_names_that_their_context_announces(text, expected):
    assert names(find_in_context, text) == expected


def test_a_word_that_opens_the_sentence_is_no_part_of_a_name():
    table = "Pour pour ADP 2 case\nZorbex Zorbex PROPN 0 root\nSA SA PROPN 2 flat"
    found = parsed_document(table)
    assert [found.parse.span(head.first, head.after).text for head in find_in_context(found)] == ["Zorbex SA"]
