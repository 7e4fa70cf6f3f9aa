"""The faster matrix product belongs to the pipeline, not to the process."""

import pytest
from thinc.api import Linear, NumpyOps, get_current_ops

from claimx.french import ops
from claimx.french.language import ClaimxFrench


class Component:
    """The least that spaCy takes for a trained component."""

    def __init__(self):
        self.model = Linear(2, 2)

    def __call__(self, doc):
        return doc


@pytest.fixture
def nlp():
    nlp = ClaimxFrench()
    nlp._components.append(("toy", Component()))
    nlp._pipe_meta["toy"] = ClaimxFrench.get_factory_meta("claimx_paragraphs")
    return nlp


@pytest.mark.parametrize(("wanted", "blis"), [("blis", True), ("numpy", False)])
def test_a_pipeline_gets_the_operations_asked_for(nlp, monkeypatch, wanted, blis):
    monkeypatch.setenv(ops.VARIABLE, wanted)
    ops.fast_ops.cache_clear()
    before = get_current_ops()
    ops.prefer_fast_ops(nlp)
    ops.fast_ops.cache_clear()
    assert nlp.get_pipe("toy").model.ops.use_blis is blis
    assert get_current_ops() is before


def test_the_faster_one_is_measured_otherwise(monkeypatch):
    monkeypatch.delenv(ops.VARIABLE, raising=False)
    assert isinstance(ops.fast_ops.__wrapped__(), NumpyOps)
