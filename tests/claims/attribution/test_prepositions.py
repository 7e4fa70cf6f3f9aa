"""Prepositions that credit a clause: (text, [(sources, level, scope)])."""

import pytest

from claimx.claims.attribution.prepositions import find_prepositions
from tests.treebank import analysis_of
from tests.treebank.summaries import attribution_words

SOURCES = [
    ("Selon Reuters, le groupe vend sa filiale.", [(["Reuters/named"], "probable", "le groupe vend sa filiale")]),
    ("D'après le ministère, le chômage recule.", [(["le ministère/institution"], "probable", "le chômage recule")]),
    (
        "Selon des sources concordantes, le groupe vend sa filiale.",
        [(["des sources concordantes/anonymous"], "possible", "le groupe vend sa filiale")],
    ),
    # the article in the locution is definite
    (
        "De l'avis des géologues, la falaise est instable.",
        [(["géologues/institution"], "probable", "la falaise est instable")],
    ),
    # the author: no source
    ("Selon moi, le titre est trop cher.", [([], "probable", "le titre est trop cher")]),
    # distance
    ("À en croire la direction, le site est rentable.", [(["la direction/institution"], "doubtful", "le site est rentable")]),
    # what describes the source is not in the scope; the subject that follows it is no part of the source
    (
        "Selon Anne Belloc, analyste chez Natixis, le titre est cher.",
        [(["Anne Belloc/named"], "probable", "le titre est cher")],
    ),
    ("Selon Paul Arzel (UDI), le titre est cher.", [(["Paul Arzel/named"], "probable", "le titre est cher")]),
    (
        "Selon un courtier, la prime, déjà élevée, doublera.",
        [(["un courtier/anonymous"], "possible", "la prime, déjà élevée, doublera")],
    ),
]  # fmt: skip

OPINIONS = [
    ("Pour Jean Morvan, la loi est claire.", [(["Jean Morvan/named"], "probable", "la loi est claire")]),
    ("Pour le maire, la loi est claire.", [(["le maire/institution"], "probable", "la loi est claire")]),
    ("Pour la CFDT, la loi est claire.", [(["CFDT/named"], "probable", "la loi est claire")]),
    ("Pour un courtier, « la prime doublera ».", [(["un courtier/anonymous"], "possible", "la prime doublera")]),
    # a purpose, a beneficiary, a time
    ("Pour Acmé, l'année est bonne.", []),
    ("Pour la première fois, la loi est claire.", []),
    ("La loi est claire pour Jean Morvan.", []),
]  # fmt: skip

SCOPES = [
    # at an edge: the sentence
    ("Le groupe vend sa filiale, selon Reuters.", [(["Reuters/named"], "probable", "Le groupe vend sa filiale")]),
    (
        "Le groupe, selon Reuters, vend sa filiale.",
        [(["Reuters/named"], "probable", "Le groupe | vend sa filiale")],
    ),
    # after a colon: what it announces
    (
        "Le bilan est connu : trois usines ferment, selon la CFDT.",
        [(["CFDT/named"], "probable", "trois usines ferment")],
    ),
    # inside a clause: that clause
    (
        "Le maire part parce que la ville, selon un audit, perd des habitants.",
        [(["un audit/institution"], "probable", "parce que la ville | perd des habitants")],
    ),
    # with a participle: what it says
    (
        "L'accord, signé selon Reuters en mars, prévoit une vente.",
        [(["Reuters/named"], "probable", "signé | en mars")],
    ),
    # a quoted apposition: the quoted words
    (
        "Ce mur, « une protection », selon la ville, coûte cher.",
        [(["la ville/institution"], "probable", "une protection")],
    ),
    # a sentence cut after its opening phrase
    ("Selon Reuters, Acmé licencie.", [(["Reuters/named"], "probable", "Acmé licencie")]),
]  # fmt: skip

NONE = [
    # nobody
    "Selon personne, le pont cède.",
    # a norm, a circumstance, a variation
    "Selon la loi, le bail est de neuf ans.",
    "Les prix varient selon les régions.",
    "Les tarifs changent selon les clients.",
    "Le prix change selon que tu paies vite.",
    "La règle selon laquelle le bail est long demeure.",
]


def found(text):
    _doc, analysis = analysis_of(text)
    return [attribution_words(item, analysis.parse) for item in find_prepositions(analysis)]


@pytest.mark.parametrize(("text", "expected"), [*SOURCES, *OPINIONS])
def test_a_preposition_credits_its_clause_to_somebody(text, expected):
    assert found(text) == expected


@pytest.mark.parametrize(("text", "expected"), SCOPES)
def test_how_far_a_preposition_reaches(text, expected):
    assert found(text) == expected


@pytest.mark.parametrize("text", NONE)
def test_a_preposition_that_credits_nothing(text):
    assert found(text) == []
