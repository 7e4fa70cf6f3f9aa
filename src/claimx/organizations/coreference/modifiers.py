"""Modifiers of a nominal anaphor: the extent of its phrase, and its constraints on the antecedent.

Of "la firme de Redmond" it is a listed complement, of "le groupe danois" the country, of "le fabricant de
vis" the trade; "la société d'à côté" and "l'autre groupe" are no anaphors.
"""

from __future__ import annotations

from collections.abc import Container
from typing import NamedTuple

from claimx.lexicons.word_forms import word_forms
from claimx.organizations.coreference.discourse import DiscourseModel
from claimx.organizations.document import NameDocument
from claimx.organizations.lexicon import Noun, nationality, origin
from claimx.organizations.mention import Head

MAX_ADJECTIVES = 2
MAX_TOKENS_OF_PHRASE = 6
MAX_TOKENS_TO_NAME = 6
LINKS = ("complement", "contraction")
OPENING = frozenset('«“"')
# The parts of speech of a noun phrase before a name in apposition.
PHRASE = frozenset(("ADJ", "DET", "NOUN"))
# What no complement of a noun begins with: "accuse la société d'avoir", "à l'usine d'ici à mai".
NO_COMPLEMENT = frozenset(("ADV", "AUX", "VERB"))
QUOTED_NAME = frozenset(("", "ADJ", "NOUN", "PROPN", "X"))


class Modifier(NamedTuple):
    """The modifier between a noun and the end of its phrase.

    after: the token after it. country: that of an adjective of origin. nation: whether that names the country
    itself ("danois"), not a region. listed: the candidates, by id, with a listed anaphor whose complement
    stands here. called: the antecedent must have been called so in the text. alone: it must be the only
    candidate, since an adjective says more than is known about the candidates.
    """

    after: int
    country: str | None = None
    listed: frozenset[int] = frozenset()
    called: bool = False
    alone: bool = False
    nation: bool = False


def read_modifier(discourse: DiscourseModel, head: Head, names: Container[int]) -> Modifier | None:
    """The modifier after a noun, None if it shows that something new is meant.

    names: the first tokens of the mentions by name.
    """
    listed = _listed(discourse, head)
    if listed:
        return Modifier(max(listed.values()), listed=frozenset(listed))
    document, after = discourse.document, head.after
    country, described, nation = None, False, False
    while after < head.after + MAX_ADJECTIVES:
        if document.has_role(after, "different"):
            return None
        place = origin(document.form(after))
        if place is not None:
            country = country or place
            nation = nation or bool(nationality(document.form(after)))
        elif _is_adjective(discourse, after, head.noun):
            described = True
        else:
            break
        after += 1
    if _introduces_name(discourse, after, names) or _has_complement(discourse, head, after):
        return None
    if document.has_role(after, *LINKS):
        return _complement(discourse, head.noun, after, country, names)
    vague = head.noun.evidence == "called" and not head.noun.is_trade
    return Modifier(after, country, called=described and vague, alone=described, nation=nation)


def _is_adjective(discourse: DiscourseModel, index: int, noun: Noun) -> bool:
    """An adjective that says which one ("public"), not one with a complement of its own ("issu de")."""
    document = discourse.document
    if document.category(index) != "ADJ" or not document.form(index)[:1].isalpha():
        return False
    return document.category(index + 1) != "ADP" or noun.is_trade


def _introduces_name(discourse: DiscourseModel, after: int, names: Container[int]) -> bool:
    """Whether a name follows in the phrase: "la chaîne new-yorkaise Zorbex", "le groupe « Zorbex »"."""
    document = discourse.document
    if document.is_capital(after) and after not in document.starts:
        return True
    if document.form(after) in OPENING and document.category(after + 1) in QUOTED_NAME:
        return True
    index = after
    while index < after + MAX_TOKENS_TO_NAME and index not in names and _continues(discourse, index):
        index += 1
    return index in names and document.category(index - 1) in ("ADJ", "NOUN")


def _continues(discourse: DiscourseModel, index: int) -> bool:
    """Whether a word goes on with a noun phrase: adjectives and complements with "de" or "à", no others."""
    document = discourse.document
    if document.category(index) == "ADP":
        return document.has_role(index, *LINKS, "locative")
    return document.category(index) in PHRASE


def _takes_complement(document: NameDocument, index: int) -> bool:
    """Whether an adjective has a complement of its own: "issu de", or a participle like "tiré de"."""
    participle = "Vp" in word_forms().word_class(document.words[index].lower())
    return participle or document.has_role(index, "complemented")


def _has_complement(discourse: DiscourseModel, head: Head, after: int) -> bool:
    """Whether an adjective and a complement say which is meant: "la compagnie régionale de Versailles"."""
    document, link = discourse.document, after
    while document.category(link) == "ADJ" and not _takes_complement(document, link):
        link += 1
    if link == head.after or head.noun.is_trade or not document.has_role(link, *LINKS):
        return False
    children = document.parse[head.first].children
    return not discourse.is_parsed or any(
        child.base == "nmod" and child.left_edge.i == link for child in children
    )


def _complement(
    discourse: DiscourseModel, noun: Noun, link: int, country: str | None, names: Container[int]
) -> Modifier | None:
    """The modifier that ends in a complement; link: its preposition."""
    document = discourse.document
    first = link + 1
    if document.has_role(first, "article"):
        first += 1
    if first in names or not document.form(first)[:1].isalpha():
        return None
    if document.category(first) in NO_COMPLEMENT:
        return Modifier(link, country)
    after = first + 1
    while document.is_capital(after) and after not in document.starts:
        after += 1
    place = document.entity_at.get(first)
    if noun.is_trade:
        # A trade: "le fabricant de vis" says of a company what it makes.
        return Modifier(after, country)
    if document.is_capital(first):
        located = place is not None and place.label_ == "LOC" and first == link + 1
        return Modifier(place.end, country, alone=True) if located and place is not None else None
    return Modifier(link, country, called=True) if first == link + 1 and _is_de(discourse, link) else None


def _is_de(discourse: DiscourseModel, index: int) -> bool:
    """The preposition "de", not contracted."""
    document = discourse.document
    return document.has_role(index, "complement") and not document.has_role(index, "contraction", "article")


def _listed(discourse: DiscourseModel, head: Head) -> dict[int, int]:
    """The candidates with a listed anaphor of several words that stands here, by id → the token after it.

    A place may go with any noun: "le géant de Redmond" will do for a listed "firme de Redmond".
    """
    found: dict[int, int] = {}
    document = discourse.document
    forms = document.forms[head.first : head.first + MAX_TOKENS_OF_PHRASE]
    text = " ".join(forms).replace("' ", "'") + " "
    complement = " ".join(forms[head.after - head.first :]).replace("' ", "'") + " "
    emblem = document.has_role(head.after, "dative", "locative") and document.form(head.after) != "de"
    emblem = emblem or document.is_capital(head.after + 1)
    for referent, _ in discourse.recent():
        for anaphor in referent.entry.anaphors if referent.entry else ():
            _noun, _, rest = anaphor.partition(" ")
            if rest and text.startswith(anaphor + " "):
                found[id(referent)] = _after_adjective(discourse, head.first + _tokens(anaphor))
            elif rest and emblem and complement.startswith(rest + " "):
                found[id(referent)] = head.after + _tokens(rest)
    return found


def _after_adjective(discourse: DiscourseModel, index: int) -> int:
    """The token after an adjective that goes on with a phrase: "le groupe de restauration collective"."""
    return index + (discourse.document.category(index) == "ADJ")


def _tokens(phrase: str) -> int:
    return phrase.replace("'", "' ").count(" ") + 1
