"""The faster matrix product for one pipeline, without a word to the rest of the process.

thinc's default operations multiply matrices with blis; on many machines numpy's OpenBLAS is 1.5 times faster
on the shapes of this model. `prefer_fast_ops` measures both once a process and gives the faster one to the
layers of a pipeline. The operations of the host application (``thinc.api.get_current_ops``) stay what they
are.
"""

import os
from functools import cache
from time import perf_counter

import numpy as np
from spacy.language import Language
from thinc.api import Model, NumpyOps

# CLAIMX_OPS=blis or CLAIMX_OPS=numpy spares the measurement and makes runs comparable.
VARIABLE = "CLAIMX_OPS"
_ROWS, _WIDTH, _ROUNDS = 512, 288, 5
# The two round differently: a close race must not be decided now one way, now the other.
_CLEARLY = 1.3


@cache
def fast_ops() -> NumpyOps:
    """Return numpy's operations, or blis's where a measurement of milliseconds shows them clearly faster."""
    wanted = os.environ.get(VARIABLE)
    numpy_ops, blis_ops = NumpyOps(use_blis=False), NumpyOps(use_blis=True)
    if wanted in ("blis", "numpy"):
        return blis_ops if wanted == "blis" else numpy_ops
    return blis_ops if _CLEARLY * _seconds(blis_ops) < _seconds(numpy_ops) else numpy_ops


def _seconds(ops: NumpyOps) -> float:
    matrix = np.ones((_ROWS, _WIDTH), dtype="float32")
    weights = np.ones((_WIDTH, _WIDTH), dtype="float32")
    best = float("inf")
    for _ in range(_ROUNDS):
        start = perf_counter()
        ops.gemm(matrix, weights, trans2=True)
        best = min(best, perf_counter() - start)
    return best


def prefer_fast_ops(nlp: Language) -> None:
    """Give the layers of every trained component of `nlp` the faster operations; those on a GPU stay."""
    for _, component in nlp.components:
        model = getattr(component, "model", None)
        if isinstance(model, Model):
            for node in model.walk():
                if isinstance(node.ops, NumpyOps):
                    node.ops = fast_ops()
