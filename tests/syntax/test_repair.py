"""A finite verb under the subject of its infinitive; the repairs leave the Doc as it is, and a right tree too."""

from claimx.syntax.parse import parse_of
from tests.conll import parsed

REPAIRED = """
Mardi   mardi    NOUN  5 obl
Acmé    Acmé     PROPN 5 nsubj
nie     nier     VERB  2 nmod VerbForm=Fin
avoir   avoir    AUX   5 aux:tense VerbForm=Inf
payé    payer    VERB  0 root VerbForm=Part
.       .        PUNCT 5 punct
"""
RIGHT = """
Acmé    Acmé     PROPN 2 nsubj
nie     nier     VERB  0 root VerbForm=Fin
avoir   avoir    AUX   4 aux:tense VerbForm=Inf
payé    payer    VERB  2 xcomp VerbForm=Part
"""


def tree(words):
    return [(word.dep_, word.head.i) for word in words]


def test_a_verb_governs_the_infinitive_after_it():
    found = [(word.base, word.head.text) for word in parse_of(parsed(REPAIRED))]
    assert found == [
        ("obl", "nie"),
        ("nsubj", "nie"),
        ("root", "nie"),
        ("aux", "payé"),
        ("xcomp", "nie"),
        ("punct", "nie"),
    ]


def test_the_doc_keeps_its_parse():
    doc = parsed(REPAIRED)
    before = tree(doc)
    assert tree(parse_of(doc)) != before
    assert tree(doc) == before


def test_a_right_tree_stays():
    doc = parsed(RIGHT)
    assert tree(parse_of(doc)) == tree(doc)
