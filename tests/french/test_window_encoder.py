"""The faster inference of the window encoder: the vectors that its own layers give."""

import numpy as np
import pytest
from spacy.ml.models import MaxoutWindowEncoder
from thinc.api import Relu

from claimx.french.window_encoder import blocks_of, encode_documents

WIDTH = 12


def encoder(window_size=1, pieces=3, depth=2):
    model = MaxoutWindowEncoder(width=WIDTH, window_size=window_size, maxout_pieces=pieces, depth=depth)
    model.initialize(X=documents(3))
    for node in model.walk():
        for name in ("b", "G"):
            if name in node.param_names:
                node.set_param(name, random(*node.get_param(name).shape))
    return model


def random(*shape):
    return np.random.default_rng(sum(shape)).standard_normal(shape).astype("float32")


def documents(*lengths):
    return [random(length, WIDTH) for length in lengths]


@pytest.mark.parametrize("lengths", [(1,), (9,), (1, 2, 3), (4, 0, 40), (0,), (0, 0)])
@pytest.mark.parametrize("pieces", [2, 3])
def test_the_vectors_are_those_of_the_layers(lengths, pieces):
    model, texts = encoder(pieces=pieces), documents(*lengths)
    found = list(encode_documents(model, blocks_of(model), texts))
    assert [vectors.shape for vectors in found] == [(length, WIDTH) for length in lengths]
    for vectors, expected in zip(found, model.predict(texts), strict=True):
        np.testing.assert_allclose(vectors, expected, rtol=1e-4, atol=1e-4)


def test_the_input_stays_as_it_is():
    model, texts = encoder(), documents(5, 2)
    copies = [text.copy() for text in texts]
    list(encode_documents(model, blocks_of(model), texts))
    assert all(np.array_equal(text, copy) for text, copy in zip(texts, copies, strict=True))


def test_other_documents_change_nothing():
    model, texts = encoder(), documents(6, 30, 1)
    together = list(encode_documents(model, blocks_of(model), texts))
    for text, vectors in zip(texts, together, strict=True):
        alone = next(encode_documents(model, blocks_of(model), [text]))
        np.testing.assert_allclose(vectors, alone, rtol=1e-5, atol=1e-5)


@pytest.mark.parametrize("model", [encoder(window_size=2), Relu(WIDTH, WIDTH)])
def test_other_models_are_left_to_thinc(model):
    assert blocks_of(model) is None
