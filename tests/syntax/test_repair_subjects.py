"""Subjects that parsers coordinate with an argument of the verb before."""

import pytest

from claimx.syntax.parse import parse_of
from tests.conll import parsed

TWO_FIRMS = """
Apple    Apple    PROPN 2 nsubj
rachète  racheter VERB  0 root  Mood=Ind|Number=Sing|VerbForm=Fin
Velmora  Velmora  PROPN 2 obj
et       et       CCONJ 5 cc
Zorbex   Zorbex   PROPN 3 conj
licencie licencier VERB 2 conj  Mood=Ind|Number=Sing|VerbForm=Fin
"""

HELPERS = """
Il       il       PRON  2 nsubj
vend     vendre   VERB  0 root  Mood=Ind|Number=Sing|VerbForm=Fin
l'       le       DET   4 det
usine    usine    NOUN  2 obj
et       et       CCONJ 7 cc
les      le       DET   7 det   Number=Plur
ouvriers ouvrier  NOUN  4 conj  Number=Plur
n'       ne       ADV   10 advmod
ont      avoir    AUX   10 aux  Mood=Ind|Number=Plur|VerbForm=Fin
protesté protester VERB 2 conj  VerbForm=Part
"""

COORDINATED_VERBS = """
Apple    Apple    PROPN 2 nsubj
rachète  racheter VERB  0 root  Mood=Ind|Number=Sing|VerbForm=Fin
Velmora  Velmora  PROPN 2 obj
et       et       CCONJ 5 cc
Zorbex   Zorbex   PROPN 3 conj
et       et       CCONJ 7 cc
licencie licencier VERB 2 conj  Mood=Ind|Number=Sing|VerbForm=Fin
"""

OTHER_NUMBER = """
Apple    Apple    PROPN 2 nsubj
vend     vendre   VERB  0 root  Mood=Ind|Number=Sing|VerbForm=Fin
Velmora  Velmora  PROPN 2 obj
et       et       CCONJ 6 cc
les      le       DET   6 det   Number=Plur
usines   usine    NOUN  3 conj  Number=Plur
licencie licencier VERB 2 conj  Mood=Ind|Number=Sing|VerbForm=Fin
"""

OWN_SUBJECT = """
Apple    Apple    PROPN 2 nsubj
rachète  racheter VERB  0 root  Mood=Ind|Number=Sing|VerbForm=Fin
Velmora  Velmora  PROPN 2 obj
et       et       CCONJ 5 cc
Zorbex   Zorbex   PROPN 6 nsubj
licencie licencier VERB 2 conj  Mood=Ind|Number=Sing|VerbForm=Fin
"""


BOTH_AS_SUBJECTS = """
Apple    Apple    PROPN 2 nsubj
rachète  racheter VERB  0 root  Mood=Ind|Number=Sing|VerbForm=Fin
Velmora  Velmora  PROPN 6 nsubj
et       et       CCONJ 5 cc
Zorbex   Zorbex   PROPN 3 conj
licencie licencier VERB 2 conj  Mood=Ind|Number=Sing|VerbForm=Fin
"""

JOINED_SUBJECTS = """
Apple    Apple    PROPN 2 nsubj
recule   reculer  VERB  0 root  Mood=Ind|Number=Sing|VerbForm=Fin
et       et       CCONJ 7 cc
Velmora  Velmora  PROPN 7 nsubj
et       et       CCONJ 6 cc
Zorbex   Zorbex   PROPN 4 conj
licencient licencier VERB 2 conj  Mood=Ind|Number=Plur|VerbForm=Fin
"""


@pytest.mark.parametrize(
    ("table", "noun", "verb"),
    [
        (TWO_FIRMS, "Zorbex", "licencie"),
        (HELPERS, "ouvriers", "protesté"),
        (BOTH_AS_SUBJECTS, "Zorbex", "licencie"),
    ],
)
def test_a_coordinated_noun_right_before_a_verb_is_its_subject(table, noun, verb):
    doc = parsed(table)
    words = {word.text: word for word in parse_of(doc)}
    assert words[noun].base == "nsubj"
    assert words[noun].head is words[verb]
    assert words[noun] in words[verb].children
    assert words[verb].left_edge.i < words[noun].i
    assert all(words[noun] not in word.children for word in words.values() if word is not words[verb])


@pytest.mark.parametrize("table", [COORDINATED_VERBS, OTHER_NUMBER, OWN_SUBJECT, JOINED_SUBJECTS])
def test_other_trees_stay_as_they_are(table):
    doc = parsed(table)
    assert [(word.dep_, word.head.i) for word in parse_of(doc)] == [(t.dep_, t.head.i) for t in doc]


def test_the_doc_stays_as_it_is():
    doc = parsed(TWO_FIRMS)
    before = [(token.dep_, token.head.i) for token in doc]
    parse_of(doc)
    assert [(token.dep_, token.head.i) for token in doc] == before


ADMITS = """
La        le        DET   2 det    Number=Sing
mairie    mairie    NOUN  3 nsubj  Number=Sing
admet     admettre  VERB  0 root   Mood=Ind|Number=Sing|VerbForm=Fin
que       que       SCONJ 7 mark
des       un        DET   6 det    Number=Plur
fichiers  fichier   NOUN  7 nsubj  Number=Plur
fuient    fuir      VERB  3 ccomp  Mood=Ind|Number=Plur|VerbForm=Fin
mais      mais      CCONJ 9 cc
affirme   affirmer  VERB  7 conj   Mood=Ind|Number=Sing|VerbForm=Fin
"""
LEAKS = ADMITS.replace(
    "affirme   affirmer  VERB  7 conj   Mood=Ind|Number=Sing", "durent durer VERB 7 conj Mood=Ind|Number=Plur"
)


@pytest.mark.parametrize(("table", "verb", "head"), [(ADMITS, 8, "admet"), (LEAKS, 8, "fuient")])
def test_a_verb_is_coordinated_with_one_whose_subject_agrees(table, verb, head):
    assert parse_of(parsed(table))[verb].head.text == head


INVERTED = """
Deux      deux      NUM   2 nummod
loueurs   loueur    NOUN  3 nsubj  Number=Plur
viennent  venir     VERB  0 root   Mood=Ind|Number=Plur|VerbForm=Fin
,         ,         PUNCT 8 punct
dont      dont      PRON  6 nmod   PronType=Rel
Sepro     Sepro     PROPN 8 nsubj
,         ,         PUNCT 6 punct
croit     croire    VERB  3 advcl  Mood=Ind|Number=Sing|VerbForm=Fin
savoir    savoir    VERB  8 xcomp  VerbForm=Inf
Reuters   Reuters   PROPN 8 nsubj
"""
DESCRIBED = """
Il        il        PRON  2 nsubj
dit       dire      VERB  0 root   Mood=Ind|Number=Sing|VerbForm=Fin
que       que       SCONJ 8 mark
Sepro     Sepro     PROPN 8 nsubj
,         ,         PUNCT 6 punct
loueur    loueur    NOUN  4 appos
,         ,         PUNCT 6 punct
ferme     fermer    VERB  2 ccomp  Mood=Ind|Number=Sing|VerbForm=Fin
"""
JOINED = """
La        le        DET   2 det    Number=Sing
police    police    NOUN  3 nsubj  Number=Sing
attend    attendre  VERB  0 root   Mood=Ind|Number=Sing|VerbForm=Fin
et        et        CCONJ 10 cc
Zorbex    Zorbex    PROPN 10 nsubj
,         ,         PUNCT 8 punct
le        le        DET   8 det
loueur    loueur    NOUN  10 nsubj
,         ,         PUNCT 8 punct
ferme     fermer    VERB  3 conj   Mood=Ind|Number=Sing|VerbForm=Fin
"""


@pytest.mark.parametrize(
    ("table", "noun", "label", "head"),
    [
        (INVERTED, 5, "parataxis", "viennent"),
        (INVERTED, 9, "nsubj", "croit"),
        (DESCRIBED, 3, "nsubj", "ferme"),
        (JOINED, 4, "nsubj", "ferme"),
    ],
)
def test_a_comma_parts_a_noun_from_an_inverted_verb(table, noun, label, head):
    found = parse_of(parsed(table))[noun]
    assert (found.base, found.head.text) == (label, head)
