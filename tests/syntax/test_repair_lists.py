"""Lists of clauses with "que": (label, head) of the verb of the second clause after the repair."""

import pytest

from claimx.syntax.parse import parse_of
from tests.conll import parsed

# "Il dit que le pont tient, que la route rouvre": the second clause hung on the reporting verb.
LIST = """
Il     il      PRON  2 nsubj
dit    dire    VERB  0 root   VerbForm=Fin
que    que     SCONJ 6 mark
le     le      DET   5 det
pont   pont    NOUN  6 nsubj
tient  tenir   VERB  2 ccomp  VerbForm=Fin|Mood=Ind
,      ,       PUNCT 11 punct
que    que     SCONJ 11 mark
la     le      DET   10 det
route  route   NOUN  11 nsubj
rouvre rouvrir VERB  2 advcl  VerbForm=Fin|Mood=Ind
"""
# Of another mood it is no member of the list: "qu'il pleuve ou non".
MOOD = LIST.replace("2 advcl  VerbForm=Fin|Mood=Ind", "2 advcl  VerbForm=Fin|Mood=Sub")
# Without "que" before the first clause there is no list.
QUESTION = LIST.replace("que    que     SCONJ 6 mark", "si     si      SCONJ 6 mark")
# Nor is there one without the comma.
UNPARTED = LIST.replace(",      ,       PUNCT 11 punct", "bien   bien    ADV   6 advmod")

CASES = [
    ("under the reporting verb", LIST, ("conj", "tient")),
    ("under the clause before", LIST.replace("2 advcl ", "6 ccomp "), ("conj", "tient")),
    ("another mood", MOOD, ("advcl", "dit")),
    ("a question before", QUESTION, ("advcl", "dit")),
    ("no comma", UNPARTED, ("advcl", "dit")),
]


@pytest.mark.parametrize(("table", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_a_later_clause(table, expected):
    verb = parse_of(parsed(table))[10]
    assert (verb.base, verb.head.text) == expected
