"""The list of organisations: what is found in a text, and what is none."""

import pytest

from claimx.organizations.gazetteer import Gazetteer
from claimx.organizations.spelling import FoldedText

ROWS = [
    {"name": "L'Oréal", "aliases": "Oréal Luxe"},
    {"name": "Canal+"},
    {"name": "Velm Presse", "aliases": "VP|Nasal"},
    {"name": "Le Velmois"},
    {"name": "Nations jointes", "kind": "international"},
    {"name": "ZORBA"},
]
GAZETTEER = Gazetteer(ROWS, others=["Velm Presse Arena", "ChatZor"])


def found(text):
    return [text[match.start : match.end] for match in GAZETTEER.find(FoldedText(text))]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("chez L’Oréal et L'OREAL", ["L’Oréal", "L'OREAL"]),
        ("chez Canal+ et Canal", ["Canal+"]),
        ("Velm Presse, la VP", ["Velm Presse", "VP"]),
        ("un vp, la Vp", []),
        ("les nations jointes", ["nations jointes"]),
        ("velm presse", []),
        ("Velm\nPresse", []),
        ("Velm. Presse", []),
        ("Velm Presse Arena", ["Velm Presse Arena"]),
        ("le Velmois, Le Velmois", ["Velmois", "Le Velmois"]),
        ("la Zorba", ["Zorba"]),
        ("", []),
    ],
)
def test_find(text, names):
    assert found(text) == names


def test_the_organisations_of_a_name():
    assert [entry.name for entry in GAZETTEER.entries("velm presse")] == ["Velm Presse"]
    assert GAZETTEER.entries("Velm") == []
    assert GAZETTEER.is_other("chatzor")
    assert not GAZETTEER.is_other("Velm Presse")
    assert not GAZETTEER.is_other("Velm")
    assert len(GAZETTEER) > len(ROWS)


def test_the_first_row_of_a_name_wins():
    both = Gazetteer([{"name": "Velm", "id": "first"}, {"name": "Velm", "id": "second"}])
    assert [entry.id for entry in both.entries("Velm")] == ["first"]


def test_identifiers():
    first, second = Gazetteer([{"name": "Velm & Fils"}, {"name": "Zorba", "id": "Q1"}]), ROWS
    assert first.entries("Zorba")[0].id == "Q1"
    assert first.entries("Velm & Fils")[0].id == "velm-&-fils"
    assert second
