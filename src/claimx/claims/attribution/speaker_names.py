"""The names in a noun phrase: its head, an apposition, or a name beside a role or a common noun.

"le ministre Paul Bar" and "le procureur de Nantes, Luc Daho" name persons, "le quotidien Les Échos" a paper.
"""

from functools import cache

from claimx import annotations, lexicons
from claimx.claims.attribution.source_nouns import RECORD, ROLE, noun_class
from claimx.syntax.dependencies import children, feature
from claimx.syntax.noun_phrases import entity_at, noun_phrase
from claimx.syntax.quotes import TYPOGRAPHIC
from claimx.syntax.span_groups import group
from claimx.syntax.words import Parse, Span, Word

PEOPLE = ("PER", "ORG")
# Marks that separate a noun from an unrelated name.
BREAKS = frozenset(";:") | TYPOGRAPHIC
# Maximal distances between a noun and its name.
MAX_TOKENS_TO_NAME = 16
MAX_TOKENS_TO_APPOSITION = 7
NAMING = frozenset({"appos", "flat", "nmod", "compound"})


@cache
def _titles() -> frozenset[str]:
    return frozenset(row["word"] for row in lexicons.read("reference_words") if row["role"] == "title")


def full_name(parse: Parse, entity: Span) -> str:
    """The longest earlier form of a person's name that ends with this mention."""
    name = bare_name(entity)
    longer = [
        other.text
        for other in parse.entities
        if other.label_ == "PER" and other.start < entity.start and other.text.endswith(" " + name)
    ]
    return max(longer, key=len, default=name)


def name_of(head: Word) -> Span | None:
    """The name in a phrase: its head, an apposition or a name after a role; no complement. Or None."""
    parse = head.parse
    entity = entity_at(parse, head, (*PEOPLE, "MISC"))
    if entity is not None and (entity.label_ != "MISC" or head.pos_ == "PROPN"):
        return entity
    if head.pos_ == "PROPN":
        return Span(parse, head.i, _flat_end(head), label="PER")
    kind = noun_class(head)
    person = kind in (ROLE, "spokesperson") or head.lower_ in _titles()
    found = person_beside(head) if person else named_by(head)
    if found is None and head.base == "nsubj" and kind not in ("document", RECORD):
        return _name_in_apposition(head)
    return found


def _name_in_apposition(head: Word) -> Span | None:
    """The name in an apposition after a comma: "le sponsor, le loueur en ligne Oxane,"; or None."""
    for word in children(head, "appos"):
        start = word.left_edge.i
        parted = start > 0 and "," in (head.parse[start].text, head.parse[start - 1].text)
        name = name_of(word) or named_by(word)
        if parted and name is not None:
            return name
    index = noun_phrase(head).end + 1  # "tonne son conseil, Me Paul Arzel", parsed as an insertion
    titled = index < len(head.parse) and head.parse[index].lower_ in _titles()
    return person_beside(head.parse[index]) if titled and head.parse[index - 1].text == "," else None


def named_by(head: Word) -> Span | None:
    """The name after a noun without preposition: "l'association Anvol", "le fonds Zorbex"; or None."""
    parse = head.parse
    for index in range(head.i + 1, min(head.i + MAX_TOKENS_TO_APPOSITION, head.sent.end)):
        word, named = parse[index], _name_from(parse, index)
        if named is not None and (head.pos_ == "NOUN" or named.root.head is head):
            beside = all(other.is_quote for other in parse[head.i + 1 : index])
            return named if beside or _is_apposed(named, head) else None
        if word.pos_ in ("VERB", "AUX", "PRON", "SCONJ", "CCONJ"):
            return None
        if word.is_punct and not word.is_quote and (word.text != "," or index > head.i + 1):
            return None
    return None


def _name_from(parse: Parse, index: int) -> Span | None:
    """The organisation or the person whose name begins at a word."""
    for member in group(parse, annotations.ORGANIZATIONS).at(index):
        if member.start == index and member.values.get("via") in (None, "acronym"):
            return member
    entity = entity_at(parse, parse[index], PEOPLE)
    return entity if entity is not None and entity.start == index else None


def _is_apposed(named: Span, head: Word) -> bool:
    """Whether a name is said of a noun, or is hung higher up with nothing but its adjectives between."""
    root = named.root
    if any(child.base == "case" for child in root.children) or root.base not in NAMING:
        return False
    beside = all(other.head is head for other in head.parse[head.i + 1 : named.start])
    return root.head is head or (beside and root.head.i < head.i)


def person_beside(head: Word) -> Span | None:
    """The name beside a role: "le ministre Paul Bar", "le procureur de Nantes, Luc Daho"; or None."""
    parse = head.parse
    end = min(head.i + MAX_TOKENS_TO_NAME, head.sent.end)
    for token in parse[head.i : end]:
        ent = _person_from(token)
        if ent is None:
            continue
        between = parse[head.i + 1 : ent.start]
        if any(_parts(token, head) for token in between):
            return None
        commas = sum(token.text == "," for token in between)
        before = parse[ent.start - 1]
        if commas > 1 or before.pos_ in ("ADP", "CCONJ"):
            continue
        return ent
    return None


def _person_from(token: Word) -> Span | None:
    """The name of a person that begins at a word, or None.

    Beside a role two names are a person's, whatever their entity says, unless they are an organisation of the
    text.
    """
    if token.ent_iob_ == "B" and token.ent_type_ == "PER":
        return entity_at(token.parse, token, ("PER",))
    apposed = token.parse[token.i - 1].text == ","
    if token.pos_ != "PROPN" or token.ent_iob_ == "I" or not (apposed or token.base in NAMING):
        return None
    end = next((word.i for word in token.parse[token.i :] if word.pos_ != "PROPN"), len(token.parse))
    named = not apposed and any(group(token.parse, annotations.ORGANIZATIONS).at(token.i))
    return Span(token.parse, token.i, end, label="PER") if end - token.i > 1 and not named else None


def _parts(token: Word, head: Word) -> bool:
    """Whether a word separates a role from a name; not a participle of the role: "la ministre déléguée à"."""
    if token.text in BREAKS or token.pos_ in ("AUX", "PRON"):
        return True
    return token.pos_ == "VERB" and not (token.head is head and feature(token, "Tense") == "Past")


def _flat_end(head: Word) -> int:
    return max([head.i, *(child.i for child in children(head, "flat") if child.i > head.i)]) + 1


def bare_name(entity: Span) -> str:
    """The text of a name without its determiner."""
    parse, start = entity.parse, entity.start
    while start < entity.end - 1 and parse[start].pos_ == "DET" and parse[start].text[0].islower():
        start += 1
    return parse.span(start, entity.end).text
