"""French word features for a small neural network, and the architectures made of them.

    coûterait → norm=coûterait pre3=coû suf2=it suf3=ait suf5=erait shape=xxxx lex=Vc → a vector

spaCy's own suffix feature has three letters and cannot tell ``-rait`` from ``-ait``; suffixes of two, three
and five letters with the class of the word form make the French conditional learnable (23 of 23 against 15 of
23 in the prototype's measurements). Features are computed on the matching form of a word, so ’ and ' are one
character.

``claimx.FrenchEmbed.v1``: documents → one vector for each token that is not white space. It is computed
once for each distinct word, and cached between calls (bounded, per process, not saved).

``claimx.FrenchEmbed.v2``: the same with the vector of the word (`word_vectors`) in addition to its
features. The vectors are static; training learns a projection of them.

``claimx.Tok2Vec.v1``: embedding and encoding of the visible tokens only, white-space tokens get zeros. The
context of a word is then the same whether a plain space, U+00A0 or a blank line is beside it.
"""

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.lang.lex_attrs import word_shape
from spacy.strings import hash_string  # type: ignore[attr-defined]
from spacy.tokens import Doc
from spacy.util import registry
from spacy.vocab import Vocab
from thinc.api import HashEmbed, Linear, Maxout, Model, chain, concatenate
from thinc.types import Floats2d

from claimx.french.window_encoder import blocks_of, encode_documents
from claimx.french.word_vectors import word_vectors
from claimx.lexicons.name_words import name_class
from claimx.lexicons.spelling import matching_form, word_form
from claimx.lexicons.word_forms import word_forms

# Vectors cached between calls: 20,000 words take 8 MB at width 96 and cover 97 % of the words of the press.
MAX_VECTORS = 20_000
# Words encoded at once: the intermediate arrays then fit the processor's cache (a quarter faster).
GROUP = 1_500
_SEED = 7
_ZEROS = str.maketrans("123456789", "000000000")

FEATURES: dict[str, Callable[[str, str], str]] = {
    "norm": lambda word, form: form.translate(_ZEROS) if len(form) > 4 else form,
    "pre3": lambda word, form: form[:3],
    "suf2": lambda word, form: form[-2:],
    "suf3": lambda word, form: form[-3:],
    "suf5": lambda word, form: form[-5:],
    "shape": lambda word, form: word_shape(matching_form(word)),
    "lex": lambda word, form: word_forms().word_class(form),
    "name": lambda word, form: name_class(form),
}


def word_features(word: str, names: list[str]) -> list[str]:
    """Return the named features of a word.

    >>> word_features("L’", ["norm", "suf2"])
    ["norm=l'", "suf2=l'"]
    """
    form = word_form(word)
    return [f"{name}={FEATURES[name](word, form)}" for name in names]


def visible_mask(doc: Doc) -> NDArray[np.bool_]:
    """Return, for each token, whether it is anything but white space."""
    mask: NDArray[np.bool_] = doc.to_array("IS_SPACE") == 0
    return mask


class VectorCache:
    """Cached vectors by word hash; cleared when the parameters that produced them change."""

    def __init__(self) -> None:
        self._rows: dict[int, int] = {}
        self._vectors: NDArray[np.float32] = np.zeros((0, 0), dtype="float32")
        self._stamp: bytes = b""

    def __reduce__(self) -> tuple[type["VectorCache"], tuple[()]]:
        return VectorCache, ()

    def look_up(
        self, keys: list[int], stamp: bytes, compute: Callable[[list[int]], NDArray[np.float32]]
    ) -> NDArray[np.float32]:
        """Return a row for each key. compute: computes missing rows. stamp: identifies the parameters."""
        if stamp != self._stamp or len(self._rows) + len(keys) > MAX_VECTORS:
            self._rows, self._vectors, self._stamp = {}, np.zeros((0, 0), dtype="float32"), stamp
        missing = [key for key in keys if key not in self._rows]
        if missing:
            found = compute(missing)
            start = len(self._rows)
            if start + len(missing) > len(self._vectors):
                size = max(2 * len(self._vectors), start + len(missing), 1024)
                grown = np.zeros((size, found.shape[1]), dtype="float32")
                grown[:start] = self._vectors[:start].reshape(start, found.shape[1])
                self._vectors = grown
            self._vectors[start : start + len(missing)] = found
            self._rows.update(zip(missing, range(start, start + len(missing)), strict=True))
        return self._vectors[[self._rows[key] for key in keys]]


@registry.architectures("claimx.FrenchEmbed.v1")  # type: ignore[untyped-decorator]
def build_french_embed(width: int, features: list[str], rows: list[int]) -> Model[list[Doc], list[Floats2d]]:
    """Build the embedding of words by their features.

    width: the size of the vectors. features: names out of `FEATURES`. rows: the size of each feature's hash
    table.
    """
    tables = _tables(width, rows)
    maxout = Maxout(width, width * len(tables), nP=3, dropout=0.0, normalize=True)
    return _build(width, features, chain(concatenate(*tables), maxout))


@registry.architectures("claimx.FrenchEmbed.v2")  # type: ignore[untyped-decorator]
def build_french_embed_with_vectors(
    width: int, features: list[str], rows: list[int]
) -> Model[list[Doc], list[Floats2d]]:
    """Build the embedding of words by their features and their vectors; parameters as in version 1."""
    tables = _tables(width, rows)
    projection: Model[Any, Any] = Linear(width, word_vectors().size)
    maxout = Maxout(width, width * (len(tables) + 1), nP=3, dropout=0.0, normalize=True)
    return _build(width, features, chain(_side_by_side(concatenate(*tables), projection), maxout))


def _tables(width: int, rows: list[int]) -> list[Model[Any, Any]]:
    return [
        HashEmbed(width, size, column=column, seed=_SEED + column, dropout=0.0)
        for column, size in enumerate(rows)
    ]


def _side_by_side(hashed: Model[Any, Any], projection: Model[Any, Any]) -> Model[Any, Any]:
    """Two layers, one for each part of a pair; their outputs are concatenated."""
    return Model("side_by_side", _forward_both, init=_init_both, layers=[hashed, projection])


# At module level, since nested functions do not pickle and a pipeline must.
def _forward_both(model: Model[Any, Any], pair: Any, is_train: bool) -> tuple[Any, Callable[[Any], Any]]:
    hashed, projection = model.layers
    left, backward_left = hashed(pair[0], is_train)
    right, backward_right = projection(pair[1], is_train)
    size = left.shape[1]

    def backprop(gradient: Any) -> Any:
        backward_left(np.ascontiguousarray(gradient[:, :size]))
        backward_right(np.ascontiguousarray(gradient[:, size:]))
        return pair

    return np.hstack([left, right]), backprop


def _init_both(model: Model[Any, Any], X: Any = None, Y: Any = None) -> Model[Any, Any]:  # noqa: N803
    hashed, projection = model.layers
    hashed.initialize(X[0])
    projection.initialize(X[1])
    return model


def _build(width: int, features: list[str], words: Model[Any, Any]) -> Model[list[Doc], list[Floats2d]]:
    return Model(
        "claimx_french_embed",
        partial(_embed, VectorCache()),
        init=_init_embed,
        layers=[words],
        dims={"nO": width},
        attrs={"features": list(features)},
    )


def _init_embed(model: Model[Any, Any], X: Any = None, Y: Any = None) -> Model[Any, Any]:  # noqa: N803
    model.layers[0].initialize(_inputs(model, ["a"]))
    return model


def _inputs(model: Model[Any, Any], words: list[str]) -> Any:
    """The input of the word layer: hashed features, and vectors if it has a projection for them."""
    names: list[str] = model.attrs["features"]
    hashes = [[hash_string(feature) for feature in word_features(word, names)] for word in words]
    hashed: Any = np.array(hashes, dtype="uint64").reshape(len(words), len(names))
    return (hashed, word_vectors()(words)) if model.layers[0].layers[0].name == "side_by_side" else hashed


def _embed(
    cache: VectorCache, model: Model[Any, Any], docs: list[Doc], is_train: bool
) -> tuple[list[Floats2d], Callable[[Any], list[Doc]]]:
    words = model.layers[0]
    orths = [doc.to_array("ORTH")[visible_mask(doc)] for doc in docs]
    unique, inverse = np.unique(np.concatenate([*orths, np.zeros(0, dtype="uint64")]), return_inverse=True)
    lengths = [len(keys) for keys in orths]
    vocab = docs[0].vocab if docs else Vocab()

    def inputs(keys: list[int]) -> Any:
        return _inputs(model, [vocab.strings[key] for key in keys])

    keys = unique.tolist()
    if not is_train:
        vectors: Any = cache.look_up(keys, _stamp(words), lambda new: np.asarray(words.predict(inputs(new))))
        return _split(vectors[inverse].reshape(-1, model.get_dim("nO")), lengths), lambda _: []

    output, backward = words(inputs(keys), is_train=True)
    places: Any = inverse

    def backprop(gradients: list[Floats2d]) -> list[Doc]:
        total = model.ops.alloc2f(*output.shape)
        model.ops.scatter_add(total, places, model.ops.xp.concatenate(gradients))
        backward(total)
        return []

    return _split(output[places], lengths), backprop


def _stamp(words: Model[Any, Any]) -> bytes:
    """Return something that changes whenever training or loading changes the parameters."""
    maxout = next(node for node in words.walk() if node.name == "maxout")
    bias: bytes = maxout.get_param("b").tobytes()
    return bias


def _split(array: Any, lengths: list[int]) -> list[Floats2d]:
    parts: list[Any] = np.split(array, np.cumsum(lengths)[:-1]) if lengths else []
    return parts


@registry.architectures("claimx.Tok2Vec.v1")  # type: ignore[untyped-decorator]
def build_tok2vec(
    embed: Model[list[Doc], list[Floats2d]], encode: Model[list[Floats2d], list[Floats2d]]
) -> Model[list[Doc], list[Floats2d]]:
    """Build a tok2vec that ignores white-space tokens.

    embed: maps documents to one vector for each visible token. encode: maps these to vectors in context, one
    document at a time, like ``spacy.MaxoutWindowEncoder.v2`` does.
    """
    return Model(
        "claimx_tok2vec",
        _encode_visible,
        init=_init_tok2vec,
        layers=[chain(embed, encode)],
        dims={"nO": encode.get_dim("nO")},
    )


def _init_tok2vec(model: Model[Any, Any], X: Any = None, Y: Any = None) -> Model[Any, Any]:  # noqa: N803
    model.layers[0].initialize(X=X)
    return model


def _encode_visible(
    model: Model[Any, Any], docs: list[Doc], is_train: bool
) -> tuple[list[Floats2d], Callable[[Any], list[Doc]]]:
    embed, encode = model.layers[0].layers
    masks: list[Any] = [visible_mask(doc) for doc in docs]
    if is_train:
        outputs, backward = model.layers[0](docs, is_train=True)
    else:
        outputs, backward = _encoded(encode, embed.predict(docs)), lambda _: []
    spread: list[Floats2d] = []
    for output, mask in zip(outputs, masks, strict=True):
        whole: Any = output
        if not mask.all():
            whole = model.ops.alloc2f(len(mask), model.get_dim("nO"))
            whole[mask] = output
        spread.append(whole)

    def backprop(gradients: list[Any]) -> list[Doc]:
        visible: list[Doc] = backward(
            [gradient[mask] for gradient, mask in zip(gradients, masks, strict=True)]
        )
        return visible

    return spread, backprop


def _encoded(encode: Model[Any, Any], vectors: list[Floats2d]) -> list[Any]:
    """The vectors in context of a batch."""
    blocks = blocks_of(encode)
    if blocks is None:
        return [output for group in _groups(vectors) for output in encode.predict(group)]
    return [output for group in _groups(vectors) for output in encode_documents(encode, blocks, group)]


def _groups(vectors: list[Floats2d]) -> Iterator[list[Floats2d]]:
    """Yield the documents of a batch in groups of about `GROUP` words."""
    group: list[Floats2d] = []
    for document in vectors:
        group.append(document)
        if sum(map(len, group)) >= GROUP:
            yield group
            group = []
    if group:
        yield group
