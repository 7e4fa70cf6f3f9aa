"""Disambiguates names by their context: organisation, common word, person, platform of publication.

In "Orange a annoncé" and "l'opérateur Orange" the name is that of the company; "à Orange", "une orange" and
"sur Facebook" are no organisations.
"""

from __future__ import annotations

from claimx.organizations.document import NameDocument
from claimx.organizations.gazetteer import Entry, Match
from claimx.organizations.lexicon import (
    Noun,
    class_nouns,
    first_names,
    nationality,
    noun_of,
    nouns,
    plural_class_nouns,
    word_with_role,
)
from claimx.organizations.spelling import is_acronym
from claimx.syntax.dependencies import is_finite
from claimx.syntax.words import Span, Word

LINKS = ("complement", "contraction")
VEHICLES = frozenset(("aviation", "car"))
OFFICE_WORDS = (*LINKS, "article", "demonstrative", "locative")
DETERMINERS = ("article", "contraction", "demonstrative", "number")


MAX_TOKENS_OF_PORTFOLIO = 4
MAX_CHARACTERS_OF_COMPOUND = 40
TOKENS_AROUND = 3


def follows_other_class(document: NameDocument, index: int) -> bool:
    """Whether a noun before a name says that it is something else: "la rivière Velm", "le jeu Zorbex"."""
    before = index - 1
    linked = before - 1 if document.has_role(before, "article") else before
    if document.has_role(linked, *LINKS):
        return class_nouns().get(document.form(linked - 1)) == "place" or document.has_role(linked - 1, "kin")
    while before > index - 3 and before > 0 and document.parse[before].pos_ == "ADJ":
        before -= 1
    one = document.form(before)
    nouns = (one, one.replace("-", " "), f"{document.form(before - 1)} {one}")
    return any(noun in class_nouns() for noun in nouns) or _is_in_classed_list(document, index)


def _is_in_classed_list(document: NameDocument, index: int) -> bool:
    """Whether a noun in the plural announces the list that a name is in: "les programmes Velm et Zorbex"."""
    first = index
    if not document.has_role(first - 1, "coordinator"):
        return False
    while document.is_joint(first - 1) and document.is_capital(first - 2):
        first -= 2
        while document.is_capital(first - 1):
            first -= 1
    announced = first < index and document.form(first - 1) in plural_class_nouns()
    return announced and not document.has_role(first - 2, *LINKS)  # "l'homme d'affaires Velm et Zorbex"


def follows_portfolio(document: NameDocument, index: int) -> bool:
    """Whether a minister's or spokesperson's office is named here: "ministre délégué à l'"."""
    for before in range(index - 1, index - 1 - MAX_TOKENS_OF_PORTFOLIO, -1):
        if document.has_role(before, "portfolio"):
            return before < index - 1
        if document.has_role(before, "deputy") and document.has_role(before - 1, "portfolio"):
            return True
        if not document.has_role(before, *OFFICE_WORDS):
            return False
    return False


def is_organization_here(document: NameDocument, span: Span, match: Match) -> bool | None:
    """Whether a listed name is an organisation here; None if only another, certain mention can tell."""
    senses = match.alias.senses
    if _is_something_else(document, span, match):
        return False
    entity = document.entity_at.get(span.start)
    if "platform" in senses:
        if document.has_role(span.start - 1, "surface", "account") or _is_label(document, span):
            return False
        if entity is not None and entity.label_ == "MISC":
            return True if _is_actor(document, span) else None
    if entity is not None and entity.label_ not in ("ORG", "DATE"):
        if _names_more(document, entity, span):
            return False
        if senses - {"platform", "head"}:
            return is_introduced(document, span.start) or is_related(document, span.start)
    if entity is not None and entity.label_ == "ORG":
        return True
    if match.alias.bare:
        return _judge_bare(document, span, match)
    if "head" in senses:
        return _judge_head(document, span)
    if senses - {"platform"}:
        return _judge_doubtful(document, span, senses)
    return True


def _is_something_else(document: NameDocument, span: Span, match: Match) -> bool:
    """Whether a listed name is certainly a part of a word, a person, a product or a portfolio."""
    senses = match.alias.senses
    if _is_glued(document, match) or _is_person(document, span) or _is_product(document, span, match):
        return True
    if document.has_role(span.start - 1, "guide"):
        return True
    if senses - {"platform", "head"} and follows_other_class(document, span.start):
        return True
    common = not senses.isdisjoint(("head", "word")) or match.alias.small
    return common and follows_portfolio(document, span.start)


def _is_product(document: NameDocument, span: Span, match: Match) -> bool:
    """Whether the name denotes a product of the company: "un Boeing", "deux Renault", "un Airbus A320"."""
    entry = match.alias.entry
    if entry is None or entry.kind != "company" or len(span) > 1 or is_acronym(span.text):
        return False
    before, after = span.start - 1, document.form(span.end)
    if document.has_role(before, "number", "indefinite") and not document.has_role(before - 1, "number"):
        return True
    if document.is_tagged and document.category(before) == "NUM" and document.form(before).isalnum():
        return True
    definite = document.has_role(before, "article", "contraction")
    if definite and entry.gender is None and _makes_vehicles(entry):
        return True
    return after[:1].isdigit() or (after[1:2].isdigit() and after[:1].isalpha() and not after.isalpha())


def _makes_vehicles(entry: Entry) -> bool:
    """Whether a company's products are called by its name: "le Boeing a raté la piste"."""
    made = (nouns()[anaphor].sectors for anaphor in entry.anaphors if anaphor in nouns())
    return any(sectors & VEHICLES for sectors in made)


def _is_actor(document: NameDocument, span: Span) -> bool:
    """Whether a platform acts or is acted upon, rather than being where something is published."""
    if acts(document, span) or is_related(document, span.start):
        return True
    return document.parse.is_parsed and span.root.base in ("iobj", "nsubj", "obj")


def _is_label(document: NameDocument, span: Span) -> bool:
    """Whether a name opens a line and a colon follows, as where something happens: "Zorbex : un jeu lève"."""
    return span.start in document.starts and document.form(span.end) == ":"


def is_introduced(document: NameDocument, index: int) -> bool:
    """Whether a nominal head precedes it directly: "l'opérateur Orange"."""
    noun = noun_of(document.form(index - 1))
    return noun is not None and "apposition" in noun.names


def _names_more(document: NameDocument, entity: Span, span: Span) -> bool:
    """Whether another word of the entity is part of a name: "Martin Bouygues", "Peugeot 307"."""
    before = any(document.is_capital(i) for i in range(entity.start, span.start))
    after = any(document.is_capital(i) or document.words[i][0].isdigit() for i in range(span.end, entity.end))
    return before or after


def _is_glued(document: NameDocument, match: Match) -> bool:
    """Whether it is part of a compound, an address or a handle: "anti-Uber", "@Orange"; not in "CDU/CSU"."""
    text = document.text
    before, after = text[max(0, match.start - 2) : match.start], text[match.end : match.end + 2]
    if before[-1:] == "/" and not before[:1].isupper():
        return True
    if before[-1:] in ("@", "#", "_") or (before[-1:] == "." and before[:1].isalnum()):
        return True
    if (
        before[-1:] == "-"
        and text[max(0, match.start - MAX_CHARACTERS_OF_COMPOUND) : match.start].split()[-1][0].islower()
    ):
        return True
    return after[:1] in ("@", "_") or (after[:1] in ".-" and after[1:].islower())


def _is_person(document: NameDocument, span: Span) -> bool:
    """Whether it is somebody's last name: "Martin Bouygues", "M. Leclerc"."""
    if len(span) > 1 or is_acronym(span.text):
        return False
    before = span.start - 1
    if document.has_role(before, "title"):
        return True
    entity = document.entity_at.get(span.start)
    if entity is not None and entity.label_ == "PER" and _names_more(document, entity, span):
        return True
    if entity is not None or not document.is_capital(before) or noun_of(document.form(before)):
        return False
    previous = document.parse[before]
    if all(part in first_names() for part in document.form(before).split("-")):
        return True
    if before in document.starts or is_acronym(previous.text) or not previous.text.isalpha():
        return False
    return not document.entity_at and not _is_loud(document, span.start)


def _is_loud(document: NameDocument, index: int) -> bool:
    """Whether the words around are all in capitals, so that capitals mean nothing."""
    around = document.words[max(0, index - TOKENS_AROUND) : index + TOKENS_AROUND + 1]
    near = [word for word in around if word.isalpha() and len(word) > 2]
    return len(near) > 1 and all(map(str.isupper, near))


def _judge_bare(document: NameDocument, span: Span, match: Match) -> bool | None:
    """Decide on a name without its article by the words before: "du Figaro", "le Parisien"."""
    before = span.start - 1
    if not document.has_role(before, "article", "contraction") or not document.is_capital(span.start):
        return False
    if document.has_role(before - 1, "competition"):
        return False
    if document.has_role(before - 1, "edition", "attribution"):
        return True
    entry = match.alias.entry
    if document.has_role(before - 1, "member") and entry is not None and entry.kind == "party":
        return True
    return None if match.alias.senses else True


def _judge_head(document: NameDocument, span: Span) -> bool:
    """Decide on a bare head by a definite article before and no complement after: "la Commission"."""
    if not document.has_role(span.start - 1, "article", "contraction"):
        return False
    after = document.form(span.end)
    if nationality(after) is not None:
        return False
    if document.has_role(span.end, *LINKS):
        return span.end + 1 < len(document.parse) and document.parse[span.end + 1].pos_ == "VERB"
    return not document.is_tagged or span.end >= len(document.parse) or document.parse[span.end].pos_ != "ADJ"


def _judge_doubtful(document: NameDocument, span: Span, senses: frozenset[str]) -> bool | None:
    """Decide on a capitalised word that may also be a common noun, a place or a last name."""
    before = span.start - 1
    if is_introduced(document, span.start) or is_related(document, span.start):
        return True
    if document.has_role(before, *DETERMINERS):
        return False
    if _is_loud(document, span.start):
        return True if senses == {"person"} else None
    if span.start in document.starts and senses != {"person"}:
        if len(span) > 1 and document.is_capital(span.end - 1):
            return True
        return True if acts(document, span) or apposed_head(document, span.end) is not None else None
    if "place" in senses:
        return True if acts(document, span) else None
    return True


def is_related(document: NameDocument, index: int) -> bool:
    """Whether it follows "chez" or a noun that only an organisation completes: "le PDG de"."""
    before = index - 1
    if document.has_role(before, "article"):
        before -= 1
    if document.has_role(before, "employer"):
        return True
    if not document.has_role(before, *LINKS):
        return False
    two = f"{document.form(before - 2)} {document.form(before - 1)}"
    return document.has_role(before - 1, "relation") or word_with_role(two, "relation") is not None


def apposed_head(document: NameDocument, after: int) -> Noun | None:
    """The nominal head in apposition to a name that ends here: "Alphabet, la maison mère de Google"."""
    article = document.form(after) == "," and document.has_role(after + 1, "article", "indefinite")
    return noun_of(document.form(after + 2)) if article else None


def acts(document: NameDocument, span: Span) -> bool:
    """Whether a finite verb follows, whose subject it may be: "Orange a annoncé"."""
    if span.end >= len(document.parse):
        return False
    following: Word = document.parse[span.end]
    if document.is_tagged:
        return following.pos_ in ("VERB", "AUX") and is_finite(following)
    return document.has_role(span.end, "copula", "finite") or document.category(span.end) == "VERB"
