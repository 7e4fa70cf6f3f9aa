"""Trees of a parser that can't be right, written by hand, and what the rules read instead."""

import pytest

from claimx.syntax.parse import parse_of
from tests.conll import parsed

INFINITIVE_WITH_SUBJECT = """
Mardi   mardi    NOUN  5 obl
Acmé    Acmé     PROPN 5 nsubj
nie     nier     VERB  2 nmod VerbForm=Fin
avoir   avoir    AUX   5 aux:tense VerbForm=Inf
payé    payer    VERB  0 root VerbForm=Part
.       .        PUNCT 5 punct
"""
DOUBLED_SUBJECT = """
Acmé    Acmé     PROPN 0 root
,       ,        PUNCT 3 punct
elle    lui      PRON  1 appos
,       ,        PUNCT 5 punct
craint  craindre VERB  3 acl VerbForm=Fin
pire    pire     NOUN  5 obj
.       .        PUNCT 1 punct
"""
# A relative clause without its pronoun stays what it is, and so does a verb that governs its infinitive.
RIGHT = """
Acmé    Acmé     PROPN 2 nsubj
nie     nier     VERB  0 root VerbForm=Fin
avoir   avoir    AUX   4 aux:tense VerbForm=Inf
payé    payer    VERB  2 xcomp VerbForm=Part
"""
FINITE = """
Acmé    Acmé     PROPN 4 nsubj
recule  reculer  VERB  1 acl VerbForm=Fin
a       avoir    AUX   4 aux:tense VerbForm=Fin
payé    payer    VERB  0 root VerbForm=Part
"""


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        (INFINITIVE_WITH_SUBJECT, ["obl nie", "nsubj nie", "root", "aux payé", "xcomp nie", "punct nie"]),
        (DOUBLED_SUBJECT, ["nsubj craint", "punct elle", "appos Acmé", "punct craint", "root", "obj craint"]),
        (RIGHT, ["nsubj nie", "root", "aux payé", "xcomp nie"]),
        (FINITE, ["nsubj payé", "acl Acmé", "aux payé", "root"]),
    ],
)
def test_the_tree_that_the_rules_read(table, expected):
    parse = parse_of(parsed(table))
    found = [word.base if word.head is word else f"{word.base} {word.head.text}" for word in parse]
    assert found[: len(expected)] == expected
    for word in parse:
        assert word.head is word or word in word.head.children
        assert [child.i for child in word.children] == sorted(child.i for child in word.children)
        assert all(child.head is word for child in word.children)


def test_the_doc_keeps_its_parse():
    doc = parsed(INFINITIVE_WITH_SUBJECT)
    before = doc.to_array(["HEAD", "DEP"]).tolist()
    parse_of(doc)
    assert doc.to_array(["HEAD", "DEP"]).tolist() == before
