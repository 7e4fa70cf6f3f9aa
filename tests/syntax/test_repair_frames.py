"""Words around a clause that a parser attached inside it: (word, label, head) after the repair."""

import pytest

from claimx.syntax.parse import parse_of
from tests.conll import parsed

COPULA = """
Le      le      DET   2 det
risque  risque  NOUN  7 nsubj
est     être    AUX   7 cop    Mood=Ind|VerbForm=Fin
que     que     SCONJ 7 mark
le      le      DET   6 det
pont    pont    NOUN  7 nsubj
cède    céder   VERB  0 root   Mood=Ind|VerbForm=Fin
.       .       PUNCT 7 punct
"""
ATTRIBUTE = """
Le      le      DET   2 det
maire   maire   NOUN  4 nsubj
est     être    AUX   4 cop    Mood=Ind|VerbForm=Fin
sûr     sûr     ADJ   0 root
que     que     SCONJ 8 mark
le      le      DET   7 det
pont    pont    NOUN  8 nsubj
tient   tenir   VERB  4 ccomp  Mood=Ind|VerbForm=Fin
"""
TOPIC = """
Quant   quant   ADV   5 mark
à       à       ADP   3 case
Zorbex  Zorbex  PROPN 1 obl:arg
qui     qui     PRON  5 nsubj  PronType=Rel
ferme   fermer  VERB  8 advcl  Mood=Ind|VerbForm=Fin
la      le      DET   7 det
mairie  mairie  NOUN  8 nsubj
attend  attendre VERB 0 root   Mood=Ind|VerbForm=Fin
"""
TOPIC_OF_NOUN = """
Quant   quant   ADV   3 case
à       à       ADP   1 fixed
Zorbex  Zorbex  PROPN 6 obl:mod
,       ,       PUNCT 3 punct
elle    lui     PRON  6 nsubj
attend  attendre VERB 0 root   Mood=Ind|VerbForm=Fin
"""
RELATIVE = """
Les     le      DET   2 det
clients client  NOUN  0 root
qui     qui     PRON  4 nsubj  PronType=Rel
paient  payer   VERB  2 acl:relcl Mood=Ind|VerbForm=Fin
gardent garder  VERB  4 xcomp  Mood=Ind|VerbForm=Fin
leur    son     DET   7 det
place   place   NOUN  5 obj
.       .       PUNCT 2 punct
"""
INFINITIVE = """
Les     le      DET   2 det
clients client  NOUN  0 root
qui     qui     PRON  4 nsubj  PronType=Rel
veulent vouloir VERB  2 acl:relcl Mood=Ind|VerbForm=Fin
garder  garder  VERB  4 xcomp  VerbForm=Inf
leur    son     DET   7 det
place   place   NOUN  5 obj
"""
FEARS = """
Il      il      PRON  2 nsubj
craint  craindre VERB 0 root   Mood=Ind|VerbForm=Fin
de      de      ADP   4 mark
perdre  perdre  VERB  2 xcomp  VerbForm=Inf
et      et      CCONJ 6 cc
redoute redouter VERB 4 conj   Mood=Ind|VerbForm=Fin
la      le      DET   8 det
suite   suite   NOUN  6 obj
"""


@pytest.mark.parametrize(
    ("table", "word", "label", "head"),
    [
        (COPULA, "est", "root", "est"),
        (COPULA, "cède", "ccomp", "est"),
        (COPULA, "risque", "nsubj", "est"),
        (COPULA, "pont", "nsubj", "cède"),
        (ATTRIBUTE, "est", "cop", "sûr"),
        (ATTRIBUTE, "tient", "ccomp", "sûr"),
        (TOPIC, "Quant", "advmod", "attend"),
        (RELATIVE, "gardent", "root", "gardent"),
        (RELATIVE, "clients", "nsubj", "gardent"),
        (RELATIVE, "paient", "acl", "clients"),
        (INFINITIVE, "clients", "root", "clients"),
        (INFINITIVE, "garder", "xcomp", "veulent"),
        (FEARS, "redoute", "conj", "craint"),
        (TOPIC_OF_NOUN, "Quant", "case", "Zorbex"),
    ],
)
def test_a_frame_and_its_clause(table, word, label, head):
    [found] = [other for other in parse_of(parsed(table)) if other.text == word]
    assert (found.base, found.head.text) == (label, head)
