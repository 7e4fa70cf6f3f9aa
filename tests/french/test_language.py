"""The language ``claimx_fr``: lexical attributes, registration, cheap import."""

import subprocess
import sys

import pytest
import spacy

from claimx.french.language import ClaimxFrench


@pytest.fixture(scope="module")
def nlp():
    return ClaimxFrench()


def test_the_norm_has_one_spelling_of_apostrophes_and_spaces(nlp):
    doc = nlp("L’IA 20\u202f000")
    assert [token.norm_ for token in doc] == ["l'", "ia", "20 000"]


@pytest.mark.parametrize(
    ("word", "number"),
    [
        ("20 000", True),
        ("5,5", True),
        ("-5", True),
        ("dix", True),
        ("Vingt-et-un", True),
        ("quatre-vingt-dix-sept", True),
        ("milliards", True),
        ("A380", False),
        ("usine", False),
        ("et", False),
        ("dix-huitième", False),
        ("-", False),
    ],
)
def test_numbers_in_digits_and_words_are_like_numbers(nlp, word, number):
    assert nlp.vocab[word].like_num is number


def test_grammatical_words_are_stop_words(nlp):
    doc = nlp("L’usine qu'il aurait vendue n’est pas à Lyon")
    assert [token.text for token in doc if not token.is_stop] == ["usine", "vendue", "Lyon"]


def test_the_language_is_found_by_its_code():
    assert isinstance(spacy.blank("claimx_fr"), ClaimxFrench)


def test_spacys_own_french_is_never_imported():
    code = "import sys, claimx.french.language as l; l.ClaimxFrench()('oui'); print('spacy.lang.fr' in sys.modules)"
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "False"
