"""The words of the web page, in English or French."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from claimx import lexicons

LANGUAGES = ("en", "fr")


@cache
def wording(language: str) -> Mapping[str, str]:
    """The words of a language by key. language: one of LANGUAGES."""
    return {row["key"]: row[language] for row in lexicons.read("serve_labels")}


def preferred(accepted: str | None) -> str:
    """The first available language that a browser asks for.

    >>> preferred("de-DE,fr;q=0.8,en;q=0.5"), preferred(None)
    ('fr', 'en')
    """
    for part in (accepted or "").split(","):
        language = part.split(";")[0].strip()[:2].lower()
        if language in LANGUAGES:
            return language
    return "en"
