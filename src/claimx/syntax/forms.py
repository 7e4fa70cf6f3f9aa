"""Context-independent attributes of a word form."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from spacy.lang.lex_attrs import is_punct, is_quote

_ELIDED = {"qu'", "lorsqu'", "puisqu'", "jusqu'", "d'", "n'", "l'"}


class Form(NamedTuple):
    """What is known of a word form without its context.

    normal: in lower case, its apostrophe straight and its elision written out (``Qu’`` is ``que``).
    """

    text: str
    lower: str
    normal: str
    is_space: bool
    is_punct: bool
    is_quote: bool


@lru_cache(maxsize=1 << 15)
def form_of(text: str) -> Form:
    """The attributes of a form; cached for the forms seen last."""
    lower = text.lower()
    straight = lower.replace("’", "'")
    normal = straight[:-1] + "e" if straight in _ELIDED else straight
    return Form(text, lower, normal, text.isspace(), is_punct(text), is_quote(text))
