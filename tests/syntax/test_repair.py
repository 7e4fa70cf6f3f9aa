"""The repairs leave the Doc as it is, and a tree that is right too."""

from claimx.syntax.parse import parse_of
from tests.conll import parsed

REPAIRED = """
Le      le      DET   2 det
risque  risque  NOUN  7 nsubj
est     être    AUX   7 cop    Mood=Ind|VerbForm=Fin
que     que     SCONJ 7 mark
le      le      DET   6 det
pont    pont    NOUN  7 nsubj
cède    céder   VERB  0 root   Mood=Ind|VerbForm=Fin
"""
RIGHT = """
Acmé    Acmé     PROPN 2 nsubj
nie     nier     VERB  0 root VerbForm=Fin
avoir   avoir    AUX   4 aux:tense VerbForm=Inf
payé    payer    VERB  2 xcomp VerbForm=Part
"""


def tree(words):
    return [(word.dep_, word.head.i) for word in words]


def test_the_doc_keeps_its_parse():
    doc = parsed(REPAIRED)
    before = tree(doc)
    assert tree(parse_of(doc)) != before
    assert tree(doc) == before


def test_a_right_tree_stays():
    doc = parsed(RIGHT)
    assert tree(parse_of(doc)) == tree(doc)
