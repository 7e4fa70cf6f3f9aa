"""Names that the words around them announce as organisations, whatever the model sees in them.

Example: "chez Zorbex", "la filiale de Zorbex", "le PDG de Zorbex", "Zorbex SA" are companies.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimx.parsing.names import is_acronym
from claimx.resolution.context import Context, Head
from claimx.resolution.patterns import name_end
from claimx.resolution.tables import first_names, generic_words, nationality, nouns

COMPANY = "entreprise"


def find_surrounded(context: Context) -> Iterator[Head]:
    """Capitalised names where only an organisation stands: tokens of the name, and a noun for it."""
    noun = nouns()[COMPANY]
    for index in range(len(context.doc)):
        first = _after_relation(context, index) or _after_chez(context, index)
        if first is not None:
            end = name_end(context, first)
            if _may_be(context, first, end):
                yield Head(first, end, noun)
        elif _is_generic(context, index):
            first = _name_start(context, index)
            if first < index:
                yield Head(first, index + 1, noun)


def _after_chez(context: Context, index: int) -> int | None:
    """The name after "chez", with or without article."""
    if context.forms[index] != "chez":
        return None
    start = index + 2 if context.has_role(index + 1, "article") else index + 1
    return start if context.is_capital(start) else None


def _after_relation(context: Context, index: int) -> int | None:
    """The name after a noun that only an organisation completes: "filiale de", "le PDG d'"."""
    if not context.has_role(index, "relation"):
        return None
    start = index + 1
    if not context.has_role(start, "complement", "contraction"):
        return None
    start += 2 if context.has_role(start + 1, "article") else 1
    return start if context.is_capital(start) else None


def _may_be(context: Context, first: int, end: int) -> bool:
    """No people, no place that the list or a first name tells."""
    form = context.form(first)
    if nationality(form) is not None or form in first_names() or form in context.last_names:
        return False
    entity = context.entities.get(first)
    if entity is None or entity.label_ != "PER":
        return end > first
    return entity.end <= end and not (len(entity) > 1 and all(token.text.istitle() for token in entity))


def _is_generic(context: Context, index: int) -> bool:
    """A word that ends the name of a company: "Zorbex SA", "Zorbex Industries"."""
    word = context.words[index]
    return word[:1].isupper() and word.rstrip(".") in generic_words() and index > 0


def _name_start(context: Context, index: int) -> int:
    """Where the capitalised name begins that a generic word ends."""
    first = index
    while first > 0 and context.is_capital(first - 1) and "\n" not in context.forms[first - 1]:
        if (
            first in context.starts
            or not context.words[first - 1].replace("-", "").replace("&", "").isalnum()
        ):
            break
        first -= 1
    while first < index and (
        context.has_role(first, "article") or (first in context.starts and _is_word(context, first))
    ):
        first += 1
    return first


def _is_word(context: Context, index: int) -> bool:
    """A word whose capital only opens a sentence: "Selon Zorbex SA"."""
    return context.doc[index].pos_ not in ("", "PROPN", "NOUN", "X") and not is_acronym(context.words[index])
