"""Sentences whose verb is tagged as an adjective or a participle: its part of speech and label."""

import pytest

from claimx.syntax.parse import parse_of
from tests.conll import parsed

PRESENT = """
Matignon Matignon PROPN 0 root
lâche    lâche    ADJ   1 amod
du       du       ADP   4 case
lest     lest     NOUN  2 nmod
.        .        PUNCT 1 punct
"""
# "L'exécutif mise": a participle that doesn't agree with its noun.
PARTICIPLE = """
L'       le       DET   2 det
exécutif exécutif NOUN  0 root Gender=Masc|Number=Sing
mise     mettre   VERB  2 acl  VerbForm=Part|Tense=Past|Gender=Fem
dessus   dessus   ADV   3 advmod
.        .        PUNCT 2 punct
"""
AGREEING = PARTICIPLE.replace("Gender=Masc", "Gender=Fem")
INDEFINITE = PARTICIPLE.replace("L'       le ", "un       un ")
OPEN = PRESENT.replace(".        .        PUNCT 1 punct", "")
# "ferme" before an object, with a subject: an adjective has none.
OBJECT = """
Le     le     DET   2 det
patron patron NOUN  3 nsubj
ferme  ferme  ADJ   0 root
Cholet Cholet PROPN 3 obj
.      .      PUNCT 3 punct
"""
PREDICATE = """
Le     le     DET   2 det
patron patron NOUN  4 nsubj
est    être   AUX   4 cop  VerbForm=Fin
ferme  ferme  ADJ   0 root
.      .      PUNCT 4 punct
"""

CASES = [
    ("an adjective before a partitive", PRESENT, "lâche", ("VERB", "root", "Fin")),
    ("a participle that disagrees", PARTICIPLE, "mise", ("VERB", "root", "Fin")),
    ("a participle that agrees", AGREEING, "mise", ("VERB", "acl", "Part")),
    ("an indefinite noun", INDEFINITE, "mise", ("VERB", "acl", "Part")),
    ("a title without a point", OPEN, "lâche", ("ADJ", "amod", None)),
    ("an adjective with an object", OBJECT, "ferme", ("VERB", "root", "Fin")),
    ("an adjective with a copula", PREDICATE, "ferme", ("ADJ", "root", None)),
]


@pytest.mark.parametrize(
    ("table", "form", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_the_verb_of_a_sentence(table, form, expected):
    word = next(word for word in parse_of(parsed(table)) if word.text == form)
    assert (word.pos_, word.base, word.features.get("VerbForm")) == expected
