"""Noun phrases, without preposition, apposition or relative clause: (text, head, phrase)."""

import pytest

from claimx.syntax.noun_phrases import entity_at, noun_phrase, subtree
from claimx.syntax.parse import parse_of
from tests.treebank import doc_of

PHRASES = [
    ("Une source proche du dossier parle.", "source", "Une source proche du dossier"),
    ("Le maire de Caen et son adjoint parlent.", "maire", "Le maire de Caen"),
    ("La ville a loué le pont, un vieil ouvrage.", "pont", "le pont"),
    ("Selon un témoin, le pont, qui tremble, cède.", "témoin", "un témoin"),
    ("Selon un témoin, le pont, qui tremble, cède.", "pont", "le pont"),
    ("Le pont appartient à Zorbex (un groupe lyonnais).", "groupe", "un groupe lyonnais"),
]

WITH_PARTICIPLES = [
    ("Un accord annoncé par Luc Daverne suit.", "accord", "Un accord annoncé par Luc Daverne"),
    # a finite clause is never in it
    ("Le pont, qui tremble, inquiète la ville.", "pont", "Le pont"),
]

# A verb that the parser took for what describes the noun ends the phrase.
FAULT = ("Le club dément le départ.", "club", "Le club")

ENTITIES = [
    ("Luc Daverne affirme que le pont tremble.", "Luc", ("PER",), "Luc Daverne"),
    ("Luc Daverne affirme que le pont tremble.", "Daverne", ("PER",), "Luc Daverne"),
    ("Luc Daverne affirme que le pont tremble.", "Daverne", ("ORG",), None),
    ("Luc Daverne affirme que le pont tremble.", "pont", ("PER",), None),
]


def word_in(text, form):
    return next(word for word in parse_of(doc_of(text)) if word.text == form)


@pytest.mark.parametrize(("text", "form", "phrase"), [*PHRASES, FAULT])
def test_the_phrase_of_a_noun(text, form, phrase):
    assert noun_phrase(word_in(text, form)).text == phrase


@pytest.mark.parametrize(("text", "form", "phrase"), WITH_PARTICIPLES)
def test_the_phrase_of_a_noun_with_participles(text, form, phrase):
    assert noun_phrase(word_in(text, form), relatives=True).text == phrase


@pytest.mark.parametrize(("text", "form", "labels", "name"), ENTITIES)
def test_the_entity_that_a_word_belongs_to(text, form, labels, name):
    word = word_in(text, form)
    found = entity_at(word.parse, word, labels)
    assert (found.text if found is not None else None) == name


def test_all_that_hangs_on_a_word():
    word = word_in("Luc Daverne affirme que le pont tremble.", "tremble")
    assert word.parse.span(*subtree(word)).text == "que le pont tremble"
