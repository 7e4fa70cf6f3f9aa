"""Adverbs that modify the effect of an operator: "peu probable", "croit encore que", "ferait mieux de"."""

from functools import cache

from claimx import lexicons
from claimx.syntax.words import Word


def has_adverb(word: Word, kind: str) -> bool:
    """Whether an adverb of this kind modifies a word.

    kind: ``lessening`` ("peu"), ``still`` ("toujours"), ``better`` ("mieux") or ``soon`` ("bientôt").
    """
    near = (
        (*word.children, *word.parse[max(word.i - 2, 0) : word.i]) if word.pos_ == "NOUN" else word.children
    )
    return any(_kinds().get(other.lower_) == kind for other in near)  # "peu de chances", as parsed or before


@cache
def _kinds() -> dict[str, str]:
    return {row["form"]: row["kind"] for row in lexicons.read("operator_adverbs")}
