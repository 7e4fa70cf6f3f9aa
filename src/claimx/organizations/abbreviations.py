"""Abbreviations that a text defines in brackets: "l'Autorité des marchés financiers (AMF)", later "l'AMF".

As in Schwartz & Hearst (2003), an acronym inside or before brackets is compared with the words on the other
side. Here its letters must begin the words of the name (`spelling.abbreviates`). `find_abbreviations` gives
the acronyms of known names, `find_abbreviated` the names that only their acronym announces,
`find_other_acronyms` the acronyms of what is no organisation.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimx.organizations.document import NameDocument
from claimx.organizations.lexicon import noun_of
from claimx.organizations.mention import Head, Mention
from claimx.organizations.spelling import abbreviates, fold, is_acronym

MAX_NAME_TOKENS = 20


def find_abbreviated(document: NameDocument) -> Iterator[Head]:
    """Names before an acronym in brackets whose first word is a nominal head: each with that head."""
    for opening in _brackets(document):
        acronym = document.parse[opening + 1].text
        for first in range(opening - 2, max(-1, opening - MAX_NAME_TOKENS), -1):
            if document.forms[first] in (".", ",", ";", "(", ")") or "\n" in document.forms[first]:
                break
            noun = noun_of(document.forms[first])
            if noun is None or not document.is_capital(first):
                continue
            if abbreviates(acronym, _text(document, first, opening)):
                yield Head(first, opening, noun)
                break


def find_other_acronyms(document: NameDocument) -> Iterator[str]:
    """Acronyms that the text defines by words in small letters that name no organisation.

    "la maladie rénale chronique (MRC)", "MRC (maladie rénale chronique)".
    """
    for opening in filter(None, document.brackets):
        if opening + 2 < len(document.forms) and document.forms[opening + 2] in (")", ","):
            acronym, last = document.words[opening + 1], opening
            places = range(opening - 2, max(-1, opening - MAX_NAME_TOKENS), -1)
        else:
            acronym, last = document.words[opening - 1], _closing(document, opening)
            places = range(opening + 1, opening + 2)
        if is_acronym(acronym) and any(_is_notion(document, first, last, acronym) for first in places):
            yield acronym


def _closing(document: NameDocument, opening: int) -> int:
    """The bracket or comma that ends the text in a bracket, or the second token in it if none is near."""
    for index in range(opening + 2, min(len(document.forms), opening + MAX_NAME_TOKENS)):
        if document.forms[index] in (")", ",", ";"):
            return index
    return opening + 1


def _is_notion(document: NameDocument, first: int, last: int, acronym: str) -> bool:
    words = document.words[first:last]
    if not words or not all(word.islower() for word in words) or noun_of(document.forms[first]) is not None:
        return False
    return document.category(first) == "NOUN" and abbreviates(acronym, _text(document, first, last))


def find_abbreviations(document: NameDocument, mentions: Sequence[Mention]) -> dict[str, Mention]:
    """Acronym → the mention of the full name that the text writes beside it, before or in the brackets."""
    ends = {mention.after: mention for mention in mentions}
    starts = {mention.first: mention for mention in mentions}
    found: dict[str, Mention] = {}
    for opening in _brackets(document):
        full, acronym = ends.get(opening), document.parse[opening + 1].text
        if full is None or is_acronym(full.text):
            continue
        if _defines(full, starts.get(opening + 1), acronym):
            found.setdefault(acronym, full)
    for mention in mentions:
        inside = starts.get(mention.after + 1)
        if inside is None or document.form(mention.after) != "(" or not is_acronym(mention.text):
            continue
        if not abbreviates(mention.text, inside.text):
            _complete(document, inside, mention.text)
        if abbreviates(mention.text, inside.text):
            found.setdefault(mention.text, inside)
    return found


def _complete(document: NameDocument, inside: Mention, acronym: str) -> None:
    """Let a name in a bracket go on to the end of the bracket, where the acronym before tells that it does.

    "l'OPVC (Office public de Velm | et de construction)".
    """
    closing = _closing(document, inside.first - 1)
    if inside.entry is None and inside.after < closing and document.form(closing) == ")":
        whole = document.parse.span(inside.first, closing)
        if abbreviates(acronym, whole.text):
            inside.after, inside.end, inside.text = closing, whole.end_char, whole.text


def _brackets(document: NameDocument) -> Iterator[int]:
    """The tokens "(" that open on an acronym alone."""
    for index in document.brackets:
        if (
            index + 2 < len(document.forms)
            and is_acronym(document.parse[index + 1].text)
            and document.forms[index + 2] in (")", ",")
        ):
            yield index


def _defines(full: Mention, inside: Mention | None, acronym: str) -> bool:
    """Whether an acronym in brackets stands for the name before them.

    One that is no other organisation of the list does, whatever its letters: a foreign acronym, a ticker.
    """
    if abbreviates(acronym, full.text) or inside is None or inside.entry is None:
        return True
    if full.entry is not None:
        return inside.entry is full.entry
    return " " in full.text and fold(acronym)[0] == fold(full.text)[0]


def _text(document: NameDocument, first: int, last: int) -> str:
    return document.parse.span(first, last).text
