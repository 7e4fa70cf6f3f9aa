"""Vectors of words, and what the embedding of words makes of them."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from thinc.api import Adam

from claimx.french.embedding import build_french_embed_with_vectors
from claimx.french.language import ClaimxFrench
from claimx.french.word_vectors import word_vectors


def likeness(one, other):
    left, right = word_vectors()([one, other])[:, :-1]
    return float(left @ right / (np.linalg.norm(left) * np.linalg.norm(right)))


@pytest.mark.parametrize(
    ("word", "near", "far"),
    [
        ("mardi", "jeudi", "fromage"),
        ("milliards", "millions", "jardin"),
        ("affirme", "assure", "bleu"),
        ("Lyon", "Marseille", "hier"),
    ],
)
def test_words_of_the_same_kind_are_close(word, near, far):
    assert likeness(word, near) > likeness(word, far) + 0.2


@pytest.mark.parametrize(
    ("one", "other"),
    [("l'", "l’"), ("OPENAI", "OpenAI"), ("Désormais", "désormais")],
)
def test_two_spellings_are_one_word(one, other):
    assert likeness(one, other) > 0.5


@pytest.mark.parametrize(
    ("word", "known"), [("banque", True), ("Banque", True), ("Zygoltrax", False), ("banque-hangar", False)]
)
def test_the_last_number_tells_known_words(word, known):
    assert bool(word_vectors()([word])[0, -1]) is known


def test_an_unknown_word_has_the_mean_of_its_known_parts():
    both, banque, hangar = word_vectors()(["banque-hangar", "banque", "hangar"])
    np.testing.assert_allclose(both[:-1], (banque + hangar)[:-1] / 2, rtol=1e-6)
    assert not word_vectors()(["Zygoltrax", "-", ""])[0].any()


@given(st.lists(st.text(max_size=8), max_size=6))
def test_a_row_of_finite_numbers_for_any_word_whatever_is_beside_it(words):
    rows = word_vectors()(words)
    assert rows.shape == (len(words), word_vectors().size)
    assert np.isfinite(rows).all()
    for word, row in zip(words, rows, strict=True):
        assert (word_vectors()([word])[0] == row).all()


def test_training_changes_the_projection():
    model = build_french_embed_with_vectors(8, ["norm", "suf3"], [50, 50])
    model.initialize()
    docs = [ClaimxFrench().make_doc("Le dollar chute")]
    projection = next(node for node in model.walk() if node.name == "linear")
    before = projection.get_param("W").copy()
    (output,), backward = model(docs, is_train=True)
    assert output.shape == (3, 8)
    backward([np.ones_like(output) * np.arange(8, dtype="float32")])
    model.finish_update(Adam(0.1))
    assert (projection.get_param("W") != before).any()
    assert (model.predict(docs)[0] != output).any()
