"""The words of the page, in English or French."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from claimx import lexicons
from claimx.errors import ArgumentError, Errors

LANGUAGES = ("en", "fr")


@cache
def wording(language: str) -> Mapping[str, str]:
    """The words of a language by their keys, those of rules under ``rule:`` and the name of the rule.

    Raises ArgumentError for an unknown language.
    """
    if language not in LANGUAGES:
        raise ArgumentError(Errors.E018.format(name="language", value=language, known=", ".join(LANGUAGES)))
    rows = (*lexicons.read("view_labels"), *lexicons.read("view_rules"))
    return {row["key"]: row[language] for row in rows}
