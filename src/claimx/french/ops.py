"""Picks the faster matrix product for one pipeline; thinc's global ops stay untouched.

thinc's default operations multiply matrices with blis; on many machines numpy's OpenBLAS is 1.5 times faster
on the shapes of this model. `prefer_fast_ops` measures both once per process and sets the faster one on
the layers of a pipeline. The operations of the host application (``thinc.api.get_current_ops``) are not
changed.
"""

import os
from functools import cache
from time import perf_counter

import numpy as np
from spacy.language import Language
from thinc.api import Model, NumpyOps

# CLAIMX_OPS=blis or CLAIMX_OPS=numpy skips the measurement and makes runs reproducible.
VARIABLE = "CLAIMX_OPS"
_ROWS, _WIDTH, _ROUNDS = 512, 288, 5
# The two round differently, so a narrow difference must not decide now one way, now the other.
_CLEARLY = 1.3


@cache
def fast_ops() -> NumpyOps:
    """Return numpy's operations, or those of blis if a short measurement shows them clearly faster."""
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
    """Set the faster operations on every trained component of `nlp`, except on a GPU."""
    for _, component in nlp.components:
        model = getattr(component, "model", None)
        if isinstance(model, Model):
            for node in model.walk():
                if isinstance(node.ops, NumpyOps):
                    node.ops = fast_ops()
