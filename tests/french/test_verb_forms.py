"""Mood and tense by the form of the verb."""

import pytest
from spacy.tokens import Doc

from claimx.french.language import ClaimxFrench
from claimx.french.verb_forms import Conditional, correct_features
from claimx.lexicons.word_forms import word_forms

IMPERFECT = {"Mood": "Ind", "Tense": "Imp", "VerbForm": "Fin", "Number": "Sing", "Person": "3"}

CASES = [
    # form, what the model said, mood and tense it must be
    ("serait", IMPERFECT, "Cnd Pres"),
    ("envisagerait", {}, "Cnd Pres"),
    ("pourraient", IMPERFECT, "Cnd Pres"),
    ("coûterait", {"Mood": "Cnd", "Tense": "Pres", "VerbForm": "Fin"}, "Cnd Pres"),
    ("admirait", {"Mood": "Cnd", "Tense": "Pres", "VerbForm": "Fin"}, "Ind Imp"),
    ("préparait", IMPERFECT, "Ind Imp"),
    ("montrait", IMPERFECT, "Ind Imp"),
    ("extrait", {"Mood": "Ind", "Tense": "Pres", "VerbForm": "Fin"}, "Ind Pres"),
    ("distrait", {"Mood": "Cnd", "Tense": "Pres", "VerbForm": "Fin"}, "Ind Pres"),
    ("extrairait", IMPERFECT, "Cnd Pres"),
    ("rentrait", IMPERFECT, "Ind Imp"),
    ("rentrerait", IMPERFECT, "Cnd Pres"),
    ("préférerait", IMPERFECT, "Cnd Pres"),
    ("investira", {"Mood": "Ind", "Tense": "Past", "VerbForm": "Fin"}, "Ind Fut"),
    ("seront", {}, "Ind Fut"),
    ("tira", {"Mood": "Ind", "Tense": "Past", "VerbForm": "Fin"}, "Ind Past"),
    ("investit", {"Mood": "Ind", "Tense": "Pres", "VerbForm": "Fin"}, "Ind Pres"),
    ("blablaterait", {"Mood": "Cnd", "Tense": "Pres", "VerbForm": "Fin"}, "Cnd Pres"),
]


@pytest.mark.parametrize(("form", "said", "expected"), CASES, ids=[case[0] for case in CASES])
def test_the_form_imposes_mood_and_tense(form, said, expected):
    features = correct_features(form, said, word_forms())
    assert f"{features['Mood']} {features['Tense']}" == expected


def test_number_and_person_come_from_the_form_when_the_model_has_none():
    assert correct_features("pourraient", {}, word_forms()) == {
        "Mood": "Cnd", "Tense": "Pres", "VerbForm": "Fin", "Number": "Plur", "Person": "3",
    }  # fmt: skip


def test_a_noun_in_rait_stays_a_noun():
    nlp = ClaimxFrench()
    doc = Doc(nlp.vocab, ["Le", "retrait", "serait", "total"], pos=["DET", "NOUN", "AUX", "ADJ"])
    doc = Conditional()(doc)
    assert [token.morph.get("Mood") for token in doc] == [[], [], ["Cnd"], []]
