"""Verbs that a parser did not see as such: (word, label, head) after the repair."""

import pytest

from claimx.syntax.parse import parse_of
from tests.conll import parsed

ALONE = """
L'        le        DET  2 det
homme     homme     NOUN 6 nsubj
a         avoir     AUX  6 aux:tense VerbForm=Fin
peut-être peut-être ADV  6 advmod
agi       agir      VERB 6 cop       VerbForm=Part|Tense=Past
seul      seul      ADJ  0 root
.         .         PUNCT 6 punct
"""
COPULA = """
L'        le        DET  2 det
homme     homme     NOUN 5 nsubj
a         avoir     AUX  5 aux:tense VerbForm=Fin
été       être      AUX  5 cop       VerbForm=Part|Tense=Past
seul      seul      ADJ  0 root
"""
CONVINCED = """
Elle       il         PRON 4 nsubj
se         soi        PRON 4 expl:pv
dit        dire       VERB 4 aux:caus VerbForm=Fin
convaincue convaincre VERB 0 root     VerbForm=Part|Tense=Past
"""
LED = """
Le       le       DET   2 det
vote     vote     NOUN  4 nsubj
a        avoir    AUX   4 aux:tense VerbForm=Fin|Person=3|Number=Sing
conduit  conduire VERB  0 root      VerbForm=Part|Tense=Past
Velm     Velm     PROPN 4 obj
a        avoir    AUX   7 aux:tense VerbForm=Fin|Person=3|Number=Sing
revoir   revoir   VERB  4 xcomp     VerbForm=Inf
"""
GAINED = """
Il       il       PRON  4 nsubj
s'       soi      PRON  4 expl:pv
est      être     AUX   4 aux:tense VerbForm=Fin|Person=3|Number=Sing
levé     lever    VERB  0 root      VerbForm=Part|Tense=Past
et       et       CCONJ 7 cc
a        avoir    AUX   7 aux:tense VerbForm=Fin|Person=3|Number=Sing
profiter profiter VERB  4 xcomp     VerbForm=Inf
"""
CAUSED = """
Elle     il        PRON 3 nsubj
fait     faire     AUX  3 aux:caus VerbForm=Fin
vendre   vendre    VERB 0 root     VerbForm=Inf
"""
THREAT = """
Il       il       PRON 2 nsubj
menace   menacer  VERB 0 root   VerbForm=Fin
de       de       ADP  2 advmod
partir   partir   VERB 3 fixed  VerbForm=Inf
"""
TERM = """
Il       il       PRON 2 nsubj
ferme    fermer   VERB 0 root   VerbForm=Fin
à        à        ADP  2 advmod
partir   partir   VERB 3 fixed  VerbForm=Inf
de       de       ADP  6 case
lundi    lundi    NOUN 3 obl
"""
ALREADY = """
Il       il       PRON  2 nsubj
a        avoir    VERB  0 root  VerbForm=Fin
bel      bel      ADV   2 advmod
et       et       CCONJ 5 cc
bien     bien     ADV   6 advmod
vendu    vendre   VERB  2 conj  VerbForm=Part|Tense=Past
"""
CLOSED_EYES = """
Il       il       PRON  2 nsubj
a        avoir    VERB  0 root  VerbForm=Fin
les      le       DET   4 det
yeux     œil      NOUN  2 obj
fermés   fermer   VERB  2 xcomp VerbForm=Part|Tense=Past
"""
LINE = """
Il       il       PRON  3 expl:subj
se       soi      PRON  3 expl:pv
peut     pouvoir  VERB  0 root  VerbForm=Fin
que      que      SCONJ 6 mark
la       le       DET   6 det
ligne    ligne    NOUN  3 csubj
ferme    ferme    ADJ   6 amod
"""
FRESH = """
Il       il       PRON  3 nsubj
ne       ne       ADV   3 advmod
vend     vendre   VERB  0 root  VerbForm=Fin
que      que      SCONJ 6 mark
la       le       DET   6 det
terre    terre    NOUN  3 obj
ferme    ferme    ADJ   6 amod
"""
ACCUSED = """
Le       le       DET  2 det
prévenu  prévenir VERB 4 nsubj     VerbForm=Part|Tense=Past
a        avoir    AUX  4 aux:tense VerbForm=Fin
nié      nier     VERB 0 root      VerbForm=Part|Tense=Past
"""
CALLED = """
Le       le       DET  2 det
nommé    nommer   VERB 5 nsubj     VerbForm=Part|Tense=Past
hier     hier     ADV  2 advmod
a        avoir    AUX  5 aux:tense VerbForm=Fin
nié      nier     VERB 0 root      VerbForm=Part|Tense=Past
"""
DOUBT = """
Nul      nul      PRON  2 nsubj
doute    douter   VERB  0 root  VerbForm=Fin
que      que      SCONJ 5 mark
l'       le       DET   5 det
ira      aller    VERB  2 ccomp VerbForm=Fin
"""
NOBODY = """
Nul      nul      PRON  3 nsubj
ne       ne       ADV   3 advmod
doute    douter   VERB  0 root  VerbForm=Fin
"""
BARE = """
Il       il       PRON  2 nsubj
assure   assurer  VERB  0 root  VerbForm=Fin
de       de       ADP   5 case
son      son      DET   5 det
côté     côté     NOUN  2 obl
étudier  étudier  VERB  5 acl   VerbForm=Inf
l'       le       DET   8 det
offre    offre    NOUN  6 obj
"""
LINKED = """
Il       il       PRON  2 nsubj
parle    parler   VERB  0 root  VerbForm=Fin
de       de       ADP   5 case
son      son      DET   5 det
envie    envie    NOUN  2 obl
d'       de       ADP   7 mark
étudier  étudier  VERB  5 acl   VerbForm=Inf
"""
# "a le devoir": "avoir" governs no bare infinitive; "peut le devoir" is one.
DUTY = """
Il       il       PRON  2 nsubj
a        avoir    VERB  0 root  VerbForm=Fin
le       le       PRON  4 obj
devoir   devoir   VERB  2 xcomp VerbForm=Inf
d'       de       ADP   6 mark
agir     agir     VERB  4 xcomp VerbForm=Inf
"""
OWED = DUTY.replace("a        avoir ", "peut     pouvoir")


@pytest.mark.parametrize(
    ("table", "word", "label", "head"),
    [
        (ALONE, 4, "root", "agi"),
        (ALONE, 5, "xcomp", "agi"),
        (COPULA, 3, "cop", "seul"),
        (CONVINCED, 3, "xcomp", "dit"),
        (CAUSED, 1, "aux", "vendre"),
        (LED, 2, "aux", "conduit"),
        (LED, 5, "mark", "revoir"),
        (GAINED, 5, "aux", "profiter"),
        (THREAT, 3, "xcomp", "menace"),
        (TERM, 3, "fixed", "à"),
        (ALREADY, 1, "aux", "vendu"),
        (CLOSED_EYES, 4, "xcomp", "a"),
        (LINE, 6, "ccomp", "peut"),
        (FRESH, 6, "amod", "terre"),
        (DOUBT, 0, "det", "doute"),
        (NOBODY, 0, "nsubj", "doute"),
        (BARE, 5, "xcomp", "assure"),
        (LINKED, 6, "acl", "envie"),
        (DUTY, 2, "det", "devoir"),
        (DUTY, 3, "obj", "a"),
        (OWED, 2, "obj", "devoir"),
        (OWED, 3, "xcomp", "peut"),
    ],
)
def test_a_verb_is_found(table, word, label, head):
    found = parse_of(parsed(table))[word]
    assert (found.base, found.head.text) == (label, head)


def test_a_restored_noun_is_no_verb():
    doubt = parse_of(parsed(DOUBT))[1]
    assert (doubt.pos_, doubt.lemma_, doubt.features) == ("NOUN", "doute", {"Number": "Sing"})


@pytest.mark.parametrize(("table", "pos"), [(ACCUSED, "NOUN"), (CALLED, "VERB")])
def test_a_participle_with_an_article_is_a_noun(table, pos):
    assert parse_of(parsed(table))[1].pos_ == pos
