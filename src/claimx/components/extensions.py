"""Declares ``doc._.claims`` as soon as a process has both claimx and spaCy.

A Doc that comes from a file or another process must have the attribute wherever claimx is imported, yet
``import claimx`` must not import spaCy. If spaCy is not imported yet, an import hook waits for it.
"""

import sys
from collections.abc import Sequence
from importlib import import_module
from importlib.machinery import ModuleSpec
from importlib.util import find_spec
from types import ModuleType
from typing import Any

AWAITED = "spacy.tokens"


def declare_with_spacy() -> None:
    """Declare the attributes now if spaCy is imported, else as soon as it is."""
    if AWAITED in sys.modules:
        _declare()
    elif not any(isinstance(finder, _Waiting) for finder in sys.meta_path):
        sys.meta_path.insert(0, _Waiting())


def _declare() -> None:
    import_module("claimx.annotations")


class _Waiting:
    """An import hook that declares the attributes after spaCy has been imported; finds no modules itself.

    Not derived from ``importlib.abc.MetaPathFinder``: importing that takes longer than the rest of claimx.
    """

    def find_spec(
        self, name: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if name != AWAITED:
            return None
        sys.meta_path.remove(self)
        spec = find_spec(name)
        loader: Any = spec and spec.loader
        if loader is not None:
            execute = loader.exec_module

            def execute_and_declare(module: ModuleType) -> None:
                execute(module)
                _declare()

            loader.exec_module = execute_and_declare
        return spec
