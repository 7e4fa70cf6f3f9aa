"""Modifiers of a nominal anaphor: how far its phrase reaches, and what it says about the antecedent.

Of "la firme de Redmond" it is the place, of "le groupe danois" the country; "la société d'à côté" is no
anaphor.
"""

from __future__ import annotations

from typing import NamedTuple

from claimx.organizations.coreference.discourse import DiscourseModel
from claimx.organizations.lexicon import nationality
from claimx.organizations.mention import Head

MAX_TOKENS_OF_PHRASE = 6
LINKS = ("complement", "contraction")


class Modifier(NamedTuple):
    """What stands between a noun and the end of its phrase.

    after: the token after it. country: that of an adjective of nationality. listed: the candidates, by id,
    with a listed anaphor of several words that stands here. strict: only what the text calls so is meant.
    alone: only a candidate without rival is.
    """

    after: int
    country: str | None = None
    listed: frozenset[int] = frozenset()
    strict: bool = False
    alone: bool = False


def read_modifier(discourse: DiscourseModel, head: Head) -> Modifier | None:
    """What follows a noun in its phrase, None if it says that something new is meant."""
    document, after = discourse.document, head.after
    phrases = _phrases(discourse, head)
    country = nationality(document.form(after))
    if phrases:
        return Modifier(max(phrases.values()), country, frozenset(phrases))
    if country is not None:
        return Modifier(after + 1, country)
    if _is_de(discourse, after) and not document.has_role(after + 1, "article"):
        if not document.is_capital(after + 1):
            return Modifier(after, strict=True)
        place = document.entity_at.get(after + 1)
        if place is None or place.label_ != "LOC":
            return None
        return Modifier(place.end, alone=True)
    if _is_specified(discourse, head):
        return None
    if _is_adjective(discourse, after):
        return Modifier(after + 1, strict=True)
    return Modifier(after)


def _is_de(discourse: DiscourseModel, index: int) -> bool:
    """The preposition "de", not contracted."""
    document = discourse.document
    return document.has_role(index, "complement") and not document.has_role(index, "contraction", "article")


def _is_specified(discourse: DiscourseModel, head: Head) -> bool:
    """Whether what follows says which one is meant: "la société d'à côté", "la société Zorbex"."""
    document, after = discourse.document, head.after
    if document.has_role(after, *LINKS) or document.is_capital(after):
        return True
    return _introduces_name(discourse, after) or _has_complement(discourse, head)


def _introduces_name(discourse: DiscourseModel, after: int) -> bool:
    """Whether an adjective of any kind and a name follow: "la chaîne new-yorkaise Zorbex"."""
    document = discourse.document
    if not document.form(after).replace("-", "").isalpha() or not document.is_capital(after + 1):
        return False
    return after + 1 not in document.starts and document.category(after) not in ("VERB", "AUX", "ADP", "")


def _has_complement(discourse: DiscourseModel, head: Head) -> bool:
    """Whether a complement follows an adjective: "la compagnie régionale de Versailles"."""
    document = discourse.document
    parse = document.parse
    if not discourse.is_parsed:
        return document.category(head.after) == "ADJ" and document.has_role(head.after + 1, *LINKS)
    for child in parse[head.first].children:
        edge = child.left_edge.i
        if child.base == "nmod" and edge > head.after and document.has_role(edge, *LINKS):
            return all(token.pos_ == "ADJ" for token in parse[head.after : edge])
    return False


def _is_adjective(discourse: DiscourseModel, index: int) -> bool:
    """An adjective that says which one ("public"), not one with a complement of its own ("issu de")."""
    document = discourse.document
    return document.category(index) == "ADJ" and document.category(index + 1) != "ADP"


def _phrases(discourse: DiscourseModel, head: Head) -> dict[int, int]:
    """The candidates with a listed anaphor of several words that stands here, by id → the token after it."""
    found: dict[int, int] = {}
    forms = discourse.document.forms[head.first : head.first + MAX_TOKENS_OF_PHRASE]
    text = " ".join(forms).replace("' ", "'") + " "
    for referent, _ in discourse.recent():
        for anaphor in referent.entry.anaphors if referent.entry else ():
            if " " in anaphor and text.startswith(anaphor + " "):
                size = anaphor.replace("'", "' ").count(" ") + 1
                found[id(referent)] = head.first + size
    return found
