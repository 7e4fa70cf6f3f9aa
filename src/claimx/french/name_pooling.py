"""Pools the vectors of a name over all its occurrences in a text.

    Le groupe Lactis investit. [...] Pour Lactis, c'est une première.

A name is usually introduced once with words that say what it is, and then stands alone. The vector of each
word is concatenated with the element-wise maximum over the occurrences of that name in the text, after Akbik,
Bergmann and Vollgraf, "Pooled Contextualized Embeddings for Named Entity Recognition" (2019), who pool over
all texts read so far.
"""

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc
from spacy.util import registry
from thinc.api import Model
from thinc.types import Floats2d


@registry.architectures("claimx.SameWords.v1")  # type: ignore[untyped-decorator]
def build_same_words(tok2vec: Model[list[Doc], list[Floats2d]]) -> Model[list[Doc], list[Floats2d]]:
    """Build a layer on a tok2vec that doubles its width: the vector of the word, then the pooled one.

    For lower-case words and punctuation both are the same. Case is ignored when comparing names: Lactis,
    LACTIS. Documents are independent.
    """
    return Model(
        "claimx_same_words", _forward, init=_init, layers=[tok2vec], dims={"nO": 2 * tok2vec.get_dim("nO")}
    )


def _init(model: Model[Any, Any], X: Any = None, Y: Any = None) -> Model[Any, Any]:  # noqa: N803
    model.layers[0].initialize(X=X)
    return model


def _forward(
    model: Model[Any, Any], docs: list[Doc], is_train: bool
) -> tuple[list[Floats2d], Callable[[Any], Any]]:
    vectors, backward = model.layers[0](docs, is_train)
    names = [_names(doc) for doc in docs]
    pooled = [_highest(own, *name) for own, name in zip(vectors, names, strict=True)]

    def backprop(gradients: list[Any]) -> Any:
        parts = zip(gradients, vectors, pooled, names, strict=True)
        return backward([_give_back(*part[:3], *part[3]) for part in parts])

    return [np.hstack(part) for part in zip(vectors, pooled, strict=True)], backprop  # type: ignore[misc]


def _names(doc: Doc) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Indices of possible names, grouped by name; and the start of each group."""
    words, small, marks = doc.to_array(["LOWER", "IS_LOWER", "IS_PUNCT"]).reshape(-1, 3).T
    places = np.flatnonzero((small == 0) & (marks == 0))
    places = places[np.argsort(words[places], kind="stable")]
    return places, np.flatnonzero(np.diff(words[places], prepend=np.uint64(0)))


def _highest(vectors: Any, places: NDArray[np.intp], starts: NDArray[np.intp]) -> Any:
    pooled = vectors.copy()
    if len(places):
        highest = np.maximum.reduceat(vectors[places], starts)
        pooled[places] = np.repeat(highest, _sizes(places, starts), axis=0)
    return pooled


def _give_back(
    gradient: Any, vectors: Any, pooled: Any, places: NDArray[np.intp], starts: NDArray[np.intp]
) -> Any:
    """Pass the gradient of a pooled value on to the words that have the maximum, in equal shares."""
    own, shared = np.hsplit(gradient, 2)
    if len(places):
        shared = shared.copy()
        source = vectors[places] == pooled[places]
        shares = np.add.reduceat(shared[places], starts) / np.add.reduceat(source, starts, dtype="float32")
        shared[places] = source * np.repeat(shares, _sizes(places, starts), axis=0)
    return own + shared


def _sizes(places: NDArray[np.intp], starts: NDArray[np.intp]) -> NDArray[np.intp]:
    return np.diff(starts, append=len(places))
