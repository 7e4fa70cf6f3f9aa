"""Names that their own words announce, without model or list.

Example: "la banque Oddo et Cie" (a capitalised name after a nominal head), "le parquet de Paris", "le
gouvernement russe", "le ministère de la Justice" (an institution by its complement).
"""

from __future__ import annotations

from collections.abc import Iterator

from claimx.lexicons.name_words import name_class
from claimx.organizations.document import Context, Head
from claimx.organizations.lexicon import Noun, first_names, nationality
from claimx.organizations.spelling import fold_word
from claimx.syntax.words import Span

LONGEST_GAP = 3
# A line of capitals is no name, and reading it to its end from every word takes time with its square.
LONGEST_NAME = 20
# Contractions that link no complement: "la Commission au sujet du règlement".
TO = ("au", "aux")
PLACES = ("LOC", "PER", "DATE", "GPE")
# Endings of nouns of trades.
AGENTS = ("eur", "ier", "iste", "ien", "ant", "el", "er")


def find_introduced(context: Context) -> Iterator[Head]:
    """Capitalised names after a nominal head: tokens of the name, and the head."""
    for _, after, noun in context.heads:
        index = name_after(context, after) if "apposition" in noun.names else None
        while index is not None:
            end = name_end(context, index)
            entity = context.entities.get(index)
            if end == index or (entity is not None and _is_other(entity, noun)):
                break
            if end - index > 1 or len(context.words[index]) > 1:
                yield Head(index, end, noun)
            index = end + 1 if noun.number == "p" and context.form(end) in (",", "et", "ou") else None


def _is_other(entity: Span, noun: Noun) -> bool:
    """Whether a person or place of the model is one: not an unknown name after the noun of a company.

    "La scierie Zorbex" is the name of a company, "le promoteur Jean Zorbex" that of a person.
    """
    if entity.label_ not in PLACES:
        return False
    if fold_word(entity[0].text) in first_names() or noun.evidence == "none":
        return True
    known = set().union(*(name_class(word.lower_) for word in entity))
    if entity.label_ == "PER":
        return is_trade(noun) or "F" in known
    return not known.isdisjoint("Ll") or entity.label_ == "DATE"


def is_trade(noun: Noun) -> bool:
    """A noun that may also be a person's trade: "le promoteur", "le brasseur"."""
    return noun.gender == "m" and noun.lemma.endswith(AGENTS)


def name_after(context: Context, index: int) -> int | None:
    """Where a name begins after a head and its description ("de jeux vidéo", "britannique"), or None."""
    if not context.form(index - 1)[-1:].isalnum():
        return None
    for gap in range(index, index + LONGEST_GAP + 2):
        if context.is_capital(gap):
            named = gap > index and context.has_role(gap - 1, "complement", "contraction", "article")
            return None if named else gap
        word = context.form(gap)
        if gap >= len(context.parse) or not word.replace("'", "").replace("-", "").isalpha():
            return None
        described = gap > index and context.has_role(gap - 1, "complement", "contraction", "article")
        if not (described or nationality(word) is not None or context.has_role(gap, "complement")):
            pos = context.category(gap)
            if pos != "ADJ" and (pos != "NOUN" or gap == index):
                return None
    return None


def name_end(context: Context, index: int) -> int:
    """The token after a capitalised name that begins here: "Crédit Agricole du Nord", "Oddo et Cie"."""
    end = index
    while (
        end - index < LONGEST_NAME and context.is_capital(end) and (end == index or end not in context.starts)
    ):
        end += 1
        following = end
        while following < end + 2 and context.has_role(following, "complement", "contraction", "article"):
            following += 1
        if context.form(end) in ("&", "-") or _two(context, end) == "et cie":
            following = end + 1
        if following > end and context.is_capital(following):
            end = following
    return end


def _two(context: Context, index: int) -> str:
    return f"{context.form(index)} {context.form(index + 1)}"


def find_institutions(context: Context) -> Iterator[Head]:
    """Institutions by their complement: tokens of the whole name, and its head."""
    for first, after, noun in context.heads:
        end = _institution_end(context, after, noun.names)
        if end is None and "bare" in noun.names and _is_bare(context, first, after):
            end = after
        if end is not None:
            yield Head(first, end, noun)


def _is_bare(context: Context, first: int, after: int) -> bool:
    if not context.has_role(first - 1, "article", "contraction", "possessive"):
        return False
    return not context.has_role(after, "complement", "contraction") and not context.is_capital(after)


def _institution_end(context: Context, after: int, names: frozenset[str]) -> int | None:
    adjective = nationality(context.form(after)) is not None
    index = after + 1 if adjective else after
    start = index
    while index < start + 2 and context.has_role(index, "complement", "contraction", "article"):
        index += 1
    linked = index > start and not context.has_role(start, "article") and context.form(start) not in TO
    if "matter" in names and linked and context.has_role(index - 1, "article", "contraction"):
        return index + 2 if context.parse[index : index + 2][-1].pos_ == "ADJ" else index + 1
    if "domain" in names and linked and context.form(index).isalpha():
        return index + 1
    if not adjective and linked and names & {"place", "country"} and context.is_proper(index):
        return name_end(context, index)
    if adjective and "adjective" in names:
        return after + 1
    if "whole" in names and index == after and context.is_capital(after):
        return name_end(context, after)
    return None
