"""Clauses and infinitives that parsers attach to the wrong word, and what the rules read instead."""

import pytest

from claimx.syntax.parse import parse_of
from tests.conll import parsed

CHAIN = """
Elle   lui    PRON  2 nsubj
veut   vouloir VERB 0 root VerbForm=Fin
fermer fermer VERB  2 xcomp VerbForm=Inf
,      ,      PUNCT 5 punct
vendre vendre VERB  2 advcl VerbForm=Inf
et     et     CCONJ 7 cc
partir partir VERB  2 conj VerbForm=Inf
"""
# An infinitive with another preposition is no member of the chain.
PURPOSE = """
Elle   lui    PRON  2 nsubj
veut   vouloir VERB 0 root VerbForm=Fin
vendre vendre VERB  2 xcomp VerbForm=Inf
,      ,      PUNCT 6 punct
pour   pour   ADP   6 mark
partir partir VERB  2 advcl VerbForm=Inf
"""
EXCHANGED = """
Mardi     mardi     NOUN  5 obl
,         ,         PUNCT 5 punct
quand     quand     SCONJ 5 mark
Acmé      Acmé      PROPN 5 nsubj
ferma     fermer    VERB  0 root VerbForm=Fin
,         ,         PUNCT 8 punct
elle      lui       PRON  8 nsubj
partit    partir    VERB  5 conj VerbForm=Fin
"""
EXISTENTIAL = """
Il     il     PRON  5 case
y      y      PRON  1 fixed
a      avoir  VERB  1 fixed VerbForm=Fin
dix    dix    NUM   5 nummod
élus   élu    NOUN  0 root
ici    ici    ADV   5 advmod
"""
DATE = """
Elle   lui    PRON  2 nsubj
part   partir VERB  0 root VerbForm=Fin
il     il     PRON  7 case
y      y      PRON  3 fixed
a      avoir  VERB  3 fixed VerbForm=Fin
dix    dix    NUM   7 nummod
jours  jour   NOUN  2 obl
"""
RATE = """
Le     le     DET   2 det
taux   taux   NOUN  5 nsubj
est    être   AUX   5 cop VerbForm=Fin
bas    bas    ADJ   5 amod
dix    dix    NUM   0 root
,      ,      PUNCT 10 punct
il     il     PRON  10 case
y      y      PRON  7 fixed
a      avoir  VERB  7 fixed VerbForm=Fin
an     an     NOUN  5 conj
"""


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        (CHAIN, {"vendre": "conj fermer", "partir": "conj fermer"}),
        (PURPOSE, {"partir": "advcl veut"}),
        (
            EXCHANGED,
            {"partit": "root", "ferma": "advcl partit", "Mardi": "obl partit", "Acmé": "nsubj ferma"},
        ),
        (EXISTENTIAL, {"a": "root", "élus": "obj a", "y": "expl a", "ici": "advmod a"}),
        (DATE, {"a": "fixed il", "jours": "obl part"}),
        (RATE, {"a": "fixed il", "an": "conj dix"}),
    ],
)
def test_the_tree_that_the_rules_read(table, expected):
    parse = parse_of(parsed(table))
    found = {word.text: word.base if word.head is word else f"{word.base} {word.head.text}" for word in parse}
    assert {text: found[text] for text in expected} == expected
    for word in parse:
        assert word.head is word or word in word.head.children
        assert all(child.head is word for child in word.children)
