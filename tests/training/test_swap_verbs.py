"""Verbs of the treebanks that give way to others: which ones, and what becomes of the words around."""

import random

import pytest
from conllu import check_tree
from homographs import Homograph, Homographs, elides, read_homographs
from hypothesis import given
from hypothesis import strategies as st
from swap_verbs import elide, find_places, swap, swap_sentences

from claimx.lexicons.word_forms import word_forms
from tests.training.trees import tree

PRESENT = "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin"
PLURAL = "Mood=Ind|Number=Plur|Person=3|Tense=Pres|VerbForm=Fin"
NOUN = "Gender=Fem|Number=Sing"


def verb(form, lemma, frames, plural=""):
    return Homograph(form, plural or form + "nt", lemma, frames, 1.0, "", 0.0, "")


ONE_EACH = Homographs(
    [
        verb("ferme", "fermer", "t"),
        verb("chute", "chuter", "i"),
        verb("table", "tabler", "s"),
        verb("redoute", "redouter", "q"),
        verb("menace", "menacer", "D"),
    ]
)

SOLD = f"""
Le    le     DET  2 det
port  port   NOUN 5 nsubj Gender=Masc|Number=Sing
n'    ne     ADV  5 advmod
a     avoir  AUX  5 aux:tense {PRESENT}
vendu vendre VERB 0 ROOT Tense=Past|VerbForm=Part
la    le     DET  7 det
grue  grue   NOUN 5 obj {NOUN}
.     .      PUNCT 5 punct
"""
LIVES = f"""
Nadia Nadia PROPN 2 nsubj
vit   vivre VERB  0 ROOT {PRESENT}
.     .     PUNCT 2 punct
"""
COUNT = f"""
Elles elles   PRON 2 nsubj
comptent compter VERB 0 ROOT {PLURAL}
sur   sur     ADP  4 case
Nadia Nadia   PROPN 2 obl:arg
.     .       PUNCT 2 punct
"""
SAYS = f"""
Nadia Nadia PROPN 2 nsubj
croit croire VERB 0 ROOT {PRESENT}
que   que   SCONJ 5 mark
Luc   Luc   PROPN 5 nsubj
dort  dormir VERB 2 ccomp {PRESENT}
.     .     PUNCT 2 punct
"""
REFUSES = f"""
Nadia Nadia PROPN 2 nsubj
refuse refuser VERB 0 ROOT {PRESENT}
de    de    ADP 4 mark
courir courir VERB 2 xcomp VerbForm=Inf
.     .     PUNCT 2 punct
"""
WITH_PRONOUN = f"""
Nadia Nadia PROPN 3 nsubj
l'    le    PRON 3 obj Number=Sing|Person=3|PronType=Prs
aime  aimer VERB 0 ROOT {PRESENT}
.     .     PUNCT 3 punct
"""
PASSIVE = f"""
Nadia Nadia PROPN 3 nsubj:pass
est   être  AUX  3 aux:pass {PRESENT}
élue  élire VERB 0 ROOT Tense=Past|VerbForm=Part|Voice=Pass
.     .     PUNCT 3 punct
"""
REFLEXIVE = f"""
Nadia Nadia PROPN 3 nsubj
se    soi   PRON 3 expl:pv
lève  lever VERB 0 ROOT {PRESENT}
.     .     PUNCT 3 punct
"""
EXPLETIVE = f"""
Il    il    PRON 2 expl:subj
pleut pleuvoir VERB 0 ROOT {PRESENT}
.     .     PUNCT 2 punct
"""
LIGHT = f"""
Le    le    DET 2 det
bal   bal   NOUN 3 nsubj
a     avoir VERB 0 ROOT {PRESENT}
lieu  lieu  NOUN 3 obj
.     .     PUNCT 3 punct
"""
COPULA = f"""
Nadia Nadia PROPN 3 nsubj
est   être  AUX  3 cop {PRESENT}
juge  juge  NOUN 0 ROOT
.     .     PUNCT 3 punct
"""


@pytest.mark.parametrize(
    ("table", "frames"),
    [
        (SOLD, "t"),
        (LIVES, "i"),
        (COUNT, "s"),
        (SAYS, "qi"),
        (REFUSES, "D"),
        (WITH_PRONOUN, "t"),
        (PASSIVE, ""),
        (REFLEXIVE, ""),
        (EXPLETIVE, ""),
        (LIGHT, ""),
        (COPULA, ""),
    ],
)
def test_verbs_that_can_be_swapped(table, frames):
    assert "".join(place.frame for place in find_places(tree(table).tokens)) == frames


@pytest.mark.parametrize(
    ("table", "text"),
    [
        (SOLD, "Le port ne ferme la grue."),
        (LIVES, "Nadia chute."),
        (COUNT, "Elles tablent sur Nadia."),
        (REFUSES, "Nadia menace de courir."),
        (WITH_PRONOUN, "Nadia le ferme."),
    ],
)
def test_the_sentence_with_another_verb(table, text):
    sentence = tree(table)
    places = find_places(sentence.tokens)
    swapped = next(
        tokens
        for seed in range(50)
        if (tokens := swap(sentence.tokens, places, ONE_EACH, random.Random(seed))) != sentence.tokens
    )
    assert "".join(token.text + " " * token.space for token in swapped).strip() == text


def test_the_participle_goes_with_its_auxiliary():
    sentence = next(swap_sentences([tree(SOLD)], ONE_EACH, copies=20))
    root = next(token for token in sentence.tokens if token.dep == "ROOT")
    assert (root.text, root.lemma, root.morph) == ("ferme", "fermer", PRESENT)
    assert [token.dep for token in sentence.tokens] == [
        "det",
        "nsubj",
        "advmod",
        "ROOT",
        "det",
        "obj",
        "punct",
    ]


def test_a_question_is_swapped_once():
    question = tree(LIVES.replace(".     .", "?     ?"))
    assert len(list(swap_sentences([question], ONE_EACH, copies=9))) <= 1


@pytest.mark.parametrize(
    ("word", "before", "after", "result"),
    [
        ("n'", "ADV", "chute", "ne "),
        ("N'", "ADV", "chute", "Ne "),
        ("ne", "ADV", "arme", "n'"),
        ("ne", "ADV", "chute", "ne "),
        ("qu'", "PRON", "chute", "que "),
        ("que", "SCONJ", "embauche", "qu'"),
        ("la", "PRON", "embauche", "l'"),
        ("l'", "PRON", "hausse", "le "),
        ("l'", "PRON", "héberge", "l'"),
        ("la", "DET", "embauche", "la "),
        ("Nadia", "PROPN", "embauche", "Nadia "),
    ],
)
def test_elision_before_another_verb(word, before, after, result):
    token = tree(f"{word} x {before} 0 ROOT\nx x X 1 dep").tokens[0]
    changed = elide(token, after)
    assert changed.text + " " * changed.space == result


@given(st.integers(), st.sampled_from([SOLD, LIVES, COUNT, SAYS, REFUSES, WITH_PRONOUN]))
def test_what_is_swapped_has_a_tree(seed, table):
    for sentence in swap_sentences([tree(table)], Homographs(read_homographs()), copies=3, seed=seed):
        check_tree(sentence)


def test_the_table_has_verbs_with_a_frame():
    rows = read_homographs()
    assert [row.form for row in rows if not word_forms().word_class(row.form).startswith("V")] == []
    wrong = [row for row in rows if not row.plural.endswith("ent") and row.plural not in ("font", "vont")]
    assert wrong == []
    assert [row.form for row in rows if not row.frames] == []
    assert [row.form for row in rows if not set(row.frames) <= set("tiadsqADIP")] == []
    assert [row.form for row in rows if row.weight <= 0 or bool(row.gender) != bool(row.noun)] == []


def test_elides():
    assert all(map(elides, ["usine", "État", "hôpital", "héberge", "habite"]))
    assert not any(map(elides, ["hausse", "hache", "chute", "héros", ""]))
