"""Whether a text is French at all: claimx finds something in any text, and a reader should know."""

from __future__ import annotations

import re

from claimx.lexicons.word_forms import word_forms

_WORD = re.compile(r"[^\W\d_]{2,}")
# Of 900 French sentences of 20 words and more none has fewer than .83 known words, of 126 articles none fewer
# than .91; English, Spanish and Italian ones have .25 to .5.
MIN_SHARE_KNOWN = 0.7
# Fewer words say nothing, more say nothing new.
MIN_WORDS, MAX_WORDS = 8, 2000
UNKNOWN = "-"


def seems_french(text: str) -> bool:
    """Whether most words are in the list of French forms; capitalized ones, often names, do not count.

    >>> seems_french("Le groupe a dit hier que la vente de son usine de Lyon serait un bon choix.")
    True
    >>> seems_french("The group said on Monday that the sale of its plant in Lyon would be a good choice.")
    False
    """
    forms = word_forms()
    words = [word for word in _WORD.findall(text[: 10 * MAX_WORDS]) if word.islower()][:MAX_WORDS]
    known = sum(forms.word_class(word) != UNKNOWN for word in words)
    return len(words) < MIN_WORDS or known >= MIN_SHARE_KNOWN * len(words)
