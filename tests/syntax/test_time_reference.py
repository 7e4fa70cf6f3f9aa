"""Where the clause of a date points: (text, word, 1 to come, -1 past, 0 present, None for no verb)."""

import pytest

from claimx.syntax.parse import parse_of
from claimx.syntax.time_reference import time_reference
from tests.treebank import doc_of

FINITE = [
    ("Le pont a rouvert lundi.", "lundi", -1),
    ("Le pont rouvrait lundi.", "lundi", -1),
    ("Le pont rouvrira lundi.", "lundi", 1),
    ("Le pont doit rouvrir lundi.", "lundi", 1),
    ("Le pont rouvrirait lundi.", "lundi", 1),
    ("Le pont aurait rouvert lundi.", "lundi", -1),
    ("Le pont tremble lundi.", "lundi", 0),
    # a report in the present tells of what has been said
    ("Luc Daverne affirme lundi que le pont tremble.", "lundi", -1),
    # scheduled
    ("Une réunion est prévue mardi.", "mardi", 1),
]

WITHOUT_FINITE = [
    ("Une réunion prévue mardi aura lieu.", "mardi", 1),
    ("Le comité, réuni mardi, a voté.", "mardi", -1),
    ("Le comité part après avoir voté mardi.", "mardi", -1),
    ("Le comité décide de voter mardi.", "mardi", 1),
    ("Le comité vient de voter mardi.", "mardi", -1),
    ("Une réunion mardi.", "mardi", None),
]


@pytest.mark.parametrize(("text", "form", "expected"), [*FINITE, *WITHOUT_FINITE])
def test_where_a_clause_points(text, form, expected):
    doc = doc_of(text)
    word = next(word for word in parse_of(doc) if word.text == form)
    assert time_reference(word, is_speech=lambda verb: verb.lemma_ == "affirmer") == expected
