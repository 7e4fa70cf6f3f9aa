"""Which of the model's entities are organisations, and where their names begin and end.

Example: of "l'Autorité de la concurrence , qui" the name is "Autorité de la concurrence"; "247 Palestiniens"
and "le ministre de l'Intérieur" are no organisations, whatever the model says.
"""

from __future__ import annotations

import re

from claimx.lexicons.word_forms import word_forms
from claimx.organizations.disambiguation import acts, follows_portfolio, is_classed
from claimx.organizations.document import Context
from claimx.organizations.lexicon import class_nouns, first_names, nationality, noun_of, word_with_role
from claimx.organizations.name_patterns import is_trade, name_end
from claimx.organizations.spelling import is_acronym
from claimx.syntax.words import Span

# A class noun opens the name of something else where one word follows ("Tramway T5"), seldom where more do.
CLASSED = 2
# How often the model must see an organisation in what is a first name.
FIRM = 2
YEAR = re.compile(r"(?:19|20)\d\d")
# An ordinal or a Roman numeral is no name, nor is "J-C".
NUMERAL = re.compile(r"\d+(?:er?|ème|nd)|(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})e?|J\.?-?C\.?")


def trim(context: Context, span: Span) -> Span | None:
    """An entity of the model without article, punctuation, and what follows it by mistake."""
    first, last = span.start, span.end
    while first < last and (_is_outer_article(context, first) or not _is_word(context, first)):
        first += 1
    for index in range(last - 1, first - 1, -1):
        if "\n" in context.forms[index] or (index > first and _is_beyond(context, index, last)):
            last = index
    if _is_cut(context, first, last):
        last = name_end(context, last)
    while last > first and _is_loose_end(context, last - 1):
        last -= 1
    return Span(context.parse, first, last, span.label_) if first < last else None


def _is_cut(context: Context, first: int, last: int) -> bool:
    """Whether a name ends before its complement does: "Compagnie minière du | Velmont"."""
    if last - first < CLASSED or not context.is_capital(last):
        return False
    return (
        context.has_role(last - 1, "complement", "contraction") and noun_of(context.form(first)) is not None
    )


def _is_beyond(context: Context, index: int, last: int) -> bool:
    """A new sentence, an infinitive, or somebody's name behind an acronym ("le député PLR Cyril Mottaz")."""
    if index in context.starts or _is_infinitive(context, index):
        return True
    named = context.form(index) in first_names() and index + 1 < last and context.is_capital(index + 1)
    return named and is_acronym(context.words[index - 1])


def _is_infinitive(context: Context, index: int) -> bool:
    return context.parse[index].pos_ == "VERB" and context.has_role(index - 1, "complement")


def _is_loose_end(context: Context, index: int) -> bool:
    if context.has_role(index, "article", "contraction", "complement"):
        return True
    return not _is_word(context, index) and context.form(index) not in ("!", "+", ")")


def _is_word(context: Context, index: int) -> bool:
    return any(character.isalnum() for character in context.forms[index])


def _is_outer_article(context: Context, index: int) -> bool:
    if not context.has_role(index, "article", "contraction", "demonstrative"):
        return False
    return not context.parse[index].text[0].isupper() or index in context.starts


def is_organization(context: Context, span: Span) -> bool:
    """Whether an entity of the model may stay: no portfolio, place, person or lone common noun."""
    if is_classed(context, span.start) or (len(span) == 1 and _is_town(context, span.start)):
        return False
    if _is_located(context, span) or _is_dated(context, span) or NUMERAL.fullmatch(span.text):
        return False
    if _is_somebody(context, span) or _completes_class(context, span):
        return False
    named = context.is_capital(span.start)
    short = not named or len(span) <= CLASSED
    if short and class_nouns().get(context.form(span.start), "place") != "place":
        return False
    if not any(map(str.isalpha, span.text)):
        return False
    if follows_portfolio(context, span.start) or len(span.text) < 2 or _is_people(context, span):
        return False
    if context.has_role(span.start - 1, "title") or _is_named_person(context, span):
        return False
    alone = len(span) == 1
    if alone and (context.has_role(span.start, "title") or context.form(span.start) in context.last_names):
        return False
    if named or any(context.is_capital(index) for index in range(span.start, span.end)):
        return len(span) != 2 or context.form(span.start) != "groupe" or len(span[1].text) > 1
    return (len(span) > 1 and noun_of(context.form(span.start)) is not None) or _is_coined(span)


def _is_somebody(context: Context, span: Span) -> bool:
    """One word that "ou" or "et" puts beside somebody: "Paul (ou Polle)"."""
    before = span.start - 1
    if len(span) > 1 or is_acronym(span.text) or context.form(before) not in ("et", "ou"):
        return False
    before -= 2 if context.form(before - 1) == "(" else 1
    other = context.entities.get(before)
    return other is not None and other.label_ == "PER" and other.end == before + 1


def _completes_class(context: Context, span: Span) -> bool:
    """By the parse: a name right under a noun of another class, "la compétition de patinage Zorbex"."""
    root = span.root
    if not context.parse.is_parsed or root.base not in ("appos", "nmod", "flat"):
        return False
    head = root.head
    if head.i >= span.start or any(child.base == "case" for child in root.children):
        return False
    between = range(head.i + 1, span.start)
    if any(context.parse[i].is_punct or context.has_role(i, "article", "contraction") for i in between):
        return False
    # "l'éditeur de logiciels Zorbex" is what the first noun says.
    return context.form(head.i) in class_nouns() and noun_of(context.form(head.head.i)) is None


def _is_located(context: Context, span: Span) -> bool:
    """A place by the country behind it: "à Lima (Pérou)"."""
    if context.form(span.end) != "(" or context.form(span.start - 1) not in ("a", "de", "vers"):
        return False
    inside = context.entities.get(span.end + 1)
    return inside is not None and inside.label_ == "LOC"


def _is_dated(context: Context, span: Span) -> bool:
    """An event by its year: "Dublin Pride 2018"."""
    return len(span) > 1 and YEAR.fullmatch(span[-1].text) is not None


def _is_coined(span: Span) -> bool:
    """A name without capital that is no word: "exo", "kora.ai"."""
    return len(span) == 1 and word_forms().word_class(span.text) == "-" and "-" not in span.text


def _is_people(context: Context, span: Span) -> bool:
    """People by their country: "les Chinoises", "247 Palestiniens"."""
    if len(span) == 2 and span[0].text[0].isdigit():
        return not is_acronym(span[1].text)
    return len(span) == 1 and nationality(context.form(span.start)) is not None


def _is_named_person(context: Context, span: Span) -> bool:
    """A first name and one or two more names, unless the noun of a company introduces them: "Oliver Hart"."""
    if context.form(span.start) not in first_names():
        return False
    noun = noun_of(context.form(span.start - 1))
    if noun is not None and "apposition" in noun.names and not (is_trade(noun) and len(span) > 1):
        return False
    if len(span) == 1:
        return context.labels[span.text, "ORG"] < FIRM
    return len(span) < 4 and all(token.text.isalpha() and token.text.istitle() for token in span)


def _is_town(context: Context, index: int) -> bool:
    """A compound with a small word inside or "Saint" before: "Noisy-le-Sec", "Saint-Denis"."""
    parts = context.form(index).split("-")
    return len(parts) > 1 and any(word_with_role(part, "town") for part in parts[:-1])


def may_repeat(context: Context, span: Span) -> bool:
    """Whether a name found elsewhere in the text is the same one here: no entity of another kind."""
    entity = context.entities.get(span.start)
    if entity is not None and (entity.text != span.text or not context.is_mostly(span.text, "ORG")):
        return False
    if is_classed(context, span.start):
        return False
    if len(span) > 1:
        return True
    if len(span.text) < 3 or context.has_role(span.start - 1, "title", "portfolio"):
        return False
    return (
        span.start not in context.starts
        or not context.tagged
        or span[0].pos_ == "PROPN"
        or acts(context, span)
    )
