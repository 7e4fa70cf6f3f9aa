"""The words of the page, in English or French."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from functools import cache

from claimx import lexicons
from claimx.errors import ArgumentError, Errors

LANGUAGES = ("en", "fr")
Words = Mapping[str, str]


@cache
def wording(language: str) -> Words:
    """The words of a language by their keys, those of rules under ``rule:`` and the name of the rule.

    Raises ArgumentError for an unknown language.
    """
    if language not in LANGUAGES:
        raise ArgumentError(Errors.E018.format(name="language", value=language, known=", ".join(LANGUAGES)))
    rows = (*lexicons.read("view_labels"), *lexicons.read("view_rules"))
    return {row["key"]: row[language] for row in rows}


def day(iso: str, words: Words) -> str:
    """An ISO day as people write it: 2 février 2026."""
    date = datetime.date.fromisoformat(iso)
    return f"{date.day}\u00a0{words[f'month-{date.month}']}\u00a0{date.year}"
