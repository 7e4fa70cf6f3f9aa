"""Look-up of money_words.tsv: words around a number that tell whether it is money."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from claimx.lexicons import read


class ContextWords(NamedTuple):
    """The words of one kind: whole words and stems."""

    whole: frozenset[str]
    stems: tuple[str, ...]

    def match(self, norm: str) -> bool:
        """Whether a word is of this kind."""
        return norm in self.whole or (bool(self.stems) and norm.startswith(self.stems))


@cache
def context_words(kind: str) -> ContextWords:
    """The words of a kind."""
    forms = [row["word"] for row in read("money_words") if row["kind"] == kind]
    return ContextWords(
        frozenset(form for form in forms if not form.endswith("-")),
        tuple(form.removesuffix("-") for form in forms if form.endswith("-")),
    )
