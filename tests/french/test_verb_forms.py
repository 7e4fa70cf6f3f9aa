"""Mood and tense by the form of the verb."""

import pytest
from spacy.tokens import Doc

import claimx
from claimx.french.language import ClaimxFrench
from claimx.french.verb_forms import FiniteVerbs, correct_features
from claimx.lexicons.word_forms import word_forms

IMPERFECT = {"Mood": "Ind", "Tense": "Imp", "VerbForm": "Fin", "Number": "Sing", "Person": "3"}

CASES = [
    # form, what the model said, mood and tense it must be
    ("serait", IMPERFECT, "Cnd Pres"),
    ("envisagerait", {}, "Cnd Pres"),
    ("pourraient", IMPERFECT, "Cnd Pres"),
    ("coûterait", {"Mood": "Cnd", "Tense": "Pres", "VerbForm": "Fin"}, "Cnd Pres"),
    ("préparait", IMPERFECT, "Ind Imp"),
    ("montrait", IMPERFECT, "Ind Imp"),
    ("extrait", {"Mood": "Ind", "Tense": "Pres", "VerbForm": "Fin"}, "Ind Pres"),
    ("extrairait", IMPERFECT, "Cnd Pres"),
    ("rentrait", IMPERFECT, "Ind Imp"),
    ("rentrerait", IMPERFECT, "Cnd Pres"),
    ("préférerait", IMPERFECT, "Cnd Pres"),
    ("investira", {"Mood": "Ind", "Tense": "Past", "VerbForm": "Fin"}, "Ind Fut"),
    ("seront", {}, "Ind Fut"),
    ("tira", {"Mood": "Ind", "Tense": "Past", "VerbForm": "Fin"}, "Ind Past"),
    ("investit", {"Mood": "Ind", "Tense": "Pres", "VerbForm": "Fin"}, "Ind Pres"),
    ("conseille", {"Tense": "Past", "VerbForm": "Part"}, "Ind Pres"),
    ("blablaterait", {"Mood": "Cnd", "Tense": "Pres", "VerbForm": "Fin"}, "Cnd Pres"),
]


@pytest.mark.parametrize(("form", "said", "expected"), CASES, ids=[case[0] for case in CASES])
def test_the_form_imposes_mood_and_tense(form, said, expected):
    features = correct_features(form, said, word_forms())
    assert f"{features['Mood']} {features['Tense']}" == expected


@pytest.mark.parametrize("form", ["prise", "prises", "remises"])
def test_a_participle_that_may_be_a_present_stays_one(form):
    said = {"Tense": "Past", "VerbForm": "Part", "Gender": "Fem"}
    assert correct_features(form, said, word_forms()) == said


def test_number_and_person_come_from_the_form_when_the_model_has_none():
    assert correct_features("pourraient", {}, word_forms()) == {
        "Mood": "Cnd", "Tense": "Pres", "VerbForm": "Fin", "Number": "Plur", "Person": "3",
    }  # fmt: skip


class Operators:
    """Verbs that take a clause with "que"."""

    def __init__(self, *lemmas):
        self.lemmas = lemmas

    def get(self, lemma, pos, frame=""):
        return lemma if (pos, frame) == ("VERB", "que") and lemma in self.lemmas else None


def corrected(words, tags, *lemmas):
    doc = Doc(ClaimxFrench().vocab, words.split(), pos=tags.split())
    return FiniteVerbs(Operators(*lemmas))(doc)


def test_a_noun_in_rait_stays_a_noun():
    doc = corrected("Le retrait serait total", "DET NOUN AUX ADJ")
    assert [token.morph.get("Mood") for token in doc] == [[], [], ["Cnd"], []]


@pytest.mark.parametrize(
    ("words", "tags"),
    [
        ("L' avocate doute que la vente aboutisse", "DET NOUN NOUN SCONJ DET NOUN VERB"),
        (
            "L' avocate , elle , doute que la vente aboutisse",
            "DET NOUN PUNCT PRON PUNCT NOUN SCONJ DET NOUN VERB",
        ),
    ],
)
def test_the_operators_tell_which_verbs_take_que(words, tags):
    place = words.split().index("doute")
    assert corrected(words, tags, "douter")[place].pos_ == "VERB"
    assert corrected(words, tags, "noter")[place].pos_ == "NOUN"


@pytest.mark.model
def test_the_operators_of_a_user_reach_the_bundled_model(tmp_path):
    """A table of one's own gets as far as the component of the model that reads it."""
    table = tmp_path / "operators.tsv"
    table.write_text("lemma\tpos\tframes\tclass\nbaver\tVERB\tque\treport\n", encoding="utf-8")
    component = claimx.load(operators=table).get_pipe("claimx_conditional")
    assert component.operators.get("baver", "VERB", "que") is not None
    assert claimx.load().get_pipe("claimx_conditional").operators.get("baver", "VERB", "que") is None
