import doctest
import pkgutil
from importlib import import_module

import pytest

import claimx

MODULES = [module.name for module in pkgutil.walk_packages(claimx.__path__, "claimx.")]


@pytest.mark.parametrize("name", MODULES)
def test_the_examples_in_docstrings_hold(name):
    assert doctest.testmod(import_module(name)).failed == 0
