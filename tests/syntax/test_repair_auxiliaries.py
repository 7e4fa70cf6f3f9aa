"""Auxiliaries that were parsed with a word of an insertion: (word, label, head) after the repair."""

import pytest

from claimx.syntax.parse import parse_of
from tests.conll import parsed

ALONE = """
Elle     il       PRON  5 nsubj
a        avoir    AUX   5 aux:tense        VerbForm=Fin
à        à        ADP   4 case
lui      lui      PRON  5 obl:mod
seul     seul     ADJ   0 root
versé    verser   VERB  5 parataxis:insert VerbForm=Part|Tense=Past
trois    trois    NUM   8 nummod
euros    euro     NOUN  6 obj
"""
ABOVE = """
Elle     il       PRON  5 nsubj
a        avoir    AUX   4 aux:tense        VerbForm=Fin
à        à        ADP   4 case
soi      soi      PRON  5 nsubj
versé    verser   VERB  0 root             VerbForm=Part|Tense=Past
"""
# "été" is the predicate's own copula, and "supérieure" no participle
COPULA = """
Elle       il        PRON 4 nsubj
a          avoir     AUX  4 aux:tense VerbForm=Fin
été        être      AUX  4 cop       VerbForm=Part|Tense=Past
supérieure supérieur ADJ  0 root
et         et        CCONJ 6 cc
vendue     vendre    VERB 4 conj      VerbForm=Part|Tense=Past
"""
ATTRIBUTED = """
Elle     il       PRON  5 nsubj
est      être     AUX   5 cop   VerbForm=Fin
,        ,        PUNCT 5 punct
selon    selon    ADP   5 case
Acmé     Acmé     PROPN 0 root
,        ,        PUNCT 7 punct
limitée  limiter  VERB  5 amod  VerbForm=Part|Tense=Past
"""
# without an insertion, the participle describes the noun
DESCRIBED = """
Elle     il       PRON  5 nsubj
est      être     AUX   5 cop   VerbForm=Fin
en       en       ADP   5 case
ville    ville    NOUN  0 root
,        ,        PUNCT 6 punct
limitée  limiter  VERB  4 amod  VerbForm=Part|Tense=Past
"""
ROOT = """
Elle     il       PRON  2 nsubj
serait   être     AUX   0 root    VerbForm=Fin
,        ,        PUNCT 5 punct
selon    selon    ADP   5 case
Acmé     Acmé     PROPN 2 obl:mod
,        ,        PUNCT 7 punct
comprise comprendre VERB 5 acl    VerbForm=Part|Tense=Past
"""
REPORTED = """
Acmé   Acmé   PROPN 2 nsubj
avait  avoir  AUX   4 aux:tense VerbForm=Fin
,      ,      PUNCT 4 punct
dit    dire   VERB  7 parataxis VerbForm=Fin
elle   lui    PRON  4 nsubj
,      ,      PUNCT 4 punct
promis promettre VERB 0 root VerbForm=Part
"""
MISSPELT = """
Elle     il       PRON 3 nsubj
aurait   avoir    AUX  3 aux:tense VerbForm=Fin
dût      devoir   VERB 0 root      VerbForm=Fin
partir   partir   VERB 3 xcomp     VerbForm=Inf
"""
# a name is no auxiliary
NAMED = """
Le       le       DET  2 det
joueur   joueur   NOUN 4 nsubj
A        avoir    AUX  4 aux:tense VerbForm=Fin
cherche  chercher VERB 0 root      VerbForm=Fin
"""
EXISTENTIAL = """
Elle     il       PRON  2 nsubj
dit      dire     VERB  0 root      VerbForm=Fin
qu'      que      SCONJ 6 mark
il       il       PRON  6 expl:subj
y        y        PRON  6 expl:comp
aura     avoir    AUX   12 cop      VerbForm=Fin
,        ,        PUNCT 8 punct
demain   demain   ADV   6 advmod
,        ,        PUNCT 8 punct
plus     plus     ADV   6 obj
soit     être     AUX   12 aux:pass VerbForm=Fin
prise    prendre  VERB  2 parataxis VerbForm=Part|Tense=Past
"""
AGO = """
Elle     il       PRON  2 nsubj
dit      dire     VERB  0 root      VerbForm=Fin
qu'      que      SCONJ 6 mark
il       il       PRON  6 expl:subj
y        y        PRON  6 expl:comp
a        avoir    AUX   10 aux:tense VerbForm=Fin
deux     deux     NUM   8 nummod
mois     mois     NOUN  6 obj
elle     il       PRON  10 nsubj
vendait  vendre   VERB  2 ccomp     VerbForm=Fin
"""
# "il y avait pourtant renoncé": of a participle right behind it, it is the auxiliary
GAVE_UP = """
il       il       PRON  5 nsubj
y        y        PRON  5 expl:comp
avait    avoir    AUX   5 aux:tense VerbForm=Fin
pourtant pourtant ADV   5 advmod
renoncé  renoncer VERB  0 root      VerbForm=Part|Tense=Past
"""
CASES = [
    (ALONE, [("versé", "root", "versé"), ("a", "aux:tense", "versé"), ("Elle", "nsubj", "versé"), ("seul", "obl:mod", "versé")]),
    (ABOVE, [("a", "aux:tense", "versé"), ("Elle", "nsubj", "versé"), ("soi", "obl:mod", "versé")]),
    (REPORTED, [("avait", "aux:tense", "promis"), ("Acmé", "nsubj", "promis"), ("elle", "nsubj", "dit")]),
    (COPULA, [("supérieure", "root", "supérieure"), ("a", "aux:tense", "supérieure"), ("vendue", "conj", "supérieure")]),
    (ATTRIBUTED, [("limitée", "root", "limitée"), ("est", "cop", "limitée"), ("Acmé", "obl:mod", "limitée")]),
    (DESCRIBED, [("limitée", "amod", "ville")]),
    (ROOT, [("comprise", "root", "comprise"), ("serait", "cop", "comprise"), ("Elle", "nsubj", "comprise"), ("Acmé", "obl:mod", "comprise")]),
    (AGO, [("a", "aux:tense", "vendait")]),
    (GAVE_UP, [("avait", "aux:tense", "renoncé"), ("renoncé", "root", "renoncé")]),
    (EXISTENTIAL, [("aura", "ccomp", "dit"), ("soit", "aux:pass", "prise")]),
]  # fmt: skip


@pytest.mark.parametrize(("table", "expected"), CASES)
def test_the_participle_gets_its_auxiliary(table, expected):
    doc = parsed(table)
    found = {word.text: (word.text, word.dep_.lower(), word.head.text) for word in parse_of(doc)}
    assert [found[word] for word, _, _ in expected] == expected


@pytest.mark.parametrize(("table", "word", "form"), [(MISSPELT, "dût", "Part"), (NAMED, "cherche", "Fin")])
def test_a_finite_form_behind_its_auxiliary_is_a_participle(table, word, form):
    doc = parsed(table)
    [found] = [token for token in parse_of(doc) if token.text == word]
    assert found.features["VerbForm"] == form
