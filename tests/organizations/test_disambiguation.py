"""What the words around a listed name say about it."""

import pytest

from claimx.organizations.disambiguation import (
    apposed_head,
    follows_other_class,
    follows_portfolio,
    is_organization_here,
    is_related,
)
from claimx.organizations.gazetteer import Gazetteer
from tests.organizations.documents import document, parsed_document, token

ROWS = [
    {"name": "Zorba", "kind": "company"},
    {"name": "Velm", "kind": "company"},
    {"name": "Tarbook", "kind": "company"},
    {"name": "Le Quotidien", "kind": "media"},
    {"name": "La Relève", "kind": "party"},
    {"name": "Commission", "kind": "international"},
]
SENSES = {
    "Velm": frozenset({"place"}),
    "Tarbook": frozenset({"platform"}),
    "Commission": frozenset({"head"}),
    "Quotidien": frozenset({"word"}),
    "Relève": frozenset({"word"}),
}
GAZETTEER = Gazetteer(ROWS, senses=SENSES)


def verdict(found):
    [match] = GAZETTEER.find(found.folded)
    return is_organization_here(found, found.parse.cover(match.start, match.end), match)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Elle vend Zorba.", True),
        ("Elle vend un Zorba.", False),
        ("Elle vend deux Zorba.", False),
        ("Un vol en Zorba A320.", False),
        ("Elle lit zorba.fr, Zorba.fr.", False),
        ("Elle suit @Zorba.", False),
        ("Elle est anti-Zorba.", False),
        ("Elle voit Martin Zorba.", False),
        ("Elle voit M. Zorba.", False),
        ("Elle voit {Ulla Zorba|PER}.", False),
        ("Elle voit le ministre du Zorba.", True),
        ("Elle vit à Velm.", None),
        ("Velm a annoncé une perte.", True),
        ("Elle rejoint l'opérateur Velm.", True),
        ("Elle est chez Velm.", True),
        ("Elle aime la Velm.", False),
        ("Elle vit à {Velm|LOC}.", False),
        ("Elle rejoint {Velm|ORG}.", True),
        ("La rivière Velm monte.", False),
        ("ON VEND TOUT CHEZ VELM DEMAIN", True),
        ("TOUT VELM ATTEND DEMAIN", None),
        ("Velm, la filiale de Lyon, part.", True),
        ("Elle est sur Tarbook.", False),
        ("Elle quitte Tarbook.", True),
        ("Elle quitte {Tarbook|MISC}.", None),
        ("{Tarbook|MISC} a annoncé une perte.", True),
        ("Un article du Quotidien le dit.", True),
        ("Selon le Quotidien, tout va.", True),
        ("Elle aime le Quotidien.", None),
        ("Elle aime Quotidien.", False),
        ("La coupe de la Relève part.", None),
        ("La coupe la Relève part.", False),
        ("Le député la Relève part.", True),
        ("La Commission a réagi.", True),
        ("Une Commission a réagi.", False),
        ("La Commission danoise a réagi.", False),
        ("La Commission de Velmont a réagi.", False),
    ],
)
def test_is_organization_here(text, expected):
    assert verdict(document(text)) is expected


MAKER = Gazetteer([{"name": "Zorba", "kind": "company", "anaphors": "avionneur"}])


@pytest.mark.parametrize(("text", "expected"), [("Le Zorba est tombé.", False), ("Zorba est tombé.", True)])
def test_what_a_maker_of_vehicles_makes(text, expected):
    found = document(text)
    [match] = MAKER.find(found.folded)
    assert is_organization_here(found, found.parse.cover(match.start, match.end), match) is expected


def test_a_platform_that_is_acted_upon():
    table = """
Ana     Ana      PROPN 2 nsubj
{}      x        VERB  0 root   VerbForm=Fin
Tarbook Tarbook  PROPN 2 {}
"""
    attacked = parsed_document(table.format("attaque", "obj"), [("Tarbook", "MISC")])
    assert verdict(attacked) is True
    assert verdict(parsed_document(table.format("passe", "obl"), [("Tarbook", "MISC")])) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("la rivière Zorba", True),
        ("le jeu vidéo Zorba", True),
        ("la rivière de la Zorba", True),
        ("la fille de Zorba", True),
        ("la filiale de Zorba", False),
        ("la société Zorba", False),
    ],
)
def test_a_noun_of_another_class(text, expected):
    found = document(text)
    assert follows_other_class(found, token(found, "Zorba")) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("le ministre de l'Intérieur", True),
        ("la ministre déléguée à l'Intérieur", True),
        ("le patron de l'Intérieur", False),
        ("le ministre Intérieur", False),
    ],
)
def test_an_office(text, expected):
    found = document(text)
    assert follows_portfolio(found, token(found, "Intérieur")) is expected


def test_relations_and_appositions():
    found = document("le PDG de la Zorba, une startup de Lyon")
    assert is_related(found, token(found, "Zorba"))
    assert apposed_head(found, token(found, "Zorba") + 1).lemma == "startup"
    found = document("le prix de la Zorba, vendue à Lyon")
    assert not is_related(found, token(found, "Zorba"))
    assert apposed_head(found, token(found, "Zorba") + 1) is None


@pytest.mark.parametrize(
    ("word", "tag", "expected"),
    [("marche", "VERB", True), ("marche", "NOUN", True), ("camion", "NOUN", None)],
)
def test_a_finite_verb_after_it(word, tag, expected):
    form = "VerbForm=Fin" if tag == "VERB" else "_"
    table = f"""
Velm    Velm     PROPN 2 nsubj
{word}  {word}   {tag}  0 root  {form}
"""
    assert verdict(parsed_document(table)) is expected
