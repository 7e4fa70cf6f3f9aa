"""The import of spaCy without its command line, which is a third of the start of ``claimx extract``.

``import spacy`` imports ``spacy.cli`` for one function, ``spacy.info``, and with it clients of HTTP,
templates and project tools. This process runs a command of claimx, which uses none of them.
"""

import sys
from types import ModuleType
from typing import Any

NAME = "spacy.cli.info"


def import_spacy() -> None:
    """Import spaCy, if it is not there yet. ``spacy.info`` and ``spacy.cli`` are imported upon use."""
    if "spacy" in sys.modules:
        return
    stand_in: Any = ModuleType(NAME)
    stand_in.info = _info
    sys.modules[NAME] = stand_in
    try:
        import spacy  # noqa: F401
    finally:
        del sys.modules[NAME]


def _info(*arguments: Any, **options: Any) -> Any:
    from spacy.cli.info import info

    return info(*arguments, **options)
