"""The words of the page, in English or French."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from claimx import lexicons
from claimx.errors import ArgumentError, Errors

LANGUAGES = ("en", "fr")


@cache
def wording(language: str) -> Mapping[str, str]:
    """The words of a language by their keys. Raises ArgumentError for an unknown language."""
    if language not in LANGUAGES:
        raise ArgumentError(Errors.E009.format(name="language", value=language, known=", ".join(LANGUAGES)))
    return {row["key"]: row[language] for row in lexicons.read("view_labels")}
