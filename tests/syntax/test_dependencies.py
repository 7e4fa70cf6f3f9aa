"""Questions that several rules ask of one token, on sentences parsed by hand."""

import pytest

from claimx.syntax.dependencies import is_demonstrative, is_reflexive
from claimx.syntax.parse import parse_of
from tests.conll import parsed

# The verb is the root; whether it is reflexive.
VERBS = [
    ("Il il PRON 3 nsubj\nse se PRON 3 expl\nfélicite féliciter VERB 0 root VerbForm=Fin", True),
    ("Elle elle PRON 3 nsubj\ns’ se PRON 3 expl\nindigne indigner VERB 0 root VerbForm=Fin", True),
    ("Je je PRON 3 nsubj\nm' me PRON 3 obj\ninquiète inquiéter VERB 0 root VerbForm=Fin", True),
    ("Nous nous PRON 3 nsubj\nnous nous PRON 3 obj\nréjouissons réjouir VERB 0 root VerbForm=Fin", True),
    # the pronoun is somebody else
    ("Vous vous PRON 3 nsubj\nm' me PRON 3 obj\naccusez accuser VERB 0 root VerbForm=Fin", False),
    ("Ils il PRON 3 nsubj\nnous nous PRON 3 obj\naccusent accuser VERB 0 root VerbForm=Fin", False),
    # the pronoun is the subject
    ("Nous nous PRON 2 nsubj\nannonçons annoncer VERB 0 root VerbForm=Fin", False),
    # a conjunction
    ("Il il PRON 2 nsubj\ndemande demander VERB 0 root\ns' si SCONJ 4 mark\nvient venir VERB 2 ccomp", False),
]


@pytest.mark.parametrize(("table", "expected"), VERBS)
def test_a_reflexive_verb_has_the_pronoun_of_its_subject(table, expected):
    parse = parse_of(parsed(table))
    assert is_reflexive(next(word for word in parse if word.head is word)) is expected


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        ("C' ce PRON 2 nsubj\nest être VERB 0 root", True),
        ("Cela cela PRON 2 nsubj\nprouve prouver VERB 0 root", True),
        ("-ce ce PRON 2 nsubj\nest être VERB 0 root", True),
        ("Ce ce DET 2 det\ngroupe groupe NOUN 0 root", False),
        ("Celui-ci celui-ci PRON 2 nsubj\naffirme affirmer VERB 0 root", False),
        ("Il il PRON 2 nsubj\naffirme affirmer VERB 0 root", False),
    ],
)
def test_a_demonstrative_pronoun_stands_for_something(table, expected):
    assert is_demonstrative(parse_of(parsed(table))[0]) is expected
