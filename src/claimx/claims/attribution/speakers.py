"""Resolves the head of a phrase to the source that it names: span, name and kind.

A source is *named* (an entity, or a role with a name), an *institution* (a definite body, role or
document) or *anonymous* (an indefinite person, "des sources", "certains analystes").
"""

from dataclasses import replace
from functools import cache

from claimx import annotations, lexicons
from claimx.claims.attribution.mouthpieces import is_mouthpiece, spokesperson_of
from claimx.claims.attribution.publishers import publisher_of
from claimx.claims.attribution.referents import referent
from claimx.claims.attribution.source_nouns import NO_SOURCE, RECORD, noun_class
from claimx.claims.attribution.speaker_names import MAX_TOKENS_TO_NAME, bare_name, name_of
from claimx.claims.attribution.types import Speaker
from claimx.lexicons import grammar
from claimx.model import SourceKind
from claimx.syntax.dependencies import children, feature, first, has_class
from claimx.syntax.noun_phrases import entity_at, noun_phrase
from claimx.syntax.quotes import TYPOGRAPHIC
from claimx.syntax.span_groups import group
from claimx.syntax.time_reference import is_time_unit
from claimx.syntax.words import Parse, Span, Word

# Marks that end an apposition.
BREAKS = frozenset(",;:.") | TYPOGRAPHIC


@cache
def _words() -> dict[str, str]:
    return {row["form"]: row["class"] for row in lexicons.read("source_words")}


def speakers(head: Word, *, before: int | None = None, definite: bool = False) -> list[Speaker]:
    """The sources that a phrase names, with those coordinated to its head; empty for no source.

    before: a token index that coordinated sources must precede.
    definite: whether a preceding locution ends in a contracted definite article ("de l'avis des").
    """
    found = []
    for member in (head, *children(head, "conj")):
        if (before is not None and member.i >= before) or _continues_apposition(member, head):
            continue
        publisher = publisher_of(member)
        if publisher is not None and (before is None or publisher.i < before):
            found += speakers(publisher, before=before)
            continue
        found += _citing(member)
        if member.pos_ in ("NOUN", "PROPN", "PRON", "ADJ", "NUM", "X", "DET"):
            speaker = _speaker(member)
            if speaker is not None and definite and speaker.kind is SourceKind.ANONYMOUS:
                speaker = replace(speaker, kind=_definite_kind(member))
            if speaker is not None:
                if before is not None and speaker.start < before < speaker.end:
                    speaker = _cut(speaker, before, member.parse)
                cited = cited_after(member.parse, speaker.end)
                found += [replace(speaker, cites=True), *cited] if cited else [speaker]
        through = spokesperson_of(member)
        found += speakers(through, before=before) if through is not None else []
    return found


def possessors(owner: Word) -> list[Speaker]:
    """The source that a possessive of the third person stands for: "à ses yeux"."""
    name, kind = referent(owner, kind_of)
    return [Speaker(owner.i, owner.i + 1, name, kind)]


def _continues_apposition(member: Word, head: Word) -> bool:
    """Whether a coordinated word is the same source: "Anne Petit, juriste et élue", "la CFDT, elle,"."""
    if member is not head and member.pos_ == "PRON" and first(member, "cc") is None:
        return grammar.TONIC_PRONOUN in member.classes  # "La CFDT, elle, craint que P"
    if member is not head and first(member, "cc") is None and is_time_unit(member):
        return True  # "le prévenu, Paul Duval, 41 ans,"
    named = head.ent_type_ == "PER" and not member.ent_type_ and member.pos_ in ("NOUN", "ADJ")
    return named and member is not head and not any(children(member, "det", "nummod"))


def _definite_kind(head: Word) -> SourceKind:
    anonymous = noun_class(head) == "anonymous"
    return SourceKind.ANONYMOUS if anonymous else SourceKind.INSTITUTION


def _cut(speaker: Speaker, end: int, parse: Parse) -> Speaker:
    """A speaker whose phrase or name ends earlier than the parse says."""
    cut = speaker.name is not None and speaker.kind is SourceKind.NAMED
    name = bare_name(parse.span(speaker.start, end)) if cut else speaker.name
    return replace(speaker, end=end, name=name)


def is_author(head: Word) -> bool:
    """Whether a pronoun refers to the author ("selon moi", "je crois que")."""
    return head.pos_ == "PRON" and _words().get(head.lower_.strip("'’-")) == "self"


def _citing(head: Word) -> list[Speaker]:
    """The sources that cite a source: Reuters in "un banquier, cité par Reuters"."""
    for child in head.parse[head.i + 1 : min(head.i + MAX_TOKENS_TO_NAME, head.right_edge.i + 1)]:
        if grammar.CITATION in child.lemma_classes and child.base == "acl":
            agent = next(
                (grand for grand in child.children if grand.base == "obl" and can_speak(grand)), None
            )
            found = speakers(agent) if agent is not None else []
            return [replace(speaker, cites=True) for speaker in found]
    return []


def cited_after(parse: Parse, end: int) -> list[Speaker]:
    """The sources that a source cites: "Les Échos, citant deux sources", "Les Échos, qui cite un banquier".

    end: the end of the phrase of the citing source.
    """
    start = end + (end < len(parse) and parse[end].text == ",")
    relative = start + 1 < len(parse) and grammar.RELATIVE in parse[start].classes
    verb = parse[start + relative] if start < len(parse) else None
    if verb is None or not _is_citing(verb, "Fin" if relative else "Part"):
        return []
    for word in parse[verb.i + 1 : verb.i + MAX_TOKENS_TO_NAME]:
        if word.is_punct or word.pos_ in ("VERB", "AUX"):
            break
        if word.pos_ in ("NOUN", "PROPN", "PRON") and can_speak(word):
            return speakers(word)
    return []


def _is_citing(word: Word, form: str) -> bool:
    """Whether a word is a verb of citation in this form, in the present."""
    return grammar.CITATION in word.lemma_classes and (
        feature(word, "VerbForm") == form and feature(word, "Tense") == "Pres"
    )


def with_apposition(parse: Parse, end: int, limit: int) -> int:
    """End of a speaker's phrase including a party or an apposition: "(LR)", ", analyste chez Natixis".

    end: the end of the phrase without them. limit: the end of the sentence.
    """
    if end < limit and parse[end].text == "(":
        close = next(
            (index for index in range(end, min(end + MAX_TOKENS_TO_NAME, limit)) if parse[index].text == ")"),
            None,
        )
        end = close + 1 if close is not None else end
    if end + 1 < limit and parse[end].text == "," and parse[end + 1].pos_ in ("NOUN", "ADJ"):
        opens = parse[end + 1]
        if opens.text[0].islower() and not any(child.base == "det" for child in opens.children):
            index = end + 2
            while index < limit and parse[index].text not in BREAKS:
                index += 1
            return index
    return end


def can_speak(head: Word) -> bool:
    """Whether a noun phrase can be a speaker: a name, a pronoun, or a noun in the lexicons."""
    if head.ent_type_ in ("PER", "ORG") or head.pos_ in ("PRON", "PROPN"):
        return True
    return noun_class(head) != NO_SOURCE


def _speaker(head: Word) -> Speaker | None:
    if not any(char.isalnum() for char in head.text):
        return None
    if head.pos_ == "PRON" or (head.pos_ == "NOUN" and _words().get(head.lower_) == "indefinite"):
        return _in_apposition(head) or _pronoun(head)  # "l'une d'elles"
    if _words().get(head.lower_) == "nobody" and not any(children(head, "det")):
        return None
    if grammar.LATTER in head.classes and has_class(head.children, grammar.DEMONSTRATIVE_DETERMINER):
        name, kind = referent(head, kind_of)
        return Speaker(noun_phrase(head).start, head.i + 1, name, kind)
    organization = _organization(head)
    if organization is not None:
        return organization
    entity = name_of(head)
    if entity is not None:
        return Speaker(entity.start, entity.end, bare_name(entity), SourceKind.NAMED)
    phrase = _own_phrase(head)
    bare = not any(child.base in ("det", "nummod", "case") for child in head.children)
    if bare and head.text[0].isupper() and not head.is_sent_start:
        return Speaker(phrase.start, phrase.end, phrase.text, SourceKind.NAMED)
    return Speaker(phrase.start, phrase.end, _known_name(head), kind_of(head))


def _in_apposition(head: Word) -> Speaker | None:
    """The person that an indefinite pronoun names in apposition: "l'un des élus, Paul Arzel,"; or None."""
    for child in children(head, "appos"):
        entity = entity_at(head.parse, child, ("PER",))
        if entity is not None:
            return Speaker(entity.start, entity.end, bare_name(entity), SourceKind.NAMED)
    return None


def _own_phrase(head: Word) -> Span:
    """The phrase of a source, without whom it spoke to or through: "deux sources à Reuters"."""
    phrase = noun_phrase(head)
    for child in children(head, "nmod", "obl"):
        told = child.ent_type_ == "ORG" and any(_is_bare_dative(case) for case in children(child, "case"))
        if told or is_mouthpiece(child):
            return head.parse.span(phrase.start, min(phrase.end, child.left_edge.i))
    return phrase


def _is_bare_dative(case: Word) -> bool:
    """An "à" without article: a name follows."""
    return grammar.DATIVE_PREPOSITION in case.classes and grammar.CONTRACTION not in case.classes


def _organization(head: Word) -> Speaker | None:
    """A named organisation as a source, as found by the component ``claimx_organizations``; or None."""
    for member in group(head.parse, annotations.ORGANIZATIONS).at(head.i):
        if head.pos_ == "NOUN" and head.text.islower() and _is_one_word(member):
            continue  # "le gouvernement" is an institution, even with a name
        if member.values.get("via") in (None, "acronym") and member.root is head:
            return Speaker(member.start, member.end, member.values["name"], SourceKind.NAMED)
    return None


def _is_one_word(span: Span) -> bool:
    return sum(not token.is_punct for token in span) == 1


def _pronoun(head: Word) -> Speaker | None:
    word = head.lower_.strip("'’-")
    kind = _words().get(word)
    if kind is None and head.text.startswith("-"):
        kind = _words().get(head.lower_.rpartition("-")[2])
    if kind == "relative" or feature(head, "PronType") == "Rel":
        noun = antecedent(head)
        if noun is not None and not can_speak(noun):
            # "le récit d'un témoin, qui relate P", parsed as said of the story
            noun = next((child for child in children(noun, "nmod") if can_speak(child)), noun)
        return _speaker(noun) if noun is not None and noun.pos_ != "PRON" else None
    if kind in ("self", "nobody"):
        return None
    if kind == "those":
        phrase = noun_phrase(head)
        chosen = any(children(head, "nmod")) and len(phrase) > 1
        return Speaker(
            phrase.start, phrase.end, None, SourceKind.INSTITUTION if chosen else SourceKind.ANONYMOUS
        )
    if kind == "indefinite" and any(children(head, "nmod")):
        phrase = noun_phrase(head)  # "l'une des sources"
        return Speaker(phrase.start, phrase.end, None, SourceKind.ANONYMOUS)
    if kind == "anonymous":
        return Speaker(head.i, head.i + 1, None, SourceKind.ANONYMOUS)
    if kind == "pronoun":
        name, found = referent(head, kind_of)
        return Speaker(head.i, head.i + 1, name, found)
    if any(_words().get(child.normal) == "anonymous" for child in (head, *head.children)):
        return Speaker(head.i, head.i + 1, None, SourceKind.ANONYMOUS)
    return None


def antecedent(relative: Word) -> Word | None:
    """The noun that a relative pronoun stands for, by the parse; or None."""
    verb = relative.head
    for _ in range(4):
        if verb.dep_.startswith("acl"):
            noun = verb.head
            # "Anne Petit, juriste, qui dit que P": the relative is said of the person
            return noun.head if noun.base == "appos" and noun.head.ent_type_ == "PER" else noun
        if verb.head == verb:
            return None
        verb = verb.head
    return None


def _known_name(head: Word) -> str | None:
    for member in group(head.parse, annotations.ORGANIZATIONS).at(head.i):
        if member.values.get("via") is not None:
            name: str = member.values["name"]
            return name
    return None


def kind_of(head: Word) -> SourceKind:
    """The kind of a source without a name, by its noun and determiners."""
    cls = noun_class(head)
    determiners = list(children(head, "det", "nummod"))
    words = [_words().get(determiner.normal, "") for determiner in determiners]
    if cls == "anonymous" or "anonymous" in words:
        return SourceKind.ANONYMOUS
    if cls in ("document", RECORD, "body", "spokesperson"):
        return SourceKind.INSTITUTION
    definite = any(
        grammar.DEFINITE_ARTICLE in determiner.classes
        or feature(determiner, "Poss") == "Yes"
        or feature(determiner, "PronType") == "Dem"
        for determiner in determiners
    )
    case = next((child.classes for child in head.children if child.base == "case"), grammar.NONE)
    if definite or grammar.CONTRACTION in case:
        return SourceKind.INSTITUTION
    return SourceKind.ANONYMOUS if "indefinite" in words or not determiners else SourceKind.INSTITUTION
