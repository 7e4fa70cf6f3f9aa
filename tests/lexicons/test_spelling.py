"""One spelling of apostrophes, spaces and hyphens for look-ups."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimx.lexicons.spelling import matching_form, word_form


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("L’été", "L'été"),
        ("10\u00a0000\u202f€", "10 000 €"),
        ("porte‑avions", "porte-avions"),
        ("plain text", "plain text"),
        ("", ""),
    ],
)
def test_the_matching_form_has_one_spelling(text, form):
    assert matching_form(text) == form


@given(st.text())
def test_the_matching_form_keeps_every_offset(text):
    assert len(matching_form(text)) == len(text)


@pytest.mark.parametrize(
    ("word", "form"),
    [
        ("Été", "été"),
        ("E\u0301te\u0301", "été"),
        ("Œuvre", "oeuvre"),
        ("mil\u00adliard", "milliard"),
        ("\ufeffQU’", "qu'"),
    ],
)
def test_the_form_of_a_word_is_composed_in_lower_case_without_invisible_characters(word, form):
    assert word_form(word) == form


@given(st.text(max_size=20))
def test_the_form_of_a_form_is_the_form(word):
    assert word_form(word_form(word)) == word_form(word)
