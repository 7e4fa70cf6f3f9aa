"""Which of the model's entities are organisations, and where their names begin and end.

Of "l'Autorité de la concurrence , qui" the name is "Autorité de la concurrence"; "247 Palestiniens" and "le
ministre de l'Intérieur" are no organisations, whatever the model says.
"""

from __future__ import annotations

import re

from claimx.lexicons.name_words import UNKNOWN, name_class
from claimx.lexicons.word_forms import word_forms
from claimx.organizations.disambiguation import acts, follows_other_class, follows_portfolio, is_related
from claimx.organizations.document import NameDocument
from claimx.organizations.lexicon import class_nouns, first_names, nationality, noun_of, word_with_role
from claimx.organizations.name_patterns import name_end, names_two
from claimx.organizations.spelling import is_acronym
from claimx.syntax.words import Span

# A name of two words that opens with a noun of another class is no organisation ("Tunnel B4"); longer ones
# often are ("Théâtre national de Velm").
MAX_WORDS_OF_CLASSED_NAME = 2
MAX_WORDS_OF_PERSON = 3
# The number of mentions as an organisation that outweighs a first name.
MIN_MENTIONS_OF_FIRST_NAME = 2
YEAR = re.compile(r"(?:19|20)\d\d")
# An ordinal or a Roman numeral.
NUMERAL = re.compile(r"\d+(?:er?|ème|nd)|(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})e?")
MIN_TOKENS_OF_CUT_NAME = 2
# The code of a share and of its market: "ZBX.PA".
TICKER = re.compile(r"[A-Z0-9]+\.[A-Z]{1,2}")
CLOSING_MARKS = ("!", "+", ")")


def trim(document: NameDocument, span: Span) -> Span | None:
    """An entity without article and punctuation, its boundaries corrected; None if nothing is left."""
    first, last = span.start, span.end
    while first < last and (_is_outer_article(document, first) or not _is_word(document, first)):
        first += 1
    for index in range(last - 1, first - 1, -1):
        if "\n" in document.forms[index] or (index > first and _is_beyond(document, first, index, last)):
            last = index
    if last - first > 1 and TICKER.fullmatch(document.words[last - 1]):
        last -= 1
    if _is_cut(document, first, last):
        last = name_end(document, last)
    while last > first and _is_loose_end(document, last - 1):
        last -= 1
    return Span(document.parse, first, last, span.label_) if first < last else None


def _is_cut(document: NameDocument, first: int, last: int) -> bool:
    """Whether a name ends before its complement does: "Compagnie minière du | Velmont"."""
    if last - first < MIN_TOKENS_OF_CUT_NAME or not document.is_capital(last):
        return False
    return (
        document.has_role(last - 1, "complement", "contraction") and noun_of(document.form(first)) is not None
    )


def _is_beyond(document: NameDocument, first: int, index: int, last: int) -> bool:
    """A new sentence, an infinitive, or somebody's name behind an acronym ("le député PLR Cyril Mottaz")."""
    if index in document.starts or _is_infinitive(document, index):
        return True
    if index + 1 >= last or not document.is_capital(index + 1):
        return False
    if document.form(index) not in first_names():
        return index == first + 1 and is_related(document, first) and names_two(document, first, last)
    return is_acronym(document.words[index - 1]) or is_related(document, first)


def _is_infinitive(document: NameDocument, index: int) -> bool:
    return document.parse[index].pos_ == "VERB" and document.has_role(index - 1, "complement")


def _is_loose_end(document: NameDocument, index: int) -> bool:
    if document.has_role(index, "article", "contraction", "complement"):
        return True
    return not _is_word(document, index) and document.form(index) not in CLOSING_MARKS


def _is_word(document: NameDocument, index: int) -> bool:
    return any(character.isalnum() for character in document.forms[index])


def _is_outer_article(document: NameDocument, index: int) -> bool:
    if not document.has_role(index, "article", "contraction", "demonstrative"):
        return False
    return not document.parse[index].text[0].isupper() or index in document.starts


def is_organization(document: NameDocument, span: Span) -> bool:
    """Whether an entity may be an organisation: a name, and not that of a place, a person, an office."""
    return _is_name(document, span) and not any(excludes(document, span) for excludes in EXCLUSIONS)


def is_unknown_word(document: NameDocument, span: Span) -> bool:
    """Whether it is one word that no list has, and the last name of nobody in the text."""
    word, form = span[0].lower_, document.form(span.start)
    if len(span) > 1 or name_class(word) != UNKNOWN or word_forms().word_class(word) != UNKNOWN:
        return False
    return form not in first_names() and form not in document.last_names


def _is_name(document: NameDocument, span: Span) -> bool:
    """Capitalised somewhere, an institution by its head, or coined."""
    if len(span.text) < 2 or not any(map(str.isalpha, span.text)):
        return False
    if any(document.is_capital(index) for index in range(span.start, span.end)):
        return True
    headed = len(span) > 1 and noun_of(document.form(span.start)) is not None
    return (headed and not _is_kind(document, span)) or _is_coined(span)


def _is_kind(document: NameDocument, span: Span) -> bool:
    """A kind of institution of which the text names none: "le tribunal de commerce"."""
    if noun_of(" ".join(document.forms[span.start : span.end])) is None:
        return False
    return not any(len(other) > len(span) and other.text.startswith(span.text) for other in document.entities)


def _is_coined(span: Span) -> bool:
    """One lower-case word that is not French: "exo", "kora.ai"."""
    return len(span) == 1 and word_forms().word_class(span.text) == "-" and "-" not in span.text


def _is_of_other_class(document: NameDocument, span: Span) -> bool:
    """A noun of another class before the name, or as its first word: "le jeu Zorbex", "Tunnel B4"."""
    if follows_other_class(document, span.start):
        return True
    short = not document.is_capital(span.start) or len(span) <= MAX_WORDS_OF_CLASSED_NAME
    return short and class_nouns().get(document.form(span.start), "place") != "place"


def _completes_class(document: NameDocument, span: Span) -> bool:
    """A noun of another class that the name completes in the parse: "la compétition de patinage Zorbex"."""
    root = span.root
    if not document.parse.is_parsed or root.base not in ("appos", "nmod", "flat"):
        return False
    head = root.head
    if head.i >= span.start or any(child.base == "case" for child in root.children):
        return False
    between = range(head.i + 1, span.start)
    if any(document.parse[i].is_punct or document.has_role(i, "article", "contraction") for i in between):
        return False
    # In "l'éditeur de logiciels Zorbex" the first noun tells the class.
    return document.form(head.i) in class_nouns() and noun_of(document.form(head.head.i)) is None


def is_classed(document: NameDocument, span: Span) -> bool:
    """Whether the words around a name, or in it, say that it is something else: a noun before, a year."""
    return (
        follows_other_class(document, span.start)
        or _completes_class(document, span)
        or _is_dated(document, span)
    )


def _is_located(document: NameDocument, span: Span) -> bool:
    """A place, by the country in brackets after it: "à Lima (Pérou)"."""
    if document.form(span.end) != "(" or not document.has_role(span.start - 1, "locative"):
        return False
    inside = document.entity_at.get(span.end + 1)
    return inside is not None and inside.label_ == "LOC"


def _is_dated(document: NameDocument, span: Span) -> bool:
    """An event, by the year in or after its name: "Velm Pride 2018"."""
    following = document.form(span.end)
    return len(span) > 1 and any(YEAR.fullmatch(text) for text in (span[-1].text, following))


def _is_numeral(document: NameDocument, span: Span) -> bool:
    return NUMERAL.fullmatch(span.text) is not None


def _is_people(document: NameDocument, span: Span) -> bool:
    """A group of people, by their country: "les Chinoises", "247 Palestiniens"."""
    if len(span) == 2 and span[0].text[0].isdigit():
        return not is_acronym(span[1].text)
    return len(span) == 1 and nationality(document.form(span.start)) is not None


def _is_person(document: NameDocument, span: Span) -> bool:
    """Somebody with a title or a first name, or the last name of somebody in the text."""
    if document.has_role(span.start - 1, "title"):
        return True
    form = document.form(span.start)
    if document.has_role(span.start, "title") and document.words[span.start].endswith("."):
        return True
    if len(span) == 1 and (document.has_role(span.start, "title") or form in document.last_names):
        return True
    return form in first_names() and _has_name_of_person(document, span)


def _has_name_of_person(document: NameDocument, span: Span) -> bool:
    """A first name with up to two more words, unless a company's noun introduces it: "la marque Zoé"."""
    noun = noun_of(document.form(span.start - 1))
    if noun is not None and "apposition" in noun.names and not ("trade" in noun.names and len(span) > 1):
        return False
    if len(span) == 1:
        return document.labels[span.text, "ORG"] < MIN_MENTIONS_OF_FIRST_NAME
    return len(span) <= MAX_WORDS_OF_PERSON and all(
        token.text.isalpha() and token.text.istitle() for token in span
    )


def _is_venue(document: NameDocument, span: Span) -> bool:
    """A stock exchange as a place: "à la Bourse de Paris"."""
    if not document.has_role(span.start, "venue"):
        return False
    return document.has_role(span.start - 1, "article") and document.has_role(span.start - 2, "locative")


def _is_portfolio(document: NameDocument, span: Span) -> bool:
    return follows_portfolio(document, span.start)


def _is_town(document: NameDocument, span: Span) -> bool:
    """A compound with a small word inside or "Saint" before: "Noisy-le-Sec", "Saint-Denis"."""
    parts = document.form(span.start).split("-")
    return len(span) == 1 and len(parts) > 1 and any(word_with_role(part, "town") for part in parts[:-1])


EXCLUSIONS = (
    _is_of_other_class,
    _is_town,
    _is_located,
    _is_dated,
    _is_numeral,
    _completes_class,
    _is_portfolio,
    _is_venue,
    _is_people,
    _is_person,
)


def may_repeat(document: NameDocument, span: Span) -> bool:
    """Whether a name found elsewhere in the text is the same one here, and no entity of another kind.

    A word in no list of names is the same everywhere, regardless of its label here.
    """
    entity = document.entity_at.get(span.start)
    if entity is not None:
        unknown = len(span) == 1 and name_class(span[0].lower_) == UNKNOWN
        unknown = unknown and document.form(span.start) not in document.last_names
        if entity.text != span.text or not (unknown or document.is_mostly(span.text, "ORG")):
            return False
    if follows_other_class(document, span.start):
        return False
    if len(span) > 1:
        return True
    if len(span.text) < 3 or document.has_role(span.start - 1, "title", "portfolio"):
        return False
    return (
        span.start not in document.starts
        or not document.is_tagged
        or span[0].pos_ == "PROPN"
        or acts(document, span)
    )
