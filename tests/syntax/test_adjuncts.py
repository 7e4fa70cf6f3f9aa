"""To which clause a date or an amount belongs: (text, the word that heads the clause by the date or amount)."""

import pytest

from claimx import annotations
from claimx.claims.operators.analysis import analyse
from claimx.claims.operators.lookup import bundled
from claimx.components.amounts import Amounts
from claimx.components.dates import Dates
from claimx.syntax.parse import parse_of
from claimx.syntax.span_groups import group
from tests.treebank import quoted

CASES = [
    # right behind a subordinate clause
    ("Le maire a prévenu que le pont serait fermé cet été.", {"cet été": "fermé"}),
    # behind a comma the tree decides
    ("Le maire a prévenu que le pont fermait, mardi.", {"mardi": "prévenu"}),
    # verbs that share an auxiliary share what follows
    ("Le port a vendu et rénové deux grues en mars.", {"en mars": "vendu"}),
    # between a conjunction and the subject of the next clause
    ("Le pont a cédé hier, puis mardi, la route a fermé.", {"hier": "cédé", "mardi": "fermé"}),
    # in other words
    (
        "Luc Daverne dit que la dette atteint 40 % du budget, soit 3 millions d'euros.",
        {"3 millions d'euros": "atteint"},
    ),
    # the level that a change in per cent leads to
    (
        "Le fort, dont le prix recule de 10 %, à 3 millions d'euros, sera vendu.",
        {"3 millions d'euros": "recule"},
    ),
    # the new name of something, a note; but what happened to it is the clause's
    (
        "Luc Daverne dirigeait Zorbex (aujourd'hui Acmé) en 2010.",
        {"aujourd'hui": None, "en 2010": "dirigeait"},
    ),
    ("Le fonds paie [source : Reuters, 3 mars 2020] chaque soldat.", {"3 mars 2020": None}),
    ("Le pont (bâti en 1900) tremble.", {"en 1900": "tremble"}),
    # verbs in dates
    ("La route a fermé il y a trois ans.", {"il y a trois ans": "fermé"}),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_the_clause_of_a_date_or_an_amount(text, expected):
    doc = Dates()(Amounts()(quoted(text)))
    parse = parse_of(doc)
    clauses = analyse(parse, bundled()).clauses
    found = {}
    for name in (annotations.AMOUNTS, annotations.DATES):
        for member in group(parse, name):
            owners = {clauses.of(word) for word in member}
            assert len(owners) == 1
            [owner] = owners
            found[member.text] = owner.head.text if owner is not None else None
    assert found == expected


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_each_word_is_in_the_clause_that_owns_it(text, expected):
    doc = Dates()(Amounts()(quoted(text)))
    clauses = analyse(parse_of(doc), bundled()).clauses
    for clause in clauses.items:
        assert clause.tokens == [word for word in parse_of(doc) if clauses.of(word) is clause]
