"""Function words and their grammatical classes."""

import subprocess
import sys

import pytest

from claimx import lexicons
from claimx.lexicons import grammar
from claimx.syntax.forms import form_of


@pytest.mark.parametrize(
    ("form", "name"),
    [
        ("se", grammar.REFLEXIVE),
        ("s'", grammar.REFLEXIVE),
        ("S’", grammar.REFLEXIVE),
        ("ne", grammar.NEGATION_PARTICLE),
        ("N’", grammar.NEGATION_PARTICLE),
        ("que", grammar.COMPLEMENTIZER),
        ("qu’", grammar.COMPLEMENTIZER),
        ("l'", grammar.DEFINITE_ARTICLE),
        ("aux", grammar.DATIVE_PREPOSITION),
        ("elles", grammar.TONIC_PRONOUN),
        ("lesquelles", grammar.RELATIVE_WITH_ARTICLE),
    ],
)
def test_a_form_has_its_classes_whatever_its_case_and_apostrophe(form, name):
    assert name in form_of(form).classes


@pytest.mark.parametrize("form", ["usine", "selon", "sé", "qu", "-elle", "«", ""])
def test_other_forms_have_none(form):
    assert form_of(form).classes == grammar.NONE


def test_a_conjunction_of_several_words_is_no_plain_complementizer():
    assert grammar.classes_of_form("à ce que") == {grammar.PREPOSITIONAL_COMPLEMENTIZER}


@pytest.mark.parametrize(
    ("lemma", "name"),
    [("être", grammar.COPULA), ("avoir", grammar.AUXILIARY), ("pouvoir", grammar.MODAL)],
)
def test_a_lemma_has_its_classes_and_its_form_has_not(lemma, name):
    assert name in grammar.classes_of_lemma(lemma)
    assert name not in grammar.classes_of_form(lemma)


def test_every_class_has_a_word_and_every_word_known_classes():
    used = {name for row in lexicons.read("grammar_words") for name in row["classes"].split()}
    assert used == grammar.NAMES


def test_an_unknown_class_is_an_error(monkeypatch):
    rows = ({"word": "donc", "kind": "form", "classes": "consecutif"},)
    monkeypatch.setattr(lexicons, "read", lambda name: rows)
    grammar._classes.cache_clear()
    with pytest.raises(ValueError, match="consecutif"):
        grammar.classes_of_form("donc")
    grammar._classes.cache_clear()


def test_importing_reads_no_table():
    code = (
        "from claimx.lexicons import read; import claimx.syntax.parse, claimx.claims.attribution.finder;"
        "print(read.cache_info().currsize)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "0"
