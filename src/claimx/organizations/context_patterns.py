"""Names that the words around them announce as organisations, whatever the model sees in them.

Example: "chez Zorbex", "le PDG de Zorbex", "Zorbex SA", "Zorbex, la startup de Lyon" are companies.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimx.organizations.disambiguation import explanation, is_related
from claimx.organizations.document import Context, Head
from claimx.organizations.lexicon import first_names, generic_words, nationality, nouns
from claimx.organizations.name_patterns import name_end
from claimx.organizations.spelling import is_acronym

COMPANY = "entreprise"
LONGEST = 6
# What follows "et" at the end of a name: "Dupond et Fils".
PARTNERS = ("cie", "fils", "associes")


def find_surrounded(context: Context) -> Iterator[Head]:
    """Capitalised names where only an organisation stands: tokens of the name, and a noun for it."""
    noun = nouns()[COMPANY]
    for index in [index for index, capital in enumerate(context.capitals) if capital]:
        called = _called(context, index)
        if called is not None:
            yield called
        elif is_related(context, index):
            end = name_end(context, index)
            if _may_be(context, index, end):
                yield Head(index, end, noun)
        elif context.words[index].rstrip(".") in generic_words():
            first = _name_start(context, index)
            if first < index:
                yield Head(first, index + 1, noun)


def _called(context: Context, index: int) -> Head | None:
    """A name of the model, whatever its class, that is called an organisation right after."""
    entity = context.entities.get(index)
    if entity is None or entity.start != index or entity.label_ != "MISC":
        return None
    noun = explanation(context, entity.end)
    return Head(index, entity.end, noun) if noun is not None and "apposition" in noun.names else None


def _may_be(context: Context, first: int, end: int) -> bool:
    """No people, no place that the list or a first name tells."""
    form = context.form(first)
    if nationality(form) is not None or form in first_names() or form in context.last_names:
        return False
    entity = context.entities.get(first)
    if entity is None or entity.label_ != "PER":
        return end > first
    return entity.end <= end and not (len(entity) > 1 and all(token.text.istitle() for token in entity))


def _name_start(context: Context, index: int) -> int:
    """Where the capitalised name begins that a generic word ends."""
    joined = context.form(index) in PARTNERS and context.form(index - 1) in ("&", "et")
    first = index - 1 if joined else index
    while (
        first > max(0, index - LONGEST)
        and context.is_capital(first - 1)
        and "\n" not in context.forms[first - 1]
    ):
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
    return context.parse[index].pos_ not in ("", "PROPN", "NOUN", "X") and not is_acronym(
        context.words[index]
    )
