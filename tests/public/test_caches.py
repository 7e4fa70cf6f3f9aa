"""What the process keeps, and how it is freed."""

import sys

import pytest

import claimx
from claimx import _batch

TEXT = "Selon Reuters, Acmé pourrait investir 3 millions d’euros d’ici mardi."


def filled():
    """The caches of claimx that hold something."""
    return {
        f"{name}.{key}": value.cache_info().currsize
        for name, module in sys.modules.items()
        if name.partition(".")[0] == "claimx"
        for key, value in vars(module).items()
        if hasattr(value, "cache_info") and value.cache_info().currsize
    }


@pytest.mark.model
def test_reset_caches_empties_them_all_and_changes_no_result():
    before = claimx.extract(TEXT, published="2026-02-02")
    assert filled()
    claimx.reset_caches()
    assert not filled()
    assert claimx.extract(TEXT, published="2026-02-02") == before


def test_reset_caches_frees_the_bundled_pipeline(monkeypatch):
    made = []
    monkeypatch.setattr("claimx.pipeline.load", lambda: made.append(1) or object())
    claimx.reset_caches()
    assert _batch._bundled() is _batch._bundled()
    claimx.reset_caches()
    _batch._bundled()
    assert len(made) == 2
    claimx.reset_caches()
