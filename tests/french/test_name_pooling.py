"""A word sees what the other occurrences of the same name in its document are like."""

import numpy as np
import pytest
from thinc.api import Model

from claimx.french.language import ClaimxFrench
from claimx.french.name_pooling import build_same_words

NLP = ClaimxFrench()
WIDTH = 3


def layer(docs, vectors):
    """The layer on a tok2vec that gives these vectors, and takes gradients as they are."""
    assert [len(doc) for doc in docs] == [len(rows) for rows in vectors]
    tok2vec = Model(
        "given", lambda model, docs, is_train: (vectors, lambda gradients: gradients), dims={"nO": WIDTH}
    )
    return build_same_words(tok2vec)


@pytest.fixture
def docs():
    texts = ["Lactis et LACTIS, Anne et Lactis et Anne, non", "", "Un mot\n\nLactis Un"]
    return [NLP.make_doc(text) for text in texts]


@pytest.fixture
def vectors(docs):
    generator = np.random.default_rng(0)
    return [generator.normal(size=(len(doc), WIDTH)) for doc in docs]


def test_a_name_has_the_highest_values_of_its_occurrences(docs, vectors):
    out = layer(docs, vectors).predict(docs)
    for doc, rows, own in zip(docs, out, vectors, strict=True):
        assert rows.shape == (len(doc), 2 * WIDTH)
        assert (rows[:, :WIDTH] == own).all()
        for token in doc:
            same = [
                other.i
                for other in doc
                if other.lower_ == token.lower_ and not other.is_lower and not other.is_punct
            ]
            expected = own[same].max(axis=0) if token.i in same else own[token.i]
            assert (rows[token.i, WIDTH:] == expected).all()
    assert (out[0][0, WIDTH:] == out[0][2, WIDTH:]).all()  # Lactis, LACTIS


def test_the_gradient_is_that_of_the_differences(docs, vectors):
    generator = np.random.default_rng(1)
    weights = [generator.normal(size=(len(doc), 2 * WIDTH)) for doc in docs]
    model = layer(docs, vectors)
    _, backward = model(docs, is_train=True)
    gradients = backward(weights)

    def total():
        return sum((rows * weight).sum() for rows, weight in zip(model.predict(docs), weights, strict=True))

    for rows, gradient in zip(vectors, gradients, strict=True):
        for place in np.ndindex(*rows.shape):
            rows[place] += 1e-6
            above = total()
            rows[place] -= 2e-6
            below = total()
            rows[place] += 1e-6
            assert gradient[place] == pytest.approx((above - below) / 2e-6, abs=1e-4)


def test_occurrences_that_are_alike_share_the_gradient():
    doc = NLP.make_doc("Lactis Lactis")
    _, backward = layer([doc], [np.ones((2, WIDTH))])([doc], is_train=True)
    gradient = np.hstack([np.zeros((2, WIDTH)), np.ones((2, WIDTH))])
    assert (backward([gradient])[0] == 1).all()
