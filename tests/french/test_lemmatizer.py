"""Lemmas: word, part of speech, lemma."""

import pytest
from spacy.tokens import Doc

from claimx.french.language import ClaimxFrench
from claimx.french.lemmatizer import Lemmas, lemma_of, lemma_table
from claimx.lexicons.word_forms import word_forms

CASES = """
seraient AUX être
a AUX avoir
pourrait VERB pouvoir
a VERB avoir
envisagerait VERB envisager
rachète VERB racheter
répète VERB répéter
investi VERB investir
détient VERB détenir
vendus VERB vendre
Etaient AUX être
podcastait VERB podcaster
podcasteraient VERB podcaster
milliards NOUN milliard
capitaux NOUN capital
entreprises NOUN entreprise
podcasteuses NOUN podcasteuse
OPA NOUN OPA
principales ADJ principal
nouvelle ADJ nouveau
du ADP de le
L’ DET le
jusqu’ ADP jusque
il PRON lui
Renault PROPN Renault
rapidement ADV rapidement
"""


@pytest.mark.parametrize("case", CASES.strip().splitlines())
def test_a_word_has_its_lemma(case):
    word, pos, lemma = case.split(" ", 2)
    assert lemma_of(word, pos, lemma_table(), word_forms()) == lemma


def test_the_component_writes_lemmas():
    nlp = ClaimxFrench()
    doc = Lemmas()(Doc(nlp.vocab, ["Ils", "investiraient"], pos=["PRON", "VERB"]))
    assert doc[1].lemma_ == "investir"


def test_the_table_of_met_words_is_bounded(monkeypatch):
    monkeypatch.setattr(Lemmas, "MAX_CACHED_LEMMAS", 2)
    nlp = ClaimxFrench()
    lemmas = Lemmas()
    for word in ("un", "deux", "trois", "quatre"):
        lemmas(Doc(nlp.vocab, [word], pos=["NUM"]))
    assert len(lemmas._cache) <= 2
