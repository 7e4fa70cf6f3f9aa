"""In which function an organisation takes part, and who acts on whom: (text, word, [name, role, semantic role])."""

import pytest

from tests.treebank import claims_of
from tests.treebank.summaries import claim_with

ROLES = [
    (
        "Zorbex a vendu Anvol à Acmé.",
        "vendu",
        [("Zorbex", "subject", "agent"), ("Anvol", "object", "patient"), ("Acmé", "oblique", None)],
    ),
    (
        "Anvol a été vendue par Zorbex.",
        "vendue",
        [("Anvol", "subject", "patient"), ("Zorbex", "oblique", "agent")],
    ),
    (
        "Anvol a été vendue par Zorbex et Acmé.",
        "vendue",
        [("Anvol", "subject", "patient"), ("Zorbex", "oblique", "agent"), ("Acmé", "oblique", "agent")],
    ),
    # an enumeration has one role
    (
        "Zorbex, Anvol et Acmé ont signé.",
        "signé",
        [("Zorbex", "subject", "agent"), ("Anvol", "subject", "agent"), ("Acmé", "subject", "agent")],
    ),
    # inside the subject, not the subject
    ("La filiale de Zorbex a signé.", "signé", [("Zorbex", "oblique", None)]),
    # what the sentence is about
    ("Quant à Zorbex, le groupe a signé.", "signé", [("Zorbex", "topic", None)]),
    # no act
    ("Zorbex est rentable.", "rentable", [("Zorbex", "subject", None)]),
    ("Zorbex possède Anvol.", "possède", [("Zorbex", "subject", None), ("Anvol", "object", None)]),
    ("Zorbex subit une perte.", "subit", [("Zorbex", "subject", "patient")]),
    # the subject of an infinitive
    ("Zorbex dit avoir vendu Anvol.", "vendu", [("Zorbex", "subject", "agent"), ("Anvol", "object", "patient")]),
    (
        "Zorbex et Acmé disent avoir vendu Anvol.",
        "vendu",
        [("Zorbex", "subject", "agent"), ("Acmé", "subject", "agent"), ("Anvol", "object", "patient")],
    ),
    # of a headline
    ("Zorbex condamné à une amende", "condamné", [("Zorbex", "subject", "patient")]),
    ("Zorbex entré au capital de Acmé", "entré", [("Zorbex", "subject", "agent"), ("Acmé", "oblique", None)]),
]  # fmt: skip

QUOTES = [
    # in a quotation, its own words
    ("« Zorbex a vendu Anvol », a dit Luc Daverne à Acmé.", "vendu", ["Zorbex", "Anvol"]),
    # credited within a claim
    ("Zorbex a un plan, destiné selon Acmé à croître.", "plan", ["Zorbex/subject", "Acmé/source"]),
]

FAULTS = [
    # the name right before the verb hangs on the source
    ("Selon Reuters, Zorbex pourrait racheter Anvol.", "racheter", [("Zorbex", "subject"), ("Anvol", "object")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "word", "expected"), ROLES)
def test_the_function_of_an_organisation(text, word, expected):
    found = claim_with(claims_of(text), word).organizations
    assert [(item.name, item.role, item.semantic_role) for item in found] == expected


@pytest.mark.parametrize(("text", "word", "expected"), FAULTS)
def test_the_function_where_the_parse_is_wrong(text, word, expected):
    found = claim_with(claims_of(text), word).organizations
    assert [(item.name, item.role) for item in found] == expected


def test_a_quotation_has_the_organisations_of_its_words():
    text, word, expected = QUOTES[0]
    assert [item.name for item in claim_with(claims_of(text), word).organizations] == expected


def test_an_organisation_that_is_credited_inside_a_claim_is_a_source():
    text, word, expected = QUOTES[1]
    found = claim_with(claims_of(text), word).organizations
    assert [f"{item.name}/{item.role}" for item in found] == expected
