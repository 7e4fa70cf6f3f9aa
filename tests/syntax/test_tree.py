"""Looking up within a reading gives what spaCy gives outside of it."""

from threading import Event, Thread

from claimx.syntax import labels, verbs
from claimx.syntax.tree import features, forget, kids, reading, tokens, tree_of
from tests.conll import parsed

TABLE = """
Il      il       PRON  5 nsubj:pass Person=3
n'      ne       ADV   5 advmod
a       avoir    AUX   5 aux:tense  Mood=Ind|Tense=Pres|VerbForm=Fin
été     être     AUX   5 aux:pass   VerbForm=Part
vendu   vendre   VERB  0 root       VerbForm=Part|Tense=Past
que     que      SCONJ 5 advmod
lundi   lundi    NOUN  5 obl
"""
QUESTIONS = (
    *(labels.base, labels.helpers, labels.is_finite, labels.is_passive, labels.is_reflexive, labels.markers),
    *(labels.normal, verbs.finite_form, verbs.negation, verbs.narrates, features),
)


def answers(doc):
    return [[ask(token) for ask in QUESTIONS] + [list(kids(token))] for token in tokens(doc)]


def test_answers_are_the_same_within_a_reading():
    doc = parsed(TABLE)
    outside = answers(doc)
    with reading(doc):
        assert answers(doc) == outside
        assert answers(doc) == outside


def test_another_text_is_not_mixed_up_with_the_one_being_read():
    doc, other = parsed(TABLE), parsed("Il il PRON 2 nsubj\nvend vendre VERB 0 root Mood=Ind|VerbForm=Fin")
    outside = answers(other)
    with reading(doc):
        assert answers(other) == outside
        with reading(other):
            assert answers(other) == outside


def test_a_changed_text_is_read_again():
    doc = parsed(TABLE)
    with reading(doc):
        assert labels.normal(doc[0]) == "il"
        assert not labels.is_finite(doc[4])
    before = tree_of(doc)
    assert tree_of(doc) is before
    doc[4].set_morph("VerbForm=Fin")
    with reading(doc):
        assert labels.is_finite(doc[4])


def test_each_thread_reads_its_own_text():
    doc, other = parsed(TABLE), parsed("Il il PRON 2 nsubj\nvend vendre VERB 0 root Mood=Ind|VerbForm=Fin")
    inside, done = Event(), Event()

    def read():
        with reading(other):
            inside.set()
            done.wait(10)

    with reading(doc) as tree:
        thread = Thread(target=read)
        thread.start()
        inside.wait(10)
        assert tree_of(doc) is tree
        assert kids(doc[4]) is tree.children[4]
        done.set()
        thread.join()
        assert kids(doc[4]) is tree.children[4]


def test_a_text_is_let_go_of():
    doc = parsed(TABLE)
    before = tree_of(doc)
    forget()
    assert tree_of(doc) is not before
