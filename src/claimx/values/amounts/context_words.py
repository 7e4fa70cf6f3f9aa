"""The words around a number that tell whether it is money, by kind, from the lexicon of money words."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from claimx.lexicons import read


class ContextWords(NamedTuple):
    """One kind of cue: whole words and beginnings of words."""

    whole: frozenset[str]
    stems: tuple[str, ...]

    def match(self, norm: str) -> bool:
        """Whether a word is a cue of this kind."""
        return norm in self.whole or (bool(self.stems) and norm.startswith(self.stems))


@cache
def context_words(kind: str) -> ContextWords:
    """The cues of a kind, from the lexicon."""
    forms = [row["word"] for row in read("money_words") if row["kind"] == kind]
    return ContextWords(
        frozenset(form for form in forms if not form.endswith("-")),
        tuple(form.removesuffix("-") for form in forms if form.endswith("-")),
    )
