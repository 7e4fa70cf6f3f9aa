"""Negation, mood and time of verb groups parsed by hand."""

import pytest

from claimx.syntax.parse import parse_of
from claimx.syntax.verbs import finite_form, is_past, mood, narrates, negation
from tests.conll import parsed

# The predicate is the root; what negates it, or None.
NEGATIONS = [
    (
        "Il il PRON 4 nsubj\nne ne ADV 4 advmod\nl' le PRON 4 obj\nachète acheter VERB 0 root VerbForm=Fin\npas pas ADV 4 advmod",
        "pas",
    ),
    ("Il il PRON 2 nsubj\nachète acheter VERB 0 root VerbForm=Fin\npas pas ADV 2 advmod", "pas"),
    (
        "Il il PRON 3 nsubj\nne ne ADV 3 advmod\npeut pouvoir VERB 0 root VerbForm=Fin\npayer payer VERB 3 xcomp VerbForm=Inf",
        "ne",
    ),
    (
        "Il il PRON 3 nsubj\nn' ne ADV 3 advmod\nachète acheter VERB 0 root VerbForm=Fin\nrien rien PRON 3 obj",
        "rien",
    ),
    (
        "Aucun aucun DET 2 det\ngroupe groupe NOUN 4 nsubj\nne ne ADV 4 advmod\npaie payer VERB 0 root VerbForm=Fin",
        "Aucun",
    ),
    ("Personne personne PRON 3 nsubj\nne ne ADV 3 advmod\npaie payer VERB 0 root VerbForm=Fin", "Personne"),
    # no negations
    (
        "Il il PRON 3 nsubj\nne ne ADV 3 advmod\npaie payer VERB 0 root VerbForm=Fin\nque que ADV 5 advmod\ncela cela PRON 3 obj",
        None,
    ),
    ("Il il PRON 2 nsubj\npaie payer VERB 0 root VerbForm=Fin\nplus plus ADV 2 advmod", None),
    (
        "Il il PRON 3 nsubj\nne ne ADV 3 advmod\nvend vendre VERB 0 root VerbForm=Fin\npas pas ADV 3 advmod\nseulement seulement ADV 3 advmod",
        None,
    ),
    (
        "avant avant ADP 5 mark\nqu' que SCONJ 5 mark\nil il PRON 5 nsubj\nne ne ADV 5 advmod\nparte partir VERB 0 root VerbForm=Fin|Mood=Sub",
        None,
    ),
]


@pytest.mark.parametrize(("table", "expected"), NEGATIONS)
def test_what_negates_a_predicate(table, expected):
    root = next(word for word in parse_of(parsed(table)) if word.head is word)
    found = negation(root)
    assert (found.text if found is not None else None) == expected


@pytest.mark.parametrize(
    ("form", "lemma", "expected"),
    [
        ("rachetèrent", "racheter", True),
        ("racheta", "racheter", True),
        ("partirent", "partir", True),
        ("fut", "être", True),
        ("attirent", "attirer", False),
        ("mesurent", "mesurer", False),
        ("rachètera", "racheter", False),
        ("va", "aller", False),
    ],
)
def test_the_tense_of_narration(form, lemma, expected):
    [word] = parse_of(parsed(f"{form} {lemma} VERB 0 root Mood=Ind|VerbForm=Fin"))
    assert narrates(word) is expected


@pytest.mark.parametrize(
    ("table", "form", "expected_mood", "past"),
    [
        (
            "aurait avoir AUX 2 aux:tense Mood=Cnd|VerbForm=Fin\nvendu vendre VERB 0 root VerbForm=Part",
            "aurait",
            "Cnd",
            False,
        ),
        (
            "a avoir AUX 2 aux:tense Mood=Ind|Tense=Pres|VerbForm=Fin\nvendu vendre VERB 0 root VerbForm=Part",
            "a",
            "Ind",
            True,
        ),
        (
            "est être AUX 2 aux:pass Mood=Ind|Tense=Pres|VerbForm=Fin\nvendu vendre VERB 0 root VerbForm=Part",
            "est",
            "Ind",
            False,
        ),
        ("vendait vendre VERB 0 root Mood=Ind|Tense=Imp|VerbForm=Fin", "vendait", "Ind", True),
        ("vendre vendre VERB 0 root VerbForm=Inf", None, "", False),
    ],
)
def test_mood_and_time(table, form, expected_mood, past):
    root = next(word for word in parse_of(parsed(table)) if word.head is word)
    finite = finite_form(root)
    assert (finite.text if finite is not None else None) == form
    assert (mood(finite), is_past(root, finite)) == (expected_mood, past)
