"""Context-independent attributes of a word form."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from spacy.lang.lex_attrs import is_punct, is_quote

from claimx.lexicons import grammar


class Form(NamedTuple):
    """The attributes that a word form has in any context.

    normal: in lower case, its apostrophe straight and its elision written out (``Qu’`` is ``que``).
    classes: the grammatical classes of the normal form; see ``claimx.lexicons.grammar``.
    """

    text: str
    lower: str
    normal: str
    is_space: bool
    is_punct: bool
    is_quote: bool
    classes: grammar.Classes


@lru_cache(maxsize=1 << 15)
def form_of(text: str) -> Form:
    """The attributes of a form. The most recent forms are cached."""
    lower = text.lower()
    straight = lower.replace("’", "'")
    elided = grammar.ELIDED in grammar.classes_of_form(straight)
    normal = straight[:-1] + "e" if elided else straight
    classes = grammar.classes_of_form(normal)
    return Form(text, lower, normal, text.isspace(), is_punct(text), is_quote(text), classes)
