"""Inference of spaCy's window encoder in fewer passes over its arrays than its layers take.

A block of ``spacy.MaxoutWindowEncoder.v2`` reads each word with its two neighbours: maxout, layer norm, and
the input added to the result. thinc runs five layers for a block, each with new arrays and with what training
needs. Here a block works in two of them; results differ in the last digits of a float only.
"""

from collections.abc import Iterator
from typing import Any, NamedTuple

import numpy as np
from thinc.api import Model, NumpyOps
from thinc.types import Floats2d

_BLOCK = "residual(expand_window>>maxout>>layernorm>>dropout)"
_EPSILON = np.float32(1e-8)  # thinc's, added to the variance

# thinc has types of its own for arrays of 32-bit floats, and numpy others.
Array = Any
Encoder = Model[list[Floats2d], list[Floats2d]]


class Block(NamedTuple):
    """The parameters of a block; weights and bias by piece of the maxout, then by output."""

    weights: Array
    bias: Array
    scale: Array
    shift: Array


_NODES = ("expand_window", "maxout", "layernorm")


def blocks_of(encode: Encoder) -> list[Block] | None:
    """The blocks of a window encoder that runs on a CPU with a window of one word; None for other models."""
    nodes = {name: [node for node in encode.walk() if node.name == name] for name in _NODES}
    names = ">>".join(_BLOCK for _ in nodes["maxout"])
    if (
        encode.name != f"with_array({names})"
        or any(window.attrs["window_size"] != 1 for window in nodes["expand_window"])
        or not isinstance(encode.ops, NumpyOps)
    ):
        return None
    return [_block(*parts) for parts in zip(nodes["maxout"], nodes["layernorm"], strict=True)]


def _block(maxout: Model[Any, Any], norm: Model[Any, Any]) -> Block:
    weights: Any = maxout.get_param("W")
    bias: Any = maxout.get_param("b")
    by_piece = weights.transpose(1, 0, 2)
    return Block(
        weights=by_piece.reshape(-1, by_piece.shape[2]),
        bias=bias.T.reshape(-1),
        scale=norm.get_param("G"),
        shift=norm.get_param("b"),
    )


def encode_documents(encode: Encoder, blocks: list[Block], documents: list[Array]) -> Iterator[Array]:
    """Yield the vectors in context of some documents: views of one array.

    blocks: those of the encoder. documents: at least one; a row for each word.
    """
    padding, width = encode.attrs["pad"], documents[0].shape[1]
    size = sum(map(len, documents)) + padding * (len(documents) + 1)
    # One row more at each end, since each row is read with its neighbours.
    rows = np.zeros((size + 2, width), dtype="float32")
    starts = []
    end = 1
    for document in documents:
        starts.append(end + padding)
        end = starts[-1] + len(document)
        rows[starts[-1] : end] = document
    windows: Array = np.empty((size, 3 * width), dtype="float32")
    pieces: Array = np.empty((size, len(blocks[0].bias)), dtype="float32")
    for block in blocks:
        for place in range(3):
            windows[:, place * width : (place + 1) * width] = rows[place : place + size]
        encode.ops.gemm(windows, block.weights, out=pieces, trans2=True)
        pieces += block.bias
        rows[1:-1] += _normalized(_highest(pieces, width), block)
    for document, start in zip(documents, starts, strict=True):
        yield rows[start : start + len(document)]


def _highest(pieces: Array, width: int) -> Array:
    """The maximum over the pieces of each output."""
    best = np.maximum(pieces[:, :width], pieces[:, width : 2 * width])
    for start in range(2 * width, pieces.shape[1], width):
        np.maximum(best, pieces[:, start : start + width], out=best)
    return best


def _normalized(values: Array, block: Block) -> Array:
    """Normalize each row, in place. A row's result depends on nothing else: no products over all rows."""
    values -= values.mean(axis=1, keepdims=True)
    variance = np.square(values).mean(axis=1, keepdims=True)
    values *= (variance + _EPSILON) ** -0.5
    values *= block.scale
    values += block.shift
    return values
