"""Sentences that open with a phrase and its relative clause: the tree after the repair."""

from claimx.syntax.parse import parse_of
from tests.conll import parsed

# "Selon Reuters, qui cite un banquier, l'accord tient": the relative heads the sentence.
HEADED = """
Selon    selon    ADP   2 case
Reuters  Reuters  PROPN 5 obl
,        ,        PUNCT 5 punct
qui      qui      PRON  5 nsubj  PronType=Rel
cite     citer    VERB  0 root   VerbForm=Fin
un       un       DET   7 det
banquier banquier NOUN  5 obj
,        ,        PUNCT 11 punct
l'       le       DET   10 det
accord   accord   NOUN  11 nsubj
tient    tenir    VERB  5 ccomp  VerbForm=Fin
.        .        PUNCT 5 punct
"""
# The relative is a circumstance of the main clause.
CIRCUMSTANCE = HEADED.replace("5 ccomp", "0 root").replace("0 root   VerbForm", "11 advcl VerbForm", 1)
# Without a preposition the opening noun is the subject: "Reuters, qui cite un banquier, tient".
SUBJECT = HEADED.replace("Selon    selon    ADP   2 case", "Même     même     ADV   2 advmod")
# A clause with a conjunction is no main clause: "Selon Reuters, qui dit, parce que l'accord tient".
CONJUNCTION = HEADED.replace("l'       le       DET   10 det", "car      car      CCONJ 11 cc")


def tree(table):
    words = parse_of(parsed(table))
    return {word.text: (word.base, word.head.text) for word in words if not word.is_punct}


def test_the_main_clause_below_a_relative_heads_the_sentence():
    found = tree(HEADED)
    assert (found["tient"], found["Reuters"], found["cite"]) == (
        ("root", "tient"),
        ("obl", "tient"),
        ("acl", "Reuters"),
    )


def test_a_relative_parsed_as_a_circumstance_describes_the_opening_noun():
    found = tree(CIRCUMSTANCE)
    assert (found["Reuters"], found["cite"]) == (("obl", "tient"), ("acl", "Reuters"))


def test_a_noun_without_a_preposition_and_a_clause_with_a_conjunction_stay():
    for table in (SUBJECT, CONJUNCTION):
        assert tree(table)["cite"] == ("root", "cite")
