"""Names that the words around them show to be organisations, regardless of the model.

"chez Zorbex", "le PDG de Zorbex", "Zorbex SA" and "Zorbex, la startup" are companies.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimx.lexicons.name_words import UNKNOWN, name_class
from claimx.organizations.disambiguation import apposed_head, is_related
from claimx.organizations.document import NameDocument
from claimx.organizations.lexicon import (
    COMPANY,
    first_names,
    generic_words,
    nationality,
)
from claimx.organizations.mention import Head
from claimx.organizations.name_patterns import name_end, names_two
from claimx.organizations.spelling import is_acronym
from claimx.syntax.dependencies import is_finite
from claimx.syntax.words import Span

MAX_NAME_TOKENS = 6
MAX_TOKENS_OF_APPOSITION = 10
CLOSING = frozenset((",", ".", ";", ":", ")", "!", "?", ""))
PHRASE = frozenset(("ADJ", "ADP", "DET", "NOUN", "PROPN"))


def find_in_context(document: NameDocument) -> Iterator[Head]:
    """Capitalised names in the position of an organisation: tokens of the name, with a noun for it."""
    for index in [index for index, capital in enumerate(document.capitals) if capital]:
        described = _described(document, index)
        if described is not None:
            yield described
        elif is_related(document, index):
            end = _without_person(document, index, name_end(document, index))
            if _may_be_organization(document, index, end):
                yield Head(index, end, COMPANY)
        elif document.words[index].rstrip(".") in generic_words():
            first = _name_start(document, index)
            if first < index:
                yield Head(first, index + 1, COMPANY)


def _described(document: NameDocument, index: int) -> Head | None:
    """Entities of other types that the text calls an organisation right after."""
    entity = document.entity_at.get(index)
    if entity is None or entity.start != index or entity.label_ not in ("LOC", "MISC", "PER"):
        return None
    noun = apposed_head(document, entity.end)
    if noun is None or "apposition" not in noun.names:
        return None
    if entity.label_ != "MISC" and not (
        _is_unknown_word(entity) and _ends_as_apposition(document, entity.end)
    ):
        return None
    if index - 1 in document.starts and document.has_role(index - 1, "locative"):
        return None
    if entity.label_ == "PER" and ("trade" in noun.names or document.form(index) in document.last_names):
        return None
    return Head(index, entity.end, noun)


def _is_unknown_word(entity: Span) -> bool:
    """Whether an entity is a single word that is not in any list of names."""
    return len(entity) == 1 and name_class(entity[0].lower_) == UNKNOWN


def _ends_as_apposition(document: NameDocument, comma: int) -> bool:
    """Whether a noun phrase after a comma ends like an apposition: "X, la startup de Lyon, vend".

    In "à Velmont, la startup recrute" the noun is a subject.
    """
    index = comma + 2
    while index < comma + MAX_TOKENS_OF_APPOSITION and document.category(index) in PHRASE:
        index += 1
    if document.form(index) in CLOSING or document.has_role(index, "relative"):
        return True
    return document.category(index) == "VERB" and not is_finite(document.parse[index])


def _without_person(document: NameDocument, first: int, end: int) -> int:
    """The end of a name before that of a person: "le PDG de Zorbex Ana Velm"."""
    if names_two(document, first, end):
        return first + 1
    for index in range(first + 1, end - 1):
        known = document.form(index) in first_names() or "F" in name_class(document.words[index].lower())
        if known and all(map(document.is_capital, range(index, end))):
            return index
    return end


def _may_be_organization(document: NameDocument, first: int, end: int) -> bool:
    """Whether a name is neither that of a people nor of a person."""
    form = document.form(first)
    if nationality(form) is not None or form in first_names() or form in document.last_names:
        return False
    entity = document.entity_at.get(first)
    if (
        entity is not None
        and entity.label_ == "LOC"
        and not {"L", "l"}.isdisjoint(name_class(entity[0].lower_))
    ):
        return False
    if entity is None or entity.label_ != "PER" or entity.end > end:
        return end > first
    return not (len(entity) > 1 and all(token.text.istitle() for token in entity))


def _name_start(document: NameDocument, index: int) -> int:
    """The first token of the capitalised name that ends in the generic word at this index."""
    joined = document.has_role(index, "partner") and (
        document.form(index - 1) == "&" or document.has_role(index - 1, "coordinator")
    )
    first = index - 1 if joined else index
    while (
        first > max(0, index - MAX_NAME_TOKENS)
        and document.is_capital(first - 1)
        and "\n" not in document.forms[first - 1]
    ):
        word = document.words[first - 1]
        if first in document.starts or not word.replace("-", "").replace("&", "").isalnum():
            break
        first -= 1
    while first < index and (
        document.has_role(first, "article") or (first in document.starts and _is_word(document, first))
    ):
        first += 1
    return first


def _is_word(document: NameDocument, index: int) -> bool:
    """Whether a word is capitalised only because it starts the sentence: "Selon Zorbex SA"."""
    category = document.parse[index].pos_
    return category not in ("", "PROPN", "NOUN", "X") and not is_acronym(document.words[index])
