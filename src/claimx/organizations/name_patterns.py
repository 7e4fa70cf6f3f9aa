"""Names recognised by their own words, without model or list.

In "la banque Oddo et Cie", a capitalised name follows a nominal head; "le parquet de Paris", "le gouvernement
russe" and "le ministère de la Justice" are institutions by their complement.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimx.lexicons.name_words import UNKNOWN, name_class
from claimx.lexicons.word_forms import word_forms
from claimx.organizations.document import NameDocument
from claimx.organizations.lexicon import Noun, first_names, members, nationality, noun_of, origin
from claimx.organizations.mention import Head
from claimx.organizations.spelling import fold_word
from claimx.syntax.dependencies import feature
from claimx.syntax.words import Span

MAX_TOKENS_TO_NAME = 3
# Longer runs of capitals are no names; scanning them from every word would take quadratic time.
MAX_NAME_TOKENS = 20
# A company's name and somebody's first and last name.
TOKENS_OF_TWO = 3
OTHER_LABELS = ("LOC", "PER", "DATE", "GPE")
LINKS = ("complement", "contraction", "article")


def find_introduced(document: NameDocument) -> Iterator[Head]:
    """Capitalised names after a nominal head: tokens of the name, with the noun."""
    for _, after, noun in document.heads:
        index = name_after(document, after) if "apposition" in noun.names else None
        while index is not None:
            end = name_end(document, index)
            entity = document.entity_at.get(index)
            if end == index or (entity is not None and _is_other(document, entity, noun)):
                break
            if end - index > 1 or len(document.words[index]) > 1:
                yield Head(index, end, noun)
            index = end + 1 if noun.number == "p" and document.is_joint(end) else None


def _is_other(document: NameDocument, entity: Span, noun: Noun) -> bool:
    """Whether an entity labelled person or place is one, and not a company that the noun introduces.

    "La scierie Zorbex" is the name of a company, "le promoteur Jean Zorbex" that of a person. Of a person, a
    text seldom gives the trade and the last name alone.
    """
    if entity.label_ not in OTHER_LABELS:
        return False
    # "le maroquinier florentin Ferrazzi": models take such adjectives for first names.
    words = [word for word in entity if document.is_capital(word.i)] or list(entity)
    if fold_word(words[0].text) in first_names() or noun.evidence == "none":
        return True
    known = set().union(*(name_class(word.lower_) for word in words))
    if entity.label_ == "PER":
        alone = len(words) == 1 and fold_word(words[0].text) not in document.last_names
        return ("trade" in noun.names and not (alone and known == {UNKNOWN})) or "F" in known
    return not known.isdisjoint("Ll") or entity.label_ == "DATE"


def name_after(document: NameDocument, index: int) -> int | None:
    """The token where a name begins after a nominal head and its description, None without a name.

    index: the token after the head. Descriptions are adjectives and complements: "le studio britannique
    Zorbex", "l'éditeur de jeux vidéo Zorbex".
    """
    if not document.form(index - 1)[-1:].isalnum():
        return None
    for gap in range(index, index + MAX_TOKENS_TO_NAME + 2):
        linked = gap > index and _is_link(document, gap - 1)
        if document.is_capital(gap):
            return None if linked else gap
        word = document.form(gap)
        if gap >= len(document.parse) or not word.replace("'", "").replace("-", "").isalpha():
            return None
        if document.has_role(gap, "complemented") and _is_link(document, gap + 1):
            return None  # "l'entreprise issue du groupe Zorbex"
        if gap > index and document.has_role(gap - 1, "article", "contraction") and noun_of(word):
            return None  # "la filiale du groupe Zorbex"
        described = linked or origin(word) is not None or _is_preposition(document, gap)
        described = described or _is_participle(document, gap)
        if not described:
            category = document.category(gap)
            if category != "ADJ" and (category != "NOUN" or gap == index):
                return None
    return None


def _is_participle(document: NameDocument, index: int) -> bool:
    """Whether a past participle stands like an adjective before a name: "l'agence privée Zorbex"."""
    word = document.parse[index]
    return word.base == "acl" and feature(word, "Tense") == "Past" and document.is_capital(index + 1)


def _is_link(document: NameDocument, index: int) -> bool:
    """A word that a complement follows: "de", "de la", "du", "à" ("à bas prix")."""
    return document.has_role(index, *LINKS) or _is_preposition(document, index)


def _is_preposition(document: NameDocument, index: int) -> bool:
    if document.has_role(index, "complement"):
        return True
    return document.has_role(index, "locative") and document.category(index) not in ("AUX", "VERB")


def name_end(document: NameDocument, index: int) -> int:
    """The token after a capitalised name that begins here: "Crédit Agricole du Nord", "Oddo et Cie"."""
    end = index
    while (
        end - index < MAX_NAME_TOKENS
        and document.is_capital(end)
        and (end == index or end not in document.starts)
    ):
        end += 1
        following = end
        while following < end + 2 and document.has_role(following, *LINKS):
            following += 1
        if document.form(end) in ("&", "-") or _joins_partner(document, end):
            following = end + 1
        if following > end and document.is_capital(following):
            end = following
    return end


def names_two(document: NameDocument, first: int, end: int) -> bool:
    """Whether three words that no dictionary has are, after a role, a company and a person.

    "Le PDG de Zorbex Ilyo Velm".
    """
    words = document.words[first:end]
    return len(words) == TOKENS_OF_TWO and all(
        word.isalpha() and word.istitle() and word_forms().word_class(word.lower()) == UNKNOWN
        for word in words
    )


def _joins_partner(document: NameDocument, index: int) -> bool:
    """Whether "et Cie" or the like stands here."""
    return document.has_role(index, "coordinator") and document.has_role(index + 1, "partner")


def find_institutions(document: NameDocument) -> Iterator[Head]:
    """Institutions by their complement: tokens of the whole name, with the noun that heads it."""
    for first, after, noun in document.heads:
        end = _institution_end(document, after, noun.names)
        if end is None and "bare" in noun.names and _is_bare(document, first, after):
            end = after
        if end is None and "members" in noun.names:
            end = _members_end(document, first, after)
        if end is not None:
            yield Head(first, end, noun)


def _members_end(document: NameDocument, first: int, after: int) -> int | None:
    """The token after the members that name a body: "le syndicat des pilotes de ligne"."""
    definite = document.has_role(first - 1, "article", "contraction")
    if not definite or not document.has_role(after, "contraction") or document.has_role(after, "dative"):
        return None
    if document.form(after + 1) not in members():
        return None
    specified = _is_preposition(document, after + 2) and document.category(after + 3) == "NOUN"
    return after + 4 if specified else after + 2


def _is_bare(document: NameDocument, first: int, after: int) -> bool:
    """Whether a head is definite and without complement: "le parquet a requis"."""
    if not document.has_role(first - 1, "article", "contraction", "possessive"):
        return False
    return not document.has_role(after, "complement", "contraction") and not document.is_capital(after)


def _institution_end(document: NameDocument, after: int, names: frozenset[str]) -> int | None:
    """The token after an institution whose head ends before ``after``; names: the noun's column."""
    adjective = nationality(document.form(after)) is not None
    start = after + 1 if adjective else after
    index = start
    while index < start + 2 and document.has_role(index, *LINKS):
        index += 1
    linked = index > start and not document.has_role(start, "article", "dative")
    if "matter" in names and linked and document.has_role(index - 1, "article", "contraction"):
        return index + 2 if document.parse[index : index + 2][-1].pos_ == "ADJ" else index + 1
    if "domain" in names and linked and document.form(index).isalpha():
        return index + 1
    if not adjective and linked and names & {"place", "country"} and document.is_proper(index):
        return name_end(document, index)
    if adjective and "adjective" in names:
        return after + 1
    if "whole" in names and index == after and document.is_capital(after):
        return name_end(document, after)
    return None
