"""Acronyms that a text defines: "l'Autorité des marchés financiers (AMF)", later "l'AMF".

``find_defined`` gives full names that only their acronym announces, ``definitions`` tells which mention
an acronym stands for.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from claimx.organizations.document import Context, Head
from claimx.organizations.lexicon import noun_of
from claimx.organizations.spelling import abbreviates, fold, is_acronym

if TYPE_CHECKING:
    from claimx.organizations.mentions import Mention

LONGEST_NAME = 20


def find_defined(context: Context) -> Iterator[Head]:
    """Names before an acronym between brackets whose first word heads a reference to an organisation."""
    for opening in _brackets(context):
        acronym = context.parse[opening + 1].text
        for first in range(opening - 2, max(-1, opening - LONGEST_NAME), -1):
            if context.forms[first] in (".", ",", ";", "(", ")") or "\n" in context.forms[first]:
                break
            noun = noun_of(context.forms[first])
            if noun is None or not context.is_capital(first):
                continue
            if abbreviates(acronym, _text(context, first, opening)):
                yield Head(first, opening, noun)
                break


def find_notions(context: Context) -> Iterator[str]:
    """Acronyms that the text defines by words in small letters that head no organisation.

    "la maladie rénale chronique (MRC)", "MRC (maladie rénale chronique)".
    """
    for opening, form in enumerate(context.forms):
        if form != "(" or not opening:
            continue
        if opening + 2 < len(context.forms) and context.forms[opening + 2] in (")", ","):
            acronym, last = context.words[opening + 1], opening
            places = range(opening - 2, max(-1, opening - LONGEST_NAME), -1)
        else:
            acronym, last = context.words[opening - 1], _closing(context, opening)
            places = range(opening + 1, opening + 2)
        if is_acronym(acronym) and any(_is_notion(context, first, last, acronym) for first in places):
            yield acronym


def _closing(context: Context, opening: int) -> int:
    """The bracket or the comma that ends what a bracket says, or the word after it if none is near."""
    for index in range(opening + 2, min(len(context.forms), opening + LONGEST_NAME)):
        if context.forms[index] in (")", ",", ";"):
            return index
    return opening + 1


def _is_notion(context: Context, first: int, last: int, acronym: str) -> bool:
    words = context.words[first:last]
    if not words or not all(word.islower() for word in words) or noun_of(context.forms[first]) is not None:
        return False
    return context.category(first) == "NOUN" and abbreviates(acronym, _text(context, first, last))


def definitions(context: Context, mentions: Sequence[Mention]) -> dict[str, Mention]:
    """Acronym → the mention of the full name beside it, before or after the bracket."""
    ends = {mention.last: mention for mention in mentions}
    starts = {mention.first: mention for mention in mentions}
    found: dict[str, Mention] = {}
    for opening in _brackets(context):
        full, acronym = ends.get(opening), context.parse[opening + 1].text
        if full is None or is_acronym(full.text):
            continue
        if _defines(full, starts.get(opening + 1), acronym):
            found.setdefault(acronym, full)
    for mention in mentions:
        inside = starts.get(mention.last + 1)
        if inside is None or context.form(mention.last) != "(" or not is_acronym(mention.text):
            continue
        if abbreviates(mention.text, inside.text):
            found.setdefault(mention.text, inside)
    return found


def _brackets(context: Context) -> Iterator[int]:
    """The tokens "(" that open on an acronym alone."""
    for index, form in enumerate(context.forms[:-2]):
        if (
            form == "("
            and is_acronym(context.parse[index + 1].text)
            and context.forms[index + 2] in (")", ",")
        ):
            yield index


def _defines(full: Mention, inside: Mention | None, acronym: str) -> bool:
    if abbreviates(acronym, full.text):
        return True
    if inside is None or " " not in full.text:
        return False
    known = inside.entry is not None and full.entry is not None
    return inside.entry is full.entry if known else fold(acronym)[0] == fold(full.text)[0]


def _text(context: Context, first: int, last: int) -> str:
    return context.parse.span(first, last).text
