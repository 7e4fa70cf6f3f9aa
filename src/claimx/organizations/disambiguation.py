"""What the words around a name say about it: an organisation, a word, a person, a place to publish.

Example: "Orange a annoncé" and "l'opérateur Orange" are the company; "à Orange", "une orange" and
"sur Facebook" are not organisations.
"""

from __future__ import annotations

from claimx.organizations.document import Context
from claimx.organizations.gazetteer import Match
from claimx.organizations.lexicon import Noun, class_nouns, first_names, nationality, noun_of, word_with_role
from claimx.organizations.spelling import is_acronym
from claimx.syntax.dependencies import is_finite
from claimx.syntax.words import Span, Word

DETERMINERS = ("article", "contraction", "demonstrative", "number")


def is_classed(context: Context, index: int) -> bool:
    """A noun of another class before a name: "la rivière Beipan", "le jeu vidéo Iron Harvest"."""
    before = index - 1
    linked = before - 1 if context.has_role(before, "article") else before
    if context.has_role(linked, "complement", "contraction"):
        return class_nouns().get(context.form(linked - 1)) == "place" or context.has_role(linked - 1, "kin")
    while before > index - 3 and before > 0 and context.parse[before].pos_ == "ADJ":
        before -= 1
    one = context.form(before)
    nouns = (one, one.replace("-", " "), f"{context.form(before - 1)} {one}")
    return any(noun in class_nouns() for noun in nouns)


def follows_portfolio(context: Context, index: int) -> bool:
    """Whether "ministre de l'" or the like is before the word at this index."""
    for before in range(index - 1, index - 5, -1):
        if context.has_role(before, "portfolio"):
            return before < index - 1
        if context.has_role(before, "deputy") and context.has_role(before - 1, "portfolio"):
            return True
        if not context.has_role(before, "article", "contraction", "complement", "demonstrative"):
            return False
    return False


def judge(context: Context, span: Span, match: Match) -> bool | None:
    """Whether a name of the list is the organisation here; None if only a sure one elsewhere tells."""
    if _is_glued(context, match) or _is_person(context, span):
        return False
    senses = match.alias.senses
    before = span.start - 1
    if context.has_role(before, "guide") or _is_product(context, span, match):
        return False
    if senses - {"platform", "head"} and is_classed(context, span.start):
        return False
    if (not senses.isdisjoint(("head", "word")) or match.alias.small) and follows_portfolio(
        context, span.start
    ):
        return False
    entity = context.entities.get(span.start)
    if "platform" in senses:
        if context.has_role(before, "surface", "account"):
            return False
        if entity is not None and entity.label_ == "MISC":
            return True if acts(context, span) else None
    if entity is not None and entity.label_ not in ("ORG", "DATE"):
        if _names_more(context, entity, span):
            return False
        if senses - {"platform", "head"}:
            return is_introduced(context, span.start)
    if entity is not None and entity.label_ == "ORG":
        return True
    if match.alias.bare:
        return _judge_bare(context, span, match)
    if "head" in senses:
        return _judge_head(context, span)
    if senses - {"platform"}:
        return _judge_doubtful(context, span, senses)
    return True


def _is_product(context: Context, span: Span, match: Match) -> bool:
    """What a company makes: "un Boeing", "deux Renault", "un vol en Airbus A320"."""
    entry = match.alias.entry
    if entry is None or entry.kind != "company" or len(span) > 1 or is_acronym(span.text):
        return False
    before, after = span.start - 1, context.form(span.end)
    if context.has_role(before, "number", "indefinite") and not context.has_role(before - 1, "number"):
        return True
    return after[:1].isdigit() or (after[1:2].isdigit() and after[:1].isalpha() and not after.isalpha())


def is_introduced(context: Context, index: int) -> bool:
    """A nominal head just before: "l'opérateur Orange"."""
    noun = noun_of(context.form(index - 1))
    return noun is not None and "apposition" in noun.names


def _names_more(context: Context, entity: Span, span: Span) -> bool:
    """Whether another word of the entity is part of a name: "Martin Bouygues", "Peugeot 307"."""
    before = any(context.is_capital(i) for i in range(entity.start, span.start))
    after = any(context.is_capital(i) or context.words[i][0].isdigit() for i in range(span.end, entity.end))
    return before or after


def _is_glued(context: Context, match: Match) -> bool:
    """Part of a compound, an address or a handle: "anti-Uber", "@Orange", "amazon.fr"; not of "CDU/CSU"."""
    text = context.text
    before, after = text[max(0, match.start - 2) : match.start], text[match.end : match.end + 2]
    if before[-1:] == "/" and not before[:1].isupper():
        return True
    if before[-1:] in ("@", "#", "_") or (before[-1:] == "." and before[:1].isalnum()):
        return True
    if before[-1:] == "-" and text[max(0, match.start - 40) : match.start].split()[-1][0].islower():
        return True
    return after[:1] in ("@", "_") or (after[:1] in ".-" and after[1:].islower())


def _is_person(context: Context, span: Span) -> bool:
    """The last name of somebody: "Martin Bouygues", "M. Leclerc"."""
    if len(span) > 1 or is_acronym(span.text):
        return False
    before = span.start - 1
    if context.has_role(before, "title"):
        return True
    entity = context.entities.get(span.start)
    if entity is not None and entity.label_ == "PER" and _names_more(context, entity, span):
        return True
    if entity is not None or not context.is_capital(before) or noun_of(context.form(before)):
        return False
    previous = context.parse[before]
    if all(part in first_names() for part in context.form(before).split("-")):
        return True
    if before in context.starts or is_acronym(previous.text) or not previous.text.isalpha():
        return False
    return not context.entities and not _is_loud(context, span.start)


def _is_loud(context: Context, index: int) -> bool:
    """In a line of capitals, where capitals say nothing."""
    near = [word for word in context.words[max(0, index - 3) : index + 4] if word.isalpha() and len(word) > 2]
    return len(near) > 1 and all(map(str.isupper, near))


def _judge_bare(context: Context, span: Span, match: Match) -> bool | None:
    """By the article in small letters before, and the word before that: "du Figaro", "le Parisien"."""
    before = span.start - 1
    if not context.has_role(before, "article", "contraction") or not context.is_capital(span.start):
        return False
    if context.has_role(before - 1, "competition"):
        return False
    if context.has_role(before - 1, "edition", "attribution"):
        return True
    entry = match.alias.entry
    if context.has_role(before - 1, "member") and entry is not None and entry.kind == "party":
        return True
    return None if match.alias.senses else True


def _judge_head(context: Context, span: Span) -> bool:
    """By a definite article before and no complement after: "la Commission"."""
    if not context.has_role(span.start - 1, "article", "contraction"):
        return False
    after = context.form(span.end)
    if nationality(after) is not None:
        return False
    if context.has_role(span.end, "complement", "contraction"):
        return span.end + 1 < len(context.parse) and context.parse[span.end + 1].pos_ == "VERB"
    return not context.tagged or span.end >= len(context.parse) or context.parse[span.end].pos_ != "ADJ"


def _judge_doubtful(context: Context, span: Span, senses: frozenset[str]) -> bool | None:
    """A common word, a place or a last name with a capital."""
    before = span.start - 1
    if is_introduced(context, span.start) or is_related(context, span.start):
        return True
    if context.has_role(before, *DETERMINERS):
        return False
    if _is_loud(context, span.start):
        return True if senses == {"person"} else None
    if span.start in context.starts and senses != {"person"}:
        if len(span) > 1 and context.is_capital(span.end - 1):
            return True
        return True if acts(context, span) or explanation(context, span.end) is not None else None
    if "place" in senses:
        return True if acts(context, span) else None
    return True


def is_related(context: Context, index: int) -> bool:
    """After "chez" or a noun that only an organisation completes: "le PDG de", "une filiale de la"."""
    before = index - 1
    if context.has_role(before, "article"):
        before -= 1
    if context.form(before) == "chez":
        return True
    if not context.has_role(before, "complement", "contraction"):
        return False
    two = f"{context.form(before - 2)} {context.form(before - 1)}"
    return context.has_role(before - 1, "relation") or word_with_role(two, "relation") is not None


def explanation(context: Context, after: int) -> Noun | None:
    """The nominal head in apposition to a name that ends here: "Alphabet, la maison mère de Google"."""
    article = context.form(after) == "," and context.has_role(after + 1, "article", "indefinite")
    return noun_of(context.form(after + 2)) if article else None


def acts(context: Context, span: Span) -> bool:
    """Followed by a finite verb whose subject it may be: "Orange a annoncé"."""
    if span.end >= len(context.parse):
        return False
    following: Word = context.parse[span.end]
    if context.tagged:
        return following.pos_ in ("VERB", "AUX") and is_finite(following)
    return context.has_role(span.end, "copula", "finite") or context.category(span.end) == "VERB"
